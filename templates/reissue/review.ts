import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { doubleRow, drawReview, headRow, pairRow, serialRow, wholeRow } from '../case/review.ts'
import { day, identityNumber, listedPaper, nationality, person, personKind, sides } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { applicantNames, applicantsOf, certificateName, commonFacts, dayOf, numberOf, proxyOf, reasonNames, registeredAs, verificationOf } from './facts.ts'

const version = '补发审查处理表 兰台 1'
const defaults = { refused: '不符合补发条件，不予补发。理由见告知书。', handed: '当事人领证\n签名并按指纹', handedProxy: '受委托人领证\n签名并按指纹' }

/** 补发婚姻登记证审查处理表: old number, office and day, why, what was verified, the new number. */
export const review = paper<'reissue.review'>({
  id: 'reissue.review',
  title: text('补发婚姻登记证审查处理表', 'Review form of a reissue'),
  version,
  from: '2025-05-10',
  source: text('《婚姻登记档案管理办法》第八条有此名；《婚姻登记条例》第二十一条；官方版式未公布', 'Named in the Archive Measures art. 8; Regulation art. 21; the official layout is not published'),
  needs: [text('当事人信息', 'person blocks'), text('原登记信息', 'the original registration'), text('档案核实情况', 'how the file was verified'), text('补发字号与印制号', 'new number and serials'), text('照片', 'photos')],
  texts: defaults,
  facts: ({ record }) => ({ title: `补发婚姻登记证审查处理表 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => {
    const { record } = request
    const { folded } = record
    return digestOf('reissue.review', version, request, {
      ...commonFacts(record), parties: folded.file.parties.map((party) => ({ ...person(party), military: party.military ? party.militaryNumber : '' })), serials: folded.serials, opinion: folded.opinion, refused: folded.refusal !== null, verification: folded.file.verification,
      papers: folded.file.papers.map(listedPaper), remark: folded.file.remarkForm, certificateRemark: folded.remark, old: folded.file.oldCertificate, photo: record.photo, photos: record.photos,
    })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded } = record
    const { file } = folded
    const { parties, original } = file
    const certificate = certificateName(record)
    const registered = folded.number !== ''
    const old = file.oldCertificate.cancelled ? `原${certificate}已注销。` : ''
    drawReview(sheet, {
      title: '补发婚姻登记证审查处理表', kind: `登记类别：补发${certificate}`, number: folded.number, officeName: record.officeName, version, sample: record.sample,
      file: { parties, papers: file.papers, remarkForm: [file.remarkForm, old, folded.remark === '' ? '' : `证件备注：${folded.remark}`].filter((one) => one !== '').join('\n') },
      head: [
        headRow(7),
        pairRow(parties, '姓名', 'name', (party) => party.name, 10, 13),
        pairRow(parties, '出生日期', 'birth', (party) => day(party.birth), 7.5),
        pairRow(parties, '身份证件号', 'identityNumber', identityNumber, 7.5, 12),
        pairRow(parties, '国籍', 'nationality', nationality, 7.5),
        pairRow(parties, '身份类别', 'kind', personKind, 7.5),
      ],
      middle: [
        doubleRow(['申请人', 'certificates', applicantNames[file.applicant]], ['补发原因', 'reason', reasonNames[file.reason]], 7.5, [40, 104]),
        doubleRow([`原${registeredAs(record)}登记`, 'original.day', day(original.day)], ['原证字号', 'original.number', original.number], 7.5, [40, 104]),
        wholeRow('原登记机关', 'original.office', original.office, 7.5, 11),
        wholeRow('档案核实', 'verification', verificationOf(file), 9, 11),
        wholeRow('受委托人', 'proxy', proxyOf(file), 9.5, 10.5),
      ],
      opinion: folded.refusal === null ? folded.opinion : said(defaults, texts, 'refused'),
      below: [
        doubleRow(['补发日期', 'day', registered ? day(folded.day) : ''], ['补发字号', 'number', folded.number], 7.5),
        serialRow(`${certificate}印制号`, folded.serials, 7.5),
      ],
      handed: said(defaults, texts, file.proxy === null ? 'handed' : 'handedProxy'), signers: file.proxy === null ? applicantsOf(file).map((who) => sides[who]) : ['受委托人'],
      photos: file.certificate === 'marriage' ? { joint: record.photo } : { single: record.photos, of: applicantsOf(file) },
      heights: { papers: file.certificate === 'marriage' ? 24 : 18, opinion: 12, office: 14, handed: 22 },
      note: '登记员签名须手写，不得打印或者盖章代替；领证签名不得空缺、不得代签。',
    }, code)
  },
})
