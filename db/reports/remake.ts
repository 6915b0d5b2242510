import { mkdirSync, rmSync } from 'node:fs'
import { openConnection } from '../connection.ts'
import type { FileStore, JournalHead, Reads } from '../contract.ts'
import { openFileStore } from '../files.ts'
import { registerFile, scratchFolder } from '../folder.ts'
import { readsOf } from '../reads.ts'
import { inThread } from '../thread.ts'
import { windowParts } from '../windows.ts'

export interface RemakeRequest {
  /** The data folder whose journal is applied again; it may be in use. */
  readonly folder: string
  /** The last entry that is applied. */
  readonly upTo: number
  /** The day on which settings are read and terms have run; the day of the last entry where none is given. */
  readonly today?: string
  readonly signal?: AbortSignal
  /** Entries applied of all. */
  readonly onProgress?: (done: number, total: number) => void
}

/** A register as it stood after an entry, which can only be read; scans and stored reports are those of the register itself. */
export interface RemadeRegister {
  /** A folder that holds this register alone, for threads that read it. */
  readonly folder: string
  readonly read: Reads
  readonly files: FileStore
  readonly head: JournalHead
  /** Closes it and takes it away. */
  close(): Promise<void>
}

/** Makes a register again from the journal, as it stood after an entry, in a thread of its own and a private folder that goes when it is closed. Throws `damaged` where the chain does not hold, `not_found` for an entry that is not there, `cancelled`. */
export const remakeRegister = async ({ folder, upTo, today, signal, onProgress }: RemakeRequest): Promise<RemadeRegister> => {
  const into = scratchFolder(folder)
  const remove = (): void => rmSync(into, { recursive: true, force: true })
  mkdirSync(into, { recursive: true, mode: 0o700 })
  try {
    const head = await inThread<JournalHead, { readonly done: number; readonly total: number }>({ work: 'remake', folder, into, upTo }, { signal, onProgress: (progress) => onProgress?.(progress.done, progress.total) })
    const db = openConnection(registerFile(into), { readonly: true, cacheKiB: 32_768 })
    const day = today ?? head.at.slice(0, 10)
    let open = true
    return {
      folder: into, head, read: readsOf(db, windowParts, () => day), files: openFileStore(folder),
      close: () => {
        if (open) db.close()
        open = false
        remove()
        return Promise.resolve()
      },
    }
  } catch (error) {
    remove()
    throw error
  }
}
