import { parentPort, workerData } from 'node:worker_threads'
import { LantaiError } from '../domain/error.ts'
import type { ErrorCode } from '../domain/error.ts'
import type { Text } from '../domain/text.ts'
import { backUpFolder } from './backup-folder.ts'
import { remakeFolder } from './reports/remake-folder.ts'
import { verifyFolder } from './verify-folder.ts'

/** The thread for heavy work on a register: it is told what to do and given a flag that is raised to cancel. */

export type Task =
  | { readonly work: 'verify'; readonly folder: string }
  | { readonly work: 'backUp'; readonly folder: string; readonly to: string | undefined; readonly at: string; readonly generations: number | undefined }
  | { readonly work: 'remake'; readonly folder: string; readonly into: string; readonly upTo: number }

/** What the thread says: how far it is, what came of it, or why it stopped. */
export type Message =
  | { readonly progress: unknown }
  | { readonly result: unknown }
  | { readonly refused: { readonly code: ErrorCode; readonly text: Text; readonly details: string } }
  | { readonly failed: string }

const run = async (task: Task, say: (message: Message) => void, isCancelled: () => boolean): Promise<unknown> => {
  if (task.work === 'verify') return verifyFolder(task.folder, { onProgress: (progress) => say({ progress }), isCancelled })
  if (task.work === 'remake') return remakeFolder(task.folder, task.into, task.upTo, { onProgress: (done, total) => say({ progress: { done, total } }), isCancelled })
  const { folder, to, at, generations } = task
  return backUpFolder(folder, { at, isCancelled, onProgress: (done, total) => say({ progress: { done, total } }), ...(to === undefined ? {} : { to }), ...(generations === undefined ? {} : { generations }) })
}

const port = parentPort
if (port !== null) {
  const { task, flag } = workerData as { task: Task; flag: SharedArrayBuffer }
  const raised = new Int32Array(flag)
  const say = (message: Message): void => port.postMessage(message)
  run(task, say, () => Atomics.load(raised, 0) === 1).then(
    (result) => say({ result }),
    (error: unknown) => say(error instanceof LantaiError ? { refused: { code: error.code, text: error.text, details: String(error.details ?? '') } } : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
}
