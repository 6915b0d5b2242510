import { LantaiError } from '../error.ts'
import { text } from '../text.ts'

/** Prefixes of certificate numbers: 结婚, 离婚, 补发结婚, 补发离婚. */
export const certificatePrefixes = ['J', 'L', 'BJ', 'BL'] as const
export type CertificatePrefix = (typeof certificatePrefixes)[number]

/** A certificate number (登记字号) taken apart: J110101-2026-000001. */
export interface CertificateNumber {
  readonly prefix: CertificatePrefix
  /** Code of the office's division on that day (GB/T 2260), not of the parties. */
  readonly area: string
  readonly year: number
  /** Order of cases of that prefix and year, from 1. */
  readonly serial: number
}

const shape = /^(J|L|BJ|BL)(\d{6})-(\d{4})-(\d{6})$/

/** Writes a certificate number; throws `invalid` for a part that does not fit its places. */
export const formatCertificateNumber = (number: CertificateNumber): string => {
  const { prefix, area, year, serial } = number
  if (!/^\d{6}$/.test(area) || !Number.isInteger(year) || year < 1000 || year > 9999 || !Number.isInteger(serial) || serial < 1 || serial > 999_999) {
    throw new LantaiError('invalid', text('登记字号的区划代码、年份或者顺序号不对', 'The area code, year or serial of the certificate number does not fit'))
  }
  return `${prefix}${area}-${year}-${String(serial).padStart(6, '0')}`
}

/** Takes a certificate number of today's shape apart, or undefined: older numbers (京朝结字…) are kept as free text. */
export const findCertificateNumber = (value: string): CertificateNumber | undefined => {
  const match = shape.exec(value.trim().toUpperCase())
  if (match === null) return undefined
  const [, prefix = '', area = '', year = '', serial = ''] = match
  if (Number(serial) === 0) return undefined
  return { prefix: prefix as CertificatePrefix, area, year: Number(year), serial: Number(serial) }
}

/** The number after the last one of a prefix, area and year (000001 when there is none); throws when the six places are used up. */
export const nextCertificateNumber = (prefix: CertificatePrefix, area: string, year: number, last: string | undefined): string => {
  const before = last === undefined ? undefined : findCertificateNumber(last)
  if (last !== undefined && (before === undefined || before.prefix !== prefix || before.area !== area || before.year !== year)) {
    throw new LantaiError('invalid', text(`上一字号 ${last} 不属于这一序列`, `The last number, ${last}, is not of this series`))
  }
  return formatCertificateNumber({ prefix, area, year, serial: (before?.serial ?? 0) + 1 })
}

/** Serials left out between two numbers of one series: an allowed gap that must be explained. */
export const gapBetween = (before: CertificateNumber, after: CertificateNumber): number => Math.max(0, after.serial - before.serial - 1)
