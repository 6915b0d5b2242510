import { regulationFrom, regulation2003To, civilCodeFrom } from '../../marriage/rules/make.ts'
import type { Rule } from '../../rule.ts'
import type { Text } from '../../text.ts'
import type { DivorceFacts, DivorceStage } from '../context.ts'

/** A rule of divorce registration, with the stages at which it is asked. */
export interface DivorceRule extends Rule<DivorceFacts> {
  readonly at: readonly DivorceStage[]
  /** A ground of the closed list of article 14 (不予受理), or one on which the issuance is refused (不予办理). */
  readonly ground?: 'notAccepted' | 'refused' | 'both'
}

type Draft = Omit<DivorceRule, 'from' | 'severity' | 'source' | 'refusalGround'> & Partial<Pick<DivorceRule, 'from' | 'severity' | 'source'>>

/** Makes a rule of the Civil Code's time (since 2021-01-01, when the cooling-off period began): confirmed and a stop unless it says otherwise. */
export const divorceRule = (rule: Draft): DivorceRule => ({ from: civilCodeFrom, severity: 'stop', source: 'confirmed', ...rule, ...(rule.ground === undefined ? {} : { refusalGround: true }) })

/** The rule under the regulation of 2025 and the same one under the law of 2021-2025; the older one's id ends in `.2021`. */
export const withOlderLaw = (rule: Draft, law: Text, source: DivorceRule['source'] = 'general'): readonly DivorceRule[] => [
  divorceRule({ ...rule, from: regulationFrom }),
  divorceRule({ ...rule, id: `${rule.id}.2021`, law, source, from: civilCodeFrom, to: regulation2003To }),
]
