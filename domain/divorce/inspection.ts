import { pointsOf, unexamined } from '../case/points.ts'
import { ownSheetsOf } from '../archive/scans.ts'
import { calendarKnownOn } from '../calendar/index.ts'
import { civilDate } from '../dates.ts'
import type { Inspector, PointRule } from '../inspecting.ts'
import { heardBy, inspectorOf } from '../inspecting.ts'
import { archiveMeasures, citations, civilCode, marriageNorms, marriageRegulation } from '../law.ts'
import { fail, notApplicable, pass } from '../outcome.ts'
import type { Outcome } from '../rule.ts'
import { text } from '../text.ts'
import { rulesAt } from './check.ts'
import { coolingOff } from './clock.ts'
import type { DivorceContext } from './context.ts'
import { divorceFacts } from './context.ts'
import { divorceArchiveOrder } from './archive.ts'
import type { DivorceCase } from './fold.ts'
import { divorceNotice } from './law.ts'

/** What an inspection rule is given: the case, the context of the day of its registration, and what the rules of that day said by group. */
export interface DivorceInspectionFacts {
  readonly folded: DivorceCase
  readonly context: DivorceContext
  readonly heard: ReadonlyMap<string, readonly Outcome[]>
}
export type DivorceInspectionRule = PointRule<DivorceInspectionFacts>

const points = pointsOf<DivorceInspectionFacts>({
  window: 'divorce', from: '2021-01-01', certificate: text('离婚证', 'divorce certificate'), prefixOf: () => 'L', papersLaw: marriageRegulation.cite(15), orderLaw: archiveMeasures.cite(10), order: text('卷内按规定顺序排列，首页有归档章，实有页数与记载一致，扫描件页数相同。', 'The sheets stand in order, the first carries the archive stamp, and pages and scans agree with the count.'),
  ownSheets: (folded) => ownSheetsOf(divorceArchiveOrder(folded)),
})
const { make, seen, heard } = points

