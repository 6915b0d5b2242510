import type { AccountRow } from '../../../db/contract.ts'
import { monthRange } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { TallyBook } from '../../../domain/reports/shapes.ts'
import { isWholeMonths, type Period } from '../../../domain/reports/spans.ts'
import { text } from '../../../domain/text.ts'
import type { TallySheet } from '../../../templates/contract.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { pdfResponse } from '../../papers.ts'
import { toGb18030 } from '../../place-names/gazetteer/gb18030.ts'
import { routes } from '../../schemas/index.ts'
import type { Porter } from '../../sign-in.ts'
import { requirePeriod } from '../../statistics/table.ts'
import type { ApiWindow } from '../../windows.ts'
import { makeBook } from './book.ts'
import { bookCsv } from './csv.ts'
import { closeMonth, monthLines } from './months.ts'
import { findStoredBook } from './stored.ts'

/** A book with what is said of its closing; not stored, it is what the register says now. */
interface Shown { readonly book: TallyBook; readonly closed: TallySheet['closed'] }

/** A few books are kept as long as nothing is written: what is looked at is what is printed. */
interface Kept { readonly key: string; readonly book: Promise<TallyBook> }
const kept = new WeakMap<House, Kept[]>()
const keptBooks = 4
/** A book is made anew so many times while others write; then it is told as the last reading was. */
const attempts = 3

const freshBook = async (house: House, windows: readonly ApiWindow[], period: Period, account: AccountRow): Promise<TallyBook> => {
  for (let attempt = 1; ; attempt += 1) {
    const head = await house.register.head()
    const book = await makeBook(house, windows, period, { preparer: account.name, head })
    if (attempt === attempts || (await house.register.head()).seq === head.seq) return book
  }
}

const bookNow = async (house: House, windows: readonly ApiWindow[], period: Period, account: AccountRow): Promise<TallyBook> => {
  const { hash } = await house.register.head()
  const key = [period.from, period.to, account.name, house.today(), hash].join(' ')
  const books = kept.get(house) ?? []
  kept.set(house, books)
  const known = books.find((one) => one.key === key)
  if (known !== undefined) return known.book
  const made: Kept = { key, book: freshBook(house, windows, period, account) }
  books.unshift(made)
  books.splice(keptBooks)
  made.book.catch(() => {
    const place = books.indexOf(made)
    if (place >= 0) books.splice(place, 1)
  })
  return made.book
}

interface Asked { readonly from: string; readonly to: string; readonly now?: 'true' | 'false' | undefined }

/** The book that was asked for: of a closed month the one that was signed, unless the figures of now are. */
const shownBook = async (house: House, windows: readonly ApiWindow[], { from, to, now }: Asked, account: AccountRow): Promise<Shown> => {
  const period = requirePeriod({ from, to })
  const month = from.slice(0, 7)
  if (now !== 'true' && isWholeMonths(period) && to.startsWith(month)) {
    const stored = await findStoredBook(house.register.read, house.register.files, month)
    if (stored !== undefined) return { book: stored.book, closed: { at: stored.closed.at, by: await house.nameOf(stored.closed.actor), second: await house.nameOf(stored.closed.second) } }
  }
  return { book: await bookNow(house, windows, period, account), closed: null }
}

const fileName = ({ book }: Shown, ending: string): string => `${book.officeName}${book.title.zh}报表.${ending}`
const attached = (bytes: Uint8Array, type: string, name: string, plain: string): Response =>
  new Response(new Uint8Array(bytes), { headers: { 'content-type': type, 'content-length': String(bytes.byteLength), 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)}` } })

/** The tally book of any period, its sheets, and the closing of months. */
export const tallyHandlings = (porter: Porter, windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.getTally, async ({ house, query, account }) => {
    const started = performance.now()
    const { book, closed } = await shownBook(house, windows, query, account)
    return { book, stored: closed !== null, milliseconds: Math.round(performance.now() - started) }
  }),

  handle(routes.tallySheet, async ({ house, query, account, request }) => {
    const shown = await shownBook(house, windows, query, account)
    const bytes = await house.printer.render({ paper: 'office.tally', sheet: shown })
    const { from, to, head, at } = shown.book
    return pdfResponse(request, bytes, fileName(shown, 'pdf').replace(/\.pdf$/u, ''), `tally ${from} ${to} ${head.hash} ${at} ${shown.closed?.at ?? ''}`)
  }),

  handle(routes.tallyWorkbook, async ({ house, query, account }) => {
    const shown = await shownBook(house, windows, query, account)
    return attached(await house.printer.render({ paper: 'office.tallyWorkbook', sheet: shown }), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', fileName(shown, 'xlsx'), 'tally.xlsx')
  }),

  handle(routes.tallyCsv, async ({ house, query, account, language }) => {
    const shown = await shownBook(house, windows, query, account)
    const written = bookCsv(shown.book, language)
    // The byte-order mark is of UTF-8.
    return query.encoding === 'gb18030' ? attached(toGb18030(written.replace(/^\uFEFF/u, '')), 'text/csv; charset=gb18030', fileName(shown, 'csv'), 'tally.csv') : attached(new TextEncoder().encode(written), 'text/csv; charset=utf-8', fileName(shown, 'csv'), 'tally.csv')
  }),

  handle(routes.listMonths, async ({ house, query }) => ({ months: await monthLines(house, query.year) })),

  handle(routes.closeMonth, async ({ house, params, body, account, session, actor }) => {
    const { month } = params
    // What cannot be closed is said before a password is asked.
    if (house.today() <= monthRange(month).to) throw new LantaiError('wrong_state', text(`${month} 还没有结束`, `${month} is not over yet`), 'month')
    const second = await porter.confirmSecond(account, body.second, 'count.read', session.counter)
    await closeMonth({ house, all: windows, actor: actor(), account, second, note: body.note }, month)
    const line = (await monthLines(house, Number(month.slice(0, 4)))).find((one) => one.month === month)
    if (line === undefined) throw new LantaiError('not_found', text('没有这个月', 'There is no such month'), 'month')
    return line
  }),
]
