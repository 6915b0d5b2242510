import type { Reads } from '../../db/contract.ts'
import { makeCalendar, shippedCalendar, shippedNotices, type Calendar, type CalendarNotice, type RestOptions } from '../../domain/calendar/index.ts'
import type { House } from '../house.ts'

interface Made { readonly key: string; readonly calendar: Calendar }
// A notice is never changed under its id, so the ids tell whether the table is still the same.
const made = new WeakMap<House, Made>()

/** Every notice there is, those set aside too: the shipped ones and the office's own. */
export interface Notices {
  readonly shipped: readonly CalendarNotice[]
  readonly added: readonly CalendarNotice[]
  readonly setAside: readonly string[]
}

/** Reads the notices; in a transaction, as that transaction sees them. */
export const noticesOf = async (reads: Pick<Reads, 'calendarNotices'>): Promise<Notices> => ({ shipped: shippedNotices, ...(await reads.calendarNotices()) })

/** The table of rest days the office works with: the shipped notices and its own, without those set aside; the same object until a notice comes or goes. */
export const calendarOf = async (house: House, reads: Pick<Reads, 'calendarNotices'> = house.register.read): Promise<Calendar> => {
  const { added, setAside } = await reads.calendarNotices()
  if (added.length === 0) return shippedCalendar
  const key = JSON.stringify([added.map(({ id }) => id), setAside])
  const known = made.get(house)
  if (known?.key === key) return known.calendar
  const calendar = makeCalendar([...shippedNotices, ...added], { setAside })
  made.set(house, { key, calendar })
  return calendar
}

/** How the office reads the open questions of rest days on a day. */
export const restOptions = async (house: House, day: string): Promise<Required<RestOptions>> => {
  const settings = await house.settingsOn(day)
  return { makeUpDayCountsAsWorking: settings['divorce.makeUpDayCountsAsWorking'], localDaysCount: settings['divorce.localDaysCount'] }
}
