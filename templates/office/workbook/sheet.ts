import type { NamedRange } from 'hucre'
import type { Cell, CellStyle, MergeRange, WriteSheet } from 'hucre/xlsx'

/** Sheets of a workbook, row by row: numbers stay numbers, words stay words whatever they begin with, nothing is a formula. */

/** A cell: words, or a number with the way it is shown. */
export type Shown = { readonly words: string; readonly style: CellStyle } | { readonly number: number; readonly style: CellStyle; readonly digits: number } | null

const thin = { style: 'thin' } as const
const border = { top: thin, right: thin, bottom: thin, left: thin }
const body = { name: '宋体', size: 10 } as const
const hei = { name: '黑体', size: 10 } as const
const shade = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F2F2F2' } } as const

/** The looks of cells; every text is of the format of text, so that a word that begins with = stays one even when it is edited. */
export const looks = {
  title: { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center', vertical: 'center' }, numFmt: '@' },
  plain: { font: body, alignment: { vertical: 'center' }, numFmt: '@' },
  right: { font: body, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '@' },
  wrapped: { font: body, alignment: { vertical: 'top', wrapText: true }, numFmt: '@' },
  bold: { font: { ...hei, bold: true }, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' },
  head: { font: hei, fill: shade, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, numFmt: '@' },
  group: { font: { ...hei, bold: true }, border, alignment: { vertical: 'center' }, numFmt: '@' },
  label: { font: body, border, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' },
  /** The title of a row again on its further lines: there for who sorts or filters, pale for who reads. */
  again: { font: { ...body, color: { rgb: '8C8C8C' } }, border, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' },
  centre: { font: body, border, alignment: { horizontal: 'center', vertical: 'center', wrapText: true }, numFmt: '@' },
  link: { font: { ...body, color: { rgb: '0563C1' }, underline: true }, border, alignment: { vertical: 'center', wrapText: true }, numFmt: '@' },
  count: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '0' },
  yuan: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '#,##0.00' },
  percent: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '0.00%' },
  growth: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '0.0%' },
  signedCount: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '+0;-0;0' },
  signedYuan: { font: body, border, alignment: { horizontal: 'right', vertical: 'center' }, numFmt: '+#,##0.00;-#,##0.00;0.00' },
  blank: { font: body, border },
} as const satisfies Readonly<Record<string, CellStyle>>

/** A text cell in the format of text cannot show more than this. */
const longest = 250

export const words = (value: string, style: CellStyle = looks.plain): Shown => ({ words: value, style: value.length > longest ? { ...style, numFmt: 'General' } : style })
export const count = (value: number, style: CellStyle = looks.count): Shown => ({ number: value, style, digits: String(value).length })
/** An amount in fen, as yuan with two decimals. */
export const yuanOf = (fen: number, style: CellStyle = looks.yuan): Shown => ({ number: fen / 100, style, digits: (fen / 100).toFixed(2).length + Math.floor(String(Math.floor(Math.abs(fen) / 100)).length / 3) })
export const share = (value: number, style: CellStyle = looks.percent): Shown => ({ number: value, style, digits: (value * 100).toFixed(2).length + 1 })

/** Width of words in the units of columns: a Chinese character takes two. */
export const room = (value: string): number => Math.max(...value.split('\n').map((line) => [...line].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e7f || '“”—…×÷'.includes(character) ? 2.1 : 1.1), 0)))

