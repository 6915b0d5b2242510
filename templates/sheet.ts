import { fontStack, type OfficeFont, type StackStyle } from './fonts/stacks.ts'
import type { StackGlyph } from './fonts/stack.ts'
import type { Affine } from './contract.ts'
import { PrintRefused, tooLong, unprintable, type Unprintable } from './refused.ts'
import { unitsOf, wrapText } from './wrap.ts'

/** Millimetres to a typographic point. */
export const pt = 25.4 / 72

/** A run of glyphs with its baseline, in millimetres from the top left corner. */
export interface Run { readonly style: StackStyle; readonly glyphs: readonly StackGlyph[]; readonly x: number; readonly y: number; readonly size: number; readonly spacing: number; readonly colour: string; readonly turn: number }
export interface Picture { readonly bytes: Uint8Array; readonly x: number; readonly y: number; readonly width: number; readonly height: number }
/** What stands on a page: raw drawing operators, a run of text, or a picture. */
export type Op = string | Run | Picture

export interface Page { readonly width: number; readonly height: number; readonly ops: Op[]; readonly affine?: Affine | undefined }

export interface TextOptions {
  readonly font?: StackStyle
  /** In points. */
  readonly size?: number
  readonly align?: 'left' | 'centre' | 'right'
  /** Extra space after each character in em. */
  readonly spacing?: number
  /** Grey 0..1 or [r, g, b]. */
  readonly colour?: number | readonly [number, number, number]
  /** Shrink so that the text is at most this wide (mm). */
  readonly within?: number
  /** Turn about the starting point in degrees, counter-clockwise. */
  readonly turn?: number
}

export interface CellOptions {
  readonly font?: StackStyle
  readonly size?: number
  readonly align?: 'left' | 'centre' | 'right'
  readonly vertical?: 'top' | 'middle' | 'bottom'
  /** mm kept free at left and right; 1.2 by default. */
  readonly padding?: number
  readonly leading?: number
  readonly indent?: number
  /** Smallest size in points before the paper is refused. */
  readonly smallest?: number
  readonly colour?: TextOptions['colour']
  /** Never broken over lines, only made smaller: dates, numbers. */
  readonly single?: boolean
  /** mm kept free above and below together. */
  readonly clearance?: number
}

const num = (value: number): string => String(Math.round(value * 1e4) / 1e4)

/** Colour operators for filling and stroking. */
const colourOf = (colour: TextOptions['colour'] = 0): string => (typeof colour === 'number' ? `${num(colour)} g` : `${colour.map(num).join(' ')} rg`)
const strokeOf = (colour: TextOptions['colour'] = 0): string => (typeof colour === 'number' ? `${num(colour)} G` : `${colour.map(num).join(' ')} RG`)

/**
 * The drawing board of papers: measures in millimetres from the top left, text placed by its baseline. It only lists what is to be drawn; a
 * character that cannot be printed is noted with its field, so that a paper is refused before any byte of it is made.
 */
export class Sheet {
  readonly pages: Page[] = []
  readonly refused: Unprintable[] = []
  readonly #office: readonly OfficeFont[]
  #ops: Op[] = []

  constructor(office: readonly OfficeFont[] = []) {
    this.#office = office
  }

