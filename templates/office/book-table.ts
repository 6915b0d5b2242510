import type { BookTable, Span, TallyBook } from '../../domain/reports/shapes.ts'
import { spans } from '../../domain/reports/shapes.ts'
import { plainDaysIn } from '../case/words.ts'

/** A table of the book as it is set, on paper and in the workbook alike: so that both show the same figures under the same heads. */

/** One figure: a count, an amount in fen, or a share of one. */
export interface Figure { readonly as: 'count' | 'fen' | 'share'; readonly value: number }
/** `group` stands above the columns that it joins; empty where a column stands alone. */
export interface SetColumn { readonly title: string; readonly unit: string; readonly group: string }
/** `part` counts the lines of a row from 0, `of` says how many there are: lines of one row are never parted. */
export interface SetLine { readonly title: string; /** Unit of its own, which differs from line to line. */ readonly unit: string; readonly span: string; readonly part: number; readonly of: number; readonly values: readonly (Figure | null)[] }
export interface SetTable {
  readonly title: string
  readonly unit: string
  /** Head of the column of titles. */
  readonly corner: string
  /** Whether lines say which days they count. */
  readonly spanned: boolean
  readonly columns: readonly SetColumn[]
  readonly lines: readonly SetLine[]
}

export type SpanWords = Readonly<Record<Span, string>>

const words: Readonly<Record<TallyBook['kind'], SpanWords>> = {
  month: { period: '本月', previous: '上月', yearBefore: '上年同月', toDate: '本年累计' },
  quarter: { period: '本季', previous: '上季', yearBefore: '上年同季', toDate: '本年累计' },
  half: { period: '本期', previous: '上期', yearBefore: '上年同期', toDate: '本年累计' },
  year: { period: '本年', previous: '上年', yearBefore: '上年同期', toDate: '本年累计' },
  other: { period: '本期', previous: '上期', yearBefore: '上年同期', toDate: '本年累计' },
}

/** What the days of a book are called in its heads. */
export const spanWords = ({ kind }: Pick<TallyBook, 'kind'>): SpanWords => words[kind]

const sameDays = (a: { readonly from: string; readonly to: string }, b: { readonly from: string; readonly to: string }): boolean => a.from === b.from && a.to === b.to

type Cell = BookTable['rows'][number]['lines'][number]['cells'][number]
/** One figure of each cell of a column: its count, its amount beside it, its share. */
interface Shown { readonly at: number; readonly as: Figure['as']; readonly title: string; readonly unit: string }

const pick = (cell: Cell | undefined, as: Figure['as']): Figure | null => {
  const value = cell === undefined ? null : as === 'count' ? cell.count : as === 'fen' ? cell.fen : cell.share
  return value === null ? null : { as, value }
}

/** What a column shows: the count unless it is an amount alone, the amount where there is one, the share where there is one. */
const shownOf = (table: BookTable): readonly Shown[] => {
  const any = (at: number, has: (cell: Cell) => boolean): boolean => table.rows.some(({ lines }) => lines.some(({ cells }) => {
    const cell = cells[at]
    return cell !== undefined && has(cell)
  }))
  return table.columns.flatMap(({ title, unit, money }, at): Shown[] => {
    const amount = any(at, ({ fen }) => fen !== null)
    const alone = money && amount && unit === '元'
    return [
      ...(alone ? [] : [{ at, as: 'count' as const, title: title.zh, unit }]),
      ...(amount ? [{ at, as: 'fen' as const, title: alone || title.zh.includes('金额') ? title.zh : title.zh === '数量' ? '金额' : `${title.zh}金额`, unit: '元' }] : []),
      ...(any(at, ({ share }) => share !== null) ? [{ at, as: 'share' as const, title: '占比', unit: '%' }] : []),
    ]
  })
}

