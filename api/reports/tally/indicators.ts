import { burialTables } from '../../../domain/burial/statistics/tables.ts'
import { addDays } from '../../../domain/dates.ts'
import type { Indicator, Opening } from '../../../domain/reports/shapes.ts'
import type { Period } from '../../../domain/reports/spans.ts'
import { januaryOf } from '../../../domain/reports/spans.ts'
import { text } from '../../../domain/text.ts'
import type { CountColumn } from '../../../domain/statistics/counted.ts'
import type { House } from '../../house.ts'
import type { ApiWindow } from '../../windows.ts'
import { kindBook } from '../figures.ts'
import type { Spans } from './tables.ts'

/** The lines of the summary: every kind that the windows count, and the amounts of funeral affairs. */

const places = ['period', 'previous', 'yearBefore', 'toDate', 'toDateBefore'] as const
type Place = (typeof places)[number]

/** The amounts that the month report of funeral affairs tells. */
const moneyFigures: readonly CountColumn[] = burialTables.flatMap(({ id, rows }) => (id === 'month' && rows.by === 'figures' ? rows.list.filter(({ money }) => money) : []))

/** Days of the same year before a period, or undefined where it begins with the year. */
export const earlierOfYear = ({ from }: Pick<Period, 'from'>): Period | undefined => (from.endsWith('-01-01') ? undefined : { from: januaryOf(from), to: addDays(from, -1) })

const opening = (window: string, given: Pick<Opening, 'kind' | 'cells'>, { from, to }: Period, value: number): Opening | null => (value === 0 ? null : { window, ...given, from, to })

const amountId = ({ id }: CountColumn): string => `burial.${id}.amount`

/** The counted kind of an indicator. */
export const kindOf = ({ id, window, unit }: Pick<Indicator, 'id' | 'window' | 'unit'>): string => {
  const kind = id.slice(window.length + 1)
  return kind.endsWith(`.${unit}`) ? kind.slice(0, -unit.length - 1) : kind
}

/** The cell of the late lines that a counted kind has. */
const tallyCell = (window: string, kind: string, unit: string): string => `tally.${window}.${kind}.${unit}`

/** The cell of the late lines that a cell of funeral affairs has. */
const burialCell = (cell: string): string => `burial.${cell}`

const allOf = 'registered'
/** Whether an indicator is the sum of kinds that stand beside it: couples registered in whatever way. */
export const isWhole = ({ id, window }: Pick<Indicator, 'id' | 'window'>): boolean => id === `${window}.${allOf}`
/** The kinds of one registration that a window counts apart: those that take the same booklets. */
const partsOf = ({ registrations }: Pick<ApiWindow, 'registrations'>): readonly string[] => Object.values(registrations).find((kinds) => kinds.length > 1) ?? []

/** What late lines add to an indicator of some windows. */
export const lateOf = (windows: readonly ApiWindow[], { id, window, unit, money }: Pick<Indicator, 'id' | 'window' | 'unit' | 'money'>, sums: ReadonlyMap<string, { readonly count: number; readonly fen: number }>): number => {
  if (isWhole({ id, window })) return windows.filter((one) => one.id === window).flatMap(partsOf).reduce((sum, kind) => sum + (sums.get(tallyCell(window, kind, unit))?.count ?? 0), 0)
  if (money) return (moneyFigures.find((figure) => amountId(figure) === id)?.cells ?? []).reduce((sum, cell) => sum + (sums.get(burialCell(cell))?.fen ?? 0), 0)
  return sums.get(tallyCell(window, kindOf({ id, window, unit }), unit))?.count ?? 0
}

