import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { codeTable, findCode } from '../codes/types.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** Numbers of funeral papers. No national format stands: every institution keeps a pattern of its own, numbers are voided and never used again. */

/** Papers that are numbered, with the prefix that a provincial system gives them; `B` before it for a reissue. */
export const numberedPapers = codeTable([
  ['HZ', '火化证明', 'Cremation certificate'],
  ['LZ', '领灰证明', 'Ash-release slip'],
  ['JZ', '骨灰寄存协议', 'Deposit agreement'],
  ['JJZ', '骨灰寄存证', 'Deposit certificate'],
  ['GZ', '墓位使用协议', 'Plot agreement'],
  ['JAZ', '公墓安葬证', 'Burial certificate'],
  ['FZ', '服务合同', 'Service contract'],
  ['LMZ', '墓位预留单', 'Reservation slip of a plot'],
  ['DMZ', '寄存预留单', 'Reservation slip of a deposit'],
  // Prefixes of this register's own, for papers that the provincial system does not number.
  ['JMZ', '惠民殡葬减免结算单', 'Waiver sheet'],
  ['SLZ', '惠民殡葬减免申领单', 'Claim slip of a waiver'],
  ['JBZ', '节地生态安葬奖补审批单', 'Reward sheet'],
] as const)
export type NumberedPaper = (typeof numberedPapers)[number]['code']

/** The prefix of a paper's numbers; a reissue has `B` before it and is a series of its own. */
export const paperPrefix = (paper: NumberedPaper, reissue = false): string => `${reissue ? 'B' : ''}${paper}`

/** The paper a prefix stands for and whether it is a reissue, or undefined. */
export const findNumberedPaper = (prefix: string): { readonly paper: NumberedPaper; readonly title: Text; readonly reissue: boolean } | undefined => {
  const found = findCode(numberedPapers, prefix)
  if (found !== undefined) return { paper: found.code, title: text(found.zh, found.en), reissue: false }
  const first = prefix.startsWith('B') ? findCode(numberedPapers, prefix.slice(1)) : undefined
  return first === undefined ? undefined : { paper: first.code, title: text(`${first.zh}（补发）`, `${first.en}, reissued`), reissue: true }
}

/** The parts of a number. */
export interface PaperNumber {
  /** `HZ`, or `BHZ` for a reissue. */
  readonly prefix: string
  readonly area: string
  readonly year: number
  readonly institution: string
  readonly serial: number
}

/** The pattern of a provincial system: HZ-330381-2026-01000001. */
export const usualPattern = '{prefix}-{area}-{year}-{institution}{serial:6}'

const token = /\{(prefix|area|year|institution|serial)(?::([1-9]))?\}/g
const escaped = (plain: string): string => plain.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const shapes: Readonly<Record<string, string>> = { prefix: '[A-Z]{1,6}', area: '\\d{6}', year: '\\d{4}', institution: '\\d{2}' }

/** Says what is wrong with a pattern, or undefined: year and serial stand in it once each, every other part at most once, and no digits or braces around them. */
export const findNumberPatternFault = (pattern: string): Text | undefined => {
  const names = [...pattern.matchAll(token)].map((match) => match[1])
  if (names.filter((name) => name === 'year').length !== 1 || names.filter((name) => name === 'serial').length !== 1) return text('编号格式应各有一个 {year} 和 {serial:6}', 'The pattern names {year} and {serial:6} once each')
  if (new Set(names).size !== names.length) return text('编号格式中每一部分只能出现一次', 'Every part stands in the pattern once')
  if (/[{}\d]/.test(pattern.replace(token, ''))) return text('编号格式除各部分外不能有数字和花括号', 'Beside its parts the pattern holds no digits or braces')
  return pattern.endsWith('}') && names.at(-1) === 'serial' ? undefined : text('顺序号应在最后', 'The serial stands last')
}

const requirePattern = (pattern: string): void => {
  const fault = findNumberPatternFault(pattern)
  if (fault !== undefined) throw new LantaiError('invalid', fault, 'pattern')
}

