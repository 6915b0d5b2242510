import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { walkChain } from './chain.ts'
import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import type { JournalHead, VerifyFault, VerifyProgress, VerifyReport } from './contract.ts'
import type { DraftRow } from './drafts.ts'
import { draftChecksum } from './drafts.ts'
import { filePath } from './files.ts'
import { registerFile, scratchFolder } from './folder.ts'
import type { JournalRow } from './journal.ts'
import { entryOf, headOf, origin, sha256 } from './journal.ts'
import type { Replay } from './replay.ts'
import { compareTables, openReplay } from './replay.ts'
import type { PreferenceRow } from './reports/preferences.ts'
import { preferenceChecksum } from './reports/preferences.ts'
import type { WindowPart } from './windows.ts'
import { windowParts } from './windows.ts'

const cancelled = (): LantaiError => new LantaiError('cancelled', text('核验已取消', 'The verification was cancelled'))

interface Options {
  readonly onProgress?: (progress: VerifyProgress) => void
  readonly isCancelled?: () => boolean
  readonly parts?: readonly WindowPart[]
}

/** One verification under way. */
interface Check {
  readonly folder: string
  readonly db: Connection
  readonly replay: Replay
  readonly parts: readonly WindowPart[]
  readonly fault: (fault: VerifyFault) => void
  readonly step: (stage: VerifyProgress['stage'], done: number, total: number) => void
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const count = (db: Connection, table: string): number => db.raw.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0

/** Recomputes every hash and applies every entry to the empty database. */
const checkChain = ({ db, replay, parts, fault, step }: Check): void => {
  const total = db.raw.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM journal').pluck().get() ?? 0
  const remember = replay.db.prepare('INSERT OR IGNORE INTO temp.stored_file (hash, seq) VALUES (?, ?)')
  let told = 0
  const tell = (what: VerifyFault): void => {
    told += 1
    if (told <= 50) fault(what)
  }
  const onRow = (row: JournalRow, faults: readonly string[]): void => {
    for (const what of faults) tell({ where: 'journal', what, seq: row.seq })
    try {
      const entry = entryOf(row)
      replay.apply(entry)
      for (const part of parts) for (const hash of part.files?.(entry) ?? []) remember.run(hash, row.seq)
    } catch (error) {
      tell({ where: 'journal', what: `the entry cannot be applied: ${message(error)}`, seq: row.seq })
    }
  }
  walkChain(db, onRow, (last) => step('chain', last, total))
}

const checkTables = ({ db, replay, parts, fault, step }: Check): VerifyReport['tables'] => {
  const names = parts.flatMap((part) => part.tables.map((table) => table.name))
  const total = names.reduce((sum, name) => sum + count(replay.db, name), 0)
  let done = 0
  return compareTables(
    db, replay.db, parts,
    ({ table, key, what, columns }) => fault({ where: `${table} ${key}`.trim(), what: columns.length === 0 ? what : `${what}: ${columns.join(', ')}` }),
    () => step('rebuild', (done += 5000), Math.max(total, done)),
  )
}

interface SchemaRow { readonly type: string; readonly name: string; readonly tbl_name: string; readonly sql: string | null }
const schemaOf = (db: Connection): ReadonlyMap<string, string> =>
  new Map(db.raw.prepare<[], SchemaRow>('SELECT type, name, tbl_name, sql FROM sqlite_schema').all().map((row) => [`${row.type} ${row.name}`, `${row.tbl_name} ${row.sql ?? ''}`]))
const stepsOf = (db: Connection): ReadonlyMap<string, string> =>
  new Map(db.raw.prepare<[], { series: string; number: number; name: string; hash: string }>('SELECT * FROM migration').all().map((row) => [`migration ${row.series} ${row.number}`, `${row.name} ${row.hash}`]))

const compareMaps = (held: ReadonlyMap<string, string>, wanted: ReadonlyMap<string, string>, fault: Check['fault']): void => {
  for (const [key, value] of wanted) if (held.get(key) !== value) fault({ where: key, what: held.has(key) ? 'different' : 'missing' })
  for (const key of held.keys()) if (!wanted.has(key)) fault({ where: key, what: 'surplus' })
}

/** SQLite's own check of every page and index, foreign keys, and the schema against the one this program makes. */
const checkIntegrity = ({ db, replay, fault, step }: Check): void => {
  step('integrity', 0, 3)
  for (const row of db.raw.pragma('integrity_check(50)') as readonly { integrity_check: string }[]) if (row.integrity_check !== 'ok') fault({ where: 'register.sqlite', what: row.integrity_check })
  step('integrity', 1, 3)
  for (const row of (db.raw.pragma('foreign_key_check') as readonly { table: string; rowid: number | null; parent: string }[]).slice(0, 50)) fault({ where: `${row.table} ${row.rowid ?? ''}`, what: `points to a row of ${row.parent} that is not there` })
  step('integrity', 2, 3)
  compareMaps(schemaOf(db), schemaOf(replay.db), fault)
  compareMaps(stepsOf(db), stepsOf(replay.db), fault)
  for (const { name } of db.prepare<{ name: string }>('SELECT name FROM deferred_index').all()) fault({ where: `deferred_index ${name}`, what: 'the index was put down for a long load and not made again yet' })
  for (const pragma of ['application_id', 'user_version', 'encoding', 'page_size', 'auto_vacuum']) {
    if (db.raw.pragma(pragma, { simple: true }) !== replay.db.raw.pragma(pragma, { simple: true })) fault({ where: `register.sqlite ${pragma}`, what: 'different' })
  }
  step('integrity', 3, 3)
}

/** Every scan and photo that the journal names must lie in the folder with the bytes of its hash. */
const checkFiles = ({ folder, replay, fault, step }: Check): void => {
  const total = replay.db.raw.prepare<[], number>('SELECT count(*) FROM temp.stored_file').pluck().get() ?? 0
  let done = 0
  let told = 0
  for (const { hash, seq } of replay.db.prepare<{ hash: string; seq: number }>('SELECT hash, seq FROM temp.stored_file ORDER BY hash').iterate()) {
    const path = filePath(folder, hash)
    const what = !existsSync(path) ? 'the file is missing' : sha256(readFileSync(path)) === hash ? undefined : 'the file is not the one that was stored'
    if (what !== undefined && (told += 1) <= 50) fault({ where: `files/${hash.slice(0, 2)}/${hash.slice(2)}`, what, seq })
    done += 1
    if (done % 50 === 0) step('files', done, total)
  }
  step('files', total, total)
}

const checkDrafts = ({ db, fault, step }: Check): void => {
  const rows = db.prepare<DraftRow>('SELECT * FROM draft ORDER BY id').all()
  for (const row of rows) if (draftChecksum(row) !== row.checksum) fault({ where: `draft ${row.id}`, what: 'the content does not give the checksum' })
  const preferences = db.prepare<PreferenceRow>('SELECT * FROM preference ORDER BY account, key').all()
  for (const row of preferences) if (preferenceChecksum(row) !== row.checksum) fault({ where: `preference ${row.account} ${row.key}`, what: 'the content does not give the checksum' })
  step('drafts', rows.length + preferences.length, rows.length + preferences.length)
}

interface Place { readonly scratch: string; readonly register: string }

/** Where to rebuild: in the data folder; for one that cannot be written (a disc, an archive copy) in a private folder elsewhere, on a copy, because SQLite must write beside a WAL file to read it. */
const placeFor = (folder: string): Place => {
  const scratch = scratchFolder(folder)
  try {
    mkdirSync(scratch, { recursive: true, mode: 0o700 })
    return { scratch, register: registerFile(folder) }
  } catch {
    const elsewhere = mkdtempSync(join(tmpdir(), 'lantai-verify-'))
    for (const end of ['', '-wal']) if (existsSync(registerFile(folder) + end)) copyFileSync(registerFile(folder) + end, registerFile(elsewhere) + end)
    return { scratch: elsewhere, register: registerFile(elsewhere) }
  }
}

/** Verifies a folder's register in this thread; `verifyRegister` does it in another. What cannot be read is a fault of the report, not an error; throws only `cancelled`. */
export const verifyFolder = (folder: string, options: Options = {}): VerifyReport => {
  const started = performance.now()
  const faults: VerifyFault[] = []
  const fault = (found: VerifyFault): void => void faults.push(found)
  const parts = options.parts ?? windowParts
  let head: JournalHead = { seq: 0, hash: origin, at: '' }
  let tables: VerifyReport['tables'] = []
  const report = (): VerifyReport => ({ sound: faults.length === 0, entries: head.seq, head, faults, tables, milliseconds: Math.round(performance.now() - started) })
  const step = (stage: VerifyProgress['stage'], done: number, total: number): void => {
    if (options.isCancelled?.() === true) throw cancelled()
    options.onProgress?.({ stage, done, total })
  }
  /** A stage that the file does not let finish is a fault; the next stages still run. */
  const stage = (where: string, work: () => void): void => {
    try {
      work()
    } catch (error) {
      if (error instanceof LantaiError && error.code === 'cancelled') throw error
      fault({ where, what: message(error) })
    }
  }
  if (!existsSync(registerFile(folder))) {
    fault({ where: 'register.sqlite', what: 'the file is missing' })
    return report()
  }
  let place: Place | undefined
  let db: Connection | undefined
  let replay: Replay | undefined
  try {
    place = placeFor(folder)
    db = openConnection(place.register, { readonly: true, cacheKiB: 32_768 })
    replay = openReplay(join(place.scratch, 'rebuilt.sqlite'), parts)
    replay.db.raw.exec('CREATE TEMP TABLE stored_file (hash TEXT NOT NULL PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID')
    const check: Check = { folder, db, replay, parts, fault, step }
    // One snapshot for all stages: what is written meanwhile belongs to the next verification.
    db.raw.exec('BEGIN')
    head = headOf(db)
    stage('journal', () => checkChain(check))
    stage('tables', () => (tables = checkTables(check)))
    stage('register.sqlite', () => checkIntegrity(check))
    stage('files', () => checkFiles(check))
    stage('draft', () => checkDrafts(check))
  } catch (error) {
    if (error instanceof LantaiError && error.code === 'cancelled') throw error
    fault({ where: 'register.sqlite', what: message(error) })
  } finally {
    replay?.close()
    db?.close()
    if (place !== undefined) rmSync(place.scratch, { recursive: true, force: true })
  }
  return report()
}
