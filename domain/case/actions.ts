import { z } from 'zod'
import { day, FileHash, long, NetworkCheck } from './file.ts'

/** Bodies of the acts that the cases of every window share; facts the office stamps (actor, counter, time, reason, second person) stand on the journal entry itself. */

const serial = z.string().min(1).max(20)
/** 印制号 of the man's and of the woman's booklet. */
export const Serials = z.tuple([serial, serial])
/** 0 the man, 1 the woman. */
export const party = z.union([z.literal(0), z.literal(1)])

/** A ground of a refusal as it is written down: the rule, its article, and the reason told to the parties. */
export const Grounds = z.array(z.strictObject({ rule: z.string(), law: z.string(), reason: z.string() })).min(1)

export const caseBodies = {
  checked: z.strictObject({ check: NetworkCheck }),
  registered: z.strictObject({ number: z.string(), day, serials: Serials, officeName: z.string(), area: z.string(), registrar: z.string(), opinion: z.string() }),
  refused: z.strictObject({ day, grounds: Grounds, registrar: z.string() }),
  abandoned: z.strictObject({ day }),
  printed: z.strictObject({ paper: z.string(), party: party.optional(), mode: z.enum(['whole', 'overprint']), digest: FileHash, printer: z.string() }),
  /** A booklet was spoiled in printing: the new serial takes its place. */
  reprinted: z.strictObject({ party, spoiled: serial, serial }),
  proofread: z.strictObject({ ticked: z.array(z.string()).min(1) }),
  voided: z.strictObject({ day, recovered: z.boolean() }),
  /** 登记档案检查: what a person saw of the points no program can see; item id → pass or the failing. */
  inspected: z.strictObject({
    /** What the whole inspection came to with these items, by the rules of the day of registration. */
    verdict: z.enum(['qualified', 'failed', 'unexamined']).optional(),
    items: z.array(z.strictObject({ item: z.string(), result: z.enum(['pass', 'fail', 'notApplicable']), note: long })).min(1),
  }),
  /** Archive numbers (《婚姻登记档案管理办法》第九、十条): 全宗号, year, 室编卷号, 馆编卷号, pages. */
  archived: z.strictObject({ fonds: z.string().max(20), year: z.int(), officeFileNumber: z.int().positive(), archiveFileNumber: z.string().max(20), pages: z.int().positive() }),
} as const

/** A party who was handed the certificate. */
export const HandedOver = z.strictObject({ present: z.literal(true), identityAsked: z.literal(true), signed: z.literal(true), fingerprint: z.literal(true) })

export type CaseBody<K extends keyof typeof caseBodies> = Readonly<z.infer<(typeof caseBodies)[K]>>
