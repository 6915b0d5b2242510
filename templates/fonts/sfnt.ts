import { closeSync, openSync, readSync } from 'node:fs'
import { singleSubstitutions } from './proportional.ts'

/**
 * Reads what printing needs of one TrueType file. Small tables are read at once; glyph outlines are read one by one when first used,
 * so that a stack of seven faces (100 MB on disk) costs a few MB of memory.
 */
export class Face {
  readonly name: string
  readonly family: string
  readonly license: string
  readonly unitsPerEm: number
  readonly glyphs: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly box: readonly [number, number, number, number]
  readonly italicAngle: number
  readonly weight: number
  /** OS/2 fsType: the licence bits on embedding. */
  readonly embedding: number
  readonly maxPoints: number
  readonly maxContours: number
  readonly maxCompositePoints: number
  readonly maxCompositeContours: number
  readonly maxComponents: number
  readonly maxDepth: number
  readonly #source: Source
  readonly #tables: ReadonlyMap<string, Place>
  readonly #loca: Buffer
  readonly #longLoca: boolean
  readonly #hmtx: Buffer
  readonly #longMetrics: number
  readonly #characters: CharacterMap
  readonly #variants: ReadonlyMap<number, Variants>
  readonly #records = new Map<number, Buffer>()
  #proportional: ReadonlyMap<number, number> | undefined

