import type { BurialState } from '../../domain/burial/actions.ts'
import { burialStates } from '../../domain/burial/actions.ts'
import type { CaseKind } from '../../domain/burial/codes.ts'
import type { KnownCremation } from '../../domain/burial/context.ts'
import { addDays, addMonths, civilDate, dayNumber } from '../../domain/dates.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Condition } from '../case/reads.ts'
import { limitOf, placeOf } from '../case/reads.ts'
import type { Reader, Value } from '../connection.ts'
import type { Page } from '../contract.ts'
import { findSetting } from '../office/reads.ts'
import { pastPrefix } from '../search.ts'
import { linesPerEntry } from './statistics/tables.ts'
import { countedCondition } from './statistics/reads.ts'
import type { BurialFilter, BurialRow, SettlementRow } from './contract.ts'

/** The lists of cases and of settlements. */

const names = ['key', 'id', 'revision', 'state', 'kind', 'name', 'identity_number', 'sex', 'age', 'death', 'opened_at', 'arrived_at', 'cremated_on', 'elsewhere_on', 'number', 'resting', 'agent', 'phone', 'holds', 'stored_until', 'deposit_until', 'waived_fen', 'counter', 'registrar', 'certificates'] as const
type Columns = { readonly [K in Exclude<(typeof names)[number], 'key' | 'revision' | 'age' | 'holds' | 'waived_fen' | 'certificates'>]: string } & { readonly key: number; readonly revision: number; readonly age: number | null; readonly holds: number; readonly waived_fen: number; readonly certificates: number; readonly place: string }
const select = names.map((name) => `c.${name}`).join(', ')

const inHome: readonly BurialState[] = ['received', 'stored', 'vigil', 'farewell']
/** The states in which somebody still waits for an act of the home. */
const inWork: readonly BurialState[] = ['reported', ...inHome, 'cremated', 'crematedElsewhere']
/** The ends that few cases have. */
const rareEnds: readonly BurialState[] = ['transportedOut', 'bodyBuried', 'donated', 'voided']
const listed = (states: readonly BurialState[]): string => `(${states.length === 0 ? 'NULL' : states.map((state) => `'${state}'`).join(', ')})`

const rowOf = (row: Columns): BurialRow => ({
  id: row.id, revision: row.revision, state: row.state as BurialState, kind: row.kind as CaseKind, name: row.name, identityNumber: row.identity_number, sex: row.sex, age: row.age, death: row.death, openedAt: row.opened_at, arrivedAt: row.arrived_at,
  crematedOn: row.cremated_on === '' ? row.elsewhere_on : row.cremated_on, number: row.number, resting: row.resting, agent: row.agent, phone: row.phone, holds: row.holds,
  until: (inHome as readonly string[]).includes(row.state) ? row.stored_until : row.state === 'ashesDeposited' ? row.deposit_until : '',
  waivedFen: row.waived_fen, counter: row.counter, registrar: row.registrar, certificates: row.certificates,
})

/** Years after which ashes that nobody fetched stand on the list of the unclaimed: Shanghai's two (《上海市殡葬管理条例》2024 第二十六条); no national figure has been seen. */
const unclaimedAshesMonths = 24
/** Deposits are on the list from a month before their end. */
const depositWarningMonths = 1

/** By a column and then by the key, or by the key alone; `sorted` where few rows are found along an index and sorted, which SQLite would else look for along the keys of the whole table. */
interface Order { readonly column: string | undefined; readonly rising: boolean; readonly sorted?: boolean }
interface Listed { readonly conditions: readonly Condition[]; readonly order: Order }

const listOf = (db: Reader, { list, today }: NonNullable<BurialFilter['list']>): Listed => {
  const day = civilDate(today, 'today')
  switch (list) {
    case 'inHome': return { conditions: [[`c.state IN ${listed(inHome)}`]], order: { column: 'stored_until', rising: true } }
    case 'storageOverdue': return { conditions: [[`c.state IN ${listed(inHome)} AND c.stored_until <> '' AND c.stored_until < ?`, day]], order: { column: 'stored_until', rising: true } }
    case 'onHold': return { conditions: [['c.holds > 0']], order: { column: undefined, rising: true } }
    case 'awaitingAshes': return { conditions: [[`c.state = 'cremated' AND c.state IN ${listed(inWork)}`]], order: { column: 'cremated_on', rising: true } }
    case 'depositsEnding': return { conditions: [["c.state = 'ashesDeposited' AND c.deposit_until <= ?", addMonths(day, depositWarningMonths)]], order: { column: 'deposit_until', rising: true } }
    case 'unclaimed': {
      const days = findSetting(db, 'burial.unclaimedDays', day)
      const waiting = addDays(day, -(typeof days === 'number' ? days : 15))
      // Bodies that have lain so long, and ashes that nobody has fetched.
      return { conditions: [[`c.state IN ${listed([...inHome, 'cremated'])} AND c.state IN ${listed(inWork)} AND ((c.state <> 'cremated' AND c.arrived_at < ?) OR (c.state = 'cremated' AND c.cremated_on <= ?))`, waiting, addMonths(day, -unclaimedAshesMonths)]], order: { column: 'arrived_at', rising: true } }
    }
    case 'certificateMissing': return { conditions: [["c.cremated_on <> '' AND c.certificates = 0"]], order: { column: 'cremated_on', rising: true } }
  }
}

