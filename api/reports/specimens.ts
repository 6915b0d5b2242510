import type { DivorceCase } from '../../domain/divorce/fold.ts'
import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { civilDate } from '../../domain/dates.ts'
import { inspectedRules, mendingOf } from '../../domain/reports/mending.ts'
import { noSums } from '../../domain/reports/rates.ts'
import type { BookTable, ComplianceSums, Indicator, Span } from '../../domain/reports/shapes.ts'
import { periodKind, periodTitle, spansOf, type Period } from '../../domain/reports/spans.ts'
import { text } from '../../domain/text.ts'
import type { ComplianceSheet, DayCloseSheet, DrawingSheet, PaperRequest, TallySheet } from '../../templates/contract.ts'

/** Specimens of the reports, counted from the cases of the sample office; marked 示例 like all of its papers. */

export interface ReportSpecimens {
  readonly marriages: readonly MarriageCase[]
  readonly divorces: readonly DivorceCase[]
  readonly officeName: string
  readonly area: string
  readonly today: string
  readonly printedAt: string
  readonly preparer: string
  readonly checker: string
}

const windows = [{ id: 'marriage', title: text('结婚登记', 'Marriages') }, { id: 'divorce', title: text('离婚登记', 'Divorces') }] as const
const zero = '0'.repeat(64)
const head = { seq: 16_122, hash: zero }

const daysOf = ({ marriages, divorces }: ReportSpecimens): Readonly<Record<string, readonly string[]>> => ({ marriage: marriages.filter(({ number }) => number !== '').map(({ day }) => day), divorce: divorces.filter(({ number }) => number !== '').map(({ day }) => day) })
const within = (days: readonly string[] | undefined, { from, to }: Period): number => (days ?? []).filter((day) => from <= day && day <= to).length

const dayClose = (given: ReportSpecimens): DayCloseSheet => {
  const { officeName, area, today, printedAt, preparer, checker } = given
  const days = daysOf(given)
  const named = windows.map(({ id, title }) => ({ id, title: title.zh }))
  const day = { from: civilDate(today), to: civilDate(today) }
  return {
    officeName, area, day: today, printedAt, preparer, sample: true, closed: { at: printedAt, by: checker, note: '' }, head, windows: named, kinds: named.map(({ id, title }) => ({ window: id, kind: 'registered', title, unit: '对' })),
    figures: {
      counts: named.flatMap(({ id }) => ['01', '02'].map((counter, i) => ({ window: id, kind: 'registered', unit: '对', counter, count: i === 0 ? Math.ceil(within(days[id], day) / 2) : Math.floor(within(days[id], day) / 2) }))),
      open: [{ window: 'marriage', state: 'checked', title: text('已受理，待审查', 'Accepted, to be reviewed'), count: 2 }], money: [], deadlines: [{ window: 'divorce', kind: 'end1', title: text('冷静期届满', 'Cooling-off ends'), count: 1 }],
      stock: [{ type: 'marriage', opening: 1000, received: 500, issued: 86, reissued: 2, spoiled: 1, returned: 0, closing: 1411 }, { type: 'divorce', opening: 400, received: 0, issued: 12, reissued: 0, spoiled: 0, returned: 0, closing: 388 }],
    },
    late: [], enteredHere: [],
  }
}

const tally = (given: ReportSpecimens): TallySheet => {
  const { officeName, area, today, printedAt, preparer, checker } = given
  const days = daysOf(given)
  const month = { from: civilDate(`${today.slice(0, 7)}-01`), to: civilDate(today) }
  const held = spansOf(month)
  const periods: Readonly<Record<Span, Period>> = held
  const indicators = windows.map(({ id, title }): Indicator => ({
    id, window: id, title, unit: '对', code: '', money: false, corrections: 0, open: null,
    period: within(days[id], month), previous: within(days[id], held.previous), yearBefore: within(days[id], held.yearBefore), toDate: within(days[id], held.toDate), toDateBefore: within(days[id], held.toDateBefore),
  }))
  const cell = (count: number) => ({ count, fen: null, share: null, open: null })
  const tables = windows.map(({ id, title }): BookTable => {
    const listed = [...new Set((days[id] ?? []).filter((one) => month.from <= one && one <= month.to))].sort()
    const total = within(days[id], month)
    return {
      id: `${id}.byDay`, window: id, title: text(`${title.zh}统计表（按日）`, `${title.en} by day`), unit: '对', columns: [{ id: 'total', title: text('登记对数', 'Couples'), unit: '对', money: false }],
      rows: [{ id: 'total', title: text('合计', 'Total'), lines: (['period', 'previous', 'yearBefore', 'toDate'] as const).map((span) => ({ span, cells: [cell(within(days[id], periods[span]))] })) }, ...listed.map((one) => ({ id: one, title: text(`${Number(one.slice(5, 7))}月${Number(one.slice(8, 10))}日`, one), lines: [{ span: 'period' as const, cells: [cell(within(days[id], { from: civilDate(one), to: civilDate(one) }))] }] }))],
      identities: [{ name: text('各日之和 = 合计', 'days = total'), line: text(`各日之和 ${total}对 = 合计 ${total}对，相符`, `days ${total} = total ${total}, agrees`), holds: true }],
    }
  })
  return {
    closed: null,
    book: {
      format: 1, officeName, area, sample: true, form: { number: '', approval: '', maker: '', approver: '' }, kind: periodKind(month), ...month, title: periodTitle(month), previous: held.previous, yearBefore: held.yearBefore, toDate: held.toDate,
      windows: [...windows], indicators, tables, late: [], lateMore: 0, checks: [], unclosed: [today], notes: [{ id: 'sample', line: text('示例单位的数据，不是任何单位的实际数据。', 'Figures of the sample office, of no real one.') }],
      paragraph: `${periodTitle(month).zh}，办理结婚登记${indicators[0]?.period ?? 0}对、离婚登记${indicators[1]?.period ?? 0}对。`, preparer, checker, at: printedAt, head,
    },
  }
}

