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

/** Fields in which a clerk may write more than one line. */
const manyLines = new Set(['reason', 'note', 'proof', 'opinion', 'value', 'text', 'remarkForm', 'detail'])
/** Fields kept to the byte as they were sent. */
const asTyped = new Set(['password', 'old', 'new'])

// Control characters (C0, DEL, C1), bidirectional overrides, line and paragraph separators, the byte order mark, non-characters.
const hidden = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/u
const plain = /^[\u0020-\u007E]*$/

const takeString = (value: string, key: string, path: () => string): string => {
  if (plain.test(value) || asTyped.has(key)) return value
  const several = manyLines.has(key)
  const checked = several ? value.replace(/\r\n?/g, '\n') : value
  if (!checked.isWellFormed() || hidden.test(several ? checked.replace(/[\n\t]/g, '') : checked)) {
    throw new LantaiError('invalid', text('含有不可见的控制字符，请删去后重新输入', 'It holds an invisible control character; delete it and type it again'), path())
  }
  return normaliseText(checked)
}

const deepest = 40

/** Walks what was sent: text is brought to its stored form (NFC, radicals), control characters are refused with their field. Works in place. */
export const takeText = (value: unknown, key = '', parents: readonly string[] = []): unknown => {
  const path = (): string => [...parents, key].filter((part) => part !== '').join('.')
  if (typeof value === 'string') return takeString(value, key, path)
  if (typeof value !== 'object' || value === null) return value
  if (parents.length > deepest) throw new LantaiError('malformed', text('内容嵌套过深', 'Nested too deeply'))
  const here = key === '' ? parents : [...parents, key]
  if (Array.isArray(value)) {
    // Texts of a list take the name of the list: `texts.value.3` is a `value`.
    for (let index = 0; index < value.length; index += 1) value[index] = typeof value[index] === 'string' ? takeString(value[index] as string, key, () => [...here, String(index)].join('.')) : takeText(value[index], String(index), here)
    return value
  }
  const record = value as Record<string, unknown>
  for (const name of Object.keys(record)) {
    const found = record[name]
    if (typeof found === 'number' || typeof found === 'boolean' || found === null) continue
    record[name] = manyLines.has(key) && typeof found === 'string' ? takeString(found, key, () => [...here, name].join('.')) : takeText(found, name, here)
  }
  return record
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** Reads a JSON body; throws `malformed` for what is not UTF-8 or not JSON, `invalid` for control characters. */
export const readJson = async (request: Request): Promise<unknown> => {
  const type = (request.headers.get('content-type') ?? '').toLowerCase()
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/.test(type)) {
    throw new LantaiError('malformed', text('内容应为 JSON(application/json,UTF-8)', 'The body must be JSON (application/json, UTF-8)'), 'content-type')
  }
  const bytes = await readBytes(request, largestJson)
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
