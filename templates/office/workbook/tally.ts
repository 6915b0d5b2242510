import { writeXlsx } from 'hucre/xlsx'
import { LantaiError } from '../../../domain/error.ts'
import type { BookTable, Indicator, TallyBook } from '../../../domain/reports/shapes.ts'
import { text } from '../../../domain/text.ts'
import { plainDay, plainDaysIn, plainMoment } from '../../case/words.ts'
import type { TallySheet } from '../../contract.ts'
import { growth, setTable, spanWords, withUnit, type Figure, type SetLine } from '../book-table.ts'
import { bookTitle, closedWords } from '../tally.ts'
import { count, looks, room, share, SheetRows, sheetName, words, yuanOf, type PageWords, type Shown } from './sheet.ts'

/** The workbook of a tally: a sheet for the summary, one with all names, one for each table, then checks, late lines and notes. The same book gives the same bytes. */
export const tallyWorkbook = async ({ book, closed }: TallySheet): Promise<Uint8Array> => {
  const made = new Date(book.at)
  if (Number.isNaN(made.getTime())) throw new LantaiError('invalid', text('制表时间不是有效的时刻。', 'The moment of making is not an instant.'), 'at')
  const taken = new Set<string>()
  const name = (wanted: string): string => {
    const found = sheetName(wanted, taken)
    taken.add(found.toLowerCase())
    return found
  }
  const page: PageWords = { left: `制表人：${book.preparer}　审核人：${book.checker}`, right: `制表时间：${plainMoment(book.at)}` }
  const summary = summarySheet(new SheetRows(name('汇总')), { book, closed })
  const contents = new SheetRows(name('目录'))
  const order = new Map(book.windows.map(({ id }, i) => [id, i]))
  const tables = book.tables.toSorted((a, b) => (order.get(a.window) ?? order.size) - (order.get(b.window) ?? order.size))
  const drawn = tables.map((one, i) => ({ one, ...tableSheet(new SheetRows(name(`表${i + 1} ${one.title.zh}`)), book, one, i + 1) }))
  const checks = checksSheet(new SheetRows(name('核对')), book, tables)
  const late = lateSheet(new SheetRows(name('补记更正')), book)
  const notes = notesSheet(new SheetRows(name('说明')), { book, closed })
  contentsSheet(contents, book, [summary, ...drawn.map(({ sheet }) => sheet), checks, late, notes].map((sheet) => sheet.name), drawn.map(({ one }) => one))
  const sheets = [summary.finish(page, [46, 9, 12]), contents.finish(page, [46, 30, 20]), ...drawn.map(({ sheet, widest }) => sheet.finish(page, widest)), checks.finish(page, [60, 110, 10]), late.finish(page, [18, 18, 30, 60]), notes.finish(page, [14, 130])]
  const bytes = await writeXlsx({
    sheets: sheets.map(({ sheet }) => sheet), namedRanges: sheets.flatMap(({ names }) => names), defaultFont: { name: '宋体', size: 10 },
    properties: { title: `${bookTitle(book)} ${book.title.zh}`, creator: book.officeName, subject: `${book.from} / ${book.to}`, description: `登记日志末项 第 ${book.head.seq} 号 ${book.head.hash}`, created: made, modified: made },
  })
  // an own buffer, so that it can be handed to another thread without a copy
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
}

const sample = (book: TallyBook): string => (book.sample ? '（示例）' : '')
const days = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? plainDay(from) : `${plainDay(from)}至${plainDay(to)}`)

const headOf = (sheet: SheetRows, book: TallyBook, title: string, unit: string, across: number): void => {
  sheet.over(words(`${title}${sample(book)}`, looks.title), across, { height: 28 })
  sheet.over(words(`编制单位：${book.officeName}　　地区编码：${book.area}　　${book.title.zh}${unit === '' ? '' : `　　计量单位：${unit}`}`), across, { height: 18 })
}

