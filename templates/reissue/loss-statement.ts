import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { personRows } from '../case/person.ts'
import { line, two } from '../case/rows.ts'
import { drawStatement } from '../case/statement.ts'
import { day, dayOrBlank, fill, orBlank, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { certificateName, commonFacts, dayOf, numberOf, reasonNames, registeredAs } from './facts.ts'

const version = '证件遗失声明 兰台 1'
const defaults = {
  statement: '本人与{other}于{day}在{office}登记{registration}，{certificate}字号{number}。本人所持{certificate}{reason}，现为申请补领作此书面声明。',
  lost: '本人未将该证件用于抵押、转借或者其他用途；遗失的证件找到后，即交回婚姻登记机关。',
  kept: '原证件交由婚姻登记机关注销。',
  truth: '上述声明完全真实，如有虚假，愿承担法律责任。',
}

/** 遗失声明 or 情况说明: what became of the booklet, in the party's words. */
export const lossStatement = paper<'reissue.lossStatement'>({
  id: 'reissue.lossStatement',
  title: text('婚姻登记证遗失声明', 'Statement of a lost certificate'),
  version,
  from: '2021-01-01',
  source: text('各地办事指南要求的书面说明；官方版式未公布', 'The written statement that local guides ask for; the official layout is not published'),
  needs: [text('原登记信息', 'the original registration'), text('补领原因', 'why')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `${headOf(record.folded.file.reason, certificateName(record))} ${record.folded.file.parties[party].name}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => digestOf('reissue.lossStatement', version, request, { ...commonFacts(request.record), parties: request.record.folded.file.parties.map(wholePerson), phone: request.record.folded.file.parties[request.party].phone }),
  draw: (sheet, { record, party, texts }, code) => {
    const { parties, original, reason } = record.folded.file
    const certificate = certificateName(record)
    const registration = registeredAs(record)
    const words = { '': '　　　　　　', lost: '已经遗失', damaged: '已经损毁', mismatch: '记载信息与本人现有身份证件不一致' }[reason]
    drawStatement(sheet, {
      title: headOf(reason, certificate), size: 13,
      rows: [
        ...personRows(parties, party, '声明人', { phone: true }),
        two([`${registration}登记日期`, 'original.day', day(original.day)], [`${certificate}字号`, 'original.number', original.number], 11),
        line(`${registration}登记机关`, 'original.office', original.office, 11),
      ],
      body: [
        ['original.office', fill(said(defaults, texts, 'statement'), { other: orBlank(parties[party === 0 ? 1 : 0].name), day: dayOrBlank(original.day), office: orBlank(original.office), number: orBlank(original.number), certificate, registration, reason: words })],
        ['texts', reason === 'lost' ? said(defaults, texts, 'lost') : reasonNames[reason] === '' ? '' : said(defaults, texts, 'kept')],
        ['texts', said(defaults, texts, 'truth')],
      ],
      signers: ['声明人（签名并按指纹）：'], witness: '登记员（签名）：', version, sample: record.sample,
    }, code)
  },
})

const headOf = (reason: string, certificate: string): string => (reason === 'lost' || reason === '' ? `${certificate}遗失声明` : '情　况　说　明')
