import type { JournalEntry } from '../../action.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { PlotAction, PlotActionOf } from './actions.ts'
import type { PlotState } from './codes.ts'

type Body<K extends PlotAction['kind']> = PlotActionOf<K>['body']
export type Reservation = Body<'plot.reserved'> & { readonly ended: string }
export type Contract = Body<'plot.contracted'> & { readonly surrendered: string; readonly reopened: string; readonly renewals: readonly Body<'plot.renewed'>[] }
/** An interment with the movement that ended it, if any; neither row is ever edited. */
export type Interment = Body<'plot.interred'> & { readonly seq: number; readonly removed: Body<'plot.removed'> | null }

/** A plot or niche as its actions left it; one without actions is free. */
export interface Plot {
  readonly id: string
  readonly revision: number
  /** Day of the latest act; acts are entered in the order of their days. */
  readonly latest: string
  readonly reservations: readonly Reservation[]
  readonly contracts: readonly Contract[]
  readonly interments: readonly Interment[]
  readonly blocks: readonly { readonly day: string; readonly note: string; readonly ended: string }[]
}

/** A plot that nobody has touched. */
export const untouched = (id: string): Plot => ({ id, revision: 0, latest: '', reservations: [], contracts: [], interments: [], blocks: [] })

const within = (from: string, ended: string, day: string): boolean => from <= day && (ended === '' || day < ended)
/** The reservation that holds on a civil day; its last day counts. */
export const reservationOn = (plot: Plot, day: string): Reservation | undefined => plot.reservations.find((entry) => within(entry.day, entry.ended, day) && day <= entry.until)
/** The contract that stands on a civil day; a term that has run out does not end it. */
export const contractOn = (plot: Plot, day: string): Contract | undefined => plot.contracts.find((entry) => within(entry.day, entry.surrendered, day))
/** Who lies there on a civil day. */
export const occupantsOn = (plot: Plot, day: string): readonly Interment[] => plot.interments.filter((entry) => entry.day <= day && (entry.removed === null || day < entry.removed.day))
/** The last day of the term of a contract as it stood on a civil day. */
export const termEnd = (contract: Contract, day: string): string => contract.renewals.filter((renewal) => renewal.day <= day).at(-1)?.to ?? contract.to

/** How a plot of a capacity stands on a civil day. */
export const plotStateOn = (plot: Plot, capacity: number, day: string): PlotState => {
  const lying = occupantsOn(plot, day).length
  if (lying > 0) return lying >= capacity ? 'occupied' : 'occupiedPartial'
  if (plot.blocks.some((entry) => within(entry.day, entry.ended, day))) return 'blocked'
  const contract = contractOn(plot, day)
  // Taken out because it lay in the wrong grave: nothing was ever there by right.
  if (contract !== undefined) return plot.interments.some(({ removed, day: from }) => from >= contract.day && removed !== null && removed.day <= day && removed.why !== 'wrongGrave') ? 'disinterred' : 'contracted'
  if (plot.contracts.some((entry) => entry.surrendered !== '' && within(entry.surrendered, entry.reopened, day))) return 'vacated'
  return reservationOn(plot, day) === undefined ? 'available' : 'reserved'
}

const wrong = (zh: string, en: string): LantaiError => new LantaiError('wrong_state', text(zh, en), 'plot')
const replaced = <T>(values: readonly T[], old: T, next: T): readonly T[] => values.map((value) => (value === old ? next : value))

