import { civilDate, daysBetween } from '../../../../domain/dates.ts'
import { findClaimDeadline } from '../../../../domain/waiver/eligibility.ts'
import type { WaiverPolicy } from '../../../../domain/waiver/policy.ts'

/** What is left of the time for a claim: days (negative once it is over), no limit, or the day that is missing. */
export type TimeLeft = { readonly kind: 'left'; readonly until: string; readonly days: number } | { readonly kind: 'unlimited' } | { readonly kind: 'missing'; readonly from: 'invoice' | 'cremation' | 'death' }
export const timeLeft = (policy: Pick<WaiverPolicy, 'claim'>, days: { readonly death: string; readonly cremation: string; readonly invoice: string }, today: string): TimeLeft => {
  const deadline = policy.claim?.deadline
  if (deadline === null || deadline === undefined) return { kind: 'unlimited' }
  const until = findClaimDeadline(policy, { days: { ...days, arrival: '' } })
  return until === undefined ? { kind: 'missing', from: deadline.from } : { kind: 'left', until, days: daysBetween(civilDate(today), civilDate(until)) }
}
