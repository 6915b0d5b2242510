import type { CivilDate } from '../dates.ts'
import { addDays, addMonths, civilDate, daysBetween, formatChinese, monthOf, monthRange } from '../dates.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { TallyBook } from './shapes.ts'

/** The periods of reports: what kind a period is, what it is called, and those it is held against. */

/** Days from the first to the last, both in it. */
export interface Period { readonly from: CivilDate; readonly to: CivilDate }
export type PeriodKind = TallyBook['kind']

/** The first of January of a day's year. */
export const januaryOf = (day: string): CivilDate => civilDate(`${day.slice(0, 4)}-01-01`)
/** The last day of a day's month. */
export const lastDayOf = (day: string): CivilDate => monthRange(day.slice(0, 7)).to
/** All there is at the end of a period; nobody counted before. */
export const standingAt = (to: CivilDate): Period => ({ from: civilDate('1950-01-01'), to })
/** Whether a period begins with a month and ends with one. */
export const isWholeMonths = ({ from, to }: Period): boolean => from.endsWith('-01') && to === lastDayOf(to)

const monthsFrom = ({ from, to }: Period): number => (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1

/** The same days so many months before; an end of month stays one, a single day stays one day. */
export const monthsBefore = ({ from, to }: Period, months: number): Period => {
  const first = addMonths(from, -months)
  if (from === to) return { from: first, to: first }
  return { from: first, to: to === lastDayOf(to) ? lastDayOf(addMonths(civilDate(`${to.slice(0, 7)}-01`), -months)) : addMonths(to, -months) }
}

/** The period before one: as many whole months, or as many days. */
export const periodBefore = (period: Period): Period => {
  const { from, to } = period
  return isWholeMonths(period) ? monthsBefore(period, monthsFrom(period)) : { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}

/** The same days of the year before (上年同期). */
export const yearBefore = (period: Period): Period => monthsBefore(period, 12)
/** From the first of January to the end of a period (本年累计). */
export const toDateOf = ({ to }: Period): Period => ({ from: januaryOf(to), to })
/** The year to date of the year before, up to the same day. */
export const toDateBefore = (period: Period): Period => toDateOf(yearBefore(period))

const lengths: Readonly<Record<number, PeriodKind>> = { 1: 'month', 3: 'quarter', 6: 'half', 12: 'year' }

/** What kind a period is: a calendar month, quarter, half-year or year, or any other. */
export const periodKind = (period: Period): PeriodKind => {
  if (!isWholeMonths(period)) return 'other'
  const months = monthsFrom(period)
  const kind = lengths[months]
  // A quarter begins in January, April, July or October; three other months are none.
  return kind !== undefined && (Number(period.from.slice(5, 7)) - 1) % months === 0 ? kind : 'other'
}

const quarters = [text('第一季度', 'first'), text('第二季度', 'second'), text('第三季度', 'third'), text('第四季度', 'fourth')] as const
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const

/** What a period is called: 2026年10月, 2026年第三季度, 2026年上半年, 2026年, or its first and last day. */
export const periodTitle = (period: Period): Text => {
  const { from, to } = period
  const year = from.slice(0, 4)
  const month = Number(from.slice(5, 7))
  switch (periodKind(period)) {
    case 'month':
      return text(`${year}年${String(month)}月`, `${months[month - 1] ?? ''} ${year}`)
    case 'quarter': {
      const quarter = quarters[(month - 1) / 3]
      return text(`${year}年${quarter?.zh ?? ''}`, `${quarter?.en ?? ''} quarter of ${year}`)
    }
    case 'half':
      return month === 1 ? text(`${year}年上半年`, `first half of ${year}`) : text(`${year}年下半年`, `second half of ${year}`)
    case 'year':
      return text(`${year}年`, year)
    case 'other':
      return from === to ? text(formatChinese(from), from) : text(`${formatChinese(from)}至${formatChinese(to)}`, `${from} to ${to}`)
  }
}

/** The months that a period touches (`2026-10`), in order. */
export const monthsOf = ({ from, to }: Period): readonly string[] => {
  const found: string[] = []
  for (let first = monthRange(monthOf(from)).from; first <= to; first = addMonths(first, 1)) found.push(monthOf(first))
  return found
}

/** The days of a month that lie within a period. */
export const withinMonth = (month: string, { from, to }: Period): Period => {
  const whole = monthRange(month)
  return { from: whole.from < from ? from : whole.from, to: whole.to > to ? to : whole.to }
}

/** The earlier periods that a book holds its own against; those of a running period have as many days as have passed of it, for a whole month says nothing against half of one. */
export const spansOf = (period: Period, today: CivilDate = period.to): { readonly period: Period; readonly previous: Period; readonly yearBefore: Period; readonly toDate: Period; readonly toDateBefore: Period } => {
  const running = today >= period.from && today < period.to
  const held = running ? { from: period.from, to: today } : period
  return { period, previous: running && isWholeMonths(period) ? monthsBefore(held, monthsFrom(period)) : periodBefore(held), yearBefore: yearBefore(held), toDate: toDateOf(period), toDateBefore: toDateBefore(held) }
}
