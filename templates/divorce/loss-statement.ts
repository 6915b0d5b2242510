import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { personRows } from '../case/person.ts'
import { drawStatement } from '../case/statement.ts'
import { day, dayOrBlank, fill, orBlank, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { marriageOf, openedDay } from './facts.ts'

const version = '结婚证遗失声明 兰台 1'
const defaults = {
  statement: '本人与{other}于{day}在{office}登记结婚，结婚证字号{number}。本人所持结婚证已经遗失，现为办理离婚登记作此书面声明。',
  copy: '双方的结婚证均已遗失，另附加盖档案保管单位印章的结婚登记档案复印件。',
  truth: '本人未将结婚证用于抵押、转借或者其他用途；遗失的结婚证找到后，即交回婚姻登记机关。上述声明完全真实，如有虚假，愿承担法律责任。',
}

/** 结婚证遗失声明: the written statement of a party whose marriage certificate is lost. */
export const lossStatement = paper<'divorce.lossStatement'>({
  id: 'divorce.lossStatement',
  title: text('结婚证遗失声明', 'Statement of a lost marriage certificate'),
  version,
  from: '2021-01-01',
  source: text('民发〔2020〕116号要求遗失结婚证的作书面声明；官方版式未公布', 'The Notice of 2020 asks for a written statement of the loss; the official layout is not published'),
  needs: [text('结婚登记日期、机关和结婚证字号', 'day, office and number of the marriage')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `结婚证遗失声明 ${record.folded.file.parties[party].name}`, author: record.officeName, number: record.folded.id, date: dateOfDay(openedDay(record)) }),
  record: (request) => digestOf('divorce.lossStatement', version, request, { officeName: request.record.officeName, parties: request.record.folded.file.parties.map(wholePerson), marriage: marriageOf(request.record), sample: request.record.sample }),
  draw: (sheet, { record, party, texts }, code) => {
    const { parties, marriage } = record.folded.file
    const other = parties[party === 0 ? 1 : 0]
    drawStatement(sheet, {
      title: '结婚证遗失声明', size: 13,
      rows: [
        ...personRows(parties, party, '声明人', { phone: true }),
        two(['结婚登记日期', 'marriage.day', day(marriage.day)], ['结婚证字号', 'marriage.number', marriage.number], 11),
        line('结婚登记机关', 'marriage.office', marriage.office, 11),
      ],
      body: [
        ['marriage.office', fill(said(defaults, texts, 'statement'), { other: orBlank(other.name), day: dayOrBlank(marriage.day), office: orBlank(marriage.office, '　　　　　　　　　　'), number: orBlank(marriage.number) })],
        ['texts', marriage.certificates[0] === 'lost' && marriage.certificates[1] === 'lost' ? said(defaults, texts, 'copy') : ''],
        ['texts', said(defaults, texts, 'truth')],
      ],
      signers: ['声明人（签名并按指纹）：'], witness: '登记员（签名）：', version, sample: record.sample,
    }, code)
  },
})
