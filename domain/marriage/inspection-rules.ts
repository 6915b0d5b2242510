import { pointsOf } from '../case/points.ts'
import type { PointRule } from '../inspecting.ts'
import { archiveMeasures, citations, marriageNorms, marriageRegulation } from '../law.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { MarriageContext } from './context.ts'
import { fail, notApplicable, pass } from '../outcome.ts'
import type { MarriageCase } from './fold.ts'

/** What an inspection rule is given: the folded case, the context of the day of registration, and what the rules of that day said of the file by group. */
export interface InspectionFacts {
  readonly folded: MarriageCase
  readonly context: MarriageContext
  readonly heard: ReadonlyMap<string, readonly Outcome[]>
}

/** One item of the inspection list (登记档案检查). */
export type InspectionRule = PointRule<InspectionFacts>

/** The 13 points of a qualified file. */
export const inspectionPoints: readonly Text[] = [
  text('机关和登记员权限', 'Office and registrar'),
  text('双方符合结婚条件', 'Conditions met'),
  text('联网核对', 'Network check'),
  text('证件和证明材料', 'Papers'),
  text('声明书', 'Declarations'),
  text('审查处理表', 'Review form'),
  text('登记字号和印制号', 'Certificate number and serials'),
  text('结婚证与审查处理表一致', 'Certificate agrees with the review form'),
  text('离婚登记', 'Divorce'),
  text('补发', 'Reissue'),
  text('照片', 'Photos'),
  text('归档', 'Archive'),
  text('收费、额外证明和线外登记', 'Fees, extra proofs, off-line registration'),
]

const points = pointsOf<InspectionFacts>({
  window: 'marriage', from: '2003-10-01', certificate: text('结婚证', 'marriage certificate'), prefixOf: () => 'J', papersLaw: marriageRegulation.cite(8), orderLaw: archiveMeasures.cite(10), order: text('卷内按规定顺序排列，首页有归档章，实有页数与记载一致，扫描件页数相同。', 'The sheets stand in order, the first carries the archive stamp, and pages and scans agree with the count.'),
  // Review form and two declarations.
  ownSheets: () => 3,
})
const { make, seen, heard } = points

export const inspectionRules: readonly InspectionRule[] = [
  points.officeArea,
  heard(1, 'office.permission', text('权限和登记员资格', 'Permission and registrar'), citations(marriageRegulation.cite(6), marriageRegulation.cite(7)), text('机关有相应权限，登记员资格有效。', 'The office held the permission and the registrar was certified.'), ['office']),
  heard(2, 'conditions', text('结婚条件', 'Conditions'), marriageRegulation.cite(9), text('登记当日双方达到婚龄、自愿、无配偶、无禁止结婚的亲属关系。', 'On the day both were of age, willing, single and no prohibited kin.'), ['conditions', 'kind']),
  heard(3, 'network', text('核对结果', 'Result of the check'), marriageRegulation.cite(10), text('双方都有联网核对结果，日期不晚于审查，不一致的已证明。', 'Both were checked, not after the decision, and differences were proved.'), ['network']),
  heard(4, 'papers', text('材料齐全有效', 'Papers complete and valid'), marriageRegulation.cite(8), text('按身份类别应有的材料齐全，登记当日有效。', 'Every paper required of the kind of person is there and was valid that day.'), ['papers']),
  heard(4, 'identity', text('身份信息', 'Identity data'), marriageRegulation.cite(8), text('姓名、号码、出生日期、性别、证件有效期相互一致。', 'Name, number, birth, sex and validity agree with each other.'), ['identity']),
  seen(4, 'papers.copies', text('复印件清晰', 'Copies legible'), archiveMeasures.cite(5), text('档案中的复印件清晰，译本和附加证明书齐全。', 'The copies in the file can be read; translations and apostilles are there.')),
  heard(5, 'declarations', text('声明书内容', 'Declarations'), marriageRegulation.cite(8), text('一人一份，无空项，有签名、指纹、日期和监誓人。', 'One for each party, nothing left blank, signed, fingerprinted, dated and witnessed.'), ['declarations']),
  seen(5, 'declarations.ink', text('声明书亲笔签名和指纹', 'Ink signature and fingerprint'), marriageNorms, text('纸质声明书上有当事人亲笔签名、指纹和监誓人签名。', 'The paper carries the parties’ ink signatures and fingerprints and the witness’s signature.')),
  points.reviewFields,
  points.delivery(marriageRegulation.cite(10)),
  seen(6, 'review.signatures', text('登记员手写签名、领证签名和指纹', 'Handwritten signatures'), marriageNorms, text('登记员签名为手写；双方领证签名和指纹在表上。', 'The registrar’s signature is handwritten; both signed and fingerprinted for the certificates on the form.')),
  seen(6, 'review.seal', text('照片和印章', 'Photo and seal'), marriageNorms, text('审查处理表上有照片和钢印，印章清晰。', 'The review form carries the photo with the steel seal; the seals can be read.')),
  points.numberShape,
  points.numberSerials,
  points.proofread,
  make({
    item: 'certificate.remark', point: 8, attestable: false, title: text('证书备注', 'Remark on the certificate'), law: marriageRegulation.cite(11),
    asks: text('补办的登记日期为办理当日，共同生活日期不印在证上。', 'A late registration carries the day of the act; the day of living together is not printed.'),
    check: ({ folded }) => {
      const { kind, cohabitedSince, remarkCertificate } = folded.file
      if (kind !== 'late' || cohabitedSince === '') return notApplicable
      const [year, month, day] = cohabitedSince.split('-').map(Number)
      return remarkCertificate.includes(cohabitedSince) || remarkCertificate.includes(`${year}年${month}月${day}日`) ? fail('remarkCertificate', '共同生活日期不应印在结婚证上', 'The day of living together does not belong on the certificate') : pass
    },
  }),
  points.elsewhere(9, 'divorce', text('离婚登记的各项', 'Points of a divorce'), marriageRegulation.cite(16), text('只适用于离婚登记。', 'For divorces only.')),
  points.elsewhere(10, 'reissue', text('补发的各项', 'Points of a reissue'), marriageRegulation.cite(21), text('只适用于补发婚姻登记证。', 'For reissued certificates only.')),
  heard(11, 'photo', text('照片规格', 'Photo'), marriageNorms, text('双方合影，53 × 35 毫米，不是合成。', 'A joint photo of 53 × 35 mm, not composed.'), ['photo']),
  seen(11, 'photo.prints', text('贴用照片', 'Photos on the papers'), marriageNorms, text('证和表上贴用的照片与系统中的一致，尺寸和底色统一。', 'The photos on the papers are those of the record, alike in size and ground.')),
  ...points.archive,
  points.extraRecorded,
  seen(13, 'extra.offline', text('没有线外登记、收费和额外证明', 'No off-line registration, fee or extra proof'), citations(marriageRegulation.cite(6), marriageRegulation.cite(22)), text('没有收费，没有要求额外证明，没有未上传的线外登记。', 'Nothing was charged, no extra proof asked, no off-line registration left un-uploaded.')),
]
