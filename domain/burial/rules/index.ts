import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { BurialRule } from '../context.ts'
import { conditionRules } from './conditions.ts'
import { paperRules } from './papers.ts'

/** Every rule of the burial window in the order in which it is asked. */
export const burialRules: readonly BurialRule[] = [...paperRules, ...conditionRules]

/** Names of the groups under which the rule book lists them. */
export const burialRuleGroups: Readonly<Record<string, Text>> = { 'burial-deceased': text('逝者', 'The deceased'), 'burial-papers': text('殡葬证明材料', 'Papers of cremation and burial'), 'burial-conditions': text('殡葬办理条件', 'Conditions of cremation and burial') }