/** Applies one entry to a plot; throws `wrong_state` where the plot does not allow the act, `invalid` for a day before the latest one. The capacity is asked where the act is decided. */
export const applyPlot = (plot: Plot, { action, seq }: JournalEntry<PlotAction>): Plot => {
  const { day } = action.body
  if (day < plot.latest) throw new LantaiError('invalid', text(`日期早于该墓位最近一次记录（${plot.latest}）`, `The day lies before the latest record of the plot (${plot.latest})`), 'day')
  const next = { ...plot, revision: plot.revision + 1, latest: day }
  const state = plotStateOn(plot, Number.POSITIVE_INFINITY, day)
  const reserved = reservationOn(plot, day)
  const contract = contractOn(plot, day)
  switch (action.kind) {
    case 'plot.reserved':
      if (state !== 'available') throw wrong('墓位不是空置，不能预留', 'The plot is not free')
      return { ...next, reservations: [...plot.reservations, { ...action.body, ended: '' }] }
    case 'plot.released':
      if (reserved?.slip !== action.body.slip) throw wrong('没有这张预留单', 'There is no such reservation')
      return { ...next, reservations: replaced(plot.reservations, reserved, { ...reserved, ended: day }) }
    case 'plot.contracted':
      if (state !== 'available' && state !== 'reserved') throw wrong('墓位不是空置，不能签协议', 'The plot is not free')
      if ((reserved?.slip ?? '') !== action.body.slip) throw wrong(reserved === undefined ? '预留已经到期' : '墓位由他人预留', reserved === undefined ? 'The reservation has run out' : 'The plot is reserved for somebody else')
      return { ...next, reservations: reserved === undefined ? plot.reservations : replaced(plot.reservations, reserved, { ...reserved, ended: day }), contracts: [...plot.contracts, { ...action.body, surrendered: '', reopened: '', renewals: [] }] }
    case 'plot.interred':
      if (contract === undefined) throw wrong('没有使用协议，不能安葬', 'Without an agreement nobody is interred')
      if (plot.interments.some(({ interment }) => interment === action.body.interment)) throw wrong('安葬记录编号已经用过', 'The id of the interment is used')
      return { ...next, interments: [...plot.interments, { ...action.body, seq, removed: null }] }
    case 'plot.removed': {
      const found = occupantsOn(plot, day).find(({ interment }) => interment === action.body.interment)
      if (found === undefined) throw wrong('墓位中没有这位逝者', 'This person does not lie there')
      return { ...next, interments: replaced(plot.interments, found, { ...found, removed: action.body }) }
    }
    case 'plot.renewed':
      if (contract === undefined) throw wrong('没有使用协议，不能续期', 'Without an agreement there is no renewal')
      return { ...next, contracts: replaced(plot.contracts, contract, { ...contract, renewals: [...contract.renewals, action.body] }) }
    case 'plot.surrendered':
      if (contract?.agreement !== action.body.agreement) throw wrong('没有这份协议', 'There is no such agreement')
      if (occupantsOn(plot, day).length > 0) throw wrong('墓位中还有逝者，不能退还', 'Somebody lies there still')
      return { ...next, contracts: replaced(plot.contracts, contract, { ...contract, surrendered: day }) }
    case 'plot.reopened': {
      const last = plot.contracts.at(-1)
      if (state !== 'vacated' || last === undefined) throw wrong('墓位没有退还', 'The plot was not vacated')
      return { ...next, contracts: replaced(plot.contracts, last, { ...last, reopened: day }) }
    }
    case 'plot.blocked':
      if (state !== 'available' && state !== 'vacated') throw wrong('墓位在使用中，不能停用', 'The plot is in use')
      return { ...next, blocks: [...plot.blocks, { ...action.body, ended: '' }] }
    case 'plot.unblocked': {
      const block = plot.blocks.find((entry) => within(entry.day, entry.ended, day))
      if (block === undefined) throw wrong('墓位没有停用', 'The plot is not blocked')
      return { ...next, blocks: replaced(plot.blocks, block, { ...block, ended: day }) }
    }
  }
}

/** Folds the journal to the plots that were touched, by id. */
export const foldPlots = (entries: Iterable<JournalEntry<PlotAction>>): ReadonlyMap<string, Plot> => {
  const plots = new Map<string, Plot>()
  for (const entry of entries) plots.set(entry.action.subject, applyPlot(plots.get(entry.action.subject) ?? untouched(entry.action.subject), entry))
  return plots
}
