import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { CodeList, CoupleWindow } from './codes.ts'
import { codes, findPlace, windowNumber } from './codes.ts'

/** A cell of domain/statistics as conditions on the columns of one table: it counts once for each condition a row meets, and its cases are those that meet any of them. The number and the list behind it are read by the same text. */

export interface Period { readonly from: string; readonly to: string }

/** A table that cells count: which rows, by which day, of which office, and the column with the key of the case. */
export interface Source { readonly id: 'marriage' | 'divorce' | 'application' | 'withdrawal' | 'reissue' | 'ending' | `${'marriage' | 'divorce' | 'reissue'}Corrected`; readonly table: string; readonly rows: string; readonly day: string; readonly office: string; readonly key: string; readonly window: 'marriage' | 'divorce' | 'reissue' }

const couples = (window: CoupleWindow): Source => ({ id: window, table: 'couple_statistic', rows: `window = ${String(windowNumber(window))}`, day: 'day', office: 'office', key: 'key', window })
// A correction has no table of its own: the journal says which case it mended, and on what day. A case that was corrected twice stands in the list once.
const corrections = (window: Source['window']): Source => ({ id: `${window}Corrected`, table: `journal JOIN ${window}_case ON ${window}_case.id = journal.subject`, rows: `journal.kind = '${window}.corrected'`, day: 'substr(journal.at, 1, 10)', office: `${window}_case.area`, key: `${window}_case.key`, window })
export const sources: Readonly<Record<Source['id'], Source>> = {
  marriage: couples('marriage'),
  divorce: couples('divorce'),
  // Counted by the day of the acceptance, whatever became of it later.
  application: { id: 'application', table: 'divorce_case', rows: "accepted_on <> ''", day: 'accepted_on', office: 'area', key: 'key', window: 'divorce' },
  // Withdrawals as the window's matters count them, by their own day; by the acceptance they are `application.withdrawn`.
  withdrawal: { id: 'withdrawal', table: 'divorce_case', rows: "state = 'withdrawn'", day: 'ended_on', office: 'area', key: 'key', window: 'divorce' },
  reissue: { id: 'reissue', table: 'reissue_case', rows: "day <> '' AND state IN ('registered', 'proofread', 'delivered')", day: 'day', office: 'area', key: 'key', window: 'reissue' },
  ending: { id: 'ending', table: 'marriage_ending', rows: '1', day: 'day', office: "''", key: 'case_key', window: 'marriage' },
  marriageCorrected: corrections('marriage'), divorceCorrected: corrections('divorce'), reissueCorrected: corrections('reissue'),
}

const officeShape = /^\d{0,12}$/
const sexes = ['man', 'woman'] as const
const bySex = (column: string, list: CodeList) => (id: string): readonly string[] => {
  const place = findPlace(list, id)
  return place === undefined ? [] : sexes.map((sex) => `${column}_${sex} = ${String(place)}`)
}
const plain = (column: string, list: CodeList, and = '') => (id: string): readonly string[] => {
  const place = findPlace(list, id)
  return place === undefined ? [] : [`${column} = ${String(place)}${and}`]
}
const literal = (column: string, shape: RegExp) => (value: string): readonly string[] => (shape.test(value) ? [`${column} = '${value}'`] : [])
const orderOf = (order: string) => (sex: string): readonly string[] => (sexes.some((one) => one === sex) ? [`order_${sex} = ${String(findPlace('order', order))}`] : [])

/** A table of cells: the conditions of each of its columns; `ids` lists them where the table is closed. */
interface CellTable { readonly conditions: (id: string) => readonly string[]; readonly ids?: readonly string[] }
const closed = (list: CodeList, conditions: (id: string) => readonly string[]): CellTable => ({ conditions, ids: codes[list] })
const listed = (columns: Readonly<Record<string, string>>): CellTable => ({ conditions: (id) => (Object.hasOwn(columns, id) ? [columns[id] as string] : []), ids: Object.keys(columns) })

const again = String(findPlace('order', 'again'))
const ofCouples: Readonly<Record<string, CellTable>> = {
  month: { conditions: literal('substr(day, 6, 2)', /^\d{2}$/) },
  day: { conditions: literal('day', /^\d{4}-\d{2}-\d{2}$/) },
  office: { conditions: literal('office', officeShape) },
  residence: closed('residence', plain('residence', 'residence')),
  mainlandWoman: closed('residence', plain('residence', 'residence', ' AND mainland_woman = 1')),
  'age.man': closed('age', plain('age_man', 'age')),
  'age.woman': closed('age', plain('age_woman', 'age')),
  difference: closed('difference', plain('difference', 'difference')),
  education: closed('education', bySex('education', 'education')),
  occupation: closed('occupation', bySex('occupation', 'occupation')),
}
const local = "(original_case_id <> '' OR original_area = area)"
const tables: Readonly<Record<Source['id'], Readonly<Record<string, CellTable>>>> = {
  marriage: {
    ...ofCouples,
    first: { conditions: orderOf('first'), ids: sexes },
    again: { conditions: orderOf('again'), ids: sexes },
    'againAge.man': closed('age', plain('age_man', 'age', ` AND order_man = ${again}`)),
    'againAge.woman': closed('age', plain('age_woman', 'age', ` AND order_woman = ${again}`)),
  },
  divorce: { ...ofCouples, duration: closed('duration', plain('duration', 'duration')), reason: closed('reason', plain('reason', 'reason')) },
  application: {},
  withdrawal: {},
  reissue: {
    certificate: listed({ marriage: "certificate = 'marriage'", divorce: "certificate = 'divorce'" }),
    place: listed({ local, elsewhere: `NOT ${local}` }),
    proxied: listed({ local: `proxied = 1 AND ${local}`, elsewhere: `proxied = 1 AND NOT ${local}` }),
  },
  ending: {}, marriageCorrected: {}, divorceCorrected: {}, reissueCorrected: {},
}
/** Cells that belong to no table. `today` decides what has lapsed: the window is over and nobody came. */
const single = (today: string): Readonly<Record<string, readonly string[]>> => ({
  'marriage.total': ['1'], 'divorce.total': ['1'], 'marriage.former': ['former = 1', 'former = 1'],
  'application.accepted': ['1'], 'application.withdrawn': ["state = 'withdrawn'"], 'application.lapsed': [`state = 'accepted' AND end2 < '${today}'`], 'application.open': [`(state = 'issuing' OR state = 'accepted' AND end2 >= '${today}')`],
  // A registration that was voided afterwards is still what the application came to.
  'application.registered': ["state IN ('registered', 'proofread', 'delivered', 'voided')"], 'application.refused': ["state = 'refused'"],
  'withdrawal.total': ['1'], 'reissue.total': ['1'], 'reissue.booklets': ["serial_man <> ''", "serial_woman <> ''"],
  'ending.divorced': ["kind = 'divorced'"], 'ending.void': ["kind = 'void'"], 'ending.annulled': ["kind = 'annulled'"], 'ending.revoked': ["kind = 'revoked'"],
  'marriageCorrected.total': ['1'], 'divorceCorrected.total': ['1'], 'reissueCorrected.total': ['1'],
})

