import type { Outcome } from './rule.ts'
import { text } from './text.ts'

/** What a rule says, made from a field of the case and words in both languages; every window's rules speak through these. */

export const pass: Outcome = { kind: 'pass' }
export const notApplicable: Outcome = { kind: 'notApplicable' }
export const fail = (field: string, zh: string, en: string): Outcome => ({ kind: 'fail', field, message: text(zh, en) })
export const asks = (field: string, zh: string, en: string): Outcome => ({ kind: 'asks', field, message: text(zh, en) })
export const notYet = (field: string, zh: string, en: string): Outcome => ({ kind: 'notYet', field, message: text(zh, en) })
