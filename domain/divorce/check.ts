import { civilDate } from '../dates.ts'
import type { Check } from '../findings.ts'
import { rulesByDay, runRules } from '../findings.ts'
import type { DivorceContext, DivorceFacts, DivorceStage } from './context.ts'
import { divorceFacts } from './context.ts'
import type { DivorceFile } from './file.ts'
import type { DivorceRule } from './rules/index.ts'
import { divorceRules } from './rules/index.ts'

/** The rules in force on a civil day, in order. */
export const divorceRulesOn: (day: string) => readonly DivorceRule[] = rulesByDay(divorceRules)

/** The rules asked at a stage on a day. */
export const rulesAt = (stage: DivorceStage, day: string): readonly DivorceRule[] => byStage[stage](day)

const of = (stage: DivorceStage): ((day: string) => readonly DivorceRule[]) => rulesByDay(divorceRules.filter((rule) => rule.at.includes(stage)))
const byStage: Readonly<Record<DivorceStage, (day: string) => readonly DivorceRule[]>> = { acceptance: of('acceptance'), withdrawal: of('withdrawal'), appearance: of('appearance'), issuance: of('issuance') }

/** Checks a file against every rule of its stage in force on the day of the act. Throws `invalid` when the day does not exist. */
export const runDivorceCheck = (file: DivorceFile, context: DivorceContext): Check => {
  civilDate(context.day, 'day')
  return runRules<DivorceFacts>(rulesAt(context.stage, context.day), divorceFacts(file, context), { typing: context.typing, answers: file.answers })
}

/** The closed list on which an application is not accepted (《婚姻登记条例》第十四条), or on which the issuance is refused. */
export const groundsOn = (what: 'notAccepted' | 'refused', day: string): readonly DivorceRule[] => divorceRulesOn(day).filter((rule) => rule.ground === what || rule.ground === 'both')
