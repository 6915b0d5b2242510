import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import type { PlaceNameLine, PlaceNameUnit } from '../../domain/place-names/statistics/counts.ts'
import { changeOfLines } from '../../domain/place-names/statistics/counts.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader } from '../connection.ts'
import type { Page } from '../contract.ts'
import type { Period } from '../counted.ts'
import { countedIn } from '../counted.ts'
import { isLate } from '../reports/late.ts'
import { tellCounted } from '../statistics/late.ts'
import { hourOf, tally } from '../tally.ts'
import type { PlaceNameCount } from './contract.ts'

/** The counted lines of an entry: what its fold counts after it and did not before, and what it counted before and no longer does, taken back. */

const perEntry = 32_768
export const placeNameCounts = countedIn({ prefix: 'place_name', measures: ['count'], perEntry, shown: 'l.key, l.kind, l.counted_on, l.entered_on, l.subject, l.item, l.name, l.unit, l.count, l.cells FROM place_name_line l' })

const add = 'INSERT INTO place_name_line (key, kind, counted_on, entered_on, subject, item, name, unit, count, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

/** What the counts of a day, a month and a year show of place names; tables and reports take every line. */
const ofTheDay = new Set(['application.received', 'name.approved', 'name.refused', 'name.filed', 'name.published', 'name.entered', 'sign.set', 'plate.numbered', 'plate.mounted', 'proof.issued', 'boundary.inspected', 'irregular.settled'])

/** Adds what an entry changed to the counts of the days it concerns. */
const tallyChange = (db: Connection, entry: JournalEntry, lines: readonly PlaceNameLine[]): void => {
  const changes = new Map<string, { readonly day: string; readonly kind: string; readonly unit: PlaceNameUnit; count: number }>()
  for (const { day, unit, value, cells } of lines) {
    const kind = (cells[0] ?? '').replace(/\.total$/u, '')
    if (!ofTheDay.has(kind)) continue
    const key = `${day} ${kind}`
    const change = changes.get(key) ?? { day, kind, unit, count: 0 }
    change.count += value
    changes.set(key, change)
  }
  for (const { count, ...of } of changes.values()) if (count !== 0) tally(db, entry, { ...of, window: 'place-names', hour: hourOf(entry.at), counter: entry.counter }, count)
}

/** Writes the lines by which an entry changed what its fold counts; `nameOf` tells the name of an item of the subject. Throws `too_large`. */
export const countChange = (db: Connection, entry: JournalEntry, before: readonly PlaceNameLine[], after: readonly PlaceNameLine[], nameOf: (item: string) => string): void => {
  const lines = changeOfLines(before, after)
  if (lines.length > perEntry) throw new LantaiError('too_large', text('这一记录涉及的统计行过多', 'The entry counts in too many lines'))
  for (const [index, { day, unit, value, cells, subject, item }] of lines.entries()) {
    const key = entry.seq * perEntry + index
    db.prepare(add).run(key, entry.action.kind, day, entry.at.slice(0, 10), subject, item, nameOf(item), unit, value, JSON.stringify(cells))
    placeNameCounts.put(db, key, day, cells, { count: value })
    if (isLate(db, entry, day)) tellCounted(db, entry, 'place-names', { day, unit, count: value, fen: 0, cells })
  }
  tallyChange(db, entry, lines)
}

interface LineRow { readonly key: number; readonly counted_on: string; readonly entered_on: string; readonly subject: string; readonly item: string; readonly name: string; readonly unit: PlaceNameUnit; readonly count: 1 | -1; readonly cells: string }
const rowOf = (row: LineRow): PlaceNameCount => ({ seq: Math.floor(row.key / perEntry), n: row.key % perEntry, day: row.counted_on, enteredOn: row.entered_on, unit: row.unit, value: row.count, cells: JSON.parse(row.cells) as readonly string[], subject: row.subject, item: row.item, name: row.name })

const countsOf = (sums: ReadonlyMap<string, { readonly count: number }>): ReadonlyMap<string, number> => new Map([...sums].map(([cell, { count }]) => [cell, count]))

/** Sums of every cell below the prefixes, by the day it happened. */
export const sums = (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, number> => countsOf(placeNameCounts.sums(db, prefixes, period))
/** The same for each month. */
export const sumsByMonth = (db: Reader, prefixes: readonly string[], period: Period): ReadonlyMap<string, ReadonlyMap<string, number>> => new Map([...placeNameCounts.sumsByMonth(db, prefixes, period)].map(([month, found]) => [month, countsOf(found)]))
/** The lines behind a number: `value` is the number itself, `count` how many lines there are. */
export const lines = (db: Reader, cells: readonly string[], period: Period, page: { readonly after?: string; readonly limit?: number } = {}): Page<PlaceNameCount> & { readonly count: number; readonly value: number } => {
  const { rows, next, total } = placeNameCounts.lines<LineRow>(db, cells, period, page)
  return { rows: rows.map(rowOf), next, count: placeNameCounts.countLines(db, cells, period), value: total.count }
}
