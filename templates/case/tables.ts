import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { mark } from './parts.ts'
import type { Block, Layout } from './tables-layout.ts'

/** What stands at the head and the foot of tables: who counts, for which days, who made them and when. */
export interface TablesSheet { readonly counted: string; readonly period: string; readonly preparer: string; readonly made: string; readonly sample: boolean }
/** A table beside its figures: title, unit, and the identities that check it. */
export interface CountedTable { readonly title: string; readonly unit: string; readonly identities: readonly { readonly line: string; readonly holds: boolean }[] }

const tallest = 7.6
const lowest = 5
const headHeight = 13

/** Measures of a page of tables, mm. */
export interface Frame { readonly width: number; readonly height: number; readonly left: number; readonly right: number; readonly bottom: number }
/** An upright page, or one across. */
export const frameOf = (landscape: boolean): Frame => (landscape ? { width: 297, height: 210, left: 20, right: 277, bottom: 168 } : { width: 210, height: 297, left: 20, right: 190, bottom: 255 })

/** Who made the tables and who checks them. */
export const tablesFoot = (sheet: Sheet, data: TablesSheet, frame: Frame): void => {
  const across = frame.right - frame.left
  const end = frame.height - 32
  sheet.text('preparer', frame.left, end, `制表人：${data.preparer}`, { size: 10, within: across * 0.3 })
  const at = sheet.text('texts', frame.left + across * 0.32, end, '审核人（签名）：', { size: 10 })
  sheet.line(at, end + 1, at + 24, end + 1, 0.15)
  sheet.text('texts', frame.right, end, data.made, { size: 10, align: 'right' })
}

/** Begins a page of tables: title, who counts, for which days, in which unit; gives the y below. */
export const tablesHead = (sheet: Sheet, data: TablesSheet, frame: Frame, title: string, unit: string, again: boolean): number => {
  sheet.page(frame.width, frame.height)
  mark(sheet, data)
  sheet.text('texts', frame.width / 2, 24, `${title}${again ? '（续）' : ''}`, { font: 'songBold', size: 18, align: 'centre', spacing: 0.1, within: frame.right - frame.left })
  const name = (frame.right - frame.left) * (frame.width > frame.height ? 0.44 : 0.36)
  sheet.cell('officeName', frame.left, 27, name, 9, data.counted, { size: 10, padding: 0, vertical: 'bottom', clearance: 0.8 })
  const counted = unit === '' ? '' : `计量单位：${unit}`
  const right = counted === '' ? frame.right : frame.right - sheet.width(counted, 'song', 10) - 6
  sheet.text('texts', right, 35.2, data.period, { size: 10, align: 'right', within: right - frame.left - name - 2 })
  if (counted !== '') sheet.text('texts', frame.right, 35.2, counted, { size: 10, align: 'right' })
  return 37
}

/** Draws a table on pages of its own, with the identities that check it and who made it. */
export const drawTable = <L extends { readonly title: string }>(sheet: Sheet, data: TablesSheet, one: CountedTable, { landscape, blocks }: Layout<L>): void => {
  const frame = frameOf(landscape)
  const across = frame.right - frame.left
  const checks = one.identities.map(({ line, holds }) => ({ line, holds, height: sheet.lines(sheet.clean('texts', line, holds ? 'song' : 'heiBold'), across - 6, { size: 9, indent: 0 }) * 4.9 }))
  let y = tablesHead(sheet, data, frame, one.title, one.unit, false)
  const turn = (): void => { y = tablesHead(sheet, data, frame, one.title, one.unit, true) }
  // lines move closer together where that keeps table and checks on one page
  const lines = blocks.reduce((sum, block) => sum + block.lines.length, 0)
  const free = frame.bottom - y - blocks.length * (headHeight + 6) - (checks.length === 0 ? 0 : 8 + checks.reduce((sum, { height }) => sum + height, 0))
  const rowHeight = free / lines >= lowest ? Math.min(tallest, free / lines) : tallest
  blocks.forEach((block, i) => {
    if (i > 0) {
      // a block stands whole below the one before where it has room
      if (y + headHeight + Math.min(block.lines.length, 12) * rowHeight > frame.bottom) turn()
      else y += 6
    }
    for (let at = 0; at < Math.max(1, block.lines.length);) {
      const room = Math.max(1, Math.floor((frame.bottom - y - headHeight) / rowHeight + 1e-6))
      y = drawBlock(sheet, frame, block, at, at + room, y, rowHeight)
      at += room
      if (at < block.lines.length) turn()
    }
  })
  y += 7
  const room = (height: number): void => {
    if (y + height <= frame.bottom + 8) return
    turn()
    y += 6
  }
  if (checks.length > 0) {
    room(6 + (checks[0]?.height ?? 0))
    sheet.text('texts', frame.left, y, `核对（${checks.every(({ holds }) => holds) ? '全部相符' : `${checks.filter(({ holds }) => !holds).length} 项不符`}）`, { font: 'heiBold', size: 9.5 })
    y += 5.6
    for (const { line, holds, height } of checks) {
      room(height)
      sheet.box(frame.left + 0.5, y, holds, 2.8)
      sheet.paragraph('texts', frame.left + 6, y, across - 6, line, { size: 9, indent: 0, leading: 1.54, font: holds ? 'song' : 'heiBold' })
      y += height
    }
  }
  tablesFoot(sheet, data, frame)
}

/** One run of lines of a block; figures stand at the right edge of their columns, under one another, in Hei, whose figures are all of one width. Gives the y below. */
const drawBlock = <L extends { readonly title: string }>(sheet: Sheet, frame: Frame, { columns, lines, head: corner }: Block<L>, from: number, to: number, y: number, rowHeight: number): number => {
  const total = frame.right - frame.left
  const longest = Math.max(8, ...lines.map(({ title }) => sheet.width(sheet.clean('texts', title, 'song'), 'song', 10)))
  const side = Math.min(longest + 5, total * (columns.length > 8 ? 0.22 : 0.36))
  // narrow tables are not spread over the whole page
  const width = Math.min(30, (total - side) / Math.max(1, columns.length))
  const label = (words: string, wide: number): Row['cells'][number] => ({ width: wide, field: 'texts', value: words, font: 'song', size: 9.5, align: 'centre', padding: 0.6, leading: 1.2 })
  const rows: Row[] = [
    { height: headHeight, cells: [label(corner, side), ...columns.map(({ title }) => label(title, width))] },
    ...lines.slice(from, to).map((line): Row => ({ height: rowHeight, cells: [
      { width: side, field: 'texts', value: line.title, font: 'song', size: 10, padding: 1.6, clearance: 0.6 },
      ...columns.map((column): Row['cells'][number] => ({ width, field: 'texts', value: column.pick(line), font: 'hei', size: column.share ? 9 : 10, align: 'right', padding: width < 14 ? 1 : 1.8, single: true, clearance: 0.6 })),
    ] })),
  ]
  sheet.fill(frame.left, y, side + width * columns.length, headHeight, 0.95)
  return table(sheet, frame.left, y, rows, { outer: 0.4 })
}
