import { blocksOf, usualMost, type Block, type Layout } from '../case/tables-layout.ts'
import type { StatisticsSheet } from '../contract.ts'

export type StatisticsTable = StatisticsSheet['tables'][number]
interface Value { readonly value: number; readonly share: number | null }
interface Line { readonly title: string; readonly values: readonly Value[] }

const figure = (value: Value | undefined): string => (value === undefined ? '' : String(value.value))
const percent = (value: Value | undefined): string => (value?.share === null || value?.share === undefined ? '' : (value.share * 100).toFixed(2))

/** Columns that say 男 or 女 and then the same for both become lines 男 and 女, as the ministry's tables by age have it. */
const bySex = (table: StatisticsTable): StatisticsTable | undefined => {
  const named = table.columns.map((column) => /^(男|女)[ 　](.+)$/.exec(column))
  if (named.some((match) => match === null)) return undefined
  const of = (sex: string): readonly string[] => named.filter((match) => match?.[1] === sex).map((match) => match?.[2] ?? '')
  const men = of('男')
  if (men.length === 0 || men.join('\n') !== of('女').join('\n')) return undefined
  const at = (sex: string): readonly number[] => named.flatMap((match, i) => (match?.[1] === sex ? [i] : []))
  return { ...table, columns: men, rows: table.rows.flatMap((row) => (['男', '女'] as const).map((sex) => ({ title: table.rows.length === 1 ? sex : `${row.title} ${sex}`, values: at(sex).flatMap((i) => row.values[i] ?? []) }))) }
}

/** Lines become columns and columns lines, where there are few lines and many columns. */
const turned = (table: StatisticsTable): StatisticsTable => ({
  ...table, columns: table.rows.map(({ title }) => title), rows: table.columns.map((title, i) => ({ title, values: table.rows.flatMap((row) => row.values[i] ?? []) })),
})

/** Sets a table: upright where its columns have room, across where they need it; turned or cut into blocks where even that would be too narrow. */
export const layoutOf = (given: StatisticsTable): Layout<Line> => {
  const split = bySex(given) ?? given
  const wide = columnsOf(split).length
  const table = wide > usualMost.landscape && split.rows.length <= 6 ? turned(split) : split
  // a turned table says what its lines are
  return blocksOf(columnsOf(table), table.rows, table === split ? '' : '项　　目')
}

const columnsOf = (table: StatisticsTable): Block<Line>['columns'] => table.columns.flatMap((title, i) => [
  { title, share: false, pick: (line: Line) => figure(line.values[i]) },
  ...(table.rows.some(({ values }) => typeof values[i]?.share === 'number') ? [{ title: '占比（%）', share: true, pick: (line: Line) => percent(line.values[i]) }] : []),
])
