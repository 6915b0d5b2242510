import { daysBetween } from '../../../domain/dates.ts'
import { burialTables } from '../../../domain/burial/statistics/tables.ts'
import { placeNameTables } from '../../../domain/place-names/statistics/tables.ts'
import { spans, type BookTable, type Opening, type Span } from '../../../domain/reports/shapes.ts'
import type { Period, spansOf } from '../../../domain/reports/spans.ts'
import { isWholeMonths } from '../../../domain/reports/spans.ts'
import { tableDefinitions, type TableDefinition } from '../../../domain/statistics/tables.ts'
import { text, type Text } from '../../../domain/text.ts'
import { checksOf } from '../../burial/statistics/checks.ts'
import { countBurialTable } from '../../burial/statistics/table.ts'
import type { House } from '../../house.ts'
import { checkPlaceNames, countPlaceNameTable } from '../../place-names/statistics/table.ts'
import { countTable } from '../../statistics/table.ts'

/** The tables of each window as a book holds them: the same counts as the windows' own pages show, a line a span. */

export type Spans = ReturnType<typeof spansOf>
type BookRow = BookTable['rows'][number]
type BookCell = BookRow['lines'][number]['cells'][number]

const mostCells = 400
/** What opens the cases behind a number; nothing stands behind a zero. */
const openingOf = (window: string, cells: readonly string[], { from, to }: Period, count: number, fen: number | null): Opening | null =>
  cells.length === 0 || cells.length > mostCells || (count === 0 && (fen ?? 0) === 0) ? null : { window, cells: [...cells], from, to }

/** A table as a window counts it, of one span. */
interface Counted {
  readonly columns: readonly { readonly id: string; readonly title: Text; readonly unit: string }[]
  readonly rows: readonly { readonly id: string; readonly title: Text; readonly cells: readonly BookCell[] }[]
}

/** The rows of every span by their ids: the period's rows first, then those that only an earlier span has, at nothing. */
const joined = (counted: Readonly<Partial<Record<Span, Counted>>>, unitOf?: (id: string) => string | undefined): BookRow[] => {
  const rows = new Map<string, { readonly title: Text; readonly lines: Map<Span, readonly BookCell[]> }>()
  for (const span of spans) {
    for (const { id, title, cells } of counted[span]?.rows ?? []) {
      const row = rows.get(id) ?? { title, lines: new Map<Span, readonly BookCell[]>() }
      rows.set(id, row)
      row.lines.set(span, cells)
    }
  }
  const money = (counted.period?.columns ?? []).map((_, index) => [...rows.values()].some(({ lines }) => [...lines.values()].some((cells) => (cells[index]?.fen ?? null) !== null)))
  const nothing = money.map((paid): BookCell => ({ count: 0, fen: paid ? 0 : null, share: null, open: null }))
  const told = spans.filter((span) => counted[span] !== undefined)
  // The whole stands where the period's table has it: first or last.
  const last = counted.period?.rows.at(-1)?.id
  return [...rows].sort(([a], [b]) => Number(a === last && a === 'total') - Number(b === last && b === 'total')).map(([id, { title, lines }]) => {
    const unit = unitOf?.(id)
    // A row that stands for a day or a month of the period has that line alone.
    const own = told.filter((span) => lines.has(span) || !alone.test(id))
    return { id, title, ...(unit === undefined ? {} : { unit }), lines: own.map((span) => ({ span, cells: [...(lines.get(span) ?? nothing)] })) }
  })
}
const alone = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

const isMoney = (rows: readonly BookRow[], index: number): boolean => rows.some(({ lines }) => lines.some(({ cells }) => (cells[index]?.fen ?? null) !== null))
const headed = (rows: readonly BookRow[], columns: Counted['columns'], unit: string): BookTable['columns'] => columns.map(({ id, title, unit: own }, index) => ({ id, title, unit: own === '' ? unit : own, money: isMoney(rows, index) }))

