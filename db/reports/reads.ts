import { LantaiError } from '../../domain/error.ts'
import type { ReportActionBody } from '../../domain/reports/actions.ts'
import type { CounterCount, DayFigures } from '../../domain/reports/shapes.ts'
import { text } from '../../domain/text.ts'
import type { Reader } from '../connection.ts'
import type { Page } from '../contract.ts'
import { askedPeriod } from '../counted.ts'
import { withWords } from '../errors.ts'
import { pastPrefix } from '../search.ts'
import * as counts from '../tally.ts'
import type { DayClose, Drawing, MonthClose, ReportReads, StoredReport } from './contract.ts'
import { lateLines, lateSums } from './late-reads.ts'
import { findPreference } from './preferences.ts'

/** Reads of the office's reports. */

const closeColumns = 'day, seq, at, actor, figures, head_seq, head_hash, note'
const monthColumns = 'month, seq, at, actor, second, content, head_seq, head_hash, unclosed, note'
const reportColumns = 'key, id, at, actor, body, remade_at, remade_by, remade_same, remade_hash'
const sql = {
  close: `SELECT ${closeColumns} FROM day_close WHERE day = ?`,
  closes: `SELECT ${closeColumns} FROM day_close WHERE day BETWEEN ? AND ? ORDER BY day`,
  closed: 'SELECT day FROM day_close WHERE day BETWEEN ? AND ? ORDER BY day',
  firstClosed: 'SELECT min(day) AS day FROM day_close',
  month: `SELECT ${monthColumns} FROM month_close WHERE month = ?`,
  months: `SELECT ${monthColumns} FROM month_close WHERE month BETWEEN ? AND ? ORDER BY month`,
  report: `SELECT ${reportColumns} FROM stored_report WHERE id = ?`,
  reports: `SELECT ${reportColumns} FROM stored_report WHERE key < ? AND (? = '' OR report = ?) AND from_day >= ? AND to_day <= ? ORDER BY key DESC LIMIT ?`,
  drawing: 'SELECT key, id, at, actor, body FROM drawing WHERE id = ?',
  drawings: 'SELECT key, id, at, actor, body FROM drawing WHERE key < ? ORDER BY key DESC LIMIT ?',
  examined: 'SELECT at, actor, body FROM drawing_examination WHERE drawing = ? ORDER BY place',
  steps: 'SELECT seq, at, before FROM clock_step WHERE at >= ? AND at < ? ORDER BY at DESC, seq DESC LIMIT 200',
} as const

interface CloseRow { readonly day: string; readonly seq: number; readonly at: string; readonly actor: string; readonly figures: string; readonly head_seq: number; readonly head_hash: string; readonly note: string }
const closeOf = ({ head_seq: seq, head_hash: hash, figures, ...row }: CloseRow): DayClose => ({ ...row, figures: JSON.parse(figures) as DayFigures, head: { seq, hash } })

interface MonthRow { readonly month: string; readonly seq: number; readonly at: string; readonly actor: string; readonly second: string; readonly content: string; readonly head_seq: number; readonly head_hash: string; readonly unclosed: string; readonly note: string }
const monthOf = ({ head_seq: seq, head_hash: hash, unclosed, ...row }: MonthRow): MonthClose => ({ ...row, unclosed: JSON.parse(unclosed) as readonly string[], head: { seq, hash } })

interface ReportRow { readonly key: number; readonly id: string; readonly at: string; readonly actor: string; readonly body: string; readonly remade_at: string; readonly remade_by: string; readonly remade_same: number; readonly remade_hash: string }
const reportOf = (row: ReportRow): StoredReport => ({
  ...(JSON.parse(row.body) as ReportActionBody<'report.stored'>), id: row.id, seq: row.key, at: row.at, actor: row.actor,
  remade: row.remade_at === '' ? null : { at: row.remade_at, actor: row.remade_by, same: row.remade_same === 1, made: row.remade_hash },
})

interface DrawingRow { readonly key: number; readonly id: string; readonly at: string; readonly actor: string; readonly body: string }
const drawingOf = (db: Reader, { key, id, at, actor, body }: DrawingRow): Drawing => ({
  id, seq: key, at, actor, body: JSON.parse(body) as ReportActionBody<'inspection.drawn'>,
  examined: db.prepare<{ at: string; actor: string; body: string }>(sql.examined).all(key).map((row) => ({ ...(JSON.parse(row.body) as ReportActionBody<'inspection.examined'>), at: row.at, actor: row.actor })),
})

