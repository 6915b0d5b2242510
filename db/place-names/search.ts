import { findDocumentNumber, formatDocumentNumber } from '../../domain/place-names/document-numbers.ts'
import type { Reader } from '../connection.ts'
import type { SearchHit, SearchKind } from '../contract.ts'
import type { Query } from '../search.ts'
import { pastPrefix } from '../search.ts'
import { findProof } from './plates.ts'
import { placeNameRecords } from './records.ts'

/** Looks for places, cases and papers by every reading of what was typed. */

const begins = (table: string, column: string, limited = ''): string => `SELECT key, ${column} AS value FROM ${table} WHERE ${column} >= ? AND ${column} < ?${limited} ORDER BY ${column}, key LIMIT ?`
const sql = {
  name: begins('gazetteer_name', 'name'), pinyin: begins('gazetteer_name', 'pinyin'),
  initials: 'SELECT key, initials AS value FROM gazetteer_name WHERE initials = ? ORDER BY key LIMIT ?',
  inside: 'SELECT key, name AS value FROM gazetteer_name INDEXED BY gazetteer_name_by_name WHERE instr(name, ?) > 1 LIMIT ?',
  item: "SELECT case_key AS key, name AS value FROM place_name_item WHERE name >= ? AND name < ? AND name <> '' ORDER BY case_key DESC LIMIT ?",
  itemPinyin: "SELECT case_key AS key, pinyin AS value FROM place_name_item WHERE pinyin >= ? AND pinyin < ? AND pinyin <> '' ORDER BY case_key DESC LIMIT ?",
  itemInitials: "SELECT case_key AS key, initials AS value FROM place_name_item WHERE initials = ? AND initials <> '' ORDER BY case_key DESC LIMIT ?",
  applicant: begins('place_name_case', 'applicant'), applicantPinyin: begins('place_name_case', 'applicant_pinyin'),
  // An applicant is often known by the middle of its name: 恒通 of 江苏恒通置业; only among recent cases.
  applicantInside: 'SELECT key, value FROM (SELECT key, applicant AS value FROM place_name_case NOT INDEXED ORDER BY key DESC LIMIT 20000) WHERE instr(value, ?) > 1 LIMIT ?',
  number: 'SELECT DISTINCT subject, number AS value FROM place_name_document WHERE number >= ? AND number < ? ORDER BY number DESC LIMIT ?',
  place: 'SELECT e.id, e.removed, e.township, e.village, e.code, n.name, n.standing FROM gazetteer_name n JOIN gazetteer_entity e ON e.key = n.entity_key WHERE n.key = ?',
  caseByKey: 'SELECT id, state, title, names, slip, document, received_on, decided_on FROM place_name_case WHERE key = ?',
  caseById: 'SELECT id, state, title, names, slip, document, received_on, decided_on FROM place_name_case WHERE id = ?',
  book: 'SELECT id, name FROM plate_book WHERE id = ?',
} as const

interface Row { readonly key: number; readonly value: string }
interface CaseRow { readonly id: string; readonly state: string; readonly title: string; readonly names: string; readonly slip: string; readonly document: string; readonly received_on: string; readonly decided_on: string }
type Found = Omit<SearchHit, 'window' | 'matched' | 'value' | 'public'>

const titleOf = ({ names, title }: CaseRow): string => {
  const all = (JSON.parse(names) as readonly string[]).filter((name) => name !== '')
  return all.length === 0 ? title : all.length > 3 ? `${all.slice(0, 3).join('、')} …（${all.length}）` : all.join('、')
}
const ofCase = (row: CaseRow | undefined): Found | undefined => (row === undefined ? undefined : { caseId: row.id, title: titleOf(row), state: row.state, day: row.decided_on === '' ? row.received_on : row.decided_on, number: row.document === '' ? row.slip : row.document })

