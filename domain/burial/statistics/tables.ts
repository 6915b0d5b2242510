import type { CountColumn as Column, ListedRow, Named } from '../../statistics/counted.ts'
import { column as madeColumn, listed, outOf, toDate } from '../../statistics/counted.ts'
import { statisticalClasses, waiverItems } from '../../waiver/codes.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import { caseKinds, deathCauses, ecoPlacements, placements } from '../codes.ts'
import { clearings } from '../grounds/actions.ts'
import { graveTypes } from '../relocation/codes.ts'
import { rewardWays } from '../rewards.ts'
import { ashDestinations, deathAgeBands, origins } from './facts.ts'
import type { CountUnit } from './lines.ts'

/** A column of a table of funeral affairs. */
export type CountColumn = Column<CountUnit>

/** What the rows of a table are. */
export type CountRows =
  | { readonly by: 'months' | 'homes' | 'districts' }
  /** What counted in the period, and all there is at its end. */
  | { readonly by: 'standing' }
  | { readonly by: 'list'; readonly list: readonly ListedRow[] }
  /** Rows by what follows a prefix: policies, bearers, townships, cemeteries. */
  | { readonly by: 'open'; readonly prefix: string; readonly named: 'policy' | 'rewardPolicy' | 'bearer' | 'cemetery' | 'plain' }
  /** Each row has cells and a unit of its own; the columns are periods. */
  | { readonly by: 'figures'; readonly list: readonly CountColumn[] }

/** A table of funeral affairs as data. */
export interface BurialTableDefinition {
  readonly id: string
  readonly title: Text
  /** The unit of the heading; columns of another unit say so themselves. */
  readonly unit: string
  readonly rows: CountRows
  readonly columns: readonly CountColumn[]
  /** Ids of the identities that check it. */
  readonly identities: readonly string[]
}

const column = madeColumn<CountUnit>
const sexes = ['man', 'woman', 'unknown'] as const
const idOf = (entry: Named): string => entry.id ?? entry.code ?? ''
const titleOf = (entry: Named): Text => entry.title ?? text(entry.zh ?? '', entry.en ?? '')

const bands = [...deathAgeBands, { id: 'unknown', title: text('年龄未填', 'Age not stated') }]
const causes = [...deathCauses, { code: 'unknown', zh: '未填', en: 'Not stated' }]
const bySex = (part: 'age' | 'origin' | 'cause', list: readonly Named[]): readonly CountColumn[] => list.flatMap((entry) => [
  { id: idOf(entry), title: titleOf(entry), unit: '具', money: false, cells: sexes.map((sex) => `cremated.${part}.${idOf(entry)}.${sex}`) } as const,
  { id: `${idOf(entry)}.woman`, title: text(`${titleOf(entry).zh} 女`, `${titleOf(entry).en}, women`), unit: '具', money: false, cells: [`cremated.${part}.${idOf(entry)}.woman`] } as const,
])
const totals: readonly CountColumn[] = [
  column('total', '总数', 'All', '具', ['cremated.total']), column('man', '男', 'Men', '具', ['cremated.sex.man']), column('woman', '女', 'Women', '具', ['cremated.sex.woman']),
]

const cremated = column('cremated', '火化遗体', 'Bodies cremated', '具', ['cremated.total'])
const vigils = column('vigils', '守灵', 'Vigils', '例', ['vigil.total'])
const waived = column('waived', '减免', 'Waivers', '人次', ['waiver.total'], true)
const rewarded = column('rewarded', '生态安葬奖补', 'Eco-burial rewards', '例', ['reward.total'], true)
const group = (id: string, zh: string, en: string): CountColumn => column(id, zh, en, '人次', [`waiver.group.${id}`], true)
const basicGroup = group('basic', '四项基本服务减免', 'Four basic items waived')
const vigilGroup = group('vigil', '守灵厅租用减免', 'Vigil-hall rent waived')
const otherGroup = group('other', '其他项目减免', 'Other items waived')
const residents = [
  column('resident', '其中户籍人口', 'of them residents', '具', ['cremated.resident.yes']), column('nonResident', '非户籍人口', 'not residents', '具', ['cremated.resident.no']), column('residentUnknown', '户籍不明', 'registration not known', '具', ['cremated.resident.unknown']),
]
const graves = (stage: string, zh: string, en: string, money = false): readonly CountColumn[] => [column(`${stage}.graves`, zh, `${en}, graves`, '座', [`relocation.${stage}.graves`], money), column(`${stage}.cells`, zh, `${en}, cells`, '穴', [`relocation.${stage}.cells`])]
const placedHow = placements.map(({ code, zh, en }) => column(code, zh, en, '例', [`placed.how.${code}`]))

