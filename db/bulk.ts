import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Action, Actor } from '../domain/action.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection } from './connection.ts'
import type { Register } from './contract.ts'
import { asLantaiError } from './errors.ts'
import type { Recorder } from './record.ts'

type Entries = Parameters<Register['bulk']>[0]
type Options = Parameters<Register['bulk']>[1]
type Pair = readonly [Actor, Action]

interface Writer { readonly writer: Connection; readonly recorder: Recorder; readonly inTurn: <T>(work: () => Promise<T>) => Promise<T> }

/** Cuts a stream into batches; a plain iterable is read without a promise for each entry. */
async function* batches(entries: Entries, size: number): AsyncGenerator<readonly Pair[]> {
  let batch: Pair[] = []
  if (Symbol.iterator in entries) {
    for (const pair of entries) {
      batch.push(pair)
      if (batch.length >= size) {
        yield batch
        batch = []
      }
    }
  } else {
    for await (const pair of entries) {
      batch.push(pair)
      if (batch.length >= size) {
        yield batch
        batch = []
      }
    }
  }
  if (batch.length > 0) yield batch
}

const write = ({ writer, recorder }: Writer, batch: readonly Pair[]): void => {
  try {
    writer.raw.exec('BEGIN IMMEDIATE')
    recorder.begin()
    for (const [actor, action] of batch) recorder.record(actor, action)
    writer.raw.exec('COMMIT')
  } catch (error) {
    if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK')
    throw asLantaiError(error)
  }
}

/** Records many actions in large transactions; other writers come in between them. What was committed before an error or a cancel stays. Returns the number recorded. */
export const bulkLoad = async (to: Writer, entries: Entries, options: Options = {}): Promise<number> => {
  const size = Math.min(Math.max(options.perTransaction ?? 10_000, 1), 100_000)
  let done = 0
  // Larger steps between checkpoints: a page that many transactions touch is written back once.
  to.writer.raw.pragma('wal_autocheckpoint = 65536')
  try {
    for await (const batch of batches(entries, size)) {
      if (options.signal?.aborted === true) throw new LantaiError('cancelled', text('已取消，已写入的部分保留', 'Cancelled; what was written so far stays'))
      await to.inTurn(async () => {
        write(to, batch)
        return Promise.resolve()
      })
      done += batch.length
      options.onProgress?.(done)
      await nextTurn()
    }
  } finally {
    to.writer.raw.pragma('wal_autocheckpoint = 1000')
    to.writer.raw.pragma('wal_checkpoint(PASSIVE)')
  }
  return done
}
