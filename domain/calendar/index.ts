import type { CivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { checkYear, hasYear, isRestDay, requireYear, shippedCalendar } from './table.ts'

export { CalendarNotice, CalendarRow, NoticeKind, calendarActions, shippedNotices } from './notices.ts'
export { addWorkingDays, calendarKnownOn, checkYear, hasYear, isRestDay, makeCalendar, reasonText, requireYear, shippedCalendar, statutoryDays, workingDayBefore, workingDayFrom, workingDaysBetween, yearRows } from './table.ts'
export type { Calendar, DayReason, RestDay, RestOptions, YearCheck } from './table.ts'
export { parseCalendar, parseHolidayCn, parsePlainList, previewImport } from './import.ts'
export type { ImportFacts, ImportPreview } from './import.ts'

/** First and last year with a shipped notice; nothing is computed past them. */
export const calendarYears = { from: 2015, to: 2026 } as const

/** Working days of the calendar years by their notices, a check on the shipped table. */
const published: Readonly<Record<number, number>> = { 2015: 249, 2016: 250, 2017: 249, 2018: 250, 2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248 }

/** Why a day is no working day by the shipped notices, or undefined when it is one; `unknown` for a year whose notice is not in the table. */
export const findRestDay = (day: CivilDate): 'weekend' | 'holiday' | 'unknown' | undefined => {
  if (!hasYear(shippedCalendar, Number(day.slice(0, 4)))) return 'unknown'
  const { rest, why } = isRestDay(day)
  if (!rest) return undefined
  return why.some((reason) => reason.kind === 'notice') ? 'holiday' : 'weekend'
}

/** Says whether a day is a working day by the shipped notices; throws `invalid` for a year without one: nobody may guess it. */
export const isWorkingDay = (day: CivilDate): boolean => {
  requireYear(shippedCalendar, Number(day.slice(0, 4)))
  return findRestDay(day) === undefined
}

/** Working days of a calendar year by its notice, and what the notice itself adds up to (a check on the table). */
export const workingDaysOf = (year: number): { readonly counted: number; readonly published: number } => {
  const known = published[year]
  if (known === undefined) throw new LantaiError('invalid', text(`没有 ${year} 年的节假日安排`, `There is no holiday notice for ${year}`))
  return { counted: checkYear(year).working, published: known }
}
