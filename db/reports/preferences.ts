import { canonicalJson } from '../canonical.ts'
import type { Connection, Reader } from '../connection.ts'

/** What an account keeps of its own desk: working papers like drafts, outside of the chain. */

const sql = {
  find: 'SELECT value FROM preference WHERE account = ? AND key = ?',
  save: 'INSERT INTO preference (account, key, value) VALUES (?, ?, ?) ON CONFLICT (account, key) DO UPDATE SET value = excluded.value',
  remove: 'DELETE FROM preference WHERE account = ? AND key = ?',
} as const

/** What an account keeps under a key; undefined where nothing is kept. */
export const findPreference = (db: Reader, account: string, key: string): unknown => {
  const row = db.prepare<{ value: string }>(sql.find).get(account, key)
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown)
}

/** Keeps a value in place of the one before; undefined or null keeps nothing any more. */
export const savePreference = (db: Connection, account: string, key: string, value: unknown): void => {
  if (value === undefined || value === null) db.prepare(sql.remove).run(account, key)
  else db.prepare(sql.save).run(account, key, canonicalJson(value))
}
