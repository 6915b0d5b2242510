import type { Rule } from '../../rule.ts'
import type { MarriageFacts } from '../context.ts'

export type MarriageRule = Rule<MarriageFacts>

/** First day of 《婚姻登记条例》 (国务院令第804号). */
export const regulationFrom = '2025-05-10'
/** First day of 《民法典》. */
export const civilCodeFrom = '2021-01-01'
/** First day of 《婚姻登记条例》 of 2003 (国务院令第387号). */
export const regulation2003From = '2003-10-01'
/** Last day of the 2003 text. */
export const regulation2003To = '2025-05-09'

/** Makes a rule of marriage registration: confirmed, a stop, in force since the regulation of 2025 unless it says otherwise. */
export const marriageRule = (rule: Omit<MarriageRule, 'from' | 'severity' | 'source'> & Partial<Pick<MarriageRule, 'from' | 'severity' | 'source'>>): MarriageRule => ({
  from: regulationFrom,
  severity: 'stop',
  source: 'confirmed',
  ...rule,
})

/** The rule, and the same check under the text of 2003 for acts before 2025-05-10; its id ends in `.2003`. */
export const withPredecessor = (rule: MarriageRule, law: MarriageRule['law'], source: MarriageRule['source'] = 'general'): readonly MarriageRule[] => [
  rule,
  { ...rule, id: `${rule.id}.2003`, law, source, from: regulation2003From, to: regulation2003To },
]