/** The figures of the office by window, as the form that goes up has them. */
const summarySheet = (sheet: SheetRows, { book, closed }: TallySheet): SheetRows => {
  const said = spanWords(book)
  const across = 11
  sheet.over(words(`${bookTitle(book)}${sample(book)}`, looks.title), across, { height: 30 })
  const { number, maker, approver, approval } = book.form
  const split = (left: string, right: string): void => {
    const at = sheet.row([words(left), null, null, null, null, null, words(right), null, null, null, null], { height: 16, free: true })
    sheet.join(at, 0, 5)
    sheet.join(at, 6, 10)
  }
  split(`编制单位：${book.officeName}`, `表　　号：${number}`)
  split(`地区编码：${book.area}`, `制定机关：${maker}`)
  split(`报告期：${book.title.zh}（${days(book)}）`, `批准机关：${approver}`)
  split(closedWords({ book, closed }), `批准文号：${approval}`)
  sheet.row(['指标名称', '计量单位', '代码', said.period, said.previous, '环比（%）', said.yearBefore, '同比（%）', said.toDate, '上年累计', '补记更正'].map((one) => words(one, looks.head)), { height: 30 })
  sheet.headRows = sheet.length
  sheet.headColumns = 1
  const known = new Set(book.windows.map(({ id }) => id))
  for (const { id, title } of [...book.windows, { id: '', title: text('其他', 'Other') }]) {
    const rows = book.indicators.filter(({ window }) => (id === '' ? !known.has(window) : window === id))
    if (rows.length === 0) continue
    sheet.row([words(title.zh, looks.group), ...Array.from({ length: across - 1 }, () => words('', looks.blank))])
    for (const one of rows) sheet.row(indicatorCells(one))
  }
  if (book.indicators.length === 0) sheet.over(words('本期没有统计指标。'), across)
  sheet.row([])
  const note = `注：${said.period}为${days(book)}；${said.previous}为${days(book.previous)}；${said.yearBefore}为${days(book.yearBefore)}；${said.toDate}为${days(book.toDate)}。对比期为零的不计算增减，留空。补记更正为本期录入、计入本年以前日期的数，带正负号，已含在${said.toDate}之中。`
  sheet.over(words(note, looks.wrapped), across, { height: 44 })
  if (book.paragraph !== '') sheet.over(words(`文字说明：${book.paragraph}`, looks.wrapped), across, { height: Math.ceil(room(book.paragraph) / 130 + 1) * 14 + 6 })
  return sheet
}

const indicatorCells = (one: Indicator): readonly Shown[] => {
  const figure = (value: number): Shown => (one.money ? yuanOf(value) : count(value))
  const grown = (before: number): Shown => {
    const found = growth(one.period, before)
    return found === undefined ? words('', looks.blank) : { number: found, style: looks.growth, digits: (found * 100).toFixed(1).length + 1 }
  }
  return [
    words(one.title.zh, looks.label), words(one.money ? '元' : one.unit, looks.centre), words(one.code, looks.centre), figure(one.period), figure(one.previous), grown(one.previous), figure(one.yearBefore), grown(one.yearBefore), figure(one.toDate), figure(one.toDateBefore),
    one.money ? yuanOf(one.corrections, looks.signedYuan) : count(one.corrections, looks.signedCount),
  ]
}

const cellOf = (figure: Figure | null): Shown => (figure === null ? words('', looks.blank) : figure.as === 'fen' ? yuanOf(figure.value) : figure.as === 'share' ? share(figure.value) : count(figure.value))

/** A table under a head that stays in view; its checks below it. */
const tableSheet = (sheet: SheetRows, book: TallyBook, one: BookTable, number: number): { readonly sheet: SheetRows; readonly widest: readonly number[] } => {
  const set = setTable(one, book)
  const units = set.lines.some(({ unit }) => unit !== '')
  const sides = [set.corner.replaceAll('　', ''), ...(units ? ['计量单位'] : []), ...(set.spanned ? ['期别'] : [])]
  const across = sides.length + set.columns.length
  headOf(sheet, book, `表${number}　${set.title}`, units ? '见各行' : set.unit === '' ? '见各栏' : set.unit, Math.max(across, 5))
  const headWords = set.columns.map(({ title, unit, group }) => {
    const own = unit !== '' ? unit : units || /（.+）$/.test(group) ? '' : set.unit
    return withUnit(group === '' ? title : `${group}\n${title}`, own, '')
  })
  sheet.row([...sides, ...headWords].map((said) => words(said, looks.head)))
  sheet.headRows = sheet.length
  sheet.headColumns = sides.length
  const unitOf = (line: SetLine): string => (line.unit === '' ? set.unit : line.unit)
  for (const line of set.lines) {
    sheet.row([
      words(line.title, line.part === 0 ? looks.label : looks.again), ...(units ? [words(unitOf(line), looks.centre)] : []), ...(set.spanned ? [words(line.span, looks.centre)] : []), ...line.values.map(cellOf),
    ])
  }
  if (set.lines.length === 0) sheet.over(words('本期没有这一类事项。'), Math.max(across, 5))
  if (one.identities.length > 0) {
    sheet.row([])
    const wrong = one.identities.filter(({ holds }) => !holds).length
    sheet.over(words(wrong === 0 ? '表内核对（全部相符）' : `表内核对（${wrong}项不符）`, looks.bold), Math.max(across, 5))
    for (const { line, holds } of one.identities) sheet.over(words(`${holds ? '√' : '×'}　${plainDaysIn(line.zh)}`, holds ? looks.wrapped : looks.bold), Math.max(across, 5), { height: Math.ceil(room(line.zh) / 90) * 14 + 3 })
  }
  return { sheet, widest: [44, ...(units ? [10] : []), ...(set.spanned ? [12] : [])] }
}

