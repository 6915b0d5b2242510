import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Action, JournalEntry } from '../../../domain/action.ts'
import type { BurialAction } from '../../../domain/burial/actions.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { emptyBurialFile } from '../../../domain/burial/file.ts'
import { foldBurial } from '../../../domain/burial/fold.ts'
import type { BurialCase } from '../../../domain/burial/fold.ts'
import { burialIdentities } from '../../../domain/burial/statistics/identities.ts'
import { checkIdentity } from '../../../domain/statistics/counted.ts'
import { countFactsOf, deathAgeBand, originOf, residentOf } from '../../../domain/burial/statistics/facts.ts'
import { addDays, civilDate, monthRange, shiftMonth } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { SettledWaiver, WaiverAction } from '../../../domain/waiver/actions.ts'
import { tallyWaivers, waiverRows } from '../../../domain/waiver/tally.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { clerk, newRegister } from './helpers.ts'

const area = '990101'
const agent = { name: '示例甲', identityNumber: '990101196001010010', relation: 'child' as const }
const all = { from: '1950-01-01', to: '9999-12-31' }
const two = { second: 'clerk-9', reason: '更正' } as const

const fileOf = (which: number, facts: Partial<BurialFile['deceased']> = {}, kind: BurialFile['kind'] = 'body', town: 'yes' | 'no' | undefined = undefined): BurialFile => ({
  ...emptyBurialFile(), kind, waiverFlags: town === undefined ? {} : { fromTown: town },
  deceased: { ...emptyBurialFile().deceased, name: `示例逝者${String(which)}`, identityType: 'resident', identityNumber: `99010119400101${String(1000 + which)}`, sex: '1', birth: '1940-01-01', death: '2026-01-02', hukou: area, manner: 'normal', cause: '02', ...facts },
})
const at = (day: string, hour = '09:00:00'): string => `${day}T${hour}.000+08:00`
const cremated = (id: string, day: string, home = 'H1'): Action => ({ kind: 'burial.cremated', subject: id, body: { day, startedAt: at(day, '10:00:00'), endedAt: at(day, '11:00:00'), furnace: '1', operator: 'x', number: `HZ-${id}`, home, homeName: `示例殡仪馆${home}`, area, registrar: 'clerk-1', recording: '', recordingKeptUntil: addDays(civilDate(day), 90) } })
const settled = (id: string, number: string, day: string, parts: readonly (readonly ['cremation' | 'transport' | 'vigilHall' | 'urn', number, number])[], counted: 'universal' | 'minimumLiving' = 'universal'): Action => {
  const waivedFen = parts.reduce((sum, [, , waived]) => sum + waived, 0)
  const actualFen = parts.reduce((sum, [, actual]) => sum + actual, 0)
  const waiver: SettledWaiver = {
    facts: { areas: { hukou: area, death: area, cremation: area }, days: { death: '', arrival: '', cremation: '', invoice: '' }, flags: {}, mode: 'till', lines: [], settled: [] }, mode: 'till', day, actualFen, waivedFen, selfPaidFen: actualFen - waivedFen,
    grants: [{ policy: 'P1', layer: 'base', class: 'all', counted, waivedFen, bearers: [{ bearer: 'county', fen: waivedFen - Math.floor(waivedFen / 3) }, { bearer: 'city', fen: Math.floor(waivedFen / 3) }] }],
    lines: parts.map(([item, actual, waived], index) => ({ id: String(index), item, policy: 'P1', actualFen: actual, capFen: null, waivedFen: waived, selfPaidFen: actual - waived })), explanation: [],
  }
  return { kind: 'waiver.settled', subject: id, body: { waiver, registrar: 'clerk-1', number } }
}

interface Step { readonly act: number; readonly which: number; readonly pick: number; readonly back: number }
const steps = fc.array(fc.record({ act: fc.nat(29), which: fc.nat(5), pick: fc.nat(11), back: fc.nat(45) }), { minLength: 60, maxLength: 160, size: 'max' })

