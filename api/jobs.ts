import { randomBytes } from 'node:crypto'
import { LantaiError } from '../domain/error.ts'
import { text, type Text } from '../domain/text.ts'
import type { Job } from './schemas/common.ts'

/** Long work under way or done; kept in memory for as long as the process runs. */
export interface RunningJob {
  readonly job: Job
  /** Account that may look at it and cancel it; empty for work of the first start. */
  readonly account: string
  readonly ended: Promise<void>
}

export type Progress = (stage: string, done: number, total: number) => void

export interface Jobs {
  /** Starts long work; refused with `conflict` while work of the same kind is under way, but for imports, which are each of their own table. */
  start(kind: Job['kind'], account: string, work: (progress: Progress, signal: AbortSignal) => Promise<unknown>): Job
  find(id: string): RunningJob | undefined
  cancel(id: string): void
  /** Cancels all and waits until they have stopped. */
  close(): Promise<void>
}

const unforeseen: Text = text('未完成：系统出错，登记簿没有损坏。', 'Not finished: something went wrong; the register is unharmed.')
const busy = new LantaiError('conflict', text('同类工作正在进行，请等它结束。', 'Work of the same kind is under way; wait until it ends.'))

/** Long work with progress and cancel. */
export const createJobs = (log: (line: string) => void): Jobs => {
  const jobs = new Map<string, RunningJob & { readonly abort: AbortController; job: Job }>()
  return {
    start(kind, account, work) {
      for (const { job } of jobs.values()) if (job.kind === kind && kind !== 'import' && job.state === 'running') throw busy
      const id = `job${randomBytes(9).toString('base64url')}`
      const abort = new AbortController()
      const job: Job = { id, kind, state: 'running', stage: '', done: 0, total: 0 }
      const run = async (): Promise<void> => {
        try {
          job.result = await work((stage, done, total) => {
            job.stage = stage
            job.done = done
            job.total = total
          }, abort.signal)
          job.state = abort.signal.aborted ? 'cancelled' : 'done'
        } catch (error) {
          job.state = abort.signal.aborted ? 'cancelled' : 'failed'
          job.error = error instanceof LantaiError ? error.text : unforeseen
          if (job.state === 'failed' && !(error instanceof LantaiError)) log(`job ${kind} failed: ${error instanceof Error ? `${error.name}\n${(error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n')}` : 'unknown'}`)
        }
      }
      // Begins after the answer that names the job has been made.
      const ended = new Promise<void>((resolve) => setImmediate(() => void run().finally(resolve)))
      jobs.set(id, { job, account, abort, ended })
      while (jobs.size > 50) {
        const old = [...jobs.values()].find((entry) => entry.job.state !== 'running')
        if (old === undefined) break
        jobs.delete(old.job.id)
      }
      return job
    },
    find: (id) => jobs.get(id),
    cancel(id) {
      jobs.get(id)?.abort.abort()
    },
    async close() {
      for (const { abort } of jobs.values()) abort.abort()
      await Promise.allSettled([...jobs.values()].map(({ ended }) => ended))
    },
  }
}
