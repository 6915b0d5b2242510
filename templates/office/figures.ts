import { yuanFigure } from '../case/money.ts'
import { growth, type Figure } from './book-table.ts'

/** Figures as papers write them; what is below nothing has the minus sign, not a hyphen. */

const minus = (words: string): string => words.replace('-', '−')
/** A count. */
export const countFigure = (count: number): string => minus(String(count))
/** An amount in fen, in yuan. */
export const yuan = (fen: number): string => minus(yuanFigure(fen))
/** A part of one in per cent with two decimals; what is less than all is never rounded up to it. */
export const percentFigure = (share: number): string => minus((share < 1 && share > 0.9999 ? 99.99 : share * 100).toFixed(2))
/** Growth in per cent with its sign; a dash where there is nothing to compare with. */
export const growthFigure = (now: number, before: number): string => {
  const found = growth(now, before)
  if (found === undefined) return '—'
  const said = (found * 100).toFixed(1)
  return Number(said) > 0 ? `+${said}` : minus(Number(said) === 0 ? '0.0' : said)
}
/** What a cell of a table shows; nothing where nothing is counted. */
export const figureWords = (figure: Figure | null): string => (figure === null ? '' : figure.as === 'fen' ? yuan(figure.value) : figure.as === 'share' ? percentFigure(figure.value) : countFigure(figure.value))