const facts = (pick: number): Partial<BurialFile['deceased']> => ({
  sex: (['1', '2', ''] as const)[pick % 3] ?? '1', birth: pick % 4 === 0 ? '' : `19${String(30 + 6 * pick)}-05-01`, age: pick % 4 === 0 ? 40 + pick : null,
  hukou: ['990101', '990102', '990200', '330381', '', 'none', '810000'][pick % 7] ?? '', cause: ['02', '04', '', '99'][pick % 4] ?? '', manner: (['normal', 'police', 'treated', ''] as const)[pick % 4] ?? 'normal',
})

/** One act of a random history; `today` is the day of its entry, the event may lie up to 45 days before. */
const actOf = (step: Step, today: string, serial: number): Action => {
  const id = `b${String(step.which)}`
  const day = addDays(civilDate(today), -step.back)
  const body = (kind: string, given: object): Action => ({ kind, subject: id, body: given })
  const place = (facility: string) => ({ facility, facilityName: facility === '' ? '' : '示例公墓', position: '1' })
  const how = (['plot', 'niche', 'sea', 'tree', 'notKept', 'wall'] as const)[step.pick % 6] ?? 'plot'
  switch (step.act) {
    case 0: case 1: case 2: return body('burial.reported', { file: fileOf(step.which, facts(step.pick), (['body', 'body', 'body', 'limb', 'bones'] as const)[step.pick % 5] ?? 'body', (['yes', 'no', undefined] as const)[step.pick % 3]) })
    case 3: case 4: case 5: return body('burial.received', { arrivedAt: at(day), collectedBy: '', vehicle: '' })
    case 6: return body('burial.stored', { storedAt: at(day, '09:30:00'), unit: '1' })
    case 7: case 8: return body('burial.vigilHeld', { from: at(day), to: '', hall: '1' })
    case 9: return body('burial.farewellHeld', { heldAt: at(day), hall: '1' })
    case 10: case 11: case 12: case 13: return cremated(id, day, step.pick % 2 === 0 ? 'H1' : 'H2')
    case 14: case 15: return body('burial.certificateIssued', { number: step.pick % 3 === 0 ? `BHZ-${id}-${String(serial)}` : `HZ-${id}`, day, to: agent, stubSigned: true, reissueOf: step.pick % 3 === 0 ? `HZ-${id}` : '' })
    case 16: return body('burial.ashesReleased', { number: `LZ-${id}-${String(serial)}`, day, to: agent, signed: true })
    case 17: return body('burial.ashesDeposited', { number: `JZ-${id}-${String(serial)}`, day, place: place(''), holder: agent, to: addDays(civilDate(day), 365) })
    case 18: case 19: return body('burial.placed', { number: '', day, how, place: place(step.pick % 2 === 0 ? 'c1' : step.pick % 3 === 0 ? '' : 'c9'), witness: '', document: '' })
    case 20: return body('burial.moved', { day, how, place: place('c1'), permit: '' })
    case 21: return body('burial.amended', { changes: step.pick % 2 === 0 ? { deceased: fileOf(step.which, facts(step.pick)).deceased } : { waiverFlags: { fromTown: 'yes' } } })
    case 22: case 23: return { ...body('burial.corrected', { changes: step.pick % 4 === 0 ? { kind: (['body', 'limb'] as const)[step.pick % 2] ?? 'body' } : { deceased: fileOf(step.which, facts(step.pick + 3)).deceased } }), ...two }
    case 24: return { ...body('burial.voided', { day }), ...two }
    case 25: case 26: return settled(id, `W-${id}-${String(step.pick % 3)}`, day, [['cremation', 50_000, 30_000 + step.pick], ['vigilHall', 200_000, step.pick % 2 === 0 ? 117_000 : 0], ['urn', 9_900, 0]], step.pick % 2 === 0 ? 'universal' : 'minimumLiving')
    case 27: return { ...body('waiver.reversed', { number: `W-${id}-${String(step.pick % 3)}`, day: today, waivedFen: 30_000 + step.pick + (step.pick % 2 === 0 ? 117_000 : 0) }), ...two }
    case 28: return { kind: 'burial.monthClosed', subject: 'month', body: { month: shiftMonth(today.slice(0, 7), -1 - (step.pick % 2)), day: today, head: '', cremated: 0, waivedFen: 0 }, ...two }
    default: return body('burial.crematedElsewhere', { day, home: '外地示例馆', number: `X-${id}`, area: '330381' })
  }
}