  constructor(source: Source) {
    this.#source = source
    this.#tables = directory(source)
    const head = this.table('head')
    const hhea = this.table('hhea')
    const maxp = this.table('maxp')
    const os2 = this.#tables.has('OS/2') ? this.table('OS/2') : Buffer.alloc(96)
    const post = this.table('post')
    const names = readNames(this.table('name'))
    this.name = names.get(6) ?? 'Unnamed'
    this.family = names.get(1) ?? this.name
    this.license = names.get(13) ?? names.get(0) ?? ''
    this.unitsPerEm = head.readUInt16BE(18)
    this.box = [head.readInt16BE(36), head.readInt16BE(38), head.readInt16BE(40), head.readInt16BE(42)]
    this.glyphs = maxp.readUInt16BE(4)
    this.maxPoints = maxp.readUInt16BE(6)
    this.maxContours = maxp.readUInt16BE(8)
    this.maxCompositePoints = maxp.readUInt16BE(10)
    this.maxCompositeContours = maxp.readUInt16BE(12)
    this.maxComponents = maxp.readUInt16BE(28)
    this.maxDepth = maxp.readUInt16BE(30)
    this.ascent = hhea.readInt16BE(4)
    this.descent = hhea.readInt16BE(6)
    this.lineGap = hhea.readInt16BE(8)
    this.italicAngle = post.readInt32BE(4) / 65536
    this.weight = os2.readUInt16BE(4)
    this.embedding = os2.readUInt16BE(8)
    const tall = os2.readUInt16BE(0) >= 2
    this.xHeight = (tall && os2.readInt16BE(86)) || Math.round(this.unitsPerEm / 2)
    this.capHeight = (tall && os2.readInt16BE(88)) || Math.round(this.unitsPerEm * 0.7)
    this.#longLoca = head.readInt16BE(50) !== 0
    this.#loca = this.table('loca')
    this.#hmtx = this.table('hmtx')
    this.#longMetrics = hhea.readUInt16BE(34)
    const cmap = this.table('cmap')
    this.#characters = readCharacters(cmap)
    this.#variants = readVariants(cmap)
    if (this.#loca.length < (this.glyphs + 1) * (this.#longLoca ? 4 : 2)) throw new Error(`${this.name}: loca is too short`)
  }

  /** Gives a whole table; throws when the font has none of that tag. */
  table(tag: string): Buffer {
    const place = this.#tables.get(tag)
    if (place === undefined) throw new Error(`The font has no ${tag} table`)
    return this.#source.read(place.offset, place.length)
  }

  hasTable(tag: string): boolean {
    return this.#tables.has(tag)
  }

  /** Finds the glyph of a code point; 0 if the face has none. */
  find(codePoint: number): number {
    return this.#characters.find(codePoint)
  }

  /** Finds the glyph a font keeps for a mark among Latin letters (feature pwid); the usual glyph where it keeps none, 0 if the face has neither. */
  findProportional(codePoint: number): number {
    const glyph = this.find(codePoint)
    if (glyph === 0 || !this.hasTable('GSUB')) return glyph
    if (this.#proportional === undefined) {
      try {
        this.#proportional = singleSubstitutions(this.table('GSUB'), 'pwid')
      } catch (error) {
        // a table that ends too early substitutes nothing
        if (!(error instanceof RangeError)) throw error
        this.#proportional = new Map()
      }
    }
    return this.#proportional.get(glyph) ?? glyph
  }

  /** Finds the glyph of a variation sequence; 0 if the face does not know the sequence. */
  findVariant(codePoint: number, selector: number): number {
    const variants = this.#variants.get(selector)
    if (variants === undefined) return 0
    const own = variants.own.get(codePoint)
    if (own !== undefined) return own
    return inRanges(variants.defaults, codePoint) ? this.find(codePoint) : 0
  }

  /** Gives every code point the face has a glyph for, rising. */
  codePoints(): number[] {
    return this.#characters.all()
  }

  /** Gives the variation sequences with their own or default glyph. */
  *variants(): Generator<readonly [codePoint: number, selector: number, glyph: number]> {
    for (const [selector, variants] of this.#variants) {
      for (const [codePoint, glyph] of variants.own) yield [codePoint, selector, glyph]
      for (const [first, last] of variants.defaults) {
        for (let codePoint = first; codePoint <= last; codePoint++) {
          const glyph = this.find(codePoint)
          if (glyph !== 0) yield [codePoint, selector, glyph]
        }
      }
    }
  }

  /** Advance width in font units. */
  advance(glyph: number): number {
    return this.#hmtx.readUInt16BE(4 * Math.min(glyph, this.#longMetrics - 1))
  }

  /** Left side bearing in font units. */
  bearing(glyph: number): number {
    return glyph < this.#longMetrics ? this.#hmtx.readInt16BE(4 * glyph + 2) : this.#hmtx.readInt16BE(4 * this.#longMetrics + 2 * (glyph - this.#longMetrics))
  }

  /** The outline record of a glyph as it lies in `glyf`; empty for a blank. */
  record(glyph: number): Buffer {
    const known = this.#records.get(glyph)
    if (known !== undefined) return known
    const at = this.#longLoca ? this.#loca.readUInt32BE(4 * glyph) : 2 * this.#loca.readUInt16BE(2 * glyph)
    const end = this.#longLoca ? this.#loca.readUInt32BE(4 * glyph + 4) : 2 * this.#loca.readUInt16BE(2 * glyph + 2)
    const glyf = this.#tables.get('glyf')
    if (glyf === undefined || end < at || end > glyf.length) throw new Error(`${this.name}: glyph ${glyph} lies outside the file`)
    const record = end === at ? Buffer.alloc(0) : this.#source.read(glyf.offset + at, end - at)
    this.#records.set(glyph, record)
    return record
  }

  close(): void {
    this.#source.close()
  }
}

interface Place { readonly offset: number; readonly length: number }
interface Variants { readonly own: ReadonlyMap<number, number>; readonly defaults: readonly (readonly [number, number])[] }

/** Where the bytes of a font come from: a file that stays open, or a buffer. */
export interface Source {
  readonly size: number
  read(offset: number, length: number): Buffer
  close(): void
}

/** Reads a font from memory. */
export const fromBuffer = (bytes: Buffer): Source => ({
  size: bytes.length,
  read: (offset, length) => {
    if (offset + length > bytes.length) throw new Error('The font file is cut short')
    return bytes.subarray(offset, offset + length)
  },
  close: () => undefined,
})

/** Reads a font piece by piece from a file, which stays open until closed. */
export const fromFile = (path: string): Source => {
  const file = openSync(path, 'r')
  return {
    size: Number.MAX_SAFE_INTEGER,
    read: (offset, length) => {
      const bytes = Buffer.allocUnsafeSlow(length)
      let done = 0
      while (done < length) {
        const got = readSync(file, bytes, done, length - done, offset + done)
        if (got === 0) throw new Error(`The font file ${path} is cut short`)
        done += got
      }
      return bytes
    },
    close: () => closeSync(file),
  }
}

const directory = (source: Source): ReadonlyMap<string, Place> => {
  const start = source.read(0, 12)
  const kind = start.readUInt32BE(0)
  if (kind !== 0x00010000 && kind !== 0x74727565) throw new Error('Not a TrueType file')
  const count = start.readUInt16BE(4)
  const entries = source.read(12, 16 * count)
  const tables = new Map<string, Place>()
  for (let i = 0; i < count; i++) {
    const tag = entries.toString('latin1', 16 * i, 16 * i + 4)
    const offset = entries.readUInt32BE(16 * i + 8)
    const length = entries.readUInt32BE(16 * i + 12)
    if (offset + length > source.size) throw new Error(`Table ${tag} lies outside the font file`)
    tables.set(tag, { offset, length })
  }
  return tables
}

const readNames = (table: Buffer): Map<number, string> => {
  const names = new Map<number, string>()
  const count = table.readUInt16BE(2)
  const strings = table.readUInt16BE(4)
  for (let i = 0; i < count; i++) {
    const at = 6 + 12 * i
    const platform = table.readUInt16BE(at)
    const language = table.readUInt16BE(at + 4)
    const id = table.readUInt16BE(at + 6)
    const bytes = table.subarray(strings + table.readUInt16BE(at + 10), strings + table.readUInt16BE(at + 10) + table.readUInt16BE(at + 8))
    if (platform === 3 && language === 0x409) names.set(id, Buffer.from(bytes).swap16().toString('utf16le'))
    else if (platform === 1 && !names.has(id)) names.set(id, bytes.toString('latin1'))
  }
  return names
}

/** Code point → glyph in pages of 256, which answers in two look-ups. */
class CharacterMap {
  readonly #pages = new Map<number, Uint16Array>()
  find(codePoint: number): number {
    return this.#pages.get(codePoint >>> 8)?.[codePoint & 255] ?? 0
  }
  set(codePoint: number, glyph: number): void {
    const key = codePoint >>> 8
    let page = this.#pages.get(key)
    if (page === undefined) this.#pages.set(key, (page = new Uint16Array(256)))
    page[codePoint & 255] = glyph
  }
  all(): number[] {
    const found: number[] = []
    for (const key of [...this.#pages.keys()].sort((a, b) => a - b)) {
      const page = this.#pages.get(key)
      page?.forEach((glyph, low) => { if (glyph !== 0) found.push((key << 8) | low) })
    }
    return found
  }
}

const subtables = (cmap: Buffer): { platform: number; encoding: number; format: number; at: number }[] => {
  const found = []
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + 8 * i)
    found.push({ platform: cmap.readUInt16BE(4 + 8 * i), encoding: cmap.readUInt16BE(6 + 8 * i), format: cmap.readUInt16BE(at), at })
  }
  return found
}

