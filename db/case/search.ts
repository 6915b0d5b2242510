import type { Reader } from '../connection.ts'
import type { SearchHit, SearchKind } from '../contract.ts'
import type { Query } from '../search.ts'
import { pastPrefix } from '../search.ts'
import { findBlanks } from '../stock.ts'
import { identityTail } from './columns.ts'

/** Below this many parties of a beginning all are looked at and the newest taken; above it the newest cases are walked, where a common beginning is soon met. */
const few = 2500
/** How many parties are walked, newest first, for a common beginning. */
const walk = 20_000

/** A row by its key and what of it was found. */
export interface Hit { readonly key: number; readonly value: string }
interface Found { readonly caseKey: number; readonly matched: SearchKind; readonly value: string }

interface ColumnTexts { readonly exact: string; readonly bounded: string; readonly newest: string }

/** The statements that look for the beginning of a column of persons; `${table}_by_${column}` is its index, and `where` what that index is limited to. */
export const columnTexts = (table: string, column: string, where = ''): ColumnTexts => ({
  exact: `SELECT key, ${column} AS value FROM ${table} WHERE ${column} = ?${where} ORDER BY key DESC LIMIT ?`,
  bounded: `SELECT key, ${column} AS value FROM ${table} INDEXED BY ${table}_by_${column} WHERE ${column} >= ? AND ${column} < ?${where} LIMIT ${few}`,
  newest: `SELECT key, value FROM (SELECT key, ${column} AS value FROM ${table} NOT INDEXED ORDER BY key DESC LIMIT ${walk}) WHERE value >= ? AND value < ? LIMIT ?`,
})

/** The statements that find persons by the end of an identity number, and by a piece inside a name among the newest. */
export const personTexts = (table: string) => ({
  inside: `SELECT key, value FROM (SELECT key, name AS value FROM ${table} NOT INDEXED ORDER BY key DESC LIMIT ${walk}) WHERE instr(value, ?) > 1 LIMIT ?`,
  tail: `SELECT key, identity_number AS value FROM ${table} INDEXED BY ${table}_by_identity_tail WHERE identity_tail = ? ORDER BY key DESC LIMIT ${few}`,
})

/** Rows whose column begins with a text: those that are exactly it first, then newest first. */
export const beginningWith = (db: Reader, texts: ColumnTexts, beginning: string, limit: number): readonly Hit[] => {
  const whole = db.prepare<Hit>(texts.exact).all(beginning, limit)
  if (whole.length >= limit) return whole
  const end = pastPrefix(beginning)
  const some = db.prepare<Hit>(texts.bounded).all(beginning, end)
  const rest = some.length < few ? newestFirst(some) : db.prepare<Hit>(texts.newest).all(beginning, end, limit * 2)
  // A common beginning whose cases are all old: what the index gave is better than nothing.
  const more = rest.length < limit && some.length === few ? newestFirst(some) : []
  return [...whole, ...rest.filter((row) => row.value !== beginning), ...more.filter((row) => row.value !== beginning)]
}

type PartyColumn = 'name' | 'pinyin' | 'initials' | 'identity_number'
const statementsOf = (id: string) => {
  const party = `${id}_party`
  const ofColumn = (column: PartyColumn): ColumnTexts => columnTexts(party, column)
  return {
    name: ofColumn('name'), pinyin: ofColumn('pinyin'), initials: ofColumn('initials'), identity_number: ofColumn('identity_number'),
    ...personTexts(party),
    number: `SELECT key, number AS value FROM ${id}_case WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?`,
    numberExact: `SELECT key, number AS value FROM ${id}_case WHERE number = ?`,
    caseKey: `SELECT key FROM ${id}_case WHERE id = ?`,
    hit: `SELECT c.id, c.state, c.day, c.number, m.name AS man, w.name AS woman FROM ${id}_case c JOIN ${id}_party m ON m.key = 2 * c.key JOIN ${id}_party w ON w.key = 2 * c.key + 1 WHERE c.key = ?`,
  } as const
}

