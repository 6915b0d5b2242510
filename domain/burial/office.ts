import { civilDate, monthOf, monthRange, shiftMonth } from '../dates.ts'
import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { findCode } from '../codes/types.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { BurialOfficeAction } from './office-actions.ts'
import { findNumberedPaper } from './numbers.ts'
import { estimatedDeaths, rateBases } from './rates.ts'

/** What the office decides beside its cases: closing a month, denominators, gaps and spoiled numbers. */

type ActionOf<K extends BurialOfficeAction['kind']> = Extract<BurialOfficeAction, { kind: K }>
type Body<K extends BurialOfficeAction['kind']> = ActionOf<K>['body']
const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

/** Months closed so far. */
export interface ClosedMonths {
  readonly closed: ReadonlySet<string>
}

/** Why a month cannot be closed on a day, or undefined: it is over, was not closed before, and follows the last one that was. An office begins with whichever month it likes: what it enters of older years stays open. */
export const findClosingFault = ({ closed }: ClosedMonths, month: string, today: string): LantaiError | undefined => {
  const { to } = monthRange(month)
  if (closed.has(month)) return new LantaiError('conflict', text(`${month} 已经月结`, `${month} is closed already`), 'month')
  if (today <= to) return new LantaiError('wrong_state', text(`${month} 还没有结束`, `${month} is not over yet`), 'month')
  const before = shiftMonth(month, -1)
  if (!closed.has(before) && [...closed].some((earlier) => earlier < month)) return new LantaiError('wrong_state', text(`请先结 ${before}`, `Close ${before} first`), 'month')
  return undefined
}

/** Decides to close a month: what comes later for it counts on the day of its entry. Throws `conflict`, `wrong_state` at `month`, `invalid` at `reason`, `second_person`. */
export const decideMonthClosing = (known: ClosedMonths, given: { readonly month: string; readonly today: string; readonly head: string; readonly cremated: number; readonly waivedFen: number }, by: SecondPerson): ActionOf<'burial.monthClosed'> => {
  const { month, today, ...figures } = given
  const fault = findClosingFault(known, month, civilDate(today, 'today'))
  if (fault !== undefined) throw fault
  return { kind: 'burial.monthClosed', subject: `month/${month}`, body: { month, day: today, ...figures }, ...requireSecondPerson(by, { second: text('月结须由另一人复核', 'Closing a month needs a second person') }) }
}

/** Decides the denominator of a rate for a year or month, with its source. An estimate is population × rate and nothing else; `numerator` is what is counted over it, and a denominator that is the numerator itself has to be called self-made or its source gone back to. Throws `invalid` at the field. */
export const decideDenominator = (given: Omit<Body<'burial.denominatorEntered'>, 'day'>, told: { readonly today: string; readonly reason: string; readonly numerator?: number }): ActionOf<'burial.denominatorEntered'> => {
  const { period, base, value, population, perThousand } = given
  const today = civilDate(told.today, 'today')
  const first = period.length === 4 ? `${period}-01` : period
  if (first > monthOf(today)) throw invalid('期间还没有开始', 'The period has not begun yet', 'period')
  if (findCode(rateBases, base) === undefined) throw invalid('没有这种分母', 'There is no such denominator', 'base')
  if (!Number.isInteger(value) || value < 1) throw invalid('分母应为正整数', 'The denominator is a positive whole number', 'value')
  if (base === 'estimatedDeaths') {
    if (population === undefined || perThousand === undefined) throw invalid('推算的死亡人数应写明人口和死亡率', 'An estimate names population and death rate', population === undefined ? 'population' : 'perThousand')
    const estimate = estimatedDeaths(population, perThousand)
    if (period.length === 4 && value !== estimate) throw invalid(`人口 × 死亡率 = ${estimate}`, `Population × death rate = ${estimate}`, 'value')
    if (value > estimate) throw invalid(`一个月不能多于全年推算数 ${estimate}`, `A month is not more than the year’s estimate of ${estimate}`, 'value')
  } else if (population !== undefined || perThousand !== undefined) throw invalid('人口和死亡率只用于推算', 'Population and death rate belong to an estimate only', 'population')
  if (given.source.trim().length < 2) throw invalid('请写明数据来源', 'Say where the figure comes from', 'source')
  if (told.numerator !== undefined && value === told.numerator && !given.fromNumerator) throw invalid('分母与分子相同，请核对来源；由分子推出的应如实勾选', 'Denominator and numerator are the same: go back to the source, or say that it was made out of the numerator', 'fromNumerator')
  if (told.reason.trim() === '') throw invalid('请写明理由', 'Say why', 'reason')
  return { kind: 'burial.denominatorEntered', subject: `denominator/${period}/${base}`, body: { ...given, source: given.source.trim(), day: told.today }, reason: told.reason.trim() }
}

/** A gap in the numbers of a prefix and year, with its explanation, empty without one. */
export interface KnownGap {
  readonly from: number
  readonly to: number
  readonly explained: string
}

/** Decides the explanation of serials that no paper carries; they lie within one gap that is not explained yet. Throws `not_found` or `conflict` at `from`, `invalid`, `second_person`. */
export const decideGap = (gaps: readonly KnownGap[], given: Omit<Body<'burial.gapExplained'>, 'day'>, today: string, by: SecondPerson): ActionOf<'burial.gapExplained'> => {
  const { prefix, year, from, to } = given
  if (to < from) throw invalid('止号小于起号', 'The last serial lies before the first', 'to')
  const gap = gaps.find((entry) => entry.from <= from && to <= entry.to)
  if (gap === undefined) throw new LantaiError('not_found', text(`${prefix} ${year} 年没有 ${from} 至 ${to} 的缺号`, `${prefix} of ${year} has no gap from ${from} to ${to}`), 'from')
  if (gap.explained !== '') throw new LantaiError('conflict', text('这一缺号已经说明', 'This gap is explained already'), 'from')
  return { kind: 'burial.gapExplained', subject: `number/${prefix}/${year}`, body: { ...given, day: civilDate(today, 'today') }, ...requireSecondPerson(by, { second: text('缺号说明须由另一人复核', 'Explaining a gap needs a second person') }) }
}

/** Decides that a number spoiled on paper is used up and never given: the next one of its series. Throws `invalid` for a series that no paper has, `second_person`. */
export const decideNumberVoid = (allotted: { readonly number: string; readonly prefix: string; readonly year: number; readonly serial: number }, today: string, by: SecondPerson): ActionOf<'burial.numberVoided'> => {
  if (findNumberedPaper(allotted.prefix) === undefined) throw invalid(`没有前缀为 ${allotted.prefix} 的文书`, `No paper has the prefix ${allotted.prefix}`, 'prefix')
  const { number, prefix, year, serial } = allotted
  return { kind: 'burial.numberVoided', subject: `number/${prefix}/${year}`, body: { number, prefix, year, serial, day: civilDate(today, 'today') }, ...requireSecondPerson(by, { second: text('作废编号须由另一人复核', 'Voiding a number needs a second person') }) }
}
