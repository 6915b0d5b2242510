import type { CivilDate } from '../../domain/dates.ts'
import { addDays, addMonths, civilDate, daysBetween, monthOf, monthRange } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import type { Period } from '../../domain/reports/spans.ts'
import type { Counts } from '../../domain/statistics/cells.ts'
import { countAt } from '../../domain/statistics/cells.ts'
import type { Identity } from '../../domain/statistics/identities.ts'
import { applicationIdentities, divorceIdentities, identityLine, marriageIdentities, reissueIdentities } from '../../domain/statistics/identities.ts'
import type { Part, TableDefinition } from '../../domain/statistics/tables.ts'
import { partValue, tableDefinitions } from '../../domain/statistics/tables.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import type { IdentityLine, StatisticCell, StatisticTable } from '../schemas/statistics.ts'
import type { z } from 'zod'

export type { Period }
type Cell = z.infer<typeof StatisticCell>
type Row = StatisticTable['rows'][number]

/** The table of an id; throws `not_found`. */
export const getTable = (id: string): TableDefinition => {
  const table = tableDefinitions.find((entry) => entry.id === id)
  if (table === undefined) throw new LantaiError('not_found', text('没有这张统计表', 'There is no such table'), 'table')
  return table
}

const longestPeriod = 120 // years

/** Refuses a period whose days are none, in the wrong order, or further apart than any register reaches. */
export const requirePeriod = (asked: { readonly from: string; readonly to: string }): Period => {
  const period = { from: civilDate(asked.from, 'from'), to: civilDate(asked.to, 'to') }
  if (period.from > period.to) throw new LantaiError('invalid', text('起始日在截止日之后', 'The first day is after the last'), 'from')
  if (Number(period.to.slice(0, 4)) - Number(period.from.slice(0, 4)) > longestPeriod) throw new LantaiError('invalid', text(`期间最长 ${String(longestPeriod)} 年`, `A period is ${String(longestPeriod)} years at most`), 'from')
  return period
}

/** An identity as the door tells it. */
export const identityReply = (identity: Identity): IdentityLine => {
  const { id, name, unit, relation, left, right, holds } = identity
  return { id, name, unit, relation, left: { ...left }, right: { ...right }, holds, line: identityLine(identity) }
}

const windowOf = (cell: string): Cell['window'] => (cell.startsWith('marriage.') || cell.startsWith('ending.') ? 'marriage' : cell.startsWith('divorce.') || cell.startsWith('application.') ? 'divorce' : cell.startsWith('reissue.') ? 'reissue' : null)

/** What must be counted for an identity, by its id: the cells of both its sides. */
const cellsOfIdentity = (id: string): readonly string[] => {
  const [window = '', table = '', sex] = id.split('.')
  switch (window) {
    case 'application':
      return ['application.', 'divorce.total']
    case 'reissue':
      return ['reissue.']
    default:
  }
  const total = `${window}.total`
  switch (table) {
    case 'mainlandWoman':
      return [`${window}.mainlandWoman.`, `${window}.residence.`]
    case 'months':
      return [total, `${window}.month.`]
    case 'days':
      return [total, `${window}.day.`]
    case 'offices':
      return [total, `${window}.office.`]
    case 'persons':
    case 'order':
      return [total, `${window}.first.`, `${window}.again.`]
    case 'former':
      return [`${window}.former`, `${window}.again.`]
    case 'againAge':
      return [`${window}.againAge.`, `${window}.again.`]
    case 'age':
      return sex === 'man' || sex === 'woman' ? [total, `${window}.age.${sex}.`] : [total, `${window}.age.`]
    default:
      return [total, `${window}.${table}.`]
  }
}

/** An application leads to a registration within some ninety days: thirty of cooling-off, thirty of the window, and the rest days that both roll over. */
const longestApplication = 92

/** The day from which accepted applications can have led to the registrations of a period: the period before of the same length, or as far back as an application can lie. */
const acceptedSince = ({ from, to }: Period): CivilDate => addDays(from, -Math.max(daysBetween(from, to) + 1, longestApplication))

/** The identities of some tables, checked on the counts of a period. */
const identitiesOf = async (house: House, ids: readonly string[], period: Period, counts: Counts): Promise<readonly Identity[]> => {
  const wanted = new Set(ids)
  const found: Identity[] = []
  if (ids.some((id) => id.startsWith('marriage.'))) found.push(...marriageIdentities(counts))
  if (ids.some((id) => id.startsWith('divorce.'))) found.push(...divorceIdentities(counts))
  if (ids.some((id) => id.startsWith('reissue.'))) found.push(...reissueIdentities(counts))
  if (ids.some((id) => id.startsWith('application.'))) {
    const since = acceptedSince(period)
    const before = await house.register.read.statistic(['application.accepted'], { from: since, to: addDays(period.from, -1) }, house.today())
    found.push(...applicationIdentities(counts, countAt(counts, 'divorce.total'), countAt(before, 'application.accepted'), since))
  }
  return found.filter(({ id }) => wanted.has(id))
}

