import { archiveClasses, retentionYears } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import { digestOf, feet, mark, title } from '../case/parts.ts'
import type { BoxRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { codeNumber, lineHeight, paged } from '../case/lists.ts'
import { shortDay } from './parts.ts'

export const className = ({ fileClass }: BoxRecord): string => archiveClasses[fileClass].zh

/** The lines of a list of files, as many pages as it takes. */
const drawList = (sheet: Sheet, record: BoxRecord, heading: string, lines: readonly string[]): void => {
  const cell = (width: number, field: string, value: string, align: 'left' | 'centre' | 'right' = 'left'): Row['cells'][number] => ({ width, field, value, align, size: 9.5, font: 'song', padding: 0.9, clearance: 0.8 })
  const rows = record.files.map((one): Row => ({ height: lineHeight(sheet, one.title, 61, 8.2), cells: [
    cell(13, 'archive', String(one.officeFileNumber), 'centre'), cell(23, 'archive', one.archiveFileNumber, 'centre'), cell(61, 'parties.0.name', one.title), cell(35, 'number', one.number), cell(18, 'day', shortDay(one.day), 'centre'), cell(9, 'archive', String(one.pages), 'right'), cell(11, 'note', one.note),
  ] }))
  const head: Row = { height: 8.6, cells: ([['室编\n卷号', 13], ['馆编\n卷号', 23], ['题　　名', 61], ['登记字号', 35], ['日　期', 18], ['页数', 9], ['备注', 11]] as const).map(([label, width]) => ({ width, label, size: 9, plain: true })) }
  for (const part of paged(rows, 214, 214)) {
    sheet.page()
    mark(sheet, record)
    title(sheet, 25, heading, 19, 0.15)
    sheet.text('officeName', 20, 34, lines[0] ?? '', { size: 10, within: 170 })
    sheet.text('officeName', 20, 40, lines[1] ?? '', { size: 10, within: 170 })
    table(sheet, 20, 43, [head, ...part])
  }
}

const sum = ({ files }: BoxRecord): number => files.reduce((total, { pages }) => total + pages, 0)

/** 盒内文件目录: the files of one box in order. */
export const boxList = paper<'archive.boxList'>({
  id: 'archive.boxList',
  title: text('档案盒内文件目录', 'List of a box'),
  version: '盒内目录 兰台 1',
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第十条；版式参照通行的归档文件目录', 'Archive Measures art. 10; the layout follows common lists of files'),
  needs: [text('已装盒的案卷', 'files put into the box')],
  facts: ({ record }) => ({ title: `盒内文件目录 ${record.year} ${className(record)} 第 ${record.box ?? ''} 盒`, author: record.officeName, number: boxNumber(record), date: dateOfDay(record.boxedOn) }),
  record: (request) => digestOf('archive.boxList', '盒内目录 兰台 1', request, request.record),
  draw: (sheet, { record }, code) => {
    drawList(sheet, record, '档案盒内文件目录', [
      `全宗号：${record.fonds}　全宗名称：${record.fondsName}　立档单位：${record.officeName}`,
      `年度：${record.year}　类别：${className(record)}　盒号：${record.box ?? ''}　起止卷号：${record.first}—${record.last}　共 ${record.files.length} 卷 ${sum(record)} 页`,
    ])
    feet(sheet, '盒内目录 兰台 1', code)
  },
})

/** 年度案卷目录: all files of a year and class; its copy goes to the civil affairs office above (《婚姻登记档案管理办法》第十四条). */
export const index = paper<'archive.index'>({
  id: 'archive.index',
  title: text('年度案卷目录', 'Yearly index of files'),
  version: '案卷目录 兰台 1',
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第十条、第十四条；版式参照通行的案卷目录', 'Archive Measures arts. 10 and 14; the layout follows common indexes'),
  needs: [text('已归档的案卷', 'files archived')],
  facts: ({ record }) => ({ title: `年度案卷目录 ${record.year} ${className(record)}`, author: record.officeName, number: codeNumber(record.fonds, record.year, record.fileClass), date: dateOfDay(record.boxedOn) }),
  record: (request) => digestOf('archive.index', '案卷目录 兰台 1', request, request.record),
  draw: (sheet, { record }, code) => {
    drawList(sheet, record, `${record.year} 年度案卷目录`, [
      `全宗号：${record.fonds}　全宗名称：${record.fondsName}　立档单位：${record.officeName}`,
      `类别：${className(record)}　保管期限：${retentionYears} 年　起止卷号：${record.first}—${record.last}　共 ${record.files.length} 卷 ${sum(record)} 页`,
    ])
    feet(sheet, '案卷目录 兰台 1', code)
  },
})

export const boxNumber = (record: BoxRecord): string => codeNumber(record.fonds, record.year, record.fileClass, record.box ?? 0)
