import type { AccountRow, Reads } from '../../../db/contract.ts'
import { monthRange } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { TallyBook } from '../../../domain/reports/shapes.ts'
import { monthsOf } from '../../../domain/reports/spans.ts'
import { text } from '../../../domain/text.ts'
import type { Actor } from '../../../domain/action.ts'
import { burialMonthClosing, closingFault, closingsOf } from '../../burial/statistics/closing.ts'
import type { House } from '../../house.ts'
import type { ApiWindow } from '../../windows.ts'
import { unclosedDays } from '../days.ts'
import { makeBook } from './book.ts'
import { bookBytes } from './stored.ts'

/** 月结: the book of a month signed by two people and put away. */

/** The months of a year up to the running one, and whether they are closed. */
export const monthLines = async (house: House, year: number) => {
  const { reports } = house.register.read
  const today = house.today()
  const whole = { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` }
  const [counted, unclosed, closings] = await Promise.all([reports.kindsByMonth(whole), unclosedDays(house, house.register.read, { from: whole.from, before: `${String(year + 1)}-01-01` }), reports.monthCloses(year)])
  const last = today < whole.from ? undefined : today > whole.to ? `${String(year)}-12` : today.slice(0, 7)
  const names = await house.accounts()
  const nameOf = (id: string): string => names.get(id)?.name ?? id
  return Array.from({ length: 12 }, (_, index) => `${String(year)}-${String(index + 1).padStart(2, '0')}`).filter((month) => last !== undefined && month <= last).map((month) => {
    const closing = closings.find((one) => one.month === month)
    return {
      month, running: today <= monthRange(month).to, business: counted.some((row) => row.month === month && row.count !== 0), unclosed: unclosed.filter((day) => day.startsWith(month)),
      closed: closing === undefined ? null : { at: closing.at, by: nameOf(closing.actor), second: nameOf(closing.second), content: closing.content },
    }
  })
}

/** What a reader of the month must know of the closings beside it. */
const closingNotes = async (read: Pick<Reads, 'reports'>, month: string, burialOpen: LantaiError | undefined): Promise<TallyBook['notes']> => {
  const closed = new Set((await read.reports.monthCloses(Number(month.slice(0, 4)))).map((one) => one.month))
  const { from } = monthRange(month)
  const before = monthsOf({ from: monthRange(`${month.slice(0, 4)}-01`).from, to: from }).filter((one) => one < month && !closed.has(one))
  return [
    ...(before.length === 0 ? [] : [{ id: 'monthsBefore', line: text(`本年此前未月结的月份：${before.join('、')}；本年累计不是由已月结各月相加而来`, `Earlier months of the year that are not closed: ${before.join(', ')}; the year to date is not the sum of closed months`) }]),
    ...(burialOpen === undefined ? [] : [{ id: 'burialOpen', line: text(`殡葬本月没有同时封账：${burialOpen.text.zh}`, `The month of funeral affairs was not closed with it: ${burialOpen.text.en}`) }]),
  ]
}

/** Who signs a book, when, and where the journal stands. */
interface Signed { readonly preparer: string; readonly checker: string; readonly at: string; readonly head: TallyBook['head'] }

/** The book of a month as it is signed over some reads, and whether funeral affairs are closed with it; made again over the register of that moment it is the same. */
export const signedBook = async (house: House, all: readonly ApiWindow[], month: string, read: Reads, signed: Signed): Promise<{ readonly book: TallyBook; readonly closesBurial: boolean }> => {
  const offered = (await house.office()).windows.includes('burial') && !(await closingsOf(read)).known.closed.has(month)
  const fault = offered ? await closingFault(read, month, signed.at.slice(0, 10)) : undefined
  const [notes, made] = await Promise.all([closingNotes(read, month, fault), makeBook(house, all, monthRange(month), { ...signed, read })])
  return { book: { ...made, notes: [...made.notes, ...notes] }, closesBurial: offered && fault === undefined }
}

export interface Signing { readonly house: House; readonly all: readonly ApiWindow[]; readonly actor: Actor; readonly account: AccountRow; readonly second: AccountRow; readonly note: string }

/** Closes a month: its book is made within the transaction, its bytes stored, and funeral affairs closed with it. Throws `conflict`, `wrong_state` at `month`. */
export const closeMonth = async ({ house, all, actor, account, second, note }: Signing, month: string): Promise<void> => {
  const today = house.today()
  if (today <= monthRange(month).to) throw new LantaiError('wrong_state', text(`${month} 还没有结束`, `${month} is not over yet`), 'month')
  await house.register.transact(actor, async (tx) => {
    if ((await tx.reports.findMonthClose(month)) !== undefined) throw new LantaiError('conflict', text(`${month} 已经月结`, `${month} is closed already`), 'month')
    // Nothing else is written meanwhile: the committed head is the one the book stands on.
    const { seq, hash } = await house.register.head()
    const head = { seq, hash }
    const { book, closesBurial } = await signedBook(house, all, month, tx, { preparer: account.name, checker: second.name, at: actor.at, head })
    const content = await house.register.files.put(bookBytes(book))
    const reason = note === '' ? '月结' : note
    await tx.record({ kind: 'month.closed', subject: `month/${month}`, body: { month, content, head, unclosed: book.unclosed, note }, second: second.id, reason })
    if (closesBurial) await tx.record(await burialMonthClosing(tx, { month, today, head: head.hash }, { account: account.id, second: second.id, reason }))
  })
}
