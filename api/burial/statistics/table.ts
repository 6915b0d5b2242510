import type { CellSum } from '../../../db/burial/contract.ts'
import { areaName } from '../../../domain/areas/index.ts'
import { ratesOf, rateCells } from '../../../domain/burial/statistics/rates.ts'
import type { BurialTableDefinition, CountColumn } from '../../../domain/burial/statistics/tables.ts'
import { findBurialTable } from '../../../domain/burial/statistics/tables.ts'
import { addMonths, civilDate, monthOf, monthRange } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { BurialTable } from '../../schemas/waiver.ts'
import type { Period } from '../../statistics/table.ts'
import { checksOf, januaryOf, standingAt } from './checks.ts'
import { namesOf } from './names.ts'

type Row = BurialTable['rows'][number]
type Cell = Row['cells'][number]
type Sums = ReadonlyMap<string, CellSum>
/** Days as the door tells them. */
type Span = Period

const none: Sums = new Map()
const whole = text('合计', 'Total')

/** The table of an id; throws `not_found`. */
export const getBurialTable = (id: string): BurialTableDefinition => {
  const table = findBurialTable(id)
  if (table === undefined) throw new LantaiError('not_found', text('没有这张报表', 'There is no such table'), 'table')
  return table
}

const sumOf = (sums: Iterable<Sums>, cells: readonly string[]): CellSum => {
  let [count, fen] = [0, 0]
  for (const part of sums) {
    for (const cell of cells) {
      const found = part.get(cell)
      if (found === undefined) continue
      count += found.count
      fen += found.fen
    }
  }
  return { count, fen }
}

const cellOf = (column: Pick<CountColumn, 'money'>, cells: readonly string[], sums: Iterable<Sums>, { from, to }: Span): Cell => {
  const { count, fen } = sumOf(sums, cells)
  return { value: count, fen: column.money ? fen : null, cells: [...cells], from, to }
}

const monthTitle = (month: string): Text => text(`${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`, month)

/** Rows by month, with columns that run from the first of January; a period that is no whole month is cut at its ends. */
const monthRows = async (house: House, { columns }: BurialTableDefinition, period: Period): Promise<Row[]> => {
  const { burial } = house.register.read
  const own = [...new Set(columns.filter(({ toDate }) => toDate !== true).flatMap(({ cells }) => cells))]
  const running = [...new Set(columns.filter(({ toDate }) => toDate === true).flatMap(({ cells }) => cells))]
  const [months, years] = await Promise.all([burial.sumsByMonth(own, period), running.length === 0 ? new Map<string, Sums>() : burial.sumsByMonth(running, { from: januaryOf(period.from), to: period.to })])
  const row = (id: string, title: Text, span: Period, sums: readonly Sums[]): Row => ({
    id, title, cells: columns.map((column) => {
      if (column.toDate !== true) return cellOf(column, column.cells, sums, span)
      const from = januaryOf(span.to)
      return cellOf(column, column.cells, [...years].filter(([month]) => month >= monthOf(from) && month <= span.to.slice(0, 7)).map(([, part]) => part), { from, to: span.to })
    }),
  })
  const rows: Row[] = []
  for (let first = monthRange(monthOf(period.from)).from; first <= period.to; first = addMonths(first, 1)) {
    const { from, to } = monthRange(monthOf(first))
    rows.push(row(monthOf(first), monthTitle(monthOf(first)), { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to }, [months.get(monthOf(first)) ?? none]))
  }
  return [...rows, row('total', whole, period, [...months.values()])]
}

interface Home { readonly place: string; readonly area: string }
const homesOf = (names: ReadonlyMap<string, string>): readonly Home[] => [...names.keys()].sort().map((place) => ({ place, area: place.slice(1, 7) }))
const atHomes = (cells: readonly string[], homes: readonly Home[]): readonly string[] => cells.flatMap((cell) => homes.map(({ place }) => `${cell}${place}`))

/** Rows by home or by district, after the total. */
const placeRows = async (house: House, { columns, rows: { by } }: BurialTableDefinition, period: Period): Promise<Row[]> => {
  const { burial } = house.register.read
  const names = await burial.homeNames()
  const homes = homesOf(names)
  const cells = columns.flatMap((column) => column.cells)
  const sums = await burial.sums([...new Set([...cells, ...atHomes(cells, homes)])], period)
  const row = (id: string, title: Text, of: readonly Home[] | undefined): Row => ({ id, title, cells: columns.map((column) => cellOf(column, of === undefined ? column.cells : atHomes(column.cells, of), [sums], period)) })
  const total = row('total', whole, undefined)
  if (by === 'homes') return [total, ...homes.map((home) => row(home.place, text(names.get(home.place) ?? home.place, names.get(home.place) ?? home.place), [home]))]
  return [total, ...[...Map.groupBy(homes, ({ area }) => area)].map(([area, of]) => row(area, text(areaName(area, period.to) || area, areaName(area, period.to) || area), of))]
}

/** What counted in the period, and all there is at its end, by home as well. */
const standingRows = async (house: House, { columns }: BurialTableDefinition, period: Period): Promise<Row[]> => {
  const { burial } = house.register.read
  const names = await burial.homeNames()
  const homes = homesOf(names)
  const end = standingAt(period.to)
  const cells = columns.flatMap((column) => column.cells)
  const [within, standing] = await Promise.all([burial.sums(cells, period), burial.sums([...new Set([...cells, ...atHomes(cells, homes)])], end)])
  const row = (id: string, title: Text, sums: Sums, span: Span, home?: Home): Row => ({ id, title, cells: columns.map((column) => cellOf(column, home === undefined ? column.cells : atHomes(column.cells, [home]), [sums], span)) })
  return [
    row('period', text('本期增减', 'Change in the period'), within, period), row('standing', text('截至期末累计', 'All at its end'), standing, end),
    ...homes.map((home) => row(home.place, text(`${names.get(home.place) ?? home.place}（截至期末）`, `${names.get(home.place) ?? home.place}, at its end`), standing, end, home)),
  ]
}

