import type { CheckedIdentity, CountIdentity, IdentityRow } from '../../statistics/counted.ts'
import { checkIdentity, identityOf } from '../../statistics/counted.ts'
import { nameActs } from '../names/index.ts'
import { nameActTitles } from '../titles.ts'
import type { PlaceNameLine, PlaceNameUnit } from './counts.ts'
import { tallyLines } from './counts.ts'

const heads = [['name.approved', '批准地名', 'names approved'], ['name.refused', '不予批准地名', 'names refused'], ['name.provisional', '预命名', 'provisional names'], ['name.filed', '备案地名', 'names filed'], ['name.published', '公告地名', 'names published'], ['name.entered', '录入地名', 'names entered']] as const
const plateWords = { made: ['制作', 'made', '块'], mounted: ['安装', 'mounted', '块'], cancelled: ['注销', 'numbers cancelled', '个'], confirmed: ['确认书', 'confirmations', '份'] } as const
const axes = [['act', '事项', 'act'], ['kind', '类别', 'kind'], ['town', '镇街道', 'town']] as const

/** The identities of the counts on place names, by id; what may be entered of an earlier day is held against all that was entered. */
export const placeNameIdentities: readonly CountIdentity<PlaceNameUnit>[] = ([
  ...heads.flatMap(([head, zh, en]) => axes.map(([axis, by, said]): IdentityRow<PlaceNameUnit> => [`${head}.${axis}`, `${zh} = 各${by}之和`, `${en} = sum by ${said}`, '个', [`${head}.total`], [`${head}.${axis}.*`]])),
  ...nameActs.flatMap((act) => ([['kind', '类别', 'kind', 'actKind'], ['town', '镇街道', 'town', 'actTown']] as const).map(([axis, by, said, cell]): IdentityRow<PlaceNameUnit> => [`acts.${act}.${axis}`, `${nameActTitles[act].zh} = 各${by}之和`, `${nameActTitles[act].en} = sum by ${said}`, '个', [`name.approved.act.${act}`], [`name.approved.${cell}.${act}.*`]])),
  ['applications.sources', '收件 = 申请 + 征求意见来函', 'received = applications + consultations', '件', ['application.received.total'], ['application.received.source.*']],
  ['applications.decided', '办结 = 批准 + 不予批准', 'decided = approved + refused', '件', ['application.decided.total'], ['application.decided.outcome.*']],
  ['applications.accepted', '受理 + 不予受理 + 受理前撤回 ≤ 收件（截至期末）', 'accepted + not accepted + withdrawn before ≤ received (at the end)', '件', ['application.accepted.total', 'application.notAccepted.total', 'application.withdrawn.after.receipt'], ['application.received.total'], 'standing', '≤'],
  ['applications.ended', '办结 + 受理后撤回 ≤ 受理（截至期末）', 'decided + withdrawn later ≤ accepted (at the end)', '件', ['application.decided.total', 'application.withdrawn.after.acceptance'], ['application.accepted.total'], 'standing', '≤'],
  ['names.filed', '备案地名 ≤ 批准地名（截至期末）', 'filed ≤ approved (at the end)', '个', ['name.filed.total'], ['name.approved.total'], 'standing', '≤'],
  ['names.published', '公告地名 ≤ 批准地名（截至期末）', 'published ≤ approved (at the end)', '个', ['name.published.total'], ['name.approved.total'], 'standing', '≤'],
  ['names.entered', '录入地名 ≤ 批准地名（截至目前）', 'entered ≤ approved (all entered)', '个', ['name.entered.total'], ['name.approved.total'], 'ever', '≤'],
  ['filings.outcomes', '报送备案 = 各结果之和', 'filings = sum over outcomes', '件', ['filing.total'], ['filing.outcome.*']],
  ['signs.acts', '设标 = 各类别之和', 'signs set = sum by kind', '块', ['sign.set.total'], ['sign.set.kind.*']],
  ['signs.towns', '设标 = 各镇街道之和', 'signs set = sum by town', '块', ['sign.set.total'], ['sign.set.town.*']],
  ['signs.defects', '标志问题 = 五类之和', 'faults = sum over the five causes', '块', ['sign.faulty.total'], ['sign.faulty.defect.*']],
  ['signs.mendedDefects', '整改标志 = 五类之和', 'signs mended = sum over the five causes', '块', ['sign.mended.total'], ['sign.mended.defect.*']],
  ['signs.mended', '整改标志 ≤ 发现问题（截至目前）', 'signs mended ≤ faults found (all entered)', '块', ['sign.mended.total'], ['sign.faulty.total'], 'ever', '≤'],
  ['plates.types', '编号 = 各种门楼牌之和', 'numbers given = sum over types', '个', ['plate.numbered.total'], ['plate.numbered.type.*']],
  ...(['made', 'mounted', 'cancelled', 'confirmed'] as const).map((done): IdentityRow<PlaceNameUnit> => [`plates.${done}.types`, `${plateWords[done][0]} = 各种门楼牌之和`, `${plateWords[done][1]} = sum over types`, plateWords[done][2], [`plate.${done}.total`], [`plate.${done}.type.*`]]),
  ['plates.mounted', '安装门楼牌 ≤ 制作（截至目前）', 'mounted ≤ made (all entered)', '块', ['plate.mounted.total'], ['plate.made.total'], 'ever', '≤'],
  ['proofs', '撤销地名证明 ≤ 出具（截至目前）', 'proofs withdrawn ≤ issued (all entered)', '份', ['proof.withdrawn.total'], ['proof.issued.total'], 'ever', '≤'],
  ['proofs.standing', '有效地名证明 = 出具 − 撤销（截至期末）', 'proofs in force = issued − withdrawn (at the end)', '份', ['proof.total'], ['proof.issued.total'], 'standing', '=', ['proof.withdrawn.total']],
  ['protected.kinds', '保护名录 = 各类别之和（截至期末）', 'protected names = sum by kind (at the end)', '个', ['protected.total'], ['protected.kind.*'], 'standing'],
  ['boundaries.results', '联检 = 各结果之和', 'inspected = sum over results', '条', ['boundary.inspected.total'], ['boundary.inspected.result.*']],
  ['boundaries.levels', '联检 = 各级界线之和', 'inspected = sum over levels', '条', ['boundary.inspected.total'], ['boundary.inspected.level.*']],
  ['boundaries.kinds', '联检 = 定期 + 随时', 'inspected = regular + out of turn', '条', ['boundary.inspected.total'], ['boundary.inspected.kind.*']],
  ['boundaries.filed', '联检结果备案 ≤ 联检（截至期末）', 'results filed ≤ inspected (at the end)', '条', ['boundary.filed.total'], ['boundary.inspected.total'], 'standing', '≤'],
  ['irregular.classes', '发现不规范地名 = 各类之和', 'irregular names found = sum over classes', '个', ['irregular.found.total'], ['irregular.found.class.*']],
  ['irregular.sources', '发现不规范地名 = 各来源之和', 'irregular names found = sum over sources', '个', ['irregular.found.total'], ['irregular.found.source.*']],
  ['irregular.settledClasses', '处理不规范地名 = 各类之和', 'irregular names settled = sum over classes', '个', ['irregular.settled.total'], ['irregular.settled.class.*']],
  ['irregular.ways', '处理不规范地名 = 各种方式之和', 'irregular names settled = sum over ways', '个', ['irregular.settled.total'], ['irregular.settled.how.*']],
  ['irregular.settled', '处理不规范地名 ≤ 发现（截至期末）', 'irregular names settled ≤ found (at the end)', '个', ['irregular.settled.total'], ['irregular.found.total'], 'standing', '≤'],
] satisfies readonly IdentityRow<PlaceNameUnit>[]).map((row: IdentityRow<PlaceNameUnit>) => identityOf(row))

const last = '9999-12-31'

/** Every identity over lines: of a period, of all there is at its end, or of all that was entered, as each asks. */
export const checkIdentities = (lines: readonly PlaceNameLine[], from: string, to: string): readonly (CheckedIdentity & { readonly identity: CountIdentity<PlaceNameUnit> })[] => {
  const counted = (first: string, end: string) => new Map([...tallyLines(lines, first, end)].map(([cell, count]) => [cell, { count, fen: 0 }] as const))
  const sums = { period: counted(from, to), standing: counted('0000-00-00', to), ever: counted('0000-00-00', last) }
  return placeNameIdentities.map((identity) => ({ ...checkIdentity(identity, sums[identity.scope]), identity }))
}
