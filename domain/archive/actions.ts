import { z } from 'zod'
import type { Action } from '../action.ts'
import { IdentityType } from '../marriage/file.ts'

/** Looking into the archive, proofs of record and boxes (《婚姻登记条例》第十九条; 《婚姻登记档案管理办法》). */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const dayOrNone = z.union([z.literal(''), day])
const short = z.string().max(100)
const long = z.string().max(400)

/** Who may ask: a party with the own identity card, a proxy by notarised mandate, a court or an organ of the state by letter and work card, a lawyer in litigation, anyone else for a reasonable purpose with the head's approval. */
export const requesterKinds = ['party', 'proxy', 'organ', 'lawyer', 'other'] as const
export type RequesterKind = (typeof requesterKinds)[number]

/** A person or organ who asks, with what was shown. */
export const Requester = z.strictObject({
  kind: z.enum(requesterKinds),
  name: short.min(1),
  identityType: IdentityType,
  identityNumber: z.string().max(30),
  identityShown: z.boolean(),
  /** Court, procuratorate, police, state security, law firm or other unit; empty for a party. */
  unit: short,
  /** Work card, practice licence or mandate by its number. */
  proof: short,
  /** Letter of introduction or paper of the court by its number. */
  letter: short,
  phone: z.string().max(30),
})
export type Requester = z.infer<typeof Requester>

/** A file looked at: a case of this register, or one that is only on paper. */
export const QueriedFile = z.strictObject({ window: z.enum(['marriage', 'divorce', 'reissue', 'paper']), caseId: z.string().max(64), number: short, title: short, archiveNumber: short })
export type QueriedFile = z.infer<typeof QueriedFile>

/** Countries and places for which a proof of record is still made out is a setting; the person, the years searched and what was found. */
export const RecordProof = z.strictObject({
  person: z.strictObject({ name: short.min(1), identityType: IdentityType, identityNumber: z.string().min(1).max(30), birth: dayOrNone }),
  destination: short.min(1),
  use: long.min(1),
  searchedFrom: day,
  searchedTo: day,
  /** A record was found (its number and day), or none in the years and at the office searched. */
  found: z.boolean(),
  records: z.array(z.strictObject({ kind: z.enum(['marriage', 'divorce']), number: short, day, office: short, caseId: z.string().max(64) })).max(20),
})
export type RecordProof = z.infer<typeof RecordProof>

/** The four natures of files (第九条). */
export const fileClasses = ['marriage', 'annulment', 'divorce', 'reissue'] as const
export type FileClass = (typeof fileClasses)[number]

/** What each action of the archive holds; each query, proof and box is a subject of its own. */
export const archiveActions = {
  /** 查档: who asked, on what basis, for what purpose, what was shown and copied. */
  'archive.queried': z.strictObject({
    day, number: z.string().min(1).max(40), requester: Requester, basis: long.min(1), purpose: long.min(1), approvedBy: z.string().max(64),
    files: z.array(QueriedFile).max(50), found: z.boolean(), copies: z.strictObject({ pages: z.int().nonnegative().max(5000), sets: z.int().nonnegative().max(50), stamped: z.boolean() }), registrar: z.string().max(64), officeName: short,
  }),
  /** 出具婚姻登记记录证明. */
  'archive.proved': z.strictObject({ day, number: z.string().min(1).max(40), requester: Requester, proof: RecordProof, registrar: z.string().max(64), officeName: short }),
  /** A query's or proof's paper was printed. */
  'archive.printed': z.strictObject({ paper: z.string(), digest: z.string().regex(/^[0-9a-f]{64}$/), printer: z.string() }),
  /** 装盒: a run of files of one year and class put into a box (第十条). */
  'archive.boxed': z.strictObject({ day, fonds: z.string().min(1).max(20), year: z.int(), fileClass: z.enum(fileClasses), box: z.int().positive(), first: z.int().positive(), last: z.int().positive(), note: long }),
  /** 移交 of boxes to the state archive, by agreement with it (第十四条). */
  'archive.transferred': z.strictObject({ day, fonds: z.string().min(1).max(20), year: z.int(), fileClass: z.enum(fileClasses), boxes: z.array(z.int().positive()).min(1).max(500), receiver: short.min(1), number: short }),
} as const

export type ArchiveActionKind = keyof typeof archiveActions
export type ArchiveActionBody<K extends ArchiveActionKind> = z.infer<(typeof archiveActions)[K]>
export type ArchiveAction = { [K in ArchiveActionKind]: Action<K, ArchiveActionBody<K>> }[ArchiveActionKind]
