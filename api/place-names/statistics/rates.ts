import { addMonths } from '../../../domain/dates.ts'
import { lawDayOf } from '../../../domain/place-names/case/rules/index.ts'
import type { PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import type { ClockOptions } from '../../../domain/place-names/clocks.ts'
import { clockSettingsOf } from '../../../domain/place-names/profile.ts'
import { dutyTitles, onTimeRates } from '../../../domain/place-names/statistics/rates.ts'
import type { Text } from '../../../domain/text.ts'
import { calendarOf, restOptions } from '../../calendar/calendar.ts'
import type { House } from '../../house.ts'
import type { Period } from '../../statistics/table.ts'
import { profileOn } from '../profile.ts'
import { foldsOf } from '../cases/folds.ts'

/** A duty falls due within two years of the receipt or the decision, unless its case is still in work. */
const reach = 24 // months
const mostRunning = 20_000

export interface Rate { readonly id: string; readonly title: Text; readonly met: number; readonly late: number; readonly overdue: number; readonly open: number; readonly permille: number | null; readonly cases: { readonly id: string; readonly title: string }[] }

/** How often each duty that fell due in a period was kept in time, by the local rules and the calendar of each case. */
export const ratesOf = async (house: House, period: Period, signal?: AbortSignal): Promise<readonly Rate[]> => {
  const { read } = house.register
  const since = { from: addMonths(period.from, -reach), to: period.to }
  const lists = await Promise.all([read.placeNames.casesBetween('received', since), read.placeNames.casesBetween('decided', since), read.placeNames.running(mostRunning)])
  const rows = [...new Map(lists.flat().filter(({ receivedOn }) => receivedOn <= period.to).map((row) => [row.id, row])).values()]
  const folds = await foldsOf(house, rows, signal)
  const today = house.today()
  const [calendar, rest] = await Promise.all([calendarOf(house, read), restOptions(house, today)])
  const byDay = new Map<string, ClockOptions>()
  const dayOf = (folded: PlaceNameCase): string => lawDayOf(folded, { today })
  for (const folded of folds) if (!byDay.has(dayOf(folded))) byDay.set(dayOf(folded), { ...rest, calendar, settings: clockSettingsOf(await profileOn(house, read, dayOf(folded))) })
  const titles = new Map(folds.map(({ id, file }) => [id, file.title]))
  return onTimeRates(folds, period, today, (folded) => byDay.get(dayOf(folded)) ?? {}).map(({ permille, cases, ...rate }) => ({ ...rate, title: dutyTitles[rate.id], permille: permille ?? null, cases: cases.map((id) => ({ id, title: titles.get(id) ?? id })) }))
}
