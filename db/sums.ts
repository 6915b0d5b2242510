import type { Connection, Value } from './connection.ts'

/** Counts that entries add up. One entry adds to its rows at once; of a long load, thousands of entries add to the same few rows, which are then written once a transaction. */

interface Sum { readonly sql: string; readonly key: readonly Value[]; count: number }

const gathered = new WeakMap<Connection, Map<string, Sum>>()

/** Adds to a count by a statement that takes the key and then what to add. */
export const addTo = (db: Connection, sql: string, key: readonly Value[], count: number): void => {
  const sums = gathered.get(db)
  if (sums === undefined) {
    db.prepare(sql).run(...key, count)
    return
  }
  // A text never holds the separator: the schemas refuse it where a text is not from a closed list.
  const name = `${sql}\u0000${key.join('\u0000')}`
  const sum = sums.get(name)
  if (sum === undefined) sums.set(name, { sql, key, count })
  else sum.count += count
}

/** Does work whose counts are written once at its end; nothing may read them meanwhile. After an error the transaction is rolled back and they go with it. */
export const withSums = <T>(db: Connection, work: () => T): T => {
  const sums = new Map<string, Sum>()
  gathered.set(db, sums)
  try {
    const result = work()
    for (const { sql, key, count } of sums.values()) db.prepare(sql).run(...key, count)
    return result
  } finally {
    gathered.delete(db)
  }
}
