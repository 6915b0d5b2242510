import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { personRows } from '../case/person.ts'
import { drawStatement } from '../case/statement.ts'
import { day, wholePerson } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { issuanceDay, marriageOf, numberOf } from './facts.ts'

const version = '离婚声明书 兰台 1'
const defaults = {
  opening: '本人申请与对方离婚，谨此声明：',
  statement: '本人与对方自愿离婚，具有完全民事行为能力，已经对子女抚养、财产以及债务处理等事项协商一致并签订书面离婚协议，知悉并同意协议的全部内容。现依照《中华人民共和国民法典》的规定，申请离婚登记。',
  truth: '本人上述声明完全真实，如有虚假，愿承担法律责任。',
}

/** 申请离婚登记声明书, one for each party, signed when both come for the certificate. */
export const declaration = paper<'divorce.declaration'>({
  id: 'divorce.declaration',
  title: text('申请离婚登记声明书', 'Declaration for divorce'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记档案管理办法》第七条有此名；官方版式未公布，字段据公开资料编排', 'Named in the Archive Measures art. 7; the official layout is not published'),
  needs: [text('双方当事人信息', 'both person blocks')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `申请离婚登记声明书 ${record.folded.file.parties[party].name}`, author: record.officeName, number: numberOf(record), date: dateOfDay(issuanceDay(record)) }),
  record: (request) => digestOf('divorce.declaration', version, request, { officeName: request.record.officeName, parties: request.record.folded.file.parties.map(wholePerson), marriage: marriageOf(request.record), number: request.record.folded.number, sample: request.record.sample }),
  draw: (sheet, { record, party, texts }, code) => {
    const { parties, marriage } = record.folded.file
    drawStatement(sheet, {
      title: '申请离婚登记声明书', opening: said(defaults, texts, 'opening'),
      rows: [
        ...personRows(parties, party, '本人', { height: 10.5 }), ...personRows(parties, party === 0 ? 1 : 0, '对方', { height: 10.5 }),
        two(['结婚登记日期', 'marriage.day', day(marriage.day)], ['结婚证字号', 'marriage.number', marriage.number]),
        line('结婚登记机关', 'marriage.office', marriage.office),
      ],
      body: [['texts', said(defaults, texts, 'statement')], ['texts', said(defaults, texts, 'truth')]],
      signers: ['声明人（签名并按指纹）：'], witness: '监誓人（签名）：', version, sample: record.sample,
    }, code)
  },
})