const contentsSheet = (sheet: SheetRows, book: TallyBook, names: readonly string[], tables: readonly BookTable[]): void => {
  headOf(sheet, book, '目录', '', 3)
  sheet.row(['工作表', '窗口', '计量单位'].map((said) => words(said, looks.head)), { height: 20 })
  sheet.headRows = sheet.length
  names.forEach((name, i) => {
    const one = tables[i - 1]
    const at = sheet.row([words(name, looks.link), words(one === undefined ? '' : (book.windows.find(({ id }) => id === one.window)?.title.zh ?? ''), looks.label), words(one === undefined ? '' : one.unit === '' ? '见表' : one.unit, looks.centre)])
    sheet.link(at, 0, name)
  })
}

const checksSheet = (sheet: SheetRows, book: TallyBook, tables: readonly BookTable[]): SheetRows => {
  headOf(sheet, book, '核对', '', 3)
  sheet.row(['核对项目', '两边的数', '结果'].map((said) => words(said, looks.head)), { height: 20 })
  sheet.headRows = sheet.length
  const line = (name: string, said: string, holds: boolean): void => {
    sheet.row([words(name, looks.label), words(plainDaysIn(said), looks.label), words(holds ? '相符' : '不符', holds ? looks.centre : { ...looks.centre, font: looks.bold.font })])
  }
  for (const { name, line: said, holds } of book.checks) line(name.zh, said.zh, holds)
  tables.forEach((one, i) => one.identities.forEach(({ name, line: said, holds }) => line(`表${i + 1}　${name.zh}`, said.zh, holds)))
  return sheet
}

const lateSheet = (sheet: SheetRows, book: TallyBook): SheetRows => {
  headOf(sheet, book, '补记、更正明细', '见各行', 10)
  sheet.row(['计入日期', '录入日期', '窗口', '事项', '柜台', '计量单位', '数量', '金额（元）', '日志号', '业务编号'].map((said) => words(said, looks.head)), { height: 20 })
  sheet.headRows = sheet.length
  for (const one of book.late) {
    sheet.row([
      words(one.day, looks.centre), words(one.enteredOn, looks.centre), words(book.windows.find(({ id }) => id === one.window)?.title.zh ?? one.window, looks.label), words(one.title.zh, looks.label), words(one.counter, looks.centre), words(one.unit, looks.centre),
      count(one.count, looks.signedCount), yuanOf(one.fen, looks.signedYuan), count(one.seq), words(one.caseId, looks.label),
    ])
  }
  if (book.late.length === 0) sheet.over(words('没有补记、更正。'), 10)
  if (book.lateMore > 0) sheet.over(words(`另有${book.lateMore}条未列出，见系统内清单。`), 10)
  return sheet
}

const notesSheet = (sheet: SheetRows, { book, closed }: TallySheet): SheetRows => {
  headOf(sheet, book, '说明', '', 2)
  sheet.row(['项目', '内容'].map((said) => words(said, looks.head)), { height: 20 })
  sheet.headRows = sheet.length
  const line = (label: string, said: string): void => { sheet.row([words(label, looks.label), words(said, looks.label)]) }
  line('封账', closedWords({ book, closed }))
  line('未日结', book.unclosed.length === 0 ? '没有，本期有业务的日期均已日结。' : `${book.unclosed.length}天：${book.unclosed.map(plainDay).join('、')}`)
  for (const { line: said } of book.notes) line('说明', plainDaysIn(said.zh))
  if (book.paragraph !== '') line('文字说明', book.paragraph)
  line('登记日志末项', `第 ${book.head.seq} 号　${book.head.hash}`)
  line('制表', `制表人：${book.preparer}　审核人：${book.checker}　制表时间：${plainMoment(book.at)}`)
  return sheet
}
