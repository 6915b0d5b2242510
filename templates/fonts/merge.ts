import type { Face } from './sfnt.ts'
import { assemble, bareRecord, joinRecords } from './writer.ts'

/** Joins pieces of one font (same em) into one TrueType file with a character map of formats 12 and 14. A character in two pieces comes from the first. Throws above 65,535 glyphs. */
export const mergeFaces = (pieces: readonly Face[], name: string): Buffer => {
  const [first] = pieces
  if (first === undefined || pieces.some((piece) => piece.unitsPerEm !== first.unitsPerEm)) throw new Error(`${name}: pieces of one em are needed`)
  const records: Buffer[] = []
  const metrics: [advance: number, bearing: number][] = []
  const characters = new Map<number, number>()
  const variants = new Map<number, Map<number, number>>()
  const take = (piece: Face, from: number, moved: Map<number, number>): number => {
    const known = moved.get(from)
    if (known !== undefined) return known
    const glyph = records.length
    moved.set(from, glyph)
    records.push(Buffer.alloc(0))
    metrics.push([piece.advance(from), piece.bearing(from)])
    records[glyph] = bareRecord(piece.record(from), (part) => take(piece, part, moved))
    return glyph
  }
  const ofFirst = new Map<number, number>()
  take(first, 0, ofFirst)
  pieces.forEach((piece, i) => {
    const moved = i === 0 ? ofFirst : new Map<number, number>()
    for (const codePoint of piece.codePoints()) {
      if (!characters.has(codePoint)) characters.set(codePoint, take(piece, piece.find(codePoint), moved))
    }
    for (const [codePoint, selector, glyph] of piece.variants()) {
      let own = variants.get(selector)
      if (own === undefined) variants.set(selector, (own = new Map()))
      if (!own.has(codePoint)) own.set(codePoint, take(piece, glyph, moved))
    }
  })
  if (records.length > 0xffff) throw new Error(`${name}: ${records.length} glyphs are too many for one font`)
  const { glyf, loca } = joinRecords(records)
  const hmtx = Buffer.alloc(4 * metrics.length)
  metrics.forEach(([advance, bearing], i) => {
    hmtx.writeUInt16BE(advance, 4 * i)
    hmtx.writeInt16BE(bearing, 4 * i + 2)
  })
  const head = Buffer.from(first.table('head'))
  for (const [at, pick, i] of [[36, Math.min, 0], [38, Math.min, 1], [40, Math.max, 2], [42, Math.max, 3]] as const) {
    head.writeInt16BE(pick(...pieces.map((piece) => piece.box[i])), at)
  }
  head.writeInt16BE(1, 50)
  const hhea = Buffer.from(first.table('hhea'))
  hhea.writeUInt16BE(records.length, 34)
  const maxp = Buffer.from(first.table('maxp'))
  maxp.writeUInt16BE(records.length, 4)
  const limits: readonly [number, (piece: Face) => number][] = [
    [6, (piece) => piece.maxPoints], [8, (piece) => piece.maxContours], [10, (piece) => piece.maxCompositePoints],
    [12, (piece) => piece.maxCompositeContours], [28, (piece) => piece.maxComponents], [30, (piece) => piece.maxDepth],
  ]
  for (const [at, pick] of limits) maxp.writeUInt16BE(Math.max(...pieces.map(pick)), at)
  for (let at = 16; at < 28; at += 2) maxp.writeUInt16BE(0, at) // no instructions
  return assemble({ cmap: characterMap(characters, variants), glyf, loca, hmtx, head, hhea, maxp, name: first.table('name'), post: shortPost(first.table('post')), 'OS/2': first.table('OS/2') })
}

const shortPost = (post: Buffer): Buffer => {
  const short = Buffer.from(post.subarray(0, 32))
  short.writeUInt32BE(0x00030000, 0) // without glyph names
  return short
}

/** Writes a `cmap` of format 12 and, for the variants, format 14 (all as own glyphs). */
export const characterMap = (characters: ReadonlyMap<number, number>, variants: ReadonlyMap<number, ReadonlyMap<number, number>>): Buffer => {
  const groups: [number, number, number][] = []
  for (const codePoint of [...characters.keys()].sort((a, b) => a - b)) {
    const glyph = characters.get(codePoint) ?? 0
    const last = groups.at(-1)
    if (last !== undefined && codePoint === last[1] + 1 && glyph === last[2] + codePoint - last[0]) last[1] = codePoint
    else groups.push([codePoint, codePoint, glyph])
  }
  const full = Buffer.alloc(16 + 12 * groups.length)
  full.writeUInt16BE(12, 0)
  full.writeUInt32BE(full.length, 4)
  full.writeUInt32BE(groups.length, 12)
  groups.forEach((group, i) => group.forEach((value, j) => full.writeUInt32BE(value, 16 + 12 * i + 4 * j)))
  const selectors = [...variants.keys()].sort((a, b) => a - b)
  const parts: Buffer[] = []
  const index = Buffer.alloc(10 + 11 * selectors.length)
  let offset = index.length
  selectors.forEach((selector, i) => {
    const own = [...(variants.get(selector) ?? [])].sort(([a], [b]) => a - b)
    const table = Buffer.alloc(4 + 5 * own.length)
    table.writeUInt32BE(own.length, 0)
    own.forEach(([codePoint, glyph], j) => {
      table.writeUIntBE(codePoint, 4 + 5 * j, 3)
      table.writeUInt16BE(glyph, 7 + 5 * j)
    })
    index.writeUIntBE(selector, 10 + 11 * i, 3)
    index.writeUInt32BE(offset, 17 + 11 * i)
    offset += table.length
    parts.push(table)
  })
  index.writeUInt16BE(14, 0)
  index.writeUInt32BE(offset, 2)
  index.writeUInt32BE(selectors.length, 6)
  const sequences = selectors.length === 0 ? 0 : 1
  const header = Buffer.alloc(4 + 8 * (1 + sequences))
  header.writeUInt16BE(1 + sequences, 2)
  if (sequences === 1) {
    header.writeUInt16BE(0, 4)
    header.writeUInt16BE(5, 6)
    header.writeUInt32BE(header.length + full.length, 8)
  }
  const last = header.length - 8
  header.writeUInt16BE(3, last)
  header.writeUInt16BE(10, last + 2)
  header.writeUInt32BE(header.length, last + 4)
  return Buffer.concat(sequences === 1 ? [header, full, index, ...parts] : [header, full])
}
