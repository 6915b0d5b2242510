import { z } from 'zod'
import { EntityFacts, gazetteerActions as bodies, GazetteerName, nameStandings } from '../../domain/place-names/gazetteer/actions.ts'
import { codesOf } from '../../domain/place-names/case/codes.ts'
import { CoordinateSystem, PlacedGeometry } from '../../domain/place-names/gazetteer/geometry.ts'
import { tableColumns } from '../../domain/place-names/gazetteer/staging.ts'
import { placeKinds } from '../../domain/place-names/kinds.ts'
import { NamePlanFacts } from '../../domain/place-names/plans/actions.ts'
import { revision } from './case.ts'
import { Day, Finding, Id, IdParams, Job, Reason, SecondPerson, Text } from './common.ts'
import { route } from './route.ts'

const standing = z.enum(codesOf(nameStandings))
const columns = Object.keys(tableColumns) as [keyof typeof tableColumns, ...(keyof typeof tableColumns)[]]

/** A name of the gazetteer as a list shows it. */
export const GazetteerLine = z.object({
  entityId: z.string(), nameId: z.string(), name: z.string(), text: z.string(), sign: z.string(), standing, standingTitle: Text, kind: z.enum(placeKinds), removed: z.boolean(), township: z.string(), village: z.string(), builtUpArea: z.string(), from: z.string(), to: z.string(), document: z.string(),
  form: z.enum(['point', 'line', 'area', '']), lengthMetres: z.number().nullable(), protected: z.boolean(), code: z.string(), secrecy: z.enum(['', 'internal', 'secret']),
})
export type GazetteerLine = z.infer<typeof GazetteerLine>
export const GazetteerQuery = z.strictObject({
  text: z.string().max(100).optional(), kind: z.enum(placeKinds).optional(), standing: standing.optional(), township: z.string().max(100).optional(), builtUpArea: z.string().max(60).optional(), protected: z.enum(['true', 'false']).optional(), removed: z.enum(['true', 'false']).optional(),
  noGeometry: z.enum(['true', 'false']).optional(), noCode: z.enum(['true', 'false']).optional(), after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(200).optional(),
})

const Protection = bodies['gazetteer.protected']
/** An entity with all it was ever called. */
export const Entity = z.object({
  id: z.string(), revision, state: z.enum(['standing', 'removed']), facts: EntityFacts, geometry: PlacedGeometry.nullable(), names: z.array(GazetteerName), source: z.string(), addedOn: z.string(), code: z.string(),
  protection: Protection.nullable(), formerProtections: z.array(Protection.extend({ until: z.string() })), formerExtents: z.array(z.object({ until: z.string(), facts: EntityFacts, geometry: PlacedGeometry.nullable() })), removed: bodies['gazetteer.removed'].nullable(),
  lengthMetres: z.number().nullable(), areaSquareMetres: z.number().nullable(), plates: z.object({ current: z.int(), reserved: z.int() }).nullable(),
  acts: z.array(z.string()), cases: z.array(z.object({ caseId: z.string(), itemId: z.string(), title: z.string(), day: z.string(), document: z.string() })),
  history: z.array(z.object({ seq: z.number(), at: z.string(), actorName: z.string(), kind: z.string(), title: Text, reason: z.string() })),
})
export type Entity = z.infer<typeof Entity>

const act = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) => z.strictObject({ kind: z.literal(kind), ...shape })
const NewName = GazetteerName.omit({ id: true, caseId: true, itemId: true, specific: true, generic: true })
/** Acts on an entity outside of a case; naming, renaming, change of extent and removal come of cases alone. */
export const EntityAct = z.discriminatedUnion('kind', [
  /** Alias, short name, former, historic, proposed or reserved name. */
  act('named', { day: Day, name: NewName }),
  act('restood', bodies['gazetteer.restood'].shape),
  act('described', bodies['gazetteer.described'].shape),
  act('placed', bodies['gazetteer.placed'].shape),
  act('protected', Protection.shape),
  act('unprotected', bodies['gazetteer.unprotected'].shape),
  act('coded', bodies['gazetteer.coded'].shape),
  /** A spelling taken over wrongly with a name that no case of this register gave; names of cases are corrected there. */
  act('spelled', { ...bodies['gazetteer.spelled'].shape, reason: Reason }),
])
export type EntityAct = z.infer<typeof EntityAct>

/** How a file is read: what it holds, in which coordinates, which column is which where the headings do not say. */
export const ImportOptions = z.strictObject({
  kind: z.enum(placeKinds), declared: CoordinateSystem, encoding: z.enum(['auto', 'utf-8', 'gb18030']), source: z.string().max(100),
  /** Of names approved before: the day, the document, where they lie. */
  approvedOn: z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/), document: z.string().max(100), builtUpArea: z.string().max(60), columns: z.array(z.enum(columns).nullable()).max(60).optional(),
})
export type ImportOptions = z.infer<typeof ImportOptions>

