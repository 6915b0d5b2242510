import { checkDigit17, hongKongCheck, taiwanPasses } from '../domain/identity/checkdigit.ts'
import type { Random } from './random.ts'

const digits = (value: number, places: number): string => String(value).padStart(places, '0')

/** A citizen number of a test area (99xxxx) with the right check digit; `order` 0-499 tells apart people of one area and birthday. */
export const testCitizenNumber = (area: string, birth: string, sex: '1' | '2', order: number): string => {
  const first17 = area + birth.slice(0, 4) + birth.slice(5, 7) + birth.slice(8, 10) + digits(order * 2 + (sex === '1' ? 1 : 0), 3)
  return first17 + checkDigit17(first17)
}

/** Numbers of papers of other kinds of person: of the right shape, from blocks that were never given out. */
export const testHmPermit = (random: Random, letter: 'H' | 'M'): string => `${letter}000${digits(random.int(0, 99_999), 5)}`

/** A Hong Kong card number of the unused letters ZZ. */
export const testHongKongCard = (random: Random): string => {
  const six = digits(random.int(0, 999_999), 6)
  return `ZZ${six}(${hongKongCheck('ZZ', six)})`
}

/** A Macao card number, 5 and zeros first. */
export const testMacaoCard = (random: Random): string => `500${digits(random.int(0, 9999), 4)}(${random.int(0, 9)})`

/** A Taiwan card number that passes its check; the block of nines of the smallest county is not given out. */
export const testTaiwanCard = (random: Random, sex: '1' | '2'): string => {
  const start = `Z${sex}999${digits(random.int(0, 9999), 4)}`
  for (let last = 0; last < 10; last += 1) if (taiwanPasses(start + String(last))) return start + String(last)
  throw new Error('one of ten last digits passes')
}

export const testTwPermit = (random: Random): string => `000${digits(random.int(0, 99_999), 5)}`
export const testPassport = (random: Random, letters: string): string => `${letters}000${digits(random.int(0, 99_999), 5)}`
