import { z } from 'zod'
import { MarriageState } from '../../domain/marriage/actions.ts'
import { MarriageFile, MarriageKind } from '../../domain/marriage/file.ts'
import { Day, Done, Finding, Id, IdParams, type Job, Month, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const serial = z.string().trim().min(1).max(20)
const partyIndex = z.union([z.literal(0), z.literal(1)])
const revision = z.int().nonnegative()

/** A line of a list; names and identity numbers are masked (张*, 440***********0014). */
export const MarriageLine = z.object({
  id: z.string(), revision, state: MarriageState, kind: MarriageKind, number: z.string(), day: z.string(), openedAt: z.string(), names: z.tuple([z.string(), z.string()]), identityNumbers: z.tuple([z.string(), z.string()]),
  serials: z.tuple([z.string(), z.string()]), registrar: z.string(), registrarName: z.string(), counter: z.string(),
})
export type MarriageLine = z.infer<typeof MarriageLine>

/** A paper that stands ready for a case. `paper` is the id of the template, `party` which of the two where there is one each. */
export const PaperLine = z.object({ paper: z.string(), party: partyIndex.optional(), title: Text, version: z.string(), ready: z.boolean(), why: Text.optional(), printed: z.array(z.object({ at: z.string(), by: z.string(), mode: z.string() })) })
export type PaperLine = z.infer<typeof PaperLine>

export const InspectionItem = z.object({ item: z.string(), point: z.int().min(1).max(13), title: Text, law: Text, result: z.enum(['pass', 'fail', 'notApplicable', 'unexamined']), message: Text.optional(), attested: z.boolean(), attestable: z.boolean(), by: z.string().optional(), at: z.string().optional() })
export type InspectionItem = z.infer<typeof InspectionItem>

/** A case as its page shows it, unmasked; showing it is logged. */
export const MarriageCase = z.object({
  id: z.string(), revision, state: MarriageState, file: MarriageFile, number: z.string(), day: z.string(), serials: z.tuple([z.string(), z.string()]), registrar: z.string(), registrarName: z.string(), counter: z.string(), openedAt: z.string(),
  /** Acts this account may do now (action kinds). */
  acts: z.array(z.string()), findings: z.array(Finding), passed: z.int(), papers: z.array(PaperLine), inspection: z.object({ verdict: z.enum(['qualified', 'failed', 'unexamined', 'notApplicable']), items: z.array(InspectionItem) }),
  refusal: z.object({ day: z.string(), grounds: z.array(z.object({ rule: z.string(), law: z.string(), reason: z.string() })) }).nullable(),
  archive: z.object({ fonds: z.string(), year: z.int(), officeFileNumber: z.int(), archiveFileNumber: z.string(), pages: z.int() }).nullable(),
  proofread: z.array(z.string()),
  /** What must be ticked at the proof-reading: paths of the case with their names. */
  proofreadFields: z.array(z.object({ field: z.string(), title: Text })),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actor: z.string(), actorName: z.string(), counter: z.string(), kind: z.string(), title: Text, reason: z.string(), second: z.string() })),
})
export type MarriageCase = z.infer<typeof MarriageCase>

export const CheckReply = z.object({
  findings: z.array(Finding), passed: z.int(),
  /** Papers this couple must bring (§4), for the list to tick. */
  required: z.array(z.object({ type: z.string(), party: z.union([partyIndex, z.literal('both')]), title: Text, law: Text, supplied: z.boolean() })),
  /** True when nothing stops the decision. */
  ready: z.boolean(),
})
export type CheckReply = z.infer<typeof CheckReply>

export const DraftLine = z.object({ id: z.string(), window: z.string(), caseId: z.string().optional(), title: z.string(), account: z.string(), accountName: z.string(), counter: z.string(), savedAt: z.string() })
export type DraftLine = z.infer<typeof DraftLine>

export const MarriageQuery = z.strictObject({
  state: z.string().max(120).optional(), kind: MarriageKind.optional(), from: Day.optional(), to: Day.optional(), registrar: z.string().max(64).optional(), counter: z.string().max(20).optional(),
  inspection: z.enum(['qualified', 'failed', 'unexamined']).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
})

