import { text } from '../../domain/text.ts'
import { digestOf, feet, handDate, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { day, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { requesterKinds } from './parts.ts'
import { drawFiles, fileRows } from './query.ts'

const version = '档案复印件证明页 兰台 1'
const defaults = {
  statement: '后附复印件共 {pages} 页，一式 {sets} 份，由本单位从所保管的下列婚姻登记档案复制，应{name}（{kind}）申请，用于：{purpose}。经核对，复印件与原件相符。',
  force: '复印件每页加盖骑缝章或者本单位印章后有效；再次复印无效；不得用于上述用途以外的事项。',
}

/** 档案复印件证明页: goes before the copies, with the place of the stamp 「与原件核对无误」. */
export const copySheet = paper<'archive.copySheet'>({
  id: 'archive.copySheet',
  title: text('婚姻登记档案复印件证明页', 'Certifying page of copies'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》规定复印件加盖保管单位印章方为有效；版式为兰台自定', 'By the Archive Measures copies hold only under the keeper’s stamp; the layout is Lantai’s own'),
  needs: [text('查档登记与复制页数', 'the query and the pages copied')],
  texts: defaults,
  facts: ({ record }) => ({ title: `婚姻登记档案复印件证明页 ${record.body.number}`, author: record.body.officeName, number: record.id, date: dateOfDay(record.body.day) }),
  record: (request) => digestOf('archive.copySheet', version, request, request.record),
  draw: (sheet, { record, texts }, code) => {
    const { body } = record
    sheet.page()
    mark(sheet, record)
    title(sheet, 38, '婚姻登记档案复印件证明', 22, 0.15)
    sheet.text('number', 190, 50, `查档编号：${body.number}`, { size: 10.5, align: 'right', within: 90 })
    let y = sheet.paragraph('purpose', 20, 62, 170, fill(said(defaults, texts, 'statement'), {
      pages: String(body.copies.pages), sets: String(Math.max(1, body.copies.sets)), name: body.requester.name, kind: requesterKinds[body.requester.kind], purpose: body.purpose.replace(/[。；]$/, ''),
    }), { size: 13, leading: 1.7 })
    // the list gives way to the words above it and the stamps below
    const [first = [], ...further] = fileRows(sheet, body.files, Math.max(20, 184 - y))
    y = drawFiles(sheet, first, y, 3)
    y = sheet.paragraph('texts', 20, y + 9, 170, said(defaults, texts, 'force'), { size: 11, leading: 1.6 })
    const end = Math.max(y + 6, 208)
    sheet.frame(20, end, 62, 22, 0.2, { colour: [0.85, 0.5, 0.5], dash: [1, 1] })
    sheet.text('texts', 51, end + 12.2, '加盖“与原件核对无误”章处', { size: 9, align: 'centre', colour: [0.8, 0.5, 0.5] })
    sheet.text('officeName', 186, end + 8, body.officeName, { size: 13, align: 'right', within: 98 })
    sealPlace(sheet, 158, end + 10, 18, '保管单位印章')
    sheet.text('texts', 186, end + 18, day(body.day), { size: 13, align: 'right' })
    signature(sheet, 20, end + 38, '核对人（签名）：', 36)
    handDate(sheet, 130, end + 38, 10.5)
    for (const part of further) {
      sheet.page()
      mark(sheet, record)
      sheet.text('number', 20, 28, `复制的档案（续）　查档编号：${body.number}`, { size: 10.5 })
      drawFiles(sheet, part, 32, 0)
    }
    feet(sheet, version, code)
  },
})
