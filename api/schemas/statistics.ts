import { z } from 'zod'
import { Opening } from '../../domain/reports/shapes.ts'
import { ReferenceTable } from '../../domain/statistics/reference.ts'
import { Day, Done, Reason, Text } from './common.ts'
import { route } from './route.ts'

const unit = z.enum(['对', '人', '件', '本'])
/** The identity that was checked, both its sides and whether it holds; `line` says it in words. */
export const IdentityLine = z.object({ id: z.string(), name: Text, unit, relation: z.enum(['=', '≤', 'even']), left: z.object({ label: Text, value: z.number() }), right: z.object({ label: Text, value: z.number() }), holds: z.boolean(), line: Text })
export type IdentityLine = z.infer<typeof IdentityLine>

/** A number of a table: the cells it is the sum of open its cases (`window` says in which list); null where nothing is defined. */
export const StatisticCell = z.object({ value: z.number(), share: z.number().nullable(), cells: z.array(z.string()), window: z.enum(['marriage', 'divorce', 'reissue', 'archive']).nullable() })
export const StatisticTable = z.object({
  id: z.string(), title: Text, unit, from: Day, to: Day,
  columns: z.array(z.object({ id: z.string(), title: Text })),
  rows: z.array(z.object({ id: z.string(), title: Text, from: Day, to: Day, cells: z.array(StatisticCell) })),
  identities: z.array(IdentityLine), milliseconds: z.number(),
})
export type StatisticTable = z.infer<typeof StatisticTable>

const period = { from: Day, to: Day }
const Matter = z.object({ code: z.string(), title: Text, unit, count: z.int(), window: z.string(), kind: z.string() })
/** A figure beside the office's own; `open` leads to the cases of its own, null where it has none. Amounts are in yuan; a target agrees once it is reached. */
const Comparison = z.object({ cell: z.string(), title: Text, window: z.string(), unit: z.string(), own: z.number(), published: z.number(), difference: z.number(), agrees: z.boolean(), open: Opening.nullable() })

export const statisticRoutes = {
  listStatistics: route({ id: 'listStatistics', method: 'GET', path: '/api/statistics', permission: 'count.read', summary: { zh: '统计表目录', en: 'Statistical tables' }, reply: z.object({ tables: z.array(z.object({ id: z.string(), title: Text, unit })) }) }),
  getStatistic: route({ id: 'getStatistic', method: 'GET', path: '/api/statistics/{table}', permission: 'count.read', summary: { zh: '一张统计表', en: 'One statistical table' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), reply: StatisticTable }),
  exportStatistic: route({ id: 'exportStatistic', method: 'GET', path: '/api/statistics/{table}/csv', permission: 'count.read', summary: { zh: '统计表 CSV', en: 'A table as CSV' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), replyType: 'text/csv' }),
  printStatistics: route({ id: 'printStatistics', method: 'GET', path: '/api/statistics/sheet', permission: 'count.read', summary: { zh: '统计表 PDF', en: 'Tables as PDF' }, query: z.strictObject({ ...period, tables: z.string().max(2000) }), replyType: 'application/pdf' }),
  listMatters: route({
    id: 'listMatters', method: 'GET', path: '/api/matters', permission: 'count.read', summary: { zh: '办理事项统计', en: 'Everything the window did' }, query: z.strictObject(period),
    reply: z.object({ ...period, matters: z.array(Matter), marriages: z.int(), divorces: z.int(), others: z.int(), identities: z.array(IdentityLine), sentence: Text }),
  }),
  listReferences: route({ id: 'listReferences', method: 'GET', path: '/api/references', permission: 'count.read', summary: { zh: '公布数据', en: 'Published figures' }, reply: z.object({ tables: z.array(ReferenceTable) }) }),
  saveReference: route({ id: 'saveReference', method: 'PUT', path: '/api/references/{id}', permission: 'reference.write', summary: { zh: '录入公布数据', en: 'Enter published figures' }, params: z.strictObject({ id: z.string().regex(/^[A-Za-z0-9._-]{1,60}$/) }), body: z.strictObject({ table: ReferenceTable, reason: Reason }), reply: ReferenceTable }),
  deleteReference: route({ id: 'deleteReference', method: 'DELETE', path: '/api/references/{id}', permission: 'reference.write', summary: { zh: '删除公布数据', en: 'Remove published figures' }, params: z.strictObject({ id: z.string().max(60) }), reply: Done }),
  compareReference: route({ id: 'compareReference', method: 'GET', path: '/api/references/{id}/comparison', permission: 'count.read', summary: { zh: '与公布数据比较', en: 'Compare with published figures' }, params: z.strictObject({ id: z.string().max(60) }), query: z.strictObject({ from: Day.optional(), to: Day.optional() }), reply: z.object({ table: ReferenceTable, ...period, rows: z.array(Comparison), identities: z.array(IdentityLine) }) }),
  /** Peak days: couples looked through beforehand, waiting, done, by the hour, and the booklets left. */
  peakBoard: route({
    id: 'peakBoard', method: 'GET', path: '/api/peak', permission: 'count.read', summary: { zh: '高峰日看板', en: 'Board of a peak day' }, query: z.strictObject({ day: Day.optional() }),
    reply: z.object({
      day: Day, now: z.string(), screened: z.int(), screenedDone: z.int(), waiting: z.int(), inWork: z.int(), done: z.int(), delivered: z.int(), lastHour: z.int(), perHour: z.number(),
      hours: z.array(z.object({ hour: z.int(), count: z.int() })), counters: z.array(z.object({ counter: z.string(), done: z.int() })), stock: z.array(z.object({ type: z.enum(['marriage', 'divorce']), title: Text, left: z.int(), couplesLeft: z.int() })),
    }),
  }),
}