const ofSpans = async <T>(asked: Spans, count: (period: Period, span: Span) => Promise<T>): Promise<Record<Span, T>> => {
  const found = await Promise.all(spans.map(async (span) => [span, await count(asked[span], span)] as const))
  return Object.fromEntries(found) as Record<Span, T>
}
const identityLines = (list: readonly { readonly name: Text; readonly line: Text; readonly holds: boolean }[]): BookTable['identities'] => list.map(({ name, line, holds }) => ({ name, line, holds }))

/** A month alone, of which rows by month would only say the whole again. */
const isOneMonth = (period: Period): boolean => isWholeMonths(period) && period.from.slice(0, 7) === period.to.slice(0, 7)
const withoutMonths = <R extends { readonly id: string }>(rows: readonly R[], period: Period): readonly R[] => (isOneMonth(period) ? rows.filter(({ id }) => id !== period.from.slice(0, 7)) : rows)

const coupleWindow = (table: TableDefinition): string => (table.id.startsWith('reissue.') ? 'reissue' : table.id.startsWith('divorce.') ? 'divorce' : 'marriage')

/** A table by day stands in books of a year at most: in a longer one it would be most of it. */
const mostDays = 366

/** 结婚、离婚、补发 tables (marriage.md §11): couples, persons and cases as the statistics count them. */
const coupleBook = async (house: House, asked: Spans): Promise<BookTable[]> => Promise.all(tableDefinitions.filter(({ rows }) => rows !== 'day' || daysBetween(asked.period.from, asked.period.to) < mostDays).map(async (table) => {
  const tables = await ofSpans(asked, (period, span) => countTable(house, span === 'period' ? table : { ...table, identities: [], rows: table.rows === 'month' || table.rows === 'day' ? 'none' : table.rows }, period))
  const counted = (span: Span): Counted => {
    const { columns, rows } = tables[span]
    return { columns: columns.map(({ id, title }) => ({ id, title, unit: '' })), rows: withoutMonths(rows, asked.period).map((row) => ({ id: row.id, title: row.title, cells: row.cells.map(({ value, share, cells, window }) => ({ count: value, fen: null, share, open: window === null ? null : openingOf(window, cells, { from: row.from, to: row.to } as Period, value, null) })) })) }
  }
  const rows = joined({ period: counted('period'), previous: counted('previous'), yearBefore: counted('yearBefore'), toDate: counted('toDate') })
  return { id: table.id, window: coupleWindow(table), title: table.title, unit: table.unit, columns: headed(rows, counted('period').columns, table.unit), rows, identities: identityLines(tables.period.identities) }
}))

interface CountedTableReply {
  readonly columns: Counted['columns']
  readonly rows: readonly { readonly id: string; readonly title: Text; readonly cells: readonly { readonly value: number; readonly fen?: number | null; readonly cells: readonly string[]; readonly from: string; readonly to: string }[] }[]
}
const countedRows = (window: string, { columns, rows }: CountedTableReply): Counted => ({
  columns, rows: rows.map(({ id, title, cells }) => ({ id, title, cells: cells.map(({ value, fen = null, cells: of, from, to }) => ({ count: value, fen, share: null, open: openingOf(window, of, { from, to } as Period, value, fen) })) })),
})

/** A table of counted lines as data, whichever window counts it. */
interface Definition { readonly id: string; readonly title: Text; readonly unit: string; readonly rows: { readonly by: string; readonly list?: unknown }; readonly identities: readonly string[] }
interface Figure { readonly id: string; readonly title: Text; readonly unit: string; readonly money: boolean }

