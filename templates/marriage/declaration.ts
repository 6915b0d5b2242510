import { text } from '../../domain/text.ts'
import { marriageDigest, numberOf, said } from '../case/parts.ts'
import { personRows } from '../case/person.ts'
import { drawStatement } from '../case/statement.ts'
import { dayOrBlank, fill } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'

const version = '声明书 兰台 1'

const defaults = {
  opening: '本人申请与对方结婚，谨此声明：',
  statement: '本人与对方均无配偶，没有直系血亲和三代以内旁系血亲关系，了解对方的身体健康状况；本人患有重大疾病的，已经如实告知对方。现依照《中华人民共和国民法典》的规定，自愿结为夫妻。',
  truth: '本人上述声明完全真实，如有虚假，愿承担法律责任。',
  openingLate: '本人与对方未办理结婚登记即以夫妻名义共同生活，现申请补办结婚登记，谨此声明：',
  late: '本人与对方自{since}起以夫妻名义共同生活至今。',
}

/** 申请结婚登记声明书, one for each party; 申请补办结婚登记声明书 when the couple already lived as spouses. */
export const declaration = paper<'marriage.declaration'>({
  id: 'marriage.declaration',
  title: text('申请结婚登记声明书', 'Declaration of the party'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记条例》第八条；《婚姻登记档案管理办法》第五条；官方版式未公布，字段据公开资料编排', 'Marriage Registration Regulation art. 8; Marriage Archive Measures art. 5; the official layout is not published'),
  needs: [text('双方当事人信息', 'both person blocks')],
  texts: defaults,
  facts: ({ record, party }) => ({ title: `${record.file.kind === 'late' ? '申请补办结婚登记声明书' : '申请结婚登记声明书'} ${record.file.parties[party].name}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.declaration', version, request),
  draw: (sheet, { record, party, texts }, code) => {
    const late = record.file.kind === 'late'
    const other = party === 0 ? 1 : 0
    const { parties } = record.file
    drawStatement(sheet, {
      title: late ? '申请补办结婚登记声明书' : '申请结婚登记声明书', opening: said(defaults, texts, late ? 'openingLate' : 'opening'),
      rows: [...personRows(parties, party, '本人'), ...personRows(parties, other, '对方')],
      body: [
        ...(late ? [['cohabitedSince', fill(said(defaults, texts, 'late'), { since: dayOrBlank(record.file.cohabitedSince) })] as const] : []),
        ['texts', said(defaults, texts, 'statement')],
        ['texts', said(defaults, texts, 'truth')],
      ],
      signers: ['声明人（签名并按指纹）：'], witness: '监誓人（签名）：', version, sample: record.sample,
    }, code)
  },
})
