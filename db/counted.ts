import type { CivilDate } from '../domain/dates.ts'
import { civilDate, dayNumber, isCivilDate, monthRange } from '../domain/dates.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection, Reader, Value } from './connection.ts'
import type { Page } from './contract.ts'
import { pastPrefix } from './search.ts'
import { addTo } from './sums.ts'

/** Signed lines with the cells they count in, and sums by month beside them: whole months are read from their sums, broken ones from the lines. A window has its own tables of this shape: `…_cell`, `…_line`, `…_line_cell`, `…_sum`. */

export interface Period { readonly from: string; readonly to: string }
/** What the lines of a window add up: `count`, and money in fen where there is any. */
export type Measured<M extends string> = { readonly [K in M]: number }

export interface CountTables<M extends string> {
  /** What the tables are called before `_cell`, `_line` … */
  readonly prefix: string
  readonly measures: readonly M[]
  /** Lines of one entry at most; its number and theirs make the key. */
  readonly perEntry: number
  /** The columns of a line `l` as a list shows it, with what they are joined to. */
  readonly shown: string
  /** Further beginnings that take all below them, beside those that end in a dot. */
  readonly open?: readonly string[]
  /** Cells bear titles of their own. */
  readonly titled?: boolean
}

const first = '1000-01-01'
const last = '9999-12-31'

const dayOf = (value: string, field: string): CivilDate => {
  if (!isCivilDate(value)) throw new LantaiError('invalid', text('日期不对', 'That is no day'), field)
  return value
}

/** Prefixes that another one holds already would count twice. */
const apart = (prefixes: readonly string[]): readonly string[] => [...new Set(prefixes)].filter((prefix) => !prefixes.some((other) => other !== prefix && other.endsWith('.') && prefix.startsWith(other)))

const next = (month: string): string => (month.endsWith('-12') ? `${String(Number(month.slice(0, 4)) + 1).padStart(4, '0')}-01` : `${month.slice(0, 5)}${String(Number(month.slice(5)) + 1).padStart(2, '0')}`)
const before = (month: string): string => (month.endsWith('-01') ? `${String(Number(month.slice(0, 4)) - 1).padStart(4, '0')}-12` : `${month.slice(0, 5)}${String(Number(month.slice(5)) - 1).padStart(2, '0')}`)

/** The parts of a period: whole months by their names, and what is left at its ends as days. */
const partsOf = ({ from, to }: Period): { readonly months: readonly [string, string] | undefined; readonly broken: readonly Period[] } => {
  const [start, end] = [from < first ? first : from, to > last ? last : to]
  if (start > end) return { months: undefined, broken: [] }
  const [firstMonth, lastMonth] = [start.slice(0, 7), end.slice(0, 7)]
  const opens = start.endsWith('-01')
  const closes = end === monthRange(lastMonth).to
  if (firstMonth === lastMonth) return opens && closes ? { months: [firstMonth, lastMonth], broken: [] } : { months: undefined, broken: [{ from: start, to: end }] }
  const [a, b] = [opens ? firstMonth : next(firstMonth), closes ? lastMonth : before(lastMonth)]
  return { months: a <= b ? [a, b] : undefined, broken: [...(opens ? [] : [{ from: start, to: monthRange(firstMonth).to }]), ...(closes ? [] : [{ from: `${lastMonth}-01`, to: end }])] }
}

/** A period with both days checked; throws `invalid` at `from` or `to`. */
export const askedPeriod = ({ from, to }: Period): Period => ({ from: dayOf(from, 'from'), to: dayOf(to, 'to') })

interface Place { readonly counted_on: number; readonly line: number }
const order = (a: Place, b: Place): number => a.counted_on - b.counted_on || a.line - b.line
const placeAfter = (after: string | undefined, start: number): Place => {
  if (after === undefined) return { counted_on: start - 1, line: Number.MAX_SAFE_INTEGER }
  const found = /^(-?\d{1,8})\.(\d{1,16})$/.exec(after)
  if (found === null) throw new LantaiError('malformed', text('翻页参数不对', 'That is no page of this list'), 'after')
  return { counted_on: Number(found[1]), line: Number(found[2]) }
}

