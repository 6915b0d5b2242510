import { isInspected, type FailingFile } from '../../../db/inspection/contract.ts'
import type { InspectionSession, WindowRun } from '../../../db/inspection/run.ts'
import type { FileStore, Reads } from '../../../db/contract.ts'
import { addDays, type CivilDate } from '../../../domain/dates.ts'
import { addSums, noSums } from '../../../domain/reports/rates.ts'
import { tallying, totalOf, type ComplianceTally } from '../../../domain/reports/judged.ts'
import { againstOf } from '../../../domain/reports/compare.ts'
import { mendingOf } from '../../../domain/reports/mending.ts'
import { notesOf, type Note } from '../../../domain/reports/notes.ts'
import type { ComplianceReport, ComplianceSums, FailingCase } from '../../../domain/reports/shapes.ts'
import { periodBefore, type Period } from '../../../domain/reports/spans.ts'
import { ruleChangesWithin } from '../../../domain/reports/versions.ts'
import { text } from '../../../domain/text.ts'
import { createHouse, type House } from '../../house.ts'
import type { Progress } from '../../jobs.ts'
import { unclosedDays } from '../days.ts'
import { policyDays } from '../tally/policies.ts'
import { readReport } from './content.ts'
import { inspectionOffice } from './office.ts'
import { judgePlaceNames } from './place-names.ts'
import { ruleKey, rulePlaces, rulesJudged } from './rules.ts'
import { kindPlace, kindTitle, windowTitle } from './windows.ts'

/** Failing cases of a window that a report gives in words; the others by their ids. */
const worded = 200

/** What a report is made of: a period, windows in their order, and what the clock and the program said when it was run. */
export interface ComplianceAsk {
  readonly from: CivilDate
  readonly to: CivilDate
  readonly windows: readonly string[]
  /** The day by which running terms are judged; that of `at`. */
  readonly today: CivilDate
  /** The moment of the run, with the office's offset. */
  readonly at: string
  readonly program: string
  /** Where the bytes of stored reports lie. */
  readonly files: Pick<FileStore, 'get'>
  readonly signal?: AbortSignal
  readonly progress?: Progress
}

/** The house as it was at the moment of a run: all it knows comes from one state of the register, and its clock stands still. */
const houseAt = (house: House, { reads, head }: InspectionSession, at: string): House =>
  createHouse({ register: { ...house.register, read: reads, head: async () => Promise.resolve(head) }, sessions: house.sessions, jobs: house.jobs, printer: house.printer, version: house.version, clock: () => new Date(at), log: house.log })

/** The judged cases of a period, by window. */
type Judged = ReadonlyMap<string, WindowRun>
const blank: WindowRun = { tally: tallying().tally(), failedIds: [], failing: [], elsewhere: {} }

interface Stage { readonly name: string; readonly period: Period; readonly failing: number }

