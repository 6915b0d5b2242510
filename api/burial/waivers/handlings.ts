import type { Handling } from '../../door.ts'
import type { JournalFields } from '../../journal.ts'
import type { Porter } from '../../sign-in.ts'
import { policyHandlings } from './policies.ts'
import { quoteHandlings } from './quote.ts'
import { rewardHandlings } from './rewards.ts'
import { settleHandlings } from './settle.ts'

/** Waivers, their policies, and eco-burial rewards at the door. */
export const waiverHandlings = (porter: Porter): readonly Handling[] => [...quoteHandlings, ...settleHandlings(porter), ...policyHandlings(porter), ...rewardHandlings(porter)]

/** What the journal page may show of waivers and rewards: nothing that names a person or says who was relieved. */
export const waiverFields: JournalFields = {
  'waiver.policyAdopted': ['policy', 'day', 'copiedFrom'],
  'waiver.policyEnded': ['policy', 'to'],
  'waiver.settled': ['number', 'registrar'],
  'waiver.reversed': ['number', 'day', 'waivedFen'],
  'reward.policyAdopted': ['policy', 'day'],
  'reward.granted': ['number', 'day', 'policy', 'ways', 'fen', 'payees', 'registrar'],
  'reward.reversed': ['number', 'day', 'fen'],
}
