import { z } from 'zod'
import { BurialDraft } from './burial.ts'
import { DivorceFile } from '../../domain/divorce/file.ts'
import { MarriageFile } from '../../domain/marriage/file.ts'
import { PlaceNameFile } from '../../domain/place-names/case/file.ts'
import { ReissueFile } from '../../domain/reissue/file.ts'
import { Day, Done, Id, IdParams, type Job, Month, Reason, SecondPerson, Text } from './common.ts'
import { serial } from './case.ts'
import { route } from './route.ts'

export const DraftLine = z.object({ id: z.string(), window: z.string(), caseId: z.string().optional(), title: z.string(), account: z.string(), accountName: z.string(), counter: z.string(), savedAt: z.string() })
export type DraftLine = z.infer<typeof DraftLine>

export const workRoutes = {
  listDrafts: route({ id: 'listDrafts', method: 'GET', path: '/api/drafts', permission: 'case.write', summary: { zh: '草稿', en: 'Drafts' }, query: z.strictObject({ mine: z.enum(['true', 'false']).optional() }), reply: z.object({ drafts: z.array(DraftLine) }) }),
  getDraft: route({ id: 'getDraft', method: 'GET', path: '/api/drafts/{id}', permission: 'case.write', summary: { zh: '一份草稿', en: 'A draft' }, params: IdParams, reply: DraftLine.extend({ content: z.unknown() }) }),
  saveDraft: route({ id: 'saveDraft', method: 'PUT', path: '/api/drafts/{id}', permission: 'case.write', summary: { zh: '存草稿', en: 'Save a draft' }, params: IdParams, body: z.strictObject({ window: z.string().max(20), caseId: Id.optional(), title: z.string().max(120), content: z.union([MarriageFile, DivorceFile, ReissueFile, BurialDraft, PlaceNameFile]) }), largestBody: 8 * 1024 * 1024, reply: DraftLine }),
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
  /** The sheet of a day: the office's page and one a window, or that of one window alone. */
  daySheet: route({ id: 'daySheet', method: 'GET', path: '/api/day-sheet', permission: 'count.read', summary: { zh: '日报表 PDF', en: 'Day sheet as PDF' }, query: z.strictObject({ day: Day.optional(), window: z.string().max(40).optional() }), replyType: 'application/pdf' }),
}

const blankType = z.enum(['marriage', 'divorce'])
export const StockMonth = z.object({ type: blankType, from: Day, to: Day, opening: z.int(), received: z.int(), issued: z.int(), spoiled: z.int(), returned: z.int(), closing: z.int(), balanced: z.boolean(), certificates: z.int(), difference: z.int() })
export const StockRange = z.object({ id: z.string(), type: blankType, prefix: z.string(), first: z.string(), last: z.string(), count: z.int(), receivedOn: z.string(), from: z.string(), note: z.string() })
export const stockRoutes = {
  listStock: route({ id: 'listStock', method: 'GET', path: '/api/stock', permission: 'stock.read', summary: { zh: '空白证件库存', en: 'Blank stock' }, reply: z.object({ ranges: z.array(StockRange), balances: z.array(z.object({ type: blankType, title: Text, available: z.int(), issued: z.int(), spoiled: z.int(), returned: z.int(), daysLeft: z.int().nullable(), low: z.boolean() })) }) }),
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
