import Database from 'better-sqlite3'
import { withWords } from './errors.ts'

export type Value = string | number | null | Uint8Array
export type Row = Record<string, string | number | null>

/** One SQLite connection with its statements prepared once; only db/ sees it. */
export class Connection {
  readonly raw: Database.Database
  readonly #statements = new Map<string, Database.Statement<unknown[], unknown>>()

  constructor(raw: Database.Database) {
    this.raw = raw
  }

  /** The prepared statement of a text; prepared the first time, kept for good (the texts are the program's own and few). */
  prepare<R = Row>(sql: string): Database.Statement<Value[], R> {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.raw.prepare<unknown[], unknown>(sql)
      this.#statements.set(sql, statement)
    }
    return statement as Database.Statement<Value[], R>
  }

  close(): void {
    this.#statements.clear()
    this.raw.close()
  }
}

/** A connection that can only read; a writer is also a reader, not the other way round. */
export type Reader = Connection

export interface ConnectionOptions {
  readonly readonly?: boolean
  /** Page cache in KiB. */
  readonly cacheKiB?: number
  /** How long to wait for a lock, in ms. */
  readonly busyTimeout?: number
  /** The largest the file may grow, in MiB. */
  readonly maxMiB?: number | undefined
}

/** Opens a database file with the pragmas of the house: WAL with real syncs, foreign keys, no trust in the schema, no memory map. */
export const openConnection = (file: string, options: ConnectionOptions = {}): Connection =>
  withWords(() => {
    const raw = new Database(file, { readonly: options.readonly ?? false, timeout: options.busyTimeout ?? 5000 })
    try {
      raw.pragma('trusted_schema = OFF')
      raw.pragma('cell_size_check = ON')
      raw.pragma('foreign_keys = ON')
      raw.pragma('mmap_size = 0')
      raw.pragma(`cache_size = -${options.cacheKiB ?? 65_536}`)
      raw.pragma('temp_store = MEMORY')
      if (options.readonly === true) {
        raw.pragma('query_only = ON')
      } else {
        raw.pragma('journal_mode = WAL')
        raw.pragma('synchronous = FULL')
        raw.pragma('checkpoint_fullfsync = ON')
        raw.pragma('wal_autocheckpoint = 1000')
        raw.pragma('journal_size_limit = 67108864')
        if (options.maxMiB !== undefined) raw.pragma(`max_page_count = ${Math.floor((options.maxMiB * 1_048_576) / Number(raw.pragma('page_size', { simple: true })))}`)
      }
      return new Connection(raw)
    } catch (error) {
      raw.close()
      throw error
    }
  })

/** An empty database for rebuilding, without journal file or syncs: it is thrown away. */
export const openScratch = (file: string): Connection => {
  const raw = new Database(file)
  raw.pragma('journal_mode = OFF')
  raw.pragma('synchronous = OFF')
  raw.pragma('locking_mode = EXCLUSIVE')
  raw.pragma('foreign_keys = ON')
  raw.pragma('cache_size = -65536')
  return new Connection(raw)
}