const getRow = <R>(row: R | undefined, zh: string, en: string): R => {
  if (row === undefined) throw new LantaiError('not_found', text(zh, en))
  return row
}

/** Pages run from the newest to the oldest by the number of their entry. */
const beforeOf = (after: string | undefined): number => {
  const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after)
  if (!Number.isSafeInteger(before)) throw new LantaiError('malformed', text('翻页参数不对', 'That is no page of this list'), 'after')
  return before
}
const pageOf = <R extends { readonly key: number }, T>(rows: readonly R[], limit: number, make: (row: R) => T): Page<T> => ({ rows: rows.slice(0, limit).map(make), next: rows.length > limit ? String(rows[limit - 1]?.key) : undefined })
const limitOf = (limit = 50): number => Math.min(Math.max(limit, 1), 200)

/** The reads of the office's reports over one connection. */
export const reportReadsOf = (db: Reader): ReportReads => {
  const answer = <A extends readonly unknown[], T>(work: (...args: A) => T) => async (...args: A): Promise<T> => withWords(() => work(...args))
  return {
    findDayClose: answer((day: string) => {
      const row = db.prepare<CloseRow>(sql.close).get(day)
      return row === undefined ? undefined : closeOf(row)
    }),
    dayCloses: answer((period: counts.Period) => {
      const { from, to } = askedPeriod(period)
      return db.prepare<CloseRow>(sql.closes).all(from, to).map(closeOf)
    }),
    closedDays: answer((period: counts.Period) => {
      const { from, to } = askedPeriod(period)
      return db.prepare<{ day: string }>(sql.closed).all(from, to).map(({ day }) => day)
    }),
    firstClosedDay: answer(() => db.prepare<{ day: string | null }>(sql.firstClosed).get()?.day ?? undefined),
    activeDays: answer((period: counts.Period) => counts.activeDays(db, askedPeriod(period))),
    counterCounts: answer((day: string): readonly CounterCount[] => counts.counterCounts(db, day)),
    kindCounts: answer((period: counts.Period) => counts.kindCounts(db, askedPeriod(period))),
    kindByDay: answer((window: string, kind: string, period: counts.Period) => counts.kindByDay(db, window, kind, askedPeriod(period))),
    kindsByMonth: answer((period: counts.Period) => counts.kindsByMonth(db, askedPeriod(period))),
    load: answer((period: counts.Period, window?: string) => counts.load(db, askedPeriod(period), window)),
    lateLines: answer((filter: Parameters<ReportReads['lateLines']>[0]) => lateLines(db, filter)),
    lateSums: answer((filter: Parameters<ReportReads['lateSums']>[0]) => lateSums(db, filter)),
    findMonthClose: answer((month: string) => {
      const row = db.prepare<MonthRow>(sql.month).get(month)
      return row === undefined ? undefined : monthOf(row)
    }),
    monthCloses: answer((year: number) => db.prepare<MonthRow>(sql.months).all(`${String(year).padStart(4, '0')}-01`, `${String(year).padStart(4, '0')}-12`).map(monthOf)),
    getStoredReport: answer((id: string) => reportOf(getRow(db.prepare<ReportRow>(sql.report).get(id), '没有这份报告', 'There is no such report'))),
    storedReports: answer(({ report, from, to, after, limit }: Parameters<ReportReads['storedReports']>[0]) =>
      pageOf(db.prepare<ReportRow>(sql.reports).all(beforeOf(after), report ?? '', report ?? '', from ?? '', to ?? '9999-12-31', limitOf(limit) + 1), limitOf(limit), reportOf)),
    getDrawing: answer((id: string) => drawingOf(db, getRow(db.prepare<DrawingRow>(sql.drawing).get(id), '没有这次抽查', 'There is no such drawing'))),
    drawings: answer(({ after, limit }: Parameters<ReportReads['drawings']>[0]) => pageOf(db.prepare<DrawingRow>(sql.drawings).all(beforeOf(after), limitOf(limit) + 1), limitOf(limit), (row) => drawingOf(db, row))),
    clockSteps: answer((period: counts.Period) => {
      const { from, to } = askedPeriod(period)
      return db.prepare<{ seq: number; at: string; before: string }>(sql.steps).all(from, pastPrefix(to))
    }),
    preference: answer((account: string, key: string) => findPreference(db, account, key)),
  }
}
