/** Just enough of SQLite's file format to find the bytes that hold content (sqlite.org/fileformat2.html). */

export interface Place { readonly page: number; readonly offset: number; readonly what: 'table leaf' | 'index leaf' | 'index interior' | 'overflow' }

const varint = (file: Buffer, at: number): readonly [value: number, length: number] => {
  let value = 0
  for (let index = 0; index < 9; index += 1) {
    const byte = file[at + index] ?? 0
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return [value, index + 1]
  }
  return [value, 9]
}

/** How much of a payload lies on the page itself. */
const localSize = (size: number, payload: number, leafTable: boolean): number => {
  const most = leafTable ? size - 35 : Math.floor(((size - 12) * 64) / 255) - 23
  if (payload <= most) return payload
  const least = Math.floor(((size - 12) * 32) / 255) - 23
  const local = least + ((payload - least) % (size - 4))
  return local <= most ? local : least
}

/** Ranges of the file that hold cell content: [first byte, number of bytes]. Interior table pages hold only row numbers that separate, and are left out. */
export const contentRanges = (file: Buffer): readonly { readonly from: number; readonly length: number; readonly page: number; readonly what: Place['what'] }[] => {
  const size = file.readUInt16BE(16) === 1 ? 65536 : file.readUInt16BE(16)
  const ranges: { from: number; length: number; page: number; what: Place['what'] }[] = []
  for (let page = 1; page <= file.length / size; page += 1) {
    const start = (page - 1) * size
    const header = start + (page === 1 ? 100 : 0)
    const type = file[header]
    if (type === 13 || type === 10 || type === 2) {
      const cells = file.readUInt16BE(header + 3)
      for (let cell = 0; cell < cells; cell += 1) {
        let at = start + file.readUInt16BE(header + (type === 2 ? 12 : 8) + 2 * cell)
        if (type === 2) at += 4
        const [payload, length] = varint(file, at)
        at += length
        if (type === 13) at += varint(file, at)[1]
        ranges.push({ from: at, length: localSize(size, payload, type === 13), page, what: type === 13 ? 'table leaf' : type === 10 ? 'index leaf' : 'index interior' })
      }
    } else if (type !== 5) {
      // An overflow page: the next one's number, then content; only its first bytes are surely in use.
      ranges.push({ from: start + 4, length: 1, page, what: 'overflow' })
    }
  }
  return ranges
}