const conditionsOf = (db: Reader, filter: BurialFilter): Listed => {
  const found: Condition[] = []
  let order: Order = { column: undefined, rising: false }
  if (filter.list !== undefined) {
    const list = listOf(db, filter.list)
    found.push(...list.conditions)
    order = list.order
  }
  if (filter.state !== undefined) {
    const states = filter.state.filter((state) => burialStates.includes(state))
    // States are written out, so that the small index of cases in work can serve them.
    found.push([`c.state IN ${listed(states)}`])
    const few = [inWork, rareEnds].find((some) => states.every((state) => some.includes(state)))
    if (few !== undefined) {
      found.push([`c.state IN ${listed(few)}`])
      if (filter.list === undefined) order = { ...order, sorted: true }
    }
  }
  if (filter.kind !== undefined) found.push([`c.kind = ?${filter.kind === 'body' ? '' : " AND c.kind <> 'body'"}`, filter.kind])
  if (filter.kind !== undefined && filter.kind !== 'body' && filter.list === undefined) order = { ...order, sorted: true }
  if (filter.cell !== undefined) found.push(countedCondition(filter.cell, filter.from, filter.to))
  else if (filter.from !== undefined || filter.to !== undefined) {
    found.push(['c.opened_at >= ? AND c.opened_at < ?', filter.from ?? '', pastPrefix(filter.to ?? '9999-12-31')])
    if (filter.list === undefined) order = { ...order, column: 'opened_at' }
  }
  if (filter.crematedFrom !== undefined || filter.crematedTo !== undefined) {
    found.push(["c.cremated_on <> '' AND c.cremated_on >= ? AND c.cremated_on <= ?", filter.crematedFrom ?? '', filter.crematedTo ?? '9999-12-31'])
    if (filter.list === undefined) order = { ...order, column: 'cremated_on' }
  }
  if (filter.counter !== undefined) found.push(['c.counter = ?', filter.counter])
  return { conditions: found, order }
}

