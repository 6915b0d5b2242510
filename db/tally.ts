import type { JournalEntry } from '../domain/action.ts'
import type { Connection, Reader } from './connection.ts'
import type { CountRow } from './contract.ts'
import { isLate, tellLate } from './reports/late.ts'
import { addTo } from './sums.ts'

/** Counts kept with every action, so that a day, a month and a year are read without counting cases. Each count has its unit; by the hour, the month and the year only what was registered is asked for, not the work in 件. */

export interface TallyKey { readonly day: string; readonly window: string; readonly kind: string; readonly unit: '对' | '件' | '人' | '本' | '具' | '例' | '穴' | '座' | '人次' | '个' | '块' | '份' | '条' | '次'; readonly hour: number; readonly counter: string }

const sql = {
  hour: 'INSERT INTO tally (day, window, kind, unit, hour, counter, count) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  day: 'INSERT INTO tally_day (day, window, kind, unit, count) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count',
  kinds: 'SELECT window, kind, unit, count FROM tally_day WHERE day = ? AND count <> 0 ORDER BY window, kind, unit',
  hours: "SELECT kind, hour, sum(count) AS count FROM tally WHERE day = ? AND unit <> '件' GROUP BY kind, hour HAVING sum(count) <> 0 ORDER BY kind, hour",
  month: "SELECT day, kind, count FROM tally_day WHERE day BETWEEN ? AND ? AND unit <> '件' AND count <> 0 ORDER BY day, kind",
  counters: 'SELECT window, kind, unit, counter, sum(count) AS count FROM tally WHERE day = ? GROUP BY window, kind, unit, counter HAVING sum(count) <> 0 ORDER BY window, kind, unit, counter',
  active: 'SELECT day, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? GROUP BY day HAVING max(count <> 0) = 1 ORDER BY day',
  kindTotals: 'SELECT window, kind, unit, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? GROUP BY window, kind, unit HAVING sum(count) <> 0 ORDER BY window, kind, unit',
  byDay: 'SELECT day, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? AND window = ? AND kind = ? GROUP BY day HAVING sum(count) <> 0 ORDER BY day',
  byMonth: 'SELECT substr(day, 1, 7) AS month, window, kind, unit, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? GROUP BY 1, window, kind, unit HAVING sum(count) <> 0 ORDER BY 1, window, kind, unit',
  // Hours of all days first: a weekday is worked out once a day and hour, not once a row.
  load: "SELECT CAST(strftime('%w', day) AS INTEGER) AS weekday, hour, sum(count) AS count FROM (SELECT day, hour, sum(count) AS count FROM tally WHERE day BETWEEN ? AND ? AND (? = '' OR window = ?) GROUP BY day, hour) GROUP BY 1, 2 HAVING sum(count) <> 0 ORDER BY 1, 2",
  year: "SELECT substr(day, 1, 7) AS month, kind, sum(count) AS count FROM tally_day WHERE day BETWEEN ? AND ? AND unit <> '件' GROUP BY 1, 2 HAVING sum(count) <> 0 ORDER BY 1, 2",
} as const

/** Adds to the count of an hour and of its day; a count taken back is added as a negative number. For a day past or closed it is a late line as well, with the money in fen that goes with it. */
export const tally = (db: Connection, entry: JournalEntry, key: TallyKey, count: number, fen = 0): void => {
  addTo(db, sql.hour, [key.day, key.window, key.kind, key.unit, key.hour, key.counter], count)
  addTo(db, sql.day, [key.day, key.window, key.kind, key.unit], count)
  if (isLate(db, entry, key.day)) tellLate(db, { of: 'tally', day: key.day, window: key.window, kind: key.kind, unit: key.unit, counter: key.counter, count, fen, cells: [[`tally.${key.window}.${key.kind}.${key.unit}`, count, fen]] })
}

/** Hour of an instant at the office, 0 to 23. */
export const hourOf = (at: string): number => Number(at.slice(11, 13))

export interface HourCount { readonly kind: string; readonly hour: number; readonly count: number }
export const dayCounts = (db: Connection, day: string): { readonly kinds: readonly CountRow[]; readonly hours: readonly HourCount[] } => ({
  kinds: db.prepare<CountRow>(sql.kinds).all(day),
  hours: db.prepare<HourCount>(sql.hours).all(day),
})

export const monthCounts = (db: Connection, month: string): readonly { readonly day: string; readonly kind: string; readonly count: number }[] =>
  db.prepare<{ day: string; kind: string; count: number }>(sql.month).all(`${month}-01`, `${month}-31`)

export const yearCounts = (db: Connection, year: number): readonly { readonly month: string; readonly kind: string; readonly count: number }[] =>
  db.prepare<{ month: string; kind: string; count: number }>(sql.year).all(`${year}-01-01`, `${year}-12-31`)

export interface Period { readonly from: string; readonly to: string }
export interface KindCount { readonly window: string; readonly kind: string; readonly unit: string; readonly count: number }

/** The counts of a day by window, kind, unit and counter; what nets to nothing is left out. */
export const counterCounts = (db: Reader, day: string): readonly (KindCount & { readonly counter: string })[] => db.prepare<KindCount & { readonly counter: string }>(sql.counters).all(day)
/** Days on which anything counted, with how much of it. */
export const activeDays = (db: Reader, { from, to }: Period): readonly { readonly day: string; readonly count: number }[] => db.prepare<{ day: string; count: number }>(sql.active).all(from, to)
/** Counted kinds of a period summed. */
export const kindCounts = (db: Reader, { from, to }: Period): readonly KindCount[] => db.prepare<KindCount>(sql.kindTotals).all(from, to)
/** A kind by day, in all its units. */
export const kindByDay = (db: Reader, window: string, kind: string, { from, to }: Period): readonly { readonly day: string; readonly count: number }[] => db.prepare<{ day: string; count: number }>(sql.byDay).all(from, to, window, kind)
/** Kinds by month. */
export const kindsByMonth = (db: Reader, { from, to }: Period): readonly (KindCount & { readonly month: string })[] => db.prepare<KindCount & { readonly month: string }>(sql.byMonth).all(from, to)
/** Load by weekday (1 Monday to 7) and hour of the office. */
export const load = (db: Reader, { from, to }: Period, window = ''): readonly { readonly weekday: number; readonly hour: number; readonly count: number }[] =>
  db.prepare<{ weekday: number; hour: number; count: number }>(sql.load).all(from, to, window, window).map(({ weekday, ...row }) => ({ weekday: weekday === 0 ? 7 : weekday, ...row })).sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
