import { civilDate } from '../dates.ts'
import type { Check } from '../findings.ts'
import { rulesByDay, runRules } from '../findings.ts'
import type { BurialContext, BurialFacts, BurialRule, BurialStage } from './context.ts'
import { burialFacts } from './context.ts'
import type { BurialCase } from './fold.ts'
import { burialRules } from './rules/index.ts'

const of = (stage: BurialStage): ((day: string) => readonly BurialRule[]) => rulesByDay(burialRules.filter((rule) => rule.at.includes(stage)))
const byStage: Readonly<Record<BurialStage, (day: string) => readonly BurialRule[]>> = { intake: of('intake'), cremation: of('cremation'), transportOut: of('transportOut'), bodyBurial: of('bodyBurial'), placement: of('placement') }

/** The rules asked at a stage that are in force on a day. */
export const burialRulesAt = (stage: BurialStage, day: string): readonly BurialRule[] => byStage[stage](day)

/** Checks a case against every rule of its stage in force on the day of the act. Throws `invalid` when the day does not exist. */
export const runBurialCheck = (folded: BurialCase, context: BurialContext): Check => {
  civilDate(context.day, 'day')
  return runRules<BurialFacts>(burialRulesAt(context.stage, context.day), burialFacts(folded, context), { typing: context.typing, answers: folded.file.answers })
}
