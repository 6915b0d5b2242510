import { createHash } from 'node:crypto'
import { canonicalJson } from '../../db/canonical.ts'
import { blankTypes, type Reads } from '../../db/contract.ts'
import type { LateFilter, LateRow } from '../../db/reports/contract.ts'
import type { DayFigures, LateLine } from '../../domain/reports/shapes.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { deskOf, type ApiWindow } from '../windows.ts'
import { lateTitle } from './late-titles.ts'

/** Late lines that are shown of a day at most; the rest is counted. */
const shownLate = 500

/** Places of windows and of their kinds in the order in which the desk lists them. */
export interface KindBook {
  /** The words of a kind: the window's own, those of the desk at which it is counted under the same name, or what a late line counts. */
  readonly titleOf: (window: string, kind: string) => Text
  readonly unitOf: (window: string, kind: string) => string
  /** Rows by window and kind in the order of the desk. */
  readonly inOrder: <Row extends { readonly window: string; readonly kind: string }>(rows: readonly Row[]) => readonly Row[]
}

/** What the windows count, looked up by window and kind. */
export const kindBook = (windows: readonly ApiWindow[]): KindBook => {
  const kinds = new Map(windows.flatMap((window) => Object.entries(window.counts).map(([kind, count]) => [`${window.id} ${kind}`, count] as const)))
  const shared = new Map(windows.toReversed().flatMap((window) => Object.entries(window.counts)))
  const order = new Map(windows.flatMap((window, place) => Object.keys(window.counts).map((kind, index) => [`${window.id} ${kind}`, place * 1000 + index] as const)))
  const find = (window: string, kind: string) => kinds.get(`${window} ${kind}`) ?? shared.get(kind)
  const placeOf = ({ window, kind }: { readonly window: string; readonly kind: string }): number => {
    const place = windows.findIndex(({ id }) => id === window)
    return order.get(`${window} ${kind}`) ?? (place < 0 ? windows.length : place) * 1000 + 999
  }
  return { titleOf: (window, kind) => find(window, kind)?.title ?? lateTitle(window, kind), unitOf: (window, kind) => find(window, kind)?.unit ?? '件', inOrder: (rows) => rows.toSorted((a, b) => placeOf(a) - placeOf(b)) }
}

/** The windows that the office offers now. */
export const offeredWindows = async (house: House, windows: readonly ApiWindow[]): Promise<readonly ApiWindow[]> => {
  const { windows: offered } = await house.office()
  return windows.filter((window) => offered.includes(deskOf(window)))
}

/** The kinds by which a window is looked at. */
export const mainKinds = (window: ApiWindow): readonly string[] => window.main ?? Object.keys(window.counts)

/** What lies open now at some windows, by state. */
export const openNow = async (house: House, reads: Reads, windows: readonly ApiWindow[]): Promise<DayFigures['open']> =>
  (await Promise.all(windows.map(async (window) => (await window.open(reads, house.today(), house)).map(({ state, title, count }) => ({ window: window.id, state, title, count }))))).flat()

/** The figures of a day as they stand now: counts, stock and money of the day, what of its deadlines is still waited for, and what lies open at this moment. */
export const dayFigures = async (house: House, reads: Reads, windows: readonly ApiWindow[], day: string): Promise<DayFigures> => {
  const offered = await offeredWindows(house, windows)
  const period = { from: day, to: day }
  const [counts, open, stock, money, deadlines] = await Promise.all([
    reads.reports.counterCounts(day),
    openNow(house, reads, offered),
    Promise.all(blankTypes.map(async (type) => {
      const { opening, received, issued, reissued, spoiled, returned, closing } = await reads.stockMonth(type, day, day)
      return { type, opening, received, issued, reissued, spoiled, returned, closing }
    })),
    Promise.all(offered.map(async (window) => ((await window.money?.(reads, period)) ?? []).map((row) => ({ window: window.id, ...row })))),
    Promise.all(offered.map(async (window) => ((await window.deadlines?.(reads, period, house)) ?? []).map(({ kind, title, count }) => ({ window: window.id, kind, title, count })))),
  ])
  return { counts: [...kindBook(windows).inOrder(counts)], open: [...open], stock, money: money.flat().filter(({ count, fen }) => count !== 0 || fen !== 0), deadlines: deadlines.flat() }
}

/** Identifies figures: SHA-256 over their canonical bytes. */
export const figuresHash = (figures: DayFigures): string => createHash('sha256').update(canonicalJson(figures)).digest('hex')

const lineOf = (book: KindBook, row: LateRow): LateLine => ({
  seq: row.seq, day: row.day, enteredOn: row.enteredOn, window: row.window, kind: row.kind, unit: row.unit, title: book.titleOf(row.window, row.kind), counter: row.counter, count: row.count, fen: row.fen, action: row.action, subject: row.subject, caseId: row.caseId,
})

/** Late lines with the words of what they count, and how many there are in all. */
export const lateLinesOf = async (reads: Pick<Reads, 'reports'>, windows: readonly ApiWindow[], filter: LateFilter): Promise<{ readonly lines: LateLine[]; readonly total: number }> => {
  const { rows, total } = await reads.reports.lateLines({ ...filter, limit: shownLate })
  const book = kindBook(windows)
  return { lines: rows.map((row) => lineOf(book, row)), total }
}

/** Words of a list of days, the first of them named. */
export const daysWords = (days: readonly string[]): Text => {
  const named = days.slice(0, 5)
  return days.length > named.length ? text(`${named.join('、')} 等 ${String(days.length)} 天`, `${named.join(', ')} and others, ${String(days.length)} days in all`) : text(named.join('、'), named.join(', '))
}