/** Every indicator of some windows over the spans; `codes` are those of the form that goes up, by id of the indicator or by kind. */
export const indicatorsOf = async (house: House, windows: readonly ApiWindow[], all: readonly ApiWindow[], asked: Spans, codes: Readonly<Record<string, string>>): Promise<Indicator[]> => {
  const { reports, burial } = house.register.read
  const book = kindBook(all)
  const earlier = earlierOfYear(asked.period)
  const [late, ...counted] = await Promise.all([earlier === undefined ? new Map<string, { readonly count: number; readonly fen: number }>() : reports.lateSums({ day: earlier, entered: asked.period }), ...places.map((place) => reports.kindCounts(asked[place]))])
  const sums = new Map<string, Partial<Record<Place, number>>>()
  const offered = new Set(windows.map(({ id }) => id))
  const kinds = new Map<string, { readonly window: string; readonly kind: string; readonly unit: string }>()
  const keyOf = (window: string, kind: string, unit: string): string => `${window} ${kind} ${unit}`
  for (const window of windows) for (const [kind, { unit }] of Object.entries(window.counts)) kinds.set(keyOf(window.id, kind, unit), { window: window.id, kind, unit })
  places.forEach((place, index) => {
    for (const { window, kind, unit, count } of counted[index] ?? []) {
      if (!offered.has(window)) continue
      const key = keyOf(window, kind, unit)
      // What was counted stands in the book, whether the window still lists it or not.
      if (!kinds.has(key)) kinds.set(key, { window, kind, unit })
      sums.set(key, { ...sums.get(key), [place]: count })
    }
  })
  const rows = book.inOrder([...kinds.values()])
  const ids = new Map<string, number>()
  const lines = rows.map(({ window, kind, unit }): Indicator => {
    const found = sums.get(keyOf(window, kind, unit)) ?? {}
    const at = (place: Place): number => found[place] ?? 0
    const plain = `${window}.${kind}`
    const id = ids.has(plain) ? `${plain}.${unit}` : plain
    ids.set(plain, 1)
    return {
      id, window, title: book.titleOf(window, kind), unit, code: codes[id] ?? codes[kind] ?? '', money: false,
      period: at('period'), previous: at('previous'), yearBefore: at('yearBefore'), toDate: at('toDate'), toDateBefore: at('toDateBefore'),
      corrections: late.get(tallyCell(window, kind, unit))?.count ?? 0, open: opening(window, { kind }, asked.period, at('period')),
    }
  })
  const wholes = windows.flatMap((window): Indicator[] => {
    const parts = partsOf(window)
    const own = lines.filter((line) => line.window === window.id && parts.includes(kindOf(line)))
    const [first] = own
    if (first === undefined) return []
    const sum = (of: Place | 'corrections'): number => own.reduce((total, line) => total + line[of], 0)
    const id = `${window.id}.${allOf}`
    return [{
      ...first, id, title: text(`${window.title.zh}合计`, `${window.title.en}, all`), code: codes[id] ?? '', period: sum('period'), previous: sum('previous'), yearBefore: sum('yearBefore'), toDate: sum('toDate'), toDateBefore: sum('toDateBefore'),
      corrections: sum('corrections'), open: opening(window.id, { cells: [`${window.id}.total`] }, asked.period, sum('period')),
    }]
  })
  for (const whole of wholes) lines.splice(lines.findIndex(({ window }) => window === whole.window), 0, whole)
  if (!offered.has('burial')) return lines
  const cells = [...new Set(moneyFigures.flatMap((figure) => figure.cells))]
  const [lateLines, ...amounts] = await Promise.all([Promise.all(moneyFigures.map((figure) => (earlier === undefined ? [] : burial.lateLines(asked.period, figure.cells)))), ...places.map((place) => burial.sums(cells, asked[place]))])
  const money = moneyFigures.map((figure, index): Indicator => {
    const at = (place: Place): number => figure.cells.reduce((sum, cell) => sum + (amounts[places.indexOf(place)]?.get(cell)?.fen ?? 0), 0)
    // What came after its month was closed counts in the month of its entry, within the period; what is entered for a month that is open counts there.
    const moved = (lateLines[index] ?? []).filter(({ day, countedOn }) => earlier !== undefined && day >= earlier.from && day <= earlier.to && countedOn >= asked.period.from && countedOn <= asked.period.to).reduce((sum, { fen }) => sum + fen, 0)
    const corrections = moved + figure.cells.reduce((sum, cell) => sum + (late.get(burialCell(cell))?.fen ?? 0), 0)
    const id = amountId(figure)
    return {
      id, window: 'burial', title: figure.title, unit: '元', code: codes[id] ?? '', money: true,
      period: at('period'), previous: at('previous'), yearBefore: at('yearBefore'), toDate: at('toDate'), toDateBefore: at('toDateBefore'), corrections, open: opening('burial', { cells: [...figure.cells] }, asked.period, at('period')),
    }
  })
  const last = lines.findLastIndex(({ window }) => window === 'burial')
  return [...lines.slice(0, last + 1), ...money, ...lines.slice(last + 1)]
}
