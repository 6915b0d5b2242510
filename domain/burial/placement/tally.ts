import { addMonths, civilDate } from '../../dates.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { Placement } from '../codes.ts'
import { ecoPlacements } from '../codes.ts'
import type { Cemetery, PlotPosition } from './cemetery.ts'
import { plotCount, plotsOf } from './cemetery.ts'
import type { PlotState } from './codes.ts'
import type { Plot } from './fold.ts'
import { contractOn, occupantsOn, plotStateOn, termEnd, untouched } from './fold.ts'

/** How near the end of a term is: months, or past. */
export type TermBand = 'running' | 'within12' | 'within6' | 'within1' | 'expired'

/** The band of a term on a civil day; the last day itself is still within it. */
export const termBand = (end: string, day: string): TermBand => {
  const on = civilDate(day, 'day')
  return end < day ? 'expired' : end <= addMonths(on, 1) ? 'within1' : end <= addMonths(on, 6) ? 'within6' : end <= addMonths(on, 12) ? 'within12' : 'running'
}

/** A plot on the board. */
export interface BoardPlot {
  readonly id: string
  readonly at: PlotPosition
  readonly state: PlotState
  readonly occupants: number
  /** Last day of the term, empty without an agreement. */
  readonly until: string
  readonly band: TermBand | ''
}

/** The board of one section on a civil day, in order; plots that nobody has touched are free. */
export const boardOf = (cemetery: Cemetery, sectionCode: string, plots: ReadonlyMap<string, Plot>, day: string): readonly BoardPlot[] => {
  const section = cemetery.sections.find(({ code }) => code === sectionCode)
  if (section === undefined) return []
  return [...plotsOf(cemetery.id, section)].map(({ id, at }) => {
    const plot = plots.get(id)
    if (plot === undefined) return { id, at, state: 'available', occupants: 0, until: '', band: '' }
    const contract = contractOn(plot, day)
    const until = contract === undefined ? '' : termEnd(contract, day)
    return { id, at, state: plotStateOn(plot, section.capacity, day), occupants: occupantsOn(plot, day).length, until, band: until === '' ? '' : termBand(until, day) }
  })
}

/** Terms that have run out or run out within twelve months, the earliest first: the list of renewals. */
export const renewalList = (plots: Iterable<Plot>, day: string): readonly { readonly plot: string; readonly agreement: string; readonly holder: string; readonly phone: string; readonly until: string; readonly band: TermBand }[] =>
  [...plots].flatMap((plot) => {
    const contract = contractOn(plot, day)
    if (contract === undefined) return []
    const until = termEnd(contract, day)
    const band = termBand(until, day)
    return band === 'running' ? [] : [{ plot: plot.id, agreement: contract.agreement, holder: contract.holder.name, phone: contract.holder.phone, until, band }]
  }).sort((a, b) => (a.until === b.until ? (a.plot < b.plot ? -1 : 1) : a.until < b.until ? -1 : 1))

/** Plots of cemeteries on a day, and what was interred and moved up to it. */
export interface PlotTally {
  readonly plots: number
  readonly byState: Readonly<Record<PlotState, number>>
  readonly expired: number
  readonly occupants: number
  /** Rows of interments, and of removals; a wrong grave put right is neither a further interment nor a removal. */
  readonly interments: number
  readonly removals: number
  readonly ecoInterments: number
  readonly byHow: ReadonlyMap<Placement, number>
}

/** Counts the plots of cemeteries on a civil day. */
export const tallyPlots = (cemeteries: readonly Cemetery[], plots: ReadonlyMap<string, Plot>, day: string): PlotTally => {
  const byState: Record<PlotState, number> = { available: 0, reserved: 0, contracted: 0, occupiedPartial: 0, occupied: 0, disinterred: 0, vacated: 0, blocked: 0 }
  const byHow = new Map<Placement, number>()
  let [all, expired, occupants, interments, removals, ecoInterments] = [0, 0, 0, 0, 0, 0]
  for (const cemetery of cemeteries) for (const section of cemetery.sections) {
    all += plotCount(section)
    for (const { id } of plotsOf(cemetery.id, section)) {
      const plot = plots.get(id) ?? untouched(id)
      byState[plotStateOn(plot, section.capacity, day)] += 1
      const contract = contractOn(plot, day)
      if (contract !== undefined && termEnd(contract, day) < day) expired += 1
      occupants += occupantsOn(plot, day).length
      for (const row of plot.interments) {
        const undone = row.removed !== null && row.removed.why === 'wrongGrave' && row.removed.day <= day
        if (row.day > day || undone) continue
        interments += 1
        byHow.set(row.how, (byHow.get(row.how) ?? 0) + 1)
        if (ecoPlacements.includes(row.how)) ecoInterments += 1
        if (row.removed !== null && row.removed.day <= day) removals += 1
      }
    }
  }
  return { plots: all, byState, expired, occupants, interments, removals, ecoInterments, byHow }
}

/** An identity of counts: both sides, and whether it holds. */
export interface CountCheck {
  readonly id: string
  readonly name: Text
  readonly left: number
  readonly right: number
  readonly holds: boolean
}

/** Makes an identity. */
export const countCheck = (id: string, zh: string, en: string, left: number, right: number): CountCheck => ({ id, name: text(zh, en), left, right, holds: left === right })

/** The identities that every tally of plots keeps. */
export const plotChecks = ({ plots, byState, occupants, interments, removals, byHow }: PlotTally): readonly CountCheck[] => [
  countCheck('plot.states', '墓位总数 = 空置 + 预留 + 已签 + 已安葬 + 停用 + 退还（起出）', 'plots = free + reserved + contracted + occupied + blocked + vacated', plots, Object.values(byState).reduce((sum, count) => sum + count, 0)),
  countCheck('plot.occupants', '安葬 = 在葬 + 起出', 'interments = occupants + removals', interments, occupants + removals),
  countCheck('plot.ways', '安葬 = 各种方式之和', 'interments = sum over ways', interments, [...byHow.values()].reduce((sum, count) => sum + count, 0)),
]
