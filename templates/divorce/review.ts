import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { doubleRow, drawReview, headRow, pairRow, serialRow, wholeRow } from '../case/review.ts'
import { day, identityNumber, listedPaper, nationality, person, personKind } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { issuanceDay, marriageOf, numberOf } from './facts.ts'

const version = '离婚审查处理表 兰台 1'
const defaults = { refused: '不符合离婚条件，不予办理离婚登记。理由见不予办理离婚登记告知书。', handed: '当事人领证\n签名并按指纹' }

/** 离婚登记审查处理表: the office's decision sheet, with both single photos. */
export const review = paper<'divorce.review'>({
  id: 'divorce.review',
  title: text('离婚登记审查处理表', 'Review form of a divorce'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记档案管理办法》第七条有此名；官方版式未公布，字段据公开资料编排', 'Named in the Archive Measures art. 7; the official layout is not published'),
  needs: [text('双方当事人信息', 'both person blocks'), text('提供证件材料', 'papers supplied'), text('登记字号与印制号', 'number and blank serials'), text('双方单人照片', 'both single photos')],
  texts: defaults,
  facts: ({ record }) => ({ title: `离婚登记审查处理表 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(issuanceDay(record)) }),
  record: (request) => {
    const { record } = request
    const { folded } = record
    return digestOf('divorce.review', version, request, {
      officeName: record.officeName, number: folded.number, day: folded.day, serials: folded.serials, opinion: folded.opinion, refused: folded.refusal !== null,
      parties: folded.file.parties.map((party) => ({ ...person(party), military: party.military ? party.militaryNumber : '' })), papers: folded.file.papers.map(listedPaper), marriage: marriageOf(record), dates: folded.dates, came: folded.issuance?.day, remark: folded.file.remarkForm, photos: record.photos, sample: record.sample,
    })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded } = record
    const { file, dates } = folded
    const { parties, marriage } = file
    const registered = folded.number !== ''
    drawReview(sheet, {
      title: '离婚登记审查处理表', kind: '登记类别：离婚登记', number: folded.number, file, officeName: record.officeName, version, sample: record.sample,
      head: [
        headRow(7.5),
        pairRow(parties, '姓名', 'name', (party) => party.name, 11, 13),
        pairRow(parties, '出生日期', 'birth', (party) => day(party.birth), 8),
        pairRow(parties, '身份证件号', 'identityNumber', identityNumber, 8, 12),
        pairRow(parties, '国籍', 'nationality', nationality, 8),
        pairRow(parties, '身份类别', 'kind', personKind, 8),
      ],
      middle: [
        doubleRow(['原结婚登记', 'marriage.day', day(marriage.day)], ['结婚证字号', 'marriage.number', marriage.number], 8),
        doubleRow(['申请受理', 'receipt', day(dates?.received ?? '')], ['领证期限', 'receipt', dates === null ? '' : `${day(dates.windowOpens)}至${day(dates.end2)}`], 8, [52, 92]),
      ],
      opinion: folded.refusal === null ? folded.opinion : said(defaults, texts, 'refused'),
      below: [
        wholeRow('离婚登记日期', 'day', registered ? day(folded.day) : '', 8),
        wholeRow('离婚证字号', 'number', folded.number, 8),
        serialRow('离婚证印制号', folded.serials, 8),
      ],
      handed: said(defaults, texts, 'handed'), signers: ['男方', '女方'], photos: { single: record.photos, of: [0, 1] },
      heights: { papers: 22, opinion: 14, office: 15, handed: 23 },
      note: '登记员签名须手写，不得打印或者盖章代替；领证签名不得空缺、不得代签。',
    }, code)
  },
})

