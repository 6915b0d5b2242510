import type { JournalEntry } from '../action.ts'
import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import { dayBefore, spanOf } from '../waiver/dates.ts'
import { areaWithin } from '../waiver/eligibility.ts'
import type { Given } from '../waiver/settlements.ts'
import { foldGiven, getStanding } from '../waiver/settlements.ts'
import type { RewardAction } from './reward-actions.ts'
import type { RewardFacts, RewardPolicy } from './rewards.ts'
import { requireRewardReady } from './rewards.ts'

type ActionOf<K extends RewardAction['kind']> = Extract<RewardAction, { kind: K }>

/** A version of a reward policy that an office put in force. */
export interface AdoptedReward {
  readonly policy: RewardPolicy
  readonly adoptedOn: string
  readonly by: string
  readonly second: string
  readonly reason: string
}

/** The reward policies of an office by id, a pure fold of the journal. */
export type RewardBook = ReadonlyMap<string, AdoptedReward>

/** The book as a further version leaves it: an older version of the same series that is open ends the day before the new one begins. */
const succeeded = (book: RewardBook, next: RewardPolicy): ReadonlyMap<string, AdoptedReward> => {
  const from = spanOf(next.from).first
  return new Map([...book].map(([id, entry]) => {
    const { policy } = entry
    const open = policy.series === next.series && policy.to === '' && policy.from !== 'unknown' && spanOf(policy.from).first < from
    return [id, open ? { ...entry, policy: { ...policy, to: dayBefore(from) } } : entry]
  }))
}

/** Decides to put a reward policy in force: with document number, days and amounts, no overlap, approved by a second person; an open older version of its series ends the day before. Throws `invalid` at the field, `second_person`, `conflict` for an id already used. */
export const decideRewardAdoption = (book: RewardBook, policy: RewardPolicy, by: SecondPerson & { readonly day: string }): ActionOf<'reward.policyAdopted'> => {
  if (book.has(policy.id)) throw new LantaiError('conflict', text(`编号 ${policy.id} 已经用过，修改请另立版本`, `The id ${policy.id} is used; a change is a further version`), 'id')
  for (const field of ['from', 'to'] as const) if (policy[field].length === 10) civilDate(policy[field], field)
  if (policy.from.length === 10 && policy.to.length === 10 && policy.to < policy.from) throw new LantaiError('invalid', text('终止日期早于开始日期', 'The last day lies before the first'), 'to')
  const others = policy.from === 'unknown' ? [...book.values()] : [...succeeded(book, policy).values()]
  requireRewardReady(policy, others.map((entry) => entry.policy))
  return { kind: 'reward.policyAdopted', subject: policy.id, body: { policy, day: by.day }, ...requireSecondPerson(by, { reason: text('请写明采用的依据', 'Say on what grounds it is taken'), second: text('政策须由另一人复核批准', 'A policy is approved by a second person') }) }
}

/** Applies one entry of the journal to the book; entries on grants leave it as it is. */
export const applyRewardPolicy = (book: RewardBook, { action, actor }: JournalEntry<RewardAction>): RewardBook =>
  action.kind === 'reward.policyAdopted' ? new Map([...succeeded(book, action.body.policy), [action.body.policy.id, { policy: action.body.policy, adoptedOn: action.body.day, by: actor, second: action.second ?? '', reason: action.reason ?? '' }]]) : book

/** Folds the journal to the office's book of reward policies. */
export const foldRewardPolicies = (entries: Iterable<JournalEntry<RewardAction>>): RewardBook => {
  let book: RewardBook = new Map()
  for (const entry of entries) book = applyRewardPolicy(book, entry)
  return book
}

/** The reward policies that an office may ask: those of its book whose areas hold the office or lie within it. */
export const rewardPoliciesFor = (book: RewardBook, officeArea: string): readonly RewardPolicy[] =>
  [...book.values()].map(({ policy }) => policy).filter((policy) => areaWithin(officeArea, policy.areas) !== 'no' || policy.areas.some((area) => areaWithin(area, [officeArea]) === 'yes'))

/** A reward of a case with whether it stands. */
export type GrantedReward = Given<ActionOf<'reward.granted'>['body']>

const rewardName = text('奖补', 'reward')

/** Folds the entries of a case (its subject) to its rewards in order; entries of other kinds are passed over. Throws as `foldGiven` does. */
export const foldRewards = foldGiven<ActionOf<'reward.granted'>['body'], RewardAction>({
  name: rewardName,
  give: (action) => (action.kind === 'reward.granted' ? { number: action.body.number, day: action.body.day, body: action.body, registrar: action.body.registrar } : undefined),
  takeBack: (action) => (action.kind === 'reward.reversed' ? action.body : undefined),
})

/** The rewards that stand, as the next quote for the same person must be told. */
export const rewardedBefore = (rewards: readonly GrantedReward[]): RewardFacts['before'] =>
  rewards.flatMap(({ reversed, number, day, body }) => (reversed === null ? body.ways.map(({ way, fen }) => ({ reference: number, way, day, fen })) : []))

/** Decides to take a reward back as a further line of the day; the grant itself is never edited. Throws `not_found`, `conflict` once it was taken back, `invalid` at `day` or `reason`, `second_person`. */
export const decideRewardReversal = (rewards: readonly GrantedReward[], number: string, by: SecondPerson & { readonly day: string }): ActionOf<'reward.reversed'> => {
  const granted = getStanding(rewards, number, rewardName)
  if (civilDate(by.day, 'day') < granted.day) throw new LantaiError('invalid', text('撤销日期早于奖补日期', 'It is taken back before it was given'), 'day')
  return { kind: 'reward.reversed', subject: granted.caseId, body: { number, day: by.day, fen: granted.body.fen }, ...requireSecondPerson(by, { reason: text('请写明撤销奖补的理由', 'Say why the reward is taken back'), second: text('撤销奖补须由另一人复核', 'Taking a reward back needs a second person') }) }
}
