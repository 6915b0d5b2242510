import type { Face } from './sfnt.ts'
import { StackSubset } from './subset.ts'

/** A glyph of a stack: its number is virtual and belongs to one code point (or variation sequence) alone, so that no two characters ever share a slot. */
export interface StackGlyph {
  readonly id: number
  /** In units of the stack's em. */
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
  readonly face: number
  readonly glyph: number
}

/** A character that no face of a stack has, or that must not stand on a paper. */
export interface MissingCharacter {
  readonly character: string
  readonly codePoint: number
  /** Set when the base is there but not this written variant. */
  readonly selector?: number
  readonly index: number
}

const isSelector = (codePoint: number): boolean => (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)

// control, format, surrogate, private use, unassigned, line and paragraph separators; marks cannot be placed without layout tables
const notPrintable = /[\p{C}\p{Zl}\p{Zp}\p{M}]/u

const apostrophe = 0x2019
const latin = /\p{Script=Latin}/u

/** U+ notation of a code point. */
export const codePointName = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Several faces as one font for pdfkit. Parsed once and shared by every document of the process: unlike a shared fontkit font, a glyph's
 * code points never change after their first use, and a character without a glyph throws and is never drawn as a box.
 */
export class FontStack {
  readonly faces: readonly Face[]
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  readonly post = { isFixedPitch: 0 }
  readonly head = { macStyle: { italic: false } }
  readonly 'OS/2' = { sFamilyClass: 0 }
  readonly #glyphs: StackGlyph[] = []
  readonly #single = new Map<number, StackGlyph | undefined>()
  readonly #variant = new Map<string, StackGlyph | undefined>()

  readonly #texts = new Map<string, ReadText>()
  readonly #prefer: (codePoint: number) => number | undefined

