import type { JournalEntry } from '../../../domain/action.ts'
import type { BurialAction, BurialState } from '../../../domain/burial/actions.ts'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { foldBurial, type BurialCase } from '../../../domain/burial/fold.ts'
import type { RewardAction } from '../../../domain/burial/reward-actions.ts'
import { foldRewards, type GrantedReward } from '../../../domain/burial/reward-book.ts'
import type { WaiverAction } from '../../../domain/waiver/actions.ts'
import { foldSettlements, type Settlement } from '../../../domain/waiver/settlements.ts'
import type { CoreCase } from '../../case/spec.ts'

/** A cremation or burial case with what was settled and granted for it. */
export interface WholeCase extends CoreCase {
  readonly state: BurialState
  readonly file: BurialFile
  readonly folded: BurialCase
  readonly settlements: readonly Settlement[]
  readonly rewards: readonly GrantedReward[]
  /** Its own entries: acts of the case, its waivers and its rewards. */
  readonly entries: readonly JournalEntry[]
}

/** Whether an act makes a case what it is. */
export const ownsAct = (kind: string): boolean => kind.startsWith('burial.') || kind === 'waiver.settled' || kind === 'waiver.reversed' || kind === 'reward.granted' || kind === 'reward.reversed'

/** Folds the entries of one case; throws `not_found` when there are none. */
export const foldWhole = (entries: readonly JournalEntry[]): WholeCase => {
  const folded = foldBurial(entries.filter((entry): entry is JournalEntry<BurialAction> => entry.action.kind.startsWith('burial.')))
  return {
    id: folded.id, state: folded.state, revision: folded.revision, file: folded.file, printed: folded.printed, folded, entries,
    settlements: foldSettlements(entries as readonly JournalEntry<WaiverAction>[]), rewards: foldRewards(entries as readonly JournalEntry<RewardAction>[]),
  }
}

/** The number of the cremation certificate that holds now: of the last one handed over, else of the cremation; empty before. */
export const certificateNumber = ({ certificates, cremation, elsewhere }: Pick<BurialCase, 'certificates' | 'cremation' | 'elsewhere'>): string => certificates.at(-1)?.number ?? cremation?.number ?? elsewhere?.number ?? ''
