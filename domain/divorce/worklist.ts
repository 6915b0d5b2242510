import type { Calendar, RestOptions } from '../calendar/index.ts'
import { addWorkingDays, shippedCalendar, workingDayBefore } from '../calendar/index.ts'
import type { CivilDate } from '../dates.ts'
import { addDays } from '../dates.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** The lists of a morning. */
export const worklistKinds = ['endsToday', 'windowOpened', 'closingSoon', 'lapsed'] as const
export type WorklistKind = (typeof worklistKinds)[number]

export const worklistTitles: Readonly<Record<WorklistKind, Text>> = {
  endsToday: text('冷静期今日届满', 'Cooling-off ends today'),
  windowOpened: text('领证期已开始', 'Window opened'),
  closingSoon: text('领证期 5 个工作日内届满', 'Window closes within 5 working days'),
  lapsed: text('已视为撤回', 'Deemed withdrawn'),
}

/** Working days before the close at which a couple is shown. */
export const closingWorkingDays = 5

/** A run of days of one column, both ends in it; a register finds its cases by one index. */
export interface WorklistRange {
  readonly column: 'end1' | 'end2'
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * The ranges of a day's lists over accepted applications. What opened or lapsed since the last working day is shown on the next one, so that nothing that fell on a weekend is missed:
 * opened when end1 lies between the last working day and yesterday, lapsed when end2 does. Throws `invalid` for a year without a table.
 */
export const worklistRanges = (day: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): Readonly<Record<WorklistKind, WorklistRange>> => {
  const since = workingDayBefore(day, calendar, options)
  const yesterday = addDays(day, -1)
  return {
    endsToday: { column: 'end1', from: day, to: day },
    windowOpened: { column: 'end1', from: since, to: yesterday },
    closingSoon: { column: 'end2', from: day, to: addWorkingDays(day, closingWorkingDays, calendar, options) },
    lapsed: { column: 'end2', from: since, to: yesterday },
  }
}

/** The columns of an accepted application that the lists look at. */
export interface WorklistRow {
  readonly state: string
  readonly end1: string
  readonly end2: string
}

/** Says whether a case belongs on a list; only accepted applications that nobody has withdrawn or decided do. */
export const isOnWorklist = (row: WorklistRow, range: WorklistRange): boolean => row.state === 'accepted' && row[range.column] >= range.from && row[range.column] <= range.to

/** The lists on which a case stands on a day. */
export const worklistsOf = (row: WorklistRow, day: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): readonly WorklistKind[] => {
  const ranges = worklistRanges(day, calendar, options)
  // A window that has not opened yet is not closing: with the two periods 30 days apart the ranges cannot meet.
  return worklistKinds.filter((kind) => isOnWorklist(row, ranges[kind]))
}
