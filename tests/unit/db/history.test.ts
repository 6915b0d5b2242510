import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../domain/action.ts'
import type { MarriageAction } from '../../../domain/marriage/actions.ts'
import type { MarriageCase } from '../../../domain/marriage/fold.ts'
import { foldMarriage } from '../../../domain/marriage/fold.ts'
import type { DivorceAction } from '../../../domain/divorce/actions.ts'
import type { DivorceCase } from '../../../domain/divorce/fold.ts'
import { foldDivorce } from '../../../domain/divorce/fold.ts'
import type { ReissueAction } from '../../../domain/reissue/actions.ts'
import type { ReissueCase } from '../../../domain/reissue/fold.ts'
import { foldReissue } from '../../../domain/reissue/fold.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { newRegister, received, record, rowsOf } from './helpers.ts'
import { live, steps } from './history.ts'
import { acts, anyAct } from './matters-history.ts'

const journalOf = async (register: Register): Promise<readonly JournalEntry[]> => {
  const entries: JournalEntry[] = []
  let before: number | undefined
  do {
    const page = await register.read.entries({ limit: 1000, ...(before === undefined ? {} : { before }) })
    entries.push(...page.rows)
    before = page.next === undefined ? undefined : Number(page.next)
  } while (before !== undefined)
  return entries.reverse()
}

const casesOf = (entries: readonly JournalEntry[]): readonly MarriageCase[] => {
  const marriages = entries.filter((entry) => entry.action.kind.startsWith('marriage.')) as JournalEntry<MarriageAction>[]
  return [...new Set(marriages.map((entry) => entry.action.subject))].map((id) => foldMarriage(marriages.filter((entry) => entry.action.subject === id)))
}

type Window = 'divorce' | 'reissue'
/** The cases of another window by their own fold. */
const othersOf = (entries: readonly JournalEntry[], window: Window): readonly (DivorceCase | ReissueCase)[] => {
  const own = entries.filter((entry) => entry.action.kind.startsWith(`${window}.`))
  return [...new Set(own.map((entry) => entry.action.subject))].map((id) => {
    const of = own.filter((entry) => entry.action.subject === id)
    return window === 'divorce' ? foldDivorce(of as JournalEntry<DivorceAction>[]) : foldReissue(of as JournalEntry<ReissueAction>[])
  })
}

