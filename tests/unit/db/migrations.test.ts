import { createHash } from 'node:crypto'
import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openConnection } from '../../../db/connection.ts'
import { registerFile } from '../../../db/folder.ts'
import { applicationId, migrate, migrationHash } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { openRegister } from '../../../db/register.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import type { MarriageFile } from '../../../domain/marriage/file.ts'
import { burialHistory } from './burial-history.ts'
import { clerk, corrected, couple, newFolder, newRegister, opened, outside, received, record, registered, rowOf, rowsOf, voided } from './helpers.ts'
import { marriageHistory } from './history.ts'
import { courtVoided } from './matters.ts'

/** Hashes of the migrations as they were shipped: a line is added with each new one, none is ever changed. */
const shipped: Readonly<Record<number, string>> = {
  1: '9cde31275d2b9d99be96733ebeefe395c483ad341bf7359ae9889e52595fdde8',
  2: '5a2118ca0041075e6bedee7f8deff38edba37f44e807e0fe128503a1e50c465c',
  3: '69edea47a5890294be416fd3c6e5c03c76ef734e12a437a64178f5ec0953500e',
  4: '5c4a7d4a73f15bd4d1709b07df21830a7f4c87dae313e4882143f5c3a4031eb1',
  5: 'f65aa3caf34ba4364d58907a0276d8b3abd10feaedd2bf6a8d01c9dd48579210',
  6: 'b17f9e76d0d360a5086d4da5cc75373aebb4c14d30962dc1af910a6ea3ae4df6',
  7: '29ddff457a42f5cdc960175c568a35c48cc3ee24675b4ada4f867609d3832d7f',
  8: 'df9d276571922b002ae917101953011cc9019f6979029577ad56cdedac9ee9d0',
}

const upTo = (folder: string, number: number): void => {
  const db = openConnection(registerFile(folder))
  migrate(db, [{ series: 'register', migrations: migrations.slice(0, number) }])
  db.close()
}

