import { LantaiError } from './error.ts'
import { text } from './text.ts'

/** A legal day as `YYYY-MM-DD` in the office's zone; made by `civilDate` or `isCivilDate` only. */
export type CivilDate = string & { readonly __civilDate: unique symbol }

/** Which day counts as the birthday of someone born on 29 February in a common year (office setting). */
export type LeapBirthday = 'feb28' | 'mar1'

const dash = 45
/** The digits of a stretch as a number, or NaN when one of them is none. */
const numberAt = (value: string, from: number, to: number): number => {
  let number = 0
  for (let index = from; index < to; index += 1) {
    const digit = value.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    number = number * 10 + digit
  }
  return number
}
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Says whether a year of the Gregorian calendar has a 29 February. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days of a month (1-12). */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeapYear(year) ? 29 : (lengths[month - 1] ?? 0))

/** Says whether a text is a day that exists, years 1000-9999. */
export const isCivilDate = (value: string): value is CivilDate => {
  // Asked dozens of times a file, so it reads digits rather than matching a pattern.
  if (value.length !== 10 || value.charCodeAt(4) !== dash || value.charCodeAt(7) !== dash) return false
  const year = numberAt(value, 0, 4)
  const month = numberAt(value, 5, 7)
  const day = numberAt(value, 8, 10)
  return year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** Turns a text into a civil day; throws `invalid` with the field when there is no such day. */
export const civilDate = (value: string, field?: string): CivilDate => {
  if (isCivilDate(value)) return value
  throw new LantaiError('invalid', text(`没有“${value.slice(0, 20)}”这一天，日期请写作 2026-05-20`, `There is no day “${value.slice(0, 20)}”; write dates as 2026-05-20`), field)
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')

/** Makes a civil day from its parts; throws `invalid` when there is no such day. */
export const civilDateOf = (year: number, month: number, day: number): CivilDate => civilDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)

/** Year, month and day of a civil day as numbers. */
export const partsOf = (day: CivilDate): { readonly year: number; readonly month: number; readonly day: number } => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
})

/** Orders two civil days: negative when `a` is earlier, 0 when the same. */
export const compareDays = (a: CivilDate, b: CivilDate): number => (a < b ? -1 : a > b ? 1 : 0)

/** Days since 1970-01-01, by the era arithmetic of the proleptic Gregorian calendar. */
export const dayNumber = (day: CivilDate): number => {
  const parts = partsOf(day)
  const year = parts.month <= 2 ? parts.year - 1 : parts.year
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (parts.month + (parts.month > 2 ? -3 : 9)) + 2) / 5) + parts.day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The civil day with that number of days since 1970-01-01. */
export const dayFromNumber = (number: number): CivilDate => {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return civilDateOf(year, month, dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1)
}

/** The day `count` days later (earlier when negative). */
export const addDays = (day: CivilDate, count: number): CivilDate => dayFromNumber(dayNumber(day) + count)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from)

/** The day `count` months later, cut to the last day of that month where needed. */
export const addMonths = (day: CivilDate, count: number): CivilDate => {
  const parts = partsOf(day)
  const months = parts.year * 12 + parts.month - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return civilDateOf(year, month, Math.min(parts.day, daysInMonth(year, month)))
}

/** The day on which a person reaches a birthday in a year; 29 February falls by the office's setting in common years. */
export const birthdayIn = (birth: CivilDate, year: number, leap: LeapBirthday): CivilDate => {
  const parts = partsOf(birth)
  if (parts.month === 2 && parts.day === 29 && !isLeapYear(year)) return leap === 'feb28' ? civilDateOf(year, 2, 28) : civilDateOf(year, 3, 1)
  return civilDateOf(year, parts.month, parts.day)
}

/** Full years of age on a day; the birthday itself counts. Negative when the birth lies after the day. */
export const fullYears = (birth: CivilDate, on: CivilDate, leap: LeapBirthday): number => {
  const year = Number(on.slice(0, 4))
  return year - Number(birth.slice(0, 4)) - (on < birthdayIn(birth, year, leap) ? 1 : 0)
}

/** Day of the week, 1 Monday … 7 Sunday. */
export const weekday = (day: CivilDate): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1

/** The day as papers write it: 2026年5月20日. */
export const formatChinese = (day: CivilDate): string => {
  const parts = partsOf(day)
  return `${parts.year}年${parts.month}月${parts.day}日`
}

/** The day as forms with fixed places write it: 2026年05月20日. */
export const formatChinesePadded = (day: CivilDate): string => `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8, 10)}日`

/** The month of a day as `YYYY-MM`. */
export const monthOf = (day: CivilDate): string => day.slice(0, 7)

/** First and last day of a month given as `YYYY-MM`; throws `invalid` when there is no such month. */
export const monthRange = (month: string): { readonly from: CivilDate; readonly to: CivilDate } => {
  const from = civilDate(`${month}-01`)
  const parts = partsOf(from)
  return { from, to: civilDateOf(parts.year, parts.month, daysInMonth(parts.year, parts.month)) }
}

/** All days of a month given as `YYYY-MM`, in order. */
export const daysOfMonth = (month: string): readonly CivilDate[] => {
  const { from, to } = monthRange(month)
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
}

/** The month before or after one given as `YYYY-MM`. */
export const shiftMonth = (month: string, count: number): string => monthOf(addMonths(monthRange(month).from, count))

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The civil day of an instant in a zone; the clock is passed in. */
export const today = (now: Date, zone = 'Asia/Shanghai'): CivilDate => {
  let formatter = formatters.get(zone)
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'iso8601', numberingSystem: 'latn' })
    formatters.set(zone, formatter)
  }
  const parts = new Map(formatter.formatToParts(now).map((part) => [part.type, part.value]))
  return civilDate(`${parts.get('year') ?? ''}-${parts.get('month') ?? ''}-${parts.get('day') ?? ''}`)
}
