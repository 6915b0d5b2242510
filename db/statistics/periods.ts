import type { Reader } from '../connection.ts'
import type { CountRow, Reads } from '../contract.ts'

/** Counts of a period and of a peak day. */

type Peak = Awaited<ReturnType<Reads['peakDay']>>
const registered = "day = ? AND day <> '' AND state IN ('registered', 'proofread', 'delivered')"
const sql = {
  kinds: 'SELECT window, kind, unit, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? GROUP BY window, kind, unit HAVING sum(count) <> 0 ORDER BY window, kind, unit',
  planned: "SELECT count(*) AS screened, count(*) FILTER (WHERE state IN ('registered', 'proofread', 'delivered')) AS screenedDone, count(*) FILTER (WHERE state = 'received') AS waiting FROM marriage_case WHERE planned_day = ? AND planned_day <> ''",
  // Couples who came without being looked through beforehand.
  walkedIn: "SELECT count(*) AS waiting FROM marriage_case WHERE state = 'received' AND state IN ('received', 'registered', 'proofread') AND planned_day = '' AND substr(opened_at, 1, 10) = ?",
  states: `SELECT count(*) AS done, count(*) FILTER (WHERE state = 'delivered') AS delivered FROM marriage_case WHERE ${registered}`,
  hours: `SELECT hour, count(*) AS count FROM marriage_case WHERE ${registered} AND hour IS NOT NULL GROUP BY hour ORDER BY hour`,
  counters: `SELECT counter, count(*) AS done FROM marriage_case WHERE ${registered} GROUP BY counter ORDER BY counter`,
} as const

/** Counts by window and kind over a period, both days in it, with the unit of each. */
export const periodCounts = (db: Reader, from: string, to: string): readonly CountRow[] => db.prepare<CountRow>(sql.kinds).all(from, to)

/** A day's couples: those looked through beforehand for it, those waiting, and its registered marriages by state, hour and counter; done = in work + handed over. */
export const peakDay = (db: Reader, day: string): Peak => {
  const planned = db.prepare<{ screened: number; screenedDone: number; waiting: number }>(sql.planned).get(day)
  const walkedIn = db.prepare<{ waiting: number }>(sql.walkedIn).get(day)
  const { done, delivered } = db.prepare<{ done: number; delivered: number }>(sql.states).get(day) ?? { done: 0, delivered: 0 }
  return {
    screened: planned?.screened ?? 0, screenedDone: planned?.screenedDone ?? 0, waiting: (planned?.waiting ?? 0) + (walkedIn?.waiting ?? 0), inWork: done - delivered, done, delivered,
    hours: db.prepare<{ hour: number; count: number }>(sql.hours).all(day), counters: db.prepare<{ counter: string; done: number }>(sql.counters).all(day),
  }
}
