import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { deceasedOf, deceasedRows, from2026, ownLayout, personRows, required } from './facts.ts'
import { drawSlip } from './slip.ts'
import { deceasedNumber, headOf, owners, placeWords } from './words.ts'

const version = '骨灰寄存证 兰台 1'
const defaults = {
  statement: '上列{owner}的骨灰寄存于本处，寄存期自{from}起至{to}止。',
  rules: '寄存人凭本证和本人身份证件祭扫、续期或者取出骨灰；期满前应当办理续期或者取出手续。本证遗失的，请及时到寄存处挂失补办；不得转让、涂改。',
}

/** The term as it was agreed first, and how it was extended. */
const factsOf = ({ folded }: BurialRecord) => {
  const deposit = required(folded.deposit, '骨灰没有寄存', 'The ashes were not deposited')
  return { deposit, extensions: folded.depositExtensions }
}

/** 骨灰寄存证: where the ashes lie, who holds the place, from when to when, with its stub. */
export const depositCertificate = paper<'burial.depositCertificate'>({
  id: 'burial.depositCertificate',
  title: text('骨灰寄存证', 'Deposit certificate'),
  version, from: from2026,
  source: text(`省级系统有此证（编号字头 JJZ），${ownLayout[0]}`, `A provincial system has this certificate (prefix JJZ); ${ownLayout[1]}`),
  needs: [text('寄存记录', 'the deposit')],
  texts: defaults,
  facts: ({ record }) => ({ title: `骨灰寄存证 ${factsOf(record).deposit.number}`, author: record.homeName, number: record.folded.id, date: dateOfDay(factsOf(record).deposit.day) }),
  record: (request) => {
    const { record } = request
    const { deposit: { number, day, place, holder, to }, extensions } = factsOf(record)
    return digestOf('burial.depositCertificate', version, request, { deceased: deceasedOf(record.folded), homeName: record.homeName, number, day, place, holder, phone: record.folded.file.agent.phone, to, extensions: extensions.map((one) => ({ day: one.day, to: one.to })), cremation: record.folded.cremation?.day ?? record.folded.elsewhere?.day, sample: record.sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, sample, homeName } = record
    const { deposit, extensions } = factsOf(record)
    const { kind, deceased, agent } = folded.file
    const owner = owners[kind]
    const phone = agent.name === deposit.holder.name ? agent.phone : ''
    const told = extensions.map((one) => `${plainDay(one.day)}续至${plainDay(one.to)}`).join('；')
    drawSlip(sheet, {
      title: headOf(kind, '骨灰寄存证'), number: deposit.number, version, sample, issuer: deposit.place.facilityName === '' ? homeName : deposit.place.facilityName, day: plainDay(deposit.day), seal: '寄存处印章',
      rows: [
        ...deceasedRows(folded, 9),
        two(['火化日期', 'cremation', plainDay(folded.cremation?.day ?? folded.elsewhere?.day ?? '')], ['联系电话', 'agent.phone', phone], 9),
        line('寄存位置', 'place', placeWords(deposit.place), 10, 13),
        ...personRows('寄存人', 'holder', deposit.holder, owner, 9),
        two(['寄存起始', 'place', plainDay(deposit.day)], ['寄存期满', 'place', plainDay(deposit.to)], 9),
        line('续期记录', 'place', told === '' ? '无' : told, extensions.length > 2 ? 13 : 9, 10.5),
        line('取出记录', 'place', folded.ashesReleased !== null && folded.ashesReleased.day >= deposit.day ? `${plainDay(folded.ashesReleased.day)}由${folded.ashesReleased.to.name}领取` : '', 9, 10.5),
      ],
      body: [['texts', fill(said(defaults, texts, 'statement'), { owner, from: plainDay(deposit.day), to: plainDay(deposit.to) })], ['texts', said(defaults, texts, 'rules')]],
      stub: {
        rows: [
          two([`${owner}姓名`, 'deceased.name', deceased.name], ['证件号码', 'deceased.identityNumber', deceasedNumber(deceased)], 7.2),
          line('寄存位置', 'place', placeWords(deposit.place), 7.2),
          two(['寄存人', 'holder.name', deposit.holder.name], ['证件号码', 'holder.identityNumber', deposit.holder.identityNumber], 7.2),
          line('寄存期', 'place', `${plainDay(deposit.day)}至${plainDay(deposit.to)}`, 7.2),
        ],
        remark: '', signer: '寄存人（签名）：',
      },
    }, code)
  },
})
