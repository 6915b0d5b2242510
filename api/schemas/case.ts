import { z } from 'zod'
import { Day, Finding, Id, Reason, SecondPerson, Text } from './common.ts'

/** What the cases of every window have in common at the door. */

export const serial = z.string().trim().min(1).max(20)
export const partyIndex = z.union([z.literal(0), z.literal(1)])
export const revision = z.int().nonnegative()
const two = <T extends z.ZodType>(schema: T) => z.tuple([schema, schema])

/** A line of a list; names and identity numbers are masked (张*, 440***********0014). */
export const CaseLine = z.object({
  id: z.string(), revision, state: z.string(), number: z.string(), day: z.string(), openedAt: z.string(), names: two(z.string()), identityNumbers: two(z.string()),
  serials: two(z.string()), registrar: z.string(), registrarName: z.string(), counter: z.string(),
})
export type CaseLine = z.infer<typeof CaseLine>

/** A paper that stands ready for a case. `paper` is the id of the template, `party` which of the two where there is one each, `number` which where there is one for each number. */
export const PaperLine = z.object({ paper: z.string(), party: partyIndex.optional(), number: z.string().optional(), title: Text, version: z.string(), ready: z.boolean(), why: Text.optional(), printed: z.array(z.object({ at: z.string(), by: z.string(), mode: z.string() })) })
export type PaperLine = z.infer<typeof PaperLine>

export const InspectionItem = z.object({ item: z.string(), point: z.int().min(1).max(13), title: Text, law: Text, result: z.enum(['pass', 'fail', 'notApplicable', 'unexamined']), message: Text.optional(), field: z.string().optional(), attested: z.boolean(), attestable: z.boolean(), by: z.string().optional(), at: z.string().optional() })
export type InspectionItem = z.infer<typeof InspectionItem>

export const GroundLine = z.object({ rule: z.string(), law: z.string(), reason: z.string() })
export const ArchiveNumbers = z.object({ fonds: z.string(), year: z.int(), officeFileNumber: z.int(), archiveFileNumber: z.string(), pages: z.int() })

/** A case as its page shows it, unmasked; showing it is logged. Windows add what is their own. */
export const caseReply = <S extends z.ZodType, F extends z.ZodType>(state: S, file: F) => z.object({
  id: z.string(), revision, state, file, number: z.string(), day: z.string(), serials: two(z.string()), registrar: z.string(), registrarName: z.string(), counter: z.string(), openedAt: z.string(),
  /** Acts this account may do now (action kinds). */
  acts: z.array(z.string()), findings: z.array(Finding), passed: z.int(), papers: z.array(PaperLine), inspection: z.object({ verdict: z.enum(['qualified', 'failed', 'unexamined', 'notApplicable']), items: z.array(InspectionItem) }),
  refusal: z.object({ day: z.string(), grounds: z.array(GroundLine) }).nullable(),
  archive: ArchiveNumbers.nullable(),
  /** Pages filed against scanned pages, by supplied paper. */
  scans: z.object({ pages: z.int(), scanned: z.int(), papers: z.array(z.object({ title: Text, pages: z.int(), scanned: z.int() })) }),
  proofread: z.array(z.string()),
  /** What must be ticked at the proof-reading: paths of the case with their names. */
  proofreadFields: z.array(z.object({ field: z.string(), title: Text })),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actor: z.string(), actorName: z.string(), counter: z.string(), kind: z.string(), title: Text, reason: z.string(), second: z.string() })),
})

export const CheckReply = z.object({
  findings: z.array(Finding), passed: z.int(),
  /** Papers these parties must bring (§4), for the list to tick. */
  required: z.array(z.object({ type: z.string(), party: z.union([partyIndex, z.literal('both')]), title: Text, law: Text, supplied: z.boolean() })),
  /** True when nothing stops the decision. */
  ready: z.boolean(),
})
export type CheckReply = z.infer<typeof CheckReply>

/** Filters that every list of cases knows; `cell` is a cell of the statistics whose cases are asked for. */
export const caseQuery = {
  state: z.string().max(120).optional(), from: Day.optional(), to: Day.optional(), registrar: z.string().max(64).optional(), counter: z.string().max(20).optional(),
  inspection: z.enum(['qualified', 'failed', 'unexamined']).optional(), cell: z.string().max(80).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
} as const

const Ground = z.strictObject({ rule: z.string().max(80), reason: Reason })
const Handed = z.strictObject({ present: z.boolean(), identityAsked: z.boolean(), signed: z.boolean(), fingerprint: z.boolean() })

/** Bodies of the acts that every window has. */
export const actBodies = {
  open: <F extends z.ZodType>(file: F) => z.strictObject({ file, draft: Id.optional() }),
  amend: <C extends z.ZodType>(changes: C) => z.strictObject({ revision, changes, draft: Id.optional() }),
  networkCheck: z.strictObject({ revision, party: partyIndex, identity: z.enum(['match', 'mismatch', 'unavailable']), maritalStatus: z.string().max(2), note: z.string().max(400), proof: z.string().max(400) }),
  register: z.strictObject({ revision, serials: two(serial), opinion: z.string().max(200).optional() }),
  refuse: z.strictObject({ revision, grounds: z.array(Ground).min(1).max(10) }),
  abandon: z.strictObject({ revision, reason: Reason }),
  proofread: z.strictObject({ revision, ticked: z.array(z.string().max(60)).min(1).max(60) }),
  deliver: z.strictObject({ revision, parties: two(Handed) }),
  reprint: z.strictObject({ revision, party: partyIndex, serial, reason: Reason, second: SecondPerson }),
  correct: <C extends z.ZodType>(changes: C) => z.strictObject({ revision, changes, serials: two(z.string().trim().max(20)).optional(), reason: Reason, second: SecondPerson }),
  void: z.strictObject({ revision, recovered: z.boolean(), reason: Reason, second: SecondPerson }),
  inspect: z.strictObject({ revision, items: z.array(z.strictObject({ item: z.string().max(60), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string().max(400) })).min(1).max(60) }),
  archive: z.strictObject({ revision, officeFileNumber: z.int().positive().optional(), archiveFileNumber: z.string().max(20), pages: z.int().positive().max(2000) }),
  printed: z.strictObject({ paper: z.string().max(60), party: partyIndex.optional(), mode: z.enum(['whole', 'overprint']), printer: z.string().max(100) }),
} as const

/** A paper of a case by its address. */
export const paperParams = z.strictObject({ id: Id, paper: z.string().max(60) })
export const paperQuery = z.strictObject({ party: z.enum(['0', '1']).optional(), mode: z.enum(['whole', 'overprint']).optional(), printer: z.string().max(100).optional(), tray: z.string().max(40).optional() })
