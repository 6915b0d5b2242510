import { Worker } from 'node:worker_threads'
import type { InspectionAnswer, InspectionQuestion } from './contract.ts'

type Question<A extends InspectionQuestion['ask']> = Extract<InspectionQuestion, { ask: A }>
interface Answers { begin: 'head'; office: 'told'; keys: 'keys'; judge: 'tally'; words: 'words'; end: 'ended' }
/** What a question is answered with. */
type Answer<A extends keyof Answers> = Extract<InspectionAnswer, Readonly<Record<Answers[A], unknown>>>

/** A thread of inspection runs, asked one question after another. */
export interface Thread { ask<A extends keyof Answers>(question: Question<A> & { readonly ask: A }): Promise<Answer<A>>; close(): void }

/** Starts a thread over the register of a data folder. */
// A bundler finds the thread's file by this very form; beside the sources it is a .ts.
export const startThread = (folder: string): Thread => {
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
  worker.on('message', (answer: InspectionAnswer) => settle(({ resolve, reject }) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer))))
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
