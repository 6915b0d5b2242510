import { findRestDay } from '../domain/calendar/index.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, addMonths, weekday } from '../domain/dates.ts'
import { findQixi } from '../domain/lunar.ts'
import type { Random } from './random.ts'
import { around } from './random.ts'

/** One day on which the office is open. */
export interface OfficeDay {
  readonly day: CivilDate
  readonly cases: number
  readonly peak: boolean
}

const favoured: Readonly<Record<string, number>> = { '02-14': 9, '05-20': 12, '05-21': 2.5, '06-06': 1.7, '08-08': 2, '09-09': 2, '10-10': 1.6, '11-11': 2, '12-12': 1.8, '01-01': 3 }

const favourOf = (day: CivilDate): number => (findQixi(Number(day.slice(0, 4))) === day ? 7 : (favoured[day.slice(5)] ?? 1))

/** How much of a usual day's work a day brings; 0 when the office is closed. On the great days it opens at weekends too. */
const weightOf = (day: CivilDate, random: Random): number => {
  const favour = favourOf(day)
  const rest = findRestDay(day)
  // Past the last notice only weekends are known; a sample may live with that, a deadline may not.
  const closed = rest === 'unknown' ? weekday(day) > 5 : rest !== undefined
  if (closed && favour < 7) return 0
  return favour * (weekday(day) === 5 ? 1.15 : 1) * Math.max(0.4, around(random, 1, 0.16))
}

/** The days of the twelve months that end on `today`, with so many cases in all; today the office is open whatever day it is. */
export const officeDays = (random: Random, today: CivilDate, cases: number): readonly OfficeDay[] => {
  const first = addDays(addMonths(today, -12), 1)
  const days: { day: CivilDate; weight: number; peak: boolean }[] = []
  for (let day = first; day <= today; day = addDays(day, 1)) {
    const weight = weightOf(day, random)
    if (weight > 0 || day === today) days.push({ day, weight: day === today ? Math.max(weight, 1.2) : weight, peak: weight > 4 })
  }
  const total = days.reduce((sum, day) => sum + day.weight, 0)
  let owed = 0
  return days.map(({ day, weight, peak }) => {
    owed += (weight / total) * cases
    const count = Math.round(owed)
    owed -= count
    return { day, cases: day === today ? Math.max(count, Math.min(14, cases)) : count, peak }
  })
}

// Couples by the quarter of an hour at which they come: a rush in the morning, few at noon.
const quarters = [5, 6, 6, 6, 6, 6, 5, 5, 4, 4, 3, 3, 1, 1, 0.6, 0.6, 1.4, 2, 3, 4, 5, 5, 5, 4.5, 4, 4, 3.5, 3, 2, 1.4]
const quarterTotal = quarters.reduce((sum, weight) => sum + weight, 0)

/** When the couples of a day come in, in seconds of the day from 9:00 on, in order. */
export const arrivals = (random: Random, count: number): readonly number[] => {
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    let mark = random.next() * quarterTotal
    let quarter = 0
    while (quarter < quarters.length - 1 && mark > (quarters[quarter] ?? 0)) mark -= quarters[quarter++] ?? 0
    times.push(9 * 3600 + quarter * 900 + Math.floor(random.next() * 900))
  }
  return times.sort((a, b) => a - b)
}