export const marriageRoutes = {
  checkMarriage: route({ id: 'checkMarriage', method: 'POST', path: '/api/marriages/check', permission: 'case.check', summary: { zh: '只检查不保存', en: 'Check without saving' }, body: z.strictObject({ file: MarriageFile, stage: z.enum(['typing', 'decision']).optional(), day: Day.optional(), caseId: Id.optional() }), reply: CheckReply }),
  listMarriages: route({ id: 'listMarriages', method: 'GET', path: '/api/marriages', permission: 'case.search', summary: { zh: '结婚登记台账', en: 'Marriage cases' }, query: MarriageQuery, reply: z.object({ rows: z.array(MarriageLine), next: z.string().optional(), count: z.int() }) }),
  exportMarriages: route({ id: 'exportMarriages', method: 'POST', path: '/api/marriages/export', permission: 'case.export', summary: { zh: '导出台账(CSV，已遮蔽，须写用途)', en: 'Export the list (CSV, masked, purpose asked)' }, body: z.strictObject({ filter: MarriageQuery.omit({ after: true, limit: true }), purpose: Reason }), replyType: 'text/csv' }),
  openMarriage: route({ id: 'openMarriage', method: 'POST', path: '/api/marriages', permission: 'case.write', summary: { zh: '受理', en: 'Open a case' }, body: z.strictObject({ file: MarriageFile, draft: Id.optional() }), reply: MarriageCase }),
  getMarriage: route({ id: 'getMarriage', method: 'GET', path: '/api/marriages/{id}', permission: 'case.read', summary: { zh: '案件', en: 'A case' }, params: IdParams, reply: MarriageCase }),
  amendMarriage: route({ id: 'amendMarriage', method: 'PATCH', path: '/api/marriages/{id}', permission: 'case.write', summary: { zh: '修改（决定前）', en: 'Amend before the decision' }, params: IdParams, body: z.strictObject({ revision, changes: MarriageFile.partial(), draft: Id.optional() }), reply: MarriageCase }),
  recordNetworkCheck: route({ id: 'recordNetworkCheck', method: 'POST', path: '/api/marriages/{id}/network-checks', permission: 'case.write', summary: { zh: '记录联网核对', en: 'Record a network check' }, params: IdParams, body: z.strictObject({ revision, party: partyIndex, identity: z.enum(['match', 'mismatch', 'unavailable']), maritalStatus: z.string().max(2), note: z.string().max(400), proof: z.string().max(400) }), reply: MarriageCase }),
  registerMarriage: route({ id: 'registerMarriage', method: 'POST', path: '/api/marriages/{id}/registration', permission: 'case.decide', summary: { zh: '准予登记', en: 'Register' }, params: IdParams, body: z.strictObject({ revision, serials: z.tuple([serial, serial]), opinion: z.string().max(200).optional() }), reply: MarriageCase }),
  refuseMarriage: route({ id: 'refuseMarriage', method: 'POST', path: '/api/marriages/{id}/refusal', permission: 'case.decide', summary: { zh: '不予办理', en: 'Refuse' }, params: IdParams, body: z.strictObject({ revision, grounds: z.array(z.strictObject({ rule: z.string().max(80), reason: Reason })).min(1).max(10) }), reply: MarriageCase }),
  abandonMarriage: route({ id: 'abandonMarriage', method: 'POST', path: '/api/marriages/{id}/abandonment', permission: 'case.write', summary: { zh: '当事人放弃办理', en: 'The parties give up' }, params: IdParams, body: z.strictObject({ revision, reason: Reason }), reply: MarriageCase }),
  proofreadMarriage: route({ id: 'proofreadMarriage', method: 'POST', path: '/api/marriages/{id}/proof-reading', permission: 'case.deliver', summary: { zh: '校对', en: 'Proof-read' }, params: IdParams, body: z.strictObject({ revision, ticked: z.array(z.string().max(60)).min(1).max(60) }), reply: MarriageCase }),
  deliverMarriage: route({ id: 'deliverMarriage', method: 'POST', path: '/api/marriages/{id}/delivery', permission: 'case.deliver', summary: { zh: '发证', en: 'Hand over' }, params: IdParams, body: z.strictObject({ revision, parties: z.tuple([z.strictObject({ present: z.boolean(), identityAsked: z.boolean(), signed: z.boolean(), fingerprint: z.boolean() }), z.strictObject({ present: z.boolean(), identityAsked: z.boolean(), signed: z.boolean(), fingerprint: z.boolean() })]) }), reply: MarriageCase }),
  reprintMarriage: route({ id: 'reprintMarriage', method: 'POST', path: '/api/marriages/{id}/reprint', permission: 'case.deliver', summary: { zh: '证件作废重打', en: 'Spoiled booklet: print another' }, params: IdParams, body: z.strictObject({ revision, party: partyIndex, serial, reason: Reason, second: SecondPerson }), reply: MarriageCase }),
  correctMarriage: route({ id: 'correctMarriage', method: 'POST', path: '/api/marriages/{id}/correction', permission: 'case.correct', summary: { zh: '更正', en: 'Correct' }, params: IdParams, body: z.strictObject({ revision, changes: MarriageFile.partial(), serials: z.tuple([serial, serial]).optional(), reason: Reason, second: SecondPerson }), reply: MarriageCase }),
  voidMarriage: route({ id: 'voidMarriage', method: 'POST', path: '/api/marriages/{id}/void', permission: 'case.void', summary: { zh: '登记作废', en: 'Void' }, params: IdParams, body: z.strictObject({ revision, recovered: z.boolean(), reason: Reason, second: SecondPerson }), reply: MarriageCase }),
  inspectMarriage: route({ id: 'inspectMarriage', method: 'POST', path: '/api/marriages/{id}/inspection', permission: 'case.inspect', summary: { zh: '档案检查', en: 'Inspect the file' }, params: IdParams, body: z.strictObject({ revision, items: z.array(z.strictObject({ item: z.string().max(60), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string().max(400) })).min(1).max(60) }), reply: MarriageCase }),
  archiveMarriage: route({ id: 'archiveMarriage', method: 'POST', path: '/api/marriages/{id}/archive', permission: 'case.archive', summary: { zh: '归档', en: 'File in the archive' }, params: IdParams, body: z.strictObject({ revision, officeFileNumber: z.int().positive().optional(), archiveFileNumber: z.string().max(20), pages: z.int().positive().max(2000) }), reply: MarriageCase }),
  getMarriagePaper: route({ id: 'getMarriagePaper', method: 'GET', path: '/api/marriages/{id}/papers/{paper}', permission: 'case.print', summary: { zh: '证书或文书 PDF', en: 'A paper as PDF' }, params: z.strictObject({ id: Id, paper: z.string().max(60) }), query: z.strictObject({ party: z.enum(['0', '1']).optional(), mode: z.enum(['whole', 'overprint']).optional(), printer: z.string().max(100).optional(), tray: z.string().max(40).optional() }), replyType: 'application/pdf' }),
  recordPrinted: route({ id: 'recordPrinted', method: 'POST', path: '/api/marriages/{id}/printed', permission: 'case.print', summary: { zh: '记录已打印', en: 'Record a printing' }, params: IdParams, body: z.strictObject({ paper: z.string().max(60), party: partyIndex.optional(), mode: z.enum(['whole', 'overprint']), printer: z.string().max(100) }), reply: Done }),
  batchPapers: route({ id: 'batchPapers', method: 'POST', path: '/api/papers/batch', permission: 'case.print', summary: { zh: '多份合并为一个 PDF', en: 'Many papers as one PDF' }, body: z.strictObject({ papers: z.array(z.strictObject({ id: Id, paper: z.string().max(60), party: partyIndex.optional() })).min(1).max(2000) }), replyType: 'application/pdf' }),
  checkPaper: route({ id: 'checkPaper', method: 'POST', path: '/api/papers/check', permission: 'paper.check', summary: { zh: '验证纸质证件', en: 'Check a paper' }, body: z.strictObject({ code: z.string().min(4).max(400) }), reply: z.object({ verdict: z.enum(['genuine', 'altered', 'unknown', 'superseded', 'voided']), message: Text, number: z.string(), day: z.string(), names: z.array(z.string()), caseId: z.string().optional() }) }),
  inspectionRun: route({
    id: 'inspectionRun', method: 'GET', path: '/api/inspections', permission: 'count.read', summary: { zh: '登记合格率', en: 'Registration pass rate' }, query: z.strictObject({ from: Day, to: Day }),
    reply: z.object({ from: Day, to: Day, total: z.int(), qualified: z.int(), failed: z.int(), unexamined: z.int(), numerator: z.int(), denominator: z.int(), byItem: z.array(z.object({ item: z.string(), title: Text, pass: z.int(), fail: z.int(), notApplicable: z.int(), unexamined: z.int() })), failing: z.array(z.object({ line: MarriageLine, items: z.array(z.object({ item: z.string(), message: Text })) })), failingMore: z.boolean() }),
  }),
}

