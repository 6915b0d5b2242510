import { ownSheetsOf, scansOutcome } from '../archive/scans.ts'
import type { Inspector, PointRule } from '../inspecting.ts'
import { heardBy, heardUnder, inspectorOf } from '../inspecting.ts'
import { archiveMeasures, citations, marriageNorms, marriageRegulation } from '../law.ts'
import { fail, notApplicable, pass } from '../marriage/context.ts'
import { findCertificateNumber } from '../marriage/numbers.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { applicantsOf } from './file.ts'
import { reissueArchiveOrder } from './archive.ts'
import type { ReissueCase } from './fold.ts'
import type { ReissueContext } from './rules.ts'
import { reissueFacts, reissueRulesOn } from './rules.ts'

/** What an inspection rule of a reissue is given. */
export interface ReissueInspectionFacts { readonly folded: ReissueCase; readonly context: ReissueContext; readonly heard: ReadonlyMap<string, readonly Outcome[]> }
export type ReissueInspectionRule = PointRule<ReissueInspectionFacts>

const make = (rule: Omit<ReissueInspectionRule, 'id' | 'group' | 'severity' | 'from' | 'source'>): ReissueInspectionRule => ({ id: `reissue.inspection.${rule.item}`, group: `inspection-${rule.point}`, severity: 'information', from: '2003-10-01', source: 'derived', ...rule })
const unexamined = (zh: string, en: string): Outcome => ({ kind: 'unexamined', message: text(zh, en) })
const byPerson = unexamined('须对照纸质档案查看', 'To be seen on the paper')
const seen = (point: number, item: string, title: Text, law: Text, asks: Text): ReissueInspectionRule => make({ item, point, title, law, asks, attestable: true, check: () => byPerson })
/** A rule of today and the same one under the text of 2003. */
const both = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => [id, `${id}.2003`])
/** What rules of the counter said, by their id. */
const said = (point: number, item: string, title: Text, law: Text, asks: Text, ids: readonly string[]): ReissueInspectionRule => {
  const wanted = both(ids)
  return make({ item, point, title, law, asks, attestable: false, check: ({ heard }) => heardUnder(heard, wanted) })
}

