import { requireRewardReady, type RewardPolicy } from '../../../../domain/burial/rewards.ts'
import { LantaiError } from '../../../../domain/error.ts'
import { missingAt, rewardShapeFaults, titleFaults } from '../policies/drafts.ts'
import type { Fault } from '../../../shared/draft.ts'
import { dayBefore, spanOf } from '../../../../domain/waiver/dates.ts'

/** What keeps a reward policy from being put in force beside those of the book: how it is written, then what the domain refuses first. */
export const rewardFaults = (policy: RewardPolicy, book: readonly RewardPolicy[]): readonly Fault[] => {
  const unnamed = titleFaults({ title: policy.title, layers: [], exclusions: policy.exclusions, bearers: [], examples: [] })
  const shape = [...rewardShapeFaults(policy), ...unnamed, ...policy.classes.flatMap((one, index) => (one.title.zh.trim() === '' ? [missingAt(`classes.${String(index)}.title`)] : []))]
  if (shape.length > 0) return shape
  try {
    const from = policy.from === 'unknown' ? '' : spanOf(policy.from).first
    // An open older version of the series ends the day before by itself.
    requireRewardReady(policy, book.map((other) => (other.series === policy.series && other.to === '' && other.from !== 'unknown' && from !== '' && spanOf(other.from).first < from ? { ...other, to: dayBefore(from) } : other)))
    return []
  } catch (error) {
    if (error instanceof LantaiError) return [{ field: error.field ?? '', message: error.text }]
    throw error
  }
}
