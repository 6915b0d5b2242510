import type { Reads } from '../../../db/contract.ts'
import { decideReward } from '../../../domain/burial/reward-actions.ts'
import { decideRewardAdoption, decideRewardReversal, rewardPoliciesFor, type RewardBook } from '../../../domain/burial/reward-book.ts'
import { rewardFactsOf, rewardWaysOf } from '../../../domain/burial/reward-facts.ts'
import { rewardLibrary } from '../../../domain/burial/reward-library.ts'
import { quoteReward, wayTitle, type RewardFacts, type RewardPolicy } from '../../../domain/burial/rewards.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { inForceOn } from '../../../domain/waiver/dates.ts'
import { act, recordView } from '../../case/act.ts'
import { within } from '../../case/fields.ts'
import { namer, readCase } from '../../case/reply.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { personKeyOf } from '../cases/context.ts'
import { burialSpec } from '../cases/spec.ts'
import type { WholeCase } from '../cases/whole.ts'
import { nextPaperNumber } from '../numbers.ts'
import { atCase } from './facts.ts'

type Reading = Pick<Reads, 'burial'>

const bookOf = async (reads: Reading): Promise<RewardBook> => new Map((await reads.burial.rewardPolicies()).map((adopted) => [adopted.policy.id, { reason: '', ...adopted }]))

/** A reward policy of the office's book that its area may ask; throws `not_found` at `policy`. */
const getPolicy = async (house: House, reads: Reading, id: string): Promise<RewardPolicy> => {
  const found = rewardPoliciesFor(await bookOf(reads), (await house.office()).areaOn(house.today())).find((policy) => policy.id === id)
  if (found === undefined) throw new LantaiError('not_found', text('本处没有采用这项奖补政策', 'The office has adopted no such reward policy'), 'policy')
  return found
}

/** The facts of a reward for a case; throws `invalid` for a way in which nobody came to rest. */
const factsOf = async (reads: Reading, whole: WholeCase, given: Pick<RewardFacts, 'ways' | 'proofs'>): Promise<RewardFacts> => {
  const known = rewardWaysOf(whole.folded)
  const strange = known.length === 0 ? -1 : given.ways.findIndex((way) => !known.includes(way))
  const way = given.ways[strange]
  if (way !== undefined) throw new LantaiError('invalid', text(`本案不是${wayTitle(way).zh}`, `This case is no “${wayTitle(way).en}”`), `ways.${String(strange)}`)
  return rewardFactsOf(whole.folded, { ways: [...given.ways], proofs: [...given.proofs], before: [...await reads.burial.rewardedOf(personKeyOf(whole))] })
}

/** Eco-burial rewards: their policies, what is due, grants and what takes them back. */
export const rewardHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listRewardPolicies, async ({ house }) => {
    const [rows, nameOf] = await Promise.all([house.register.read.burial.rewardPolicies(), namer(house)])
    const day = house.today()
    return { book: rows.map(({ policy, adoptedOn, by, second }) => ({ policy, adoptedOn, adoptedBy: nameOf(by), second: nameOf(second), inForce: policy.from !== 'unknown' && inForceOn({ from: policy.from, to: policy.to }, day) === 'yes' })), library: [...rewardLibrary] }
  }),

  handle(routes.adoptRewardPolicy, async ({ house, body, account, session, actor }) => {
    const { policy, reason } = body
    const second = await porter.confirmSecond(account, body.second, 'waiver.settle', session.counter)
    await house.register.transact(actor(), async (tx) => {
      const book = await bookOf(tx)
      await tx.record(await within('policy', Object.keys(policy), () => decideRewardAdoption(book, policy, { account: account.id, second: second.id, reason, day: house.today() })))
    })
    return { policy }
  }),

  handle(routes.quoteReward, async (call) => {
    const { house, body } = call
    const { read } = house.register
    const { folded: whole } = await readCase(burialSpec, read, body.caseId)
    await recordView(call, whole.id, burialSpec.id)
    const policy = (await bookOf(read)).get(body.policy)?.policy ?? rewardLibrary.find(({ id }) => id === body.policy)
    if (policy === undefined) throw new LantaiError('not_found', text('没有这项奖补政策', 'There is no such reward policy'), 'policy')
    const facts = await factsOf(read, whole, body)
    return atCase('reward.question', () => {
      const { policy: id, answer, fen, lines, payees, reasons, questions } = quoteReward(policy, { ...facts, flags: { ...facts.flags, ...body.flags } }, body.day ?? house.today())
      return { policy: id, answer, fen, lines: [...lines], payees: [...payees], reasons: [...reasons], questions: [...questions] }
    })
  }),

  handle(routes.grantReward, async (call) => {
    const { house, body, account } = call
    return act(burialSpec, call, 'reward.granted', async (tx, whole) => {
      if (whole.file.kind !== 'body') throw new LantaiError('wrong_state', text('残肢和骨骸没有奖补', 'Limbs and bones get no reward'), 'file.kind')
      const day = house.today()
      const policy = await getPolicy(house, tx, body.policy)
      const facts = await factsOf(tx, whole, body)
      return atCase('reward.question', async () => decideReward(policy, facts, { caseId: whole.id, day, number: await nextPaperNumber(house, tx, 'JBZ', day), registrar: account.id }))
    })
  }),

  handle(routes.reverseReward, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'waiver.settle', session.counter)
    return act(burialSpec, call, 'reward.reversed', (_tx, whole) => decideRewardReversal(whole.rewards, body.number, { account: account.id, second: second.id, reason: body.reason, day: house.today() }))
  }),
]
