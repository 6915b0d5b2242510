import { availableParallelism } from 'node:os'
import { LantaiError } from '../../domain/error.ts'
import type { ComplianceTally } from '../../domain/reports/judged.ts'
import { tallying } from '../../domain/reports/judged.ts'
import { text } from '../../domain/text.ts'
import type { CaseKey, FailingFile, InspectedWindow, InspectionOffice } from './contract.ts'
import { inspectedWindows } from './contract.ts'
import type { Snapshot } from './snapshot.ts'
import { openSnapshot } from './snapshot.ts'
import type { Thread } from './thread.ts'
import { startThread } from './thread.ts'

/** How many files a thread takes at once: little enough that a run stops at once when it is told to. */
const chunk = 256
/** ms after which idle threads are let go, but one. */
const idle = 120_000
/** How many files of each window a thread goes through to be warm. */
const rehearsed = 128
const mostThreads = 4
/** How often main thread and first thread try to hold on to the same state while others write. */
const attempts = 50

interface Period { readonly from: string; readonly to: string }

/** What came of the cases of one window: the counts, every case that failed (newest first), the words of the first of them, and how many stand under the code of another office. */
export interface WindowRun { readonly tally: ComplianceTally; readonly failedIds: readonly string[]; readonly failing: readonly FailingFile[]; readonly elsewhere: Readonly<Record<string, number>> }

/** The cases of a period, found but not judged yet. */
export interface Found { readonly total: number; readonly keys: ReadonlyMap<InspectedWindow, readonly number[]> }

/** What judging is asked for. */
export interface JudgeOptions {
  readonly office: InspectionOffice
  /** How many failing files of a window are given in words. */
  readonly failing: number
  readonly signal?: AbortSignal | undefined
  /** Cases done so far of those found. */
  readonly onProgress?: (done: number) => void
}

/** A run over the register as it stood when the run began, here and in all threads. */
export interface InspectionSession extends Pick<Snapshot, 'head' | 'reads'> {
  find(windows: readonly InspectedWindow[], period: Period): Promise<Found>
  /** Judges every case that was found, window by window. Throws `cancelled` when the signal says so. */
  judge(found: Found, options: JudgeOptions): Promise<ReadonlyMap<InspectedWindow, WindowRun>>
}

/** The threads of a register's inspection runs: one is kept once it was started, the others are let go when nobody runs one any more. */
export interface InspectionRuns {
  /** Starts a thread and lets it go through some of the newest files, so that the first run of a day is as quick as the next. */
  warm(options: Period & { readonly office: InspectionOffice }): Promise<void>
  /** Holds on to one state of the register for some work; runs wait for one another. `today` is the day on which settings are read. */
  run<T>(today: () => string, work: (session: InspectionSession) => Promise<T>): Promise<T>
  close(): void
}

const refuseCancelled = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted === true) throw new LantaiError('cancelled', text('已取消', 'Cancelled'))
}

/** A thread once it holds the state of the run; undefined where it came too late for it. */
type Joining = Promise<Thread | undefined>

const judgeFound = async (threads: readonly Joining[], { keys: found }: Found, { office, failing, signal, onProgress }: JudgeOptions): Promise<ReadonlyMap<InspectedWindow, WindowRun>> => {
  const held = new Map([...found].map(([window, keys]) => [window, { keys, count: tallying(), failed: [] as (readonly CaseKey[])[], elsewhere: {} as Record<string, number> }]))
  const work = [...found].flatMap(([window, keys]) => Array.from({ length: Math.ceil(keys.length / chunk) }, (_, index) => ({ window, at: index * chunk })))
  let next = 0
  let done = 0
  const takeJobs = async (joining: Joining): Promise<void> => {
    const thread = await joining
    if (thread === undefined || next >= work.length) return
    await thread.ask({ ask: 'office', office })
    for (let job = work[next++]; job !== undefined; job = work[next++]) {
      refuseCancelled(signal)
      const one = held.get(job.window)
      if (one === undefined) return
      const keys = one.keys.slice(job.at, job.at + chunk)
      const { tally, failed, elsewhere } = await thread.ask({ ask: 'judge', window: job.window, keys })
      one.count.join(tally)
      one.failed[job.at / chunk] = failed
      for (const [area, count] of Object.entries(elsewhere)) one.elsewhere[area] = (one.elsewhere[area] ?? 0) + count
      done += keys.length
      onProgress?.(done)
    }
  }
  const [first, ...others] = threads
  if (first === undefined) throw new Error('no thread')
  const finished = takeJobs(first)
  // A thread that is still starting joins in when it can, and is not waited for when there is nothing left to do.
  await Promise.all([finished, ...others.map(async (joining) => {
    await Promise.race([joining, finished])
    await takeJobs(next >= work.length ? Promise.resolve(undefined) : joining)
  })])
  const runs = new Map<InspectedWindow, WindowRun>()
  for (const [window, { count, failed, elsewhere }] of held) {
    refuseCancelled(signal)
    const all = failed.flat()
    const keys = all.slice(0, failing).map(([key]) => key)
    const thread = await first
    const { words } = keys.length === 0 || thread === undefined ? { words: [] } : await thread.ask({ ask: 'words', window, keys })
    runs.set(window, { tally: count.tally(), failedIds: all.map(([, id]) => id), failing: words, elsewhere })
  }
  return runs
}

