import type { Action, JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Connection } from '../connection.ts'

/** Late lines (补记、更正): a signed change to what counts on a day that was past or closed when it was entered, told by the code that counts and written when the entry is applied. */

/** Lines of one entry at most; its number and theirs make the key of a late line. */
export const latePerEntry = 1024

/** A cell and what is added to it; fen is 0 where there is no money. */
export type LateCell = readonly [name: string, count: number, fen: number]
/** A change of a counted kind, or of columns of the statistics alone: then `kind` says which. */
export interface LateChange { readonly of: 'tally' | 'statistics'; readonly day: string; readonly window: string; readonly kind: string; readonly unit: string; readonly counter: string; readonly count: number; readonly fen: number; readonly cells: readonly LateCell[] }

const sql = {
  closed: 'SELECT 1 FROM day_close WHERE day = ? UNION ALL SELECT 1 FROM month_close WHERE month >= ? LIMIT 1',
  add: 'INSERT INTO late_line (key, day, entered_on, window, kind, unit, counter, count, fen, action, subject, case_id, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
} as const

// Entries come day after day: the last answer is nearly always the next one too.
const known = new WeakMap<Connection, { readonly day: string; readonly closed: boolean }>()

/** To be called when a day or month is closed, and when a transaction begins, for what was closed in one that was taken back. */
export const forgetClosed = (db: Connection): void => void known.delete(db)

/** A month that is closed closes every day to its end: what comes later changes what it said of the year. */
const isClosed = (db: Connection, day: string): boolean => {
  const last = known.get(db)
  if (last?.day === day) return last.closed
  const closed = db.prepare(sql.closed).get(day, day.slice(0, 7)) !== undefined
  known.set(db, { day, closed })
  return closed
}

/** Says whether what an entry changes on a day comes late: the day was past when it was entered, or closed. */
export const isLate = (db: Connection, entry: JournalEntry, day: string): boolean => (!entry.at.startsWith(day) && day < entry.at.slice(0, 10)) || isClosed(db, day)

// By connection: an applier may hand its entry on as a copy.
const told = new WeakMap<Connection, LateChange[]>()

/** To be called before an entry is applied, for what was told of one that came to nothing. */
export const forgetLate = (db: Connection): void => void told.delete(db)

/** Tells what an entry changes on a day for which it is late. */
export const tellLate = (db: Connection, change: LateChange): void => {
  const changes = told.get(db)
  if (changes === undefined) told.set(db, [change])
  else changes.push(change)
}

/** What changed between two lists of the cells that something counts in. */
export const changedCells = (before: readonly string[], after: readonly string[]): readonly LateCell[] => {
  const sums = new Map<string, number>()
  for (const cell of before) sums.set(cell, (sums.get(cell) ?? 0) - 1)
  for (const cell of after) sums.set(cell, (sums.get(cell) ?? 0) + 1)
  return [...sums].flatMap(([cell, count]) => (count === 0 ? [] : [[cell, count, 0] as const]))
}

const plus = (cells: readonly LateCell[]): readonly LateCell[] => {
  const sums = new Map<string, readonly [number, number]>()
  for (const [name, count, fen] of cells) {
    const [counted, money] = sums.get(name) ?? [0, 0]
    sums.set(name, [counted + count, money + fen])
  }
  return [...sums].flatMap(([name, [count, fen]]) => (count === 0 && fen === 0 ? [] : [[name, count, fen] as const]))
}

/** Changes of the same kind as one. */
const summed = (changes: readonly LateChange[]): readonly LateChange[] =>
  [...Map.groupBy(changes, ({ kind, unit, counter }) => JSON.stringify([kind, unit, counter])).values()].flatMap((alike) => {
    const [first] = alike
    if (first === undefined) return []
    const made = { ...first, count: alike.reduce((sum, { count }) => sum + count, 0), fen: alike.reduce((sum, { fen }) => sum + fen, 0), cells: plus(alike.flatMap(({ cells }) => cells)) }
    return made.count === 0 && made.fen === 0 && made.cells.length === 0 ? [] : [made]
  })

/** What is told of a day and window as lines: the counted kinds, the columns of the statistics beside the kind they belong to; on their own where no kind changed. */
const linesOfDay = (changes: readonly LateChange[]): readonly LateChange[] => {
  const kinds = summed(changes.filter(({ of }) => of === 'tally'))
  const columns = changes.filter(({ of }) => of === 'statistics')
  const [first] = kinds
  if (first === undefined) return summed(columns)
  const homeOf = ({ kind }: LateChange): LateChange => kinds.find((line) => line.kind === kind) ?? first
  return kinds.map((line) => ({ ...line, cells: plus([...line.cells, ...columns.filter((change) => homeOf(change) === line).flatMap(({ cells }) => cells)]) }))
}

/** The case that an entry is about, empty where it is about none. */
const caseOf = ({ kind, subject, body }: Action): string => {
  if (/^(?:marriage|divorce|reissue|burial|waiver|reward|placeName)\./u.test(kind)) return subject
  return kind === 'plot.interred' ? ((body as { readonly caseId?: string }).caseId ?? '') : ''
}

/** Writes what was told of an entry. Throws `too_large`. */
export const writeLate = (db: Connection, entry: JournalEntry): void => {
  const changes = told.get(db)
  if (changes === undefined) return
  told.delete(db)
  const lines = [...Map.groupBy(changes, ({ day, window }) => `${day} ${window}`).values()].flatMap(linesOfDay)
  if (lines.length > latePerEntry) throw new LantaiError('too_large', text('这一记录涉及的以往日期过多', 'The entry changes too many past days'))
  for (const [index, { day, window, kind, unit, counter, count, fen, cells }] of lines.entries()) {
    db.prepare(sql.add).run(entry.seq * latePerEntry + index, day, entry.at.slice(0, 10), window, kind, unit, counter, count, fen, entry.action.kind, entry.action.subject, caseOf(entry.action), JSON.stringify(cells))
  }
}
