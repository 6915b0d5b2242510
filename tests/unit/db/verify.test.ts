import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VerifyReport } from '../../../db/contract.ts'
import { filePath } from '../../../db/files.ts'
import { registerFile } from '../../../db/folder.ts'
import { openRegister } from '../../../db/register.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { verifyRegister } from '../../../db/verify.ts'
import { clerk, couple, newRegister, opened, record } from './helpers.ts'
import { fullHistory } from './history.ts'
import { contentRanges } from './pages.ts'
import { placeNameHistory } from './place-names.ts'
import { reportHistory } from './reports.ts'

/** A sound register, whose bytes are put back before each damage. */
interface Fixture { readonly folder: string; readonly sound: Buffer }
let small: Fixture = { folder: '', sound: Buffer.alloc(0) }
let large: Fixture = small
let scanHash = ''

const make = async (cases: number): Promise<Fixture> => {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-verify-'))
  const register = openRegister({ folder, cacheKiB: 4096 })
  scanHash = await register.files.put(Buffer.from('%PDF-1.7 a scan'))
  await record(register, [...fullHistory, ...placeNameHistory])
  // Entered with an earlier time than what stands before.
  await record(register, reportHistory(await register.files.put(Buffer.from('{}'))), clerk('2026-05-20T09:00:00.000+08:00'))
  // Many cases, so that indexes have more than one page; long bodies run over onto further pages.
  const papers = Array.from({ length: 12 }, () => ({ type: 'identity', party: 0 as const, number: '', issuer: '某市公安局', issuedOn: '', validTo: '', legible: true, note: '原件相符'.repeat(20), scans: [] }))
  const file = couple({}, {}, { photo: { hash: scanHash, width: 700, height: 460, joint: true, notComposed: true }, papers })
  await register.bulk(Array.from({ length: cases }, (_, index) => [clerk(), opened(`more-${index}`, file)] as const))
  await register.transact(clerk(), (tx) => tx.saveDraft({ id: 'draft-1', window: 'marriage', caseId: 'case-1', title: '张三丰 李娜', content: '{"kind":"marriage"}', account: 'clerk-1', counter: '1', savedAt: clerk().at }))
  await register.transact(clerk(), (tx) => tx.savePreference('clerk-1', 'dashboard', { order: ['today'] }))
  await register.close()
  return { folder, sound: readFileSync(registerFile(folder)) }
}

beforeAll(async () => {
  small = await make(1)
  large = await make(220)
})
afterAll(() => {
  for (const { folder } of [small, large]) rmSync(folder, { recursive: true, force: true })
})

const restore = ({ folder, sound }: Fixture): void => {
  for (const end of ['-wal', '-shm']) rmSync(registerFile(folder) + end, { force: true })
  writeFileSync(registerFile(folder), sound)
}

const verifyAfter = (damage: () => void, fixture: Fixture = small): VerifyReport => {
  restore(fixture)
  damage()
  return verifyFolder(fixture.folder)
}

const byHand = (work: (db: Database.Database) => void): void => {
  const db = new Database(registerFile(small.folder))
  // Lets go of the guard over the tables in which the tree of boxes is kept.
  db.unsafeMode(true)
  try {
    db.pragma('ignore_check_constraints = ON')
    db.pragma('foreign_keys = OFF')
    db.exec('DROP TRIGGER journal_refuses_update; DROP TRIGGER journal_refuses_delete;')
    const again = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'trigger'").get()
    expect(again).toBeUndefined()
    work(db)
    db.exec("CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END; CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;")
  } finally {
    db.close()
  }
}

const tables = ['journal', 'setting', 'account', 'blank_range', 'blank', 'blank_day', 'tally', 'tally_day', 'draft', 'migration', 'calendar_notice', ...['marriage', 'divorce', 'reissue'].flatMap((window) => [`${window}_case`, `${window}_party`, `${window}_inspection`]), 'marriage_ending', 'couple_statistic', 'archive_record', 'archive_box',
  ...['case', 'hold', 'number', 'gap', 'waiver', 'waived_item', 'reward', 'plot', 'interred', 'record', 'qingming', 'cell', 'line', 'line_cell', 'sum', 'month', 'denominator', 'counted'].map((table) => `burial_${table}`),
  ...['case', 'item', 'document', 'record', 'profile', 'cell', 'line', 'line_cell', 'sum'].map((table) => `place_name_${table}`), 'gazetteer_entity', 'gazetteer_name', 'gazetteer_box_node', 'gazetteer_box_parent', 'gazetteer_box_rowid', 'plate_book', 'address_proof',
  'day_close', 'month_close', 'late_line', 'stored_report', 'drawing', 'drawing_examination', 'clock_step', 'preference'] as const

