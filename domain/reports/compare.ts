import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { examinedOf, grouped, percentOf, rateWords } from './rates.ts'
import type { ComplianceReport, ComplianceSums } from './shapes.ts'
import type { RuleChanges } from './versions.ts'
import { areSameRules, compareRules } from './versions.ts'

/** What is otherwise between two compliance reports: of the same period at two times, or of a period and the one before. */

type CaseKey = readonly [window: string, caseId: string]
type Kept = Pick<ComplianceReport, 'failedIds'> & { readonly rules: Pick<ComplianceReport['rules'], 'digest' | 'list'> }

/** Cases that failed and no longer do, cases that fail now and did not, and the rules that read otherwise. */
export interface Differences {
  readonly mended: [string, string][]
  readonly failedNow: [string, string][]
  readonly stillFailing: number
  readonly rules: RuleChanges<ComplianceReport['rules']['list'][number]>
  readonly rulesChanged: boolean
}

const keyOf = ([window, caseId]: CaseKey): string => `${window} ${caseId}`
const outside = (list: readonly CaseKey[], other: readonly CaseKey[]): [string, string][] => {
  const known = new Set(other.map(keyOf))
  return list.filter((one) => !known.has(keyOf(one))).map(([window, caseId]) => [window, caseId])
}

/** Compares two reports of the same period and windows. A case that was voided since counts as mended: it no longer fails. */
export const compareReports = (earlier: Kept, later: Kept): Differences => {
  const mended = outside(earlier.failedIds, later.failedIds)
  const rules = compareRules(earlier.rules.list, later.rules.list)
  return { mended, failedNow: outside(later.failedIds, earlier.failedIds), stillFailing: earlier.failedIds.length - mended.length, rules, rulesChanged: earlier.rules.digest !== later.rules.digest || !areSameRules(rules) }
}

const sumsOf = ({ passed, failed, unexamined, notApplicable, attested }: ComplianceSums): ComplianceSums => ({ passed, failed, unexamined, notApplicable, attested })

/** What a report says of the last stored one of its period and windows. */
export const againstOf = (stored: { readonly id: string; readonly at: string; readonly content: string; readonly report: Kept & ComplianceSums }, now: Kept): NonNullable<ComplianceReport['against']> => {
  const { mended, failedNow, rulesChanged } = compareReports(stored.report, now)
  return { report: stored.id, at: stored.at, content: stored.content, before: sumsOf(stored.report), mended, failedNow, rulesChanged }
}

/** The differences of two reports in words, a line each; one line when nothing is otherwise. */
export const differenceLines = ({ mended, failedNow, stillFailing, rules, rulesChanged }: Differences): readonly Text[] => {
  const lines: Text[] = []
  const count = (list: readonly unknown[]): string => grouped(list.length)
  if (mended.length > 0) lines.push(text(`已改正 ${count(mended)} 件`, `${count(mended)} cases no longer fail`))
  if (failedNow.length > 0) lines.push(text(`新发现不合格 ${count(failedNow)} 件`, `${count(failedNow)} cases fail now that did not`))
  if (stillFailing > 0) lines.push(text(`仍不合格 ${grouped(stillFailing)} 件`, `${grouped(stillFailing)} cases still fail`))
  if (rulesChanged) {
    const parts = [[rules.added, '新增', 'new'], [rules.changed, '修改', 'changed'], [rules.ended, '不再适用', 'no longer asked']] as const
    const said = parts.filter(([list]) => list.length > 0)
    lines.push(said.length === 0 ? text('规则版本不同', 'The rules are of another version') : text(`规则有变动：${said.map(([list, zh]) => `${zh} ${count(list)} 条`).join('、')}`, `The rules differ: ${said.map(([list, , en]) => `${count(list)} ${en}`).join(', ')}`))
  }
  return lines.length === 0 ? [text('与上次存档的报告一致', 'The same as the report that was put away')] : lines
}

/** How a period stands against the one before: both rates, the difference in hundredths of a percent point where both have one, and the words. */
export interface Movement {
  readonly now: number | null
  readonly before: number | null
  /** In percent points, two decimals. */
  readonly difference: number | null
  readonly words: Text
}

/** Compares the rate of a period with that of the one before; says so when one of them has none. */
export const movementOf = (now: ComplianceSums, earlier: ComplianceSums): Movement => {
  const [rate, was] = [percentOf(now), percentOf(earlier)]
  if (rate === null || was === null) {
    const why = examinedOf(earlier) === 0 ? text('上期未检查，不作比较', 'the period before was not examined; nothing is compared') : text('两期检查不完整，不作比较', 'not all of both periods was examined; nothing is compared')
    return { now: rate, before: was, difference: null, words: text(`${rateWords(now).zh}；${why.zh}`, `${rateWords(now).en}; ${why.en}`) }
  }
  const hundredths = Math.round(rate * 100) - Math.round(was * 100)
  const points = String(Math.abs(hundredths) / 100)
  const moved = hundredths === 0 ? text('与上期持平', 'as in the period before') : hundredths > 0 ? text(`比上期高 ${points} 个百分点`, `${points} percent points above the period before`) : text(`比上期低 ${points} 个百分点`, `${points} percent points below the period before`)
  return { now: rate, before: was, difference: hundredths / 100, words: text(`${rateWords(now).zh}，${moved.zh}`, `${rateWords(now).en}, ${moved.en}`) }
}

/** The movement of every window of a report. */
export const windowMovements = ({ byWindow, previous }: Pick<ComplianceReport, 'byWindow' | 'previous'>): readonly (Movement & { readonly window: string; readonly title: Text })[] =>
  byWindow.map(({ window, title, ...sums }) => {
    const earlier = previous.byWindow.find((one) => one.window === window) ?? { passed: 0, failed: 0, unexamined: 0, notApplicable: 0, attested: 0 }
    return { window, title, ...movementOf(sums, earlier) }
  })
