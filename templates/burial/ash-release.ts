import { text } from '../../domain/text.ts'
import { digestOf, said } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { fill, plainDay } from '../case/words.ts'
import type { BurialRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { deceasedOf, deceasedRows, from2026, ownLayout, personRows, required, writtenDay } from './facts.ts'
import { drawSlip } from './slip.ts'
import { deceasedNumber, headOf, owners } from './words.ts'

const version = '领灰证明 兰台 1'
const defaults = {
  statement: '上列{owner}的骨灰已于{day}由领取人从本馆领取，经当面核对姓名和编号无误，特此证明。',
  use: '领取人办理骨灰安葬、安放或者寄存时，应当出示本证明和火化证明。',
}

/** Before the ashes are handed over the slip is printed for signing, with the takers' lines blank. */
const factsOf = ({ folded }: BurialRecord) => {
  const cremation = required(folded.cremation, '还没有在本馆火化', 'Nothing was cremated here yet')
  return { cremation, released: folded.ashesReleased, certificate: folded.certificates.at(-1)?.number ?? cremation.number }
}

/** 领灰证明: who took the ashes and when, above the stub that is signed. */
export const ashRelease = paper<'burial.ashRelease'>({
  id: 'burial.ashRelease',
  title: text('领灰证明', 'Ash-release slip'),
  version, from: from2026,
  source: text(`省级系统有此文书（编号字头 LZ），${ownLayout[0]}`, `A provincial system has this paper (prefix LZ); ${ownLayout[1]}`),
  needs: [text('火化记录', 'the cremation')],
  texts: defaults,
  facts: ({ record }) => ({ title: `领灰证明 ${record.folded.ashesReleased?.number ?? record.folded.id}`, author: record.homeName, number: record.folded.id, date: dateOfDay(record.folded.ashesReleased?.day ?? factsOf(record).cremation.day) }),
  record: (request) => {
    const { cremation, released, certificate } = factsOf(request.record)
    return digestOf('burial.ashRelease', version, request, { deceased: deceasedOf(request.record.folded), cremation: cremation.day, homeName: cremation.homeName, certificate, released: released && { number: released.number, day: released.day, to: released.to }, sample: request.record.sample })
  },
  draw: (sheet, { record, texts }, code) => {
    const { folded, sample } = record
    const { cremation, released, certificate } = factsOf(record)
    const { kind, deceased } = folded.file
    const owner = owners[kind]
    const collector = released?.to ?? { name: '', identityNumber: '', relation: '' as const }
    drawSlip(sheet, {
      title: headOf(kind, '领灰证明'), number: released?.number ?? '', version, sample, issuer: cremation.homeName, day: writtenDay(released?.day ?? ''), seal: '殡仪馆印章',
      rows: [
        ...deceasedRows(folded, 11),
        two(['火化日期', 'cremation', plainDay(cremation.day)], ['火化证编号', 'number', certificate], 11),
        ...personRows('领取人', 'collector', collector, owner, 11),
      ],
      body: [['texts', fill(said(defaults, texts, 'statement'), { owner, day: writtenDay(released?.day ?? '') })], ['texts', said(defaults, texts, 'use')]],
      stub: {
        rows: [
          two([`${owner}姓名`, 'deceased.name', deceased.name], ['证件号码', 'deceased.identityNumber', deceasedNumber(deceased)], 7.2),
          ...personRows('领取人', 'collector', collector, owner, 7.2),
          line('火化证编号', 'number', certificate, 7.2),
        ],
        remark: '骨灰已经当面核对领取。', signer: '领取人（签名）：',
      },
    }, code)
  },
})
