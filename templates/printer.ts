import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { LantaiError, type ErrorCode } from '../domain/error.ts'
import { text, type Text } from '../domain/text.ts'
import type { PaperRequest } from './contract.ts'
import type { OfficeFont } from './fonts/stacks.ts'
import { PrintRefused, type Unprintable } from './refused.ts'

export type ToWorker =
  | { readonly kind: 'render'; readonly id: number; readonly request: PaperRequest; readonly office: readonly OfficeFont[] }
  | { readonly kind: 'batch'; readonly id: number; readonly requests: readonly PaperRequest[]; readonly office: readonly OfficeFont[] }
  | { readonly kind: 'cancel'; readonly id: number }

/** Errors cross the thread as values; only what is a fault of the program keeps its stack. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly id: number; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly id: number; readonly error: { readonly code: ErrorCode; readonly text: Text; readonly field: string | undefined; readonly details: unknown } }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }

export interface RenderOptions {
  readonly signal?: AbortSignal
  /** Pages written so far. */
  readonly onProgress?: (done: number, of: number) => void
}

/** Papers rendered off the main thread. */
export interface Printer {
  /** Renders one paper. Rejects with PrintRefused, `unprintable`, `cancelled`, or `internal`. */
  render(request: PaperRequest, options?: RenderOptions): Promise<Uint8Array>
  /** Renders many papers as one document. */
  renderBatch(requests: readonly PaperRequest[], options?: RenderOptions): Promise<Uint8Array>
  /** Sets the fonts of the office's own for all papers from now on. */
  useFonts(office: readonly OfficeFont[]): void
  /** Ends the workers; what is under way is cancelled. */
  close(): Promise<void>
}

/** Where a worker's program lies: beside this module, as source or as built. */
export const workerUrl = (name: string): URL => new URL(`./${name}${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url)

// a small young generation keeps the garbage of a large batch from piling up (500 pages in about 300 MB of the whole process)
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 768 }

type Order = { readonly kind: 'render'; readonly request: PaperRequest } | { readonly kind: 'batch'; readonly requests: readonly PaperRequest[] }
interface Job {
  readonly id: number
  readonly order: Order
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (error: Error) => void
  readonly onProgress: RenderOptions['onProgress']
}
interface Hand { readonly worker: Worker; job: Job | undefined }

const cancelledError = (): LantaiError => new LantaiError('cancelled', text('打印已取消。', 'Printing was cancelled.'))
const failure = (message: string): LantaiError => new LantaiError('internal', text('生成文件时出错，请重试；若再次出错，请联系管理员。', 'The paper could not be made; please try again, and tell the administrator if it happens again.'), undefined, message)

/** Opens a printer: one worker per core but one, at least one, each started when first needed and keeping its parsed fonts. Idle workers do not keep the process alive. */
export const openPrinter = (options: { readonly workers?: number; readonly office?: readonly OfficeFont[] } = {}): Printer => {
  const most = options.workers ?? Math.max(1, availableParallelism() - 1)
  let office = options.office ?? []
  let lastId = 0
  let closed = false
  const hands: Hand[] = []
  const queue: Job[] = []

  const settle = (hand: Hand, act: (job: Job) => void): void => {
    const { job } = hand
    hand.job = undefined
    hand.worker.unref()
    if (job !== undefined) act(job)
    next()
  }
  const hire = (): Hand => {
    const hand: Hand = { worker: new Worker(workerUrl('print-worker'), { resourceLimits }), job: undefined }
    hand.worker.on('message', (message: FromWorker) => {
      if (message.id !== hand.job?.id) return
      if (message.kind === 'progress') hand.job.onProgress?.(message.done, message.of)
      else if (message.kind === 'done') settle(hand, (job) => job.resolve(message.bytes))
      else if (message.kind === 'refused') settle(hand, (job) => job.reject(revive(message.error)))
      else settle(hand, (job) => job.reject(failure(message.message)))
    })
    const lost = (why: string): void => {
      const at = hands.indexOf(hand)
      if (at >= 0) hands.splice(at, 1)
      settle(hand, (job) => job.reject(closed ? cancelledError() : failure(why)))
    }
    hand.worker.on('error', (error) => lost(error instanceof Error ? (error.stack ?? error.message) : String(error)))
    hand.worker.on('exit', (code) => lost(`The print worker ended (${code})`))
    hands.push(hand)
    return hand
  }
  const next = (): void => {
    while (queue.length > 0 && !closed) {
      const hand = hands.find(({ job }) => job === undefined) ?? (hands.length < most ? hire() : undefined)
      if (hand === undefined) return
      const job = queue.shift() as Job
      hand.job = job
      hand.worker.ref()
      hand.worker.postMessage({ ...job.order, id: job.id, office } satisfies ToWorker)
    }
  }
  const submit = (order: Order, { signal, onProgress }: RenderOptions = {}): Promise<Uint8Array> => {
    if (closed || signal?.aborted === true) return Promise.reject(cancelledError())
    const id = ++lastId
    let stop: () => void = () => undefined
    return new Promise<Uint8Array>((resolve, reject) => {
      const job: Job = { id, order, resolve, reject, onProgress }
      stop = (): void => {
        const at = queue.indexOf(job)
        if (at >= 0) {
          queue.splice(at, 1)
          reject(cancelledError())
          return
        }
        hands.find((hand) => hand.job === job)?.worker.postMessage({ kind: 'cancel', id } satisfies ToWorker)
      }
      signal?.addEventListener('abort', stop, { once: true })
      queue.push(job)
      next()
    }).finally(() => signal?.removeEventListener('abort', stop))
  }
  return {
    render: (request, renderOptions) => submit({ kind: 'render', request }, renderOptions),
    renderBatch: (requests, renderOptions) => submit({ kind: 'batch', requests }, renderOptions),
    useFonts: (fonts) => { office = fonts },
    close: async () => {
      closed = true
      for (const job of queue.splice(0)) job.reject(cancelledError())
      await Promise.all(hands.map(({ worker }) => worker.terminate()))
    },
  }
}

const revive = ({ code, text: words, field, details }: Extract<FromWorker, { kind: 'refused' }>['error']): LantaiError => {
  const characters = (details as { characters?: readonly Unprintable[] } | undefined)?.characters
  return code === 'unprintable' && characters !== undefined ? new PrintRefused(characters) : new LantaiError(code, words, field, details)
}
