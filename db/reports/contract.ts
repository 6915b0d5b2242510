import type { ReportActionBody } from '../../domain/reports/actions.ts'
import type { CounterCount, DayFigures, Head } from '../../domain/reports/shapes.ts'
import type { Page } from '../contract.ts'

/** Reads of the office's reports. */

interface Period { readonly from: string; readonly to: string }

export interface DayClose { readonly day: string; readonly seq: number; readonly at: string; readonly actor: string; readonly figures: DayFigures; readonly head: Head; readonly note: string }
export interface MonthClose { readonly month: string; readonly seq: number; readonly at: string; readonly actor: string; readonly second: string; readonly content: string; readonly head: Head; readonly unclosed: readonly string[]; readonly note: string }
export interface StoredReport extends Omit<ReportActionBody<'report.stored'>, 'windows'> { readonly id: string; readonly seq: number; readonly at: string; readonly actor: string; readonly windows: readonly string[]
  /** The last time it was made again from the journal, and whether the bytes were the same; null before the first. */
  readonly remade: { readonly at: string; readonly actor: string; readonly same: boolean; readonly made: string } | null
}
export interface Drawing { readonly id: string; readonly seq: number; readonly at: string; readonly actor: string; readonly body: ReportActionBody<'inspection.drawn'>; readonly examined: readonly (ReportActionBody<'inspection.examined'> & { readonly at: string; readonly actor: string })[] }

/** A late line as the tables hold it: a change of a counted kind (`cells` has `tally.<window>.<kind>.<unit>`) or of the statistics of couples and reissues (their cells, signed in `count`). */
export interface LateRow { readonly key: number; readonly seq: number; readonly day: string; readonly enteredOn: string; readonly window: string; readonly kind: string; readonly unit: string; readonly counter: string; readonly count: number; readonly fen: number; readonly action: string; readonly subject: string; readonly caseId: string }
/** By the day that a line counts on, by the day of its entry, and by the place of its entry in the journal. */
export interface LateFilter { readonly day?: Period; readonly entered?: Period; readonly afterSeq?: number; readonly upToSeq?: number; readonly window?: string; readonly after?: string; readonly limit?: number }

export interface ReportReads {
  findDayClose(day: string): Promise<DayClose | undefined>
  dayCloses(period: Period): Promise<readonly DayClose[]>
  /** The days of a period that are closed, in order, without their figures. */
  closedDays(period: Period): Promise<readonly string[]>
  /** The first day that was ever closed, or undefined. */
  firstClosedDay(): Promise<string | undefined>
  /** Days of a period on which anything counted, with how much of it (all kinds together), in order. */
  activeDays(period: Period): Promise<readonly { readonly day: string; readonly count: number }[]>
  /** The counts of a day by window, counter, kind and unit; what nets to nothing is left out. */
  counterCounts(day: string): Promise<readonly CounterCount[]>
  /** Counted kinds of a period summed (a whole month or year is read from its sums). */
  kindCounts(period: Period): Promise<readonly { readonly window: string; readonly kind: string; readonly unit: string; readonly count: number }[]>
  /** A kind by day. */
  kindByDay(window: string, kind: string, period: Period): Promise<readonly { readonly day: string; readonly count: number }[]>
  /** Kinds by month (`2026-05`). */
  kindsByMonth(period: Period): Promise<readonly { readonly month: string; readonly window: string; readonly kind: string; readonly unit: string; readonly count: number }[]>
  /** Load by weekday (1 Monday to 7) and hour, of all windows or one; every kind counts once. */
  load(period: Period, window?: string): Promise<readonly { readonly weekday: number; readonly hour: number; readonly count: number }[]>
  lateLines(filter: LateFilter): Promise<Page<LateRow> & { readonly total: number }>
  /** Signed sums of the late lines by cell. */
  lateSums(filter: Omit<LateFilter, 'after' | 'limit'>): Promise<ReadonlyMap<string, { readonly count: number; readonly fen: number }>>
  findMonthClose(month: string): Promise<MonthClose | undefined>
  monthCloses(year: number): Promise<readonly MonthClose[]>
  getStoredReport(id: string): Promise<StoredReport>
  /** Newest first. */
  storedReports(filter: { readonly report?: 'compliance' | 'tally'; readonly from?: string; readonly to?: string; readonly after?: string; readonly limit?: number }): Promise<Page<StoredReport>>
  getDrawing(id: string): Promise<Drawing>
  drawings(filter: { readonly after?: string; readonly limit?: number }): Promise<Page<Drawing>>
  /** The newest entries of a period before which the clock had shown a later time: the entry, its time, and the time before it. */
  clockSteps(period: Period): Promise<readonly { readonly seq: number; readonly at: string; readonly before: string }[]>
  /** What an account keeps of its own desk, outside of the journal; undefined where nothing is kept. */
  preference(account: string, key: string): Promise<unknown>
}
