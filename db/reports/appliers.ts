import type { JournalEntry } from '../../domain/action.ts'
import { civilDate, isCivilDate, monthRange } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import type { ReportActionBody, ReportActionKind } from '../../domain/reports/actions.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import type { Applier } from '../windows.ts'
import { forgetClosed } from './late.ts'

/** The appliers of the office's reports. */

const sql = {
  closeDay: 'INSERT INTO day_close (day, seq, at, actor, figures, head_seq, head_hash, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  closeMonth: 'INSERT INTO month_close (month, seq, at, actor, second, content, head_seq, head_hash, unclosed, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  store: "INSERT INTO stored_report (key, id, report, from_day, to_day, at, actor, body, remade_at, remade_by, remade_same, remade_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', 0, '')",
  remade: 'UPDATE stored_report SET remade_at = ?, remade_by = ?, remade_same = ?, remade_hash = ? WHERE id = ?',
  draw: 'INSERT INTO drawing (key, id, at, actor, body) VALUES (?, ?, ?, ?, ?)',
  drawn: 'SELECT key, body FROM drawing WHERE id = ?',
  examine: 'INSERT INTO drawing_examination (drawing, place, at, actor, body) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET at = excluded.at, actor = excluded.actor, body = excluded.body',
} as const

const bodyOf = <K extends ReportActionKind>(entry: JournalEntry): ReportActionBody<K> => entry.action.body as ReportActionBody<K>
const enteredOn = (entry: JournalEntry): string => entry.at.slice(0, 10)

/** Runs an insert; what a unique column refuses is a conflict in words. */
const insert = (db: Connection, statement: string, values: readonly (string | number)[], column: string, taken: () => LantaiError): void => {
  try {
    db.prepare(statement).run(...values)
  } catch (error) {
    if (violates(error, column)) throw taken()
    throw error
  }
}

const requireDay = (day: string): void => {
  if (!isCivilDate(day)) throw new LantaiError('invalid', text('日期不对', 'That is no day'), 'day')
}

const dayClosed: Applier = (db, entry) => {
  const { day, figures, head, note } = bodyOf<'day.closed'>(entry)
  requireDay(day)
  if (day > enteredOn(entry)) throw new LantaiError('conflict', text(`${day} 还没有到，不能日结`, `${day} has not come yet and cannot be closed`), 'day')
  insert(db, sql.closeDay, [day, entry.seq, entry.at, entry.actor, canonicalJson(figures), head.seq, head.hash, note], 'day_close.day', () => new LantaiError('conflict', text(`${day} 已经日结`, `${day} is closed already`), 'day'))
  forgetClosed(db)
}

const monthClosed: Applier = (db, entry) => {
  const { month, content, head, unclosed, note } = bodyOf<'month.closed'>(entry)
  const last = monthRange(month).to
  if (last > enteredOn(entry)) throw new LantaiError('conflict', text(`${month} 还没有过完，不能月结`, `${month} is not over yet and cannot be closed`), 'month')
  insert(db, sql.closeMonth, [month, entry.seq, entry.at, entry.actor, entry.action.second ?? '', content, head.seq, head.hash, canonicalJson(unclosed), note], 'month_close.month', () => new LantaiError('conflict', text(`${month} 已经月结`, `${month} is closed already`), 'month'))
  forgetClosed(db)
}

const stored: Applier = (db, entry) => {
  const body = bodyOf<'report.stored'>(entry)
  requireDay(body.from)
  requireDay(body.to)
  if (body.from > body.to) throw new LantaiError('invalid', text('止日早于起日', 'The period ends before it begins'), 'to')
  insert(db, sql.store, [entry.seq, entry.action.subject, body.report, civilDate(body.from), civilDate(body.to), entry.at, entry.actor, canonicalJson(body)], 'stored_report.id', () => new LantaiError('conflict', text('这份报告已经保存', 'This report is stored already')))
}

const remade: Applier = (db, entry) => {
  const { same, made } = bodyOf<'report.remade'>(entry)
  const { changes } = db.prepare(sql.remade).run(entry.at, entry.actor, same ? 1 : 0, made, entry.action.subject)
  if (changes === 0) throw new LantaiError('not_found', text('没有这份报告', 'There is no such report'))
}

const drawn: Applier = (db, entry) =>
  insert(db, sql.draw, [entry.seq, entry.action.subject, entry.at, entry.actor, canonicalJson(entry.action.body)], 'drawing.id', () => new LantaiError('conflict', text('这次抽查已经登记', 'This drawing is on record already')))

const examined: Applier = (db, entry) => {
  const { window, caseId } = bodyOf<'inspection.examined'>(entry)
  const drawing = db.prepare<{ key: number; body: string }>(sql.drawn).get(entry.action.subject)
  if (drawing === undefined) throw new LantaiError('not_found', text('没有这次抽查', 'There is no such drawing'))
  const place = (JSON.parse(drawing.body) as ReportActionBody<'inspection.drawn'>).cases.findIndex((one) => one.window === window && one.caseId === caseId)
  if (place < 0) throw new LantaiError('invalid', text('这一案件不在这次抽查之内', 'This case was not drawn'), 'caseId')
  db.prepare(sql.examine).run(drawing.key, place, entry.at, entry.actor, canonicalJson(entry.action.body))
}

export const reportAppliers: Readonly<Record<ReportActionKind, Applier>> = { 'day.closed': dayClosed, 'month.closed': monthClosed, 'report.stored': stored, 'report.remade': remade, 'inspection.drawn': drawn, 'inspection.examined': examined }

/** The tables of the reports, each with its key: what a rebuild must give again. */
export const reportTables: readonly { readonly name: string; readonly key: string }[] = [
  { name: 'day_close', key: 'day' }, { name: 'month_close', key: 'month' }, { name: 'late_line', key: 'key' }, { name: 'stored_report', key: 'key' }, { name: 'drawing', key: 'key' }, { name: 'drawing_examination', key: 'drawing, place' }, { name: 'clock_step', key: 'seq' },
]

/** The stored books and reports that an entry put away. */
export const reportFilesOf = ({ action: { kind, body } }: JournalEntry): readonly string[] => (kind === 'month.closed' || kind === 'report.stored' ? [(body as { readonly content: string }).content] : [])
