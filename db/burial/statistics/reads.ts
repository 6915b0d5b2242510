import type { Denominator, RateBase } from '../../../domain/burial/rates.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { civilDate, dayNumber, isCivilDate, monthRange } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { Reader, Value } from '../../connection.ts'
import type { Page } from '../../contract.ts'
import { pastPrefix } from '../../search.ts'
import type { CellSum, CountedRow } from '../contract.ts'
import { linesPerEntry } from './count.ts'

/** Sums and lines of the counts. Whole months are read from their sums, broken ones from the lines. */

export interface Period { readonly from: string; readonly to: string }
export type ClosedMonth = { readonly month: string; readonly on: string; readonly by: string; readonly second: string; readonly head: string; readonly cremated: number; readonly waivedFen: number; readonly late: number }
export type DenominatorRow = Denominator & { readonly period: string; readonly base: RateBase; readonly day: string; readonly by: string }

interface Summed { readonly name: string; readonly part: string; readonly count: number; readonly fen: number }

const columns = "SELECT l.key, l.day, l.counted_on, l.late, l.kind, l.subject, l.case_id, coalesce(c.name, '') AS name, l.count, l.fen FROM burial_line l LEFT JOIN burial_case c ON c.id = l.case_id"
const sql = {
  whole: 'SELECT c.name, s.month AS part, s.count, s.fen FROM burial_cell c CROSS JOIN burial_sum s ON s.cell = c.id WHERE c.name >= ? AND c.name < ? AND s.month BETWEEN ? AND ?',
  wholeTotal: "SELECT c.name, '' AS part, sum(s.count) AS count, sum(s.fen) AS fen FROM burial_cell c CROSS JOIN burial_sum s ON s.cell = c.id WHERE c.name >= ? AND c.name < ? AND s.month BETWEEN ? AND ? GROUP BY c.name",
  broken: "SELECT c.name, '' AS part, sum(l.count) AS count, sum(l.fen) AS fen FROM burial_cell c CROSS JOIN burial_line_cell lc ON lc.cell = c.id CROSS JOIN burial_line l ON l.key = lc.line WHERE c.name >= ? AND c.name < ? AND lc.counted_on BETWEEN ? AND ? GROUP BY c.name",
  cell: 'SELECT id FROM burial_cell WHERE name = ?',
  titles: 'SELECT name, title FROM burial_cell WHERE name >= ? AND name < ?',
  lines: 'SELECT counted_on, line FROM burial_line_cell WHERE cell = ? AND (counted_on, line) > (?, ?) AND counted_on <= ? ORDER BY counted_on, line LIMIT ?',
  line: `${columns} WHERE l.key = ?`,
  late: `${columns} WHERE l.key IN (SELECT key FROM burial_line WHERE late = 1 AND counted_on BETWEEN ? AND ? UNION SELECT key FROM burial_line WHERE late = 1 AND day BETWEEN ? AND ?) AND (? IS NULL OR EXISTS (SELECT 1 FROM json_each(?) c CROSS JOIN burial_line_cell lc ON lc.cell = c.value AND lc.counted_on = CAST(julianday(l.counted_on) - 2440587.5 AS INTEGER) AND lc.line = l.key)) ORDER BY l.counted_on, l.key LIMIT ?`,
  months: "SELECT m.month, m.day AS \"on\", m.actor AS \"by\", m.second, m.head, m.cremated, m.waived_fen AS waivedFen, (SELECT count(*) FROM burial_line l WHERE l.late = 1 AND l.day BETWEEN m.month || '-01' AND m.month || '-31') AS late FROM burial_month m WHERE m.month BETWEEN ? AND ? ORDER BY m.month",
  denominators: 'SELECT period, base, value, source, from_numerator, day, actor FROM burial_denominator WHERE period BETWEEN ? AND ? ORDER BY period, base',
} as const

const first = '1000-01-01'
const last = '9999-12-31'

const day = (value: string, field: string): CivilDate => {
  if (!isCivilDate(value)) throw new LantaiError('invalid', text('日期不对', 'That is no day'), field)
  return value
}

/** A prefix that ends in a dot takes all below it; a whole name only itself. */
const rangeOf = (prefix: string): readonly [from: string, to: string] => (prefix.endsWith('.') || prefix === '@' ? [prefix, pastPrefix(prefix)] : [prefix, `${prefix}\u0000`])

