import type { Reader } from '../connection.ts'
import type { CountRow, Reads } from '../contract.ts'
import type { Period } from './cells.ts'

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
  inspected: (window: string) => `SELECT inspection, count(*) AS count FROM ${window}_case WHERE day BETWEEN ? AND ? AND day <> '' AND state IN ('registered', 'proofread', 'delivered') GROUP BY inspection`,
  // Voids are few: found by the kind of their entries.
  voided: (window: string) => `SELECT c.day, c.ended_on, (c.serial_man <> '') + (c.serial_woman <> '') AS booklets FROM journal j CROSS JOIN ${window}_case c ON c.id = j.subject WHERE j.kind = '${window}.voided'`,
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

const windows = ['marriage', 'divorce', 'reissue'] as const

/** The registered files of a period by what file inspection found of them. */
export const inspectedCounts = (db: Reader, { from, to }: Period): { readonly qualified: number; readonly failed: number; readonly unexamined: number } => {
  const counts = { qualified: 0, failed: 0, unexamined: 0 }
  for (const window of windows) for (const row of db.prepare<{ inspection: keyof typeof counts; count: number }>(sql.inspected(window)).all(from, to)) counts[row.inspection] += row.count
  return counts
}

/** Booklets of registrations and their voids that lie in different periods, which a stock that counts each on its own day does not see as one: registered in the period and voided later, or voided in it and registered before. */
export const bookletsVoidedAcross = (db: Reader, { from, to }: Period): { readonly later: number; readonly earlier: number } => {
  const within = (day: string): boolean => from <= day && day <= to
  const across = { later: 0, earlier: 0 }
  for (const window of windows) {
    for (const { day, ended_on, booklets } of db.prepare<{ day: string; ended_on: string; booklets: number }>(sql.voided(window)).all()) {
      if (within(day) && ended_on > to) across.later += booklets
      if (day < from && within(ended_on)) across.earlier += booklets
    }
  }
  return across
}
