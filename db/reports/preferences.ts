import { canonicalJson } from '../canonical.ts'
import type { Connection, Reader } from '../connection.ts'
import { sha256 } from '../journal.ts'

/** What an account keeps of its own desk: working papers like drafts, outside of the chain, each with a checksum over its row. */

export interface PreferenceRow { readonly account: string; readonly key: string; readonly value: string; readonly checksum: string }

/** SHA-256 over the columns of a preference as a JSON array. */
export const preferenceChecksum = ({ account, key, value }: Omit<PreferenceRow, 'checksum'>): string => sha256(`lantai-preference-1\n${JSON.stringify([account, key, value])}`)

const sql = {
  find: 'SELECT account, key, value, checksum FROM preference WHERE account = ? AND key = ?',
  save: 'INSERT INTO preference (account, key, value, checksum) VALUES (?, ?, ?, ?) ON CONFLICT (account, key) DO UPDATE SET value = excluded.value, checksum = excluded.checksum',
  remove: 'DELETE FROM preference WHERE account = ? AND key = ?',
} as const

/** What an account keeps under a key; undefined where nothing is kept. */
export const findPreference = (db: Reader, account: string, key: string): unknown => {
  const row = db.prepare<PreferenceRow>(sql.find).get(account, key)
  // One that is damaged is set anew at the desk; nothing of the record hangs on it.
  return row === undefined || preferenceChecksum(row) !== row.checksum ? undefined : (JSON.parse(row.value) as unknown)
}

/** Keeps a value in place of the one before; undefined or null keeps nothing any more. */
export const savePreference = (db: Connection, account: string, key: string, value: unknown): void => {
  if (value === undefined || value === null) {
    db.prepare(sql.remove).run(account, key)
    return
  }
  const row = { account, key, value: canonicalJson(value) }
  db.prepare(sql.save).run(account, key, row.value, preferenceChecksum(row))
}
