import { LantaiError } from '../../domain/error.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader, Value } from '../connection.ts'
import type { CaseFilter, CaseRow, Page } from '../contract.ts'
import { cellCondition, withoutCellDays } from '../statistics/cells.ts'

/** A condition on the case `c`, with its values. */
export type Condition = readonly [sql: string, ...values: Value[]]

/** The order of a list, newest first: by a column of days and then by the key, or by the key alone. */
export interface Order { readonly day: string | undefined }

/** What the reads of a window of cases have beside the common ones. */
export interface CaseReads<State extends string, Row extends CaseRow<State>, Filter extends CaseFilter<State>> {
  readonly id: string
  readonly states: readonly State[]
  /** The states of the small index of cases in work. */
  readonly inWork: readonly State[]
  readonly columns: readonly string[]
  /** What a row of the list has beside the common columns. */
  readonly row: (columns: Readonly<Record<string, string | number | null>>) => Omit<Row, keyof CaseRow<State>>
  readonly conditions: (filter: Filter) => readonly Condition[]
  /** The days by which a list is asked for, when not by the day of the decision. */
  readonly order?: (filter: Filter) => string | undefined
}

type Columns = Readonly<Record<string, string | number | null>>
const common = ['key', 'id', 'revision', 'state', 'number', 'day', 'opened_at', 'serial_man', 'serial_woman', 'registrar', 'counter'] as const
const caseRow = <State extends string>(row: Columns): CaseRow<State> => {
  const text = (column: string): string => String(row[column] ?? '')
  return {
    id: text('id'), revision: Number(row['revision']), state: text('state') as State, number: text('number'), day: text('day'), openedAt: text('opened_at'),
    names: [text('man'), text('woman')], identityNumbers: [text('man_number'), text('woman_number')], serials: [text('serial_man'), text('serial_woman')], registrar: text('registrar'), counter: text('counter'),
  }
}

const literal = (word: string): string => `'${word.replaceAll("'", "''")}'`
const listed = (words: readonly string[]): string => `(${words.length === 0 ? 'NULL' : words.map(literal).join(', ')})`

/** The revision of a case of a window, undefined when it has none of this id. */
export const findRevisionOf = (id: string) => (db: Connection, caseId: string): number | undefined => db.prepare<{ revision: number }>(`SELECT revision FROM ${id}_case WHERE id = ?`).get(caseId)?.revision

/** How many rows a page holds: fifty where nothing is asked for, a thousand at most. */
export const limitOf = (limit: number | undefined): number => Math.min(Math.max(limit ?? 50, 1), 1000)

interface Place { readonly day: string; readonly key: number }
/** The place at which a page goes on, `day~key`; throws `malformed`. */
export const placeOf = (after: string | undefined): Place | undefined => {
  if (after === undefined) return undefined
  const [day = '', key = ''] = after.split('~')
  if (!/^\d+$/.test(key)) throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
  return { day, key: Number(key) }
}

