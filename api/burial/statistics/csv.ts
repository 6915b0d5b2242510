import { csv } from '../../../domain/csv.ts'
import { text, type Language, type Text } from '../../../domain/text.ts'
import { tenThousands, yuan } from '../../../domain/waiver/money.ts'
import type { BurialTable } from '../../schemas/waiver.ts'
import { unitText } from '../../units.ts'

const titled = (title: Text, unit: string): Text => (unit === '' ? title : text(`${title.zh}（${unit}）`, `${title.en} (${unitText(unit).en})`))

/** A table as rows of a spreadsheet: title, unit and period first, identities last; an amount stands in yuan beside its count, and in 万元 beside that. */
export const burialCsv = (table: BurialTable, language: Language): string => {
  const say = (words: Text): string => words[language]
  const money = table.columns.map((_, index) => table.rows.some((row) => (row.cells[index]?.fen ?? null) !== null))
  const amount = (index: number, title: Text): string[] => (money[index] === true ? [say(text(`${title.zh} 金额（元）`, `${title.en}, yuan`)), say(text(`${title.zh} 金额（万元）`, `${title.en}, 10,000 yuan`))] : [])
  return csv([
    [say(table.title), table.unit === '' ? '' : say(text(`单位：${table.unit}`, `Unit: ${unitText(table.unit).en}`)), language === 'zh' ? `${table.from} 至 ${table.to}` : `${table.from} to ${table.to}`],
    ['', ...table.columns.flatMap((column, index) => [say(titled(column.title, column.unit)), ...amount(index, column.title)])],
    ...table.rows.map((row) => [say(row.title), ...row.cells.flatMap((cell, index) => [String(cell.value), ...(money[index] === true ? [cell.fen === null ? '' : yuan(cell.fen), cell.fen === null ? '' : tenThousands(cell.fen)] : [])])]),
    ...table.identities.map((identity) => [say(identity.line)]),
  ])
}
