import type { Placement } from '../../domain/burial/codes.ts'
import type { FacilityFacts } from '../../domain/burial/facilities/actions.ts'
import { provincialItems } from '../../domain/burial/facilities/form.ts'
import type { InspectionForm } from '../../domain/burial/facilities/form.ts'
import { scoreInspection } from '../../domain/burial/facilities/form.ts'
import type { Section } from '../../domain/burial/placement/actions.ts'
import { plotId } from '../../domain/burial/placement/cemetery.ts'
import type { RelocationNotice } from '../../domain/burial/relocation/actions.ts'
import { compensate } from '../../domain/burial/relocation/tariff.ts'
import type { Action } from '../../domain/action.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays } from '../../domain/dates.ts'
import { text } from '../../domain/text.ts'
import { adminId, clerkIds, managerId } from '../accounts.ts'
import { chineseName } from '../names.ts'
import { stepOf } from '../office.ts'
import { sampleArea } from '../places.ts'
import type { Step } from '../script.ts'
import type { BurialDesk } from './desk.ts'
import { samplePrices, sampleRewardPolicy, sampleWaiverPolicy } from './policies.ts'

/** What the sample office has around its cases: cemeteries, facilities, a relocation, the days of Qingming, graves outside the law. */

const minute = 60_000
const hour = 60 * minute
const documents = '示例数据'

const rows = (count: number, levels: number, columns: number): Section['rows'] => Array.from({ length: count }, (_, index) => ({ row: String(index + 1), levels, columns }))

/** Where the ashes of the sample lie: a public cemetery, and a columbarium whose first floor has 20,000 niches. */
export const cemeteries = [
  {
    id: 'sample-cemetery', name: '示例区公益性公墓（示例）', kind: 'publicCemetery',
    sections: [
      { code: '福寿园', name: '福寿园', what: 'plot', form: 'ashes', size: 'double', capacity: 2, areaDm2: 80, steleCm: 80, rows: rows(24, 1, 40), eco: false },
      { code: '青松园', name: '青松园', what: 'plot', form: 'ashes', size: 'single', capacity: 1, areaDm2: 50, steleCm: 60, rows: rows(20, 1, 36), eco: false },
      { code: '树葬区', name: '树葬区', what: 'plot', form: 'ashes', size: 'multi', capacity: 4, areaDm2: 40, steleCm: 0, rows: rows(10, 1, 30), eco: true },
    ],
  },
  { id: 'sample-columbarium', name: '示例区骨灰堂（示例）', kind: 'publicColumbarium', sections: [{ code: '一层', name: '一层', what: 'niche', form: 'ashes', size: 'double', capacity: 2, areaDm2: 0, steleCm: 0, rows: rows(25, 8, 100), eco: false }] },
] as const satisfies readonly { id: string; name: string; kind: 'publicCemetery' | 'publicColumbarium'; sections: readonly Section[] }[]

/** The next free plot or niche for ashes; somebody chooses, so places are taken here and there. */
export const placeIn = (desk: BurialDesk, how: 'plot' | 'niche'): { readonly plot: string; readonly cemetery: string; readonly name: string; readonly words: string } => {
  const cemetery = how === 'plot' ? cemeteries[0] : cemeteries[1]
  const section: Section = how === 'niche' ? cemeteries[1].sections[0] : cemeteries[0].sections[desk.nextPlace('turn') % 2 === 0 ? 0 : 1]
  const line = section.rows[0] ?? { levels: 1, columns: 1 }
  const whole = section.rows.length * line.levels * line.columns
  // A step without a common divisor goes through all of them once.
  const place = (desk.nextPlace(section.code) * (how === 'niche' ? 7919 : 389)) % whole
  const at = { cemetery: cemetery.id, section: section.code, row: String(Math.floor(place / (line.levels * line.columns)) + 1), level: (Math.floor(place / line.columns) % line.levels) + 1, column: (place % line.columns) + 1 }
  return { plot: plotId(at, section.what), cemetery: cemetery.id, name: cemetery.name, words: how === 'niche' ? `${section.name} ${at.row} 架 ${at.level} 层 ${at.column} 号` : `${section.name} ${at.row} 排 ${at.column} 号` }
}

/** Where ashes go that keep no plot. */
export const ecoFields: Readonly<Record<Exclude<Placement, 'plot' | 'niche'>, string>> = { sea: '示例海域（示例）', tree: '示例区公益性公墓树葬区（示例）', lawn: '示例区公益性公墓草坪葬区（示例）', flower: '示例区公益性公墓花葬区（示例）', wall: '示例区公益性公墓壁葬墙（示例）', notKept: '不保留骨灰' }

