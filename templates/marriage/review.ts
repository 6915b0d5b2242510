import { text } from '../../domain/text.ts'
import { marriageDigest, numberOf, said } from '../case/parts.ts'
import { drawReview, headRow, pairRow, serialRow, wholeRow } from '../case/review.ts'
import { day, identityNumber, kindTitle, maritalStatus, nationality, personKind } from '../case/words.ts'
import type { MarriageRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'

const version = '审查处理表 兰台 1'
const defaults = { opinion: '符合结婚条件，准予登记。', refused: '不符合结婚条件，不予办理结婚登记。理由见不予办理结婚登记告知书。', handed: '当事人领证\n签名并按指纹' }

/** 结婚登记审查处理表: the office's decision sheet; the registrar's name stays blank for handwriting. */
export const review = paper<'marriage.review'>({
  id: 'marriage.review',
  title: text('结婚登记审查处理表', 'Review and decision form'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记条例》第十条；《婚姻登记档案管理办法》第五条；官方版式未公布，字段据公开资料编排', 'Marriage Registration Regulation art. 10; Marriage Archive Measures art. 5; the official layout is not published'),
  needs: [text('双方当事人信息', 'both person blocks'), text('提供证件材料', 'papers supplied'), text('登记字号与印制号', 'number and blank serials'), text('结婚登记照片', 'joint photo')],
  texts: defaults,
  facts: ({ record }) => ({ title: `结婚登记审查处理表 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.review', version, request),
  draw: (sheet, { record, texts }, code) => {
    const { parties } = record.file
    drawReview(sheet, {
      title: '结婚登记审查处理表', kind: `登记类别：${kindTitle(record.file.kind)}`, number: record.number, file: record.file, officeName: record.officeName, version, sample: record.sample,
      head: [
        headRow(),
        pairRow(parties, '姓名', 'name', (party) => party.name, 12, 13),
        pairRow(parties, '出生日期', 'birth', (party) => day(party.birth)),
        pairRow(parties, '身份证件号', 'identityNumber', identityNumber, 9, 12),
        pairRow(parties, '国籍', 'nationality', nationality),
        pairRow(parties, '身份类别', 'kind', personKind),
        pairRow(parties, '婚姻状况', 'maritalStatus', (party) => maritalStatus(party.maritalStatus)),
      ],
      middle: [],
      opinion: opinion(record, texts),
      below: [
        wholeRow('结婚登记日期', 'day', record.number === '' ? '' : day(record.day)),
        wholeRow('结婚证字号', 'number', record.number),
        serialRow('结婚证印制号', record.serials),
      ],
      handed: said(defaults, texts, 'handed'), signers: ['男方', '女方'], photos: { joint: record.photo },
      note: '登记员签名须手写，不得打印或者盖章代替；领证签名不得空缺、不得代签。',
    }, code)
  },
})

/** The registrar's opinion stands on the form only once there is a decision. */
const opinion = (record: MarriageRecord, texts: Readonly<Record<string, string>> | undefined): string =>
  record.opinion !== '' ? record.opinion : record.number !== '' ? said(defaults, texts, 'opinion') : record.refusal !== undefined ? said(defaults, texts, 'refused') : ''
