/** Flags of a component of a composite glyph (OpenType `glyf`). */
export const component = { words: 0x0001, scale: 0x0008, more: 0x0020, xyScale: 0x0040, twoByTwo: 0x0080, instructions: 0x0100 } as const

/** Calls `visit` with the offset of each component's glyph index in a composite record. */
export const eachComponent = (record: Buffer, visit: (at: number) => void): number => {
  let at = 10
  for (;;) {
    const flags = record.readUInt16BE(at)
    visit(at + 2)
    at += 4 + (flags & component.words ? 4 : 2) + (flags & component.scale ? 2 : flags & component.xyScale ? 4 : flags & component.twoByTwo ? 8 : 0)
    if ((flags & component.more) === 0) return at
  }
}

/** Copies an outline record without its instructions, which are of no use when faces are mixed; `moved` gives each component its new glyph index. */
export const bareRecord = (record: Buffer, moved: (glyph: number) => number): Buffer => {
  if (record.length === 0) return record
  const contours = record.readInt16BE(0)
  if (contours >= 0) {
    const at = 10 + 2 * contours
    const length = record.readUInt16BE(at)
    if (length === 0) return record
    const bare = Buffer.allocUnsafe(record.length - length)
    record.copy(bare, 0, 0, at)
    bare.writeUInt16BE(0, at)
    record.copy(bare, at + 2, at + 2 + length)
    return bare
  }
  const bare = Buffer.from(record)
  const end = eachComponent(bare, (at) => {
    bare.writeUInt16BE(bare.readUInt16BE(at - 2) & ~component.instructions, at - 2)
    bare.writeUInt16BE(moved(bare.readUInt16BE(at)), at)
  })
  return bare.subarray(0, end)
}

/** A composite of one component, scaled: how a glyph of a face with other units per em enters the common font (1000/1024 is exact in F2Dot14). */
export const scaledRecord = (record: Buffer, glyph: number, scale: number): Buffer => {
  if (record.length === 0) return record
  const made = Buffer.alloc(20)
  made.writeInt16BE(-1, 0)
  for (let i = 0; i < 4; i++) made.writeInt16BE(Math.round(record.readInt16BE(2 + 2 * i) * scale), 2 + 2 * i)
  made.writeUInt16BE(0x0002 | component.words | component.scale, 10) // the two arguments are offsets, both 0
  made.writeUInt16BE(glyph, 12)
  made.writeInt16BE(Math.round(scale * 16384), 18)
  return made
}

/** Joins outline records into `glyf` and a long `loca`. */
export const joinRecords = (records: readonly Buffer[]): { glyf: Buffer; loca: Buffer } => {
  const loca = Buffer.allocUnsafe(4 * records.length + 4)
  let size = 0
  records.forEach((record, i) => {
    loca.writeUInt32BE(size, 4 * i)
    size += (record.length + 3) & ~3
  })
  loca.writeUInt32BE(size, 4 * records.length)
  const glyf = Buffer.alloc(size)
  records.forEach((record, i) => record.copy(glyf, loca.readUInt32BE(4 * i)))
  return { glyf, loca }
}

const checksum = (bytes: Buffer): number => {
  let sum = 0
  const whole = bytes.length & ~3
  for (let i = 0; i < whole; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  for (let i = whole, shift = 24; i < bytes.length; i++, shift -= 8) sum = (sum + ((bytes[i] ?? 0) << shift)) >>> 0
  return sum >>> 0
}

/** Puts tables together as a TrueType file, with right checksums. */
export const assemble = (tables: Readonly<Record<string, Buffer>>): Buffer => {
  const tags = Object.keys(tables).sort()
  const count = tags.length
  const power = 2 ** Math.floor(Math.log2(count))
  const header = Buffer.alloc(12 + 16 * count)
  header.writeUInt32BE(0x00010000, 0)
  header.writeUInt16BE(count, 4)
  header.writeUInt16BE(16 * power, 6)
  header.writeUInt16BE(Math.log2(power), 8)
  header.writeUInt16BE(16 * (count - power), 10)
  const parts: Buffer[] = [header]
  let offset = header.length
  let headAt = -1
  let sum = 0
  tags.forEach((tag, i) => {
    let table = tables[tag] ?? Buffer.alloc(0)
    if (tag === 'head') {
      table = Buffer.from(table)
      table.writeUInt32BE(0, 8)
      headAt = offset
    }
    const own = checksum(table)
    sum = (sum + own) >>> 0
    header.write(tag, 12 + 16 * i, 'latin1')
    header.writeUInt32BE(own, 16 + 16 * i)
    header.writeUInt32BE(offset, 20 + 16 * i)
    header.writeUInt32BE(table.length, 24 + 16 * i)
    const padding = -table.length & 3
    parts.push(table)
    if (padding > 0) parts.push(Buffer.alloc(padding))
    offset += table.length + padding
  })
  sum = (sum + checksum(header)) >>> 0
  const file = Buffer.concat(parts)
  if (headAt >= 0) file.writeUInt32BE((0xb1b0afba - sum) >>> 0, headAt + 8)
  return file
}
