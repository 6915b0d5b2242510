import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { SettledWaiver, WaiverAction } from './actions.ts'
import type { SettledItem, WaiverFacts } from './facts.ts'
import type { WaiverPolicy } from './policy.ts'
import type { Quote } from './quote.ts'
import { quote } from './quote.ts'

/** What a quote leaves to be stored: figures and words as they were printed. */
export const settledOf = (quoted: Quote, facts: WaiverFacts): SettledWaiver => ({
  facts, mode: facts.mode, day: quoted.day, actualFen: quoted.actualFen, waivedFen: quoted.waivedFen, selfPaidFen: quoted.selfPaidFen,
  grants: quoted.grants.map((grant) => ({ policy: grant.policy, layer: grant.layer, class: grant.class.id, counted: grant.class.counted, waivedFen: grant.waivedFen, bearers: grant.bearers.map(({ bearer, fen }) => ({ bearer, fen })) })),
  lines: quoted.lines.map((line) => ({ id: line.id, item: line.item, policy: line.grant, actualFen: line.actualFen, capFen: line.capFen, waivedFen: line.waivedFen, selfPaidFen: line.selfPaidFen })),
  explanation: quoted.explanation.map(({ zh, en }) => ({ zh, en })),
})

/** The items a settlement waived, as the next quote for the same person must be told. */
export const settledItems = (waiver: SettledWaiver, reference: string): readonly SettledItem[] => {
  const items = new Map<SettledItem['item'], SettledItem>()
  for (const line of waiver.lines) {
    if (line.waivedFen === 0) continue
    const before = items.get(line.item)
    items.set(line.item, { item: line.item, reference, day: waiver.day, policy: line.policy, waivedFen: (before?.waivedFen ?? 0) + line.waivedFen })
  }
  return [...items.values()]
}

/** Decides a settlement: what the quote gives, once nothing that it asks is open. Throws `invalid` at the field for a claim past its deadline or for what cannot be, `findings` with the questions while one is open, `wrong_state` where nothing is waived. */
export const decideSettlement = (policies: readonly WaiverPolicy[], facts: WaiverFacts, given: { readonly caseId: string; readonly day: string; readonly registrar: string; readonly number: string }): Extract<WaiverAction, { kind: 'waiver.settled' }> => {
  const quoted = quote(policies, facts, given.day)
  const twice = quoted.lines.findIndex((line) => line.status === 'alreadyWaived')
  const again = quoted.lines[twice]
  if (again !== undefined) throw new LantaiError('conflict', again.message, `lines.${twice}.item`, again.earlier)
  if (quoted.answer === 'no') {
    const late = quoted.policies.flatMap((policy) => policy.reasons).find((reason) => reason.kind === 'deadline' && reason.answer === 'no')
    if (late !== undefined) throw new LantaiError('invalid', late.message, late.field)
    throw new LantaiError('wrong_state', text('没有适用的减免政策', 'No waiver policy applies'), 'lines', quoted.policies)
  }
  // Who pays may be settled later; who gets what may not.
  const [first] = quoted.questions
  if (first !== undefined) throw new LantaiError('findings', first.message, first.field, quoted.questions)
  if (quoted.waivedFen === 0) throw new LantaiError('wrong_state', text('没有可以减免的金额', 'There is nothing to waive'), 'lines')
  return { kind: 'waiver.settled', subject: given.caseId, body: { waiver: settledOf(quoted, facts), registrar: given.registrar, number: given.number } }
}

/** Decides to take a settlement back as a further line of the day it is taken back on; the first is never edited. Throws `invalid` without a reason or before its day, `second_person` without another registrar. */
export const decideReversal = (settled: { readonly caseId: string; readonly number: string; readonly waivedFen: number; readonly day?: string }, by: SecondPerson & { readonly day: string }): Extract<WaiverAction, { kind: 'waiver.reversed' }> => {
  const told = requireSecondPerson(by, { reason: text('请写明撤销减免的理由', 'Say why the waiver is taken back'), second: text('撤销减免须由另一人复核', 'Taking a waiver back needs a second person') })
  if (settled.day !== undefined && civilDate(by.day, 'day') < settled.day) throw new LantaiError('invalid', text('撤销日期早于减免日期', 'It is taken back before it was given'), 'day')
  return { kind: 'waiver.reversed', subject: settled.caseId, body: { number: settled.number, day: by.day, waivedFen: settled.waivedFen }, ...told }
}
