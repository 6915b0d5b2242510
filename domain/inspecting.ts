import type { Attestation } from './case/fold.ts'
import type { Answer } from './findings.ts'
import { findReason, rulesByDay } from './findings.ts'
import type { Outcome, Rule } from './rule.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** The inspection of files (登记档案检查) as every window does it: its list of the 13 points, over a folded case, by the rules of the day of its registration. */

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
  /** Where in the file the program saw it. */
  readonly field?: string
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

/** One item of an inspection list: which of the 13 points it belongs to, and whether only a person can see it. */
export interface PointRule<Facts> extends Rule<Facts> {
  /** Id without the window. */
  readonly item: string
  /** 1-13 */
  readonly point: number
  readonly attestable: boolean
}

/** What the whole inspection comes to: any fault fails the file, anything nobody looked at leaves it unexamined. */
export const verdictOf = (items: readonly Pick<InspectionItem, 'result'>[]): InspectionVerdict => verdictOfResults(items.map(({ result }) => result))

const verdictOfResults = (results: readonly InspectionResult[]): InspectionVerdict =>
  results.includes('fail') ? 'failed' : results.includes('unexamined') ? 'unexamined' : results.includes('pass') ? 'qualified' : 'notApplicable'

type Said = Outcome | readonly Outcome[]
const isList = (said: Said): said is readonly Outcome[] => Array.isArray(said)

/** What the outcomes of one rule come to: any fault or missing fact fails, then what nobody looked at, then a pass. */
export const worst = (said: Outcome | readonly Outcome[]): InspectionResult => {
  let found: InspectionResult = 'notApplicable'
  for (const { kind } of isList(said) ? said : [said]) {
    if (kind === 'fail' || kind === 'notYet' || kind === 'asks') return 'fail'
    if (kind === 'unexamined') found = 'unexamined'
    else if (kind === 'pass' && found === 'notApplicable') found = 'pass'
  }
  return found
}

/** What a person saw where it decides: her word stands for what only a person can see; where the program looked itself she can add a fault but never lift one. */
const decidingOf = <Facts>({ item, attestable }: PointRule<Facts>, found: InspectionResult, attestations: readonly Attestation[]): Attestation | undefined => {
  if (attestations.length === 0) return undefined
  const seen = attestations.findLast((entry) => entry.item === item)
  return seen !== undefined && (seen.result === 'fail' || (attestable && found === 'unexamined')) ? seen : undefined
}

const itemOf = <Facts>(rule: PointRule<Facts>, facts: Facts, attestations: readonly Attestation[]): InspectionItem => {
  const said = rule.check(facts)
  const found = worst(said)
  const seen = decidingOf(rule, found, attestations)
  const first = (isList(said) ? said : [said]).find((outcome) => outcome.kind !== 'pass' && outcome.kind !== 'notApplicable' && outcome.message !== undefined)
  const message: Text | undefined = seen !== undefined ? (seen.note === '' ? undefined : text(seen.note, seen.note)) : first !== undefined && 'message' in first ? first.message : undefined
  const field = seen === undefined && first !== undefined && 'field' in first ? first.field : undefined
  return {
    item: rule.item, point: rule.point, title: rule.title, law: rule.law, result: seen?.result ?? found, ...(message === undefined ? {} : { message }), ...(field === undefined ? {} : { field }),
    attested: seen !== undefined, attestable: rule.attestable, ...(seen === undefined ? {} : { by: seen.by, at: seen.at }),
  }
}

/** The verdict on a file with the bare result of each item: what a pass rate counts. */
export interface Judgement {
  readonly verdict: InspectionVerdict
  /** The items in force on the day, in order; the same list for every file of the day. */
  readonly rules: readonly { readonly id: string; readonly item: string }[]
  readonly results: readonly InspectionResult[]
  /** Ids of the rules that rest on a person's word. */
  readonly attested: readonly string[]
}

const nothing: readonly string[] = []

/** A window's inspection: in full for the page of a case, or the bare results for runs over many files. Both ask every rule. */
export interface Inspector<C, Context> {
  readonly inspect: (folded: C, context: Context) => Inspection
  readonly judge: (folded: C, context: Context) => Judgement
}

interface Inspectable { readonly state: string; readonly day: string; readonly attestations: readonly Attestation[] }

/** Makes a window's inspection of its list and of what its rules are given; a case that was not registered, or was voided, is not applicable. */
export const inspectorOf = <C extends Inspectable, Context, Facts>(list: readonly PointRule<Facts>[], factsOf: (folded: C, context: Context) => Facts): Inspector<C, Context> => {
  const rulesOn = rulesByDay(list)
  const applies = ({ state }: C): boolean => state === 'registered' || state === 'proofread' || state === 'delivered'
  return {
    inspect: (folded, context) => {
      if (!applies(folded)) return { verdict: 'notApplicable', items: [] }
      const facts = factsOf(folded, context)
      const items = rulesOn(folded.day).map((rule) => itemOf(rule, facts, folded.attestations))
      return { verdict: verdictOf(items), items }
    },
    judge: (folded, context) => {
      if (!applies(folded)) return { verdict: 'notApplicable', rules: [], results: [], attested: nothing }
      const facts = factsOf(folded, context)
      const rules = rulesOn(folded.day)
      const attested: string[] = []
      const results = rules.map((rule) => {
        const found = worst(rule.check(facts))
        const seen = decidingOf(rule, found, folded.attestations)
        if (seen === undefined) return found
        attested.push(rule.id)
        return seen.result
      })
      return { verdict: verdictOfResults(results), rules, results, attested }
    },
  }
}

const passed: Outcome = { kind: 'pass' }

/** What the rules of the counter say of a file, under a key of each rule (its group, its id); a question that was answered counts as passed, facts for information are left out. */
export const heardBy = <Facts>(rules: readonly Rule<Facts>[], facts: Facts, answers: readonly Answer[], keyOf: (rule: Rule<Facts>) => string): ReadonlyMap<string, readonly Outcome[]> => {
  const heard = new Map<string, Outcome[]>()
  for (const rule of rules) {
    if (rule.severity === 'information') continue
    const key = keyOf(rule)
    let list = heard.get(key)
    if (list === undefined) heard.set(key, (list = []))
    const said: Said = rule.check(facts)
    for (const outcome of isList(said) ? said : [said]) {
      const field = 'field' in outcome ? outcome.field : undefined
      const open = outcome.kind !== 'pass' && outcome.kind !== 'notApplicable'
      list.push(open && rule.severity === 'answer' && answers.length > 0 && findReason(answers, { rule: rule.id, ...(field === undefined ? {} : { field }) }) !== undefined ? passed : outcome)
    }
  }
  return heard
}

/** All that was heard under some keys. */
export const heardUnder = (heard: ReadonlyMap<string, readonly Outcome[]>, keys: readonly string[]): readonly Outcome[] => {
  const found: Outcome[] = []
  for (const key of keys) {
    const list = heard.get(key)
    if (list !== undefined) found.push(...list)
  }
  return found
}
