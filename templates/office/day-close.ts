import type { DayFigures } from '../../domain/reports/shapes.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type ListColumn, type Listed } from '../case/lists.ts'
import { plainDay, plainMoment, weekdayName } from '../case/words.ts'
import type { DayCloseSheet } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { dateOfDay, paper } from '../paper.ts'
import { drawCode } from '../qr.ts'
import type { Sheet } from '../sheet.ts'
import { countFigure, yuan } from './figures.ts'
import { part } from './report-parts.ts'

const version = '日结表 兰台 1'
/** Counters that stand beside one another. */
const mostCounters = 8
const bottom = 236
const figure = { align: 'right' as const, font: 'hei' as const, single: true }
const stockTitles = { marriage: '结婚证', divorce: '离婚证' } as const

/** Where the blank books of a type are kept: at the desk of their own window, or of marriages. */
const stockAt = (data: DayCloseSheet, type: keyof typeof stockTitles): string => (data.windows.some(({ id }) => id === type) ? type : 'marriage')

/** 日结表: the office as a whole, then each window by its counters; the head of the journal shows a rewritten past, the signature who closed the day. */
export const dayClose = paper<'office.dayClose'>({
  id: 'office.dayClose',
  title: text('日结表', 'Day close'),
  version,
  from: '2025-01-01',
  source: text('兰台自定；空白证件核对据 MZ/T 024 的要求', 'Lantai’s own; the stock check answers MZ/T 024'),
  needs: [text('当日统计', 'the day’s counts'), text('空白证件库存', 'blank stock'), text('日志末项', 'the journal’s head')],
  facts: ({ sheet }) => ({ title: `日结表 ${sheet.day}`, author: sheet.officeName, number: sheet.only === undefined ? sheet.day : `${sheet.day}-${sheet.only}`, date: dateOfDay(sheet.day) }),
  record: ({ sheet }) => ({ paper: 'office.dayClose', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    const pages = [...(data.only === undefined ? [undefined] : []), ...data.windows.filter(({ id }) => data.only === undefined || id === data.only)]
    for (const window of pages) {
      const before = sheet.pages.length
      // a day that does not fit on its page is set closer
      for (const closeness of [loose, close, tight]) {
        sheet.pages.length = before
        drawPage(sheet, data, window, closeness)
        if (sheet.pages.length === before + 1) break
      }
    }
    if (pages.length === 0) drawPage(sheet, data, { id: data.only ?? '', title: data.only ?? '' }, loose)
    const of = sheet.pages.length
    for (let i = 0; i < of; i++) {
      sheet.turnTo(i)
      drawFoot(sheet, data, code, i + 1, of)
    }
  },
})

type Window = DayCloseSheet['windows'][number]

/** How close a page is set: letters in points, lines, heads and what stands between in mm. */
/** `paired` lists stand in two halves beside one another, and the page of the office leaves out what is nought. */
interface Closeness { readonly size: number; readonly line: number; readonly head: number; readonly gap: number; readonly paired: boolean }
const loose: Closeness = { size: 9.5, line: 6, head: 7.6, gap: 4, paired: false }
const close: Closeness = { size: 8.5, line: 4.5, head: 5.4, gap: 1.4, paired: false }
const tight: Closeness = { size: 8.5, line: 4.3, head: 5.2, gap: 1.2, paired: true }

/** The whole office, or one window. */
const drawPage = (sheet: Sheet, data: DayCloseSheet, window: Window | undefined, set: Closeness): void => {
  const own = <T extends { readonly window: string }>(list: readonly T[]): readonly T[] => (window === undefined ? list : list.filter((one) => one.window === window.id))
  const named = window === undefined ? '' : `（${window.title}）`
  const flow = new Flow(sheet, 0, { sample: data.sample, top: 27, bottom, head: () => {
    sheet.text('officeName', 20, 16, data.officeName, { size: 9, within: 90 })
    sheet.text('texts', 190, 16, `日结表${named}　${plainDay(data.day)}（续）`, { size: 9, align: 'right', within: 78 })
    sheet.line(20, 18, 190, 18, 0.15, { colour: 0.5 })
  } })
  sheet.text('texts', 105, 26, window === undefined ? '日　结　表' : `日结表${named}`, { font: 'songBold', size: 20, align: 'centre', within: 150 })
  sheet.text('officeName', 20, 35, `填报单位：${data.officeName}`, { size: 10, within: 82 })
  sheet.text('texts', 190, 35, `${plainDay(data.day)}（${weekdayName(data.day)}）　地区编码：${data.area}　${data.closed === null ? '未日结' : '已日结'}`, { size: 10, align: 'right', within: 86 })
  flow.y = 44
  let section = 0
  const begin = (words: string, lines: number): void => {
    flow.need(lines === 0 ? 8 : Math.min(10 + set.head + lines * set.line, 50))
    section++
    part(sheet, 20, flow.y, `${'一二三四五六七八九'.charAt(section - 1)}、${words}`)
    flow.gap(set !== loose ? 5.4 : 6.5)
  }
  const list: ListOf = (columns, rows, none, short = false) => {
    if (short && set.paired && rows.length > 6) {
      const half = Math.ceil(rows.length / 2)
      const narrow = columns.map((column) => ({ ...column, width: column.width / 2, single: true }))
      const blank = columns.map(() => '')
      list([...narrow, ...narrow], rows.slice(0, half).map((row, i) => [...row, ...(rows[half + i] ?? blank)]), none)
      return
    }
    if (rows.length === 0) {
      sheet.text('texts', 23.5, flow.y, none, { size: 10 })
      flow.gap(set !== loose ? 5.6 : 7.5)
      return
    }
    drawList(sheet, flow, columns, rows.map((row) => row.map((value): Listed => ['figures', value])), { size: set.size, least: set.line, head: set.head })
    flow.gap(set.gap)
  }
  const titleOf = (id: string): string => data.windows.find((one) => one.id === id)?.title ?? id
  const side = (width: number): readonly ListColumn[] => (window === undefined ? [{ title: '窗口', width }] : [])
  const sided = (id: string): readonly string[] => (window === undefined ? [titleOf(id)] : [])

  const counts = own(data.figures.counts)
  const bare = window === undefined && set.paired
  const kinds = own(data.kinds).filter(({ window: id, kind, unit }) => !bare || sumOf(counts, id, kind, unit) !== 0)
  const left = bare ? '，数量为零的见各窗口' : ''
  begin(window === undefined ? `当日办理（各窗口合计${left}）` : '当日办理（按柜台）', set.paired ? kinds.length / 2 : kinds.length)
  if (window === undefined) {
    list([...side(48), { title: '事项', width: 76 }, { title: '单位', width: 18, align: 'centre' }, { title: '数量', width: 28, ...figure }],
      kinds.map(({ window: id, kind, title, unit }) => [titleOf(id), title, unit, countFigure(sumOf(counts, id, kind, unit))]), '当日没有办理事项。', true)
  } else drawCounters(list, kinds, counts)
  const open = own(data.figures.open).filter(({ count }) => !bare || count !== 0)
  begin(bare ? '未办结（数量为零的见各窗口）' : '未办结', set.paired ? open.length / 2 : open.length)
  list([...side(48), { title: '状态', width: window === undefined ? 86 : 134 }, { title: '件数（件）', width: 36, ...figure }], open.map((one) => [...sided(one.window), one.title.zh, countFigure(one.count)]), '没有未办结的事项。', true)
  const stock = data.figures.stock.filter(({ type }) => window === undefined || stockAt(data, type) === window.id)
  if (stock.length > 0) {
    begin('空白证件（本）', stock.length)
    list([{ title: '证件种类', width: 26 }, ...['期初', '收入', '发出', '补领', '作废', '上交', '结存'].map((title) => ({ title, width: 18, ...figure })), { title: '核对', width: 18, align: 'centre' }],
      stock.map((one) => [stockTitles[one.type], ...[one.opening, one.received, one.issued, one.reissued, one.spoiled, one.returned, one.closing].map(countFigure), isEven(one) ? '平' : '不平']), '')
    sheet.text('texts', 20, flow.y - set.gap - 0.2, '期初＋收入＝发出＋补领＋作废＋上交＋结存', { size: 8, colour: 0.35 })
    flow.gap(set !== loose ? 4 : 3.6)
  }
  const money = own(data.figures.money)
  if (window === undefined || money.length > 0) {
    begin('减免、奖补', money.length)
    list([...side(40), { title: '项目', width: window === undefined ? 66 : 106 }, { title: '人次', width: 24, ...figure }, { title: '金额（元）', width: 40, ...figure }], money.map((one) => [...sided(one.window), one.title.zh, countFigure(one.count), yuan(one.fen)]), '当日没有减免、奖补。')
  }
  const deadlines = own(data.figures.deadlines)
  begin('当日到期', deadlines.length)
  list([...side(40), { title: '期限', width: window === undefined ? 102 : 142 }, { title: '件数（件）', width: 28, ...figure }], deadlines.map((one) => [...sided(one.window), one.title.zh, countFigure(one.count)]), '当日没有到期的事项。', true)
  drawLate(begin, list, own(data.late), '以后补记、更正到本日的', '没有以后补记、更正到本日的事项。', window === undefined ? titleOf : undefined)
  drawLate(begin, list, own(data.enteredHere), '本日录入、计入以前日期的', '本日没有补记、更正以前日期的事项。', window === undefined ? titleOf : undefined)
}

type Section = (words: string, lines: number) => void
/** `short` rows may stand in two halves beside one another. */
type ListOf = (columns: readonly ListColumn[], rows: readonly (readonly string[])[], none: string, short?: boolean) => void

type Counts = readonly DayFigures['counts'][number][]

const sumOf = (counts: Counts, window: string, kind: string, unit: string, counter?: string): number =>
  counts.reduce((sum, one) => sum + (one.window === window && one.kind === kind && one.unit === unit && (counter === undefined || one.counter === counter) ? one.count : 0), 0)

/** Issued books are those of first registrations and those of reissues. */
const isEven = (one: DayFigures['stock'][number]): boolean => one.opening + one.received === one.issued + one.reissued + one.spoiled + one.returned + one.closing

/** Counts by counter; many counters stand in several tables below one another. */
const drawCounters = (list: ListOf, kinds: DayCloseSheet['kinds'], counts: Counts): void => {
  const counters = [...new Set(counts.map(({ counter }) => counter))].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1))
  const parts = Math.max(1, Math.ceil(counters.length / mostCounters))
  const each = Math.ceil(counters.length / parts)
  for (let at = 0; at < parts; at++) {
    const own = counters.slice(at * each, (at + 1) * each)
    const width = Math.min(18, 88 / Math.max(1, own.length))
    list([{ title: '事项', width: 170 - 14 - 20 - width * own.length }, { title: '单位', width: 14, align: 'centre' }, ...own.map((counter) => ({ title: counter === '' ? '其他' : counter, width, ...figure })), { title: '合计', width: 20, ...figure }],
      kinds.map(({ window, kind, title, unit }) => [title, unit, ...own.map((counter) => {
        const count = sumOf(counts, window, kind, unit, counter)
        return count === 0 ? '' : countFigure(count)
      }), countFigure(sumOf(counts, window, kind, unit))]), '当日没有办理事项。', own.length <= 2)
  }
}

