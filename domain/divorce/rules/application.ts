import { isMarriedStatus } from '../../codes/person.ts'
import { isCivilDate } from '../../dates.ts'
import { citations, civilCode, marriageNorms, marriageRegulation, marriageRegulation2003 } from '../../law.ts'
import { hasPaper, lastNetworkCheck, partyIndexes, partyLabel } from '../../marriage/context.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { borrowPersonRules } from '../../marriage/rules/borrow.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import { ofEach } from '../context.ts'
import type { DivorceFacts } from '../context.ts'
import { divorceNotice } from '../law.ts'
import { divorceRule, withOlderLaw } from './make.ts'
import type { DivorceRule } from './make.ts'

const both = ['acceptance', 'issuance'] as const
const conditions = 'divorce-conditions'

/** Rules on who the parties are and who decides, the same as at every counter. */
export const personRules: readonly DivorceRule[] = borrowPersonRules<DivorceFacts>({
  window: 'divorce', from: '2021-01-01', toMarriage: (facts) => facts.persons,
  lawOf: (rule) => (rule.id.endsWith('.2003') ? marriageRegulation2003.cite(11) : rule.law.zh.includes('《婚姻登记条例》第八条') ? marriageRegulation.cite(15) : rule.law.zh.includes('《婚姻登记条例》第十条') ? marriageRegulation.cite(16) : rule.law),
}).map((rule): DivorceRule => ({ ...rule, at: both }))