/** Prefixes that another one holds already would count twice. */
const apart = (prefixes: readonly string[]): readonly string[] => [...new Set(prefixes)].filter((prefix) => !prefixes.some((other) => other !== prefix && other.endsWith('.') && prefix.startsWith(other)))

/** The parts of a period: whole months by their names, and what is left at its ends as days. */
const partsOf = ({ from, to }: Period): { readonly months: readonly [string, string] | undefined; readonly broken: readonly Period[] } => {
  const [start, end] = [from < first ? first : from, to > last ? last : to]
  if (start > end) return { months: undefined, broken: [] }
  const [firstMonth, lastMonth] = [start.slice(0, 7), end.slice(0, 7)]
  const opens = start.endsWith('-01')
  const closes = end === monthRange(lastMonth).to
  if (firstMonth === lastMonth) return opens && closes ? { months: [firstMonth, lastMonth], broken: [] } : { months: undefined, broken: [{ from: start, to: end }] }
  const next = (month: string): string => (month.endsWith('-12') ? `${String(Number(month.slice(0, 4)) + 1).padStart(4, '0')}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`)
  const before = (month: string): string => (month.endsWith('-01') ? `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}-12` : `${month.slice(0, 5)}${String(Number(month.slice(5)) - 1).padStart(2, '0')}`)
  const [a, b] = [opens ? firstMonth : next(firstMonth), closes ? lastMonth : before(lastMonth)]
  return { months: a <= b ? [a, b] : undefined, broken: [...(opens ? [] : [{ from: start, to: monthRange(firstMonth).to }]), ...(closes ? [] : [{ from: `${lastMonth}-01`, to: end }])] }
}

const asked = ({ from, to }: Period): Period => ({ from: day(from, 'from'), to: day(to, 'to') })

const collect = (db: Reader, prefixes: readonly string[], period: Period, byMonth: boolean, put: (row: Summed) => void): void => {
  const { months, broken } = partsOf(asked(period))
  for (const prefix of apart(prefixes)) {
    const range = rangeOf(prefix)
    if (months !== undefined) for (const row of db.prepare<Summed>(byMonth ? sql.whole : sql.wholeTotal).all(...range, ...months)) put(row)
    for (const { from, to } of broken) for (const row of db.prepare<Summed>(sql.broken).all(...range, dayNumber(civilDate(from)), dayNumber(civilDate(to)))) put({ ...row, part: from.slice(0, 7) })
  }
}

const add = (sums: Map<string, CellSum>, { name, count, fen }: Summed): void => {
  const before = sums.get(name)
  sums.set(name, before === undefined ? { count, fen } : { count: before.count + count, fen: before.fen + fen })
}

