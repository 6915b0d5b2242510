import { z } from 'zod'
import type { Action } from '../action.ts'
import { caseBodies, Grounds, HandedOver, party, Serials } from '../case/actions.ts'
import { day, pair } from '../case/file.ts'
import { ReceiptDates } from './clock.ts'
import { DivorceFile, Interview } from './file.ts'

/** The states that acts lead to. Cooling-off, issuance window and deemed withdrawal are not among them: they follow from the date alone (fold.ts: standingOn). */
export const divorceStates = [
  'received', // 申请: taken down at the counter, not accepted yet
  'accepted', // 已受理: the receipt is handed out and the clock runs
  'issuing', // 审查中: both came within the window
  'registered', // 准予登记
  'proofread', // 已校对
  'delivered', // 已领证
  'notAccepted', // 不予受理
  'withdrawn', // 已撤回
  'refused', // 不予办理
  'abandoned', // 当事人放弃, before anything was accepted
  'voided', // 登记作废 (error of the office before the hand-over)
] as const
export const DivorceState = z.enum(divorceStates)
export type DivorceState = z.infer<typeof DivorceState>


/** How the receipt was shown: itself, or its loss explained in writing. */
export const ReceiptShown = z.enum(['shown', 'lostExplained'])

/** What each action of a divorce case holds. Facts the office stamps (actor, counter, time) stand on the journal entry itself. */
export const divorceActions = {
  'divorce.opened': z.strictObject({ file: DivorceFile }),
  /** Sections replaced whole; after the acceptance only those that belong to the issuance. */
  'divorce.amended': z.strictObject({ changes: DivorceFile.partial() }),
  'divorce.checked': caseBodies.checked,
  /** 受理: the receipt with its days; received is the day of this act. */
  'divorce.accepted': z.strictObject({ receipt: ReceiptDates, receiptNumber: z.string().max(40), officeName: z.string(), area: z.string(), registrar: z.string() }),
  /** 不予受理 on a ground of article 14; the paper is made when a party asks for it. */
  'divorce.notAccepted': z.strictObject({ day, grounds: Grounds, registrar: z.string(), paperAsked: z.boolean() }),
  'divorce.abandoned': caseBodies.abandoned,
  /** The days set anew while the case runs, after a correction notice or by hand (reason, second person). */
  'divorce.rescheduled': z.strictObject({ day, receipt: ReceiptDates }),
  /** 撤回 by one party alone. */
  'divorce.withdrawn': z.strictObject({ day, party, identityShown: z.literal(true), receipt: ReceiptShown, signed: z.literal(true), fingerprint: z.literal(true), registrar: z.string(), confirmationNumber: z.string().max(40) }),
  /** Both came together within the window. */
  'divorce.issuanceStarted': z.strictObject({ day, present: z.tuple([z.literal(true), z.literal(true)]), receipt: ReceiptShown, area: z.string() }),
  /** They left before a decision; the window goes on running. */
  'divorce.issuanceEnded': z.strictObject({ day }),
  'divorce.interviewed': z.strictObject({ party, interview: Interview }),
  'divorce.registered': caseBodies.registered,
  'divorce.refused': caseBodies.refused,
  'divorce.printed': caseBodies.printed,
  'divorce.reprinted': caseBodies.reprinted,
  'divorce.proofread': caseBodies.proofread,
  'divorce.delivered': z.strictObject({ day, parties: pair(HandedOver) }),
  /** The strip stamp 「双方离婚，证件失效」 on each old booklet that was there, its copy filed, the original given back. */
  'divorce.marriageCertificatesStamped': z.strictObject({ day, stamped: z.tuple([z.boolean(), z.boolean()]), copied: z.literal(true), returned: z.literal(true) }),
  'divorce.corrected': z.strictObject({ changes: DivorceFile.partial(), serials: Serials.optional() }),
  'divorce.voided': caseBodies.voided,
  'divorce.inspected': caseBodies.inspected,
  'divorce.archived': caseBodies.archived,
} as const

export type DivorceActionKind = keyof typeof divorceActions
export type DivorceActionBody<K extends DivorceActionKind> = z.infer<(typeof divorceActions)[K]>
export type DivorceAction = { [K in DivorceActionKind]: Action<K, DivorceActionBody<K>> }[DivorceActionKind]
