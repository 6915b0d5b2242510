import { z } from 'zod'
import type { Action } from '../action.ts'
import { FileHash, NetworkCheck } from '../marriage/file.ts'
import { ReissueFile } from './file.ts'

/** The states of a reissue. */
export const reissueStates = ['received', 'registered', 'proofread', 'delivered', 'refused', 'abandoned', 'voided'] as const
export const ReissueState = z.enum(reissueStates)
export type ReissueState = z.infer<typeof ReissueState>

const serial = z.string().min(1).max(20)
/** 印制号 by party, empty for a party who did not apply. */
const Serials = z.tuple([z.string().max(20), z.string().max(20)])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const party = z.union([z.literal(0), z.literal(1)])

/** What each action of a reissue holds. */
export const reissueActions = {
  'reissue.opened': z.strictObject({ file: ReissueFile }),
  'reissue.amended': z.strictObject({ changes: ReissueFile.partial() }),
  'reissue.checked': z.strictObject({ check: NetworkCheck }),
  /** 补发: `day` is that of the reissue, `originalDay` the one the certificate carries. */
  'reissue.registered': z.strictObject({ number: z.string(), day, originalDay: day, serials: Serials, officeName: z.string(), area: z.string(), registrar: z.string(), opinion: z.string(), remark: z.string().max(120) }),
  'reissue.refused': z.strictObject({ day, grounds: z.array(z.strictObject({ rule: z.string(), law: z.string(), reason: z.string() })).min(1), registrar: z.string() }),
  'reissue.abandoned': z.strictObject({ day }),
  'reissue.printed': z.strictObject({ paper: z.string(), party: party.optional(), mode: z.enum(['whole', 'overprint']), digest: FileHash, printer: z.string() }),
  'reissue.reprinted': z.strictObject({ party, spoiled: serial, serial }),
  'reissue.proofread': z.strictObject({ ticked: z.array(z.string()).min(1) }),
  /** Handed to the applicants, or to the proxy, each signing and fingerprinting for it. */
  'reissue.delivered': z.strictObject({ day, to: z.enum(['applicants', 'proxy']), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true), oldCancelled: z.boolean() }),
  'reissue.corrected': z.strictObject({ changes: ReissueFile.partial(), serials: Serials.optional() }),
  'reissue.voided': z.strictObject({ day, recovered: z.boolean() }),
  'reissue.inspected': z.strictObject({ items: z.array(z.strictObject({ item: z.string(), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string().max(400) })).min(1) }),
  'reissue.archived': z.strictObject({ fonds: z.string().max(20), year: z.int(), officeFileNumber: z.int().positive(), archiveFileNumber: z.string().max(20), pages: z.int().positive() }),
} as const

export type ReissueActionKind = keyof typeof reissueActions
export type ReissueActionBody<K extends ReissueActionKind> = z.infer<(typeof reissueActions)[K]>
export type ReissueAction = { [K in ReissueActionKind]: Action<K, ReissueActionBody<K>> }[ReissueActionKind]
