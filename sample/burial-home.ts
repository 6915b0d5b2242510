import type { Action, Actor } from '../domain/action.ts'
import { formatPaperNumber, usualPattern } from '../domain/burial/numbers.ts'
import { recordingKeptUntil } from '../domain/burial/storage.ts'
import { waiverFactsOf } from '../domain/burial/waiver-facts.ts'
import type { BurialFile } from '../domain/burial/file.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, addMonths, civilDate, daysBetween, monthOf, monthRange } from '../domain/dates.ts'
import { decideReversal, decideSettlement } from '../domain/waiver/settle.ts'
import type { BillLine } from '../domain/waiver/facts.ts'
import { actual, by, cremated, flag, item, layer, policy, who } from '../domain/waiver/library/make.ts'
import type { WaiverPolicy } from '../domain/waiver/policy.ts'
import { text } from '../domain/text.ts'
import { adminId, clerkIds, managerId } from './accounts.ts'
import { makeDeceased, signedConsent } from './burial/deceased.ts'
import type { NumberSource } from './people.ts'
import { countedNumbers } from './people.ts'
import { sampleArea, sampleHome } from './places.ts'
import type { Random } from './random.ts'
import { seeded } from './random.ts'
import { instantAt } from './script.ts'

/** What a home did in some months, as a report prints it: 具 and 例. */
export interface HomeYear {
  readonly first: CivilDate
  readonly last: CivilDate
  readonly bodies: number
  readonly vigils: number
  /** Of the vigils those of two days, of the bodies those stored for two days, whose ashes are deposited, and who were collected in the town. */
  readonly twoDayVigils: number
  readonly twoDayStorage: number
  readonly deposits: number
  readonly urban: number
  /** Months are closed on the fifth, and some cases are entered after it. */
  readonly closes: boolean
}

/** 年内至十月: 5,714 bodies, 692 vigils with 810,600 yuan of hall rent waived, and 3,190,060 yuan of the four basic items. */
export const publishedHome: HomeYear = { first: civilDate('2025-01-01'), last: civilDate('2025-10-31'), bodies: 5714, vigils: 692, twoDayVigils: 659, twoDayStorage: 1551, deposits: 2400, urban: 728, closes: true }

/** The policy of that home, made up so that its amounts come to the report: 180 transport, 60 a day in the cold, 260 cremation, 100 for a year's storage of the ashes, 600 a day for the vigil hall. */
export const homePolicy: WaiverPolicy = policy({
  id: 'SAMPLE-HOME', title: text('示例市惠民殡葬减免办法（示例）', 'Waivers of the sample city (sample)'), document: '示例市民政局关于惠民殡葬减免的通知（示例）', documentNumber: '示市民〔1970〕1号（示例）', source: '示例数据，不是真实文件', sourceGrade: 'weak', areas: [sampleArea], from: '1970-01-01', appliesBy: 'cremation', modes: ['till'],
  bearers: [{ id: 'district', title: text('示例区财政', 'the district'), share: 6, when: [] }, { id: 'city', title: text('示例市财政', 'the city'), share: 4, when: [] }],
  layers: [layer('base', [who('here', '在本馆火化的逝者', 'everybody cremated here', [cremated()])], [
    actual('transport', 180), item('coldStorage', by('day', { price: 60, quantity: 3, cap: 180 }), { clockStart: 'arrival' }), actual('cremation', 260), item('ashStorage', by('year', { price: 100, quantity: 1, cap: 100 }), { clockStart: 'cremation' }),
    item('vigilHall', by('day', { price: 600, quantity: 2, cap: 1200 }), { when: [flag('centralisedVigil')] }),
  ])],
})

/** Puts the policy in force. */
export const homeFounded = (day: CivilDate): readonly (readonly [Actor, Action])[] => [[{ account: managerId, counter: '', at: instantAt(day, 28_800_000) }, { kind: 'waiver.policyAdopted', subject: homePolicy.id, body: { policy: homePolicy, day, copiedFrom: '' }, reason: '示例政策', second: adminId }]]

/** Whether the nth of `of` falls to a share, spread evenly so that exactly `share` of them do. */
const falls = (n: number, share: number, of: number): boolean => Math.floor(((n + 1) * share) / of) > Math.floor((n * share) / of)

/** What goes on from one year to the next: people, and the numbers of papers. */
export interface Running { readonly random: Random; readonly numbers: NumberSource; readonly serials: Map<string, number>; cases: number }
/** A home before its first year. */
export const newHome = (seed = 11): Running => ({ random: seeded(seed), numbers: countedNumbers(), serials: new Map(), cases: 0 })

