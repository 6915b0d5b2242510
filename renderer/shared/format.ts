/** How days, instants and numbers are written on the screen. */
import { partsOf, weekday, isCivilDate } from '../../domain/dates.ts'
import type { Language } from '../../domain/text.ts'

/** An instant as day and minute: 2026-05-20 09:31. The instant carries the office's own offset, so its digits are shown as they stand. */
export const instant = (at: string): string => (at === '' ? '' : `${at.slice(0, 10)} ${at.slice(11, 16)}`)
/** The same with seconds. */
export const exactInstant = (at: string): string => (at === '' ? '' : `${at.slice(0, 10)} ${at.slice(11, 19)}`)
/** Only the time if it lies on the day of `now`, else day and time. */
export const shortInstant = (at: string, now: string): string => (at.slice(0, 10) === now.slice(0, 10) ? at.slice(11, 16) : `${at.slice(5, 10)} ${at.slice(11, 16)}`)

const weekdays = { zh: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'], en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } as const
/** A day with its day of the week: 2026-05-20 周三. */
export const dayWithWeekday = (day: string, language: Language): string => (isCivilDate(day) ? `${day} ${weekdays[language][weekday(day) - 1] ?? ''}` : day)
/** The number of the day in its month, for axes. */
export const dayNumberOf = (day: string): string => (isCivilDate(day) ? String(partsOf(day).day) : day)

const groups = new Intl.NumberFormat('zh-CN')
/** A number with its thousands set apart. */
export const number = (value: number): string => groups.format(value)
/** A share in per cent with two places, never rounded up to 100; a dash without a denominator. */
export const percent = (part: number, whole: number): string => (whole === 0 ? '—' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)}%`)
/** Bytes in words. */
export const bytes = (value: number): string => (value < 1e6 ? `${String(Math.round(value / 1e3))} kB` : value < 1e9 ? `${(value / 1e6).toFixed(1)} MB` : `${(value / 1e9).toFixed(1)} GB`)
