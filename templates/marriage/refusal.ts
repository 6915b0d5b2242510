import { text } from '../../domain/text.ts'
import { drawNotice, groundLines } from '../case/notice.ts'
import { marriageDigest, numberOf, said, usualRemedies } from '../case/parts.ts'
import { day, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'

const version = '告知书 兰台 1'
const defaults = {
  opening: '你们于{day}申请{kind}。经审查，有下列情形，依法不予办理结婚登记：',
  basis: '以上决定依据《婚姻登记条例》第九条、第十条作出，并已当面说明理由。',
  remedies: usualRemedies,
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
  draw: (sheet, { record, texts }, code) => drawNotice(sheet, {
    title: '不予办理结婚登记告知书', number: numberOf(record), parties: record.file.parties, officeName: record.officeName, day: record.refusal?.day ?? record.day, version, sample: record.sample,
    body: [
      ['texts', fill(said(defaults, texts, 'opening'), { day: day(record.day), kind: record.file.kind === 'late' ? '补办结婚登记' : '结婚登记' })],
      ...groundLines(record.refusal?.grounds ?? []),
      ['texts', said(defaults, texts, 'basis')],
      ['texts', said(defaults, texts, 'remedies')],
    ],
    note: '本告知书一式两份，一份交当事人，一份存档。',
  }, code),
})
