import { z } from 'zod'
import { ReissueState } from '../../domain/reissue/actions.ts'
import { ReissueFile, certificateKinds } from '../../domain/reissue/file.ts'
import { CaseLine, CheckReply, actBodies, caseQuery, caseReply, paperParams, paperQuery, revision } from './case.ts'
import { Day, Done, Id, IdParams, Reason } from './common.ts'
import { route } from './route.ts'

/** A line of a list; names and identity numbers are masked. */
export const ReissueLine = CaseLine.extend({ state: ReissueState, certificate: z.enum(certificateKinds), applicant: z.string(), reason: z.string(), originalNumber: z.string(), originalDay: z.string(), originalCaseId: z.string(), proxied: z.boolean() })
export type ReissueLine = z.infer<typeof ReissueLine>

/** A reissue as its page shows it, unmasked; showing it is logged. */
export const ReissueCase = caseReply(ReissueState, ReissueFile).extend({
  originalDay: z.string(), remark: z.string(),
  /** The remark that the certificate will carry unless the registrar writes another. */
  usualRemark: z.string(),
  /** The registration in this register, where it is there, and whether its status still holds. */
  original: z.object({ window: z.string(), caseId: z.string(), number: z.string(), day: z.string(), standing: z.string() }).nullable(),
  required: CheckReply.shape.required,
})
export type ReissueCase = z.infer<typeof ReissueCase>

export const ReissueQuery = z.strictObject({ ...caseQuery, certificate: z.enum(certificateKinds).optional(), original: Id.optional() })

export const reissueRoutes = {
  /** A file begun from a registration of the register, or one that only names its kind. */
  reissueFromCase: route({ id: 'reissueFromCase', method: 'GET', path: '/api/reissues/from-case/{id}', permission: 'case.write', summary: { zh: '从本处登记带出', en: 'Begin from a registration of the register' }, params: IdParams, reply: z.object({ file: ReissueFile }) }),
  checkReissue: route({ id: 'checkReissue', method: 'POST', path: '/api/reissues/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: z.strictObject({ file: ReissueFile, typing: z.boolean().optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckReply }),
  listReissues: route({ id: 'listReissues', method: 'GET', path: '/api/reissues', permission: 'case.search', summary: { zh: '补领台账', en: 'Reissues' }, query: ReissueQuery, reply: z.object({ rows: z.array(ReissueLine), next: z.string().optional(), count: z.int() }) }),
  exportReissues: route({ id: 'exportReissues', method: 'POST', path: '/api/reissues/export', permission: 'case.export', summary: { zh: '导出台账(CSV，已遮蔽，须写用途)', en: 'Export the list (CSV, masked, purpose asked)' }, body: z.strictObject({ filter: ReissueQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openReissue: route({ id: 'openReissue', method: 'POST', path: '/api/reissues', permission: 'case.write', summary: { zh: '受理补领', en: 'Open a reissue' }, body: actBodies.open(ReissueFile), reply: ReissueCase }),
  getReissue: route({ id: 'getReissue', method: 'GET', path: '/api/reissues/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: ReissueCase }),
  amendReissue: route({ id: 'amendReissue', method: 'PATCH', path: '/api/reissues/{id}', permission: 'case.write', summary: { zh: '修改（决定前）', en: 'Amend before the decision' }, params: IdParams, body: actBodies.amend(ReissueFile.partial()), reply: ReissueCase }),
  recordReissueCheck: route({ id: 'recordReissueCheck', method: 'POST', path: '/api/reissues/{id}/network-checks', permission: 'case.write', summary: { zh: '记录联网核对', en: 'Record a network check' }, params: IdParams, body: actBodies.networkCheck, reply: ReissueCase }),
  registerReissue: route({ id: 'registerReissue', method: 'POST', path: '/api/reissues/{id}/registration', permission: 'case.decide', summary: { zh: '准予补发', en: 'Grant the reissue' }, params: IdParams, body: z.strictObject({ revision, serials: z.tuple([z.string().trim().max(20), z.string().trim().max(20)]), opinion: z.string().max(200).optional() }), reply: ReissueCase }),
  refuseReissue: route({ id: 'refuseReissue', method: 'POST', path: '/api/reissues/{id}/refusal', permission: 'case.decide', summary: { zh: '不予补发', en: 'Refuse' }, params: IdParams, body: actBodies.refuse, reply: ReissueCase }),
  abandonReissue: route({ id: 'abandonReissue', method: 'POST', path: '/api/reissues/{id}/abandonment', permission: 'case.write', summary: { zh: '当事人放弃办理', en: 'The applicants give up' }, params: IdParams, body: actBodies.abandon, reply: ReissueCase }),
  proofreadReissue: route({ id: 'proofreadReissue', method: 'POST', path: '/api/reissues/{id}/proof-reading', permission: 'case.deliver', summary: { zh: '校对', en: 'Proof-read' }, params: IdParams, body: actBodies.proofread, reply: ReissueCase }),
  deliverReissue: route({ id: 'deliverReissue', method: 'POST', path: '/api/reissues/{id}/delivery', permission: 'case.deliver', summary: { zh: '发证', en: 'Hand over' }, params: IdParams, body: z.strictObject({ revision, to: z.enum(['applicants', 'proxy']), identityAsked: z.boolean(), signed: z.boolean(), fingerprint: z.boolean(), oldCancelled: z.boolean() }), reply: ReissueCase }),
  reprintReissue: route({ id: 'reprintReissue', method: 'POST', path: '/api/reissues/{id}/reprint', permission: 'case.deliver', summary: { zh: '证件作废重打', en: 'Spoiled booklet: print another' }, params: IdParams, body: actBodies.reprint, reply: ReissueCase }),
  correctReissue: route({ id: 'correctReissue', method: 'POST', path: '/api/reissues/{id}/correction', permission: 'case.correct', summary: { zh: '更正', en: 'Correct' }, params: IdParams, body: actBodies.correct(ReissueFile.partial()), reply: ReissueCase }),
  voidReissue: route({ id: 'voidReissue', method: 'POST', path: '/api/reissues/{id}/void', permission: 'case.void', summary: { zh: '登记作废', en: 'Void' }, params: IdParams, body: actBodies.void, reply: ReissueCase }),
  inspectReissue: route({ id: 'inspectReissue', method: 'POST', path: '/api/reissues/{id}/inspection', permission: 'case.inspect', summary: { zh: '档案检查', en: 'Inspect the file' }, params: IdParams, body: actBodies.inspect, reply: ReissueCase }),
  archiveReissue: route({ id: 'archiveReissue', method: 'POST', path: '/api/reissues/{id}/archive', permission: 'case.archive', summary: { zh: '归档', en: 'File in the archive' }, params: IdParams, body: actBodies.archive, reply: ReissueCase }),
  getReissuePaper: route({ id: 'getReissuePaper', method: 'GET', path: '/api/reissues/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '证书或文书 PDF', en: 'A paper as PDF' }, params: paperParams, query: paperQuery, replyType: 'application/pdf' }),
  recordReissuePrinted: route({ id: 'recordReissuePrinted', method: 'POST', path: '/api/reissues/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: actBodies.printed, reply: Done }),
}
