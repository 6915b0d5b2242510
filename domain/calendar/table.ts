import type { CivilDate } from '../dates.ts'
import { addDays, civilDate, civilDateOf, daysBetween, weekday } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { CalendarNotice } from './notices.ts'
import { shippedNotices } from './notices.ts'

interface Entry { readonly off: boolean; readonly name: string; readonly notice: string }

/** The table of days off that an office works with: made of notices by `makeCalendar`, never changed. */
export interface Calendar {
  readonly notices: readonly CalendarNotice[]
  /** Years that have their yearly notice, in order; nothing is computed outside them. */
  readonly years: readonly number[]
  readonly state: ReadonlyMap<string, Entry>
  readonly local: ReadonlyMap<string, Entry>
  readonly titles: ReadonlyMap<string, string>
}

/** Makes the table from notices, the later published superseding the earlier day by day; with `knownOn`, as it stood on that day, and without the ids set aside. */
export const makeCalendar = (notices: readonly CalendarNotice[], options: { readonly knownOn?: CivilDate; readonly setAside?: readonly string[] } = {}): Calendar => {
  const used = notices
    .filter((notice) => options.setAside?.includes(notice.id) !== true && (options.knownOn === undefined || notice.published <= options.knownOn))
    .toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : a.imported < b.imported ? -1 : a.imported > b.imported ? 1 : 0))
  const state = new Map<string, Entry>()
  const local = new Map<string, Entry>()
  for (const notice of used) for (const row of notice.rows) (notice.kind === 'local' ? local : state).set(row.day, { off: row.off, name: row.name, notice: notice.id })
  const years = [...new Set(used.filter((notice) => notice.kind === 'yearly').map((notice) => notice.year))].sort((a, b) => a - b)
  return { notices: used, years, state, local, titles: new Map(used.map((notice) => [notice.id, notice.title])) }
}

/** The table of the shipped notices. */
export const shippedCalendar: Calendar = makeCalendar(shippedNotices)

const asKnown = new WeakMap<Calendar, Map<number, Calendar>>()

/** The table as it stood on a day: only what was published by then. The same table for the same notices, so that a whole archive can be checked quickly. */
export const calendarKnownOn = (calendar: Calendar, day: CivilDate): Calendar => {
  const count = calendar.notices.filter((notice) => notice.published <= day).length
  if (count === calendar.notices.length) return calendar
  const known = asKnown.get(calendar) ?? new Map<number, Calendar>()
  asKnown.set(calendar, known)
  const found = known.get(count) ?? makeCalendar(calendar.notices.slice(0, count))
  known.set(count, found)
  return found
}

/** Why a day is a rest day, or why a Saturday or Sunday is none; the three sources of a rest day are kept apart. */
export type DayReason =
  | { readonly kind: 'weekend'; readonly weekday: 6 | 7 }
  | { readonly kind: 'notice'; readonly name: string; readonly notice: string }
  | { readonly kind: 'local'; readonly name: string; readonly notice: string }
  | { readonly kind: 'makeUp'; readonly name: string; readonly notice: string }

/** How the open questions of 《民法典》第二百零三条 are answered here. */
export interface RestOptions {
  /** A worked Saturday or Sunday is a working day (default), not a 法定休假日. */
  readonly makeUpDayCountsAsWorking?: boolean
  /** Days off of a minority area count as rest days (default). */
  readonly localDaysCount?: boolean
}

/** What a day is by the table. */
export interface RestDay {
  readonly rest: boolean
  readonly why: readonly DayReason[]
}

/** Says whether the table holds the notice of a year. */
export const hasYear = (calendar: Calendar, year: number): boolean => calendar.years.includes(year)

/** Refuses a year without its yearly notice and says what to do: nobody may guess it. Throws `invalid` at `calendar`, the year in the details. */
export const requireYear = (calendar: Calendar, year: number): void => {
  if (hasYear(calendar, year)) return
  throw new LantaiError(
    'invalid',
    text(`没有 ${year} 年的节假日安排，不能推算期限（《民法典》第二百零三条）。请在“设置—节假日”中导入国务院办公厅 ${year} 年部分节假日安排的通知，再办理`, `There is no holiday notice for ${year}, so the time limit cannot be computed (Civil Code, art. 203). Import the State Council’s notice for ${year} under Settings, Days off, then go on`),
    'calendar',
    { calendarYear: year },
  )
}

/** Says whether a day is a rest day and why (weekend, notice or local), or why a weekend day is none; throws `invalid` for a year without a table. */
export const isRestDay = (day: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): RestDay => {
  requireYear(calendar, Number(day.slice(0, 4)))
  const week = weekday(day)
  const weekend: readonly DayReason[] = week === 6 || week === 7 ? [{ kind: 'weekend', weekday: week }] : []
  const local = options.localDaysCount === false ? undefined : calendar.local.get(day)
  const entry = calendar.state.get(day)
  const localOff: readonly DayReason[] = local?.off === true ? [{ kind: 'local', name: local.name, notice: local.notice }] : []
  if (entry?.off === true) return { rest: true, why: [...weekend, { kind: 'notice', name: entry.name, notice: entry.notice }, ...localOff] }
  if (localOff.length > 0) return { rest: true, why: [...weekend, ...localOff] }
  const worked = entry ?? (local?.off === false ? local : undefined)
  if (weekend.length > 0 && worked !== undefined) {
    const makeUp: DayReason = { kind: 'makeUp', name: worked.name, notice: worked.notice }
    return options.makeUpDayCountsAsWorking === false ? { rest: true, why: [...weekend, makeUp] } : { rest: false, why: [makeUp] }
  }
  return { rest: weekend.length > 0, why: weekend }
}