describe('migrations', () => {
  it('are numbered by one, one file each, and no shipped one was edited', () => {
    expect(migrations.map((migration) => migration.number)).toEqual(migrations.map((_, index) => index + 1))
    const files = readdirSync(join(import.meta.dirname, '../../../db/migrations')).filter((name) => name !== 'index.ts').sort()
    expect(files).toEqual(migrations.map((migration) => `${String(migration.number).padStart(4, '0')}-${migration.name}.ts`))
    expect(Object.fromEntries(migrations.map((migration) => [migration.number, migrationHash(migration)]))).toEqual(shipped)
  })

  it('each runs on a database with rows of the version before, and keeps them', () => {
    // 1 → 2: an office with stock and a journal, before there were marriage tables.
    const folder = newFolder()
    upTo(folder, 1)
    outside(folder, (db) => {
      db.exec(`INSERT INTO account VALUES ('a1', 'zhangli', '张丽', 'registrar', '1', 'scrypt', 'all', 1, 0, 0, '', '', 'zh', '2025-01-02T08:00:00.000+08:00', '2025-01-02T08:00:00.000+08:00');
        INSERT INTO setting VALUES ('office', '', '{"name":"某区"}', '', '2025-01-02T08:00:00.000+08:00', 'a1');
        INSERT INTO blank_range VALUES (1, 'r1', 'marriage', '', 8, '10000001', '10000100', 10000001, 10000100, 0, 10000001, '2025-01-02', '', '');`)
    }, {})
    const before = rowsOf(folder, 'SELECT * FROM account')
    upTo(folder, 2)
    expect(rowsOf(folder, 'SELECT * FROM account')).toEqual(before)
    expect(rowOf(folder, 'SELECT value FROM setting')).toEqual({ value: '{"name":"某区"}' })
    expect(rowOf(folder, 'SELECT count(*) AS rows FROM marriage_case')).toEqual({ rows: 0 })
    expect(rowOf(folder, 'PRAGMA user_version')).toEqual({ user_version: 2 })
  })

  it('2 → 3 counts the marriages that were there', async () => {
    const register = newRegister()
    const { folder } = register
    await record(register, [received(), opened('case-1'), registered('case-1', 1), opened('case-2'), registered('case-2', 2), voided('case-2'), opened('case-3')])
    const before = rowsOf(folder, 'SELECT * FROM couple_statistic')
    expect(before).toMatchObject([{ window: 1, day: '2026-05-20', office: '990101', residence: 1, order_man: 1, order_woman: 1, age_man: 8, age_woman: 7, difference: 3 }])
    outside(folder, (db) => db.exec('DELETE FROM couple_statistic'), {})
    const db = openConnection(registerFile(folder))
    migrations[2]?.fill?.(db)
    db.close()
    expect(rowsOf(folder, 'SELECT * FROM couple_statistic')).toEqual(before)
  })

  it('bring a register of the marriage window alone (version 2), with marriages in it, to the tables that its journal gives today', async () => {
    // What today's program holds of a history of marriages, written back into the tables of version 2 as that version kept them.
    const register = newRegister()
    const hash = await register.files.put(Buffer.from('%PDF-1.7 a scan'))
    const papers = (pages: number): MarriageFile['papers'] => [{ type: 'identity', party: 0, number: '', issuer: '', issuedOn: '', validTo: '', legible: true, note: '', scans: [{ hash, name: 'x', type: 'application/pdf', bytes: 1, pages }, { hash, name: 'y', type: 'application/pdf', bytes: 1, pages: 1 }] }]
    await record(register, marriageHistory)
    await record(register, [
      opened('case-7', couple({}, {}, { papers: papers(2) })), { kind: 'marriage.amended', subject: 'case-7', body: { changes: { kind: 'late' } } }, opened('case-8'), { kind: 'marriage.amended', subject: 'case-8', body: { changes: { papers: papers(4) } } },
      opened('case-9', couple({}, {}, { papers: papers(1) })), registered('case-9', 9), corrected('case-9', { changes: { papers: papers(6), parties: couple({ birth: '1980-01-01' }).parties } }),
    ])
    await record(register, [corrected('case-9', { changes: { kind: 'remarriage' } }), opened('case-10'), registered('case-10', 10), voided('case-10')], clerk('2026-05-21T15:00:00.000+08:00', 'clerk-3', '2'))
    await register.close()
    const folder = newFolder()
    upTo(folder, 2)
    outside(folder, (db) => {
      db.prepare('ATTACH ? AS today').run(registerFile(register.folder))
      for (const table of ['journal', 'setting', 'account', 'blank_range', 'blank', 'blank_day', 'tally', 'tally_day', 'marriage_case', 'marriage_party', 'marriage_inspection']) {
        const columns = (db.pragma(`table_info(${table})`) as readonly { name: string }[]).map(({ name }) => name).join(', ')
        db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM today.${table}`)
      }
      db.exec("UPDATE tally SET kind = 'refused' WHERE kind = 'refusal'; UPDATE tally_day SET kind = 'refused' WHERE kind = 'refusal'; DELETE FROM tally WHERE kind = 'correction'; DELETE FROM tally_day WHERE kind = 'correction'")
      db.exec('DETACH today')
    }, {})
    cpSync(join(register.folder, 'files'), join(folder, 'files'), { recursive: true })
    const upgraded = openRegister({ folder, cacheKiB: 4096 })
    expect(rowsOf(folder, "SELECT id, scanned FROM marriage_case WHERE id IN ('case-7', 'case-8', 'case-9', 'case-10') ORDER BY key")).toEqual([{ id: 'case-7', scanned: 3 }, { id: 'case-8', scanned: 5 }, { id: 'case-9', scanned: 7 }, { id: 'case-10', scanned: 0 }])
    expect(verifyFolder(folder).faults).toEqual([])
    // And it goes on.
    await record(upgraded, [opened('case-11'), registered('case-11', 11), courtVoided('case-11')])
    await upgraded.close()
    expect(verifyFolder(folder).faults).toEqual([])
    expect(rowsOf(folder, 'SELECT * FROM blank_day ORDER BY 1, 2, 3').length).toBeGreaterThan(2)
  })

  it('4 → 6 keeps what was counted, widens its units, and leaves a register that goes on with funeral affairs', async () => {
    const folder = newFolder()
    upTo(folder, 4)
    outside(folder, (db) => {
      db.exec("INSERT INTO tally VALUES ('2026-05-20', 'marriage', 'marriage', '对', 9, '1', 3), ('2026-05-20', 'archive', 'query', '件', 9, '2', 1); INSERT INTO tally_day VALUES ('2026-05-20', 'marriage', 'marriage', '对', 3)")
      expect(() => db.exec("INSERT INTO tally VALUES ('2026-05-20', 'burial', 'relocatedGraves', '座', 9, '1', 1)")).toThrow(/tally_unit_known/)
    }, {})
    const before = rowsOf(folder, 'SELECT * FROM tally ORDER BY 1, 2, 3')
    const register = openRegister({ folder, cacheKiB: 4096 })
    expect(rowsOf(folder, 'SELECT * FROM tally ORDER BY 1, 2, 3')).toEqual(before)
    await record(register, burialHistory)
    expect(rowsOf(folder, "SELECT unit, sum(count) AS count FROM tally WHERE kind LIKE 'relocated%' GROUP BY unit ORDER BY unit")).toEqual([{ unit: '座', count: 1 }, { unit: '穴', count: 2 }])
    await register.close()
    expect(() => outside(folder, (db) => db.exec("INSERT INTO tally VALUES ('2026-05-20', 'burial', 'x', '只', 9, '1', 1)"), {})).toThrow(/tally_unit_known/)
    // The counts put in by hand have no entry behind them; nothing else differs.
    expect(verifyFolder(folder).faults.map(({ where }) => where)).toEqual(['tally 2026-05-20 archive query 件 9 2', 'tally 2026-05-20 marriage marriage 对 9 1', 'tally_day 2026-05-20 marriage marriage 对'])
  })

  it('backs an existing register up first, whole and readable', async () => {
    const folder = newFolder()
    upTo(folder, 1)
    outside(folder, (db) => db.exec("INSERT INTO setting VALUES ('office', '', '{}', '', '2025-01-02T08:00:00.000+08:00', 'a1')"), {})
    await openRegister({ folder, cacheKiB: 4096 }).close()
    const [name = ''] = readdirSync(join(folder, 'backups'))
    expect(name).toMatch(/^before-version-\d+-/)
    const copy = new Database(join(folder, 'backups', name), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(1)
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('SELECT count(*) AS rows FROM setting').get()).toEqual({ rows: 1 })
    copy.close()
  })

  it('take no backup of a register that is up to date, nor of a new one', async () => {
    const folder = newFolder()
    await openRegister({ folder, cacheKiB: 4096 }).close()
    await openRegister({ folder, cacheKiB: 4096 }).close()
    expect(readdirSync(folder)).not.toContain('backups')
  })

  it('one that fails half way leaves the register as it was', () => {
    const folder = newFolder()
    upTo(folder, migrations.length)
    const db = openConnection(registerFile(folder))
    const broken = { number: migrations.length + 1, name: 'broken', sql: 'CREATE TABLE half (id TEXT) STRICT; INSERT INTO nowhere VALUES (1);' }
    expect(() => migrate(db, [{ series: 'register', migrations: [...migrations, broken] }])).toThrow(/nowhere/)
    db.close()
    expect(rowsOf(folder, "SELECT name FROM sqlite_schema WHERE name = 'half'")).toEqual([])
    expect(rowOf(folder, 'PRAGMA user_version')).toEqual({ user_version: migrations.length })
  })
})

describe('a register that is not ours to open', () => {
  const codeOf = (folder: string): string => {
    try {
      void openRegister({ folder, cacheKiB: 4096 }).close()
      return 'opened'
    } catch (error) {
      return (error as { code: string }).code
    }
  }
  const madeRegister = async (): Promise<string> => {
    const register = newRegister()
    await record(register, [received(), opened()], clerk())
    await register.close()
    return register.folder
  }

  it('of a newer version is refused and not touched', async () => {
    const folder = await madeRegister()
    outside(folder, (db) => db.pragma(`user_version = ${migrations.length + 1}`), {})
    expect(codeOf(folder)).toBe('newer_register')
    expect(rowOf(folder, 'PRAGMA user_version')).toEqual({ user_version: migrations.length + 1 })
  })

  it('with a migration of a window this program does not have is refused', async () => {
    const folder = await madeRegister()
    outside(folder, (db) => db.exec("INSERT INTO migration VALUES ('unknown', 1, 'x', 'y')"), {})
    expect(codeOf(folder)).toBe('newer_register')
  })

  it('with an edited migration is refused', async () => {
    const folder = await madeRegister()
    outside(folder, (db) => db.exec("UPDATE migration SET hash = 'x' WHERE number = 1"), {})
    expect(codeOf(folder)).toBe('damaged')
  })

  it('that is some other database is refused', () => {
    const folder = newFolder()
    outside(folder, (db) => db.exec('CREATE TABLE somebodys (id)'), {})
    expect(codeOf(folder)).toBe('damaged')
    const other = newFolder()
    outside(other, (db) => db.pragma('application_id = 1'), {})
    expect(codeOf(other)).toBe('damaged')
  })

  it('that is no database at all is refused (a wrong key looks like this)', async () => {
    const folder = await madeRegister()
    const noise = Buffer.from(createHash('sha512').update('noise').digest('hex').repeat(100))
    writeFileSync(registerFile(folder), noise)
    expect(codeOf(folder)).toBe('damaged')
  })

  it('that was lost or emptied is not replaced by an empty one', async () => {
    const folder = await madeRegister()
    writeFileSync(registerFile(folder), '')
    expect(codeOf(folder)).toBe('damaged')
    outside(newFolder(), (db) => expect(db.pragma('application_id', { simple: true })).not.toBe(applicationId), {})
  })

  it('whose newest entries do not fit their hashes is refused', async () => {
    const folder = await madeRegister()
    outside(folder, (db) => db.exec("DROP TRIGGER journal_refuses_update; UPDATE journal SET reason = 'x' WHERE seq = 2"), {})
    expect(codeOf(folder)).toBe('damaged')
  })

  it('held by another desk is refused, and free again when that one closes', async () => {
    const register = newRegister()
    expect(codeOf(register.folder)).toBe('in_use')
    await record(register, [received()])
    await register.close()
    expect(codeOf(register.folder)).toBe('opened')
  })
})
