import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import type { RewardAction } from '../../../../domain/burial/reward-actions.ts'
import { decideReward, rewardActions } from '../../../../domain/burial/reward-actions.ts'
import { decideRewardAdoption, decideRewardReversal, foldRewardPolicies, foldRewards, rewardedBefore, rewardPoliciesFor } from '../../../../domain/burial/reward-book.ts'
import { getShippedReward } from '../../../../domain/burial/reward-library.ts'
import type { RewardFacts, RewardPolicy } from '../../../../domain/burial/rewards.ts'
import { quoteReward } from '../../../../domain/burial/rewards.ts'
import { text } from '../../../../domain/text.ts'
import type { WaiverAction } from '../../../../domain/waiver/actions.ts'
import { actual, caseOf, layer, policy, resident, residents } from '../../../../domain/waiver/library/make.ts'
import { decideReversal, decideSettlement } from '../../../../domain/waiver/settle.ts'
import { foldSettlements, getSettlement, standingItems, waivedOf } from '../../../../domain/waiver/settlements.ts'
import { thrown } from './facts.ts'

const entriesOf = <A extends WaiverAction | RewardAction>(...actions: readonly A[]): readonly JournalEntry<A>[] => actions.map((action, index) => ({ seq: index + 1, at: '2026-05-02T10:00:00.000+08:00', actor: 'clerk', counter: '1', action, hash: '' }))
const by = { account: 'a', second: 'b', reason: '重复发放', day: '2026-05-03' }

