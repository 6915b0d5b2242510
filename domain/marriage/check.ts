import { LantaiError } from '../error.ts'
import type { Finding, Outcome } from '../rule.ts'
import { inForce } from '../rule.ts'
import { text } from '../text.ts'
import { civilDate } from '../dates.ts'
import type { MarriageContext, MarriageFacts } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageFile } from './file.ts'
import type { MarriageRule } from './rules/index.ts'
import { marriageRules } from './rules/index.ts'

/** What a check came to: the findings, how many rules passed, and whether nothing stands in the way of the decision. */
export interface MarriageCheck {
  readonly findings: readonly Finding[]
  readonly passed: number
  readonly ready: boolean
}

const inForceOn = new Map<string, readonly MarriageRule[]>()

/** The rules in force on a civil day, in order. */
export const marriageRulesOn = (day: string): readonly MarriageRule[] => {
  const known = inForceOn.get(day)
  if (known !== undefined) return known
  const rules = marriageRules.filter((rule) => inForce(rule, day))
  if (inForceOn.size > 1000) inForceOn.clear()
  inForceOn.set(day, rules)
  return rules
}

const shownWhileTyping = new Set<Outcome['kind']>(['fail', 'asks'])
const shownAtDecision = new Set<Outcome['kind']>(['fail', 'asks', 'notYet', 'unexamined'])
const missing = text('尚未填写', 'Not entered yet')
const unexamined = text('尚未检查', 'Nobody has looked yet')

const findingOf = (rule: MarriageRule, outcome: Outcome): Finding => {
  const message = ('message' in outcome ? outcome.message : undefined) ?? (outcome.kind === 'unexamined' ? unexamined : missing)
  return {
    rule: rule.id,
    severity: rule.severity,
    outcome: outcome.kind,
    title: rule.title,
    message,
    law: rule.law,
    ...('field' in outcome && outcome.field !== undefined ? { field: outcome.field } : {}),
    ...(rule.refusalGround === true ? { refusalGround: true } : {}),
  }
}

/** What one rule says of a case, always as a list. */
export const outcomesOf = (rule: MarriageRule, facts: MarriageFacts): readonly Outcome[] => {
  const said = rule.check(facts)
  return Array.isArray(said) ? (said as readonly Outcome[]) : [said as Outcome]
}

/** The clerk's reason for a finding that must be answered, or undefined. */
export const findAnswer = (file: MarriageFile, finding: Pick<Finding, 'rule' | 'field'>): string | undefined =>
  file.answers.find((answer) => answer.rule === finding.rule && (answer.field === '' || answer.field === (finding.field ?? '')) && answer.reason.trim() !== '')?.reason

/** Says whether a finding stands in the way of the decision: a stop, or a question without an answer. Facts for information never do. */
export const blocksDecision = (file: MarriageFile, finding: Finding): boolean =>
  finding.severity === 'stop' || (finding.severity === 'answer' && findAnswer(file, finding) === undefined)

/** Checks a file against every rule in force on the day of the act; while typing, what is not entered yet is no finding. Throws `invalid` when the day does not exist. */
export const runMarriageCheck = (file: MarriageFile, context: MarriageContext): MarriageCheck => {
  civilDate(context.day, 'day')
  const facts = marriageFacts(file, context)
  const shown = context.stage === 'typing' ? shownWhileTyping : shownAtDecision
  const findings: Finding[] = []
  let passed = 0
  let ready = true
  for (const rule of marriageRulesOn(context.day)) {
    let clean = true
    let examined = false
    for (const outcome of outcomesOf(rule, facts)) {
      if (outcome.kind === 'pass') examined = true
      if (!shownAtDecision.has(outcome.kind)) continue
      clean = false
      const finding = findingOf(rule, outcome)
      if (blocksDecision(file, finding)) ready = false
      if (shown.has(outcome.kind)) findings.push(finding)
    }
    if (clean && examined) passed += 1
  }
  return { findings, passed, ready }
}

/** The findings of a check; see `runMarriageCheck` for how many rules passed. */
export const checkMarriage = (file: MarriageFile, context: MarriageContext): readonly Finding[] => runMarriageCheck(file, context).findings

/** The closed list of grounds on which a registration may be refused on a day (《婚姻登记条例》第九条). */
export const refusalGroundsOn = (day: string): readonly MarriageRule[] => marriageRulesOn(day).filter((rule) => rule.refusalGround === true)

/** The rule of an id in force on a day; throws `invalid`. */
export const getMarriageRule = (id: string, day: string): MarriageRule => {
  const rule = marriageRulesOn(day).find((entry) => entry.id === id)
  if (rule === undefined) throw new LantaiError('invalid', text(`${day} 没有规则 ${id}`, `No rule ${id} is in force on ${day}`))
  return rule
}
