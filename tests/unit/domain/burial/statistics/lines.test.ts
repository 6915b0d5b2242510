import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BurialFile } from '../../../../../domain/burial/file.ts'
import { countedDay } from '../../../../../domain/burial/statistics/count.ts'
import { countFactsOf, deathAgeBand, originOf, residentOf } from '../../../../../domain/burial/statistics/facts.ts'
import type { CaseAct } from '../../../../../domain/burial/statistics/lines.ts'
import { differenceOf, linesOfCase } from '../../../../../domain/burial/statistics/lines.ts'
import { act, area, cemetery, certificate, countAll, cremated, deposited, farewell, fileOf, moved, place, placed, received, released, reported, standing, stored, sumsOf, vigil } from './acts.ts'

const at = (actions: Parameters<typeof countAll>[0]): Readonly<Record<string, number>> => standing(sumsOf(countAll(actions).flat()))
const starting = (counts: Readonly<Record<string, number>>, prefix: string): Readonly<Record<string, number>> => Object.fromEntries(Object.entries(counts).filter(([cell]) => cell.startsWith(prefix)))

describe('what the facts of a case count as', () => {
  it.each([
    ['330381', false, 'yes', 'local'], ['330300', false, 'unknown', 'unknown'], ['330382', false, 'no', 'province'], ['110101', false, 'no', 'otherProvince'], ['', false, 'unknown', 'unknown'], ['none', false, 'no', 'unknown'],
    ['none', true, 'no', 'abroad'], ['', true, 'no', 'abroad'], ['810000', false, 'no', 'abroad'], ['710000', false, 'no', 'abroad'],
  ] as const)('registered at “%s” (papers from abroad: %s): resident %s, origin %s', (hukou, foreign, resident, origin) => {
    expect([residentOf({ hukou, foreign }, area), originOf({ hukou, foreign }, area)]).toEqual([resident, origin])
  })

  it('ages by the day of the death, else as given, and bands with both ends in them', () => {
    expect([null, 0, 35, 36, 49, 50, 59, 60, 69, 70, 79, 80, 89, 90, 104].map(deathAgeBand)).toEqual(['unknown', '0-35', '0-35', '36-49', '36-49', '50-59', '50-59', '60-69', '60-69', '70-79', '70-79', '80-89', '80-89', '90+', '90+'])
    expect(countFactsOf(fileOf({ birth: '1936-05-02', death: '2026-05-01' })).age).toBe(89)
    expect(countFactsOf(fileOf({ birth: '1936-05-01', death: '2026-05-01' })).age).toBe(90)
    expect(countFactsOf(fileOf({ birth: '', age: 77 })).age).toBe(77)
    expect(countFactsOf(fileOf({ manner: 'treated', cause: '77' }))).toMatchObject({ manner: 'normal', cause: 'unknown', urban: 'unknown' })
  })
})