describe('a sound register', () => {
  it('is found sound, with every table rebuilt row by row', () => {
    const report = verifyAfter(() => undefined)
    expect(report.faults).toEqual([])
    expect(report).toMatchObject({ sound: true, entries: fullHistory.length + placeNameHistory.length + reportHistory('').length + 1 })
    expect(report.tables.map((table) => table.table).toSorted()).toEqual(tables.filter((table) => !['journal', 'draft', 'preference', 'migration'].includes(table)).toSorted())
    for (const table of report.tables) expect(table.rows, table.table).toBeGreaterThan(0)
  })

  it('is still the same register when its triggers were dropped and made again', () => {
    expect(verifyAfter(() => byHand(() => undefined)).faults).toEqual([])
  })

  it('names every table there is: none is left out of the verification', () => {
    restore(small)
    const db = new Database(registerFile(small.folder), { readonly: true })
    const names = db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all()
    db.close()
    // Empty unless a long load is under way; a row in it is a fault, as the test of rows put in shows.
    // The tree of boxes is verified by the tables that it is kept in.
    expect(names).toEqual([...tables, 'deferred_index', 'gazetteer_box'].sort())
  })
})

describe('a change by SQL, with the triggers dropped', () => {
  interface Column { readonly table: string; readonly name: string; readonly type: string }
  const columnsOf = (): readonly (readonly Column[])[] => {
    restore(small)
    const file = new Database(registerFile(small.folder), { readonly: true })
    const columns = tables.map((table) => (file.pragma(`table_info(${table})`) as readonly { name: string; type: string }[]).map(({ name, type }) => ({ table, name, type })))
    file.close()
    return columns
  }

  const changed = (db: Database.Database, { table, name, type }: Column): void => {
    // Another first character or number, or something where there was nothing.
    const value = type === 'TEXT' ? `CASE WHEN coalesce(${name}, '') = '' THEN 'x' ELSE char(unicode(${name}) + 1) || substr(${name}, 2) END` : `CASE WHEN ${name} IS NULL THEN 1 ELSE ${name} + 1000001 END`
    const [row] = db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} LIMIT 1`).all()
    expect(row, table).toBeDefined()
    const keys = (db.pragma(`table_info(${table})`) as readonly { name: string; pk: number }[]).filter((one) => one.pk > 0).map((one) => one.name)
    const where = keys.map((key) => `${key} = ?`).join(' AND ')
    expect(db.prepare(`UPDATE ${table} SET ${name} = ${value} WHERE ${where}`).run(...keys.map((key) => row?.[key])).changes, `${table}.${name}`).toBe(1)
  }
  const expectNamed = (columns: readonly Column[]): void => {
    const report = verifyAfter(() => byHand((db) => {
      db.pragma('ignore_check_constraints = ON')
      for (const column of columns) changed(db, column)
    }))
    expect(report.sound).toBe(false)
    for (const { table, name } of columns) expect(report.faults.some((fault) => fault.where === table || fault.where.startsWith(`${table} `) || (columns.length === 1 && fault.what.includes(table))), `${table}.${name}: ${JSON.stringify(report.faults.slice(0, 3))}`).toBe(true)
  }

  it('of any column of any table is found, and the table is named', () => {
    const columns = columnsOf()
    expect(columns.flat().length).toBeGreaterThan(500)
    const [alone, together] = [columns.filter(([column]) => ['journal', 'draft', 'migration'].includes(column?.table ?? '')), columns.filter(([column]) => !['journal', 'draft', 'migration'].includes(column?.table ?? ''))]
    // What the rest is made from is changed alone; of the other tables one column each at a time.
    for (const column of alone.flat()) expectNamed([column])
    for (let index = 0; together.some((of) => index < of.length); index += 1) expectNamed(together.flatMap((of) => of[index] ?? []))
  }, 120_000)

  it.each(tables)('a row taken out of %s is found', (table) => {
    const report = verifyAfter(() => byHand((db) => db.exec(`DELETE FROM ${table} WHERE ${table === 'journal' ? 'seq = 7' : '1'}`)))
    expect(report.sound).toBe(table === 'draft' || table === 'preference') // a draft is not record: it may be deleted
  })

  it('a newest entry cut off is found by the tables it had changed', () => {
    expect(verifyAfter(() => byHand((db) => db.exec('DELETE FROM journal WHERE seq = (SELECT max(seq) FROM journal)'))).sound).toBe(false)
  })

  it('a row put in, an index or trigger dropped, another schema are found', () => {
    expect(verifyAfter(() => byHand((db) => db.exec("INSERT INTO tally_day VALUES ('2026-05-20', 'marriage', 'late', '对', 1)"))).faults).toMatchObject([{ where: 'tally_day 2026-05-20 marriage late 对', what: 'surplus' }])
    expect(verifyAfter(() => byHand((db) => db.exec("INSERT INTO deferred_index VALUES ('marriage_party_by_name', 'x')"))).faults).toMatchObject([{ where: 'deferred_index marriage_party_by_name' }])
    expect(verifyAfter(() => byHand((db) => db.exec('DROP INDEX marriage_party_by_name'))).faults).toMatchObject([{ where: 'index marriage_party_by_name', what: 'missing' }])
    expect(verifyAfter(() => byHand((db) => db.exec('CREATE TABLE more (id TEXT) STRICT'))).faults).toMatchObject([{ where: 'table more', what: 'surplus' }])
    const untriggered = verifyAfter(() => {
      const db = new Database(registerFile(small.folder))
      db.exec('DROP TRIGGER journal_refuses_delete')
      db.close()
    })
    expect(untriggered.faults).toMatchObject([{ where: 'trigger journal_refuses_delete', what: 'missing' }])
  })
})

describe('a flipped byte in the file', () => {
  const flip = (fixture: Fixture, at: number, bit: number): VerifyReport => verifyAfter(() => {
    const damaged = Buffer.from(fixture.sound)
    damaged.writeUInt8(damaged.readUInt8(at) ^ (1 << bit), at)
    writeFileSync(registerFile(fixture.folder), damaged)
  }, fixture)

  it('in every page that holds content is found', () => {
    const ranges = contentRanges(large.sound)
    const pages = new Map(ranges.map((range) => [range.page, range]))
    expect(new Set(ranges.map((range) => range.what))).toEqual(new Set(['table leaf', 'index leaf', 'index interior', 'overflow']))
    expect(pages.size).toBeGreaterThan(100)
    const chosen = [...pages.values()].filter((range, index) => index % Math.ceil(pages.size / 60) === 0 || range.what === 'index interior')
    for (const { from, length, page, what } of chosen) {
      const at = from + Math.floor(length / 2)
      expect(flip(large, at, page % 8).sound, `page ${page} (${what}), byte ${at}`).toBe(false)
    }
  }, 120_000)

  it('at random in content is found', () => {
    const ranges = contentRanges(small.sound)
    fc.assert(fc.property(fc.nat(ranges.length - 1), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(7), (which, part, bit) => {
      const range = ranges[which]
      if (range === undefined) throw new Error('no such range')
      const report = flip(small, range.from + Math.floor(part * range.length), bit)
      if (report.sound) throw new Error(`not found: page ${range.page} ${range.what}`)
    }), { numRuns: 150 })
  }, 120_000)

  it.each([['magic', 0], ['page size', 16], ['schema format', 47], ['text encoding', 59], ['user version', 63], ['application id', 71], ['root page type', 100], ['cell count', 104]])('in the file’s header (%s) is found', (_, at) => {
    expect(flip(small, at, 1).sound).toBe(false)
  })

  it('and a file cut short or gone', () => {
    expect(verifyAfter(() => writeFileSync(registerFile(small.folder), small.sound.subarray(0, small.sound.length - 4096))).sound).toBe(false)
    expect(verifyAfter(() => writeFileSync(registerFile(small.folder), '')).sound).toBe(false)
    expect(verifyAfter(() => rmSync(registerFile(small.folder))).faults).toMatchObject([{ where: 'register.sqlite', what: 'the file is missing' }])
    restore(small)
  })
})

describe('scans and photos', () => {
  it('missing or changed are found, with the entry that names them', () => {
    restore(small)
    const path = filePath(small.folder, scanHash)
    const beside = join(small.folder, 'kept')
    copyFileSync(path, beside)
    rmSync(path)
    expect(verifyFolder(small.folder).faults).toMatchObject([{ where: `files/${scanHash.slice(0, 2)}/${scanHash.slice(2)}`, what: 'the file is missing', seq: fullHistory.length + placeNameHistory.length + reportHistory('').length + 1 }])
    writeFileSync(path, 'x')
    expect(verifyFolder(small.folder).faults).toMatchObject([{ what: 'the file is not the one that was stored' }])
    copyFileSync(beside, path)
    expect(verifyFolder(small.folder).sound).toBe(true)
  })
})

describe('verifyRegister', () => {
  it('runs in a thread beside a desk that goes on writing, and tells how far it is', async () => {
    const register = newRegister()
    await record(register, [...fullHistory, ...placeNameHistory])
  // Entered with an earlier time than what stands before.
  await record(register, reportHistory(await register.files.put(Buffer.from('{}'))), clerk('2026-05-20T09:00:00.000+08:00'))
    const stages = new Set<string>()
    const running = verifyRegister(register.folder, { onProgress: ({ stage, done, total }) => {
      stages.add(stage)
      expect(done).toBeLessThanOrEqual(total)
    } })
    await record(register, [opened('while-verifying')])
    const report = await running
    expect(report.faults).toEqual([])
    expect([...stages]).toEqual(expect.arrayContaining(['chain', 'integrity', 'files', 'drafts']))
    expect(report.entries).toBeGreaterThanOrEqual(fullHistory.length)
  })

  it('stops when cancelled and leaves nothing behind', async () => {
    const register = newRegister()
    await register.bulk(Array.from({ length: 4000 }, (_, index) => [clerk(), opened(`case-${index}`)] as const))
    const stop = new AbortController()
    const running = verifyRegister(register.folder, { signal: stop.signal, onProgress: () => stop.abort() })
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    await expect(verifyRegister(register.folder, { signal: stop.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })
})