/** A name that a sheet may have: at most 31 units, none of the characters that are not allowed, and no other sheet's. */
export const sheetName = (wanted: string, taken: ReadonlySet<string>): string => {
  const safe = wanted.replace(/[[\]:*?/\\'\p{C}]/gu, '_').trim()
  const cut = (text: string, most: number): string => text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')
  let name = cut(safe === '' ? '表' : safe, 31)
  for (let i = 2; taken.has(name.toLowerCase()); i++) name = `${cut(safe, 31 - String(i).length - 1)}_${i}`
  return name
}

/** Widths of a page across, in the units of columns: narrower tables are widened, wider ones would be set below 7 points. */
const narrowest = 96
const widestPage = 205

export interface PageWords { readonly left: string; readonly right: string }

/** Writes rows down one after another and knows at the end how wide its columns must be. */
export class SheetRows {
  readonly name: string
  readonly #rows: Shown[][] = []
  readonly #heights = new Map<number, { height: number }>()
  readonly #merges: MergeRange[] = []
  readonly #links = new Map<string, string>()
  readonly #free = new Set<number>()
  /** Rows that stay in view and are repeated on every page, from the first to here. */
  headRows = 0
  headColumns = 0

  constructor(name: string) { this.name = name }

  get length(): number { return this.#rows.length }

  /** Adds a row; `free` rows (titles, sentences) do not widen columns. */
  row(cells: readonly Shown[], options: { readonly height?: number; readonly free?: boolean } = {}): number {
    const at = this.#rows.length
    this.#rows.push([...cells])
    if (options.height !== undefined) this.#heights.set(at, { height: options.height })
    if (options.free === true) this.#free.add(at)
    return at
  }

  /** A row of one cell over all columns. */
  over(cell: Shown, across: number, options: { readonly height?: number } = {}): void {
    const at = this.row([cell, ...Array.from({ length: across - 1 }, () => null)], { ...options, free: true })
    if (across > 1) this.#merges.push({ startRow: at, endRow: at, startCol: 0, endCol: across - 1 })
  }

  /** Joins cells of one row. */
  join(row: number, from: number, to: number): void {
    if (to > from) this.#merges.push({ startRow: row, endRow: row, startCol: from, endCol: to })
  }

  /** Lets a cell lead to another sheet. */
  link(row: number, column: number, sheet: string): void { this.#links.set(`${row},${column}`, `'${sheet}'!A1`) }

  /** The sheet as the writer takes it, and the names that say what is printed of it. */
  finish(page: PageWords, widest: readonly number[] = []): { readonly sheet: WriteSheet; readonly names: readonly NamedRange[] } {
    const across = Math.max(1, ...this.#rows.map((row) => row.length))
    const widths = Array.from({ length: across }, () => 6)
    const cells = new Map<string, Partial<Cell>>()
    const rows = this.#rows.map((row, r) => row.map((cell, c) => {
      if (cell === null) return null
      const target = this.#links.get(`${r},${c}`)
      const value = 'words' in cell ? cell.words : cell.number
      cells.set(`${r},${c}`, { value, type: 'words' in cell ? 'string' : 'number', style: cell.style, ...(target === undefined ? {} : { hyperlink: { target: '', location: target } }) })
      if (!this.#free.has(r)) {
        const wanted = 'words' in cell ? (r < this.headRows ? Math.max(room(cell.words) / 2 + 1, Math.min(room(cell.words), 9)) : room(cell.words)) + 1.6 : cell.digits * 1.1 + 2.2
        widths[c] = Math.min(widest[c] ?? 30, Math.max(widths[c] ?? 0, wanted))
      }
      return value
    }))
    const sum = (): number => widths.reduce((a, b) => a + b, 0)
    // a narrow table is widened, so that its head lines have room; a wide one is printed on several pages beside one another rather than in letters too small to read
    if (sum() < narrowest) {
      const spare = (narrowest - sum()) / (across + 1)
      for (let c = 0; c < across; c++) widths[c] = (widths[c] ?? 0) + spare * (c === 0 ? 2 : 1)
    }
    const beside = Math.ceil(sum() / widestPage)
    // a title in the middle of two pages would be cut: it stands at the left, where both have it
    if (beside > 1) {
      for (const cell of cells.values()) if (cell.style?.alignment?.horizontal === 'center' && cell.style.border === undefined) cell.style = { ...cell.style, alignment: { ...cell.style.alignment, horizontal: 'left' } }
    }
    // words that wrap make their row higher
    this.#rows.forEach((row, r) => {
      if (this.#heights.has(r) || this.#free.has(r)) return
      const lines = Math.max(1, ...row.map((cell, c) => (cell !== null && 'words' in cell ? cell.words.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(room(line) / ((widths[c] ?? 8) - 1))), 0) : 1)))
      this.#heights.set(r, { height: Math.max(16, lines * 13.5 + 3) })
    })
    const end = letters(across - 1)
    const quoted = `'${this.name}'`
    const footer = (value: string): string => value.replaceAll('&', '&&')
    return {
      sheet: {
        name: this.name, rows, cells, columns: widths.map((width) => ({ width: Math.round(width * 10) / 10 })), merges: this.#merges, rowDefs: this.#heights,
        ...(this.headRows > 0 ? { freezePane: { rows: this.headRows, ...(this.headColumns > 0 ? { columns: this.headColumns } : {}) } } : {}),
        pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: beside, fitToHeight: 0, horizontalCentered: true, margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 } },
        headerFooter: { oddFooter: `&L${footer(page.left)}&C第 &P 页　共 &N 页&R${footer(page.right)}` },
        view: { showGridLines: false },
      },
      names: [
        { name: '_xlnm.Print_Area', range: `${quoted}!$A$1:$${end}$${Math.max(1, this.#rows.length)}`, scope: this.name },
        ...(this.headRows > 0 ? [{ name: '_xlnm.Print_Titles', range: `${beside > 1 && this.headColumns > 0 ? `${quoted}!$A:$${letters(this.headColumns - 1)},` : ''}${quoted}!$1:$${this.headRows}`, scope: this.name }] : []),
      ],
    }
  }
}

/** Letters of a column, counted from 0. */
export const letters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26)))
