import type { NumberRow } from '../../../db/burial/contract.ts'
import { findNumberedPaper } from '../../../domain/burial/numbers.ts'
import { decideGap, decideNumberVoid } from '../../../domain/burial/office.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { nextPaperNumber } from '../numbers.ts'

const requirePaper = (prefix: string): NonNullable<ReturnType<typeof findNumberedPaper>> => {
  const found = findNumberedPaper(prefix)
  if (found === undefined) throw new LantaiError('invalid', text(`没有前缀为 ${prefix} 的文书`, `No paper has the prefix ${prefix}`), 'prefix')
  return found
}

const lineOf = ({ number, caseId, day, voided, note }: NumberRow, reissue: boolean) => ({ number, caseId, day, state: voided ? ('voided' as const) : reissue ? ('reissued' as const) : ('used' as const), note })

/** Numbers of papers, their gaps, and what explains them. */
export const burialNumberHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listBurialNumbers, async ({ house, query }) => {
    const { prefix, year, after } = query
    const { title, reissue } = requirePaper(prefix)
    const { burial } = house.register.read
    const [page, gaps, highest] = await Promise.all([burial.numbers(prefix, year, after), burial.gaps(prefix, year), burial.lastNumber(prefix, year)])
    return { prefix, title, year, highest, rows: page.rows.map((row) => lineOf(row, reissue)), ...(page.next === undefined ? {} : { next: page.next }), gaps: gaps.map((gap) => ({ prefix, year, ...gap })) }
  }),

  handle(routes.explainBurialGap, async ({ house, body, account, session, actor }) => {
    const { reason, second: asked, ...given } = body
    requirePaper(given.prefix)
    const second = await porter.confirmSecond(account, asked, 'stock.reconcile', session.counter)
    await house.register.transact(actor(), async (tx) => tx.record(decideGap(await tx.burial.gaps(given.prefix, given.year), given, house.today(), { account: account.id, second: second.id, reason })))
    return { done: true as const }
  }),

  handle(routes.voidBurialNumber, async ({ house, body, account, session, actor }) => {
    const { prefix, reason } = body
    const { reissue } = requirePaper(prefix)
    const second = await porter.confirmSecond(account, body.second, 'stock.spoil', session.counter)
    return house.register.transact(actor(), async (tx) => {
      const day = house.today()
      const year = Number(day.slice(0, 4))
      const serial = (await tx.burial.lastNumber(prefix, year)) + 1
      const number = await nextPaperNumber(house, tx, prefix, day)
      await tx.record(decideNumberVoid({ number, prefix, year, serial }, day, { account: account.id, second: second.id, reason }))
      return lineOf({ number, prefix, year, serial, caseId: '', day, voided: true, note: reason }, reissue)
    })
  }),
]