/** A row on its way in. */
export const StagedLine = z.object({ row: z.int(), name: z.string(), text: z.string(), sign: z.string(), published: z.object({ text: z.string(), sign: z.string() }), township: z.string(), village: z.string(), lengthMetres: z.number().nullable(), widthMetres: z.number().nullable(), start: z.string(), end: z.string(), meaning: z.string(), hasGeometry: z.boolean(), findings: z.array(Finding), answers: z.array(z.object({ rule: z.string(), field: z.string(), reason: z.string() })), state: z.enum(['clean', 'asks', 'stopped', 'taken']) })
export type StagedLine = z.infer<typeof StagedLine>
/** An import: the file, how it is read, how far it is. It outlives a restart and keeps reasons and what was taken. */
export const ImportState = z.object({
  id: z.string(), fileName: z.string(), at: z.string(), options: ImportOptions, headings: z.array(z.string()), columns: z.array(z.enum(columns).nullable()),
  /** In which encoding the file was read (`auto` takes whole UTF-8 as that, else whole GB18030), and as what. */
  encoding: z.enum(['utf-8', 'gb18030']), shape: z.enum(['table', 'geojson']),
  /** Why no row can be read yet, e.g. that nobody said which column holds the name (at `columns`); other options mend it. */
  trouble: z.object({ field: z.string(), message: Text }).nullable(),
  /** Running while the rows are held against the rules, or taken; the counts are whole when it has ended. */
  job: Job.nullable(), rows: z.int(), clean: z.int(), asks: z.int(), stopped: z.int(), taken: z.int(), townships: z.array(z.object({ township: z.string(), rows: z.int(), clean: z.int(), taken: z.int() })), finished: z.boolean(),
})
export type ImportState = z.infer<typeof ImportState>

const PlanLine = z.object({ id: z.string(), revision, facts: NamePlanFacts, inForce: z.boolean(), ended: z.string(), versions: z.int(), used: z.int() })

