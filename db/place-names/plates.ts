import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import type { AddressAction, AddressActionOf, PlateAction } from '../../domain/place-names/plates/actions.ts'
import type { PlateBook } from '../../domain/place-names/plates/book.ts'
import { applyPlates } from '../../domain/place-names/plates/book.ts'
import { linesOfPlates, linesOfProofs } from '../../domain/place-names/statistics/counts.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import type { Condition } from '../case/reads.ts'
import { limitOf, placeOf } from '../case/reads.ts'
import type { Connection, Reader, Value } from '../connection.ts'
import type { Kept, Page } from '../contract.ts'
import { violates } from '../errors.ts'
import { pastPrefix } from '../search.ts'
import type { PlateRowKept, ProofRow } from './contract.ts'
import { countChange } from './count.ts'
import { useDocuments } from './documents.ts'

/** Plates of streets and estates, and proofs of addresses. */

const columns = ['revision', 'name', 'current', 'reserved', 'cancelled', 'made', 'mounted', 'confirmed', 'content'] as const
const sql = {
  get: 'SELECT key, revision, content FROM plate_book WHERE id = ?',
  add: `INSERT INTO plate_book (key, id, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})`,
  change: `UPDATE plate_book SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  prove: "INSERT INTO address_proof (key, number, day, entity_id, applicant, owner, standard, body, withdrawn, at, actor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?)",
  withdraw: 'UPDATE address_proof SET withdrawn = ? WHERE number = ?',
  proof: 'SELECT number, day, body, withdrawn, at, actor FROM address_proof WHERE number = ?',
} as const

interface Row { readonly key: number; readonly revision: number; readonly content: string }

/** The plates of a street or estate with their revision, or undefined. */
export const findBook = (db: Reader, id: string): Kept<PlateBook> | undefined => {
  const row = db.prepare<Row>(sql.get).get(id)
  return row === undefined ? undefined : { id, revision: row.revision, value: JSON.parse(row.content) as PlateBook }
}

const bookValues = (book: PlateBook, revision: number): readonly Value[] => {
  const { plates } = book
  const standing = (state: string): number => plates.reduce((sum, plate) => sum + (plate.standing === state ? 1 : 0), 0)
  const current = plates.filter((plate) => plate.standing === 'current')
  return [revision, book.name, current.length, standing('reserved'), standing('cancelled'), current.filter(({ made }) => made !== null).length, current.filter(({ mounted }) => mounted !== null).length, current.filter(({ confirmed }) => confirmed !== null).length, canonicalJson(book)]
}

/** Any act on plates; throws as `applyPlates` does. */
export const bookChanged = (db: Connection, entry: JournalEntry): void => {
  const action = entry.action as PlateAction
  const row = db.prepare<Row>(sql.get).get(action.subject)
  const before = row === undefined ? undefined : (JSON.parse(row.content) as PlateBook)
  const after = applyPlates(before, action)
  if (row === undefined) db.prepare(sql.add).run(entry.seq, after.id, ...bookValues(after, 1))
  else db.prepare(sql.change).run(...bookValues(after, row.revision + 1), row.key)
  useDocuments(db, entry)
  const labels = new Map(after.plates.map(({ key, label }) => [key, label]))
  countChange(db, entry, before === undefined ? [] : linesOfPlates(before), linesOfPlates(after), (item) => `${after.name}${labels.get(item) ?? ''}`)
}

/** The condition that a column begins with a text, or holds it. */
const holding = (columnNames: readonly string[], typed: string): Condition => [columnNames.map((column) => `instr(${column}, ?) > 0`).join(' OR '), ...columnNames.map(() => typed)]
const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([condition]) => `(${condition})`).join(' AND ')}`)
const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(([, ...values]) => values)

