import type { Reader } from '../connection.ts'
import type { BlankType, SearchHit, SearchKind } from '../contract.ts'
import type { Query } from '../search.ts'
import { pastPrefix } from '../search.ts'
import { findBlanks } from '../stock.ts'
import { identityTail } from './columns.ts'

/** Below this many parties of a beginning all are looked at and the newest taken; above it the newest cases are walked, where a common beginning is soon met. */
const few = 2500
/** How many parties are walked, newest first, for a common beginning. */
const walk = 20_000

type PartyColumn = 'name' | 'pinyin' | 'initials' | 'identity_number'
interface PartyHit { readonly key: number; readonly value: string }
interface Found { readonly caseKey: number; readonly matched: SearchKind; readonly value: string }

const exact = (column: PartyColumn): string => `SELECT key, ${column} AS value FROM marriage_party WHERE ${column} = ? ORDER BY key DESC LIMIT ?`
const bounded = (column: PartyColumn): string => `SELECT key, ${column} AS value FROM marriage_party INDEXED BY marriage_party_by_${column} WHERE ${column} >= ? AND ${column} < ? LIMIT ${few}`
const newest = (column: PartyColumn): string => `SELECT key, value FROM (SELECT key, ${column} AS value FROM marriage_party NOT INDEXED ORDER BY key DESC LIMIT ${walk}) WHERE value >= ? AND value < ? LIMIT ?`
const inside = `SELECT key, value FROM (SELECT key, name AS value FROM marriage_party NOT INDEXED ORDER BY key DESC LIMIT ${walk}) WHERE instr(value, ?) > 1 LIMIT ?`
const statements = {
  name: { exact: exact('name'), bounded: bounded('name'), newest: newest('name') },
  pinyin: { exact: exact('pinyin'), bounded: bounded('pinyin'), newest: newest('pinyin') },
  initials: { exact: exact('initials'), bounded: bounded('initials'), newest: newest('initials') },
  identity_number: { exact: exact('identity_number'), bounded: bounded('identity_number'), newest: newest('identity_number') },
} as const

const sql = {
  tail: `SELECT key, identity_number AS value FROM marriage_party INDEXED BY marriage_party_by_identity_tail WHERE identity_tail = ? ORDER BY key DESC LIMIT ${few}`,
  number: 'SELECT key, number AS value FROM marriage_case WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?',
  numberExact: 'SELECT key, number AS value FROM marriage_case WHERE number = ?',
  old: "SELECT key, old_number AS value FROM marriage_case WHERE old_number <> '' AND old_number >= ? AND old_number < ? ORDER BY old_number LIMIT ?",
  caseKey: 'SELECT key FROM marriage_case WHERE id = ?',
  hit: 'SELECT c.id, c.state, c.day, c.number, m.name AS man, w.name AS woman FROM marriage_case c JOIN marriage_party m ON m.key = 2 * c.key JOIN marriage_party w ON w.key = 2 * c.key + 1 WHERE c.key = ?',
} as const

const newestFirst = (rows: PartyHit[]): PartyHit[] => rows.sort((a, b) => b.key - a.key)

/** Parties whose column begins with a text: those that are exactly it first, then newest first. */
const partiesBeginning = (db: Reader, column: PartyColumn, beginning: string, limit: number): readonly PartyHit[] => {
  const texts = statements[column]
  const whole = db.prepare<PartyHit>(texts.exact).all(beginning, limit)
  if (whole.length >= limit) return whole
  const end = pastPrefix(beginning)
  const some = db.prepare<PartyHit>(texts.bounded).all(beginning, end)
  const rest = some.length < few ? newestFirst(some) : db.prepare<PartyHit>(texts.newest).all(beginning, end, limit * 2)
  // A common beginning whose cases are all old: what the index gave is better than nothing.
  const more = rest.length < limit && some.length === few ? newestFirst(some) : []
  return [...whole, ...rest.filter((row) => row.value !== beginning), ...more.filter((row) => row.value !== beginning)]
}

const byParty = (rows: readonly PartyHit[], matched: SearchKind): readonly Found[] => rows.map((row) => ({ caseKey: Math.floor(row.key / 2), matched, value: row.value }))
const byCase = (rows: readonly PartyHit[], matched: SearchKind): readonly Found[] => rows.map((row) => ({ caseKey: row.key, matched, value: row.value }))

const bySerial = (db: Reader, serial: string): readonly Found[] =>
  findBlanks(db, serial).flatMap((blank) => {
    const type: BlankType = 'marriage'
    if (blank.type !== type || blank.caseId === '') return []
    const row = db.prepare<{ key: number }>(sql.caseKey).get(blank.caseId)
    return row === undefined ? [] : [{ caseKey: row.key, matched: 'serial' as const, value: serial }]
  })

const byNumber = (db: Reader, number: string, limit: number): readonly Found[] => {
  const whole = db.prepare<PartyHit>(sql.numberExact).all(number)
  return byCase(whole.length > 0 ? whole : db.prepare<PartyHit>(sql.number).all(number, pastPrefix(number), limit), 'number')
}

/** Searches the marriage cases by every reading of the query; a case comes once, by its best match. */
export const searchMarriages = (db: Reader, query: Query, limit: number): readonly SearchHit[] => {
  const readings: readonly (() => readonly Found[])[] = [
    () => query.numbers.flatMap((number) => byNumber(db, number, limit)),
    () => (query.serial === '' ? [] : bySerial(db, query.serial)),
    () => (query.identityNumber === '' ? [] : byParty(partiesBeginning(db, 'identity_number', query.identityNumber, limit), 'identityNumber')),
    () => (query.identityEnd === '' ? [] : byParty(db.prepare<PartyHit>(sql.tail).all(identityTail(query.identityEnd)).filter((row) => row.value.endsWith(query.identityEnd)), 'identityNumber')),
    () => (query.name === '' ? [] : byParty(partiesBeginning(db, 'name', query.name, limit), 'name')),
    () => (query.sound === '' ? [] : byParty(partiesBeginning(db, 'pinyin', query.sound, limit), 'pinyin')),
    () => (query.sound === '' || query.sound.length > 6 ? [] : byParty(partiesBeginning(db, 'initials', query.sound, limit), 'initials')),
    () => (query.oldNumber === '' ? [] : byCase(db.prepare<PartyHit>(sql.old).all(query.oldNumber, pastPrefix(query.oldNumber), limit), 'oldNumber')),
    // A given name typed alone: only among recent cases, where it is looked for most.
    () => (query.name === '' ? [] : byParty(db.prepare<PartyHit>(inside).all(query.name, limit), 'name')),
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
      if (row !== undefined) hits.push({ window: 'marriage', caseId: row.id, matched: found.matched, value: found.value, title: `${row.man} ${row.woman}`, state: row.state, day: row.day, number: row.number ?? '' })
    }
  }
  return hits
}
