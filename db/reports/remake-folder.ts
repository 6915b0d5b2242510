import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { walkChain } from '../chain.ts'
import type { Connection } from '../connection.ts'
import { openConnection, openScratch } from '../connection.ts'
import type { JournalHead } from '../contract.ts'
import { deferIndexes, restoreIndexes } from '../deferred.ts'
import { damaged } from '../errors.ts'
import { registerFile } from '../folder.ts'
import type { JournalRow } from '../journal.ts'
import { entryOf, headOf } from '../journal.ts'
import { migrate } from '../migrate.ts'
import { applierOf } from '../record.ts'
import { seriesOf } from '../series.ts'
import { withSums } from '../sums.ts'
import type { WindowPart } from '../windows.ts'
import { windowParts } from '../windows.ts'

/** How many entries are applied before their counts are written. */
const slice = 5000
/** The journal's own indexes are made at the end, as those that only searches read. */
const journalPart: WindowPart = { id: 'journal', bodies: {}, appliers: {}, tables: [], searchedTables: ['journal'] }
const add = 'INSERT INTO journal (seq, at, actor, counter, kind, subject, second, reason, body, algorithm, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'

export interface RemakeOptions { readonly onProgress?: (done: number, total: number) => void; readonly isCancelled?: () => boolean }

/** Makes the register of a folder again in another, as it stood after an entry: its journal row by row to the byte, every hash checked on the way, and the tables that follow from it. Throws `damaged` where the chain does not hold, `not_found` for an entry that is not there, `cancelled`. */
export const remakeFolder = (folder: string, into: string, upTo: number, { onProgress, isCancelled }: RemakeOptions = {}): JournalHead => {
  const source = openConnection(registerFile(folder), { readonly: true, cacheKiB: 16_384 })
  let db: Connection | undefined
  try {
    source.raw.exec('BEGIN')
    if (headOf(source).seq < upTo || upTo < 0) throw new LantaiError('not_found', text(`日志没有第 ${upTo} 条`, `The journal has no entry ${upTo}`), 'head')
    db = openScratch(registerFile(into))
    migrate(db, seriesOf(windowParts))
    deferIndexes(db, [...windowParts, journalPart])
    db.raw.exec('BEGIN')
    const made = db
    const apply = applierOf(windowParts)
    let batch: JournalRow[] = []
    const write = (): void => {
      withSums(made, () => {
        for (const row of batch) {
          made.prepare(add).run(row.seq, row.at, row.actor, row.counter, row.kind, row.subject, row.second, row.reason, row.body, row.algorithm, row.previous, row.hash)
          apply(made, entryOf(row))
        }
      })
      batch = []
    }
    walkChain(source, (row, faults) => {
      if (faults.length > 0) throw damaged(`journal entry ${row.seq}: ${faults.join('; ')}`)
      batch.push(row)
      if (batch.length === slice) write()
    }, (last) => {
      if (isCancelled?.() === true) throw new LantaiError('cancelled', text('已取消', 'Cancelled'))
      onProgress?.(last, upTo)
    }, upTo)
    write()
    db.raw.exec('COMMIT')
    restoreIndexes(db)
    return headOf(db)
  } finally {
    db?.close()
    source.close()
  }
}
