import type { BookTable, Indicator, LateLine, TallyBook } from '../../domain/reports/shapes.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type ListColumn, type Listed } from '../case/lists.ts'
import { plainDay, plainDaysIn, plainMoment } from '../case/words.ts'
import type { TallySheet } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { setTable, spanWords, type SetLine, type SetTable } from './book-table.ts'
import { countFigure, growthFigure, yuan } from './figures.ts'
import { footHeight, heightOf, part, reportFeet } from './report-parts.ts'
import { blocksOf, closenesses, drawRows, groupHeight, groupsOf, headHeightsOf, widthOf, type Closeness, type SetBlock } from './tally-table.ts'

const version = '统计报表 兰台 1'
const across = 257
const bottom = 210 - footHeight - 2
const top = 27

/** What a book is called as a form: 月报, 季报, 半年报, 年报, or of any other days. */
export const bookTitle = ({ kind }: Pick<TallyBook, 'kind'>): string => ({ month: '民政业务统计月报', quarter: '民政业务统计季报', half: '民政业务统计半年报', year: '民政业务统计年报', other: '民政业务统计报表' })[kind]

/** Whether its days are closed, in words. */
export const closedWords = ({ closed }: TallySheet): string => (closed === null ? '未封账，数据可能变动' : `已封账：${plainMoment(closed.at)}，${closed.by}${closed.second === '' ? '' : `，复核：${closed.second}`}`)

/** What opens a figure on the screen is no part of the paper. */
const printed = ({ book, closed }: TallySheet): unknown => ({
  closed,
  book: {
    ...book, indicators: book.indicators.map(({ open: _open, ...rest }) => rest),
    tables: book.tables.map((one) => ({ ...one, rows: one.rows.map((row) => ({ ...row, lines: row.lines.map(({ span, cells }) => ({ span, cells: cells.map(({ count, fen, share }) => [count, fen, share]) })) })) })),
  },
})

/** 月报, 季报, 半年报, 年报: head of the form, summary by window, every table with the identities that check it, late lines, checks, notes. */
export const tally = paper<'office.tally'>({
  id: 'office.tally',
  title: text('民政业务统计报表（月报、季报、年报）', 'Tally of a month, quarter or year'),
  version,
  from: '2025-01-01',
  source: text('表头（表号、制定机关、批准文号）按统计报表的通行格式，由单位自行填定；表式由办理单位自定', 'The head (form number, maker, approval) follows the usual shape of statistical forms and is filled in by the office; the tables are the office’s own'),
  needs: [text('期间的统计数', 'the figures of the period')],
  facts: ({ sheet: { book } }) => ({ title: `${bookTitle(book)} ${book.title.zh}`, author: book.officeName, number: `${book.from}-${book.to}`, date: dateOfDay(book.to) }),
  record: ({ sheet }) => ({ paper: 'office.tally', version, sheet: printed(sheet) }),
  draw: (sheet, { sheet: data }, code) => {
    const { book } = data
    const setting = { window: '' }
    const flow = new Flow(sheet, 0, { sample: book.sample, top, bottom, width: across, page: [297, 210], head: () => running(sheet, book, setting.window) })
    drawHead(sheet, data, flow)
    drawSummary(sheet, data, flow)
    const order = new Map(book.windows.map(({ id }, i) => [id, i]))
    const tables = book.tables.toSorted((a, b) => (order.get(a.window) ?? order.size) - (order.get(b.window) ?? order.size))
    let window: string | undefined
    tables.forEach((one, i) => {
      const title = book.windows.find(({ id }) => id === one.window)?.title.zh ?? ''
      setting.window = title
      // the tables of a window begin on a page of their own
      if (one.window !== window) flow.turn()
      window = one.window
      drawTable(sheet, book, flow, one, i + 1)
    })
    setting.window = '附表'
    drawRest(sheet, data, flow)
    reportFeet(sheet, { version, code, head: book.head, preparer: book.preparer, checker: book.checker, made: book.at })
  },
})

/** The line at the head of every page but the first. */
const running = (sheet: Sheet, book: TallyBook, window: string): void => {
  sheet.text('officeName', 20, 16, `编制单位：${book.officeName}`, { size: 9, within: 120 })
  sheet.text('texts', 277, 16, `${bookTitle(book)}　${book.title.zh}${window === '' ? '' : `　${window}`}`, { size: 9, align: 'right', within: 120 })
  sheet.line(20, 18, 277, 18, 0.15, { colour: 0.5 })
}

