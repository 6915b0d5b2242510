import { blankTypes, type BlankType, type Reads } from '../../db/contract.ts'
import { isRestDay, workingDaysBetween } from '../../domain/calendar/index.ts'
import { addDays, civilDate, weekday, type CivilDate } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { text, type Text } from '../../domain/text.ts'
import { calendarOf, restOptions } from '../calendar/calendar.ts'
import type { House } from '../house.ts'
import { blankTitles } from '../units.ts'
import { deskOf, type ApiWindow } from '../windows.ts'

/** Days over which the use of booklets is looked at. */
export const useDays = 60

/** How long the booklets of a type last: `left` and `perDay` in booklets, `days` in working days, null while none are used. */
export interface StockDays { readonly type: BlankType; readonly title: Text; readonly left: number; readonly perDay: number; readonly days: number | null }

/** Working days from one day to another, both in it; by the weekday where no holiday notice tells. */
const workingDays = async (house: House, reads: Pick<Reads, 'calendarNotices'>, from: CivilDate, to: CivilDate): Promise<number> => {
  const [calendar, options] = await Promise.all([calendarOf(house, reads), restOptions(house, to)])
  try {
    return workingDaysBetween(addDays(from, -1), to, calendar, options)
  } catch (error) {
    if (!(error instanceof LantaiError)) throw error
    let count = 0
    for (let day = from; day <= to; day = addDays(day, 1)) if (weekday(day) <= 5) count += 1
    return count
  }
}

/** Says whether a day is one on which booklets are used: a working day, by the weekday where no holiday notice tells. */
export const workingDayTest = async (house: House): Promise<(day: CivilDate) => boolean> => {
  const [calendar, options] = await Promise.all([calendarOf(house), restOptions(house, house.today())])
  return (day) => {
    try {
      return !isRestDay(day, calendar, options).rest
    } catch (error) {
      if (error instanceof LantaiError) return weekday(day) <= 5
      throw error
    }
  }
}

/** The types of booklets that the windows offered take out of a stock. */
export const stockTypes = async (house: House, windows: readonly ApiWindow[]): Promise<readonly BlankType[]> => {
  const { windows: offered } = await house.office()
  return blankTypes.filter((type) => windows.some((window) => offered.includes(deskOf(window)) && (window.registrations[type] ?? []).length > 0))
}

/** What is left of the booklets, and for how many working days by the mean use of the last sixty days, or since the first were received where that is less. */
export const stockInDays = async (house: House, reads: Reads, types: readonly BlankType[]): Promise<readonly StockDays[]> => {
  const today = house.today()
  const from = addDays(today, 1 - useDays)
  return Promise.all(types.map(async (type) => {
    const { opening, received, issued, reissued, spoiled, closing: left } = await reads.stockMonth(type, from, today)
    const [first] = opening === 0 && received > 0 ? (await reads.stockRanges(type)).map(({ receivedOn }) => receivedOn).filter((day) => day >= from).sort() : []
    const days = await workingDays(house, reads, first === undefined || first > today ? from : civilDate(first), today)
    const perDay = days === 0 ? 0 : (issued + reissued + spoiled) / days
    return { type, title: text(blankTitles[type].zh, blankTitles[type].en), left, perDay: Math.round(perDay * 100) / 100, days: perDay <= 0 ? null : Math.max(Math.floor(left / perDay), 0) }
  }))
}
