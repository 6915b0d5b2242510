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
  /** The periods that a running one is held against, as many days of each as have passed. */
  readonly heldAgainst?: { readonly previous: { readonly from: string; readonly to: string }; readonly yearBefore: { readonly from: string; readonly to: string } }
  /** The day the register was begun; what counts before it was entered or taken over later. */
  readonly begun?: string
  /** The first day of the year before that the period is held against. */
  readonly yearBeforeFrom?: string
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

/** One thing in the singular, others in the plural: `1 day`, `3 days`. */
const some = (count: number, one: string, others: string): string => `${grouped(count)} ${count === 1 ? one : others}`

const mostInstruments = 3

/** The instruments that rules are taken from, without their articles. */
const instrumentsOf = (rules: RuleChange['begun']): Text => {
  const said = (list: readonly string[], between: string, others: string): string => [...new Set(list)].slice(0, mostInstruments).join(between) + (new Set(list).size > mostInstruments ? others : '')
  // 《民法典》第一千零四十七条、《婚姻登记条例》第九条: the names in their brackets, or what a standard is called.
  const zh = rules.flatMap(({ law }) => law.zh.match(/《[^》]+》/gu) ?? [law.zh])
  const en = rules.flatMap(({ law }) => law.en.split(';').map((one) => one.replace(/, art\. .*$/u, '').trim()))
  return text(said(zh, '、', '等'), said(en, '; ', ' and others'))
}

const ruleNotes = (changes: readonly RuleChange[], titleOf: (window: string) => Text): readonly Note[] =>
  changes.map(({ day, window, begun, ended }, index) => {
    const named = instrumentsOf(begun.length > 0 ? begun : ended)
    const zh = [...(begun.length > 0 ? [`新适用 ${String(begun.length)} 条规则`] : []), ...(ended.length > 0 ? [`停止适用 ${String(ended.length)} 条规则`] : [])].join('，')
    const en = [...(begun.length > 0 ? [`${some(begun.length, 'rule begins', 'rules begin')} to apply`] : []), ...(ended.length > 0 ? [`${some(ended.length, 'rule ceases', 'rules cease')} to apply`] : [])].join(' and ')
    return note(`rules.${String(index + 1)}`, `${titleOf(window).zh}：${day} 起${zh}（${named.zh}）；各案按其当日规则判断`, `${titleOf(window).en}: from ${day} ${en} (${named.en}); each case is judged by the rules of its day`)
  })

const begunNotes = ({ period, begun, yearBeforeFrom }: NoteFacts): readonly Note[] => {
  if (begun === undefined || (begun <= period.from && begun <= (yearBeforeFrom ?? period.from))) return []
  const whole = begun > period.from
  return [note('begun', `登记簿自 ${begun} 启用，此前各日只有补录、导入的数${whole ? '' : '，上年同期、上年累计可能不全'}；文字说明不作同比`, `The register was begun on ${begun}; earlier days hold only what was entered or taken over later${whole ? '' : ', so the year before may be incomplete'}; the paragraph makes no comparison with it`)]
}

const notOverNotes = ({ period, today, heldAgainst }: NoteFacts): readonly Note[] => {
  if (today > period.to) return []
  if (today < period.from) return [note('ahead', '期间尚未开始，没有数字', 'The period has not begun; there are no figures')]
  const days = ({ from, to }: { readonly from: string; readonly to: string }, by: string): string => `${from}${by}${to}`
  return [
    note('running', `期间尚未结束，本表截至 ${today}`, `The period is not over; this is how it stood on ${today}`),
    ...(heldAgainst === undefined || today === period.to ? [] : [note('held', `上期取 ${days(heldAgainst.previous, ' 至 ')}，上年同期取 ${days(heldAgainst.yearBefore, ' 至 ')}，与已过的日子相当`, `The period before is taken as ${days(heldAgainst.previous, ' to ')} and the year before as ${days(heldAgainst.yearBefore, ' to ')}, like the days that have passed`)]),
  ]
}

/** Every note there is reason for, in order: the running period, the beginning of the register, days that are not closed, late lines, the clock, rules and policies, codes, an office without business. */
export const notesOf = (facts: NoteFacts): readonly Note[] => {
  const { period, today, unclosed = [], clockSteps = [], ruleChanges = [], windows = [], policies = [], codes = [], otherOffices = [], business, lateSince = 0, unexamined = 0 } = facts
  const titleOf = (id: string): Text => windows.find((window) => window.id === id)?.title ?? text(id, id)
  const within = codes.filter(({ from }, index) => index > 0 && from > period.from && from <= period.to)
  return [
    ...notOverNotes(facts),
    ...begunNotes(facts),
    ...(business === 0 && today >= period.from && (facts.begun === undefined || facts.begun <= period.to) ? [note('noBusiness', '本期间没有办理业务', 'Nothing was done in this period')] : []),
    ...(unclosed.length > 0 ? [note('unclosed', `有 ${String(unclosed.length)} 天没有日结：${joined(unclosed, 'zh')}`, `${some(unclosed.length, 'day is', 'days are')} not closed: ${joined(unclosed, 'en')}`)] : []),
    ...(lateSince > 0 ? [note('late', `期间各日之后又有补记、更正 ${grouped(lateSince)} 条，见补记更正表`, `${some(lateSince, 'late line was', 'late lines were')} entered since for days of the period; see the table of late lines`)] : []),
    ...(unexamined > 0 ? [note('unexamined', `有 ${grouped(unexamined)} 件没有检查，既不算合格，也不算不合格`, `${some(unexamined, 'case was', 'cases were')} not examined and counted neither as passed nor as failed`)] : []),
    ...clockNotes(clockSteps),
    ...ruleNotes(ruleChanges, titleOf),
    ...policies.map(({ title, day, begins }, index) => note(`policy.${String(index + 1)}`, `${day} 起${begins ? '执行' : '不再执行'}《${title}》，前后减免、奖补口径不同`, `From ${day} the policy “${title}” ${begins ? 'applies' : 'no longer applies'}; waivers and rewards before and after differ`)),
    ...within.map(({ area, from }, index) => note(`code.${String(index + 1)}`, `${from} 起本机关区划代码为 ${area}，此前登记的号码沿用原代码`, `From ${from} the office’s area code is ${area}; earlier numbers keep the old one`)),
    ...otherOffices.map(({ area, count }, index) => note(`office.${String(index + 1)}`, `有 ${grouped(count)} 件登记在代码 ${area} 名下（由其他机关移来或者代为补录），计入本机关的数`, `${some(count, 'case stands', 'cases stand')} under the code ${area} (moved here from another office, or entered for it), counted here`)),
  ]
}