export const gazetteerRoutes = {
  listGazetteer: route({ id: 'listGazetteer', method: 'GET', path: '/api/gazetteer', permission: 'case.search', summary: { zh: '地名库', en: 'The gazetteer' }, query: GazetteerQuery, reply: z.object({ rows: z.array(GazetteerLine), next: z.string().optional(), count: z.int() }) }),
  gazetteerSums: route({ id: 'gazetteerSums', method: 'GET', path: '/api/gazetteer/sums', permission: 'case.search', summary: { zh: '地名库概况', en: 'What the gazetteer holds' }, reply: z.object({ entities: z.int(), names: z.int(), byKind: z.array(z.object({ kind: z.enum(placeKinds), title: Text, count: z.int() })), byTownship: z.array(z.object({ township: z.string(), count: z.int() })), byStanding: z.array(z.object({ standing, title: Text, count: z.int() })) }) }),
  getEntity: route({ id: 'getEntity', method: 'GET', path: '/api/gazetteer/entities/{id}', permission: 'case.read', summary: { zh: '地理实体', en: 'An entity' }, params: IdParams, reply: Entity }),
  /** A place known before, or a name to be kept in reserve. */
  addEntity: route({ id: 'addEntity', method: 'POST', path: '/api/gazetteer/entities', permission: 'case.write', summary: { zh: '补录地理实体、储备地名', en: 'Add an entity or a reserved name' }, body: z.strictObject({ day: Day, facts: EntityFacts, geometry: PlacedGeometry.nullable(), names: z.array(NewName).min(1).max(20), source: z.string().min(1).max(100) }), reply: Entity }),
  actOnEntity: route({ id: 'actOnEntity', method: 'POST', path: '/api/gazetteer/entities/{id}/acts', permission: 'case.write', summary: { zh: '增名、描述、定位、保护名录、代码', en: 'An act on an entity' }, params: IdParams, body: z.strictObject({ revision, act: EntityAct }), reply: Entity }),
  exportGazetteer: route({ id: 'exportGazetteer', method: 'POST', path: '/api/gazetteer/export', permission: 'case.export', summary: { zh: '导出地名库（CSV、GeoJSON，须写用途；密级标明）', en: 'Export (CSV or GeoJSON, purpose asked)' }, body: z.strictObject({ format: z.enum(['csv', 'csv-gb18030', 'geojson']), kind: z.enum(placeKinds).optional(), township: z.string().max(100).optional(), ids: z.array(z.string().max(64)).max(1000).optional(), withSecret: z.boolean(), purpose: Reason }), replyType: 'application/octet-stream' }),
  protectionList: route({ id: 'protectionList', method: 'GET', path: '/api/gazetteer/protection', permission: 'case.search', summary: { zh: '地名保护名录', en: 'The protection list' }, reply: z.object({ rows: z.array(z.object({ entityId: z.string(), name: z.string(), text: z.string(), kind: z.enum(placeKinds), classes: z.array(z.string()), meaning: z.string(), origin: z.string(), history: z.string(), value: z.string(), document: z.string(), publishedOn: z.string(), copiedTo: z.string(), day: z.string() })) }) }),

  // imports
  listImports: route({ id: 'listImports', method: 'GET', path: '/api/gazetteer-imports', permission: 'case.write', summary: { zh: '未完成的导入', en: 'Imports in hand' }, reply: z.object({ imports: z.array(ImportState) }) }),
  /** The bytes of a CSV table or GeoJSON; options in the query as JSON. */
  startImport: route({ id: 'startImport', method: 'POST', path: '/api/gazetteer-imports', permission: 'case.write', summary: { zh: '上传地名表', en: 'Hand in a table' }, query: z.strictObject({ name: z.string().max(200), options: z.string().max(4000) }), bodyTypes: ['text/csv', 'text/plain', 'application/geo+json', 'application/json', 'application/octet-stream'], reply: ImportState }),
  getImport: route({ id: 'getImport', method: 'GET', path: '/api/gazetteer-imports/{id}', permission: 'case.write', summary: { zh: '导入', en: 'An import' }, params: IdParams, reply: ImportState }),
  setImportOptions: route({ id: 'setImportOptions', method: 'PUT', path: '/api/gazetteer-imports/{id}/options', permission: 'case.write', summary: { zh: '改读法（列、坐标、编码）', en: 'Read it otherwise' }, params: IdParams, body: ImportOptions, reply: ImportState }),
  listStaged: route({ id: 'listStaged', method: 'GET', path: '/api/gazetteer-imports/{id}/rows', permission: 'case.write', summary: { zh: '各行及问题', en: 'Its rows with their findings' }, params: IdParams, query: z.strictObject({ state: z.enum(['clean', 'asks', 'stopped', 'taken']).optional(), township: z.string().max(100).optional(), text: z.string().max(50).optional(), after: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(500).optional() }), reply: z.object({ rows: z.array(StagedLine), next: z.int().optional(), count: z.int() }) }),
  answerStaged: route({ id: 'answerStaged', method: 'POST', path: '/api/gazetteer-imports/{id}/answers', permission: 'case.write', summary: { zh: '逐条说明理由', en: 'Answer what is asked of rows' }, params: IdParams, body: z.strictObject({ answers: z.array(z.strictObject({ row: z.int().positive(), rule: z.string().max(80), field: z.string().max(80), reason: Reason })).min(1).max(1000) }), reply: ImportState }),
  /** Into the gazetteer, or as the names of a new case (1,000 at most). Many rows are taken in the job of the state, which the answer does not wait for; rows taken before stay as they are. */
  takeStaged: route({ id: 'takeStaged', method: 'POST', path: '/api/gazetteer-imports/{id}/taking', permission: 'case.write', summary: { zh: '导入选中的行或全部无问题的行', en: 'Take rows' }, params: IdParams, body: z.strictObject({ rows: z.union([z.literal('clean'), z.array(z.int().positive()).min(1).max(20_000)]), into: z.enum(['gazetteer', 'case']) }), reply: z.object({ state: ImportState, draft: Id.optional() }) }),
  dropImport: route({ id: 'dropImport', method: 'DELETE', path: '/api/gazetteer-imports/{id}', permission: 'case.write', summary: { zh: '结束导入', en: 'Put an import away' }, params: IdParams, reply: z.object({ done: z.literal(true) }) }),

  // plans
  listNamePlans: route({ id: 'listNamePlans', method: 'GET', path: '/api/name-plans', permission: 'case.search', summary: { zh: '地名方案', en: 'Name plans' }, reply: z.object({ plans: z.array(PlanLine) }) }),
  adoptNamePlan: route({ id: 'adoptNamePlan', method: 'POST', path: '/api/name-plans', permission: 'reference.write', summary: { zh: '登记地名方案', en: 'Record a plan' }, body: z.strictObject({ day: Day, facts: NamePlanFacts }), largestBody: 8 * 1024 * 1024, reply: PlanLine }),
  changeNamePlan: route({ id: 'changeNamePlan', method: 'PUT', path: '/api/name-plans/{id}', permission: 'reference.write', summary: { zh: '变更方案（按原程序批准）', en: 'Record a change of a plan' }, params: IdParams, body: z.strictObject({ revision, day: Day, facts: NamePlanFacts, reason: Reason }), largestBody: 8 * 1024 * 1024, reply: PlanLine }),
  endNamePlan: route({ id: 'endNamePlan', method: 'POST', path: '/api/name-plans/{id}/ending', permission: 'reference.write', summary: { zh: '废止方案', en: 'End a plan' }, params: IdParams, body: z.strictObject({ revision, day: Day, document: z.string().min(1).max(200), reason: Reason, second: SecondPerson }), reply: PlanLine }),
}
