import { text } from '../../text.ts'
import type { Text } from '../../text.ts'
import { applicationRules, personRules } from './application.ts'
import { issuanceRules, timeRules } from './issuance.ts'
import type { DivorceRule } from './make.ts'

export type { DivorceRule } from './make.ts'

/** Every rule of divorce registration in the order of the counter's work. */
export const divorceRules: readonly DivorceRule[] = [...personRules, ...applicationRules, ...timeRules, ...issuanceRules]

/** Names of the groups under which the rule book lists them, beside those of the other windows. */
export const divorceRuleGroups: Readonly<Record<string, Text>> = {
  'divorce-conditions': text('受理条件', 'Conditions of acceptance'),
  'divorce-agreement': text('离婚协议', 'Agreement'),
  'divorce-time': text('期限和到场', 'Time and appearance'),
  'divorce-withdrawal': text('撤回', 'Withdrawal'),
  'divorce-interview': text('询问笔录', 'Interviews'),
}
