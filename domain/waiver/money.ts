import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** An amount in fen as it is written in yuan, without needless zeros: 18000 → 180, 1050 → 10.50. */
export const yuan = (fen: number): string => {
  const sign = fen < 0 ? '-' : ''
  const rest = Math.abs(fen) % 100
  const whole = (Math.abs(fen) - rest) / 100
  return `${sign}${whole}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`
}

/** An amount in fen in words of both languages: 180元, 180 yuan. */
export const money = (fen: number): Text => text(`${yuan(fen)}元`, `${yuan(fen)} yuan`)

/** An amount in fen shown in 万元 with two decimals, rounded half up; for display only, never computed with. */
export const tenThousands = (fen: number): string => {
  const hundredths = Math.floor((Math.abs(fen) + 5000) / 10_000)
  return `${fen < 0 && hundredths > 0 ? '-' : ''}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** Says whether a published figure agrees with the counted one within one unit of its last place, for published figures are truncated as often as rounded. */
export const agreesWithPublished = (counted: number, published: number, decimals: number): boolean => Math.abs(counted - published) < 10 ** -decimals + 1e-9

/** Refuses an amount or a quantity that is no whole number from `least` up; throws `invalid` at the field. */
export const requireWhole = (value: number, least: number, field: string, what: Text): void => {
  if (Number.isSafeInteger(value) && value >= least && value <= 1_000_000_000_000) return
  throw new LantaiError('invalid', text(`${what.zh}应为不小于 ${least} 的整数，不能是负数或者小数`, `The ${what.en} is a whole number of at least ${least}, neither negative nor a fraction`), field)
}

/** Splits an amount in fen by whole-number shares so that the parts sum to it exactly: largest remainders first, ties in the order given. */
export const splitFen = (fen: number, shares: readonly number[]): readonly number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  if (whole <= 0 || shares.some((share) => share < 0 || !Number.isInteger(share))) throw new LantaiError('invalid', text('负担比例应为正整数', 'Shares are positive whole numbers'), 'bearers')
  const exact = shares.map((share) => BigInt(fen) * BigInt(share))
  const base = exact.map((value) => value / BigInt(whole))
  const rest = Number(BigInt(fen) - base.reduce((sum, value) => sum + value, 0n))
  const order = exact.map((value, index) => ({ index, remainder: value % BigInt(whole) })).sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
  const extra = new Set(order.slice(0, rest).map(({ index }) => index))
  return base.map((value, index) => Number(value) + (extra.has(index) ? 1 : 0))
}
