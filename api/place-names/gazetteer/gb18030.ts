import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'

/** How the bytes of a table were read. */
export type Encoding = 'utf-8' | 'gb18030'

const wrong = (zh: string, en: string): LantaiError => new LantaiError('malformed', text(zh, en), 'file')
const decode = (bytes: Uint8Array, encoding: Encoding): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte)

/** Reads the bytes of a table as text: what is whole UTF-8 as UTF-8, else what is whole GB18030 as that, and says which; an encoding that is named is held to. Throws `malformed` at `file` for bytes that are neither, or no text at all. */
export const readText = (bytes: Uint8Array, wanted: 'auto' | Encoding): { readonly written: string; readonly encoding: Encoding } => {
  if (bytes.byteLength === 0) throw wrong('文件是空的', 'The file is empty')
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw wrong('这是 Excel 工作簿，请另存为 CSV 后再上传', 'This is an Excel workbook: save it as CSV first')
  if (begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff)) throw wrong('文件是 UTF-16（“Unicode 文本”），请另存为 UTF-8 或者 GB18030 的 CSV', 'The file is UTF-16 (“Unicode text”): save it as CSV in UTF-8 or GB18030')
  for (const encoding of wanted === 'auto' ? (['utf-8', 'gb18030'] as const) : [wanted]) {
    const written = decode(bytes, encoding)
    if (written !== undefined) return { written, encoding }
  }
  throw wanted === 'auto' ? wrong('文件既不是 UTF-8 也不是 GB18030 编码的文本', 'The file is text neither in UTF-8 nor in GB18030') : wrong(`文件不是 ${wanted === 'utf-8' ? 'UTF-8' : 'GB18030'} 编码`, `The file is not in ${wanted === 'utf-8' ? 'UTF-8' : 'GB18030'}`)
}

const lineFeed = 0x0a
/** Two-byte codes, four-byte codes of the basic plane, and the index at which the further planes begin (GB 18030). */
const pairs = 126 * 190
const basicCodes = 39_420
const furtherFrom = 189_000

const packed = (index: number): number => (((0x81 + Math.trunc(index / 12_600)) << 24) | ((0x30 + (Math.trunc(index / 1260) % 10)) << 16) | ((0x81 + (Math.trunc(index / 10) % 126)) << 8) | (0x30 + (index % 10))) >>> 0
const pair = (index: number): number => ((0x81 + Math.trunc(index / 190)) << 8) | (0x40 + (index % 190) + (index % 190 < 63 ? 0 : 1))

const put = (bytes: Uint8Array, at: number, code: number): number => {
  let next = at
  for (let shift = code > 0xffff ? 24 : code > 0xff ? 8 : 0; shift >= 0; shift -= 8) bytes[next++] = (code >>> shift) & 0xff
  return next
}

/** The code of every character of the basic plane, read off the decoder, so that the two are each other’s inverse; 0 where there is none. */
const readCodes = (): Uint32Array => {
  const codes = Uint32Array.from({ length: pairs + basicCodes }, (_, index) => (index < pairs ? pair(index) : packed(index - pairs)))
  const bytes = new Uint8Array(pairs * 3 + basicCodes * 5)
  let at = 0
  for (const code of codes) {
    at = put(bytes, at, code)
    bytes[at++] = lineFeed
  }
  const found = new Uint32Array(0x1_0000)
  let index = 0
  for (const read of new TextDecoder('gb18030').decode(bytes).split('\n')) {
    const unit = read.charCodeAt(0)
    // Of two codes for one character the shorter, which comes first.
    if (read.length === 1 && unit > 0x7f && unit !== 0xfffd && found[unit] === 0) found[unit] = codes[index] ?? 0
    index += 1
  }
  return found
}

let known: Uint32Array | undefined

/** A text in GB18030, which has a code for every character but a few for private use and halves of pairs; those become question marks. */
export const toGb18030 = (written: string): Uint8Array<ArrayBuffer> => {
  known ??= readCodes()
  const bytes = new Uint8Array(written.length * 4)
  let at = 0
  for (let index = 0; index < written.length; index += 1) {
    const point = written.codePointAt(index) ?? 0
    if (point > 0xffff) index += 1
    at = put(bytes, at, point < 0x80 ? point : point > 0xffff ? packed(furtherFrom + point - 0x1_0000) : (known[point] ?? 0) === 0 ? 0x3f : (known[point] ?? 0))
  }
  return bytes.slice(0, at)
}
