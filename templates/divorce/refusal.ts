import { text } from '../../domain/text.ts'
import { drawNotice, groundLines } from '../case/notice.ts'
import { digestOf, said, usualRemedies } from '../case/parts.ts'
import { day, fill, person } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { issuanceDay } from './facts.ts'

const version = '不予办理告知书 兰台 1'
const defaults = {
  opening: '你们于{received}申请离婚登记，于{day}共同到本机关申请发给离婚证。经审查，有下列情形，依法不予办理离婚登记：',
  basis: '以上决定依据《民法典》第一千零七十六条、第一千零七十八条和《婚姻登记条例》第十三条、第十四条、第十六条作出，并已当面说明理由。',
  court: '一方要求离婚，或者双方不能协商一致的，可以依法向人民法院提起离婚诉讼。',
  remedies: usualRemedies,
}

/** 不予办理离婚登记告知书: why the certificate is not issued, and the remedies. */
export const refusal = paper<'divorce.refusal'>({
  id: 'divorce.refusal',
  title: text('不予办理离婚登记告知书', 'Notice of refusal'),
  version,
  from: '2025-05-10',
  source: text('《民法典》第一千零七十六条、第一千零七十八条；《婚姻登记条例》第十三条、第十四条、第十六条；文书名称据通行做法，官方版式未公布', 'Civil Code arts. 1076 and 1078; Regulation arts. 13, 14 and 16; the title follows common practice, the official layout is not published'),
  needs: [text('不予办理的理由及条款', 'grounds of refusal with their articles')],
  texts: defaults,
  facts: ({ record }) => ({ title: `不予办理离婚登记告知书 ${record.folded.id}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.folded.refusal?.day ?? issuanceDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    return digestOf('divorce.refusal', version, request, { officeName, parties: folded.file.parties.map(person), received: folded.dates?.received, came: folded.issuance?.day, day: folded.refusal?.day, grounds: folded.refusal?.grounds, sample })
  },
  draw: (sheet, { record, texts }, code) => drawNotice(sheet, {
    title: '不予办理离婚登记告知书', number: record.folded.id, parties: record.folded.file.parties, officeName: record.officeName, day: record.folded.refusal?.day ?? issuanceDay(record), version, sample: record.sample,
    body: [
      ['texts', fill(said(defaults, texts, 'opening'), { received: day(record.folded.dates?.received ?? ''), day: day(record.folded.issuance?.day ?? record.folded.refusal?.day ?? '') })],
      ...groundLines(record.folded.refusal?.grounds ?? []),
      ...['basis', 'court', 'remedies'].map((key) => ['texts', said(defaults, texts, key)] as const),
    ],
    note: '本告知书一式两份，一份交当事人，一份存档。',
  }, code),
})
