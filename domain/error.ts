import type { Text } from './text.ts'

/** Every way a request can be turned down; the list is closed, the desk and other programs may switch on it. */
export const errorCodes = [
  'malformed', // not JSON, not UTF-8, too large, unknown field, wrong type
  'invalid', // a value that cannot stand: date that does not exist, check digit, control character
  'findings', // the rules stop it; the findings are attached
  'unauthenticated',
  'locked_out', // too many failed sign-ins
  'session_locked', // idle lock: the password is asked again
  'forbidden',
  'foreign_origin',
  'not_found',
  'conflict', // someone else was quicker; reload and look
  'wrong_state', // the case is not in a state that allows the act
  'stock', // a blank serial outside stock, of the wrong type, used or voided
  'second_person', // a second person is needed, or is the same as the first
  'not_set_up', // the office has not been set up yet
  'already_set_up',
  'unprintable', // a character that no font has
  'unsupported_file', // a scan or photo of a type that is not taken, or broken
  'too_large',
  'storage', // disk full, folder read-only
  'damaged', // the register does not verify
  'newer_register', // the register was written by a newer version
  'in_use', // another process holds the data folder
  'cancelled',
  'internal',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** An act that was turned down, with words a clerk can act on and the field it concerns (a path such as `parties.0.identityNumber`). */
export class LantaiError extends Error {
  readonly code: ErrorCode
  readonly text: Text
  readonly field: string | undefined
  readonly details: unknown
  constructor(code: ErrorCode, text: Text, field?: string, details?: unknown) {
    super(`${code}${field === undefined ? '' : ` (${field})`}: ${text.en}`)
    this.name = 'LantaiError'
    this.code = code
    this.text = text
    this.field = field
    this.details = details
  }
}
