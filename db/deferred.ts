import type { Connection } from './connection.ts'
import type { WindowPart } from './windows.ts'

/** Indexes that only searches read are put down for a long load and made again in one sorted pass, many times quicker than row by row. What is down stands in `deferred_index`, so that the next start makes it again after a crash. */

interface Index { readonly name: string; readonly sql: string }

/** Puts the plain indexes of the searched tables down. */
export const deferIndexes = (db: Connection, parts: readonly WindowPart[]): void => {
  const tables = new Set(parts.flatMap((part) => part.searchedTables ?? []))
  const kept = new Set(parts.flatMap((part) => part.keptIndexes ?? []))
  const found = db.raw.prepare<[], Index & { tbl_name: string }>("SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'").all()
  db.raw.transaction(() => {
    for (const { name, sql } of found.filter((index) => tables.has(index.tbl_name) && !kept.has(index.name))) {
      db.raw.prepare('INSERT INTO deferred_index (name, sql) VALUES (?, ?)').run(name, sql)
      db.raw.exec(`DROP INDEX ${name}`)
    }
  }).immediate()
}

/** Makes every index again that was put down, each in its own transaction. */
export const restoreIndexes = (db: Connection): void => {
  const down = db.raw.prepare<[], Index>('SELECT name, sql FROM deferred_index ORDER BY name').all()
  if (down.length === 0) return
  // Sorting may need more than memory should hold; a second thread sorts what the first has read.
  db.raw.pragma('temp_store = FILE')
  db.raw.pragma('threads = 1')
  try {
    for (const { name, sql } of down) {
      db.raw.transaction(() => {
        db.raw.exec(sql)
        db.raw.prepare('DELETE FROM deferred_index WHERE name = ?').run(name)
      }).immediate()
    }
  } finally {
    db.raw.pragma('threads = 0')
    db.raw.pragma('temp_store = MEMORY')
  }
}
