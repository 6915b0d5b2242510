import { findClaimDeadline } from '../../domain/waiver/eligibility.ts'
import type { SettledWaiver } from '../../domain/waiver/actions.ts'
import type { WaiverPolicy } from '../../domain/waiver/policy.ts'
import type { PrintedPolicy } from '../contract.ts'

/** A policy as its sheets name it, with the last day of a claim for the days of a case. */
export const printedPolicy = (policy: WaiverPolicy, { facts }: Pick<SettledWaiver, 'facts'>): PrintedPolicy => ({
  id: policy.id, title: policy.title.zh, document: policy.document, documentNumber: policy.documentNumber, verified: policy.verified,
  classes: policy.layers.flatMap(({ classes }) => classes.map(({ id, title, clause }) => ({ id, title: title.zh, clause: clause.zh }))),
  bearers: [...policy.bearers, ...policy.layers.flatMap(({ bearers }) => bearers)].map(({ id, title }) => ({ id, title: title.zh })),
  claimWhere: policy.claim?.where.zh ?? '', claimUntil: findClaimDeadline(policy, facts) ?? '', claimPapers: policy.claim?.papers.zh ?? '',
})
