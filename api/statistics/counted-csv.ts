import { csv } from '../../domain/csv.ts'
import { text, type Language, type Text } from '../../domain/text.ts'
import { tenThousands, yuan } from '../../domain/waiver/money.ts'
import { unitText } from '../../domain/statistics/units.ts'

/** A counted table as the door tells it. */
export interface CountedTable {
  readonly title: Text
  readonly unit: string
  readonly from: string
  readonly to: string
  readonly columns: readonly { readonly title: Text; readonly unit: string }[]
  readonly rows: readonly { readonly title: Text; readonly cells: readonly { readonly value: number; readonly fen?: number | null }[] }[]
  readonly identities: readonly { readonly line: Text }[]
}

const titled = (title: Text, unit: string): Text => (unit === '' ? title : text(`${title.zh}（${unit}）`, `${title.en} (${unitText(unit).en})`))

/** A table as rows of a spreadsheet: title, unit and period first, identities last; an amount stands in yuan beside its count, and in 万元 beside that. */
export const countedCsv = (table: CountedTable, language: Language): string => {
  const say = (words: Text): string => words[language]
  const money = table.columns.map((_, index) => table.rows.some((row) => (row.cells[index]?.fen ?? null) !== null))
  const amount = (index: number, title: Text): string[] => (money[index] === true ? [say(text(`${title.zh} 金额（元）`, `${title.en}, yuan`)), say(text(`${title.zh} 金额（万元）`, `${title.en}, 10,000 yuan`))] : [])
  return csv([
    [say(table.title), table.unit === '' ? '' : say(text(`单位：${table.unit}`, `Unit: ${unitText(table.unit).en}`)), language === 'zh' ? `${table.from} 至 ${table.to}` : `${table.from} to ${table.to}`],
    ['', ...table.columns.flatMap((column, index) => [say(titled(column.title, column.unit)), ...amount(index, column.title)])],
    ...table.rows.map((row) => [say(row.title), ...row.cells.flatMap((cell, index) => [String(cell.value), ...(money[index] === true ? (typeof cell.fen === 'number' ? [yuan(cell.fen), tenThousands(cell.fen)] : ['', '']) : [])])]),
    ...table.identities.map((identity) => [say(identity.line)]),
  ])
}

/** A table as a file for spreadsheets, named by its title and period. */
export const csvResponse = (table: CountedTable, language: Language, plainName: string): Response => {
  const name = `${table.title[language]}-${table.from}-${table.to}.csv`
  return new Response(countedCsv(table, language), { headers: { 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="${plainName}.csv"; filename*=UTF-8''${encodeURIComponent(name)}` } })
}