/** The reads that the windows share. */
export const caseReads = <State extends string, Row extends CaseRow<State>, Filter extends CaseFilter<State>>(reads: CaseReads<State, Row, Filter>) => {
  const { id } = reads
  const cells = [...new Set([...common, ...reads.columns])]
  const joined = `JOIN ${id}_party m ON m.key = 2 * c.key JOIN ${id}_party w ON w.key = 2 * c.key + 1`
  const shown = `${cells.map((column) => `c.${column}`).join(', ')}, m.name AS man, w.name AS woman, m.identity_number AS man_number, w.identity_number AS woman_number`
  const select = `SELECT ${shown} FROM ${id}_case c ${joined}`
  const rowOf = (row: Columns): Row => ({ ...caseRow<State>(row), ...reads.row(row) }) as Row

  const inWork = `c.state IN ${listed(reads.inWork)}`
  const dayOf = (filter: Filter): string | undefined => (filter.from !== undefined || filter.to !== undefined ? 'day' : reads.order?.(filter))
  const conditionsOf = (given: Filter, today: string): readonly Condition[] => {
    const inCell = cellCondition(given, id, today)
    const filter = withoutCellDays(given)
    const found: Condition[] = [...reads.conditions(filter), ...(inCell === undefined ? [] : [inCell])]
    if (filter.state !== undefined) {
      const states = filter.state.filter((state) => reads.states.includes(state))
      // States are written out, so that the small index of cases in work can serve them.
      found.push([`c.state IN ${listed(states)}`])
      if (states.every((state) => reads.inWork.includes(state))) found.push([inWork])
    }
    if (filter.from !== undefined || filter.to !== undefined) found.push(["c.day <> '' AND c.day >= ? AND c.day <= ?", filter.from ?? '', filter.to ?? '9999-12-31'])
    if (filter.registrar !== undefined) found.push(['c.registrar = ?', filter.registrar])
    if (filter.counter !== undefined) found.push(['c.counter = ?', filter.counter])
    if (filter.inspection !== undefined) found.push(['c.inspection = ? AND c.number IS NOT NULL', filter.inspection])
    return found
  }
  const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([sql]) => `(${sql})`).join(' AND ')}`)
  const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(([, ...values]) => values)

  /** A page of cases under conditions, in an order of a column of days and of keys. */
  const pageOf = (db: Reader, conditions: readonly Condition[], { day, rising = false }: Order & { readonly rising?: boolean }, page: { readonly after?: string | undefined; readonly limit?: number | undefined }): Page<Row> => {
    const limit = limitOf(page.limit)
    const after = placeOf(page.after)
    const [beyond, to] = rising ? ['>', 'ASC'] : ['<', 'DESC']
    const further: readonly Condition[] = after === undefined ? [] : day === undefined ? [[`c.key ${beyond} ?`, after.key]] : [[`c.${day} ${beyond}= ? AND (c.${day} ${beyond} ? OR c.key ${beyond} ?)`, after.day, after.day, after.key]]
    const all = [...conditions, ...further]
    const order = (alias: string, column: string): string => (day === undefined ? `${alias}.key ${to}` : `${alias}.${column} ${to}, ${alias}.key ${to}`)
    // The keys of the page first, along an index; then what is shown of them.
    const found = db.prepare<Columns>(`SELECT ${shown}, k.place AS place FROM (SELECT c.key AS key, ${day === undefined ? "''" : `c.${day}`} AS place FROM ${id}_case c${where(all)} ORDER BY ${order('c', day ?? '')} LIMIT ?) k JOIN ${id}_case c ON c.key = k.key ${joined} ORDER BY ${order('k', 'place')}`).all(...valuesOf(all), limit + 1)
    const rows = found.slice(0, limit)
    const last = rows.at(-1)
    return { rows: rows.map(rowOf), next: found.length > limit && last !== undefined ? `${String(last['place'])}~${String(last['key'])}` : undefined }
  }
  const countOf = (db: Reader, conditions: readonly Condition[]): number => db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${id}_case c${where(conditions)}`).get(...valuesOf(conditions))?.count ?? 0

  return {
    pageOf,
    countOf,
    /** The case of an id; throws `not_found`. */
    get: (db: Reader, caseId: string): Row => {
      const row = db.prepare<Columns>(`${select} WHERE c.id = ?`).get(caseId)
      if (row === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
      return rowOf(row)
    },
    findByNumber: (db: Reader, number: string): Row | undefined => {
      const row = db.prepare<Columns>(`${select} WHERE c.number = ?`).get(number)
      return row === undefined ? undefined : rowOf(row)
    },
    /** Cases in which a person is a party, newest first; `and` is a further condition on the case. */
    ofPerson: (db: Reader, identityNumber: string, and = ''): readonly Row[] => {
      const number = normaliseIdentityNumber(identityNumber)
      return number === '' ? [] : db.prepare<Columns>(`${select} WHERE c.key IN (SELECT key / 2 FROM ${id}_party WHERE identity_number = ?)${and === '' ? '' : ` AND ${and}`} ORDER BY c.key DESC`).all(number).map(rowOf)
    },
    /** Cases in work by state. */
    inWork: (db: Reader): readonly { readonly state: State; readonly count: number }[] => db.prepare<{ state: State; count: number }>(`SELECT c.state AS state, count(*) AS count FROM ${id}_case c WHERE ${inWork} GROUP BY c.state ORDER BY c.state`).all(),
    /** A page of cases, newest first: by day where days are asked for, else by the order they were opened. */
    list: (db: Reader, filter: Filter, today: string): Page<Row> => pageOf(db, conditionsOf(filter, today), { day: dayOf(withoutCellDays(filter)) }, filter),
    /** How many cases a filter finds; `today` decides what has lapsed in a cell of the statistics. */
    count: (db: Reader, filter: Filter, today: string): number => countOf(db, conditionsOf(filter, today)),
  } as const
}
