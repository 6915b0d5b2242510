import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection } from './connection.ts'
import { damaged } from './errors.ts'
import type { Migration } from './migrations/index.ts'

/** Marks a file as a register: the ASCII bytes of `LTai`. */
export const applicationId = 0x4c546169

/** A series of migrations: the house's own, or those of a window that brings its own tables. */
export interface MigrationSeries {
  readonly series: string
  readonly migrations: readonly Migration[]
}

/** SHA-256 of a migration's text, kept with it so that an edited one shows. */
export const migrationHash = (migration: Migration): string => createHash('sha256').update(migration.sql).digest('hex')

const newer = (found: string): LantaiError =>
  new LantaiError('newer_register', text('此登记簿由更新版本的程序写成，请先升级程序。没有改动任何内容', 'This register was written by a newer version of the program; upgrade first. Nothing was changed'), undefined, found)

interface Applied { readonly series: string; readonly number: number; readonly name: string; readonly hash: string }

const appliedIn = (db: Connection): readonly Applied[] => {
  const exists = db.raw.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'").get()
  return exists === undefined ? [] : (db.raw.prepare('SELECT series, number, name, hash FROM migration ORDER BY series, number').all() as Applied[])
}

const pending = (applied: readonly Applied[], all: readonly MigrationSeries[]): readonly { series: string; migration: Migration }[] => {
  for (const row of applied) {
    const known = all.find((one) => one.series === row.series)?.migrations.find((one) => one.number === row.number)
    if (known === undefined) throw newer(`${row.series} ${row.number}`)
    if (migrationHash(known) !== row.hash) throw damaged(`migration ${row.series} ${row.number} is not the one that was shipped`)
  }
  return all.flatMap(({ series, migrations }) =>
    migrations.flatMap((migration, index) => {
      if (migration.number !== index + 1) throw new Error(`migrations of ${series} are not numbered by one`)
      return applied.some((row) => row.series === series && row.number === migration.number) ? [] : [{ series, migration }]
    }),
  )
}

/** Brings a register's schema up to date in one transaction, after a backup of an existing one; refuses a register of a newer version. Returns the number of steps taken. */
export const migrate = (db: Connection, all: readonly MigrationSeries[], options: { readonly backups?: string; readonly stamp?: string } = {}): number => {
  const id = db.raw.pragma('application_id', { simple: true })
  const version = db.raw.pragma('user_version', { simple: true }) as number
  const tables = db.raw.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() as number
  if (id !== applicationId && (id !== 0 || version !== 0 || tables > 0)) throw damaged('application_id is not that of a register')
  const shipped = all[0]?.migrations.length ?? 0
  if (version > shipped) throw newer(`version ${version}, this program knows ${shipped}`)
  const steps = pending(appliedIn(db), all)
  if (steps.length === 0) return 0
  if (tables > 0 && options.backups !== undefined) {
    mkdirSync(options.backups, { recursive: true })
    db.raw.prepare('VACUUM INTO ?').run(join(options.backups, `before-version-${shipped}-${options.stamp ?? 'now'}.sqlite`))
  }
  db.raw
    .transaction(() => {
      db.raw.exec('CREATE TABLE IF NOT EXISTS migration (series TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, hash TEXT NOT NULL, CONSTRAINT migration_once PRIMARY KEY (series, number)) STRICT, WITHOUT ROWID')
      for (const { series, migration } of steps) {
        db.raw.exec(migration.sql)
        migration.fill?.(db)
        db.raw.prepare('INSERT INTO migration (series, number, name, hash) VALUES (?, ?, ?, ?)').run(series, migration.number, migration.name, migrationHash(migration))
      }
      db.raw.pragma(`application_id = ${applicationId}`)
      db.raw.pragma(`user_version = ${shipped}`)
    })
    .immediate()
  return steps.length
}
