import { addDays, daysBetween, isCivilDate } from '../../../domain/dates.ts'
import type { pictureIds } from '../../../api/schemas/reports.ts'
import type { Period } from '../statistics/period.ts'

export type PictureId = (typeof pictureIds)[number]

/** How the pictures stand on the page; those that are wide take its whole width, those of the whole office stand by no window. */
export const layout: readonly { readonly id: PictureId; readonly wide: boolean; readonly whole?: true }[] = [
  { id: 'over-time', wide: true }, { id: 'calendar', wide: true }, { id: 'load', wide: false }, { id: 'deadlines', whole: true, wide: false }, { id: 'stock', whole: true, wide: true }, { id: 'waivers', whole: true, wide: true }, { id: 'pass-rate', wide: true },
]

const longest = 366
/** The part of a period that a calendar can hold: its last year. */
export const calendarPeriod = ({ from, to }: Period): Period => (isCivilDate(from) && isCivilDate(to) && daysBetween(from, to) >= longest ? { from: addDays(to, 1 - longest), to } : { from, to })

/** Where a rule's mark leads in the report that it was drawn from: its failing files, or all rules where the mark is of those that were not examined. A label is called by its window and rule: `marriage.marriage.age`. */
export const pathInReport = (path: string, label: string, series: string): string => {
  const [window, rule] = [label.slice(0, label.indexOf('.')), label.slice(label.indexOf('.') + 1)]
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(series === 'rate' ? { view: 'failing', only: `rule:${window} ${rule}` } : { view: 'rule' }).toString()}`
}
