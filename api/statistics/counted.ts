import { civilDate, monthOf } from '../../domain/dates.ts'
import { januaryOf, monthsOf, periodBefore, standingAt, toDateOf, withinMonth, yearBefore } from '../../domain/reports/spans.ts'
import type { CellSums, CheckedIdentity, CountColumn, CountIdentity, ListedRow } from '../../domain/statistics/counted.ts'
import { checkIdentity, prefixesOf } from '../../domain/statistics/counted.ts'
import { text, type Text } from '../../domain/text.ts'
import { unitText } from '../../domain/statistics/units.ts'
import type { Period } from './table.ts'

/** What counts signed lines: sums of cells, and of all cells below a prefix that ends in a dot, within days. */
export interface CountReads {
  sums(cells: readonly string[], period: Period): Promise<CellSums>
  sumsByMonth(cells: readonly string[], period: Period): Promise<ReadonlyMap<string, CellSums>>
}

/** A number with the cells and days of the lines behind it; amounts in fen, null where none is counted. */
export interface CountedCell { readonly value: number; readonly fen: number | null; readonly cells: string[]; readonly from: Period['from']; readonly to: Period['to'] }
export interface CountedTableRow { readonly id: string; readonly title: Text; readonly cells: CountedCell[] }

const none: CellSums = new Map()
/** What the row of the whole is called. */
export const wholeTitle = text('合计', 'Total')

/** The number of a column: the sum of its cells over parts. */
export const countedCell = (column: Pick<CountColumn, 'money'>, cells: readonly string[], sums: Iterable<CellSums>, { from, to }: Period): CountedCell => {
  let [count, fen] = [0, 0]
  for (const part of sums) {
    for (const cell of cells) {
      const found = part.get(cell)
      if (found === undefined) continue
      count += found.count
      fen += found.fen
    }
  }
  return { value: count, fen: column.money ? fen : null, cells: [...cells], from, to }
}

/** Rows by month, with columns that run from the first of January; a period that is no whole month is cut at its ends. */
export const monthRows = async (reads: CountReads, columns: readonly CountColumn[], period: Period): Promise<CountedTableRow[]> => {
  const own = [...new Set(columns.filter(({ toDate }) => toDate !== true).flatMap(({ cells }) => cells))]
  const running = [...new Set(columns.filter(({ toDate }) => toDate === true).flatMap(({ cells }) => cells))]
  const [months, years] = await Promise.all([reads.sumsByMonth(own, period), running.length === 0 ? new Map<string, CellSums>() : reads.sumsByMonth(running, { from: januaryOf(period.from), to: period.to })])
  const row = (id: string, title: Text, span: Period, sums: readonly CellSums[]): CountedTableRow => ({
    id, title, cells: columns.map((column) => {
      if (column.toDate !== true) return countedCell(column, column.cells, sums, span)
      const from = januaryOf(span.to)
      return countedCell(column, column.cells, [...years].filter(([month]) => month >= monthOf(from) && month <= span.to.slice(0, 7)).map(([, part]) => part), { from, to: span.to })
    }),
  })
  const rows: CountedTableRow[] = []
  for (const month of monthsOf(period)) rows.push(row(month, text(`${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`, month), withinMonth(month, period), [months.get(month) ?? none]))
  return [...rows, row('total', wholeTitle, period, [...months.values()])]
}