export const workRoutes = {
  listDrafts: route({ id: 'listDrafts', method: 'GET', path: '/api/drafts', permission: 'case.write', summary: { zh: '草稿', en: 'Drafts' }, query: z.strictObject({ mine: z.enum(['true', 'false']).optional() }), reply: z.object({ drafts: z.array(DraftLine) }) }),
  getDraft: route({ id: 'getDraft', method: 'GET', path: '/api/drafts/{id}', permission: 'case.write', summary: { zh: '一份草稿', en: 'A draft' }, params: IdParams, reply: DraftLine.extend({ content: z.unknown() }) }),
  saveDraft: route({ id: 'saveDraft', method: 'PUT', path: '/api/drafts/{id}', permission: 'case.write', summary: { zh: '存草稿', en: 'Save a draft' }, params: IdParams, body: z.strictObject({ window: z.string().max(20), caseId: Id.optional(), title: z.string().max(120), content: MarriageFile }), reply: DraftLine }),
  deleteDraft: route({ id: 'deleteDraft', method: 'DELETE', path: '/api/drafts/{id}', permission: 'case.write', summary: { zh: '删草稿', en: 'Delete a draft' }, params: IdParams, reply: Done }),
  search: route({ id: 'search', method: 'GET', path: '/api/search', permission: 'case.search', summary: { zh: '查找', en: 'Find' }, query: z.strictObject({ q: z.string().trim().min(1).max(60), limit: z.coerce.number().int().min(1).max(50).optional() }), reply: z.object({ hits: z.array(z.object({ window: z.string(), caseId: z.string(), matched: z.string(), value: z.string(), title: z.string(), state: z.string(), day: z.string(), number: z.string() })) }) }),
  putFile: route({ id: 'putFile', method: 'POST', path: '/api/files', permission: 'case.write', summary: { zh: '存扫描件或照片', en: 'Store a scan or photo' }, query: z.strictObject({ use: z.enum(['scan', 'photo']) }), bodyTypes: ['application/pdf', 'image/png', 'image/jpeg'], reply: z.object({ hash: z.string(), type: z.enum(['application/pdf', 'image/png', 'image/jpeg']), bytes: z.int(), pages: z.int(), width: z.int().optional(), height: z.int().optional() }) }),
  getFile: route({ id: 'getFile', method: 'GET', path: '/api/files/{hash}', permission: 'case.read', summary: { zh: '取扫描件或照片', en: 'A scan or photo' }, params: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/) }), replyType: 'application/octet-stream' }),
  readCard: route({ id: 'readCard', method: 'POST', path: '/api/identity-card', permission: 'case.check', summary: { zh: '解析读卡数据（粘贴或键盘口）', en: 'Read a card’s data (paste or keyboard wedge)' }, body: z.strictObject({ text: z.string().min(2).max(4000) }), reply: z.object({ party: z.record(z.string(), z.unknown()), problems: z.array(z.object({ field: z.string(), message: Text })) }) }),
}

