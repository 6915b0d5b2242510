import { text } from '../../domain/text.ts'
import { drawNotice, groundLines } from '../case/notice.ts'
import { digestOf, said, usualRemedies } from '../case/parts.ts'
import { day, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { applicantNames, certificateName, commonFacts, numberOf, dayOf } from './facts.ts'

const version = '不予补发告知书 兰台 1'
const defaults = {
  opening: '{applicant}于{day}申请补领{certificate}。经查档核实，有下列情形，依法不予补发：',
  basis: '以上决定依据《婚姻登记条例》第二十一条作出，并已当面说明理由。',
  remedies: usualRemedies,
}

/** 不予补发婚姻登记证告知书: why no certificate is reissued, and the remedies. */
export const refusal = paper<'reissue.refusal'>({
  id: 'reissue.refusal',
  title: text('不予补发婚姻登记证告知书', 'Notice of refusal of a reissue'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记条例》第二十一条；文书名称据通行做法，官方版式未公布', 'Regulation art. 21; the title follows common practice, the official layout is not published'),
  needs: [text('不予补发的理由及条款', 'grounds of refusal with their articles')],
  texts: defaults,
  facts: ({ record }) => ({ title: `不予补发婚姻登记证告知书 ${record.folded.id}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => digestOf('reissue.refusal', version, request, { ...commonFacts(request.record), asked: request.record.folded.openedAt.slice(0, 10), grounds: request.record.folded.refusal?.grounds }),
  draw: (sheet, { record, texts }, code) => drawNotice(sheet, {
    title: '不予补发婚姻登记证告知书', number: record.folded.id, parties: record.folded.file.parties, officeName: record.officeName, day: dayOf(record), version, sample: record.sample,
    body: [
      ['texts', fill(said(defaults, texts, 'opening'), { applicant: applicantNames[record.folded.file.applicant], day: day(record.folded.openedAt.slice(0, 10)), certificate: certificateName(record) })],
      ...groundLines(record.folded.refusal?.grounds ?? []),
      ['texts', said(defaults, texts, 'basis')],
      ['texts', said(defaults, texts, 'remedies')],
    ],
    note: '本告知书一式两份，一份交当事人，一份存档。',
  }, code),
})