  /** Begins a page, in mm. */
  page(width = 210, height = 297, affine?: Affine): void {
    this.#ops = []
    this.pages.push({ width, height, ops: this.#ops, ...(affine === undefined ? {} : { affine }) })
  }

  /** Goes back to a page, to draw what is known only when all pages are there. */
  turnTo(index: number): void {
    const page = this.pages[index]
    if (page === undefined) throw new RangeError(`There is no page ${index}`)
    this.#ops = page.ops
  }

  /** Width and height of the page drawn on, in mm. */
  get size(): { readonly width: number; readonly height: number } {
    const page = this.pages.find(({ ops }) => ops === this.#ops)
    return page ?? { width: 210, height: 297 }
  }

  /** Throws what has been noted. */
  finish(): readonly Page[] {
    if (this.refused.length > 0) throw new PrintRefused(this.refused)
    return this.pages
  }

  /** Notes what cannot be printed and gives the rest, which is only measured. */
  clean(field: string, string: string, font: StackStyle): string {
    const missing = fontStack(font, this.#office).missing(string.includes('\n') ? string.replaceAll('\n', '') : string)
    if (missing.length === 0) return string
    for (const one of missing) {
      const entry = unprintable(field, one)
      if (!this.refused.some((known) => known.field === entry.field && known.codePoint === entry.codePoint)) this.refused.push(entry)
    }
    let rest = string
    for (const one of missing) rest = rest.replaceAll(one.character, '')
    return rest
  }

  /** Width of a text in mm. */
  width(string: string, font: StackStyle = 'song', size = 10.5, spacing = 0): number {
    const units = unitsOf(string).length
    return (fontStack(font, this.#office).widthOf(string) + spacing * Math.max(0, units - 1)) * size * pt
  }

  /** One line of text on a baseline; gives the x where it ends. */
  text(field: string, x: number, y: number, string: string, options: TextOptions = {}): number {
    const { font = 'song', align = 'left', colour = 0, turn = 0, within } = options
    let { size = 10.5, spacing = 0 } = options
    const printable = this.clean(field, string, font)
    if (printable === '') return x
    const stack = fontStack(font, this.#office)
    const glyphs = stack.glyphsOf(printable)
    const em = stack.widthOf(printable)
    let width = (em + spacing * (glyphs.length - 1)) * size * pt
    if (within !== undefined && width > within) {
      spacing = 0
      width = em * size * pt
      if (width > within) {
        size *= within / width
        width = within
        if (size < 3.5) throw tooLong(field)
      }
    }
    const at = align === 'left' ? x : align === 'centre' ? x - width / 2 : x - width
    this.#ops.push({ style: font, glyphs, x: at, y, size: size * pt, spacing: spacing * size * pt, colour: colour === 0 ? '' : colourOf(colour), turn })
    return at + width
  }

  /** Sets a text evenly over a width, first and last character at the edges (分散对齐), as labels of forms are. */
  spread(x: number, y: number, width: number, string: string, options: TextOptions = {}): void {
    const { font = 'song', size = 10.5 } = options
    const units = unitsOf(string)
    const natural = this.width(string, font, size)
    if (units.length < 2 || natural > width) {
      this.text('texts', x + width / 2, y, string, { ...options, align: 'centre', within: width })
      return
    }
    this.text('texts', x, y, string, { ...options, align: 'left', spacing: (width - natural) / (units.length - 1) / (size * pt) })
  }

  /** Text in a box: wrapped, then made smaller until it fits; never over the edge. Throws when it would be smaller than `smallest`. */
  cell(field: string, x: number, y: number, width: number, height: number, string: string, options: CellOptions = {}): void {
    const { font = 'song', align = 'left', vertical = 'middle', padding = 1.6, leading = 1.35, indent = 0, smallest = 4.5, colour = 0, single = false, clearance = 1.2 } = options
    const printable = this.clean(field, string, font)
    if (printable === '') return
    const stack = fontStack(font, this.#office)
    const room = width - 2 * padding
    let size = options.size ?? 10.5
    let lines: string[] = []
    const natural = printable.includes('\n') || indent > 0 ? Infinity : stack.widthOf(printable) * pt
    // a text that nearly fits on one line looks better a little smaller than broken
    if (natural * size > room && (single || (natural * size * 0.82 <= room))) {
      size = room / natural
      if (size < smallest) throw tooLong(field)
      size -= 1e-4
    }
    for (;;) {
      const em = size * pt
      lines = natural * size <= room ? [printable] : wrapText(stack, printable, room / em, room / em - indent)
      const used = (lines.length - 1) * leading * em + 1.06 * em
      if (used <= height - clearance && lines.every((line) => stack.widthOf(line) * em <= room + 1e-3)) break
      size -= size > 8 ? 0.5 : 0.25
      if (size < smallest) throw tooLong(field)
    }
    const em = size * pt
    const block = (lines.length - 1) * leading * em + em
    const top = vertical === 'middle' ? y + (height - block) / 2 : vertical === 'top' ? y + clearance : y + height - block - clearance / 2
    lines.forEach((line, i) => {
      // the ink of a Chinese character fills its em from 0.12 below the baseline to 0.88 above
      const baseline = top + 0.88 * em + i * leading * em
      const inset = i === 0 ? indent * em : 0
      const at = align === 'left' ? x + padding + inset : align === 'centre' ? x + width / 2 : x + width - padding
      this.text(field, at, baseline, line, { font, size, align, colour })
    })
  }

  /** How many lines running text takes between two margins. */
  lines(string: string, width: number, options: { font?: StackStyle; size?: number; indent?: number } = {}): number {
    const { font = 'song', size = 12, indent = 2 } = options
    const stack = fontStack(font, this.#office)
    const em = size * pt
    return string.split('\n').reduce((sum, paragraph) => sum + wrapText(stack, paragraph, width / em, width / em - indent).length, 0)
  }

  /** Running text between two margins, justified as Chinese is; gives the baseline after the last line. `place` may put a line elsewhere, on a new page for one. */
  paragraph(field: string, x: number, y: number, width: number, string: string, options: { font?: StackStyle; size?: number; leading?: number; indent?: number; colour?: TextOptions['colour']; place?: (baseline: number) => number } = {}): number {
    const { font = 'song', size = 12, leading = 1.6, indent = 2, colour = 0, place } = options
    const printable = this.clean(field, string, font)
    const stack = fontStack(font, this.#office)
    const em = size * pt
    let baseline = y
    for (const paragraph of printable.split('\n')) {
      const lines = wrapText(stack, paragraph, width / em, width / em - indent)
      lines.forEach((line, i) => {
        const inset = i === 0 ? indent * em : 0
        const slack = width - inset - stack.widthOf(line) * em
        const gaps = unitsOf(line).length - 1
        const spacing = i < lines.length - 1 && gaps > 0 && slack > 0 && slack < 3 * em ? slack / gaps / em : 0
        if (place !== undefined) baseline = place(baseline)
        this.text(field, x + inset, baseline, line, { font, size, spacing, colour })
        baseline += leading * em
      })
    }
    return baseline
  }

  /** A label set vertically, one character under the other, in the middle of a box. */
  vertical(x: number, y: number, width: number, height: number, string: string, options: TextOptions = {}): void {
    const { size = 10.5 } = options
    const units = unitsOf(string)
    const em = size * pt
    const step = Math.min(em * 1.6, (height - em) / Math.max(1, units.length - 1))
    const top = y + (height - (units.length - 1) * step - em) / 2
    units.forEach((unit, i) => this.text('texts', x + width / 2, top + 0.88 * em + i * step, unit, { ...options, align: 'centre' }))
  }

  line(x1: number, y1: number, x2: number, y2: number, weight = 0.2, options: { colour?: TextOptions['colour']; dash?: readonly number[] } = {}): void {
    const dash = options.dash === undefined ? '' : ` [${options.dash.map(num).join(' ')}] 0 d`
    this.#ops.push(`q ${num(weight)} w 2 J ${strokeOf(options.colour)}${dash}${dash === '' ? '' : ' 0 J'} ${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S Q`)
  }

  frame(x: number, y: number, width: number, height: number, weight = 0.2, options: { colour?: TextOptions['colour']; dash?: readonly number[] } = {}): void {
    const dash = options.dash === undefined ? '' : ` [${options.dash.map(num).join(' ')}] 0 d`
    this.#ops.push(`q ${num(weight)} w 0 j ${strokeOf(options.colour)}${dash} ${num(x)} ${num(y)} ${num(width)} ${num(height)} re S Q`)
  }

  fill(x: number, y: number, width: number, height: number, colour: TextOptions['colour']): void {
    this.#ops.push(`q ${colourOf(colour)} ${num(x)} ${num(y)} ${num(width)} ${num(height)} re f Q`)
  }

  circle(x: number, y: number, radius: number, weight = 0.2, options: { colour?: TextOptions['colour']; dash?: readonly number[] } = {}): void {
    const k = 0.5523 * radius
    const dash = options.dash === undefined ? '' : ` [${options.dash.map(num).join(' ')}] 0 d`
    const p = (a: number, b: number): string => `${num(x + a)} ${num(y + b)}`
    this.#ops.push(`q ${num(weight)} w ${strokeOf(options.colour)}${dash} ${p(radius, 0)} m ${p(radius, k)} ${p(k, radius)} ${p(0, radius)} c ${p(-k, radius)} ${p(-radius, k)} ${p(-radius, 0)} c ${p(-radius, -k)} ${p(-k, -radius)} ${p(0, -radius)} c ${p(k, -radius)} ${p(radius, -k)} ${p(radius, 0)} c S Q`)
  }

  /** A tick box drawn as lines, because Chinese fonts have none. */
  box(x: number, baseline: number, ticked: boolean, size = 2.8): void {
    const top = baseline - size + 0.3
    this.frame(x, top, size, size, 0.2)
    if (ticked) this.#ops.push(`q 0.35 w 1 J 1 j ${num(x + 0.5)} ${num(top + size * 0.5)} m ${num(x + size * 0.42)} ${num(top + size * 0.8)} l ${num(x + size * 0.9)} ${num(top + size * 0.15)} l S Q`)
  }

  /** A JPEG of given size in mm. */
  picture(bytes: Uint8Array, x: number, y: number, width: number, height: number): void {
    this.#ops.push({ bytes, x, y, width, height })
  }

  /** Squares of a code (rows of modules) filled as one path, sharp at any resolution. */
  modules(x: number, y: number, side: number, count: number, dark: (row: number, column: number) => boolean): void {
    const parts: string[] = []
    for (let row = 0; row < count; row++) {
      for (let column = 0; column < count; column++) {
        if (!dark(row, column)) continue
        const start = column
        while (column + 1 < count && dark(row, column + 1)) column++
        parts.push(`${start} ${row} ${column + 1 - start} 1 re`)
      }
    }
    // in units of a module, so that all numbers are whole
    const unit = String(Math.round((side / count) * 1e6) / 1e6)
    this.#ops.push(`q 0 g ${unit} 0 0 ${unit} ${num(x)} ${num(y)} cm ${parts.join(' ')} f Q`)
  }

  /** 示例 across the page, light enough to read what lies over it. */
  sampleMark(): void {
    const page = this.pages.at(-1)
    if (page === undefined) return
    const size = Math.min(page.width, page.height) / 3.2 / pt
    this.text('texts', page.width / 2 - size * pt * 0.78, page.height / 2 + size * pt * 0.78, '示例', { font: 'heiBold', size, colour: [0.93, 0.93, 0.93], turn: 35 })
  }
}
