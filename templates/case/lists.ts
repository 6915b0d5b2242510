import type { StackStyle } from '../fonts/stacks.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import type { Flow } from './flow.ts'

/** A number that a QR can carry, out of a text that may hold anything. */
export const codeNumber = (...parts: readonly (string | number)[]): string => parts.map((part) => String(part).replace(/[^A-Za-z0-9]+/g, '-')).join('-').replace(/-{2,}/g, '-').replace(/^-|-$/g, '')

/** Height of a line of a list whose title may be two long names: at least `least` mm, more where the title needs it to stay readable. */
export const lineHeight = (sheet: Sheet, title: string, width: number, least: number, size = 8, field = 'parties.0.name'): number =>
  Math.max(least, sheet.lines(sheet.clean(field, title, 'song'), width - 3.4, { size, indent: 0 }) * size * pt * 1.35 + 2)

/** Cuts lines into pages by their heights, in mm; every page holds at least one. */
export const paged = <T extends { readonly height: number }>(rows: readonly T[], first: number, next: number): T[][] => {
  const pages: T[][] = [[]]
  let used = 0
  for (const row of rows) {
    const page = pages.at(-1) ?? []
    if (page.length > 0 && used + row.height > (pages.length === 1 ? first : next)) {
      pages.push([row])
      used = row.height
    } else {
      page.push(row)
      used += row.height
    }
  }
  return pages
}

/** A column of a list that runs over pages, in mm. */
export interface ListColumn { readonly title: string; readonly width: number; readonly align?: 'left' | 'centre' | 'right'; readonly font?: StackStyle; readonly size?: number; readonly single?: boolean }
/** What stands in a cell, with the path of its field. */
export type Listed = readonly [field: string, value: string]

/** Draws a list over as many pages as it takes, its head on each; every row as high as its words need. `flow.y` is the next baseline, before and after. */
export const drawList = (sheet: Sheet, flow: Flow, columns: readonly ListColumn[], rows: Iterable<readonly Listed[]>, options: { readonly size?: number; readonly least?: number; readonly tallest?: number; readonly head?: number } = {}): void => {
  const { size = 9.5, least = 7.2, tallest = 150, head: headHeight = columns.some(({ title }) => title.includes('\n')) ? 11 : 9 } = options
  const padding = 1.2
  const head: Row = { height: headHeight, cells: columns.map(({ title, width }) => ({ width, field: 'texts', value: title, font: 'hei', size: Math.min(size, 10), align: 'centre', padding: 0.6, clearance: 0.6 })) }
  const across = columns.reduce((sum, { width }) => sum + width, 0)
  const left = flow.left + (flow.width - across) / 2
  let waiting: Row[] = []
  let top = flow.y - 4
  let used = head.height
  const put = (): void => {
    sheet.fill(left, top, across, head.height, 0.95)
    flow.y = table(sheet, left, top, [head, ...waiting], { outer: 0.35 }) + 4
    waiting = []
  }
  // a row too tall for what is left of a page goes to the next one, unless it has just begun
  let fresh = false
  const turn = (): void => {
    flow.turn()
    top = flow.y - 4
    used = head.height
    fresh = true
  }
  if (top + head.height + least > flow.bottom) turn()
  for (const row of rows) {
    const height = Math.min(tallest, columns.reduce((most, { width, font = 'song', size: own = size, single = false }, i) => {
      const [field, value] = row[i] ?? ['texts', '']
      return value === '' || single ? most : Math.max(most, sheet.lines(sheet.clean(field, value, font), width - 2 * padding, { font, size: own, indent: 0 }) * own * pt * 1.35 + 2)
    }, least))
    if (top + used + height > flow.bottom && (waiting.length > 0 || !fresh)) {
      if (waiting.length > 0) put()
      turn()
    }
    waiting.push({ height, cells: columns.map(({ width, align = 'left', font = 'song', size: own = size, single = false }, i) => {
      const [field, value] = row[i] ?? ['texts', '']
      return { width, field, value, font, size: own, align, padding, single, clearance: 0.6 }
    }) })
    used += height
  }
  put()
}
