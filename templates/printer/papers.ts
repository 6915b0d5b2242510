import { text } from '../../domain/text.ts'
import { crosses, identity } from '../calibration.ts'
import { booklet2021, divorceBooklet2021 } from '../case/booklet.ts'
import { paper, type Paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table } from '../table.ts'

const version = '校准页 兰台 1'
// these sheets are about a machine, not a case: their date is that of the layout
const date = new Date('2025-01-01T00:00:00Z')

const names = ['左上', '右上', '中心', '左下', '右下']

/** Five crosses on A4: the clerk measures where they came out. */
const calibrationSheet = paper<'printer.crosses'>({
  id: 'printer.crosses',
  title: text('打印机校准页', 'Printer calibration sheet'),
  version,
  from: '2025-01-01',
  source: text('兰台自定', 'Lantai’s own'),
  needs: [text('打印机与纸盒', 'printer and tray')],
  facts: ({ printer, tray }) => ({ title: `打印机校准页 ${printer} ${tray}`, author: '兰台', number: 'CALIBRATION', date }),
  record: ({ printer, tray, affine }) => ({ paper: 'printer.crosses', version, printer, tray, affine }),
  draw: (sheet, { printer, tray, affine }) => {
    sheet.page(210, 297, affine ?? identity)
    crosses.forEach(([x, y], i) => {
      cross(sheet, x, y)
      sheet.text('texts', x + (x > 150 ? -3 : 3), y - 3, `${i + 1} ${names[i]}`, { font: 'hei', size: 8, align: x > 150 ? 'right' : 'left', colour: 0.3 })
    })
    rulers(sheet)
    sheet.text('texts', 105, 48, '打印机校准页', { font: 'songBold', size: 20, align: 'centre', spacing: 0.2 })
    sheet.cell('printer', 30, 54, 150, 9, `打印机：${printer}　　纸盒：${tray}`, { size: 11, align: 'centre' })
    const steps = [
      '1．用 A4 纸按“实际大小”打印本页，打印对话框中不要选择“适合页面”或者缩放。',
      '2．用直尺从纸的左边缘和上边缘量取每个十字中心的距离，精确到 0.1 毫米，填入下表。',
      '3．在“打印机校准”页填入实测值，软件求出校正量；再打印试打页，覆在证件上对光复核。',
    ]
    let y = 72
    for (const step of steps) y = sheet.paragraph('texts', 32, y, 146, step, { size: 10.5, indent: 0, leading: 1.55 })
    table(sheet, 37, 165, [
      { height: 9, cells: [{ width: 30, label: '十字' }, { width: 26, label: '标准 左边距' }, { width: 27, label: '实测 左边距' }, { width: 26, label: '标准 上边距' }, { width: 27, label: '实测 上边距' }] },
      ...crosses.map(([x, y], i) => ({ height: 10, cells: [
        { width: 30, field: 'texts', value: `${i + 1}　${names[i]}`, align: 'centre' as const, font: 'song' as const },
        { width: 26, field: 'texts', value: x.toFixed(1), align: 'centre' as const, font: 'song' as const }, { width: 27, blank: true as const },
        { width: 26, field: 'texts', value: y.toFixed(1), align: 'centre' as const, font: 'song' as const }, { width: 27, blank: true as const },
      ] })),
    ])
    sheet.text('texts', 105, 230, affine === undefined ? '本页未经校正' : '本页已按现有校正量打印', { font: 'hei', size: 9, align: 'centre', colour: 0.3 })
    sheet.text('texts', 105, 292, `单位：毫米　版式：${version}`, { size: 6.5, align: 'centre', colour: 0.4 })
  },
})

const cross = (sheet: Sheet, x: number, y: number): void => {
  sheet.line(x - 8, y, x + 8, y, 0.1)
  sheet.line(x, y - 8, x, y + 8, 0.1)
  sheet.circle(x, y, 2, 0.1)
}

/** Millimetre marks from the crosses of the corners towards the middle, to see a wrong scale at a glance. */
const rulers = (sheet: Sheet): void => {
  for (let mm = 0; mm <= 150; mm++) {
    const x = 30 + mm
    sheet.line(x, 262, x, 262 - (mm % 10 === 0 ? 4 : mm % 5 === 0 ? 2.8 : 1.6), 0.08)
    if (mm % 10 === 0) sheet.text('texts', x, 266, String(mm), { font: 'hei', size: 6, align: 'centre' })
  }
  sheet.line(30, 262, 180, 262, 0.1)
  sheet.text('texts', 105, 271, '150 毫米标尺：与直尺对照，长度应当相符', { size: 8, align: 'centre', colour: 0.3 })
}

/** The open booklet's fields as empty frames, to be held against a real booklet before one is printed. */
const testSheet = paper<'printer.test'>({
  id: 'printer.test',
  title: text('套打试打页', 'Overprint test sheet'),
  version,
  from: '2025-01-01',
  source: text('兰台自定', 'Lantai’s own'),
  needs: [text('打印机与纸盒', 'printer and tray'), text('校正量', 'calibration')],
  facts: ({ printer, tray }) => ({ title: `套打试打页 ${printer} ${tray}`, author: '兰台', number: 'TEST', date }),
  record: ({ printer, tray, affine, booklet }) => ({ paper: 'printer.test', version, printer, tray, affine, booklet }),
  draw: (sheet, { printer, tray, affine, booklet }) => {
    const { width, height, fields, photo } = booklet === 'divorce' ? divorceBooklet2021 : booklet2021
    sheet.page(width, height, affine ?? identity)
    sheet.frame(2, 2, width - 4, height - 4, 0.1, { dash: [1, 1] })
    sheet.line(width / 2, 2, width / 2, height - 2, 0.1, { dash: [1, 1] })
    for (const field of fields) {
      sheet.frame(field.x, field.y, field.width, field.height, 0.12)
      sheet.cell('texts', field.x, field.y, field.width, field.height, captions[field.id.replace(/^spouse[01]\./, '')] ?? field.id, { font: field.font, size: field.size, padding: 0.5, colour: 0.3 })
    }
    sheet.frame(photo.x, photo.y, photo.width, photo.height, 0.12)
    sheet.text('texts', photo.x + photo.width / 2, photo.y + photo.height / 2 + 1.5, `照片 ${photo.width}×${photo.height}`, { size: 10, align: 'centre', colour: 0.4 })
    sheet.cell('printer', 100, 118, 85, 6, `套打试打页${booklet === 'divorce' ? '（离婚证）' : ''}　${printer}　${tray}`, { font: 'hei', size: 7, align: 'right' })
    sheet.text('texts', 106, 11, '覆在证件内页上对光检查：各框应当落在证件的相应空白处', { font: 'hei', size: 6.5, colour: 0.35 })
  },
})

const captions: Readonly<Record<string, string>> = {
  holder: '持证人', day: '2025年01月01日', number: 'J000000-2025-000000', remark: '备注', name: '姓名', sex: '性别', nationality: '国籍', birth: '2025年01月01日', identityNumber: '000000000000000000',
}

/** The sheets of the calibration screen. */
export const printerPapers: readonly Paper[] = [calibrationSheet, testSheet]
