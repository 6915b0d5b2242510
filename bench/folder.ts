import Database from 'better-sqlite3'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from '../api/passwords.ts'
import type { Register } from '../db/contract.ts'
import { migrations } from '../db/migrations/index.ts'
import { openRegister } from '../db/register.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, today } from '../domain/dates.ts'
import { pictures } from '../sample/pictures.ts'
import { sampleArea, sampleOfficeName } from '../sample/places.ts'
import { history } from './history.ts'
import type { BenchOptions } from './measure.ts'
import { root } from './measure.ts'

/** The register of a benchmark: loaded once, kept under .lantai. */

export const password = 'bench-password-1'
export const clerk = 'bench-clerk'
export const manager = 'bench-manager'

/** How the loading went, kept beside the register. */
export interface Loaded {
  readonly cases: number
  readonly actions: number
  readonly milliseconds: number
  readonly cpuSeconds: number
  /** Of these, ms spent on making people up, which is the benchmark's work and not the register's. */
  readonly generatorMilliseconds: number
  readonly rawActionsPerSecond: number
  readonly megabytes: number
  readonly loadedAt: string
  readonly lastDay: string
  /** A digest of the schema: a register of another schema is loaded anew. */
  readonly schema: string
}

export const folderOf = (cases: number): string => join(root, '.lantai', `bench-${cases}`)
const noteOf = (folder: string): string => join(folder, 'bench.json')
export const schema = String(migrations.length) + migrations.map(({ sql }) => sql.length).join('.')

/** An office with its accounts and pictures, as every register of the benchmark begins. */
export const setUp = async (register: Register, day: CivilDate, windows: readonly string[] = ['marriage']): Promise<void> => {
  const hash = await hashPassword(password)
  const person = (account: string, role: 'registrar' | 'reviewer', counter: string) => ({ kind: 'account.created', subject: account, body: { account, name: account, role, counter, password: hash, scope: 'all', sample: true, certifiedUntil: '2099-12-31', language: 'zh' } })
  await register.transact({ account: manager, counter: '', at: `${day}T00:00:00.000+08:00` }, async (tx) => {
    await tx.record({ kind: 'office.setUp', subject: 'office', body: { name: sampleOfficeName, area: sampleArea, fonds: '9901', windows, sample: true } })
    await tx.record(person(clerk, 'registrar', '1'))
    await tx.record(person('bench-clerk2', 'registrar', '2'))
    await tx.record(person('bench-clerk3', 'registrar', '3'))
    await tx.record(person(manager, 'reviewer', ''))
  })
  for (const picture of [...pictures.photos, ...pictures.scans]) await register.files.put(Buffer.from(picture.base64, 'base64'))
}

/** Writes the same rows once more by bare better-sqlite3, in transactions of the same size: rows of the tables as they ended, bodies as text. Actions per second. */
const rawRate = (from: string, folder: string, perTransaction: number): number => {
  const source = new Database(from, { readonly: true })
  const file = join(folder, 'raw.sqlite')
  rmSync(file, { force: true })
  const target = new Database(file)
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = FULL')
  for (const { sql } of migrations) target.exec(sql)
  // In the order of the rows' own making: the first entries of the journal, and what came of them in the tables.
  const last = Number(source.prepare('SELECT coalesce(max(seq), 0) FROM (SELECT seq FROM journal ORDER BY seq LIMIT 80000)').pluck().get())
  const couples = Number(source.prepare('SELECT count(*) FROM couple_statistic WHERE key <= ?').pluck().get(last))
  const tables = [
    ['journal', `WHERE seq <= ${last} ORDER BY seq`],
    ...['marriage', 'divorce'].flatMap((window) => [[`${window}_case`, `WHERE key <= ${last} ORDER BY key`], [`${window}_party`, `WHERE key <= ${2 * last + 1} ORDER BY key`]] as const),
    ['couple_statistic', `WHERE key <= ${last} ORDER BY key`], ['blank', `ORDER BY serial LIMIT ${2 * couples}`],
  ] as const
  const jobs: (() => void)[] = []
  let actions = 0
  target.pragma('foreign_keys = OFF')
  for (const [table, which] of tables) {
    const rows = source.prepare(`SELECT * FROM ${table} ${which}`).raw().all() as unknown[][]
    const insert = target.prepare(`INSERT INTO ${table} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`)
    if (table === 'journal') actions = rows.length
    for (const row of rows) jobs.push(() => insert.run(row))
  }
  const size = Math.ceil((jobs.length / Math.max(actions, 1)) * perTransaction)
  const start = performance.now()
  for (let at = 0; at < jobs.length; at += size) {
    target.exec('BEGIN IMMEDIATE')
    for (const job of jobs.slice(at, at + size)) job()
    target.exec('COMMIT')
  }
  const rate = actions / ((performance.now() - start) / 1000)
  source.close()
  target.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  return rate
}

export const perTransaction = 20_000

/** Hands entries on and adds up the time their making takes. */
export const timedSource = <T>(entries: Iterable<T>): { readonly entries: Iterable<T>; readonly spent: () => number } => {
  let spent = 0
  const iterator = entries[Symbol.iterator]()
  const next = (): IteratorResult<T> => {
    const start = performance.now()
    const step = iterator.next() as IteratorResult<T>
    spent += performance.now() - start
    return step
  }
  return { entries: { [Symbol.iterator]: () => ({ next }) }, spent: () => spent }
}

/** Makes the register of a benchmark, or finds it made. */
export const loadedFolder = async ({ cases, fresh }: BenchOptions, say: (line: string) => void = () => undefined): Promise<Loaded> => {
  const folder = folderOf(cases)
  if (!fresh && existsSync(noteOf(folder))) {
    const note = JSON.parse(readFileSync(noteOf(folder), 'utf8')) as Loaded
    if (note.schema === schema) return note
    console.error('  The schema has changed since this register was loaded; it is loaded anew.')
  }
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  mkdirSync(making, { recursive: true })
  const lastDay = today(new Date())
  const register = openRegister({ folder: making })
  await setUp(register, addDays(lastDay, -Math.round(51 * 365.2425)))
  const before = process.cpuUsage()
  const start = performance.now()
  let told = start
  const source = timedSource(history(cases, lastDay))
  const actions = await register.bulk(source.entries, {
    perTransaction,
    alone: true, // nobody searches a register that is being filled
    onProgress: (done) => {
      const now = performance.now()
      if (now - told < 10_000) return
      told = now
      say(`${done} actions, ${Math.round(done / ((now - start) / 1000))}/s`)
    },
  })
  const milliseconds = performance.now() - start
  const cpu = process.cpuUsage(before)
  await register.close()
  const file = join(making, 'register.sqlite')
  const rawActionsPerSecond = rawRate(file, making, perTransaction)
  const database = new Database(file, { readonly: true })
  const megabytes = (Number(database.pragma('page_count', { simple: true })) * Number(database.pragma('page_size', { simple: true }))) / 1e6
  database.close()
  const loaded: Loaded = { cases, actions, milliseconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, generatorMilliseconds: source.spent(), rawActionsPerSecond, megabytes, loadedAt: new Date().toISOString(), lastDay, schema }
  writeFileSync(noteOf(making), JSON.stringify(loaded, undefined, 2))
  rmSync(folder, { recursive: true, force: true })
  renameSync(making, folder)
  return loaded
}
