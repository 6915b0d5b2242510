import { text } from '../../domain/text.ts'
import { dateOfDay, paper } from '../paper.ts'
import { pt } from '../sheet.ts'
import { foot, mark, marriageDigest, numberOf, said, sealPlace, signature, title } from './parts.ts'
import { day, identityNumber } from './words.ts'

const version = '告知书 兰台 1'
const defaults = {
  opening: '你们于{day}申请{kind}。经审查，有下列情形，依法不予办理结婚登记：',
  basis: '以上决定依据《婚姻登记条例》第九条、第十条作出，并已当面说明理由。',
  remedies: '如对本决定不服，可以自收到本告知书之日起六十日内依法申请行政复议，或者自收到本告知书之日起六个月内依法向人民法院提起行政诉讼。',
}

/** 不予办理结婚登记告知书: what was found, on which article, and the remedies. */
export const refusal = paper<'marriage.refusal'>({
  id: 'marriage.refusal',
  title: text('不予办理结婚登记告知书', 'Notice of refusal'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记条例》第九条、第十条；《行政复议法》第二十条；《行政诉讼法》第四十六条；文书名称据通行做法', 'Marriage Registration Regulation arts. 9 and 10; Administrative Reconsideration Law art. 20; Administrative Procedure Law art. 46; the title follows common practice'),
  needs: [text('不予办理的理由及条款', 'grounds of refusal with their articles')],
  texts: defaults,
  facts: ({ record }) => ({ title: `不予办理结婚登记告知书 ${record.caseId}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.refusal?.day ?? record.day) }),
  record: (request) => marriageDigest('marriage.refusal', version, request),
  draw: (sheet, { record, texts }, code) => {
    const { parties } = record.file
    let page = 1
    const head = (): void => {
      sheet.page()
      mark(sheet, record)
    }
    head()
    title(sheet, 42, '不予办理结婚登记告知书', 22)
    sheet.text('number', 190, 54, `编号：${numberOf(record)}`, { size: 10.5, align: 'right' })
    let y = 66
    parties.forEach((party, who) => {
      const field = `parties.${who}.name`
      const end = sheet.text('texts', 20, y, who === 0 ? '男方：' : '女方：', { size: 14 })
      sheet.cell(field, end, y - 7.2, 74, 10, party.name, { size: 14, padding: 0 })
      sheet.line(end, y + 1.6, end + 74, y + 1.6, 0.12)
      const label = sheet.text('texts', end + 77, y, '证件号：', { size: 12 })
      sheet.cell(`parties.${who}.identityNumber`, label, y - 7.2, 190 - label, 10, identityNumber(party), { size: 12, padding: 0 })
      sheet.line(label, y + 1.6, 190, y + 1.6, 0.12)
      y += 12
    })
    y += 2
    const asked = said(defaults, texts, 'opening').replace('{day}', day(record.day)).replace('{kind}', record.file.kind === 'late' ? '补办结婚登记' : '结婚登记')
    const write = (field: string, string: string): void => {
      // a long list of grounds goes on over the page
      const lines = Math.ceil(sheet.width(string, 'song', 14) / 166) + 1
      if (y + lines * 14 * pt * 1.75 > 262) {
        foot(sheet, version, code, { note: `续下页（第 ${page} 页）` })
        page++
        head()
        y = 36
      }
      y = sheet.paragraph(field, 20, y, 170, string, { size: 14, leading: 1.75 })
    }
    write('texts', asked)
    for (const [i, { law, reason }] of (record.refusal?.grounds ?? []).entries()) write('refusal', `${i + 1}．${reason.replace(/[。；]$/, '')}（${law}）。`)
    write('texts', said(defaults, texts, 'basis'))
    write('texts', said(defaults, texts, 'remedies'))
    if (y > 205) {
      foot(sheet, version, code, { note: `续下页（第 ${page} 页）` })
      page++
      head()
      y = 36
    }
    const end = Math.max(y + 12, 196)
    sheet.text('officeName', 186, end, record.officeName, { size: 14, align: 'right', within: 120 })
    sealPlace(sheet, 158, end + 3, 20, '登记机关印章')
    sheet.text('texts', 186, end + 10, day(record.refusal?.day ?? record.day), { size: 14, align: 'right' })
    signature(sheet, 20, end + 34, '登记员（签名）：', 40)
    signature(sheet, 20, end + 48, '当事人签收：', 46)
    sheet.text('texts', 190, end + 48, '年　　　月　　　日', { size: 12, align: 'right' })
    foot(sheet, version, code, { note: '本告知书一式两份，一份交当事人，一份存档。' })
  },
})
