import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { residenceGroups } from './groups.ts'
import { ageBands, differenceBands, durationBands } from './bands.ts'
import type { Counts, Unit } from './cells.ts'
import { countAt, sumOver } from './cells.ts'

/** One side of an identity: what it is and what it comes to. */
export interface Side {
  readonly label: Text
  readonly value: number
}

/** A check of a table: its name, both sides, and whether it holds. */
export interface Identity {
  readonly id: string
  readonly name: Text
  readonly unit: Unit
  readonly relation: '=' | '≤' | 'even'
  readonly left: Side
  readonly right: Side
  readonly holds: boolean
  /** How far apart rounded figures may lie; 0 for counted ones. */
  readonly tolerance: number
}

const side = (zh: string, en: string, value: number): Side => ({ label: text(zh, en), value })

/** An equation of two sides; rounded published figures carry a tolerance. */
export const equation = (id: string, name: Text, unit: Unit, left: Side, right: Side, tolerance = 0): Identity => ({ id, name, unit, relation: '=', left, right, tolerance, holds: Math.abs(left.value - right.value) <= tolerance + (tolerance > 0 ? 1e-9 : 0) })

/** A side that may not be larger than the other. */
export const atMost = (id: string, name: Text, unit: Unit, left: Side, right: Side): Identity => ({ id, name, unit, relation: '≤', left, right, tolerance: 0, holds: left.value <= right.value })

/** The line that says which identity was checked and its two sides. */
export const identityLine = (identity: Identity): Text => {
  const { name, left, right, relation, holds, unit } = identity
  const sign = relation === 'even' ? '' : relation
  const mark = holds ? text('相符', 'holds') : text(`不符，差 ${left.value - right.value}`, `does not hold, off by ${left.value - right.value}`)
  return relation === 'even'
    ? text(`${name.zh}：${left.label.zh} ${left.value}${unit}，${holds ? '为偶数' : '不是偶数'}`, `${name.en}: ${left.label.en} ${left.value}, ${holds ? 'even' : 'not even'}`)
    : text(`${name.zh}：${left.label.zh} ${left.value}${unit} ${sign} ${right.label.zh} ${right.value}${unit}，${mark.zh}`, `${name.en}: ${left.label.en} ${left.value} ${sign} ${right.label.en} ${right.value}, ${mark.en}`)
}

const sumOf = (counts: Counts, prefix: string, columns: readonly string[]): number => columns.reduce((sum, column) => sum + countAt(counts, `${prefix}.${column}`), 0)
const ids = (list: readonly { readonly id: string }[]): readonly string[] => list.map((entry) => entry.id)
const couples = (window: string): readonly [string, string] => (window === 'marriage' ? ['结婚登记对数', 'couples married'] : ['离婚登记对数', 'couples divorced'])

