import { text } from '../../domain/text.ts'
import { atRight, digestOf, feet, handDate, said, sealPlace, signature } from '../case/parts.ts'
import { line, two } from '../case/rows.ts'
import { plainDay } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table, type Row } from '../table.ts'
import { ownLayout } from './facts.ts'
import { drawWaiver, usedPolicies, waiverFacts, warnings } from './waiver.ts'

const version = '减免申领单 兰台 1'
const defaults = {
  statement: '本人已先行支付上列费用，现申领应减免的金额，请转入上列账户。所附材料真实，同一项目没有在其他地方享受减免。',
}

/** 惠民殡葬减免申领单: paid first, claimed where the policy says and until its day. */
export const claimSlip = paper<'burial.claimSlip'>({
  id: 'burial.claimSlip',
  title: text('惠民殡葬减免申领单', 'Claim slip'),
  version,
  from: '2009-12-03',
  source: text(`惠民殡葬政策规定在外地火化的先付后申领；${ownLayout[0]}`, `Policies let what was paid elsewhere be claimed; ${ownLayout[1]}`),
  needs: [text('按申领方式结算的减免', 'a waiver settled as a claim')],
  texts: defaults,
  facts: ({ record }) => ({ title: `惠民殡葬减免申领单 ${record.settled.number}`, author: record.officeName, number: record.folded.id, date: dateOfDay(record.settled.waiver.day) }),
  record: (request) => digestOf('burial.claimSlip', version, request, waiverFacts(request.record)),
  draw: (sheet, { record, texts }, code) => {
    const { waiver } = record.settled
    const claims = usedPolicies(record)
    const joined = (values: readonly string[]): string => [...new Set(values.filter((value) => value !== ''))].join('；')
    const papers = joined(claims.map(({ claimPapers }) => claimPapers))
    const flow = drawWaiver(sheet, record, '惠民殡葬减免申领单', [
      two(['发票日期', 'claim', plainDay(waiver.facts.days.invoice)], ['申领截止', 'claim', joined(claims.map(({ claimUntil }) => plainDay(claimUntil)))], 8.4),
      line('申领地点', 'claim', joined(claims.map(({ claimWhere }) => claimWhere)), 8.4, 11),
      line('应附材料', 'claim', papers, papers.length > 40 ? 12.5 : 8.4, 10.5),
    ], warnings(record))
    flow.need(74)
    flow.gap(1)
    const blank = (label: string): Row => ({ height: 9, cells: [{ width: 30, label }, { width: 140, blank: true }] })
    flow.y = table(sheet, 20, flow.y, [blank('收款户名'), blank('开户银行'), blank('银行账号')]) + 7
    flow.write('texts', said(defaults, texts, 'statement'), { size: 10.5, leading: 1.6 })
    const end = flow.y + 8
    signature(sheet, 20, end, '申领人（签名）：', 34, { size: 11 })
    handDate(sheet, 120, end, 10)
    signature(sheet, 20, end + 11, '受理人（签名）：', 34, { size: 11 })
    handDate(sheet, 120, end + 11, 10)
    signature(sheet, 20, end + 22, '审核人（签名）：', 34, { size: 11 })
    handDate(sheet, 120, end + 22, 10)
    atRight(sheet, 'officeName', 186, end, 60, record.officeName)
    sealPlace(sheet, 164, end + 10, 15, '受理单位印章')
    sheet.text('texts', 186, end + 22, plainDay(waiver.day), { size: 12, align: 'right' })
    feet(sheet, version, code)
  },
})