type Sums = ReadonlyMap<string, { readonly count: number; readonly fen: number }>
const cell = (sums: Sums, name: string): number => sums.get(name)?.count ?? 0
const plain = (sums: Sums): Readonly<Record<string, number>> => Object.fromEntries([...sums].filter(([, { count, fen }]) => count !== 0 || fen !== 0).map(([name, { count, fen }]) => [name, count * 1e9 + fen]).sort())

const entriesOf = async (register: Register): Promise<readonly JournalEntry[]> => (await register.read.entries({ limit: 1000 })).rows.toReversed()

/** The cases as their entries leave them, folded without a look at what was counted. */
const casesOf = (entries: readonly JournalEntry[]): readonly BurialCase[] => {
  const bySubject = Map.groupBy(entries.filter(({ action }) => /^burial\.(?!monthClosed)/.test(action.kind)), ({ action }) => action.subject)
  return [...bySubject.values()].map((own) => foldBurial(own as readonly JournalEntry<BurialAction>[]))
}

/** Bodies cremated by every cell they count in, from the folded cases alone. */
const recount = (cases: readonly BurialCase[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const one of cases) {
    if (one.voided !== null) continue
    const { kind, deceased } = one.file
    const known = countFactsOf(one.file)
    if (one.cremation !== null && kind !== 'body') add(`${kind}.total`)
    if (kind !== 'body') continue
    if (one.received !== null) add('received.total')
    if (one.vigils.length > 0) add('vigil.total')
    if (one.farewells.length > 0) add('farewell.total')
    if (one.vigils.length + one.farewells.length > 0) add(`funeral.urban.${one.file.waiverFlags.fromTown ?? 'unknown'}`)
    if (one.resting[0] !== undefined) add(`placed.how.${one.resting[0].how}`)
    if (one.cremation === null) continue
    add('cremated.total')
    add(`cremated.resident.${residentOf(known, area)}`)
    add(`cremated.sex.${deceased.sex === '1' ? 'man' : deceased.sex === '2' ? 'woman' : 'unknown'}`)
    add(`cremated.age.${deathAgeBand(known.age)}.${known.sex}`)
    add(`cremated.origin.${originOf(known, area)}.${known.sex}@${area}/${one.cremation.home}`)
    if (one.certificates.length > 0) add('certificate.first')
    else add('certificate.awaited')
  }
  return counts
}

const play = async (register: Register, history: readonly Step[], onClosed: (month: string) => Promise<void>): Promise<void> => {
  let today = civilDate('2026-01-20')
  await register.transact(clerk(at('2026-01-02'), 'clerk-1'), async (tx) => {
    await tx.record({ kind: 'cemetery.registered', subject: 'c1', body: { facts: { name: '示例公墓', kind: 'publicCemetery', area, township: '', foundedOn: '2010-01-01', standing: 'approved', document: '', authority: '' }, day: '2026-01-02' } })
  })
  // Cases that get somewhere: each is reported and received before chance takes over.
  const begun = history.slice(0, 6).flatMap(({ pick }, which): Step[] => [{ act: 0, which, pick, back: 0 }, { act: 3, which, pick: 1, back: 12 }, ...(pick % 2 === 0 ? [{ act: 10, which, pick: which, back: 3 }] : [])])
  for (const [index, step] of [...begun, ...history].entries()) {
    if (step.pick % 3 === 0) today = addDays(today, 1 + (step.back % 5))
    const action = actOf(step, today, index)
    try {
      await register.transact(clerk(at(today, '12:00:00'), 'clerk-1'), async (tx) => void (await tx.record(action)))
      if (action.kind === 'burial.monthClosed') await onClosed((action.body as { readonly month: string }).month)
    } catch (error) {
      if (!(error instanceof LantaiError) || error.code === 'internal') throw error
    }
  }
}