describe('settlements of a case', () => {
  const own = policy({ id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', areas: ['330381'], from: '2020-01-01', appliesBy: 'settlement', layers: [layer('base', [residents()], [actual('cremation'), actual('urn', 100)])] })
  const facts = caseOf([['cremation', 'body', 1, 300], ['urn', 'piece', 1, 250]], resident('330381', '2026-05-01'))
  const settled = decideSettlement([own], facts, { caseId: 'b-1', day: '2026-05-01', registrar: 'r', number: 'JMZ-1' })
  const given = foldSettlements(entriesOf<WaiverAction>(settled))
  it('stand with who gave them, and with their items for the next quote', () => {
    expect(given).toMatchObject([{ caseId: 'b-1', number: 'JMZ-1', day: '2026-05-01', by: 'clerk', registrar: 'r', reversed: null, body: { waivedFen: 40_000 } }])
    expect([waivedOf(given), standingItems(given).map(({ item, reference, waivedFen }) => [item, reference, waivedFen])]).toEqual([40_000, [['cremation', 'JMZ-1', 30_000], ['urn', 'JMZ-1', 10_000]]])
  })
  it('are taken back once, by a line that leaves the first as it was', () => {
    const back = decideReversal({ ...getSettlement(given, 'JMZ-1'), waivedFen: 40_000 }, by)
    const after = foldSettlements(entriesOf<WaiverAction>(settled, back))
    expect(after).toMatchObject([{ body: { waivedFen: 40_000 }, reversed: { day: '2026-05-03', reason: '重复发放', second: 'b' } }])
    expect([waivedOf(after), standingItems(after)]).toEqual([0, []])
    expect(thrown(() => getSettlement(after, 'JMZ-1'))).toBe('conflict number')
    expect(thrown(() => getSettlement(after, 'JMZ-2'))).toBe('not_found number')
    expect(thrown(() => decideReversal({ ...getSettlement(given, 'JMZ-1'), waivedFen: 40_000 }, { ...by, day: '2026-04-30' }))).toBe('invalid day')
    expect(thrown(() => foldSettlements(entriesOf<WaiverAction>(settled, back, back)))).toBe('conflict number')
    expect(thrown(() => foldSettlements(entriesOf<WaiverAction>(settled, settled)))).toBe('conflict number')
    expect(thrown(() => foldSettlements(entriesOf<WaiverAction>(back)))).toBe('not_found number')
  })
  it('what was taken back may be settled again, under another number', () => {
    const back = decideReversal({ ...getSettlement(given, 'JMZ-1'), waivedFen: 40_000 }, by)
    const left = standingItems(foldSettlements(entriesOf<WaiverAction>(settled, back)))
    expect(decideSettlement([own], { ...facts, settled: [...left] }, { caseId: 'b-1', day: '2026-05-04', registrar: 'r', number: 'JMZ-2' }).body.waiver.waivedFen).toBe(40_000)
    expect(thrown(() => decideSettlement([own], { ...facts, settled: [...standingItems(given)] }, { caseId: 'b-1', day: '2026-05-04', registrar: 'r', number: 'JMZ-2' }))).toBe('conflict lines.0.item')
  })
})

const ruian: RewardPolicy = { ...getShippedReward('RA-ECO'), documentNumber: '1号', payee: 'family', from: '2024-01-01', classes: getShippedReward('SZ-ECO').classes, classesComplete: true }

describe('the book of reward policies', () => {
  const adopted = decideRewardAdoption(new Map(), ruian, by)
  const book = foldRewardPolicies(entriesOf<RewardAction>(adopted))
  it('takes a policy from two people, with its document', () => {
    expect(rewardActions['reward.policyAdopted'].parse(adopted.body)).toEqual(adopted.body)
    expect(book.get('RA-ECO')).toMatchObject({ adoptedOn: '2026-05-03', by: 'clerk', second: 'b' })
    expect(rewardPoliciesFor(book, '330381').map(({ id }) => id)).toEqual(['RA-ECO'])
    expect(rewardPoliciesFor(book, '110101')).toEqual([])
  })
  it.each<[string, Partial<RewardPolicy>, Partial<typeof by>, string]>([
    ['an id that is used', {}, {}, 'conflict id'], ['alone', { id: 'x', series: 'x' }, { second: 'a' }, 'second_person second'], ['without grounds', { id: 'x', series: 'x' }, { reason: ' ' }, 'invalid reason'],
    ['on no day', { id: 'x', series: 'x', from: '2026-02-30' }, {}, 'invalid from'], ['backwards', { id: 'x', series: 'x', from: '2026-02-01', to: '2026-01-01' }, {}, 'invalid to'],
    ['without a document number', { id: 'x', series: 'x', documentNumber: '' }, {}, 'invalid documentNumber'], ['from the same day as the one before', { id: 'x' }, {}, 'invalid from'], ['from before the one that stands', { id: 'x', from: '2023-01-01' }, {}, 'invalid from'],
  ])('%s is refused', (_what, changes, who, said) => {
    expect(thrown(() => decideRewardAdoption(book, { ...ruian, ...changes }, { ...by, ...who }))).toBe(said)
  })
  it('a further version ends the open one the day before it begins', () => {
    const next = decideRewardAdoption(book, { ...ruian, id: 'RA-ECO-2', from: '2026-06-01' }, by)
    const after = foldRewardPolicies(entriesOf<RewardAction>(adopted, next))
    expect([...after.values()].map(({ policy: { id, from, to } }) => [id, from, to])).toEqual([['RA-ECO', '2024-01-01', '2026-05-31'], ['RA-ECO-2', '2026-06-01', '']])
    expect(adopted.body.policy.to).toBe('')
  })
})

describe('rewards of a case', () => {
  const facts = (before: RewardFacts['before']): RewardFacts => ({ areas: { hukou: '330381', death: '330381', cremation: '330381' }, flags: {}, days: { death: '2026-05-01', placement: '2026-05-01' }, ways: ['sea'], proofs: ['eventCertificate', 'placementRecord'], before: [...before] })
  const granted = decideReward(ruian, facts([]), { caseId: 'b-1', day: '2026-05-02', number: 'JBZ-1', registrar: 'r' })
  const rewards = foldRewards(entriesOf<RewardAction>(granted))
  it('are not given twice', () => {
    expect(rewardedBefore(rewards)).toEqual([{ reference: 'JBZ-1', way: 'sea', day: '2026-05-02', fen: 800_000 }])
    expect(quoteReward(ruian, facts(rewardedBefore(rewards)), '2026-05-03').answer).toBe('no')
    expect(thrown(() => decideReward(ruian, facts(rewardedBefore(rewards)), { caseId: 'b-1', day: '2026-05-03', number: 'JBZ-2', registrar: 'r' }))).toBe('conflict before')
  })
  it('are taken back by two, once, and may then be given again', () => {
    const back = decideRewardReversal(rewards, 'JBZ-1', by)
    expect(rewardActions['reward.reversed'].parse(back.body)).toEqual({ number: 'JBZ-1', day: '2026-05-03', fen: 800_000 })
    const after = foldRewards(entriesOf<RewardAction>(granted, back))
    expect(after).toMatchObject([{ reversed: { day: '2026-05-03', reason: '重复发放' }, body: { fen: 800_000 } }])
    expect(rewardedBefore(after)).toEqual([])
    expect(thrown(() => decideRewardReversal(after, 'JBZ-1', by))).toBe('conflict number')
    expect(thrown(() => decideRewardReversal(rewards, 'JBZ-9', by))).toBe('not_found number')
    expect(thrown(() => decideRewardReversal(rewards, 'JBZ-1', { ...by, day: '2026-05-01' }))).toBe('invalid day')
    expect(thrown(() => decideRewardReversal(rewards, 'JBZ-1', { ...by, second: '' }))).toBe('second_person second')
    expect(thrown(() => decideRewardReversal(rewards, 'JBZ-1', { ...by, reason: '' }))).toBe('invalid reason')
  })
})
