import type { Action } from '../../domain/action.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays, addMonths, civilDate } from '../../domain/dates.ts'
import type { BoundaryAction, BoundaryFacts } from '../../domain/place-names/boundaries/actions.ts'
import type { IrregularAction } from '../../domain/place-names/irregular/actions.ts'
import type { NamePlanAction } from '../../domain/place-names/plans/actions.ts'
import type { NumberedPlate } from '../../domain/place-names/plates/actions.ts'
import { decideProof } from '../../domain/place-names/plates/address.ts'
import { concordanceOf, plateKey } from '../../domain/place-names/plates/book.ts'
import type { Frontage } from '../../domain/place-names/plates/numbering.ts'
import { numberEstate, numberStreet } from '../../domain/place-names/plates/numbering.ts'
import { positionOn } from '../../domain/place-names/plates/locate.ts'
import { modelEstateNumbering, modelNumbering } from '../../domain/place-names/plates/settings.ts'
import { findStandardName } from '../../domain/place-names/gazetteer/entity.ts'
import { pathsOf } from '../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceNameDesk } from './desk.ts'
import { at, extendedRoad, lineOf, newStreets, oldEntity, oldStreets, renamedLane } from './ground.ts'

/** What the desk does beside its cases: door plates, address proofs, joint inspections of boundaries, irregular names, the name plan. */

const numbersOf = (desk: PlaceNameDesk, name: string, doors: number, metres: number): readonly NumberedPlate[] => {
  const entity = desk.entities.get(oldEntity(name))
  const street = oldStreets.find((one) => one.name === name)
  const line = entity?.geometry === undefined || entity.geometry === null ? undefined : pathsOf(entity.geometry.geometry)[0]
  if (street === undefined || line === undefined) throw new RangeError(`no street ${name}`)
  const frontages: readonly Frontage[] = Array.from({ length: doors }, (_, index): Frontage => ({ id: `示例门户 ${index + 1}`, metres: 20 + (index * metres) / doors, side: index % 2 === 0 ? 'left' : 'right', use: index % 17 === 16 ? 'emptySite' : 'house' }))
  const doorOf = new Map(frontages.map((frontage) => [frontage.id, positionOn(line, frontage.metres)]))
  return numberStreet(frontages, modelNumbering[street.run], { line }).map((row) => ({ type: 'gate', within: '', number: row.number, sub: row.sub, label: row.label, state: row.state, frontage: row.frontage, side: row.side, metres: row.metres, position: ((door) => (door === undefined ? null : [door[0], door[1]]))(doorOf.get(row.frontage)) }))
}

/** Numbers a street of the old ledger, has its plates made and put up, and confirms some of them to their owners. */
export const planStreetPlates = (desk: PlaceNameDesk, day: CivilDate, name: string, doors: number, metres: number): void => {
  const subject = oldEntity(name)
  desk.plan(day, (on) => {
    const street = oldStreets.find((one) => one.name === name)
    return { kind: 'plate.numbered', subject, body: { day: on, document: '', name, street: modelNumbering[street?.run ?? 'EW'], estate: null, rows: [...numbersOf(desk, name, doors, metres)] } }
  })
  const current = () => desk.books.get(subject)?.plates.filter(({ standing }) => standing === 'current') ?? []
  desk.plan(desk.later(day, 8), (on) => ({ kind: 'plate.made', subject, body: { day: on, batch: `${on.slice(0, 7)}-1`, size: doors > 40 ? 'gate.middle' : 'gate.small', maker: '示例标牌厂（示例）', keys: current().map(({ key }) => key) } }))
  desk.plan(desk.later(day, 15), (on) => current().slice(0, Math.ceil(doors * 0.8)).map(({ key, label }): Action => ({ kind: 'plate.mounted', subject, body: { day: on, key, qr: '', position: `${label}门侧`, photo: '' } })))
  desk.plan(desk.later(day, 20), (on) => current().slice(0, 6).map(({ key }, index): Action => ({ kind: 'plate.confirmed', subject, body: { day: on, key, certificate: desk.nextNumber('plate', on), owner: `示例住户 ${index + 1}`, use: '住宅', former: '' } })))
}