const drawHead = (sheet: Sheet, data: TallySheet, flow: Flow): void => {
  const { book } = data
  sheet.text('texts', 148.5, 28, bookTitle(book), { font: 'songBold', size: 22, align: 'centre', spacing: 0.15 })
  sheet.text('texts', 148.5, 37, book.title.zh, { size: 14, align: 'centre', within: 100 })
  // the box of the form: what is not set stays blank to be written in
  const box: readonly (readonly [string, string])[] = [['表　　号：', book.form.number], ['制定机关：', book.form.maker], ['批准机关：', book.form.approver], ['批准文号：', book.form.approval]]
  box.forEach(([label, value], i) => {
    const y = 20 + i * 5.2
    sheet.text('texts', 219, y, label, { size: 9 })
    if (value === '') sheet.line(235.5, y + 1, 277, y + 1, 0.15)
    else sheet.text('form', 235.5, y, value, { size: 9, within: 41.5 })
  })
  sheet.text('officeName', 20, 44, `编制单位：${book.officeName}`, { size: 10, within: 108 })
  sheet.text('texts', 148.5, 44, `地区编码：${book.area}`, { size: 10, align: 'centre', within: 36 })
  sheet.text('texts', 277, 44, closedWords(data), { size: 10, align: 'right', within: 92 })
  flow.y = 50
}

const summaryColumns = (book: TallyBook): readonly ListColumn[] => {
  const said = spanWords(book)
  const figure = { align: 'right' as const, font: 'hei' as const, single: true }
  return [
    { title: '指标名称', width: 61 }, { title: '计量\n单位', width: 12, align: 'centre' }, { title: '代码', width: 16, align: 'centre', single: true },
    { title: said.period, width: 23, ...figure }, { title: said.previous, width: 23, ...figure }, { title: '环比\n（%）', width: 15, ...figure }, { title: said.yearBefore, width: 23, ...figure }, { title: '同比\n（%）', width: 15, ...figure },
    { title: said.toDate, width: 25, ...figure }, { title: '上年累计', width: 25, ...figure }, { title: '补记更正', width: 19, ...figure },
  ]
}

const signed = (value: number, say: (value: number) => string): string => (value > 0 ? `+${say(value)}` : say(value))

const summaryLine = (one: Indicator): readonly string[] => {
  const say = one.money ? yuan : countFigure
  return [
    one.title.zh, one.money ? '元' : one.unit, one.code, say(one.period), say(one.previous), growthFigure(one.period, one.previous), say(one.yearBefore), growthFigure(one.period, one.yearBefore),
    say(one.toDate), say(one.toDateBefore), one.corrections === 0 ? '' : signed(one.corrections, say),
  ]
}