/** A reason in the clerk's words: 星期六, 春节放假, 调休上班. */
export const reasonText = (reason: DayReason): Text => {
  switch (reason.kind) {
    case 'weekend':
      return reason.weekday === 6 ? text('星期六', 'Saturday') : text('星期日', 'Sunday')
    case 'notice':
      return text(`${reason.name}放假`, `day off by the State Council’s notice (${reason.notice})`)
    case 'local':
      return text(`${reason.name}（地方规定）放假`, `day off by a local order (${reason.notice})`)
    case 'makeUp':
      return text(`${reason.name}调休上班`, `worked in exchange for a day off (${reason.notice})`)
  }
}

/** The first working day on or after a day. */
export const workingDayFrom = (day: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): CivilDate => {
  let next = day
  while (isRestDay(next, calendar, options).rest) next = addDays(next, 1)
  return next
}

/** The last working day before a day. */
export const workingDayBefore = (day: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): CivilDate => {
  let before = addDays(day, -1)
  while (isRestDay(before, calendar, options).rest) before = addDays(before, -1)
  return before
}

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export const workingDaysBetween = (from: CivilDate, to: CivilDate, calendar: Calendar = shippedCalendar, options: RestOptions = {}): number => {
  if (to < from) return 0 - workingDaysBetween(to, from, calendar, options)
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (!isRestDay(day, calendar, options).rest) count += 1
  }
  return count
}

/** The day `count` working days after a day (before it when negative); with 0 the day itself. */
export const addWorkingDays = (day: CivilDate, count: number, calendar: Calendar = shippedCalendar, options: RestOptions = {}): CivilDate => {
  let left = Math.abs(count)
  let at = day
  while (left > 0) {
    at = addDays(at, count > 0 ? 1 : -1)
    if (!isRestDay(at, calendar, options).rest) left -= 1
  }
  return at
}

/** Days off that the law gives all citizens in a year: 13 since 2025, 11 before (《全国年节及纪念日放假办法》第二条); 2015 had the anniversary beside them. */
export const statutoryDays = (year: number): number => (year >= 2025 ? 13 : 11) + (year === 2015 ? 1 : 0)

/** One check of a year's table: both sides of the identity. */
export interface YearCheck {
  readonly year: number
  /** Working days counted from the table. */
  readonly working: number
  /** Days of the year − Saturdays and Sundays − statutory days off. */
  readonly expected: number
  /** Days off that fall on weekdays, and weekend days worked. */
  readonly weekdaysOff: number
  readonly makeUp: number
  readonly weekends: number
  readonly days: number
  readonly holds: boolean
  /** Why it may differ all the same, where that is known (2020). */
  readonly because?: Text
}

/** Checks a year: working days = days − weekends − statutory days; the one known exception (2020) is named. Throws `invalid` for a year without a table. */
export const checkYear = (year: number, calendar: Calendar = shippedCalendar): YearCheck => {
  const first = civilDateOf(year, 1, 1)
  const days = daysBetween(first, civilDateOf(year + 1, 1, 1))
  let working = 0
  let weekends = 0
  let weekdaysOff = 0
  let makeUp = 0
  for (let index = 0; index < days; index += 1) {
    const day = addDays(first, index)
    const weekend = weekday(day) > 5
    const { rest } = isRestDay(day, calendar, { localDaysCount: false })
    if (weekend) weekends += 1
    if (rest && !weekend) weekdaysOff += 1
    if (!rest && weekend) makeUp += 1
    if (!rest) working += 1
  }
  const expected = days - weekends - statutoryDays(year)
  const extended = year === 2020 && working === expected - 2
  return {
    year, working, expected, weekdaysOff, makeUp, weekends, days, holds: working === expected || extended,
    ...(extended ? { because: text('2020年春节假期临时延长，少两个工作日', 'The Spring Festival of 2020 was extended by two working days') } : {}),
  }
}

/** The rows of a year as the desk shows and edits them: the day, whether it is off, its name and the notice whose word holds; superseded words follow in `before`. */
export const yearRows = (calendar: Calendar, year: number): readonly { readonly day: CivilDate; readonly off: boolean; readonly name: string; readonly notice: string; readonly before: readonly { readonly off: boolean; readonly notice: string }[] }[] => {
  const words = new Map<string, { off: boolean; name: string; notice: string }[]>()
  for (const notice of calendar.notices) for (const row of notice.rows) if (row.day.startsWith(`${year}-`)) words.set(row.day, [...(words.get(row.day) ?? []), { off: row.off, name: row.name, notice: notice.id }])
  return [...words.keys()].sort().map((day) => {
    const all = words.get(day) ?? []
    const last = all.at(-1) ?? { off: false, name: '', notice: '' }
    return { day: civilDate(day), ...last, before: all.slice(0, -1).map(({ off, notice }) => ({ off, notice })) }
  })
}
