import { isCivilDate } from '../../dates.ts'
import { citations } from '../../law.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import type { Outcome } from '../../rule.ts'
import { text } from '../../text.ts'
import { certificateFaults, findDeceasedKey, identityFaults } from '../certificate.ts'
import type { BurialFacts, BurialRule } from '../context.ts'
import { certificateNotice2013, certificateNotice2026, funeralRegulation, funeralRegulation2012 } from '../law.ts'
import { burialRule, withOlderLaw } from './make.ts'

const leaving = ['cremation', 'transportOut', 'bodyBurial'] as const
const personOf = ({ file }: BurialFacts) => ({ name: file.deceased.name, identityType: file.deceased.identityType, identityNumber: file.deceased.identityNumber, manner: file.deceased.manner })

/** Rules on who it is and what papers are there. */
export const paperRules: readonly BurialRule[] = [
  burialRule({
    at: ['intake', ...leaving], group: 'burial-deceased', id: 'burial.deceased', from: '2013-01-01', source: 'general', title: text('逝者信息', 'The deceased'), law: citations(funeralRegulation.cite(26), funeralRegulation.cite(28)),
    asks: text('写明逝者姓名、证件和死亡日期；没有身份证件的，姓名和证件类型都写“无”。', 'Name, paper and day of death of the deceased are entered; without any paper both are written “none”.'),
    check: (facts) => {
      const { file, context } = facts
      if (file.kind !== 'body') return notApplicable
      const { name, identityType, identityNumber, death } = file.deceased
      const number: readonly Outcome[] = identityType !== 'none' && identityNumber === '' ? [notYet('deceased.identityNumber', '还没有录入逝者的证件号码', 'The identity number of the deceased has not been entered yet')] : identityFaults(personOf(facts), { sampleOffice: context.settings.sampleOffice, on: context.day }).map(({ field, message }) => fail(field, message.zh, message.en))
      return [
        name === '' ? notYet('deceased.name', '还没有录入逝者姓名', 'The name of the deceased has not been entered yet') : pass,
        ...number,
        death === '' ? notYet('deceased.death', '还没有录入死亡日期', 'The day of death has not been entered yet') : !isCivilDate(death) ? fail('deceased.death', `没有 ${death} 这一天`, `There is no day ${death}`) : death > context.day ? fail('deceased.death', '死亡日期晚于办理当日', 'The death lies after the day of the act') : pass,
      ]
    },
  }),
  ...withOlderLaw({
    at: leaving, group: 'burial-papers', id: 'burial.certificate', title: text('死亡证明', 'Death certificate'), law: citations(funeralRegulation.cite(23), funeralRegulation.cite(28), certificateNotice2013, certificateNotice2026),
    asks: text('凭死亡证明办理：2026年6月30日以前出具的为四联旧版（凭第四联），7月1日起出具的为新版；未经救治的非正常死亡由公安机关出具。', 'By the death certificate: issued until 2026-06-30 the four-part form (part 4), from 2026-07-01 the new one; the police certify a death that was neither normal nor treated.'),
    check: (facts) => {
      const { certificate, kind, deceased } = facts.file
      if (kind !== 'body') return notApplicable
      if (certificate.kind === '' || certificate.number.trim() === '') return notYet(certificate.kind === '' ? 'certificate.kind' : 'certificate.number', '还没有收取死亡证明', 'The death certificate has not been collected yet')
      if (deceased.manner === '') return notYet('deceased.manner', '还没有填写死亡类型（正常、非正常）', 'The manner of death has not been entered yet')
      if (!certificate.seen) return notYet('certificate.seen', '还没有核对死亡证明原件（电子证明）', 'The certificate itself has not been seen yet')
      const order: readonly Outcome[] = certificate.issuedOn > facts.context.day ? [fail('certificate.issuedOn', '死亡证明的出具日期晚于办理当日', 'The certificate was issued after the day of the act')] : deceased.death !== '' && isCivilDate(certificate.issuedOn) && certificate.issuedOn < deceased.death ? [fail('certificate.issuedOn', '死亡证明的出具日期早于死亡日期', 'The certificate was issued before the death')] : []
      const found = [...order, ...certificateFaults(certificate, personOf(facts), facts.context.settings).map(({ field, message }) => fail(field, message.zh, message.en))]
      return found.length === 0 ? pass : found
    },
  }, citations(funeralRegulation2012.cite(13), certificateNotice2013), 'confirmed'),
  burialRule({
    at: ['cremation'], group: 'burial-papers', id: 'burial.origin', from: '2013-01-01', source: 'general', title: text('残肢、骨骸的来源', 'Where limbs and bones come from'), law: funeralRegulation.title,
    asks: text('残肢写明医疗机构和证明，骨骸写明迁坟文件；都不计入火化遗体数。', 'For a limb the hospital and its paper, for bones the relocation; neither is counted among the bodies.'),
    check: ({ file }) => {
      const { kind, origin } = file
      if (kind === 'body') return notApplicable
      if (kind === 'bones') return origin.relocation.trim() === '' ? notYet('origin.relocation', '还没有填写迁坟（起掘）文件', 'The paper of the relocation has not been entered yet') : pass
      return origin.hospital.trim() === '' || origin.document.trim() === '' ? notYet(origin.hospital.trim() === '' ? 'origin.hospital' : 'origin.document', '还没有填写医疗机构及其证明', 'The hospital and its paper have not been entered yet') : pass
    },
  }),
  burialRule({
    at: ['cremation'], group: 'burial-papers', id: 'burial.consent', title: text('火化确认书', 'Confirmation of the cremation'), law: funeralRegulation.cite(28),
    asks: text('火化前由丧事承办人签署火化确认书。', 'The agent signs the confirmation before the cremation.'),
    check: ({ file, context }) => {
      const { consent } = file
      if (!consent.signed) return notYet('consent.signed', '还没有签署火化确认书', 'The confirmation has not been signed yet')
      if (consent.signer.trim() === '' || consent.relation === '') return notYet(consent.signer.trim() === '' ? 'consent.signer' : 'consent.relation', '还没有填写签署人及其与逝者的关系', 'Who signed, and the relation to the deceased, have not been entered yet')
      if (consent.signedOn === '') return notYet('consent.signedOn', '火化确认书没有日期', 'The confirmation carries no date')
      if (!isCivilDate(consent.signedOn) || consent.signedOn > context.day) return fail('consent.signedOn', '火化确认书的日期晚于办理当日或者不存在', 'The confirmation is dated after the day of the act, or on no day')
      return file.deceased.death !== '' && consent.signedOn < file.deceased.death ? fail('consent.signedOn', '火化确认书的日期早于死亡日期', 'The confirmation is dated before the death') : pass
    },
  }),
  burialRule({
    at: ['transportOut'], group: 'burial-papers', id: 'burial.acceptance', title: text('目的地接收证明', 'Acceptance at the destination'), law: funeralRegulation.cite(29),
    asks: text('运往外地的，出示目的地民政部门的遗体接收证明。', 'To leave the area the family shows the acceptance of civil affairs at the destination.'),
    check: ({ context }) => {
      const { acceptance } = context
      if (acceptance === undefined || acceptance.number.trim() === '' || acceptance.issuer.trim() === '') return notYet('acceptance.number', '还没有出示目的地民政部门的接收证明', 'The acceptance of civil affairs at the destination has not been shown yet')
      if (acceptance.issuedOn === '') return notYet('acceptance.issuedOn', '接收证明没有日期', 'The acceptance carries no date')
      return isCivilDate(acceptance.issuedOn) && acceptance.issuedOn <= context.day ? pass : fail('acceptance.issuedOn', '接收证明的日期晚于办理当日或者不存在', 'The acceptance is dated after the day of the act, or on no day')
    },
  }),
  ...withOlderLaw({
    at: ['cremation'], group: 'burial-conditions', id: 'burial.once', source: 'derived', title: text('一人只火化一次', 'One cremation for one person'), law: funeralRegulation.cite(28),
    asks: text('同一逝者已经火化的，不得再次办理；残肢、骨骸另计。', 'Somebody who was cremated is not cremated again; limbs and bones are other cases.'),
    check: (facts) => {
      const { file, context, caseId } = facts
      if (file.kind !== 'body') return notApplicable
      if (facts.cremated) return fail('deceased.identityNumber', '本案已经火化', 'This case has been cremated already')
      const key = findDeceasedKey(file.deceased, file.certificate)
      if (key === undefined) return notYet('deceased.identityNumber', '没有证件号码或者证明编号，不能查重', 'Without an identity or certificate number nobody can tell')
      const before = context.cremations.find((known) => known.kind === 'body' && known.key === key && known.caseId !== caseId)
      return before === undefined ? pass : fail('deceased.identityNumber', `这位逝者已于 ${before.day} 火化（${before.number}），不能再次火化`, `This person was cremated on ${before.day} (${before.number}) and is not cremated again`)
    },
  }, funeralRegulation2012.cite(13), 'derived'),
  burialRule({
    at: leaving, group: 'burial-papers', id: 'burial.agent', severity: 'answer', from: '2013-01-01', source: 'general', title: text('丧事承办人', 'The agent'), law: funeralRegulation.cite(28),
    asks: text('写明承办人及其与逝者的关系和电话；无人承办的写明由哪个机关办理。', 'The agent is named with relation and telephone; where there is none, the authority that acts.'),
    check: ({ file }) => (file.agent.name.trim() === '' || file.agent.relation === '' ? asks(file.agent.name.trim() === '' ? 'agent.name' : 'agent.relation', '没有填写承办人或者其与逝者的关系', 'The agent, or the relation to the deceased, is not entered') : pass),
  }),
]
