import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { titleOf } from './codes.ts'
import { money, yuan } from './money.ts'
import type { Grant, PolicyAnswer, Quote, QuotedLine } from './quote.ts'

/** The reasons of a quote in words, in the order in which they are printed on the waiver sheet. */

const join = (parts: readonly Text[], zh: string, en: string): Text => text(parts.map((part) => part.zh).join(zh), parts.map((part) => part.en).join(en))
const answers = { yes: text('适用', 'applies'), no: text('不适用', 'does not apply'), unknown: text('待查明', 'to be found out') } as const

const policyWords = (policy: PolicyAnswer): Text => {
  const unseen = text('文号未见', 'document number not seen')
  const document = text(`${policy.document === '' ? '' : `《${policy.document}》`}（${policy.documentNumber === '' ? unseen.zh : policy.documentNumber}${policy.verified ? '' : '，未核对原文'}）`, ` (${policy.policy}${policy.documentNumber === '' ? `, ${unseen.en}` : ''}${policy.verified ? '' : ', not verified'})`)
  return text(`政策 ${policy.title.zh}${document.zh}：${answers[policy.answer].zh}`, `Policy ${policy.title.en}${document.en}: ${answers[policy.answer].en}`)
}

const clause = (value: Text): Text => (value.zh === '' ? text('', '') : text(`（${value.zh}）`, ` (${value.en})`))

const lineWords = (line: QuotedLine): Text => {
  const item = titleOf(line.item)
  const cap = line.capFen === null ? text('不限', 'none') : money(line.capFen)
  const head = text(`${item.zh}：实际 ${money(line.actualFen).zh}，限额 ${cap.zh}，减免 ${money(line.waivedFen).zh}，自付 ${money(line.selfPaidFen).zh}${clause(line.clause).zh}`, `${item.en}: actual ${money(line.actualFen).en}, cap ${cap.en}, waived ${money(line.waivedFen).en}, self-paid ${money(line.selfPaidFen).en}${clause(line.clause).en}`)
  const why = line.status === 'uncovered' || line.status === 'pending' || line.status === 'alreadyWaived' ? [line.message] : line.cuts.map((cut) => cut.message)
  return why.length === 0 ? head : join([head, join(why, '；', '; ')], '。', '. ')
}

const grantWords = (grant: Grant): readonly Text[] => {
  const given: Text[] = [text(`对象 ${grant.class.title.zh}${clause(grant.class.clause).zh}，减免 ${money(grant.waivedFen).zh}`, `Class ${grant.class.title.en}${clause(grant.class.clause).en}: ${money(grant.waivedFen).en} waived`)]
  if (grant.caseCapFen !== null) given.push(text(`每具封顶 ${money(grant.caseCapFen).zh}：各项合计 ${money(grant.beforeCapFen).zh}${grant.caseCuts.length === 0 ? '，未超' : `，依次削减 ${grant.caseCuts.map(({ item, fen }) => `${titleOf(item).zh} ${yuan(fen)}元`).join('、')}`}`, `Case cap ${money(grant.caseCapFen).en}: the items come to ${money(grant.beforeCapFen).en}${grant.caseCuts.length === 0 ? ', within it' : `; cut in this order: ${grant.caseCuts.map(({ item, fen }) => `${titleOf(item).en} ${yuan(fen)} yuan`).join(', ')}`}`))
  if (grant.bearers.length > 0) given.push(text(`负担：${grant.bearers.map(({ title, fen }) => `${title.zh} ${yuan(fen)}元`).join('、')}`, `Borne by: ${grant.bearers.map(({ title, fen }) => `${title.en} ${yuan(fen)} yuan`).join(', ')}`))
  return given
}

/** Says why a quote came out as it did: policies and documents, reasons and clauses, each line, the order of the cuts, who pays, what is still asked. */
export const explain = (quoted: Omit<Quote, 'explanation'>): readonly Text[] => [
  ...quoted.policies.flatMap((policy) => [policyWords(policy), ...policy.reasons.map((reason) => (reason.clause === undefined ? reason.message : join([reason.message, clause(reason.clause)], '', '')))]),
  ...quoted.lines.map(lineWords),
  ...quoted.grants.flatMap(grantWords),
  text(`合计：实际 ${money(quoted.actualFen).zh}，减免 ${money(quoted.waivedFen).zh}，自付 ${money(quoted.selfPaidFen).zh}（其中四项基本服务减免 ${money(quoted.byGroup.basic).zh}，守灵厅租用减免 ${money(quoted.byGroup.vigil).zh}）`, `Total: actual ${money(quoted.actualFen).en}, waived ${money(quoted.waivedFen).en}, self-paid ${money(quoted.selfPaidFen).en} (the four basic items ${money(quoted.byGroup.basic).en}, vigil-hall rent ${money(quoted.byGroup.vigil).en})`),
  ...[...quoted.questions, ...quoted.bearerQuestions].map(({ message }) => text(`待查明：${message.zh}`, `To be found out: ${message.en}`)),
]
