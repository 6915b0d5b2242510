import { sql as raw } from 'kysely'
import type { Kysely, SelectQueryBuilder } from 'kysely'
import { LantaiError } from '../../domain/error.ts'
import { normaliseIdentityNumber } from '../../domain/identity/index.ts'
import type { MarriageState } from '../../domain/marriage/actions.ts'
import { marriageStates } from '../../domain/marriage/actions.ts'
import type { MarriageKind } from '../../domain/marriage/file.ts'
import { text } from '../../domain/text.ts'
import type { Reader } from '../connection.ts'
import type { MarriageFilter, MarriageRow, Page } from '../contract.ts'
import type { Tables } from '../schema.ts'
import { pastPrefix } from '../search.ts'
import { cellCondition, withoutCellDays } from '../statistics/cells.ts'

const columns = 'c.key, c.id, c.revision, c.state, c.kind, c.number, c.day, c.opened_at, c.serial_man, c.serial_woman, c.registrar, c.counter, m.name AS man, w.name AS woman, m.identity_number AS man_number, w.identity_number AS woman_number'
const joined = `SELECT ${columns} FROM marriage_case c JOIN marriage_party m ON m.key = 2 * c.key JOIN marriage_party w ON w.key = 2 * c.key + 1`
const sql = {
  byId: `${joined} WHERE c.id = ?`,
  byNumber: `${joined} WHERE c.number = ?`,
  ofPerson: `${joined} WHERE c.key IN (SELECT key / 2 FROM marriage_party WHERE identity_number = ?) AND c.state IN ('received', 'registered', 'proofread', 'delivered') ORDER BY c.key DESC`,
  lastNumber: 'SELECT max(number) AS number FROM marriage_case WHERE number >= ? AND number < ?',
  inWork: "SELECT state, count(*) AS count FROM marriage_case WHERE state IN ('received', 'registered', 'proofread') GROUP BY state ORDER BY state",
  lastFileNumber: 'SELECT max(office_file_number) AS number FROM marriage_case WHERE fonds = ? AND archive_year = ? AND office_file_number IS NOT NULL',
} as const

interface Columns {
  key: number; id: string; revision: number; state: string; kind: string; number: string | null; day: string; opened_at: string; serial_man: string; serial_woman: string
  registrar: string; counter: string; man: string; woman: string; man_number: string; woman_number: string
}

const rowOf = (row: Columns): MarriageRow => ({
  id: row.id, revision: row.revision, state: row.state as MarriageState, kind: row.kind as MarriageKind, number: row.number ?? '', day: row.day, openedAt: row.opened_at,
  names: [row.man, row.woman], identityNumbers: [row.man_number, row.woman_number], serials: [row.serial_man, row.serial_woman], registrar: row.registrar, counter: row.counter,
})

/** The case of an id; throws `not_found`. */
export const getMarriage = (db: Reader, id: string): MarriageRow => {
  const row = db.prepare<Columns>(sql.byId).get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return rowOf(row)
}

export const findMarriageByNumber = (db: Reader, number: string): MarriageRow | undefined => {
  const row = db.prepare<Columns>(sql.byNumber).get(number)
  return row === undefined ? undefined : rowOf(row)
}

/** Registered marriages that stand, and open cases, in which a person is a party. */
export const marriagesOfPerson = (db: Reader, identityNumber: string): readonly MarriageRow[] => {
  const number = normaliseIdentityNumber(identityNumber)
  return number === '' ? [] : db.prepare<Columns>(sql.ofPerson).all(number).map(rowOf)
}

/** Highest serial used for letters, area and year; 0 if none. */
export const lastNumber = (db: Reader, letters: string, area: string, year: number): number => {
  const beginning = `${letters}${area}-${year}-`
  const row = db.prepare<{ number: string | null }>(sql.lastNumber).get(beginning, pastPrefix(beginning))
  return row?.number === null || row === undefined ? 0 : Number(row.number.slice(beginning.length))
}

/** Cases in work by state. */
export const casesInWork = (db: Reader): readonly { readonly state: MarriageState; readonly count: number }[] => db.prepare<{ state: MarriageState; count: number }>(sql.inWork).all()