/** Writes a number by a pattern; throws `invalid` for a pattern or a part that will not do. */
export const formatPaperNumber = (pattern: string, number: PaperNumber): string => {
  requirePattern(pattern)
  if (!Number.isInteger(number.serial) || number.serial < 1) throw new LantaiError('invalid', text('顺序号应为正整数', 'The serial is a positive whole number'), 'serial')
  const written = pattern.replace(token, (_whole, name: keyof PaperNumber, places: string | undefined) => (name === 'serial' ? String(number.serial).padStart(Number(places ?? 0), '0') : String(number[name])))
  if (findPaperNumber(pattern, written) === undefined) throw new LantaiError('invalid', text('编号的前缀、区划代码、年份或者机构号不对', 'Prefix, area code, year or institution of the number does not fit'), 'number')
  return written
}

/** Reads a number written by a pattern, or undefined; parts that the pattern does not have come back empty. */
export const findPaperNumber = (pattern: string, value: string): PaperNumber | undefined => {
  requirePattern(pattern)
  let at = 0
  let shape = ''
  for (const match of pattern.matchAll(token)) {
    const name = match[1] ?? ''
    shape += escaped(pattern.slice(at, match.index)) + `(?<${name}>${shapes[name] ?? `\\d{${match[2] ?? 1},9}`})`
    at = match.index + match[0].length
  }
  const found = new RegExp(`^${shape}$`, 'u').exec(value.trim())?.groups
  if (found === undefined || Number(found.serial) < 1) return undefined
  return { prefix: found.prefix ?? '', area: found.area ?? '', year: Number(found.year), institution: found.institution ?? '', serial: Number(found.serial) }
}

/** What an institution numbers its papers with. */
export interface NumberSeries {
  readonly pattern: string
  readonly area: string
  readonly institution: string
}

/** A number that is given to a paper, with the parts by which it is found again. */
export interface AllottedNumber {
  readonly number: string
  readonly prefix: string
  readonly year: number
  readonly serial: number
}

/** Allots the number after the highest of its series on a civil day; `last` is that highest serial, 0 without any, and numbers voided count. Throws `invalid` for a pattern or part that will not do. */
export const allotPaperNumber = (series: NumberSeries, given: { readonly paper: NumberedPaper; readonly reissue?: boolean; readonly day: string }, last: number): AllottedNumber => {
  const prefix = paperPrefix(given.paper, given.reissue)
  const year = Number(civilDate(given.day, 'day').slice(0, 4))
  const serial = last + 1
  return { number: formatPaperNumber(series.pattern, { prefix, area: series.area, year, institution: series.institution, serial }), prefix, year, serial }
}

/** A serial of a year that no paper carries; it has to be explained. */
export interface NumberGap {
  readonly prefix: string
  readonly year: number
  readonly from: number
  readonly to: number
}

/** The gaps in the numbers of one institution, by prefix and year, from 1 to the highest; numbers voided are handed in as used. Numbers of another pattern are left out. */
export const findNumberGaps = (pattern: string, used: Iterable<string>): readonly NumberGap[] => {
  const series = new Map<string, { prefix: string; year: number; serials: Set<number> }>()
  for (const value of used) {
    const number = findPaperNumber(pattern, value)
    if (number === undefined) continue
    const key = `${number.prefix} ${number.year}`
    const entry = series.get(key) ?? { prefix: number.prefix, year: number.year, serials: new Set<number>() }
    entry.serials.add(number.serial)
    series.set(key, entry)
  }
  return [...series.values()].sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.year - b.year)).flatMap(({ prefix, year, serials }) => {
    const gaps: NumberGap[] = []
    let next = 1
    for (const serial of [...serials].sort((a, b) => a - b)) {
      if (serial > next) gaps.push({ prefix, year, from: next, to: serial - 1 })
      next = serial + 1
    }
    return gaps
  })
}