const compliance = (given: ReportSpecimens): ComplianceSheet => {
  const { officeName, area, today, printedAt, preparer } = given
  const days = daysOf(given)
  const period = { from: civilDate(`${today.slice(0, 7)}-01`), to: civilDate(today) }
  const { previous } = spansOf(period)
  const failed = given.marriages.find(({ number, day }) => number !== '' && period.from <= day && day <= period.to)
  const of = (id: string, days_: Period, faults: number): ComplianceSums => ({ ...noSums, passed: Math.max(0, within(days[id], days_) - faults), failed: Math.min(faults, within(days[id], days_)) })
  const faults = failed === undefined ? 0 : 1
  const byWindow = windows.map(({ id, title }) => ({ window: id, title, ...of(id, period, id === 'marriage' ? faults : 0) }))
  const before = windows.map(({ id }) => ({ window: id, ...of(id, previous, 0) }))
  const sum = (list: readonly ComplianceSums[]): ComplianceSums => ({ ...noSums, passed: list.reduce((all, { passed }) => all + passed, 0), failed: list.reduce((all, one) => all + one.failed, 0) })
  const total = (list: readonly ComplianceSums[]): number => list.reduce((all, one) => all + one.passed + one.failed, 0)
  const rules = inspectedRules.filter(({ window }) => window === 'marriage' || window === 'divorce').slice(0, 12)
  const [rule] = rules
  return {
    stored: null,
    content: {
      format: 1, officeName, area, sample: true, ...period, windows: [...windows], today, at: printedAt, head, program: '示例', rules: { digest: zero, list: rules.map(({ window, id, title, law, from, to }) => ({ window, rule: id, title, law, from, to: to ?? null, version: zero })) },
      total: total(byWindow), ...sum(byWindow), byWindow, byKind: byWindow.map((one) => ({ ...one, kind: one.window })), byRegistrar: [{ account: 'sample', name: preparer, ...sum(byWindow) }], byCounter: [{ counter: '01', ...sum(byWindow) }],
      byRule: rules.map(({ window, id, title, law }, i) => ({ window, rule: id, title, law, pass: within(days[window], period) - (i === 0 ? faults : 0), attested: 0, fail: i === 0 ? faults : 0, notApplicable: 0, unexamined: 0 })),
      failing: failed === undefined || rule === undefined ? [] : [{ window: 'marriage', id: failed.id, number: failed.number, day: failed.day, kind: 'marriage', registrar: 'sample', counter: '01', faults: [{ rule: rule.id, title: rule.title, message: text('示例：此项与登记簿不符', 'Sample: it does not agree with the register'), mending: mendingOf(rule.id) }] }],
      failedIds: failed === undefined ? [] : [['marriage', failed.id]], previous: { from: previous.from, to: previous.to, total: total(before), ...sum(before), byWindow: before }, against: null,
      notes: [{ id: 'sample', line: text('示例单位的数据，不是任何单位的实际数据。', 'Figures of the sample office, of no real one.') }],
    },
  }
}

const drawing = (given: ReportSpecimens): DrawingSheet => {
  const { officeName, area, today, printedAt, checker } = given
  const from = `${today.slice(0, 7)}-01`
  const registered = given.marriages.filter(({ number, day }) => number !== '' && from <= day && day <= today)
  return {
    officeName, area, sample: true, printedAt, id: 'drawing-000001', at: printedAt, by: checker, from, to: today, windows: ['结婚登记'], seed: today, population: registered.length, digest: zero, note: '',
    cases: registered.slice(0, 8).map(({ number, day }, i) => ({ window: '结婚登记', number, day, result: i < 5 ? 'pass' as const : '' as const, rules: [], note: '', by: i < 5 ? checker : '', at: i < 5 ? printedAt : '' })),
  }
}

/** The specimen of a report; undefined for any other paper. */
export const reportSpecimen = (paper: string, given: ReportSpecimens): PaperRequest | undefined => {
  switch (paper) {
    case 'office.dayClose':
      return { paper, sheet: dayClose(given) }
    case 'office.tally':
      return { paper, sheet: tally(given) }
    case 'office.compliance':
      return { paper, sheet: compliance(given) }
    case 'office.drawing':
      return { paper, sheet: drawing(given) }
    default:
      return undefined
  }
}
