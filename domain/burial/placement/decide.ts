import type { Decision } from '../../case/decide.ts'
import { decideBy } from '../../case/decide.ts'
import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Answer, Check } from '../../findings.ts'
import { rulesByDay, runRules } from '../../findings.ts'
import { text } from '../../text.ts'
import type { Facility } from '../facilities/facility.ts'
import type { CemeteryAction, CemeteryFacts, PlotActionKind, PlotActionOf, Section } from './actions.ts'
import type { Cemetery } from './cemetery.ts'
import { getPlot, requireSoundSection } from './cemetery.ts'
import type { Plot } from './fold.ts'
import { applyPlot, contractOn, occupantsOn, reservationOn, termEnd } from './fold.ts'
import type { PlotLimit } from './limits.ts'
import { shippedLimits } from './limits.ts'
import type { PlotFacts, PlotRule, PlotStage } from './rules.ts'
import { plotRules } from './rules.ts'

const of = (stage: PlotStage): ((day: string) => readonly PlotRule[]) => rulesByDay(plotRules.filter((rule) => rule.at.includes(stage)))
const byStage: Readonly<Record<PlotStage, (day: string) => readonly PlotRule[]>> = { founding: of('founding'), layout: of('layout'), contract: of('contract'), interment: of('interment'), renewal: of('renewal') }

/** Checks an act on plots against the rules in force on its day. Throws `invalid` when the day does not exist. */
export const runPlotCheck = (stage: PlotStage, facts: PlotFacts, answers: readonly Answer[] = []): Check => runRules<PlotFacts>(byStage[stage](civilDate(facts.day, 'day')), facts, { typing: false, answers })

/** What a decision on plots is given besides its body. */
export interface PlotDecisionFacts {
  readonly cemetery: Cemetery
  readonly answers?: readonly Answer[]
  readonly limits?: readonly PlotLimit[]
  /** The facility of the register that this cemetery is: fees are compared with its price approvals. */
  readonly facility?: Pick<Facility, 'approvals'>
}

/** Makes an act on a plot and tries it on the plot as it stands; throws as `applyPlot` does, `not_found` for a plot that the cemetery does not have, `conflict` where somebody was quicker than the revision the page saw. */
const act = <K extends PlotActionKind>(plot: Plot, cemetery: Cemetery, kind: K, body: PlotActionOf<K>['body'], seen?: number): PlotActionOf<K> => {
  getPlot(cemetery, plot.id)
  for (const field of ['day', 'to', 'until'] as const) if (field in body && !(kind === 'plot.removed' && field === 'to')) civilDate((body as Readonly<Record<string, string>>)[field] ?? '', field)
  if (seen !== undefined && seen !== plot.revision) throw new LantaiError('conflict', text('墓位刚刚有人办理，请重新查看', 'Somebody was quicker; look at the plot again'), 'plot', { revision: plot.revision })
  const action = { kind, subject: plot.id, body } as PlotActionOf<K>
  applyPlot(plot, { seq: 0, at: '', actor: '', counter: '', hash: '', action })
  return action
}

/** Decides to register a cemetery or columbarium. */
export const decideCemetery = (id: string, facts: CemeteryFacts, day: string, answers: readonly Answer[] = []): Decision<CemeteryAction> =>
  decideBy(runPlotCheck('founding', { day, limits: [], cemetery: { id, facts, sections: [] } }, answers), answers, () => ({ kind: 'cemetery.registered', subject: id, body: { facts, day } }))

/** Decides to lay out a section; plots over the limit of the day are stopped at `areaDm2` or `steleCm`. Throws as `requireSoundSection` does. */
export const decideLayout = (section: Section, day: string, { cemetery, answers = [], limits = shippedLimits }: PlotDecisionFacts): Decision<CemeteryAction> => {
  requireSoundSection(cemetery, section)
  return decideBy(runPlotCheck('layout', { day, cemetery, section, limits }, answers), answers, () => ({ kind: 'cemetery.laidOut', subject: cemetery.id, body: { section, day } }))
}

/** Decides to reserve a free plot; of several who ask at once the first that is recorded wins and the others meet `conflict`. Throws `conflict`, `wrong_state`, `invalid` at the field. */
export const decideReservation = (plot: Plot, seen: number, body: PlotActionOf<'plot.reserved'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.reserved'> => {
  const holding = reservationOn(plot, body.day)
  if (holding !== undefined) throw new LantaiError('conflict', text(`墓位已经预留到 ${holding.until}`, `The plot is reserved until ${holding.until}`), 'plot', { until: holding.until })
  const action = act(plot, cemetery, 'plot.reserved', body, seen)
  if (body.until < body.day) throw new LantaiError('invalid', text('预留期限早于当日', 'The reservation ends before it begins'), 'until')
  return action
}

