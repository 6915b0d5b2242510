import { monthRange } from '../domain/dates.ts'
import { text, type Text } from '../domain/text.ts'
import type { BlankType } from '../db/contract.ts'
import { handle, type Handling } from './door.ts'
import type { House } from './house.ts'
import { kindBook, offeredWindows, openNow } from './reports/figures.ts'
import { routes } from './schemas/index.ts'
import { unitText } from '../domain/statistics/units.ts'
import type { ApiWindow } from './windows.ts'

interface Counted { readonly kind: string; readonly count: number }

/** The titles of what the windows count. */
const titles = (windows: readonly ApiWindow[]) => {
  const found = new Map(windows.flatMap((window) => Object.entries(window.counts).map(([kind, { title, unit }]) => [kind, { window: window.id, title, unit }] as const)))
  return (kind: string): { window: string; title: Text; unit: string } => found.get(kind) ?? { window: '', title: text(kind, kind), unit: '件' }
}

/** Adds up the rows of a period by kind, in the order of the windows' own lists. */
const sums = (windows: readonly ApiWindow[], rows: readonly Counted[]) => {
  const totals = new Map<string, number>()
  for (const { kind, count } of rows) totals.set(kind, (totals.get(kind) ?? 0) + count)
  const titleOf = titles(windows)
  const order = windows.flatMap((window) => Object.keys(window.counts))
  return [...totals].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([kind, count]) => {
    const { window, title, unit } = titleOf(kind)
    return { window, kind, title, unit: unitText(unit), count }
  })
}

/** Counts of the day, the month and the year. */
export const countHandlings = (windows: readonly ApiWindow[]): readonly Handling[] => [
  handle(routes.dayCounts, async ({ house, query }) => {
    const day = query.day ?? house.today()
    const { read } = house.register
    const [{ kinds, hours }, open] = await Promise.all([read.dayCounts(day), openNow(house, read, await offeredWindows(house, windows))])
    const book = kindBook(windows)
    return {
      day, kinds: book.inOrder(kinds).map(({ window, kind, unit, count }) => ({ window, kind, title: book.titleOf(window, kind), unit: unitText(unit), count })), hours: hours.map((row) => ({ ...row })), open: open.map(({ state, title, count }) => ({ state, title, count })),
    }
  }),

  handle(routes.monthCounts, async ({ house, query }) => {
    const rows = await house.register.read.monthCounts(query.month)
    return { month: query.month, kinds: sums(windows, rows), days: rows.map((row) => ({ ...row })) }
  }),

  handle(routes.yearCounts, async ({ house, query }) => {
    const rows = await house.register.read.yearCounts(query.year)
    return { year: query.year, kinds: sums(windows, rows), months: rows.map((row) => ({ ...row })) }
  }),
]

/** Registrations of a month that took two certificates each out of a stock. */
export const registrationsOf = async (house: House, windows: readonly ApiWindow[], month: string, type: BlankType): Promise<number> => {
  monthRange(month)
  const kinds = new Set(windows.flatMap((window) => window.registrations[type] ?? []))
  return (await house.register.read.monthCounts(month)).filter(({ kind }) => kinds.has(kind)).reduce((sum, { count }) => sum + count, 0)
}
