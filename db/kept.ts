import type { JournalEntry } from '../domain/action.ts'
import { canonicalJson } from './canonical.ts'
import type { Connection, Reader } from './connection.ts'
import type { Kept } from './contract.ts'

/** Records kept as their fold beside their revision, in one table of a window: key, kind, id, revision, the columns that are searched, and the content. */

/** The searched columns of a record. */
export interface KeptColumns { readonly name: string; readonly state: string; readonly day: string; readonly endedOn: string; readonly township: string; readonly parent: string }
const none: KeptColumns = { name: '', state: '', day: '', endedOn: '', township: '', parent: '' }

interface Found { readonly key: number; readonly id: string; readonly revision: number; readonly content: string }

// Records are few and asked of again and again: each text is read once. Nothing writes into what is read.
const known = new Map<string, unknown>()
const read = <T>(content: string): T => {
  let value = known.get(content)
  if (value === undefined) {
    if (known.size >= 400) known.clear()
    value = JSON.parse(content)
    known.set(content, value)
  }
  return value as T
}
const keptOf = <T>(row: Found): Kept<T> => ({ id: row.id, revision: row.revision, value: read<T>(row.content) })

/** The records of a table, by kind. */
export const keptIn = <Kind extends string>(table: string) => {
  const sql = {
    get: `SELECT key, id, revision, content FROM ${table} WHERE kind = ? AND id = ?`,
    all: `SELECT id, revision, content FROM ${table} WHERE kind = ? ORDER BY key`,
    children: `SELECT id, revision, content FROM ${table} WHERE kind = ? AND parent = ? AND parent <> '' ORDER BY key`,
    // Open ones found by the end of the period, and those closed in it or later.
    during: `SELECT id, revision, content FROM (SELECT key, id, revision, content FROM ${table} WHERE kind = ? AND ended_on = '' AND day <= ? UNION ALL SELECT key, id, revision, content FROM ${table} WHERE kind = ? AND ended_on <> '' AND ended_on >= ? AND day <= ?) ORDER BY key`,
    add: `INSERT INTO ${table} (key, kind, id, revision, name, state, day, ended_on, township, parent, content) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
    change: `UPDATE ${table} SET revision = revision + 1, name = ?, state = ?, day = ?, ended_on = ?, township = ?, parent = ?, content = ? WHERE key = ?`,
    revision: `SELECT revision FROM ${table} WHERE kind = ? AND id = ?`,
  } as const
  return {
    /** A record of a kind, or undefined. */
    find: <T>(db: Reader, kind: Kind, id: string): Kept<T> | undefined => {
      const row = db.prepare<Found>(sql.get).get(kind, id)
      return row === undefined ? undefined : keptOf<T>(row)
    },
    /** All records of a kind, oldest first. */
    all: <T>(db: Reader, kind: Kind): readonly Kept<T>[] => db.prepare<Found>(sql.all).all(kind).map((row) => keptOf<T>(row)),
    /** The records under another, oldest first. */
    under: <T>(db: Reader, kind: Kind, parent: string): readonly Kept<T>[] => db.prepare<Found>(sql.children).all(kind, parent).map((row) => keptOf<T>(row)),
    /** Records that stood open or were acted on in a period, both days in it. */
    during: <T>(db: Reader, kind: Kind, { from, to }: { readonly from: string; readonly to: string }): readonly Kept<T>[] => db.prepare<Found>(sql.during).all(kind, to, kind, from, to).map((row) => keptOf<T>(row)),
    /** The revision of a record that carries an id of its own, whatever its kind. */
    findRevision: (db: Reader, kind: Kind, id: string): number | undefined => db.prepare<{ revision: number }>(sql.revision).get(kind, id)?.revision,
    /** Writes the fold of a record after an entry with its columns, and gives it back. */
    keep: <T>(db: Connection, kind: Kind, entry: JournalEntry, apply: (before: T | undefined) => T, columns: (value: T) => Partial<KeptColumns>, id = entry.action.subject): T => {
      const row = db.prepare<Found>(sql.get).get(kind, id)
      const value = apply(row === undefined ? undefined : (JSON.parse(row.content) as T))
      const { name, state, day, endedOn, township, parent } = { ...none, ...columns(value) }
      if (row === undefined) db.prepare(sql.add).run(entry.seq, kind, id, name, state, day, endedOn, township, parent, canonicalJson(value))
      else db.prepare(sql.change).run(name, state, day, endedOn, township, parent, canonicalJson(value), row.key)
      return value
    },
  } as const
}
