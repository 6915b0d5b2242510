import type { Answer, Check } from '../../../findings.ts'
import { rulesByDay, runRules } from '../../../findings.ts'
import type { NameFacts } from '../facts.ts'
import { actRules } from './acts.ts'
import { clashRules } from './clash.ts'
import { formRules } from './form.ts'
import type { NameRule } from './make.ts'
import { spellingNameRules } from './spelling.ts'
import { wordRules } from './words.ts'

/** The rules on a place name and its spelling, in the order of the compliance report. */
export const nameRules: readonly NameRule[] = [...formRules, ...wordRules, ...clashRules, ...actRules, ...spellingNameRules].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))

const onDay = rulesByDay(nameRules)

/** Checks one name against the rules in force on the day of the act. */
export const checkName = (facts: NameFacts, options: { readonly typing: boolean; readonly answers: readonly Answer[] }): Check => runRules(onDay(facts.context.day), facts, options)
