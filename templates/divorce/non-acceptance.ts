import { text } from '../../domain/text.ts'
import { drawNotice, groundLines } from '../case/notice.ts'
import { digestOf, said, usualRemedies } from '../case/parts.ts'
import { day, fill, person } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { openedDay } from './facts.ts'

const version = '不予受理告知书 兰台 1'
const defaults = {
  opening: '你们于{day}向本机关申请离婚登记。经审查，有下列情形，依法不予受理：',
  basis: '以上决定依据《婚姻登记条例》第十四条作出，并已当面说明理由。',
  court: '一方要求离婚，或者双方不能就离婚以及子女抚养、财产、债务处理等事项协商一致的，可以依法向人民法院提起离婚诉讼。',
  remedies: usualRemedies,
}

/** 不予受理离婚登记申请告知书: made out when a party asks for it. */
export const nonAcceptance = paper<'divorce.nonAcceptance'>({
  id: 'divorce.nonAcceptance',
  title: text('不予受理离婚登记申请告知书', 'Notice of non-acceptance'),
  version,
  from: '2025-05-10',
  source: text('民发〔2020〕116号有此名（有的地方称告知单）；事由据《婚姻登记条例》第十四条；官方版式未公布', 'Named in the Notice of 2020; the grounds are those of Regulation art. 14; the official layout is not published'),
  needs: [text('不予受理的理由及条款', 'grounds with their articles')],
  texts: defaults,
  facts: ({ record }) => ({ title: `不予受理离婚登记申请告知书 ${record.folded.id}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.folded.notAccepted?.day ?? openedDay(record)) }),
  record: (request) => {
    const { folded, officeName, sample } = request.record
    return digestOf('divorce.nonAcceptance', version, request, { officeName, parties: folded.file.parties.map(person), asked: openedDay(request.record), day: folded.notAccepted?.day, grounds: folded.notAccepted?.grounds, sample })
  },
  draw: (sheet, { record, texts }, code) => drawNotice(sheet, {
    title: '不予受理离婚登记申请告知书', number: record.folded.id, parties: record.folded.file.parties, officeName: record.officeName, day: record.folded.notAccepted?.day ?? openedDay(record), version, sample: record.sample,
    body: [
      ['texts', fill(said(defaults, texts, 'opening'), { day: day(openedDay(record)) })],
      ...groundLines(record.folded.notAccepted?.grounds ?? []),
      ...['basis', 'court', 'remedies'].map((key) => ['texts', said(defaults, texts, key)] as const),
    ],
    note: '本告知书一式两份，一份交当事人，一份存档。',
  }, code),
})
