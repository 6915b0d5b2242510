import { addDays, civilDate, civilDateOf, daysInMonth } from '../dates.ts'
import type { Answer, WaiverFacts } from './facts.ts'
import type { WaiverPolicy } from './policy.ts'

/** First and last day that a partly known day may stand for: 2025-03 → 2025-03-01, 2025-03-31. */
export const spanOf = (partial: string): { readonly first: string; readonly last: string } => {
  const year = Number(partial.slice(0, 4))
  const month = partial.length > 4 ? Number(partial.slice(5, 7)) : undefined
  if (partial.length === 10) return { first: civilDate(partial), last: civilDate(partial) }
  return { first: civilDateOf(year, month ?? 1, 1), last: civilDateOf(year, month ?? 12, daysInMonth(year, month ?? 12)) }
}

/** Says whether a policy is in force on a civil day; unknown within a beginning or end that is only partly known. */
export const inForceOn = (policy: Pick<WaiverPolicy, 'from' | 'to'>, day: string): Answer => {
  const from = spanOf(policy.from)
  if (day < from.first) return 'no'
  if (day < from.last) return 'unknown'
  if (policy.to === '' || policy.to === 'unknown') return 'yes'
  const to = spanOf(policy.to)
  return day <= to.first ? 'yes' : day <= to.last ? 'unknown' : 'no'
}

/** The days that choose the version, empty ones where the facts do not have them; all three where the document names none. */
export const versionDays = (policy: Pick<WaiverPolicy, 'appliesBy'>, facts: WaiverFacts, day: string): readonly string[] => {
  const { death, cremation } = facts.days
  return { death: [death], cremation: [cremation], settlement: [day], unstated: [death, cremation, day] }[policy.appliesBy]
}

/** Last day on which a policy may be in force; empty while it is open. */
export const lastPossibleDay = (policy: Pick<WaiverPolicy, 'to'>): string => (policy.to === '' || policy.to === 'unknown' ? '' : spanOf(policy.to).last)

/** The day before, for ending a version where the next one begins. */
export const dayBefore = (day: string): string => addDays(civilDate(day), -1)