const readCharacters = (cmap: Buffer): CharacterMap => {
  const characters = new CharacterMap()
  const unicode = subtables(cmap).filter(({ platform, encoding }) => platform === 0 || (platform === 3 && (encoding === 1 || encoding === 10)))
  const full = unicode.find(({ format }) => format === 12)
  const basic = unicode.find(({ format }) => format === 4)
  if (full !== undefined) {
    const groups = cmap.readUInt32BE(full.at + 12)
    for (let i = 0; i < groups; i++) {
      const at = full.at + 16 + 12 * i
      const first = cmap.readUInt32BE(at)
      const last = cmap.readUInt32BE(at + 4)
      const glyph = cmap.readUInt32BE(at + 8)
      if (last > 0x10ffff) throw new Error('The character map of the font is broken')
      for (let codePoint = first; codePoint <= last; codePoint++) characters.set(codePoint, glyph + codePoint - first)
    }
  } else if (basic !== undefined) {
    const segments = cmap.readUInt16BE(basic.at + 6) / 2
    const ends = basic.at + 14
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const offsets = deltas + 2 * segments
    for (let i = 0; i < segments; i++) {
      const first = cmap.readUInt16BE(starts + 2 * i)
      const last = cmap.readUInt16BE(ends + 2 * i)
      const delta = cmap.readUInt16BE(deltas + 2 * i)
      const offset = cmap.readUInt16BE(offsets + 2 * i)
      for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
        const glyph = offset === 0 ? codePoint : cmap.readUInt16BE(offsets + 2 * i + offset + 2 * (codePoint - first))
        if (offset === 0 || glyph !== 0) characters.set(codePoint, (glyph + delta) & 0xffff)
      }
    }
  } else throw new Error('The font has no Unicode character map')
  return characters
}

const readVariants = (cmap: Buffer): Map<number, Variants> => {
  const variants = new Map<number, Variants>()
  const table = subtables(cmap).find(({ format }) => format === 14)
  if (table === undefined) return variants
  const count = cmap.readUInt32BE(table.at + 6)
  for (let i = 0; i < count; i++) {
    const at = table.at + 10 + 11 * i
    const own = new Map<number, number>()
    const defaults: [number, number][] = []
    const toDefaults = cmap.readUInt32BE(at + 3)
    if (toDefaults !== 0) {
      const start = table.at + toDefaults
      for (let j = 0; j < cmap.readUInt32BE(start); j++) {
        const first = cmap.readUIntBE(start + 4 + 4 * j, 3)
        defaults.push([first, first + cmap.readUInt8(start + 7 + 4 * j)])
      }
    }
    const toOwn = cmap.readUInt32BE(at + 7)
    if (toOwn !== 0) {
      const start = table.at + toOwn
      for (let j = 0; j < cmap.readUInt32BE(start); j++) own.set(cmap.readUIntBE(start + 4 + 5 * j, 3), cmap.readUInt16BE(start + 7 + 5 * j))
    }
    variants.set(cmap.readUIntBE(at, 3), { own, defaults })
  }
  return variants
}

const inRanges = (ranges: readonly (readonly [number, number])[], codePoint: number): boolean => {
  let low = 0
  let high = ranges.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = ranges[middle]
    if (range === undefined) return false
    if (codePoint < range[0]) high = middle - 1
    else if (codePoint > range[1]) low = middle + 1
    else return true
  }
  return false
}
