import { text } from '../../domain/text.ts'
import { feet, mark } from '../case/parts.ts'
import { day, weekdayName, moment } from '../case/words.ts'
import type { WorklistSheet } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'

const version = '期限工作清单 兰台 1'
const right = 277
const bottom = 178
const rowHeight = 11.5

/** Columns of a list, mm; the last is for the pen. */
const heads = [['序号', 9], ['回执单编号', 41], ['男方\n女方', 52], ['联系电话', 30], ['受理日期', 24], ['可撤回至', 24], ['领证开始', 24], ['领证截止', 24], ['登记员', 15], ['办理记录', 14]] as const

/** 离婚登记申请期限工作清单: whom the office watches for today, with phones as they were given, since they are called. */
export const worklist = paper<'office.worklist'>({
  id: 'office.worklist',
  title: text('离婚登记申请期限工作清单', 'Deadline work list'),
  version,
  from: '2025-01-01',
  source: text('兰台自定；期限据《民法典》第一千零七十七条', 'Lantai’s own; the days follow Civil Code art. 1077'),
  needs: [text('当日各期限清单', 'the lists of the day')],
  facts: ({ sheet }) => ({ title: `离婚登记申请期限工作清单 ${sheet.day}`, author: sheet.officeName, number: sheet.day, date: dateOfDay(sheet.day) }),
  record: ({ sheet }) => ({ paper: 'office.worklist', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    let y = begin(sheet, data)
    for (const { title, from, to, rows } of data.lists) {
      const span = from === to ? day(from) : `${day(from)}—${day(to)}`
      const head = (again: boolean): void => {
        sheet.fill(20, y - 3.6, 1.4, 4.6, 0)
        const end = sheet.text('texts', 23.5, y, `${title}${again ? '（续）' : ''}`, { font: 'heiBold', size: 11 })
        sheet.text('texts', end + 4, y, `${span}　共 ${rows.length} 件`, { size: 9.5 })
        y += 2.5
      }
      if (y + 12 + Math.min(rows.length, 2) * rowHeight > bottom) y = more(sheet, data)
      head(false)
      if (rows.length === 0) {
        sheet.text('texts', 23.5, y + 4, '无', { size: 10.5 })
        y += 13
        continue
      }
      for (let at = 0; at < rows.length;) {
        const room = Math.max(1, Math.floor((bottom - y - 8.5) / rowHeight))
        const part = rows.slice(at, at + room)
        y = table(sheet, 20, y, [{ height: 8.5, cells: heads.map(([label, width]) => ({ width, label, size: 9, plain: true })) }, ...part.map((row, i) => lineOf(row, at + i + 1))], { outer: 0.4 }) + 10
        at += room
        if (at < rows.length) {
          y = more(sheet, data)
          head(true)
        }
      }
    }
    sheet.text('preparer', 20, Math.min(y + 2, 184), `制表人：${data.preparer}　　制表时间：${moment(data.printedAt)}`, { size: 9.5, within: 200 })
    feet(sheet, version, code, '本清单含个人信息，用后按内部资料保管或者销毁。')
  },
})

const begin = (sheet: Sheet, data: WorklistSheet): number => {
  sheet.page(297, 210)
  mark(sheet, data)
  sheet.text('texts', 148.5, 22, '离婚登记申请期限工作清单', { font: 'songBold', size: 18, align: 'centre', spacing: 0.15 })
  sheet.text('officeName', 20, 31, `单位：${data.officeName}`, { size: 10.5, within: 170 })
  sheet.text('texts', right, 31, `${day(data.day)}（${weekdayName(data.day)}）　地区编码：${data.area}`, { size: 10.5, align: 'right', within: 85 })
  return 41
}

const more = (sheet: Sheet, data: WorklistSheet): number => {
  sheet.page(297, 210)
  mark(sheet, data)
  return 24
}

const lineOf = (row: WorklistSheet['lists'][number]['rows'][number], sequence: number): Row => {
  const cell = (width: number, field: string, value: string, align: 'left' | 'centre' = 'centre'): Row['cells'][number] => ({ width, field, value, align, size: 10, font: 'song', padding: 1, clearance: 1, leading: 1.25 })
  return { height: rowHeight, cells: [
    cell(9, 'texts', String(sequence)), cell(41, 'receiptNumber', row.receiptNumber), cell(52, 'names', row.names.join('\n'), 'left'), cell(30, 'phones', row.phones.join('\n'), 'left'),
    ...[row.acceptedOn, row.end1, row.windowOpens, row.end2].map((value) => cell(24, 'day', day(value))), cell(15, 'registrar', row.registrar), { width: 14, blank: true },
  ] }
}
