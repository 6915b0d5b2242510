import type { Connection } from './connection.ts'
import type { JournalRow } from './journal.ts'
import { algorithm, hashOf, origin } from './journal.ts'

/** What is wrong with a link of the chain, given the number and hash it should follow. */
const linkFaults = (row: JournalRow, seq: number, previous: string): readonly string[] => [
  ...(row.seq === seq ? [] : [`entry ${seq} is missing`]),
  ...(row.algorithm === algorithm ? [] : [`the algorithm ${row.algorithm} is not known`]),
  ...(row.previous === previous ? [] : ['the hash of the entry before is not the one it was chained to']),
  ...(hashOf(row) === row.hash ? [] : ['the content does not give the hash']),
]

/** Walks the journal in slices, whole or up to an entry, so that memory stays small, recomputing every hash; hands on each row and what is wrong with it. */
export const walkChain = (db: Connection, onRow: (row: JournalRow, faults: readonly string[]) => void, onSlice: (last: number) => void = () => undefined, upTo = Number.MAX_SAFE_INTEGER): void => {
  const slice = db.prepare<JournalRow>('SELECT * FROM journal WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT 500')
  let previous = origin
  let last = 0
  for (let rows = slice.all(0, upTo); rows.length > 0; rows = slice.all(last, upTo)) {
    for (const row of rows) {
      const faults = linkFaults(row, last + 1, previous)
      previous = row.hash
      last = row.seq
      onRow(row, faults)
    }
    onSlice(last)
  }
}