const Count = z.object({ window: z.string(), kind: z.string(), title: Text, unit: Text, count: z.int() })
export const countRoutes = {
  dayCounts: route({ id: 'dayCounts', method: 'GET', path: '/api/counts/day', permission: 'count.read', summary: { zh: '当日数', en: 'Counts of a day' }, query: z.strictObject({ day: Day.optional() }), reply: z.object({ day: Day, kinds: z.array(Count), hours: z.array(z.object({ kind: z.string(), hour: z.int(), count: z.int() })), open: z.array(z.object({ state: z.string(), title: Text, count: z.int() })) }) }),
  monthCounts: route({ id: 'monthCounts', method: 'GET', path: '/api/counts/month', permission: 'count.read', summary: { zh: '当月按日', en: 'A month by day' }, query: z.strictObject({ month: Month }), reply: z.object({ month: z.string(), kinds: z.array(Count), days: z.array(z.object({ day: Day, kind: z.string(), count: z.int() })) }) }),
  yearCounts: route({ id: 'yearCounts', method: 'GET', path: '/api/counts/year', permission: 'count.read', summary: { zh: '当年按月', en: 'A year by month' }, query: z.strictObject({ year: z.coerce.number().int().min(1950).max(2100) }), reply: z.object({ year: z.int(), kinds: z.array(Count), months: z.array(z.object({ month: z.string(), kind: z.string(), count: z.int() })) }) }),
  daySheet: route({ id: 'daySheet', method: 'GET', path: '/api/day-sheet', permission: 'count.read', summary: { zh: '日报表 PDF', en: 'Day sheet as PDF' }, query: z.strictObject({ day: Day.optional() }), replyType: 'application/pdf' }),
}

