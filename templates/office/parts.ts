import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'

/** A heading inside a sheet. */
export const heading = (sheet: Sheet, y: number, string: string): void => {
  sheet.fill(20, y - 3.6, 1.4, 4.6, 0)
  sheet.text('texts', 23.5, y, string, { font: 'heiBold', size: 11 })
}

export interface Column { readonly title: string; readonly width: number; readonly align?: 'left' | 'centre' | 'right'; readonly field?: string }

/** A plain table of columns with a head; gives the y below it. */
export const columns = (sheet: Sheet, y: number, heads: readonly Column[], body: readonly (readonly string[])[], options: { height?: number; size?: number; bold?: boolean } = {}): number => {
  const { height = 7.4, size = 10 } = options
  const rows: Row[] = [
    { height: height + 0.6, cells: heads.map(({ width, title }) => ({ width, label: title, size: Math.min(10, size), plain: true })) },
    ...body.map((line): Row => ({
      height,
      cells: heads.map(({ width, align = 'centre', field = 'texts' }, i) => ({ width, field, value: line[i] ?? '', align, size, font: 'song' as const, padding: align === 'left' ? 2 : 1, clearance: 0.8 })),
    })),
  ]
  const total = heads.reduce((sum, { width }) => sum + width, 0)
  sheet.fill(20, y, total, height + 0.6, 0.95)
  return table(sheet, 20, y, rows, { outer: 0.4 })
}
