import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { ageBands, differenceBands, durationBands } from './bands.ts'
import type { Unit } from './cells.ts'
import { educationColumns, occupationGroups, reasonColumns, residenceGroups } from './groups.ts'

/** A column or row of a table: the cells of which it is the sum. */
export interface Part {
  readonly id: string
  readonly title: Text
  readonly cells: readonly string[]
  /** Shown as a share of another part, in percent. */
  readonly shareOf?: string
}

/** A statistical table as data: title, unit of its heading, its parts in order, and the identities that check it. */
export interface TableDefinition {
  readonly id: string
  readonly title: Text
  readonly unit: Unit
  readonly rows: 'none' | 'sex' | 'month' | 'day' | 'office'
  readonly parts: readonly Part[]
  readonly identities: readonly string[]
}

type Row = readonly [id: string, zh: string, en: string, cells: readonly string[], shareOf?: string]
const part = ([id, zh, en, cells, shareOf]: Row): Part => ({ id, title: text(zh, en), cells, ...(shareOf === undefined ? {} : { shareOf }) })
const of = (prefix: string, list: readonly { readonly id?: string; readonly code?: string; readonly title?: Text; readonly zh?: string; readonly en?: string }[]): readonly Part[] =>
  list.map((entry) => {
    const id = entry.id ?? entry.code ?? ''
    return { id, title: entry.title ?? text(entry.zh ?? '', entry.en ?? ''), cells: [`${prefix}.${id}`] }
  })

const windows = [['marriage', '结婚登记', 'Marriages'], ['divorce', '离婚登记', 'Divorces']] as const

const shared = windows.flatMap(([window, zh, en]): readonly TableDefinition[] => {
  const residence: readonly Part[] = [
    part(['total', '登记对数', 'Couples', [`${window}.total`]]),
    ...residenceGroups.flatMap((group): Part[] => [
      part([group.code, group.zh, group.en, [`${window}.residence.${group.code}`]]),
      ...(group.code === 'mainland' ? [] : [part([`${group.code}.woman`, '其中内地女性', 'with a mainland woman', [`${window}.mainlandWoman.${group.code}`]])]),
    ]),
  ]
  const ids = [`${window}.residence`, ...residenceGroups.filter((group) => group.code !== 'mainland').map((group) => `${window}.mainlandWoman.${group.code}`)]
  const bySex = (id: string, title: Text): TableDefinition => ({
    id: `${window}.${id}`, title, unit: '人', rows: 'sex', identities: [`${window}.age`, `${window}.age.man`, `${window}.age.woman`, `${window}.age.under`],
    parts: (['man', 'woman'] as const).flatMap((sex) => [{ id: `${sex}.total`, title: sex === 'man' ? text('男 合计', 'Men, total') : text('女 合计', 'Women, total'), cells: ageBands.map((band) => `${window}.age.${sex}.${band.id}`) }, ...ageBands.map((band) => ({ id: `${sex}.${band.id}`, title: text(`${sex === 'man' ? '男' : '女'} ${band.title.zh}`, `${sex === 'man' ? 'Men' : 'Women'}, ${band.title.en}`), cells: [`${window}.age.${sex}.${band.id}`] }))]),
  })
  return [
    { id: `${window}.overview`, title: text(`${zh}统计总表`, `${en}: overview`), unit: '对', rows: 'office', parts: residence, identities: [...ids, `${window}.offices`] },
    { id: `${window}.byDay`, title: text(`${zh}统计表（按日）`, `${en} by day`), unit: '对', rows: 'day', parts: residence, identities: [...ids, `${window}.days`] },
    { id: `${window}.byMonth`, title: text(`${zh}统计表（12个月）`, `${en} by month`), unit: '对', rows: 'month', parts: residence, identities: [...ids, `${window}.months`] },
    bySex('ages', text(`${zh}分年龄段统计表`, `${en} by age`)),
    { id: `${window}.difference`, title: text(`${zh}年龄差统计表`, `${en} by difference of age`), unit: '对', rows: 'none', parts: of(`${window}.difference`, differenceBands), identities: [`${window}.difference`] },
    { id: `${window}.education`, title: text(`${zh}文化程度统计表`, `${en} by education`), unit: '人', rows: 'none', parts: of(`${window}.education`, educationColumns), identities: [`${window}.education`] },
    { id: `${window}.occupation`, title: text(`${zh}职业统计表`, `${en} by occupation`), unit: '人', rows: 'none', parts: of(`${window}.occupation`, occupationGroups), identities: [`${window}.occupation`] },
  ]
})

const again = ['marriage.again.man', 'marriage.again.woman']