const drawLate = (begin: Section, list: ListOf, lines: DayCloseSheet['late'], words: string, none: string, titleOf: ((id: string) => string) | undefined): void => {
  begin(`${words}（${lines.length}条）`, lines.length)
  const signed = (value: number, say: (value: number) => string): string => (value === 0 ? '' : value > 0 ? `+${say(value)}` : say(value))
  list([
    { title: '计入日期', width: 27, align: 'centre' }, { title: '录入日期', width: 27, align: 'centre' }, ...(titleOf === undefined ? [] : [{ title: '窗口', width: 24 }]), { title: '事项', width: titleOf === undefined ? 54 : 30 }, { title: '柜台', width: 11, align: 'centre' }, { title: '单位', width: 11, align: 'centre' },
    { title: '数量', width: 12, ...figure }, { title: '金额（元）', width: 28, ...figure },
  ], lines.map((line) => [plainDay(line.day), plainDay(line.enteredOn), ...(titleOf === undefined ? [] : [titleOf(line.window)]), line.title.zh, line.counter, line.unit, signed(line.count, countFigure), signed(line.fen, yuan)]), none)
}

/** The journal's head, by which a rewritten past is seen, and the signature of the day. */
const drawFoot = (sheet: Sheet, data: DayCloseSheet, code: PaperCode, page: number, of: number): void => {
  const top = 240
  const { closed, head: { seq, hash } } = data
  sheet.frame(20, top, 170, 27, 0.4)
  drawCode(sheet, code, 22.5, top + 2.5, 22)
  sheet.text('texts', 48, top + 6.2, '登记日志末项', { font: 'heiBold', size: 9.5 })
  sheet.text('texts', 188, top + 6.2, `第 ${seq} 号`, { font: 'hei', size: 9.5, align: 'right' })
  for (const [i, half] of [hash.slice(0, 32), hash.slice(32)].entries()) sheet.text('texts', 48, top + 12.6 + i * 5.2, half.match(/.{1,8}/g)?.join('　') ?? '', { font: 'hei', size: 9.5, within: 140 })
  sheet.text('texts', 48, top + 24, '登记簿日后若被改动，从头重算所得的此值即不相同。请将本表按日存档。', { size: 7.5, colour: 0.35, within: 140 })
  const end = sheet.text('texts', 20, 273.6, '日　结：', { size: 10 })
  if (closed === null) sheet.text('texts', end, 273.6, '未日结，数据可能变动', { font: 'heiBold', size: 10 })
  else sheet.text('closedBy', end, 273.6, `${closed.by}　${plainMoment(closed.at)}${closed.note === '' ? '' : `　备注：${closed.note}`}`, { size: 10, within: 190 - end })
  sheet.text('preparer', 20, 280, `制表人：${data.preparer}`, { size: 10, within: 46 })
  sheet.text('texts', 68, 280, '负责人（签名）：', { size: 10 })
  sheet.line(95, 281, 127, 281, 0.15)
  sheet.text('texts', 190, 280, `制表时间：${plainMoment(data.printedAt)}`, { size: 10, align: 'right' })
  sheet.text('texts', 20, 286.5, `校验　${code.digest}`, { size: 6.5, colour: 0.4, within: 110 })
  sheet.text('texts', 190, 286.5, `第 ${page} 页　共 ${of} 页　版式：${version}`, { size: 7.5, align: 'right', colour: 0.3 })
}
