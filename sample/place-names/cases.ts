import type { Action } from '../../domain/action.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays } from '../../domain/dates.ts'
import type { Answer } from '../../domain/findings.ts'
import type { ApproverType } from '../../domain/place-names/approval.ts'
import type { PlaceNameAction, PlaceNameActionKind, PlaceNameBody } from '../../domain/place-names/case/actions.ts'
import { codesOf, noticeElements, reportContents, reportKinds } from '../../domain/place-names/case/codes.ts'
import { decideAct, decideFiling, decideNotice } from '../../domain/place-names/case/decide.ts'
import type { PlaceNameFile, PlaceNameItem } from '../../domain/place-names/case/file.ts'
import { emptyPlaceNameFile, emptyPlaceNameItem } from '../../domain/place-names/case/file.ts'
import { gazetteerActsOf } from '../../domain/place-names/case/register.ts'
import { findStandardName } from '../../domain/place-names/gazetteer/entity.ts'
import { romanise } from '../../domain/place-names/romanise/index.ts'
import { clerkIds } from '../accounts.ts'
import { pictures } from '../pictures.ts'
import { sampleArea, sampleOfficeName } from '../places.ts'
import type { PlaceNameDesk } from './desk.ts'
import type { Street } from './ground.ts'
import { blockOf, extendedRoad, lineOf, newStreets, oldEntity, oldStreets, pointOf, removedLane, renamedLane } from './ground.ts'

/** How an application goes; `lateNotice`, `wrongSign` and `lateFiling` are the failures that the compliance report has to find. */
export interface Course { readonly id: string; readonly day: number; readonly what: 'streets' | 'mixed' | 'estate' | 'bridge' | 'village' | 'company' | 'division' | 'withdrawn'; readonly streets?: readonly [first: number, count: number]; readonly supplement?: true; readonly fault?: 'lateNotice' | 'wrongSign' | 'lateFiling'; readonly refiled?: true; readonly part?: number }

/** The applications of a year, by the day of the year on which they come in. */
export const coursesOfYear: readonly Course[] = [
  { id: 'a', day: 6, what: 'streets', streets: [0, 4] },
  { id: 'b', day: 27, what: 'mixed', streets: [4, 2], supplement: true },
  { id: 'c', day: 48, what: 'estate', part: 0 },
  { id: 'd', day: 70, what: 'streets', streets: [6, 5], fault: 'lateNotice' },
  { id: 'e', day: 92, what: 'company' },
  { id: 'f', day: 113, what: 'streets', streets: [11, 4], refiled: true },
  { id: 'g', day: 134, what: 'bridge' },
  { id: 'h', day: 155, what: 'streets', streets: [15, 5], fault: 'wrongSign' },
  { id: 'i', day: 176, what: 'estate', part: 1 },
  { id: 'j', day: 190, what: 'division' },
  { id: 'k', day: 204, what: 'streets', streets: [20, 4], supplement: true },
  { id: 'l', day: 230, what: 'village' },
  { id: 'm', day: 251, what: 'streets', streets: [24, 4], fault: 'lateFiling' },
  { id: 'n', day: 272, what: 'withdrawn', streets: [30, 1] },
  { id: 'o', day: 288, what: 'streets', streets: [28, 2] },
  { id: 'q', day: 312, what: 'streets', streets: [31, 1] },
  { id: 'p', day: 318, what: 'estate', part: 2 },
  { id: 'r', day: 352, what: 'streets', streets: [30, 1] },
]

const estates = [{ name: '望湖花园', block: [9200, 3000, 9560, 3300] }, { name: '听涛苑', block: [9900, 3900, 10_300, 4200] }, { name: '映月公寓', block: [10_400, 5200, 10_700, 5420] }] as const
/** What each sample street is called after. */
const meaningOf = (name: string): string => `取“${name.slice(0, -1)}”之意，与周边道路名称成组。`