const drawSummary = (sheet: Sheet, { book }: TallySheet, flow: Flow): void => {
  const known = new Set(book.windows.map(({ id }) => id))
  const groups = [...book.windows, { id: '', title: text('其他', 'Other') }].map(({ id, title }) => ({ title: title.zh, rows: book.indicators.filter(({ window }) => (id === '' ? !known.has(window) : window === id)) })).filter(({ rows }) => rows.length > 0)
  const columns = summaryColumns(book)
  const size = 9
  const head: Row = { height: 9.4, cells: columns.map(({ title, width }) => ({ width, field: 'texts', value: title, font: 'hei', size, align: 'centre', padding: 0.6, clearance: 0.6, leading: 1.2 })) }
  const groupRow = (title: string): Row => ({ height: 5.4, cells: [{ width: across, field: 'texts', value: title, font: 'heiBold', size, padding: 1.6, clearance: 0.4 }] })
  let waiting: Row[] = []
  let used = head.height
  const put = (): void => {
    sheet.fill(20, flow.y, across, head.height, 0.95)
    flow.y = table(sheet, 20, flow.y, [head, ...waiting], { outer: 0.4 })
    waiting = []
    used = head.height
  }
  const add = (rows: readonly Row[], again: string): void => {
    const height = rows.reduce((sum, row) => sum + row.height, 0)
    if (flow.y + used + height > bottom && waiting.length > 0) {
      put()
      flow.turn()
      if (again !== '') {
        waiting.push(groupRow(`${again}（续）`))
        used += 5.4
      }
    }
    waiting.push(...rows)
    used += height
  }
  groups.forEach(({ title, rows }, i) => {
    const named = `${'一二三四五六七八九十'.charAt(i)}、${title}`
    rows.forEach((one, at) => {
      const values = summaryLine(one)
      const lines = sheet.lines(sheet.clean('indicators', values[0] ?? '', 'song'), 61 - 3.2, { size, indent: 0 })
      const row: Row = { height: lines === 1 ? 5.2 : lines * size * pt * 1.35 + 1.6, cells: columns.map(({ width, align = 'left', font = 'song', single = false }, c) => ({ width, field: 'indicators', value: values[c] ?? '', font, align, single, size, padding: 1.4, clearance: 0.4 })) }
      // the name of a window stays with its first line
      add(at === 0 ? [groupRow(named), row] : [row], at === 0 ? '' : named)
    })
  })
  if (groups.length === 0) {
    sheet.text('texts', 20, flow.y + 4, '本期没有统计指标。', { size: 10.5 })
    flow.gap(12)
  } else {
    put()
    flow.gap(4.5)
  }
  const said = spanWords(book)
  const days = ({ from, to }: { readonly from: string; readonly to: string }): string => (from === to ? plainDay(from) : `${plainDay(from)}至${plainDay(to)}`)
  flow.need(10)
  flow.write('texts', `注：${said.period}为${days(book)}；${said.previous}为${days(book.previous)}；${said.yearBefore}为${days(book.yearBefore)}；${said.toDate}为${days(book.toDate)}。环比＝（${said.period}－${said.previous}）÷${said.previous}，同比＝（${said.period}－${said.yearBefore}）÷${said.yearBefore}，对比期为零的不计算，以“—”表示。补记更正为本期录入、计入本年以前日期的数，带正负号，已含在${said.toDate}之中。`, { size: 8.5, indent: 0, leading: 1.5 })
  if (book.paragraph !== '') {
    flow.need(24)
    flow.gap(3)
    part(sheet, 20, flow.y + 1, '文字说明')
    flow.gap(7.5)
    flow.write('paragraph', book.paragraph, { size: 11, leading: 1.6 })
  }
}

/** A table as it will stand: its blocks, each in one panel or, where lines are many and narrow, in two beside one another. */
interface Panels { readonly blocks: readonly SetBlock[]; readonly beside: boolean; readonly air: number; readonly heads: readonly number[]; readonly heights: readonly (readonly number[])[]; readonly tall: number }
const gutter = 7
const titleHeight = 9.5

const panelsOf = (sheet: Sheet, set: SetTable, groups: readonly (readonly SetLine[])[], { size, air }: Closeness): Panels => {
  const half = !set.spanned && set.lines.length > 14 ? blocksOf(sheet, set, (across - gutter) / 2, size) : []
  const [panel] = half
  // two panels are for short lines: where many would break, the table keeps its whole width
  const beside = panel !== undefined && half.length === 1 && panel.size >= 8 && groups.filter((group) => groupHeight(sheet, panel, group, air) > groupHeight(sheet, { ...panel, side: across }, group, air) + 0.1).length * 4 <= groups.length
  const blocks = beside ? half : blocksOf(sheet, set, across, size)
  const heads = blocks.map((block) => {
    const { upper, lower } = headHeightsOf(sheet, block)
    return upper + lower
  })
  const heights = blocks.map((block) => groups.map((group) => groupHeight(sheet, block, group, air)))
  const tall = heights.reduce((sum, list, i) => {
    const rows = list.reduce((a, b) => a + b, 0)
    return sum + (heads[i] ?? 0) + 3 + (beside ? rows / 2 + Math.max(0, ...list) : rows)
  }, titleHeight)
  return { blocks, beside, air, heads, heights, tall }
}

