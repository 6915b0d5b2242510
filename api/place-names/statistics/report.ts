import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { reportOf, reportOrder, type PlaceNameReportCard, type ReportRow } from '../../../domain/place-names/case/report.ts'
import { tallyReports } from '../../../domain/place-names/statistics/rates.ts'
import type { Reads } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { PlaceNameReport } from '../../schemas/boundaries.ts'
import type { Period } from '../../statistics/table.ts'
import { caseContextOf } from '../cases/context.ts'
import { breather, foldsOf } from '../cases/folds.ts'

/** Cases of a report at most. */
const most = 5000

interface Judged { readonly folded: PlaceNameCase; readonly card: PlaceNameReportCard }
/** What was judged on a day, and where the register stood then. */
interface Kept { readonly today: string; readonly seq: number; readonly hash: string; readonly cases: Map<string, Judged>; readonly reports: { readonly period: Period; readonly report: PlaceNameReport }[] }
// The last few reports, and the cases judged for them, which another period asks for again, are kept as long as nothing is written that could change them.
const kept = new WeakMap<House, Kept>()
const keptReports = 4
/** About 20 kB each. */
const keptCases = 1500
const mostLater = 200

/** Entries that no rule on place names looks at: who came and went, what was looked at, and the work of other windows. */
const harmless = ['account.signedIn', 'account.signedOut', 'record.', 'paper.', 'marriage.', 'divorce.', 'reissue.', 'burial.', 'waiver.', 'reward.', 'plot.'] as const

/** Says whether nothing that matters was written since. */
const stillHolds = async ({ register }: House, { seq, hash }: Pick<Kept, 'seq' | 'hash'>): Promise<boolean> => {
  const head = await register.head()
  if (head.hash === hash) return true
  if (head.seq < seq || head.seq - seq > mostLater) return false
  const { rows } = await register.read.entries({ limit: mostLater })
  return rows.filter((entry) => entry.seq > seq).every(({ action }) => harmless.some((kind) => action.kind.startsWith(kind)))
}

const keptFor = async (house: House): Promise<Kept> => {
  const { seq, hash } = await house.register.head()
  const today = house.today()
  const known = kept.get(house)
  if (known?.today === today && (await stillHolds(house, known))) return known
  const made: Kept = { today, seq, hash, cases: new Map(), reports: [] }
  kept.set(house, made)
  return made
}

const fails = ({ state }: ReportRow): boolean => state === 'fail' || state === 'open'

/** The report over cases that were judged: the sums by rule, what was passed of what was examined, and the rows of every case that fail or that nobody has answered. A rule that does not apply is in neither number. */
export const reportOver = ({ from, to }: Period, judged: readonly Judged[]): PlaceNameReport => {
  const rows = judged.flatMap(({ card }) => card.rows)
  const first = new Map<string, ReportRow>()
  for (const row of rows) if (!first.has(`${row.code}/${row.rule}`)) first.set(`${row.code}/${row.rule}`, row)
  const rules = [...tallyReports(rows)].flatMap(([key, sums]) => {
    const row = first.get(key)
    return row === undefined ? [] : [{ code: row.code, rule: row.rule, title: row.title, law: row.law, ...sums }]
  }).toSorted((a, b) => reportOrder(a.code) - reportOrder(b.code) || (a.rule < b.rule ? -1 : 1))
  const sum = (of: 'pass' | 'attested' | 'fail' | 'open'): number => rules.reduce((total, rule) => total + rule[of], 0)
  const [passed, failed, unanswered] = [sum('pass') + sum('attested'), sum('fail'), sum('open')]
  return {
    from, to, rules, passed, examined: passed + failed, failed, unanswered, complete: judged.length > 0 && failed === 0 && unanswered === 0,
    cases: judged.map(({ folded, card }) => ({
      id: folded.id, title: folded.file.title, document: folded.decision?.document ?? '', decidedOn: folded.decision?.day ?? '', names: folded.file.items.length, card: { verdict: card.verdict, counts: { ...card.counts } },
      failing: card.rows.filter(fails).map(({ code, item, name, title, state, message, field }) => ({ code, item, name, title, state: state as 'fail' | 'open', ...(message === undefined ? {} : { message }), ...(field === undefined ? {} : { field }) })),
    })),
  }
}

/** The same reads, which look up only once what many names of one report ask for. */
export const remembering = (read: Reads): Reads => {
  const { placeNames } = read
  const local = new Map<string, ReturnType<typeof placeNames.localNames>>()
  let touched: { readonly id: string; readonly found: ReturnType<typeof placeNames.entitiesOfCase> } | undefined
  return {
    ...read,
    placeNames: {
      ...placeNames,
      localNames: (area, limit) => {
        const key = JSON.stringify([area, limit])
        const found = local.get(key) ?? placeNames.localNames(area, limit)
        local.set(key, found)
        return found
      },
      entitiesOfCase: (id) => (touched?.id === id ? touched : (touched = { id, found: placeNames.entitiesOfCase(id) })).found,
    },
  }
}

/** The compliance report over every case decided in a period; throws `too_large`. */
export const placeNameReport = async (house: House, period: Period, signal?: AbortSignal): Promise<PlaceNameReport> => {
  const { read } = house.register
  const { cases, reports } = await keptFor(house)
  const known = reports.find((one) => one.period.from === period.from && one.period.to === period.to)
  if (known !== undefined) return known.report
  const rows = await read.placeNames.casesBetween('decided', period)
  if (rows.length > most) throw new LantaiError('too_large', text(`期间内有 ${String(rows.length)} 件，一次最多报告 ${String(most)} 件，请缩短期间`, `${String(rows.length)} cases were decided; at most ${String(most)} are reported at once. Shorten the period`), 'from')
  const rest = breather()
  const reads = remembering(read)
  const judged: Judged[] = []
  for (const folded of await foldsOf(house, rows, signal)) {
    signal?.throwIfAborted()
    const before = cases.get(folded.id)
    if (before?.folded === folded) {
      judged.push(before)
      continue
    }
    const { context, names } = await caseContextOf(house, reads, folded)
    const one = { folded, card: reportOf(folded, context, names) }
    judged.push(one)
    if (cases.size < keptCases) cases.set(folded.id, one)
    await rest()
  }
  const report = reportOver(period, judged)
  reports.unshift({ period, report })
  reports.splice(keptReports)
  return report
}