const coupleIdentities = (window: 'marriage' | 'divorce', counts: Counts): readonly Identity[] => {
  const total = countAt(counts, `${window}.total`)
  const [zh, en] = couples(window)
  const all = side(zh, en, total)
  const persons = side('2 × 对数', 'twice the couples', 2 * total)
  const name = (part: string, english: string): Text => text(`${window === 'marriage' ? '结婚' : '离婚'}：${part}`, `${window === 'marriage' ? 'Marriages' : 'Divorces'}: ${english}`)
  const men = sumOf(counts, `${window}.age.man`, ids(ageBands))
  const women = sumOf(counts, `${window}.age.woman`, ids(ageBands))
  return [
    equation(`${window}.residence`, name('各居住地之和 = 总数', 'residence groups add up'), '对', side('各居住地之和', 'sum of residence groups', sumOf(counts, `${window}.residence`, residenceGroups.map((group) => group.code))), all),
    ...residenceGroups.filter((group) => group.code !== 'mainland').map((group) => atMost(`${window}.mainlandWoman.${group.code}`, name(`${group.zh}中内地女性`, `mainland women, ${group.en}`), '对', side('其中内地女性', 'of them with a mainland woman', countAt(counts, `${window}.mainlandWoman.${group.code}`)), side(group.zh, group.en, countAt(counts, `${window}.residence.${group.code}`)))),
    equation(`${window}.age`, name('各年龄段之和 = 人数', 'age bands add up'), '人', side('各年龄段之和', 'sum of age bands', men + women), persons),
    equation(`${window}.age.man`, name('男方各年龄段之和 = 对数', 'men’s age bands add up'), '人', side('男方各年龄段之和', 'sum of men’s bands', men), side(zh, en, total)),
    equation(`${window}.age.woman`, name('女方各年龄段之和 = 对数', 'women’s age bands add up'), '人', side('女方各年龄段之和', 'sum of women’s bands', women), side(zh, en, total)),
    equation(`${window}.age.under`, name('男方 20、21 岁为 0', 'no man of 20 or 21'), '人', side('男方 20、21 岁', 'men of 20 and 21', sumOf(counts, `${window}.age.man`, ['20', '21'])), side('0', 'none', 0)),
    equation(`${window}.difference`, name('各年龄差之和 = 对数', 'age differences add up'), '对', side('各年龄差之和', 'sum of differences', sumOf(counts, `${window}.difference`, ids(differenceBands))), all),
    equation(`${window}.months`, name('各月之和 = 全年', 'months add up to the year'), '对', side('各月之和', 'sum of months', sumOver(counts, `${window}.month`)), all),
    equation(`${window}.days`, name('各日之和 = 总数', 'days add up'), '对', side('各日之和', 'sum of days', sumOver(counts, `${window}.day`)), all),
    equation(`${window}.offices`, name('各机关之和 = 总数', 'offices add up'), '对', side('各机关之和', 'sum of offices', sumOver(counts, `${window}.office`)), all),
    equation(`${window}.education`, name('文化程度之和 = 人数', 'education adds up'), '人', side('文化程度之和', 'sum of education', sumOver(counts, `${window}.education`)), persons),
    equation(`${window}.occupation`, name('职业之和 = 人数', 'occupation adds up'), '人', side('职业之和', 'sum of occupations', sumOver(counts, `${window}.occupation`)), persons),
  ]
}

/** The identities of the marriage tables. */
export const marriageIdentities = (counts: Counts): readonly Identity[] => {
  const total = countAt(counts, 'marriage.total')
  const at = (cell: string): number => countAt(counts, `marriage.${cell}`)
  const all = side('结婚登记对数', 'couples married', total)
  const first = at('first.man') + at('first.woman')
  const again = at('again.man') + at('again.woman')
  const former = side('复婚人数', 'remarried to the former spouse', at('former'))
  return [
    ...coupleIdentities('marriage', counts),
    equation('marriage.persons', text('初婚 + 再婚 = 2 × 对数', 'First + again = twice the couples'), '人', side('初婚 + 再婚', 'first + again', first + again), side('2 × 对数', 'twice the couples', 2 * total)),
    equation('marriage.order.man', text('男方初婚 + 再婚 = 对数', 'Men: first + again = couples'), '人', side('男方初婚 + 再婚', 'men, first + again', at('first.man') + at('again.man')), all),
    equation('marriage.order.woman', text('女方初婚 + 再婚 = 对数', 'Women: first + again = couples'), '人', side('女方初婚 + 再婚', 'women, first + again', at('first.woman') + at('again.woman')), all),
    equation('marriage.againAge', text('再婚各年龄段之和 = 再婚人数', 'Ages of the remarried add up'), '人', side('再婚各年龄段之和', 'sum of their age bands', sumOf(counts, 'marriage.againAge.man', ids(ageBands)) + sumOf(counts, 'marriage.againAge.woman', ids(ageBands))), side('再婚人数', 'married again', again)),
    atMost('marriage.former', text('复婚人数 ≤ 再婚人数', 'Former spouses are among the remarried'), '人', former, side('再婚人数', 'married again', again)),
    { id: 'marriage.former.even', name: text('复婚人数为偶数', 'Former spouses come in twos'), unit: '人', relation: 'even', left: former, right: side('', '', 0), tolerance: 0, holds: former.value % 2 === 0 },
  ]
}

