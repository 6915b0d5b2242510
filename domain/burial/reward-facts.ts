import type { Placement } from './codes.ts'
import type { BurialCase } from './fold.ts'
import type { RewardFacts, RewardWay } from './rewards.ts'
import { waiverFactsOf } from './waiver-facts.ts'

/** What each way of coming to rest may be rewarded as; a scattering at sea is a sea burial, a scattering, and keeps no ashes. */
const waysOfPlacement: Readonly<Record<Placement, readonly RewardWay[]>> = {
  plot: ['shared', 'deepBurial'], niche: ['niche', 'tower'], sea: ['sea', 'scattered', 'notKept'], tree: ['tree', 'deepBurial'], lawn: ['lawn', 'deepBurial'], flower: ['flower', 'deepBurial'], wall: ['wall'], notKept: ['notKept', 'scattered'],
}

/** The ways that a case can be rewarded for as it stands: of where the ashes lie now, or the donation of the body; none before either. */
export const rewardWaysOf = (folded: Pick<BurialCase, 'resting' | 'donated'>): readonly RewardWay[] => {
  const last = folded.resting.at(-1)
  return last === undefined ? (folded.donated === null ? [] : ['bodyDonation']) : waysOfPlacement[last.how]
}

/** The facts of a reward as far as the case has them; ways, proofs and earlier rewards are added. */
export const rewardFactsOf = (folded: BurialCase, given: Pick<RewardFacts, 'ways' | 'proofs' | 'before'>): RewardFacts => {
  const { areas, flags, days } = waiverFactsOf(folded, { lines: [], mode: 'till', invoice: '', settled: [], cremationArea: '', cremationDay: '' })
  return { areas, flags, days: { death: days.death, placement: folded.resting.at(-1)?.day ?? folded.donated?.day ?? '' }, ...given }
}
