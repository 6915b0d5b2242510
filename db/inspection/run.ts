import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import { inspectedWindows } from './contract.ts'
import type { FailingFile, InspectedWindow, InspectionAnswer, InspectionCounts, InspectionOffice, InspectionQuestion, ItemCounts } from './contract.ts'

/** How many files a thread takes at once: little enough that a run stops at once when it is told to. */
const chunk = 256
/** ms after which idle threads are let go, but one. */
const idle = 120_000
/** How many files of each window a thread goes through to be warm. */
const rehearsed = 128
const mostThreads = 4

type Question<A extends InspectionQuestion['ask']> = Extract<InspectionQuestion, { ask: A }>
interface Answers { begin: 'begun'; keys: 'keys'; inspect: 'counts'; words: 'words' }
/** What a question is answered with. */
type Answer<A extends keyof Answers> = Extract<InspectionAnswer, Readonly<Record<Answers[A], unknown>>>
interface Thread { ask<A extends keyof Answers>(question: Question<A> & { readonly ask: A }): Promise<Answer<A>>; close(): void }

// A bundler finds the thread's file by this very form; beside the sources it is a .ts.
const startThread = (folder: string): Thread => {
  const url = import.meta.url.endsWith('.ts') ? new URL('./inspect-worker.ts', import.meta.url) : new URL('./inspect-worker.js', import.meta.url)
  const worker = new Worker(url, { workerData: { folder }, resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 64 } })
  worker.unref()
  // Answers come in the order of the questions.
  const waiting: { readonly resolve: (answer: InspectionAnswer) => void; readonly reject: (error: Error) => void }[] = []
  let ended: Error | undefined
  const settle = (work: (waited: (typeof waiting)[number]) => void): void => {
    const waited = waiting.shift()
    if (waiting.length === 0) worker.unref()
    if (waited !== undefined) work(waited)
  }
  const end = (error: Error): void => {
    ended ??= error
    while (waiting.length > 0) settle(({ reject }) => reject(ended as Error))
  }
  worker.on('message', (answer: InspectionAnswer) => settle(({ resolve, reject }) => ('failed' in answer ? reject(new Error(answer.failed)) : resolve(answer))))
  worker.on('error', (error) => end(error instanceof Error ? error : new Error(String(error))))
  worker.on('exit', () => end(new Error('the thread ended without an answer')))
  return {
    ask: <A extends keyof Answers>(question: InspectionQuestion) => new Promise<Answer<A>>((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended)
        return
      }
      waiting.push({ resolve: (answer) => resolve(answer as Answer<A>), reject })
      worker.ref()
      worker.postMessage(question)
    }),
    close: () => void worker.terminate(),
  }
}

/** What a run gives: the counts of one window, and the words of the first files that failed, newest first. */
export interface InspectionRun extends InspectionCounts { readonly failing: readonly FailingFile[] }

/** What a run is asked for. */
export interface RunOptions {
  readonly windows: readonly InspectedWindow[]
  readonly from: string
  readonly to: string
  readonly office: InspectionOffice
  /** How many failing files of a window are given in words. */
  readonly failing: number
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/** The threads of a register's inspection runs: one is kept once it was started, the others are let go when nobody runs one any more. */
export interface InspectionRuns {
  /** Starts a thread and lets it go through some of the newest files, so that the first run of a day is as quick as the next. */
  warm(options: Pick<RunOptions, 'from' | 'to' | 'office'>): Promise<void>
  /** Inspects every registered case of a period, window by window; runs wait for one another. Throws `cancelled` when the signal says so. */
  run(options: RunOptions): Promise<ReadonlyMap<InspectedWindow, InspectionRun>>
  close(): void
}

const add = (total: Record<string, ItemCounts>, items: InspectionCounts['items']): void => {
  for (const [item, counts] of Object.entries(items)) {
    const held = (total[item] ??= { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 })
    for (const result of ['pass', 'fail', 'notApplicable', 'unexamined'] as const) held[result] += counts[result]
  }
}

const inspectAll = async (threads: readonly Thread[], { windows, from, to, office, failing, signal, onProgress }: RunOptions): Promise<ReadonlyMap<InspectedWindow, InspectionRun>> => {
  const check = (): void => {
    if (signal?.aborted === true) throw new LantaiError('cancelled', text('已取消', 'Cancelled'))
  }
  const [first] = threads
  if (first === undefined) throw new Error('no thread')
  const [ready, ...others] = threads.map((thread) => ({ thread, begun: thread.ask({ ask: 'begin', office }) }))
  for (const { begun } of others) begun.catch(() => undefined)
  await ready?.begun
  const found = new Map<InspectedWindow, { readonly keys: readonly number[]; readonly failed: (readonly number[])[]; readonly total: { qualified: number; failed: number; unexamined: number }; readonly items: Record<string, ItemCounts> }>()
  const work: { readonly window: InspectedWindow; readonly at: number }[] = []
  for (const window of windows) {
    const { keys } = await first.ask({ ask: 'keys', window, from, to })
    found.set(window, { keys, failed: [], total: { qualified: 0, failed: 0, unexamined: 0 }, items: {} })
    for (let at = 0; at < keys.length; at += chunk) work.push({ window, at })
  }
  const all = [...found.values()].reduce((sum, { keys }) => sum + keys.length, 0)
  let next = 0
  let done = 0
  const takeJobs = async (thread: Thread): Promise<void> => {
    for (let job = work[next++]; job !== undefined; job = work[next++]) {
      check()
      const held = found.get(job.window)
      if (held === undefined) return
      const keys = held.keys.slice(job.at, job.at + chunk)
      const { counts, failedKeys } = await thread.ask({ ask: 'inspect', window: job.window, keys })
      for (const verdict of ['qualified', 'failed', 'unexamined'] as const) held.total[verdict] += counts[verdict]
      add(held.items, counts.items)
      held.failed[job.at / chunk] = failedKeys
      done += keys.length
      onProgress?.(done, all)
    }
  }
  const finished = takeJobs(first)
  // A thread that is still starting joins in when it can, and is not waited for when there is nothing left to do.
  await Promise.all([finished, ...others.map(async ({ thread, begun }) => {
    await Promise.race([begun, finished])
    await takeJobs(thread)
  })])
  const runs = new Map<InspectedWindow, InspectionRun>()
  for (const [window, { failed, total, items }] of found) {
    check()
    const keys = failed.flat().slice(0, failing)
    const { words } = keys.length === 0 ? { words: [] } : await first.ask({ ask: 'words', window, keys })
    runs.set(window, { ...total, items, failing: words })
  }
  return runs
}

/** Goes through the newest files of every window in one thread, for the sake of its modules and of the engine's compiling. */
const rehearse = async (thread: Thread, { from, to, office }: Pick<RunOptions, 'from' | 'to' | 'office'>): Promise<void> => {
  await thread.ask({ ask: 'begin', office })
  for (const window of inspectedWindows) {
    const { keys } = await thread.ask({ ask: 'keys', window, from, to })
    await thread.ask({ ask: 'inspect', window, keys: keys.slice(0, rehearsed) })
  }
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
    run: (options) => inTurn(() => inspectAll(have(Math.min(availableParallelism(), mostThreads)), options)),
    close: () => {
      closed = true
      clearTimeout(timer)
      keep(0)
    },
  }
}
