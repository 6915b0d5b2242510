import { z } from 'zod'
import type { Action } from '../action.ts'
import { FileHash, NetworkCheck } from '../marriage/file.ts'
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

const serial = z.string().min(1).max(20)
const Serials = z.tuple([serial, serial])
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const party = z.union([z.literal(0), z.literal(1)])
const Grounds = z.array(z.strictObject({ rule: z.string(), law: z.string(), reason: z.string() })).min(1)
const handed = z.strictObject({ present: z.literal(true), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true) })

/** How the receipt was shown: itself, or its loss explained in writing. */
export const ReceiptShown = z.enum(['shown', 'lostExplained'])

/** What each action of a divorce case holds. Facts the office stamps (actor, counter, time) stand on the journal entry itself. */
export const divorceActions = {
  'divorce.opened': z.strictObject({ file: DivorceFile }),
  /** Sections replaced whole; after the acceptance only those that belong to the issuance. */
  'divorce.amended': z.strictObject({ changes: DivorceFile.partial() }),
  'divorce.checked': z.strictObject({ check: NetworkCheck }),
  /** 受理: the receipt with its days; received is the day of this act. */
  'divorce.accepted': z.strictObject({ receipt: ReceiptDates, receiptNumber: z.string().max(40), officeName: z.string(), area: z.string(), registrar: z.string() }),
  /** 不予受理 on a ground of article 14; the paper is made when a party asks for it. */
  'divorce.notAccepted': z.strictObject({ day, grounds: Grounds, registrar: z.string(), paperAsked: z.boolean() }),
  'divorce.abandoned': z.strictObject({ day }),
  /** The days set anew while the case runs, after a correction notice or by hand (reason, second person). */
  'divorce.rescheduled': z.strictObject({ day, receipt: ReceiptDates }),
  /** 撤回 by one party alone. */
  'divorce.withdrawn': z.strictObject({ day, party, identityShown: z.literal(true), receipt: ReceiptShown, signed: z.literal(true), fingerprint: z.literal(true), registrar: z.string(), confirmationNumber: z.string().max(40) }),
  /** Both came together within the window. */
  'divorce.issuanceStarted': z.strictObject({ day, present: z.tuple([z.literal(true), z.literal(true)]), receipt: ReceiptShown, area: z.string() }),
  /** They left before a decision; the window goes on running. */
  'divorce.issuanceEnded': z.strictObject({ day }),
  'divorce.interviewed': z.strictObject({ party, interview: Interview }),
  'divorce.registered': z.strictObject({ number: z.string(), day, serials: Serials, officeName: z.string(), area: z.string(), registrar: z.string(), opinion: z.string() }),
  'divorce.refused': z.strictObject({ day, grounds: Grounds, registrar: z.string() }),
  'divorce.printed': z.strictObject({ paper: z.string(), party: party.optional(), mode: z.enum(['whole', 'overprint']), digest: FileHash, printer: z.string() }),
  'divorce.reprinted': z.strictObject({ party, spoiled: serial, serial }),
  'divorce.proofread': z.strictObject({ ticked: z.array(z.string()).min(1) }),
  'divorce.delivered': z.strictObject({ day, parties: z.tuple([handed, handed]) }),
  /** The strip stamp 「双方离婚，证件失效」 on each old booklet that was there, its copy filed, the original given back. */
  'divorce.marriageCertificatesStamped': z.strictObject({ day, stamped: z.tuple([z.boolean(), z.boolean()]), copied: z.literal(true), returned: z.literal(true) }),
  'divorce.corrected': z.strictObject({ changes: DivorceFile.partial(), serials: Serials.optional() }),
  'divorce.voided': z.strictObject({ day, recovered: z.boolean() }),
  'divorce.inspected': z.strictObject({ items: z.array(z.strictObject({ item: z.string(), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string().max(400) })).min(1) }),
  'divorce.archived': z.strictObject({ fonds: z.string().max(20), year: z.int(), officeFileNumber: z.int().positive(), archiveFileNumber: z.string().max(20), pages: z.int().positive() }),
} as const

export type DivorceActionKind = keyof typeof divorceActions
export type DivorceActionBody<K extends DivorceActionKind> = z.infer<(typeof divorceActions)[K]>
export type DivorceAction = { [K in DivorceActionKind]: Action<K, DivorceActionBody<K>> }[DivorceActionKind]
