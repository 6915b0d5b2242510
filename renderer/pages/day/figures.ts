import type { CounterCount, DayFigures } from '../../../domain/reports/shapes.ts'
import type { Text } from '../../../domain/text.ts'
import type { Reply } from '../../shared/client.ts'

export type Report = Reply<'getDayReport'>
export type DayLine = Reply<'listDays'>['days'][number]

/** A kind of a window with its count by counter; `now` is the count of today where it is no longer the one that was signed. */
export interface KindRow {
  readonly window: string
  readonly kind: string
  readonly title: Text
  readonly unit: Text
  readonly total: number
  readonly counters: ReadonlyMap<string, number>
  readonly now: number | undefined
}
export interface WindowRows {
  readonly id: string
  readonly title: Text
  readonly rows: readonly KindRow[]
}

type Titled = Pick<Report, 'windows' | 'kinds' | 'now'> & { readonly closed: Pick<NonNullable<Report['closed']>, 'figures'> | null }

const keyOf = ({ window, kind }: Pick<CounterCount, 'window' | 'kind'>): string => `${window} ${kind}`
const sumsOf = (counts: readonly CounterCount[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>()
  for (const count of counts) sums.set(keyOf(count), (sums.get(keyOf(count)) ?? 0) + count.count)
  return sums
}

/** The figures that stand for a day: the signed ones once it is closed. */
export const figuresOf = ({ closed, now }: Titled): DayFigures => closed?.figures ?? now

/** Counters by their number, what no counter did last. */
const inOrder = (counters: Iterable<string>): readonly string[] => [...new Set(counters)].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b, 'en', { numeric: true })))

/** Kinds by window and counter as they stand for the day, in the order of the windows' own lists; one that only counts now is shown too, so that nothing that differs is hidden. */
export const tableOf = (report: Titled): { readonly counters: readonly string[]; readonly windows: readonly WindowRows[] } => {
  const { counts } = figuresOf(report)
  const now = sumsOf(report.now.counts)
  const totals = sumsOf(counts)
  const shown = new Set([...totals.keys(), ...now.keys()].filter((key) => (totals.get(key) ?? 0) !== 0 || (now.get(key) ?? 0) !== 0))
  const rows = report.kinds.filter((kind) => shown.has(keyOf(kind))).map((kind): KindRow => {
    const key = keyOf(kind)
    const total = totals.get(key) ?? 0
    const present = now.get(key) ?? 0
    const counters = new Map<string, number>()
    for (const count of counts) if (keyOf(count) === key) counters.set(count.counter, (counters.get(count.counter) ?? 0) + count.count)
    return { ...kind, total, counters, now: report.closed !== null && present !== total ? present : undefined }
  })
  return { counters: inOrder(counts.map(({ counter }) => counter)), windows: report.windows.map((window) => ({ ...window, rows: rows.filter((row) => row.window === window.id) })).filter((window) => window.rows.length > 0) }
}

/** Blanks of a type and what its balance should be: opening and received less what went out. */
export const balanceOf = ({ opening, received, issued, reissued, spoiled, returned }: DayFigures['stock'][number]): number => opening + received - issued - reissued - spoiled - returned

/** The amount of a kind of money or the number of a kind of deadline as it stands now, where it differs from what was signed. */
export const changedTo = <Row extends { readonly window: string; readonly kind: string }, Value>(row: Row, now: readonly Row[], value: (row: Row) => Value, none: Value): Value | undefined => {
  const found = now.find((other) => other.window === row.window && other.kind === row.kind)
  const present = found === undefined ? none : value(found)
  return present === value(row) ? undefined : present
}

export const dayStates = ['closed', 'unclosed', 'open', 'running', 'idle', 'ahead'] as const
export type DayState = (typeof dayStates)[number]

/** How a day of a month stands: closed, waiting to be closed, left open before the office began to close its days, running, without business, or still to come. */
export const dayState = (day: string, line: DayLine | undefined, unclosed: readonly string[], today: string): DayState =>
  line?.closed === true ? 'closed' : day > today ? 'ahead' : day === today ? 'running' : unclosed.includes(day) ? 'unclosed' : (line?.count ?? 0) > 0 ? 'open' : 'idle'