/** An item with its spelling; readings that a clerk has to choose are chosen, the first of the list. */
const itemOf = (id: string, kind: NonNullable<PlaceNameItem['kind']>, name: string, rest: Partial<PlaceNameItem>): PlaceNameItem => {
  const start = romanise({ name, ...(kind === '' ? {} : { kind }) })
  const chosen = Object.fromEntries(start.open.map((index) => [String(index), start.syllables[index]?.syllable ?? '']))
  const { text, sign, parts } = romanise({ name, ...(kind === '' ? {} : { kind }), chosen: Object.fromEntries(Object.entries(chosen).map(([index, syllable]) => [Number(index), syllable])) })
  return {
    ...emptyPlaceNameItem(id), kind, name, proposals: [name], cut: { specific: parts.specific, generic: parts.generic }, spelling: { text, sign, manualReason: '' }, chosen, readingsConfirmedBy: Object.keys(chosen).length === 0 ? '' : clerkIds[0],
    province: '990000', county: sampleArea, builtUpArea: 'main', plan: 'planned', meaning: meaningOf(name), origin: '本次命名时拟定。', reason: '道路已经列入建设计划，需要命名。', ...rest,
  }
}

const ends = (street: Street): Pick<PlaceNameItem, 'start' | 'end' | 'orientation' | 'location'> => ({
  start: { text: street.from, status: street.from.includes('未命名') ? 'unnamed' : 'registered', entityId: street.from.includes('未命名') ? '' : oldEntity(street.from) }, end: { text: street.to, status: street.to.includes('方案') ? 'planName' : 'registered', entityId: street.to.includes('方案') ? '' : oldEntity(street.to) },
  orientation: street.run === 'EW' ? '东西走向' : '南北走向', location: `位于${street.township}，起点为${street.from}，止点为${street.to}`,
})
const streetItem = (id: string, street: Street): PlaceNameItem => itemOf(id, 'STREET', street.name, { ...ends(street), township: street.township, geometry: street.geometry, size: { lengthMetres: street.length, widthMetres: street.width }, surface: street.surface })

const streetsOf = ([first, count]: readonly [number, number], from = 1): readonly PlaceNameItem[] => newStreets.slice(first, first + count).map((street, index) => streetItem(String(from + index), street))

const mixed = (streets: readonly [number, number]): readonly PlaceNameItem[] => {
  const road = oldStreets.find(({ name }) => name === extendedRoad)
  const lane = oldStreets.find(({ name }) => name === renamedLane.from)
  const gone = oldStreets.find(({ name }) => name === removedLane)
  if (road === undefined || lane === undefined || gone === undefined) throw new RangeError('the old streets lack one')
  const fresh = streetsOf(streets)
  const next = (offset: number): string => String(fresh.length + offset)
  return [
    ...fresh,
    itemOf(next(1), 'STREET', road.name, { ...ends(road), act: 'extentChange', meaning: '沿用原名。', origin: '', entityId: oldEntity(road.name), formerName: road.name, township: road.township, end: { text: '望湖路', status: 'planName', entityId: '' }, location: `位于${road.township}，向东延伸至望湖路`, geometry: lineOf([300, 600], [4450, 630], [9000, 640]), size: { lengthMetres: 8701, widthMetres: road.width }, reason: '道路向东延伸，止点改变。' }),
    itemOf(next(2), 'STREET', renamedLane.to, { ...ends(lane), act: 'renaming', entityId: oldEntity(lane.name), formerName: lane.name, township: lane.township, geometry: lane.geometry, size: { lengthMetres: lane.length, widthMetres: lane.width }, renameGround: 'construction', renameReason: '旧城改造后街巷改为绣品街市，原名与实际不符。', reason: '改造后更名。' }),
    itemOf(next(3), 'STREET', gone.name, { ...ends(gone), act: 'removal', entityId: oldEntity(gone.name), formerName: gone.name, township: gone.township, size: { lengthMetres: gone.length, widthMetres: gone.width }, meaning: '', origin: '', reason: '因旧城改造，巷道已经消失。' }),
    itemOf(next(4), 'STREET', '学宫街', { act: 'restoration', township: '示例街道', location: '位于示例街道，学前巷以北新建街', start: { text: '桂枝街', status: 'registered', entityId: oldEntity('桂枝街') }, end: { text: '竹林街', status: 'registered', entityId: oldEntity('竹林街') }, orientation: '东西走向', geometry: lineOf([420, 2620], [1180, 2620]), size: { lengthMetres: 760, widthMetres: 14 }, meaning: '恢复清代旧名，因临学宫得名（示例）。', origin: '历史地名。', reason: '恢复历史地名。' }),
  ]
}

