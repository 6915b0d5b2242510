import type { Text } from './text.ts'

/** How much a failed rule weighs: the law stops the act, it must be answered with a reason, or it is for information. */
export type Severity = 'stop' | 'answer' | 'information'

/** What a rule says of one case. `notYet`: the facts it needs have not been entered; `unexamined`: nobody has looked yet. */
export type Outcome =
  | { readonly kind: 'pass' }
  | { readonly kind: 'fail'; readonly message: Text; readonly field?: string }
  | { readonly kind: 'asks'; readonly message: Text; readonly field?: string }
  | { readonly kind: 'notApplicable'; readonly because?: Text }
  | { readonly kind: 'notYet'; readonly field?: string; readonly message?: Text }
  | { readonly kind: 'unexamined'; readonly message?: Text }

/** One rule of the book: what the law asks, since when, of which act, and how it is checked. */
export interface Rule<Context> {
  /** Stable for ever, e.g. `marriage.age`; a window may have rules on several subjects. */
  readonly id: string
  readonly title: Text
  /** Instrument and article, e.g. 《民法典》第一千零四十七条. */
  readonly law: Text
  /** What the rule asks, in a sentence for the rule book. */
  readonly asks: Text
  /** How sure the source is: confirmed in the instrument, from guides, or general knowledge of the field (shown in the rule book). */
  readonly source: 'confirmed' | 'guides' | 'general' | 'derived'
  /** First and last civil day (YYYY-MM-DD) of the act on which it is in force. */
  readonly from: string
  readonly to?: string
  readonly group: string
  readonly severity: Severity
  /** True for a ground of the closed refusal list (《婚姻登记条例》第九条). */
  readonly refusalGround?: boolean
  readonly check: (context: Context) => Outcome | readonly Outcome[]
}

/** What a rule found at a field; only failures, questions and what was not examined are shown, passes are counted. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly outcome: Outcome['kind']
  readonly title: Text
  readonly message: Text
  readonly law: Text
  readonly field?: string
  readonly refusalGround?: boolean
}

/** Says whether a rule is in force on a civil day. */
export const inForce = (rule: { from: string; to?: string }, day: string): boolean =>
  rule.from <= day && (rule.to === undefined || day <= rule.to)