/** Rows of a list, closed or by what follows a prefix; `*` in the cells stands for the row. */
const listRows = async (house: House, { columns, rows }: BurialTableDefinition, period: Period): Promise<Row[]> => {
  const patterns = [...new Set(columns.flatMap(({ cells }) => cells))]
  const sums = await house.register.read.burial.sums([...patterns.map((pattern) => pattern.replace(/\*$/, '')), ...columns.flatMap(({ whole: own = [] }) => own)], period)
  const of = (id: string): readonly (readonly string[])[] => columns.map(({ cells }) => cells.map((cell) => (cell.endsWith('*') ? `${cell.slice(0, -1)}${id}` : cell)))
  const row = (id: string, title: Text, cells: readonly (readonly string[])[]): Row => ({ id, title, cells: columns.map((column, index) => cellOf(column, cells[index] ?? [], [sums], period)) })
  const found = new Set<string>()
  for (const cell of sums.keys()) for (const pattern of patterns) if (pattern.endsWith('*') && cell.startsWith(pattern.slice(0, -1))) found.add(cell.slice(pattern.length - 1))
  const list = rows.by === 'list' ? rows.list : rows.by === 'open' ? await namesOf(house, rows.named).then((nameOf) => [...found].sort().map((id) => ({ id, title: nameOf(id) }))) : []
  const ids = list.map(({ id }) => id)
  // A waiver of two items counts once in each of them: the whole is a cell of its own where counts of the rows do not add up to it.
  const total = columns.map(({ cells, whole: own }) => own ?? cells.flatMap((cell) => (cell.endsWith('*') ? ids.map((id) => `${cell.slice(0, -1)}${id}`) : [cell])))
  return [...list.map(({ id, title }) => row(id, title, of(id))), row('total', whole, total)]
}

/** Figures with a unit of their own, one a row: the period, the year to date, and the same days of the year before. */
const figureRows = async (house: House, list: readonly CountColumn[], period: Period): Promise<{ readonly columns: BurialTable['columns']; readonly rows: Row[] }> => {
  const { burial } = house.register.read
  const cells = [...new Set(list.flatMap((figure) => figure.cells))]
  const lastYear = (day: string): Span['to'] => addMonths(civilDate(day), -12)
  const before = { from: lastYear(period.from), to: period.to === monthRange(monthOf(period.to)).to ? monthRange(monthOf(civilDate(lastYear(`${period.to.slice(0, 7)}-01`)))).to : lastYear(period.to) }
  const spans = [['period', text('本期', 'The period'), period], ['toDate', text('本年累计', 'Year to date'), { from: januaryOf(period.to), to: period.to }], ['before', text('上年同期', 'The year before'), before]] as const
  const sums = await Promise.all(spans.map(([, , span]) => burial.sums(cells, span)))
  return {
    columns: spans.map(([id, title]) => ({ id, title, unit: '' })),
    rows: list.map((figure) => ({ id: figure.id, title: text(`${figure.title.zh}（${figure.unit}）`, `${figure.title.en} (${figure.unit})`), cells: spans.map(([, , span], index) => cellOf(figure, figure.cells, [sums[index] ?? none], span)) })),
  }
}

/** The cremation rate stands in the table of districts where one denominator tells it for all of them. */
const rateColumn = async (house: House, period: Period): Promise<{ readonly title: Text; readonly percent: number } | undefined> => {
  const { burial } = house.register.read
  const [sums, entered] = await Promise.all([burial.sums(rateCells, period), burial.denominators(period)])
  const rate = ratesOf(sums, entered, period).find(({ id, state }) => id === 'cremation' && state === 'stated')
  return rate?.rate === undefined || rate.rate === null ? undefined : { title: text(`${rate.title.zh}%`, `${rate.title.en}, %`), percent: Math.round(rate.rate * 1000) / 10 }
}

/** Counts a table over a period, every number with the cells and days of the lines behind it, and checks its identities. */
export const countBurialTable = async (house: House, table: BurialTableDefinition, period: Period): Promise<BurialTable> => {
  const started = performance.now()
  const { rows: kind } = table
  let columns: BurialTable['columns'] = table.columns.map(({ id, title, unit }) => ({ id, title, unit }))
  let rows: Row[]
  switch (kind.by) {
    case 'months': rows = await monthRows(house, table, period); break
    case 'homes':
    case 'districts': rows = await placeRows(house, table, period); break
    case 'standing': rows = await standingRows(house, table, period); break
    case 'list':
    case 'open': rows = await listRows(house, table, period); break
    case 'figures': ({ columns, rows } = await figureRows(house, kind.list, period))
  }
  if (kind.by === 'districts' && rows.length <= 2) {
    const rate = await rateColumn(house, period)
    if (rate !== undefined) {
      columns = [...columns.slice(0, 3), { id: 'rate', title: rate.title, unit: '%' }, ...columns.slice(3)]
      rows = rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, 3), { value: rate.percent, fen: null, cells: [], from: period.from, to: period.to }, ...row.cells.slice(3)] }))
    }
  }
  const identities = (await checksOf(house, table.identities, period)).map((identity) => ({ ...identity }))
  return { id: table.id, title: table.title, unit: table.unit, from: period.from, to: period.to, columns, rows, identities, milliseconds: Math.round(performance.now() - started) }
}
