import type { SecondPerson } from '../../../domain/case/second.ts'
import { decideMonthClosing, findClosingFault } from '../../../domain/burial/office.ts'
import { monthRange } from '../../../domain/dates.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Reads } from '../../../db/contract.ts'

/** Closing a month of funeral affairs: alone, or with the month of the office. */

/** What the list of months tells of each. */
export const monthCells = ['cremated.total', 'vigil.total', 'waiver.total'] as const

/** What the counts know of closed months. */
export const closingsOf = async ({ burial }: Pick<Reads, 'burial'>) => {
  const rows = await burial.closedMonths()
  return { rows, known: { closed: new Set(rows.map(({ month }) => month)) } }
}

/** Why a month cannot be closed now, or undefined. */
export const closingFault = async (reads: Pick<Reads, 'burial'>, month: string, today: string): Promise<LantaiError | undefined> => findClosingFault((await closingsOf(reads)).known, month, today)

/** Decides to close a month with its figures as they stand; `head` is where the journal stood. Throws what `decideMonthClosing` throws. */
export const burialMonthClosing = async (reads: Pick<Reads, 'burial'>, { month, today, head }: { readonly month: string; readonly today: string; readonly head: string }, by: SecondPerson) => {
  const [{ known }, sums] = await Promise.all([closingsOf(reads), reads.burial.sums(monthCells, monthRange(month))])
  return decideMonthClosing(known, { month, today, head, cremated: sums.get('cremated.total')?.count ?? 0, waivedFen: sums.get('waiver.total')?.fen ?? 0 }, by)
}
