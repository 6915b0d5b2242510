import { civilDate } from '../../../domain/dates.ts'
import { itemGroups, itemGroupTitles, titleOf } from '../../../domain/waiver/codes.ts'
import { findClaimDeadline } from '../../../domain/waiver/eligibility.ts'
import type { WaiverFacts } from '../../../domain/waiver/facts.ts'
import type { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import { quote, type Quote } from '../../../domain/waiver/quote.ts'
import type { Finding } from '../../../domain/rule.ts'
import { recordView } from '../../case/act.ts'
import { readCase } from '../../case/reply.ts'
import { within } from '../../case/fields.ts'
import { handle, type Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import type { Quote as QuoteReply } from '../../schemas/waiver.ts'
import { burialSpec } from '../cases/spec.ts'
import { atCase, billFindings, factsOf, policiesHere } from './facts.ts'

/** Last day for a claim under the policies that this one could go by: the first of their deadlines, empty without any. */
const claimUntil = (policies: readonly WaiverPolicy[], facts: WaiverFacts, quoted: Quote): string => {
  if (facts.mode !== 'claim') return ''
  const asked = new Set(quoted.policies.filter(({ answer, reasons }) => answer !== 'no' || reasons.some((reason) => reason.kind === 'deadline' && reason.answer === 'no')).map(({ policy }) => policy))
  const deadlines: string[] = policies.filter(({ id }) => asked.has(id)).map((policy) => findClaimDeadline(policy, facts) ?? '').filter((last) => last !== '')
  return deadlines.sort()[0] ?? ''
}

/** A quote as the door tells it. */
const quoteReply = (policies: readonly WaiverPolicy[], facts: WaiverFacts, quoted: Quote, findings: readonly Finding[]): QuoteReply => ({
  answer: quoted.answer, day: civilDate(quoted.day), actualFen: quoted.actualFen, waivedFen: quoted.waivedFen, selfPaidFen: quoted.selfPaidFen,
  byGroup: itemGroups.map((group) => ({ group, title: itemGroupTitles[group], fen: quoted.byGroup[group] })),
  lines: quoted.lines.map(({ id, item, group, actualFen, capFen, waivedFen, selfPaidFen, status, grant, clause, message, cuts, earlier }) => ({ id, item, title: titleOf(item), group, actualFen, capFen, waivedFen, selfPaidFen, status, grant, clause, message, cuts: cuts.map((cut) => ({ message: cut.message, fen: cut.fromFen - cut.toFen })), earlier })),
  policies: quoted.policies.map(({ policy, title, document, documentNumber, verified, answer, reasons, questions }) => ({ policy, title, document, documentNumber, verified, answer, reasons: reasons.map((reason) => ({ answer: reason.answer, message: reason.message })), questions: [...questions] })),
  grants: quoted.grants.map((grant) => ({
    id: grant.id, policy: grant.policy, title: quoted.policies.find(({ policy }) => policy === grant.policy)?.title ?? grant.class.title, kind: grant.kind, className: grant.class.title, counted: grant.class.counted, caseCapFen: grant.caseCapFen, beforeCapFen: grant.beforeCapFen, waivedFen: grant.waivedFen,
    caseCuts: grant.caseCuts.map(({ item, fen }) => ({ item, title: titleOf(item), fen })), bearers: grant.bearers.map(({ bearer, title, fen }) => ({ bearer, title, fen })),
  })),
  questions: [...quoted.questions], explanation: [...quoted.explanation], claimUntil: claimUntil(policies, facts, quoted), findings: [...findings],
})

/** What is waived and why, asked without saving anything. */
export const quoteHandlings: readonly Handling[] = [
  handle(routes.quoteWaiver, async (call) => {
    const { house, body } = call
    const { read } = house.register
    const day = body.day ?? house.today()
    if ('facts' in body) {
      const { facts, policy } = body
      const policies = policy === undefined ? await policiesHere(house, read, day) : [policy]
      return within('facts', Object.keys(facts), () => quoteReply(policies, facts, quote(policies, facts, day), []))
    }
    const { folded: whole } = await readCase(burialSpec, read, body.caseId)
    await recordView(call, whole.id, burialSpec.id)
    const [policies, facts, findings] = await Promise.all([policiesHere(house, read, day), factsOf(read, whole, body.bill, body.flags), billFindings(house, read, body.bill, day)])
    return atCase('waiver.question', () => quoteReply(policies, facts, quote(policies, facts, day), findings))
  }),
]
