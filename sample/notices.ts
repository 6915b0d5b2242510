import type { CalendarNotice, CalendarRow } from '../domain/calendar/index.ts'
import { shippedCalendar } from '../domain/calendar/index.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDateOf, weekday } from '../domain/dates.ts'

// Statutory days of a year, by the civil calendar as far as that goes; those of the lunar one at about their season.
const days: readonly (readonly [name: string, month: number, day: number, length: number])[] = [['元旦', 1, 1, 1], ['春节', 2, 5, 4], ['清明节', 4, 5, 1], ['劳动节', 5, 1, 2], ['端午节', 6, 9, 1], ['中秋节', 9, 25, 1], ['国庆节', 10, 1, 3]]

const rowsOf = (year: number): readonly CalendarRow[] => {
  const off = new Map<string, CalendarRow>()
  for (const [name, month, day, length] of days) {
    let at: CivilDate = civilDateOf(year, month, day)
    // A statutory day that falls on a weekend is made up on the next working day.
    for (let left = length; left > 0; at = addDays(at, 1)) {
      if (off.has(at)) continue
      off.set(at, { day: at, off: true, name })
      if (weekday(at) < 6) left -= 1
    }
  }
  return [...off.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** Yearly notices for the years past the shipped ones that a sample office needs to compute its deadlines: made up, and marked so; an office of its own enters the real ones. */
export const sampleNotices = (to: number, on: CivilDate): readonly CalendarNotice[] => {
  const last = shippedCalendar.years.at(-1) ?? to
  return Array.from({ length: Math.max(0, to - last) }, (_, index): CalendarNotice => {
    const year = last + 1 + index
    return { id: `sample-${year}`, kind: 'yearly', year, title: `示例：${year}年部分节假日安排（示例数据，不是国务院办公厅通知）`, source: '示例数据', published: on, imported: on, rows: [...rowsOf(year)] }
  })
}
