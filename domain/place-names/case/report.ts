import type { Answer } from '../../findings.ts'
import { findReason, saidBy } from '../../findings.ts'
import type { Outcome, Rule } from '../../rule.ts'
import { inForce } from '../../rule.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { NameContext } from '../names/index.ts'
import { nameFacts, nameRules } from '../names/index.ts'
import type { CaseContext, PlaceNameCaseRule } from './context.ts'
import type { PlaceNameItem } from './file.ts'
import { nameItemOf } from './file.ts'
import type { PlaceNameCase } from './fold.ts'
import { caseRulesOn, factsOfCase, lawDayOf } from './rules/index.ts'

/** What a rule came to in the report: `open` is a rule that nobody has answered, which is never a pass. */
export type ReportState = 'pass' | 'fail' | 'notApplicable' | 'attested' | 'open'

/** One line of the compliance report: a rule for one name, or for the case. */
export interface ReportRow {
  readonly code: string
  readonly rule: string
  /** Number of the name in the case; empty for the case as a whole. */
  readonly item: string
  readonly name: string
  readonly title: Text
  readonly law: Text
  readonly state: ReportState
  /** Why it fails, stays open or does not apply; the clerk's reason for a question that was answered. */
  readonly message?: Text
  readonly field?: string
  /** Whether a person may attest it. */
  readonly attestable: boolean
  readonly by?: string
  readonly at?: string
}

/** The report of a case, and what it comes to: sound when no rule fails and none is unanswered. */
export interface PlaceNameReportCard {
  readonly verdict: 'sound' | 'failed' | 'open'
  readonly rows: readonly ReportRow[]
  readonly counts: Readonly<Record<ReportState, number>>
}

/** The titles of the states. */
export const reportStateTitles: Readonly<Record<ReportState, Text>> = { pass: text('符合', 'Pass'), fail: text('不符合', 'Fail'), notApplicable: text('不适用', 'Not applicable'), attested: text('已查验', 'Attested'), open: text('未查', 'Unanswered') }

const weight: Readonly<Record<ReportState, number>> = { fail: 4, open: 3, pass: 2, attested: 2, notApplicable: 1 }
interface Heard { readonly state: ReportState; readonly message?: Text; readonly field?: string }

const heard = (rule: Pick<Rule<never>, 'id' | 'severity'>, outcome: Outcome, answers: readonly Answer[]): Heard => {
  const field = 'field' in outcome ? outcome.field : undefined
  const at = field === undefined ? {} : { field }
  switch (outcome.kind) {
    case 'pass': return { state: 'pass' }
    case 'notApplicable': return { state: 'notApplicable', ...(outcome.because === undefined ? {} : { message: outcome.because }) }
    case 'unexamined':
    case 'notYet': return { state: 'open', ...at, ...(outcome.message === undefined ? {} : { message: outcome.message }) }
    case 'fail':
    case 'asks': {
      if (rule.severity === 'information') return { state: 'pass', message: outcome.message, ...at }
      if (rule.severity === 'stop') return { state: 'fail', message: outcome.message, ...at }
      const reason = findReason(answers, { rule: rule.id, ...at })
      return reason === undefined ? { state: outcome.kind === 'fail' ? 'fail' : 'open', message: outcome.message, ...at } : { state: 'pass', message: text(`${outcome.message.zh}（理由：${reason}）`, `${outcome.message.en} (reason: ${reason})`), ...at }
    }
  }
}

const gravest = (list: readonly Heard[]): Heard => list.reduce<Heard>((worst, one) => (weight[one.state] > weight[worst.state] ? one : worst), { state: 'notApplicable', ...(list[0]?.message === undefined ? {} : { message: list[0].message }) })