/** The identities of the divorce tables. */
export const divorceIdentities = (counts: Counts): readonly Identity[] => {
  const all = side('离婚登记对数', 'couples divorced', countAt(counts, 'divorce.total'))
  return [
    ...coupleIdentities('divorce', counts),
    equation('divorce.duration', text('各婚姻维系时间之和 = 离婚对数', 'Durations add up'), '对', side('各维系时间之和', 'sum of durations', sumOf(counts, 'divorce.duration', ids(durationBands))), all),
    equation('divorce.reason', text('各离婚原因之和 = 离婚对数', 'Reasons add up'), '对', side('各原因之和', 'sum of reasons', sumOver(counts, 'divorce.reason')), all),
  ]
}

/** accepted = withdrawn + deemed withdrawn + registered + refused + open; registered ≤ accepted of this and the previous period, or since a day that is given. */
export const applicationIdentities = (counts: Counts, registeredInPeriod: number, acceptedBefore: number, since?: string): readonly Identity[] => {
  const accepted = countAt(counts, 'application.accepted')
  const ends = ['withdrawn', 'lapsed', 'registered', 'refused', 'open']
  return [
    equation('application.ends', text('受理 = 撤回 + 视为撤回 + 登记 + 不予办理 + 在办', 'Accepted = withdrawn + lapsed + registered + refused + running'), '件', side('受理', 'accepted', accepted), side('各结果之和', 'sum of outcomes', sumOf(counts, 'application', ends))),
    atMost('application.registered', text('离婚登记 ≤ 本期和上期受理', 'Registered ≤ accepted in this and the last period'), '件', side('本期离婚登记', 'registered', registeredInPeriod), since === undefined ? side('本期和上期受理', 'accepted in both', accepted + acceptedBefore) : side(`自${since}起受理`, `accepted since ${since}`, accepted + acceptedBefore)),
  ]
}

/** The identities of the reissue tables. */
export const reissueIdentities = (counts: Counts): readonly Identity[] => {
  const at = (cell: string): number => countAt(counts, `reissue.${cell}`)
  const all = side('补领证合计', 'reissued', at('total'))
  return [
    equation('reissue.certificates', text('补领结婚证 + 补领离婚证 = 合计', 'Marriage + divorce certificates = reissued'), '件', side('补领结婚证 + 补领离婚证', 'both certificates', at('certificate.marriage') + at('certificate.divorce')), all),
    equation('reissue.places', text('本地补发 + 异地补发 = 合计', 'Local + elsewhere = reissued'), '件', side('本地补发 + 异地补发', 'local + elsewhere', at('place.local') + at('place.elsewhere')), all),
    atMost('reissue.proxied.local', text('本地委托补发 ≤ 本地补发', 'Local by proxy ≤ local'), '件', side('本地委托补发', 'local by proxy', at('proxied.local')), side('本地补发', 'local', at('place.local'))),
    atMost('reissue.proxied.elsewhere', text('异地委托补发 ≤ 异地补发', 'Elsewhere by proxy ≤ elsewhere'), '件', side('异地委托补发', 'elsewhere by proxy', at('proxied.elsewhere')), side('异地补发', 'elsewhere', at('place.elsewhere'))),
  ]
}

/** issued = 2 × (marriages + divorces) + booklets reissued; issued + voided = stock used. */
export const bookletIdentities = (counts: { readonly marriages: number; readonly divorces: number; readonly reissued: number; readonly issued: number; readonly voided: number; readonly stockUsed: number }): readonly Identity[] => [
  equation('booklets.issued', text('发出证件 = 2 ×（结婚 + 离婚）+ 补发', 'Issued = 2 × (marriages + divorces) + reissued'), '本', side('发出证件', 'issued', counts.issued), side('2 ×（结婚 + 离婚）+ 补发', 'twice the couples, with those reissued', 2 * (counts.marriages + counts.divorces) + counts.reissued)),
  equation('booklets.stock', text('发出 + 作废 = 领用', 'Issued + voided = stock used'), '本', side('发出 + 作废', 'issued + voided', counts.issued + counts.voided), side('领用', 'stock used', counts.stockUsed)),
]
