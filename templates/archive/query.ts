import { text } from '../../domain/text.ts'
import { digestOf, feet, handDate, mark, said, signature, title } from '../case/parts.ts'
import { day } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import type { ArchiveQueryRecord } from '../contract.ts'
import { lineHeight, paged } from '../case/lists.ts'
import { fileKinds, requesterRows, wide } from './parts.ts'

const version = '档案查询登记表 兰台 1'
const defaults = {
  promise: '查询人承诺：查询所得的婚姻登记档案信息只用于上述用途，不向无关人员泄露，不公布档案内容。档案在阅览处查阅，不外借。',
}

/** 婚姻登记档案查询登记表: who looked at which files, on what basis, what was copied. */
export const query = paper<'archive.query'>({
  id: 'archive.query',
  title: text('婚姻登记档案查询登记表', 'Record of an archive query'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记条例》第十九条；《婚姻登记档案管理办法》；官方版式未公布，字段据公开资料编排', 'Regulation art. 19; Archive Measures; the official layout is not published'),
  needs: [text('查档登记', 'the query')],
  texts: defaults,
  facts: ({ record }) => ({ title: `婚姻登记档案查询登记表 ${record.body.number}`, author: record.body.officeName, number: record.id, date: dateOfDay(record.body.day) }),
  record: (request) => digestOf('archive.query', version, request, request.record),
  draw: (sheet, { record, texts }, code) => {
    const { body } = record
    sheet.page()
    mark(sheet, record)
    title(sheet, 30, '婚姻登记档案查询登记表', 21, 0.15)
    sheet.text('officeName', 20, 40, `保管单位：${body.officeName}`, { size: 10.5, within: 100 })
    sheet.text('number', 190, 40, `编号：${body.number}　日期：${day(body.day)}`, { size: 10.5, align: 'right', within: 68 })
    let y = table(sheet, 20, 43, [
      ...requesterRows(body.requester),
      wide('查档依据', 'basis', body.basis, 14, 11),
      wide('用途', 'purpose', body.purpose, 14, 11),
      wide('批准人', 'approvedBy', body.approvedBy),
      wide('查询结果', 'files', body.found ? `查到档案 ${body.files.length} 件` : '没有查到档案'),
      wide('复制情况', 'files', body.copies.pages === 0 ? '没有复制' : `${body.copies.pages} 页 × ${Math.max(1, body.copies.sets)} 份${body.copies.stamped ? '，已加盖保管单位印章' : '，没有加盖印章'}`),
    ])
    const [first = [], ...further] = fileRows(sheet, body.files, 76)
    y = drawFiles(sheet, first, y + 5, 4)
    sheet.paragraph('texts', 20, y + 8, 170, said(defaults, texts, 'promise'), { size: 10.5, leading: 1.5 })
    signature(sheet, 20, 250, '查询人（签名）：', 40)
    handDate(sheet, 100, 261, 10.5)
    signature(sheet, 110, 250, '经办人（签名）：', 40)
    handDate(sheet, 190, 261, 10.5)
    for (const part of further) {
      sheet.page()
      mark(sheet, record)
      sheet.text('number', 20, 28, `查阅的档案（续）　编号：${body.number}`, { size: 10.5 })
      drawFiles(sheet, part, 32, 0)
    }
    feet(sheet, version, code, '本表存查，保管期限按档案查阅登记的规定执行。')
  },
})

const cell = (width: number, field: string, value: string, align: 'left' | 'centre' = 'left'): Row['cells'][number] => ({ width, field, value, align, size: 10.5, font: 'song', clearance: 1 })

/** The files looked at as lines, cut into pages; `first` mm are free on the first. */
export const fileRows = (sheet: Sheet, list: ArchiveQueryRecord['body']['files'], first: number): Row[][] =>
  paged(list.map((one, i): Row => ({ height: lineHeight(sheet, one.title, 68, 8.6), cells: [
    cell(12, 'files', String(i + 1), 'centre'), cell(16, 'files', fileKinds[one.window], 'centre'), cell(68, 'files', one.title), cell(42, 'files', one.number), cell(32, 'files', one.archiveNumber),
  ] })), first, 215)

/** Draws lines of files with their head, at least `least` of them. Gives the y below. */
export const drawFiles = (sheet: Sheet, rows: readonly Row[], y: number, least: number): number => table(sheet, 20, y, [
  { height: 8, cells: [{ width: 12, label: '序号' }, { width: 16, label: '类别' }, { width: 68, label: '档案题名' }, { width: 42, label: '登记字号' }, { width: 32, label: '档　号' }] },
  ...rows,
  ...Array.from({ length: Math.max(0, least - rows.length) }, (): Row => ({ height: 8.6, cells: [12, 16, 68, 42, 32].map((width) => ({ width, blank: true })) })),
])
