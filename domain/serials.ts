import { halfWidth } from './characters/index.ts'
import { LantaiError } from './error.ts'
import { text } from './text.ts'

/** A run of blank serials (印制号) from first to last, both in it; they share prefix and number of digits. */
export interface SerialRange {
  readonly first: string
  readonly last: string
}

interface Parts {
  readonly prefix: string
  readonly digits: string
}

/** Brings a typed or scanned serial into its stored form: plain width, upper-case, no spaces, no leading No. */
export const normaliseSerial = (typed: string): string =>
  halfWidth(typed.normalize('NFC')).toUpperCase().replace(/[\s\u200B-\u200D\uFEFF]/gu, '').replace(/^(?:(?:NO[.:]|№)(?=[A-Z-]{0,8}\d)|NO(?=[A-Z]?\d))/u, '')

const split = (serial: string): Parts | undefined => {
  const match = /^([A-Z-]{0,8})(\d{1,15})$/.exec(serial)
  return match === null ? undefined : { prefix: match[1] ?? '', digits: match[2] ?? '' }
}

/** Takes a serial apart into letters and digits (leading zeros kept); throws `invalid`. */
export const getSerialParts = (serial: string, field?: string): Parts => {
  const parts = split(serial)
  if (parts === undefined) throw new LantaiError('invalid', text('印制号应为最多 8 个字母加最多 15 位数字', 'A blank serial has at most 8 letters and then at most 15 digits'), field)
  return parts
}

/** Says whether a text has the shape of a blank serial. */
export const isSerial = (serial: string): boolean => split(serial) !== undefined

const valueOf = (parts: Parts): number => Number(parts.digits)
const write = (prefix: string, value: number, places: number): string => prefix + String(value).padStart(places, '0')

/** Makes a range; throws `invalid` when the ends differ in prefix or number of digits or stand the wrong way round. */
export const serialRange = (first: string, last: string, field?: string): SerialRange => {
  const from = getSerialParts(first, field)
  const to = getSerialParts(last, field)
  if (from.prefix !== to.prefix || from.digits.length !== to.digits.length) throw new LantaiError('invalid', text('起止印制号的字母和位数应当相同', 'First and last serial must have the same letters and number of digits'), field)
  if (valueOf(from) > valueOf(to)) throw new LantaiError('invalid', text('起号大于止号', 'The first serial is after the last'), field)
  return { first, last }
}

/** Number of serials in a range. */
export const rangeCount = (range: SerialRange): number => valueOf(getSerialParts(range.last)) - valueOf(getSerialParts(range.first)) + 1

/** Says whether a serial lies in a range: same letters, same number of digits, between the ends. */
export const rangeContains = (range: SerialRange, serial: string): boolean => {
  const parts = split(serial)
  const first = split(range.first)
  const last = split(range.last)
  if (parts === undefined || first === undefined || last === undefined) return false
  return parts.prefix === first.prefix && parts.digits.length === first.digits.length && valueOf(parts) >= valueOf(first) && valueOf(parts) <= valueOf(last)
}

const sameSeries = (a: SerialRange, b: SerialRange): boolean => {
  const left = getSerialParts(a.first)
  const right = getSerialParts(b.first)
  return left.prefix === right.prefix && left.digits.length === right.digits.length
}

/** The serials two ranges share, or undefined. */
export const rangeOverlap = (a: SerialRange, b: SerialRange): SerialRange | undefined => {
  if (!sameSeries(a, b)) return undefined
  const first = a.first >= b.first ? a.first : b.first
  const last = a.last <= b.last ? a.last : b.last
  return first <= last ? { first, last } : undefined
}

/** What is left of a range when another is taken out: none, one or two ranges. */
export const rangeWithout = (range: SerialRange, taken: SerialRange): readonly SerialRange[] => {
  const shared = rangeOverlap(range, taken)
  if (shared === undefined) return [range]
  const before = range.first < shared.first ? [{ first: range.first, last: shiftSerial(shared.first, -1) }] : []
  const after = shared.last < range.last ? [{ first: shiftSerial(shared.last, 1), last: range.last }] : []
  return [...before, ...after]
}

/** The serial `count` places on (or back), with the same number of digits; throws `invalid` past the ends. */
export const shiftSerial = (serial: string, count: number): string => {
  const parts = getSerialParts(serial)
  const value = valueOf(parts) + count
  if (value < 0 || String(value).length > parts.digits.length) throw new LantaiError('invalid', text('印制号超出位数', 'The serial runs past its digits'))
  return write(parts.prefix, value, parts.digits.length)
}

/** Cuts a range into parts of at most `size` serials, in order. */
export const splitRange = (range: SerialRange, size: number): readonly SerialRange[] => {
  if (!Number.isInteger(size) || size < 1) throw new LantaiError('invalid', text('每份至少一个', 'A part holds at least one serial'))
  const parts: SerialRange[] = []
  let first = range.first
  while (rangeCount({ first, last: range.last }) > size) {
    const last = shiftSerial(first, size - 1)
    parts.push({ first, last })
    first = shiftSerial(last, 1)
  }
  return [...parts, { first, last: range.last }]
}

/** Joins serials and ranges that touch or overlap into the fewest ranges, in order. */
export const mergeRanges = (ranges: readonly SerialRange[]): readonly SerialRange[] => {
  const key = (range: SerialRange): string => {
    const parts = getSerialParts(range.first)
    return `${parts.prefix} ${String(parts.digits.length).padStart(2, '0')} ${parts.digits}`
  }
  const merged: SerialRange[] = []
  for (const range of [...ranges].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const last = merged.at(-1)
    const touches = last !== undefined && sameSeries(last, range) && valueOf(getSerialParts(range.first)) <= valueOf(getSerialParts(last.last)) + 1
    if (touches) merged[merged.length - 1] = { first: last.first, last: range.last > last.last ? range.last : last.last }
    else merged.push(range)
  }
  return merged
}

/** Every serial of a range in order, at most `limit`. */
export const serialsOf = (range: SerialRange, limit = 10_000): readonly string[] => {
  const count = Math.min(rangeCount(range), limit)
  return Array.from({ length: count }, (_, index) => shiftSerial(range.first, index))
}
