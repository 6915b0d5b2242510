import { text } from '../../domain/text.ts'
import type { MarriageRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table, type Row } from '../table.ts'
import { foot, handDate, mark, marriageDigest, numberOf, said, signature, title } from './parts.ts'
import { day, education, ethnicity, identityNumber, identityType, maritalStatus, nationality, occupation, personKind, residence, sexShort } from './words.ts'

const version = '声明书 兰台 1'

const defaults = {
  opening: '本人申请与对方结婚，谨此声明：',
  statement: '本人与对方均无配偶，没有直系血亲和三代以内旁系血亲关系，了解对方的身体健康状况；本人患有重大疾病的，已经如实告知对方。现依照《中华人民共和国民法典》的规定，自愿结为夫妻。',
  truth: '本人上述声明完全真实，如有虚假，愿承担法律责任。',
  openingLate: '本人与对方未办理结婚登记即以夫妻名义共同生活，现申请补办结婚登记，谨此声明：',
  late: '本人与对方自{since}起以夫妻名义共同生活至今。',
}

const rowsOf = (record: MarriageRecord, who: 0 | 1, side: string): Row[] => {
  const party = record.file.parties[who]
  const path = (name: string): string => `parties.${who}.${name}`
  const label = (string: string, width = 21): { width: number; label: string } => ({ width, label: string })
  return [
    { height: 9.5, cells: [
      { width: 10, label: side, vertical: true, rows: 5, size: 12 },
      label('姓名'), { width: 63, field: path('name'), value: party.name, size: 12 }, label('性别', 16), { width: 14, field: path('sex'), value: sexShort(party.sex), align: 'centre', size: 12 },
      label('国籍', 16), { width: 30, field: path('nationality'), value: nationality(party), align: 'centre' },
    ] },
    { height: 9.5, cells: [
      label('出生日期'), { width: 63, field: path('birth'), value: day(party.birth), size: 12 }, label('民族', 16), { width: 14, field: path('ethnicity'), value: ethnicity(party), align: 'centre', padding: 0.5 },
      label('身份类别', 16), { width: 30, field: path('kind'), value: personKind(party), align: 'centre' },
    ] },
    { height: 9.5, cells: [
      label('职业'), { width: 63, field: path('occupation'), value: occupation(party), size: 10.5 }, label('文化程度', 21), { width: 23, field: path('education'), value: education(party), align: 'centre', padding: 0.5 }, label('婚姻状况', 16), { width: 16, field: path('maritalStatus'), value: maritalStatus(party.maritalStatus), align: 'centre', padding: 0.5 },
    ] },
    { height: 9.5, cells: [
      label('身份证件'), { width: 63, field: path('identityNumber'), value: identityType(party), size: 10.5 }, label('证件号码', 21), { width: 55, field: path('identityNumber'), value: numbers(record, who), size: 12 },
    ] },
    { height: 10.5, cells: [label('常住户口\n所 在 地'), { width: 139, field: path('residence'), value: residence(party), size: 11 }] },
  ]
}

/** The paper shown and, for residents of Hong Kong, Macao and Taiwan, the local card beside it. */
const numbers = (record: MarriageRecord, who: 0 | 1): string => {
  const party = record.file.parties[who]
  const shown = identityNumber(party)
  return shown === party.identityNumber || party.localIdentityNumber === '' ? shown : `${party.identityNumber}　${shown}`
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
    sheet.page()
    mark(sheet, record)
    title(sheet, 33, late ? '申请补办结婚登记声明书' : '申请结婚登记声明书', 22)
    const opening = sheet.paragraph('texts', 20, 46, 170, said(defaults, texts, late ? 'openingLate' : 'opening'), { size: 12, leading: 1.5 })
    const below = table(sheet, 20, opening - 3, [...rowsOf(record, party, '本人'), ...rowsOf(record, other, '对方')])
    let y = below + 9.5
    if (late) {
      const since = day(record.file.cohabitedSince)
      y = sheet.paragraph('cohabitedSince', 20, y, 170, said(defaults, texts, 'late').replace('{since}', since === '' ? '　　　　年　　月　　日' : since), { size: 12, leading: 1.65 })
    }
    y = sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'statement'), { size: 12, leading: 1.65 })
    sheet.paragraph('texts', 20, y, 170, said(defaults, texts, 'truth'), { size: 12, leading: 1.65 })
    signature(sheet, 82, 226, '声明人（签名并按指纹）：', 32, { fingerprint: true })
    handDate(sheet, 184, 240)
    signature(sheet, 82, 254, '监誓人（签名）：', 48)
    handDate(sheet, 184, 265)
    foot(sheet, version, code)
  },
})
