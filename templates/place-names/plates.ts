import { concordanceOf, type Plate } from '../../domain/place-names/plates/book.ts'
import { placeNameRegulation } from '../../domain/place-names/law.ts'
import { writeAddress } from '../../domain/place-names/plates/address.ts'
import { text, type Text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawLetter, letterFeet, type LetterPart } from '../case/letter.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { atRight, digestOf, foot, mark, said, sealPlace, title } from '../case/parts.ts'
import { fill, plainDay } from '../case/words.ts'
import type { PlateRecord } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { dateOfDay, paper, type Paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Cell } from '../table.ts'
import { meant, ownLayout, required, writtenDay } from './facts.ts'

type PlatePaperId = 'place-names.plateCertificate' | 'place-names.plateNotice' | 'place-names.plateList' | 'place-names.concordance'

/** A certificate, or the notice of one number, is known by its own number; what is of the whole street by the street. */
const certificateOf = (id: PlatePaperId, { book, key }: PlateRecord): string | undefined => {
  if (id !== 'place-names.plateCertificate' && (id !== 'place-names.plateNotice' || key === undefined || key === '')) return undefined
  return (key === undefined || key === '' ? book.plates.findLast(({ confirmed }) => confirmed !== null) : book.plates.findLast((one) => one.key === key && one.confirmed !== null))?.confirmed?.certificate
}

/** Makes a paper on the numbers of a street or estate: `view` gathers what it says, `draw` sees that alone. */
const platePaper = <V>(id: PlatePaperId, definition: { readonly title: Text; readonly version: string; readonly source: Text; readonly needs: readonly Text[]; readonly texts?: Readonly<Record<string, string>>; readonly view: (record: PlateRecord) => V; readonly draw: (sheet: Sheet, view: V, say: (key: string) => string, code: PaperCode) => void }): Paper => paper<PlatePaperId>({
  id, title: definition.title, version: definition.version, from: '2022-05-01', source: text(`${definition.source.zh}；${ownLayout[0]}`, `${definition.source.en}; ${ownLayout[1]}`), needs: definition.needs, ...(definition.texts === undefined ? {} : { texts: definition.texts }),
  facts: ({ record }) => ({ title: `${definition.title.zh} ${record.name}`, author: record.officeName, number: certificateOf(id, record) ?? record.book.id, date: dateOfDay(record.day) }),
  record: (request) => digestOf(id, definition.version, request, definition.view(request.record)),
  draw: (sheet, { record, texts }, code) => definition.draw(sheet, definition.view(record), (key) => said(definition.texts ?? {}, texts, key), code),
})

const typeTitles: Readonly<Record<Plate['type'], string>> = { gate: '门牌', building: '楼牌', unit: '单元牌', room: '户室牌', estate: '住宅区牌' }
const standingTitles: Readonly<Record<Plate['standing'], string>> = { current: '在用', reserved: '预留', cancelled: '注销' }
const law = placeNameRegulation.cite(21)

/** What a plate belongs to, in words: units and rooms have the labels of what they stand in before their own. */
const labelsWithin = (record: PlateRecord): ((plate: Plate) => string) => {
  const labels = new Map(record.book.plates.map((one) => [one.key, one]))
  const full = (plate: Plate): string => {
    const holder = plate.within === '' ? undefined : labels.get(plate.within)
    return holder === undefined ? plate.label : `${full(holder)}${plate.label}`
  }
  return full
}
/** The standard address of a number (《地名管理条例》第二十一条). */
const addressOf = (record: PlateRecord): ((plate: Plate) => string) => {
  const within = labelsWithin(record)
  return (plate) => writeAddress({ divisions: record.divisions, place: record.name, number: within(plate) })
}

const certificateTexts = { certify: '经审核，上列门楼牌号编定无误，准予使用。', use: '本证是门楼牌号编定的凭证，不作为房屋权属和建筑合法性的证明。地址信息变更的，请持本证到有关部门办理。' }

