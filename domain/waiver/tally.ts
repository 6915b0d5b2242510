import type { JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { SettledWaiver, WaiverAction } from './actions.ts'
import type { ItemGroup, StatisticalClass, WaiverItem } from './codes.ts'
import { groupOf } from './codes.ts'

/** One line of the counts: a settlement, or the line that takes it back on a later day; a closed month is never edited. */
export interface WaiverRow {
  readonly caseId: string
  readonly number: string
  readonly day: string
  readonly sign: 1 | -1
  readonly waiver: SettledWaiver
}

/** The lines of the journal in order; throws `not_found` for a reversal of nothing, `conflict` for a number settled or taken back twice. */
export const waiverRows = (entries: Iterable<JournalEntry<WaiverAction>>): readonly WaiverRow[] => {
  const rows: WaiverRow[] = []
  const standing = new Map<string, WaiverRow>()
  const known = new Set<string>()
  for (const { action } of entries) {
    if (action.kind === 'waiver.settled') {
      const { number, waiver } = action.body
      if (known.has(number)) throw new LantaiError('conflict', text(`减免编号 ${number} 已经用过`, `The waiver number ${number} is used`), 'number')
      known.add(number)
      const row: WaiverRow = { caseId: action.subject, number, day: waiver.day, sign: 1, waiver }
      standing.set(number, row)
      rows.push(row)
    } else if (action.kind === 'waiver.reversed') {
      const { number, day } = action.body
      const row = standing.get(number)
      if (row === undefined) throw known.has(number) ? new LantaiError('conflict', text(`减免 ${number} 已经撤销`, `The waiver ${number} was taken back already`), 'number') : new LantaiError('not_found', text(`没有减免 ${number}`, `There is no waiver ${number}`), 'number')
      if (day < row.day) throw new LantaiError('invalid', text('撤销日期早于减免日期', 'It is taken back before it was given'), 'day')
      standing.delete(number)
      rows.push({ ...row, day, sign: -1 })
    }
  }
  return rows
}

/** A count of cases (人次) and fen. */
export interface Tally {
  readonly cases: number
  readonly fen: number
}

/** Waivers of a period by everything they are asked by; amounts in fen, a line taken back counts less. */
export interface WaiverTally {
  readonly total: Tally
  readonly actualFen: number
  readonly selfPaidFen: number
  readonly byItem: ReadonlyMap<WaiverItem, Tally>
  readonly byGroup: ReadonlyMap<ItemGroup, Tally>
  readonly byClass: ReadonlyMap<StatisticalClass, Tally>
  readonly byBearer: ReadonlyMap<string, Tally>
  readonly byPolicy: ReadonlyMap<string, Tally>
  readonly byMonth: ReadonlyMap<string, Tally>
}

const adder = <K>(map: Map<K, Tally>) => (key: K, fen: number, cases: number): void => {
  const before = map.get(key)
  map.set(key, { cases: (before?.cases ?? 0) + cases, fen: (before?.fen ?? 0) + fen })
}

/** Sums by key within one settlement, so that a case with two lines of an item counts once. */
const within = <K, V>(values: readonly V[], keyOf: (value: V) => K, fenOf: (value: V) => number): ReadonlyMap<K, number> => {
  const sums = new Map<K, number>()
  for (const value of values) sums.set(keyOf(value), (sums.get(keyOf(value)) ?? 0) + fenOf(value))
  return sums
}

/** Counts the lines whose day lies in a period, both ends in it. A case counts (减免人次) where something was waived. */
export const tallyWaivers = (rows: readonly WaiverRow[], period: { readonly from: string; readonly to: string }): WaiverTally => {
  const maps = { item: new Map<WaiverItem, Tally>(), group: new Map<ItemGroup, Tally>(), class: new Map<StatisticalClass, Tally>(), bearer: new Map<string, Tally>(), policy: new Map<string, Tally>(), month: new Map<string, Tally>() }
  const [item, group, counted, bearer, policy, month] = [adder(maps.item), adder(maps.group), adder(maps.class), adder(maps.bearer), adder(maps.policy), adder(maps.month)]
  let [cases, fen, actualFen, selfPaidFen] = [0, 0, 0, 0]
  for (const { day, sign, waiver } of rows) {
    if (day < period.from || day > period.to || waiver.waivedFen === 0) continue
    const enter = <K>(add: (key: K, fen: number, cases: number) => void, sums: ReadonlyMap<K, number>): void => sums.forEach((sum, key) => {
      if (sum > 0) add(key, sign * sum, sign)
    })
    cases += sign
    fen += sign * waiver.waivedFen
    actualFen += sign * waiver.actualFen
    selfPaidFen += sign * waiver.selfPaidFen
    enter(item, within(waiver.lines, (line) => line.item, (line) => line.waivedFen))
    enter(group, within(waiver.lines, (line) => groupOf(line.item), (line) => line.waivedFen))
    enter(counted, within(waiver.grants, (grant) => grant.counted, (grant) => grant.waivedFen))
    enter(policy, within(waiver.grants, (grant) => grant.policy, (grant) => grant.waivedFen))
    enter(bearer, within(waiver.grants.flatMap((grant) => grant.bearers), (part) => part.bearer, (part) => part.fen))
    enter(month, new Map([[day.slice(0, 7), waiver.waivedFen]]))
  }
  return { total: { cases, fen }, actualFen, selfPaidFen, byItem: maps.item, byGroup: maps.group, byClass: maps.class, byBearer: maps.bearer, byPolicy: maps.policy, byMonth: maps.month }
}

/** An identity of a tally: both sides in fen, and whether it holds. */
export interface TallyCheck {
  readonly id: string
  readonly name: Text
  readonly leftFen: number
  readonly rightFen: number
  readonly holds: boolean
}

/** The identities that every tally of waivers keeps: the total is the sum over items, groups, classes, bearers, policies and months, and actual is waived and self-paid. */
export const waiverChecks = (tally: WaiverTally): readonly TallyCheck[] => {
  const sum = (map: ReadonlyMap<unknown, Tally>): number => [...map.values()].reduce((total, { fen }) => total + fen, 0)
  const check = (id: string, zh: string, en: string, leftFen: number, rightFen: number): TallyCheck => ({ id, name: text(zh, en), leftFen, rightFen, holds: leftFen === rightFen })
  return [
    check('waiver.items', '减免总额 = 各项目之和', 'waived = sum over items', tally.total.fen, sum(tally.byItem)),
    check('waiver.groups', '减免总额 = 四项基本服务 + 守灵厅 + 其他', 'waived = basic items + vigil halls + others', tally.total.fen, sum(tally.byGroup)),
    check('waiver.classes', '减免总额 = 各类对象之和', 'waived = sum over classes', tally.total.fen, sum(tally.byClass)),
    check('waiver.bearers', '减免总额 = 各负担单位之和', 'waived = sum over bearers', tally.total.fen, sum(tally.byBearer)),
    check('waiver.policies', '减免总额 = 各政策之和', 'waived = sum over policies', tally.total.fen, sum(tally.byPolicy)),
    check('waiver.months', '减免总额 = 各月之和', 'waived = sum over months', tally.total.fen, sum(tally.byMonth)),
    check('waiver.actual', '实际费用 = 减免 + 自付', 'actual = waived + self-paid', tally.actualFen, tally.total.fen + tally.selfPaidFen),
  ]
}
