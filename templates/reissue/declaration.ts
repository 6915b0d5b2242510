import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { personRows } from '../case/person.ts'
import { line, two } from '../case/rows.ts'
import { drawStatement } from '../case/statement.ts'
import { day, fill, listedPaper, orBlank, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { certificateName, commonFacts, dayOf, numberOf, proxyOf, reasonNames, registeredAs } from './facts.ts'

const version = '补领声明书 兰台 1'
const defaults = {
  opening: '本人申请补领{certificate}，谨此声明：',
  reason: '本人与对方办理{registration}登记后领取的{certificate}因{reason}，现申请补领。',
  marriage: '本人与对方的婚姻关系至今没有变化：没有登记离婚，也没有经人民法院判决或者调解离婚，婚姻没有被宣告无效或者撤销，对方健在。',
  divorce: '本人与对方离婚后，离婚登记状况至今没有变化，没有复婚或者再婚。',
  truth: '本人上述声明完全真实，所提供的证件和证明材料真实有效；如有虚假，愿承担法律责任。',
}

/** 申请补领婚姻登记证声明书, one for each party who applies. */
export const declaration = paper<'reissue.declaration'>({
  id: 'reissue.declaration',
  title: text('申请补领婚姻登记证声明书', 'Declaration for a reissue'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记档案管理办法》第八条有此名；《婚姻登记条例》第二十一条；官方版式未公布', 'Named in the Archive Measures art. 8; Regulation art. 21; the official layout is not published'),
  needs: [text('当事人信息', 'person blocks'), text('原登记信息', 'the original registration'), text('补领原因', 'why')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `申请补领婚姻登记证声明书 ${record.folded.file.parties[party].name}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => digestOf('reissue.declaration', version, request, { ...commonFacts(request.record), parties: request.record.folded.file.parties.map(wholePerson), papers: request.record.folded.file.papers.map(listedPaper) }),
  draw: (sheet, { record, party, texts }, code) => {
    const { file } = record.folded
    const { parties, original } = file
    const certificate = certificateName(record)
    const registration = registeredAs(record)
    const proxy = proxyOf(file)
    drawStatement(sheet, {
      title: '申请补领婚姻登记证声明书', opening: fill(said(defaults, texts, 'opening'), { certificate }), size: 11,
      rows: [
        ...personRows(parties, party, '本人', { height: 9 }), ...personRows(parties, party === 0 ? 1 : 0, '对方', { height: 9 }),
        two(['补领证件', 'certificates', certificate], ['补领原因', 'reason', reasonNames[file.reason]], 8.8),
        two([`${registration}登记日期`, 'original.day', day(original.day)], [`${certificate}字号`, 'original.number', original.number], 8.8),
        line(`${registration}登记机关`, 'original.office', original.office, 8.8),
        ...(proxy === '' ? [] : [line('受委托人', 'proxy', proxy, 10, 10.5)]),
      ],
      body: [
        ['texts', fill(said(defaults, texts, 'reason'), { certificate, registration, reason: orBlank(reasonNames[file.reason]) })],
        ['texts', said(defaults, texts, file.certificate)],
        ['texts', said(defaults, texts, 'truth')],
      ],
      signers: [proxy === '' ? '声明人（签名并按指纹）：' : '受委托人签名并按指纹：'], witness: '监誓人（签名）：', version, sample: record.sample,
    }, code)
  },
})