/** Every table of the office's statistics. */
export const tableDefinitions: readonly TableDefinition[] = [
  ...shared,
  {
    id: 'marriage.status', title: text('婚姻状况统计表', 'First and further marriages'), unit: '人', rows: 'none', identities: ['marriage.persons', 'marriage.order.man', 'marriage.order.woman', 'marriage.former', 'marriage.former.even'],
    parts: ([
      ['first', '初婚人数', 'First marriages', ['marriage.first.man', 'marriage.first.woman'], 'all'], ['first.man', '初婚 男', 'First, men', ['marriage.first.man']], ['first.woman', '初婚 女', 'First, women', ['marriage.first.woman']],
      ['again', '再婚人数', 'Married again', again, 'all'], ['again.man', '再婚 男', 'Again, men', ['marriage.again.man']], ['again.woman', '再婚 女', 'Again, women', ['marriage.again.woman']],
      ['former', '再婚中复婚人数', 'Of them to the former spouse', ['marriage.former'], 'again'], ['all', '合计', 'All', ['marriage.first.man', 'marriage.first.woman', ...again]],
    ] as readonly Row[]).map(part),
  },
  {
    id: 'marriage.againAges', title: text('再婚分年龄段统计表', 'Married again, by age'), unit: '人', rows: 'sex', identities: ['marriage.againAge'],
    parts: (['man', 'woman'] as const).flatMap((sex) => ageBands.map((band) => ({ id: `${sex}.${band.id}`, title: text(`${sex === 'man' ? '男' : '女'} ${band.title.zh}`, `${sex === 'man' ? 'Men' : 'Women'}, ${band.title.en}`), cells: [`marriage.againAge.${sex}.${band.id}`] }))),
  },
  { id: 'divorce.duration', title: text('婚姻维系时间统计表', 'Divorces by duration of the marriage'), unit: '对', rows: 'none', parts: of('divorce.duration', durationBands), identities: ['divorce.duration'] },
  { id: 'divorce.reason', title: text('离婚原因统计表', 'Divorces by reason'), unit: '对', rows: 'none', parts: of('divorce.reason', reasonColumns), identities: ['divorce.reason'] },
  {
    id: 'divorce.applications', title: text('离婚登记申请办理情况', 'Divorce applications'), unit: '件', rows: 'none', identities: ['application.ends', 'application.registered'],
    parts: ([['accepted', '受理', 'Accepted', ['application.accepted']], ['withdrawn', '撤回', 'Withdrawn', ['application.withdrawn'], 'accepted'], ['lapsed', '视为撤回', 'Deemed withdrawn', ['application.lapsed'], 'accepted'], ['registered', '登记', 'Registered', ['application.registered'], 'accepted'], ['refused', '不予办理', 'Refused', ['application.refused'], 'accepted'], ['open', '在办', 'Running', ['application.open'], 'accepted']] as readonly Row[]).map(part),
  },
  {
    id: 'reissue.places', title: text('补发婚姻登记证统计表', 'Reissues'), unit: '件', rows: 'none', identities: ['reissue.places', 'reissue.proxied.local', 'reissue.proxied.elsewhere'],
    parts: ([['total', '总数', 'All', ['reissue.total']], ['local', '本地补发', 'Local', ['reissue.place.local'], 'total'], ['local.proxied', '其中委托补发', 'of them by proxy', ['reissue.proxied.local'], 'local'], ['elsewhere', '异地补发', 'Elsewhere', ['reissue.place.elsewhere'], 'total'], ['elsewhere.proxied', '其中委托补发', 'of them by proxy', ['reissue.proxied.elsewhere'], 'elsewhere']] as readonly Row[]).map(part),
  },
  {
    id: 'reissue.revocation', title: text('补领、撤销统计表', 'Reissues and revocations'), unit: '件', rows: 'none', identities: ['reissue.certificates'],
    parts: ([['total', '补领证合计', 'Reissued', ['reissue.total']], ['marriage', '补领结婚证', 'Marriage certificates', ['reissue.certificate.marriage']], ['divorce', '补领离婚证', 'Divorce certificates', ['reissue.certificate.divorce']], ['revoked', '撤销登记', 'Registrations revoked', ['ending.revoked']]] as readonly Row[]).map(part),
  },
]

/** The value of a part, and its share where it has one (null when the whole is 0). */
export const partValue = (table: TableDefinition, wanted: Part, at: (cell: string) => number): { readonly value: number; readonly share: number | null } => {
  const sum = (entry: Part): number => entry.cells.reduce((total, cell) => total + at(cell), 0)
  const whole = table.parts.find((entry) => entry.id === wanted.shareOf)
  const base = whole === undefined ? 0 : sum(whole)
  return { value: sum(wanted), share: base === 0 ? null : sum(wanted) / base }
}
