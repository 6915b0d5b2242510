import { z } from 'zod'
import type { Action } from '../action.ts'
import { FileHash, MarriageFile, NetworkCheck } from './file.ts'

/** The states of a marriage case; which act is allowed in which and where it leads stands in fold.ts. */
export const marriageStates = [
  'received', // 已受理: opened, being worked on
  'registered', // 准予登记: number and 印制号 allotted
  'proofread', // 已校对
  'delivered', // 已领证
  'refused', // 不予办理
  'abandoned', // 当事人放弃
  'voided', // 登记作废 (error of the office before hand-over, by two people; court and revocation come with their own states)
] as const
export const MarriageState = z.enum(marriageStates)
export type MarriageState = z.infer<typeof MarriageState>

const serial = z.string().min(1).max(20)
const Serials = z.tuple([serial, serial]) // 印制号 of the man's and of the woman's booklet
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What each action of a marriage case holds. Facts the office stamps (actor, counter, time) stand on the journal entry itself. */
export const marriageActions = {
  'marriage.opened': z.strictObject({ file: MarriageFile }),
  /** Sections replaced whole before the decision. */
  'marriage.amended': z.strictObject({ changes: MarriageFile.partial() }),
  'marriage.checked': z.strictObject({ check: NetworkCheck }),
  'marriage.registered': z.strictObject({ number: z.string(), day, serials: Serials, officeName: z.string(), area: z.string(), registrar: z.string(), opinion: z.string() }),
  'marriage.refused': z.strictObject({ day, grounds: z.array(z.strictObject({ rule: z.string(), law: z.string(), reason: z.string() })).min(1), registrar: z.string() }),
  'marriage.abandoned': z.strictObject({ day }),
  'marriage.printed': z.strictObject({ paper: z.string(), party: z.union([z.literal(0), z.literal(1)]).optional(), mode: z.enum(['whole', 'overprint']), digest: FileHash, printer: z.string() }),
  /** A booklet was spoiled in printing: the new serial takes its place (reason and second person on the action). */
  'marriage.reprinted': z.strictObject({ party: z.union([z.literal(0), z.literal(1)]), spoiled: serial, serial }),
  'marriage.proofread': z.strictObject({ ticked: z.array(z.string()).min(1) }),
  'marriage.delivered': z.strictObject({
    day,
    parties: z.tuple([
      z.strictObject({ present: z.literal(true), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true) }),
      z.strictObject({ present: z.literal(true), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true) }),
    ]),
  }),
  /** A correction after the decision: the sections as they should have been; the number stays (reason, second person). New serials if the booklets were printed again. */
  'marriage.corrected': z.strictObject({ changes: MarriageFile.partial(), serials: Serials.optional() }),
  'marriage.voided': z.strictObject({ day, recovered: z.boolean() }),
  /** 登记档案检查: what a person saw of the points no program can see; item id → pass or the failing. */
  'marriage.inspected': z.strictObject({
    /** What the whole inspection came to with these items, by the rules of the day of registration. */
    verdict: z.enum(['qualified', 'failed', 'unexamined']).optional(),
    items: z.array(z.strictObject({ item: z.string(), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string().max(400) })).min(1),
  }),
  /** Archive numbers (§10): 全宗号, year, class, 室编卷号, pages. */
  'marriage.archived': z.strictObject({ fonds: z.string().max(20), year: z.int(), officeFileNumber: z.int().positive(), archiveFileNumber: z.string().max(20), pages: z.int().positive() }),
} as const

export type MarriageActionKind = keyof typeof marriageActions
export type MarriageActionBody<K extends MarriageActionKind> = z.infer<(typeof marriageActions)[K]>
export type MarriageAction = { [K in MarriageActionKind]: Action<K, MarriageActionBody<K>> }[MarriageActionKind]
