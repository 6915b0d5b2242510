import { parentPort } from 'node:worker_threads'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { FromWorker, ToWorker } from './printer.ts'
import { renderPaper, renderPapers } from './windows.ts'

const port = parentPort
if (port === null) throw new Error('print-worker runs in a worker thread')

let current = 0
let cancelled = 0

const answer = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer)

const stopIfCancelled = (): void => {
  if (cancelled === current) throw new LantaiError('cancelled', text('打印已取消。', 'Printing was cancelled.'))
}

const run = async (job: Extract<ToWorker, { kind: 'render' | 'batch' }>): Promise<void> => {
  current = job.id
  let told = 0
  try {
    const bytes = job.kind === 'render'
      ? await renderPaper(job.request, { office: job.office })
      : await renderPapers(job.requests, {
          office: job.office,
          onSet: stopIfCancelled,
          onPage: (done, of) => {
            stopIfCancelled()
            if (done === of || done - told >= 20) answer({ kind: 'progress', id: job.id, done: (told = done), of })
          },
        })
    answer({ kind: 'done', id: job.id, bytes }, [bytes.buffer as ArrayBuffer])
  } catch (error) {
    if (error instanceof LantaiError) answer({ kind: 'refused', id: job.id, error: { code: error.code, text: error.text, field: error.field, details: error.details } })
    else answer({ kind: 'failed', id: job.id, message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

port.on('message', (message: ToWorker) => {
  if (message.kind === 'cancel') cancelled = message.id
  else void run(message)
})
