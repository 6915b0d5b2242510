import type { CountColumn as Column, ListedRow } from '../../statistics/counted.ts'
import { column as madeColumn, listed, toDate } from '../../statistics/counted.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { boundaryLevels } from '../boundaries/actions.ts'
import { filingOutcomes, signDefects } from '../case/codes.ts'
import { irregularClasses, irregularEndings, irregularSources } from '../irregular/actions.ts'
import { placeKindEntries } from '../kinds.ts'
import { nameActs } from '../names/index.ts'
import { plateTypes } from '../plates/settings.ts'
import { nameActTitles, plateTypeTitles } from '../titles.ts'
import type { PlaceNameUnit } from './counts.ts'
import { unstated } from './counts.ts'

/** A column of a table on place names. */
export type PlaceNameColumn = Column<PlaceNameUnit>

/** What the rows of a table are. */
export type PlaceNameRows =
  | { readonly by: 'months' }
  | { readonly by: 'list'; readonly list: readonly ListedRow[] }
  /** Rows by what follows a prefix: towns. */
  | { readonly by: 'open' }
  /** What counted in the period, and all there is at its end. */
  | { readonly by: 'standing' }
  /** Each row has cells and a unit of its own; the columns are periods. */
  | { readonly by: 'figures'; readonly list: readonly PlaceNameColumn[] }
  /** The plans of inspection of the years that a period touches, held against what was inspected. */
  | { readonly by: 'plans' }
  /** The gazetteer as it stands today, by kind. */
  | { readonly by: 'gazetteer' }

/** A table on place names as data. */
export interface PlaceNameTableDefinition {
  readonly id: string
  readonly title: Text
  /** The unit of the heading; columns of another unit say so themselves. */
  readonly unit: PlaceNameUnit | ''
  readonly rows: PlaceNameRows
  readonly columns: readonly PlaceNameColumn[]
  /** Ids of the identities that check it. */
  readonly identities: readonly string[]
}

const column = madeColumn<PlaceNameUnit>
/** A column for each act: of the whole, or of what a row stands for. */
const byAct = (cell: (act: string) => string): readonly PlaceNameColumn[] => nameActs.map((act) => column(act, nameActTitles[act].zh, nameActTitles[act].en, '个', [cell(act)]))
const codes = (table: readonly { readonly code: string; readonly zh: string; readonly en: string }[], unit: PlaceNameUnit, cell: string): readonly PlaceNameColumn[] => table.map(({ code, zh, en }) => column(`${cell.split('.').at(-1) ?? ''}.${code}`, zh, en, unit, [`${cell}.${code}`]))

const kinds: readonly ListedRow[] = [...placeKindEntries.map(({ kind, title }) => ({ id: kind, title })), { id: unstated, title: text('未填', 'Not stated') }]
const plates: readonly ListedRow[] = plateTypes.map((type) => ({ id: type, title: plateTypeTitles[type] }))

