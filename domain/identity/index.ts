import { halfWidth } from '../characters/index.ts'
import type { IdentityReading } from './problem.ts'
import { reading, stop } from './problem.ts'
import type { IdentityOptions } from './resident.ts'
import { readPermanent, readResidencePermit, readResident } from './resident.ts'
import { readHmPermit, readHongKongCard, readMacaoCard, readPassport, readTaiwanCard, readTwPermit } from './travel.ts'

export { checkDigit17, hongKongCheck, taiwanPasses } from './checkdigit.ts'
export { lengthenResidentNumber } from './resident.ts'
export type { IdentityOptions } from './resident.ts'
export type { IdentityProblem, IdentityProblemCode, IdentityReading } from './problem.ts'
export { residentCardEnds, residentCardTerm, temporaryCardEnds, validityOn } from './validity.ts'
export type { Validity } from './validity.ts'

/** Every type of number that can be read: the identity papers of a party and the local cards beside them. */
export const numberTypes = ['resident', 'temporary', 'hmtResidence', 'hmPermit', 'twPermit', 'passport', 'travel', 'permanent', 'hongkongCard', 'macaoCard', 'taiwanCard'] as const
export type NumberType = (typeof numberTypes)[number]

// What is in the stored form already, as every number read back is.
const stored = /^[\dA-Z()]*$/

/** Brings a typed number into its stored form: plain width, upper-case, no spaces or joining signs. */
export const normaliseIdentityNumber = (typed: string): string =>
  stored.test(typed) ? typed : halfWidth(typed.normalize('NFC'))
    .replace(/[（]/gu, '(')
    .replace(/[）]/gu, ')')
    .replace(/[\s\u200B-\u200D\uFEFF\-‐-―·.]/gu, '')
    .toUpperCase()

/** The type of the local card that stands beside the travel paper of a kind of person, or undefined. */
export const localCardOf = (kind: string): NumberType | undefined => (kind === 'hongkong' ? 'hongkongCard' : kind === 'macao' ? 'macaoCard' : kind === 'taiwan' ? 'taiwanCard' : undefined)

/** Reads an identity number of a type: normalised number, birth, sex and area where it holds them, and what is wrong with it. Never throws. */
export const readIdentityNumber = (type: NumberType, typed: string, options: IdentityOptions & { readonly kind?: string } = {}): IdentityReading => {
  if (typed.length > 64) return reading(typed.slice(0, 64), [stop('length', '号码太长', 'The number is too long')])
  const number = normaliseIdentityNumber(typed)
  if (number === '') return reading('', [stop('empty', '没有填写证件号码', 'The number is missing')])
  switch (type) {
    case 'resident':
    case 'temporary':
      return readResident(number, options)
    case 'hmtResidence':
      return readResidencePermit(number, options)
    case 'permanent':
      return readPermanent(number, options)
    case 'hmPermit':
      return readHmPermit(number, options.kind)
    case 'twPermit':
      return readTwPermit(number)
    case 'passport':
    case 'travel':
      return readPassport(number)
    case 'hongkongCard':
      return readHongKongCard(number)
    case 'macaoCard':
      return readMacaoCard(number)
    case 'taiwanCard':
      return readTaiwanCard(number)
  }
}