/** 门牌证（门楼号确认书）: one number confirmed to its owner. */
export const plateCertificate = platePaper('place-names.plateCertificate', {
  title: text('门牌证（门楼号确认书）', 'Certificate of a number'), version: '门牌证 兰台 1', texts: certificateTexts, source: text(law.zh, law.en), needs: [text('登记的门楼号确认', 'a confirmed number')],
  view: (record) => {
    const confirmed = record.book.plates.filter((one) => one.confirmed !== null)
    const plate = meant(confirmed, record.key, ({ key }) => key, '确认的号', 'confirmed number')
    const given = required(plate.confirmed, '这个号还没有确认', 'The number was not confirmed yet')
    return { sample: record.sample, officeName: record.officeName, authority: record.authority, certificate: given.certificate, owner: given.owner, use: given.use, former: given.former, day: given.day, name: record.name, text: record.text, divisions: record.divisions.join(''), label: labelsWithin(record)(plate), type: typeTitles[plate.type], address: addressOf(record)(plate), provisional: plate.provisional }
  },
  draw: (sheet, view, say, code) => {
    // a card of 180 × 127 mm, as such certificates are, turned into a page of its own
    sheet.page(180, 127)
    mark(sheet, view)
    sheet.frame(5, 5, 170, 117, 0.7, { colour: [0.72, 0.12, 0.12] })
    sheet.frame(6.4, 6.4, 167.2, 114.2, 0.2, { colour: [0.72, 0.12, 0.12] })
    sheet.text('texts', 90, 18, '门　牌　证', { font: 'songBold', size: 20, align: 'centre' })
    sheet.text('number', 170, 25, `编号：${view.certificate}`, { size: 9, align: 'right', within: 100 })
    const label = (words: string): Cell => ({ width: 26, label: words, size: 9.5 })
    const value = (width: number, field: string, shown: string, size = 10.5): Cell => ({ width, field, value: shown, size })
    const y = table(sheet, 11, 28, [
      { height: 9, cells: [label('标准地址'), value(132, 'address', view.address, 12)] },
      { height: 8, cells: [label('街路巷名称'), value(58, 'name', `${view.name}${view.text === '' ? '' : `（${view.text}）`}`), label('号　　牌'), value(48, 'label', view.label)] },
      { height: 8, cells: [label('所在行政区'), value(58, 'divisions', view.divisions), label('种　　类'), value(48, 'texts', view.type)] },
      { height: 8, cells: [label('产权人'), value(58, 'owner', view.owner), label('用　　途'), value(48, 'use', view.use)] },
      { height: 8, cells: [label('原 地 址'), value(132, 'former', view.former)] },
    ], { outer: 0.35 }) + 5.5
    const below = sheet.paragraph('texts', 11, y, 158, `${say('certify')}${view.provisional ? '本号为临时编号。' : ''}${say('use')}`, { size: 9, leading: 1.5 })
    const end = Math.max(below + 4, 95)
    atRight(sheet, 'officeName', 168, end, 90, view.authority === '' ? view.officeName : view.authority, 11)
    sealPlace(sheet, 148, end + 2, 12, '发证机关印章')
    sheet.text('texts', 168, end + 7, writtenDay(view.day), { size: 11, align: 'right' })
    foot(sheet, '门牌证 兰台 1', code)
  },
})

const noticeTexts = { one: '根据《地名管理条例》和门楼牌编制的有关规定，{address}编定如下，自{day}起使用：', many: '根据《地名管理条例》和门楼牌编制的有关规定，{name}沿线（区内）门楼牌号已经编定，共{count}个，自{day}起使用。现将编号通知如下：', duty: '请按照编定的号码使用标准地址，门楼牌由有关部门统一制作、安装，任何单位和个人不得擅自移动、涂改、遮挡、损毁。', copied: '编号情况同时告知公安、自然资源、市场监督管理、邮政等部门。' }

