import { text } from '../../domain/text.ts'
import { digestOf, foot, handDate, mark, said, signature, title } from '../case/parts.ts'
import { coupleRows, line, two } from '../case/rows.ts'
import { personRows } from '../case/person.ts'
import { day, fill, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table } from '../table.ts'
import { openedDay } from './facts.ts'

const version = '撤回申请书 兰台 1'
const defaults = {
  statement: '本人与对方于{received}共同向你机关申请离婚登记。现本人不愿意离婚，依照《中华人民共和国民法典》第一千零七十七条第一款的规定，撤回离婚登记申请。',
  truth: '本人知悉：撤回申请后，本次离婚登记程序终止；双方今后仍要离婚的，须重新共同提出申请，期限重新计算。以上系本人真实意思表示。',
}

/** 撤回离婚登记申请书: by one party alone; printed before the act it leaves open who withdraws. */
export const withdrawal = paper<'divorce.withdrawal'>({
  id: 'divorce.withdrawal',
  title: text('撤回离婚登记申请书', 'Withdrawal of a divorce application'),
  version,
  from: '2021-01-01',
  source: text('民发〔2020〕116号有此名；《民法典》第一千零七十七条第一款；官方版式未公布', 'Named in the Notice of 2020; Civil Code art. 1077(1); the official layout is not published'),
  needs: [text('受理记录', 'the acceptance')],
  texts: defaults,
  facts: ({ record }) => ({ title: `撤回离婚登记申请书 ${record.folded.id}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.folded.withdrawn?.day ?? record.folded.dates?.received ?? openedDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    const { withdrawn } = folded
    return digestOf('divorce.withdrawal', version, request, { officeName, parties: folded.file.parties.map(wholePerson), receiptNumber: folded.accepted?.receiptNumber, received: folded.dates?.received, end1: folded.dates?.end1, withdrawn: withdrawn === null ? null : { day: withdrawn.day, party: withdrawn.party, receipt: withdrawn.receipt }, sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { accepted, dates, withdrawn, file } = record.folded
    const party = withdrawn?.party
    sheet.page()
    mark(sheet, record)
    title(sheet, 36, '撤回离婚登记申请书', 22)
    let y = table(sheet, 20, 46, [
      ...(party === undefined ? coupleRows(record.folded.file.parties, 12) : [
        ...personRows(file.parties, party, '撤回人'),
        { height: 12, cells: [{ width: 30, label: '对方姓名' }, { width: 56, field: `parties.${1 - party}.name`, value: file.parties[party === 0 ? 1 : 0].name, size: 11.5 }, { width: 30, label: '证件号码' }, { width: 54, field: `parties.${1 - party}.identityNumber`, value: file.parties[party === 0 ? 1 : 0].identityNumber, size: 11.5, single: true }] },
      ]),
      two(['申请受理日期', 'receipt', day(dates?.received ?? '')], ['回执单编号', 'number', accepted?.receiptNumber ?? ''], 11),
      line('受理机关', 'officeName', record.officeName, 12),
      line('可撤回期限', 'receipt', dates === null ? '' : `至${day(dates.end1)}（含当日）`, 11),
    ]) + 11
    sheet.text('texts', 20, y, '撤 回 人：', { size: 12 })
    ;[0, 1].forEach((who) => {
      sheet.box(46 + who * 26, y, party === who, 3.4)
      sheet.text('texts', 51.5 + who * 26, y, who === 0 ? '男方' : '女方', { size: 12 })
    })
    sheet.text('texts', 108, y, '回执单：', { size: 12 })
    ;(['shown', 'lostExplained'] as const).forEach((how, i) => {
      sheet.box(127 + i * 22, y, withdrawn?.receipt === how, 3.4)
      sheet.text('texts', 132.5 + i * 22, y, how === 'shown' ? '已出示' : '遗失，已书面说明', { size: 12 })
    })
    y += 12
    y = sheet.paragraph('texts', 20, y, 170, fill(said(defaults, texts, 'statement'), { received: day(dates?.received ?? '') }), { size: 13, leading: 1.75 })
    sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'truth'), { size: 13, leading: 1.75 })
    signature(sheet, 82, 222, '撤回人（签名并按指纹）：', 32, { fingerprint: true })
    handDate(sheet, 184, 236)
    signature(sheet, 82, 250, '登记员（签名）：', 48)
    handDate(sheet, 184, 261)
    foot(sheet, version, code, { note: '任何一方单独即可撤回；本申请书与离婚登记申请书、确认单存根联一并存档。' })
  },
})
