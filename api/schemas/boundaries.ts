import { z } from 'zod'
import { boundaryActions as bodies, BoundaryFacts } from '../../domain/place-names/boundaries/actions.ts'
import { irregularActions, IrregularFacts } from '../../domain/place-names/irregular/actions.ts'
import { PlaceNameProfile } from '../../domain/place-names/profile.ts'
import { revision } from './case.ts'
import { Day, Finding, IdParams, Reason, SecondPerson, Text } from './common.ts'
import { ReportCard } from './place-names.ts'
import { route } from './route.ts'

const History = z.array(z.object({ seq: z.number(), at: z.string(), actorName: z.string(), kind: z.string(), title: Text, reason: z.string() }))
const BoundaryLine = z.object({ id: z.string(), revision, state: z.enum(['standing', 'ended']), name: z.string(), code: z.string(), level: z.string(), levelTitle: Text, neighbours: z.array(z.string()), lengthKilometres: z.number(), markers: z.int(), openMarkers: z.int(), lastInspection: z.string(), nextInspection: z.string(), overdue: z.boolean() })
export const Boundary = BoundaryLine.extend({
  facts: BoundaryFacts, inspections: z.array(bodies['boundary.inspected'].extend({ filed: bodies['boundary.resultFiled'].nullable() })), mended: z.array(bodies['boundary.markerMended']), ended: bodies['boundary.ended'].nullable(), wrong: z.array(z.string()), findings: z.array(Finding), acts: z.array(z.string()), history: History,
})
export type Boundary = z.infer<typeof Boundary>
const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
export const BoundaryAct = z.discriminatedUnion('kind', [
  act('described', bodies['boundary.described'].shape),
  /** `inspection` is regular or extra, for `kind` is that of the act. */
  act('inspected', { ...bodies['boundary.inspected'].omit({ kind: true }).shape, inspection: bodies['boundary.inspected'].shape.kind }),
  act('resultFiled', bodies['boundary.resultFiled'].shape),
  act('markerMended', bodies['boundary.markerMended'].shape),
  act('ended', bodies['boundary.ended'].shape),
])
export type BoundaryAct = z.infer<typeof BoundaryAct>
const PlanLine = z.object({ line: z.string(), name: z.string(), by: z.string(), lead: z.string(), inspectedOn: z.string(), onTime: z.boolean().nullable(), filed: z.boolean(), report: z.string() })
export const YearPlan = z.object({ year: z.int(), document: z.string(), set: z.boolean(), lines: z.array(PlanLine), proposed: z.array(z.object({ line: z.string(), name: z.string(), by: z.string(), lead: z.string(), overdue: z.boolean() })), planned: z.int(), done: z.int(), onTime: z.int(), filed: z.int(), extra: z.int(), unplanned: z.array(z.object({ line: z.string(), name: z.string() })) })

const IrregularLine = z.object({ id: z.string(), revision, facts: IrregularFacts, foundOn: z.string(), notices: z.array(irregularActions['irregularName.noticed']), interviews: z.array(irregularActions['irregularName.interviewed']), settled: irregularActions['irregularName.settled'].nullable(), due: z.string(), overdue: z.boolean(), acts: z.array(z.string()) })
export const IrregularAct = z.discriminatedUnion('kind', [
  act('noticed', { ...irregularActions['irregularName.noticed'].omit({ number: true }).shape, number: z.string().max(200) }),
  act('interviewed', irregularActions['irregularName.interviewed'].shape),
  act('settled', irregularActions['irregularName.settled'].shape),
])

