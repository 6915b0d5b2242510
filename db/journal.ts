import { createHash, hash as hashOnce } from 'node:crypto'
import type { Action, Actor, JournalEntry } from '../domain/action.ts'
import { canonicalJson } from './canonical.ts'
import type { Connection } from './connection.ts'
import type { JournalHead } from './contract.ts'

/** The algorithm written in each row: SHA-256 over the domain-separated canonical columns of `hashOf`. */
export const algorithm = 'sha256/lantai-journal-1'

/** What stands before the first entry. */
export const origin = '0'.repeat(64)

/** One row of the journal as it is stored. */
export interface JournalRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly counter: string
  readonly kind: string
  readonly subject: string
  readonly second: string
  readonly reason: string
  readonly body: string
  readonly algorithm: string
  readonly previous: string
  readonly hash: string
}

/** The hash of a row: SHA-256 of the algorithm's name, every other column as a JSON array, and the body, each on its own line (no column can hold a bare line feed in JSON). */
export const hashOf = (row: Omit<JournalRow, 'hash'>): string =>
  hashOnce('sha256', `${row.algorithm}\n${JSON.stringify([row.seq, row.at, row.actor, row.counter, row.kind, row.subject, row.second, row.reason, row.previous])}\n${row.body}`)

/** SHA-256 of bytes or text in lower-case hex. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

const sql = {
  append: 'INSERT INTO journal (seq, at, actor, counter, kind, subject, second, reason, body, algorithm, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  head: 'SELECT seq, hash, at FROM journal ORDER BY seq DESC LIMIT 1',
  of: 'SELECT * FROM journal WHERE subject = ? ORDER BY seq',
} as const

/** The last entry of the journal; seq 0 and the origin when it is empty. */
export const headOf = (db: Connection): JournalHead => db.prepare<JournalHead>(sql.head).get() ?? { seq: 0, hash: origin, at: '' }

/** Chains an action onto the head and writes it; the body must have been validated. */
export const append = (db: Connection, head: { readonly seq: number; readonly hash: string }, actor: Actor, action: Action): JournalEntry => {
  const body = canonicalJson(action.body)
  const seq = head.seq + 1
  const row = { seq, at: actor.at, actor: actor.account, counter: actor.counter, kind: action.kind, subject: action.subject, second: action.second ?? '', reason: action.reason ?? '', body, algorithm, previous: head.hash }
  const hash = hashOf(row)
  db.prepare(sql.append).run(seq, row.at, row.actor, row.counter, row.kind, row.subject, row.second, row.reason, body, algorithm, row.previous, hash)
  return { seq, at: row.at, actor: row.actor, counter: row.counter, action, hash }
}

/** A stored row as the house hands it round. */
export const entryOf = (row: JournalRow): JournalEntry & { readonly previous: string } => ({
  seq: row.seq, at: row.at, actor: row.actor, counter: row.counter, hash: row.hash, previous: row.previous,
  action: {
    kind: row.kind, subject: row.subject, body: JSON.parse(row.body) as unknown,
    ...(row.reason === '' ? {} : { reason: row.reason }), ...(row.second === '' ? {} : { second: row.second }),
  },
})

/** Every entry about a subject, oldest first. */
export const entriesOf = (db: Connection, subject: string): readonly JournalEntry[] => db.prepare<JournalRow>(sql.of).all(subject).map(entryOf)