/** Sums of every cell below the prefixes counted within a period, both days in it; what nets to nothing stands as nothing. */
export const sums = (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, CellSum> => {
  const found = new Map<string, CellSum>()
  collect(db, prefixes, period, false, (row) => add(found, row))
  return found
}

/** The same for each month; months in which nothing counted are left out. */
export const sumsByMonth = (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, ReadonlyMap<string, CellSum>> => {
  const found = new Map<string, Map<string, CellSum>>()
  collect(db, prefixes, period, true, (row) => {
    const month = found.get(row.part) ?? new Map<string, CellSum>()
    found.set(row.part, month)
    add(month, row)
  })
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Names of the homes (`@area/home`). */
export const cellTitles = (db: Reader, prefix: string): ReadonlyMap<string, string> => new Map(db.prepare<{ name: string; title: string }>(sql.titles).all(...rangeOf(prefix)).map(({ name, title }) => [name, title]))

interface LineRow { readonly key: number; readonly day: string; readonly counted_on: string; readonly late: number; readonly kind: string; readonly subject: string; readonly case_id: string; readonly name: string; readonly count: number; readonly fen: number }
const rowOf = (row: LineRow): CountedRow => ({ seq: Math.floor(row.key / linesPerEntry), n: row.key % linesPerEntry, day: row.day, countedOn: row.counted_on, late: row.late === 1, kind: row.kind, subject: row.subject, caseId: row.case_id, name: row.name, count: row.count, fen: row.fen })

interface Place { readonly counted_on: number; readonly line: number }
const order = (a: Place, b: Place): number => a.counted_on - b.counted_on || a.line - b.line

const placeAfter = (after: string | undefined, before: number): Place => {
  if (after === undefined) return { counted_on: before - 1, line: Number.MAX_SAFE_INTEGER }
  const found = /^(-?\d{1,8})\.(\d{1,16})$/.exec(after)
  if (found === null) throw new LantaiError('malformed', text('翻页参数不对', 'That is no page of this list'), 'after')
  return { counted_on: Number(found[1]), line: Number(found[2]) }
}

/** The lines behind a number, in order of the day they count on, with what all of them sum to: count and fen are the number itself. */
export const lines = (db: Reader, cells: readonly string[], period: Period, page: { readonly after?: string; readonly limit?: number } = {}): Page<CountedRow> & CellSum => {
  const { from, to } = asked(period)
  const limit = Math.min(Math.max(page.limit ?? 50, 1), 200)
  const [start, end] = [dayNumber(civilDate(from)), dayNumber(civilDate(to))]
  const after = placeAfter(page.after, start)
  const places = new Map<number, Place>()
  for (const name of new Set(cells)) {
    const cell = db.prepare<{ id: number }>(sql.cell).get(name)
    if (cell === undefined) continue
    // Each cell's lines come in order along its key; the page is the beginning of all of them.
    for (const place of db.prepare<Place & Record<string, Value>>(sql.lines).all(cell.id, after.counted_on, after.line, end, limit + 1)) if (place.counted_on >= start) places.set(place.line, place)
  }
  const found = [...places.values()].sort(order)
  const shown = found.slice(0, limit)
  const total = { count: 0, fen: 0 }
  for (const { count, fen } of sums(db, [...new Set(cells)], { from, to }).values()) {
    total.count += count
    total.fen += fen
  }
  const ending = shown.at(-1)
  return { rows: shown.map(({ line }) => rowOf(db.prepare<LineRow>(sql.line).get(line) as LineRow)), next: found.length > limit && ending !== undefined ? `${String(ending.counted_on)}.${String(ending.line)}` : undefined, ...total }
}

const mostLate = 1000

/** Lines that were entered after their month was closed: those that count in a period, and those whose day lies in it, at most a thousand; with cells only the lines that count in one of them. */
export const lateLines = (db: Reader, period: Period, cells?: readonly string[]): readonly CountedRow[] => {
  const { from, to } = asked(period)
  const ids = cells === undefined ? null : JSON.stringify(cells.flatMap((name) => db.prepare<{ id: number }>(sql.cell).get(name)?.id ?? []))
  return db.prepare<LineRow>(sql.late).all(from, to, from, to, ids, ids, mostLate).map(rowOf)
}

/** The months that are closed, with how many lines came late for each. */
export const closedMonths = (db: Reader, year?: number): readonly ClosedMonth[] => db.prepare<ClosedMonth>(sql.months).all(year === undefined ? '' : `${String(year)}-01`, year === undefined ? '9999-12' : `${String(year)}-12`)

/** Denominators of the years and months that a period touches; all of them without one. */
export const denominators = (db: Reader, period?: Period): readonly DenominatorRow[] =>
  db.prepare<{ period: string; base: RateBase; value: number; source: string; from_numerator: number; day: string; actor: string }>(sql.denominators).all(period === undefined ? '' : period.from.slice(0, 4), period === undefined ? '9999-12' : period.to.slice(0, 7))
    .map(({ from_numerator, actor, ...row }) => ({ ...row, fromNumerator: from_numerator === 1, by: actor }))

/** For lists of cases (`c` is the case): those with a line in a cell, counted within days. */
export const countedCondition = (cell: string, from = first, to = last): readonly [sql: string, ...values: readonly Value[]] => [
  'c.id IN (SELECT l.case_id FROM burial_line_cell lc JOIN burial_line l ON l.key = lc.line WHERE lc.cell = (SELECT id FROM burial_cell WHERE name = ?) AND lc.counted_on BETWEEN ? AND ?)',
  cell, dayNumber(day(from, 'from')), dayNumber(day(to, 'to')),
]