/** Decides to give up a reservation. */
export const decideRelease = (plot: Plot, body: PlotActionOf<'plot.released'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.released'> => act(plot, cemetery, 'plot.released', body)

/** Decides the agreement on a plot: against a certificate or with an exception, for one cycle at most. */
export const decideContract = (plot: Plot, seen: number, body: PlotActionOf<'plot.contracted'>['body'], { cemetery, answers = [], limits = shippedLimits, facility }: PlotDecisionFacts): Decision<PlotActionOf<'plot.contracted'>> => {
  const action = act(plot, cemetery, 'plot.contracted', body, seen)
  const { section } = getPlot(cemetery, plot.id)
  return decideBy(runPlotCheck('contract', { day: body.day, cemetery, limits, section, holder: body.holder, cycle: { from: body.day, to: body.to }, feeFen: body.feeFen, upkeepFen: body.upkeepFen, ...(facility === undefined ? {} : { facility }), proof: body.proof, preNeed: body.preNeed }, answers), answers, () => action)
}

/** Decides an interment. Throws `wrong_state` at `plot` once it is full, `conflict` at `key` for somebody who lies there already. */
export const decideInterment = (plot: Plot, body: PlotActionOf<'plot.interred'>['body'], { cemetery, answers = [] }: PlotDecisionFacts): Decision<PlotActionOf<'plot.interred'>> => {
  const { section } = getPlot(cemetery, plot.id)
  const action = act(plot, cemetery, 'plot.interred', body)
  const lying = occupantsOn(plot, body.day)
  if (lying.length >= section.capacity) throw new LantaiError('wrong_state', text(`墓位已满（${section.capacity}）`, `The plot is full (${section.capacity})`), 'plot')
  if (lying.some(({ key }) => key === body.key)) throw new LantaiError('conflict', text('这位逝者已经安葬在此', 'This person lies there already'), 'key')
  return decideBy(runPlotCheck('interment', { day: body.day, cemetery, limits: [], proof: body.proof }, answers), answers, () => action)
}

/** Decides to renew the term against the upkeep fee: the further cycle follows the end of the running one, even where that has passed. */
export const decideRenewal = (plot: Plot, body: PlotActionOf<'plot.renewed'>['body'], { cemetery, answers = [], facility }: PlotDecisionFacts): Decision<PlotActionOf<'plot.renewed'>> => {
  const action = act(plot, cemetery, 'plot.renewed', body)
  const contract = contractOn(plot, body.day)
  const end = contract === undefined ? body.day : termEnd(contract, body.day)
  return decideBy(runPlotCheck('renewal', { day: body.day, cemetery, limits: [], section: getPlot(cemetery, plot.id).section, cycle: { from: end, to: body.to }, upkeepFen: body.upkeepFen, ...(facility === undefined ? {} : { facility }) }, answers), answers, () => action)
}

/** Decides that somebody is moved out of a plot; a further row, the interment stays as it was written. */
export const decideRemoval = (plot: Plot, body: PlotActionOf<'plot.removed'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.removed'> => {
  if (body.why === 'wrongGrave') throw new LantaiError('invalid', text('安错墓位请按更正步骤办理', 'A wrong grave is undone by its own steps'), 'why')
  if (body.permit.trim() === '') throw new LantaiError('invalid', text('请填写起掘凭据', 'Enter the permit'), 'permit')
  return act(plot, cemetery, 'plot.removed', body)
}

/** Decides that an agreement ends and the plot is given back empty. */
export const decideSurrender = (plot: Plot, body: PlotActionOf<'plot.surrendered'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.surrendered'> => act(plot, cemetery, 'plot.surrendered', body)
/** Decides that a plot given back may be given out again. */
export const decideReopening = (plot: Plot, body: PlotActionOf<'plot.reopened'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.reopened'> => act(plot, cemetery, 'plot.reopened', body)
/** Decides that a plot is taken out of use; throws `invalid` at `note` without words. */
export const decideBlock = (plot: Plot, body: PlotActionOf<'plot.blocked'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.blocked'> => {
  if (body.note.trim() === '') throw new LantaiError('invalid', text('请写明停用的原因', 'Say why it is out of use'), 'note')
  return act(plot, cemetery, 'plot.blocked', body)
}
/** Decides that a plot is used again. */
export const decideUnblock = (plot: Plot, body: PlotActionOf<'plot.unblocked'>['body'], { cemetery }: PlotDecisionFacts): PlotActionOf<'plot.unblocked'> => act(plot, cemetery, 'plot.unblocked', body)
