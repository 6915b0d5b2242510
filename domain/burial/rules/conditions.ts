import { citations } from '../../law.ts'
import { asks, fail, notApplicable, notYet, pass } from '../../outcome.ts'
import { findCode } from '../../codes/types.ts'
import { text } from '../../text.ts'
import { holdKinds } from '../codes.ts'
import type { BurialRule } from '../context.ts'
import { disputeRegulation, funeralRegulation, funeralRegulation2012, infectionLaw } from '../law.ts'
import { burialRule, withOlderLaw } from './make.ts'

const leaving = ['cremation', 'transportOut', 'bodyBurial'] as const

/** Rules on whether the act may be done at all. */
export const conditionRules: readonly BurialRule[] = [
  ...withOlderLaw({
    at: leaving, group: 'burial-conditions', id: 'burial.hold', source: 'derived', title: text('没有暂缓处理的情形', 'Nothing on hold'), law: citations(funeralRegulation.cite(26), funeralRegulation.cite(30), disputeRegulation.cite(26)),
    asks: text('公安机关要求保留、死因明显不符、死因争议待尸检、身份不明待处理的，解除前不得火化。', 'Kept for the police, a contradicted or disputed cause, an unidentified body: not cremated before the release.'),
    check: ({ holds }) => (holds.length === 0 ? pass : holds.map((hold) => fail('holds', `遗体暂缓处理：${findCode(holdKinds, hold.kind)?.zh ?? hold.kind}（${hold.day}），解除后才能办理`, `On hold: ${findCode(holdKinds, hold.kind)?.en ?? hold.kind} (${hold.day}); it has to be released first`))),
  }, citations(funeralRegulation2012.cite(13), disputeRegulation.cite(26)), 'derived'),
  burialRule({
    at: ['intake', 'cremation'], group: 'burial-conditions', id: 'burial.cause', title: text('遗体与死因', 'The body and its cause of death'), law: funeralRegulation.cite(26),
    asks: text('接收时对照死亡证明；遗体与所载死因明显不符的，立即报告公安机关并暂缓。', 'The body is compared with the certificate; where it plainly contradicts the stated cause, the police are told at once and the case is held.'),
    check: ({ file }) => {
      if (file.kind !== 'body') return notApplicable
      const { intake } = file
      if (!intake.certificateCompared || intake.contradictsCause === '') return notYet(intake.certificateCompared ? 'intake.contradictsCause' : 'intake.certificateCompared', '还没有对照死亡证明查看遗体', 'The body has not been compared with the certificate yet')
      return intake.contradictsCause === 'no' || intake.policeReport.trim() !== '' ? pass : fail('intake.policeReport', '遗体与死因明显不符，应立即报告公安机关并登记', 'The body contradicts the cause; tell the police at once and enter the report')
    },
  }),
  burialRule({
    at: ['intake', 'cremation', 'transportOut'], group: 'burial-conditions', id: 'burial.provider', title: text('由殡仪馆办理', 'Done by a funeral home'), law: funeralRegulation.cite(25),
    asks: text('遗体接运、存放、防腐、整容、火化只能由殡仪馆办理。', 'Transport, storage, preservation, grooming and cremation are done by funeral homes only.'),
    check: ({ context }) => (context.provider.kind === 'funeralHome' ? pass : fail('provider', '办理单位不是殡仪馆，不能接运、存放、火化遗体', 'The provider is no funeral home and may not transport, store or cremate')),
  }),
  burialRule({
    at: ['cremation', 'transportOut'], group: 'burial-conditions', id: 'burial.storage', severity: 'answer', title: text('存放期限', 'Time of storage'), law: funeralRegulation.cite(27),
    asks: text('遗体存放一般不超过三日；超过的由丧属或者移交单位办理延期并付费。', 'A body is in general kept for up to three days; for longer, the family or whoever handed it over arranges an extension and pays.'),
    check: ({ file, timer, context }) => {
      if (file.kind !== 'body' || timer === undefined || timer.usualUntil === '') return notApplicable
      const local = timer.beyondLocal ? [asks('extensions', `已超过本地规定的存放期限（${timer.localUntil}）`, `Past the local limit of storage (${timer.localUntil})`)] : []
      return timer.overdue ? [asks('extensions', `存放已到 ${timer.until}，截至 ${context.day} 没有延期手续`, `The storage was covered until ${timer.until}; there is no extension to ${context.day}`), ...local] : local.length > 0 ? local : pass
    },
  }),
  burialRule({
    at: ['cremation', 'transportOut', 'bodyBurial'], group: 'burial-conditions', id: 'burial.infection', from: '2025-09-01', title: text('传染病死亡', 'Dead of an infectious disease'), law: infectionLaw.cite(71),
    asks: text('患甲类传染病、炭疽死亡的，立即消毒并就近火化，不得外运、土葬；其他传染病按需处理，并及时告知家属。', 'Class-A disease or anthrax: disinfected at once and cremated nearby, neither transported out nor buried; other diseases as needed, and the family is told.'),
    check: ({ file, context }) => {
      const { infectious } = file.deceased
      if (file.kind !== 'body') return notApplicable
      if (infectious === '') return notYet('deceased.infectious', '还没有填写是否因传染病死亡', 'Whether the death was of an infectious disease has not been entered yet')
      if (infectious !== 'classA') return pass
      if (context.stage !== 'cremation') return fail('deceased.infectious', '患甲类传染病、炭疽死亡的应就近火化，不能外运或者土葬', 'After a class-A disease or anthrax the body is cremated nearby')
      return file.intake.disinfected ? pass : fail('intake.disinfected', '患甲类传染病、炭疽死亡的应立即消毒', 'After a class-A disease or anthrax the body is disinfected at once')
    },
  }),
  ...withOlderLaw({
    at: ['bodyBurial'], group: 'burial-conditions', id: 'burial.ground', title: text('可以土葬', 'Burial of a body'), law: citations(funeralRegulation.cite(8), funeralRegulation.cite(9)),
    asks: text('火化区内除尊重少数民族丧葬习俗外应当火化；土葬改革区内可以在规定地点安葬。', 'In a cremation area bodies are cremated, ethnic customs apart; in a burial area they may be buried where that is allowed.'),
    check: ({ context }) => {
      const given = context.burialGround
      if (given === undefined || given.reason.trim() === '') return notYet('burialGround', '还没有写明土葬的理由', 'The reason for a burial has not been entered yet')
      if (given.ground === 'protectedGroup') return pass
      return context.cremationArea === 'no' ? pass : context.cremationArea === 'unknown' ? notYet('cremationArea', '还没有查明是否属于火化区', 'Whether this is a cremation area has not been found out yet') : fail('burialGround', '当日属于火化区，应当火化', 'On this day it is a cremation area')
    },
  }, funeralRegulation2012.cite(4), 'general'),
  burialRule({
    at: ['placement'], group: 'burial-conditions', id: 'burial.placement-proof', title: text('凭证安葬', 'Placed against a certificate'), law: funeralRegulation.cite(35),
    asks: text('墓位、格位凭死亡证明、火化证明等提供。', 'A plot or niche is given against death certificate, cremation certificate or the like.'),
    check: ({ file, cremated }) => (cremated || file.certificate.number.trim() !== '' ? pass : notYet('certificate.number', '没有火化记录，也没有死亡证明', 'There is neither a cremation nor a death certificate')),
  }),
]