export const boundaryRoutes = {
  listBoundaries: route({ id: 'listBoundaries', method: 'GET', path: '/api/boundaries', permission: 'case.search', summary: { zh: '行政区域界线', en: 'Boundaries' }, reply: z.object({ lines: z.array(BoundaryLine) }) }),
  getBoundary: route({ id: 'getBoundary', method: 'GET', path: '/api/boundaries/{id}', permission: 'case.read', summary: { zh: '界线', en: 'A boundary' }, params: IdParams, reply: Boundary }),
  registerBoundary: route({ id: 'registerBoundary', method: 'POST', path: '/api/boundaries', permission: 'ground.write', summary: { zh: '登记界线', en: 'Register a boundary' }, body: z.strictObject({ day: Day, facts: BoundaryFacts }), reply: Boundary }),
  actOnBoundary: route({ id: 'actOnBoundary', method: 'POST', path: '/api/boundaries/{id}/acts', permission: 'ground.write', summary: { zh: '联检、备案、修复界桩、变更、撤销', en: 'An act on a boundary' }, params: IdParams, body: z.strictObject({ revision, act: BoundaryAct }), reply: Boundary }),
  getBoundaryPlan: route({ id: 'getBoundaryPlan', method: 'GET', path: '/api/boundary-plans/{year}', permission: 'case.search', summary: { zh: '年度联检计划', en: 'The inspection plan of a year' }, params: z.strictObject({ year: z.coerce.number().int().min(1990).max(2200) }), reply: YearPlan }),
  setBoundaryPlan: route({ id: 'setBoundaryPlan', method: 'PUT', path: '/api/boundary-plans/{year}', permission: 'ground.write', summary: { zh: '确定年度计划', en: 'Set the plan of a year' }, params: z.strictObject({ year: z.coerce.number().int().min(1990).max(2200) }), body: z.strictObject({ day: Day, document: z.string().max(100), lines: bodies['boundaryPlan.set'].shape.lines }), reply: YearPlan }),
  getBoundaryPaper: route({ id: 'getBoundaryPaper', method: 'GET', path: '/api/boundaries/{id}/inspection-sheet', permission: 'case.print', summary: { zh: '界线联检记录表 PDF', en: 'The sheet of an inspection' }, params: IdParams, query: z.strictObject({ report: z.string().max(100) }), replyType: 'application/pdf' }),

  listIrregular: route({ id: 'listIrregular', method: 'GET', path: '/api/irregular-names', permission: 'case.search', summary: { zh: '不规范地名', en: 'Irregular names' }, query: z.strictObject({ open: z.enum(['true', 'false']).optional(), from: Day.optional(), to: Day.optional() }), reply: z.object({ rows: z.array(IrregularLine) }) }),
  findIrregular: route({ id: 'findIrregular', method: 'POST', path: '/api/irregular-names', permission: 'ground.write', summary: { zh: '登记不规范地名', en: 'Record an irregular name' }, body: z.strictObject({ day: Day, facts: IrregularFacts }), reply: IrregularLine }),
  actOnIrregular: route({ id: 'actOnIrregular', method: 'POST', path: '/api/irregular-names/{id}/acts', permission: 'ground.write', summary: { zh: '整改通知、约谈、办结', en: 'An act on it' }, params: IdParams, body: z.strictObject({ revision, act: IrregularAct }), reply: IrregularLine }),
  getIrregularPaper: route({ id: 'getIrregularPaper', method: 'GET', path: '/api/irregular-names/{id}/notice', permission: 'case.print', summary: { zh: '整改通知书 PDF', en: 'The notice to put it right' }, params: IdParams, query: z.strictObject({ number: z.string().max(200).optional() }), replyType: 'application/pdf' }),
}

// Profile

const ProfileVersion = z.object({ day: z.string(), at: z.string(), byName: z.string(), secondName: z.string(), reason: z.string(), inForce: z.boolean() })
export const placeNameProfileRoutes = {
  /** The version in force on a day (today), with every version there was; `shipped` when none was set yet. */
  getPlaceNameProfile: route({ id: 'getPlaceNameProfile', method: 'GET', path: '/api/place-name-profile', permission: 'setting.read', summary: { zh: '本地规定', en: 'The office’s own rules on names' }, query: z.strictObject({ on: Day.optional() }), reply: z.object({ profile: PlaceNameProfile, shipped: z.boolean(), versions: z.array(ProfileVersion), findings: z.array(Finding), classes: z.array(z.object({ id: z.string(), kind: z.string(), title: Text, who: Text, role: z.string(), approvers: z.array(z.string()), law: Text })) }) }),
  checkPlaceNameProfile: route({ id: 'checkPlaceNameProfile', method: 'POST', path: '/api/place-name-profile/check', permission: 'policy.write', summary: { zh: '检查草稿', en: 'Check a draft' }, body: z.strictObject({ profile: PlaceNameProfile }), reply: z.object({ findings: z.array(Finding), ready: z.boolean() }) }),
  setPlaceNameProfile: route({ id: 'setPlaceNameProfile', method: 'PUT', path: '/api/place-name-profile', permission: 'policy.write', summary: { zh: '本地规定生效（须另一人）', en: 'Put the rules in force' }, body: z.strictObject({ day: Day, profile: PlaceNameProfile, reason: Reason, second: SecondPerson }), reply: z.object({ done: z.literal(true) }) }),
}

// Counts and report

