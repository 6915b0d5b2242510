import { inForce } from '../rule.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { marriageRulesOn, outcomesOf } from './check.ts'
import type { MarriageContext } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageCase } from './fold.ts'
import type { InspectionFacts, InspectionRule } from './inspection-rules.ts'
import { inspectionRules } from './inspection-rules.ts'

export { inspectionPoints, inspectionRules } from './inspection-rules.ts'
export type { InspectionFacts, InspectionRule } from './inspection-rules.ts'

export type InspectionResult = 'pass' | 'fail' | 'notApplicable' | 'unexamined'
export type InspectionVerdict = 'qualified' | 'failed' | 'unexamined' | 'notApplicable'

/** One item of the inspection of a file: what it came to, and whether a program or a person saw it. */
export interface InspectionItem {
  /** Id without the window, e.g. `declarations.ink`; what `marriage.inspected` names. */
  readonly item: string
  readonly point: number
  readonly title: Text
  readonly law: Text
  readonly result: InspectionResult
  readonly message?: Text
  /** A person has said what she saw. */
  readonly attested: boolean
  /** Only a person can see it: unexamined until one has. */
  readonly attestable: boolean
  readonly by?: string
  readonly at?: string
}

/** The inspection of one file. */
export interface Inspection {
  readonly verdict: InspectionVerdict
  readonly items: readonly InspectionItem[]
}

const worst = (outcomes: readonly Outcome[]): InspectionResult => {
  if (outcomes.some((outcome) => outcome.kind === 'fail' || outcome.kind === 'notYet' || outcome.kind === 'asks')) return 'fail'
  if (outcomes.some((outcome) => outcome.kind === 'unexamined')) return 'unexamined'
  return outcomes.some((outcome) => outcome.kind === 'pass') ? 'pass' : 'notApplicable'
}

const messageOf = (outcomes: readonly Outcome[]): Text | undefined => {
  for (const outcome of outcomes) if (outcome.kind !== 'pass' && outcome.kind !== 'notApplicable' && outcome.message !== undefined) return outcome.message
  return undefined
}

const itemOf = (rule: InspectionRule, facts: InspectionFacts): InspectionItem => {
  const said = rule.check(facts)
  const outcomes = Array.isArray(said) ? (said as readonly Outcome[]) : [said as Outcome]
  const found = worst(outcomes)
  const seen = facts.folded.attestations.findLast((entry) => entry.item === rule.item)
  // A person's word decides what only a person can see; where the program looked itself, a person can add a fault but never lift one.
  const decides = seen !== undefined && (rule.attestable ? found === 'unexamined' || seen.result === 'fail' : seen.result === 'fail')
  const message = decides && seen.note !== '' ? text(seen.note, seen.note) : decides ? undefined : messageOf(outcomes)
  return {
    item: rule.item,
    point: rule.point,
    title: rule.title,
    law: rule.law,
    result: decides ? seen.result : found,
    ...(message === undefined ? {} : { message }),
    attested: decides,
    attestable: rule.attestable,
    ...(decides ? { by: seen.by, at: seen.at } : {}),
  }
}

/** What the whole inspection comes to: any fault fails the file, anything nobody looked at leaves it unexamined. */
export const verdictOf = (items: readonly Pick<InspectionItem, 'result'>[]): InspectionVerdict => {
  if (items.some((item) => item.result === 'fail')) return 'failed'
  if (items.some((item) => item.result === 'unexamined')) return 'unexamined'
  return items.some((item) => item.result === 'pass') ? 'qualified' : 'notApplicable'
}

const registered: readonly MarriageCase['state'][] = ['registered', 'proofread', 'delivered']

/** Inspects a file against the 13 points, by the rules in force on the day of its registration; a case that was not registered, or was voided, is not applicable. Register and registrar in the context are those of that day. */
export const inspectMarriage = (folded: MarriageCase, context: Omit<MarriageContext, 'stage' | 'day'>): Inspection => {
  if (!registered.includes(folded.state)) return { verdict: 'notApplicable', items: [] }
  const facts: InspectionFacts = {
    folded,
    context: { ...context, stage: 'decision', day: folded.day },
    outcomes: new Map(),
  }
  const marriage = marriageFacts(folded.file, facts.context)
  for (const rule of marriageRulesOn(folded.day)) facts.outcomes.set(rule, outcomesOf(rule, marriage))
  const items = inspectionRules.filter((rule) => inForce(rule, folded.day)).map((rule) => itemOf(rule, facts))
  return { verdict: verdictOf(items), items }
}

/** 登记合格率: qualified ÷ examined, as numerator and denominator; unexamined files are in neither and the rate is null when nothing was examined. */
export const passRate = (verdicts: readonly InspectionVerdict[]): { readonly qualified: number; readonly failed: number; readonly examined: number; readonly unexamined: number; readonly rate: number | null } => {
  const count = (wanted: InspectionVerdict): number => verdicts.filter((verdict) => verdict === wanted).length
  const qualified = count('qualified')
  const failed = count('failed')
  const examined = qualified + failed
  return { qualified, failed, examined, unexamined: count('unexamined'), rate: examined === 0 ? null : qualified / examined }
}