/** 门楼牌编号通知书: which numbers a street or one house was given. */
export const plateNotice = platePaper('place-names.plateNotice', {
  title: text('门楼牌编号通知书', 'Notice of numbers'), version: '门楼牌编号 兰台 1', texts: noticeTexts, source: text(law.zh, law.en), needs: [text('编定的门楼牌号', 'numbers in use')],
  view: (record) => {
    const current = record.book.plates.filter(({ standing }) => standing === 'current')
    const plates = record.key === undefined || record.key === '' ? current : [meant(current, record.key, ({ key }) => key, '编定的号', 'number in use')]
    required(plates[0], '还没有编定的号', 'No number is in use')
    const [within, address] = [labelsWithin(record), addressOf(record)]
    const [only] = plates
    return {
      sample: record.sample, officeName: record.officeName, authority: record.authority, name: record.name, day: record.day, number: plates.length === 1 ? (only?.confirmed?.certificate ?? '') : '', owner: plates.length === 1 ? (only?.confirmed?.owner ?? '') : '',
      plates: plates.map((plate) => ({ label: within(plate), type: typeTitles[plate.type], address: address(plate), frontage: plate.frontage, provisional: plate.provisional, since: plate.since })),
    }
  },
  draw: (sheet, { sample, officeName, authority, name, day, number, owner, plates }, say, code) => {
    const [only] = plates
    const one = plates.length === 1 && only !== undefined
    const paragraphs: LetterPart[] = one
      ? [['address', fill(say('one'), { address: `${name}门户`, day: plainDay(only.since) })], ['address', `标准地址：${only.address}${only.provisional ? '（临时编号）' : ''}`]]
      : [['name', fill(say('many'), { name, count: String(plates.length), day: plainDay(day) })]]
    drawLetter(sheet, {
      head: 'plain', issuer: authority === '' ? officeName : authority, number, title: ['门楼牌编号通知书'], addressee: one ? (owner === '' ? '　　　　　　' : owner) : '各有关单位、住户', addresseeField: 'owner', body: paragraphs,
      ...(one ? {} : { within: (flow: Flow) => { drawList(sheet, flow, [{ title: '序号', width: 13, align: 'centre' }, { title: '号牌', width: 32 }, { title: '种类', width: 20, align: 'centre' }, { title: '标准地址', width: 73 }, { title: '门户（现状）', width: 32 }],
        plates.map((plate, i): Listed[] => [['number', String(i + 1)], ['label', plate.label], ['texts', plate.type], ['address', `${plate.address}${plate.provisional ? '（临时）' : ''}`], ['frontage', plate.frontage]]), { size: 9.5, least: 7 }); flow.gap(5) } }),
      closing: [['texts', say('duty')], ['texts', say('copied')]],
      day: writtenDay(day), seal: '编号机关印章', ...(one ? { receipt: ['签收人：'] } : {}), version: '门楼牌编号 兰台 1', sample,
    }, code)
  },
})

/** 门楼牌清单: every number with size, making and mounting, and how many of each size. */
export const plateList = platePaper('place-names.plateList', {
  title: text('门楼牌清单', 'List of plates'), version: '门楼牌清单 兰台 1', source: text('GB/T 35639 附录B、GB 17733', 'GB/T 35639 annex B, GB 17733'), needs: [text('编定的门楼牌号', 'numbers')],
  view: (record) => {
    required(record.book.plates[0], '还没有编号', 'Nothing has been numbered')
    const within = labelsWithin(record)
    const sizes = new Map(record.sizes.map((size) => [size.id, size]))
    const rows = record.book.plates.map((plate) => {
      const size = plate.standing === 'cancelled' || plate.type === 'estate' ? undefined : (sizes.get(plate.made?.size ?? '') ?? record.sizes.find(({ type }) => type === plate.type))
      return { label: within(plate), type: typeTitles[plate.type], frontage: plate.frontage, side: plate.side === '' ? '' : plate.side === 'left' ? '左' : '右', metres: plate.metres, size: size === undefined ? '' : `${size.title} ${size.widthMillimetres}×${size.heightMillimetres}`, batch: plate.made?.batch ?? '', mounted: plate.mounted?.day ?? '', standing: `${standingTitles[plate.standing]}${plate.provisional ? '（临时）' : ''}`, counted: plate.standing === 'current' }
    })
    return { sample: record.sample, officeName: record.officeName, name: record.name, text: record.text, divisions: record.divisions.join(''), day: record.day, rows }
  },
  draw: (sheet, { sample, officeName, name, text: spelled, divisions, day, rows }, _say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 26, bottom: 262 })
    title(sheet, 27, '门 楼 牌 清 单', 20, 0)
    sheet.text('name', 20, 36, `${divisions}${name}${spelled === '' ? '' : `（${spelled}）`}`, { size: 11, within: 120 })
    sheet.text('texts', 190, 36, plainDay(day), { size: 10, align: 'right' })
    const sums = [...Map.groupBy(rows.filter(({ counted, size }) => counted && size !== ''), ({ size }) => size)].map(([size, own]) => `${size} 共 ${own.length} 块`)
    const mounted = rows.filter(({ counted, mounted: on }) => counted && on !== '').length
    sheet.cell('texts', 20, 38, 170, 9, `在用 ${rows.filter(({ counted }) => counted).length} 个，已安装 ${mounted} 个${sums.length === 0 ? '' : `；规格：${sums.join('，')}`}`, { size: 9.5, padding: 0 })
    flow.y = 52
    drawList(sheet, flow, [
      { title: '序号', width: 12, align: 'centre' }, { title: '号牌', width: 30 }, { title: '种类', width: 14, align: 'centre' }, { title: '门户（现状）', width: 28 }, { title: '侧', width: 8, align: 'centre' }, { title: '距起点\n（米）', width: 14, align: 'right', font: 'hei', single: true }, { title: '规格（毫米）', width: 27, size: 8.5 }, { title: '制作批次', width: 15, size: 8 }, { title: '安装日期', width: 12, size: 7.5, align: 'centre' }, { title: '状态', width: 10, size: 8, align: 'centre' },
    ], rows.map((row, i): Listed[] => [['number', String(i + 1)], ['label', row.label], ['texts', row.type], ['frontage', row.frontage], ['texts', row.side], ['texts', row.metres === 0 ? '' : String(Math.round(row.metres * 10) / 10)], ['texts', row.size], ['batch', row.batch], ['texts', row.mounted === '' ? '' : row.mounted.replaceAll('-', '')], ['texts', row.standing]]), { size: 9.5, least: 6.6 })
    flow.need(4)
    sheet.text('officeName', 20, flow.y + 1, `制表单位：${officeName}`, { size: 10, within: 110 })
    letterFeet(sheet, '门楼牌清单 兰台 1', code)
  },
})

