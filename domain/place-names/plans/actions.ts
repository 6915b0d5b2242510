import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, dayOrNone, long, short } from '../../case/file.ts'
import { placeKinds } from '../kinds.ts'

const named = z.string().min(1).max(200)

/** A name that a plan holds ready for a place. */
export const PlannedName = z.strictObject({ name: z.string().min(1).max(50), kind: z.enum(placeKinds), township: short, location: long, note: long })
export type PlannedName = z.infer<typeof PlannedName>

/** A name plan (地名方案) as it was approved; changed by the same procedure alone (《地名管理条例实施办法》第二条). */
export const NamePlanFacts = z.strictObject({ title: named, area: named, document: named, approver: named, from: day, to: dayOrNone, names: z.array(PlannedName).max(5000) })
export type NamePlanFacts = z.infer<typeof NamePlanFacts>

/** What each action on a name plan holds; the subject is the plan. */
export const namePlanActions = {
  'namePlan.adopted': z.strictObject({ day, facts: NamePlanFacts }),
  /** The plan as it stands after a change that was approved like the plan itself. */
  'namePlan.changed': z.strictObject({ day, facts: NamePlanFacts, reason: z.string().min(1).max(400) }),
  'namePlan.ended': z.strictObject({ day, document: named, reason: long }),
} as const
export type NamePlanActionKind = keyof typeof namePlanActions
export type NamePlanAction = { [K in NamePlanActionKind]: Action<K, z.infer<(typeof namePlanActions)[K]>> }[NamePlanActionKind]
export type NamePlanActionOf<K extends NamePlanActionKind> = Extract<NamePlanAction, { kind: K }>