const estateItem = (part: number): PlaceNameItem => {
  const { name, block: [west, south, east, north] } = estates[part] ?? estates[0]
  return itemOf('1', 'ESTATE', name, { township: south < 4500 ? '范例镇' : '东例镇', location: `位于${south < 4500 ? '范例镇' : '东例镇'}`, bounds: '东至规划三路（方案名），南至松烟路延长线，西至菊圃街，北至例水河', geometry: blockOf(west, south, east, north), size: { siteSquareMetres: (east - west) * (north - south), floorSquareMetres: 210_000, storeys: 18, greenPercent: 36 }, buildings: 12, standsOut: 'yes', publicUse: 'yes', meaning: `以邻近的${name.slice(0, 2)}路为名。`, reason: '住宅项目命名。' })
}

const itemsOf = (course: Course): readonly PlaceNameItem[] => {
  switch (course.what) {
    case 'mixed': return mixed(course.streets ?? [4, 2])
    case 'estate': return [estateItem(course.part ?? 0)]
    case 'bridge': return [itemOf('1', 'FACILITY', '望湖路大桥', { township: '范例镇', location: '位于范例镇，跨例水河', nature: '公路桥，双向四车道', spans: '例水河', geometry: lineOf([9400, 8440], [9400, 8600]), size: { lengthMetres: 160, widthMetres: 24 }, standsOut: 'yes', publicUse: 'yes', meaning: '以所在的望湖路为名。', reason: '桥梁即将建成。' })]
    case 'village': return [itemOf('1', 'VILLAGE_SEAT', '听涛社区', { township: '范例镇', location: '位于范例镇听涛路', nature: '居民委员会所在地', geometry: pointOf(9420, 7200), builtUpArea: 'main', population: 6200, households: 2100, meaning: '以所在的听涛路为名。', reason: '新设居民委员会。' })]
    case 'company': return [streetItem('1', { ...(newStreets[29] as Street), name: '示远路' }), itemOf('2', 'STREET', '文渊路', { township: '样本街道', location: '位于样本街道', start: { text: '松烟路', status: 'registered', entityId: oldEntity('松烟路') }, end: { text: '例水河', status: 'registered', entityId: oldEntity('例水河') }, orientation: '南北走向', geometry: lineOf([2000, 7800], [2000, 8200]), size: { lengthMetres: 400, widthMetres: 12 } })]
    case 'division': return [itemOf('1', 'ADMIN_DIV', '望湖街道', { approvalClass: 'division.street-office', township: '', location: '范例镇东部', nature: '街道办事处', meaning: '临湖。', reason: '拟设街道。' })]
    default: return streetsOf(course.streets ?? [0, 1])
  }
}

const applicantOf = (course: Course): PlaceNameFile['applicant'] => {
  const unit = course.what === 'estate' ? '示例区住房和城乡建设局（示例）' : course.what === 'bridge' ? '示例区交通运输局（示例）' : course.what === 'company' ? '示例区示远置业有限公司（示例）' : course.what === 'village' || course.what === 'division' ? '范例镇人民政府（示例）' : '示例区城市建设管理中心（示例）'
  return { name: unit, creditCode: '', type: course.what === 'company' ? 'enterprise' : 'organ', contact: '示例联系人', phone: '10000000001', agent: '' }
}
const consulted = (course: Course): boolean => course.what === 'estate' || course.what === 'bridge'

/** What the rules ask of these names that only a clerk can say. */
const answersOf = (items: readonly PlaceNameItem[]): readonly Answer[] => items.flatMap(({ id }) => ['place-names.rare', 'place-names.homophone', 'place-names.near-homophone', 'place-names.removed-name', 'place-names.local-name', 'place-names.application.length'].map((rule) => ({ rule, field: `items.${id}.${rule === 'place-names.local-name' ? 'specific' : rule === 'place-names.application.length' ? 'size.lengthMetres' : 'name'}`, reason: '已与周边地名核对，可以区分，按方案使用（示例）。' })))

