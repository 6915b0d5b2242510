import type { Transaction } from '../../db/contract.ts'
import { LantaiError } from '../../domain/error.ts'
import type { MarriageAction, MarriageActionKind } from '../../domain/marriage/actions.ts'
import { actionTitles, applyMarriage, nextMarriageState, type MarriageCase } from '../../domain/marriage/fold.ts'
import { text } from '../../domain/text.ts'
import type { Call } from '../door.ts'
import type { House } from '../house.ts'
import type { MarriageCase as CaseReply } from '../schemas/marriage.ts'
import { caseReply, readCase, type ReadCase } from './case.ts'

/** What every act of a case is asked with. */
export type ActCall<B extends { readonly revision: number }> = Call<{ readonly id: string }, unknown, B>

const quicker = async (house: House, read: ReadCase): Promise<LantaiError> => {
  const last = read.entries.findLast((entry) => entry.action.kind.startsWith('marriage.'))
  if (last === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  const who = await house.nameOf(last.actor)
  const what = actionTitles[last.action.kind as MarriageActionKind]
  return new LantaiError('conflict', text(`${who}刚办了“${what.zh}”，请刷新后再办。您录入的内容还在。`, `${who} has just done “${what.en}”; reload and look. What you typed is still there.`), 'revision', { revision: read.folded.revision })
}

/**
 * Does one act of a case: inside the write transaction the case is read and folded anew, the revision compared, the action made and recorded.
 * Throws `not_found`, `conflict` with who was quicker, `wrong_state`, and what `make` throws.
 */
export const act = async <B extends { readonly revision: number }>(call: ActCall<B>, kind: MarriageActionKind, make: (tx: Transaction, folded: MarriageCase) => Promise<MarriageAction> | MarriageAction): Promise<CaseReply> => {
  const { house, params, body, account, session } = call
  const after = await house.register.transact(call.actor(), async (tx): Promise<ReadCase> => {
    const read = await readCase(tx, params.id)
    if (read.folded.revision !== body.revision) throw await quicker(house, read)
    nextMarriageState(read.folded.state, kind)
    const entry = await tx.record(await make(tx, read.folded))
    return { folded: applyMarriage(read.folded, entry as Parameters<typeof applyMarriage>[1]), entries: [...read.entries, entry] }
  })
  session.viewed.add(params.id)
  return caseReply(house, account, after)
}

/** Puts on record, once a session and case, that somebody looked at it; says whether it did (个人信息保护: every look is logged). */
export const recordView = async (call: Pick<Call<unknown, unknown, unknown>, 'house' | 'session' | 'actor'>, caseId: string, what: string): Promise<boolean> => {
  if (call.session.viewed.has(caseId)) return false
  await call.house.register.transact(call.actor(), (tx) => tx.record({ kind: 'record.viewed', subject: caseId, body: { caseId, what, purpose: '' } }))
  call.session.viewed.add(caseId)
  return true
}
