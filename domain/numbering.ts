import { LantaiError } from './error.ts'
import type { Text } from './text.ts'
import { text } from './text.ts'

/** A number of a yearly series, by an office's own pattern: `查〔{year}〕{serial:4}号` → 查〔2026〕0001号. */
export interface SeriesNumber {
  readonly year: number
  /** Order in the year, from 1. */
  readonly serial: number
}

const place = /\{(year|serial)(?::(\d))?\}/g
const escaped = (plain: string): string => plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Says what is wrong with a pattern, or undefined: it names the year and the serial once each, `{year}` and `{serial:4}` (the number of places), with other words around them. */
export const findPatternFault = (pattern: string): Text | undefined => {
  const names = [...pattern.matchAll(place)].map((match) => match[1])
  const rest = pattern.replace(place, '')
  if (names.length !== 2 || !names.includes('year') || !names.includes('serial')) return text('编号格式应各有一个 {year} 和 {serial:4}', 'The pattern names {year} and {serial:4} once each')
  if (/[{}\d]/.test(rest)) return text('编号格式除 {year}、{serial:4} 外不能有数字和花括号', 'Beside {year} and {serial:4} the pattern holds no digits or braces')
  return /\}\{/.test(pattern) ? text('年份和顺序号之间应有文字', 'Something stands between year and serial') : undefined
}

const requirePattern = (pattern: string): void => {
  const fault = findPatternFault(pattern)
  if (fault !== undefined) throw new LantaiError('invalid', fault, 'pattern')
}

/** Writes a number by a pattern; throws `invalid` for a pattern that will not do, or a year or serial that is none. */
export const formatSeries = (pattern: string, { year, serial }: SeriesNumber): string => {
  requirePattern(pattern)
  if (!Number.isInteger(year) || year < 1000 || year > 9999 || !Number.isInteger(serial) || serial < 1) throw new LantaiError('invalid', text('年份或者顺序号不对', 'The year or the serial does not fit'), 'number')
  return pattern.replace(place, (_whole, name: string, places: string | undefined) => (name === 'year' ? String(year) : String(serial).padStart(Number(places ?? 0), '0')))
}

/** Reads a number written by a pattern, or undefined; a serial of more places than the pattern has is read too. */
export const findSeries = (pattern: string, value: string): SeriesNumber | undefined => {
  requirePattern(pattern)
  let at = 0
  let shape = ''
  for (const match of pattern.matchAll(place)) {
    shape += escaped(pattern.slice(at, match.index)) + (match[1] === 'year' ? '(?<year>\\d{4})' : `(?<serial>\\d{${match[2] ?? 1},9})`)
    at = match.index + match[0].length
  }
  const found = new RegExp(`^${shape}${escaped(pattern.slice(at))}$`, 'u').exec(value.trim())?.groups
  if (found === undefined) return undefined
  const number = { year: Number(found.year), serial: Number(found.serial) }
  return number.serial > 0 && formatSeries(pattern, number) === value.trim() ? number : undefined
}
