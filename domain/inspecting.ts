import type { Attestation } from './marriage/fold.ts'
import type { Inspection, InspectionItem, InspectionResult } from './marriage/inspection.ts'
import { verdictOf } from './marriage/inspection.ts'
import { saidBy } from './findings.ts'
import type { Outcome, Rule } from './rule.ts'
import { inForce } from './rule.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** One item of an inspection list: which of the 13 points it belongs to, and whether only a person can see it. */
export interface PointRule<Facts> extends Rule<Facts> {
  /** Id without the window. */
  readonly item: string
  /** 1-13 */
  readonly point: number
  readonly attestable: boolean
}

const resultOf = (outcomes: readonly Outcome[]): InspectionResult => {
  if (outcomes.some((outcome) => outcome.kind === 'fail' || outcome.kind === 'notYet' || outcome.kind === 'asks')) return 'fail'
  if (outcomes.some((outcome) => outcome.kind === 'unexamined')) return 'unexamined'
  return outcomes.some((outcome) => outcome.kind === 'pass') ? 'pass' : 'notApplicable'
}

const itemOf = <Facts>(rule: PointRule<Facts>, facts: Facts, attestations: readonly Attestation[]): InspectionItem => {
  const outcomes = saidBy(rule, facts)
  const found = resultOf(outcomes)
  const seen = attestations.findLast((entry) => entry.item === rule.item)
  // A person's word decides what only a person can see; where the program looked itself, a person can add a fault but never lift one.
  const decides = seen !== undefined && (seen.result === 'fail' || (rule.attestable && found === 'unexamined'))
  const first = outcomes.find((outcome) => outcome.kind !== 'pass' && outcome.kind !== 'notApplicable')
  const message: Text | undefined = decides ? (seen.note === '' ? undefined : text(seen.note, seen.note)) : first !== undefined && 'message' in first ? first.message : undefined
  return {
    item: rule.item, point: rule.point, title: rule.title, law: rule.law, result: decides ? seen.result : found, ...(message === undefined ? {} : { message }),
    attested: decides, attestable: rule.attestable, ...(decides ? { by: seen.by, at: seen.at } : {}),
  }
}

/** Runs an inspection list over a case by the rules in force on a day. */
export const inspectBy = <Facts>(rules: readonly PointRule<Facts>[], facts: Facts, attestations: readonly Attestation[], day: string): Inspection => {
  const items = rules.filter((rule) => inForce(rule, day)).map((rule) => itemOf(rule, facts, attestations))
  return { verdict: verdictOf(items), items }
}
