import type { Reader } from '../connection.ts'
import type { Period, Source } from './cells.ts'
import { cellsUnder, findConditions, openTables, sources } from './cells.ts'

/** Counts of cells, all cells of a table in one walk over its days. */

type Counts = Map<string, number>
const add = (counts: Counts, cell: string, count: number): void => {
  if (count > 0) counts.set(cell, (counts.get(cell) ?? 0) + count)
}

/** Each condition of the cells once, and for each cell the columns of the answer that count it. */
const columnsOf = (cells: readonly string[], today: string): { readonly select: readonly string[]; readonly placesOf: ReadonlyMap<string, readonly number[]> } => {
  const places = new Map<string, number>()
  const placesOf = new Map(cells.map((cell) => [cell, (findConditions(cell, today)?.conditions ?? []).map((condition) => {
    const place = places.get(condition) ?? places.size
    places.set(condition, place)
    return place
  })]))
  return { select: [...places.keys()].map((condition) => (condition === '1' ? 'count(*)' : `count(*) FILTER (WHERE ${condition})`)), placesOf }
}

const inPeriod = ({ table, rows, day }: Source): string => `FROM ${table} WHERE ${rows} AND ${day} BETWEEN ? AND ?`

/** Counts the closed cells below the prefixes in a period; with `by`, for each of its parts, days in their order. */
const countParts = (db: Reader, by: 'day' | 'office' | undefined, prefixes: readonly string[], period: Period, today: string): ReadonlyMap<string, Counts> => {
  const parts = new Map<string, Counts>()
  const cells = [...new Set(prefixes.flatMap((prefix) => cellsUnder(prefix, today)))]
  for (const source of Object.values(sources)) {
    const own = cells.filter((cell) => cell.startsWith(`${source.id}.`))
    if (own.length === 0) continue
    const { select, placesOf } = columnsOf(own, today)
    const part = by === undefined ? "''" : source[by]
    // The texts differ with every question and are not kept.
    const rows = db.raw.prepare<unknown[], (string | number)[]>(`SELECT ${part}, ${select.join(', ')} ${inPeriod(source)}${by === undefined ? '' : ` GROUP BY ${part} ORDER BY ${part}`}`).raw().all(period.from, period.to)
    for (const [name, ...counted] of rows as [string, ...number[]][]) {
      const counts = parts.get(name) ?? new Map<string, number>()
      parts.set(name, counts)
      for (const [cell, places] of placesOf) for (const place of places) add(counts, cell, counted[place] ?? 0)
    }
  }
  return parts
}

/** Counts of the cells asked for; a prefix that ends in a dot takes all below it. */
export const statistic = (db: Reader, prefixes: readonly string[], period: Period, today: string): ReadonlyMap<string, number> => {
  const counts = countParts(db, undefined, prefixes, period, today).get('') ?? new Map<string, number>()
  for (const { source, part } of prefixes.flatMap(openTables)) {
    // Days come in the order of the table and months are made of them, which is quicker than reading the month out of every row.
    const column = part === 'office' ? source.office : source.day
    for (const { value, count } of db.prepare<{ value: string; count: number }>(`SELECT ${column} AS value, count(*) AS count ${inPeriod(source)} GROUP BY 1`).all(period.from, period.to)) add(counts, `${source.id}.${part}.${part === 'month' ? value.slice(5, 7) : value}`, count)
  }
  return counts
}

/** The same for each day, month or office. */
export const statisticBy = (db: Reader, part: 'day' | 'month' | 'office', prefixes: readonly string[], period: Period, today: string): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const parts = countParts(db, part === 'office' ? 'office' : 'day', prefixes, period, today)
  if (part !== 'month') return parts
  // Days are in the order of the table, so that a month needs no sorting there.
  const months = new Map<string, Counts>()
  for (const [day, counts] of parts) {
    const month = months.get(day.slice(0, 7)) ?? new Map<string, number>()
    months.set(day.slice(0, 7), month)
    for (const [cell, count] of counts) add(month, cell, count)
  }
  return months
}
