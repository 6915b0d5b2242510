import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { newId } from '../ids.ts'
import { handle, type Handling } from '../door.ts'
import { act, viewCase } from './act.ts'
import { requireFiles } from './intake.ts'
import type { CaseRoutes, OpeningRoutes } from './routes.ts'
import type { AnyCase, CaseSpec, CoreCase, CoreSpec } from './spec.ts'

/** How a case begins: opened, looked at, amended. */
export const openingHandlings = <C extends CoreCase, R>(spec: CoreSpec<C, R>, routes: OpeningRoutes<C, R>): readonly Handling[] => [
  handle(routes.open, async ({ house, body, account, session, actor }) => {
    await spec.requireIntake(house, body.file, {})
    await requireFiles(spec, house, body.file)
    const id = newId(spec.letter, house.now())
    const entry = await house.register.transact(actor(), async (tx) => {
      const opened = await tx.record(spec.begin?.(house, id, body) ?? { kind: spec.opening, subject: id, body: { file: body.file } })
      if (body.draft !== undefined) await tx.deleteDraft(body.draft)
      return opened
    })
    session.viewed.add(id)
    return spec.reply(house, account, { folded: spec.applied(undefined, entry), entries: [entry] })
  }),

  handle(routes.get, async (call) => spec.reply(call.house, call.account, await viewCase(spec, call, call.params.id))),

  handle(routes.amend, async (call) => {
    const { house, body } = call
    if (Object.keys(body.changes).length === 0) throw new LantaiError('invalid', text('没有改动。', 'Nothing is changed.'), 'changes')
    await requireFiles(spec, house, body.changes, call.params.id)
    return act(spec, call, `${spec.id}.amended`, async (tx, folded) => {
      await spec.requireIntake(house, body.changes, folded.file)
      if (body.draft !== undefined) await tx.deleteDraft(body.draft)
      return spec.amend?.(house, folded, body.changes) ?? { kind: `${spec.id}.amended`, subject: folded.id, body: { changes: body.changes } }
    })
  }),
]

/** Up to the decision: open, look, amend, network check, giving up. */
export const counterHandlings = <C extends AnyCase, R>(spec: CaseSpec<C, R>, routes: Pick<CaseRoutes<C, R>, 'open' | 'get' | 'amend' | 'networkCheck' | 'abandon'>): readonly Handling[] => [
  ...openingHandlings(spec, routes),

  handle(routes.networkCheck, async (call) => {
    const { house, body, account } = call
    const { party, identity, maritalStatus, note, proof } = body
    if (maritalStatus !== '' && !/^(10|2[0-3]|30|40|90)$/.test(maritalStatus)) throw new LantaiError('invalid', text('没有这个婚姻状况代码(GB/T 2261.2)', 'There is no such code of marital status (GB/T 2261.2)'), 'maritalStatus')
    return act(spec, call, `${spec.id}.checked`, (_tx, folded) => ({
      kind: `${spec.id}.checked`, subject: folded.id, body: { check: { party, identity, maritalStatus, checkedAt: house.instant(), operator: account.id, note, proof } },
    }))
  }),

  handle(routes.abandon, async (call) => act(spec, call, `${spec.id}.abandoned`, (_tx, folded) => ({ kind: `${spec.id}.abandoned`, subject: folded.id, body: { day: call.house.today() }, reason: call.body.reason }))),
]