const fileOf = (course: Course, whole: boolean): PlaceNameFile => {
  const items = [...itemsOf(course)]
  const title = consulted(course) ? `关于征求“${items[0]?.name ?? ''}”命名意见的函` : items.length === 1 ? `关于${items[0]?.name ?? ''}命名的请示` : course.what === 'mixed' ? '关于部分道路命名、更名、起止点调整和销名的请示' : `关于${items[0]?.name ?? ''}等 ${items.length} 条道路命名的请示`
  return {
    ...emptyPlaceNameFile(), source: consulted(course) ? 'consultation' : 'application', title, applicant: applicantOf(course), letter: { number: consulted(course) ? `示建函〔2025〕${(course.part ?? 3) + 21}号` : '', day: '' },
    planAndReasons: '按照地名方案和道路建设计划，为便于群众出行、完善地址，拟对上述地名予以办理（示例）。', items,
    papers: [...(whole ? [{ type: 'plan', title: '规划许可或者项目批准文件', number: '示规许（示例）', day: '', pages: 2, scans: [], note: '' }] : []), { type: 'map', title: '位置图（1:1000）', number: '', day: '', pages: 1, scans: [], note: '' }],
    consents: [], answers: [...answersOf(items)],
  }
}

/** Plans every act of an application over its days, each on what stands by then. */
export const planCourse = (desk: PlaceNameDesk, course: Course, received: CivilDate): void => {
  const id = desk.nextId('n')
  const standing = () => {
    const found = desk.cases.get(id)
    if (found === undefined) throw new RangeError(`case ${id} was not received`)
    return found
  }
  const act = <K extends PlaceNameActionKind>(on: CivilDate, kind: K, body: (day: CivilDate) => PlaceNameBody<K>, also: (day: CivilDate) => readonly Action[] = () => []): void => desk.plan(on, (day) => [decideAct(standing(), kind, id, body(day)) as PlaceNameAction, ...also(day)])
  const after = (days: number): CivilDate => desk.later(received, days)
  const every = (): string[] => standing().file.items.map((item) => item.id)

  desk.plan(received, (day) => decideAct(undefined, 'placeName.received', id, { day, file: fileOf(course, course.supplement === undefined) }))
  if (course.what === 'division') {
    act(after(2), 'placeName.notAccepted', (day) => ({ day, slip: desk.nextNumber('notAccepted', day), grounds: [{ rule: 'place-names.approver', law: '《行政区划管理条例》第十条', reason: '街道办事处的设立、更名由批准设立该派出机关的人民政府审批，不属于本机关受理范围。' }] }))
    act(after(4), 'placeName.delivered', (day) => ({ day, receiver: '范例镇人民政府（示例）', how: 'inPerson' }))
    return
  }
  const start = course.supplement === undefined ? 2 : 7
  if (course.supplement !== undefined) {
    act(after(2), 'placeName.supplementAsked', (day) => ({ day, slip: desk.nextNumber('supplement', day), missing: ['规划许可或者项目批准文件'] }))
    act(after(6), 'placeName.supplemented', (day) => ({ day, changes: { papers: fileOf(course, true).papers } }))
  }
  act(after(start), 'placeName.accepted', (day) => ({ day, slip: desk.nextNumber('acceptance', day) }))
  if (course.what === 'withdrawn') {
    act(after(start + 4), 'placeName.withdrawn', (day) => ({ day, note: '申请单位调整建设计划，撤回申请。' }))
    return
  }
  const refused = course.what === 'company'
  if (!consulted(course)) {
    act(after(start + 2), 'placeName.visited', (day) => ({ day, visitors: ['周青简', '吴芸香'], items: every(), found: '现场与图纸相符，道路位置、起止点属实（示例）。', photos: [] }))
    act(after(start + 4), 'placeName.consulted', (day) => ({ day, consultation: `${id}-c1`, unit: '示例区公安分局（示例）', document: desk.nextNumber('consult', day), items: every(), replyBy: addDays(day, 10) }))
    act(after(start + 8), 'placeName.replied', (day) => ({ day, consultation: `${id}-c1`, outcome: 'agrees', words: '无不同意见。', handling: '' }))
    if (!refused) {
      act(after(start + 4), 'placeName.displayed', (day) => ({ day, display: `${id}-d1`, from: day, to: addDays(day, 7), where: '示例区人民政府网站（示例）', items: every() }))
      desk.plan(desk.open(addDays(after(start + 4), 8)), (day) => decideAct(standing(), 'placeName.displayEnded', id, { day, display: `${id}-d1`, objections: [], result: '公示期满，没有收到不同意见。' }))
    }
  }
  for (const { code } of reportKinds) act(after(start + 5), 'placeName.reported', (day) => ({ day, report: consulted(course) || course.what === 'village' ? { kind: code, standing: 'notRequired', reason: '命名沿用邻近道路名称，社会影响小。', author: '', day: '', contents: [], items: [], scans: [] } : { kind: code, standing: 'attached', reason: '', author: '示例区地名专家组（示例）', day, contents: codesOf(reportContents[code]), items: [], scans: [] } }))
  const reviewed = start + 12
  act(after(reviewed), 'placeName.reviewed', (day) => ({ day, reviewer: '沈石渠', opinion: refused ? '与现有地名重名，且用企业名称作地名，建议不予批准。' : '符合命名规定，建议批准。', verdicts: every().map((item) => ({ item, verdict: refused ? ('refuse' as const) : ('approve' as const), note: refused ? '不符合《地名管理条例》第九条。' : '' })) }))
  if (consulted(course)) act(after(reviewed + 1), 'placeName.opined', (day) => ({ day, document: desk.nextNumber('opinion', day), opinions: every().map((item) => ({ item, opinion: 'agree' as const, words: '同意所报名称。' })) }))
  else act(after(reviewed + 1), 'placeName.forwarded', (day) => ({ day, to: '示例区人民政府（示例）', document: desk.nextNumber('request', day) }))

  const approver: ApproverType = course.what === 'estate' ? 'housingDepartment' : course.what === 'bridge' ? 'competentDepartment' : 'countyGovernment'
  const approverName = course.what === 'estate' ? '示例区住房和城乡建设局（示例）' : course.what === 'bridge' ? '示例区交通运输局（示例）' : '示例区人民政府（示例）'
  const wordsOf = (item: PlaceNameItem) => ({ item: item.id, name: item.name, text: item.spelling.text, sign: item.spelling.sign, extent: item.kind === 'STREET' ? `${item.location}，长${item.size.lengthMetres ?? 0}米，宽${item.size.widthMetres ?? 0}米` : `${item.location}${item.bounds === '' ? '' : `，${item.bounds}`}` })
  const ground = (item: PlaceNameItem) => (item.name === '文渊路' ? { rule: 'place-names.duplicate', law: '《地名管理条例》第九条第八项', reason: '同一建成区内已有文渊路，不应重名。' } : { rule: 'place-names.enterprise', law: '《地名管理条例》第九条第六项', reason: '以申请企业的名称作地名。' })
  desk.plan(after(reviewed + 6), (day) => {
    const before = standing()
    const decision = decideAct(before, 'placeName.decided', id, {
      day, approver, approverName, document: desk.nextOf(course.what === 'estate' ? '示建名' : course.what === 'bridge' ? '示交名' : '示政地名函', day), sealed: true, remedies: refused,
      decisions: before.file.items.map((item) => (refused ? { item: item.id, outcome: 'refused' as const, grounds: [ground(item)] } : { item: item.id, outcome: 'approved' as const, words: wordsOf(item) })),
    })
    const acts = gazetteerActsOf(before, decision.body, (entity) => desk.entities.get(entity), () => desk.nextId('e'))
    const renamed = acts.flatMap((entity): readonly Action[] => (entity.kind === 'gazetteer.renamed' && desk.books.has(entity.subject) ? [{ kind: 'plate.streetRenamed', subject: entity.subject, body: { day, from: findStandardName(desk.entities.get(entity.subject) ?? { names: [] })?.name ?? '', to: entity.body.name.name, document: decision.body.document } }] : []))
    return [decision as PlaceNameAction, ...acts, ...renamed]
  })
  const decided = reviewed + 6
  if (!consulted(course)) act(after(decided + 2), 'placeName.delivered', (day) => ({ day, receiver: applicantOf(course).name, how: 'inPerson' }))
  if (refused) {
    act(after(decided + 12), 'placeName.archived', (day) => ({ day, fonds: '9901', year: Number(day.slice(0, 4)), fileNumber: 500 + coursesOfYear.indexOf(course), pages: 16, index: true }))
    return
  }
  const filed = after(decided + 3)
  const target = desk.profile.filingTargets.find((entry) => entry.approver === approver)?.target ?? sampleOfficeName
  const papers = ['form', 'report', 'approval', 'application'] as const
  if (course.fault !== 'lateFiling') {
    desk.plan(filed, (day) => decideFiling(standing(), { day, to: target, document: consulted(course) ? `示建函〔${day.slice(0, 4)}〕${60 + (course.part ?? 5)}号` : desk.nextNumber('filing', day), papers: [...papers] }))
    if (course.refiled !== undefined) {
      act(desk.later(filed, 1), 'placeName.filingAnswered', (day) => ({ day, outcome: 'correctionAsked', note: '备案登记表缺少含义，请补正。' }))
      desk.plan(desk.later(filed, 2), (day) => decideFiling(standing(), { day, to: target, document: desk.nextNumber('filing', day), papers: [...papers] }))
    }
    act(desk.later(filed, 4), 'placeName.filingAnswered', (day) => ({ day, outcome: 'filed', note: '' }))
  }
  const noticed = course.fault === 'lateNotice' ? desk.later(filed, 16) : desk.later(filed, 1)
  desk.plan(noticed, (day) => decideNotice(standing(), { day, number: desk.nextNumber('notice', day), channels: ['nationalBase', 'website'], link: 'https://example.invalid/sample-notice', elements: codesOf(noticeElements) }))
  const entered = desk.later(noticed, 5)
  desk.plan(entered, (day) => standing().words.flatMap(({ item }, index): readonly Action[] => {
    const code = `990101${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}${String(coursesOfYear.indexOf(course) + 1).padStart(4, '0')}${String(index + 1).padStart(4, '0')}`
    const entity = [...desk.entities.values()].find(({ names }) => names.some((name) => name.caseId === id && name.itemId === item)) ?? desk.entities.get(standing().file.items.find((one) => one.id === item)?.entityId ?? '')
    return [{ kind: 'placeName.entered', subject: id, body: { day, item, code, announced: true } }, ...(entity === undefined ? [] : [{ kind: 'gazetteer.coded', subject: entity.id, body: { day, code } }])]
  }))
  const signed = desk.later(noticed, 12)
  desk.plan(signed, (day) => standing().words.filter(({ item }) => standing().file.items.find((one) => one.id === item)?.act !== 'removal').map(({ item, name, sign }, index): Action => ({ kind: 'placeName.signSet', subject: id, body: { day, item, sign: `${id}-s${index + 1}`, text: name, pinyin: course.fault === 'wrongSign' && index === 0 ? `${sign.replace(/ LU$/u, '')} ROAD` : sign, position: '起点路口', maker: '示例标牌厂（示例）', photo: pictures.signs[index % pictures.signs.length]?.hash ?? '' } })))
  if (course.fault !== undefined) return
  desk.plan(desk.later(signed, 25), (day) => {
    const folded = standing()
    const renames = folded.file.items.some((item) => item.act === 'renaming')
    const seen = (rule: string, item: string, note: string) => ({ rule, item, result: 'pass' as const, note })
    const attestations = [...(renames ? [seen('place-names.rename-protected', folded.file.items.find((item) => item.act === 'renaming')?.id ?? '', '没有列入保护名录')] : [])]
    return [...(attestations.length === 0 ? [] : [{ kind: 'placeName.attested', subject: id, body: { day, attestations } }]), { kind: 'placeName.archived', subject: id, body: { day, fonds: '9901', year: Number(day.slice(0, 4)), fileNumber: 500 + coursesOfYear.indexOf(course), pages: 20 + folded.file.items.length * 3, index: true } }]
  })
}
