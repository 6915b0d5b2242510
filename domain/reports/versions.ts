import { addDays, civilDate } from '../dates.ts'
import type { Text } from '../text.ts'
import type { DomainWindow, RuleEntry } from '../windows.ts'
import { domainWindows } from '../windows.ts'

/** The rules a report judged by, each with what tells one version of it from another. */

/** First and last day of a period. */
interface Days { readonly from: string; readonly to: string }

/** A rule in force within a period; `text` is the canonical text of everything it says, of which its version is the hash. */
export interface RuleText {
  readonly window: string
  readonly rule: string
  readonly title: Text
  readonly law: Text
  readonly from: string
  readonly to: string | null
  readonly text: string
}

/** A line of the canonical text for each part of a rule; how it is checked is the program's, whose version a report names itself. */
const canonicalText = (window: string, { id, from, to, title, law, asks, severity, source, group, refusalGround }: RuleEntry): string =>
  JSON.stringify([window, id, from, to ?? null, title.zh, title.en, law.zh, law.en, asks.zh, asks.en, severity, source, group, refusalGround === true])

const before = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every rule of the windows that was in force on a day of the period, by window in their order, then by id. */
export const rulesWithin = ({ from, to }: Days, windows: readonly DomainWindow[] = domainWindows): readonly RuleText[] =>
  windows.flatMap((window) =>
    window.rules
      .filter((rule) => rule.from <= to && (rule.to === undefined || rule.to >= from))
      .toSorted((a, b) => before(a.id, b.id))
      .map((rule) => ({ window: window.id, rule: rule.id, title: rule.title, law: rule.law, from: rule.from, to: rule.to ?? null, text: canonicalText(window.id, rule) })))

/** A rule as a report has kept it. */
export interface RuleVersion { readonly window: string; readonly rule: string; readonly version: string }

/** What is otherwise between two lists of rules: those that came, those that are no longer there, and those that read otherwise. */
export interface RuleChanges<R extends RuleVersion = RuleVersion> {
  readonly added: readonly R[]
  readonly ended: readonly R[]
  readonly changed: readonly R[]
}

const keyOf = ({ window, rule }: Pick<RuleVersion, 'window' | 'rule'>): string => `${window} ${rule}`

/** Compares two lists of rules by their versions. */
export const compareRules = <R extends RuleVersion>(earlier: readonly R[], later: readonly R[]): RuleChanges<R> => {
  const [old, now] = [earlier, later].map((list) => new Map(list.map((rule) => [keyOf(rule), rule]))) as [Map<string, R>, Map<string, R>]
  return {
    added: later.filter((rule) => !old.has(keyOf(rule))),
    ended: earlier.filter((rule) => !now.has(keyOf(rule))),
    changed: later.filter((rule) => { const was = old.get(keyOf(rule)); return was !== undefined && was.version !== rule.version }),
  }
}

/** Whether two lists of rules are the same. */
export const areSameRules = (changes: RuleChanges): boolean => changes.added.length + changes.ended.length + changes.changed.length === 0

/** A day within a period (its first day apart) from which other rules are in force. */
export interface RuleChange {
  readonly day: string
  readonly window: string
  readonly begun: readonly Pick<RuleText, 'rule' | 'title' | 'law'>[]
  readonly ended: readonly Pick<RuleText, 'rule' | 'title' | 'law'>[]
}

const dayAfter = (day: string): string => addDays(civilDate(day), 1)

/** The days of a period on which rules begin, or on which some no longer stand, by day and window. */
export const ruleChangesWithin = (rules: readonly Omit<RuleText, 'text'>[], period: Days): readonly RuleChange[] => {
  const found = new Map<string, { day: string; window: string; begun: RuleChange['begun'][number][]; ended: RuleChange['ended'][number][] }>()
  const at = (day: string, window: string) => {
    const key = `${day} ${window}`
    const known = found.get(key) ?? { day, window, begun: [], ended: [] }
    found.set(key, known)
    return known
  }
  for (const { window, rule, title, law, from, to } of rules) {
    if (from > period.from && from <= period.to) at(from, window).begun.push({ rule, title, law })
    if (to !== null && to >= period.from && to < period.to) at(dayAfter(to), window).ended.push({ rule, title, law })
  }
  return [...found.values()].toSorted((a, b) => before(a.day, b.day))
}
