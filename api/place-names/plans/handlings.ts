import type { Kept, Reads } from '../../../db/contract.ts'
import type { NamePlanAction, NamePlanFacts } from '../../../domain/place-names/plans/actions.ts'
import { applyNamePlan, planInForce, type NamePlan } from '../../../domain/place-names/plans/plan.ts'
import { namePlanTitles } from '../../../domain/place-names/titles.ts'
import { recordsOf, requireCome } from '../../case/records.ts'
import { handle, type Handling } from '../../door.ts'
import { notFound, type House } from '../../house.ts'
import { newId } from '../../ids.ts'
import type { JournalFields } from '../../journal.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'

/** Fields of the acts on name plans; they name no person. */
export const namePlanJournalFields: JournalFields = { 'namePlan.adopted': ['day'], 'namePlan.changed': ['day'], 'namePlan.ended': ['day', 'document'] }

const { requireSeen } = recordsOf(namePlanTitles)

type Reading = Pick<Reads, 'placeNames'>

const getPlan = async ({ placeNames }: Reading, id: string): Promise<Kept<NamePlan>> => {
  const found = (await placeNames.plans()).find((plan) => plan.id === id)
  if (found === undefined) throw notFound('没有这个地名方案。', 'There is no such name plan.')
  return found
}

/** How many names of a plan have become standard names since it is in force. */
const countUsed = async ({ placeNames }: Reading, { names, from }: NamePlanFacts): Promise<number> => {
  const standing = Map.groupBy(await placeNames.standardNames([...new Set(names.map(({ name }) => name))]), ({ name }) => name)
  return names.filter(({ name, kind, township }) => (standing.get(name) ?? []).some((found) => found.kind === kind && found.from >= from && (township === '' || found.township === '' || found.township === township))).length
}

const lineOf = async (house: House, reads: Reading, { id, revision, value }: Kept<NamePlan>) => ({
  id, revision, facts: value.facts, inForce: planInForce(value, house.today()), ended: value.ended?.day ?? '', versions: value.versions.length + 1, used: await countUsed(reads, value.facts),
})

/** Name plans (地名方案): adopted, changed by the same procedure, ended. */
export const namePlanHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listNamePlans, async ({ house }) => {
    const { read } = house.register
    const plans: Awaited<ReturnType<typeof lineOf>>[] = []
    for (const plan of await read.placeNames.plans()) plans.push(await lineOf(house, read, plan))
    return { plans: plans.sort((a, b) => (a.facts.from < b.facts.from ? 1 : -1)) }
  }),

  handle(routes.adoptNamePlan, async ({ house, body: { day, facts }, actor }) => {
    requireCome(house, day)
    const action: NamePlanAction = { kind: 'namePlan.adopted', subject: newId('q', house.now()), body: { day, facts } }
    return house.register.transact(actor(), async (tx) => {
      applyNamePlan(undefined, action)
      await tx.record(action)
      return lineOf(house, tx, await getPlan(tx, action.subject))
    })
  }),

  handle(routes.changeNamePlan, async ({ house, params, body: { revision, day, facts, reason }, actor }) => {
    requireCome(house, day)
    return house.register.transact(actor(), async (tx) => {
      const plan = await getPlan(tx, params.id)
      await requireSeen(house, tx, params.id, plan.revision, revision)
      const action: NamePlanAction = { kind: 'namePlan.changed', subject: params.id, body: { day, facts, reason } }
      applyNamePlan(plan.value, action)
      await tx.record(action)
      return lineOf(house, tx, await getPlan(tx, params.id))
    })
  }),

  handle(routes.endNamePlan, async ({ house, params, body, account, session, actor }) => {
    const { revision, day, document, reason } = body
    requireCome(house, day)
    await getPlan(house.register.read, params.id)
    const second = await porter.confirmSecond(account, body.second, 'case.correct', session.counter)
    return house.register.transact(actor(), async (tx) => {
      const plan = await getPlan(tx, params.id)
      await requireSeen(house, tx, params.id, plan.revision, revision)
      const action: NamePlanAction = { kind: 'namePlan.ended', subject: params.id, body: { day, document, reason } }
      applyNamePlan(plan.value, action)
      await tx.record({ ...action, second: second.id, reason })
      return lineOf(house, tx, await getPlan(tx, params.id))
    })
  }),
]