interface Timed { readonly ms: number; readonly account: string; readonly counter: string; readonly make: () => Action }

const bill = (rows: readonly (readonly [BillLine['item'], BillLine['unit'], number, number])[]): BillLine[] => rows.map(([code, unit, quantity, yuan], index) => ({ id: String(index + 1), item: code, unit, quantity, unitPriceFen: yuan * 100, chosen: false, from: '' }))

/** The actions of a home over some months, in order of time: every person and paper is made up, every waiver is settled by the policy, the counts are those of the report. */
export function* homeYear(year: HomeYear, home: Running = newHome()): Generator<readonly [Actor, Action]> {
  const { random, numbers, serials } = home
  const days = daysBetween(year.first, year.last) - 1
  const queue = new Map<CivilDate, Timed[]>()
  const at = (day: CivilDate, ms: number, make: () => Action, account: string, counter: string): void => {
    const list = queue.get(day) ?? []
    queue.set(day, list)
    list.push({ ms, account, counter, make })
  }
  const next = (prefix: string, day: CivilDate): string => {
    const key = `${prefix} ${day.slice(0, 4)}`
    const serial = (serials.get(key) ?? 0) + 1
    serials.set(key, serial)
    return formatPaperNumber(usualPattern, { prefix, area: sampleArea, year: Number(day.slice(0, 4)), institution: '01', serial })
  }
  const months = new Map<string, { cremated: number; waivedFen: number }>()
  const counted = (day: CivilDate): { cremated: number; waivedFen: number } => {
    const found = months.get(monthOf(day)) ?? { cremated: 0, waivedFen: 0 }
    months.set(monthOf(day), found)
    return found
  }

  const addCase = (n: number, vigil: boolean, vigilDays: number): void => {
    const cremation = addDays(year.first, 2 + Math.floor((n * days) / year.bodies))
    const stored = falls(n, year.twoDayStorage, year.bodies) ? 2 : 1
    const arrival = addDays(cremation, -Math.max(stored, vigil ? vigilDays : 1))
    const counter = n % clerkIds.length
    const clerk = clerkIds[counter] ?? clerkIds[0]
    const ms = 28_800_000 + (n % 97) * 240_000
    // The last day of a month that is closed by the time it is entered: it counts late, on the day of its entry.
    const late = year.closes && cremation === monthRange(monthOf(cremation)).to && cremation < year.last && n % 3 === 0 ? 6 : 0
    const on = (day: CivilDate, plus: number, make: () => Action): void => at(late > 0 ? addDays(cremation, late) : day, ms + plus, make, clerk, String(counter + 1))
    const id = `home-${String((home.cases += 1)).padStart(7, '0')}`
    const made = makeDeceased(random, arrival, numbers)
    const others = year.bodies - year.vigils
    const urban = vigil || falls(n - Math.floor(((n + 1) * year.vigils) / year.bodies), year.urban - year.vigils, others)
    const farewell = !urban && random.chance(0.7)
    const file: BurialFile = { ...made, consent: signedConsent(made, arrival), waiverFlags: { ...made.waiverFlags, centralisedVigil: vigil ? 'yes' : 'no', fromTown: urban ? 'yes' : 'no' } }
    const to = { name: file.agent.name, identityNumber: file.agent.identityNumber, relation: file.agent.relation === '' ? ('kin' as const) : file.agent.relation }
    const act = (kind: string, body: object): Action => ({ kind, subject: id, body })
    const deposited = falls(n, year.deposits, year.bodies)
    on(arrival, 0, () => act('burial.reported', { file }))
    on(arrival, 1000, () => act('burial.received', { arrivedAt: instantAt(arrival, 28_000_000), collectedBy: '接运班（示例）', vehicle: '示A·示例1' }))
    if (vigil) on(arrival, 2000, () => act('burial.vigilHeld', { from: instantAt(arrival, 64_800_000), to: instantAt(cremation, 25_200_000), hall: `守灵${String(1 + (n % 6))}厅` }))
    if (farewell) on(cremation, 2500, () => act('burial.farewellHeld', { heldAt: instantAt(cremation, 28_000_000), hall: `告别${String(1 + (n % 4))}厅` }))
    let certificate = ''
    on(cremation, 3000, () => {
      certificate = next('HZ', cremation)
      if (late === 0) counted(cremation).cremated += 1
      else counted(addDays(cremation, late)).cremated += 1
      return act('burial.cremated', { day: cremation, startedAt: instantAt(cremation, 30_000_000), endedAt: instantAt(cremation, 33_000_000), furnace: `${String(1 + (n % 5))}号平板炉`, operator: clerk, number: certificate, home: sampleHome.id, homeName: sampleHome.name, area: sampleArea, registrar: clerk, recording: `示录${String(n)}`, recordingKeptUntil: recordingKeptUntil(cremation) })
    })
    on(cremation, 3500, () => act('burial.certificateIssued', { number: certificate, day: cremation, to, stubSigned: true, reissueOf: '' }))
    const lines = bill([['transport', 'trip', 1, 220], ['coldStorage', 'day', stored, 60], ['cremation', 'body', 1, 300], ...(vigil ? [['vigilHall', 'day', vigilDays, 650] as const] : []), ...(deposited ? [['ashStorage', 'year', 1, 100] as const] : []), ...(n % 2 === 0 ? [['urn', 'piece', 1, 480] as const] : [])])
    const facts = waiverFactsOf({ file, received: { arrivedAt: instantAt(arrival, 28_000_000) }, cremation: { area: sampleArea, day: cremation }, elsewhere: null }, { lines, mode: 'till', invoice: '', settled: [], cremationArea: '', cremationDay: '' })
    const settle = (day: CivilDate): Action => {
      const action = decideSettlement([homePolicy], facts, { caseId: id, day, registrar: clerk, number: next('JMZ', day) })
      const { waivedFen } = action.body.waiver
      counted(late > 0 ? addDays(cremation, late) : day).waivedFen += waivedFen
      settled = { number: action.body.number, waivedFen }
      return action
    }
    let settled = { number: '', waivedFen: 0 }
    on(cremation, 4000, () => settle(cremation))
    // Settled on the wrong sheet: taken back a day later, and settled anew.
    if (n % 700 === 350 && late === 0) {
      const again = addDays(cremation, 1)
      at(again, ms + 4000, () => {
        counted(again).waivedFen -= settled.waivedFen
        return decideReversal({ caseId: id, ...settled }, { account: managerId, second: adminId, reason: '结算单录入有误，撤销后重新结算', day: again })
      }, managerId, '')
      on(again, 5000, () => settle(again))
    }
    if (deposited) on(cremation, 6000, () => act('burial.ashesDeposited', { number: next('JJZ', cremation), day: cremation, place: { facility: sampleHome.id, facilityName: sampleHome.name, position: `寄存楼 ${String(1 + (n % 4))} 区 ${String(1 + (n % 60))} 排` }, holder: to, to: addMonths(cremation, 12) }))
    else on(cremation, 6000, () => act('burial.ashesReleased', { number: next('LZ', cremation), day: cremation, to, signed: true }))
    const placing = addDays(cremation, 3 + (n % 15))
    if (!deposited && n % 4 === 0 && late === 0 && placing <= year.last) on(placing, 7000, () => act('burial.placed', { number: '', day: placing, how: (['sea', 'tree', 'lawn', 'niche', 'plot'] as const)[(n / 4) % 5] ?? 'niche', place: { facility: '', facilityName: '示例公益性公墓（示例）', position: `${String(1 + (n % 80))}排` }, witness: '', document: '' }))
  }

  let vigils = 0
  for (let n = 0; n < year.bodies; n += 1) {
    const vigil = falls(n, year.vigils, year.bodies)
    addCase(n, vigil, vigil && falls(vigils++, year.twoDayVigils, year.vigils) ? 2 : 1)
  }
  for (let day = year.first; day <= addDays(year.last, 8); day = addDays(day, 1)) {
    if (year.closes && day.endsWith('-05') && day > addMonths(year.first, 1)) {
      const month = monthOf(addDays(day, -10))
      const sums = months.get(month) ?? { cremated: 0, waivedFen: 0 }
      at(day, 20_000_000, () => ({ kind: 'burial.monthClosed', subject: `month/${month}`, body: { month, day, head: '', ...sums }, reason: '月报已核对', second: adminId }), managerId, '')
    }
    const list = (queue.get(day) ?? []).sort((a, b) => a.ms - b.ms)
    queue.delete(day)
    for (const { ms, account, counter, make } of list) yield [{ account, counter, at: instantAt(day, ms) }, make()]
  }
}