const requireDay = (today: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today)) throw new LantaiError('invalid', text('日期不对', 'That is no day'), 'today')
  return today
}
const sourceOf = (cell: string): Source | undefined => {
  const id = cell.slice(0, cell.indexOf('.'))
  return Object.hasOwn(sources, id) ? sources[id as Source['id']] : undefined
}

/** The conditions under which a row counts in a cell; undefined for a cell that is none. A cell can be narrowed to one office: `marriage.residence.foreign@990101`. */
export const findConditions = (cell: string, today: string): { readonly source: Source; readonly conditions: readonly string[] } | undefined => {
  const [name = '', office, ...more] = cell.split('@')
  const source = sourceOf(name)
  if (source === undefined || more.length > 0 || (office !== undefined && !officeShape.test(office))) return undefined
  const conditions = conditionsOf(source, name, requireDay(today))
  if (conditions.length === 0) return undefined
  return { source, conditions: office === undefined ? conditions : conditions.map((condition) => `(${condition}) AND ${source.office} = '${office}'`) }
}

const conditionsOf = (source: Source, cell: string, today: string): readonly string[] => {
  const alone = single(today)
  if (Object.hasOwn(alone, cell)) return alone[cell] as readonly string[]
  const end = cell.lastIndexOf('.')
  const table = cell.slice(source.id.length + 1, end)
  return Object.hasOwn(tables[source.id], table) ? (tables[source.id][table] as CellTable).conditions(cell.slice(end + 1)) : []
}

const closedCells: readonly string[] = [
  ...Object.keys(single('0000-00-00')),
  ...Object.entries(tables).flatMap(([id, own]) => Object.entries(own).flatMap(([name, { ids = [] }]) => ids.map((column) => `${id}.${name}.${column}`))),
]

/** The closed cells below a prefix that ends in a dot, or the cell itself; months, days and offices are grouped, not listed (`openTables`). */
export const cellsUnder = (prefix: string, today: string): readonly string[] => (prefix.endsWith('.') ? closedCells.filter((cell) => cell.startsWith(prefix)) : findConditions(prefix, today) === undefined ? [] : [prefix])

/** The open tables of couples (by month, day or office) that a prefix asks for. */
export const openTables = (prefix: string): readonly { readonly source: Source; readonly part: 'month' | 'day' | 'office' }[] =>
  ([sources.marriage, sources.divorce]).flatMap((source) => (['month', 'day', 'office'] as const).flatMap((part) => (prefix.endsWith('.') && `${source.id}.${part}.`.startsWith(prefix) ? [{ source, part }] : [])))

const noCell = (cell: string): LantaiError => new LantaiError('invalid', text(`统计表中没有“${cell.slice(0, 80)}”`, `The statistics have no cell “${cell.slice(0, 80)}”`), 'cell')

interface WithCell { readonly cell?: string; readonly from?: string; readonly to?: string }

/** For lists of cases (`c` is the case): those that count in the filter's cell in its period. Throws `invalid` at `cell` for one that is none of this window. */
export const cellCondition = (filter: WithCell, window: string, today: string): readonly [sql: string, from: string, to: string] | undefined => {
  const { cell, from = '', to = '9999-12-31' } = filter
  if (cell === undefined) return undefined
  const found = findConditions(cell, today)
  if (found?.source.window !== window) throw noCell(cell)
  const { source, conditions } = found
  return [`c.key IN (SELECT ${source.key} FROM ${source.table} WHERE ${source.rows} AND ${source.day} >= ? AND ${source.day} <= ? AND (${[...new Set(conditions)].join(' OR ')}))`, from, to]
}

/** The filter as the list itself takes it: where a cell counts by another day than that of the decision (the acceptance, the end of the marriage, a correction), the days are the cell's alone. */
export const withoutCellDays = <F extends WithCell>(filter: F): F => {
  const source = filter.cell === undefined ? undefined : sourceOf(filter.cell)
  if (source === undefined || source.id === source.window) return filter
  const { from: _from, to: _to, ...rest } = filter
  return rest as F
}
