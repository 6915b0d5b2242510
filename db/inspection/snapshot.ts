import { openConnection } from '../connection.ts'
import type { JournalHead, Reads } from '../contract.ts'
import { registerFile } from '../folder.ts'
import { headOf } from '../journal.ts'
import { readsOf } from '../reads.ts'
import { windowParts } from '../windows.ts'
import type { InspectedWindow } from './contract.ts'
import { casesOfPeriod } from './files.ts'

/** The register as it stood at one moment, on a connection of its own: what is written meanwhile is not seen. To be closed. */
export interface Snapshot {
  readonly head: JournalHead
  readonly reads: Reads
  /** The cases of a period that stand and are no longer in work, in order of their days. */
  casesOfPeriod(window: InspectedWindow, from: string, to: string): readonly { readonly id: string; readonly number: string; readonly day: string }[]
  close(): void
}

/** Holds on to the register of a data folder as it stands now; `today` is the day on which settings are read. */
export const openSnapshot = (folder: string, today: () => string): Snapshot => {
  const db = openConnection(registerFile(folder), { readonly: true, cacheKiB: 8192 })
  try {
    db.raw.exec('BEGIN')
    const head = headOf(db)
    return { head, reads: readsOf(db, windowParts, today), casesOfPeriod: (window, from, to) => casesOfPeriod(db, window, from, to), close: () => db.close() }
  } catch (error) {
    db.close()
    throw error
  }
}
