import { z } from 'zod'
import { CalendarNotice, CalendarRow, NoticeKind } from '../../domain/calendar/index.ts'
import { Day, Done, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const YearCheck = z.object({ year: z.int(), days: z.int(), weekends: z.int(), expected: z.int(), working: z.int(), holds: z.boolean() })
const notice = { kind: NoticeKind, year: z.int().min(2000).max(2200), title: z.string().trim().min(1).max(200), source: z.string().trim().min(1).max(200), published: Day }
/** Running divorce applications whose days the change would move: the days on their receipts hold until a registrar sets them anew. */
const Affected = z.object({ count: z.int(), cases: z.array(z.object({ id: z.string(), receiptNumber: z.string(), acceptedOn: Day, end1: Day, end2: Day, newEnd1: Day, newEnd2: Day })) })
export type Affected = z.infer<typeof Affected>

export const calendarRoutes = {
  getCalendar: route({
    id: 'getCalendar', method: 'GET', path: '/api/calendar', permission: 'session', summary: { zh: '节假日和调休', en: 'Rest days and make-up working days' },
    reply: z.object({ notices: z.array(CalendarNotice.extend({ shipped: z.boolean(), setAside: z.boolean() })), years: z.array(YearCheck), lastYear: z.int(), makeUpDayCountsAsWorking: z.boolean(), localDaysCount: z.boolean() }),
  }),
  getCalendarYear: route({ id: 'getCalendarYear', method: 'GET', path: '/api/calendar/{year}', permission: 'session', summary: { zh: '一年的休息日', en: 'A year day by day' }, params: z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) }), reply: z.object({ year: z.int(), days: z.array(z.object({ day: Day, weekday: z.int(), rest: z.boolean(), why: Text, notice: z.string() })), check: YearCheck }) }),
  previewCalendar: route({ id: 'previewCalendar', method: 'POST', path: '/api/calendar/preview', permission: 'calendar.write', summary: { zh: '预览导入的安排', en: 'Preview an import' }, body: z.strictObject({ ...notice, content: z.string().min(1).max(200_000) }), reply: z.object({ rows: z.array(CalendarRow), check: YearCheck, changes: z.array(z.object({ day: Day, off: z.boolean(), supersedes: z.string().optional() })), warnings: z.array(Text), affected: Affected }) }),
  addNotice: route({ id: 'addNotice', method: 'POST', path: '/api/calendar/notices', permission: 'calendar.write', summary: { zh: '录入放假安排', en: 'Enter a notice' }, body: z.strictObject({ ...notice, content: z.string().min(1).max(200_000), reason: Reason, second: SecondPerson }), reply: Done.extend({ id: z.string(), affected: Affected }) }),
  setNoticeAside: route({ id: 'setNoticeAside', method: 'POST', path: '/api/calendar/notices/{id}/set-aside', permission: 'calendar.write', summary: { zh: '停用一条安排', en: 'Set a notice aside' }, params: z.strictObject({ id: z.string().max(60) }), body: z.strictObject({ reason: Reason, second: SecondPerson }), reply: Done.extend({ affected: Affected }) }),
}

/** A paper of the catalogue with its layout's version and the office's texts. */
export const PaperText = z.object({ paper: z.string(), window: z.string(), title: Text, version: z.string(), from: z.string(), source: Text, officialLayout: z.boolean(), needs: z.array(Text), texts: z.array(z.object({ key: z.string(), default: z.string(), own: z.string() })) })
export const paperTextRoutes = {
  listPapers: route({ id: 'listPapers', method: 'GET', path: '/api/papers', permission: 'setting.read', summary: { zh: '文书目录和用语', en: 'Catalogue of papers and their texts' }, reply: z.object({ papers: z.array(PaperText) }) }),
  changePaperTexts: route({ id: 'changePaperTexts', method: 'PUT', path: '/api/papers/{paper}/texts', permission: 'setting.write', summary: { zh: '改文书用语', en: 'Change the texts of a paper' }, params: z.strictObject({ paper: z.string().max(60) }), body: z.strictObject({ texts: z.record(z.string().max(40), z.string().max(2000)), reason: Reason }), reply: PaperText }),
  /** The paper as it would look, filled with marked sample facts. */
  previewPaper: route({ id: 'previewPaper', method: 'POST', path: '/api/papers/{paper}/preview', permission: 'setting.read', summary: { zh: '文书样张 PDF', en: 'A specimen of a paper' }, params: z.strictObject({ paper: z.string().max(60) }), body: z.strictObject({ texts: z.record(z.string().max(40), z.string().max(2000)) }), replyType: 'application/pdf' }),
}
