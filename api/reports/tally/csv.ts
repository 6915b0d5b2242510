import { csv } from '../../../domain/csv.ts'
import type { BookTable, Indicator, Span, TallyBook } from '../../../domain/reports/shapes.ts'
import { unitText } from '../../../domain/statistics/units.ts'
import { text, type Language, type Text } from '../../../domain/text.ts'
import { yuan } from '../../../domain/waiver/money.ts'

/** A book as one table for spreadsheets: its head, the summary, every table with its identities, late lines, checks and notes, one below the other. */

const spanTitles: Readonly<Record<Span, Text>> = { period: text('本期', 'Period'), previous: text('上期', 'Previous'), yearBefore: text('上年同期', 'Year before'), toDate: text('本年累计', 'Year to date') }
const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(2)}%`)

/** A heading with its unit, unless its words end with it already. */
const titled = (title: Text, unit: string): Text => (unit === '' || title.zh.endsWith(`（${unit}）`) ? title : text(`${title.zh}（${unit}）`, `${title.en} (${unitText(unit).en})`))

/** The rows of a book in a language. */
export const bookCsv = (book: TallyBook, language: Language): string => {
  const say = (words: Text): string => words[language]
  const both = (zh: string, en: string): string => (language === 'zh' ? zh : en)
  const amount = ({ money }: Pick<Indicator, 'money'>, value: number): string => (money ? yuan(value) : String(value))

  const summary = [
    [both('汇总', 'Summary')],
    [both('代码', 'Code'), both('窗口', 'Window'), both('指标（单位）', 'Line (unit)'), ...(['period', 'previous', 'yearBefore', 'toDate'] as const).map((span) => say(spanTitles[span])), both('上年累计', 'Year to date, year before'), both('本期补记更正', 'Corrections')],
    ...book.indicators.map((line) => [line.code, say(book.windows.find(({ id }) => id === line.window)?.title ?? text(line.window, line.window)), say(titled(line.title, line.unit)), ...[line.period, line.previous, line.yearBefore, line.toDate, line.toDateBefore, line.corrections].map((value) => amount(line, value))]),
  ]
  const tableRows = (table: BookTable): string[][] => {
    const shared = table.columns.map((_, index) => table.rows.some(({ lines }) => lines.some(({ cells }) => (cells[index]?.share ?? null) !== null)))
    return [
      [],
      [say(table.title), table.unit === '' ? '' : both(`单位：${table.unit}`, `Unit: ${unitText(table.unit).en}`)],
      ['', '', ...table.columns.flatMap(({ title, unit, money }, index) => [say(titled(title, unit)), ...(money ? [say(text(`${title.zh} 金额（元）`, `${title.en}, yuan`))] : []), ...(shared[index] === true ? [`${say(title)} %`] : [])])],
      ...table.rows.flatMap(({ title, unit = '', lines }) => lines.map(({ span, cells }) => [
        say(titled(title, unit)), say(spanTitles[span]), ...table.columns.flatMap(({ money }, index) => {
          const cell = cells[index]
          return [String(cell?.count ?? ''), ...(money ? [typeof cell?.fen === 'number' ? yuan(cell.fen) : ''] : []), ...(shared[index] === true ? [percent(cell?.share ?? null)] : [])]
        }),
      ])),
      ...table.identities.map(({ line }) => [say(line)]),
    ]
  }
  const section = (zh: string, en: string, rows: readonly (readonly string[])[]): (readonly string[])[] => (rows.length === 0 ? [] : [[], [both(zh, en)], ...rows])
  return csv([
    [book.officeName, say(book.title), both(`${book.from} 至 ${book.to}`, `${book.from} to ${book.to}`), ...(book.sample ? [both('示例', 'Sample')] : [])],
    [both(`表号：${book.form.number}`, `Form: ${book.form.number}`), both(`批准文号：${book.form.approval}`, `Approval: ${book.form.approval}`), both(`制定机关：${book.form.maker}`, `Made by: ${book.form.maker}`), both(`区划代码：${book.area}`, `Area: ${book.area}`)],
    [both(`制表人：${book.preparer}`, `Prepared by: ${book.preparer}`), both(`审核人：${book.checker}`, `Checked by: ${book.checker}`), both(`生成时间：${book.at}`, `Made at: ${book.at}`)],
    [],
    ...summary,
    ...book.tables.flatMap(tableRows),
    ...section('补记、更正', 'Late lines', book.late.length === 0 ? [] : [
      [both('计入日', 'Counts on'), both('录入日', 'Entered on'), both('事项（单位）', 'Kind (unit)'), both('数量', 'Number'), both('金额（元）', 'Yuan'), both('柜台', 'Counter'), both('日志序号', 'Entry')],
      ...book.late.map((line) => [line.day, line.enteredOn, say(titled(line.title, line.unit)), String(line.count), yuan(line.fen), line.counter, String(line.seq)]),
      ...(book.lateMore > 0 ? [[both(`另有 ${String(book.lateMore)} 条未列出`, `${String(book.lateMore)} more are not listed`)]] : []),
    ]),
    ...section('核对', 'Checks', book.checks.map(({ line }) => [say(line)])),
    ...section('说明', 'Notes', book.notes.map(({ line }) => [say(line)])),
    ...(book.paragraph === '' ? [] : section('文字材料', 'Work report (Chinese)', [[book.paragraph]])),
  ])
}
