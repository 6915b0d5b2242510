import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { PlaceKind } from '../kinds.ts'
import type { NamePlanAction, NamePlanActionOf, NamePlanFacts, PlannedName } from './actions.ts'

/** A name plan with every version it had. */
export interface NamePlan {
  readonly id: string
  readonly facts: NamePlanFacts
  readonly adoptedOn: string
  readonly versions: readonly { readonly until: string; readonly facts: NamePlanFacts; readonly reason: string }[]
  readonly latest: string
  readonly ended: NamePlanActionOf<'namePlan.ended'>['body'] | null
}

const refuse = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)

const requireSound = ({ names, from, to }: NamePlanFacts): void => {
  if (to !== '' && to < from) throw refuse('invalid', '方案的止期早于起期', 'The plan ends before it begins', 'facts.to')
  const seen = new Set<string>()
  const twice = names.findIndex(({ name, kind, township }) => seen.size === seen.add(`${kind}/${township}/${name}`).size)
  if (twice >= 0) throw refuse('conflict', `“${names[twice]?.name ?? ''}”在方案中写了两次`, `“${names[twice]?.name ?? ''}” stands twice in the plan`, `facts.names.${twice}.name`)
}

/** A plan after an act; throws `conflict`, `not_found`, `wrong_state`, `invalid` at the field. */
export const applyNamePlan = (plan: NamePlan | undefined, action: NamePlanAction): NamePlan => {
  const { body } = action
  civilDate(body.day, 'day')
  if (action.kind === 'namePlan.adopted') {
    if (plan !== undefined) throw refuse('conflict', '这个方案已经登记', 'The plan stands already')
    requireSound(action.body.facts)
    return { id: action.subject, facts: action.body.facts, adoptedOn: body.day, versions: [], latest: body.day, ended: null }
  }
  if (plan === undefined) throw refuse('not_found', '没有这个方案', 'There is no such plan')
  if (plan.ended !== null) throw refuse('wrong_state', '方案已经废止', 'The plan has ended')
  if (body.day < plan.latest) throw refuse('invalid', `日期早于上一步（${plan.latest}）`, `The day lies before the act before it (${plan.latest})`, 'day')
  if (action.kind === 'namePlan.ended') return { ...plan, ended: action.body, latest: body.day }
  requireSound(action.body.facts)
  return { ...plan, facts: action.body.facts, latest: body.day, versions: [...plan.versions, { until: body.day, facts: plan.facts, reason: action.body.reason }] }
}

/** The plan as it stood on a day, or undefined where it was not in force; on the day of a change, as changed. */
export const findPlanOn = ({ facts, versions, adoptedOn, ended }: NamePlan, day: string): NamePlanFacts | undefined => {
  if (day < adoptedOn || (ended !== null && day >= ended.day)) return undefined
  const then = versions.find(({ until }) => day < until)?.facts ?? facts
  return then.from <= day && (then.to === '' || day <= then.to) ? then : undefined
}

/** Says whether a plan is in force on a day. */
export const planInForce = (plan: NamePlan, day: string): boolean => findPlanOn(plan, day) !== undefined

/** A name of a plan in force, with the plan. */
export interface PlanHit { readonly plan: NamePlan; readonly planned: PlannedName }

/** Where a name of a kind stands in the plans in force on a day; none when it is in no plan. */
export const findPlanned = (plans: readonly NamePlan[], name: string, kind: PlaceKind | '', day: string): readonly PlanHit[] =>
  plans.flatMap((plan) => (findPlanOn(plan, day)?.names ?? []).filter((planned) => planned.name === name && (kind === '' || planned.kind === kind)).map((planned) => ({ plan, planned })))