export const reissueInspectionRules: readonly ReissueInspectionRule[] = [
  said(1, 'office', text('权限和登记员资格', 'Permission and registrar'), citations(marriageRegulation.cite(6), marriageRegulation.cite(21)), text('机关有相应权限，登记员资格有效。', 'The office held the permission and the registrar was certified.'), ['reissue.office-permission', 'reissue.registrar-certified']),
  said(3, 'network', text('核对结果', 'Result of the check'), marriageNorms, text('申请人已联网核对，有疑问的已说明。', 'The applicants were checked and every doubt was answered.'), ['reissue.network-check']),
  said(4, 'papers', text('材料', 'Papers'), marriageRegulation.cite(21), text('申请人的身份证件齐全。', 'The applicants’ identity papers are there.'), ['reissue.papers']),
  said(4, 'identity', text('身份信息', 'Identity data'), marriageRegulation.cite(21), text('姓名、号码、出生日期、性别、有效期相互一致。', 'Name, number, birth, sex and validity agree.'), ['reissue.name', 'reissue.identity-type', 'reissue.identity-number', 'reissue.identity-birth', 'reissue.identity-sex', 'reissue.identity-valid', 'reissue.local-identity', 'reissue.nationality']),
  said(5, 'declarations', text('声明书', 'Declaration'), marriageNorms, text('声明书签署完整。', 'The declaration is complete.'), ['reissue.declaration']),
  seen(5, 'declarations.ink', text('亲笔签名和指纹', 'Ink signature and fingerprint'), marriageNorms, text('纸质声明书上有亲笔签名、指纹和监誓人签名。', 'The paper carries ink signature, fingerprint and the witness’s signature.')),
  make({
    item: 'review.fields', point: 6, attestable: false, title: text('补发审查处理表内容', 'Fields of the review form'), law: marriageNorms, asks: text('审查意见、日期、字号、印制号、机关、登记员、原登记信息齐全。', 'Opinion, days, numbers, serials, office, registrar and the original registration are there.'),
    check: ({ folded }) => ([folded.opinion, folded.day, folded.number, folded.officeName, folded.registrar, folded.originalDay, folded.file.original.number].includes('') ? fail('review', '补发审查处理表有空项', 'Fields of the review form are empty') : pass),
  }),
  make({ item: 'review.delivery', point: 6, attestable: false, title: text('领证', 'Hand-over'), law: marriageRegulation.cite(21), asks: text('领证人核对身份，签名并按指纹。', 'Who received it was identified, signed and fingerprinted.'), check: ({ folded }) => (folded.delivered === null ? unexamined('还没有领证', 'Not handed over yet') : (folded.delivered.to === 'proxy') === (folded.file.proxy !== null) ? pass : fail('delivered', '领证人与申请方式不符', 'Handed to another than the one who applied')) }),
  seen(6, 'review.signatures', text('手写签名和印章', 'Signatures and seal'), marriageNorms, text('登记员签名为手写，领证签名和指纹、照片和钢印在表上。', 'The registrar’s signature is handwritten; signature, fingerprint, photo and seal are on the form.')),
  make({
    item: 'number.shape', point: 7, attestable: false, title: text('补发字号', 'Number'), law: marriageNorms, asks: text('补发结婚证为 BJ，补发离婚证为 BL，代码和年份相符。', 'BJ for a marriage certificate, BL for a divorce certificate, with the office’s code and the year.'),
    check: ({ folded }) => {
      const number = findCertificateNumber(folded.number)
      const prefix = folded.file.certificate === 'marriage' ? 'BJ' : 'BL'
      return number !== undefined && number.prefix === prefix && number.area === folded.area && number.year === Number(folded.day.slice(0, 4)) ? pass : fail('number', `补发字号 ${folded.number} 应为本机关当年的 ${prefix} 号`, `The number ${folded.number} should be a ${prefix} number of that office and year`)
    },
  }),
  make({
    item: 'number.serials', point: 7, attestable: false, title: text('印制号', 'Booklet serials'), law: marriageNorms, asks: text('每一申请人一本，印制号不同，没有用过已作废的。', 'One booklet for each applicant, with a serial of its own that was not spoiled.'),
    check: ({ folded }) => {
      const mine = applicantsOf(folded.file).map((index) => folded.serials[index])
      if (mine.includes('') || folded.serials.filter((serial) => serial !== '').length !== mine.length) return fail('serials', '印制号与申请人不符', 'The serials do not fit the applicants')
      return new Set(mine).size < mine.length || mine.some((serial) => folded.spoiled.includes(serial)) ? fail('serials', '印制号相同或者已作废', 'A serial is there twice or had been spoiled') : pass
    },
  }),
  make({ item: 'certificate.proofread', point: 8, attestable: false, title: text('校对', 'Proof-reading'), law: marriageNorms, asks: text('证与审查处理表逐项校对一致。', 'The certificate was compared with the review form field by field.'), check: ({ folded }) => (folded.proofread.length > 0 ? pass : folded.state === 'delivered' ? fail('proofread', '发证前没有校对记录', 'No proof-reading stands before the hand-over') : unexamined('还没有校对', 'Not proof-read yet')) }),
  make({ item: 'certificate.remark', point: 8, attestable: false, title: text('补发备注', 'Remark'), law: marriageNorms, asks: text('证上备注写明补发和补发日期。', 'The remark says that it is a reissue and of which day.'), check: ({ folded }) => (folded.remark.includes('补发') ? pass : fail('remark', '备注没有写明补发', 'The remark does not say that it is a reissue')) }),
  make({ item: 'divorce', point: 9, attestable: false, title: text('离婚登记的各项', 'Points of a divorce'), law: marriageRegulation.cite(16), asks: text('只适用于离婚登记。', 'For divorces only.'), check: () => notApplicable }),
  said(10, 'reissue.file', text('查明档案', 'File verified'), marriageRegulation.cite(21), text('查明档案有记载并一致。', 'The file was found and agrees.'), ['reissue.file-verified', 'reissue.file-parties']),
  said(10, 'reissue.status', text('状况没有变化', 'Status unchanged'), marriageRegulation.cite(21), text('婚姻状况没有变化，已问明法院离婚。', 'The status holds and a divorce by a court was asked about.'), ['reissue.status-holds', 'reissue.court-divorce']),
  said(10, 'reissue.original', text('原登记信息', 'Original registration'), marriageRegulation.cite(21), text('原字号、机关、日期与档案一致。', 'Original number, office and day are those of the file.'), ['reissue.original']),
  make({ item: 'reissue.day', point: 10, attestable: false, title: text('沿用原登记日期', 'Original day carried over'), law: marriageNorms, asks: text('补发的证上登记日期为原登记日期。', 'The reissued certificate carries the original day.'), check: ({ folded, context }) => (folded.originalDay === folded.file.original.day && (context.original === undefined || context.original.day === folded.originalDay) ? pass : fail('originalDay', '证上的登记日期不是原登记日期', 'The day on the certificate is not the original one')) }),
  said(10, 'reissue.old', text('旧证', 'Old certificate'), marriageRegulation.cite(21), text('损毁、不一致的旧证已注销退还。', 'A damaged or differing certificate was cancelled and handed back.'), ['reissue.reason']),
  said(10, 'reissue.proxy', text('委托', 'Proxy'), marriageNorms, text('委托办理的，公证委托书内容齐全。', 'With a proxy the notarised mandate is complete.'), ['reissue.proxy']),
  said(11, 'photo', text('照片', 'Photos'), marriageNorms, text('照片张数、规格相符，不是合成。', 'Photos in the right number and size, not composed.'), ['reissue.photos']),
  seen(11, 'photo.prints', text('贴用照片', 'Photos on the papers'), marriageNorms, text('贴用照片与系统中的一致。', 'The photos on the papers are those of the record.')),
  make({ item: 'archive.numbers', point: 12, attestable: false, title: text('归档编号', 'Archive numbers'), law: archiveMeasures.cite(10), asks: text('全宗号、年度、室编卷号、页数齐全，年度为补发年份。', 'Fonds, year, file number and pages are there; the year is that of the reissue.'), check: ({ folded }) => (folded.archive === null ? unexamined('还没有归档', 'Not filed yet') : folded.archive.fonds === '' ? fail('archive.fonds', '没有全宗号', 'The fonds number is missing') : folded.archive.year === Number(folded.day.slice(0, 4)) ? pass : fail('archive.year', '归档年度不是补发年份', 'The archive year is not that of the reissue')) }),
  make({ item: 'archive.scans', point: 12, attestable: false, title: text('页数与扫描件', 'Pages and scans'), law: archiveMeasures.cite(10), asks: text('材料的扫描件与案卷登记的页数不矛盾。', 'The scans of the papers do not contradict the pages of the file.'), check: ({ folded }) => scansOutcome(folded, () => ownSheetsOf(reissueArchiveOrder(folded))) }),
  seen(12, 'archive.pages', text('卷内顺序和页数', 'Order and pages'), archiveMeasures.cite(8), text('审查处理表、声明书、档案证明、身份证件、委托材料依次排列，页数相符。', 'Review form, declaration, proof of the file, identity papers and mandate stand in order and the pages agree.')),
  make({ item: 'extra.recorded', point: 13, attestable: false, title: text('没有额外材料和收费记录', 'Nothing extra on record'), law: citations(marriageRegulation.cite(6), marriageRegulation.cite(21)), asks: text('2025年5月10日起案卷中没有户口簿和收费票据。', 'Since 2025-05-10 the file holds no household book and no receipt of a fee.'), check: ({ folded }) => (folded.day >= '2025-05-10' && folded.file.papers.some((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt') ? fail('papers', '案卷中有户口簿或者收费票据', 'The file holds a household book or a receipt of a fee') : pass) }),
]

type Given = Omit<ReissueContext, 'typing' | 'day'>

/** The inspection of reissues. */
export const reissueInspector: Inspector<ReissueCase, Given> = inspectorOf(reissueInspectionRules, (folded: ReissueCase, given: Given): ReissueInspectionFacts => {
  const context: ReissueContext = { ...given, typing: false, day: folded.day }
  return { folded, context, heard: heardBy(reissueRulesOn(folded.day), reissueFacts(folded.file, context), folded.file.answers, ({ id }) => id) }
})

/** Inspects a reissue by the rules in force on its day; a case that was not granted, or was voided, is not applicable. */
export const inspectReissue = reissueInspector.inspect