const bookColumns = ['revision', 'current', 'reserved', 'cancelled', 'made', 'mounted', 'confirmed'] as const
/** Streets and estates that are numbered, by name. */
export const books = (db: Reader, filter: { readonly text?: string; readonly township?: string; readonly after?: string; readonly limit?: number }): Page<PlateRowKept> => {
  const limit = limitOf(filter.limit)
  const conditions: Condition[] = []
  if (filter.text !== undefined && filter.text.trim() !== '') conditions.push(holding(['b.name'], filter.text.trim()))
  if (filter.township !== undefined) conditions.push(["coalesce(e.township, '') = ?", filter.township])
  if (filter.after !== undefined) {
    const [name = '', id = ''] = filter.after.split('~')
    if (id === '') throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
    conditions.push(['b.name >= ? AND (b.name > ? OR b.id > ?)', name, name, id])
  }
  const rows = db.prepare<PlateRowKept>(`SELECT b.id AS entityId, b.name, coalesce(e.township, '') AS township, ${bookColumns.map((column) => `b.${column}`).join(', ')} FROM plate_book b LEFT JOIN gazetteer_entity e ON e.id = b.id${where(conditions)} ORDER BY b.name, b.id LIMIT ?`).all(...valuesOf(conditions), limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, next: rows.length > limit && last !== undefined ? `${last.name}~${last.entityId}` : undefined }
}

/** A proof given out, or withdrawn; throws `conflict` for a number that stands, `not_found`, `wrong_state` where it is withdrawn, `invalid` before its day. */
export const addressChanged = (db: Connection, entry: JournalEntry): void => {
  const action = entry.action as AddressAction
  const { number } = action.body
  if (action.subject !== number) throw new LantaiError('invalid', text('证明编号不符', 'The subject is not the number of the proof'), 'number')
  if (action.kind === 'address.proved') {
    const { day, entityId, applicant, owner, standard } = action.body
    try {
      db.prepare(sql.prove).run(entry.seq, number, day, entityId, applicant, owner, standard, canonicalJson(action.body), entry.at, entry.actor)
    } catch (error) {
      if (violates(error, 'address_proof.number')) throw new LantaiError('conflict', text(`证明 ${number} 已经开具`, `The proof ${number} stands already`), 'number')
      throw error
    }
    useDocuments(db, entry)
  } else {
    const known = findProof(db, number)
    if (known === undefined) throw new LantaiError('not_found', text(`没有证明 ${number}`, `There is no proof ${number}`), 'number')
    if (known.withdrawn !== null) throw new LantaiError('wrong_state', text('这份证明已经撤销', 'The proof is withdrawn already'), 'number')
    if (action.body.day < known.day) throw new LantaiError('invalid', text(`撤销早于开具（${known.day}）`, `The withdrawal lies before the proof (${known.day})`), 'day')
    db.prepare(sql.withdraw).run(canonicalJson(action.body), number)
  }
  countChange(db, entry, [], linesOfProofs([action]), () => number)
}

interface ProofColumns { readonly key: number; readonly number: string; readonly day: string; readonly body: string; readonly withdrawn: string; readonly at: string; readonly actor: string }
const proofOf = (row: ProofColumns): ProofRow => ({ number: row.number, day: row.day, body: JSON.parse(row.body) as AddressActionOf<'address.proved'>['body'], withdrawn: row.withdrawn === '' ? null : (JSON.parse(row.withdrawn) as AddressActionOf<'address.withdrawn'>['body']), at: row.at, by: row.actor })

/** The proof of a number, or undefined. */
export const findProof = (db: Reader, number: string): ProofRow | undefined => {
  const row = db.prepare<ProofColumns>(sql.proof).get(number)
  return row === undefined ? undefined : proofOf(row)
}

/** Proofs, newest first. */
export const proofs = (db: Reader, filter: { readonly text?: string; readonly from?: string; readonly to?: string; readonly entityId?: string; readonly after?: string; readonly limit?: number }): Page<ProofRow> => {
  const limit = limitOf(filter.limit)
  const after = placeOf(filter.after)
  const conditions: Condition[] = []
  if (filter.text !== undefined && filter.text.trim() !== '') conditions.push(holding(['number', 'applicant', 'owner', 'standard', 'body'], filter.text.trim()))
  if (filter.entityId !== undefined) conditions.push(["entity_id = ? AND entity_id <> ''", filter.entityId])
  if (filter.from !== undefined) conditions.push(['day >= ?', filter.from])
  if (filter.to !== undefined) conditions.push(['day < ?', pastPrefix(filter.to)])
  if (after !== undefined) conditions.push(['day <= ? AND (day < ? OR key < ?)', after.day, after.day, after.key])
  const rows = db.prepare<ProofColumns>(`SELECT key, number, day, body, withdrawn, at, actor FROM address_proof${where(conditions)} ORDER BY day DESC, key DESC LIMIT ?`).all(...valuesOf(conditions), limit + 1)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(proofOf), next: rows.length > limit && last !== undefined ? `${last.day}~${last.key}` : undefined }
}
