import { z } from 'zod'
import type { Action } from '../action.ts'
import { caseBodies } from '../case/actions.ts'
import { day } from '../case/file.ts'
import { ReissueFile } from './file.ts'

/** The states of a reissue. */
export const reissueStates = ['received', 'registered', 'proofread', 'delivered', 'refused', 'abandoned', 'voided'] as const
export const ReissueState = z.enum(reissueStates)
export type ReissueState = z.infer<typeof ReissueState>

/** 印制号 by party, empty for a party who did not apply. */
const BookletSerials = z.tuple([z.string().max(20), z.string().max(20)])

/** What each action of a reissue holds. */
export const reissueActions = {
  'reissue.opened': z.strictObject({ file: ReissueFile }),
  'reissue.amended': z.strictObject({ changes: ReissueFile.partial() }),
  'reissue.checked': caseBodies.checked,
  /** 补发: `day` is that of the reissue, `originalDay` the one the certificate carries. */
  'reissue.registered': z.strictObject({ number: z.string(), day, originalDay: day, serials: BookletSerials, officeName: z.string(), area: z.string(), registrar: z.string(), opinion: z.string(), remark: z.string().max(120) }),
  'reissue.refused': caseBodies.refused,
  'reissue.abandoned': caseBodies.abandoned,
  'reissue.printed': caseBodies.printed,
  'reissue.reprinted': caseBodies.reprinted,
  'reissue.proofread': caseBodies.proofread,
  /** Handed to the applicants, or to the proxy, each signing and fingerprinting for it. */
  'reissue.delivered': z.strictObject({ day, to: z.enum(['applicants', 'proxy']), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true), oldCancelled: z.boolean() }),
  'reissue.corrected': z.strictObject({ changes: ReissueFile.partial(), serials: BookletSerials.optional() }),
  'reissue.voided': caseBodies.voided,
  'reissue.inspected': caseBodies.inspected,
  'reissue.archived': caseBodies.archived,
} as const

export type ReissueActionKind = keyof typeof reissueActions
export type ReissueActionBody<K extends ReissueActionKind> = z.infer<(typeof reissueActions)[K]>
export type ReissueAction = { [K in ReissueActionKind]: Action<K, ReissueActionBody<K>> }[ReissueActionKind]