const received = column('received', '收件', 'Received', '件', ['application.received.total'])
const consulted = column('consulted', '其中征求意见来函', 'of them consultations', '件', ['application.received.source.consultation'])
const returned = column('returned', '一次性告知补正', 'Returned for a supplement', '件', ['application.returned.total'])
const accepted = column('accepted', '受理', 'Accepted', '件', ['application.accepted.total'])
const notAccepted = column('notAccepted', '不予受理', 'Not accepted', '件', ['application.notAccepted.total'])
const withdrawn = column('withdrawn', '撤回', 'Withdrawn', '件', ['application.withdrawn.total'])
const decided = column('decided', '办结', 'Decided', '件', ['application.decided.total'])
const refusedCases = column('refusedCases', '其中不予批准', 'of them refused', '件', ['application.decided.outcome.refused'])
const opinions = column('opinions', '复函', 'Opinions given', '件', ['opinion.total'])
const approved = column('approved', '批准地名', 'Names approved', '个', ['name.approved.total'])
const refused = column('refused', '不予批准地名', 'Names refused', '个', ['name.refused.total'])
const provisional = column('provisional', '预命名', 'Provisional names', '个', ['name.provisional.total'])
const filings = column('filings', '报送备案', 'Filings sent', '件', ['filing.total'])
const filed = column('filed', '备案地名', 'Names filed', '个', ['name.filed.total'])
const notices = column('notices', '公告', 'Notices', '件', ['notice.total'])
const published = column('published', '公告地名', 'Names published', '个', ['name.published.total'])
const entered = column('entered', '录入国家地名信息库', 'Entered in the national base', '个', ['name.entered.total'])
const signs = column('signs', '设置地名标志', 'Signs set', '块', ['sign.set.total'])
const faulty = column('faulty', '发现标志问题', 'Faulty signs found', '块', ['sign.faulty.total'])
const mended = column('mended', '整改标志', 'Signs mended', '块', ['sign.mended.total'])
const numbered = column('numbered', '编制门楼牌号', 'Numbers given', '个', ['plate.numbered.total'])
const cancelled = column('cancelled', '注销门楼牌号', 'Numbers cancelled', '个', ['plate.cancelled.total'])
const made = column('made', '制作门楼牌', 'Plates made', '块', ['plate.made.total'])
const mounted = column('mounted', '安装门楼牌', 'Plates mounted', '块', ['plate.mounted.total'])
const confirmed = column('confirmed', '门楼号确认书', 'Confirmations issued', '份', ['plate.confirmed.total'])
const proofs = column('proofs', '出具地名证明', 'Address proofs issued', '份', ['proof.issued.total'])
const proofsWithdrawn = column('proofsWithdrawn', '撤回地名证明', 'Address proofs withdrawn', '份', ['proof.withdrawn.total'])
const protectedNames = column('protected', '地名保护名录（增减）', 'Protection list, change', '个', ['protected.total'])
const planned = column('planned', '计划联检', 'Inspections planned', '条', ['boundary.planned.total'])
const inspected = column('inspected', '联合检查', 'Inspected jointly', '条', ['boundary.inspected.total'])
const resultsFiled = column('resultsFiled', '联检结果备案', 'Results filed', '条', ['boundary.filed.total'])
const markers = column('markers', '修复界桩', 'Markers mended', '个', ['marker.mended.total'])
const found = column('found', '发现不规范地名', 'Irregular names found', '个', ['irregular.found.total'])
const noticed = column('noticed', '整改通知书', 'Notices to put right', '份', ['irregular.noticed.total'])
const interviewed = column('interviewed', '约谈', 'Interviews', '次', ['irregular.interviewed.total'])
const settled = column('settled', '处理不规范地名', 'Irregular names settled', '个', ['irregular.settled.total'])
const plansAdopted = column('plans', '地名方案批准', 'Name plans adopted', '件', ['plan.adopted.total'])
const plansChanged = column('plansChanged', '地名方案变更', 'Name plans changed', '件', ['plan.changed.total'])

const acts = byAct((act) => `name.approved.act.${act}`)
const approvedIdentities = ['name.approved.act', 'name.approved.kind', 'name.approved.town'] as const
const filedIdentities = (['filed', 'published', 'entered'] as const).flatMap((head) => [`name.${head}.act`, `name.${head}.kind`])
const applicationIdentities = ['applications.sources', 'applications.accepted', 'applications.ended', 'applications.decided'] as const
const ofActs = (axis: 'kind' | 'town'): readonly string[] => nameActs.map((act) => `acts.${act}.${axis}`)