/** Numbers the buildings of an estate named in the year. */
export const planEstatePlates = (desk: PlaceNameDesk, day: CivilDate, name: string): void => desk.plan(day, (on) => {
  const entity = [...desk.entities.values()].find((one) => findStandardName(one)?.name === name)
  if (entity === undefined) return []
  const buildings = Array.from({ length: 12 }, (_, index) => ({ id: `示例楼 ${index + 1}`, position: at(9230 + (index % 4) * 80, 3040 + Math.floor(index / 4) * 90), use: 'building' as const }))
  const rows = numberEstate(buildings, modelEstateNumbering).map(({ number, label, state, building }): NumberedPlate => ({ type: 'building', within: '', number, sub: 0, label, state, frontage: building, side: '', metres: 0, position: buildings.find(({ id }) => id === building)?.position ?? null }))
  return { kind: 'plate.numbered', subject: entity.id, body: { day: on, document: '', name, street: null, estate: modelEstateNumbering, rows } }
})

/** The concordance of a renamed lane, and proofs for those whose papers bear the old name. */
export const planAfterRenaming = (desk: PlaceNameDesk, day: CivilDate): void => {
  const subject = oldEntity(renamedLane.from)
  desk.plan(day, (on) => {
    const book = desk.books.get(subject)
    return book === undefined || book.name !== renamedLane.to ? [] : { kind: 'plate.concorded', subject, body: { day: on, document: desk.nextNumber('plate', on), rows: [...concordanceOf(book)] } }
  })
  for (let index = 0; index < 6; index += 1) {
    desk.plan(desk.later(day, 4 + index * 9), (on) => {
      const book = desk.books.get(subject)
      const plate = book?.plates.filter(({ standing }) => standing === 'current')[index]
      if (book === undefined || plate === undefined || book.name !== renamedLane.to) return []
      const before = '示例省示例市示例区示例街道'
      const owner = `示例住户 ${index + 21}`
      const decided = decideProof({ day: on, number: desk.nextNumber('proof', on), applicant: owner, owner, entityId: subject, key: plateKey(plate), standard: `${before}${renamedLane.to}${plate.label}`, forms: [{ source: 'realEstate', document: '', written: `${before}${renamedLane.from}${plate.label}` }, { source: 'household', document: '', written: `示例区${renamedLane.from}${plate.label}` }], signer: '沈石渠' }, { standard: { name: renamedLane.to, number: { number: plate.number, sub: plate.sub } }, formerNames: [renamedLane.from], formerNumbers: [], answers: [] })
      return decided.kind === 'action' ? decided.action : []
    })
  }
}

const neighbours = ['样本区', '范例区', '例县', '示范市'] as const
interface Line { readonly id: string; readonly facts: BoundaryFacts; readonly inspected: number | undefined }
const linesOf = (first: CivilDate): readonly Line[] => Array.from({ length: 7 }, (_, index): Line => {
  const county = index < 4
  const inspected = index < 5 ? 50 + index * 62 : undefined
  const name = county ? `示例区—${neighbours[index] ?? ''}线` : (['示例街道—样本街道线', '范例镇—东例镇线', '样本街道—东例镇线'] as const)[index - 4] ?? ''
  const sides = county ? ['示例区', neighbours[index] ?? ''] : name.replace('线', '').split('—')
  return {
    id: `sample-k${String(index + 1).padStart(6, '0')}`, inspected,
    facts: {
      code: '', name, level: county ? 'county' : 'township', neighbours: sides, lengthKilometres: (124 + index * 31) / 10, approvedOn: inspected === undefined ? addDays(first, -300) : addMonths(addDays(first, inspected + 25), -60), approver: county ? '示例市人民政府（示例）' : '示例区人民政府（示例）', document: county ? '示政函〔2001〕8号（示例）' : '', geometry: lineOf([100 + index * 1500, 0], [400 + index * 1500, 4000], [200 + index * 1500, 8700]),
      markers: Array.from({ length: county ? 4 : 2 }, (_, marker) => ({ number: `${county ? '0101' : '0102'}-${index + 1}-${marker + 1}`, type: 'double' as const, keeper: marker % 2 === 0 ? (sides[0] ?? '') : (sides[1] ?? ''), position: at(200 + index * 1500, 1000 + marker * 2000), place: `界线第 ${marker + 1} 段（示例）` })),
    },
  }
})

