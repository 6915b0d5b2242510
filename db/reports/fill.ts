import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Connection, Value } from '../connection.ts'
import type { JournalRow } from '../journal.ts'
import { entryOf } from '../journal.ts'
import { openReplay } from '../replay.ts'
import { withSums } from '../sums.ts'
import { windowParts } from '../windows.ts'

/** Fills the late lines and steps of the clock of a register that was in use before they were kept: its journal is applied once more to an empty database beside it, which takes about as long as a verification. */

const slice = 5000
const copied = ['late_line', 'clock_step'] as const

const copy = (from: Connection, to: Connection, table: string): void => {
  const rows = from.raw.prepare<[], Value[]>(`SELECT * FROM ${table} ORDER BY 1`).raw()
  const add = to.raw.prepare<Value[]>(`INSERT INTO ${table} VALUES (${rows.columns().map(() => '?').join(', ')})`)
  for (const row of rows.iterate()) add.run(...row)
}

/** Writes what the journal gives. An entry that cannot be applied is left to the verification, which names it. */
export const fillReports = (db: Connection): void => {
  if (db.raw.prepare('SELECT 1 FROM journal LIMIT 1').get() === undefined) return
  // Beside the register: it holds the same personal facts.
  const folder = mkdtempSync(join(dirname(db.raw.name), '.upgrade-'))
  const replay = openReplay(join(folder, 'rebuilt.sqlite'), windowParts)
  try {
    const next = db.raw.prepare<[number], JournalRow>('SELECT * FROM journal WHERE seq > ? ORDER BY seq LIMIT ' + String(slice))
    for (let rows = next.all(0); rows.length > 0; rows = next.all(rows.at(-1)?.seq ?? 0)) {
      withSums(replay.db, () => {
        for (const row of rows) {
          try {
            replay.apply(entryOf(row))
          } catch {
            continue
          }
        }
      })
    }
    for (const table of copied) copy(replay.db, db, table)
  } finally {
    replay.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
