import { pointsOf, unexamined } from '../case/points.ts'
import { ownSheetsOf } from '../archive/scans.ts'
import type { Inspector, PointRule } from '../inspecting.ts'
import { heardBy, inspectorOf } from '../inspecting.ts'
import { archiveMeasures, citations, marriageNorms, marriageRegulation } from '../law.ts'
import { fail, pass } from '../outcome.ts'
import type { Outcome } from '../rule.ts'
import { text } from '../text.ts'
import { applicantsOf } from './file.ts'
import { reissueArchiveOrder } from './archive.ts'
import type { ReissueCase } from './fold.ts'
import type { ReissueContext } from './rules.ts'
import { reissueFacts, reissueRulesOn } from './rules.ts'

/** What an inspection rule of a reissue is given. */
export interface ReissueInspectionFacts { readonly folded: ReissueCase; readonly context: ReissueContext; readonly heard: ReadonlyMap<string, readonly Outcome[]> }
export type ReissueInspectionRule = PointRule<ReissueInspectionFacts>

const points = pointsOf<ReissueInspectionFacts>({
  window: 'reissue', from: '2003-10-01', certificate: text('补发的证', 'reissued certificate'), prefixOf: ({ file }) => (file.certificate === 'marriage' ? 'BJ' : 'BL'), receivers: ({ file }) => applicantsOf(file), papersLaw: marriageRegulation.cite(21), orderLaw: archiveMeasures.cite(8), order: text('审查处理表、声明书、档案证明、身份证件、委托材料依次排列，页数相符。', 'Review form, declaration, proof of the file, identity papers and mandate stand in order and the pages agree.'),
  ownSheets: (folded) => ownSheetsOf(reissueArchiveOrder(folded)),
})
const { make, seen, heard } = points
/** A rule of today and the same one under the text of 2003. */
const both = (ids: readonly string[]): readonly string[] => ids.flatMap((id) => [id, `${id}.2003`])

