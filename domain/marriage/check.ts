import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Check } from '../findings.ts'
import { blocks, rulesByDay, runRules } from '../findings.ts'
import type { Finding } from '../rule.ts'
import { text } from '../text.ts'
import type { MarriageContext } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageFile } from './file.ts'
import type { MarriageRule } from './rules/index.ts'
import { marriageRules } from './rules/index.ts'

/** The rules in force on a civil day, in order. */
export const marriageRulesOn: (day: string) => readonly MarriageRule[] = rulesByDay(marriageRules)

/** Says whether a finding stands in the way of the decision: a stop, or a question without an answer. Facts for information never do. */
export const blocksDecision = (file: MarriageFile, finding: Finding): boolean => blocks(file.answers, finding)

/** Checks a file against every rule in force on the day of the act; while typing, what is not entered yet is no finding. Throws `invalid` when the day does not exist. */
export const runMarriageCheck = (file: MarriageFile, context: MarriageContext): Check => {
  civilDate(context.day, 'day')
  return runRules(marriageRulesOn(context.day), marriageFacts(file, context), { typing: context.stage === 'typing', answers: file.answers })
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
