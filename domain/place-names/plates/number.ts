import type { StreetNumbering } from './settings.ts'

/** A number on a plate: 12号, or 12号-1 of a further door of the same house; sub-numbers have one level. */
export interface PlateNumber {
  readonly number: number
  /** 0 for the number itself. */
  readonly sub: number
}

/** Writes a number: 12号, 12-1号 or 12号附1号. */
export const formatPlate = ({ number, sub }: PlateNumber, style: StreetNumbering['subStyle'] = 'dash'): string => (sub === 0 ? `${number}号` : style === 'dash' ? `${number}-${sub}号` : `${number}号附${sub}号`)

const chinese = '零一二三四五六七八九'
const readCount = (value: string): number => {
  if (/^\d+$/u.test(value)) return Number(value)
  const [tens, ones] = value.includes('十') ? value.split('十') : ['', value]
  return (value.includes('十') ? (tens === '' ? 1 : chinese.indexOf(tens ?? '')) * 10 : 0) + (ones === undefined || ones === '' ? 0 : chinese.indexOf(ones))
}

/** Reads a number in any of the ways it is written (12号, 12-1号, 12号-1, 12号附1号, 12之1号, 十二号); undefined when it is none, or has sub-numbers of sub-numbers. */
export const findPlate = (written: string): PlateNumber | undefined => {
  const plain = written.normalize('NFKC').replace(/\s+/gu, '').replace(/[—–－-]/gu, '-').replace(/^第/u, '')
  const parts = /^(\d{1,6}|[一二三四五六七八九十]{1,3})号?(?:(?:-|附|之)(\d{1,4}|[一二三四五六七八九十]{1,3}))?号?$/u.exec(plain)
  if (parts === null) return undefined
  const [number, sub] = [readCount(parts[1] ?? ''), parts[2] === undefined ? 0 : readCount(parts[2])]
  return number > 0 && (parts[2] === undefined || sub > 0) ? { number, sub } : undefined
}

/** Orders numbers: 2, 2-1, 2-2, 4. */
export const comparePlates = (a: PlateNumber, b: PlateNumber): number => a.number - b.number || a.sub - b.sub
export const samePlate = (a: PlateNumber, b: PlateNumber): boolean => a.number === b.number && a.sub === b.sub