/** A table with its title, unit and checks; whole on the page where it has room, else from a new page on, its head on each. */
const drawTable = (sheet: Sheet, book: TallyBook, flow: Flow, one: BookTable, number: number): void => {
  const set = setTable(one, book)
  const groups = groupsOf(set.lines)
  const checks = checksOf(sheet, one.identities)
  const page = bottom - top
  const fresh = flow.y <= top + 1
  const left = bottom - flow.y - (fresh ? 0 : 5)
  const usual = panelsOf(sheet, set, groups, closenesses[0])
  const within = (room: number): Panels | undefined => {
    // hopeless where even half the height would not do
    if (usual.tall * 0.55 + checks.height > room) return undefined
    for (const closeness of closenesses) {
      const tried = closeness === closenesses[0] ? usual : panelsOf(sheet, set, groups, closeness)
      if (tried.tall + checks.height <= room) return tried
    }
    return undefined
  }
  // lines move together where that keeps the table on a page; a longer one goes on over pages, and begins below another only where there is room
  const here = fresh || left > page * 0.4 || usual.tall + checks.height <= left ? within(left) : undefined
  const panels = here ?? within(page) ?? usual
  const turned = here === undefined && !fresh && (panels.tall + checks.height <= page || left < page * 0.55)
  if (turned) flow.turn()
  else if (!fresh) flow.gap(5)
  const { blocks, beside, air, heads, heights } = panels
  const titled = (again: boolean): void => {
    sheet.text('texts', 148.5, flow.y + 2, `表${number}　${set.title}${again ? '（续）' : ''}`, { font: 'songBold', size: 13, align: 'centre', within: 180 })
    sheet.text('texts', 277, flow.y + 6.6, `计量单位：${set.unit === '' ? '见各栏' : set.unit}`, { size: 9, align: 'right' })
    sheet.text('texts', 20, flow.y + 6.6, book.title.zh, { size: 9, within: 80 })
    flow.gap(titleHeight - 1.2)
  }
  const turn = (): void => {
    flow.turn()
    titled(true)
  }
  titled(false)
  blocks.forEach((block, b) => {
    const head = heads[b] ?? 0
    const list = heights[b] ?? []
    const width = widthOf(block)
    const x = 20 + (across - (beside ? 2 * width + gutter : width)) / 2
    if (b > 0 && flow.y + head + (list[0] ?? 0) > bottom) turn()
    /** As many rows from one on as have room below the head. */
    const until = (from: number, room: number): number => {
      let to = from
      for (let used = head; to < groups.length && (to === from || used + (list[to] ?? 0) <= room); to++) used += list[to] ?? 0
      return to
    }
    for (let at = 0; at < Math.max(1, groups.length);) {
      const room = bottom - flow.y
      const to = until(at, room)
      // the rest of the rows is halved between two panels; what two cannot hold goes on over the page
      const rest = list.slice(at).reduce((sum, height) => sum + height, 0)
      const middle = beside ? Math.min(to, until(at, head + rest / 2 + Math.max(0, ...list) * 0.51)) : to
      const y = drawRows(sheet, x, flow.y, set.corner, block, groups.slice(at, middle), air)
      const end = beside ? until(middle, room) : to
      if (beside && end > middle) drawRows(sheet, x + width + gutter, flow.y, set.corner, block, groups.slice(middle, end), air)
      flow.y = y
      at = Math.max(beside ? end : to, at + 1)
      if (at < groups.length) turn()
    }
    flow.gap(3)
  })
  if (set.lines.length === 0) {
    sheet.text('texts', 148.5, flow.y + 2, '本期没有这一类事项。', { size: 10, align: 'centre' })
    flow.gap(7)
  }
  checks.draw(flow, turn)
}

/** The identities under a table: each with both sides, what does not hold in bold. */
const checksOf = (sheet: Sheet, identities: BookTable['identities']): { readonly height: number; readonly draw: (flow: Flow, turn: () => void) => void } => {
  const size = 8.5
  const lines = identities.map(({ line, holds }) => ({ line: plainDaysIn(line.zh), holds, height: heightOf(sheet, 'texts', plainDaysIn(line.zh), across - 7, size, 1.45, holds ? 'song' : 'heiBold') }))
  if (lines.length === 0) return { height: 0, draw: () => undefined }
  const wrong = lines.filter(({ holds }) => !holds).length
  return {
    height: 6 + lines.reduce((sum, { height }) => sum + height, 0),
    draw: (flow, turn) => {
      const need = (height: number): void => {
        if (flow.y + height <= bottom) return
        turn()
        flow.gap(4)
      }
      need(6 + (lines[0]?.height ?? 0))
      flow.gap(2.2)
      sheet.text('texts', 20, flow.y, wrong === 0 ? '表内核对（全部相符）' : `表内核对（${wrong}项不符）`, { font: 'heiBold', size: 9 })
      flow.gap(4.6)
      for (const { line, holds, height } of lines) {
        need(height)
        sheet.box(20.5, flow.y, holds, 2.6)
        sheet.paragraph('texts', 25.5, flow.y, across - 7, line, { size, indent: 0, leading: 1.45, font: holds ? 'song' : 'heiBold' })
        flow.gap(height)
      }
    },
  }
}

