import { areaName } from '../../../domain/areas/index.ts'
import { ratesOf, rateCells } from '../../../domain/burial/statistics/rates.ts'
import type { BurialTableDefinition } from '../../../domain/burial/statistics/tables.ts'
import { findBurialTable } from '../../../domain/burial/statistics/tables.ts'
import { LantaiError } from '../../../domain/error.ts'
import { standingAt } from '../../../domain/reports/spans.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { BurialTable } from '../../schemas/waiver.ts'
import { countedCell, figureRows, listRows, monthRows, standingRows, wholeTitle } from '../../statistics/counted.ts'
import type { CountedTableRow } from '../../statistics/counted.ts'
import type { Period } from '../../statistics/table.ts'
import { checksOf } from './checks.ts'
import { namesOf } from './names.ts'

type Row = CountedTableRow

/** The table of an id; throws `not_found`. */
export const getBurialTable = (id: string): BurialTableDefinition => {
  const table = findBurialTable(id)
  if (table === undefined) throw new LantaiError('not_found', text('没有这张报表', 'There is no such table'), 'table')
  return table
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
  const row = (id: string, title: Text, of: readonly Home[] | undefined): Row => ({ id, title, cells: columns.map((column) => countedCell(column, of === undefined ? column.cells : atHomes(column.cells, of), [sums], period)) })
  const total = row('total', wholeTitle, undefined)
  if (by === 'homes') return [total, ...homes.map((home) => row(home.place, text(names.get(home.place) ?? home.place, names.get(home.place) ?? home.place), [home]))]
  return [total, ...[...Map.groupBy(homes, ({ area }) => area)].map(([area, of]) => row(area, text(areaName(area, period.to) || area, areaName(area, period.to) || area), of))]
}

/** What counted in the period, and all there is at its end, by home as well. */
const homeStandingRows = async (house: House, { columns }: BurialTableDefinition, period: Period): Promise<Row[]> => {
  const { burial } = house.register.read
  const names = await burial.homeNames()
  const homes = homesOf(names)
  const end = standingAt(period.to)
  const [rows, standing] = await Promise.all([standingRows(burial, columns, period), burial.sums([...new Set(atHomes(columns.flatMap((column) => column.cells), homes))], end)])
  return [...rows, ...homes.map((home): Row => ({ id: home.place, title: text(`${names.get(home.place) ?? home.place}（截至期末）`, `${names.get(home.place) ?? home.place}, at its end`), cells: columns.map((column) => countedCell(column, atHomes(column.cells, [home]), [standing], end)) }))]
}

/** The cremation rate stands in the table of districts where one denominator tells it for all of them. */
const rateColumn = async (house: House, period: Period): Promise<{ readonly title: Text; readonly percent: number } | undefined> => {
  const { burial } = house.register.read
  const [sums, entered] = await Promise.all([burial.sums(rateCells, period), burial.denominators(period)])
  const rate = ratesOf(sums, entered, period).find(({ id, state }) => id === 'cremation' && state === 'stated')
  return rate?.rate === undefined || rate.rate === null ? undefined : { title: text(`${rate.title.zh}%`, `${rate.title.en}, %`), percent: Math.round(rate.rate * 1000) / 10 }
}

/** Counts a table over a period, every number with the cells and days of the lines behind it, and checks its identities; without `rates` no rate is told beside the counts, and with `all` figures have every span. */
export const countBurialTable = async (house: House, table: BurialTableDefinition, period: Period, { rates = true, all = false }: { readonly rates?: boolean; readonly all?: boolean } = {}): Promise<BurialTable> => {
  const started = performance.now()
  const { rows: kind } = table
  const { burial } = house.register.read
  let columns: BurialTable['columns'] = table.columns.map(({ id, title, unit }) => ({ id, title, unit }))
  let rows: Row[]
  switch (kind.by) {
    case 'months': rows = await monthRows(burial, table.columns, period); break
    case 'homes':
    case 'districts': rows = await placeRows(house, table, period); break
    case 'standing': rows = await homeStandingRows(house, table, period); break
    case 'list': rows = await listRows(burial, table.columns, kind.list, period); break
    case 'open': rows = await listRows(burial, table.columns, await namesOf(house, kind.named), period); break
    case 'figures': ({ columns, rows } = await figureRows(burial, kind.list, period, all ? ['period', 'before', 'toDate', 'yearBefore'] : ['period', 'toDate', 'yearBefore']))
  }
  if (rates && kind.by === 'districts' && rows.length <= 2) {
    const rate = await rateColumn(house, period)
    if (rate !== undefined) {
      columns = [...columns.slice(0, 3), { id: 'rate', title: rate.title, unit: '%' }, ...columns.slice(3)]
      rows = rows.map((row) => ({ ...row, cells: [...row.cells.slice(0, 3), { value: rate.percent, fen: null, cells: [], from: period.from, to: period.to }, ...row.cells.slice(3)] }))
    }
  }
  const identities = (await checksOf(house, table.identities, period)).map((identity) => ({ ...identity }))
  return { id: table.id, title: table.title, unit: table.unit, from: period.from, to: period.to, columns, rows, identities, milliseconds: Math.round(performance.now() - started) }
}
