import { decideRefusal, decideRegistration } from '../../domain/marriage/decide.ts'
import { runMarriageCheck } from '../../domain/marriage/check.ts'
import { requiredPapers } from '../../domain/marriage/papers-required.ts'
import { act } from '../case/act.ts'
import { decided, nextNumber, readSerials, requireBlanks, withOpinion } from '../case/decide.ts'
import { handedOver } from '../case/delivery.ts'
import { handle, type Handling } from '../door.ts'
import { routes } from '../schemas/index.ts'
import { contextOf } from './context.ts'
import { marriageSpec } from './spec.ts'

/** What only a marriage asks: its check, the decision, and the hand-over to both. */
export const decideHandlings: readonly Handling[] = [
  handle(routes.checkMarriage, async ({ house, body, account }) => {
    const day = body.day ?? house.today()
    const { file } = body
    const context = await contextOf(house, house.register.read, { file, day, stage: body.stage ?? 'typing', self: body.caseId, account })
    const { findings, passed, ready } = runMarriageCheck(file, context)
    return { findings: [...findings], passed, ready, required: requiredPapers(file, day).map(({ type, party, title, law, supplied }) => ({ type, party, title, law, supplied })) }
  }),

  handle(routes.registerMarriage, async (call) => {
    const { house, body, account } = call
    const office = await house.office()
    const serials = readSerials(body.serials)
    return act(marriageSpec, call, 'marriage.registered', async (tx, folded) => {
      const day = house.today()
      const context = await contextOf(house, tx, { file: folded.file, day, stage: 'decision', self: folded.id, account })
      const area = office.areaOn(day)
      const action = decided(decideRegistration(folded, context, { number: await nextNumber(house, tx, 'J', area, day), serials, officeName: office.name, area, registrar: account.id, opinion: withOpinion(body.opinion, office.settings['marriage.opinion']) }))
      await requireBlanks(tx, 'marriage', serials, ['serials.0', 'serials.1'])
      return action
    })
  }),

  handle(routes.refuseMarriage, async (call) => {
    const { house, body, account } = call
    return act(marriageSpec, call, 'marriage.refused', async (tx, folded) => decideRefusal(folded, await contextOf(house, tx, { file: folded.file, day: house.today(), stage: 'decision', self: folded.id, account }), body.grounds, account.id))
  }),

  handle(routes.deliverMarriage, async (call) => act(marriageSpec, call, 'marriage.delivered', (_tx, folded) => {
    const parties = handedOver(call.body.parties)
    return { kind: 'marriage.delivered', subject: folded.id, body: { day: call.house.today(), parties } }
  })),
]
