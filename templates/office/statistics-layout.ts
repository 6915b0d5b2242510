import type { StatisticsSheet } from '../contract.ts'

export type StatisticsTable = StatisticsSheet['tables'][number]
interface Value { readonly value: number; readonly share: number | null }
interface Line { readonly title: string; readonly values: readonly Value[] }

/** A table as it is set: its lines and its columns, cut so that every figure can be read. */
export interface Layout { readonly landscape: boolean; readonly blocks: readonly Block[] }
/** Columns that stand side by side; `share` columns show per cent. */
export interface Block { readonly columns: readonly { readonly title: string; readonly share: boolean; readonly pick: (line: Line) => string }[]; readonly lines: readonly Line[]; readonly head: string }

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

// a long table of narrow columns stands upright, so that a month of days is one page
const most = { portrait: 8, narrow: 13, landscape: 14, fewLines: 14 }

/** Sets a table: upright where its columns have room, across where they need it; turned or cut into blocks where even that would be too narrow. */
export const layoutOf = (given: StatisticsTable): Layout => {
  const split = bySex(given) ?? given
  const wide = columnsOf(split).length
  const table = wide > most.landscape && split.rows.length <= 6 ? turned(split) : split
  const columns = columnsOf(table)
  const long = table.rows.length > most.fewLines
  const landscape = columns.length > (long ? most.narrow : most.portrait)
  const per = landscape ? most.landscape : long ? most.narrow : most.portrait
  const count = Math.max(1, Math.ceil(columns.length / per))
  // blocks of like width, so that the last is not a single column
  const each = Math.ceil(columns.length / count)
  const blocks = Array.from({ length: count }, (_, i): Block => ({ columns: columns.slice(i * each, (i + 1) * each), lines: table.rows, head: table === split ? '' : '项　　目' }))
  return { landscape, blocks }
}

const columnsOf = (table: StatisticsTable): Block['columns'] => table.columns.flatMap((title, i) => [
  { title, share: false, pick: (line: Line) => figure(line.values[i]) },
  ...(table.rows.some(({ values }) => typeof values[i]?.share === 'number') ? [{ title: '占比（%）', share: true, pick: (line: Line) => percent(line.values[i]) }] : []),
])
