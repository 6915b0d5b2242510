import type { z } from 'zod'
import { marriageActions } from './marriage/actions.ts'
import { inspectionRules } from './marriage/inspection.ts'
import { marriageRules } from './marriage/rules/index.ts'
import type { Rule } from './rule.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** A rule as the rule book lists it: everything but the check. */
export type RuleEntry = Omit<Rule<never>, 'check'>

/** One registration window as the rest of the house sees it in this layer. */
export interface DomainWindow {
  readonly id: string
  readonly title: Text
  /** What each of its actions holds, by kind `window.verb`. */
  readonly actions: Readonly<Record<string, z.ZodType>>
  readonly rules: readonly RuleEntry[]
}

/** The windows of the domain; adding one is one line here. */
export const domainWindows: readonly DomainWindow[] = [
  { id: 'marriage', title: text('结婚登记', 'Marriage registration'), actions: marriageActions, rules: [...marriageRules, ...inspectionRules] },
]
