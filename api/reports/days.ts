import type { ReportReads } from '../../db/reports/contract.ts'
import { addDays, civilDate } from '../../domain/dates.ts'
import type { House } from '../house.ts'

type Closings = Pick<ReportReads, 'closedDays' | 'activeDays' | 'firstClosedDay'>

/** The first day that has to be closed: the office's setting, or the first day that it ever closed; undefined where nobody is reminded of anything. */
export const dayCloseStart = async (house: House, reads: { readonly reports: Pick<ReportReads, 'firstClosedDay'> }): Promise<string | undefined> => {
  const { settings } = await house.office()
  const from = settings['reports.dayCloseFrom']
  return from === '' ? reads.reports.firstClosedDay() : from
}

/** Days with business before a day that nobody has closed, in order, from where days are to be closed; the running day is never one of them. */
export const unclosedDays = async (house: House, reads: { readonly reports: Closings }, { from = '', before = house.today() as string }: { readonly from?: string; readonly before?: string } = {}): Promise<string[]> => {
  const start = await dayCloseStart(house, reads)
  if (start === undefined) return []
  const today = house.today()
  const period = { from: from > start ? from : start, to: addDays(civilDate(before < today ? before : today), -1) }
  if (period.from > period.to) return []
  const [active, closed] = await Promise.all([reads.reports.activeDays(period), reads.reports.closedDays(period)])
  const known = new Set(closed)
  return active.filter(({ day }) => !known.has(day)).map(({ day }) => day)
}