/** The spans that a table says something of: lines that repeat the days and the figures of others are left out (of a year, the year before and the same days of the year before are the same). */
const spansOf = (table: BookTable, book: Pick<TallyBook, 'from' | 'to' | 'previous' | 'yearBefore' | 'toDate'>): readonly Span[] => {
  const given = spans.filter((span) => table.rows.some(({ lines }) => lines.some((line) => line.span === span)))
  const figures = (span: Span): string => JSON.stringify(table.rows.map(({ lines }) => lines.find((line) => line.span === span)?.cells.map(({ count, fen }) => [count, fen]) ?? []))
  const again = (span: Span, other: Span): boolean => given.includes(other) && figures(span) === figures(other)
  return given.filter((span) => {
    if (span === 'yearBefore') return !(sameDays(book.previous, book.yearBefore) && again('yearBefore', 'previous'))
    if (span === 'toDate') return !(sameDays(book, book.toDate) && again('toDate', 'period'))
    return true
  })
}

/** Words with their unit where it is not the one of the whole table. */
export const withUnit = (words: string, unit: string, whole: string): string => (unit === '' || unit === whole ? words : `${words}（${unit}）`)

/** So many figures stand beside one another before the days of a row become lines of their own. */
const mostBeside = 12

/** A table of one row has its columns as lines and the days beside one another, which is how such a table is read; so does one of few columns; any other has a line for each row and days. */
export const setTable = (table: BookTable, book: Pick<TallyBook, 'kind' | 'from' | 'to' | 'previous' | 'yearBefore' | 'toDate'>): SetTable => {
  const said = spanWords(book)
  const own = spansOf(table, book)
  const shown = shownOf(table)
  const [only] = table.rows
  const head = { title: table.title.zh, unit: table.unit }
  if (only !== undefined && table.rows.length === 1 && shown.length > 1) {
    const of = own.map((span) => ({ span, cells: only.lines.find((line) => line.span === span)?.cells ?? [] }))
    const shares = shown.some(({ as }) => as === 'share')
    return {
      ...head, corner: '指标名称', spanned: false,
      columns: of.flatMap(({ span }) => [{ title: said[span], unit: '', group: '' }, ...(shares ? [{ title: '占比', unit: '%', group: '' }] : [])]),
      lines: shown.filter(({ as }) => as !== 'share').map(({ at, as, title, unit }) => ({
        title, unit: unit === '' ? table.unit : unit, span: '', part: 0, of: 1,
        values: of.flatMap(({ cells }) => [pick(cells[at], as), ...(shares ? [as === 'count' ? pick(cells[at], 'share') : null] : [])]),
      })),
    }
  }
  if (own.length > 1 && shown.length * own.length <= mostBeside) {
    return {
      ...head, corner: '项　　目', spanned: false,
      columns: shown.flatMap(({ title, unit }) => own.map((span) => ({ title: said[span], unit: '', group: shown.length === 1 ? '' : withUnit(title, unit, table.unit) }))),
      lines: table.rows.map((row) => ({ title: plainDaysIn(row.title.zh), unit: row.unit ?? '', span: '', part: 0, of: 1, values: shown.flatMap(({ at, as }) => own.map((span) => pick(row.lines.find((line) => line.span === span)?.cells[at], as))) })),
    }
  }
  return {
    ...head, corner: '项　　目', spanned: own.length > 1,
    columns: shown.map(({ title, unit }) => ({ title, unit: unit === table.unit ? '' : unit, group: '' })),
    lines: table.rows.flatMap((row): SetLine[] => {
      const kept = own.flatMap((span) => row.lines.filter((line) => line.span === span))
      return kept.map(({ span, cells }, part) => ({ title: plainDaysIn(row.title.zh), unit: row.unit ?? '', span: said[span], part, of: kept.length, values: shown.map(({ at, as }) => pick(cells[at], as)) }))
    }),
  }
}

/** Growth in per cent against an earlier figure; undefined where there is nothing to compare with. */
export const growth = (now: number, before: number): number | undefined => (before === 0 ? undefined : (now - before) / Math.abs(before))
