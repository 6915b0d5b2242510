import { handle, type Handling } from '../door.ts'
import type { Picture, pictureIds } from '../schemas/reports.ts'
import { routes } from '../schemas/index.ts'
import { requirePeriod } from '../statistics/table.ts'
import type { ApiWindow } from '../windows.ts'
import { offeredWindows } from './figures.ts'
import { calendarPicture, loadPicture, overTime, type Asked } from './pictures-counts.ts'
import { deadlinesPicture, passRate, stockPicture, waivers } from './pictures-office.ts'

const pictures: Readonly<Record<(typeof pictureIds)[number], (asked: Asked) => Promise<Picture>>> = {
  'over-time': overTime, calendar: calendarPicture, load: loadPicture, 'pass-rate': passRate, waivers, deadlines: deadlinesPicture, stock: stockPicture,
}

/** The pictures of the reports: numbers with what opens the cases behind each. */
export const pictureHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.getPicture, async ({ house, params, query }) =>
    pictures[params.picture]({ house, windows, offered: await offeredWindows(house, windows), period: requirePeriod(query), window: query.window, kind: query.kind })),
]
