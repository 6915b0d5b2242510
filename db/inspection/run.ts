import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { FailingFile, InspectedWindow, InspectionAnswer, InspectionCounts, InspectionOffice, InspectionQuestion, ItemCounts } from './contract.ts'

/** How many files a thread takes at once: little enough that a run stops at once when it is told to. */
const chunk = 256
/** ms after which idle threads are let go. */
const idle = 120_000
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
  let waiting: { readonly resolve: (answer: InspectionAnswer) => void; readonly reject: (error: Error) => void } | undefined
  let ended: Error | undefined
  const settle = (work: (waited: NonNullable<typeof waiting>) => void): void => {
    const waited = waiting
    waiting = undefined
    worker.unref()
    if (waited !== undefined) work(waited)
  }
  worker.on('message', (answer: InspectionAnswer) => settle(({ resolve, reject }) => ('failed' in answer ? reject(new Error(answer.failed)) : resolve(answer))))
  worker.on('error', (error) => {
    ended = error instanceof Error ? error : new Error(String(error))
    settle(({ reject }) => reject(ended as Error))
  })
  worker.on('exit', () => {
    ended ??= new Error('the thread ended without an answer')
    settle(({ reject }) => reject(ended as Error))
  })
  return {
    ask: <A extends keyof Answers>(question: InspectionQuestion) => new Promise<Answer<A>>((resolve, reject) => {
      if (ended !== undefined) {
        reject(ended)
        return
      }
      waiting = { resolve: (answer) => resolve(answer as Answer<A>), reject }
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

/** The threads of a register's inspection runs, started with the first run and let go when nobody runs one any more. */
export interface InspectionRuns {
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
  await Promise.all(threads.map((thread) => thread.ask({ ask: 'begin', office })))
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
  await Promise.all(threads.map(async (thread) => {
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
  }))
  const runs = new Map<InspectedWindow, InspectionRun>()
  for (const [window, { failed, total, items }] of found) {
    check()
    const keys = failed.flat().slice(0, failing)
    const { words } = keys.length === 0 ? { words: [] } : await first.ask({ ask: 'words', window, keys })
    runs.set(window, { ...total, items, failing: words })
  }
  return runs
}

/** Makes the inspection runs of a data folder; no thread is started before the first. */
export const inspectionRuns = (folder: string): InspectionRuns => {
  let threads: readonly Thread[] = []
  let last: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  const close = (): void => {
    clearTimeout(timer)
    for (const thread of threads) thread.close()
    threads = []
  }
  const runOne = async (options: RunOptions): Promise<ReadonlyMap<InspectedWindow, InspectionRun>> => {
    clearTimeout(timer)
    if (threads.length === 0) threads = Array.from({ length: Math.min(availableParallelism(), mostThreads) }, () => startThread(folder))
    try {
      return await inspectAll(threads, options)
    } catch (error) {
      // Threads that were left in the middle of something are not asked again.
      close()
      throw error
    } finally {
      timer = setTimeout(close, idle).unref()
    }
  }
  return {
    run: (options) => {
      const mine = last.then(() => runOne(options))
      last = mine.catch(() => undefined)
      return mine
    },
    close,
  }
}
