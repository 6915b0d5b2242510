import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../db/canonical.ts'
import type { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { rulesWithin, type RuleText } from '../../../domain/reports/versions.ts'
import { judgedWindows } from './windows.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Rules = ComplianceReport['rules']

/** The rules a report judged by: every one in force within the period, and those of earlier days that its cases were asked; each with its version, and the digest of them all. */
export const rulesJudged = (period: { readonly from: string; readonly to: string }, windows: readonly string[], asked: ReadonlySet<string>): Rules => {
  const chosen = judgedWindows.filter(({ id }) => windows.includes(id))
  const within = new Set(rulesWithin(period, chosen).map(ruleKey))
  const all = rulesWithin({ from: '0001-01-01', to: '9999-12-31' }, chosen)
  const list = all.filter((rule) => within.has(ruleKey(rule)) || asked.has(ruleKey(rule))).map(({ text, window, rule, title, law, from, to }) => ({ window, rule, title, law, from, to, version: sha256(text) }))
  return { digest: sha256(canonicalJson(list)), list }
}

export const ruleKey = ({ window, rule }: Pick<RuleText, 'window' | 'rule'>): string => `${window} ${rule}`

/** Place of a rule in the book of its window. */
export const rulePlaces: ReadonlyMap<string, number> = new Map(judgedWindows.flatMap(({ id, rules }) => rules.map((rule, index) => [ruleKey({ window: id, rule: rule.id }), index] as const)))
