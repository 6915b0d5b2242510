import type { FontStack } from './stack.ts'
import { assemble, bareRecord, eachComponent, joinRecords, scaledRecord } from './writer.ts'

interface Slot { readonly face: number; readonly glyph: number; readonly whole: boolean }

/**
 * The glyphs one document uses, in order of first use, written as one TrueType font. The order, and so the bytes, depend on the document alone.
 * A glyph of a face with another em stands in as a composite of one scaled component; the parts themselves come after all the visible slots,
 * because pdfkit's width and Unicode lists must have no holes.
 */
export class StackSubset {
  readonly #stack: FontStack
  readonly #visible: number[] = [0]
  #places = 1
  readonly #slots = new Map<number, number>([[0, 0]])

  constructor(stack: FontStack) {
    this.#stack = stack
  }

  /** Gives the slot of a virtual glyph, a new one at first use. */
  includeGlyph(id: number): number {
    const known = this.#slots.get(id)
    if (known !== undefined) return known
    const slot = this.#visible.length
    // a glyph of another em takes two places, and parts of composites may follow
    this.#places += this.#stack.scaleOf(this.#stack.getGlyph(id).face) === 1 ? 1 : 2
    if (this.#places > 60_000) throw new Error('Too many different characters for one document')
    this.#visible.push(id)
    this.#slots.set(id, slot)
    return slot
  }

  /** Writes the font: `head`, `hhea`, `hmtx`, `loca`, `glyf`, `maxp` are all that a CIDFontType2 needs. */
  encode(): Buffer {
    const stack = this.#stack
    const main = stack.faceAt(0)
    // `whole`: as the face holds it, in the face's own em
    const slots: Slot[] = this.#visible.map((id) => {
      const { face, glyph } = stack.getGlyph(id)
      return { face, glyph, whole: stack.scaleOf(face) === 1 }
    })
    const parts = new Map<string, number>()
    const records: Buffer[] = []
    const partOf = (face: number, glyph: number): number => {
      const key = `${face} ${glyph}`
      let slot = parts.get(key)
      if (slot === undefined) {
        slot = slots.length
        slots.push({ face, glyph, whole: true })
        parts.set(key, slot)
      }
      return slot
    }
    for (const { face, glyph, whole } of slots) { // grows while it is walked
      const record = stack.faceAt(face).record(glyph)
      if (whole) records.push(bareRecord(record, (part) => partOf(face, part)))
      else records.push(record.length === 0 ? record : scaledRecord(record, partOf(face, glyph), stack.scaleOf(face)))
    }
    const { glyf, loca } = joinRecords(records)
    const hmtx = Buffer.allocUnsafe(4 * slots.length)
    slots.forEach(({ face, glyph, whole }, i) => {
      const scale = whole ? 1 : stack.scaleOf(face)
      hmtx.writeUInt16BE(Math.round(stack.faceAt(face).advance(glyph) * scale), 4 * i)
      hmtx.writeInt16BE(Math.round(stack.faceAt(face).bearing(glyph) * scale), 4 * i + 2)
    })
    const head = Buffer.from(main.table('head'))
    head.writeUInt16BE(stack.unitsPerEm, 18)
    const { minX, minY, maxX, maxY } = stack.bbox
    head.writeInt16BE(clamp(minX), 36)
    head.writeInt16BE(clamp(minY), 38)
    head.writeInt16BE(clamp(maxX), 40)
    head.writeInt16BE(clamp(maxY), 42)
    head.writeInt16BE(1, 50) // long loca
    const hhea = Buffer.from(main.table('hhea'))
    hhea.writeInt16BE(stack.ascent, 4)
    hhea.writeInt16BE(stack.descent, 6)
    hhea.writeInt16BE(stack.lineGap, 8)
    hhea.writeUInt16BE(slots.length, 34)
    return assemble({ glyf, loca, hmtx, head, hhea, maxp: this.#maxp(slots.length, records) })
  }

  #maxp(count: number, records: readonly Buffer[]): Buffer {
    const { faces } = this.#stack
    const most = (pick: (face: (typeof faces)[number]) => number): number => Math.min(0xffff, Math.max(...faces.map(pick)))
    let components = 1
    for (const record of records) {
      if (record.length === 0 || record.readInt16BE(0) >= 0) continue
      let own = 0
      eachComponent(record, () => { own++ })
      components = Math.max(components, own)
    }
    const maxp = Buffer.alloc(32)
    maxp.writeUInt32BE(0x00010000, 0)
    maxp.writeUInt16BE(count, 4)
    maxp.writeUInt16BE(most((face) => face.maxPoints), 6)
    maxp.writeUInt16BE(most((face) => face.maxContours), 8)
    maxp.writeUInt16BE(most((face) => Math.max(face.maxPoints, face.maxCompositePoints)), 10)
    maxp.writeUInt16BE(most((face) => Math.max(face.maxContours, face.maxCompositeContours)), 12)
    maxp.writeUInt16BE(2, 14) // zones; no instructions, so all their limits are 0
    maxp.writeUInt16BE(components, 28)
    maxp.writeUInt16BE(most((face) => face.maxDepth) + 1, 30)
    return maxp
  }
}

const clamp = (value: number): number => Math.max(-32768, Math.min(32767, value))
