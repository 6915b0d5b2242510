import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { normaliseText } from '../domain/characters/index.ts'

/** Largest JSON body in bytes; a whole case with its papers listed takes about 60 kB. */
export const largestJson = 1024 * 1024
/** Largest file in bytes (a font of the office's own; scans and photos have closer limits). */
export const largestFile = 20 * 1024 * 1024

const tooLarge = (limit: number): LantaiError =>
  new LantaiError('too_large', text(`内容过大，最大 ${String(Math.floor(limit / 1024))} kB`, `Too large: at most ${String(Math.floor(limit / 1024))} kB`), undefined, { limit })

/** Reads a body up to a limit in bytes; throws `too_large` as soon as it grows past it. */
export const readBytes = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  const length = Number(request.headers.get('content-length') ?? 0)
  if (length > limit) throw tooLarge(limit)
  if (request.body === null) return new Uint8Array(0)
  if (length > 0) {
    const whole = new Uint8Array(await request.arrayBuffer())
    if (whole.byteLength > limit) throw tooLarge(limit)
    return whole
  }
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      throw tooLarge(limit)
    }
    chunks.push(value)
  }
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.byteLength
  }
  return whole
}

/** Fields in which a clerk may write more than one line; what stands inside them may too. */
const manyLines = new Set(['reason', 'note', 'proof', 'value', 'text', 'texts', 'remarkForm'])
/** Fields that hold a longer text; other things of the same name keep to one line. */
const longTexts = new Set(['planAndReasons', 'found', 'opinion', 'words', 'handling', 'result', 'meaning', 'origin', 'history', 'planReason', 'renameReason', 'protectionMeasures', 'manualReason', 'numberingRule'])
/** Fields kept to the byte as they were sent. */
const asTyped = new Set(['password', 'old', 'new'])

// Control characters (C0, DEL, C1), bidirectional overrides, line and paragraph separators, the byte order mark, non-characters.
const hidden = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u
const plain = /^[\u0020-\u007E]*$/

const takeString = (value: string, several: boolean, field: () => string): string => {
  if (plain.test(value)) return value
  const checked = several ? value.replace(/\r\n?/g, '\n') : value
  if (!checked.isWellFormed() || hidden.test(several ? checked.replace(/[\n\t]/g, '') : checked)) {
    throw new LantaiError('invalid', text('含有不可见的控制字符，请删去后重新输入', 'It holds an invisible control character; delete it and type it again'), field())
  }
  return normaliseText(checked)
}

const deepest = 40

const walk = (value: unknown, path: readonly string[], several: boolean): unknown => {
  if (typeof value === 'string') return takeString(value, several, () => path.join('.'))
  if (typeof value !== 'object' || value === null) return value
  if (path.length > deepest) throw new LantaiError('malformed', text('内容嵌套过深', 'Nested too deeply'))
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = walk(value[index], [...path, String(index)], several)
    return value
  }
  const record = value as Record<string, unknown>
  for (const name of Object.keys(record)) {
    const found = record[name]
    if (typeof found === 'number' || typeof found === 'boolean' || found === null || (typeof found === 'string' && asTyped.has(name))) continue
    // The content of a file, pasted or read; editors put a byte order mark before it.
    const isFile = name === 'content' && typeof found === 'string'
    record[name] = walk(isFile ? found.replace(/^\uFEFF/u, '') : found, [...path, name], several || isFile || manyLines.has(name) || (typeof found === 'string' && longTexts.has(name)))
  }
  return record
}

/** Walks what was sent, in place: text is brought to its stored form (NFC, radicals), control characters are refused with their field. */
export const takeText = (value: unknown): unknown => walk(value, [], false)

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads a JSON body up to a limit in bytes; throws `too_large`, `malformed` for what is not UTF-8 or not JSON, `invalid` for control characters. */
export const readJson = async (request: Request, limit = largestJson): Promise<unknown> => {
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/.test(type)) {
    throw new LantaiError('malformed', text('内容应为 JSON(application/json,UTF-8)', 'The body must be JSON (application/json, UTF-8)'), 'content-type')
  }
  const bytes = await readBytes(request, limit)
  let written: string
  try {
    written = decoder.decode(bytes)
  } catch {
    throw new LantaiError('malformed', text('内容不是 UTF-8 编码', 'The body is not UTF-8'))
  }
  let value: unknown
  try {
    value = JSON.parse(written)
  } catch {
    throw new LantaiError('malformed', text('内容不是完整的 JSON', 'The body is not whole JSON'))
  }
  return takeText(value)
}
