import { z } from 'zod'
import type { Action } from '../action.ts'

/** The actions of the office itself: its settings, accounts, blank stock and what was looked at. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const dayOrNone = z.union([z.literal(''), day])
const month = z.string().regex(/^\d{4}-\d{2}$/)
const id = z.string().min(1).max(64)
const note = z.string().max(400)

export const accountRoles = ['registrar', 'reviewer', 'administrator', 'auditor'] as const
const role = z.enum(accountRoles)
const scope = z.enum(['mainland', 'all'])
const language = z.enum(['zh', 'en'])
/** Scrypt parameters, salt and hash as one text; never shown, and left out when the journal is displayed. */
const password = z.string().min(20).max(400)
const blankType = z.enum(['marriage', 'divorce'])
const serial = z.string().regex(/^[A-Z-]{0,8}\d{1,15}$/)

/** The office as it was set up; later changes replace single fields. */
export const OfficeFacts = z.strictObject({
  name: z.string().min(1).max(100),
  /** GB/T 2260 code of the division. */
  area: z.string().regex(/^\d{6}$/),
  /** 全宗号 of the archive. */
  fonds: z.string().max(20),
  windows: z.array(z.string().max(40)).max(20),
  sample: z.boolean(),
})
export type OfficeFacts = z.infer<typeof OfficeFacts>

export const officeActions = {
  'office.setUp': OfficeFacts,
  'office.changed': OfficeFacts.omit({ sample: true }).partial(),
  /** A setting is dated and sourced: `from` is the first day on which it holds (left out: at once and for all days before). */
  'setting.changed': z.strictObject({ key: z.string().min(1).max(120), value: z.json(), from: day.optional(), source: z.string().max(400).optional() }),
  'account.created': z.strictObject({ account: z.string().min(1).max(64), name: z.string().max(60), role, counter: z.string().max(20), password, scope, sample: z.boolean(), certifiedUntil: dayOrNone, language: language.optional() }),
  'account.changed': z.strictObject({ name: z.string().max(60), role, counter: z.string().max(20), scope, active: z.boolean(), certifiedUntil: dayOrNone, language }).partial(),
  'account.passwordChanged': z.strictObject({ password }),
  'account.signedIn': z.strictObject({ shell: z.string().max(20).optional(), address: z.string().max(60).optional() }),
  /** A failed sign-in; `lockedUntil` is the instant until which the account is locked, or empty. */
  'account.signInFailed': z.strictObject({ lockedUntil: z.string().max(35), address: z.string().max(60).optional() }),
  'account.locked': z.strictObject({ until: z.string().max(35) }),
  'account.unlocked': z.strictObject({}),
  'account.signedOut': z.strictObject({ cause: z.enum(['signedOut', 'idle', 'ended']).optional() }),
  /** A range of blanks into stock; first and last are whole serials, prefix their letters, the subject is the id of the range. */
  'blank.received': z.strictObject({ type: blankType, prefix: z.string().max(8), first: serial, last: serial, count: z.int().positive(), receivedOn: day.optional(), from: z.string().max(100), note }),
  /** A blank spoiled before use; the second person stands on the action. */
  'blank.spoiled': z.strictObject({ type: blankType, serial, reason: z.string().min(1).max(400) }),
  /** Unused blanks handed up. */
  'blank.returned': z.strictObject({ type: blankType, first: serial, last: serial, to: z.string().max(100), note }),
  'stock.reconciled': z.strictObject({
    month,
    lines: z.array(z.strictObject({
      type: blankType, opening: z.int(), received: z.int(), issued: z.int(), reissued: z.int(), spoiled: z.int(), returned: z.int(), closing: z.int(),
      /** What was counted by hand on the shelf. */
      counted: z.int().nonnegative(),
    })).min(1),
    note,
  }),
  'record.viewed': z.strictObject({ caseId: id, what: z.string().max(80), purpose: z.string().max(200) }),
  'record.exported': z.strictObject({ what: z.string().max(120), purpose: z.string().max(200), count: z.int().nonnegative() }),
  'paper.checked': z.strictObject({ number: z.string().max(60), digest: z.string().max(64), verdict: z.string().max(40), caseId: z.string().max(64) }),
  'register.verified': z.strictObject({ sound: z.boolean(), entries: z.int().nonnegative(), faults: z.int().nonnegative(), head: z.string().max(64) }),
  'register.backedUp': z.strictObject({ file: z.string().max(200), entries: z.int().nonnegative(), head: z.string().max(64) }),
} as const

export type OfficeActionKind = keyof typeof officeActions
export type OfficeActionBody<K extends OfficeActionKind> = z.infer<(typeof officeActions)[K]>
export type OfficeAction = { [K in OfficeActionKind]: Action<K, OfficeActionBody<K>> }[OfficeActionKind]