const cellOf = (table: TableDefinition, part: Part, counts: Counts, narrowed: (cell: string) => string = (cell) => cell): Cell => {
  const { value, share } = partValue(table, part, (cell) => countAt(counts, cell))
  return { value, share, cells: part.cells.map(narrowed), window: windowOf(part.cells[0] ?? '') }
}

const whole = text('合计', 'Total')
const none: Counts = new Map()

/** Rows of a table whose parts are the same in each: by month, by day, by office. */
const partedRows = async (house: House, table: TableDefinition, by: 'month' | 'day' | 'office', period: Period, counts: Counts): Promise<Row[]> => {
  const parts = await house.register.read.statisticBy(by, table.parts.flatMap((part) => part.cells), period, house.today())
  const row = (id: string, title: Text, { from, to }: Period, of: Counts, narrowed?: (cell: string) => string): Row => ({ id, title, from, to, cells: table.parts.map((part) => cellOf(table, part, of, narrowed)) })
  const total = row('total', whole, period, counts)
  if (by === 'office') {
    const { name, areaOn } = await house.office()
    // Registrations under an older code of this office keep that code; both are its own.
    const titleOf = (area: string): Text => (area === '' ? text('未记机关', 'No office') : area === areaOn(house.today()) ? text(name, name) : text(`${name}（${area}）`, `${name} (${area})`))
    return [total, ...[...parts].map(([area, of]) => row(area, titleOf(area), period, of, (cell) => `${cell}@${area}`))]
  }
  if (by === 'day') return [total, ...[...parts].map(([day, of]) => row(day, text(day, day), { from: civilDate(day), to: civilDate(day) }, of))]
  // Months in which nothing happened stand in the table too; of days only those on which something did.
  const rows: Row[] = []
  for (let first = monthRange(monthOf(period.from)).from; first <= period.to; first = addMonths(first, 1)) {
    const month = monthOf(first)
    const { from, to } = monthRange(month)
    rows.push(row(month, text(`${month.slice(0, 4)}年${String(Number(month.slice(5)))}月`, month), { from: from < period.from ? period.from : from, to: to > period.to ? period.to : to }, parts.get(month) ?? none))
  }
  return [total, ...rows]
}

const sexes = [['man', '男', 'Men'], ['woman', '女', 'Women']] as const

/** A row for each sex, the columns being what both have. */
const sexRows = (table: TableDefinition, period: Period, counts: Counts): Row[] =>
  sexes.map(([sex, zh, en]) => ({ id: sex, title: text(zh, en), ...period, cells: table.parts.filter((part) => part.id.startsWith(`${sex}.`)).map((part) => cellOf(table, part, counts)) }))

const columnsOf = (table: TableDefinition): StatisticTable['columns'] => {
  if (table.rows !== 'sex') return table.parts.map(({ id, title }) => ({ id, title }))
  // Without the word that the row says already.
  return table.parts.filter((part) => part.id.startsWith('man.')).map(({ id, title }) => ({ id: id.slice(4), title: text(title.zh.replace(/^男 /u, ''), title.en.replace(/^Men, /u, '').replace(/^t/u, 'T')) }))
}

/** Counts a table over a period, every number with its cells, and checks its identities. */
export const countTable = async (house: House, table: TableDefinition, period: Period): Promise<StatisticTable> => {
  const started = performance.now()
  const today = house.today()
  const asked = [...table.parts.flatMap((part) => part.cells), ...table.identities.flatMap(cellsOfIdentity)]
  const counts = await house.register.read.statistic([...new Set(asked)], period, today)
  const rows = table.rows === 'none' ? [{ id: 'total', title: whole, ...period, cells: table.parts.map((part) => cellOf(table, part, counts)) }] : table.rows === 'sex' ? sexRows(table, period, counts) : await partedRows(house, table, table.rows, period, counts)
  const identities = (await identitiesOf(house, table.identities, period, counts)).map(identityReply)
  return { id: table.id, title: table.title, unit: table.unit, ...period, columns: columnsOf(table), rows, identities, milliseconds: Math.round(performance.now() - started) }
}
