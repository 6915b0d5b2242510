import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Action, Actor } from '../domain/action.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection } from './connection.ts'
import type { Register } from './contract.ts'
import { asLantaiError } from './errors.ts'
import { deferIndexes, restoreIndexes } from './deferred.ts'
import type { Recorder } from './record.ts'
import { withSums } from './sums.ts'
import type { WindowPart } from './windows.ts'

type Entries = Parameters<Register['bulk']>[0]
type Options = Parameters<Register['bulk']>[1]
type Pair = readonly [Actor, Action]

interface Writer { readonly writer: Connection; readonly recorder: Recorder; readonly parts: readonly WindowPart[]; readonly inTurn: <T>(work: () => Promise<T>) => Promise<T> }

/** Gathers the next entries of a stream that must be waited for. */
const gather = async (from: AsyncIterator<Pair>, size: number): Promise<readonly Pair[]> => {
  const batch: Pair[] = []
  while (batch.length < size) {
    const step = await from.next()
    if (step.done === true) break
    batch.push(step.value)
  }
  return batch
}

/** The next transaction's entries: a plain iterator is read entry by entry while writing, so that nothing piles up. */
const sourceOf = (entries: Entries): ((size: number) => Promise<Iterator<Pair>>) => {
  if (Symbol.iterator in entries) {
    const iterator = entries[Symbol.iterator]()
    return () => Promise.resolve(iterator)
  }
  const iterator = entries[Symbol.asyncIterator]()
  return async (size) => (await gather(iterator, size))[Symbol.iterator]()
}

/** Writes at most `size` entries in one transaction; returns how many there were. */
const write = ({ writer, recorder }: Writer, entries: Iterator<Pair>, size: number): number => {
  try {
    writer.raw.exec('BEGIN IMMEDIATE')
    recorder.begin()
    const count = withSums(writer, () => {
      let written = 0
      while (written < size) {
        const step = entries.next()
        if (step.done === true) break
        recorder.record(step.value[0], step.value[1])
        written += 1
      }
      return written
    })
    writer.raw.exec('COMMIT')
    return count
  } catch (error) {
    if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK')
    throw asLantaiError(error)
  }
}

/** Records many actions in large transactions; other writers come in between them. What was committed before an error or a cancel stays. Returns the number recorded. */
export const bulkLoad = async (to: Writer, entries: Entries, options: Options = {}): Promise<number> => {
  const size = Math.min(Math.max(options.perTransaction ?? 10_000, 1), 100_000)
  const next = sourceOf(entries)
  let done = 0
  // Larger steps between checkpoints: a page that many transactions touch is written back once.
  to.writer.raw.pragma('wal_autocheckpoint = 65536')
  try {
    if (options.alone === true) await to.inTurn(() => Promise.resolve(deferIndexes(to.writer, to.parts)))
    for (let count = size; count === size; ) {
      if (options.signal?.aborted === true) throw new LantaiError('cancelled', text('已取消，已写入的部分保留', 'Cancelled; what was written so far stays'))
      const batch = await next(size)
      count = await to.inTurn(() => Promise.resolve(write(to, batch, size)))
      done += count
      options.onProgress?.(done)
      await nextTurn()
    }
  } finally {
    await to.inTurn(() => Promise.resolve(restoreIndexes(to.writer)))
    to.writer.raw.pragma('wal_autocheckpoint = 1000')
    to.writer.raw.pragma('wal_checkpoint(PASSIVE)')
  }
  return done
}
