import { text } from '../../domain/text.ts'
import { digestOf, foot, handDate, mark, said, signature, title } from '../case/parts.ts'
import { two } from '../case/rows.ts'
import { personRows } from '../case/person.ts'
import { day, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table } from '../table.ts'
import { marriageOf, openedDay } from './facts.ts'

const version = '离婚登记申请书 兰台 1'
const defaults = {
  statement: '我们双方自愿离婚，均具有完全民事行为能力，已经就子女抚养、财产以及债务处理等事项协商一致并订立书面离婚协议，现共同申请离婚登记。',
  knowledge: '我们已经知悉：自婚姻登记机关收到离婚登记申请之日起三十日内，任何一方不愿意离婚的，可以向婚姻登记机关撤回离婚登记申请；期限届满后三十日内，双方应当亲自到婚姻登记机关申请发给离婚证，未申请的，视为撤回离婚登记申请。',
  truth: '以上所填内容完全真实，如有虚假，愿意承担法律责任。',
}

const shownAs = { shown: '持有', lost: '遗失', '': '' } as const

/** 离婚登记申请书: filled in on the spot and signed by both. */
export const application = paper<'divorce.application'>({
  id: 'divorce.application',
  title: text('离婚登记申请书', 'Divorce application'),
  version,
  from: '2021-01-01',
  source: text('民发〔2020〕116号附件1有此名；官方版式未公布，字段据《婚姻登记条例》第十三条和公开资料编排', 'Named in annex 1 of the Notice of 2020; the official layout is not published, the fields follow art. 13 of the Regulation and public descriptions'),
  needs: [text('双方当事人信息', 'both person blocks'), text('结婚登记日期和结婚证字号', 'day and number of the marriage')],
  texts: defaults,
  facts: ({ record }) => ({ title: `离婚登记申请书 ${record.folded.file.parties.map(({ name }) => name).join('、')}`, author: record.officeName, number: record.folded.id, date: dateOfDay(openedDay(record)) }),
  record: (request) => {
    const { record } = request
    return digestOf('divorce.application', version, request, { officeName: record.officeName, parties: record.folded.file.parties.map((party) => ({ ...wholePerson(party), phone: party.phone })), marriage: marriageOf(record), sample: record.sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { parties, marriage } = record.folded.file
    sheet.page()
    mark(sheet, record)
    title(sheet, 27, '离婚登记申请书', 22)
    const below = table(sheet, 20, 34, [
      ...personRows(parties, 0, '男方', { phone: true, height: 9.6 }),
      ...personRows(parties, 1, '女方', { phone: true, height: 9.6 }),
      two(['结婚登记日期', 'marriage.day', day(marriage.day)], ['结婚证字号', 'marriage.number', marriage.number], 9),
      { height: 9, cells: [{ width: 30, label: '结婚登记机关' }, { width: 140, field: 'marriage.office', value: marriage.office, size: 11.5 }] },
      two(['男方结婚证', 'marriage.certificates', shownAs[marriage.certificates[0]]], ['女方结婚证', 'marriage.certificates', shownAs[marriage.certificates[1]]], 8),
    ])
    let y = below + 7
    for (const key of ['statement', 'knowledge', 'truth']) y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, key), { size: 10.5, leading: 1.5 })
    y = Math.max(y + 8, 233)
    for (const [at, who] of [[20, '男方'], [108, '女方']] as const) {
      signature(sheet, at, y, `${who}（签名）：`, 28, { fingerprint: true, size: 10.5 })
      handDate(sheet, at + 58, y + 10, 10.5)
    }
    sheet.cell('officeName', 20, y + 18, 96, 9, `受理机关：${record.officeName}`, { size: 10.5, padding: 0 })
    signature(sheet, 120, y + 24, '登记员（签名）：', 40, { size: 10.5 })
    handDate(sheet, 190, y + 33, 10.5)
    foot(sheet, version, code, { note: '本申请书由双方在婚姻登记机关现场填写并签名。' })
  },
})
