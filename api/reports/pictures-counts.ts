import { addDays, addMonths, civilDate, daysBetween, monthOf, monthRange, type CivilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { unitText } from '../../domain/statistics/units.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import type { Picture } from '../schemas/reports.ts'
import type { Period } from '../statistics/table.ts'
import type { ApiWindow } from '../windows.ts'
import { kindBook, mainKinds } from './figures.ts'

/** Pictures of what was counted: over time, as a calendar, by weekday and hour. */

/** What a picture is asked for; `windows` are all of the desk, `offered` those of the office. */
export interface Asked { readonly house: House; readonly windows: readonly ApiWindow[]; readonly offered: readonly ApiWindow[]; readonly period: Period; readonly window: string | undefined; readonly kind: string | undefined }

/** Days up to which counts are drawn by day; longer periods are drawn by month. */
export const longestByDay = 92
const longestCalendar = 366

interface Kind { readonly window: string; readonly kind: string; readonly title: Text; readonly unit: string }

/** The windows asked for: the one that is named, or those that the office offers. Throws `invalid` at `window`. */
export const askedWindows = ({ windows, offered, window }: Pick<Asked, 'windows' | 'offered' | 'window'>): readonly ApiWindow[] => {
  if (window === undefined) return offered
  const found = windows.find(({ id }) => id === window)
  if (found === undefined) throw new LantaiError('invalid', text('没有这项业务', 'There is no such window'), 'window')
  return [found]
}

/** The kinds asked for: the one that is named with its window, or the main ones. Throws `invalid` at `kind`. */
const askedKinds = (asked: Asked): readonly Kind[] => {
  const book = kindBook(asked.windows)
  const shown = askedWindows(asked)
  const kindOf = (window: string, kind: string): Kind => ({ window, kind, title: book.titleOf(window, kind), unit: book.unitOf(window, kind) })
  if (asked.kind === undefined) return shown.flatMap((window) => mainKinds(window).map((kind) => kindOf(window.id, kind)))
  const { kind } = asked
  // What several windows of a desk count under the same name is counted at each of them.
  const holder = shown.find(({ counts }) => Object.hasOwn(counts, kind)) ?? (asked.window !== undefined && asked.windows.some(({ counts }) => Object.hasOwn(counts, kind)) ? shown[0] : undefined)
  if (holder === undefined) throw new LantaiError('invalid', text('没有这项统计', 'Nothing is counted under this name'), 'kind')
  return [kindOf(holder.id, kind)]
}

interface Part { readonly id: string; readonly title: Text; readonly from: CivilDate; readonly to: CivilDate }
/** The days of a period. */
export const daysOf = ({ from, to }: Period): readonly CivilDate[] => Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index))
const dayParts = (period: Period): readonly Part[] => daysOf(period).map((day) => ({ id: day, title: text(day, day), from: day, to: day }))
const monthParts = (period: Period): readonly Part[] => {
  const found: Part[] = []
  for (let first = monthRange(monthOf(period.from)).from; first <= period.to; first = addMonths(first, 1)) {
    const month = monthOf(first)
    const { from, to } = monthRange(month)
    found.push({ id: month, title: text(`${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`, month), from: from < period.from ? period.from : from, to: to > period.to ? period.to : to })
  }
  return found
}

/** Counts of kinds by part, where nothing counted a nought, of days to come nothing. */
const seriesOf = (kinds: readonly Kind[], parts: readonly Part[], today: string, countOf: (kind: Kind, part: string) => number): Picture['series'] => {
  const mixed = new Set(kinds.map(({ unit }) => unit)).size > 1
  return kinds.map((kind) => {
    const values = parts.map(({ id, from }) => (from > today ? null : countOf(kind, id)))
    const { window, kind: of, title, unit } = kind
    return {
      id: `${window}.${of}`, title, ...(mixed ? { unit: unitText(unit) } : {}), values,
      open: parts.map(({ from, to }, index) => ((values[index] ?? 0) === 0 ? null : { window, kind: of, from, to })),
    }
  })
}
const unitOfKinds = (kinds: readonly Kind[]): Text => {
  const units = new Set(kinds.map(({ unit }) => unit))
  const [only] = units
  return only !== undefined && units.size === 1 ? unitText(only) : text('', '')
}

const keyOf = ({ window, kind }: { readonly window: string; readonly kind: string }): string => `${window} ${kind}`

