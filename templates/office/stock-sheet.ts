import { text } from '../../domain/text.ts'
import type { StockSheet } from '../contract.ts'
import { mark } from '../case/parts.ts'
import { day, moment } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { PaperCode } from '../digest.ts'
import { drawCode } from '../qr.ts'
import type { Sheet } from '../sheet.ts'
import { columns, heading } from './parts.ts'

const version = '空白证件核对表 兰台 1'
const perFirst = 15
const perNext = 28

/** 空白证件月度核对表: stock by type against what was counted by hand, and every void with its two people. */
export const stockSheet = paper<'office.stockSheet'>({
  id: 'office.stockSheet',
  title: text('空白婚姻登记证件月度核对表', 'Month sheet of blank certificates'),
  version,
  from: '2025-01-01',
  source: text('兰台自定；据 MZ/T 024 对空白证件保管、作废、销毁留痕的要求', 'Lantai’s own, after what MZ/T 024 asks of keeping, voiding and destroying blanks'),
  needs: [text('当月证件收发', 'the month’s ledger'), text('作废登记', 'voids')],
  facts: ({ sheet }) => ({ title: `空白婚姻登记证件月度核对表 ${sheet.month}`, author: sheet.officeName, number: sheet.month, date: dateOfDay(`${sheet.month}-01`) }),
  record: ({ sheet }) => ({ paper: 'office.stockSheet', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    const total = 1 + Math.max(0, Math.ceil((data.voids.length - perFirst) / perNext))
    sheet.page()
    mark(sheet, data)
    sheet.text('texts', 105, 26, '空白婚姻登记证件月度核对表', { font: 'songBold', size: 20, align: 'centre' })
    sheet.text('officeName', 20, 36, `填报单位：${data.officeName}`, { size: 10.5, within: 100 })
    sheet.text('texts', 190, 36, `月份：${data.month.slice(0, 4)}年${data.month.slice(5, 7)}月　地区编码：${data.area}`, { size: 10.5, align: 'right', within: 80 })
    let y = 46
    heading(sheet, y, '一、收发结存（本）')
    y = columns(sheet, y + 2.5, [
      { title: '证件种类', width: 30, align: 'left' }, ...['期初', '收入', '发出', '作废', '上交', '账面结存'].map((title) => ({ title, width: 17 })), { title: '实盘', width: 16 }, { title: '差异', width: 11 }, { title: '核对', width: 11 },
    ], data.types.map((row) => {
      const even = row.opening + row.received === row.issued + row.spoiled + row.returned + row.closing
      const counted = row.counted === undefined ? '' : String(row.counted)
      const difference = row.counted === undefined ? '' : String(row.counted - row.closing)
      return [row.title, ...[row.opening, row.received, row.issued, row.spoiled, row.returned, row.closing].map(String), counted, difference, even && (row.counted === undefined || row.counted === row.closing) ? '平' : '不平']
    }), { height: 9 }) + 4
    sheet.text('texts', 20, y, '期初 + 收入 = 发出 + 作废 + 上交 + 结存；差异 = 实盘 − 账面结存。实盘为空表示尚未盘点。', { size: 8, colour: 0.35 })
    y += 9
    heading(sheet, y, `二、作废登记（共 ${data.voids.length} 本）`)
    voids(sheet, data.voids.slice(0, perFirst), 0, y + 2.5)
    signatures(sheet)
    foot(sheet, data, code, 1, total)
    for (let page = 2; page <= total; page++) {
      const from = perFirst + (page - 2) * perNext
      sheet.page()
      mark(sheet, data)
      heading(sheet, 26, '二、作废登记（续）')
      voids(sheet, data.voids.slice(from, from + perNext), from, 28.5)
      foot(sheet, data, code, page, total)
    }
  },
})

type Data = StockSheet

const voids = (sheet: Sheet, rows: Data['voids'], from: number, y: number): void => {
  columns(sheet, y, [
    { title: '序号', width: 11 }, { title: '日期', width: 29 }, { title: '种类', width: 20 }, { title: '印制号', width: 28, field: 'serials' }, { title: '作废原因', width: 44, align: 'left' }, { title: '经办人', width: 19 }, { title: '复核人', width: 19 },
  ], rows.length === 0 ? [['', '', '', '', '本月无作废', '', '']] : rows.map((row, i) => [String(from + i + 1), day(row.day), row.type, row.serial, row.reason, row.by, row.second]), { height: 8.2, size: 9 })
}

const signatures = (sheet: Sheet): void => {
  for (const [i, who] of ['证件保管人', '盘点人', '监盘人'].entries()) {
    const end = sheet.text('texts', 20 + i * 58, 256, `${who}（签名）：`, { size: 10 })
    sheet.line(end, 257, 20 + i * 58 + 54, 257, 0.15)
  }
}

const foot = (sheet: Sheet, data: Data, code: PaperCode, page: number, total: number): void => {
  drawCode(sheet, code, 20, 266, 18)
  sheet.text('preparer', 42, 271, `制表人：${data.preparer}`, { size: 9 })
  sheet.text('texts', 42, 276.5, `制表时间：${moment(data.printedAt)}`, { size: 9 })
  sheet.text('texts', 42, 282, `校验 ${code.digest.slice(0, 32)}`, { font: 'hei', size: 6.5, colour: 0.4 })
  if (total > 1) sheet.text('texts', 190, 276.5, `第 ${page} 页　共 ${total} 页`, { size: 9, align: 'right' })
  sheet.text('texts', 190, 283.6, `版式：${version}`, { size: 6.5, align: 'right', colour: 0.4 })
}
