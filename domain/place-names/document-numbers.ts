import { LantaiError } from '../error.ts'
import { findSeries, formatSeries } from '../numbering.ts'
import { text } from '../text.ts'

/** A document number of an agency: 苏府地名函〔2025〕26号, or with 字第 as on certificates. */
export interface DocumentNumber {
  /** Code of the agency, e.g. 苏府地名函. */
  readonly agency: string
  readonly year: number
  /** Order in the year of that code, from 1. */
  readonly serial: number
  /** Written 字第 before the number, as local certificates do. */
  readonly withWord: boolean
}

// Web copies show all of these for 〔〕.
const brackets = /[〔[［(（【]\s*(\d{4})\s*[〕\]］)）】]/u
const agencyCode = /^\p{Script=Han}{1,12}$/u

const patternOf = ({ agency, withWord }: Pick<DocumentNumber, 'agency' | 'withWord'>): string => `${agency}〔{year}〕${withWord ? '字第' : ''}{serial}号`

/** Writes a number with 〔〕 and without leading zeros (GB/T 9704); throws `invalid` for a code that is none. */
export const formatDocumentNumber = (number: DocumentNumber): string => {
  if (!agencyCode.test(number.agency)) throw new LantaiError('invalid', text('发文机关代字应为 1 至 12 个汉字', 'An agency code is 1 to 12 Chinese characters'), 'agency')
  return formatSeries(patternOf(number), number)
}

/** Reads a number as web copies and paper write it, brackets of any kind, leading zeros and an extra 第 included; undefined when it is none. */
export const findDocumentNumber = (typed: string): DocumentNumber | undefined => {
  const plain = typed.normalize('NFC').replace(/[\s　]+/gu, '').replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(brackets, '〔$1〕')
  const parts = /^(.+?)〔\d{4}〕(字第|第)?0*(\d{1,9})号$/u.exec(plain)
  const agency = parts?.[1] ?? ''
  if (parts === null || !agencyCode.test(agency)) return undefined
  const withWord = parts[2] === '字第'
  const year = plain.slice(agency.length + 1, agency.length + 5)
  const found = findSeries(patternOf({ agency, withWord }), `${agency}〔${year}〕${withWord ? '字第' : ''}${parts[3] ?? ''}号`)
  return found === undefined ? undefined : { agency, withWord, ...found }
}

/** The number as it is stored; throws `invalid` at the field when it is none. */
export const documentNumber = (typed: string, field = 'number'): string => {
  const found = findDocumentNumber(typed)
  if (found === undefined) throw new LantaiError('invalid', text(`“${typed.slice(0, 30)}”不是文号，文号如 苏府地名函〔2025〕26号`, `“${typed.slice(0, 30)}” is no document number; one reads 苏府地名函〔2025〕26号`), field)
  return formatDocumentNumber(found)
}

/** The next number of an agency's code in a year, after the highest that was given. */
export const nextDocumentNumber = (agency: string, year: number, given: readonly DocumentNumber[], withWord = false): DocumentNumber => ({
  agency, year, withWord, serial: Math.max(0, ...given.filter((number) => number.agency === agency && number.year === year && number.withWord === withWord).map(({ serial }) => serial)) + 1,
})

/** Numbers of one code and year that were given twice, and those never given between the first and the last. */
export interface NumberFaults {
  readonly agency: string
  readonly year: number
  readonly repeated: readonly number[]
  /** Stretches without a number, first and last in it. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[]
}

/** Gaps and repeats of every code and year (H02); codes and years without any are left out. */
export const findNumberFaults = (given: readonly DocumentNumber[]): readonly NumberFaults[] =>
  [...Map.groupBy(given, ({ agency, year, withWord }) => `${agency}|${year}|${withWord}`).values()].flatMap((numbers): NumberFaults[] => {
    const [first] = numbers
    if (first === undefined) return []
    const sorted = numbers.map(({ serial }) => serial).toSorted((a, b) => a - b)
    const repeated = [...new Set(sorted.filter((serial, index) => serial === sorted[index - 1]))]
    const gaps = sorted.flatMap((serial, index) => { const before = sorted[index - 1] ?? 0; return serial > before + 1 ? [{ from: before + 1, to: serial - 1 }] : [] })
    return repeated.length + gaps.length === 0 ? [] : [{ agency: first.agency, year: first.year, repeated, gaps }]
  })
