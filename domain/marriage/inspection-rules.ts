import { scansOutcome } from '../archive/scans.ts'
import { findArea } from '../areas/index.ts'
import type { PointRule } from '../inspecting.ts'
import { heardUnder } from '../inspecting.ts'
import { archiveMeasures, citations, marriageNorms, marriageRegulation } from '../law.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { MarriageContext } from './context.ts'
import { fail, notApplicable, pass } from './context.ts'
import type { MarriageCase } from './fold.ts'
import { findCertificateNumber } from './numbers.ts'

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

const make = (rule: Omit<InspectionRule, 'id' | 'group' | 'severity' | 'from' | 'source'> & Partial<Pick<InspectionRule, 'source'>>): InspectionRule => ({
  id: `marriage.inspection.${rule.item}`, group: `inspection-${rule.point}`, severity: 'information', from: '2003-10-01', source: 'derived', ...rule,
})

const unexamined = (zh: string, en: string): Outcome => ({ kind: 'unexamined', message: text(zh, en) })
const byPerson = unexamined('须对照纸质档案查看', 'To be seen on the paper')

const group = (point: number, item: string, title: Text, law: Text, asks: Text, wanted: readonly string[]): InspectionRule => make({ item, point, title, law, asks, attestable: false, check: ({ heard }) => heardUnder(heard, wanted) })
const seen = (point: number, item: string, title: Text, law: Text, asks: Text): InspectionRule => make({ item, point, title, law, asks, attestable: true, check: () => byPerson })

