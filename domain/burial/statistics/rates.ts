import { findCode } from '../../codes/types.ts'
import { civilDate, monthOf, monthRange, shiftMonth } from '../../dates.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { Denominator, NamedRate, RateBase } from '../rates.ts'
import { namedRate, rateBases } from '../rates.ts'
import type { CellSums } from '../../statistics/counted.ts'

/** A denominator as it was entered for a year (2026) or a month (2026-10). */
export type EnteredDenominator = Denominator & { readonly period: string }

/** A rate with what it is of. */
export interface CountedRate extends NamedRate {
  readonly id: 'cremation' | 'centralised'
  readonly title: Text
}

/** The cells that the rates are counted from. */
export const rateCells: readonly string[] = ['cremated.total', 'cremated.resident.yes', 'funeral.urban.yes', 'funeral.urban.unknown']

/** The cell whose count stands over a denominator. */
export const numeratorCell = (base: RateBase): string => (base === 'urbanDeaths' ? 'funeral.urban.yes' : base === 'reportedDeaths' ? 'cremated.resident.yes' : 'cremated.total')

/** The months of a period that consists of whole months, or undefined. */
const monthsOf = ({ from, to }: { readonly from: string; readonly to: string }): readonly string[] | undefined => {
  const [first, last] = [monthOf(civilDate(from)), monthOf(civilDate(to))]
  if (!from.endsWith('-01') || to !== monthRange(last).to) return undefined
  const months: string[] = []
  for (let month = first; month <= last; month = shiftMonth(month, 1)) months.push(month)
  return months
}

/** The denominator of a base for a period: that of the year, or the sum of its months (or whole years) where every one of them was entered; null where the period is not covered exactly. */
export const denominatorFor = (entered: readonly EnteredDenominator[], base: RateBase, period: { readonly from: string; readonly to: string }): Denominator | null => {
  const months = monthsOf(period)
  if (months === undefined) return null
  const own = new Map(entered.filter((row) => row.base === base).map((row) => [row.period, row]))
  const rows: EnteredDenominator[] = []
  for (let index = 0; index < months.length; ) {
    const month = months[index] ?? ''
    const year = month.slice(0, 4)
    const whole = month.endsWith('-01') && months[index + 11] === `${year}-12` ? own.get(year) : undefined
    const row = whole ?? own.get(month)
    if (row === undefined) return null
    rows.push(row)
    index += whole === undefined ? 1 : 12
  }
  const [first] = rows
  if (first === undefined) return null
  return { base, value: rows.reduce((sum, { value }) => sum + value, 0), source: [...new Set(rows.map(({ source }) => source))].join('；'), fromNumerator: rows.some(({ fromNumerator }) => fromNumerator) }
}

const caution = (rate: NamedRate): NamedRate => (rate.state === 'stated' && rate.rate === 1 ? { ...rate, message: text(`${rate.message.zh}；分母与分子相等，请核对分母来源`, `${rate.message.en}; denominator and numerator are the same: go back to the source`) } : rate)

const cremationTitle = text('火化率', 'Cremation rate')
const centralisedTitle = text('集中办丧率（城区）', 'Centralised-funeral rate (urban)')

/** The rates of a period, one for each base that was entered; one that says what is missing where none was. Deaths reported of residents are set beside residents only. */
export const ratesOf = (sums: CellSums, entered: readonly EnteredDenominator[], period: { readonly from: string; readonly to: string }): readonly CountedRate[] => {
  const at = (cell: string): number => Math.max(0, sums.get(cell)?.count ?? 0)
  const found = rateBases.filter(({ code }) => code !== 'urbanDeaths').flatMap(({ code, zh, en }): CountedRate[] => {
    const denominator = denominatorFor(entered, code, period)
    if (denominator === null) return []
    const residents = code === 'reportedDeaths'
    const title = residents ? text(`户籍居民火化率（${zh}）`, `Cremation rate of residents (${en})`) : text(`火化率（${zh}）`, `Cremation rate (${en})`)
    return [{ id: 'cremation', title, ...caution(namedRate(title, at(numeratorCell(code)), denominator)) }]
  })
  const missing = { id: 'cremation' as const, title: cremationTitle, ...namedRate(cremationTitle, at('cremated.total'), null) }
  const urban = namedRate(centralisedTitle, at('funeral.urban.yes'), denominatorFor(entered, 'urbanDeaths', period))
  const open = at('funeral.urban.unknown')
  const told = open === 0 ? urban.message : text(`${urban.message.zh}；另有 ${String(open)} 例在馆办丧未记是否城区，未计入分子`, `${urban.message.en}; ${String(open)} funerals at the home do not say whether urban and are left out`)
  return [...(found.length === 0 ? [missing] : found), { id: 'centralised', title: centralisedTitle, ...caution({ ...urban, message: told }) }]
}

/** Name of a base of rates. */
export const rateBaseTitle = (base: RateBase): Text => {
  const found = findCode(rateBases, base)
  return text(found?.zh ?? base, found?.en ?? base)
}
