import { isCivilDate } from '../../dates.ts'
import { citations, civilCode, electronicSignatureLaw, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import { partyLabel } from '../../marriage/context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import { ofEach } from '../context.ts'
import { divorceNotice, marriageNorms2015 } from '../law.ts'
import { divorceRule, withOlderLaw } from './make.ts'
import type { DivorceRule } from './make.ts'

const agreement = 'divorce-agreement'
const time = 'divorce-time'

/** What is asked when both come for the certificate, and when one comes to withdraw. */
export const timeRules: readonly DivorceRule[] = [
  ...withOlderLaw({
    at: ['appearance', 'issuance'], group: time, id: 'divorce.cooling-off-over', title: text('冷静期已届满', 'Cooling-off period over'), law: citations(civilCode.cite(1077), marriageRegulation.cite(16)),
    asks: text('自收到申请之日起三十日的冷静期届满以后，双方才能申请发给离婚证。', 'Only after the thirty days of the cooling-off period may both come for the certificate.'),
    check: ({ context }) => {
      const { acceptance, appearance } = context
      if (acceptance === undefined) return fail('accepted', '离婚登记申请还没有受理', 'The application has not been accepted')
      const day = appearance?.day ?? context.day
      const { end1, windowOpens } = acceptance.dates
      return day > end1 ? pass : fail('day', `离婚冷静期到 ${end1} 为止，${windowOpens} 起才能申请发给离婚证`, `The cooling-off period runs through ${end1}; both may come from ${windowOpens}`)
    },
  }, citations(civilCode.cite(1077), divorceNotice), 'confirmed'),
  ...withOlderLaw({
    at: ['appearance', 'issuance'], group: time, id: 'divorce.window-open', title: text('在领证期限内', 'Within the issuance window'), law: citations(civilCode.cite(1077), marriageRegulation.cite(16)),
    asks: text('冷静期届满后三十日内，双方共同申请发给离婚证；期满未共同到场的视为撤回。', 'Both come within the thirty days after the cooling-off period; otherwise the application is deemed withdrawn.'),
    check: ({ context }) => {
      const { acceptance, appearance } = context
      if (acceptance === undefined) return notApplicable
      const day = appearance?.day ?? context.day
      return day <= acceptance.dates.end2 ? pass : fail('day', `领证期限已于 ${acceptance.dates.end2} 届满，视为撤回离婚登记申请；仍要离婚的重新申请`, `The window closed on ${acceptance.dates.end2} and the application is deemed withdrawn; a new one may be made`)
    },
  }, citations(civilCode.cite(1077), divorceNotice), 'confirmed'),
  divorceRule({
    at: ['appearance', 'issuance'], group: time, id: 'divorce.both-appear', title: text('双方共同到场领证', 'Both appear for the certificate'), law: citations(civilCode.cite(1077), marriageRegulation.cite(16)),
    asks: text('双方亲自共同到场；只有一方到场的不能发证，也不能阻止视为撤回。', 'Both appear in person and together; one alone gets no certificate and does not stop the lapse.'),
    check: ({ context }) => {
      const { appearance } = context
      return ofEach((index, label) => (appearance?.present[index] === true ? pass : fail(`present.${index}`, `${label.zh}没有到场，一方到场不能申请发给离婚证`, `${label.en} is not here; one party alone cannot apply for the certificate`)))
    },
  }),
  divorceRule({
    at: ['appearance', 'issuance'], group: time, id: 'divorce.same-office', title: text('原受理机关', 'The office that accepted'), law: citations(marriageRegulation.cite(16), divorceNotice),
    asks: text('双方到受理其申请的婚姻登记机关申请发给离婚证。', 'The certificate is issued by the office that accepted the application, and by no other.'),
    check: ({ context }) => {
      const { acceptance, appearance } = context
      if (acceptance === undefined || appearance === undefined) return notApplicable
      return acceptance.area === appearance.area ? pass : fail('area', `申请由机关 ${acceptance.area} 受理，请当事人到原受理机关领证`, `The application was accepted by office ${acceptance.area}; the parties have to go there`)
    },
  }),
  divorceRule({
    at: ['appearance', 'issuance'], group: time, id: 'divorce.receipt', title: text('受理回执单', 'Receipt'), law: divorceNotice,
    asks: text('出示《离婚登记申请受理回执单》；遗失的书面说明。', 'The receipt is shown, or its loss explained in writing.'),
    check: ({ context }) => (context.appearance === undefined || context.appearance.receipt === '' ? notYet('receipt', '还没有出示受理回执单（遗失的书面说明）', 'The receipt has not been shown yet; its loss is explained in writing') : pass),
  }),
  divorceRule({
    at: ['withdrawal'], group: 'divorce-withdrawal', id: 'divorce.withdraw-in-time', title: text('在冷静期内撤回', 'Withdrawal within the cooling-off period'), law: citations(civilCode.cite(1077), divorceNotice),
    asks: text('冷静期届满前（最后一日仍可），任何一方都可以撤回申请。', 'Either party may withdraw until the cooling-off period ends, its last day included.'),
    check: ({ context }) => {
      const { acceptance, day } = context
      if (acceptance === undefined) return fail('accepted', '离婚登记申请还没有受理，没有可以撤回的申请', 'Nothing has been accepted that could be withdrawn')
      if (day < acceptance.dates.received) return fail('day', '撤回日期早于受理日期', 'The withdrawal lies before the acceptance')
      return day <= acceptance.dates.end1 ? pass : fail('day', `冷静期已于 ${acceptance.dates.end1} 届满，不能撤回；不到场领证即视为撤回`, `The cooling-off period ended on ${acceptance.dates.end1}; not coming for the certificate is enough now`)
    },
  }),
  divorceRule({
    at: ['withdrawal'], group: 'divorce-withdrawal', id: 'divorce.withdraw-papers', title: text('撤回的证件和申请书', 'Papers of the withdrawal'), law: divorceNotice,
    asks: text('一方本人持有效身份证件和受理回执单（遗失的书面说明），填写《撤回离婚登记申请书》，签名并按指纹。', 'One party in person, with identity paper and receipt (or a written explanation), fills in, signs and fingerprints the withdrawal.'),
    check: ({ context }) => {
      const withdrawal = context.withdrawal
      if (withdrawal === undefined) return notYet('withdrawal', '还没有填写撤回申请', 'The withdrawal has not been filled in yet')
      const label = partyLabel(withdrawal.party)
      return [
        withdrawal.identityShown ? pass : notYet('withdrawal.identityShown', `${label.zh}还没有出示身份证件`, `${label.en} has not shown the identity paper yet`),
        withdrawal.receipt !== '' ? pass : notYet('withdrawal.receipt', '还没有出示受理回执单（遗失的书面说明）', 'The receipt has not been shown yet; its loss is explained in writing'),
        withdrawal.signed ? pass : notYet('withdrawal.signed', `${label.zh}还没有在撤回申请书上签名`, `${label.en} has not signed the withdrawal yet`),
        withdrawal.fingerprint ? pass : notYet('withdrawal.fingerprint', `${label.zh}还没有按指纹`, `${label.en} has not given the fingerprint yet`),
      ]
    },
  }),
]

const clauses = [
  ['children', '子女抚养', 'the children'],
  ['property', '财产处理', 'the property'],
  ['debts', '债务处理', 'the debts'],
] as const

export const issuanceRules: readonly DivorceRule[] = [
  ...withOlderLaw({
    at: ['issuance'], ground: 'refused', group: agreement, id: 'divorce.agreement-parts', title: text('协议的法定内容', 'What the agreement must state'), law: citations(civilCode.cite(1076), marriageRegulation.cite(13)),
    asks: text('离婚协议载明自愿离婚的意思和对子女抚养、财产以及债务处理的一致意见；没有的也要写明“无”，不能略去。', 'The agreement states free will and what is settled on children, property and debts; “none” is written out and never left out.'),
    check: ({ file }) => {
      if (!file.agreement.collected) return notYet('agreement.collected', '还没有收取离婚协议书', 'The agreement has not been collected yet')
      const stated: Outcome = file.agreement.voluntary ? pass : notYet('agreement.voluntary', '协议没有载明双方自愿离婚的意思', 'The agreement does not state that both divorce freely')
      return [stated, ...clauses.map(([key, zh, en]): Outcome => {
        const clause = file.agreement[key]
        const field = `agreement.${key}`
        return clause === '' ? notYet(field, `还没有核对协议中的${zh}`, `What the agreement says of ${en} has not been checked yet`) : clause === 'omitted' ? fail(field, `协议没有写${zh}，没有的也要写明“无”`, `The agreement leaves out ${en}; “none” has to be written`) : pass
      })]
    },
  }, citations(civilCode.cite(1076), marriageRegulation2003.cite(11)), 'confirmed'),
  divorceRule({
    at: ['issuance'], group: agreement, id: 'divorce.agreement-parties', severity: 'answer', source: 'guides', title: text('协议中的当事人', 'The parties in the agreement'), law: marriageNorms,
    asks: text('协议写明双方姓名、性别、身份证件号和完全民事行为能力；女方怀孕的写明由谁提出离婚和对子女的安排。', 'The agreement names both with sex, number and full capacity; where the woman is pregnant it says who asked and what is arranged for the child.'),
    check: ({ file }) => {
      const { parties, pregnancy } = file.agreement
      return [
        parties ? pass : asks('agreement.parties', '协议没有写明双方姓名、性别、身份证件号和民事行为能力', 'The agreement does not name both with sex, number and capacity'),
        pregnancy === '' ? notYet('agreement.pregnancy', '还没有问女方是否怀孕', 'Whether the woman is pregnant has not been asked yet') : pregnancy === 'omitted' ? asks('agreement.pregnancy', '女方怀孕，协议没有写明由谁提出离婚和对子女的安排', 'The woman is pregnant and the agreement does not say who asked and what is arranged') : pass,
      ]
    },
  }),
  divorceRule({
    at: ['issuance'], group: agreement, id: 'divorce.agreement-originals', source: 'guides', title: text('协议一式三份', 'Three originals'), law: citations(divorceNotice, marriageNorms),
    asks: text('离婚协议书一式三份，内容相同：双方各一份，存档一份。', 'Three originals that say the same: one for each party, one for the file.'),
    check: ({ file }) => {
      const { originals, identical } = file.agreement
      if (originals < 3) return notYet('agreement.originals', `离婚协议书应为三份，现有 ${originals} 份`, `Three originals are needed; there are ${originals}`)
      return identical ? pass : notYet('agreement.identical', '还没有核对三份协议内容相同', 'That the three say the same has not been checked yet')
    },
  }),
  divorceRule({
    at: ['issuance'], group: agreement, id: 'divorce.agreement-signed', source: 'guides', title: text('协议签署', 'Agreement signed'), law: citations(marriageNorms, electronicSignatureLaw.cite(3)),
    asks: text('双方在登记员面前在协议上签名、按指纹、写明日期；婚姻文书不适用电子签名。', 'Both sign, fingerprint and date the agreement before the registrar; papers on marriage are not signed electronically.'),
    check: ({ file, context }) => {
      const { signed, fingerprint, signedOn, witnessed } = file.agreement
      const dated: Outcome = signedOn === '' ? notYet('agreement.signedOn', '协议没有日期', 'The agreement carries no date') : !isCivilDate(signedOn) ? fail('agreement.signedOn', `日期 ${signedOn} 不存在`, `The day ${signedOn} does not exist`) : signedOn > context.day ? fail('agreement.signedOn', '协议日期晚于办理当日', 'The agreement is dated after the day of the act') : pass
      return [
        ...ofEach((index, label) => (!signed[index] ? notYet(`agreement.signed.${index}`, `${label.zh}还没有在协议上签名`, `${label.en} has not signed the agreement yet`) : !fingerprint[index] ? notYet(`agreement.fingerprint.${index}`, `${label.zh}还没有在协议上按指纹`, `${label.en} has not fingerprinted the agreement yet`) : pass)),
        dated,
        witnessed ? pass : notYet('agreement.witnessed', '协议应当在登记员面前签署', 'The agreement is signed before the registrar'),
      ]
    },
  }),
  divorceRule({
    at: ['issuance'], group: agreement, id: 'divorce.agreement-unaltered', source: 'guides', title: text('协议没有涂改', 'Agreement unaltered'), law: marriageNorms,
    asks: text('协议不得涂改；有改动的重新打印、重新签署。', 'Nothing in the agreement is struck out or added by hand; any change means printing and signing it again.'),
    check: ({ file }) => (!file.agreement.collected ? notYet('agreement.collected', '还没有收取离婚协议书', 'The agreement has not been collected yet') : file.agreement.unaltered ? pass : notYet('agreement.unaltered', '没有确认协议未经涂改；有改动的须重新打印', 'That nothing in the agreement was altered is not confirmed; a change means printing it again')),
  }),
  ...withOlderLaw({
    at: ['issuance'], group: 'divorce-interview', id: 'divorce.interviews', title: text('分别询问，制作笔录', 'Interviewed separately'), law: citations(marriageRegulation.cite(16), marriageNorms),
    asks: text('分开询问双方的离婚意愿和对协议内容的意愿，各有一份笔录，当事人阅读后签名并按指纹。', 'Each party is questioned alone about the will and the agreement; the record is read, signed and fingerprinted.'),
    check: ({ file, context }) =>
      ofEach((index, label) => {
        const interview = file.interviews[index]
        const field = `interviews.${index}`
        if (interview === null) return notYet(field, `还没有${label.zh}的询问笔录`, `${label.en} has not been interviewed yet`)
        if (!interview.alone) return fail(`${field}.alone`, `${label.zh}不是单独询问的，应当分开询问`, `${label.en} was not questioned alone`)
        if (interview.questions.length === 0) return notYet(`${field}.questions`, `${label.zh}的笔录没有问答`, `${label.en}: the record holds no question`)
        if (!interview.readBack || !interview.signed || !interview.fingerprint) return notYet(`${field}.${!interview.readBack ? 'readBack' : !interview.signed ? 'signed' : 'fingerprint'}`, `${label.zh}还没有阅读笔录、签名并按指纹`, `${label.en} has not read, signed and fingerprinted the record yet`)
        return interview.day <= context.day && (context.appearance === undefined || interview.day >= context.appearance.day) ? pass : fail(`${field}.day`, `${label.zh}的笔录日期不在到场领证之后`, `${label.en}: the record is not of this appearance`)
      }),
  }, marriageNorms2015.cite(56), 'confirmed'),
  divorceRule({
    at: ['issuance'], ground: 'refused', group: 'divorce-interview', id: 'divorce.interview-will', title: text('询问中的意愿', 'What they said alone'), law: citations(civilCode.cite(1076), civilCode.cite(1078)),
    asks: text('查明双方确实自愿离婚，并已对子女抚养、财产以及债务处理协商一致。', 'The office has made sure that both want the divorce and agree on children, property and debts.'),
    check: ({ file }) =>
      ofEach((index, label) => {
        const interview = file.interviews[index]
        if (interview === null) return notYet(`interviews.${index}`, `还没有${label.zh}的询问笔录`, `${label.en} has not been interviewed yet`)
        if (!interview.voluntary) return fail(`interviews.${index}.voluntary`, `${label.zh}在询问中表示不自愿离婚`, `${label.en} said not to divorce freely`)
        return interview.agreementConfirmed ? pass : fail(`interviews.${index}.agreementConfirmed`, `${label.zh}不认可协议内容`, `${label.en} does not stand by the agreement`)
      }),
  }),
  divorceRule({
    at: ['issuance'], group: 'declarations', id: 'divorce.declarations', source: 'guides', title: text('申请离婚登记声明书', 'Declaration of the divorce'), law: citations(divorceNotice, marriageNorms),
    asks: text('双方各填一份声明书：自愿、已达成协议、具有完全民事行为能力、材料真实；宣读、签名、按指纹、写明日期，登记员监誓签名。', 'Each fills in a declaration of free will, agreement, capacity and truth, reads it aloud, signs, fingerprints and dates it; the registrar signs as witness.'),
    check: ({ file, context }) =>
      ofEach((index, label) => {
        const declaration = file.declarations[index]
        const steps = [['voluntary', '声明自愿离婚', 'declared free will'], ['agreed', '声明达成协议', 'declared the agreement'], ['capacity', '声明民事行为能力', 'declared capacity'], ['truthful', '声明材料真实', 'declared the truth of the papers'], ['readAloud', '宣读声明书', 'read the declaration aloud'], ['signed', '在声明书上签名', 'signed the declaration'], ['fingerprint', '按指纹', 'given the fingerprint']] as const
        const missing = steps.find(([key]) => !declaration[key])
        if (missing !== undefined) return notYet(`declarations.${index}.${missing[0]}`, `${label.zh}还没有${missing[1]}`, `${label.en} has not ${missing[2]} yet`)
        if (declaration.signedOn === '') return notYet(`declarations.${index}.signedOn`, `${label.zh}的声明书没有日期`, `${label.en}: the declaration has no date`)
        if (!isCivilDate(declaration.signedOn) || declaration.signedOn > context.day) return fail(`declarations.${index}.signedOn`, `${label.zh}的声明日期晚于审查当日或者不存在`, `${label.en}: the declaration is dated after the decision, or on no day`)
        return declaration.witness !== '' && declaration.witnessSigned ? pass : notYet(`declarations.${index}.witness`, `${label.zh}的声明书还没有监誓人签名`, `${label.en}: the witness has not signed yet`)
      }),
  }),
  divorceRule({
    at: ['issuance'], group: 'photo', id: 'divorce.photos', source: 'guides', title: text('单人照片', 'Single photos'), law: marriageNorms,
    asks: text('每人 2 张 35 × 53 毫米近期半身免冠单人照片，不是合成。', 'Each brings two recent bareheaded single photos of 35 × 53 mm, not composed.'),
    check: ({ file }) =>
      ofEach((index, label) => {
        const photo = file.photos[index]
        const field = `photos.${index}`
        if (photo === null) return notYet(field, `还没有${label.zh}的照片`, `${label.en} has no photo yet`)
        if (Math.abs(photo.width / photo.height - 35 / 53) > 0.02) return fail(field, `${label.zh}的照片比例应为 35 × 53`, `${label.en}: the photo should be 35 × 53`)
        if (photo.width < 413 || photo.height < 625) return fail(field, `${label.zh}的照片不足 300 dpi（413 × 626 像素）`, `${label.en}: the photo has less than 300 dpi (413 × 626 pixels)`)
        if (!photo.recent || !photo.notComposed) return notYet(`${field}.${photo.recent ? 'notComposed' : 'recent'}`, `请确认${label.zh}的照片是近期单人照，不是合成`, `${label.en}: confirm a recent single photo that is not composed`)
        return photo.prints >= 2 ? pass : notYet(`${field}.prints`, `${label.zh}的照片应交 2 张`, `${label.en}: two prints are handed in`)
      }),
  }),
]
