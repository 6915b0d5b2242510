import type { BookTable, Indicator, TallyBook } from '../../../domain/reports/shapes.ts'
import type { Text } from '../../../domain/text.ts'

/** How much a figure grew over an earlier one, in per cent with its sign and one place; undefined where the earlier one is nothing, for nothing can be said then. */
export const growthOf = (now: number, before: number): string | undefined => {
  if (before <= 0) return undefined
  const tenths = Math.round(((now - before) / before) * 1000)
  const size = `${String(Math.trunc(Math.abs(tenths) / 10))}.${String(Math.abs(tenths) % 10)}%`
  return tenths > 0 ? `+${size}` : tenths < 0 ? `−${size}` : '0.0%'
}

/** A figure of the summary that is no longer what was signed. */
export interface Difference {
  readonly id: string
  readonly window: string
  readonly title: Text
  readonly unit: string
  readonly money: boolean
  readonly span: 'period' | 'toDate'
  readonly signed: number
  readonly now: number
}

const valuesOf = (table: BookTable | undefined): ReadonlyMap<string, string> =>
  new Map((table?.rows ?? []).flatMap((row) => row.lines.flatMap((line) => line.cells.map((cell, index) => [`${row.id} ${line.span} ${String(index)}`, `${String(cell.count)} ${String(cell.fen ?? 0)}`] as const))))

/** The figures of the summary that differ between a signed book and the figures of today, and how many cells of each table do; a line that one of them does not have counts as nothing there. */
export const differencesOf = (signed: TallyBook, now: TallyBook): { readonly figures: readonly Difference[]; readonly tables: readonly { readonly id: string; readonly title: Text; readonly cells: number }[] } => {
  const before = new Map(signed.indicators.map((indicator) => [indicator.id, indicator]))
  const lines: readonly Indicator[] = [...now.indicators, ...signed.indicators.filter(({ id }) => !now.indicators.some((other) => other.id === id))]
  const today = new Map(now.indicators.map((indicator) => [indicator.id, indicator]))
  const figures = lines.flatMap(({ id, window, title, unit, money }) =>
    (['period', 'toDate'] as const).flatMap((span) => {
      const first = before.get(id)?.[span] ?? 0
      const second = today.get(id)?.[span] ?? 0
      return first === second ? [] : [{ id, window, title, unit, money, span, signed: first, now: second }]
    }))
  const ids = [...new Map([...signed.tables, ...now.tables].map((table) => [table.id, table.title]))]
  const tables = ids.flatMap(([id, title]) => {
    const one = valuesOf(signed.tables.find((table) => table.id === id))
    const other = valuesOf(now.tables.find((table) => table.id === id))
    const cells = [...new Set([...one.keys(), ...other.keys()])].filter((key) => (one.get(key) ?? '0 0') !== (other.get(key) ?? '0 0')).length
    return cells === 0 ? [] : [{ id, title, cells }]
  })
  return { figures, tables }
}

/** Says whether nothing at all was counted in the period or up to it. */
export const isEmptyBook = (book: TallyBook): boolean => book.late.length === 0 && book.indicators.every(({ period, previous, yearBefore, toDate }) => period === 0 && previous === 0 && yearBefore === 0 && toDate === 0)

/** The checks of a book that do not hold, those of its tables too. */
export const failingLines = (book: TallyBook): TallyBook['tables'][number]['identities'] => [...book.checks, ...book.tables.flatMap(({ identities }) => identities)].filter(({ holds }) => !holds)

/** A table without the rows that hold nothing in any span; the sums stay. */
export const filledRows = (table: BookTable): BookTable['rows'] => table.rows.filter((row) => /(^|\.)total$/.test(row.id) || row.lines.some((line) => line.cells.some((cell) => cell.count !== 0 || (cell.fen ?? 0) !== 0)))