  /** `prefer` names a face to be asked first for some characters, such as the digits of a Kai stack. */
  constructor(faces: readonly Face[], prefer: (codePoint: number) => number | undefined = () => undefined) {
    this.#prefer = prefer
    const [main] = faces
    if (main === undefined) throw new Error('A font stack needs a face')
    this.faces = faces
    // the smallest em is common, because a component may be scaled down as far as one likes but not up to 2
    this.unitsPerEm = Math.min(...faces.map((face) => face.unitsPerEm))
    this.postscriptName = main.name
    const scale = this.unitsPerEm / main.unitsPerEm
    this.ascent = Math.round(main.ascent * scale)
    this.descent = Math.round(main.descent * scale)
    this.lineGap = Math.round(main.lineGap * scale)
    this.capHeight = Math.round(main.capHeight * scale)
    this.xHeight = Math.round(main.xHeight * scale)
    this.italicAngle = main.italicAngle
    const box = (i: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number =>
      pick(...faces.map((face) => Math.round((face.box[i] * this.unitsPerEm) / face.unitsPerEm)))
    this.bbox = { minX: box(0, Math.min), minY: box(1, Math.min), maxX: box(2, Math.max), maxY: box(3, Math.max) }
    this.#glyphs.push({ id: 0, advanceWidth: this.advance(0, 0), codePoints: [0], face: 0, glyph: 0 })
  }

  /** Scale that brings a face to the common em. */
  scaleOf(face: number): number {
    return this.unitsPerEm / this.faceAt(face).unitsPerEm
  }

  faceAt(face: number): Face {
    const found = this.faces[face]
    if (found === undefined) throw new Error(`The stack has no face ${face}`)
    return found
  }

  /** Advance width in units of the common em, whole as `hmtx` will hold it. */
  advance(face: number, glyph: number): number {
    return Math.round(this.faceAt(face).advance(glyph) * this.scaleOf(face))
  }

  getGlyph(id: number): StackGlyph {
    const glyph = this.#glyphs[id]
    if (glyph === undefined) throw new Error(`The stack has no glyph ${id}`)
    return glyph
  }

  /** Finds the glyph of a code point in the first face that has it. */
  findGlyph(codePoint: number): StackGlyph | undefined {
    if (this.#single.has(codePoint)) return this.#single.get(codePoint)
    let found: StackGlyph | undefined
    if (!notPrintable.test(String.fromCodePoint(codePoint)) && !(codePoint >= 0xd800 && codePoint <= 0xdfff)) {
      found = this.#allot([codePoint], (face) => face.find(codePoint))
    }
    this.#single.set(codePoint, found)
    return found
  }

  /** Finds the glyph of an ideographic variation sequence in the first face that knows the sequence. */
  findVariant(codePoint: number, selector: number): StackGlyph | undefined {
    const key = `${codePoint} ${selector}`
    if (this.#variant.has(key)) return this.#variant.get(key)
    const found = this.#allot([codePoint, selector], (face) => face.findVariant(codePoint, selector))
    this.#variant.set(key, found)
    return found
  }

  /** Finds the apostrophe of a Latin word (Xī’ān): Chinese fonts draw ’ as wide as a character unless asked otherwise. */
  #findApostrophe(): StackGlyph | undefined {
    const key = 'apostrophe'
    if (this.#variant.has(key)) return this.#variant.get(key)
    const found = this.#allot([apostrophe], (face) => face.findProportional(apostrophe), 0x78)
    this.#variant.set(key, found)
    return found
  }

  #allot(codePoints: readonly number[], look: (face: Face) => number, like = codePoints[0] ?? 0): StackGlyph | undefined {
    const first = this.#prefer(like)
    const order = this.faces.map((_, face) => face)
    for (const face of first === undefined ? order : [first, ...order]) {
      const glyph = look(this.faceAt(face))
      if (glyph === 0) continue
      const made: StackGlyph = Object.freeze({ id: this.#glyphs.length, advanceWidth: this.advance(face, glyph), codePoints: Object.freeze([...codePoints]), face, glyph })
      this.#glyphs.push(made)
      return made
    }
    return undefined
  }

  /** Says which characters of a text cannot be printed: no face has them, or they are control, format or private characters or loose combining marks. */
  missing(text: string): readonly MissingCharacter[] {
    return this.#read(text).missing
  }

  /** Gives the glyphs of a text in order; throws if a character cannot be printed, because callers ask `missing` first. */
  glyphsOf(text: string): readonly StackGlyph[] {
    const { glyphs, missing } = this.#read(text)
    const [first] = missing
    if (first !== undefined) throw new Error(`No glyph for ${codePointName(first.codePoint)} in ${this.postscriptName}`)
    return glyphs
  }

  /** Width of a text in em. */
  widthOf(text: string): number {
    this.glyphsOf(text)
    return this.#read(text).width
  }

  /** Labels and names come again and again: a text is read once and kept until some thousands are. */
  #read(text: string): ReadText {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const glyphs: StackGlyph[] = []
    const missing: MissingCharacter[] = []
    this.#walk(text, (glyph) => glyphs.push(glyph), (one) => missing.push(one))
    const read = { glyphs, missing, width: glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) / this.unitsPerEm }
    if (text.length <= 80) {
      if (this.#texts.size >= 4000) this.#texts.clear()
      this.#texts.set(text, read)
    }
    return read
  }

  #walk(text: string, onGlyph: (glyph: StackGlyph) => void, onMissing: (missing: MissingCharacter) => void): void {
    for (let index = 0; index < text.length; ) {
      const codePoint = text.codePointAt(index) ?? 0
      const length = codePoint > 0xffff ? 2 : 1
      const next = text.codePointAt(index + length)
      if (next !== undefined && isSelector(next)) {
        const variant = this.findVariant(codePoint, next)
        const selectorLength = next > 0xffff ? 2 : 1
        if (variant !== undefined) onGlyph(variant)
        else onMissing({ character: text.slice(index, index + length + selectorLength), codePoint, selector: next, index })
        index += length + selectorLength
        continue
      }
      const glyph = codePoint === apostrophe && index > 0 && latin.test(text.charAt(index - 1)) && latin.test(text.charAt(index + 1)) ? this.#findApostrophe() : this.findGlyph(codePoint)
      if (glyph !== undefined) onGlyph(glyph)
      else onMissing({ character: text.slice(index, index + length), codePoint, index })
      index += length
    }
  }

  /** What pdfkit asks of a font: positions are new at every call, because pdfkit scales them in place. */
  layout(text: string): { glyphs: StackGlyph[]; positions: Position[]; readonly advanceWidth: number } {
    const glyphs = [...this.glyphsOf(text)]
    const positions = glyphs.map(({ advanceWidth }) => ({ xAdvance: advanceWidth, yAdvance: 0, xOffset: 0, yOffset: 0 }))
    return { glyphs, positions, get advanceWidth() { return positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0) } }
  }

  createSubset(): StackSubset {
    return new StackSubset(this)
  }
}

interface ReadText { readonly glyphs: readonly StackGlyph[]; readonly missing: readonly MissingCharacter[]; readonly width: number }
interface Position { xAdvance: number; yAdvance: number; xOffset: number; yOffset: number }
