import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { yuan } from '../waiver/money.ts'

/** Sums by cell, each a count and fen. */
export type CellSums = ReadonlyMap<string, { readonly count: number; readonly fen: number }>

/** A word that somebody typed, as the part of a cell: without the marks that cells are told apart by. */
export const inCell = (word: string): string => word.replaceAll(',', '，').replaceAll('@', '＠').replaceAll('*', '＊')

/** A column: the cells of which it is the sum, `*` standing for the row; with `money` its amount stands beside the count. */
export interface CountColumn<Unit extends string = string> {
  readonly id: string
  readonly title: Text
  readonly unit: Unit
  readonly money: boolean
  readonly cells: readonly string[]
  /** Counted from the first of January of the year to the end of the row. */
  readonly toDate?: true
  /** The cells of the row of the whole, where the counts of the rows do not add up to it. */
  readonly whole?: readonly string[]
}

/** A row that a list closes. */
export interface ListedRow { readonly id: string; readonly title: Text }

/** Makes a column. */
export const column = <U extends string>(id: string, zh: string, en: string, unit: U, cells: readonly string[], money = false): CountColumn<U> => ({ id, title: text(zh, en), unit, money, cells })
/** The same column, whose whole is counted in cells of its own. */
export const outOf = <U extends string>(given: CountColumn<U>, ...whole: readonly string[]): CountColumn<U> => ({ ...given, whole })
/** The same column, counted from the first of January. */
export const toDate = <U extends string>(given: CountColumn<U>): CountColumn<U> => ({ ...given, id: `${given.id}.toDate`, title: text(`${given.title.zh}（本年累计）`, `${given.title.en}, year to date`), toDate: true })

/** An entry of a code table, or of another list with titles. */
export interface Named { readonly id?: string; readonly code?: string; readonly title?: Text; readonly zh?: string; readonly en?: string }
/** The rows of a list. */
export const listed = (list: readonly Named[]): readonly ListedRow[] => list.map((entry) => ({ id: entry.id ?? entry.code ?? '', title: entry.title ?? text(entry.zh ?? '', entry.en ?? '') }))

/** A check of the counts: both sides as cells. `period` looks at what counted within it, `standing` at all there is at its end, `ever` at all that was entered: what came late counts after its own day, so that an order of acts is asked of the whole alone. A cell that ends in `*` takes all below it. */
export interface CountIdentity<Unit extends string = string> {
  readonly id: string
  readonly name: Text
  readonly unit: Unit
  readonly scope: 'period' | 'standing' | 'ever'
  readonly relation: '=' | '≤'
  readonly left: readonly string[]
  readonly right: readonly string[]
  /** Subtracted from the right side. */
  readonly less?: readonly string[]
}

export type IdentityRow<Unit extends string = string> = readonly [id: string, zh: string, en: string, unit: Unit, left: readonly string[], right: readonly string[], scope?: CountIdentity['scope'], relation?: '=' | '≤', less?: readonly string[]]
/** Makes an identity out of its row. */
export const identityOf = <U extends string>([id, zh, en, unit, left, right, scope = 'period', relation = '=', less]: IdentityRow<U>): CountIdentity<U> => ({ id, name: text(zh, en), unit, scope, relation, left, right, ...(less === undefined ? {} : { less }) })

/** An identity of a period, both sides counted. Amounts in fen. */
export interface CheckedIdentity {
  readonly id: string
  readonly name: Text
  readonly left: number
  readonly right: number
  readonly holds: boolean
  readonly relation: '=' | '≤'
  readonly line: Text
}

/** The cells that a cell of an identity means. `a.@*` are those of all homes below a prefix, `a@*` those of one cell. */
const meant = (pattern: string): ((cell: string) => boolean) => {
  if (pattern.endsWith('.@*')) return (cell) => cell.startsWith(pattern.slice(0, -2)) && cell.includes('@')
  if (pattern.endsWith('@*')) return (cell) => cell.startsWith(pattern.slice(0, -1))
  if (pattern.endsWith('*')) return (cell) => cell.startsWith(pattern.slice(0, -1)) && !cell.includes('@')
  return (cell) => cell === pattern
}

/** What must be read for an identity: prefixes and cells. */
export const prefixesOf = ({ left, right, less = [] }: CountIdentity): readonly string[] => [...left, ...right, ...less].map((pattern) => (pattern.endsWith('.@*') ? pattern.slice(0, -2) : pattern.endsWith('@*') ? `${pattern.slice(0, pattern.indexOf('.'))}.` : pattern.endsWith('*') ? pattern.slice(0, -1) : pattern))

/** The words of a checked identity, with both its sides. */
export const checked = (id: string, name: Text, unit: string, left: number, right: number, relation: '=' | '≤' = '='): CheckedIdentity => {
  const holds = relation === '=' ? left === right : left <= right
  const say = (value: number): string => (unit === '元' ? yuan(value) : String(value))
  const mark = holds ? text('相符', 'holds') : text(`不符，差 ${say(left - right)}`, `does not hold, off by ${say(left - right)}`)
  return { id, name, left, right, relation, holds, line: text(`${name.zh}：${say(left)}${unit} ${relation} ${say(right)}${unit}，${mark.zh}`, `${name.en}: ${say(left)} ${relation} ${say(right)}${unit === '元' ? ' yuan' : ''}, ${mark.en}`) }
}

/** Checks an identity on sums. */
export const checkIdentity = (given: CountIdentity, sums: CellSums): CheckedIdentity => {
  const money = given.unit === '元'
  const sum = (patterns: readonly string[]): number => {
    const tests = patterns.map(meant)
    let total = 0
    for (const [cell, { count, fen }] of sums) for (const test of tests) if (test(cell)) total += money ? fen : count
    return total
  }
  return checked(given.id, given.name, given.unit, sum(given.left), sum(given.right) - sum(given.less ?? []), given.relation)
}
