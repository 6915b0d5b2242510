import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import type { OfficeActionBody, OfficeActionKind, OfficeFacts } from '../../domain/office/actions.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import { receiveBlanks, returnBlanks, spoilBlank } from '../stock.ts'
import type { Applier } from '../windows.ts'

const sql = {
  setSetting: 'INSERT INTO setting (key, from_day, value, source, changed_at, changed_by) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (key, from_day) DO UPDATE SET value = excluded.value, source = excluded.source, changed_at = excluded.changed_at, changed_by = excluded.changed_by',
  setting: "SELECT value FROM setting WHERE key = ? AND from_day = ''",
  createAccount: "INSERT INTO account (id, account, name, role, counter, password, scope, active, sample, failures, locked_until, certified_until, language, created_at, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, 0, '', ?, ?, ?, ?)",
  account: 'SELECT name, role, counter, scope, active, certified_until, language FROM account WHERE id = ?',
  changeAccount: 'UPDATE account SET name = ?, role = ?, counter = ?, scope = ?, active = ?, certified_until = ?, language = ?, changed_at = ? WHERE id = ?',
  changePassword: "UPDATE account SET password = ?, failures = 0, locked_until = '', changed_at = ? WHERE id = ?",
  signedIn: "UPDATE account SET failures = 0, locked_until = '' WHERE id = ?",
  signInFailed: 'UPDATE account SET failures = failures + 1, locked_until = ? WHERE id = ?',
  lock: 'UPDATE account SET locked_until = ? WHERE id = ?',
} as const

const bodyOf = <K extends OfficeActionKind>(entry: JournalEntry): OfficeActionBody<K> => entry.action.body as OfficeActionBody<K>

const setSetting = (db: Connection, entry: JournalEntry, key: string, value: unknown, from = '', source = ''): void => {
  db.prepare(sql.setSetting).run(key, from, canonicalJson(value), source, entry.at, entry.actor)
}

const officeFacts = (db: Connection): OfficeFacts | undefined => {
  const row = db.prepare<{ value: string }>(sql.setting).get('office')
  return row === undefined ? undefined : (JSON.parse(row.value) as OfficeFacts)
}

const changed = (result: { changes: number }): void => {
  if (result.changes === 0) throw new LantaiError('not_found', text('没有这个账号', 'There is no such account'))
}

interface AccountFacts { name: string; role: string; counter: string; scope: string; active: number; certified_until: string; language: string }

/** The appliers of the office's own actions; kinds that are not here (views, exports, checks of papers) stand in the journal alone. */
export const officeAppliers: Readonly<Record<string, Applier>> = {
  'office.setUp': (db, entry) => {
    if (officeFacts(db) !== undefined) throw new LantaiError('already_set_up', text('本处已经设置过', 'The office has been set up already'))
    setSetting(db, entry, 'office', bodyOf<'office.setUp'>(entry))
  },
  'office.changed': (db, entry) => {
    const facts = officeFacts(db)
    if (facts === undefined) throw new LantaiError('not_set_up', text('本处还没有设置', 'The office has not been set up yet'))
    setSetting(db, entry, 'office', { ...facts, ...bodyOf<'office.changed'>(entry) })
  },
  'setting.changed': (db, entry) => {
    const body = bodyOf<'setting.changed'>(entry)
    if (body.key === 'office') throw new LantaiError('invalid', text('登记处资料请在“登记处”中修改', 'The facts of the office are changed by their own action'), 'key')
    setSetting(db, entry, body.key, body.value, body.from, body.source)
  },
  'account.created': (db, entry) => {
    const body = bodyOf<'account.created'>(entry)
    try {
      db.prepare(sql.createAccount).run(entry.action.subject, body.account, body.name, body.role, body.counter, body.password, body.scope, body.sample ? 1 : 0, body.certifiedUntil, body.language ?? 'zh', entry.at, entry.at)
    } catch (error) {
      if (violates(error, 'account.')) throw new LantaiError('conflict', text(`账号“${body.account}”已存在`, `The account “${body.account}” exists already`), 'account')
      throw error
    }
  },
  'account.changed': (db, entry) => {
    const body = bodyOf<'account.changed'>(entry)
    const old = db.prepare<AccountFacts>(sql.account).get(entry.action.subject)
    if (old === undefined) throw new LantaiError('not_found', text('没有这个账号', 'There is no such account'))
    const active = body.active === undefined ? old.active : body.active ? 1 : 0
    db.prepare(sql.changeAccount).run(body.name ?? old.name, body.role ?? old.role, body.counter ?? old.counter, body.scope ?? old.scope, active, body.certifiedUntil ?? old.certified_until, body.language ?? old.language, entry.at, entry.action.subject)
  },
  'account.passwordChanged': (db, entry) => changed(db.prepare(sql.changePassword).run(bodyOf<'account.passwordChanged'>(entry).password, entry.at, entry.action.subject)),
  'account.signedIn': (db, entry) => changed(db.prepare(sql.signedIn).run(entry.action.subject)),
  'account.signInFailed': (db, entry) => {
    // A sign-in with an unknown name is journalled too; there is no row to count it on.
    db.prepare(sql.signInFailed).run(bodyOf<'account.signInFailed'>(entry).lockedUntil, entry.action.subject)
  },
  'account.locked': (db, entry) => changed(db.prepare(sql.lock).run(bodyOf<'account.locked'>(entry).until, entry.action.subject)),
  'account.unlocked': (db, entry) => changed(db.prepare(sql.signedIn).run(entry.action.subject)),
  'blank.received': (db, entry) => receiveBlanks(db, entry.seq, entry.action.subject, { receivedOn: entry.at.slice(0, 10), ...bodyOf<'blank.received'>(entry) }),
  'blank.spoiled': (db, entry) => {
    const body = bodyOf<'blank.spoiled'>(entry)
    spoilBlank(db, body.type, body.serial, entry.at.slice(0, 10), body.reason)
  },
  'blank.returned': (db, entry) => {
    const body = bodyOf<'blank.returned'>(entry)
    returnBlanks(db, body.type, body.first, body.last, entry.at.slice(0, 10), body.to)
  },
}
