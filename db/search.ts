import { halfWidth } from '../domain/characters/index.ts'
import { normaliseIdentityNumber } from '../domain/identity/index.ts'
import { normaliseSound } from '../domain/names/index.ts'
import { normaliseSerial } from '../domain/serials.ts'

/** What was typed into the one search box, read in every way it can be meant. Each is empty when it cannot be that. */
export interface Query {
  /** Name as written, NFC, plain width. */
  readonly name: string
  /** Pinyin or initials, lower-case without spaces. */
  readonly sound: string
  /** Identity number, from its start (at least 5 characters). */
  readonly identityNumber: string
  /** Identity number, from its end (4 to 8 characters). */
  readonly identityEnd: string
  /** Beginnings of certificate numbers. */
  readonly numbers: readonly string[]
  /** Blank serial, whole. */
  readonly serial: string
  /** Number of another shape, from its start: of an older certificate, of a paper of another window. */
  readonly oldNumber: string
  /** Telephone number without spaces and dashes, from its start (at least 7 digits). */
  readonly phone: string
}

const number = /^(?:BJ|BL|J|L)\d{0,6}(?:-\d{0,4}(?:-\d{0,6})?)?$/
const bareNumber = /^\d{6}-\d{0,4}(?:-\d{0,6})?$/

const numbersOf = (typed: string): readonly string[] => {
  if (number.test(typed) && /\d/.test(typed)) return [typed]
  if (bareNumber.test(typed)) return ['J', 'L', 'BJ', 'BL'].map((letters) => letters + typed)
  return []
}

/** Reads what was typed; never throws, an empty query gives empty readings. */
export const readQuery = (typed: string): Query => {
  const written = halfWidth(typed.normalize('NFC')).replace(/\s+/gu, ' ').trim().slice(0, 100)
  const upper = written.toUpperCase().replace(/ /gu, '')
  const hasDigit = /\d/.test(upper)
  const isLatin = /^[a-z '’\-·üÜ.\u00C0-\u024F]+$/iu.test(written)
  const identity = /^[A-Z0-9()-]+$/.test(upper) && hasDigit ? normaliseIdentityNumber(upper) : ''
  const serial = normaliseSerial(written)
  const phone = /^\+?[\d -]+$/.test(written) ? written.replace(/\D/gu, '') : ''
  return {
    name: written !== '' && !hasDigit && !isLatin ? written : '',
    sound: isLatin ? normaliseSound(written.replace(/[üÜ]/gu, 'v')) : '',
    identityNumber: identity.length >= 5 && !upper.includes('-') ? identity : '',
    identityEnd: /^\d{3,7}[\dX]$/.test(identity) ? identity : '',
    numbers: numbersOf(upper),
    serial: /^[A-Z-]{0,8}\d{4,15}$/.test(serial) ? serial : '',
    oldNumber: written.length >= 3 && hasDigit && !/^[\dX]+$/.test(upper) ? written : '',
    phone: phone.length >= 7 && phone.length <= 15 ? phone : '',
  }
}

/** The end of the range of texts that begin with a prefix, in the byte order of UTF-8. */
export const pastPrefix = (prefix: string): string => `${prefix}\u{10FFFF}`
