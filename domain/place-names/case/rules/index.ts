import type { Answer, Check } from '../../../findings.ts'
import { rulesByDay, runRules } from '../../../findings.ts'
import type { Rule } from '../../../rule.ts'
import type { Text } from '../../../text.ts'
import { text } from '../../../text.ts'
import type { NameContext } from '../../names/index.ts'
import { checkName, nameFacts } from '../../names/index.ts'
import type { CaseContext, CaseStage, PlaceNameCaseFacts, PlaceNameCaseRule } from '../context.ts'
import type { PlaceNameItem } from '../file.ts'
import { nameItemOf } from '../file.ts'
import type { PlaceNameCase } from '../fold.ts'
import { afterRules } from './after.ts'
import { applicationRules } from './application.ts'
import { decisionRules } from './decision.ts'

/** Every rule on a case, in the order of the compliance report. */
export const placeNameCaseRules: readonly PlaceNameCaseRule[] = [...applicationRules, ...decisionRules, ...afterRules]

/** Names of the groups under which the rule book lists them. */
export const placeNameRuleGroups: Readonly<Record<string, Text>> = {
  form: text('地名的结构和用字', 'Shape and characters of a name'), words: text('地名的用词', 'Words in a name'), clash: text('重名、同音、近音', 'Repeats and names that sound alike'), act: text('地名的命名、更名', 'Naming and renaming'), spelling: text('罗马字母拼写', 'Romanisation'),
  'place-name-boundary': text('界线联合检查', 'Inspection of boundaries'), profile: text('本地规定', 'Local rules on names'), 'place-name-case': text('申请、决定、备案、公告和标志', 'Application, decision, filing, notice and signs'),
}

const onDay = rulesByDay(placeNameCaseRules)

/** The rules on a case in force on a day. */
export const caseRulesOn = (day: string): readonly PlaceNameCaseRule[] => onDay(day)

/** The day by whose law a case is judged: its decision, else the day of asking. */
export const lawDayOf = (folded: Pick<PlaceNameCase, 'decision' | 'notAccepted'>, context: Pick<CaseContext, 'today'>): string => folded.decision?.day ?? folded.notAccepted?.day ?? context.today

/** The facts of every question: one for the case, one for each of its names. */
export const factsOfCase = (folded: PlaceNameCase, context: CaseContext): { readonly whole: PlaceNameCaseFacts; readonly items: readonly PlaceNameCaseFacts[] } => ({ whole: { folded, item: undefined, context }, items: folded.file.items.map((item) => ({ folded, item, context })) })

/** Joins checks. */
export const joinChecks = (checks: readonly Check[]): Check => ({ findings: checks.flatMap(({ findings }) => findings), passed: checks.reduce((sum, { passed }) => sum + passed, 0), ready: checks.every(({ ready }) => ready) })

/** Asks a case the rules of some stages; items can be left out that are to be refused. */
export const checkCase = (folded: PlaceNameCase, context: CaseContext, stages: readonly CaseStage[], options: { readonly typing?: boolean; readonly items?: (item: PlaceNameItem) => boolean } = {}): Check => {
  const rules = onDay(lawDayOf(folded, context)).filter(({ stage }) => stages.includes(stage))
  const { whole, items } = factsOfCase(folded, context)
  const run = (asked: readonly PlaceNameCaseRule[], facts: PlaceNameCaseFacts): Check => runRules<PlaceNameCaseFacts>(asked as readonly Rule<PlaceNameCaseFacts>[], facts, { typing: options.typing ?? false, answers: folded.file.answers })
  const perItem = rules.filter(({ per }) => per === 'item')
  return joinChecks([run(rules.filter(({ per }) => per === 'case'), whole), ...items.filter(({ item }) => item !== undefined && (options.items?.(item) ?? true)).map((facts) => run(perItem, facts))])
}

const ofItem = (answers: readonly Answer[], id: string): readonly Answer[] => { const prefix = `items.${id}.`; return answers.filter(({ field }) => field.startsWith(prefix)).map((answer) => ({ ...answer, field: answer.field.slice(prefix.length) })) }

/** Checks one name of a case by the rules on names, its findings at the item's fields. */
export const checkItemName = (item: PlaceNameItem, context: NameContext, answers: readonly Answer[], typing = false): Check => {
  const check = checkName(nameFacts(nameItemOf(item), context), { typing, answers: ofItem(answers, item.id) })
  return { ...check, findings: check.findings.map((finding) => ({ ...finding, field: `items.${item.id}.${finding.field ?? 'name'}` })) }
}

export { approvalClassOf, dueOutcome } from './decision.ts'
export { papersFor } from './application.ts'
