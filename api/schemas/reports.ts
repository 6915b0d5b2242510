import { z } from 'zod'
import { ComplianceReport, DayFigures, Head, LateLine, Opening, TallyBook } from '../../domain/reports/shapes.ts'
import { Day, Done, Id, IdParams, Job, Month, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const period = { from: Day, to: Day }
const note = z.string().trim().max(400)
const windowIds = z.array(z.string().max(40)).min(1).max(20)

/** A day with its figures: frozen ones once it was closed, and those that stand now. `late` are lines for the day that came after it was closed or past, `enteredHere` those entered on this day for days before. */
export const DayReport = z.object({
  day: Day, closed: z.object({ at: z.string(), by: z.string(), note: z.string(), head: Head, figures: DayFigures }).nullable(), now: DayFigures,
  windows: z.array(z.object({ id: z.string(), title: Text })), kinds: z.array(z.object({ window: z.string(), kind: z.string(), title: Text, unit: Text })),
  late: z.array(LateLine), enteredHere: z.array(LateLine),
  /** Identifies the figures of `now`; closing names it, so that nobody signs what she did not see. */
  seen: z.string(), mayClose: z.boolean(), notes: z.array(z.object({ id: z.string(), line: Text })),
})
export type DayReport = z.infer<typeof DayReport>

export const dayRoutes = {
  getDayReport: route({ id: 'getDayReport', method: 'GET', path: '/api/days/{day}', permission: 'count.read', summary: { zh: '日结：一天的数', en: 'A day and its close' }, params: z.strictObject({ day: Day }), reply: DayReport }),
  listDays: route({ id: 'listDays', method: 'GET', path: '/api/days', permission: 'count.read', summary: { zh: '各日是否日结', en: 'Days and whether they are closed' }, query: z.strictObject({ month: Month }), reply: z.object({ month: z.string(), days: z.array(z.object({ day: Day, count: z.int(), closed: z.boolean(), at: z.string(), by: z.string(), late: z.int() })), unclosed: z.array(Day) }) }),
  /** Signs and freezes the figures of a day; `conflict` when they are no longer those that were seen, or the day is closed. */
  closeDay: route({ id: 'closeDay', method: 'POST', path: '/api/days/{day}/closing', permission: 'day.close', summary: { zh: '日结签认', en: 'Close a day' }, params: z.strictObject({ day: Day }), body: z.strictObject({ seen: z.string().max(80), note }), reply: DayReport }),
}

const MonthLine = z.object({ month: Month, running: z.boolean(), business: z.boolean(), unclosed: z.array(Day), closed: z.object({ at: z.string(), by: z.string(), second: z.string(), content: z.string() }).nullable() })
export const tallyRoutes = {
  /** The book of any period; for a closed month the book that was signed, unless `now` asks for the figures of today. */
  getTally: route({ id: 'getTally', method: 'GET', path: '/api/tally', permission: 'count.read', summary: { zh: '月报（任意期间）', en: 'The tally of a period' }, query: z.strictObject({ ...period, now: z.enum(['true', 'false']).optional() }), reply: z.object({ book: TallyBook, stored: z.boolean(), milliseconds: z.number() }) }),
  tallySheet: route({ id: 'tallySheet', method: 'GET', path: '/api/tally/sheet', permission: 'count.read', summary: { zh: '月报 PDF', en: 'The tally as PDF' }, query: z.strictObject({ ...period, now: z.enum(['true', 'false']).optional() }), replyType: 'application/pdf' }),
  tallyWorkbook: route({ id: 'tallyWorkbook', method: 'GET', path: '/api/tally/workbook', permission: 'count.read', summary: { zh: '月报 XLSX', en: 'The tally as XLSX' }, query: z.strictObject({ ...period, now: z.enum(['true', 'false']).optional() }), replyType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
  tallyCsv: route({ id: 'tallyCsv', method: 'GET', path: '/api/tally/csv', permission: 'count.read', summary: { zh: '月报 CSV', en: 'The tally as CSV' }, query: z.strictObject({ ...period, now: z.enum(['true', 'false']).optional(), encoding: z.enum(['utf-8', 'gb18030']).optional() }), replyType: 'text/csv' }),
  listMonths: route({ id: 'listMonths', method: 'GET', path: '/api/months', permission: 'count.read', summary: { zh: '各月是否月结', en: 'Months and whether they are closed' }, query: z.strictObject({ year: z.coerce.number().int().min(1950).max(2100) }), reply: z.object({ months: z.array(MonthLine) }) }),
  /** Signs the book of a month (two people) and puts it away; a burial month is closed with it. */
  closeMonth: route({ id: 'closeMonth', method: 'POST', path: '/api/months/{month}/closing', permission: 'month.close', summary: { zh: '月结签认', en: 'Close a month' }, params: z.strictObject({ month: Month }), body: z.strictObject({ note, second: SecondPerson }), reply: MonthLine }),
}

export const StoredReport = z.object({
  id: z.string(), report: z.enum(['compliance', 'tally']), ...period, windows: z.array(z.string()), at: z.string(), by: z.string(), head: Head, program: z.string(), content: z.string(), total: z.int(), passed: z.int(), failed: z.int(), unexamined: z.int(), note: z.string(),
  /** The last time it was made again, and whether the bytes were the same. */
  remade: z.object({ at: z.string(), same: z.boolean() }).nullable(),
})
export type StoredReport = z.infer<typeof StoredReport>

/** A report of the desk: the content, and for its failing cases what may be shown to this account (masked names). */
const ShownReport = z.object({ content: ComplianceReport, titles: z.record(z.string(), z.string()), milliseconds: z.number() })
export const complianceRoutes = {
  /** Runs the report as long work; its result is `{ run }`. */
  startCompliance: route({ id: 'startCompliance', method: 'POST', path: '/api/compliance', permission: 'report.read', summary: { zh: '生成合规报告', en: 'Run the compliance report' }, body: z.strictObject({ ...period, windows: windowIds.optional() }), reply: Job }),
  getComplianceRun: route({ id: 'getComplianceRun', method: 'GET', path: '/api/compliance/{id}', permission: 'report.read', summary: { zh: '刚生成的合规报告', en: 'A report just run' }, params: IdParams, reply: ShownReport }),
  complianceSheet: route({ id: 'complianceSheet', method: 'GET', path: '/api/compliance/{id}/sheet', permission: 'report.read', summary: { zh: '合规报告 PDF', en: 'The report as PDF' }, params: IdParams, replyType: 'application/pdf' }),
  storeReport: route({ id: 'storeReport', method: 'POST', path: '/api/reports', permission: 'report.store', summary: { zh: '合规报告存档', en: 'Put a report away' }, body: z.strictObject({ run: Id, note }), reply: StoredReport }),
  listReports: route({ id: 'listReports', method: 'GET', path: '/api/reports', permission: 'report.read', summary: { zh: '已存档的报告', en: 'Stored reports' }, query: z.strictObject({ report: z.enum(['compliance', 'tally']).optional(), after: z.string().max(40).optional(), limit: z.coerce.number().int().min(1).max(100).optional() }), reply: z.object({ reports: z.array(StoredReport), next: z.string().optional() }) }),
  getReport: route({ id: 'getReport', method: 'GET', path: '/api/reports/{id}', permission: 'report.read', summary: { zh: '一份存档报告', en: 'A stored report' }, params: IdParams, reply: z.object({ stored: StoredReport, content: ComplianceReport, titles: z.record(z.string(), z.string()) }) }),
  reportSheet: route({ id: 'reportSheet', method: 'GET', path: '/api/reports/{id}/sheet', permission: 'report.read', summary: { zh: '存档报告 PDF', en: 'A stored report as PDF' }, params: IdParams, replyType: 'application/pdf' }),
  /** Makes a stored report again from the journal up to its head, as long work; its result says whether the bytes are the same. */
  remakeReport: route({ id: 'remakeReport', method: 'POST', path: '/api/reports/{id}/remaking', permission: 'report.store', summary: { zh: '按日志重新生成并核对', en: 'Make a report again and compare' }, params: IdParams, reply: Job }),
}

const DrawnCase = z.object({ window: z.string(), caseId: z.string(), number: z.string(), day: z.string(), title: z.string(), examined: z.object({ result: z.enum(['pass', 'fail']), rules: z.array(z.string()), note: z.string(), at: z.string(), by: z.string() }).nullable() })
export const Drawing = z.object({ id: z.string(), at: z.string(), by: z.string(), ...period, windows: z.array(z.string()), seed: z.string(), population: z.int(), size: z.int(), passed: z.int(), failed: z.int(), note: z.string() })
export type Drawing = z.infer<typeof Drawing>
export const drawingRoutes = {
  listDrawings: route({ id: 'listDrawings', method: 'GET', path: '/api/drawings', permission: 'report.read', summary: { zh: '抽查', en: 'Sampled inspections' }, query: z.strictObject({ after: z.string().max(40).optional() }), reply: z.object({ drawings: z.array(Drawing), next: z.string().optional() }) }),
  draw: route({ id: 'draw', method: 'POST', path: '/api/drawings', permission: 'case.inspect', summary: { zh: '抽取案卷', en: 'Draw cases' }, body: z.strictObject({ ...period, windows: windowIds, size: z.int().min(1).max(500), seed: z.string().trim().max(64), note }), reply: Drawing }),
  getDrawing: route({ id: 'getDrawing', method: 'GET', path: '/api/drawings/{id}', permission: 'report.read', summary: { zh: '一次抽查', en: 'A sampled inspection' }, params: IdParams, reply: z.object({ drawing: Drawing, cases: z.array(DrawnCase), rules: z.array(z.object({ window: z.string(), rule: z.string(), title: Text })) }) }),
  examineDrawn: route({ id: 'examineDrawn', method: 'POST', path: '/api/drawings/{id}/examinations', permission: 'case.inspect', summary: { zh: '记录抽查结果', en: 'Record what was found' }, params: IdParams, body: z.strictObject({ window: z.string().max(40), caseId: z.string().max(80), result: z.enum(['pass', 'fail']), rules: z.array(z.string().max(120)).max(50), note }), reply: Done }),
  drawingSheet: route({ id: 'drawingSheet', method: 'GET', path: '/api/drawings/{id}/sheet', permission: 'report.read', summary: { zh: '抽查记录 PDF', en: 'The record of the inspection as PDF' }, params: IdParams, replyType: 'application/pdf' }),
}

/** A picture: one value for each label of each series, each with what opens its cases (null where none stand behind it). `form` says how it is drawn; a series has a `unit` of its own where the picture shows several, which are then drawn apart; `path` is the page of the report that it was drawn from. */
export const Picture = z.object({
  id: z.string(), title: Text, form: z.enum(['lines', 'bars', 'stacked', 'calendar', 'grid', 'ranked']), unit: Text, labelTitle: Text, note: Text.optional(), path: z.string().optional(),
  labels: z.array(z.object({ id: z.string(), title: Text })), series: z.array(z.object({ id: z.string(), title: Text, unit: Text.optional(), values: z.array(z.number().nullable()), open: z.array(Opening.nullable()) })),
})
export type Picture = z.infer<typeof Picture>
export const pictureIds = ['over-time', 'calendar', 'load', 'pass-rate', 'waivers', 'deadlines', 'stock'] as const

/** What waits for a hand, with the page of the desk where it is done; `items` are its first parts. */
export const Need = z.object({ id: z.string(), severity: z.enum(['stop', 'answer', 'information']), title: Text, count: z.int(), path: z.string(), items: z.array(z.object({ title: Text, path: z.string() })) })
export type Need = z.infer<typeof Need>
export const dashboardRoutes = {
  getPicture: route({ id: 'getPicture', method: 'GET', path: '/api/pictures/{picture}', permission: 'count.read', summary: { zh: '图表', en: 'A picture' }, params: z.strictObject({ picture: z.enum(pictureIds) }), query: z.strictObject({ ...period, window: z.string().max(40).optional(), kind: z.string().max(60).optional() }), reply: Picture }),
  /** Today, this month against the same days of the last and of the year before, what needs a hand, and the blank stock in days. */
  getDashboard: route({
    id: 'getDashboard', method: 'GET', path: '/api/dashboard', permission: 'count.read', summary: { zh: '总览', en: 'The manager’s dashboard' },
    reply: z.object({
      today: Day, figures: z.array(z.object({ window: z.string(), kind: z.string(), title: Text, unit: Text, today: z.int(), month: z.int(), monthBefore: z.int(), yearBefore: z.int() })),
      spans: z.object({ month: z.object(period), monthBefore: z.object(period), yearBefore: z.object(period) }), needs: z.array(Need),
      stock: z.array(z.object({ type: z.string(), title: Text, left: z.int(), perDay: z.number(), days: z.int().nullable() })), milliseconds: z.number(),
    }),
  }),
  getPreference: route({ id: 'getPreference', method: 'GET', path: '/api/preferences/{key}', permission: 'session', summary: { zh: '本人的版面', en: 'What an account keeps of its own desk' }, params: z.strictObject({ key: z.string().regex(/^[a-z-]{1,40}$/) }), reply: z.object({ value: z.unknown() }) }),
  putPreference: route({ id: 'putPreference', method: 'PUT', path: '/api/preferences/{key}', permission: 'session', summary: { zh: '保存本人的版面', en: 'Keep one’s own desk' }, params: z.strictObject({ key: z.string().regex(/^[a-z-]{1,40}$/) }), body: z.strictObject({ value: z.json() }), reply: Done }),
}
