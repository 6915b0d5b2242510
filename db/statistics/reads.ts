import type { Reader } from '../connection.ts'
import type { Period } from './cells.ts'
import { cellsUnder, findConditions, openTables } from './cells.ts'
import type { CoupleWindow } from './codes.ts'
import { coupleWindows, windowNumber } from './codes.ts'

/** Counts of cells, each table of couples in one walk over its days. */

type Counts = Map<string, number>
const add = (counts: Counts, cell: string, count: number): void => {
  if (count > 0) counts.set(cell, (counts.get(cell) ?? 0) + count)
}

/** Each condition of the cells once, with the column of the answer that counts it. */
const columnsOf = (cells: readonly string[]): { readonly select: readonly string[]; readonly placesOf: ReadonlyMap<string, readonly number[]> } => {
  const places = new Map<string, number>()
  const placesOf = new Map(cells.map((cell) => [cell, (findConditions(cell)?.conditions ?? []).map((condition) => {
    const place = places.get(condition) ?? places.size
    places.set(condition, place)
    return place
  })]))
  return { select: [...places.keys()].map((condition) => (condition === '1' ? 'count(*)' : `count(*) FILTER (WHERE ${condition})`)), placesOf }
}

const inWindow = (window: CoupleWindow): string => `FROM couple_statistic WHERE window = ${String(windowNumber(window))} AND day BETWEEN ? AND ?`
const windowOf = (cell: string): CoupleWindow | undefined => coupleWindows.find((window) => cell.startsWith(`${window}.`))

/** Counts the cells of couples below the prefixes in a period; with `by`, for each of its parts. */
const countParts = (db: Reader, by: 'day' | 'office' | undefined, prefixes: readonly string[], period: Period): ReadonlyMap<string, Counts> => {
  const parts = new Map<string, Counts>()
  const cells = [...new Set(prefixes.flatMap(cellsUnder))]
  for (const window of coupleWindows) {
    const own = cells.filter((cell) => windowOf(cell) === window)
    if (own.length === 0) continue
    const { select, placesOf } = columnsOf(own)
    const rows = db.raw.prepare<unknown[], (string | number)[]>(`SELECT ${by ?? "''"}, ${select.join(', ')} ${inWindow(window)}${by === undefined ? '' : ` GROUP BY ${by}`}`).raw().all(period.from, period.to)
    for (const [part, ...counted] of rows as [string, ...number[]][]) {
      const counts = parts.get(part) ?? new Map<string, number>()
      parts.set(part, counts)
      for (const [cell, places] of placesOf) for (const place of places) add(counts, cell, counted[place] ?? 0)
    }
  }
  return parts
}

/** Counts of the cells of couples asked for. */
export const countCouples = (db: Reader, prefixes: readonly string[], period: Period): Counts => {
  const counts = countParts(db, undefined, prefixes, period).get('') ?? new Map<string, number>()
  for (const { window, column } of prefixes.flatMap(openTables)) {
    for (const { part, count } of db.prepare<{ part: string; count: number }>(`SELECT ${column} AS part, count(*) AS count ${inWindow(window)} GROUP BY ${column}`).all(period.from, period.to)) counts.set(`${window}.${column}.${part}`, count)
  }
  return counts
}

/** The same for each day, month or office. */
export const countCouplesBy = (db: Reader, part: 'day' | 'month' | 'office', prefixes: readonly string[], period: Period): ReadonlyMap<string, ReadonlyMap<string, number>> => {
  const parts = countParts(db, part === 'office' ? 'office' : 'day', prefixes, period)
  if (part !== 'month') return parts
  // Days come in their order, so that a month needs no sorting.
  const months = new Map<string, Counts>()
  for (const [day, counts] of parts) {
    const month = months.get(day.slice(0, 7)) ?? new Map<string, number>()
    months.set(day.slice(0, 7), month)
    for (const [cell, count] of counts) add(month, cell, count)
  }
  return months
}
