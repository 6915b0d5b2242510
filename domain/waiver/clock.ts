import { addDays, addMonths, civilDate, daysBetween } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { WaiverUnit } from './codes.ts'

/** The beginning of unit `count` after a day; hours are counted as parts of days. */
const after = (start: string, unit: WaiverUnit, count: number): string => {
  const day = civilDate(start)
  switch (unit) {
    case 'year':
      return addMonths(day, 12 * count)
    case 'month':
      return addMonths(day, count)
    case 'hour':
      return addDays(day, Math.floor(count / 24))
    default:
      return addDays(day, count)
  }
}

/** Says whether a quantity of this unit is time. */
export const isTime = (unit: WaiverUnit): boolean => unit === 'hour' || unit === 'day' || unit === 'month' || unit === 'year'

/** How many units of a line lie in the free time that begins with the clock: a unit that begins inside it counts whole. A line without a first day begins with the clock. */
export const unitsInWindow = (clock: string, unit: WaiverUnit, free: number, line: { readonly from: string; readonly quantity: number }): number => {
  if (line.from === '' || !isTime(unit)) return line.quantity
  const end = after(clock, unit, free)
  if (unit === 'hour') return Math.max(0, Math.min(line.quantity, free - 24 * Math.max(0, daysBetween(civilDate(clock), civilDate(line.from)))))
  let units = 0
  while (units < line.quantity && after(line.from, unit, units) < end) units += 1
  return units
}

const instant = (value: string, field: string): number => {
  const at = Date.parse(value)
  if (Number.isNaN(at)) throw new LantaiError('invalid', text('时间不对', 'The time is none'), field)
  return at
}

/** Hours from arrival to departure, a begun hour whole; throws `invalid` where the departure lies before the arrival. Both are instants with their offset. */
export const storageHours = (arrival: string, departure: string): number => {
  const milliseconds = instant(departure, 'departure') - instant(arrival, 'arrival')
  if (milliseconds < 0) throw new LantaiError('invalid', text('离开时间早于到馆时间', 'The departure lies before the arrival'), 'departure')
  return Math.ceil(milliseconds / 3_600_000)
}

/** Calendar days from arrival to departure, both counted; throws `invalid` where the departure lies before the arrival. */
export const storageDays = (arrival: string, departure: string): number => {
  const days = daysBetween(civilDate(arrival.slice(0, 10), 'arrival'), civilDate(departure.slice(0, 10), 'departure')) + 1
  if (days < 1) throw new LantaiError('invalid', text('离开日期早于到馆日期', 'The departure lies before the arrival'), 'departure')
  return days
}