/** Highest 室编卷号 of a fonds and year; 0 if none. */
export const lastFileNumber = (db: Reader, fonds: string, year: number): number => db.prepare<{ number: number | null }>(sql.lastFileNumber).get(fonds, year)?.number ?? 0

const inWork: readonly MarriageState[] = ['received', 'registered', 'proofread']

const byDay = (filter: MarriageFilter): boolean => filter.from !== undefined || filter.to !== undefined

const filtered = <O>(query: SelectQueryBuilder<Tables & { c: Tables['marriage_case'] }, 'c', O>, given: MarriageFilter, today: string): SelectQueryBuilder<Tables & { c: Tables['marriage_case'] }, 'c', O> => {
  let found = query
  const inCell = cellCondition(given, 'marriage', today)
  if (inCell !== undefined) found = found.where(inCell)
  const filter = withoutCellDays(given)
  const states = filter.state?.filter((state) => marriageStates.includes(state))
  if (states !== undefined) {
    // States are written out, so that the small index of cases in work can serve them.
    found = found.where('c.state', 'in', states.length === 0 ? raw<string>`(NULL)` : raw<string>`(${raw.join(states.map((state) => raw.lit(state)))})`)
    if (states.every((state) => inWork.includes(state))) found = found.where(raw<boolean>`c.state IN ('received', 'registered', 'proofread')`)
  }
  if (filter.kind !== undefined) found = found.where('c.kind', '=', filter.kind)
  if (byDay(filter)) found = found.where(raw<boolean>`c.day <> ''`).where('c.day', '>=', filter.from ?? '').where('c.day', '<=', filter.to ?? '9999-12-31')
  if (filter.registrar !== undefined) found = found.where('c.registrar', '=', filter.registrar)
  if (filter.counter !== undefined) found = found.where('c.counter', '=', filter.counter)
  if (filter.inspection !== undefined) found = found.where('c.inspection', '=', filter.inspection).where('c.number', 'is not', null)
  return found
}

/** A page of cases, newest first: by day of the decision where days are asked for, else by the order they were opened. */
export const marriages = async (queries: Kysely<Tables>, given: MarriageFilter, today: string): Promise<Page<MarriageRow>> => {
  const filter = withoutCellDays(given)
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 1000)
  let keys = filtered(queries.selectFrom('marriage_case as c').select(['c.key', 'c.day']), given, today)
  const [afterDay = '', afterKey = ''] = (filter.after ?? '').split('~')
  if (filter.after !== undefined) {
    const key = Number(afterKey)
    if (!Number.isInteger(key) || afterKey === '') throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
    keys = byDay(filter) ? keys.where((is) => is.or([is('c.day', '<', afterDay), is.and([is('c.day', '=', afterDay), is('c.key', '<', key)])])).where('c.day', '<=', afterDay) : keys.where('c.key', '<', key)
  }
  keys = byDay(filter) ? keys.orderBy('c.day', 'desc').orderBy('c.key', 'desc') : keys.orderBy('c.key', 'desc')
  const found = await queries
    .selectFrom(keys.limit(limit + 1).as('k'))
    .innerJoin('marriage_case as c', 'c.key', 'k.key')
    .innerJoin('marriage_party as m', (join) => join.on(raw<boolean>`m.key = 2 * c.key`))
    .innerJoin('marriage_party as w', (join) => join.on(raw<boolean>`w.key = 2 * c.key + 1`))
    .select(['c.key', 'c.id', 'c.revision', 'c.state', 'c.kind', 'c.number', 'c.day', 'c.opened_at', 'c.serial_man', 'c.serial_woman', 'c.registrar', 'c.counter', 'm.name as man', 'w.name as woman', 'm.identity_number as man_number', 'w.identity_number as woman_number'])
    .orderBy(byDay(filter) ? raw`k.day DESC, k.key DESC` : raw`k.key DESC`)
    .execute()
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows: rows.map(rowOf), next: found.length > limit && last !== undefined ? `${last.day}~${last.key}` : undefined }
}

/** How many cases a filter finds. */
export const countMarriages = async (queries: Kysely<Tables>, filter: MarriageFilter, today: string): Promise<number> =>
  Number((await filtered(queries.selectFrom('marriage_case as c').select((is) => is.fn.countAll<number>().as('count')), filter, today).executeTakeFirstOrThrow()).count)
