import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import type { Action, Actor } from '../../../domain/action.ts'
import type { Register } from '../../../db/contract.ts'
import { registerFile } from '../../../db/folder.ts'
import { openRegister } from '../../../db/register.ts'
import type { RegisterOptions } from '../../../db/register.ts'
import type { MarriageFile, Party } from '../../../domain/marriage/file.ts'
import { emptyMarriageFile } from '../../../domain/marriage/file.ts'
import type { MarriageActionBody } from '../../../domain/marriage/actions.ts'

/** A data folder that goes when the test is over. */
export const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-db-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A register that closes when the test is over; closing twice is harmless. */
export const newRegister = (options: Partial<RegisterOptions> = {}): Register => {
  const register = openRegister({ folder: newFolder(), cacheKiB: 4096, clock: () => new Date('2026-05-20T01:00:00Z'), ...options })
  onTestFinished(() => register.close())
  return register
}

export const clerk = (at = '2026-05-20T09:31:07.123+08:00', account = 'clerk-1', counter = '1'): Actor => ({ account, counter, at })

const party = (sex: '1' | '2', facts: Partial<Party>): Party => ({
  ...emptyMarriageFile().parties[sex === '1' ? 0 : 1],
  identityFrom: '2015-01-01', identityTo: '2035-01-01', identityIssuer: '某市公安局', ethnicity: '01', maritalStatus: '10', education: '20', occupation: '30', phone: '13800000000', ...facts,
})

/** The file of a couple; what a test is about is given, the rest is ordinary. */
export const couple = (man: Partial<Party> = {}, woman: Partial<Party> = {}, facts: Partial<MarriageFile> = {}): MarriageFile => ({
  ...emptyMarriageFile(),
  parties: [
    party('1', { name: '张三丰', pinyin: 'zhang san feng', identityNumber: '99010119900501001X', birth: '1990-05-01', ...man }),
    party('2', { name: '李娜', pinyin: 'li na', identityNumber: '990101199205200023', birth: '1992-05-20', ...woman }),
  ],
  ...facts,
})

export const received = (first = '10000001', last = '10001000', type: 'marriage' | 'divorce' = 'marriage', id = `range-${type}-${first}`): Action => ({
  kind: 'blank.received', subject: id,
  body: { type, prefix: '', first, last, count: Number(last) - Number(first) + 1, from: '市民政局', note: '' },
})
export const opened = (id = 'case-1', file: MarriageFile = couple()): Action => ({ kind: 'marriage.opened', subject: id, body: { file } })
export const registered = (id = 'case-1', serial = 1, facts: Partial<MarriageActionBody<'marriage.registered'>> = {}): Action => ({
  kind: 'marriage.registered', subject: id,
  body: {
    number: `J990101-2026-${String(serial).padStart(6, '0')}`, day: '2026-05-20', serials: [String(10000000 + 2 * serial - 1), String(10000000 + 2 * serial)],
    officeName: '示例区民政局婚姻登记处', area: '990101', registrar: 'clerk-1', opinion: '符合结婚条件，准予登记', ...facts,
  },
})
export const proofread = (id = 'case-1'): Action => ({ kind: 'marriage.proofread', subject: id, body: { ticked: ['names'] } })
const asked = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
export const delivered = (id = 'case-1', day = '2026-05-20'): Action => ({ kind: 'marriage.delivered', subject: id, body: { day, parties: [asked, asked] } })
export const byTwo = { second: 'clerk-2', reason: '打印错误' } as const
export const reprinted = (id: string, which: 0 | 1, spoiled: string, serial: string): Action => ({ kind: 'marriage.reprinted', subject: id, body: { party: which, spoiled, serial }, ...byTwo })
export const corrected = (id: string, body: MarriageActionBody<'marriage.corrected'>): Action => ({ kind: 'marriage.corrected', subject: id, body, ...byTwo })
export const voided = (id = 'case-1', day = '2026-05-21'): Action => ({ kind: 'marriage.voided', subject: id, body: { day, recovered: true }, ...byTwo })
export const accountCreated = (id = 'clerk-1', account = 'zhangli'): Action => ({
  kind: 'account.created', subject: id,
  body: { account, name: '张丽', role: 'registrar', counter: '1', password: 'scrypt$32768$8$1$c2FsdHNhbHQ$aGFzaGhhc2g', scope: 'mainland', sample: false, certifiedUntil: '2027-12-31' },
})

/** Records actions in one transaction. */
export const record = async (register: Register, actions: readonly Action[], actor: Actor = clerk()): Promise<void> => {
  await register.transact(actor, async (tx) => {
    for (const action of actions) await tx.record(action)
  })
}

/** The register's tables seen from outside, as a test or an intruder sees them. */
export const outside = <T>(folder: string, work: (db: Database.Database) => T, options: Database.Options = { readonly: true }): T => {
  const db = new Database(registerFile(folder), options)
  try {
    return work(db)
  } finally {
    db.close()
  }
}

/** The one row of a question put from outside. */
export const rowOf = (folder: string, sql: string, ...values: readonly unknown[]): Record<string, unknown> | undefined =>
  outside(folder, (db) => db.prepare<unknown[], Record<string, unknown>>(sql).get(...values))
export const rowsOf = (folder: string, sql: string, ...values: readonly unknown[]): readonly Record<string, unknown>[] =>
  outside(folder, (db) => db.prepare<unknown[], Record<string, unknown>>(sql).all(...values))