/** Lines of the district, the plan of each year, and five joint inspections in the year. */
export const planBoundaries = (desk: PlaceNameDesk, first: CivilDate): void => {
  const lines = linesOf(first)
  desk.plan(first, (day) => lines.map(({ id, facts }): Action => ({ kind: 'boundary.registered', subject: id, body: { day, facts } })))
  const dayOf = ({ inspected }: Line): CivilDate => desk.open(addDays(first, inspected ?? 0))
  for (const [year, due] of Map.groupBy(lines.filter(({ inspected }) => inspected !== undefined), (line) => Number(dayOf(line).slice(0, 4)))) {
    const set = desk.open(year === Number(first.slice(0, 4)) ? addDays(first, 3) : civilDate(`${year}-01-08`))
    desk.plan(set, (day) => ({ kind: 'boundaryPlan.set', subject: `boundaryPlan/${year}`, body: { day, year, document: `示民发〔${year}〕3号（示例）`, lines: due.map((line) => ({ line: line.id, by: `${year}-12-31`, lead: line.facts.neighbours[0] ?? '' })) } }))
  }
  lines.forEach((line, index) => {
    if (line.inspected === undefined) return
    const damaged = index === 1
    const report = `示界检〔示例〕${index + 1}号`
    const on = dayOf(line)
    desk.plan(on, (day): BoundaryAction => ({ kind: 'boundary.inspected', subject: line.id, body: { day, from: day, kind: 'regular', cause: '', sides: line.facts.neighbours, lengthKilometres: line.facts.lengthKilometres, markers: line.facts.markers.map(({ number }, marker) => ({ number, state: damaged && marker === 1 ? ('damaged' as const) : ('sound' as const), note: damaged && marker === 1 ? '基座开裂' : '' })), report, archiveNumber: '', result: damaged ? 'mended' : 'clear', note: '双方共同踏勘，界线清楚（示例）。', photos: [] } }))
    if (damaged) desk.plan(desk.later(on, 12), (day): BoundaryAction => ({ kind: 'boundary.markerMended', subject: line.id, body: { day, marker: line.facts.markers[1]?.number ?? '', how: 'repaired', by: line.facts.neighbours[1] ?? '', neighbourPresent: true, note: '重新浇筑基座（示例）' } }))
    if (index < 4) desk.plan(desk.later(on, 15), (day): BoundaryAction => ({ kind: 'boundary.resultFiled', subject: line.id, body: { day, report, with: line.facts.approver, document: '' } }))
  })
}

const irregular = [
  { day: 40, name: '环球花园', where: '示例街道桂枝街', class: 'big', holder: '示例物业公司（示例）', standard: '青简花园', how: 'corrected' },
  { day: 41, name: '塞纳小镇', where: '样本街道梧桐街', class: 'foreign', holder: '示例置业公司（示例）', standard: '梧桐苑', how: 'corrected' },
  { day: 160, name: '文渊大街', where: '样本街道文渊路', class: 'notStandard', holder: '示例广告公司（示例）', standard: '文渊路', how: 'signMended' },
  { day: 330, name: '哈哈巷', where: '东例镇', class: 'unapproved', holder: '示例商户（示例）', standard: '', how: undefined },
] as const

/** Names found in use that are not as they should be; the last is still open. */
export const planIrregular = (desk: PlaceNameDesk, first: CivilDate): void => irregular.forEach(({ day, name, where, class: of, holder, standard, how }, index) => {
  const subject = `sample-w${String(index + 1).padStart(6, '0')}`
  const found = desk.open(addDays(first, day))
  desk.plan(found, (on): IrregularAction => ({ kind: 'irregularName.found', subject, body: { day: on, facts: { name, where, class: of, source: index < 2 ? 'cleanUp' : 'patrol', holder, contact: '', standard, entityId: standard === '' ? '' : oldEntity(standard), found: `现场使用“${name}”（示例）。` } } }))
  desk.plan(desk.later(found, 3), (on): IrregularAction => ({ kind: 'irregularName.noticed', subject, body: { day: on, number: desk.nextOf('示民改', on), deadline: addDays(on, 30), demands: standard === '' ? '停止使用未经批准的名称。' : `改用标准地名“${standard}”。` } }))
  if (how !== undefined) desk.plan(desk.later(found, 18), (on): IrregularAction => ({ kind: 'irregularName.settled', subject, body: { day: on, how, document: '', note: '已经整改（示例）' } }))
})

/** The name plan of the new town, out of which the names of the year come. */
export const planNamePlan = (desk: PlaceNameDesk, first: CivilDate): void => desk.plan(first, (day): NamePlanAction => ({
  kind: 'namePlan.adopted', subject: 'sample-q000001',
  body: { day, facts: { title: '示例新城地名方案（2024—2035年）（示例）', area: '示例新城', document: '示政函〔2024〕31号（示例）', approver: '示例区人民政府（示例）', from: '2024-07-01', to: '2035-12-31', names: newStreets.slice(0, 28).map(({ name, township }) => ({ name, kind: 'STREET' as const, township, location: '', note: '' })) } },
}))

export const platesOfYear = [[renamedLane.from, 20, 560], [extendedRoad, 84, 4000]] as const
