import { CompiledQuery, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely'
import type { Connection, Value } from './connection.ts'
import type { Tables } from './schema.ts'

/** Kysely over one of our connections: builder output runs on statements that are prepared once. What only SQLite can do stands here and in connection.ts. */

const connectionOf = (db: Connection): DatabaseConnection => ({
  executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
    const statement = db.prepare<R>(query.sql)
    const parameters = query.parameters as Value[]
    if (statement.reader) return Promise.resolve({ rows: statement.all(...parameters) })
    const result = statement.run(...parameters)
    return Promise.resolve({ rows: [], numAffectedRows: BigInt(result.changes), insertId: BigInt(result.lastInsertRowid) })
  },
  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of db.prepare<R>(query.sql).iterate(...(query.parameters as Value[]))) yield { rows: [row] }
  },
})

const driverOf = (db: Connection): Driver => {
  const connection = connectionOf(db)
  const raw = (text: string) => async (): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(text))
  }
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: raw('begin immediate'),
    commitTransaction: raw('commit'),
    rollbackTransaction: raw('rollback'),
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  }
}

/** Queries of a connection; the connection stays the register's to close. */
export const queriesOf = (db: Connection): Kysely<Tables> => {
  const dialect: Dialect = {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(db),
    createIntrospector: (kysely) => new SqliteIntrospector(kysely),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  }
  return new Kysely<Tables>({ dialect })
}