const blankType = z.enum(['marriage', 'divorce'])
export const StockMonth = z.object({ type: blankType, from: Day, to: Day, opening: z.int(), received: z.int(), issued: z.int(), spoiled: z.int(), returned: z.int(), closing: z.int(), balanced: z.boolean(), certificates: z.int(), difference: z.int() })
export const StockRange = z.object({ id: z.string(), type: blankType, prefix: z.string(), first: z.string(), last: z.string(), count: z.int(), receivedOn: z.string(), from: z.string(), note: z.string() })
export const stockRoutes = {
  listStock: route({ id: 'listStock', method: 'GET', path: '/api/stock', permission: 'stock.read', summary: { zh: '空白证件库存', en: 'Blank stock' }, reply: z.object({ ranges: z.array(StockRange), balances: z.array(z.object({ type: blankType, title: Text, available: z.int(), issued: z.int(), spoiled: z.int(), returned: z.int(), daysLeft: z.number().nullable() })) }) }),
  nextBlanks: route({ id: 'nextBlanks', method: 'GET', path: '/api/stock/next', permission: 'stock.read', summary: { zh: '下一个印制号', en: 'Next serials' }, query: z.strictObject({ type: blankType, count: z.coerce.number().int().min(1).max(20).optional() }), reply: z.object({ serials: z.array(z.string()) }) }),
  findBlank: route({ id: 'findBlank', method: 'GET', path: '/api/stock/blanks/{serial}', permission: 'stock.read', summary: { zh: '查印制号', en: 'Find a serial' }, params: z.strictObject({ serial }), reply: z.object({ found: z.array(z.object({ type: blankType, state: z.enum(['available', 'issued', 'spoiled', 'returned']), caseId: z.string(), rangeId: z.string() })) }) }),
  receiveBlanks: route({ id: 'receiveBlanks', method: 'POST', path: '/api/stock/receipts', permission: 'stock.receive', summary: { zh: '入库', en: 'Receive blanks' }, body: z.strictObject({ type: blankType, first: serial, last: serial, receivedOn: Day, from: z.string().trim().min(1).max(60), note: z.string().max(200) }), reply: StockRange }),
  spoilBlank: route({ id: 'spoilBlank', method: 'POST', path: '/api/stock/spoiled', permission: 'stock.spoil', summary: { zh: '空白证件作废', en: 'Spoil a blank' }, body: z.strictObject({ type: blankType, serial, reason: Reason, second: SecondPerson }), reply: Done }),
  returnBlanks: route({ id: 'returnBlanks', method: 'POST', path: '/api/stock/returns', permission: 'stock.reconcile', summary: { zh: '上交', en: 'Hand blanks up' }, body: z.strictObject({ type: blankType, first: serial, last: serial, to: z.string().trim().min(1).max(60), reason: Reason, second: SecondPerson }), reply: Done }),
  stockMonth: route({ id: 'stockMonth', method: 'GET', path: '/api/stock/months', permission: 'stock.read', summary: { zh: '月度对账', en: 'Monthly reconciliation' }, query: z.strictObject({ month: Month }), reply: z.object({ month: z.string(), types: z.array(StockMonth), reconciled: z.object({ at: z.string(), by: z.string() }).nullable() }) }),
  reconcileStock: route({ id: 'reconcileStock', method: 'POST', path: '/api/stock/months', permission: 'stock.reconcile', summary: { zh: '盘点签认', en: 'Sign the month’s count' }, body: z.strictObject({ month: Month, counted: z.array(z.strictObject({ type: blankType, count: z.int().nonnegative() })).min(1), note: z.string().max(400) }), reply: Done }),
  stockSheet: route({ id: 'stockSheet', method: 'GET', path: '/api/stock/sheet', permission: 'stock.read', summary: { zh: '对账表 PDF', en: 'Reconciliation as PDF' }, query: z.strictObject({ month: Month }), replyType: 'application/pdf' }),
}

