import { breakPieces } from '../wrap.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'
import { withUnit, type SetColumn, type SetLine, type SetTable } from './book-table.ts'
import { figureWords } from './figures.ts'

/** The groups of columns, in order: columns of one group stand under its name. */
const joined = (columns: SetBlock['columns']): readonly { readonly group: string; readonly columns: SetBlock['columns'] }[] => {
  const found: { group: string; columns: SetBlock['columns'][number][] }[] = []
  for (const one of columns) {
    const last = found.at(-1)
    if (last !== undefined && one.column.group !== '' && last.group === one.column.group) last.columns.push(one)
    else found.push({ group: one.column.group, columns: [one] })
  }
  return found
}

/** Columns that stand beside one another, with their widths in mm and the size of the letters in points. */
export interface SetBlock { readonly unit: string; readonly size: number; readonly side: number; readonly span: number; readonly columns: readonly { readonly at: number; readonly column: SetColumn; readonly width: number }[] }

/** Letters are made smaller before a table is split by its columns, but never below this. */
const least = 7.5
const usualSize = 9.5
const widest = 36

/** Title of a line, with its unit where it is not that of the table. */
const titleOf = ({ title, unit }: SetLine, whole: string): string => withUnit(title, unit, whole)

/** Head of a column: its title, and its unit where it is not that of the table. */
const headWords = ({ title, unit }: SetColumn): string => (unit === '' ? title : `${title}\n（${unit}）`)

/** Room that a head needs when it is broken over at most three lines, mm. */
const headRoom = (sheet: Sheet, column: SetColumn, size: number): number =>
  Math.max(...headWords(column).split('\n').map((line) => {
    const printable = sheet.clean('texts', line, 'song')
    return Math.max(sheet.width(printable, 'song', size) / 3 + size * 0.36, ...breakPieces(printable).map((piece) => sheet.width(piece, 'song', size)))
  }))

const sameGroup = (a: SetColumn | undefined, b: SetColumn | undefined): boolean => a !== undefined && b !== undefined && a.group !== '' && a.group === b.group

/** Cuts a table for a page so wide: whole where its figures have room, in smaller letters where that helps, else in blocks of columns. */
export const blocksOf = (sheet: Sheet, one: SetTable, across: number, largest = usualSize): readonly SetBlock[] => {
  const longest = (size: number): number => Math.max(16, ...new Set(one.lines.map((line) => titleOf(line, one.unit))).values().map((title) => sheet.width(sheet.clean('texts', title, 'song'), 'song', size)), sheet.width(one.corner, 'song', size)) + 4.5
  const spanRoom = (size: number): number => (one.spanned ? Math.max(...new Set(one.lines.map(({ span }) => span)).values().map((span) => sheet.width(span, 'song', size))) + 3 : 0)
  const figures = one.columns.map((_column, at) => one.lines.reduce((most, { values }) => {
    const said = figureWords(values[at] ?? null)
    return said.length > most.length ? said : most
  }, ''))
  const needs = (size: number): readonly number[] => one.columns.map((column, at) => Math.max(9, sheet.width(figures[at] ?? '', 'hei', size) + 3, headRoom(sheet, column, size) + 1.4))
  const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0)
  const fit = (size: number, from: number, to: number, side: number): SetBlock => {
    const own = needs(size).slice(from, to)
    const span = spanRoom(size)
    const spare = across - side - span - sum(own)
    // what is left is shared out, yet a narrow table is not spread over the whole page
    const each = spare / Math.max(1, own.length)
    const widths = own.map((need) => Math.max(need, Math.min(widest, need + each)))
    const rest = across - span - sum(widths)
    return { unit: one.unit, size, side: Math.min(Math.max(side, Math.min(rest, 95)), rest), span, columns: widths.map((width, i) => ({ at: from + i, column: one.columns[from + i] as SetColumn, width })) }
  }
  for (let size = largest; size >= least; size -= 0.5) {
    const side = Math.min(longest(size), across * 0.34)
    if (side + spanRoom(size) + sum(needs(size)) <= across) return [fit(size, 0, one.columns.length, side)]
  }
  const size = Math.min(8.5, largest)
  const side = Math.min(longest(size), across * 0.26)
  const room = across - side - spanRoom(size)
  const own = needs(size)
  const blocks = Math.ceil(sum(own) / room)
  const found: SetBlock[] = []
  for (let from = 0; from < own.length;) {
    let to = from
    let used = 0
    // evenly, so that the last block is no single column
    const even = Math.max(Math.ceil(own.length / blocks), 1)
    while (to < own.length && (to === from || sameGroup(one.columns[to - 1], one.columns[to]) || (used + (own[to] ?? 0) <= room && to - from < even))) used += own[to++] ?? 0
    found.push(fit(size, from, to, side))
    from = to
  }
  return found
}