const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([sql]) => `(${sql})`).join(' AND ')}`)
const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(([, ...values]) => values)

/** A page of cases: newest first, the lists of what waits with the longest waiting first. */
export const cases = (db: Reader, filter: BurialFilter): Page<BurialRow> => {
  const limit = limitOf(filter.limit)
  const { conditions, order: { column, rising, sorted = false } } = conditionsOf(db, filter)
  const after = placeOf(filter.after)
  const [beyond, to] = rising ? ['>', 'ASC'] : ['<', 'DESC']
  const further: readonly Condition[] = after === undefined ? [] : column === undefined ? [[`c.key ${beyond} ?`, after.key]] : [[`c.${column} ${beyond}= ? AND (c.${column} ${beyond} ? OR c.key ${beyond} ?)`, after.day, after.day, after.key]]
  const all = [...conditions, ...further]
  const rows = db.prepare<Columns>(`SELECT ${select}, ${column === undefined ? "''" : `c.${column}`} AS place FROM burial_case c${where(all)} ORDER BY ${column === undefined ? '' : `${sorted ? '+' : ''}c.${column} ${to}, `}${sorted ? '+' : ''}c.key ${to} LIMIT ?`).all(...valuesOf(all), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(rowOf), next: rows.length > limit && last !== undefined ? `${last.place}~${last.key}` : undefined }
}

/** How many cases a filter finds. */
export const countCases = (db: Reader, filter: BurialFilter): number => {
  const { conditions } = conditionsOf(db, filter)
  return db.prepare<{ count: number }>(`SELECT count(*) AS count FROM burial_case c${where(conditions)}`).get(...valuesOf(conditions))?.count ?? 0
}

/** The case of an id; throws `not_found`. */
export const getCase = (db: Reader, id: string): BurialRow => {
  const row = db.prepare<Columns>(`SELECT ${select}, '' AS place FROM burial_case c WHERE c.id = ?`).get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return rowOf(row)
}

/** Open cases by state. */
export const casesInWork = (db: Reader): readonly { readonly state: BurialState; readonly count: number }[] =>
  db.prepare<{ state: BurialState; count: number }>(`SELECT state, count(*) AS count FROM burial_case WHERE state IN ${listed(inWork)} GROUP BY state ORDER BY state`).all()

/** Cases of the same person, newest first. */
export const casesOf = (db: Reader, key: string): readonly BurialRow[] =>
  key === '' ? [] : db.prepare<Columns>(`SELECT ${select}, '' AS place FROM burial_case c WHERE c.deceased_key = ? AND c.deceased_key <> '' ORDER BY c.key DESC`).all(key).map(rowOf)

/** Cremations and burials of a person that the register knows, of limbs and bones too. */
export const cremationsOf = (db: Reader, key: string): readonly KnownCremation[] =>
  key === '' ? [] : db.prepare<KnownCremation>("SELECT deceased_key AS key, id AS caseId, coalesce(nullif(number, ''), cremation_number) AS number, coalesce(nullif(cremated_on, ''), nullif(elsewhere_on, ''), buried_on) AS day, kind FROM burial_case WHERE deceased_key = ? AND deceased_key <> '' AND state <> 'voided' AND (cremated_on <> '' OR elsewhere_on <> '' OR buried_on <> '') ORDER BY key").all(key)

interface SettlementColumns { readonly key: number; readonly id: string; readonly number: string; readonly day: string; readonly mode: 'till' | 'claim'; readonly sign: 1 | -1; readonly name: string; readonly policies: string; readonly classes: string; readonly actual_fen: number; readonly waived_fen: number; readonly self_paid_fen: number; readonly late: number }
type SettlementFilter = { readonly from?: string; readonly to?: string; readonly mode?: 'till' | 'claim'; readonly cell?: string; readonly after?: string; readonly limit?: number }

/** The lines that a settlement counted in. */
const lineOf = `l.key >= w.key * ${linesPerEntry} AND l.key < (w.key + 1) * ${linesPerEntry}`
const settlementConditions = (filter: SettlementFilter): readonly Condition[] => [
  ...(filter.cell !== undefined
    ? [[`w.key IN (SELECT i.line / ${linesPerEntry} FROM burial_line_cell i WHERE i.cell = (SELECT id FROM burial_cell WHERE name = ?) AND i.counted_on BETWEEN ? AND ?)`, filter.cell, dayNumber(civilDate(filter.from ?? '1900-01-01', 'from')), dayNumber(civilDate(filter.to ?? '9999-12-31', 'to'))] as const]
    : filter.from !== undefined || filter.to !== undefined ? [['w.day >= ? AND w.day <= ?', filter.from ?? '', filter.to ?? '9999-12-31'] as const] : []),
  ...(filter.mode === undefined ? [] : [['w.mode = ?', filter.mode] as const]),
]

const settlementOf = (row: SettlementColumns): SettlementRow => ({
  caseId: row.id, number: row.number, day: row.day, mode: row.mode, sign: row.sign, name: row.name, policies: JSON.parse(row.policies) as readonly string[], classes: JSON.parse(row.classes) as readonly string[],
  actualFen: row.actual_fen, waivedFen: row.waived_fen, selfPaidFen: row.self_paid_fen, late: row.late === 1,
})

/** Settlements and the lines that take them back, newest first; `waivedFen` of all is what stands, in fen. */
export const settlements = (db: Reader, filter: SettlementFilter): Page<SettlementRow> & { readonly count: number; readonly waivedFen: number } => {
  const limit = limitOf(filter.limit)
  const conditions = settlementConditions(filter)
  const after = placeOf(filter.after)
  const all: readonly Condition[] = [...conditions, ...(after === undefined ? [] : [['w.day <= ? AND (w.day < ? OR w.key < ?)', after.day, after.day, after.key] as const])]
  const rows = db.prepare<SettlementColumns>(`SELECT w.key, c.id, w.number, w.day, w.mode, w.sign, c.name, w.policies, w.classes, w.actual_fen, w.waived_fen, w.self_paid_fen, EXISTS (SELECT 1 FROM burial_line l WHERE ${lineOf} AND l.late = 1) AS late FROM burial_waiver w JOIN burial_case c ON c.key = w.case_key${where(all)} ORDER BY w.day DESC, w.key DESC LIMIT ?`).all(...valuesOf(all), limit + 1)
  const sums = db.prepare<{ count: number; fen: number | null }>(`SELECT count(*) AS count, sum(w.sign * w.waived_fen) AS fen FROM burial_waiver w${where(conditions)}`).get(...valuesOf(conditions))
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(settlementOf), next: rows.length > limit && last !== undefined ? `${last.day}~${last.key}` : undefined, count: sums?.count ?? 0, waivedFen: sums?.fen ?? 0 }
}