/** Lets this thread and a worker hold on to the same state. */
const holdOn = async (folder: string, today: () => string, first: Thread): Promise<Snapshot> => {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const { head } = await first.ask({ ask: 'begin' })
    const snapshot = openSnapshot(folder, today)
    if (snapshot.head.seq === head.seq && snapshot.head.hash === head.hash) return snapshot
    snapshot.close()
  }
  throw new LantaiError('conflict', text('登记簿一直在写入，请稍后再试', 'The register was being written to all the time; try again later'))
}

const sessionOver = (snapshot: Snapshot, first: Thread, others: readonly Thread[]): InspectionSession => {
  const joining: readonly Joining[] = [Promise.resolve(first), ...others.map(async (thread) => {
    const { head } = await thread.ask({ ask: 'begin' })
    return head.hash === snapshot.head.hash ? thread : undefined
  })]
  for (const one of joining) one.catch(() => undefined)
  return {
    head: snapshot.head, reads: snapshot.reads,
    find: async (windows, { from, to }) => {
      const keys = new Map<InspectedWindow, readonly number[]>()
      for (const window of windows) keys.set(window, (await first.ask({ ask: 'keys', window, from, to })).keys)
      return { total: [...keys.values()].reduce((sum, list) => sum + list.length, 0), keys }
    },
    judge: (found, options) => judgeFound(joining, found, options),
  }
}

/** Goes through the newest files of every window in one thread, for the sake of its modules and of the engine's compiling. */
const rehearse = async (thread: Thread, { from, to, office }: Period & { readonly office: InspectionOffice }): Promise<void> => {
  await thread.ask({ ask: 'begin' })
  await thread.ask({ ask: 'office', office })
  for (const window of inspectedWindows) {
    const { keys } = await thread.ask({ ask: 'keys', window, from, to })
    await thread.ask({ ask: 'judge', window, keys: keys.slice(0, rehearsed) })
  }
  await thread.ask({ ask: 'end' })
}

/** Makes the inspection runs of a data folder; no thread is started before the first, unless one is warmed. */
export const inspectionRuns = (folder: string): InspectionRuns => {
  let threads: readonly Thread[] = []
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const keep = (count: number): void => {
    for (const thread of threads.slice(count)) thread.close()
    threads = threads.slice(0, count)
  }
  const have = (count: number): readonly Thread[] => {
    if (closed) throw new Error('the register is closed')
    threads = [...threads, ...Array.from({ length: Math.max(0, count - threads.length) }, () => startThread(folder))]
    return threads
  }
  /** One after another; threads that were left in the middle of something are not asked again. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(async () => {
      clearTimeout(timer)
      try {
        return await work()
      } catch (error) {
        keep(0)
        throw error
      } finally {
        timer = setTimeout(() => keep(1), idle).unref()
      }
    })
    last = mine.catch(() => undefined)
    return mine
  }
  return {
    warm: (options) => inTurn(async () => {
      const [first] = have(1)
      if (first !== undefined) await rehearse(first, options)
    }),
    run: (today, work) => inTurn(async () => {
      const [first, ...others] = have(Math.min(availableParallelism(), mostThreads))
      if (first === undefined) throw new Error('no thread')
      const snapshot = await holdOn(folder, today, first)
      try {
        return await work(sessionOver(snapshot, first, others))
      } finally {
        snapshot.close()
        // Nothing keeps the register from tidying up once the run is over.
        for (const thread of threads) thread.ask({ ask: 'end' }).catch(() => undefined)
      }
    }),
    close: () => {
      closed = true
      clearTimeout(timer)
      keep(0)
    },
  }
}
