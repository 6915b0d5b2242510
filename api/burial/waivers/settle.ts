import { burialActionTitles } from '../../../domain/burial/fold.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { titleOf } from '../../../domain/waiver/codes.ts'
import type { SettleMode } from '../../../domain/waiver/facts.ts'
import { decideReversal, decideSettlement } from '../../../domain/waiver/settle.ts'
import { getSettlement } from '../../../domain/waiver/settlements.ts'
import { pricesOn } from '../../../domain/burial/prices.ts'
import { act } from '../../case/act.ts'
import { handle, type Handling } from '../../door.ts'
import { maskName } from '../../masks.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { burialSpec } from '../cases/spec.ts'
import type { WholeCase } from '../cases/whole.ts'
import { nextPaperNumber } from '../numbers.ts'
import { atCase, factsOf, policiesHere, requireListed } from './facts.ts'

/** How a waiver of a case is settled: at the till where this home cremated, by a claim where another one did. Throws `wrong_state` for a case that no waiver is for. */
const modeOf = ({ file, folded }: WholeCase): SettleMode => {
  if (file.kind !== 'body') throw new LantaiError('wrong_state', text('残肢和骨骸不办理减免', 'Limbs and bones get no waiver'), 'file.kind')
  if (folded.cremation !== null) return 'till'
  if (folded.elsewhere !== null || folded.transportedOut !== null) return 'claim'
  throw new LantaiError('wrong_state', text(`减免在火化后结算：请先登记${burialActionTitles['burial.cremated'].zh}或者异地火化`, 'A waiver is settled after the cremation; record it first, or the cremation elsewhere'), 'bill.mode')
}

const modeWords = { till: text('本馆火化的在馆结算时直接减免，不用申领', 'Cremated here, it is settled at the till and not claimed'), claim: text('在外地火化的先付后申领，不能在馆结算', 'Cremated elsewhere, it is paid first and claimed') } as const

/** Waivers settled, taken back, and listed. */
export const settleHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.settleWaiver, async (call) => {
    const { house, account, body: { bill } } = call
    return act(burialSpec, call, 'waiver.settled', async (tx, whole) => {
      const day = house.today()
      const mode = modeOf(whole)
      if (bill.mode !== mode) throw new LantaiError('invalid', modeWords[mode], 'bill.mode')
      if (bill.lines.length === 0) throw new LantaiError('invalid', text('账单没有明细', 'The bill has no line'), 'bill.lines')
      return atCase('waiver.question', async () => {
        await requireListed(house, tx, bill, day)
        const facts = await factsOf(tx, whole, bill)
        return decideSettlement(await policiesHere(house, tx, day), facts, { caseId: whole.id, day, registrar: account.id, number: await nextPaperNumber(house, tx, mode === 'till' ? 'JMZ' : 'SLZ', day) })
      }, whole.file.grant)
    })
  }),

  handle(routes.reverseWaiver, async (call) => {
    const { house, body, account, session } = call
    const second = await porter.confirmSecond(account, body.second, 'waiver.settle', session.counter)
    return act(burialSpec, call, 'waiver.reversed', (_tx, whole) => {
      const { number, day, body: { waivedFen } } = getSettlement(whole.settlements, body.number)
      return decideReversal({ caseId: whole.id, number, waivedFen, day }, { account: account.id, second: second.id, reason: body.reason, day: house.today() })
    })
  }),

  handle(routes.listWaivers, async ({ house, query }) => {
    const { from, to, mode, cell, after, limit } = query
    const page = await house.register.read.burial.settlements({ ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(mode === undefined ? {} : { mode }), ...(cell === undefined ? {} : { cell }), ...(after === undefined ? {} : { after }), limit: limit ?? 50 })
    return { rows: page.rows.map((row) => ({ ...row, name: maskName(row.name), policies: [...row.policies], classes: [...row.classes] })), ...(page.next === undefined ? {} : { next: page.next }), count: page.count, waivedFen: page.waivedFen }
  }),

  handle(routes.listPrices, async ({ house, query }) => {
    const day = query.day ?? house.today()
    const prices = pricesOn((await house.settingsOn(day))['burial.prices'], day)
    return { prices: prices.map(({ item, unit, unitPriceFen, document }) => ({ item, title: titleOf(item), unit, unitTitle: titleOf(unit), unitPriceFen, document })) }
  }),
]
