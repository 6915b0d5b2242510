/** Single substitutions of a feature out of a GSUB table (lookup type 1, also by extension), glyph to glyph; empty where the font has none. */
export const singleSubstitutions = (gsub: Buffer, feature: string): ReadonlyMap<number, number> => {
  const found = new Map<number, number>()
  const features = gsub.readUInt16BE(6)
  const lookups = gsub.readUInt16BE(8)
  const indices = new Set<number>()
  for (let i = 0; i < gsub.readUInt16BE(features); i++) {
    const at = features + 2 + 6 * i
    if (gsub.toString('latin1', at, at + 4) !== feature) continue
    const table = features + gsub.readUInt16BE(at + 4)
    for (let j = 0; j < gsub.readUInt16BE(table + 2); j++) indices.add(gsub.readUInt16BE(table + 4 + 2 * j))
  }
  for (const index of indices) {
    const lookup = lookups + gsub.readUInt16BE(lookups + 2 + 2 * index)
    for (let j = 0; j < gsub.readUInt16BE(lookup + 4); j++) {
      let at = lookup + gsub.readUInt16BE(lookup + 6 + 2 * j)
      let type = gsub.readUInt16BE(lookup)
      if (type === 7) {
        type = gsub.readUInt16BE(at + 2)
        at += gsub.readUInt32BE(at + 4)
      }
      if (type === 1) readSingle(gsub, at, found)
    }
  }
  return found
}

const readSingle = (gsub: Buffer, at: number, found: Map<number, number>): void => {
  const format = gsub.readUInt16BE(at)
  covered(gsub, at + gsub.readUInt16BE(at + 2)).forEach((glyph, i) => {
    const to = format === 1 ? (glyph + gsub.readInt16BE(at + 4)) & 0xffff : gsub.readUInt16BE(at + 6 + 2 * i)
    if (!found.has(glyph)) found.set(glyph, to)
  })
}

/** The glyphs of a coverage table in order. */
const covered = (gsub: Buffer, at: number): number[] => {
  const count = gsub.readUInt16BE(at + 2)
  if (gsub.readUInt16BE(at) === 1) return Array.from({ length: count }, (_, i) => gsub.readUInt16BE(at + 4 + 2 * i))
  const glyphs: number[] = []
  for (let i = 0; i < count; i++) {
    const [first, last] = [gsub.readUInt16BE(at + 4 + 6 * i), gsub.readUInt16BE(at + 6 + 6 * i)]
    for (let glyph = first; glyph <= last; glyph++) glyphs.push(glyph)
  }
  return glyphs
}