const setting = (key: string, value: unknown): Action => ({ kind: 'setting.changed', subject: key, body: { key, value, source: documents }, reason: documents })

/** Settings, policies and cemeteries, on the first day before the doors open. */
export const foundingSteps = (day: CivilDate, home: { readonly id: string; readonly name: string }): readonly Step[] => {
  const acts: readonly (readonly [string, Action])[] = [
    [adminId, setting('burial.homeName', home.name)], [adminId, setting('burial.homeId', home.id)], [adminId, setting('burial.provider', 'funeralHome')], [adminId, setting('burial.cremationArea', 'yes')], [adminId, setting('burial.institution', '01')], [adminId, setting('burial.prices', samplePrices)],
    [managerId, { kind: 'waiver.policyAdopted', subject: sampleWaiverPolicy.id, body: { policy: sampleWaiverPolicy, day, copiedFrom: '' }, reason: documents, second: clerkIds[0] }],
    [managerId, { kind: 'reward.policyAdopted', subject: sampleRewardPolicy.id, body: { policy: sampleRewardPolicy, day }, reason: documents, second: clerkIds[0] }],
    ...cemeteries.flatMap(({ id, name, kind, sections }): (readonly [string, Action])[] => [
      [managerId, { kind: 'cemetery.registered', subject: id, body: { facts: { name, kind, area: sampleArea, township: '示例街道', foundedOn: '2012-05-01', standing: 'approved', document: '示民〔2012〕8号（示例）', authority: '示例省民政厅（示例）' }, day } }],
      ...sections.map((section): readonly [string, Action] => [managerId, { kind: 'cemetery.laidOut', subject: id, body: { section, day } }]),
    ]),
  ]
  return acts.map(([account, action], index) => stepOf(day, 8 * hour + index * 1000, account, '', () => action))
}

const towns = ['示例街道', '样本街道', '范例镇', '东例镇', '例河乡', '例山乡']
const villages = ['一村', '二村', '三村', '四村', '五村', '六村']
const form: InspectionForm = { id: 'provincial', title: text('殡葬设施年检评分表', 'Annual inspection of funeral facilities'), source: documents, verified: false, items: provincialItems, passFrom: 80, fixFrom: 60 }

/** 218 facilities, 17 of them with approved prices: the home, the cemeteries, and village burial grounds. */
export const facilitySteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const named: FacilityFacts[] = [
    { name: '示例区殡仪馆（示例）', kind: 'funeralHome', area: sampleArea, township: '示例街道', foundedOn: '1998-06-01', document: '示政〔1998〕12号（示例）' },
    ...cemeteries.map(({ name, kind }): FacilityFacts => ({ name, kind, area: sampleArea, township: '示例街道', foundedOn: '2012-05-01', document: '示民〔2012〕8号（示例）' })),
    { name: '示例区殡仪服务站（示例）', kind: 'serviceStation', area: sampleArea, township: '样本街道', foundedOn: '2016-03-01', document: '示民〔2016〕3号（示例）' },
  ]
  const facts: readonly FacilityFacts[] = [...named, ...Array.from({ length: 218 - named.length }, (_, index): FacilityFacts => ({
    name: `${towns[index % towns.length] ?? ''}${villages[Math.floor(index / towns.length) % villages.length] ?? ''}第${Math.floor(index / 36) + 1}公益性墓地（示例）`, kind: index % 9 === 8 ? 'publicColumbarium' : 'villagePlots', area: sampleArea, township: towns[index % towns.length] ?? '', foundedOn: `${random.int(1996, 2021)}-0${random.int(1, 9)}-15`, document: `示备〔${index + 1}〕号（示例）`,
  }))]
  const ids = facts.map(() => desk.nextId('f'))
  const steps: Step[] = []
  let at = 8 * hour + 5 * minute
  const add = (account: string, action: Action): void => void steps.push(stepOf(day, (at += 1500), account, '', () => action))
  facts.forEach((entry, index) => add(managerId, { kind: 'facility.registered', subject: ids[index] ?? '', body: { facts: entry, day } }))
  ids.slice(0, 17).forEach((id, index) => add(managerId, { kind: 'facility.pricesApproved', subject: id, body: { approval: { document: `示价〔2025〕${index + 3}号（示例）`, authority: '示例区发展和改革局（示例）', from: '2025-01-01', to: '', items: [{ item: '墓位使用费', mostFen: 350_000 }, { item: '格位使用费', mostFen: 80_000 }, { item: '维护管理费（二十年）', mostFen: 80_000 }] }, day } }))
  desk.facilities.push(...ids)
  return steps
}