describe('the lines of a case', () => {
  it('a body that is vigiled, cremated, deposited and placed', () => {
    const counts = at([cemetery('c1'), reported('b1', fileOf({}, { waiverFlags: { fromTown: 'yes' } })), received('b1'), stored('b1'), vigil('b1'), vigil('b1', '2026-05-03'), farewell('b1'), cremated('b1'), certificate('b1'), deposited('b1'), placed('b1', 'niche')])
    expect(counts).toEqual({
      'received.total': 1, 'stored.total': 1, 'vigil.total': 1, 'funeral.total': 1, 'funeral.urban.yes': 1, 'farewell.total': 1,
      'cremated.total': 1, 'cremated.resident.yes': 1, 'cremated.sex.man': 1, 'cremated.age.80-89.man': 1, 'cremated.origin.local.man': 1, 'cremated.cause.02.man': 1, 'cremated.manner.normal': 1,
      'cremated.total@330381/H1': 1, 'cremated.sex.man@330381/H1': 1, 'cremated.age.80-89.man@330381/H1': 1, 'cremated.origin.local.man@330381/H1': 1, 'cremated.cause.02.man@330381/H1': 1,
      'certificate.first': 1, 'deposit.in': 1, 'deposit.out': 1, 'placed.total': 1, 'placed.how.niche': 1, 'ashes.publicLocal': 1, 'ashes.publicLocal@330381/H1': 1,
    })
  })

  it('limbs and bones are no bodies in any count', () => {
    for (const kind of ['limb', 'bones'] as const) {
      const counts = at([reported('b1', fileOf({}, { kind })), received('b1'), stored('b1'), cremated('b1'), certificate('b1'), certificate('b1', '2026-06-01', '1'), released('b1'), placed('b1', 'plot')])
      expect(counts).toEqual({ [`${kind}.total`]: 1, [`${kind}.total@330381/H1`]: 1, 'certificate.other': 1, 'certificate.otherReissue': 1 })
    }
  })

  it('a reissue is no cremation; a body cremated elsewhere counts in no destination of this home', () => {
    expect(starting(at([reported('b1'), received('b1'), cremated('b1'), certificate('b1'), certificate('b1', '2026-06-01', '1')]), 'cert')).toEqual({ 'certificate.first': 1, 'certificate.reissue': 1 })
    expect(starting(at([reported('b1'), received('b1'), cremated('b1')]), 'cert')).toEqual({ 'certificate.awaited': 1 })
    expect(at([reported('b1'), act('burial.crematedElsewhere', 'b1', { day: '2026-05-03', home: '', number: '', area: '110101' }), placed('b1', 'sea')])).toEqual({ 'crematedElsewhere.total': 1, 'placed.total': 1, 'placed.how.sea': 1, 'placed.eco': 1, 'placed.ecoResident.unknown': 1 })
  })

  it.each([
    ['sea', place('', '示例海域'), area, 'scattered'], ['notKept', place(''), area, 'notKept'], ['plot', place('', ''), area, 'own'], ['plot', place('', '外地公墓'), area, 'other'], ['tree', place('c9'), area, 'other'],
    ['plot', place('c1'), area, 'publicLocal'], ['plot', place('c1'), '110101', 'publicElsewhere'], ['niche', place('c2'), area, 'commercialLocal'], ['niche', place('c2'), '330382', 'commercialElsewhere'], ['tree', place('c1'), '', 'other'],
  ])('ashes by %s lie where the provincial table has them', (how, where, hukou, destination) => {
    const counts = at([cemetery('c1'), cemetery('c2', 'commercialColumbarium'), reported('b1', fileOf({ hukou })), received('b1'), cremated('b1'), released('b1'), placed('b1', how, '2026-05-10', where)])
    expect(starting(counts, 'ashes.')).toEqual({ [`ashes.${destination}`]: 1, [`ashes.${destination}@330381/H1`]: 1 })
  })

  it('a move is a further line and leaves the first placement standing', () => {
    const counts = at([cemetery('c1'), reported('b1'), received('b1'), cremated('b1'), placed('b1', 'plot', '2026-05-10', place('c1')), moved('b1', 'sea', '2026-06-10', place('', '海域'))])
    expect({ ...starting(counts, 'placed.'), ...starting(counts, 'moved.'), ...starting(counts, 'ashes.scattered') }).toEqual({ 'placed.total': 1, 'placed.how.plot': 1, 'moved.total': 1, 'ashes.scattered': 1, 'ashes.scattered@330381/H1': 1 })
  })

  it('a correction counts off what was and counts what is, on the day of the event; what it does not touch stays', () => {
    const lines = countAll([reported('b1'), received('b1'), cremated('b1'), certificate('b1'), { ...act('burial.corrected', 'b1', { changes: { deceased: fileOf({ sex: '2', hukou: '110101' }).deceased } }), second: 'x', reason: 'y' }]).at(-1) ?? []
    expect(lines.map(({ day, count, cells }) => [day, count, cells.filter((cell) => /resident|sex/.test(cell) && !cell.includes('@'))])).toEqual([['2026-05-03', -1, ['cremated.resident.yes', 'cremated.sex.man']], ['2026-05-03', 1, ['cremated.resident.no', 'cremated.sex.woman']]])
    // An address changes no count.
    expect(countAll([reported('b1'), received('b1'), cremated('b1'), act('burial.corrected', 'b1', { changes: { deceased: fileOf({ hukouAddress: '别处' }).deceased } })]).at(-1)).toEqual([])
    expect(at([reported('b1'), received('b1'), cremated('b1'), act('burial.corrected', 'b1', { changes: { kind: 'limb' } })])).toEqual({ 'limb.total': 1, 'limb.total@330381/H1': 1 })
  })

  it('a void counts everything off on its own day', () => {
    const lines = countAll([reported('b1'), received('b1'), vigil('b1'), act('burial.voided', 'b1', { day: '2026-06-30' })]).at(-1) ?? []
    expect(lines.map(({ day, count }) => [day, count])).toEqual([['2026-06-30', -1], ['2026-06-30', -1]])
    expect(at([reported('b1'), received('b1'), vigil('b1'), act('burial.voided', 'b1', { day: '2026-06-30' })])).toEqual({})
  })

  it('whatever is corrected, the difference makes the lines of before into those of now', () => {
    const facts = fc.record({ sex: fc.constantFrom('', '1', '2'), hukou: fc.constantFrom('', 'none', area, '330382', '110101'), birth: fc.constantFrom('', '1940-01-01', '2026-04-01'), cause: fc.constantFrom('', '02', '99'), manner: fc.constantFrom('', 'normal', 'police') }).map((deceased) => fileOf(deceased as Partial<BurialFile['deceased']>))
    const kinds = fc.constantFrom('body', 'limb', 'bones')
    const ground = fc.constantFrom(null, { kind: 'publicCemetery' as const, area }, { kind: 'commercialCemetery' as const, area: '110101' })
    const day = fc.constantFrom('2026-05-03', '2026-06-01')
    const acts: fc.Arbitrary<CaseAct> = fc.oneof(
      fc.record({ act: fc.constantFrom('received' as const, 'stored' as const, 'vigil' as const, 'farewell' as const, 'released' as const, 'deposited' as const), day }), fc.record({ act: fc.constant('cremated' as const), day, home: fc.constantFrom('H1', 'H2'), area: fc.constant(area) }),
      fc.record({ act: fc.constant('certificate' as const), day, reissue: fc.boolean() }), fc.record({ act: fc.constantFrom('placed' as const, 'moved' as const), day, how: fc.constantFrom('plot' as const, 'sea' as const, 'tree' as const), ground, named: fc.boolean() }),
    )
    fc.assert(fc.property(facts, facts, kinds, kinds, fc.array(acts, { maxLength: 8 }), (before, now, was, is, history) => {
      const [a, b] = [{ ...countFactsOf(before), kind: was as 'body' }, { ...countFactsOf(now), kind: is as 'body' }]
      // Days matter: sums are told apart by the day of the event.
      const byDay = (lines: readonly { readonly day: string; readonly count: number; readonly cells: readonly string[] }[]) => standing(sumsOf(lines.map((line) => ({ ...line, unit: '具' as const, fen: 0, cells: line.cells.map((cell) => `${line.day} ${cell}`) }))))
      expect(byDay([...linesOfCase(a, history).flat(), ...differenceOf(a, b, history)])).toEqual(byDay(linesOfCase(b, history).flat()))
      if (was === is && JSON.stringify(a) === JSON.stringify(b)) expect(differenceOf(a, b, history)).toEqual([])
    }), { numRuns: 300 })
  })
})

describe('the day a line counts on', () => {
  const closed = (...months: readonly string[]) => (month: string): boolean => months.includes(month)
  it.each([
    ['2026-06-10', '2026-07-02', [], '2026-06-10', false],
    ['2026-06-10', '2026-07-02', ['2026-06'], '2026-07-02', true],
    ['2026-06-10', '2026-07-02', ['2026-05'], '2026-06-10', false],
    // An entry that itself bears a day of a closed month still adds to none.
    ['2026-06-10', '2026-06-28', ['2026-06'], '2026-07-01', true],
    ['2026-06-10', '2026-11-28', ['2026-06', '2026-11', '2026-12'], '2027-01-01', true],
  ])('%s, entered on %s, closed %s', (day, entry, months, countedOn, late) => {
    expect(countedDay(day, entry, closed(...months))).toEqual({ countedOn, late })
  })
})
