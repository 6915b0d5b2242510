import type { Reads, Transaction } from '../../db/contract.ts'
import type { Action } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Call } from '../door.ts'
import type { House } from '../house.ts'
import { ownEntries, readCase } from './reply.ts'
import type { CoreCase, CoreSpec, ReadCase } from './spec.ts'

/** What every act of a case is asked with. */
export type ActCall<B extends { readonly revision: number }> = Call<{ readonly id: string }, unknown, B>

const quicker = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, house: House, read: ReadCase<C>): Promise<LantaiError> => {
  const last = ownEntries(spec, read.entries).at(-1)
  if (last === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  const who = await house.nameOf(last.actor)
  const what = spec.titles[last.action.kind] ?? text('修改', 'Amend')
  return new LantaiError('conflict', text(`${who}刚办了“${what.zh}”，请刷新后再办。您录入的内容还在。`, `${who} has just done “${what.en}”; reload and look. What you typed is still there.`), 'revision', { revision: read.folded.revision })
}

/** What is done in the same transaction once an act stands: a note in another case, say. */
export type Afterwards<C> = (tx: Transaction, folded: C) => Promise<void>

/**
 * Does one act of a case: inside the write transaction the case is read and folded anew, the revision compared, the action made and recorded.
 * Throws `not_found`, `conflict` with who was quicker, `wrong_state`, and what `make` throws.
 */
export const act = async <C extends CoreCase, R, B extends { readonly revision: number }>(spec: CoreSpec<C, R>, call: ActCall<B>, kind: string, make: (tx: Transaction, folded: C) => Promise<Action> | Action, afterwards?: Afterwards<C>): Promise<R> => {
  const { house, params, body, account, session } = call
  const after = await house.register.transact(call.actor(), async (tx): Promise<ReadCase<C>> => {
    const read = await readCase(spec, tx, params.id)
    if (read.folded.revision !== body.revision) throw await quicker(spec, house, read)
    spec.requireAllowed(read.folded, kind, house.today())
    const entry = await tx.record(await make(tx, read.folded))
    const folded = spec.applied(read.folded, entry)
    await afterwards?.(tx, folded)
    return { folded, entries: [...read.entries, entry] }
  })
  session.viewed.add(params.id)
  return spec.reply(house, account, after)
}

type Asked = Pick<Call<unknown, unknown, unknown>, 'house' | 'session' | 'actor'>

/** Puts on record, once a session and case, that somebody looked at it; says whether it did (个人信息保护: every look is logged). */
export const recordView = async (call: Asked, caseId: string, what: string): Promise<boolean> => {
  if (call.session.viewed.has(caseId)) return false
  await call.house.register.transact(call.actor(), (tx) => tx.record({ kind: 'record.viewed', subject: caseId, body: { caseId, what, purpose: '' } }))
  call.session.viewed.add(caseId)
  return true
}

/** Reads a case for its page, with the look at it on record. */
export const viewCase = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, call: Asked, id: string, reads: Reads = call.house.register.read): Promise<ReadCase<C>> => {
  const read = await readCase(spec, reads, id)
  return (await recordView(call, id, spec.id)) ? readCase(spec, reads, id) : read
}
