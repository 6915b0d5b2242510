import type { Reply } from '../../../shared/client.ts'

export type YearDay = Reply<'getCalendarYear'>['days'][number]

/** What a day is to who looks at the year: worked as usual, weekend, off by a notice, or worked in exchange. */
export type DayKind = 'work' | 'rest' | 'holiday' | 'makeUp'
export const dayKind = (day: Pick<YearDay, 'rest' | 'weekday' | 'notice'>): DayKind => {
  if (!day.rest) return day.weekday > 5 ? 'makeUp' : 'work'
  return day.notice === '' ? 'rest' : 'holiday'
}

/** The days of a year by month, each month with how many places its first week leaves empty (weeks begin on Monday). */
export const monthsOf = (days: readonly YearDay[]): readonly { readonly month: number; readonly skip: number; readonly days: readonly YearDay[] }[] =>
  [...Map.groupBy(days, (day) => Number(day.day.slice(5, 7)))].map(([month, members]) => ({ month, skip: (members[0]?.weekday ?? 1) - 1, days: members }))
