import { text } from '../text.ts'
import type { DomainWindow } from '../windows.ts'
import { archiveActions } from './actions.ts'
import { proofRules, queryRules } from './rules.ts'

/** Queries, record proofs and boxes as the rest of the house sees them in this layer. */
export const archiveWindow: DomainWindow = { id: 'archive', under: 'marriage', title: text('婚姻登记档案', 'Archive'), actions: archiveActions, rules: [...queryRules, ...proofRules] }