export const divorceInspectionRules: readonly DivorceInspectionRule[] = [
  points.officeArea,
  heard(1, 'office.permission', text('权限和登记员资格', 'Permission and registrar'), citations(marriageRegulation.cite(6), marriageRegulation.cite(13)), text('机关有相应权限，登记员资格有效。', 'The office held the permission and the registrar was certified.'), ['office']),
  heard(2, 'conditions', text('离婚条件', 'Conditions'), citations(civilCode.cite(1076), marriageRegulation.cite(14)), text('双方自愿、达成协议、具有完全民事行为能力，婚姻在内地登记并且存续。', 'Both willing, agreed and of full capacity; the marriage registered in the mainland and standing.'), ['divorce-conditions']),
  heard(3, 'network', text('核对结果', 'Result of the check'), citations(marriageRegulation.cite(4), marriageNorms), text('双方都有联网核对结果，有疑问的已说明。', 'Both were checked and every doubt was answered.'), ['network']),
  heard(4, 'papers', text('材料齐全有效', 'Papers complete and valid'), marriageRegulation.cite(15), text('身份证件和本人结婚证（或者遗失的书面声明、档案复印件）齐全。', 'Identity papers and each party’s marriage certificate, or what stands in for a lost one, are there.'), ['papers']),
  heard(4, 'identity', text('身份信息', 'Identity data'), marriageRegulation.cite(15), text('姓名、号码、出生日期、性别、证件有效期相互一致。', 'Name, number, birth, sex and validity agree with each other.'), ['identity']),
  seen(4, 'papers.copies', text('复印件清晰', 'Copies legible'), archiveMeasures.cite(7), text('档案中的证件和结婚证复印件清晰。', 'The copies of identity papers and marriage certificates can be read.')),
  heard(5, 'declarations', text('声明书内容', 'Declarations'), citations(divorceNotice, marriageNorms), text('一人一份，无空项，有签名、指纹、日期和监誓人。', 'One for each party, nothing left blank, signed, fingerprinted, dated and witnessed.'), ['declarations']),
  seen(5, 'declarations.ink', text('声明书亲笔签名和指纹', 'Ink signature and fingerprint'), marriageNorms, text('纸质声明书上有当事人亲笔签名、指纹和监誓人签名。', 'The paper carries the parties’ ink signatures and fingerprints and the witness’s signature.')),
  points.reviewFields,
  points.delivery(marriageRegulation.cite(16)),
  seen(6, 'review.signatures', text('登记员手写签名、领证签名和指纹', 'Handwritten signatures'), marriageNorms, text('登记员签名为手写；双方领证签名和指纹在表上。', 'The registrar’s signature is handwritten; both signed and fingerprinted on the form.')),
  seen(6, 'review.seal', text('照片和印章', 'Photo and seal'), marriageNorms, text('审查处理表上有照片和钢印，印章清晰。', 'The review form carries the photos with the steel seal; the seals can be read.')),
  points.numberShape,
  points.numberSerials,
  points.proofread,
  make({
    item: 'divorce.receipt', point: 9, attestable: false, title: text('受理日期和期限', 'Receipt and its days'), law: citations(civilCode.cite(1077), divorceNotice),
    asks: text('受理回执单的期限按受理当日已发布的节假日安排推算；人工设定的有理由。', 'The days of the receipt follow from the notices of days off published by that day; days set by hand carry a reason.'),
    check: ({ folded, context }) => {
      const { accepted } = folded
      if (accepted === null || folded.dates === null) return fail('accepted', '没有受理记录', 'No acceptance stands')
      const { received, overridden, makeUpDayCountsAsWorking } = accepted.receipt
      if (accepted.at.slice(0, 10) !== received) return fail('receipt.received', `受理日期 ${received} 不是发回执单的当日`, `The day ${received} is not the one on which the receipt was handed out`)
      if (overridden !== undefined || folded.rescheduled.length > 0) return pass
      const known = calendarKnownOn(context.calendar, civilDate(received))
      try {
        const counted = coolingOff(received, known, { makeUpDayCountsAsWorking, localDaysCount: context.settings.localDaysCount })
        return counted.end1 === accepted.receipt.end1 && counted.end2 === accepted.receipt.end2 ? pass : fail('receipt.end1', `期限应为 ${counted.end1} 和 ${counted.end2}，回执单为 ${accepted.receipt.end1} 和 ${accepted.receipt.end2}`, `The days should be ${counted.end1} and ${counted.end2}; the receipt says ${accepted.receipt.end1} and ${accepted.receipt.end2}`)
      } catch {
        return unexamined('没有当年的节假日安排，不能核对期限', 'Without that year’s notice of days off the time limit cannot be compared')
      }
    },
  }),
  make({
    item: 'divorce.window', point: 9, attestable: false, title: text('在领证期限内到场', 'Appeared within the window'), law: citations(civilCode.cite(1077), marriageRegulation.cite(16)), asks: text('双方在冷静期届满后的三十日内到原受理机关申请发给离婚证。', 'Both appeared within the window, at the office that accepted.'),
    check: ({ folded }) => {
      const { dates, issuance, accepted } = folded
      if (dates === null || issuance === null || accepted === null) return fail('issuance', '没有双方到场申请发证的记录', 'No appearance of both stands')
      if (issuance.day <= dates.end1 || issuance.day > dates.end2) return fail('issuance.day', `到场日期 ${issuance.day} 不在 ${dates.windowOpens} 至 ${dates.end2} 之间`, `The appearance of ${issuance.day} lies outside ${dates.windowOpens} to ${dates.end2}`)
      if (folded.day < issuance.day) return fail('day', '登记日期早于双方到场', 'The registration lies before the appearance')
      return issuance.area === accepted.area ? pass : fail('issuance.area', '不是原受理机关发证', 'Issued by another office than the one that accepted')
    },
  }),
  heard(9, 'divorce.agreement', text('离婚协议', 'Agreement'), citations(civilCode.cite(1076), marriageRegulation.cite(13)), text('协议载明自愿、子女、财产、债务，三份相同，签署完整，没有涂改。', 'The agreement states free will, children, property and debts; three alike, signed and unaltered.'), ['divorce-agreement']),
  heard(9, 'divorce.interviews', text('询问笔录', 'Interviews'), citations(marriageRegulation.cite(16), marriageNorms), text('双方分别询问，各有笔录并签名按指纹。', 'Each was questioned alone, with a record signed and fingerprinted.'), ['divorce-interview']),
  make({
    item: 'divorce.stamped', point: 9, attestable: false, title: text('结婚证加盖条型印章', 'Marriage certificates stamped'), law: marriageNorms, asks: text('收到的结婚证加盖“双方离婚，证件失效”印章，复印件存档，原件退还。', 'The booklets shown carry the strip stamp, copies are filed and the originals given back.'),
    check: ({ folded }) => {
      const { certificates } = folded.file.marriage
      if (!certificates.includes('shown')) return notApplicable
      if (folded.stamped === null) return folded.state === 'delivered' ? fail('stamped', '没有结婚证加盖印章的记录', 'No record that the marriage certificates were stamped') : unexamined('还没有加盖印章', 'Not stamped yet')
      const left = ([0, 1] as const).find((index) => certificates[index] === 'shown' && folded.stamped?.stamped[index] !== true)
      return left === undefined ? pass : fail(`stamped.${left}`, `${left === 0 ? '男方' : '女方'}的结婚证没有加盖印章`, `The ${left === 0 ? 'man' : 'woman'}’s marriage certificate was not stamped`)
    },
  }),
  seen(9, 'divorce.originals', text('协议三份加盖印章', 'Three originals stamped'), marriageNorms, text('存档的协议原件没有涂改，三份均已加盖印章。', 'The original on file is unaltered and all three carry the stamp.')),
  points.elsewhere(10, 'reissue', text('补发的各项', 'Points of a reissue'), marriageRegulation.cite(21), text('只适用于补发婚姻登记证。', 'For reissued certificates only.')),
  heard(11, 'photo', text('照片规格', 'Photos'), marriageNorms, text('每人单人照 35 × 53 毫米 2 张，不是合成。', 'Two single photos of 35 × 53 mm each, not composed.'), ['photo']),
  seen(11, 'photo.prints', text('贴用照片', 'Photos on the papers'), marriageNorms, text('证和表上贴用的照片与系统中的一致，尺寸和底色统一。', 'The photos on the papers are those of the record, alike in size and ground.')),
  ...points.archive,
  points.extraRecorded,
  seen(13, 'extra.offline', text('没有线外登记、收费和额外证明', 'No off-line registration, fee or extra proof'), citations(marriageRegulation.cite(6), marriageRegulation.cite(22)), text('没有收费，没有要求额外证明，没有未上传的线外登记。', 'Nothing was charged, no extra proof asked, no off-line registration left un-uploaded.')),
]

type Given = Omit<DivorceContext, 'stage' | 'typing' | 'day'>

/** The inspection of divorce files. */
export const divorceInspector: Inspector<DivorceCase, Given> = inspectorOf(divorceInspectionRules, (folded: DivorceCase, given: Given): DivorceInspectionFacts => {
  const { accepted, dates, issuance } = folded
  const context: DivorceContext = {
    ...given, stage: 'issuance', typing: false, day: folded.day,
    // The marriage stood until this very divorce ended it.
    ...(given.marriage?.standing === 'divorced' ? { marriage: { ...given.marriage, standing: 'standing' as const } } : {}),
    ...(accepted === null || dates === null ? {} : { acceptance: { area: accepted.area, dates } }), ...(issuance === null ? {} : { appearance: { present: issuance.present, receipt: issuance.receipt, day: issuance.day, area: issuance.area } }),
  }
  return { folded, context, heard: heardBy(rulesAt('issuance', folded.day), divorceFacts(folded.file, context), folded.file.answers, ({ group: name }) => name) }
})

/** Inspects a divorce file against the 13 points, by the rules in force on the day of its registration; a case that was not registered, or was voided, is not applicable. */
export const inspectDivorce = divorceInspector.inspect