const crematedIdentities = ['cremated.homes', 'cremated.months', 'cremated.residents', 'cremated.manner', 'cremated.sexes', 'cremated.ages', 'cremated.origins', 'cremated.causes']
const waiverIdentities = ['waiver.items', 'waiver.groups', 'waiver.classes', 'waiver.bearers', 'waiver.policies', 'waiver.modes', 'waiver.actual', 'waiver.months']

/** What a month's report usually asks, one row each with its unit. */
const monthFigures: readonly CountColumn[] = [
  column('received', '遗体接运', 'Bodies received', '具', ['received.total']), column('stored', '遗体存放', 'Bodies stored', '具', ['stored.total']), cremated, ...residents, column('infant', '其中不满周岁', 'of them under one year', '具', ['cremated.infant']),
  ...caseKinds.filter(({ code }) => code !== 'body').map(({ code, zh, en }) => column(code, `火化${zh}（不计入遗体）`, `${en}: cremations, no bodies`, '例', [`${code}.total`])),
  column('certificates', '火化证明', 'Cremation certificates', '件', ['certificate.first']), column('reissues', '火化证明补发', 'Certificates reissued', '件', ['certificate.reissue']),
  vigils, column('farewells', '告别', 'Farewells', '例', ['farewell.total']), column('urbanFunerals', '城区在馆办丧', 'Urban funerals at the home', '例', ['funeral.urban.yes']),
  waived, basicGroup, vigilGroup, otherGroup, rewarded,
  column('depositsIn', '骨灰寄存（存入）', 'Ashes deposited', '例', ['deposit.in']), column('depositsOut', '骨灰寄存（取出）', 'Ashes taken out', '例', ['deposit.out']),
  column('placed', '安葬（安放）', 'Placements', '例', ['placed.total']), column('eco', '其中节地生态安葬', 'of them eco-burials', '例', ['placed.eco']),
  column('transportedOut', '遗体外运', 'Transported out', '具', ['transportedOut.total']), column('bodyBuried', '遗体安葬', 'Buried as bodies', '具', ['bodyBuried.total']), column('donated', '遗体捐献', 'Bodies donated', '具', ['donated.total']),
  column('contracted', '签订墓位协议', 'Plots contracted', '穴', ['plot.contracted'], true), column('interred', '墓位（格位）安葬', 'Interments in plots', '具', ['plot.interred']),
  column('reinterred.graves', '迁坟再安葬', 'Relocated graves re-interred', '座', ['relocation.reinterred.graves']), column('reinterred.cells', '迁坟再安葬', 'Relocated cells re-interred', '穴', ['relocation.reinterred.cells']), column('relocationPaid', '迁坟补偿', 'Compensation paid', '座', ['relocation.paid.graves'], true),
  column('inspected', '公墓年检', 'Facilities inspected', '处', ['inspection.total']), column('passed', '其中合格', 'of them passed', '处', ['inspection.result.pass']), column('cleared', '私坟治理', 'Illegal graves cleared', '座', ['illegal.cleared']),
]

