import type { PlaceNameReads } from '../../../db/place-names/contract.ts'
import { civilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { planResult } from '../../../domain/place-names/boundaries/line.ts'
import { placeKindEntries } from '../../../domain/place-names/kinds.ts'
import { unstated } from '../../../domain/place-names/statistics/counts.ts'
import { placeNameIdentities } from '../../../domain/place-names/statistics/identities.ts'
import { findPlaceNameTable, placeNameTables, type PlaceNameTableDefinition } from '../../../domain/place-names/statistics/tables.ts'
import type { CellSums, CheckedIdentity } from '../../../domain/statistics/counted.ts'
import { text, type Text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { PlaceNameTable } from '../../schemas/boundaries.ts'
import type { CountedTableRow, CountReads } from '../../statistics/counted.ts'
import { checkCounted, figureRows, listRows, monthRows, standingRows, wholeTitle } from '../../statistics/counted.ts'
import type { Period } from '../../statistics/table.ts'

/** The table of an id; throws `not_found`. */
export const getPlaceNameTable = (id: string): PlaceNameTableDefinition => {
  const table = findPlaceNameTable(id)
  if (table === undefined) throw new LantaiError('not_found', text('没有这张报表', 'There is no such table'), 'table')
  return table
}

const counted = (sums: ReadonlyMap<string, number>): CellSums => new Map([...sums].map(([cell, count]) => [cell, { count, fen: 0 }]))
/** The counts of place names, which hold no money. */
export const countsOf = ({ sums, sumsByMonth }: Pick<PlaceNameReads, 'sums' | 'sumsByMonth'>): CountReads => ({
  sums: async (cells, period) => counted(await sums(cells, period)),
  sumsByMonth: async (cells, period) => new Map([...(await sumsByMonth(cells, period))].map(([month, found]) => [month, counted(found)])),
})

const townTitle = (town: string): Text => (town === unstated ? text('未填', 'Not stated') : text(town, town))

const yearOf = (year: number): Period => ({ from: civilDate(`${String(year)}-01-01`), to: civilDate(`${String(year)}-12-31`) })
const plannedCells = ['boundary.planned.total'] as const
const extraCells = ['boundary.inspected.kind.extra'] as const

/** The plans of the years that a period touches: what was planned, what came of it, and what was due and not planned. */
const planRows = async ({ placeNames }: House['register']['read'], period: Period): Promise<CountedTableRow[]> => {
  const lines = (await placeNames.boundaries()).map(({ value }) => value)
  const rows: CountedTableRow[] = []
  for (let year = Number(period.from.slice(0, 4)); year <= Number(period.to.slice(0, 4)); year += 1) {
    const span = yearOf(year)
    const [plan, sums] = await Promise.all([placeNames.boundaryPlan(year), placeNames.sums([...plannedCells, ...extraCells], span)])
    const result = planResult(plan ?? { day: span.from, year, document: '', lines: [] }, lines)
    // Behind a number stand its lines; what only plan and inspections together tell has none of its own.
    const cell = (value: number, cells: readonly string[] = []): CountedTableRow['cells'][number] => ({ value, fen: null, cells: cells.length > 0 && cells.reduce((sum, name) => sum + (sums.get(name) ?? 0), 0) === value ? [...cells] : [], ...span })
    rows.push({ id: String(year), title: text(`${String(year)}年`, String(year)), cells: [cell(result.planned, plannedCells), cell(result.done), cell(result.onTime), cell(result.filed), cell(result.open.length), cell(result.extra, extraCells), cell(result.unplanned.length)] })
  }
  return rows
}

/** The names of the gazetteer today, by kind. */
const gazetteerRows = async (house: House): Promise<CountedTableRow[]> => {
  const { byKind } = await house.register.read.placeNames.nameSums()
  const today = house.today()
  const row = (id: string, title: Text, value: number): CountedTableRow => ({ id, title, cells: [{ value, fen: null, cells: [], from: today, to: today }] })
  return [...placeKindEntries.map(({ kind, title }) => row(kind, title, byKind.find((sum) => sum.kind === kind)?.count ?? 0)), row('total', wholeTitle, byKind.reduce((sum, { count }) => sum + count, 0))]
}

/** Checks the identities of these ids on what counted in a period, or on all there is at its end. */
export const checkPlaceNames = async (house: House, ids: readonly string[], period: Period): Promise<readonly CheckedIdentity[]> => {
  const wanted = new Set(ids)
  return checkCounted(countsOf(house.register.read.placeNames), placeNameIdentities.filter(({ id }) => wanted.has(id)), period)
}

/** Counts a table over a period, every number with the cells and days of the lines behind it, and checks its identities. */
export const countPlaceNameTable = async (house: House, table: PlaceNameTableDefinition, period: Period): Promise<PlaceNameTable> => {
  const started = performance.now()
  const { read } = house.register
  const reads = countsOf(read.placeNames)
  const { rows: kind } = table
  let columns: PlaceNameTable['columns'] = table.columns.map(({ id, title, unit }) => ({ id, title, unit }))
  let rows: readonly CountedTableRow[]
  switch (kind.by) {
    case 'months': rows = await monthRows(reads, table.columns, period); break
    case 'list': rows = await listRows(reads, table.columns, kind.list, period); break
    case 'open': rows = await listRows(reads, table.columns, townTitle, period); break
    case 'standing': rows = await standingRows(reads, table.columns, period); break
    case 'figures': ({ columns, rows } = await figureRows(reads, kind.list, period, ['period', 'before', 'toDate', 'yearBefore'])); break
    case 'plans': rows = await planRows(read, period); break
    case 'gazetteer': rows = await gazetteerRows(house)
  }
  const identities = await checkPlaceNames(house, table.identities, period)
  return {
    id: table.id, title: table.title, unit: table.unit, from: period.from, to: period.to, columns, identities: identities.map((identity) => ({ ...identity })), milliseconds: Math.round(performance.now() - started),
    rows: rows.map(({ id, title, cells }) => ({ id, title, cells: cells.map(({ fen: _fen, ...cell }) => cell) })),
  }
}

const heads = new Map(placeNameTables.flatMap(({ columns, rows }) => (rows.by === 'figures' ? rows.list : columns)).flatMap(({ cells, title }) => (cells.length === 1 && cells[0]?.endsWith('.total') === true ? [[cells[0], title] as const] : [])))
const others: Readonly<Record<string, Text>> = { 'protected.total': text('列入（移出）地名保护名录', 'Put on, or taken off, the protection list'), 'plan.ended.total': text('地名方案终止', 'Name plan ended'), 'proof.total': text('地名证明', 'Address proof') }

/** What a counted line is of. */
export const lineTitle = (cells: readonly string[]): Text => {
  const head = cells[0] ?? ''
  return others[head] ?? heads.get(head) ?? text(head, head)
}

/** Where the desk shows what a line is of: the case, the entity, its plates, the boundary, the plan, the irregular name or the proof. */
export const linePath = (subject: string, cells: readonly string[]): string => {
  const [head = ''] = (cells[0] ?? '').split('.')
  const [page, year] = subject.split('/')
  switch (head) {
    case 'application': case 'name': case 'filing': case 'notice': case 'sign': case 'opinion': return `/place-names/${subject}`
    case 'plate': return `/place-names/plates/${subject}`
    case 'protected': return `/place-names/gazetteer/${subject}`
    case 'boundary': case 'marker': return page === 'boundaryPlan' ? `/place-names/boundaries?year=${year ?? ''}` : `/place-names/boundaries/${subject}`
    case 'irregular': return `/place-names/irregular?name=${encodeURIComponent(subject)}`
    case 'plan': return `/place-names/plans?plan=${encodeURIComponent(subject)}`
    case 'proof': return `/place-names/proofs?number=${encodeURIComponent(subject)}`
    default: return '/place-names'
  }
}
