import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'

/** The least a durable register could do: one transaction that writes a case and a journal entry, and waits for the disk. */
export interface RawRegister {
  /** Writes one marriage; milliseconds until it is durable. */
  write(): number
  close(): void
}

/** Opens a raw register beside the benchmark's own, with the same durability (WAL, synchronous FULL). */
export const rawRegister = (folder: string): RawRegister => {
  const file = join(folder, 'raw-two-rows.sqlite')
  const clear = (): void => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  }
  clear()
  const database = new Database(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE marriage (id INTEGER PRIMARY KEY, number TEXT NOT NULL UNIQUE, day TEXT NOT NULL, man TEXT NOT NULL, woman TEXT NOT NULL); CREATE TABLE journal (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL)')
  const marriage = database.prepare('INSERT INTO marriage (number, day, man, woman) VALUES (?, ?, ?, ?)')
  const journal = database.prepare('INSERT INTO journal (at, body, hash) VALUES (?, ?, ?)')
  const body = JSON.stringify({ number: 'J990101-2026-000001', day: '2026-05-20', serials: ['SJ990000001', 'SJ990000002'], opinion: '符合结婚条件，准予登记', registrar: 'bench-clerk' })
  const hash = '0'.repeat(64)
  let count = 0
  const both = database.transaction((number: string) => {
    marriage.run(number, '2026-05-20', '990101199001010011', '990101199001010028')
    journal.run('2026-05-20T09:31:07.123+08:00', body, hash)
  })
  return {
    write: () => {
      count += 1
      const start = performance.now()
      both(`J990101-2026-${String(count).padStart(6, '0')}`)
      return performance.now() - start
    },
    close: () => {
      database.close()
      clear()
    },
  }
}
