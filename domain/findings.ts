import { LantaiError } from './error.ts'
import type { Finding, Outcome, Rule } from './rule.ts'
import { inForce } from './rule.ts'
import { text } from './text.ts'

/** A clerk's reason for a finding that must be answered; an empty field answers the rule wherever it speaks. */
export interface Answer {
  readonly rule: string
  readonly field: string
  readonly reason: string
}

/** What a check came to: the findings, how many rules passed, and whether nothing stands in the way. */
export interface Check {
  readonly findings: readonly Finding[]
  readonly passed: number
  readonly ready: boolean
}

const missing = text('尚未填写', 'Not entered yet')
const nobody = text('尚未检查', 'Nobody has looked yet')

/** What one rule says, always as a list. */
export const saidBy = <Facts>(rule: Rule<Facts>, facts: Facts): readonly Outcome[] => {
  const said = rule.check(facts)
  return Array.isArray(said) ? (said as readonly Outcome[]) : [said as Outcome]
}

/** The clerk's reason for a finding, or undefined. */
export const findReason = (answers: readonly Answer[], finding: Pick<Finding, 'rule' | 'field'>): string | undefined =>
  answers.find((answer) => answer.rule === finding.rule && (answer.field === '' || answer.field === (finding.field ?? '')) && answer.reason.trim() !== '')?.reason

/** Says whether a finding stands in the way: a stop, or a question without an answer. */
export const blocks = (answers: readonly Answer[], finding: Finding): boolean => finding.severity === 'stop' || (finding.severity === 'answer' && findReason(answers, finding) === undefined)

const findingOf = <Facts>(rule: Rule<Facts>, outcome: Outcome): Finding => ({
  rule: rule.id,
  severity: rule.severity,
  outcome: outcome.kind,
  title: rule.title,
  message: ('message' in outcome ? outcome.message : undefined) ?? (outcome.kind === 'unexamined' ? nobody : missing),
  law: rule.law,
  ...('field' in outcome && outcome.field !== undefined ? { field: outcome.field } : {}),
  ...(rule.refusalGround === true ? { refusalGround: true } : {}),
})

/** Runs rules over a case; while typing, what is not entered yet is no finding but is still not ready. */
export const runRules = <Facts>(rules: readonly Rule<Facts>[], facts: Facts, options: { readonly typing: boolean; readonly answers: readonly Answer[] }): Check => {
  const findings: Finding[] = []
  let passed = 0
  let ready = true
  for (const rule of rules) {
    let clean = true
    let examined = false
    for (const outcome of saidBy(rule, facts)) {
      if (outcome.kind === 'pass') examined = true
      if (outcome.kind === 'pass' || outcome.kind === 'notApplicable') continue
      clean = false
      const finding = findingOf(rule, outcome)
      if (blocks(options.answers, finding)) ready = false
      if (!options.typing || outcome.kind === 'fail' || outcome.kind === 'asks') findings.push(finding)
    }
    if (clean && examined) passed += 1
  }
  return { findings, passed, ready }
}

/** Keeps the rules in force on each day asked for, so that lists are filtered once. */
export const rulesByDay = <R extends { readonly from: string; readonly to?: string }>(rules: readonly R[]): ((day: string) => readonly R[]) => {
  const known = new Map<string, readonly R[]>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const made = rules.filter((rule) => inForce(rule, day))
    if (known.size > 1000) known.clear()
    known.set(day, made)
    return made
  }
}

/** A ground that a registrar names: the rule, and the reason told to the parties. */
export interface NamedGround {
  readonly rule: string
  readonly reason: string
}

/** Writes down the grounds of a refusal with their articles; throws `invalid` when there is none, one is not on the closed list, one carries no reason, or one that is arithmetic does not hold. */
export const writeGrounds = <Facts>(grounds: readonly NamedGround[], closed: readonly Rule<Facts>[], facts: Facts, arithmetic: (rule: Rule<Facts>) => boolean): { rule: string; law: string; reason: string }[] => {
  if (grounds.length === 0) throw new LantaiError('invalid', text('请选择不予受理或者不予办理的情形', 'Choose the ground'), 'grounds')
  return grounds.map(({ rule: id, reason }, index) => {
    const field = `grounds.${index}`
    const rule = closed.find((entry) => entry.id === id)
    if (rule === undefined) throw new LantaiError('invalid', text('只能以法定情形不予受理或者不予办理，这一条不在其中；材料不齐的请一次告知补正', 'Only a ground of the law will do and this is not one; tell the parties what to supply instead'), field)
    if (reason.trim() === '') throw new LantaiError('invalid', text('请写明理由', 'Write down the reason'), `${field}.reason`)
    if (arithmetic(rule) && !saidBy(rule, facts).some((outcome) => outcome.kind === 'fail')) {
      throw new LantaiError('invalid', text(`“${rule.title.zh}”并未违反，不能以此不予受理或者不予办理`, `“${rule.title.en}” is not broken and is no ground here`), field)
    }
    return { rule: id, law: rule.law.zh, reason: reason.trim() }
  })
}