export const applicationRules: readonly DivorceRule[] = [
  ...withOlderLaw({
    at: ['acceptance'], group: conditions, id: 'divorce.together', title: text('双方共同到场', 'Both come together'), law: citations(civilCode.cite(1076), marriageRegulation.cite(13)),
    asks: text('夫妻双方签订书面离婚协议，亲自共同到婚姻登记机关申请；一方到场不能受理。', 'Both come in person and together to apply; one alone cannot be accepted.'),
    check: ({ file }) => (file.application.together ? pass : notYet('application.together', '双方没有共同到场，不能受理', 'Both have to come together')),
  }, citations(civilCode.cite(1076), marriageRegulation2003.cite(10))),
  ...withOlderLaw({
    at: ['acceptance', 'issuance'], ground: 'both', group: conditions, id: 'divorce.agreement-reached', title: text('达成离婚协议', 'Agreement reached'), law: marriageRegulation.cite(14, 1),
    asks: text('双方达成离婚协议；未达成的不予受理。', 'Both have agreed to divorce; without an agreement the application is not accepted.'),
    check: ({ file }) => (file.application.agreed === 'yes' ? pass : file.application.agreed === 'no' ? fail('application.agreed', '双方没有达成离婚协议', 'The parties have reached no agreement') : notYet('application.agreed', '还没有问双方是否达成离婚协议', 'Whether they have agreed has not been asked yet')),
  }, marriageRegulation2003.cite(12, 1)),
  ...withOlderLaw({
    at: ['acceptance', 'issuance'], ground: 'both', group: conditions, id: 'divorce.capacity', title: text('民事行为能力', 'Capacity'), law: marriageRegulation.cite(14, 2),
    asks: text('双方都是完全民事行为能力人；无或者限制民事行为能力的不予受理。', 'Both have full capacity; with none or limited capacity the application is not accepted.'),
    check: ({ file }) =>
      ofEach((index, label) => {
        const field = `application.capacity.${index}`
        const capacity = file.application.capacity[index]
        if (capacity === 'full') return pass
        if (capacity === '') return notYet(field, `还没有确认${label.zh}的民事行为能力`, `${label.en}: capacity has not been established yet`)
        return fail(field, `${label.zh}${capacity === 'none' ? '无' : '为限制'}民事行为能力人，离婚应当向人民法院提起诉讼`, `${label.en} has ${capacity === 'none' ? 'no' : 'limited'} capacity; that divorce goes to court`)
      }),
  }, marriageRegulation2003.cite(12, 2)),
  ...withOlderLaw({
    at: ['acceptance', 'issuance'], ground: 'both', group: conditions, id: 'divorce.place', title: text('在内地登记的婚姻', 'Registered in the mainland'), law: citations(marriageRegulation.cite(14, 3), divorceNotice),
    asks: text('结婚登记在中国内地办理（含中国驻外使领馆）；其他的不予受理。', 'The marriage was registered in the mainland, or at a Chinese embassy or consulate; others are not accepted.'),
    check: ({ file }) => {
      const { place } = file.marriage
      if (place === '') return notYet('marriage.place', '还没有填写结婚登记在哪里办理', 'Where the marriage was registered has not been entered yet')
      return place === 'elsewhere' ? fail('marriage.place', '其结婚登记不是在中国内地办理的，不予受理', 'The marriage was not registered in the mainland and the application is not accepted') : pass
    },
  }, citations(marriageRegulation2003.cite(12, 3), divorceNotice)),
  divorceRule({
    at: ['acceptance', 'issuance'], group: conditions, id: 'divorce.voluntary', ground: 'refused', title: text('自愿离婚', 'Free will'), law: civilCode.cite(1076),
    asks: text('双方都说明自愿离婚。', 'Both say that they divorce of their own free will.'),
    check: ({ file }) =>
      ofEach((index, label) => {
        const field = `application.voluntary.${index}`
        const said = file.application.voluntary[index]
        return said === 'yes' ? pass : said === 'no' ? fail(field, `${label.zh}不自愿离婚`, `${label.en} does not divorce freely`) : notYet(field, `还没有问${label.zh}是否自愿离婚`, `${label.en} has not been asked about free will yet`)
      }),
  }),
  divorceRule({
    at: both, group: conditions, id: 'divorce.marriage-named', title: text('要解除的婚姻', 'The marriage that is to end'), law: citations(marriageRegulation.cite(15), divorceNotice),
    asks: text('写明结婚证字号、登记机关和登记日期，旧证号按原样填写。', 'Number, office and day of the marriage are given; an older number as it is printed.'),
    check: ({ file, context }) => {
      const { caseId, number, office, day } = file.marriage
      if (caseId !== '' && context.marriage === undefined) return fail('marriage.caseId', '登记簿中没有这个结婚案件', 'The register has no such marriage case')
      const missing = number === '' ? ['marriage.number', '结婚证字号', 'number'] : office === '' ? ['marriage.office', '登记机关', 'office'] : day === '' ? ['marriage.day', '登记日期', 'day'] : undefined
      if (missing !== undefined) return notYet(missing[0] as string, `还没有填写结婚的${missing[1]}`, `The ${missing[2]} of the marriage is missing`)
      if (!isCivilDate(day)) return fail('marriage.day', `日期 ${day} 不存在`, `The day ${day} does not exist`)
      if (day > context.day) return fail('marriage.day', '结婚日期晚于办理当日', 'The marriage lies after the day of the act')
      const kept = context.marriage
      if (kept === undefined) return pass
      if (kept.number !== number) return fail('marriage.number', `登记簿中的字号是 ${kept.number}`, `The register has the number ${kept.number}`)
      return kept.day === day ? pass : fail('marriage.day', `登记簿中的登记日期是 ${kept.day}`, `The register has the day ${kept.day}`)
    },
  }),
  divorceRule({
    at: both, group: conditions, id: 'divorce.marriage-parties', source: 'derived', title: text('双方是这一婚姻的夫妻', 'The spouses of that marriage'), law: civilCode.cite(1076),
    asks: text('当事人的身份证件号与结婚登记中的一致。', 'The identity numbers are those of the marriage in the register.'),
    check: ({ context, persons }) => {
      const kept = context.marriage
      if (kept === undefined) return notApplicable
      const wrong = partyIndexes.find((index) => kept.identityNumbers[index] !== persons.readings[index].number)
      return wrong === undefined ? pass : fail(`parties.${wrong}.identityNumber`, `${partyLabel(wrong).zh}的证件号码与结婚登记 ${kept.number} 中的不同`, `${partyLabel(wrong).en}: the identity number is not the one of ${kept.number}`)
    },
  }),
  divorceRule({
    at: both, group: conditions, id: 'divorce.marriage-stands', title: text('婚姻仍然存续', 'The marriage still stands'), law: citations(civilCode.cite(1076), civilCode.cite(1080)),
    asks: text('所要解除的婚姻没有因离婚、无效、撤销而终止。', 'The marriage has not ended by divorce, as void, by annulment or by revocation.'),
    check: ({ context }) => {
      const kept = context.marriage
      if (kept === undefined) return notApplicable
      const how: Readonly<Record<string, readonly [string, string]>> = { divorced: ['已经离婚', 'is divorced'], void: ['已被宣告无效', 'was declared void'], annulled: ['已被撤销', 'was annulled'], revoked: ['登记已被撤销', 'has had its registration revoked'], ended: ['已经终止', 'has ended'], open: ['还没有登记', 'is not registered yet'], none: ['没有登记或者登记已作废', 'was never registered, or was voided'] }
      const [zh, en] = how[kept.standing] ?? []
      return zh === undefined ? pass : fail('marriage.caseId', `结婚登记 ${kept.number} ${zh}，不能再申请离婚登记`, `The marriage ${kept.number} ${en}; there is nothing to divorce`)
    },
  }),
  divorceRule({
    at: ['acceptance'], group: conditions, id: 'divorce.second-application', source: 'derived', title: text('没有正在办理的离婚申请', 'No other application running'), law: civilCode.cite(1077),
    asks: text('任何一方没有正在冷静期或者领证期内的离婚登记申请。', 'Neither party has an application in its cooling-off period or issuance window.'),
    check: ({ context }) =>
      ofEach((index, label) => {
        const match = context.register.find((entry) => entry.party === index && entry.window === 'divorce' && entry.standing === 'open')
        return match === undefined ? pass : fail(`parties.${index}.identityNumber`, `${label.zh}已有离婚登记申请正在办理（${match.caseId}），不能再次申请`, `${label.en} has an application running already (${match.caseId})`)
      }),
  }),
  divorceRule({
    at: both, group: 'identity', id: 'divorce.man-and-woman', title: text('一男一女', 'A man and a woman'), law: citations(civilCode.cite(1076), marriageNorms), source: 'derived',
    asks: text('男方在前，女方在后，号码不同。', 'The man stands first, the woman second, with different numbers.'),
    check: ({ file, persons }) => {
      const [man, woman] = file.parties
      if (man.sex !== '' && man.sex !== '1') return fail('parties.0.sex', '左边应为男方', 'The man stands first')
      if (woman.sex !== '' && woman.sex !== '2') return fail('parties.1.sex', '右边应为女方', 'The woman stands second')
      const [a, b] = persons.readings
      return a.number !== '' && a.number === b.number && man.nationality === woman.nationality ? fail('parties.1.identityNumber', '双方证件号码相同', 'Both carry the same identity number') : pass
    },
  }),
  ...withOlderLaw({
    at: both, group: 'papers', id: 'divorce.marriage-certificates', title: text('本人的结婚证', 'Each party’s own marriage certificate'), law: citations(marriageRegulation.cite(15), divorceNotice),
    asks: text('出具本人的结婚证。一本遗失的，书面声明遗失，可以凭另一本办理；两本都遗失的，书面声明并提交加盖印章的结婚登记档案复印件。', 'Each brings the own booklet. With one lost a written statement will do beside the other; with both lost a stamped copy of the marriage file is needed too.'),
    check: ({ file }) => {
      const { certificates, lostStatements, fileCopy } = file.marriage
      const outcomes = ofEach((index, label) => {
        if (certificates[index] === '') return notYet(`marriage.certificates.${index}`, `${label.zh}还没有出具结婚证`, `${label.en} has not shown the marriage certificate yet`)
        if (certificates[index] === 'lost' && !lostStatements[index]) return notYet(`marriage.lostStatements.${index}`, `${label.zh}的结婚证遗失，还没有书面声明`, `${label.en}: the certificate is lost and the written statement is missing`)
        return pass
      })
      const lost = certificates[0] === 'lost' && certificates[1] === 'lost'
      return [...outcomes, lost && !fileCopy ? notYet('marriage.fileCopy', '双方结婚证都遗失的，应当提交加盖档案保管部门印章的结婚登记档案复印件', 'With both certificates lost a stamped copy of the marriage file is needed') : pass]
    },
  }, citations(marriageRegulation2003.cite(11), divorceNotice)),
  ...withOlderLaw({
    at: both, group: 'papers', id: 'divorce.papers', title: text('身份证件', 'Identity papers'), law: marriageRegulation.cite(15),
    asks: text('按身份类别出具身份证件；港澳台居民另有本地身份证；军人另有军人证件和证明；不收户口簿。', 'Each shows the identity paper of the kind of person, with the local card from Hong Kong, Macao and Taiwan and the military papers of servicemen; no household book.'),
    check: ({ file, persons }) =>
      partyIndexes.flatMap((index): Outcome[] => {
        const party = file.parties[index]
        const label = partyLabel(index)
        const wanted = [['identity', '身份证件', 'identity paper'], ...(['hongkong', 'macao', 'taiwan'].includes(party.kind) ? [['localIdentity', '本地居民身份证', 'local identity card']] : []), ...(party.military ? [['militaryCard', '军人证件', 'military card'], ['militaryProof', '军人婚姻登记证明', 'military proof']] : [])]
        const missing = wanted.filter(([type = '']) => !hasPaper(persons.file, type, index)).map(([type, zh, en]) => notYet(`papers.${type}.${index}`, `缺少${label.zh}的${zh}`, `${label.en}: missing ${en}`))
        return missing.length === 0 ? [pass] : missing
      }),
  }, marriageRegulation2003.cite(11)),
  divorceRule({
    at: both, group: 'papers', id: 'divorce.nothing-extra', severity: 'information', from: '2025-05-10', title: text('不收户口簿，不收费', 'No household book, no fee'), law: citations(marriageRegulation.cite(6), marriageRegulation.cite(15)),
    asks: text('离婚登记不需要户口簿，不收取任何费用。', 'No household book is asked for and nothing is charged.'),
    check: ({ file }) => {
      const at = file.papers.findIndex((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt')
      return at < 0 ? pass : asks(`papers.${at}`, '不需要户口簿，也不收费，请退还当事人', 'Neither a household book nor a fee is asked for; give it back')
    },
  }),
  divorceRule({
    at: ['acceptance'], group: 'papers', id: 'divorce.application-form', title: text('离婚登记申请书', 'Application form'), law: divorceNotice,
    asks: text('双方现场填写《离婚登记申请书》，各自签名并按指纹。', 'Both fill in the application on the spot and each signs and fingerprints it.'),
    check: ({ file }) => {
      const { filledOnSpot, signed, fingerprint } = file.application
      return [
        filledOnSpot ? pass : notYet('application.filledOnSpot', '《离婚登记申请书》应当现场填写', 'The application is filled in on the spot'),
        ...ofEach((index, label) => (!signed[index] ? notYet(`application.signed.${index}`, `${label.zh}还没有在申请书上签名`, `${label.en} has not signed the application yet`) : !fingerprint[index] ? notYet(`application.fingerprint.${index}`, `${label.zh}还没有在申请书上按指纹`, `${label.en} has not fingerprinted the application yet`) : pass)),
      ]
    },
  }),
  divorceRule({
    at: ['acceptance'], group: 'divorce-agreement', id: 'divorce.agreement-at-application', source: 'guides', title: text('申请时收取协议', 'Agreement at the application'), law: citations(marriageRegulation.cite(13), divorceNotice),
    asks: text('本机关设置为申请时收取离婚协议书的，受理前收取；默认在发证时收取。', 'Where the office collects the agreement at the application it is there before the acceptance; by default it is collected at the issuance.'),
    check: ({ file, context }) => (!context.settings.agreementAtApplication ? notApplicable : file.agreement.collected ? pass : notYet('agreement.collected', '还没有收取离婚协议书', 'The agreement has not been collected yet')),
  }),
  divorceRule({
    at: both, group: 'network', id: 'divorce.network-check', severity: 'answer', source: 'guides', title: text('联网核对', 'Network check'), law: citations(marriageRegulation.cite(4), marriageNorms),
    asks: text('对双方的身份和婚姻状况联网核对，结果记录在案；核对不了的写明原因。', 'Identity and marital status of both are checked over the network and recorded; where that fails the reason is written down.'),
    check: ({ persons, context }) =>
      ofEach((index, label) => {
        const check = lastNetworkCheck(persons.file, index)
        const field = `networkChecks.${index}`
        if (check === undefined) return notYet(field, `${label.zh}还没有联网核对`, `${label.en} has not been checked over the network yet`)
        if (check.checkedAt.slice(0, 10) > context.day) return fail(field, `${label.zh}的核对日期晚于办理当日`, `${label.en}: the check lies after the day of the act`)
        if (check.identity === 'unavailable') return asks(field, `${label.zh}的联网核对没有结果`, `${label.en}: the network gave no result`)
        return check.identity === 'match' || check.proof.trim() !== '' ? pass : asks(field, `${label.zh}的身份核对不一致，须由当事人证明`, `${label.en}: the network identity differs and has to be proved`)
      }),
  }),
  divorceRule({
    at: both, group: 'network', id: 'divorce.network-married', severity: 'answer', source: 'derived', title: text('核对为已婚', 'Network says married'), law: citations(civilCode.cite(1076), civilCode.cite(1080)),
    asks: text('联网核对的婚姻状况应为已婚；不是的，问明是否已经法院判决、调解离婚。', 'The network should say married; where it does not, ask about a divorce by a court.'),
    check: ({ persons }) =>
      ofEach((index, label) => {
        const status = lastNetworkCheck(persons.file, index)?.maritalStatus ?? ''
        if (status === '') return notApplicable
        return isMarriedStatus(status) ? pass : asks(`networkChecks.${index}`, `联网核对${label.zh}不是已婚，请问明是否已由法院判决或者调解离婚，写明依据`, `The network does not say that ${label.en.toLowerCase()} is married; ask about a divorce by a court and write down why you go on`)
      }),
  }),
  divorceRule({
    at: both, group: 'duty', id: 'divorce.counselling', severity: 'information', from: '2025-05-10', title: text('调解和辅导', 'Mediation and counselling'), law: marriageRegulation.cite(17),
    asks: text('可以提供婚姻家庭辅导和调解，由当事人自愿；发现家庭暴力的告知求助途径。', 'Counselling and mediation may be offered and are free to take; victims of violence are told where to turn.'),
    check: ({ file, context }) => (context.typing || file.counselling.offered ? notApplicable : asks('counselling.offered', '可以告知双方有婚姻家庭辅导服务，由其自愿选择', 'You may tell both that counselling is there if they wish')),
  }),
]
