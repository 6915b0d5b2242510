import { codeTable, findCode } from '../codes/types.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { agreesWithPublished } from '../waiver/money.ts'

/** What a rate is taken of; the same city can have a cremation rate of 58.8 % or of 100 %, depending on it. */
export const rateBases = codeTable([
  ['allDeaths', '全部死亡人数', 'all deaths'],
  ['cremationAreaDeaths', '火化区死亡人数', 'deaths in the cremation area'],
  ['reportedDeaths', '向民政部门报告的户籍死亡人数', 'deaths of residents reported to civil affairs'],
  ['estimatedDeaths', '推算死亡人数（人口 × 死亡率）', 'estimated deaths (population × death rate)'],
  ['urbanDeaths', '城区死亡人数', 'urban deaths'],
] as const)
export type RateBase = (typeof rateBases)[number]['code']

/** A denominator as an office enters it: what it is, its value, where it comes from. */
export interface Denominator {
  readonly base: RateBase
  readonly value: number
  readonly source: string
  /** It was made out of the cremations themselves: such a rate says nothing. */
  readonly fromNumerator: boolean
}

/** A rate with its denominator named beside it; null where it cannot be told. */
export interface NamedRate {
  readonly numerator: number
  readonly denominator: Denominator | null
  /** 0-1, or null without a denominator or with one that was made out of the numerator. */
  readonly rate: number | null
  readonly state: 'stated' | 'missing' | 'selfMade' | 'above'
  readonly message: Text
}

const percent = (rate: number): string => `${(Math.round(rate * 1000) / 10).toFixed(1)}%`

/** A rate of a named denominator: a missing or self-made one shows as such and never as 100 %. Throws `invalid` for counts that are none. */
export const namedRate = (what: Text, numerator: number, denominator: Denominator | null): NamedRate => {
  if (!Number.isInteger(numerator) || numerator < 0) throw new LantaiError('invalid', text('分子应为不小于零的整数', 'The numerator is a whole number from zero'), 'numerator')
  if (denominator === null || denominator.value === 0) return { numerator, denominator, rate: null, state: 'missing', message: text(`${what.zh}：没有分母，不能计算`, `${what.en}: no denominator, it cannot be told`) }
  if (!Number.isInteger(denominator.value) || denominator.value < 0) throw new LantaiError('invalid', text('分母应为正整数', 'The denominator is a positive whole number'), 'denominator')
  const base = findCode(rateBases, denominator.base)
  const name = text(base?.zh ?? denominator.base, base?.en ?? denominator.base)
  if (denominator.fromNumerator) return { numerator, denominator, rate: null, state: 'selfMade', message: text(`${what.zh}：分母（${name.zh} ${denominator.value}）由分子推出，不能算作百分率`, `${what.en}: the denominator (${name.en}, ${denominator.value}) was made out of the numerator and is no base`) }
  const rate = numerator / denominator.value
  const fraction = `${numerator} / ${denominator.value}`
  if (rate > 1) return { numerator, denominator, rate, state: 'above', message: text(`${what.zh}：${fraction} = ${percent(rate)}，超过 100%，分子含分母以外的人，请核对（分母：${name.zh}）`, `${what.en}: ${fraction} = ${percent(rate)}, above 100 %: the numerator holds others; compare (denominator: ${name.en})`) }
  return { numerator, denominator, rate, state: 'stated', message: text(`${what.zh}：${fraction} = ${percent(rate)}（分母：${name.zh}${denominator.source === '' ? '' : `，${denominator.source}`}）`, `${what.en}: ${fraction} = ${percent(rate)} (denominator: ${name.en})`) }
}

/** Bodies cremated by a named number of deaths (火化率). */
export const cremationRate = (bodies: number, denominator: Denominator | null): NamedRate => namedRate(text('火化率', 'cremation rate'), bodies, denominator)
/** Urban funerals held in a home by urban deaths (集中办丧率); vigils by all cremations are another figure. */
export const centralisedFuneralRate = (urbanFuneralsAtHome: number, denominator: Denominator | null): NamedRate => {
  if (denominator !== null && denominator.base !== 'urbanDeaths') throw new LantaiError('invalid', text('集中办丧率的分母是城区死亡人数', 'The centralised-funeral rate is of urban deaths'), 'denominator.base')
  return namedRate(text('集中办丧率', 'centralised-funeral rate'), urbanFuneralsAtHome, denominator)
}

/** Deaths by population and death rate per thousand, rounded; both are entered by area and year. */
export const estimatedDeaths = (population: number, perThousand: number): number => Math.round((population * perThousand) / 1000)

/** Says whether a published share (percent) agrees with its own parts within one unit of its last place, truncated or rounded. */
export const shareAgrees = (part: number, whole: number, publishedPercent: number, decimals: number): boolean => agreesWithPublished((100 * part) / whole, publishedPercent, decimals)