/** The word of a person where it decides: it stands for what the program cannot see, and may add a fault, never lift one. */
const attestedBy = (rule: string, item: string, attestable: boolean, found: Heard, { attestations }: PlaceNameCase): Partial<ReportRow> & { readonly state: ReportState } => {
  const seen = attestations.findLast((entry) => entry.rule === rule && entry.item === item)
  if (seen === undefined || (seen.result !== 'fail' && !(attestable && found.state === 'open'))) return found
  const state = seen.result === 'pass' ? 'attested' : seen.result
  return { state, ...(seen.note === '' ? (found.message === undefined ? {} : { message: found.message }) : { message: text(seen.note, seen.note) }), by: seen.by, at: seen.at }
}

/** Rules on names that ask a clerk's eye rather than the program's. */
const attestableNames = new Set(['place-names.local-name', 'place-names.rename-protected'])

/** The report of one case: every rule N…K in force on the day of its decision, for the case and each of its names. `names` is what the rules on names look at, by item; a name without it stays unanswered. */
export const reportOf = (folded: PlaceNameCase, context: CaseContext, names: ReadonlyMap<string, NameContext>): PlaceNameReportCard => {
  const rows: ReportRow[] = []
  const day = lawDayOf(folded, context)
  const { answers } = folded.file
  const push = (rule: Pick<PlaceNameCaseRule, 'id' | 'code' | 'title' | 'law' | 'severity'>, item: PlaceNameItem | undefined, attestable: boolean, outcomes: readonly Outcome[], given: readonly Answer[]): void => {
    const found = gravest(outcomes.map((outcome) => heard(rule, outcome, given)))
    rows.push({ code: rule.code, rule: rule.id, item: item?.id ?? '', name: item?.name ?? '', title: rule.title, law: rule.law, attestable, ...found, ...attestedBy(rule.id, item?.id ?? '', attestable, found, folded) })
  }
  const refused = new Set(folded.decision?.decisions.filter(({ outcome }) => outcome === 'refused').map(({ item }) => item) ?? [])
  const rules = caseRulesOn(day)
  const { whole, items } = factsOfCase(folded, context)
  const stays = folded.notAccepted !== null || folded.withdrawn !== null
  for (const facts of items) {
    const { item } = facts
    // A refused name is reported with the ground of its refusal, not with the rules it broke.
    if (item === undefined || refused.has(item.id) || stays) continue
    const prefix = `items.${item.id}.`
    const own = answers.filter(({ field }) => field.startsWith(prefix)).map((answer) => ({ ...answer, field: answer.field.slice(prefix.length) }))
    const given = names.get(item.id)
    const read = given === undefined ? undefined : nameFacts(nameItemOf(item), given)
    for (const rule of nameRules) {
      if (!inForce(rule, day)) continue
      push(rule, item, attestableNames.has(rule.id), read === undefined ? [{ kind: 'unexamined', message: text('没有查看名称', 'The name was not looked at') }] : saidBy(rule, read), own)
    }
  }
  for (const rule of rules) {
    if (rule.per === 'case') { if (!stays || /^[TK]/u.test(rule.code)) push(rule, undefined, rule.attestable, saidBy(rule, whole), answers) }
    else for (const facts of items) if (!stays && facts.item !== undefined && !refused.has(facts.item.id)) push(rule, facts.item, rule.attestable, saidBy(rule, facts), answers)
  }
  const counts: Record<ReportState, number> = { pass: 0, fail: 0, notApplicable: 0, attested: 0, open: 0 }
  for (const { state } of rows) counts[state] += 1
  return { rows: rows.toSorted((a, b) => reportOrder(a.code) - reportOrder(b.code)), counts, verdict: counts.fail > 0 ? 'failed' : counts.open > 0 ? 'open' : 'sound' }
}

const groups = 'NPMTHFSK'
const orders = new Map<string, number>()
/** Order of a code in the report: N01 … P02, M, T, H, F, S, K01. */
export const reportOrder = (code: string): number => {
  const known = orders.get(code) ?? groups.indexOf(code.charAt(0)) * 100 + Number(code.slice(1))
  orders.set(code, known)
  return known
}
