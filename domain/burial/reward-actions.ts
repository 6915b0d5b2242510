import { z } from 'zod'
import type { Action } from '../action.ts'
import { RewardFacts, RewardPolicy, rewardWayCodes } from './rewards.ts'
import type { RewardQuote } from './rewards.ts'
import { requireReward } from './rewards.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const fen = z.int().nonnegative()

/** What each action on rewards holds; figures as they were printed. */
export const rewardActions = {
  'reward.policyAdopted': z.strictObject({ policy: RewardPolicy, day }),
  /** The subject is the case. */
  'reward.granted': z.strictObject({ number: z.string().max(40), day, policy: z.string(), facts: RewardFacts, ways: z.array(z.strictObject({ way: z.enum(rewardWayCodes), fen })), fen, payees: z.array(z.strictObject({ payee: z.enum(['family', 'provider']), fen })), registrar: z.string() }),
  /** Taken back as a further line (reason, second person). */
  'reward.reversed': z.strictObject({ number: z.string().max(40), day, fen }),
} as const

export type RewardActionKind = keyof typeof rewardActions
export type RewardAction = { [K in RewardActionKind]: Action<K, z.infer<(typeof rewardActions)[K]>> }[RewardActionKind]

/** Decides a grant of a reward for a case; throws as `requireReward` does. */
export const decideReward = (policy: RewardPolicy, facts: RewardFacts, given: { readonly caseId: string; readonly day: string; readonly number: string; readonly registrar: string }): Extract<RewardAction, { kind: 'reward.granted' }> => {
  const quoted: RewardQuote = requireReward(policy, facts, given.day)
  return { kind: 'reward.granted', subject: given.caseId, body: { number: given.number, day: given.day, policy: policy.id, facts, ways: quoted.lines.filter(({ granted }) => granted).map(({ way, fen: amount }) => ({ way, fen: amount })), fen: quoted.fen, payees: quoted.payees.map(({ payee, fen: amount }) => ({ payee, fen: amount })), registrar: given.registrar } }
}