/** The counts of a window over its tables. */
export const countedIn = <M extends string>({ prefix: window, measures, perEntry, shown, open = [], titled = false }: CountTables<M>) => {
  const summed = (alias: string): string => measures.map((measure) => `sum(${alias}.${measure}) AS ${measure}`).join(', ')
  const sql = {
    cell: `SELECT id FROM ${window}_cell WHERE name = ?`,
    inCell: `INSERT INTO ${window}_line_cell (cell, counted_on, line) VALUES (?, ?, ?)`,
    whole: `SELECT c.name, s.month AS part, ${measures.map((measure) => `s.${measure}`).join(', ')} FROM ${window}_cell c CROSS JOIN ${window}_sum s ON s.cell = c.id WHERE c.name >= ? AND c.name < ? AND s.month BETWEEN ? AND ?`,
    wholeTotal: `SELECT c.name, '' AS part, ${summed('s')} FROM ${window}_cell c CROSS JOIN ${window}_sum s ON s.cell = c.id WHERE c.name >= ? AND c.name < ? AND s.month BETWEEN ? AND ? GROUP BY c.name`,
    broken: `SELECT c.name, '' AS part, ${summed('l')} FROM ${window}_cell c CROSS JOIN ${window}_line_cell lc ON lc.cell = c.id CROSS JOIN ${window}_line l ON l.key = lc.line WHERE c.name >= ? AND c.name < ? AND lc.counted_on BETWEEN ? AND ? GROUP BY c.name`,
    lines: `SELECT counted_on, line FROM ${window}_line_cell WHERE cell = ? AND (counted_on, line) > (?, ?) AND counted_on <= ? ORDER BY counted_on, line LIMIT ?`,
    line: `SELECT ${shown} WHERE l.key = ?`,
    howMany: `SELECT count(*) AS count FROM (SELECT DISTINCT lc.line FROM json_each(?) c CROSS JOIN ${window}_line_cell lc ON lc.cell = c.value AND lc.counted_on BETWEEN ? AND ?)`,
    add: Object.fromEntries(measures.map((measure) => [measure, `INSERT INTO ${window}_sum (cell, month, ${measures.join(', ')}) VALUES (?, ?, ${measures.map((other) => (other === measure ? '?' : '0')).join(', ')}) ON CONFLICT DO UPDATE SET ${measure} = ${measure} + excluded.${measure}`])) as Readonly<Record<M, string>>,
    addCell: titled ? `INSERT INTO ${window}_cell (name, title) VALUES (?, '')` : `INSERT INTO ${window}_cell (name) VALUES (?)`,
  }
  type Summed = { readonly name: string; readonly part: string } & Measured<M>

  const cellId = (db: Connection, name: string): number => db.prepare<{ id: number }>(sql.cell).get(name)?.id ?? Number(db.prepare(sql.addCell).run(name).lastInsertRowid)
  const findCell = (db: Reader, name: string): number | undefined => db.prepare<{ id: number }>(sql.cell).get(name)?.id
  /** A prefix that ends in a dot takes all below it; a whole name only itself. */
  const rangeOf = (prefix: string): readonly [from: string, to: string] => (prefix.endsWith('.') || open.includes(prefix) ? [prefix, pastPrefix(prefix)] : [prefix, `${prefix}\u0000`])
  const nothing = Object.fromEntries(measures.map((measure) => [measure, 0])) as Measured<M>
  const plus = (a: Measured<M>, b: Measured<M>): Measured<M> => Object.fromEntries(measures.map((measure) => [measure, a[measure] + b[measure]])) as Measured<M>

  const collect = (db: Reader, prefixes: readonly string[], period: Period, byMonth: boolean, put: (row: Summed) => void): void => {
    const { months, broken } = partsOf(askedPeriod(period))
    for (const prefix of apart(prefixes)) {
      const range = rangeOf(prefix)
      if (months !== undefined) for (const row of db.prepare<Summed>(byMonth ? sql.whole : sql.wholeTotal).all(...range, ...months)) put(row)
      for (const { from, to } of broken) for (const row of db.prepare<Summed>(sql.broken).all(...range, dayNumber(civilDate(from)), dayNumber(civilDate(to)))) put({ ...row, part: from.slice(0, 7) })
    }
  }
  const add = (sums: Map<string, Measured<M>>, row: Summed): void => {
    sums.set(row.name, plus(sums.get(row.name) ?? nothing, row))
  }

  const sumsOf = (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, Measured<M>> => {
    const found = new Map<string, Measured<M>>()
    collect(db, prefixes, period, false, (row) => add(found, row))
    return found
  }

  return {
    perEntry,
    /** Puts a line that was written under its key into its cells and sums, on the day it counts. */
    put: (db: Connection, key: number, countedOn: string, cells: readonly string[], measured: Measured<M>): void => {
      const [number, month] = [dayNumber(civilDate(countedOn)), countedOn.slice(0, 7)]
      for (const name of cells) {
        const cell = cellId(db, name)
        db.prepare(sql.inCell).run(cell, number, key)
        for (const measure of measures) if (measure === measures[0] || measured[measure] !== 0) addTo(db, sql.add[measure], [cell, month], measured[measure])
      }
    },
    findCell,
    rangeOf,
    /** Sums of every cell below the prefixes counted within a period, both days in it; what nets to nothing stands as nothing. */
    sums: sumsOf,
    /** The same for each month; months in which nothing counted are left out. */
    sumsByMonth: (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, ReadonlyMap<string, Measured<M>>> => {
      const found = new Map<string, Map<string, Measured<M>>>()
      collect(db, prefixes, period, true, (row) => {
        const month = found.get(row.part) ?? new Map<string, Measured<M>>()
        found.set(row.part, month)
        add(month, row)
      })
      return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
    },
    /** The lines behind a number, in order of the day they count on, with what the cells sum to: the number itself. */
    lines: <Row>(db: Reader, cells: readonly string[], period: Period, page: { readonly after?: string; readonly limit?: number } = {}): Page<Row> & { readonly total: Measured<M> } => {
      const { from, to } = askedPeriod(period)
      const limit = Math.min(Math.max(page.limit ?? 50, 1), 200)
      const [start, end] = [dayNumber(civilDate(from)), dayNumber(civilDate(to))]
      const after = placeAfter(page.after, start)
      const places = new Map<number, Place>()
      const ids = [...new Set(cells)].flatMap((name) => findCell(db, name) ?? [])
      for (const cell of ids) {
        // Each cell's lines come in order along its key; the page is the beginning of all of them.
        for (const place of db.prepare<Place & Record<string, Value>>(sql.lines).all(cell, after.counted_on, after.line, end, limit + 1)) if (place.counted_on >= start) places.set(place.line, place)
      }
      const found = [...places.values()].sort(order)
      const rows = found.slice(0, limit)
      const ending = rows.at(-1)
      return {
        rows: rows.flatMap(({ line }) => db.prepare<Row>(sql.line).get(line) ?? []), next: found.length > limit && ending !== undefined ? `${String(ending.counted_on)}.${String(ending.line)}` : undefined,
        total: [...sumsOf(db, [...new Set(cells)], { from, to }).values()].reduce(plus, nothing),
      }
    },
    /** How many lines count in any of the cells within a period. */
    countLines: (db: Reader, cells: readonly string[], period: Period): number => {
      const { from, to } = askedPeriod(period)
      return db.prepare<{ count: number }>(sql.howMany).get(JSON.stringify([...new Set(cells)].flatMap((name) => findCell(db, name) ?? [])), dayNumber(civilDate(from)), dayNumber(civilDate(to)))?.count ?? 0
    },
    /** The condition that a column holds what a line of a cell has in one of its own, for lines counted within days. */
    within: (column: string, of: string, cell: string, from = first, to = last): readonly [sql: string, ...values: readonly Value[]] => [
      `${column} IN (SELECT l.${of} FROM ${window}_line_cell lc JOIN ${window}_line l ON l.key = lc.line WHERE lc.cell = (SELECT id FROM ${window}_cell WHERE name = ?) AND lc.counted_on BETWEEN ? AND ?)`,
      cell, dayNumber(dayOf(from, 'from')), dayNumber(dayOf(to, 'to')),
    ],
    /** The tables, each with its key: what a rebuild must give again. */
    tables: [{ name: `${window}_cell`, key: 'id' }, { name: `${window}_line`, key: 'key' }, { name: `${window}_line_cell`, key: 'cell, counted_on, line' }, { name: `${window}_sum`, key: 'cell, month' }] as readonly { readonly name: string; readonly key: string }[],
  } as const
}