describe('counted lines of funeral affairs', () => {
  it('sum to a recount of the cases whatever came in whatever order, keep closed months, hold every identity, and are rebuilt alike', async () => {
    let [bodies, lates, reversals] = [0, 0, 0]
    await fc.assert(fc.asyncProperty(steps, async (history) => {
      const register = newRegister()
      const closed = new Map<string, Readonly<Record<string, number>>>()
      await play(register, history, async (month) => void closed.set(month, plain(await register.read.burial.sums(['cremated.', 'waiver.', 'ashes.', 'vigil.', 'certificate.'], monthRange(month)))))
      const { burial } = register.read
      const entries = await entriesOf(register)
      const prefixes = ['cremated.', 'certificate.', 'waiver.', 'ashes.', 'vigil.', 'farewell.', 'funeral.', 'received.', 'placed.', 'limb.', 'bones.', 'deposit.']
      const sums = await burial.sums(prefixes, all)
      // Net of every correction, reversal and void, the lines are the cases as they stand.
      const counted = recount(casesOf(entries))
      for (const [name, count] of counted) expect([name, cell(sums, name)]).toEqual([name, count])
      for (const name of ['cremated.total', 'received.total', 'vigil.total', 'limb.total', 'bones.total', 'certificate.first', 'certificate.awaited']) expect([name, cell(sums, name)]).toEqual([name, counted.get(name) ?? 0])
      bodies += cell(sums, 'cremated.total')
      // Money, against the tally of the waiver itself.
      const tally = tallyWaivers(waiverRows(entries.filter(({ action }) => /^waiver\.(settled|reversed)$/.test(action.kind)) as readonly JournalEntry<WaiverAction>[]), all)
      expect({ ...sums.get('waiver.total') ?? { count: 0, fen: 0 } }).toEqual({ count: tally.total.cases, fen: tally.total.fen })
      for (const [map, prefix] of [[tally.byItem, 'item'], [tally.byGroup, 'group'], [tally.byClass, 'class'], [tally.byBearer, 'bearer'], [tally.byPolicy, 'policy']] as const) for (const [key, { cases, fen }] of map) expect([key, sums.get(`waiver.${prefix}.${key}`)]).toEqual([key, { count: cases, fen }])
      // Identities in every month, and at every month's end.
      const months = await burial.sumsByMonth(prefixes, all)
      for (const month of months.keys()) {
        const [within, standing] = [months.get(month) ?? new Map<string, never>(), await burial.sums(prefixes, { from: all.from, to: monthRange(month).to })]
        for (const identity of burialIdentities.filter(({ id }) => /^(cremated|certificates|waiver|ashes|placements|deposits)/.test(id))) {
          const { holds, line } = checkIdentity(identity, { period: within, standing, ever: sums }[identity.scope])
          expect(holds || line.zh).toBe(true)
        }
      }
      // The year to date, month by month, whole and broken.
      for (const [month] of months) {
        const end = addDays(monthRange(month).to, -7)
        const [before, inside, toDate] = await Promise.all([burial.sums(['cremated.total', 'waiver.total'], { from: '2025-01-01', to: addDays(monthRange(month).from, -1) }), burial.sums(['cremated.total', 'waiver.total'], { from: monthRange(month).from, to: end }), burial.sums(['cremated.total', 'waiver.total'], { from: '2025-01-01', to: end })])
        for (const name of ['cremated.total', 'waiver.total']) expect(toDate.get(name)?.fen ?? 0).toBe((before.get(name)?.fen ?? 0) + (inside.get(name)?.fen ?? 0))
        expect(cell(toDate, 'cremated.total')).toBe(cell(before, 'cremated.total') + cell(inside, 'cremated.total'))
      }
      // A closed month shows for ever what it showed when it was closed.
      for (const [month, then] of closed) expect(plain(await burial.sums(['cremated.', 'waiver.', 'ashes.', 'vigil.', 'certificate.'], monthRange(month)))).toEqual(then)
      // The list behind a number sums to it, page by page; late lines stand under their own day and under the day they count on.
      for (const cells of [['cremated.total'], ['cremated.sex.man', 'cremated.sex.woman', 'cremated.sex.unknown'], ['waiver.total'], ['ashes.here', 'ashes.other']]) {
        const rows = []
        for (let after: string | undefined; ; ) {
          const page = await burial.lines(cells, { from: '2025-06-01', to: '2026-12-31' }, { limit: 3, ...(after === undefined ? {} : { after }) })
          rows.push(...page.rows)
          if (page.next === undefined) {
            expect([page.count, page.fen]).toEqual([rows.reduce((sum, row) => sum + row.count, 0), rows.reduce((sum, row) => sum + row.fen, 0)])
            break
          }
          after = page.next
        }
        expect(new Set(rows.map(({ seq, n }) => `${String(seq)}/${String(n)}`)).size).toBe(rows.length)
        expect(rows.every((row) => row.late === (row.day !== row.countedOn))).toBe(true)
        reversals += rows.filter(({ count }) => count < 0).length
        for (const row of rows.filter(({ late }) => late)) {
          lates += 1
          expect((await burial.lateLines({ from: row.day, to: row.day })).some(({ seq, n }) => seq === row.seq && n === row.n)).toBe(true)
          expect((await burial.lateLines({ from: row.countedOn, to: row.countedOn })).some(({ seq, n }) => seq === row.seq && n === row.n)).toBe(true)
          expect(closed.has(row.countedOn.slice(0, 7)) && row.countedOn.slice(0, 7) === row.day.slice(0, 7)).toBe(false)
        }
      }
      const { folder } = register
      await register.close()
      const report = await verifyFolder(folder)
      expect(report.faults).toEqual([])
    }), { numRuns: 30, endOnFailure: true })
    // The histories came to something.
    expect([bodies > 40, lates > 20, reversals > 20]).toEqual([true, true, true])
  }, 120_000)

  describe('of a closed month', () => {
    let register: Register
    const record = async (day: string, ...actions: readonly Action[]): Promise<void> => {
      await register.transact(clerk(at(day, '12:00:00'), 'clerk-1'), async (tx) => {
        for (const action of actions) await tx.record(action)
      })
    }
    beforeEach(async () => {
      register = newRegister()
      const opening = (which: number, hukou: string): Action => ({ kind: 'burial.reported', subject: `b${String(which)}`, body: { file: fileOf(which, { hukou }) } })
      const arrived = (which: number, day: string): Action => ({ kind: 'burial.received', subject: `b${String(which)}`, body: { arrivedAt: at(day, '08:00:00'), collectedBy: '', vehicle: '' } })
      await record('2026-06-10', opening(1, area), arrived(1, '2026-06-09'), cremated('b1', '2026-06-10'))
      await record('2026-06-11', opening(2, area), arrived(2, '2026-06-10'), cremated('b2', '2026-06-11'), settled('b2', 'W2', '2026-06-11', [['cremation', 50_000, 38_000], ['transport', 20_000, 18_000]]))
      await record('2026-07-01', { kind: 'burial.monthClosed', subject: 'month/2026-06', body: { month: '2026-06', day: '2026-07-01', head: 'x', cremated: 2, waivedFen: 56_000 }, ...two })
      await record('2026-07-03', opening(3, area), arrived(3, '2026-06-29'), cremated('b3', '2026-06-30'))
      await record('2026-07-05', { kind: 'burial.corrected', subject: 'b1', body: { changes: { deceased: fileOf(1, { hukou: '330381', sex: '2' }).deceased } }, ...two })
      await record('2026-07-06', { kind: 'waiver.reversed', subject: 'b2', body: { number: 'W2', day: '2026-07-06', waivedFen: 56_000 }, ...two })
    })

    it('what comes late counts on the day of its entry, and so does a correction', async () => {
      const { burial } = register.read
      const june = await burial.sums(['cremated.', 'waiver.'], { from: '2026-06-01', to: '2026-06-30' })
      expect([cell(june, 'cremated.total'), cell(june, 'cremated.resident.yes'), june.get('waiver.total')]).toEqual([2, 2, { count: 1, fen: 56_000 }])
      const july = await burial.sums(['cremated.', 'waiver.'], { from: '2026-07-01', to: '2026-07-31' })
      expect([cell(july, 'cremated.total'), cell(july, 'cremated.resident.yes'), cell(july, 'cremated.resident.no'), cell(july, 'cremated.sex.woman'), july.get('waiver.total')]).toEqual([1, 0, 1, 1, { count: -1, fen: -56_000 }])
      const [row] = await burial.closedMonths(2026)
      expect(row).toMatchObject({ month: '2026-06', by: 'clerk-1', second: 'clerk-9', cremated: 2, waivedFen: 56_000 })
      expect(row?.late).toBeGreaterThan(3)
      expect((await burial.lateLines({ from: '2026-07-01', to: '2026-07-31' }, ['cremated.total', 'waiver.total', 'no.cell'])).map(({ kind, count }) => [kind, count])).toEqual([['burial.cremated', 1], ['burial.corrected', -1], ['burial.corrected', 1]])
      const { rows } = await burial.lines(['cremated.resident.no', 'cremated.resident.yes'], { from: '2026-07-01', to: '2026-07-31' }, {})
      expect(rows.map(({ day, countedOn, late, kind, count, caseId, name }) => [day, countedOn, late, kind, count, caseId, name])).toEqual([
        ['2026-06-30', '2026-07-03', true, 'burial.cremated', 1, 'b3', '示例逝者3'], ['2026-06-10', '2026-07-05', true, 'burial.corrected', -1, 'b1', '示例逝者1'], ['2026-06-10', '2026-07-05', true, 'burial.corrected', 1, 'b1', '示例逝者1'],
      ])
    })

    it('is closed once, and a broken month is read from its lines', async () => {
      await expect(record('2026-07-08', { kind: 'burial.monthClosed', subject: 'month/2026-06', body: { month: '2026-06', day: '2026-07-08', head: 'x', cremated: 2, waivedFen: 0 }, ...two })).rejects.toMatchObject({ code: 'conflict', field: 'month' })
      const { burial } = register.read
      expect(cell(await burial.sums(['cremated.total'], { from: '2026-06-11', to: '2026-07-03' }), 'cremated.total')).toBe(2)
      expect(cell(await burial.sums(['cremated.total'], { from: '2026-06-10', to: '2026-06-10' }), 'cremated.total')).toBe(1)
      expect(cell(await burial.sums(['cremated.total', 'cremated.'], { from: '2026-06-10', to: '2026-07-31' }), 'cremated.total')).toBe(3)
      expect([...(await burial.homeNames())]).toEqual([['@990101/H1', '示例殡仪馆H1']])
    })

    it('denominators are replaced by period and base', async () => {
      const enter = (value: number): Action => ({ kind: 'burial.denominatorEntered', subject: 'denominator/2026/allDeaths', body: { period: '2026', base: 'allDeaths', value, source: '统计公报', fromNumerator: false, day: '2026-07-09' } })
      await record('2026-07-09', enter(100))
      await record('2026-07-10', enter(120))
      expect(await register.read.burial.denominators({ from: '2026-06-01', to: '2026-06-30' })).toEqual([{ period: '2026', base: 'allDeaths', value: 120, source: '统计公报', fromNumerator: false, day: '2026-07-09', by: 'clerk-1' }])
      expect(await register.read.burial.denominators({ from: '2025-06-01', to: '2025-06-30' })).toEqual([])
    })
  })
})
