import { text } from '../../domain/text.ts'
import { tenThousands } from '../../domain/waiver/money.ts'
import { paged } from '../case/lists.ts'
import { yuanFigure } from '../case/money.ts'
import { feet } from '../case/parts.ts'
import { blocksOf, type Layout } from '../case/tables-layout.ts'
import { drawTable, frameOf, tablesFoot, tablesHead, type TablesSheet } from '../case/tables.ts'
import { plainDay, plainDaysIn, plainMoment } from '../case/words.ts'
import type { BurialMonthSheet } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt, type Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'

const version = '殡葬月报 兰台 1'
type MonthTable = BurialMonthSheet['tables'][number]
interface Line { readonly title: string; readonly cells: readonly string[] }

// amounts in yuan need more room than counts
const most = { portrait: 6, narrow: 7, landscape: 10, fewLines: 14 }

/** Counts in one column, amounts in two: yuan, and 万元 beside it; a table of few long lines is turned. */
const layoutOf = ({ columns, rows }: MonthTable): Layout<Line> => {
  const named = columns.flatMap(({ title, unit }, i): { title: string; pick: (values: MonthTable['rows'][number]['values']) => string }[] => {
    const at = (values: MonthTable['rows'][number]['values']) => values[i]
    if (!rows.some(({ values }) => typeof values[i]?.fen === 'number')) return [{ title: unit === '' ? title : `${title}\n（${unit}）`, pick: (values) => (at(values) === undefined ? '' : String(at(values)?.value)) }]
    const said = (write: (fen: number) => string) => (values: MonthTable['rows'][number]['values']): string => {
      const fen = at(values)?.fen
      return fen === null || fen === undefined ? '' : write(fen)
    }
    return [{ title: `${title}\n（元）`, pick: said(yuanFigure) }, { title: `${title}\n（万元）`, pick: said(tenThousands) }]
  })
  const lines = rows.map(({ title, values }): Line => ({ title, cells: named.map(({ pick }) => pick(values)) }))
  const turned = named.length > most.landscape && lines.length <= 6
  const heads = turned ? lines.map(({ title }) => title) : named.map(({ title }) => title)
  const body = turned ? named.map(({ title }, i): Line => ({ title: title.replace('\n', ''), cells: lines.map(({ cells }) => cells[i] ?? '') })) : lines
  return blocksOf(heads.map((title, i) => ({ title, share: false, joined: !turned && title.endsWith('（万元）'), pick: ({ cells }: Line) => cells[i] ?? '' })), body, turned ? '项　　目' : '', most)
}

/** Whether the month is closed, on every page; several months are said on the last. */
const closedWords = ({ closed, from, to }: BurialMonthSheet): string => (closed === '' ? '未封账' : from.slice(0, 7) === to.slice(0, 7) ? '已封账' : '封账情况见末页')

/** 殡葬月报: the month's tables, rates with their denominators, and what came late as lines of their own. */
export const monthTables = paper<'burial.monthTables'>({
  id: 'burial.monthTables',
  title: text('殡葬月报', 'Month tables of funeral affairs'),
  version,
  from: '2025-01-01',
  source: text('表式参照公开的省级系统报表；国家民政统计季报表（JZH01）的殡葬部分未见，版式由办理单位自定', 'The shape follows published reports of a provincial system; the funeral lines of the national form were not seen, and the layout is the office’s own'),
  needs: [text('期间的统计数', 'the figures of the period')],
  facts: ({ sheet }) => ({ title: `殡葬月报 ${sheet.from} 至 ${sheet.to}`, author: sheet.officeName, number: `${sheet.from}-${sheet.to}`, date: dateOfDay(sheet.to) }),
  record: ({ sheet }) => ({ paper: 'burial.monthTables', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    const given: TablesSheet = {
      counted: `填报单位：${data.homeName === '' ? data.officeName : data.homeName}`, period: `${plainDay(data.from)}至${plainDay(data.to)}（${closedWords(data)}）`,
      preparer: data.preparer, made: `制表时间：${plainMoment(data.printedAt)}`, sample: data.sample,
    }
    for (const one of data.tables) drawTable(sheet, given, one, layoutOf(one))
    drawRest(sheet, data, given)
    feet(sheet, version, code, data.homeName !== '' && data.homeName !== data.officeName ? `主管单位：${data.officeName}` : undefined)
  },
})

/** Rates and late lines, on a page of their own. */
const drawRest = (sheet: Sheet, data: BurialMonthSheet, given: TablesSheet): void => {
  const frame = frameOf(false)
  const begin = (again: boolean): number => tablesHead(sheet, given, frame, '指标与迟报更正明细', '', again) + 8
  let y = begin(false)
  const need = (height: number): void => {
    if (y + height <= frame.bottom) return
    tablesFoot(sheet, given, frame)
    y = begin(true)
  }
  y = sheet.paragraph('tables', 20, y, 170, `封账情况：${data.closed === '' ? '未封账，数据可能变动。' : plainDaysIn(data.closed)}`, { size: 10.5, indent: 0 }) + 3
  sheet.text('texts', 20, y, '一、指标及其分母', { font: 'heiBold', size: 11 })
  y += 7
  for (const { message, stated } of data.rates) {
    const said = `${message}${stated ? '' : '（分母未定，不作为指标公布）'}`
    const height = sheet.lines(sheet.clean('tables', said, 'song'), 163, { size: 10.5, indent: 0 }) * 10.5 * pt * 1.55
    need(height)
    sheet.box(20.5, y, stated)
    y = sheet.paragraph('tables', 27, y, 163, said, { size: 10.5, indent: 0, leading: 1.55 }) + 0.8
  }
  if (data.rates.length === 0) {
    sheet.text('texts', 20, y, '本期没有计算指标。', { size: 10.5 })
    y += 6
  }
  y += 5
  need(24)
  sheet.text('texts', 20, y, '二、迟报和更正（正负号为增减，已计入补报当日，不改动已封账的月份）', { font: 'heiBold', size: 11, within: 170 })
  y += 4
  if (data.late.length === 0) {
    sheet.text('texts', 20, y + 3, '本期没有迟报和更正。', { size: 10.5 })
  } else {
    const cell = (width: number, value: string, more: object = {}): Cell => ({ width, field: 'tables', value, font: 'song', size: 9.5, clearance: 0.8, ...more })
    const right = { font: 'hei', align: 'right', single: true } as const
    const head: Row = { height: 8.4, cells: [[32, '发生日期'], [32, '计入日期'], [60, '事项'], [16, '数量'], [30, '金额（元）']].map(([width, label]) => ({ width: width as number, label: label as string, plain: true, size: 10 })) }
    const rows = data.late.map((one): Row => ({ height: 7.2, cells: [cell(32, plainDay(one.day), { align: 'centre' }), cell(32, plainDay(one.countedOn), { align: 'centre' }), cell(60, one.title), cell(16, one.count > 0 ? `+${one.count}` : String(one.count), right), cell(30, one.fen === 0 ? '' : `${one.fen > 0 ? '+' : ''}${yuanFigure(one.fen)}`, right)] }))
    paged(rows, frame.bottom - y - head.height, frame.bottom - 45 - head.height).forEach((part, i) => {
      if (i > 0) {
        tablesFoot(sheet, given, frame)
        y = begin(true) - 6
      }
      y = table(sheet, 20, y, [head, ...part], { outer: 0.4 })
    })
  }
  tablesFoot(sheet, given, frame)
}
