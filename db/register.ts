import { existsSync, mkdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Action, Actor, JournalEntry } from '../domain/action.ts'
import { today as todayAt } from '../domain/dates.ts'
import { bulkLoad } from './bulk.ts'
import { openConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import type { Draft, Reads, Register, Transaction } from './contract.ts'
import { restoreIndexes } from './deferred.ts'
import { deleteDraft, saveDraft } from './drafts.ts'
import { asLantaiError, damaged, withWords } from './errors.ts'
import { openFileStore, writeDurably } from './files.ts'
import { backupFolder, markFile, registerFile } from './folder.ts'
import type { JournalRow } from './journal.ts'
import { hashOf, headOf, origin } from './journal.ts'
import { lockFolder, refuseNetworkFolder } from './lock.ts'
import { migrate } from './migrate.ts'
import { checkRevision, readsOf } from './reads.ts'
import { recorderOf } from './record.ts'
import { savePreference } from './reports/preferences.ts'
import { seriesOf } from './series.ts'
import type { WindowPart } from './windows.ts'
import { windowParts } from './windows.ts'

export interface RegisterOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string
  /** The clock by which dated settings are read; journal times come with each actor. */
  readonly clock?: () => Date
  /** The windows; all of the product's unless a test brings its own. */
  readonly parts?: readonly WindowPart[]
  /** Page cache of each of the two connections in KiB. */
  readonly cacheKiB?: number
  /** A quota: the largest the register's file may grow, in MiB; beyond it a write is refused as on a full disk. As large as the disk when left out. */
  readonly maxMiB?: number
}

/** A folder that once held a register never silently gets an empty one. */
const refuseLostRegister = (folder: string): void => {
  const file = registerFile(folder)
  const lost = !existsSync(file) || statSync(file).size === 0
  if (lost && existsSync(markFile(folder))) throw damaged(`${file} is missing or empty, though this folder has held a register`)
}

/** Looks at the newest links of the chain at every start; the whole chain is for `verify`. */
const checkTail = (db: Connection): void => {
  const rows = db.prepare<JournalRow>('SELECT * FROM journal ORDER BY seq DESC LIMIT 50').all()
  rows.forEach((row, index) => {
    const before = rows[index + 1]
    const previous = before?.hash ?? (row.seq === 1 ? origin : row.previous)
    if (hashOf(row) !== row.hash || row.previous !== previous) throw damaged(`journal entry ${row.seq} does not fit its hash`)
  })
}

const syncMark = (folder: string): void => {
  if (!existsSync(markFile(folder))) writeDurably(markFile(folder), Buffer.from('{"register":"register.sqlite","format":1}\n'))
}

/** Opens the register of a data folder, or makes it in a folder that never held one. Throws `in_use`, `storage`, `damaged` or `newer_register`, with the folder left as it was. */
export const openRegister = (options: RegisterOptions): Register => {
  const folder = resolve(options.folder)
  const parts = options.parts ?? windowParts
  const clock = options.clock ?? (() => new Date())
  return withWords(() => {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    refuseNetworkFolder(folder)
    refuseLostRegister(folder)
    const lock = lockFolder(folder)
    const opened: Connection[] = []
    try {
      const cacheKiB = options.cacheKiB ?? 65_536
      const writer = openConnection(registerFile(folder), { cacheKiB, maxMiB: options.maxMiB })
      opened.push(writer)
      migrate(writer, seriesOf(parts), { backups: backupFolder(folder), stamp: clock().toISOString().replace(/[:.]/g, '-') })
      checkTail(writer)
      restoreIndexes(writer)
      syncMark(folder)
      const reader = openConnection(registerFile(folder), { readonly: true, cacheKiB })
      opened.push(reader)
      return registerOver({ folder, parts, writer, reader, today: () => todayAt(clock()), close: () => lock.release() })
    } catch (error) {
      for (const connection of opened) connection.close()
      lock.release()
      throw error
    }
  })
}

interface Opened { readonly folder: string; readonly parts: readonly WindowPart[]; readonly writer: Connection; readonly reader: Connection; readonly today: () => string; readonly close: () => void }

const registerOver = ({ folder, parts, writer, reader, today, close }: Opened): Register => {
  const read = readsOf(reader, parts, today)
  const ownReads = readsOf(writer, parts, today)
  const recorder = recorderOf(writer, parts)
  let last: Promise<unknown> = Promise.resolve()
  let closed = false

  /** One after another: the next begins when the one before has ended, well or not. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work)
    last = turn.catch(() => undefined)
    return turn
  }

  const run = async <T>(actor: Actor, work: (tx: Transaction) => Promise<T> | T): Promise<T> => {
    if (closed) throw new Error('the register is closed')
    let open = true
    const alive = (): void => {
      if (!open) throw new Error('the transaction has ended')
    }
    try {
      writer.raw.exec('BEGIN IMMEDIATE')
      recorder.begin()
      const result = await work(transactionOver(ownReads, writer, parts, (action) => recorder.record(actor, action), alive))
      open = false
      writer.raw.exec('COMMIT')
      return result
    } catch (error) {
      open = false
      // SQLite may have rolled back by itself (full disk).
      if (writer.raw.inTransaction) writer.raw.exec('ROLLBACK')
      throw asLantaiError(error)
    }
  }

  return {
    folder,
    read,
    files: openFileStore(folder),
    transact: (actor, work) => inTurn(() => run(actor, work)),
    bulk: (entries, bulkOptions) => bulkLoad({ writer, recorder, parts, inTurn }, entries, bulkOptions),
    head: async () => withWords(() => headOf(reader)),
    close: () => inTurn(async () => {
      if (closed) return
      closed = true
      reader.close()
      writer.close()
      close()
      return Promise.resolve()
    }),
  }
}

const transactionOver = (reads: Reads, db: Connection, parts: readonly WindowPart[], record: (action: Action) => JournalEntry, alive: () => void): Transaction => ({
  ...reads,
  record: async (action) => {
    alive()
    return Promise.resolve(record(action))
  },
  expectRevision: async (caseId, revision) => {
    alive()
    checkRevision(db, parts, caseId, revision)
    return Promise.resolve()
  },
  saveDraft: async (draft: Draft) => {
    alive()
    saveDraft(db, draft)
    return Promise.resolve()
  },
  deleteDraft: async (id) => {
    alive()
    deleteDraft(db, id)
    return Promise.resolve()
  },
  savePreference: async (account, key, value) => {
    alive()
    savePreference(db, account, key, value)
    return Promise.resolve()
  },
})