const concordanceTexts = { note: '本表所列新旧地址指向同一门户，可以作为办理地址变更的依据。' }

/** 新旧地址对照表: every address before and after. */
export const concordance = platePaper('place-names.concordance', {
  title: text('新旧地址对照表', 'Old and new addresses'), version: '新旧地址对照 兰台 1', texts: concordanceTexts, source: text('门楼牌编制的地方规定', 'Local rules on numbers'), needs: [text('更名或者改号的地址', 'addresses that changed')],
  view: (record) => {
    const issued = record.book.concordances.length === 0 ? undefined : meant(record.book.concordances, record.key, ({ document }) => document, '对照表', 'concordance')
    const rows = issued?.rows ?? concordanceOf(record.book, record.divisions.join(''))
    required(rows[0], '没有变化的地址', 'No address has changed')
    return { sample: record.sample, officeName: record.officeName, name: record.name, before: record.book.names.at(-1)?.name ?? '', draft: issued === undefined, document: issued?.document ?? '', day: issued?.day ?? record.day, rows: rows.map(({ before, after }) => ({ before, after })) }
  },
  draw: (sheet, { sample, officeName, name, before, draft, document, day, rows }, say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 26, bottom: 258 })
    title(sheet, 27, draft ? '新旧地址对照表（草稿）' : '新旧地址对照表', 22, 0.1)
    sheet.text('name', 20, 37, before === '' || before === name ? `街路巷（住宅区）：${name}` : `街路巷（住宅区）：${name}（原${before}）`, { size: 10.5, within: 100 })
    sheet.text('number', 190, 37, document === '' ? '　' : `文号：${document}`, { size: 10.5, align: 'right', within: 66 })
    flow.y = 45
    drawList(sheet, flow, [{ title: '序号', width: 14, align: 'centre' }, { title: '原地址', width: 70 }, { title: '新地址', width: 70 }, { title: '备注', width: 16 }], rows.map((row, i): Listed[] => [['number', String(i + 1)], ['before', row.before], ['after', row.after], ['texts', '']]), { size: 10, least: 7.2 })
    flow.gap(2)
    flow.need(34)
    flow.write('texts', draft ? '本表尚未出具，供核对使用。' : say('note'), { size: 11, leading: 1.6 })
    const end = flow.y + 8
    sheet.text('texts', 20, end, `共 ${rows.length} 条`, { size: 11 })
    atRight(sheet, 'officeName', 186, end, 110, officeName, 12)
    sealPlace(sheet, 162, end + 3, 15, '单位印章')
    sheet.text('texts', 186, end + 9, writtenDay(day), { size: 12, align: 'right' })
    letterFeet(sheet, '新旧地址对照 兰台 1', code)
  },
})