const Point = z.strictObject({ x: z.number().min(-500).max(500), y: z.number().min(-500).max(500) }) // mm
export const Affine = z.strictObject({ a: z.number(), b: z.number(), c: z.number(), d: z.number(), e: z.number(), f: z.number() })
export const Calibration = z.object({ printer: z.string(), tray: z.string(), affine: Affine, points: z.array(z.object({ wanted: Point, observed: Point })), residual: z.number(), at: z.string(), by: z.string() })
export type Calibration = z.infer<typeof Calibration>
const printerTray = { printer: z.string().trim().min(1).max(100), tray: z.string().trim().min(1).max(40) }
export const printerRoutes = {
  listCalibrations: route({ id: 'listCalibrations', method: 'GET', path: '/api/printers', permission: 'setting.read', summary: { zh: '打印机校准', en: 'Printer calibrations' }, reply: z.object({ calibrations: z.array(Calibration), certificateMode: z.enum(['whole', 'overprint']), defaultPrinter: z.string() }) }),
  calibrate: route({ id: 'calibrate', method: 'PUT', path: '/api/printers', permission: 'printer.calibrate', summary: { zh: '保存校准', en: 'Save a calibration' }, body: z.strictObject({ ...printerTray, observed: z.array(Point).length(5), reason: Reason }), reply: Calibration }),
  calibrationSheet: route({ id: 'calibrationSheet', method: 'GET', path: '/api/printers/sheet', permission: 'printer.calibrate', summary: { zh: '校准页 PDF', en: 'Calibration sheet' }, query: z.strictObject({ printer: z.string().max(100).optional(), tray: z.string().max(40).optional(), sheet: z.enum(['crosses', 'test']) }), replyType: 'application/pdf' }),
  listFonts: route({ id: 'listFonts', method: 'GET', path: '/api/fonts', permission: 'setting.read', summary: { zh: '字体与覆盖', en: 'Fonts and coverage' }, reply: z.object({ stacks: z.array(z.object({ id: z.string(), title: Text, standard: z.int(), standardOf: z.int(), level3: z.int(), level3Of: z.int() })), office: z.object({ name: z.string(), standard: z.int(), embeddable: z.boolean(), hash: z.string() }).nullable() }) }),
  putFont: route({ id: 'putFont', method: 'POST', path: '/api/fonts', permission: 'font.write', summary: { zh: '加本处字体（如仿宋）', en: 'Add the office’s own font' }, bodyTypes: ['font/ttf', 'application/octet-stream'], reply: z.object({ name: z.string(), standard: z.int(), embeddable: z.boolean(), hash: z.string() }) }),
}
export type JobReply = z.infer<typeof Job>
