import { LantaiError } from '../../domain/error.ts'
import { runMarriageCheck } from '../../domain/marriage/check.ts'
import { applyMarriage, type MarriageCase } from '../../domain/marriage/fold.ts'
import { requiredPapers } from '../../domain/marriage/papers-required.ts'
import { text } from '../../domain/text.ts'
import { newId } from '../ids.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import { act, recordView } from './act.ts'
import { caseReply, readCase } from './case.ts'
import { contextOf } from './context.ts'
import { requireFiles, requireIntake } from './intake.ts'

/** Up to the decision: check, open, look, amend, network check, giving up. */
export const counterHandlings: readonly Handling[] = [
  handle(routes.checkMarriage, async ({ house, body, account }) => {
    const day = body.day ?? house.today()
    const { file } = body
    const context = await contextOf(house, house.register.read, { file, day, stage: body.stage ?? 'typing', self: body.caseId, account })
    const { findings, passed, ready } = runMarriageCheck(file, context)
    return { findings: [...findings], passed, ready, required: requiredPapers(file, day).map(({ type, party, title, law, supplied }) => ({ type, party, title, law, supplied })) }
  }),

  handle(routes.openMarriage, async ({ house, body, account, session, actor }) => {
    await requireIntake(house, body.file, {})
    await requireFiles(house, body.file)
    const id = newId('m', house.now())
    const entry = await house.register.transact(actor(), async (tx) => {
      const opened = await tx.record({ kind: 'marriage.opened', subject: id, body: { file: body.file } })
      if (body.draft !== undefined) await tx.deleteDraft(body.draft)
      return opened
    })
    session.viewed.add(id)
    return caseReply(house, account, { folded: applyMarriage(undefined, entry as Parameters<typeof applyMarriage>[1]), entries: [entry] })
  }),

  handle(routes.getMarriage, async (call) => {
    const { house, params, account } = call
    const read = await readCase(house.register.read, params.id)
    const isNew = await recordView(call, params.id, 'marriage')
    return caseReply(house, account, isNew ? await readCase(house.register.read, params.id) : read)
  }),

  handle(routes.amendMarriage, async (call) => {
    const { house, body } = call
    if (Object.keys(body.changes).length === 0) throw new LantaiError('invalid', text('没有改动。', 'Nothing is changed.'), 'changes')
    await requireFiles(house, body.changes, call.params.id)
    return act(call, 'marriage.amended', async (tx, folded) => {
      await requireIntake(house, body.changes, folded.file)
      if (body.draft !== undefined) await tx.deleteDraft(body.draft)
      return { kind: 'marriage.amended', subject: folded.id, body: { changes: body.changes } }
    })
  }),

  handle(routes.recordNetworkCheck, async (call) => {
    const { house, body, account } = call
    const { party, identity, maritalStatus, note, proof } = body
    if (maritalStatus !== '' && !/^(10|2[0-3]|30|40|90)$/.test(maritalStatus)) throw new LantaiError('invalid', text('没有这个婚姻状况代码(GB/T 2261.2)', 'There is no such code of marital status (GB/T 2261.2)'), 'maritalStatus')
    return act(call, 'marriage.checked', (_tx, folded: MarriageCase) => ({
      kind: 'marriage.checked', subject: folded.id, body: { check: { party, identity, maritalStatus, checkedAt: house.instant(), operator: account.id, note, proof } },
    }))
  }),

  handle(routes.abandonMarriage, async (call) => act(call, 'marriage.abandoned', (_tx, folded) => ({ kind: 'marriage.abandoned', subject: folded.id, body: { day: call.house.today() }, reason: call.body.reason }))),
]
