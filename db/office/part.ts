import { calendarActions } from '../../domain/calendar/index.ts'
import { officeActions } from '../../domain/office/actions.ts'
import { reportActions } from '../../domain/reports/actions.ts'
import { reportAppliers, reportFilesOf, reportTables } from '../reports/appliers.ts'
import type { WindowPart } from '../windows.ts'
import { officeAppliers } from './appliers.ts'
import { calendarAppliers } from './calendar.ts'

/** The office's own part of the register: settings, accounts, rest days, blank stock, tallies, reports. */
export const officePart: WindowPart = {
  id: 'office',
  bodies: { ...officeActions, ...calendarActions, ...reportActions },
  appliers: { ...officeAppliers, ...calendarAppliers, ...reportAppliers },
  twoPersons: ['blank.spoiled', 'calendar.noticeAdded', 'calendar.noticeSetAside', 'month.closed'],
  tables: [
    { name: 'setting', key: 'key, from_day' },
    { name: 'account', key: 'id' },
    { name: 'calendar_notice', key: 'key' },
    { name: 'blank_range', key: 'key' },
    { name: 'blank', key: 'type, serial' },
    { name: 'blank_day', key: 'type, day, movement' },
    { name: 'tally', key: 'day, window, kind, unit, hour, counter' },
    { name: 'tally_day', key: 'day, window, kind, unit' },
    ...reportTables,
  ],
  files: reportFilesOf,
}
