import { daysBetween, isCivilDate } from '../../../domain/dates.ts'
import type { Reply } from '../../shared/client.ts'

export type Worklist = Reply<'divorceWorklist'>['lists'][number]
export type WorklistRow = Worklist['rows'][number]
export const worklistKinds = ['endsToday', 'windowOpened', 'closingSoon', 'lapsed'] as const satisfies readonly Worklist['kind'][]
export type WorklistKind = (typeof worklistKinds)[number]

/** The weight of a list that holds somebody: what is over, what is nearly over, what has begun. */
export const worklistTones: Readonly<Record<WorklistKind, string>> = { endsToday: 'information', windowOpened: 'good', closingSoon: 'answer', lapsed: 'stop' }

/** Days from the day to the one on which the running period of a row ends, negative when it is over; undefined where a day is missing. */
export const daysLeft = (kind: WorklistKind, row: Pick<WorklistRow, 'end1' | 'end2'>, day: string): number | undefined => {
  const end = kind === 'endsToday' ? row.end1 : row.end2
  return isCivilDate(day) && isCivilDate(end) ? daysBetween(day, end) : undefined
}