/** Rows of a list; `*` in the cells stands for the row. A list that nothing closes has a row for whatever follows the prefixes, named by what is given. */
export const listRows = async (reads: CountReads, columns: readonly CountColumn[], list: readonly ListedRow[] | ((id: string) => Text), period: Period): Promise<CountedTableRow[]> => {
  const patterns = [...new Set(columns.flatMap(({ cells }) => cells))]
  const sums = await reads.sums([...patterns.map((pattern) => pattern.replace(/\*$/, '')), ...columns.flatMap(({ whole: own = [] }) => own)], period)
  const of = (id: string): readonly (readonly string[])[] => columns.map(({ cells }) => cells.map((cell) => (cell.endsWith('*') ? `${cell.slice(0, -1)}${id}` : cell)))
  const row = (id: string, title: Text, cells: readonly (readonly string[])[]): CountedTableRow => ({ id, title, cells: columns.map((column, index) => countedCell(column, cells[index] ?? [], [sums], period)) })
  const found = new Set<string>()
  for (const cell of sums.keys()) for (const pattern of patterns) if (pattern.endsWith('*') && cell.startsWith(pattern.slice(0, -1))) found.add(cell.slice(pattern.length - 1))
  const rows = typeof list === 'function' ? [...found].sort().map((id) => ({ id, title: list(id) })) : list
  const ids = rows.map(({ id }) => id)
  // What counts once in each of two rows does not add up: the whole is a cell of its own there.
  const total = columns.map(({ cells, whole: own }) => own ?? cells.flatMap((cell) => (cell.endsWith('*') ? ids.map((id) => `${cell.slice(0, -1)}${id}`) : [cell])))
  return [...rows.map(({ id, title }) => row(id, title, of(id))), row('total', wholeTitle, total)]
}

/** What counted in the period, and all there is at its end. */
export const standingRows = async (reads: Pick<CountReads, 'sums'>, columns: readonly CountColumn[], period: Period): Promise<CountedTableRow[]> => {
  const cells = [...new Set(columns.flatMap((column) => column.cells))]
  const end = standingAt(period.to)
  const [within, standing] = await Promise.all([reads.sums(cells, period), reads.sums(cells, end)])
  const row = (id: string, title: Text, sums: CellSums, span: Period): CountedTableRow => ({ id, title, cells: columns.map((column) => countedCell(column, column.cells, [sums], span)) })
  return [row('period', text('本期增减', 'Change in the period'), within, period), row('standing', text('截至期末累计', 'All at its end'), standing, end)]
}

const spans = {
  period: [text('本期', 'The period'), (period: Period) => period],
  before: [text('上期', 'The period before'), periodBefore],
  toDate: [text('本年累计', 'Year to date'), toDateOf],
  yearBefore: [text('上年同期', 'The year before'), yearBefore],
} as const
export type FigureSpan = keyof typeof spans
const columnIds: Readonly<Record<FigureSpan, string>> = { period: 'period', before: 'previous', toDate: 'toDate', yearBefore: 'before' }

/** Figures with a unit of their own, one a row; the columns are the period, the one before, the year to date, and the same days of the year before. */
export const figureRows = async (reads: CountReads, list: readonly CountColumn[], period: Period, wanted: readonly FigureSpan[]): Promise<{ readonly columns: { id: string; title: Text; unit: string }[]; readonly rows: CountedTableRow[] }> => {
  const cells = [...new Set(list.flatMap((figure) => figure.cells))]
  const asked = wanted.map((id) => spans[id][1](period))
  const sums = await Promise.all(asked.map((span) => reads.sums(cells, span)))
  return {
    columns: wanted.map((id) => ({ id: columnIds[id], title: spans[id][0], unit: '' })),
    rows: list.map((figure) => ({ id: figure.id, title: text(`${figure.title.zh}（${figure.unit}）`, `${figure.title.en} (${unitText(figure.unit).en})`), cells: asked.map((span, index) => countedCell(figure, figure.cells, [sums[index] ?? none], span)) })),
  }
}

/** Checks identities on what counted in a period, on all there is at its end, or on all that was entered, as each asks. */
export const checkCounted = async (reads: Pick<CountReads, 'sums'>, identities: readonly CountIdentity[], period: Period): Promise<readonly CheckedIdentity[]> => {
  const prefixes = (scope: CountIdentity['scope']): readonly string[] => [...new Set(identities.filter((identity) => identity.scope === scope).flatMap(prefixesOf))]
  const sums = async (scope: CountIdentity['scope'], span: Period): Promise<CellSums> => { const asked = prefixes(scope); return asked.length === 0 ? none : reads.sums(asked, span) }
  const [within, standing, ever] = await Promise.all([sums('period', period), sums('standing', standingAt(period.to)), sums('ever', standingAt(civilDate('9999-12-31')))])
  const found = { period: within, standing, ever }
  return identities.map((identity) => checkIdentity(identity, found[identity.scope]))
}