/** Every table on place names. */
export const placeNameTables: readonly PlaceNameTableDefinition[] = [
  {
    id: 'month', title: text('地名管理工作报表', 'Report of place-name work'), unit: '', columns: [], identities: [...applicationIdentities, ...approvedIdentities, 'names.filed', 'names.published', 'names.entered', 'plates.mounted', 'irregular.settled'],
    rows: { by: 'figures', list: [received, consulted, returned, accepted, notAccepted, withdrawn, decided, refusedCases, opinions, approved, ...acts.map((one) => ({ ...one, title: text(`其中${one.title.zh}`, `of them: ${one.title.en}`) })), refused, provisional, filings, filed, notices, published, entered, signs, faulty, mended, numbered, cancelled, made, mounted, confirmed, proofs, proofsWithdrawn, protectedNames, planned, inspected, resultsFiled, markers, found, noticed, interviewed, settled, plansAdopted, plansChanged] },
  },
  {
    id: 'months', title: text('分月统计及本年累计', 'By month, with the year to date'), unit: '', rows: { by: 'months' }, identities: [...applicationIdentities, 'name.approved.act'],
    columns: [received, accepted, decided, approved, filed, published, entered, signs, mounted, proofs].flatMap((one) => [one, toDate(one)]),
  },
  { id: 'applications', title: text('地名申请办理情况', 'Applications'), unit: '件', rows: { by: 'months' }, columns: [received, consulted, returned, accepted, notAccepted, withdrawn, decided, refusedCases, opinions], identities: applicationIdentities },
  { id: 'names.months', title: text('地名命名更名审批情况（分月）', 'Names by act and month'), unit: '个', rows: { by: 'months' }, columns: [approved, ...acts, refused, provisional], identities: [...approvedIdentities, 'name.refused.act', 'name.provisional.act'] },
  {
    id: 'names.kinds', title: text('地名命名更名审批情况（分类别）', 'Names by act and kind'), unit: '个', rows: { by: 'list', list: kinds }, identities: ['name.approved.kind', 'name.refused.kind', 'name.provisional.kind', ...ofActs('kind')],
    columns: [column('approved', '批准地名', 'Names approved', '个', ['name.approved.kind.*']), ...byAct((act) => `name.approved.actKind.${act}.*`), column('refused', '不予批准', 'Refused', '个', ['name.refused.kind.*']), column('provisional', '预命名', 'Provisional', '个', ['name.provisional.kind.*'])],
  },
  {
    id: 'names.towns', title: text('地名命名更名审批情况（分镇街道）', 'Names by act and town'), unit: '个', rows: { by: 'open' }, identities: ['name.approved.town', 'name.refused.town', 'name.provisional.town', ...ofActs('town')],
    columns: [column('approved', '批准地名', 'Names approved', '个', ['name.approved.town.*']), ...byAct((act) => `name.approved.actTown.${act}.*`), column('refused', '不予批准', 'Refused', '个', ['name.refused.town.*']), column('provisional', '预命名', 'Provisional', '个', ['name.provisional.town.*'])],
  },
  { id: 'filings', title: text('地名备案公告情况', 'Filing and notice'), unit: '', rows: { by: 'months' }, columns: [approved, filings, ...codes(filingOutcomes, '件', 'filing.outcome'), filed, notices, published, entered], identities: ['filings.outcomes', 'names.filed', 'names.published', 'names.entered', ...filedIdentities] },
  {
    id: 'filings.towns', title: text('地名备案公告情况（分镇街道）', 'Filing and notice by town'), unit: '', rows: { by: 'open' }, identities: ['name.approved.town', 'name.filed.town', 'name.published.town', 'name.entered.town', 'signs.towns'],
    columns: [column('approved', '批准地名', 'Names approved', '个', ['name.approved.town.*']), column('filed', '备案地名', 'Names filed', '个', ['name.filed.town.*']), column('published', '公告地名', 'Names published', '个', ['name.published.town.*']), column('entered', '录入国家地名信息库', 'Entered in the national base', '个', ['name.entered.town.*']), column('signs', '设置地名标志', 'Signs set', '块', ['sign.set.town.*'])],
  },
  { id: 'signs', title: text('地名标志设置维护情况', 'Signs'), unit: '块', rows: { by: 'months' }, columns: [signs, faulty, mended], identities: ['signs.acts', 'signs.towns', 'signs.defects', 'signs.mended'] },
  { id: 'signs.defects', title: text('地名标志问题（分类）', 'Faulty signs by cause'), unit: '块', rows: { by: 'list', list: listed(signDefects) }, columns: [column('faulty', '发现', 'Found', '块', ['sign.faulty.defect.*']), column('mended', '整改', 'Mended', '块', ['sign.mended.defect.*'])], identities: ['signs.defects', 'signs.mendedDefects', 'signs.mended'] },
  { id: 'plates', title: text('门楼牌编制、设置和地名证明情况', 'Plates and address proofs'), unit: '', rows: { by: 'months' }, columns: [numbered, cancelled, made, mounted, confirmed, proofs, proofsWithdrawn], identities: ['plates.types', 'plates.mounted', 'proofs', 'proofs.standing'] },
  {
    id: 'plates.types', title: text('门楼牌设置情况（分种类）', 'Plates by type'), unit: '', rows: { by: 'list', list: plates }, identities: ['plates.types', 'plates.made.types', 'plates.mounted.types', 'plates.cancelled.types', 'plates.confirmed.types', 'plates.mounted'],
    columns: [column('numbered', '编号', 'Numbers given', '个', ['plate.numbered.type.*']), column('cancelled', '注销', 'Cancelled', '个', ['plate.cancelled.type.*']), column('made', '制作', 'Made', '块', ['plate.made.type.*']), column('mounted', '安装', 'Mounted', '块', ['plate.mounted.type.*']), column('confirmed', '确认书', 'Confirmed', '份', ['plate.confirmed.type.*'])],
  },
  { id: 'protected', title: text('地名保护名录', 'Protection list'), unit: '个', rows: { by: 'standing' }, columns: [column('total', '合计', 'All', '个', ['protected.total']), ...placeKindEntries.map(({ kind, title }) => column(kind, title.zh, title.en, '个', [`protected.kind.${kind}`]))], identities: ['protected.kinds'] },
  { id: 'gazetteer', title: text('地名数据库现有数据（今日）', 'The gazetteer as it stands today'), unit: '条', rows: { by: 'gazetteer' }, columns: [column('names', '现行地名', 'Names that stand', '条', [])], identities: [] },
  {
    id: 'boundaries', title: text('行政区域界线联合检查情况', 'Joint inspection of boundaries'), unit: '', rows: { by: 'months' }, identities: ['boundaries.kinds', 'boundaries.levels', 'boundaries.results', 'boundaries.filed'],
    columns: [
      planned, inspected, column('regular', '其中定期联检', 'of them regular', '条', ['boundary.inspected.kind.regular']), column('extra', '随时联检', 'out of turn', '条', ['boundary.inspected.kind.extra']), ...codes(boundaryLevels, '条', 'boundary.inspected.level'),
      column('clear', '界线清楚', 'Clear', '条', ['boundary.inspected.result.clear']), column('mended', '已修复', 'Mended', '条', ['boundary.inspected.result.mended']), column('disputed', '有争议', 'Disputed', '条', ['boundary.inspected.result.disputed']), resultsFiled, markers,
    ],
  },
  { id: 'boundaryPlans', title: text('年度联检计划完成情况', 'Yearly plans of inspection'), unit: '条', rows: { by: 'plans' }, columns: [column('planned', '计划', 'Planned', '条', ['boundary.planned.total']), column('done', '完成', 'Done', '条', []), column('onTime', '其中按期', 'of them in time', '条', []), column('filed', '结果备案', 'Results filed', '条', []), column('open', '未完成', 'Not done', '条', []), column('extra', '随时联检', 'Out of turn', '条', ['boundary.inspected.kind.extra']), column('unplanned', '到期未列入计划', 'Due but not planned', '条', [])], identities: ['boundaries.kinds'] },
  { id: 'irregular', title: text('不规范地名清理整治情况', 'Irregular names'), unit: '', rows: { by: 'months' }, columns: [found, noticed, interviewed, settled, column('unfounded', '其中经查不属', 'of them not irregular', '个', ['irregular.settled.how.unfounded'])], identities: ['irregular.classes', 'irregular.sources', 'irregular.ways', 'irregular.settled'] },
  { id: 'irregular.classes', title: text('不规范地名清理整治情况（分类）', 'Irregular names by class'), unit: '个', rows: { by: 'list', list: listed(irregularClasses) }, columns: [column('found', '发现', 'Found', '个', ['irregular.found.class.*']), column('settled', '处理', 'Settled', '个', ['irregular.settled.class.*'])], identities: ['irregular.classes', 'irregular.settledClasses', 'irregular.settled'] },
  { id: 'irregular.sources', title: text('不规范地名发现来源', 'Irregular names by source'), unit: '个', rows: { by: 'list', list: listed(irregularSources) }, columns: [column('found', '发现', 'Found', '个', ['irregular.found.source.*'])], identities: ['irregular.sources'] },
  { id: 'irregular.ways', title: text('不规范地名处理方式', 'Irregular names by how they were settled'), unit: '个', rows: { by: 'list', list: listed(irregularEndings) }, columns: [column('settled', '处理', 'Settled', '个', ['irregular.settled.how.*'])], identities: ['irregular.ways', 'irregular.settled'] },
]

/** The table of an id, or undefined. */
export const findPlaceNameTable = (id: string): PlaceNameTableDefinition | undefined => placeNameTables.find((table) => table.id === id)
