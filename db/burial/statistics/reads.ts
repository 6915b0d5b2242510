import type { Denominator, RateBase } from '../../../domain/burial/rates.ts'
import type { Reader, Value } from '../../connection.ts'
import type { Page } from '../../contract.ts'
import type { Period } from '../../counted.ts'
import { askedPeriod } from '../../counted.ts'
import type { CellSum, CountedRow } from '../contract.ts'
import { burialCounts, lineColumns, linesPerEntry } from './tables.ts'

/** Sums and lines of the counts, the months that are closed, the denominators of the rates. */

export type ClosedMonth = { readonly month: string; readonly on: string; readonly by: string; readonly second: string; readonly head: string; readonly cremated: number; readonly waivedFen: number; readonly late: number }
export type DenominatorRow = Denominator & { readonly period: string; readonly base: RateBase; readonly day: string; readonly by: string }

const sql = {
  titles: 'SELECT name, title FROM burial_cell WHERE name >= ? AND name < ?',
  late: `SELECT ${lineColumns} WHERE l.key IN (SELECT key FROM burial_line WHERE late = 1 AND counted_on BETWEEN ? AND ? UNION SELECT key FROM burial_line WHERE late = 1 AND day BETWEEN ? AND ?) AND (? IS NULL OR EXISTS (SELECT 1 FROM json_each(?) c CROSS JOIN burial_line_cell lc ON lc.cell = c.value AND lc.counted_on = CAST(julianday(l.counted_on) - 2440587.5 AS INTEGER) AND lc.line = l.key)) ORDER BY l.counted_on, l.key LIMIT ?`,
  months: "SELECT m.month, m.day AS \"on\", m.actor AS \"by\", m.second, m.head, m.cremated, m.waived_fen AS waivedFen, (SELECT count(*) FROM burial_line l WHERE l.late = 1 AND l.day BETWEEN m.month || '-01' AND m.month || '-31') AS late FROM burial_month m WHERE m.month BETWEEN ? AND ? ORDER BY m.month",
  denominators: 'SELECT period, base, value, source, from_numerator, day, actor FROM burial_denominator WHERE period BETWEEN ? AND ? ORDER BY period, base',
} as const

/** Sums of every cell below the prefixes counted within a period, both days in it; what nets to nothing stands as nothing. */
export const sums = burialCounts.sums
/** The same for each month; months in which nothing counted are left out. */
export const sumsByMonth = burialCounts.sumsByMonth

/** Names of the homes (`@area/home`). */
export const cellTitles = (db: Reader, prefix: string): ReadonlyMap<string, string> => new Map(db.prepare<{ name: string; title: string }>(sql.titles).all(...burialCounts.rangeOf(prefix)).map(({ name, title }) => [name, title]))

interface LineRow { readonly key: number; readonly day: string; readonly counted_on: string; readonly late: number; readonly kind: string; readonly subject: string; readonly case_id: string; readonly name: string; readonly count: number; readonly fen: number }
const rowOf = (row: LineRow): CountedRow => ({ seq: Math.floor(row.key / linesPerEntry), n: row.key % linesPerEntry, day: row.day, countedOn: row.counted_on, late: row.late === 1, kind: row.kind, subject: row.subject, caseId: row.case_id, name: row.name, count: row.count, fen: row.fen })

/** The lines behind a number, in order of the day they count on, with what the cells sum to: count and fen are the number itself. */
export const lines = (db: Reader, cells: readonly string[], period: Period, page: { readonly after?: string; readonly limit?: number } = {}): Page<CountedRow> & CellSum => {
  const { rows, next, total } = burialCounts.lines<LineRow>(db, cells, period, page)
  return { rows: rows.map(rowOf), next, ...total }
}

const mostLate = 1000

/** Lines that were entered after their month was closed: those that count in a period, and those whose day lies in it, at most a thousand; with cells only the lines that count in one of them. */
export const lateLines = (db: Reader, period: Period, cells?: readonly string[]): readonly CountedRow[] => {
  const { from, to } = askedPeriod(period)
  const ids = cells === undefined ? null : JSON.stringify(cells.flatMap((name) => burialCounts.findCell(db, name) ?? []))
  return db.prepare<LineRow>(sql.late).all(from, to, from, to, ids, ids, mostLate).map(rowOf)
}

/** The months that are closed, with how many lines came late for each. */
export const closedMonths = (db: Reader, year?: number): readonly ClosedMonth[] => db.prepare<ClosedMonth>(sql.months).all(year === undefined ? '' : `${String(year)}-01`, year === undefined ? '9999-12' : `${String(year)}-12`)

/** Denominators of the years and months that a period touches; all of them without one. */
export const denominators = (db: Reader, period?: Period): readonly DenominatorRow[] =>
  db.prepare<{ period: string; base: RateBase; value: number; source: string; from_numerator: number; day: string; actor: string }>(sql.denominators).all(period === undefined ? '' : period.from.slice(0, 4), period === undefined ? '9999-12' : period.to.slice(0, 7))
    .map(({ from_numerator, actor, ...row }) => ({ ...row, fromNumerator: from_numerator === 1, by: actor }))

/** For lists of cases (`c` is the case): those with a line in a cell, counted within days. */
export const countedCondition = (cell: string, from?: string, to?: string): readonly [sql: string, ...values: readonly Value[]] => burialCounts.within('c.id', 'case_id', cell, from, to)
