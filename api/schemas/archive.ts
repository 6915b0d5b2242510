import { z } from 'zod'
import { QueriedFile, RecordProof, Requester, fileClasses } from '../../domain/archive/actions.ts'
import { Day, Done, Finding, Id, IdParams, Reason, Text } from './common.ts'
import { route } from './route.ts'

const fileClass = z.enum(fileClasses)
const year = z.coerce.number().int().min(1900).max(2200)

/** A line of the query log or of the proofs; the requester is masked. */
export const QueryLine = z.object({ id: z.string(), kind: z.enum(['query', 'proof']), number: z.string(), day: z.string(), requesterKind: Text, requester: z.string(), unit: z.string(), basis: z.string(), purpose: z.string(), files: z.int(), found: z.boolean(), pages: z.int(), registrarName: z.string() })
export type QueryLine = z.infer<typeof QueryLine>

const QueryFacts = z.strictObject({
  requester: Requester, basis: z.string().trim().max(400), purpose: z.string().trim().max(400), approvedBy: z.string().max(64), files: z.array(QueriedFile).max(50), found: z.boolean(),
  copies: z.strictObject({ pages: z.int().nonnegative().max(5000), sets: z.int().nonnegative().max(50), stamped: z.boolean() }),
})
const ProofFacts = z.strictObject({ requester: Requester, proof: RecordProof })
/** What is checked while it is typed: nothing has to be there yet. */
const typing = { requester: Requester.extend({ name: z.string().max(100) }) }
const dayOrNone = z.union([z.literal(''), Day])
const QueryTyped = QueryFacts.extend(typing)
const ProofTyped = ProofFacts.extend({
  ...typing,
  proof: RecordProof.extend({
    person: RecordProof.shape.person.extend({ name: z.string().max(100), identityNumber: z.string().max(30) }), destination: z.string().max(100), use: z.string().max(400), searchedFrom: dayOrNone, searchedTo: dayOrNone,
  }),
})
const Paper = z.object({ paper: z.string(), title: Text, printed: z.array(z.object({ at: z.string(), by: z.string() })) })

/** A query or proof as its page shows it. */
export const ArchiveRecord = z.object({ id: z.string(), kind: z.enum(['query', 'proof']), number: z.string(), day: z.string(), at: z.string(), registrarName: z.string(), query: QueryFacts.optional(), proof: ProofFacts.optional(), papers: z.array(Paper) })
export type ArchiveRecord = z.infer<typeof ArchiveRecord>

/** A filed case as the archive's list shows it. */
export const FileLine = z.object({ window: z.string(), caseId: z.string(), fonds: z.string(), year: z.int(), fileClass, officeFileNumber: z.int(), archiveFileNumber: z.string(), pages: z.int(), scanned: z.int(), title: z.string(), day: z.string(), number: z.string(), box: z.int().nullable() })
export type FileLine = z.infer<typeof FileLine>

/** A box with its run of files. */
export const BoxLine = z.object({ id: z.string(), fonds: z.string(), year: z.int(), fileClass, box: z.int(), first: z.int(), last: z.int(), files: z.int(), pages: z.int(), missing: z.array(z.int()), note: z.string(), boxedOn: z.string(), transferredOn: z.string(), keepUntil: z.int(), transferFrom: z.int() })
export type BoxLine = z.infer<typeof BoxLine>

const boxParams = z.strictObject({ year, fileClass, fonds: z.string().max(20).optional() })

