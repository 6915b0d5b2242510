import type { JournalEntry } from '../../domain/action.ts'
import type { Connection } from '../connection.ts'
import type { LateCell } from '../reports/late.ts'
import { tellLate } from '../reports/late.ts'

/** Late lines of the statistics of a window. What became of an application (`application.withdrawn`, `.registered` …) stands as of the day asked about and is none; that it was accepted is. */

/** The kind of a line that changed nothing but columns of the statistics. */
export const statisticsKind = 'statistics'

/** Tells what an entry changed late in the cells of a day. */
export const tellStatistics = (db: Connection, entry: JournalEntry, { day, window, cells }: { readonly day: string; readonly window: string; readonly cells: readonly LateCell[] }): void => {
  if (cells.length > 0) tellLate(db, { of: 'statistics', day, window, kind: statisticsKind, unit: '', counter: entry.counter, count: 0, fen: 0, cells })
}

/** A signed line of a window that keeps its own counts: what it adds to its cells, named after the window. */
export const tellCounted = (db: Connection, entry: JournalEntry, window: string, { day, unit, count, fen, cells }: { readonly day: string; readonly unit: string; readonly count: number; readonly fen: number; readonly cells: readonly string[] }): void =>
  tellLate(db, { of: 'statistics', day, window, kind: (cells[0] ?? statisticsKind).replace(/\.total$/u, ''), unit, counter: entry.counter, count, fen, cells: cells.map((cell) => [`${window}.${cell}`, count, fen]) })