/** Yearly reports and the inspection of the year before: most pass, some are given time, a few are looked at again. */
export const inspectionSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const year = Number(day.slice(0, 4)) - 1
  const steps: Step[] = []
  let at = 9 * hour
  const add = (action: Action): void => void steps.push(stepOf(day, (at += 1500), managerId, '', () => action))
  desk.facilities.forEach((id, index) => {
    if (index % 7 === 6) return
    for (const report of ['work', 'audit'] as const) if (report === 'work' || random.chance(0.93)) add({ kind: 'facility.reported', subject: id, body: { year, report, day } })
    const poor = random.chance(0.08)
    const items = provincialItems.map(({ id: item, most }) => {
      const points = Math.round(most * (poor ? 0.62 : 0.82 + random.next() * 0.18))
      return { item, points, note: points < most ? '资料不全，限期补正' : '' }
    })
    const { score, result } = scoreInspection(form, items)
    add({ kind: 'facility.inspected', subject: id, body: { year, day, form, items, score, result, deadline: result === 'fix' ? addDays(day, 42) : '', inspectors: ['检查员甲（示例）', '检查员乙（示例）'] } })
    if (result === 'fix' && random.chance(0.7)) desk.plan(addDays(day, random.int(20, 40)), (on) => [stepOf(on, 10 * hour + index * 1000, managerId, '', () => ({ kind: 'facility.reinspected', subject: id, body: { year, day: on, mended: true, note: '已补正' } }))])
  })
  return steps
}

const notice = (day: CivilDate): RelocationNotice => ({
  number: `示迁〔${day.slice(0, 4)}〕1号（示例）`, parcel: '示例大道北侧地块', township: '东例镇', landUser: '示例区土地储备中心（示例）', publishedOn: day, deadline: addDays(day, 45),
  tariff: { id: 'sample-relocation', title: text('示例区迁坟补偿标准（示例）', 'Relocation of the sample district (sample)'), document: '示例区迁坟补偿方案（示例）', documentNumber: '示政〔2025〕6号（示例）', source: documents, verified: false, rows: [{ type: 'cement', size: 'double', fen: 160_000 }, { type: 'cement', size: 'single', fen: 100_000 }, { type: 'earth', size: 'double', fen: 80_000 }, { type: 'earth', size: 'single', fen: 50_000 }, { type: 'boneJar', size: 'any', fen: 20_000 }], steps: [{ days: 20, percent: 100 }, { days: 30, percent: 80 }, { days: 40, percent: 50 }], cellRewardFen: 10_000, cellPlotFen: 0 },
})

/** A relocation: declared within its days, confirmed, exhumed, paid by the tariff of the notice, and re-interred. */
export const relocationSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const published = notice(day)
  const at = (on: CivilDate, action: () => Action, from = 9): Step => stepOf(on, from * hour + random.int(0, 5 * hour), clerkIds[2], '3', action)
  for (let index = 0; index < 24; index += 1) {
    const id = desk.nextId('g')
    const declared = addDays(day, random.int(1, 40))
    const cells = random.chance(0.5) ? 2 : 1
    const type = random.pick(['cement', 'earth'] as const)
    const owner = chineseName(random, random.chance(0.6) ? '1' : '2', '01').name
    const ownerIdentityNumber = desk.numbers(sampleArea, addDays(day, -365 * random.int(30, 70)), '1')
    const [confirmed, exhumed] = [addDays(declared, random.int(1, 3)), addDays(declared, random.int(4, 9))]
    const [paid, rested] = [addDays(exhumed, random.int(2, 7)), addDays(exhumed, random.int(8, 14))]
    const done = random.chance(0.85)
    desk.plan(declared, (on) => [at(on, () => ({ kind: 'relocation.declared', subject: id, body: { declaration: { notice: published.number, graveNumber: String(index + 1), type, cells, remains: cells, owner, ownerIdentityNumber, relation: 'child', phone: `100${String(random.int(0, 99_999_999)).padStart(8, '0')}`, photos: [] }, day: on } }))])
    desk.plan(confirmed, (on) => [at(on, () => ({ kind: 'relocation.confirmed', subject: id, body: { day: on, slip: `示迁确〔${on.slice(0, 4)}〕${index + 1}号`, confirmer: '东例镇民政办（示例）', cells, type } }))])
    if (!done) continue
    const place = placeIn(desk, 'niche')
    const amounts = compensate(published.tariff, { type, cells, publicCells: cells, noticeOn: published.publishedOn, movedOn: exhumed })
    desk.plan(exhumed, (on) => [at(on, () => ({ kind: 'relocation.exhumed', subject: id, body: { day: on, bonesCremation: '', remains: cells } }))])
    desk.plan(paid, (on) => [at(on, () => ({ kind: 'relocation.compensated', subject: id, body: { day: on, baseFen: amounts.baseFen, rewardFen: amounts.rewardFen, cellFen: amounts.cellFen, totalFen: amounts.totalFen, publicCells: cells, payee: owner, receipt: `示迁付〔${on.slice(0, 4)}〕${index + 1}号` } }))])
    desk.plan(rested, (on) => [at(on, () => ({ kind: 'relocation.reinterred', subject: id, body: { day: on, to: Array.from({ length: cells }, (_, cell) => ({ how: 'niche', plot: `${place.name} ${place.words}${cell === 0 ? '' : `-${cell + 1}`}`, publicCemetery: true })) } }))])
  }
  return [stepOf(day, 9 * hour, managerId, '', () => ({ kind: 'relocation.noticed', subject: published.number, body: { notice: published } }))]
}

