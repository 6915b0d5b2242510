import type { Action, JournalEntry } from '../../../domain/action.ts'
import type { Kept } from '../../../domain/burial/statistics/count.ts'
import { countAction, countedDay } from '../../../domain/burial/statistics/count.ts'
import type { burialOfficeActions } from '../../../domain/burial/office-actions.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { z } from 'zod'
import type { Connection } from '../../connection.ts'
import { violates } from '../../errors.ts'
import { isLate } from '../../reports/late.ts'
import { tellCounted } from '../../statistics/late.ts'
import { burialCounts, linesPerEntry } from './tables.ts'

/** The lines that an entry counts, written beside its tables; sums by month are kept with them. */

const sql = {
  kept: 'SELECT kept FROM burial_counted WHERE key = ?',
  keep: 'INSERT INTO burial_counted (key, kept) VALUES (?, ?) ON CONFLICT DO UPDATE SET kept = excluded.kept',
  closed: 'SELECT 1 AS closed FROM burial_month WHERE month = ?',
  named: 'INSERT INTO burial_cell (name, title) VALUES (?, ?) ON CONFLICT DO UPDATE SET title = excluded.title WHERE title <> excluded.title',
  line: 'INSERT INTO burial_line (key, kind, day, counted_on, late, subject, case_id, unit, count, fen) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  close: 'INSERT INTO burial_month (month, day, actor, second, head, cremated, waived_fen) VALUES (?, ?, ?, ?, ?, ?, ?)',
  denominator: 'INSERT OR REPLACE INTO burial_denominator (period, base, value, population, per_thousand, source, from_numerator, day, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
} as const

type OfficeBody<K extends keyof typeof burialOfficeActions> = z.infer<(typeof burialOfficeActions)[K]>

/** The case that an entry is about, empty where it is about none. */
const caseOf = ({ kind, subject, body }: Action): string => {
  if (/^(?:burial|waiver|reward)\./.test(kind)) return subject
  return kind === 'plot.interred' ? ((body as { readonly caseId?: string }).caseId ?? '') : ''
}

/** Counts an entry: its lines, their cells and sums, and what its subjects must be remembered by. Called once for every entry of the window, after its own tables are written. */
export const countEntry = (db: Connection, entry: JournalEntry): void => {
  const { action } = entry
  const { lines, kept, named } = countAction(action, (key) => {
    const found = db.prepare<{ kept: string }>(sql.kept).get(key)
    return found === undefined ? undefined : (JSON.parse(found.kept) as Kept)
  })
  const closed = (month: string): boolean => db.prepare(sql.closed).get(month) !== undefined
  if (lines.length >= linesPerEntry) throw new LantaiError('too_large', text('这一记录涉及的统计行过多', 'The entry counts in too many lines'))
  const caseId = lines.length === 0 ? '' : caseOf(action)
  for (const [index, { day, count, fen, unit, cells }] of lines.entries()) {
    const { countedOn, late } = countedDay(day, entry.at.slice(0, 10), closed)
    const key = entry.seq * linesPerEntry + index
    db.prepare(sql.line).run(key, action.kind, day, countedOn, late ? 1 : 0, action.subject, caseId, unit, count, fen)
    burialCounts.put(db, key, countedOn, cells, { count, fen })
    if (isLate(db, entry, countedOn)) tellCounted(db, entry, 'burial', { day: countedOn, unit, count, fen, cells })
  }
  for (const [key, value] of kept) db.prepare(sql.keep).run(key, JSON.stringify(value))
  for (const [cell, name] of named) db.prepare(sql.named).run(cell, name)
}

/** Closes a month; throws `conflict` where it is closed. */
export const closeMonth = (db: Connection, entry: JournalEntry): void => {
  const { month, day, head, cremated, waivedFen } = entry.action.body as OfficeBody<'burial.monthClosed'>
  try {
    db.prepare(sql.close).run(month, day, entry.actor, entry.action.second ?? '', head, cremated, waivedFen)
  } catch (error) {
    if (violates(error, 'burial_month.month')) throw new LantaiError('conflict', text(`${month} 已经月结封账`, `${month} is closed already`), 'month')
    throw error
  }
}

/** Keeps a denominator in place of the one that was entered before for the period and base. */
export const enterDenominator = (db: Connection, entry: JournalEntry): void => {
  const { period, base, value, population, perThousand, source, fromNumerator, day } = entry.action.body as OfficeBody<'burial.denominatorEntered'>
  db.prepare(sql.denominator).run(period, base, value, population ?? null, perThousand ?? null, source, fromNumerator ? 1 : 0, day, entry.actor)
}