/** Heights of the two levels of a block's head, mm; the upper is nothing where no columns are joined. */
export const headHeightsOf = (sheet: Sheet, block: SetBlock): { readonly upper: number; readonly lower: number } => {
  const room = (words: string, width: number, more: number): number => sheet.lines(sheet.clean('texts', words, 'song'), Math.max(4, width - 1.2), { size: block.size, indent: 0 }) + more
  const height = (lines: number): number => Math.ceil(Math.min(4, lines)) * block.size * 0.353 * 1.25
  const upper = joined(block.columns).filter(({ group }) => group !== '')
  return {
    upper: upper.length === 0 ? 0 : height(Math.max(...upper.map(({ group, columns }) => room(group, columns.reduce((sum, { width }) => sum + width, 0), 0)))) + 2.2,
    lower: Math.max(upper.length === 0 ? 7.5 : 5.6, height(Math.max(1, ...block.columns.map(({ column, width }) => room(headWords(column).replace('\n', ''), width, column.unit === '' ? 0 : 0.4)))) + 3),
  }
}

/** How close a table is set: the largest letters in points, and the room above and below those of a line in mm. */
export interface Closeness { readonly size: number; readonly air: number }
/** From the usual setting to the closest, which is taken where it keeps a table on its page. */
export const closenesses: readonly [Closeness, ...Closeness[]] = [{ size: usualSize, air: 2.3 }, { size: usualSize, air: 1.6 }, { size: usualSize, air: 1 }, { size: 8, air: 1.4 }, { size: 8, air: 0.9 }]

/** A row of the table with its lines, which stay on one page. */
export const groupsOf = (lines: readonly SetLine[]): readonly (readonly SetLine[])[] => {
  const groups: SetLine[][] = []
  for (const line of lines) {
    if (line.part === 0) groups.push([])
    groups.at(-1)?.push(line)
  }
  return groups
}

/** Height that a row of lines takes, mm: more where its title is long. */
export const groupHeight = (sheet: Sheet, block: SetBlock, group: readonly SetLine[], air: number): number => {
  const [first] = group
  if (first === undefined) return 0
  const lines = sheet.lines(sheet.clean('texts', titleOf(first, block.unit), 'song'), block.side - 3.2, { size: block.size, indent: 0 })
  return Math.max((block.size * 0.353 + air) * group.length, lines === 1 ? 0 : lines * block.size * 0.353 * 1.35 + 1.2)
}

/** Draws a block's head and so many rows of it; gives the y below. */
export const drawRows = (sheet: Sheet, x: number, y: number, corner: string, block: SetBlock, groups: readonly (readonly SetLine[])[], air: number): number => {
  const { size, side, span, columns } = block
  const { upper, lower } = headHeightsOf(sheet, block)
  const label = (words: string, width: number, rows = 1): Cell => ({ width, field: 'texts', value: words, font: 'song', size, align: 'centre', padding: 0.6, leading: 1.2, clearance: 0.8, rows })
  const heads = joined(columns)
  const tall = upper === 0 ? 1 : 2
  const sides = [label(corner, side, tall), ...(span > 0 ? [label('期别', span, tall)] : [])]
  const rows: Row[] = upper === 0
    ? [{ height: lower, cells: [...sides, ...columns.map(({ column, width }) => label(headWords(column), width))] }]
    : [
        { height: upper, cells: [...sides, ...heads.flatMap(({ group, columns: own }) => (group === '' ? own.map(({ column, width }) => label(headWords(column), width, 2)) : [label(group, own.reduce((sum, { width }) => sum + width, 0))]))] },
        { height: lower, cells: heads.flatMap(({ group, columns: own }) => (group === '' ? [] : own.map(({ column, width }) => label(headWords(column), width)))) },
      ]
  for (const group of groups) {
    const height = groupHeight(sheet, block, group, air) / group.length
    for (const line of group) {
      rows.push({ height, cells: [
        ...(line.part > 0 ? [] : [{ width: side, field: 'texts', value: titleOf(line, block.unit), font: 'song', size, padding: 1.6, clearance: 0.4, rows: group.length } satisfies Cell]),
        ...(span > 0 ? [{ width: span, field: 'texts', value: line.span, font: 'song', size, align: 'centre', padding: 0.6, clearance: 0.4, single: true } satisfies Cell] : []),
        ...columns.map(({ at, width }): Cell => ({ width, field: 'texts', value: figureWords(line.values[at] ?? null), font: 'hei', size, align: 'right', padding: 1.4, single: true, clearance: 0.4 })),
      ] })
    }
  }
  sheet.fill(x, y, widthOf(block), upper + lower, 0.95)
  return table(sheet, x, y, rows, { outer: 0.4 })
}

/** Width of a block, mm. */
export const widthOf = ({ side, span, columns }: SetBlock): number => side + span + columns.reduce((sum, { width }) => sum + width, 0)
