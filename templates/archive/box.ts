import { retentionYears } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import { digestOf, foot, handDate, mark, said, signature, title } from '../case/parts.ts'
import { day } from '../case/words.ts'
import type { BoxRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table } from '../table.ts'
import { boxNumber, className } from './lists.ts'

const spineVersion = '档案盒脊 兰台 1'

/** Usual thicknesses of a box, mm; the clerk cuts out the one that fits. */
const widths = [20, 30, 40, 50]
const height = 238

/** 档案盒脊: fonds, year, nature, first and last file, box, set vertically in the usual widths. */
export const boxSpine = paper<'archive.boxSpine'>({
  id: 'archive.boxSpine',
  title: text('档案盒脊', 'Spine of a box'),
  version: spineVersion,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第十条规定盒脊的项目；尺寸按通用档案盒厚度', 'Archive Measures art. 10 names what stands on the spine; the widths are those of common boxes'),
  needs: [text('全宗号、年度、类别、起止卷号、盒号', 'fonds, year, class, first and last file, box')],
  facts: ({ record }) => ({ title: `档案盒脊 ${record.year} ${className(record)} 第 ${record.box ?? ''} 盒`, author: record.officeName, number: boxNumber(record), date: dateOfDay(record.boxedOn) }),
  record: (request) => {
    const { fonds, fondsName, year, fileClass, box, first, last, sample, officeName } = request.record
    return digestOf('archive.boxSpine', spineVersion, request, { fonds, fondsName, year, fileClass, box, first, last, sample, officeName })
  },
  draw: (sheet, { record }, code) => {
    sheet.page()
    mark(sheet, record)
    sheet.text('texts', 105, 14, '按档案盒厚度剪下一条，粘贴于盒脊（毫米）', { size: 8.5, align: 'centre', colour: 0.35 })
    let x = 20
    for (const width of widths) {
      spine(sheet, record, x, 24, width)
      sheet.text('texts', x + width / 2, 21.5, `${width}`, { size: 8, align: 'centre', colour: 0.35 })
      x += width + 10
    }
    foot(sheet, spineVersion, code)
  },
})

const spine = (sheet: Sheet, record: BoxRecord, x: number, y: number, width: number): void => {
  sheet.frame(x, y, width, height, 0.3)
  let top = y
  const block = (label: string, field: string, value: string, tall: number, vertical = false): void => {
    sheet.frame(x, top, width, tall, 0.18)
    sheet.text('texts', x + width / 2, top + 5, label, { font: 'song', size: Math.min(9, width * 0.36), align: 'centre' })
    if (vertical) down(sheet, field, x, top + 7, width, tall - 9, value)
    else sheet.cell(field, x, top + 6, width, tall - 6.5, value, { font: 'hei', size: Math.min(20, width * 0.62), align: 'centre', padding: 0.8, single: true, clearance: 0.4 })
    top += tall
  }
  block('全宗号', 'archive', record.fonds, 20)
  block('年度', 'archive', String(record.year), 20)
  block('立档单位', 'officeName', record.fondsName === '' ? record.officeName : record.fondsName, 82, true)
  block('类别', 'texts', className(record), 56, true)
  block('起止卷号', 'archive', `${record.first}—${record.last}`, 20)
  block('保管期限', 'texts', `${retentionYears}年`, 18)
  block('盒号', 'archive', record.box === undefined ? '' : String(record.box), 22)
}

/** A name from top to bottom in the middle of a box, in two columns when one would be too small; the first stands at the right. */
const down = (sheet: Sheet, field: string, x: number, y: number, width: number, tall: number, value: string): void => {
  const printable = sheet.clean(field, value, 'songBold')
  const units = [...printable]
  const most = Math.min(7, width * 0.42)
  const columns = units.length * most * 0.7 > tall && width >= 20 ? 2 : 1
  const per = Math.ceil(units.length / columns)
  const step = Math.min(most * 1.12, tall / Math.max(1, per))
  const em = Math.min(most, step / 1.06, (width / columns) * 0.62)
  for (let column = 0; column < columns; column++) {
    const part = units.slice(column * per, (column + 1) * per)
    const centre = columns === 1 ? x + width / 2 : x + width / 2 + (column === 0 ? 1 : -1) * em * 0.7
    const top = y + (tall - per * step) / 2
    part.forEach((unit, i) => sheet.text(field, centre, top + i * step + (step - em) / 2 + 0.88 * em, unit, { font: 'songBold', size: (em * 72) / 25.4, align: 'centre' }))
  }
}

const noteVersion = '备考表 兰台 1'
const noteDefaults = { state: '本盒内案卷按办理时间排列，卷内材料齐全，页数与目录相符。' }

/** 备考表: lies at the end of a box and says what state it is in. */
export const boxNote = paper<'archive.boxNote'>({
  id: 'archive.boxNote',
  title: text('档案盒备考表', 'Note in a box'),
  version: noteVersion,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第十条；版式参照通行的备考表', 'Archive Measures art. 10; the layout follows common notes'),
  needs: [text('已装盒的案卷', 'files put into the box')],
  texts: noteDefaults,
  facts: ({ record }) => ({ title: `备考表 ${record.year} ${className(record)} 第 ${record.box ?? ''} 盒`, author: record.officeName, number: boxNumber(record), date: dateOfDay(record.boxedOn) }),
  record: (request) => digestOf('archive.boxNote', noteVersion, request, request.record),
  draw: (sheet, { record, texts }, code) => {
    const { files } = record
    const numbers = new Set(files.map(({ officeFileNumber }) => officeFileNumber))
    const missing = Array.from({ length: Math.max(0, record.last - record.first + 1) }, (_, i) => record.first + i).filter((number) => !numbers.has(number))
    const label = (words: string): { width: number; label: string; size: number } => ({ width: 34, label: words, size: 12 })
    const value = (width: number, field: string, shown: string): { width: number; field: string; value: string; size: number } => ({ width, field, value: shown, size: 12.5 })
    sheet.page()
    mark(sheet, record)
    title(sheet, 36, '备　考　表', 24, 0.2)
    table(sheet, 20, 50, [
      { height: 12, cells: [label('全宗号'), value(51, 'archive', record.fonds), label('年度'), value(51, 'archive', String(record.year))] },
      { height: 12, cells: [label('立档单位'), value(136, 'officeName', record.officeName)] },
      { height: 12, cells: [label('类别'), value(51, 'texts', className(record)), label('盒号'), value(51, 'archive', record.box === undefined ? '' : String(record.box))] },
      { height: 12, cells: [label('起止卷号'), value(51, 'archive', `${record.first}—${record.last}`), label('件数页数'), value(51, 'archive', `共 ${files.length} 卷 ${files.reduce((total, { pages }) => total + pages, 0)} 页`)] },
      { height: 24, cells: [label('缺　　号'), value(136, 'archive', missing.length === 0 ? '无' : missing.slice(0, 60).join('、') + (missing.length > 60 ? `等共 ${missing.length} 个` : ''))] },
      { height: 92, cells: [label('盒内文件\n情况说明'), { width: 136, field: 'note', value: [said(noteDefaults, texts, 'state'), record.note].filter((one) => one !== '').join('\n'), size: 12, vertical: 'top', indent: 0, clearance: 4, leading: 1.6 }] },
    ])
    signature(sheet, 20, 232, '整理人（签名）：', 42)
    signature(sheet, 108, 232, '检查人（签名）：', 42)
    sheet.text('texts', 20, 246, `装盒日期：${day(record.boxedOn)}`, { size: 12 })
    handDate(sheet, 190, 246)
    foot(sheet, noteVersion, code)
  },
})