/** Counts by going through the journal case by case, knowing nothing of the tallies. */
const naiveTally = (entries: readonly JournalEntry[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const add = (...key: readonly (string | number)[]): void => {
    counts[key.join(' ')] = (counts[key.join(' ')] ?? 0) + 1
  }
  const cases = new Map([...casesOf(entries), ...othersOf(entries, 'divorce'), ...othersOf(entries, 'reissue')].map((one) => [one.id, one]))
  for (const { action, at, counter } of entries) {
    const [window = '', verb = ''] = action.kind.split('.')
    const hour = Number(/T(\d\d)/.exec(at)?.[1])
    const folded = cases.get(action.subject)
    const { day = at.slice(0, 10) } = action.body as { readonly day?: string }
    if (verb === 'registered' && folded?.voided === null) {
      const kind = window === 'divorce' ? 'divorce' : 'certificate' in folded.file ? (folded.file.certificate === 'marriage' ? 'reissueMarriage' : 'reissueDivorce') : 'kind' in folded.file ? folded.file.kind : ''
      add(day, window, kind, window === 'reissue' ? '件' : '对', hour, counter)
    }
    const named: Readonly<Record<string, string>> = { accepted: 'divorceApplication', withdrawn: 'withdrawal', notAccepted: 'notAccepted', refused: 'refusal', corrected: 'correction', voided: 'voided', courtVoided: 'courtNote', annulled: 'courtNote', revoked: 'revocation', queried: 'query', proved: 'proof' }
    const kind = named[verb]
    // An end is counted on the day it is noted, not on that of its judgment or decision.
    if (kind !== undefined) add(['courtNote', 'revocation'].includes(kind) ? at.slice(0, 10) : day, window, kind, '件', hour, counter)
  }
  return counts
}

const heldTally = (register: Register): Readonly<Record<string, number>> =>
  Object.fromEntries(rowsOf(register.folder, 'SELECT * FROM tally WHERE count <> 0').map((row) => [[row['day'], row['window'], row['kind'], row['unit'], row['hour'], row['counter']].map(String).join(' '), row['count'] as number]))

describe('any history', () => {
  it('gives the same tables again from its journal, the same cases as the fold, and counts that agree with counting', async () => {
    let most = 0
    await fc.assert(fc.asyncProperty(steps(120), async (history) => {
      const register = newRegister({ clock: () => new Date('2026-12-31T00:00:00Z') })
      await record(register, [received('10000001', '10000060')])
      most = Math.max(most, await live(register, history))
      const report = verifyFolder(register.folder)
      expect(report.faults).toEqual([])

      const entries = await journalOf(register)
      for (const folded of casesOf(entries)) {
        expect(await register.read.getMarriage(folded.id)).toMatchObject({
          revision: folded.revision, state: folded.state, kind: folded.file.kind, number: folded.number, day: folded.day, serials: folded.serials, openedAt: folded.openedAt, counter: folded.counter, registrar: folded.registrar,
          names: folded.file.parties.map((party) => party.name), identityNumbers: folded.file.parties.map((party) => party.identityNumber),
        })
        for (const serial of folded.serials) if (serial !== '') expect(await register.read.findBlank('marriage', serial)).toMatchObject({ state: folded.voided === null ? 'issued' : 'spoiled', caseId: folded.id })
        for (const serial of folded.spoiled) expect(await register.read.findBlank('marriage', serial)).toMatchObject({ state: 'spoiled', caseId: folded.id })
      }

      expect(heldTally(register)).toEqual(naiveTally(entries))
      const byDay = rowsOf(register.folder, 'SELECT day, window, kind, unit, sum(count) AS count FROM tally GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4')
      expect(rowsOf(register.folder, 'SELECT day, window, kind, unit, count FROM tally_day ORDER BY 1, 2, 3, 4')).toEqual(byDay)

      const standing = casesOf(entries).filter((folded) => folded.number !== '' && folded.voided === null)
      const year = await register.read.stockMonth('marriage', '2026-01-01', '2026-12-31')
      expect(year.issued).toBe(2 * standing.length)
      expect(year.opening + year.received).toBe(year.issued + year.spoiled + year.returned + year.closing)
      const states = rowsOf(register.folder, "SELECT state, count(*) AS count FROM blank WHERE type = 'marriage' GROUP BY state")
      for (const state of ['issued', 'spoiled', 'returned'] as const) expect(year[state]).toBe(states.find((row) => row['state'] === state)?.['count'] ?? 0)
      const ranges = await register.read.stockRanges('marriage')
      expect(ranges.reduce((sum, range) => sum + range.count - range.used, 0)).toBe(year.closing)
      await register.close()
    }), { numRuns: 40, endOnFailure: true })
    expect(most).toBeGreaterThan(25)
  }, 120_000)

  it('of every window does so too: divorces, reissues, endings and the archive rebuild to the same tables and agree with their folds', async () => {
    let most = 0
    const reached = new Set<string>()
    const property = fc.asyncProperty(steps(220, acts), async (history) => {
      const register = newRegister({ clock: () => new Date('2026-12-31T00:00:00Z') })
      await record(register, [received('10000001', '10000060'), received('50000001', '50000060', 'divorce')])
      most = Math.max(most, await live(register, history, anyAct))
      expect(verifyFolder(register.folder).faults).toEqual([])

      const entries = await journalOf(register)
      for (const folded of casesOf(entries)) expect(await register.read.getMarriage(folded.id)).toMatchObject({ revision: folded.revision, state: folded.state, ending: folded.endings.at(-1)?.kind ?? '' })
      for (const window of ['divorce', 'reissue'] as const) {
        for (const folded of othersOf(entries, window)) {
          reached.add(`${window} ${folded.state}`)
          const row = await (window === 'divorce' ? register.read.getDivorce(folded.id) : register.read.getReissue(folded.id))
          expect(row).toMatchObject({ revision: folded.revision, state: folded.state, number: folded.number, day: folded.day, serials: folded.serials, openedAt: folded.openedAt, counter: folded.counter, registrar: folded.registrar, names: folded.file.parties.map((party) => party.name) })
          if ('dates' in folded) expect(row).toMatchObject({ end1: folded.dates?.end1 ?? '', end2: folded.dates?.end2 ?? '', receiptNumber: folded.accepted?.receiptNumber ?? '', marriageCaseId: folded.file.marriage.caseId })
          else expect(row).toMatchObject({ certificate: folded.file.certificate, applicant: folded.file.applicant, originalNumber: folded.file.original.number })
          const type = 'certificate' in folded.file ? folded.file.certificate : 'divorce'
          for (const serial of folded.serials) if (serial !== '') expect(await register.read.findBlank(type, serial)).toMatchObject({ state: folded.voided === null ? 'issued' : 'spoiled', caseId: folded.id })
        }
      }
      expect(heldTally(register)).toEqual(naiveTally(entries))
      for (const type of ['marriage', 'divorce'] as const) {
        const year = await register.read.stockMonth(type, '2026-01-01', '2026-12-31')
        expect(year.opening + year.received).toBe(year.issued + year.reissued + year.spoiled + year.returned + year.closing)
        const couples = (type === 'marriage' ? casesOf(entries) : othersOf(entries, 'divorce')).filter((folded) => folded.number !== '' && folded.voided === null)
        expect(year.issued).toBe(2 * couples.length)
      }
      await register.close()
    })
    await fc.assert(property, { numRuns: 12, endOnFailure: true })
    // What chance reaches differs from run to run: that the acts reach every end is held against one row of histories that stays the same.
    await fc.assert(property, { numRuns: 40, seed: 20_260_520, endOnFailure: true })
    expect(most).toBeGreaterThan(40)
    expect([...reached]).toEqual(expect.arrayContaining(['divorce accepted', 'divorce withdrawn', 'divorce registered', 'reissue registered', 'reissue voided']))
  }, 240_000)
})