/** Figures with a unit of their own: a row each, and its number in the one column there is. */
const figureColumn = text('数量', 'Number')
const figureBook = (window: string, table: Definition, figures: readonly Figure[], reply: CountedTableReply, columnOf: Readonly<Record<Span, string>>): Pick<BookTable, 'columns' | 'rows'> => {
  const money = figures.some((figure) => figure.money)
  const places = spans.flatMap((span) => {
    const index = reply.columns.findIndex(({ id }) => id === columnOf[span])
    return index < 0 ? [] : [[span, index] as const]
  })
  const counted = countedRows(window, reply)
  return {
    columns: [{ id: 'number', title: figureColumn, unit: table.unit, money }],
    rows: figures.flatMap((figure, row) => {
      const cells = counted.rows[row]?.cells ?? []
      return [{ id: figure.id, title: figure.title, unit: figure.unit, lines: places.map(([span, index]) => ({ span, cells: cells[index] === undefined ? [] : [cells[index]] })) }]
    }),
  }
}

/** Tables that stand as of a day or a year are told of the period alone. */
const periodAlone: ReadonlySet<string> = new Set(['standing', 'plans', 'gazetteer'])
const figureColumns: Readonly<Record<Span, string>> = { period: 'period', previous: 'previous', yearBefore: 'before', toDate: 'toDate' }

interface CountedWindow<D extends Definition> {
  readonly window: string
  readonly tables: readonly D[]
  /** Counts a table without its identities. */
  readonly count: (table: D, period: Period) => Promise<CountedTableReply>
  /** The identities by their ids, each checked once for all tables. */
  readonly check: (ids: readonly string[], period: Period) => Promise<readonly { readonly id: string; readonly name: Text; readonly line: Text; readonly holds: boolean }[]>
}

const countedBook = async <D extends Definition>({ window, tables, count, check }: CountedWindow<D>, asked: Spans): Promise<BookTable[]> => {
  const checks = check([...new Set(tables.flatMap(({ identities }) => identities))], asked.period)
  return Promise.all(tables.map(async (table): Promise<BookTable> => {
    const identities = identityLines((await checks).filter(({ id }) => table.identities.includes(id)))
    const head = { id: `${window}.${table.id}`, window, title: table.title, unit: table.unit }
    if (table.rows.by === 'figures') return { ...head, ...figureBook(window, table, table.rows.list as readonly Figure[], await count(table, asked.period), figureColumns), identities }
    const own = countedRows(window, await count(table, asked.period))
    const period = table.rows.by === 'months' ? { ...own, rows: withoutMonths(own.rows, asked.period) } : own
    const others = periodAlone.has(table.rows.by) ? {} : await ofSpans(asked, async (days, span) => {
      if (span === 'period') return period
      const counted = countedRows(window, await count(table, days))
      return table.rows.by === 'months' ? { ...counted, rows: counted.rows.filter(({ id }) => id === 'total') } : counted
    })
    const rows = joined({ ...others, period })
    return { ...head, columns: headed(rows, period.columns, table.unit), rows, identities }
  }))
}

/** 殡葬 tables (burial.md §6.3). */
const burialBook = (house: House, asked: Spans): Promise<BookTable[]> => countedBook({
  window: 'burial', tables: burialTables,
  // The rate stands in a table of its own, with both its numbers.
  count: async (table, period) => countBurialTable(house, { ...table, identities: [] }, period, { rates: false, all: true }),
  check: (ids, period) => checksOf(house, ids, period),
}, asked)

/** 地名 tables (place-names.md §7). */
const placeNameBook = (house: House, asked: Spans): Promise<BookTable[]> => countedBook({
  window: 'place-names', tables: placeNameTables,
  count: async (table, period) => countPlaceNameTable(house, { ...table, identities: [] }, period),
  check: (ids, period) => checkPlaceNames(house, ids, period),
}, asked)

/** Every table of the desks that an office offers, counted over the spans; `house` gathers what they read. */
export const bookTables = async (house: House, desks: readonly string[], asked: Spans): Promise<BookTable[]> => {
  const books = await Promise.all([desks.includes('marriage') ? coupleBook(house, asked) : [], desks.includes('burial') ? burialBook(house, asked) : [], desks.includes('place-names') ? placeNameBook(house, asked) : []])
  return books.flat()
}
