import { z } from 'zod'
import { MarriageState } from '../../domain/marriage/actions.ts'
import { CrossNote, Judgment, Recovered, endingActions } from '../../domain/marriage/endings.ts'
import { MarriageFile, MarriageKind } from '../../domain/marriage/file.ts'
import { ArchiveNumbers, CaseLine, CheckReply, InspectionItem, PaperLine, actBodies, caseQuery, caseReply, paperParams, paperQuery, partyIndex, revision } from './case.ts'
import { Day, Done, Id, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

export { CheckReply, InspectionItem, PaperLine }

/** A line of a list; names and identity numbers are masked (张*, 440***********0014). */
export const MarriageLine = CaseLine.extend({ state: MarriageState, kind: MarriageKind, ending: z.string() })
export type MarriageLine = z.infer<typeof MarriageLine>

/** How a marriage came to its end, as its page shows it; `title` says it in words, `where` the other file. */
export const EndingLine = z.object({
  index: z.int(), kind: z.enum(['divorced', 'void', 'annulled', 'revoked']), title: Text, day: z.string(), at: z.string(), by: z.string(), second: z.string(),
  /** Body of the act that noted it. */
  body: z.unknown(), remark: z.string(), otherFile: z.string(), divorceId: z.string(), file: ArchiveNumbers.nullable(),
})
export type EndingLine = z.infer<typeof EndingLine>

/** A case as its page shows it, unmasked; showing it is logged. */
export const MarriageCase = caseReply(MarriageState, MarriageFile).extend({
  endings: z.array(EndingLine),
  standing: z.enum(['open', 'none', 'standing', 'divorced', 'void', 'annulled', 'revoked']),
  screened: z.object({ plannedDay: z.string(), note: z.string() }).nullable(),
  /** Divorces and reissues of this marriage in the register. */
  related: z.array(z.object({ window: z.string(), caseId: z.string(), title: Text, state: Text, day: z.string(), number: z.string() })),
})
export type MarriageCase = z.infer<typeof MarriageCase>

export const MarriageQuery = z.strictObject({ ...caseQuery, kind: MarriageKind.optional(), ending: z.enum(['divorced', 'void', 'annulled', 'revoked']).optional() })

const noted = { revision, reason: Reason.optional(), second: SecondPerson }
/** A note whose remark may be left empty: the usual words stand. */
const Note = CrossNote.extend({ remark: z.string().trim().max(400) })
const endings = endingActions

export const marriageRoutes = {
  checkMarriage: route({ id: 'checkMarriage', method: 'POST', path: '/api/marriages/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: z.strictObject({ file: MarriageFile, stage: z.enum(['typing', 'decision']).optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckReply }),
  listMarriages: route({ id: 'listMarriages', method: 'GET', path: '/api/marriages', permission: 'case.search', summary: { zh: '结婚登记台账', en: 'Marriage cases' }, query: MarriageQuery, reply: z.object({ rows: z.array(MarriageLine), next: z.string().optional(), count: z.int() }) }),
  exportMarriages: route({ id: 'exportMarriages', method: 'POST', path: '/api/marriages/export', permission: 'case.export', summary: { zh: '导出台账(CSV，已遮蔽，须写用途)', en: 'Export the list (CSV, masked, purpose asked)' }, body: z.strictObject({ filter: MarriageQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openMarriage: route({ id: 'openMarriage', method: 'POST', path: '/api/marriages', permission: 'case.write', summary: { zh: '受理', en: 'Open a case' }, body: actBodies.open(MarriageFile), reply: MarriageCase }),
  getMarriage: route({ id: 'getMarriage', method: 'GET', path: '/api/marriages/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: MarriageCase }),
  amendMarriage: route({ id: 'amendMarriage', method: 'PATCH', path: '/api/marriages/{id}', permission: 'case.write', summary: { zh: '修改（决定前）', en: 'Amend before the decision' }, params: IdParams, body: actBodies.amend(MarriageFile.partial()), reply: MarriageCase }),
  recordNetworkCheck: route({ id: 'recordNetworkCheck', method: 'POST', path: '/api/marriages/{id}/network-checks', permission: 'case.write', summary: { zh: '记录联网核对', en: 'Record a network check' }, params: IdParams, body: actBodies.networkCheck, reply: MarriageCase }),
  screenMarriage: route({ id: 'screenMarriage', method: 'POST', path: '/api/marriages/{id}/screening', permission: 'case.write', summary: { zh: '预审，约定办理日', en: 'Papers looked through, couple expected on a day' }, params: IdParams, body: z.strictObject({ revision, plannedDay: Day, note: z.string().max(200) }), reply: MarriageCase }),
  registerMarriage: route({ id: 'registerMarriage', method: 'POST', path: '/api/marriages/{id}/registration', permission: 'case.decide', summary: { zh: '准予登记', en: 'Register' }, params: IdParams, body: actBodies.register, reply: MarriageCase }),
  refuseMarriage: route({ id: 'refuseMarriage', method: 'POST', path: '/api/marriages/{id}/refusal', permission: 'case.decide', summary: { zh: '不予办理', en: 'Refuse' }, params: IdParams, body: actBodies.refuse, reply: MarriageCase }),
  abandonMarriage: route({ id: 'abandonMarriage', method: 'POST', path: '/api/marriages/{id}/abandonment', permission: 'case.write', summary: { zh: '当事人放弃办理', en: 'The parties give up' }, params: IdParams, body: actBodies.abandon, reply: MarriageCase }),
  proofreadMarriage: route({ id: 'proofreadMarriage', method: 'POST', path: '/api/marriages/{id}/proof-reading', permission: 'case.deliver', summary: { zh: '校对', en: 'Proof-read' }, params: IdParams, body: actBodies.proofread, reply: MarriageCase }),
  deliverMarriage: route({ id: 'deliverMarriage', method: 'POST', path: '/api/marriages/{id}/delivery', permission: 'case.deliver', summary: { zh: '发证', en: 'Hand over' }, params: IdParams, body: actBodies.deliver, reply: MarriageCase }),
  reprintMarriage: route({ id: 'reprintMarriage', method: 'POST', path: '/api/marriages/{id}/reprint', permission: 'case.deliver', summary: { zh: '证件作废重打', en: 'Spoiled booklet: print another' }, params: IdParams, body: actBodies.reprint, reply: MarriageCase }),
  correctMarriage: route({ id: 'correctMarriage', method: 'POST', path: '/api/marriages/{id}/correction', permission: 'case.correct', summary: { zh: '更正', en: 'Correct' }, params: IdParams, body: actBodies.correct(MarriageFile.partial()), reply: MarriageCase }),
  voidMarriage: route({ id: 'voidMarriage', method: 'POST', path: '/api/marriages/{id}/void', permission: 'case.void', summary: { zh: '登记作废', en: 'Void' }, params: IdParams, body: actBodies.void, reply: MarriageCase }),
  inspectMarriage: route({ id: 'inspectMarriage', method: 'POST', path: '/api/marriages/{id}/inspection', permission: 'case.inspect', summary: { zh: '档案检查', en: 'Inspect the file' }, params: IdParams, body: actBodies.inspect, reply: MarriageCase }),
  archiveMarriage: route({ id: 'archiveMarriage', method: 'POST', path: '/api/marriages/{id}/archive', permission: 'case.archive', summary: { zh: '归档', en: 'File in the archive' }, params: IdParams, body: actBodies.archive, reply: MarriageCase }),
  getMarriagePaper: route({ id: 'getMarriagePaper', method: 'GET', path: '/api/marriages/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '证书或文书 PDF', en: 'A paper as PDF' }, params: paperParams, query: paperQuery, replyType: 'application/pdf' }),
  recordPrinted: route({ id: 'recordPrinted', method: 'POST', path: '/api/marriages/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: actBodies.printed, reply: Done }),

  noteDivorce: route({ id: 'noteDivorce', method: 'POST', path: '/api/marriages/{id}/endings/divorce', permission: 'case.annotate', summary: { zh: '注记离婚（外机关、法院、境外）', en: 'Note a divorce of another office, a court or abroad' }, params: IdParams, body: z.strictObject({ ...noted, by: z.enum(['otherOffice', 'court', 'abroad']), authority: z.string().trim().min(1).max(100), number: z.string().trim().min(1).max(100), day: Day, note: Note }), reply: MarriageCase }),
  noteVoid: route({ id: 'noteVoid', method: 'POST', path: '/api/marriages/{id}/endings/void', permission: 'case.annotate', summary: { zh: '注记婚姻无效判决', en: 'Note a judgment of voidness' }, params: IdParams, body: z.strictObject({ ...noted, judgment: Judgment, ground: endings['marriage.courtVoided'].shape.ground, certificates: Recovered, note: Note }), reply: MarriageCase }),
  noteAnnulment: route({ id: 'noteAnnulment', method: 'POST', path: '/api/marriages/{id}/endings/annulment', permission: 'case.annotate', summary: { zh: '注记撤销婚姻判决', en: 'Note an annulment' }, params: IdParams, body: z.strictObject({ ...noted, judgment: Judgment, ground: endings['marriage.annulled'].shape.ground, certificates: Recovered, note: Note }), reply: MarriageCase }),
  revokeMarriage: route({ id: 'revokeMarriage', method: 'POST', path: '/api/marriages/{id}/endings/revocation', permission: 'case.annotate', summary: { zh: '撤销婚姻登记', en: 'Revoke the registration' }, params: IdParams, body: z.strictObject({ ...noted, decision: endings['marriage.revoked'].shape.decision, basis: endings['marriage.revoked'].shape.basis, ground: endings['marriage.revoked'].shape.ground, certificates: Recovered, note: Note }), reply: MarriageCase }),
  fileEnding: route({ id: 'fileEnding', method: 'POST', path: '/api/marriages/{id}/endings/{ending}/file', permission: 'case.archive', summary: { zh: '判决或决定归入撤销婚姻类', en: 'File a judgment or decision in the class of annulments' }, params: z.strictObject({ id: Id, ending: z.coerce.number().int().min(0).max(9) }), body: actBodies.archive, reply: MarriageCase }),
  batchPapers: route({ id: 'batchPapers', method: 'POST', path: '/api/papers/batch', permission: 'case.print', summary: { zh: '多份合并为一个 PDF', en: 'Many papers as one PDF' }, body: z.strictObject({ papers: z.array(z.strictObject({ id: Id, paper: z.string().max(60), party: partyIndex.optional(), number: z.string().max(60).optional() })).min(1).max(2000) }), replyType: 'application/pdf' }),
  checkPaper: route({ id: 'checkPaper', method: 'POST', path: '/api/papers/check', permission: 'paper.check', summary: { zh: '验证纸质证件', en: 'Check a paper' }, body: z.strictObject({ code: z.string().min(4).max(400) }), reply: z.object({ verdict: z.enum(['genuine', 'altered', 'unknown', 'superseded', 'voided']), message: Text, number: z.string(), day: z.string(), names: z.array(z.string()), caseId: z.string().optional() }) }),
}
