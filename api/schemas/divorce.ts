import { z } from 'zod'
import { DivorceState } from '../../domain/divorce/actions.ts'
import { DivorceFile, Interview } from '../../domain/divorce/file.ts'
import { CaseLine, CheckReply, GroundLine, actBodies, caseQuery, caseReply, paperParams, paperQuery, partyIndex, revision } from './case.ts'
import { Day, Done, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

/** Where a case stands today, the clock included (domain/divorce/fold.ts: standingOn). */
export const DivorceStanding = z.enum(['received', 'coolingOff', 'issuanceOpen', 'lapsed', 'issuing', 'registered', 'proofread', 'delivered', 'notAccepted', 'withdrawn', 'refused', 'abandoned', 'voided'])
export type DivorceStanding = z.infer<typeof DivorceStanding>

/** A line of a list; names and identity numbers are masked. */
export const DivorceLine = CaseLine.extend({ state: DivorceState, standing: DivorceStanding, receiptNumber: z.string(), acceptedOn: z.string(), end1: z.string(), end2: z.string(), marriageCaseId: z.string(), marriageNumber: z.string() })
export type DivorceLine = z.infer<typeof DivorceLine>

/** The days of an application with why each moved, in words. */
export const Deadlines = z.object({
  received: Day, raw1: Day, end1: Day, windowOpens: Day, raw2: Day, end2: Day,
  rolled: z.array(z.object({ period: z.union([z.literal(1), z.literal(2)]), from: Day, to: Day, why: z.array(z.object({ day: Day, reason: Text })) })),
  makeUpDayCountsAsWorking: z.boolean(), overridden: z.object({ end1: z.string().optional(), end2: z.string().optional(), reason: z.string() }).optional(),
})
export type Deadlines = z.infer<typeof Deadlines>

/** A divorce case as its page shows it, unmasked; showing it is logged. */
export const DivorceCase = caseReply(DivorceState, DivorceFile).extend({
  standing: DivorceStanding, standingTitle: Text,
  accepted: z.object({ at: z.string(), registrar: z.string(), receiptNumber: z.string(), officeName: z.string() }).nullable(),
  dates: Deadlines.nullable(),
  rescheduled: z.array(z.object({ at: z.string(), by: z.string(), second: z.string(), reason: z.string(), before: Deadlines })),
  notAccepted: z.object({ day: z.string(), grounds: z.array(GroundLine), paperAsked: z.boolean() }).nullable(),
  withdrawn: z.object({ day: z.string(), party: partyIndex, at: z.string(), receipt: z.string(), confirmationNumber: z.string() }).nullable(),
  issuance: z.object({ day: z.string(), receipt: z.string(), at: z.string() }).nullable(),
  stamped: z.object({ day: z.string(), stamped: z.tuple([z.boolean(), z.boolean()]) }).nullable(),
  /** The marriage in this register, where it is there. */
  marriage: z.object({ caseId: z.string(), number: z.string(), day: z.string(), standing: z.string(), title: Text }).nullable(),
  required: CheckReply.shape.required,
})
export type DivorceCase = z.infer<typeof DivorceCase>

export const DivorceQuery = z.strictObject({ ...caseQuery, acceptedFrom: Day.optional(), acceptedTo: Day.optional(), standing: DivorceStanding.optional(), marriage: Id.optional() })

const stage = z.enum(['acceptance', 'withdrawal', 'appearance', 'issuance'])
const override = z.strictObject({ end1: Day.optional(), end2: Day.optional(), reason: Reason })
const receipt = z.enum(['shown', 'lostExplained'])
const WorklistKind = z.enum(['endsToday', 'windowOpened', 'closingSoon', 'lapsed'])

export const divorceRoutes = {
  divorceDeadlines: route({ id: 'divorceDeadlines', method: 'GET', path: '/api/divorces/deadlines', permission: 'case.check', summary: { zh: '只算期限不保存', en: 'Compute the days without saving' }, query: z.strictObject({ received: Day }), reply: Deadlines }),
  divorceWorklist: route({
    id: 'divorceWorklist', method: 'GET', path: '/api/divorces/worklist', permission: 'case.search', summary: { zh: '离婚期限工作清单', en: 'Work list of divorce deadlines' }, query: z.strictObject({ day: Day.optional(), kind: WorklistKind.optional(), limit: z.coerce.number().int().min(1).max(500).optional() }),
    reply: z.object({ day: Day, lists: z.array(z.object({ kind: WorklistKind, title: Text, from: Day, to: Day, count: z.int(), rows: z.array(DivorceLine) })) }),
  }),
  divorceWorklistSheet: route({ id: 'divorceWorklistSheet', method: 'GET', path: '/api/divorces/worklist/sheet', permission: 'case.search', summary: { zh: '期限工作清单 PDF', en: 'The work list as PDF' }, query: z.strictObject({ day: Day.optional() }), replyType: 'application/pdf' }),
  /** A file begun from a marriage of the register: parties, number, office and day carried over. */
  divorceFromMarriage: route({ id: 'divorceFromMarriage', method: 'GET', path: '/api/divorces/from-marriage/{id}', permission: 'case.write', summary: { zh: '从本处结婚登记带出', en: 'Begin from a marriage of the register' }, params: IdParams, reply: z.object({ file: DivorceFile }) }),
  checkDivorce: route({
    id: 'checkDivorce', method: 'POST', path: '/api/divorces/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check without saving' },
    body: z.strictObject({ file: DivorceFile, stage: stage.optional(), typing: z.boolean().optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckReply,
  }),
  listDivorces: route({ id: 'listDivorces', method: 'GET', path: '/api/divorces', permission: 'case.search', summary: { zh: '离婚登记台账', en: 'Divorce cases' }, query: DivorceQuery, reply: z.object({ rows: z.array(DivorceLine), next: z.string().optional(), count: z.int() }) }),
  exportDivorces: route({ id: 'exportDivorces', method: 'POST', path: '/api/divorces/export', permission: 'case.export', summary: { zh: '导出台账(CSV，已遮蔽，须写用途)', en: 'Export the list (CSV, masked, purpose asked)' }, body: z.strictObject({ filter: DivorceQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openDivorce: route({ id: 'openDivorce', method: 'POST', path: '/api/divorces', permission: 'case.write', summary: { zh: '申请', en: 'Open an application' }, body: actBodies.open(DivorceFile), reply: DivorceCase }),
  getDivorce: route({ id: 'getDivorce', method: 'GET', path: '/api/divorces/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: DivorceCase }),
  amendDivorce: route({ id: 'amendDivorce', method: 'PATCH', path: '/api/divorces/{id}', permission: 'case.write', summary: { zh: '修改', en: 'Amend' }, params: IdParams, body: actBodies.amend(DivorceFile.partial()), reply: DivorceCase }),
  recordDivorceCheck: route({ id: 'recordDivorceCheck', method: 'POST', path: '/api/divorces/{id}/network-checks', permission: 'case.write', summary: { zh: '记录联网核对', en: 'Record a network check' }, params: IdParams, body: actBodies.networkCheck, reply: DivorceCase }),
  acceptDivorce: route({ id: 'acceptDivorce', method: 'POST', path: '/api/divorces/{id}/acceptance', permission: 'case.decide', summary: { zh: '受理', en: 'Accept' }, params: IdParams, body: z.strictObject({ revision, override: override.optional() }), reply: DivorceCase }),
  notAcceptDivorce: route({ id: 'notAcceptDivorce', method: 'POST', path: '/api/divorces/{id}/non-acceptance', permission: 'case.decide', summary: { zh: '不予受理', en: 'Do not accept' }, params: IdParams, body: actBodies.refuse.extend({ paperAsked: z.boolean() }), reply: DivorceCase }),
  abandonDivorce: route({ id: 'abandonDivorce', method: 'POST', path: '/api/divorces/{id}/abandonment', permission: 'case.write', summary: { zh: '当事人放弃办理', en: 'The parties give up' }, params: IdParams, body: actBodies.abandon, reply: DivorceCase }),
  rescheduleDivorce: route({ id: 'rescheduleDivorce', method: 'POST', path: '/api/divorces/{id}/schedule', permission: 'case.decide', summary: { zh: '重定期限', en: 'Set the days anew' }, params: IdParams, body: z.strictObject({ revision, override: override.omit({ reason: true }).optional(), reason: Reason, second: SecondPerson }), reply: DivorceCase }),
  withdrawDivorce: route({ id: 'withdrawDivorce', method: 'POST', path: '/api/divorces/{id}/withdrawal', permission: 'case.decide', summary: { zh: '撤回申请（一方即可）', en: 'Withdrawal by one party' }, params: IdParams, body: z.strictObject({ revision, party: partyIndex, identityShown: z.boolean(), receipt: z.union([receipt, z.literal('')]), signed: z.boolean(), fingerprint: z.boolean() }), reply: DivorceCase }),
  startIssuance: route({ id: 'startIssuance', method: 'POST', path: '/api/divorces/{id}/issuance', permission: 'case.decide', summary: { zh: '双方到场申请发证', en: 'Both come for the certificate' }, params: IdParams, body: z.strictObject({ revision, present: z.tuple([z.boolean(), z.boolean()]), receipt: z.union([receipt, z.literal('')]) }), reply: DivorceCase }),
  endIssuance: route({ id: 'endIssuance', method: 'POST', path: '/api/divorces/{id}/issuance/end', permission: 'case.decide', summary: { zh: '未作决定离开', en: 'They leave without a decision' }, params: IdParams, body: z.strictObject({ revision, reason: Reason }), reply: DivorceCase }),
  recordInterview: route({ id: 'recordInterview', method: 'POST', path: '/api/divorces/{id}/interviews', permission: 'case.decide', summary: { zh: '询问笔录', en: 'Record of an interview' }, params: IdParams, body: z.strictObject({ revision, party: partyIndex, interview: Interview.omit({ registrar: true, day: true }) }), reply: DivorceCase }),
  registerDivorce: route({ id: 'registerDivorce', method: 'POST', path: '/api/divorces/{id}/registration', permission: 'case.decide', summary: { zh: '准予离婚登记', en: 'Register the divorce' }, params: IdParams, body: actBodies.register, reply: DivorceCase }),
  refuseDivorce: route({ id: 'refuseDivorce', method: 'POST', path: '/api/divorces/{id}/refusal', permission: 'case.decide', summary: { zh: '不予办理', en: 'Refuse' }, params: IdParams, body: actBodies.refuse, reply: DivorceCase }),
  proofreadDivorce: route({ id: 'proofreadDivorce', method: 'POST', path: '/api/divorces/{id}/proof-reading', permission: 'case.deliver', summary: { zh: '校对', en: 'Proof-read' }, params: IdParams, body: actBodies.proofread, reply: DivorceCase }),
  deliverDivorce: route({ id: 'deliverDivorce', method: 'POST', path: '/api/divorces/{id}/delivery', permission: 'case.deliver', summary: { zh: '发证', en: 'Hand over' }, params: IdParams, body: actBodies.deliver, reply: DivorceCase }),
  stampMarriageCertificates: route({ id: 'stampMarriageCertificates', method: 'POST', path: '/api/divorces/{id}/marriage-certificates', permission: 'case.deliver', summary: { zh: '结婚证加盖条型印章、复印、退还', en: 'Stamp, copy and return the marriage certificates' }, params: IdParams, body: z.strictObject({ revision, stamped: z.tuple([z.boolean(), z.boolean()]), copied: z.boolean(), returned: z.boolean() }), reply: DivorceCase }),
  reprintDivorce: route({ id: 'reprintDivorce', method: 'POST', path: '/api/divorces/{id}/reprint', permission: 'case.deliver', summary: { zh: '证件作废重打', en: 'Spoiled booklet: print another' }, params: IdParams, body: actBodies.reprint, reply: DivorceCase }),
  correctDivorce: route({ id: 'correctDivorce', method: 'POST', path: '/api/divorces/{id}/correction', permission: 'case.correct', summary: { zh: '更正', en: 'Correct' }, params: IdParams, body: actBodies.correct(DivorceFile.partial()), reply: DivorceCase }),
  voidDivorce: route({ id: 'voidDivorce', method: 'POST', path: '/api/divorces/{id}/void', permission: 'case.void', summary: { zh: '登记作废', en: 'Void' }, params: IdParams, body: actBodies.void, reply: DivorceCase }),
  inspectDivorce: route({ id: 'inspectDivorce', method: 'POST', path: '/api/divorces/{id}/inspection', permission: 'case.inspect', summary: { zh: '档案检查', en: 'Inspect the file' }, params: IdParams, body: actBodies.inspect, reply: DivorceCase }),
  archiveDivorce: route({ id: 'archiveDivorce', method: 'POST', path: '/api/divorces/{id}/archive', permission: 'case.archive', summary: { zh: '归档', en: 'File in the archive' }, params: IdParams, body: actBodies.archive, reply: DivorceCase }),
  getDivorcePaper: route({ id: 'getDivorcePaper', method: 'GET', path: '/api/divorces/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '证书或文书 PDF', en: 'A paper as PDF' }, params: paperParams, query: paperQuery, replyType: 'application/pdf' }),
  recordDivorcePrinted: route({ id: 'recordDivorcePrinted', method: 'POST', path: '/api/divorces/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: actBodies.printed, reply: Done }),
}
