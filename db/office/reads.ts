import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Reader } from '../connection.ts'
import type { AccountRow, Role } from '../contract.ts'

const columns = 'id, account, name, role, counter, password, scope, active, sample, failures, locked_until, certified_until, language, created_at, changed_at'
const sql = {
  setting: 'SELECT value FROM setting WHERE key = ? AND from_day <= ? ORDER BY from_day DESC LIMIT 1',
  settings: 'SELECT key, value FROM setting WHERE from_day <= ? ORDER BY key, from_day',
  settingHistory: 'SELECT key, from_day AS "from", value, source, changed_at AS changedAt, changed_by AS changedBy FROM setting ORDER BY key, from_day',
  byName: `SELECT ${columns} FROM account WHERE account = ?`,
  byId: `SELECT ${columns} FROM account WHERE id = ?`,
  all: `SELECT ${columns} FROM account ORDER BY account`,
} as const

interface AccountColumns {
  id: string; account: string; name: string; role: Role; counter: string; password: string; scope: 'mainland' | 'all'; active: number; sample: number; failures: number
  locked_until: string; certified_until: string; language: 'zh' | 'en'; created_at: string; changed_at: string
}

const rowOf = (row: AccountColumns): AccountRow => ({
  id: row.id, account: row.account, name: row.name, role: row.role, counter: row.counter, password: row.password, active: row.active === 1, sample: row.sample === 1, failures: row.failures,
  lockedUntil: row.locked_until, certifiedUntil: row.certified_until, scope: row.scope, language: row.language, createdAt: row.created_at, changedAt: row.changed_at,
})

/** The value of a setting in force on a civil day. */
export const findSetting = (db: Reader, key: string, on: string): unknown => {
  const row = db.prepare<{ value: string }>(sql.setting).get(key, on)
  return row === undefined ? undefined : (JSON.parse(row.value) as unknown)
}

export const settings = (db: Reader, on: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(db.prepare<{ key: string; value: string }>(sql.settings).all(on).map((row) => [row.key, JSON.parse(row.value) as unknown]))

export interface SettingRow { readonly key: string; readonly from: string; readonly value: unknown; readonly source: string; readonly changedAt: string; readonly changedBy: string }
/** Every dated value of every setting, for the settings page. */
export const settingRows = (db: Reader): readonly SettingRow[] =>
  db.prepare<{ key: string; from: string; value: string; source: string; changedAt: string; changedBy: string }>(sql.settingHistory).all().map((row) => ({ ...row, value: JSON.parse(row.value) as unknown }))

export const findAccount = (db: Reader, account: string): AccountRow | undefined => {
  const row = db.prepare<AccountColumns>(sql.byName).get(account)
  return row === undefined ? undefined : rowOf(row)
}

/** The account of an id; throws `not_found`. */
export const getAccount = (db: Reader, id: string): AccountRow => {
  const row = db.prepare<AccountColumns>(sql.byId).get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这个账号', 'There is no such account'))
  return rowOf(row)
}

export const accounts = (db: Reader): readonly AccountRow[] => db.prepare<AccountColumns>(sql.all).all().map(rowOf)
