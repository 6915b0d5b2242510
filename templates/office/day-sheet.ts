import { text } from '../../domain/text.ts'
import type { DaySheet } from '../contract.ts'
import { drawCode } from '../qr.ts'
import { mark } from '../case/parts.ts'
import { day, moment } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { columns, heading } from './parts.ts'

const version = '日报表 兰台 1'

/** 日报表: the day's counts by kind and hour, what is still open, the blank stock, and the head of the journal, which shows a rewritten past. */
export const daySheet = paper<'office.daySheet'>({
  id: 'office.daySheet',
  title: text('登记日报表', 'Day sheet'),
  version,
  from: '2025-01-01',
  source: text('兰台自定；空白证件核对据 MZ/T 024 的要求', 'Lantai’s own; the stock check answers MZ/T 024'),
  needs: [text('当日统计', 'the day’s counts'), text('空白证件库存', 'blank stock'), text('日志末项', 'the journal’s head')],
  facts: ({ sheet }) => ({ title: `登记日报表 ${sheet.day}`, author: sheet.officeName, number: sheet.day, date: dateOfDay(sheet.day) }),
  record: ({ sheet }) => ({ paper: 'office.daySheet', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    sheet.page()
    mark(sheet, data)
    sheet.text('texts', 105, 26, '登　记　日　报　表', { font: 'songBold', size: 20, align: 'centre' })
    sheet.text('officeName', 20, 35, `填报单位：${data.officeName}`, { size: 10.5, within: 100 })
    sheet.text('texts', 190, 35, `日期：${day(data.day)}　地区编码：${data.area}`, { size: 10.5, align: 'right', within: 80 })

    let y = 44
    // a busy office's lines go on over the page; the journal's head stands on the last
    const section = (title: string, lines: number, draw: (from: number) => number): void => {
      if (y + 12 + Math.min(lines, 24) * 6 > 238) {
        sheet.page()
        mark(sheet, data)
        y = 26
      }
      heading(sheet, y, title)
      y = draw(y + 2.5) + 8
    }
    section('一、当日办理', data.kinds.length, (from) => columns(sheet, from, [{ title: '事　项', width: 110, align: 'left' }, { title: '单位', width: 25 }, { title: '数　量', width: 35 }],
      data.kinds.length === 0 ? [['当日无办理事项', '', '0']] : data.kinds.map(({ title, unit, count }) => [title, unit, String(count)]), { height: rowHeight(data.kinds.length, 8) }))
    section('二、分时段', data.kinds.length, (from) => byHour(sheet, data, from))
    section('三、未办结', data.open.length, (from) => columns(sheet, from, [{ title: '状　态', width: 135, align: 'left' }, { title: '件　数', width: 35 }],
      data.open.length === 0 ? [['无', '0']] : data.open.map(({ title, count }) => [title, String(count)]), { height: rowHeight(data.open.length, 5) }))
    section('四、空白证件（本）', data.stock.length + 1, (from) => {
      const below = columns(sheet, from, stockColumns, data.stock.map((row) => {
        const even = row.opening + row.received === row.issued + row.spoiled + row.returned + row.closing
        return [row.title, row.opening, row.received, row.issued, row.spoiled, row.returned, row.closing].map(String).concat(even ? '平' : '不平')
      })) + 3.6
      sheet.text('texts', 20, below, '期初 + 收入 = 发出 + 作废 + 上交 + 结存', { size: 8, colour: 0.35 })
      return below
    })

    const foot = 246
    sheet.frame(20, foot, 170, 27, 0.4)
    drawCode(sheet, code, 22.5, foot + 2.5, 22)
    sheet.text('texts', 48, foot + 6.2, '登记日志末项', { font: 'heiBold', size: 9.5 })
    sheet.text('texts', 188, foot + 6.2, `第 ${data.head.seq} 号　${moment(data.head.at)}`, { font: 'hei', size: 8.5, align: 'right' })
    const { hash } = data.head
    for (const [i, half] of [hash.slice(0, 32), hash.slice(32)].entries()) {
      sheet.text('texts', 48, foot + 12.6 + i * 5.2, half.match(/.{1,8}/g)?.join('　') ?? '', { font: 'hei', size: 9.5, within: 140 })
    }
    sheet.text('texts', 48, foot + 24, '登记簿日后若被改动，从头重算所得的此值即不相同。请将本表按日存档。', { size: 7.5, colour: 0.35, within: 140 })
    sheet.text('preparer', 20, 281, `制表人：${data.preparer}`, { size: 10, within: 46 })
    sheet.text('texts', 68, 281, '审核人（签名）：', { size: 10 })
    sheet.line(96, 282, 128, 282, 0.15)
    sheet.text('texts', 190, 281, `制表时间：${moment(data.printedAt)}`, { size: 10, align: 'right' })
    sheet.text('texts', 190, 288, `版式：${version}`, { size: 6.5, align: 'right', colour: 0.4 })
  },
})

export const stockColumns = [
  { title: '证件种类', width: 38, align: 'left' as const }, { title: '期初', width: 19 }, { title: '收入', width: 19 }, { title: '发出', width: 19 }, { title: '作废', width: 19 }, { title: '上交', width: 19 }, { title: '结存', width: 20 }, { title: '核对', width: 17 },
]

/** Rows get lower when there are many, so that the sheet stays one page. */
const rowHeight = (count: number, many: number): number => (count <= many ? 7.2 : Math.max(4.8, (7.2 * many) / count))

const byHour = (sheet: Sheet, data: DaySheet, y: number): number => {
  const used = data.hours.map(({ hour }) => hour)
  const first = Math.min(8, ...used)
  const last = Math.max(17, ...used)
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const kinds = [...new Set(data.hours.map(({ kind }) => kind))]
  const side = 42
  const width = (170 - side - 16) / hours.length
  const count = (kind: string, hour: number): number => data.hours.filter((row) => row.kind === kind && row.hour === hour).reduce((sum, row) => sum + row.count, 0)
  const lines = kinds.map((kind) => {
    const counts = hours.map((hour) => count(kind, hour))
    return [kind, ...counts.map((one) => (one === 0 ? '' : String(one))), String(counts.reduce((a, b) => a + b, 0))]
  })
  return columns(sheet, y, [{ title: '时　段', width: side, align: 'left' }, ...hours.map((hour) => ({ title: `${hour}时`, width })), { title: '合计', width: 16 }], lines.length === 0 ? [['—']] : lines, { size: 9, height: rowHeight(kinds.length, 6) })
}
