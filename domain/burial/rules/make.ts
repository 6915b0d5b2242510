import type { Text } from '../../text.ts'
import type { BurialRule } from '../context.ts'
import { regulation2012From, regulation2012To, regulationFrom } from '../law.ts'

type Draft = Omit<BurialRule, 'from' | 'severity' | 'source'> & Partial<Pick<BurialRule, 'from' | 'severity' | 'source'>>

/** Makes a rule of the regulation of 2026: confirmed and a stop unless it says otherwise. */
export const burialRule = (rule: Draft): BurialRule => ({ from: regulationFrom, severity: 'stop', source: 'confirmed', ...rule })

/** The rule under the regulation of 2026 and the same one under the text before it; the older one's id ends in `.2012`. The new text has no transitional rules: the day of the act decides. */
export const withOlderLaw = (rule: Draft, law: Text, source: BurialRule['source'] = 'general'): readonly BurialRule[] => [burialRule(rule), burialRule({ ...rule, id: `${rule.id}.2012`, law, source, from: regulation2012From, to: regulation2012To })]