export const reissueInspectionRules: readonly ReissueInspectionRule[] = [
  heard(1, 'office', text('权限和登记员资格', 'Permission and registrar'), citations(marriageRegulation.cite(6), marriageRegulation.cite(21)), text('机关有相应权限，登记员资格有效。', 'The office held the permission and the registrar was certified.'), both(['reissue.office-permission', 'reissue.registrar-certified'])),
  heard(3, 'network', text('核对结果', 'Result of the check'), marriageNorms, text('申请人已联网核对，有疑问的已说明。', 'The applicants were checked and every doubt was answered.'), both(['reissue.network-check'])),
  heard(4, 'papers', text('材料', 'Papers'), marriageRegulation.cite(21), text('申请人的身份证件齐全。', 'The applicants’ identity papers are there.'), both(['reissue.papers'])),
  heard(4, 'identity', text('身份信息', 'Identity data'), marriageRegulation.cite(21), text('姓名、号码、出生日期、性别、有效期相互一致。', 'Name, number, birth, sex and validity agree.'), both(['reissue.name', 'reissue.identity-type', 'reissue.identity-number', 'reissue.identity-birth', 'reissue.identity-sex', 'reissue.identity-valid', 'reissue.local-identity', 'reissue.nationality'])),
  heard(5, 'declarations', text('声明书', 'Declaration'), marriageNorms, text('声明书签署完整。', 'The declaration is complete.'), both(['reissue.declaration'])),
  seen(5, 'declarations.ink', text('亲笔签名和指纹', 'Ink signature and fingerprint'), marriageNorms, text('纸质声明书上有亲笔签名、指纹和监誓人签名。', 'The paper carries ink signature, fingerprint and the witness’s signature.')),
  make({
    item: 'review.fields', point: 6, attestable: false, title: text('补发审查处理表内容', 'Fields of the review form'), law: marriageNorms, asks: text('审查意见、日期、字号、印制号、机关、登记员、原登记信息齐全。', 'Opinion, days, numbers, serials, office, registrar and the original registration are there.'),
    check: ({ folded }) => ([folded.opinion, folded.day, folded.number, folded.officeName, folded.registrar, folded.originalDay, folded.file.original.number].includes('') ? fail('review', '补发审查处理表有空项', 'Fields of the review form are empty') : pass),
  }),
  make({ item: 'review.delivery', point: 6, attestable: false, title: text('领证', 'Hand-over'), law: marriageRegulation.cite(21), asks: text('领证人核对身份，签名并按指纹。', 'Who received it was identified, signed and fingerprinted.'), check: ({ folded }) => (folded.delivered === null ? unexamined('还没有领证', 'Not handed over yet') : (folded.delivered.to === 'proxy') === (folded.file.proxy !== null) ? pass : fail('delivered', '领证人与申请方式不符', 'Handed to another than the one who applied')) }),
  seen(6, 'review.signatures', text('手写签名和印章', 'Signatures and seal'), marriageNorms, text('登记员签名为手写，领证签名和指纹、照片和钢印在表上。', 'The registrar’s signature is handwritten; signature, fingerprint, photo and seal are on the form.')),
  points.numberShape,
  points.numberSerials,
  points.proofread,
  make({ item: 'certificate.remark', point: 8, attestable: false, title: text('补发备注', 'Remark'), law: marriageNorms, asks: text('证上备注写明补发和补发日期。', 'The remark says that it is a reissue and of which day.'), check: ({ folded }) => (folded.remark.includes('补发') ? pass : fail('remark', '备注没有写明补发', 'The remark does not say that it is a reissue')) }),
  points.elsewhere(9, 'divorce', text('离婚登记的各项', 'Points of a divorce'), marriageRegulation.cite(16), text('只适用于离婚登记。', 'For divorces only.')),
  heard(10, 'reissue.file', text('查明档案', 'File verified'), marriageRegulation.cite(21), text('查明档案有记载并一致。', 'The file was found and agrees.'), both(['reissue.file-verified', 'reissue.file-parties'])),
  heard(10, 'reissue.status', text('状况没有变化', 'Status unchanged'), marriageRegulation.cite(21), text('婚姻状况没有变化，已问明法院离婚。', 'The status holds and a divorce by a court was asked about.'), both(['reissue.status-holds', 'reissue.court-divorce'])),
  heard(10, 'reissue.original', text('原登记信息', 'Original registration'), marriageRegulation.cite(21), text('原字号、机关、日期与档案一致。', 'Original number, office and day are those of the file.'), both(['reissue.original'])),
  make({ item: 'reissue.day', point: 10, attestable: false, title: text('沿用原登记日期', 'Original day carried over'), law: marriageNorms, asks: text('补发的证上登记日期为原登记日期。', 'The reissued certificate carries the original day.'), check: ({ folded, context }) => (folded.originalDay === folded.file.original.day && (context.original === undefined || context.original.day === folded.originalDay) ? pass : fail('originalDay', '证上的登记日期不是原登记日期', 'The day on the certificate is not the original one')) }),
  heard(10, 'reissue.old', text('旧证', 'Old certificate'), marriageRegulation.cite(21), text('损毁、不一致的旧证已注销退还。', 'A damaged or differing certificate was cancelled and handed back.'), both(['reissue.reason'])),
  heard(10, 'reissue.proxy', text('委托', 'Proxy'), marriageNorms, text('委托办理的，公证委托书内容齐全。', 'With a proxy the notarised mandate is complete.'), both(['reissue.proxy'])),
  heard(11, 'photo', text('照片', 'Photos'), marriageNorms, text('照片张数、规格相符，不是合成。', 'Photos in the right number and size, not composed.'), both(['reissue.photos'])),
  seen(11, 'photo.prints', text('贴用照片', 'Photos on the papers'), marriageNorms, text('贴用照片与系统中的一致。', 'The photos on the papers are those of the record.')),
  ...points.archive,
  points.extraRecorded,
]

type Given = Omit<ReissueContext, 'typing' | 'day'>

/** The inspection of reissues. */
export const reissueInspector: Inspector<ReissueCase, Given> = inspectorOf(reissueInspectionRules, (folded: ReissueCase, given: Given): ReissueInspectionFacts => {
  const context: ReissueContext = { ...given, typing: false, day: folded.day }
  return { folded, context, heard: heardBy(reissueRulesOn(folded.day), reissueFacts(folded.file, context), folded.file.answers, ({ id }) => id) }
})

/** Inspects a reissue by the rules in force on its day; a case that was not granted, or was voided, is not applicable. */
export const inspectReissue = reissueInspector.inspect
