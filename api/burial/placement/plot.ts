import type { AccountRow, Reads } from '../../../db/contract.ts'
import type { JournalEntry } from '../../../domain/action.ts'
import { getPlot, type Cemetery } from '../../../domain/burial/placement/cemetery.ts'
import { plotStates } from '../../../domain/burial/placement/codes.ts'
import { runPlotCheck } from '../../../domain/burial/placement/decide.ts'
import { contractOn, occupantsOn, plotStateOn, reservationOn, termEnd, type Contract, type Interment, type Plot, type Reservation } from '../../../domain/burial/placement/fold.ts'
import { termBand } from '../../../domain/burial/placement/tally.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import { may } from '../../permissions.ts'
import type { PlotReply } from '../../schemas/placement.ts'
import { historyOf } from '../acts.ts'
import { actsIn, reservedUntilMost } from './acts.ts'
import { limitsFor } from './cemeteries.ts'
import { plotPaperLines } from './papers.ts'
import { cemeteryOfPlot, plotWords } from './standing.ts'

const reservationBody = ({ slip, day, until, holder }: Reservation) => ({ slip, day, until, holder })
const contractBody = ({ agreement, slip, day, to, holder, feeFen, upkeepFen, proof, preNeed, renewals }: Contract) => ({ agreement, slip, day, to, holder, feeFen, upkeepFen, proof, preNeed, renewals: [...renewals] })
const intermentBody = ({ interment, deceased, key, caseId, how, proof, day, certificate, movedFrom, removed }: Interment) => ({ interment, deceased, key, caseId, how, proof, day, certificate, movedFrom, removed })

/** What the rules say today of the size of a plot that stands: an older one may lie above a limit that came later. */
const sizeFindings = async (house: House, cemetery: Cemetery, plot: Plot, day: string) => {
  const { section } = getPlot(cemetery, plot.id)
  return runPlotCheck('layout', { day, cemetery, section, limits: await limitsFor(house, day) }).findings.map((finding) => ({ ...finding, severity: 'information' as const }))
}

/** A plot as its page shows it to an account, unmasked. Throws `not_found` at `plot`. */
export const plotReply = async (house: House, account: Pick<AccountRow, 'role'>, id: string, reads: Reads = house.register.read): Promise<PlotReply> => {
  const today = house.today()
  const cemetery = await cemeteryOfPlot(reads, id)
  const [plot, entries]: [Plot, readonly JournalEntry[]] = await Promise.all([reads.burial.getPlot(id), reads.entriesOf(id)])
  const { section } = getPlot(cemetery, id)
  const state = plotStateOn(plot, section.capacity, today)
  const title = plotStates.find(({ code }) => code === state)
  const reservation = reservationOn(plot, today)
  const contract = contractOn(plot, today)
  const until = contract === undefined ? '' : termEnd(contract, today)
  const block = plot.blocks.find((entry) => entry.ended === '')
  return {
    id, revision: plot.revision, cemetery: cemetery.id, cemeteryName: cemetery.facts.name, section, words: plotWords(cemetery, id), state, stateTitle: text(title?.zh ?? state, title?.en ?? state), occupants: occupantsOn(plot, today).length, capacity: section.capacity,
    until, band: until === '' ? '' : termBand(until, today), reservation: reservation === undefined ? null : reservationBody(reservation), contract: contract === undefined ? null : contractBody(contract), interments: plot.interments.map(intermentBody),
    blocked: block === undefined ? null : { day: block.day, note: block.note }, acts: actsIn(state, may(account.role, 'plot.write')), reserveUntil: await reservedUntilMost(house, today), findings: await sizeFindings(house, cemetery, plot, today), papers: await plotPaperLines(house, plot, entries), history: await historyOf(house, entries),
  }
}
