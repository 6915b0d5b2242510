import type { Connection, Value } from './connection.ts'

/** Counts that entries add up. One entry adds to its rows at once; of a long load, thousands of entries add to the same few rows, which are then written once a transaction. */

interface Sum { readonly key: readonly Value[]; count: number }

/** By statement, then by key. */
const gathered = new WeakMap<Connection, Map<string, Map<string, Sum>>>()

/** Adds to a count by a statement that takes the key and then what to add. */
export const addTo = (db: Connection, sql: string, key: readonly Value[], count: number): void => {
  const bySql = gathered.get(db)
  if (bySql === undefined) {
    db.prepare(sql).run(...key, count)
    return
  }
  let sums = bySql.get(sql)
  if (sums === undefined) bySql.set(sql, (sums = new Map<string, Sum>()))
  // At most one part of a key, the last, is not from a closed list: two keys never read alike.
  const name = key.join('\u0000')
  const sum = sums.get(name)
  if (sum === undefined) sums.set(name, { key, count })
  else sum.count += count
}

/** Does work whose counts are written once at its end; nothing may read them meanwhile. After an error the transaction is rolled back and they go with it. */
export const withSums = <T>(db: Connection, work: () => T): T => {
  const bySql = new Map<string, Map<string, Sum>>()
  gathered.set(db, bySql)
  try {
    const result = work()
    for (const [sql, sums] of bySql) for (const { key, count } of sums.values()) db.prepare(sql).run(...key, count)
    return result
  } finally {
    gathered.delete(db)
  }
}
