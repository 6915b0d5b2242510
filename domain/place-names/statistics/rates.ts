import type { CivilDate } from '../../dates.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { ClockOptions } from '../clocks.ts'
import type { PlaceNameClock } from '../case/clocks.ts'
import { clocksOfCase } from '../case/clocks.ts'
import type { PlaceNameCase } from '../case/fold.ts'
import type { ReportRow } from '../case/report.ts'

/** How one duty was kept: due in the period, met in time, late, overdue and not done, still open. The rate is met ÷ all that are past or done, in whole permille; undefined when there are none. */
export interface OnTimeRate {
  readonly id: (typeof duties)[number]
  readonly met: number
  readonly late: number
  readonly overdue: number
  readonly open: number
  readonly permille: number | undefined
  /** Cases that were late or are overdue. */
  readonly cases: readonly string[]
}

/** Duties that are kept or missed, in the order of a case. */
export const duties = ['supplement', 'decision', 'delivery', 'filing', 'notice', 'sign'] as const

/** On-time rates of the duties whose last day falls within a period, each duty for itself; the options may differ by case, as the local rules of its day do. */
export const onTimeRates = (cases: readonly PlaceNameCase[], period: { readonly from: string; readonly to: string }, today: CivilDate, options: ClockOptions | ((folded: PlaceNameCase) => ClockOptions) = {}): readonly OnTimeRate[] => {
  const clocks = cases.flatMap((folded) => clocksOfCase(folded, today, typeof options === 'function' ? options(folded) : options).map((clock) => ({ clock, id: folded.id })))
  return duties.map((duty) => {
    const own = clocks.filter(({ clock }) => clock.id === duty && clock.due !== undefined && period.from <= clock.due.day && clock.due.day <= period.to)
    const count = (state: PlaceNameClock['state']): number => own.filter(({ clock }) => clock.state === state).length
    const [met, late, overdue] = [count('met'), count('late'), count('overdue')]
    const judged = met + late + overdue
    return { id: duty, met, late, overdue, open: count('open'), permille: judged === 0 ? undefined : Math.floor((met * 1000) / judged), cases: [...new Set(own.filter(({ clock }) => clock.state === 'late' || clock.state === 'overdue').map(({ id }) => id))] }
  })
}

/** How often each rule of the report passed, failed, was attested, did not apply or stayed unanswered, over many reports. */
export const tallyReports = (rows: Iterable<Pick<ReportRow, 'code' | 'rule' | 'state'>>): ReadonlyMap<string, Readonly<Record<ReportRow['state'], number>>> => {
  const sums = new Map<string, Record<ReportRow['state'], number>>()
  for (const { code, rule, state } of rows) {
    const key = `${code}/${rule}`
    const found = sums.get(key) ?? { pass: 0, fail: 0, notApplicable: 0, attested: 0, open: 0 }
    found[state] += 1
    sums.set(key, found)
  }
  return sums
}

/** What each duty is called. */
export const dutyTitles: Readonly<Record<(typeof duties)[number], Text>> = { supplement: text('一次性告知补正', 'Supplement notice'), decision: text('作出决定', 'Decision'), delivery: text('送达', 'Delivery'), filing: text('备案', 'Filing'), notice: text('公告', 'Notice'), sign: text('设标', 'Sign') }
