import type { Backup } from './backup-folder.ts'
import { inThread } from './thread.ts'

export { listBackups, restoreBackup } from './backup-folder.ts'
export type { Backup } from './backup-folder.ts'

export interface BackUpOptions {
  /** Folder to hold the backups, best on another disk; `backups` in the data folder when left out. */
  readonly to?: string
  /** Instant of the backup, ISO 8601. */
  readonly at: string
  /** How many to keep; 3 when left out. */
  readonly generations?: number
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  readonly signal?: AbortSignal
}

/** Backs the register of a data folder up in a thread of its own while the desk goes on: snapshot, sync, proof of the copy, three generations. Throws `cancelled`, `storage` or `damaged`. */
export const backUpRegister = (folder: string, options: BackUpOptions): Promise<Backup> =>
  inThread({ work: 'backUp', folder, to: options.to, at: options.at, generations: options.generations }, { onProgress: options.onProgress, signal: options.signal })
