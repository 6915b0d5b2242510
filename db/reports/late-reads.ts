import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Reader, Value } from '../connection.ts'
import type { Page } from '../contract.ts'
import { askedPeriod } from '../counted.ts'
import type { LateFilter, LateRow } from './contract.ts'
import type { LateCell } from './late.ts'
import { latePerEntry } from './late.ts'

/** Reads of the late lines. */

type Condition = readonly [sql: string, ...values: readonly Value[]]

const placeOf = (after: string): number => {
  const key = Number(after)
  if (!Number.isSafeInteger(key) || key < 0) throw new LantaiError('malformed', text('翻页参数不对', 'That is no page of this list'), 'after')
  return key
}

const conditionsOf = ({ day, entered, afterSeq, upToSeq, window }: LateFilter): readonly Condition[] => {
  const within = (column: string, { from, to }: { readonly from: string; readonly to: string }): Condition => [`${column} BETWEEN ? AND ?`, from, to]
  return [
    ...(day === undefined ? [] : [within('l.day', askedPeriod(day))]),
    ...(entered === undefined ? [] : [within('l.entered_on', askedPeriod(entered))]),
    ...(afterSeq === undefined ? [] : [['l.key >= ?', (afterSeq + 1) * latePerEntry] as const]),
    ...(upToSeq === undefined ? [] : [['l.key < ?', (upToSeq + 1) * latePerEntry] as const]),
    ...(window === undefined ? [] : [['l.window = ?', window] as const]),
  ]
}
const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([sql]) => sql).join(' AND ')}`)
const valuesOf = (conditions: readonly Condition[]): readonly Value[] => conditions.flatMap(([, ...values]) => values)

type Row = Omit<LateRow, 'seq'>
const columns = 'l.key, l.day, l.entered_on AS enteredOn, l.window, l.kind, l.unit, l.counter, l.count, l.fen, l.action, l.subject, l.case_id AS caseId'

/** The late lines that a filter asks for, in the order of their entries, with how many there are. */
export const lateLines = (db: Reader, filter: LateFilter): Page<LateRow> & { readonly total: number } => {
  const conditions = conditionsOf(filter)
  const paged: readonly Condition[] = filter.after === undefined ? conditions : [...conditions, ['l.key > ?', placeOf(filter.after)]]
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 1000)
  const rows = db.prepare<Row>(`SELECT ${columns} FROM late_line l${where(paged)} ORDER BY l.key LIMIT ?`).all(...valuesOf(paged), limit + 1)
  const total = db.prepare<{ count: number }>(`SELECT count(*) AS count FROM late_line l${where(conditions)}`).get(...valuesOf(conditions))?.count ?? 0
  return { rows: rows.slice(0, limit).map((row) => ({ ...row, seq: Math.floor(row.key / latePerEntry) })), next: rows.length > limit ? String(rows[limit - 1]?.key) : undefined, total }
}

/** Signed sums of the late lines by cell; what nets to nothing is left out. */
export const lateSums = (db: Reader, filter: Omit<LateFilter, 'after' | 'limit'>): ReadonlyMap<string, { readonly count: number; readonly fen: number }> => {
  const conditions = conditionsOf(filter)
  const sums = new Map<string, { count: number; fen: number }>()
  // Read here: SQLite takes several times as long over the same texts.
  for (const { cells } of db.prepare<{ cells: string }>(`SELECT l.cells FROM late_line l${where(conditions)}`).iterate(...valuesOf(conditions))) {
    for (const [cell, count, fen] of JSON.parse(cells) as readonly LateCell[]) {
      const sum = sums.get(cell)
      if (sum === undefined) sums.set(cell, { count, fen })
      else {
        sum.count += count
        sum.fen += fen
      }
    }
  }
  return new Map([...sums].filter(([, { count, fen }]) => count !== 0 || fen !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}