interface Place { readonly id: string; readonly removed: number; readonly township: string; readonly village: string; readonly code: string; readonly name: string; readonly standing: string }
const ofPlace = (row: Place | undefined): Found | undefined => {
  if (row === undefined) return undefined
  const where = `${row.township}${row.village}`
  return { caseId: row.id, title: where === '' ? row.name : `${row.name}（${where}）`, state: row.removed === 1 && row.standing === 'standard' ? 'removed' : row.standing, day: '', number: row.code }
}

/** What bears a number: a case, the plates of a street, a proof, a notice on an irregular name. */
const ofSubject = (db: Reader, subject: string, number: string): Found | undefined => {
  const proof = findProof(db, subject)
  if (proof !== undefined) return { caseId: subject, title: proof.body.standard, state: proof.withdrawn === null ? 'proof' : 'proofWithdrawn', day: proof.day, number: subject }
  const found = ofCase(db.prepare<CaseRow>(sql.caseById).get(subject))
  if (found !== undefined) return { ...found, number }
  const book = db.prepare<{ id: string; name: string }>(sql.book).get(subject)
  if (book !== undefined) return { caseId: book.id, title: book.name, state: 'plates', day: '', number }
  const irregular = placeNameRecords.find<{ readonly facts: { readonly name: string }; readonly foundOn: string }>(db, 'irregular', subject)
  return irregular === undefined ? undefined : { caseId: subject, title: irregular.value.facts.name, state: 'irregular', day: irregular.value.foundOn, number }
}

/** Searches numbers first, then names of places and of cases, then applicants; each place and case comes once, by its best match. */
export const searchPlaceNames = (db: Reader, query: Query, limit: number): readonly SearchHit[] => {
  const { name, sound, oldNumber } = query
  const seen = new Set<string>()
  const hits: SearchHit[] = []
  const put = (found: Found | undefined, matched: SearchKind, value: string): void => {
    if (found === undefined || hits.length >= limit || seen.has(found.caseId)) return
    seen.add(found.caseId)
    hits.push({ window: 'place-names', matched, value, ...found, public: matched !== 'agent' })
  }
  const range = (text: string, from: string): readonly Row[] => (from === '' || hits.length >= limit ? [] : db.prepare<Row>(text).all(from, pastPrefix(from), limit))
  const exact = (text: string, wanted: string): readonly Row[] => (wanted === '' || hits.length >= limit ? [] : db.prepare<Row>(text).all(wanted, limit))
  const places = (rows: readonly Row[], matched: SearchKind): void => { for (const { key, value } of rows) put(ofPlace(db.prepare<Place>(sql.place).get(key)), matched, value) }
  const cases = (rows: readonly Row[], matched: SearchKind): void => { for (const { key, value } of rows) put(ofCase(db.prepare<CaseRow>(sql.caseByKey).get(key)), matched, value) }

  if (oldNumber !== '') {
    const found = findDocumentNumber(oldNumber)
    const number = found === undefined ? oldNumber.replaceAll(/[[（(【]/gu, '〔').replaceAll(/[\]）)】]/gu, '〕') : formatDocumentNumber(found)
    for (const { subject, value } of db.prepare<{ subject: string; value: string }>(sql.number).all(number, pastPrefix(number), limit)) put(ofSubject(db, subject, value), 'number', value)
  }
  places(range(sql.name, name), 'name')
  cases(range(sql.item, name), 'name')
  places(range(sql.pinyin, sound), 'pinyin')
  cases(range(sql.itemPinyin, sound), 'pinyin')
  if (sound.length >= 2 && sound.length <= 12) {
    places(exact(sql.initials, sound), 'initials')
    cases(exact(sql.itemInitials, sound), 'initials')
  }
  if (name.length >= 2) places(exact(sql.inside, name), 'name')
  cases(range(sql.applicant, name), 'agent')
  cases(range(sql.applicantPinyin, sound), 'agent')
  if (name.length >= 2) cases(exact(sql.applicantInside, name), 'agent')
  return hits
}
