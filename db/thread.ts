import { Worker } from 'node:worker_threads'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Message, Task } from './worker.ts'

interface Options<P> { readonly onProgress?: ((progress: P) => void) | undefined; readonly signal?: AbortSignal | undefined }

// A bundler finds the thread's file by this very form; beside the sources it is a .ts.
const start = (task: Task, flag: SharedArrayBuffer): Worker => {
  const url = import.meta.url.endsWith('.ts') ? new URL('./worker.ts', import.meta.url) : new URL('./db-worker.js', import.meta.url)
  return new Worker(url, { workerData: { task, flag }, resourceLimits: { maxOldGenerationSizeMb: 512 } })
}

/** Does heavy work on a register in a thread of its own; throws what the thread refused with, `cancelled` among it. */
export const inThread = <R, P>(task: Task, options: Options<P>): Promise<R> =>
  new Promise((resolve, reject) => {
    if (options.signal?.aborted === true) {
      reject(new LantaiError('cancelled', text('已取消', 'Cancelled')))
      return
    }
    const flag = new SharedArrayBuffer(4)
    const worker = start(task, flag)
    const cancel = (): void => void Atomics.store(new Int32Array(flag), 0, 1)
    options.signal?.addEventListener('abort', cancel, { once: true })
    const end = (settle: () => void): void => {
      options.signal?.removeEventListener('abort', cancel)
      void worker.terminate()
      settle()
    }
    worker.on('message', (message: Message) => {
      if ('progress' in message) options.onProgress?.(message.progress as P)
      else if ('result' in message) end(() => resolve(message.result as R))
      else if ('refused' in message) end(() => reject(new LantaiError(message.refused.code, message.refused.text, undefined, message.refused.details)))
      else end(() => reject(new Error(message.failed)))
    })
    worker.once('error', (error) => end(() => reject(error instanceof Error ? error : new Error(String(error)))))
    worker.once('exit', () => end(() => reject(new Error('the thread ended without a result'))))
  })