export const inspectionRules: readonly InspectionRule[] = [
  make({
    item: 'office.area', point: 1, attestable: false, title: text('机关代码', 'Code of the office'), law: marriageRegulation.cite(2),
    asks: text('登记机关的区划代码在登记当日有效。', 'The office’s area code was in force on the day of registration.'),
    check: ({ folded, context }) => (context.settings.sampleOffice && folded.area.startsWith('99') ? pass : findArea(folded.area, folded.day) === undefined ? unexamined(`代码 ${folded.area} 不在 ${folded.day} 的区划代码表中，请核对`, `Code ${folded.area} is not in the area table of ${folded.day}; compare it`) : pass),
  }),
  group(1, 'office.permission', text('权限和登记员资格', 'Permission and registrar'), citations(marriageRegulation.cite(6), marriageRegulation.cite(7)), text('机关有相应权限，登记员资格有效。', 'The office held the permission and the registrar was certified.'), ['office']),
  group(2, 'conditions', text('结婚条件', 'Conditions'), marriageRegulation.cite(9), text('登记当日双方达到婚龄、自愿、无配偶、无禁止结婚的亲属关系。', 'On the day both were of age, willing, single and no prohibited kin.'), ['conditions', 'kind']),
  group(3, 'network', text('核对结果', 'Result of the check'), marriageRegulation.cite(10), text('双方都有联网核对结果，日期不晚于审查，不一致的已证明。', 'Both were checked, not after the decision, and differences were proved.'), ['network']),
  group(4, 'papers', text('材料齐全有效', 'Papers complete and valid'), marriageRegulation.cite(8), text('按身份类别应有的材料齐全，登记当日有效。', 'Every paper required of the kind of person is there and was valid that day.'), ['papers']),
  group(4, 'identity', text('身份信息', 'Identity data'), marriageRegulation.cite(8), text('姓名、号码、出生日期、性别、证件有效期相互一致。', 'Name, number, birth, sex and validity agree with each other.'), ['identity']),
  seen(4, 'papers.copies', text('复印件清晰', 'Copies legible'), archiveMeasures.cite(5), text('档案中的复印件清晰，译本和附加证明书齐全。', 'The copies in the file can be read; translations and apostilles are there.')),
  group(5, 'declarations', text('声明书内容', 'Declarations'), marriageRegulation.cite(8), text('一人一份，无空项，有签名、指纹、日期和监誓人。', 'One for each party, nothing left blank, signed, fingerprinted, dated and witnessed.'), ['declarations']),
  seen(5, 'declarations.ink', text('声明书亲笔签名和指纹', 'Ink signature and fingerprint'), marriageNorms, text('纸质声明书上有当事人亲笔签名、指纹和监誓人签名。', 'The paper carries the parties’ ink signatures and fingerprints and the witness’s signature.')),
  make({
    item: 'review.fields', point: 6, attestable: false, title: text('审查处理表内容', 'Fields of the review form'), law: marriageNorms,
    asks: text('审查意见、登记日期、字号、印制号、机关、登记员齐全。', 'Opinion, day, number, serials, office and registrar are there.'),
    check: ({ folded }) => {
      const blank = [folded.opinion, folded.day, folded.number, folded.serials[0], folded.serials[1], folded.officeName, folded.registrar].filter((value) => value === '').length
      return blank === 0 ? pass : fail('review', `审查处理表有 ${blank} 个空项`, `${blank} fields of the review form are empty`)
    },
  }),
  make({
    item: 'review.delivery', point: 6, attestable: false, title: text('领证', 'Hand-over'), law: marriageRegulation.cite(10),
    asks: text('双方到场，核对身份，各自签名并按指纹领证。', 'Both were present and identified and each signed and fingerprinted for the certificate.'),
    check: ({ folded }) => (folded.delivered === null ? unexamined('还没有领证', 'Not handed over yet') : pass),
  }),
  seen(6, 'review.signatures', text('登记员手写签名、领证签名和指纹', 'Handwritten signatures'), marriageNorms, text('登记员签名为手写；双方领证签名和指纹在表上。', 'The registrar’s signature is handwritten; both signed and fingerprinted for the certificates on the form.')),
  seen(6, 'review.seal', text('照片和印章', 'Photo and seal'), marriageNorms, text('审查处理表上有照片和钢印，印章清晰。', 'The review form carries the photo with the steel seal; the seals can be read.')),
  make({
    item: 'number.shape', point: 7, attestable: false, title: text('字号', 'Certificate number'), law: marriageNorms,
    asks: text('字号格式正确，区划代码为本机关，年份为登记年份。', 'The number has the right form, the office’s code and the year of registration.'),
    check: ({ folded }) => {
      const number = findCertificateNumber(folded.number)
      if (number === undefined || number.prefix !== 'J') return fail('number', `字号 ${folded.number} 格式不对`, `The number ${folded.number} has not the right form`)
      if (number.area !== folded.area) return fail('number', `字号中的代码 ${number.area} 不是本机关代码 ${folded.area}`, `The code ${number.area} in the number is not the office’s ${folded.area}`)
      return number.year === Number(folded.day.slice(0, 4)) ? pass : fail('number', `字号年份 ${number.year} 与登记日期 ${folded.day} 不符`, `The year ${number.year} of the number does not fit the day ${folded.day}`)
    },
  }),
  make({
    item: 'number.serials', point: 7, attestable: false, title: text('印制号', 'Booklet serials'), law: marriageNorms,
    asks: text('两本结婚证各有印制号，互不相同，没有用过已作废的。', 'Each booklet has its own serial and none is one that was spoiled.'),
    check: ({ folded }) => {
      const [man, woman] = folded.serials
      if (man === '' || woman === '') return fail('serials', '缺少印制号', 'A serial is missing')
      if (man === woman) return fail('serials', '两本结婚证的印制号相同', 'Both booklets carry the same serial')
      return folded.spoiled.some((serial) => serial === man || serial === woman) ? fail('serials', '印制号已作废', 'A serial had been spoiled') : pass
    },
  }),
  make({
    item: 'certificate.proofread', point: 8, attestable: false, title: text('校对', 'Proof-reading'), law: marriageNorms,
    asks: text('结婚证内容与审查处理表逐项校对一致。', 'The certificates were compared with the review form field by field.'),
    check: ({ folded }) => (folded.proofread.length > 0 ? pass : folded.state === 'delivered' ? fail('proofread', '发证前没有校对记录', 'No proof-reading stands before the hand-over') : unexamined('还没有校对', 'Not proof-read yet')),
  }),
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
  make({ item: 'divorce', point: 9, attestable: false, title: text('离婚登记的各项', 'Points of a divorce'), law: marriageRegulation.cite(16), asks: text('只适用于离婚登记。', 'For divorces only.'), check: () => notApplicable }),
  make({ item: 'reissue', point: 10, attestable: false, title: text('补发的各项', 'Points of a reissue'), law: marriageRegulation.cite(21), asks: text('只适用于补发婚姻登记证。', 'For reissued certificates only.'), check: () => notApplicable }),
  group(11, 'photo', text('照片规格', 'Photo'), marriageNorms, text('双方合影，53 × 35 毫米，不是合成。', 'A joint photo of 53 × 35 mm, not composed.'), ['photo']),
  seen(11, 'photo.prints', text('贴用照片', 'Photos on the papers'), marriageNorms, text('证和表上贴用的照片与系统中的一致，尺寸和底色统一。', 'The photos on the papers are those of the record, alike in size and ground.')),
  make({
    item: 'archive.numbers', point: 12, attestable: false, title: text('归档编号', 'Archive numbers'), law: archiveMeasures.cite(10),
    asks: text('全宗号、年度、室编卷号、页数齐全，年度为登记年份。', 'Fonds, year, file number and pages are there; the year is that of the registration.'),
    check: ({ folded }) => {
      if (folded.archive === null) return unexamined('还没有归档', 'Not filed yet')
      if (folded.archive.fonds === '') return fail('archive.fonds', '没有全宗号', 'The fonds number is missing')
      return folded.archive.year === Number(folded.day.slice(0, 4)) ? pass : fail('archive.year', `归档年度 ${folded.archive.year} 不是登记年份`, `The archive year ${folded.archive.year} is not that of the registration`)
    },
  }),
  // Review form and two declarations.
  make({ item: 'archive.scans', point: 12, attestable: false, title: text('页数与扫描件', 'Pages and scans'), law: archiveMeasures.cite(10), asks: text('材料的扫描件与案卷登记的页数不矛盾。', 'The scans of the papers do not contradict the pages of the file.'), check: ({ folded }) => scansOutcome(folded, () => 3) }),
  seen(12, 'archive.pages', text('卷内顺序和页数', 'Order and pages'), archiveMeasures.cite(10), text('卷内按规定顺序排列，首页有归档章，实有页数与记载一致，扫描件页数相同。', 'The sheets stand in order, the first carries the archive stamp, and pages and scans agree with the count.')),
  make({
    item: 'extra.recorded', point: 13, attestable: false, title: text('没有额外材料和收费记录', 'Nothing extra on record'), law: citations(marriageRegulation.cite(6), marriageRegulation.cite(8)),
    asks: text('2025年5月10日起案卷中没有户口簿和收费票据。', 'Since 2025-05-10 the file holds no household book and no receipt of a fee.'),
    check: ({ folded }) => (folded.day >= '2025-05-10' && folded.file.papers.some((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt') ? fail('papers', '案卷中有户口簿或者收费票据', 'The file holds a household book or a receipt of a fee') : pass),
  }),
  seen(13, 'extra.offline', text('没有线外登记、收费和额外证明', 'No off-line registration, fee or extra proof'), citations(marriageRegulation.cite(6), marriageRegulation.cite(22)), text('没有收费，没有要求额外证明，没有未上传的线外登记。', 'Nothing was charged, no extra proof asked, no off-line registration left un-uploaded.')),
]
