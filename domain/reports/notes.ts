import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { grouped } from './rates.ts'
import type { TallyBook } from './shapes.ts'
import type { RuleChange } from './versions.ts'

/** What a reader of a book or report must know; only what is so is said. */

export type Note = TallyBook['notes'][number]

/** The facts that notes are made from; what is left out is not spoken of. */
export interface NoteFacts {
  readonly period: { readonly from: string; readonly to: string }
  readonly today: string
  /** Days of the period with business that are not closed. */
  readonly unclosed?: readonly string[]
  /** Entries before which the clock had shown a later time. */
  readonly clockSteps?: readonly { readonly seq: number; readonly at: string; readonly before: string }[]
  readonly ruleChanges?: readonly RuleChange[]
  readonly windows?: readonly { readonly id: string; readonly title: Text }[]
  /** Waiver or reward policies that begin or end within the period, and the day. */
  readonly policies?: readonly { readonly title: string; readonly day: string; readonly begins: boolean }[]
  /** Codes of the office with the first day of each, in order. */
  readonly codes?: readonly { readonly area: string; readonly from: string }[]
  /** Cases of the period that stand under another code than the office had on their day: moved from another office, or entered for it. */
  readonly otherOffices?: readonly { readonly area: string; readonly count: number }[]
  /** How much the office did in the period, all kinds together. */
  readonly business?: number
  /** Late lines entered since for days of the period. */
  readonly lateSince?: number
  /** Cases that were not examined, for a compliance report. */
  readonly unexamined?: number
}

const most = 10
const joined = (list: readonly string[], language: 'zh' | 'en'): string => {
  const shown = list.slice(0, most).join(language === 'zh' ? '、' : ', ')
  const more = list.length - most
  return more <= 0 ? shown : language === 'zh' ? `${shown}等 ${String(list.length)} 项` : `${shown} and ${String(more)} more`
}
const note = (id: string, zh: string, en: string): Note => ({ id, line: text(zh, en) })

const clockNotes = (steps: NonNullable<NoteFacts['clockSteps']>): readonly Note[] => {
  if (steps.length === 0) return []
  const said = (language: 'zh' | 'en'): string => joined(steps.map(({ seq, at, before }) => (language === 'zh' ? `第 ${String(seq)} 条（${before} → ${at}）` : `entry ${String(seq)} (${before} → ${at})`)), language)
  return [note('clock', `期间内时钟曾被调回：${said('zh')}；所记时间以日志顺序为准`, `The clock was set back within the period: ${said('en')}; the order of the journal decides`)]
}

const ruleNotes = (changes: readonly RuleChange[], titleOf: (window: string) => Text): readonly Note[] =>
  changes.map(({ day, window, begun, ended }, index) => {
    const parts = [[begun, '起适用', 'begin'], [ended, '起不再适用', 'end']] as const
    const said = parts.filter(([list]) => list.length > 0)
    const laws = (language: 'zh' | 'en'): string => joined([...new Set((begun.length > 0 ? begun : ended).map(({ law }) => law[language]))].slice(0, 3), language)
    return note(`rules.${String(index + 1)}`, `${titleOf(window).zh}：${day} ${said.map(([list, zh]) => `${zh}规则 ${String(list.length)} 条`).join('，')}（${laws('zh')}等）；各案按其当日规则判断`, `${titleOf(window).en}: on ${day} ${said.map(([list, , en]) => `${String(list.length)} rules ${en}`).join(' and ')} (${laws('en')} and others); each case is judged by the rules of its day`)
  })

/** Every note there is reason for, in order: the running period, days that are not closed, late lines, the clock, rules and policies, codes, an office without business. */
export const notesOf = (facts: NoteFacts): readonly Note[] => {
  const { period, today, unclosed = [], clockSteps = [], ruleChanges = [], windows = [], policies = [], codes = [], otherOffices = [], business, lateSince = 0, unexamined = 0 } = facts
  const titleOf = (id: string): Text => windows.find((window) => window.id === id)?.title ?? text(id, id)
  const within = codes.filter(({ from }, index) => index > 0 && from > period.from && from <= period.to)
  return [
    ...(today <= period.to ? [note('running', `期间尚未结束，本表截至 ${today}`, `The period is not over; this is how it stood on ${today}`)] : []),
    ...(business === 0 ? [note('noBusiness', '本期间没有办理业务', 'Nothing was done in this period')] : []),
    ...(unclosed.length > 0 ? [note('unclosed', `有 ${String(unclosed.length)} 天没有日结：${joined(unclosed, 'zh')}`, `${String(unclosed.length)} days are not closed: ${joined(unclosed, 'en')}`)] : []),
    ...(lateSince > 0 ? [note('late', `期间各日之后又有补记、更正 ${grouped(lateSince)} 条，见补记更正表`, `${grouped(lateSince)} late lines were entered since for days of the period; see their table`)] : []),
    ...(unexamined > 0 ? [note('unexamined', `有 ${grouped(unexamined)} 件没有检查，既不算合格，也不算不合格`, `${grouped(unexamined)} cases were not examined; they count neither as passed nor as failed`)] : []),
    ...clockNotes(clockSteps),
    ...ruleNotes(ruleChanges, titleOf),
    ...policies.map(({ title, day, begins }, index) => note(`policy.${String(index + 1)}`, `${day} 起${begins ? '执行' : '不再执行'}《${title}》，前后减免、奖补口径不同`, `From ${day} the policy “${title}” ${begins ? 'applies' : 'no longer applies'}; waivers and rewards before and after differ`)),
    ...within.map(({ area, from }, index) => note(`code.${String(index + 1)}`, `${from} 起本机关区划代码为 ${area}，此前登记的号码沿用原代码`, `From ${from} the office’s area code is ${area}; earlier numbers keep the old one`)),
    ...otherOffices.map(({ area, count }, index) => note(`office.${String(index + 1)}`, `有 ${grouped(count)} 件登记在代码 ${area} 名下（由其他机关移来或者代为补录），计入本机关的数`, `${grouped(count)} cases stand under the code ${area} (moved here from another office, or entered for it) and are counted`)),
  ]
}
