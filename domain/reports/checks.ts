import type { CheckedIdentity } from '../statistics/counted.ts'
import { checked } from '../statistics/counted.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { Period } from './spans.ts'
import { periodTitle } from './spans.ts'
import type { CounterCount, Indicator, TallyBook } from './shapes.ts'

/** The identities of a book, named, with both sides. Amounts are in fen. */

type Check = TallyBook['checks'][number]
const lineOf = ({ id, name, line, holds }: CheckedIdentity): Check => ({ id, name, line, holds })
const unitOf = ({ unit, money }: Pick<Indicator, 'unit' | 'money'>): string => (money ? '元' : unit)

/** The year to date of a line as the month before closed it, and the signed lines that came since for days before this period. */
export interface RunningBefore { readonly id: string; readonly toDate: number; readonly corrections: number }

/** Year to date = year to date of the month before, as it was closed, + the period + the corrections since, for every line of a month; where the month before was not closed there is nothing to check against. In January the sum begins anew. */
export const runningChecks = (indicators: readonly Pick<Indicator, 'id' | 'title' | 'unit' | 'money' | 'period' | 'toDate'>[], period: Period, before: readonly RunningBefore[] | undefined): readonly Check[] => {
  const january = period.from.endsWith('-01-01')
  if (before === undefined && !january) return []
  return indicators.flatMap((indicator) => {
    const known = before?.find(({ id }) => id === indicator.id)
    if (known === undefined && !january) return []
    // What came in January for days before it belongs to another year.
    const { toDate, corrections } = january || known === undefined ? { toDate: 0, corrections: 0 } : known
    const name = january
      ? text(`${indicator.title.zh}：本年累计 = 本月`, `${indicator.title.en}: year to date = the month`)
      : text(`${indicator.title.zh}：本年累计 = 上月月结累计 + 本月 + 更正`, `${indicator.title.en}: year to date = as the month before closed it + the month + corrections`)
    return [lineOf(checked(`running.${indicator.id}`, name, unitOf(indicator), indicator.toDate, toDate + indicator.period + corrections))]
  })
}

/** A whole and the parts it is the sum of. */
export interface Sum { readonly id: string; readonly title: Text; readonly unit: string; readonly whole: number; readonly parts: readonly number[] }

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const sumChecks = (kind: string, words: Text, sums: readonly Sum[]): readonly Check[] =>
  sums.map(({ id, title, unit, whole, parts }) => lineOf(checked(`${kind}.${id}`, text(`${title.zh}：${words.zh}`, `${title.en}: ${words.en}`), unit, sum(parts), whole)))

/** The windows of an office add up to the office. */
export const windowChecks = (sums: readonly Sum[]): readonly Check[] => sumChecks('windows', text('各窗口之和 = 全机关', 'sum of the windows = the office'), sums)

/** The months of a period add up to it (Σ 各月 = 全年). */
export const monthChecks = (period: Period, sums: readonly Sum[]): readonly Check[] => {
  const title = periodTitle(period)
  return sumChecks('months', text(`各月之和 = ${title.zh}`, `sum of the months = ${title.en}`), sums)
}

/** The counters of a day add up to the office, for every kind that either side counts. */
export const counterChecks = (counters: readonly CounterCount[], office: readonly { readonly window: string; readonly kind: string; readonly unit: string; readonly count: number }[], titleOf: (window: string, kind: string) => Text): readonly Check[] => {
  const lines = new Map<string, { window: string; kind: string; unit: string; parts: number[]; whole: number }>()
  const at = ({ window, kind, unit }: { readonly window: string; readonly kind: string; readonly unit: string }) => {
    const key = `${window} ${kind} ${unit}`
    const known = lines.get(key) ?? { window, kind, unit, parts: [], whole: 0 }
    lines.set(key, known)
    return known
  }
  for (const one of counters) at(one).parts.push(one.count)
  for (const one of office) at(one).whole += one.count
  return sumChecks('counters', text('各柜台之和 = 全机关', 'sum of the counters = the office'), [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, { window, kind, unit, parts, whole }]) => ({ id: `${window}.${kind}`, title: titleOf(window, kind), unit, whole, parts })))
}

/** The checks that do not hold. */
export const broken = (checks: readonly Check[]): readonly Check[] => checks.filter(({ holds }) => !holds)