const lateColumns: readonly ListColumn[] = [
  { title: '计入日期', width: 27, align: 'centre' }, { title: '录入日期', width: 27, align: 'centre' }, { title: '窗口', width: 34 }, { title: '事项', width: 62 }, { title: '柜台', width: 14, align: 'centre' }, { title: '单位', width: 12, align: 'centre' },
  { title: '数量', width: 18, align: 'right', font: 'hei', single: true }, { title: '金额（元）', width: 25, align: 'right', font: 'hei', single: true }, { title: '日志号', width: 18, align: 'right', font: 'hei', single: true }, { title: '业务编号', width: 20, single: true },
]
/** Late lines as lists print them: both days, and the entry of the journal that made them. */
export const lateListed = (windows: readonly { readonly id: string; readonly title: string }[], line: LateLine): readonly Listed[] => [
  ['late', plainDay(line.day)], ['late', plainDay(line.enteredOn)], ['late', windows.find(({ id }) => id === line.window)?.title ?? line.window], ['late', line.title.zh], ['late', line.counter], ['late', line.unit],
  ['late', line.count === 0 ? '' : signed(line.count, countFigure)], ['late', line.fen === 0 ? '' : signed(line.fen, yuan)], ['late', String(line.seq)], ['late', line.caseId],
]

const drawRest = (sheet: Sheet, data: TallySheet, flow: Flow): void => {
  const { book } = data
  const windows = book.windows.map(({ id, title }) => ({ id, title: title.zh }))
  let section = 0
  const begin = (words: string, room: number): void => {
    flow.need(room)
    section++
    part(sheet, 20, flow.y, `附${'一二三四五'.charAt(section - 1)}、${words}`)
    flow.gap(7)
  }
  const none = (words: string): void => {
    sheet.text('texts', 23.5, flow.y, words, { size: 10 })
    flow.gap(9)
  }
  flow.turn()
  begin(`补记、更正明细（共${book.late.length + book.lateMore}条）`, 20)
  if (book.late.length === 0) none('没有。')
  else {
    drawList(sheet, flow, lateColumns, book.late.map((line) => lateListed(windows, line)), { size: 8.5, least: 5.6 })
    if (book.lateMore > 0) sheet.text('texts', 20, flow.y, `另有${book.lateMore}条未列出，见系统内清单。`, { size: 9 })
    flow.gap(9)
  }
  begin(`核对（${book.checks.every(({ holds }) => holds) ? `${book.checks.length}项全部相符` : `${book.checks.length}项中${book.checks.filter(({ holds }) => !holds).length}项不符`}）`, 20)
  for (const { name, line, holds } of book.checks) {
    const words = `${name.zh}：${plainDaysIn(line.zh)}`
    flow.need(heightOf(sheet, 'texts', words, across - 7, 9.5, 1.5, holds ? 'song' : 'heiBold'))
    sheet.box(20.5, flow.y, holds, 2.8)
    flow.y = sheet.paragraph('texts', 26, flow.y, across - 7, words, { size: 9.5, indent: 0, leading: 1.5, font: holds ? 'song' : 'heiBold' })
  }
  if (book.checks.length === 0) none('没有核对项目。')
  flow.gap(5)
  begin(`未日结的工作日（${book.unclosed.length}天）`, 16)
  if (book.unclosed.length === 0) none('没有，本期有业务的日期均已日结。')
  else {
    flow.write('texts', book.unclosed.map(plainDay).join('、'), { size: 9.5, indent: 0, leading: 1.55, left: 3.5 })
    flow.gap(5)
  }
  begin('说明', 16)
  if (book.notes.length === 0) none('没有需要说明的情况。')
  book.notes.forEach(({ line }, i) => flow.write('notes', `${i + 1}．${plainDaysIn(line.zh)}`, { size: 10, indent: 0, leading: 1.6, left: 3.5 }))
  flow.need(11)
  flow.gap(8)
  for (const [i, who] of ['单位负责人（签名、盖章）：', '统计负责人（签名）：', '填表人（签名）：'].entries()) {
    const end = sheet.text('texts', 20 + i * 70, flow.y, who, { size: 10 })
    sheet.line(end + 1, flow.y + 1, 20 + i * 70 + 66, flow.y + 1, 0.15)
  }
  sheet.text('texts', 277, flow.y, `报出日期：　　　年　　月　　日`, { size: 10, align: 'right' })
  flow.gap(2 * 10 * pt)
}