const newestFirst = (rows: Hit[]): Hit[] => rows.sort((a, b) => b.key - a.key)
const byParty = (rows: readonly Hit[], matched: SearchKind): readonly Found[] => rows.map((row) => ({ caseKey: Math.floor(row.key / 2), matched, value: row.value }))
const byCase = (rows: readonly Hit[], matched: SearchKind): readonly Found[] => rows.map((row) => ({ caseKey: row.key, matched, value: row.value }))

/** A further column of the cases that is looked for from its beginning; it stands in a partial index of those that have one. */
export interface FurtherColumn { readonly column: string; readonly matched: SearchKind; readonly typed: (query: Query) => string }

/** Searches the cases of a window by every reading of what was typed; a case comes once, by its best match. */
export const searchCases = (id: string, further: readonly FurtherColumn[]) => {
  const sql = statementsOf(id)
  const begins = (column: string): string => `SELECT key, ${column} AS value FROM ${id}_case WHERE ${column} <> '' AND ${column} >= ? AND ${column} < ? ORDER BY ${column} LIMIT ?`

  const partiesBeginning = (db: Reader, column: PartyColumn, beginning: string, limit: number): readonly Hit[] => beginningWith(db, sql[column], beginning, limit)

  const bySerial = (db: Reader, serial: string): readonly Found[] =>
    findBlanks(db, serial).flatMap((blank) => {
      const row = blank.caseId === '' ? undefined : db.prepare<{ key: number }>(sql.caseKey).get(blank.caseId)
      return row === undefined ? [] : [{ caseKey: row.key, matched: 'serial' as const, value: serial }]
    })

  const byNumber = (db: Reader, number: string, limit: number): readonly Found[] => {
    const whole = db.prepare<Hit>(sql.numberExact).all(number)
    return byCase(whole.length > 0 ? whole : db.prepare<Hit>(sql.number).all(number, pastPrefix(number), limit), 'number')
  }

  return (db: Reader, query: Query, limit: number): readonly SearchHit[] => {
    const readings: readonly (() => readonly Found[])[] = [
      () => query.numbers.flatMap((number) => byNumber(db, number, limit)),
      () => (query.serial === '' ? [] : bySerial(db, query.serial)),
      () => (query.identityNumber === '' ? [] : byParty(partiesBeginning(db, 'identity_number', query.identityNumber, limit), 'identityNumber')),
      () => (query.identityEnd === '' ? [] : byParty(db.prepare<Hit>(sql.tail).all(identityTail(query.identityEnd)).filter((row) => row.value.endsWith(query.identityEnd)), 'identityNumber')),
      () => (query.name === '' ? [] : byParty(partiesBeginning(db, 'name', query.name, limit), 'name')),
      () => (query.sound === '' ? [] : byParty(partiesBeginning(db, 'pinyin', query.sound, limit), 'pinyin')),
      () => (query.sound === '' || query.sound.length > 6 ? [] : byParty(partiesBeginning(db, 'initials', query.sound, limit), 'initials')),
      ...further.map(({ column, matched, typed }) => () => {
        const beginning = typed(query)
        return beginning === '' ? [] : byCase(db.prepare<Hit>(begins(column)).all(beginning, pastPrefix(beginning), limit), matched)
      }),
      // A given name typed alone: only among recent cases, where it is looked for most.
      () => (query.name === '' ? [] : byParty(db.prepare<Hit>(sql.inside).all(query.name, limit), 'name')),
    ]
    const seen = new Set<number>()
    const hits: SearchHit[] = []
    for (const read of readings) {
      if (hits.length >= limit) break
      for (const found of read()) {
        if (hits.length >= limit) break
        if (seen.has(found.caseKey)) continue
        seen.add(found.caseKey)
        const row = db.prepare<{ id: string; state: string; day: string; number: string | null; man: string; woman: string }>(sql.hit).get(found.caseKey)
        if (row !== undefined) hits.push({ window: id, caseId: row.id, matched: found.matched, value: found.value, title: `${row.man} ${row.woman}`.trim(), state: row.state, day: row.day, number: row.number ?? '' })
      }
    }
    return hits
  }
}