/** Every table of funeral affairs. */
export const burialTables: readonly BurialTableDefinition[] = [
  { id: 'month', title: text('殡葬服务月报', 'Month report of funeral affairs'), unit: '', rows: { by: 'figures', list: monthFigures }, columns: [], identities: ['cremated.residents', 'certificates', 'certificates.awaited', 'waiver.groups', 'yearToDate.cremated', 'yearToDate.waived', 'deposits'] },
  {
    id: 'months', title: text('分月统计及本年累计', 'By month, with the year to date'), unit: '', rows: { by: 'months' }, identities: ['cremated.months', 'waiver.months', 'yearToDate.cremated', 'yearToDate.waived'],
    columns: [cremated, toDate(cremated), ...residents, vigils, toDate(vigils), waived, toDate(waived), basicGroup, toDate(basicGroup), vigilGroup, toDate(vigilGroup), rewarded, toDate(rewarded)],
  },
  { id: 'cremation.ages', title: text('火化量分地区年龄段', 'Cremations by area and age'), unit: '具', rows: { by: 'districts' }, columns: [...totals, ...bySex('age', bands)], identities: crematedIdentities },
  { id: 'cremation.agesByHome', title: text('火化量分殡仪馆年龄段', 'Cremations by home and age'), unit: '具', rows: { by: 'homes' }, columns: [...totals, ...bySex('age', bands)], identities: crematedIdentities },
  { id: 'cremation.origins', title: text('火化量分地区', 'Cremations by where the dead were registered'), unit: '具', rows: { by: 'homes' }, columns: [column('total', '总数', 'All', '具', ['cremated.total']), ...bySex('origin', origins)], identities: crematedIdentities },
  { id: 'cremation.causes', title: text('死亡原因', 'Causes of death'), unit: '具', rows: { by: 'homes' }, columns: [...totals, ...bySex('cause', causes)], identities: crematedIdentities },
  { id: 'ashes', title: text('骨灰去向', 'Where the ashes are'), unit: '具', rows: { by: 'standing' }, columns: [column('total', '总数', 'All', '具', ['cremated.total']), ...ashDestinations.map(({ code, zh, en }) => column(code, zh, en, '具', [`ashes.${code}`]))], identities: ['ashes', 'ashes.homes', 'deposits'] },
  { id: 'waiver.classes', title: text('享受惠民政策（分对象）', 'Waivers by class'), unit: '人次', rows: { by: 'months' }, columns: [column('total', '总数量、总金额', 'All', '人次', ['waiver.total'], true), ...statisticalClasses.map(({ code, zh, en }) => column(code, zh, en, '人次', [`waiver.class.${code}`], true))], identities: waiverIdentities },
  { id: 'waiver.months', title: text('享受惠民政策（分月）', 'Waivers by month'), unit: '人次', rows: { by: 'months' }, columns: [waived, toDate(waived), basicGroup, vigilGroup, otherGroup, column('till', '现场减免', 'At the till', '人次', ['waiver.mode.till'], true), column('claim', '申领', 'Claims', '人次', ['waiver.mode.claim'], true), column('actual', '实际费用', 'Actual cost', '人次', ['waiver.actual'], true), column('selfPaid', '自付', 'Self-paid', '人次', ['waiver.selfPaid'], true)], identities: [...waiverIdentities, 'yearToDate.waived'] },
  { id: 'waiver.items', title: text('享受惠民政策（分项目）', 'Waivers by item'), unit: '人次', rows: { by: 'list', list: listed(waiverItems) }, columns: [outOf(column('waived', '减免', 'Waived', '人次', ['waiver.item.*'], true), 'waiver.total'), column('billed', '计费', 'Billed', '人次', ['billed.*'], true)], identities: waiverIdentities },
  { id: 'waiver.bearers', title: text('享受惠民政策（分负担单位）', 'Waivers by who bears them'), unit: '人次', rows: { by: 'open', prefix: 'waiver.bearer.', named: 'bearer' }, columns: [outOf(column('waived', '减免', 'Waived', '人次', ['waiver.bearer.*'], true), 'waiver.total')], identities: waiverIdentities },
  { id: 'waiver.policies', title: text('享受惠民政策（分政策）', 'Waivers by policy'), unit: '人次', rows: { by: 'open', prefix: 'waiver.policy.', named: 'policy' }, columns: [outOf(column('waived', '减免', 'Waived', '人次', ['waiver.policy.*'], true), 'waiver.total')], identities: waiverIdentities },
  {
    id: 'services', title: text('殡仪馆服务情况', 'Services of the home'), unit: '', rows: { by: 'months' }, identities: ['cremated.months'],
    columns: [
      cremated, column('transport', '运尸（接运）', 'Transports', '具', ['received.total']), column('storage', '冷藏（存放）', 'Cold storage', '具', ['stored.total']), column('farewell', '告别', 'Farewells', '例', ['farewell.total']), vigils,
      column('grooming', '整容（计费）', 'Grooming, as billed', '人次', ['billed.grooming'], true), column('deposits', '骨灰寄存', 'Ashes deposited', '例', ['deposit.in']), column('urns', '售骨灰盒（计费）', 'Urns, as billed', '人次', ['billed.urn'], true),
      column('transportedOut', '遗体外运（含国际运尸）', 'Transported out, abroad included', '具', ['transportedOut.total']),
    ],
  },
  { id: 'rewards.ways', title: text('生态安葬奖补（分方式）', 'Rewards by way'), unit: '例', rows: { by: 'list', list: listed(rewardWays) }, columns: [outOf(column('rewarded', '奖补', 'Rewarded', '例', ['reward.way.*'], true), 'reward.total')], identities: ['rewards.ways', 'rewards.payees', 'rewards.policies', 'rewards.placements', 'rewards.eco'] },
  { id: 'rewards.months', title: text('生态安葬奖补（分月）', 'Rewards by month'), unit: '例', rows: { by: 'months' }, columns: [rewarded, toDate(rewarded), column('family', '发给家属', 'Paid to families', '例', ['reward.payee.family'], true), column('provider', '发给服务单位', 'Paid to providers', '例', ['reward.payee.provider'], true)], identities: ['rewards.ways', 'rewards.payees', 'rewards.policies', 'rewards.placements', 'rewards.eco'] },
  { id: 'placements', title: text('骨灰安葬（安放）情况', 'Placements of ashes'), unit: '例', rows: { by: 'months' }, columns: [column('total', '总数', 'All', '例', ['placed.total']), ...placedHow, column('eco', '节地生态安葬', 'Eco-burials', '例', ecoPlacements.map((how) => `placed.how.${how}`)), column('moved', '迁移', 'Moved', '例', ['moved.total']), column('in', '寄存（存入）', 'Deposited', '例', ['deposit.in']), column('out', '寄存（取出）', 'Taken out', '例', ['deposit.out'])], identities: ['placements.ways', 'placements.eco', 'rewards.eco', 'deposits'] },
  { id: 'plots', title: text('墓位（格位）情况', 'Plots and niches'), unit: '', rows: { by: 'months' }, columns: [column('contracted', '签订协议', 'Contracted', '穴', ['plot.contracted'], true), column('preNeed', '其中生前预购（特殊情形）', 'of them pre-need', '穴', ['plot.preNeed']), column('renewed', '续期', 'Renewed', '穴', ['plot.renewed'], true), column('interred', '安葬', 'Interments', '具', ['plot.interred']), column('eco', '其中生态安葬', 'of them eco', '具', ['plot.interred.eco']), column('removed', '起出', 'Removed', '具', ['plot.removed']), column('surrendered', '退还', 'Surrendered', '穴', ['plot.surrendered'])], identities: ['plots.ways', 'plots.cemeteries', 'plots.states', 'plots.occupants'] },
  { id: 'plots.cemeteries', title: text('墓位（格位）情况（分公墓）', 'Plots by cemetery'), unit: '', rows: { by: 'open', prefix: 'plot.interred.at.', named: 'cemetery' }, columns: [column('contracted', '签订协议', 'Contracted', '穴', ['plot.contracted.at.*'], true), column('interred', '安葬', 'Interments', '具', ['plot.interred.at.*']), column('removed', '起出', 'Removed', '具', ['plot.removed.at.*'])], identities: ['plots.cemeteries', 'plots.occupants'] },
  { id: 'relocation', title: text('迁坟（座、穴分列）', 'Relocation, graves and cells apart'), unit: '', rows: { by: 'months' }, columns: [...graves('declared', '登记', 'Opened'), ...graves('confirmed', '确认', 'Confirmed'), ...graves('exhumed', '起掘', 'Exhumed'), ...graves('paid', '补偿', 'Compensated', true), ...graves('reinterred', '再安葬', 'Re-interred'), column('public', '其中迁入公益性公墓', 'of them into public grounds, cells', '穴', ['relocation.reinterred.publicCells'])], identities: ['relocation.types.graves', 'relocation.types.cells', 'relocation.townships.graves', 'relocation.townships.cells', 'relocation.paid'] },
  { id: 'relocation.types', title: text('迁坟（分坟墓类型）', 'Relocation by kind of grave'), unit: '', rows: { by: 'list', list: listed(graveTypes) }, columns: [column('declared.graves', '登记', 'Opened, graves', '座', ['relocation.declared.graves.type.*']), column('declared.cells', '登记', 'Opened, cells', '穴', ['relocation.declared.cells.type.*']), column('reinterred.graves', '再安葬', 'Re-interred, graves', '座', ['relocation.reinterred.graves.type.*']), column('reinterred.cells', '再安葬', 'Re-interred, cells', '穴', ['relocation.reinterred.cells.type.*'])], identities: ['relocation.types.graves', 'relocation.types.cells'] },
  { id: 'relocation.townships', title: text('迁坟再安葬（分乡镇）', 'Re-interred by township'), unit: '', rows: { by: 'open', prefix: 'relocation.reinterred.graves.township.', named: 'plain' }, columns: [column('graves', '再安葬', 'Re-interred, graves', '座', ['relocation.reinterred.graves.township.*']), column('cells', '再安葬', 'Re-interred, cells', '穴', ['relocation.reinterred.cells.township.*'])], identities: ['relocation.townships.graves', 'relocation.townships.cells'] },
  { id: 'inspections', title: text('公墓（设施）年检', 'Annual inspections'), unit: '处', rows: { by: 'months' }, columns: [column('total', '已检', 'Inspected', '处', ['inspection.total']), column('pass', '合格', 'Passed', '处', ['inspection.result.pass']), column('fix', '限期整改', 'To be mended', '处', ['inspection.result.fix']), column('fail', '不合格', 'Failed', '处', ['inspection.result.fail']), column('again', '复查', 'Inspected again', '处', ['inspection.again']), column('mended', '整改到位', 'Mended', '处', ['inspection.mended'])], identities: ['inspections.results', 'inspections.again'] },
  { id: 'illegal', title: text('私坟治理（分乡镇）', 'Illegal graves by township'), unit: '座', rows: { by: 'open', prefix: 'illegal.found.township.', named: 'plain' }, columns: [column('found', '发现', 'Found', '座', ['illegal.found.township.*']), column('ordered', '责令改正', 'Ordered', '座', ['illegal.ordered.township.*']), column('cleared', '治理', 'Cleared', '座', ['illegal.cleared.township.*']), column('dropped', '不予处理', 'Dropped', '座', ['illegal.dropped.township.*'])], identities: ['illegal.townships', 'illegal.ways', 'illegal.flow'] },
  { id: 'illegal.ways', title: text('私坟治理（分方式）', 'Illegal graves by how they were cleared'), unit: '座', rows: { by: 'list', list: listed(clearings) }, columns: [column('cleared', '治理', 'Cleared', '座', ['illegal.cleared.how.*'])], identities: ['illegal.ways'] },
  { id: 'qingming', title: text('清明祭扫', 'Qingming'), unit: '', rows: { by: 'months' }, columns: ([['visitors', '祭扫人数', 'Visitors', '人次'], ['vehicles', '车辆', 'Vehicles', '辆'], ['lowCarbon', '其中低碳祭扫', 'of them low-carbon', '人次'], ['online', '网络祭扫', 'Online', '人次'], ['incidents', '突发事件', 'Incidents', '件'], ['complaints', '投诉', 'Complaints', '件'], ['ashes', '安葬骨灰', 'Ashes placed', '具'], ['eco', '其中生态安葬', 'of them eco', '具']] as const).map(([id, zh, en, unit]) => column(id, zh, en, unit, [`qingming.${id}`])), identities: [] },
]

/** The table of an id, or undefined. */
export const findBurialTable = (id: string): BurialTableDefinition | undefined => burialTables.find((table) => table.id === id)

/** The cells by which an act is told in the list of what came late: one line for each, not one for every column it counts in. */
export const headlineCells: readonly string[] = [
  'received.total', 'cremated.total', 'limb.total', 'bones.total', 'certificate.first', 'certificate.reissue', 'vigil.total', 'farewell.total', 'waiver.total', 'reward.total', 'deposit.in', 'deposit.out', 'placed.total', 'moved.total', 'ashesReleased.total', 'transportedOut.total', 'bodyBuried.total', 'donated.total',
  'plot.contracted', 'plot.interred', 'plot.removed', 'relocation.declared.cells', 'relocation.paid.graves', 'relocation.reinterred.graves', 'relocation.reinterred.cells', 'inspection.total', 'illegal.found', 'illegal.cleared', 'qingming.visitors',
]