const Cell = z.object({ value: z.number(), cells: z.array(z.string()), from: Day, to: Day })
export const PlaceNameTable = z.object({
  id: z.string(), title: Text, unit: z.string(), from: Day, to: Day, columns: z.array(z.object({ id: z.string(), title: Text, unit: z.string() })), rows: z.array(z.object({ id: z.string(), title: Text, cells: z.array(Cell) })),
  /** `line` says an identity with both its sides. */
  identities: z.array(z.object({ id: z.string(), name: Text, left: z.number(), right: z.number(), relation: z.enum(['=', '≤']), holds: z.boolean(), line: Text })), milliseconds: z.number(),
})
export type PlaceNameTable = z.infer<typeof PlaceNameTable>
const period = { from: Day, to: Day }
const Rate = z.object({ id: z.string(), title: Text, met: z.int(), late: z.int(), overdue: z.int(), open: z.int(), permille: z.int().nullable(), cases: z.array(z.object({ id: z.string(), title: z.string() })) })

/** `passed` of `examined` rules that apply and were answered; what nobody answered is told apart, and is never a pass. */
export const PlaceNameReport = z.object({ from: Day, to: Day, cases: z.array(z.object({ id: z.string(), title: z.string(), document: z.string(), decidedOn: z.string(), names: z.int(), card: ReportCard.omit({ rows: true }), failing: z.array(z.object({ code: z.string(), item: z.string(), name: z.string(), title: Text, state: z.enum(['fail', 'open']), message: Text.optional(), field: z.string().optional() })) })), rules: z.array(z.object({ code: z.string(), rule: z.string(), title: Text, law: Text, pass: z.int(), fail: z.int(), attested: z.int(), notApplicable: z.int(), open: z.int() })), passed: z.int(), examined: z.int(), unanswered: z.int(), failed: z.int(), complete: z.boolean() })
export type PlaceNameReport = z.infer<typeof PlaceNameReport>

export const placeNameStatisticRoutes = {
  listPlaceNameTables: route({ id: 'listPlaceNameTables', method: 'GET', path: '/api/place-name-tables', permission: 'count.read', summary: { zh: '地名报表目录', en: 'Tables on place names' }, reply: z.object({ tables: z.array(z.object({ id: z.string(), title: Text, unit: z.string() })) }) }),
  getPlaceNameTable: route({ id: 'getPlaceNameTable', method: 'GET', path: '/api/place-name-tables/{table}', permission: 'count.read', summary: { zh: '一张报表', en: 'One table' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), reply: PlaceNameTable }),
  exportPlaceNameTable: route({ id: 'exportPlaceNameTable', method: 'GET', path: '/api/place-name-tables/{table}/csv', permission: 'count.read', summary: { zh: '报表 CSV', en: 'A table as CSV' }, params: z.strictObject({ table: z.string().max(60) }), query: z.strictObject(period), replyType: 'text/csv' }),
  printPlaceNameTables: route({ id: 'printPlaceNameTables', method: 'GET', path: '/api/place-name-tables/sheet', permission: 'count.read', summary: { zh: '报表 PDF', en: 'Tables as PDF' }, query: z.strictObject({ ...period, tables: z.string().max(2000) }), replyType: 'application/pdf' }),
  placeNameLines: route({ id: 'placeNameLines', method: 'GET', path: '/api/place-name-lines', permission: 'count.read', summary: { zh: '数字背后的记录', en: 'The lines behind a number' }, query: z.strictObject({ cells: z.string().max(2000), ...period, after: z.string().max(60).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }), reply: z.object({ rows: z.array(z.object({ seq: z.number(), day: z.string(), enteredOn: z.string(), unit: z.string(), value: z.int(), title: Text, subject: z.string(), item: z.string(), name: z.string(), path: z.string() })), next: z.string().optional(), count: z.int(), value: z.int() }) }),
  /** How often duties were kept in time. */
  placeNameRates: route({ id: 'placeNameRates', method: 'GET', path: '/api/place-name-rates', permission: 'count.read', summary: { zh: '按期率', en: 'On-time rates' }, query: z.strictObject(period), reply: z.object({ rates: z.array(Rate) }) }),
  /** Every case decided in a period against every rule; 100 % only when nothing fails and nothing is unanswered. */
  placeNameReport: route({ id: 'placeNameReport', method: 'GET', path: '/api/place-name-report', permission: 'count.read', summary: { zh: '地名合规报告', en: 'The compliance report on names' }, query: z.strictObject(period), reply: PlaceNameReport }),
  printPlaceNameReport: route({ id: 'printPlaceNameReport', method: 'GET', path: '/api/place-name-report/sheet', permission: 'count.read', summary: { zh: '合规报告 PDF', en: 'The report as PDF' }, query: z.strictObject(period), replyType: 'application/pdf' }),
}