/** Figures of a day of Qingming (1 to 8 April) at the two grounds. */
export const qingmingSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  const of = Number(day.slice(8))
  if (day.slice(5, 7) !== '04' || of > 8) return []
  const weight = [0.4, 0.7, 1.2, 3, 4, 2.4, 1, 0.5][of - 1] ?? 0.5
  return cemeteries.map(({ name }, index) => stepOf(day, 16 * hour + index * minute, clerkIds[2], '3', () => {
    const visitors = Math.round(weight * random.int(1400, 2100))
    const ashes = random.int(2, 14)
    return { kind: 'qingming.counted', subject: `${name}/${day}`, body: { site: name, of: day, day, figures: { visitors, vehicles: Math.round(visitors / random.int(3, 5)), incidents: random.chance(0.1) ? 1 : 0, complaints: random.chance(0.3) ? random.int(1, 3) : 0, lowCarbon: Math.round(visitors * (0.6 + random.next() * 0.2)), online: random.int(100, 600), ashes, eco: random.int(0, Math.min(3, ashes)) } } }
  }))
}

/** Now and then a grave outside the law is found, ordered to be cleared, and cleared. */
export const illegalGraveSteps = (desk: BurialDesk, day: CivilDate): readonly Step[] => {
  const { random } = desk
  if (!random.chance(0.3)) return []
  const id = desk.nextId('x')
  const at = (on: CivilDate, make: () => Action): Step => stepOf(on, 14 * hour + random.int(0, 90) * minute, clerkIds[2], '3', make)
  const ordered = addDays(day, random.int(1, 6))
  const deadline = addDays(ordered, 30)
  const cells = random.int(1, 2)
  const how = random.pick(['moved', 'levelled', 'greened', 'eco'] as const)
  desk.plan(ordered, (on) => [at(on, () => ({ kind: 'illegalGrave.ordered', subject: id, body: { day: on, document: `示责改〔${on.slice(0, 4)}〕${id.slice(-4)}号`, deadline } }))])
  if (random.chance(0.84)) desk.plan(addDays(ordered, random.int(5, 45)), (on) => [at(on, () => ({ kind: 'illegalGrave.cleared', subject: id, body: { day: on, how, to: how === 'moved' ? '示例区公益性公墓（示例）' : '', document: '' } }))])
  return [at(day, () => ({ kind: 'illegalGrave.found', subject: id, body: { day, township: random.pick(towns), village: random.pick(villages), ground: random.pick(['farmland', 'forest', 'road'] as const), cells, built: random.chance(0.3) ? 'new' : 'old', owner: '', finder: '巡查员（示例）' } }))]
}

/** The month before is closed on the fifth, by two people; deaths of the year before stand as denominators. */
export const closingSteps = (desk: BurialDesk, day: CivilDate, first: boolean): readonly Step[] => {
  const steps: Step[] = []
  const entered = (period: string, base: 'reportedDeaths' | 'urbanDeaths', value: number): Action => ({ kind: 'burial.denominatorEntered', subject: `denominator/${period}/${base}`, body: { period, base, value, source: '示例数据', fromNumerator: false, day }, reason: documents })
  if (first) for (const [index, year] of [Number(day.slice(0, 4)), Number(day.slice(0, 4)) + 1].entries()) {
    steps.push(stepOf(day, 8 * hour + 40 * minute + index * 2000, managerId, '', () => entered(String(year), 'reportedDeaths', 980)), stepOf(day, 8 * hour + 40 * minute + index * 2000 + 1000, managerId, '', () => entered(String(year), 'urbanDeaths', 105)))
  }
  const month = addDays(day, -6).slice(0, 7)
  const sums = desk.counts.get(month)
  if (day.slice(8) === '05' && sums !== undefined) steps.push(stepOf(day, 15 * hour, managerId, '', () => ({ kind: 'burial.monthClosed', subject: `month/${month}`, body: { month, day, head: '', cremated: sums.cremated, waivedFen: sums.waivedFen }, reason: '月报已核对', second: clerkIds[2] })))
  return steps
}