/** Judges the cases of some periods one after the other, telling how far it has come over all of them. */
const judgePeriods = async (house: House, there: House, session: InspectionSession, stages: readonly Stage[], { windows, today, signal, progress }: ComplianceAsk): Promise<readonly Judged[]> => {
  const office = await inspectionOffice(there)
  const found = []
  for (const stage of stages) {
    found.push({ ...stage, files: await session.find(windows.filter(isInspected), stage.period), names: windows.includes('place-names') ? await session.reads.placeNames.casesBetween('decided', stage.period) : [] })
  }
  const total = found.reduce((sum, { files, names }) => sum + files.total + names.length, 0)
  let done = 0
  const judged: Judged[] = []
  for (const { name, failing, files, names } of found) {
    progress?.(name, done, total)
    const before = done
    const runs = new Map<string, WindowRun>(await session.judge(files, { office, failing, signal, onProgress: (count) => progress?.(name, (done = before + count), total) }))
    done = before + files.total
    if (windows.includes('place-names')) {
      runs.set('place-names', await judgePlaceNames(there, names, { today, failing, owner: house.register, signal, onCase: () => progress?.(name, (done += 1), total) }))
    }
    judged.push(new Map(windows.map((window) => [window, runs.get(window) ?? blank])))
  }
  return judged
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const sumsOf = ({ passed, failed, unexamined, notApplicable, attested }: ComplianceSums): ComplianceSums => ({ passed, failed, unexamined, notApplicable, attested })
const sumOver = (judged: Judged): ComplianceSums => addSums([...judged.values()].map(({ tally }) => tally.sums))

/** Sums of a part over all windows, by its key. */
const joined = (judged: Judged, part: 'byRegistrar' | 'byCounter'): readonly (readonly [string, ComplianceSums])[] => {
  const sums = new Map<string, ComplianceSums>()
  for (const { tally } of judged.values()) for (const [key, more] of Object.entries(tally[part])) sums.set(key, addSums([sums.get(key) ?? noSums, more]))
  return [...sums].sort(([a], [b]) => byText(a, b))
}

const byRuleOf = (window: string, { byRule }: ComplianceTally, rules: ComplianceReport['rules']['list']): ComplianceReport['byRule'] => {
  const known = new Map(rules.map((rule) => [ruleKey(rule), rule]))
  return Object.entries(byRule)
    .map(([rule, { pass, attested, fail, notApplicable, unexamined }]) => {
      const entry = known.get(ruleKey({ window, rule }))
      return { window, rule, title: entry?.title ?? text(rule, rule), law: entry?.law ?? text('', ''), pass, attested, fail, notApplicable, unexamined }
    })
    .sort((a, b) => (rulePlaces.get(ruleKey(a)) ?? 0) - (rulePlaces.get(ruleKey(b)) ?? 0) || byText(a.rule, b.rule))
}

const failingOf = (windows: readonly string[], judged: Judged): FailingCase[] => {
  const all = windows.flatMap((window) => (judged.get(window) ?? blank).failing.map((file) => ({ window, file })))
  // Newest first over all windows; cases of one day keep the order of windows and of their keys.
  return all.toSorted((a, b) => byText(b.file.day, a.file.day)).map(({ window, file }) => caseOf(window, file))
}

const caseOf = (window: string, { id, number, day, kind, registrar, counter, faults }: FailingFile): FailingCase => ({
  window, id, number, day, kind, registrar, counter,
  faults: faults.map(({ rule, title, message, field }) => ({ rule, title, message, ...(field === undefined ? {} : { field }), mending: mendingOf(rule, field) })),
})

/** The last stored report of the same period and windows with what is otherwise now; a note where its bytes cannot be read any more. */
const findAgainst = async (reads: Reads, { from, to, windows, files }: ComplianceAsk, now: Pick<ComplianceReport, 'failedIds' | 'rules'>): Promise<{ readonly against: ComplianceReport['against']; readonly notes: readonly Note[] }> => {
  for (let after: string | undefined, more = true; more;) {
    const page = await reads.reports.storedReports({ report: 'compliance', from, to, limit: 200, ...(after === undefined ? {} : { after }) })
    const stored = page.rows.find((row) => row.from === from && row.to === to && row.windows.join(' ') === windows.join(' '))
    if (stored !== undefined) {
      try {
        return { against: againstOf({ id: stored.id, at: stored.at, content: stored.content, report: await readReport(files, stored) }, now), notes: [] }
      } catch {
        return { against: null, notes: [{ id: 'against', line: text(`上次存档的报告（${stored.at.slice(0, 10)}）已经损坏，无法比较`, `The report put away on ${stored.at.slice(0, 10)} is damaged; nothing is compared`) }] }
      }
    }
    after = page.next
    more = after !== undefined
  }
  return { against: null, notes: [] }
}

const notesFor = async (there: House, { from, to, windows, today }: ComplianceAsk, rules: ComplianceReport['rules']['list'], judged: Judged, sums: ComplianceSums): Promise<readonly Note[]> => {
  const { read } = there.register
  const period = { from, to }
  const office = await there.office()
  const [unclosed, clockSteps, policies] = await Promise.all([unclosedDays(there, read, { from, before: addDays(to, 1) }), read.reports.clockSteps(period), windows.includes('burial') ? policyDays(read, period, office.areaOn(to)) : []])
  const codes = [{ area: office.settings['office.area'], from: '' }, ...office.settings['office.areaChanges'].map(({ code, from: day }) => ({ area: code, from: day })).sort((a, b) => byText(a.from, b.from))]
  const own = new Set(codes.map(({ area }) => area))
  const elsewhere = new Map<string, number>()
  for (const run of judged.values()) for (const [area, count] of Object.entries(run.elsewhere)) if (area !== '' && !own.has(area)) elsewhere.set(area, (elsewhere.get(area) ?? 0) + count)
  return notesOf({
    period, today, unclosed, clockSteps, policies, codes, ruleChanges: ruleChangesWithin(rules, period), windows: windows.map((id) => ({ id, title: windowTitle(id) })),
    otherOffices: [...elsewhere].sort(([a], [b]) => byText(a, b)).map(([area, count]) => ({ area, count })), business: totalOf(sums), unexamined: sums.unexamined,
  })
}

/** Makes the compliance report of a period: every case of the windows against every rule of its day, the period before in the same run. All of it comes from one state of the register and from what is asked, so that the same state gives the same bytes. Throws `cancelled`. */
export const complianceOf = (house: House, ask: ComplianceAsk): Promise<ComplianceReport> =>
  house.inspections.run(() => ask.today, async (session) => {
    const { from, to, windows, today, at, program } = ask
    const there = houseAt(house, session, at)
    const period = { from, to }
    const before = periodBefore(period)
    const [now, earlier] = await judgePeriods(house, there, session, [{ name: 'judging', period, failing: worded }, { name: 'previous', period: before, failing: 0 }], ask)
    if (now === undefined || earlier === undefined) throw new Error('a period was not judged')
    ask.progress?.('making', 0, 0)
    const [office, accounts] = await Promise.all([there.office(), there.accounts()])
    const asked = new Set([...now].flatMap(([window, { tally }]) => Object.keys(tally.byRule).map((rule) => ruleKey({ window, rule }))))
    const rules = rulesJudged(period, windows, asked)
    const sums = sumOver(now)
    const sumsBefore = sumOver(earlier)
    const failedIds = windows.flatMap((window) => (now.get(window) ?? blank).failedIds.map((id): [string, string] => [window, id]))
    const { against, notes } = await findAgainst(session.reads, ask, { failedIds, rules })
    return {
      format: 1, officeName: office.name, area: office.areaOn(to), sample: office.sample, from, to, windows: windows.map((id) => ({ id, title: windowTitle(id) })),
      today, at, head: { seq: session.head.seq, hash: session.head.hash }, program, rules,
      total: totalOf(sums), ...sumsOf(sums),
      byWindow: [...now].map(([window, { tally }]) => ({ window, title: windowTitle(window), ...sumsOf(tally.sums) })),
      byKind: [...now].flatMap(([window, { tally }]) => Object.entries(tally.byKind).sort(([a], [b]) => kindPlace(window, a) - kindPlace(window, b) || byText(a, b)).map(([kind, of]) => ({ window, kind, title: kindTitle(window, kind), ...sumsOf(of) }))),
      byRegistrar: joined(now, 'byRegistrar').map(([account, of]) => ({ account, name: accounts.get(account)?.name ?? account, ...sumsOf(of) })),
      byCounter: joined(now, 'byCounter').map(([counter, of]) => ({ counter, ...sumsOf(of) })),
      byRule: [...now].flatMap(([window, { tally }]) => byRuleOf(window, tally, rules.list)),
      failing: failingOf(windows, now), failedIds,
      previous: { ...before, total: totalOf(sumsBefore), ...sumsOf(sumsBefore), byWindow: [...earlier].map(([window, { tally }]) => ({ window, ...sumsOf(tally.sums) })) },
      against, notes: [...(await notesFor(there, ask, rules.list, now, sums)), ...notes],
    }
  })