/** Counts over time: by day up to 92 days, else by month. */
export const overTime = async (asked: Asked): Promise<Picture> => {
  const { house, period } = asked
  const kinds = askedKinds(asked)
  const { reports } = house.register.read
  const byDay = daysBetween(period.from, period.to) < longestByDay
  const parts = byDay ? dayParts(period) : monthParts(period)
  const counts = new Map<string, number>()
  const add = (key: string, part: string, count: number): void => void counts.set(`${key} ${part}`, (counts.get(`${key} ${part}`) ?? 0) + count)
  if (byDay) await Promise.all(kinds.map(async (kind) => { for (const { day, count } of await reports.kindByDay(kind.window, kind.kind, period)) add(keyOf(kind), day, count) }))
  else for (const row of await reports.kindsByMonth(period)) add(keyOf(row), row.month, row.count)
  return {
    id: 'over-time', title: text(byDay ? '每日办理量' : '每月办理量', byDay ? 'Work by day' : 'Work by month'), form: 'lines', unit: unitOfKinds(kinds), labelTitle: byDay ? text('日期', 'Day') : text('月份', 'Month'),
    labels: parts.map(({ id, title }) => ({ id, title })), series: seriesOf(kinds, parts, house.today(), (kind, part) => counts.get(`${keyOf(kind)} ${part}`) ?? 0),
  }
}

/** One kind by day as a calendar, up to 366 days; the first main kind where none is named. */
export const calendarPicture = async (asked: Asked): Promise<Picture> => {
  const { house, period } = asked
  if (daysBetween(period.from, period.to) >= longestCalendar) throw new LantaiError('invalid', text(`日历图最长 ${String(longestCalendar)} 天`, `A calendar holds ${String(longestCalendar)} days at most`), 'from')
  const kinds = askedKinds(asked).slice(0, 1)
  const parts = dayParts(period)
  const counts = new Map((await Promise.all(kinds.map(({ window, kind }) => house.register.read.reports.kindByDay(window, kind, period)))).flat().map(({ day, count }) => [day, count]))
  const title = kinds[0]?.title ?? text('', '')
  return {
    id: 'calendar', title: text(`${title.zh}日历`, `${title.en} by day`), form: 'calendar', unit: unitOfKinds(kinds), labelTitle: text('日期', 'Day'),
    labels: parts.map(({ id, title: words }) => ({ id, title: words })), series: seriesOf(kinds, parts, house.today(), (_, part) => counts.get(part) ?? 0),
  }
}

const weekdays = [text('星期一', 'Monday'), text('星期二', 'Tuesday'), text('星期三', 'Wednesday'), text('星期四', 'Thursday'), text('星期五', 'Friday'), text('星期六', 'Saturday'), text('星期日', 'Sunday')] as const
/** Hours that are shown even when nothing was done in them. */
const officeHours = { from: 8, to: 17 } as const

/** Work by weekday and hour, of all windows or one. A mark opens the work of its window within the period; by the hour only the number is kept. */
export const loadPicture = async (asked: Asked): Promise<Picture> => {
  const { house, period } = asked
  const shown = askedWindows(asked)
  const rows = await house.register.read.reports.load(period, asked.window)
  const counts = new Map(rows.map(({ weekday, hour, count }) => [`${String(weekday)} ${String(hour)}`, count]))
  const hours = rows.map(({ hour }) => hour)
  const [first, last] = [Math.min(officeHours.from, ...hours), Math.max(officeHours.to, ...hours)]
  const labels = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const only = shown.length === 1 ? shown[0] : undefined
  return {
    id: 'load', title: text('各时段办理量', 'Work by weekday and hour'), form: 'grid', unit: text('件次', 'acts'), labelTitle: text('时段', 'Hour'),
    note: only === undefined ? text('各业务的各项登记和办理各计一次；选定一项业务后可以点开案件。', 'Every act that counts, of every window, counts once; choose one window to open its cases.')
      : text('各项登记和办理各计一次；小时只记件数，点开的是该业务本期的全部案件。', 'Every act that counts, counts once; of the hour only the number is kept, and a mark opens all cases of the window within the period.'),
    labels: labels.map((hour) => ({ id: String(hour), title: text(`${String(hour)} 时`, `${String(hour)}:00`) })),
    series: weekdays.map((title, index) => {
      const values = labels.map((hour) => counts.get(`${String(index + 1)} ${String(hour)}`) ?? 0)
      return { id: String(index + 1), title, values, open: values.map((value) => (value === 0 || only === undefined ? null : { window: only.id, from: civilDate(period.from), to: civilDate(period.to) })) }
    }),
  }
}
