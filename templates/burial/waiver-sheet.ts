import { text } from '../../domain/text.ts'
import { atRight, digestOf, feet, handDate, said, sealPlace, signature } from '../case/parts.ts'
import { plainDay } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { ownLayout } from './facts.ts'
import { drawWaiver, waiverFacts, warnings } from './waiver.ts'

const version = '减免结算单 兰台 1'
const defaults = {
  statement: '上列减免已经逐项说明，减免金额在结算时直接抵减，不折算现金；本人对项目、金额没有异议。',
}

/** 惠民殡葬减免结算单: what was waived at the till and why, line by line. */
export const waiverSheet = paper<'burial.waiverSheet'>({
  id: 'burial.waiverSheet',
  title: text('惠民殡葬减免结算单', 'Waiver sheet'),
  version,
  from: '2009-12-03',
  source: text(`惠民殡葬政策要求减免逐项列明；${ownLayout[0]}`, `Waiver policies ask that every item be listed; ${ownLayout[1]}`),
  needs: [text('已结算的减免', 'a settled waiver')],
  texts: defaults,
  facts: ({ record }) => ({ title: `惠民殡葬减免结算单 ${record.settled.number}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.settled.waiver.day) }),
  record: (request) => digestOf('burial.waiverSheet', version, request, waiverFacts(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const flow = drawWaiver(sheet, record, '惠民殡葬减免结算单', [], warnings(record))
    flow.need(44)
    flow.gap(2)
    flow.write('texts', said(defaults, texts, 'statement'), { size: 10.5, leading: 1.6 })
    const end = flow.y + 12
    atRight(sheet, 'homeName', 186, end, 60, record.homeName === '' ? record.officeName : record.homeName)
    sealPlace(sheet, 164, end + 4, 15, '单位印章')
    sheet.text('texts', 186, end + 9, plainDay(record.settled.waiver.day), { size: 12, align: 'right' })
    signature(sheet, 20, end, '承办人（签名）：', 34, { size: 11 })
    handDate(sheet, 120, end, 10)
    signature(sheet, 20, end + 12, '经办人（签名）：', 34, { size: 11 })
    feet(sheet, version, code)
  },
})
