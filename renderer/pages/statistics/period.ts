import { addDays, isCivilDate, monthRange, shiftMonth, type CivilDate } from '../../../domain/dates.ts'

/** A span of days, both ends in it. */
export interface Period {
  readonly from: string
  readonly to: string
}

/** How a period is chosen: by whole months of one, three, six or twelve, a calendar year, the twelve months up to one, or any days. */
export const periodKinds = ['month', 'quarter', 'half', 'year', 'twelve', 'any'] as const
export type PeriodKind = (typeof periodKinds)[number]

const months: Readonly<Record<Exclude<PeriodKind, 'any'>, number>> = { month: 1, quarter: 3, half: 6, year: 12, twelve: 12 }
const span = (first: string, count: number): Period => ({ from: monthRange(first).from, to: monthRange(shiftMonth(first, count - 1)).to })
/** The first month of the run of `count` months in its year that holds a month: the quarter of 2026-05 begins with 2026-04. */
const firstOf = (month: string, count: number): string => `${month.slice(0, 4)}-${String(Math.floor((Number(month.slice(5)) - 1) / count) * count + 1).padStart(2, '0')}`

/** The period of a kind that holds a month; the twelve months end with it. */
export const periodAt = (kind: Exclude<PeriodKind, 'any'>, month: string): Period => (kind === 'twelve' ? span(shiftMonth(month, -11), 12) : span(firstOf(month, months[kind]), months[kind]))

/** The last whole period of a kind before a day: on the third of May the month is April. */
export const lastPeriod = (kind: Exclude<PeriodKind, 'any'>, today: string): Period => {
  const before = shiftMonth(today.slice(0, 7), -1)
  if (kind === 'twelve' || kind === 'month') return periodAt(kind, before)
  const running = periodAt(kind, today.slice(0, 7))
  return periodAt(kind, shiftMonth(running.from.slice(0, 7), -1))
}

/** The period before or after; any days move by their own length. */
export const shiftPeriod = (kind: PeriodKind, period: Period, steps: number): Period => {
  if (kind !== 'any') return span(shiftMonth(period.from.slice(0, 7), steps * months[kind]), months[kind])
  if (!isCivilDate(period.from) || !isCivilDate(period.to)) return period
  const length = Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000) + 1
  return { from: addDays(period.from, steps * length), to: addDays(period.to, steps * length) }
}

const whole = (period: Period, count: number): boolean => period.from.endsWith('-01') && isCivilDate(period.from) && period.to === span(period.from.slice(0, 7), count).to

/** What kind a period is by its days alone. */
export const kindOf = (period: Period): PeriodKind => {
  const month = Number(period.from.slice(5, 7))
  if (whole(period, 1)) return 'month'
  if (whole(period, 3) && month % 3 === 1) return 'quarter'
  if (whole(period, 6) && month % 6 === 1) return 'half'
  if (whole(period, 12)) return month === 1 ? 'year' : 'twelve'
  return 'any'
}

/** Reads the days of an address; the last month, or what is given instead, where they are none or in the wrong order. */
export const readPeriod = (params: URLSearchParams, today: string, fallback?: Period): Period => {
  const from = params.get('from') ?? ''
  const to = params.get('to') ?? ''
  return isCivilDate(from) && isCivilDate(to) && from <= to ? { from, to } : (fallback ?? lastPeriod('month', today))
}

/** Says whether the period is over by a day; its figures still grow if not. */
export const isOver = (period: Period, today: string): boolean => period.to < (today as CivilDate)
