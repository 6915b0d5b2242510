import { text } from '../../domain/text.ts'
import { perforation } from '../case/halves.ts'
import { digestOf, foot, handDate, mark, said, sealPlace, signature, title } from '../case/parts.ts'
import { coupleRows, line, two } from '../case/rows.ts'
import { day, fill, person, sides } from '../case/words.ts'
import type { DivorceRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { drawCode } from '../qr.ts'
import { table, type Row } from '../table.ts'
import { openedDay } from './facts.ts'

const version = '撤回确认单 兰台 1'
const defaults = {
  statement: '{side}{name}于{day}亲自到本机关，撤回双方于{received}提出的离婚登记申请。经核对，撤回在法定期限内提出，符合《中华人民共和国民法典》第一千零七十七条第一款的规定，现予确认。本次离婚登记程序自即日起终止。',
  again: '双方今后仍要离婚的，可以重新共同提出离婚登记申请，期限重新计算。',
}

/** 撤回离婚登记申请确认单, with its stub for the file. */
export const confirmation = paper<'divorce.confirmation'>({
  id: 'divorce.confirmation',
  title: text('撤回离婚登记申请确认单', 'Confirmation of a withdrawal'),
  version,
  from: '2021-01-01',
  source: text('民发〔2020〕116号有此名及存根联；官方版式未公布', 'Named in the Notice of 2020 with its stub; the official layout is not published'),
  needs: [text('撤回记录', 'the withdrawal')],
  texts: defaults,
  facts: ({ record }) => ({ title: `撤回离婚登记申请确认单 ${record.folded.withdrawn?.confirmationNumber ?? record.folded.id}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.folded.withdrawn?.day ?? openedDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    const { withdrawn } = folded
    return digestOf('divorce.confirmation', version, request, { officeName, parties: folded.file.parties.map(person), receiptNumber: folded.accepted?.receiptNumber, received: folded.dates?.received, withdrawn: withdrawn === null ? null : { day: withdrawn.day, party: withdrawn.party, number: withdrawn.confirmationNumber }, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { withdrawn, dates, file } = record.folded
    const side = withdrawn === null ? '' : sides[withdrawn.party]
    const name = withdrawn === null ? '' : file.parties[withdrawn.party].name
    sheet.page()
    mark(sheet, record)
    title(sheet, 28, '撤回离婚登记申请确认单', 20, 0.15)
    sheet.text('number', 190, 38, `编号：${withdrawn?.confirmationNumber ?? ''}`, { size: 10.5, align: 'right', within: 100 })
    let y = table(sheet, 20, 41, rows(record, 11)) + 11
    y = sheet.paragraph(withdrawn === null ? 'texts' : `parties.${withdrawn.party}.name`, 20, y, 170, fill(said(defaults, texts, 'statement'), { side, name, day: day(withdrawn?.day ?? ''), received: day(dates?.received ?? '') }), { size: 12.5, leading: 1.7 })
    sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'again'), { size: 12.5, leading: 1.7 })
    signature(sheet, 20, 172, '登记员（签名）：', 36)
    sheet.text('officeName', 186, 160, record.officeName, { size: 12.5, align: 'right', within: 120 })
    sealPlace(sheet, 160, 163, 18, '婚姻登记机关印章')
    sheet.text('texts', 186, 169.5, day(withdrawn?.day ?? ''), { size: 12.5, align: 'right' })
    // the half that is handed out can be checked too
    drawCode(sheet, code, 20, 175, 14)
    perforation(sheet, 192, '存根联　由婚姻登记机关沿此线撕下存档')
    stub(sheet, record)
    foot(sheet, version, code)
  },
})

const rows = (record: DivorceRecord, height: number): Row[] => {
  const { accepted, dates, withdrawn } = record.folded
  return [
    ...coupleRows(record.folded.file.parties, height),
    two(['申请受理日期', 'receipt', day(dates?.received ?? '')], ['回执单编号', 'number', accepted?.receiptNumber ?? ''], height),
    two(['撤回人', 'withdrawal', withdrawn === null ? '' : sides[withdrawn.party]], ['撤回日期', 'withdrawal', day(withdrawn?.day ?? '')], height),
  ]
}

const stub = (sheet: Sheet, record: DivorceRecord): void => {
  sheet.text('texts', 105, 203, '撤回离婚登记申请确认单（存根联）', { font: 'songBold', size: 14, align: 'centre', spacing: 0.08 })
  sheet.text('number', 190, 210, `编号：${record.folded.withdrawn?.confirmationNumber ?? ''}`, { size: 9.5, align: 'right', within: 100 })
  table(sheet, 20, 212.5, [...rows(record, 8.6), line('受理机关', 'officeName', record.officeName, 8.6, 11)], { outer: 0.35 })
  signature(sheet, 20, 264, '撤回人签收（签名）：', 44, { size: 11 })
  handDate(sheet, 190, 264, 10.5)
}