export const archiveRoutes = {
  checkArchiveQuery: route({ id: 'checkArchiveQuery', method: 'POST', path: '/api/archive/queries/check', permission: 'archive.query', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: QueryTyped, reply: z.object({ findings: z.array(Finding), ready: z.boolean() }) }),
  listArchiveQueries: route({ id: 'listArchiveQueries', method: 'GET', path: '/api/archive/queries', permission: 'archive.query', summary: { zh: '查档登记簿', en: 'Log of archive queries' }, query: z.strictObject({ kind: z.enum(['query', 'proof']).optional(), from: Day.optional(), to: Day.optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(QueryLine), next: z.string().optional(), count: z.int() }) }),
  recordArchiveQuery: route({ id: 'recordArchiveQuery', method: 'POST', path: '/api/archive/queries', permission: 'archive.query', summary: { zh: '登记查档', en: 'Put a query on record' }, body: QueryFacts, reply: ArchiveRecord }),
  getArchiveRecord: route({ id: 'getArchiveRecord', method: 'GET', path: '/api/archive/queries/{id}', permission: 'archive.query', summary: { zh: '一次查档或证明', en: 'A query or proof' }, params: IdParams, reply: ArchiveRecord }),
  /** Finds a person's records for a proof: what this register holds in the years asked. */
  findRecords: route({ id: 'findRecords', method: 'POST', path: '/api/archive/records', permission: 'archive.query', summary: { zh: '查某人的婚姻登记记录', en: 'Find a person’s records' }, body: z.strictObject({ identityNumber: z.string().trim().min(4).max(30), name: z.string().max(100), from: Day, to: Day }), reply: z.object({ records: z.array(z.object({ kind: z.enum(['marriage', 'divorce']), number: z.string(), day: z.string(), office: z.string(), caseId: z.string(), standing: Text })) }) }),
  checkRecordProof: route({ id: 'checkRecordProof', method: 'POST', path: '/api/archive/proofs/check', permission: 'archive.query', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: ProofTyped, reply: z.object({ findings: z.array(Finding), ready: z.boolean() }) }),
  recordProof: route({ id: 'recordProof', method: 'POST', path: '/api/archive/proofs', permission: 'archive.prove', summary: { zh: '出具婚姻登记记录证明', en: 'Make out a proof of record' }, body: ProofFacts, reply: ArchiveRecord }),
  getArchivePaper: route({ id: 'getArchivePaper', method: 'GET', path: '/api/archive/queries/{id}/papers/{paper}', permission: 'archive.query', summary: { zh: '查档文书 PDF', en: 'A paper of a query as PDF' }, params: z.strictObject({ id: Id, paper: z.string().max(60) }), replyType: 'application/pdf' }),
  recordArchivePrinted: route({ id: 'recordArchivePrinted', method: 'POST', path: '/api/archive/queries/{id}/printed', permission: 'archive.query', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: z.strictObject({ paper: z.string().max(60), printer: z.string().max(100) }), reply: Done }),
  listFiles: route({ id: 'listFiles', method: 'GET', path: '/api/archive/files', permission: 'archive.query', summary: { zh: '归档目录', en: 'Filed cases' }, query: z.strictObject({ year: year.optional(), fileClass: fileClass.optional(), difference: z.enum(['true']).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(FileLine), next: z.string().optional(), count: z.int(), years: z.array(z.object({ year: z.int(), fileClass, files: z.int() })), waiting: z.array(z.object({ window: z.string(), fileClass, count: z.int() })) }) }),
  listBoxes: route({ id: 'listBoxes', method: 'GET', path: '/api/archive/boxes', permission: 'archive.query', summary: { zh: '档案盒', en: 'Boxes' }, query: z.strictObject({ year: year.optional(), fileClass: fileClass.optional() }), reply: z.object({ boxes: z.array(BoxLine), unboxed: z.array(z.object({ year: z.int(), fileClass, first: z.int(), last: z.int(), files: z.int() })) }) }),
  boxFiles: route({ id: 'boxFiles', method: 'POST', path: '/api/archive/boxes', permission: 'archive.box', summary: { zh: '装盒', en: 'Put files into a box' }, body: z.strictObject({ year: z.int(), fileClass, first: z.int().positive(), last: z.int().positive(), note: z.string().max(400) }), reply: BoxLine }),
  transferBoxes: route({ id: 'transferBoxes', method: 'POST', path: '/api/archive/transfers', permission: 'archive.box', summary: { zh: '移交档案馆', en: 'Hand boxes to the state archive' }, body: z.strictObject({ year: z.int(), fileClass, boxes: z.array(z.int().positive()).min(1).max(500), receiver: z.string().trim().min(1).max(100), number: z.string().max(100), reason: Reason.optional() }), reply: Done }),
  boxPaper: route({ id: 'boxPaper', method: 'GET', path: '/api/archive/boxes/{id}/papers/{paper}', permission: 'archive.query', summary: { zh: '卷内目录、盒脊、备考表 PDF', en: 'List, spine and note sheet of a box' }, params: z.strictObject({ id: Id, paper: z.enum(['archive.boxList', 'archive.boxSpine', 'archive.boxNote']) }), replyType: 'application/pdf' }),
  archiveIndex: route({ id: 'archiveIndex', method: 'GET', path: '/api/archive/index', permission: 'archive.query', summary: { zh: '年度案卷目录 PDF', en: 'Yearly index of files as PDF' }, query: boxParams, replyType: 'application/pdf' }),
}
