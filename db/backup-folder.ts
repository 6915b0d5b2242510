import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join, resolve, sep } from 'node:path'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { walkChain } from './chain.ts'
import { openConnection } from './connection.ts'
import type { JournalHead } from './contract.ts'
import { damaged, withWords } from './errors.ts'
import { syncFolder, writeDurably } from './files.ts'
import { backupFolder, filesFolder, markFile, registerFile } from './folder.ts'
import { headOf, sha256 } from './journal.ts'
import { lockFolder } from './lock.ts'

/** A backup is a folder with a whole register in it and a note of the head it must have. */
export interface Backup { readonly path: string; readonly madeAt: string; readonly head: JournalHead; readonly bytes: number }

export interface BackupOptions {
  /** Folder to hold the backups; `backups` in the data folder when left out. Elsewhere (another disk) scans and photos are copied too. */
  readonly to?: string
  /** Instant of the backup, ISO 8601. */
  readonly at: string
  readonly generations?: number
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

const noteOf = (path: string): string => join(path, 'backup.json')
const cancelled = (): LantaiError => new LantaiError('cancelled', text('备份已取消', 'The backup was cancelled'))
const broken = (path: string, details: string): LantaiError =>
  new LantaiError('damaged', text('这份备份已损坏或不完整，不能使用', 'This backup is damaged or not whole and cannot be used'), undefined, `${basename(path)}: ${details}`)

/** Backups in a folder, newest first; what has no note was never finished and is not one. */
export const listBackups = (to: string): readonly Backup[] => {
  if (!existsSync(to)) return []
  const names = readdirSync(to).filter((name) => /^lantai-[\dTZ-]+$/.test(name) && existsSync(noteOf(join(to, name))))
  return names.sort().reverse().map((name) => ({ ...(JSON.parse(readFileSync(noteOf(join(to, name)), 'utf8')) as Omit<Backup, 'path'>), path: join(to, name) }))
}

/** Proves a copy: SQLite's check of its pages, every hash of its chain, and the head it must have. Throws `damaged`. */
export const proveCopy = (path: string, head: JournalHead): void => {
  let db
  try {
    db = openConnection(registerFile(path), { readonly: true, cacheKiB: 16_384 })
    const found = db.raw.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw broken(path, String(found))
    walkChain(db, (row, faults) => {
      if (faults.length > 0) throw broken(path, `entry ${row.seq}: ${faults.join('; ')}`)
    })
    const own = headOf(db)
    if (own.seq !== head.seq || own.hash !== head.hash) throw broken(path, 'the head of its journal is another')
  } catch (error) {
    throw error instanceof LantaiError && error.message.includes(basename(path)) ? error : broken(path, error instanceof Error ? error.message : String(error))
  } finally {
    db?.close()
  }
}

/** Copies scans and photos that are not there yet; they never change, so generations share them. */
const copyFiles = (folder: string, to: string): void => {
  const from = filesFolder(folder)
  if (!existsSync(from)) return
  for (const name of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!name.isFile() || name.name.startsWith('.')) continue
    const path = join(name.parentPath, name.name)
    const target = join(to, path.slice(from.length + 1))
    if (existsSync(target)) continue
    const bytes = readFileSync(path)
    if (sha256(bytes) !== path.slice(from.length + 1).split(sep).join('')) throw damaged(path)
    writeDurably(target, bytes)
  }
}

const keep = (to: string, generations: number): void => {
  for (const old of listBackups(to).slice(generations)) rmSync(old.path, { recursive: true, force: true })
}

/** Backs a register up while it is in use: one snapshot copied page by page, synced, proved, then named; older ones beyond the generations go only after that. Throws `cancelled`, `storage` or `damaged`. */
export const backUpFolder = async (folder: string, options: BackupOptions): Promise<Backup> => {
  const to = resolve(options.to ?? backupFolder(folder))
  const name = `lantai-${options.at.slice(0, 23).replace(/[:.]/g, '-')}`
  const path = join(to, name)
  const beside = join(to, `.${name}.part`)
  const source = openConnection(registerFile(folder), { readonly: true, cacheKiB: 16_384 })
  try {
    mkdirSync(beside, { recursive: true, mode: 0o700 })
    source.raw.exec('BEGIN')
    const head = headOf(source)
    let bytes = 0
    const pageSize = Number(source.raw.pragma('page_size', { simple: true }))
    await source.raw.backup(registerFile(beside), {
      progress: ({ totalPages, remainingPages }) => {
        if (options.isCancelled?.() === true) throw cancelled()
        bytes = totalPages * pageSize
        options.onProgress?.(totalPages - remainingPages, totalPages)
        return 4000
      },
    })
    // The copy carries the WAL mark of its source: opening it for writing once folds everything into the one file.
    const copy = openConnection(registerFile(beside))
    copy.raw.pragma('journal_mode = DELETE')
    copy.close()
    if (options.isCancelled?.() === true) throw cancelled()
    proveCopy(beside, head)
    if (!`${to}${sep}`.startsWith(`${resolve(folder)}${sep}`)) copyFiles(folder, join(to, 'files'))
    writeDurably(noteOf(beside), Buffer.from(`${JSON.stringify({ madeAt: options.at, head, bytes })}\n`))
    renameSync(beside, path)
    syncFolder(to)
    keep(to, options.generations ?? 3)
    return { path, madeAt: options.at, head, bytes }
  } catch (error) {
    rmSync(beside, { recursive: true, force: true })
    return withWords(() => {
      throw error
    })
  } finally {
    source.close()
  }
}

/** Puts a proved backup in the place of a folder's register; what stood there is moved aside, never deleted. Throws `damaged` for a broken copy with nothing changed, `in_use` while a desk is running. Returns where the old one lies, if there was one. */
export const restoreBackup = (path: string, folder: string, at: string): string | undefined =>
  withWords(() => {
    if (!existsSync(noteOf(path)) || !existsSync(registerFile(path))) throw broken(path, 'it has no note or no register')
    const note = JSON.parse(readFileSync(noteOf(path), 'utf8')) as Omit<Backup, 'path'>
    proveCopy(path, note.head)
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const lock = lockFolder(folder)
    try {
      const incoming = join(folder, '.incoming.sqlite')
      copyFileSync(registerFile(path), incoming)
      const aside = join(folder, `replaced-${at.slice(0, 23).replace(/[:.]/g, '-')}`)
      const present = ['', '-wal', '-shm'].filter((end) => existsSync(registerFile(folder) + end))
      if (present.length > 0) {
        mkdirSync(aside, { recursive: true, mode: 0o700 })
        for (const end of present) renameSync(registerFile(folder) + end, registerFile(aside) + end)
      }
      renameSync(incoming, registerFile(folder))
      copyFilesBack(path, folder)
      if (!existsSync(markFile(folder))) writeDurably(markFile(folder), Buffer.from('{"register":"register.sqlite","format":1}\n'))
      syncFolder(folder)
      return present.length > 0 ? aside : undefined
    } finally {
      lock.release()
    }
  })

const copyFilesBack = (path: string, folder: string): void => {
  const kept = join(path, '..', 'files')
  if (!existsSync(kept)) return
  for (const name of readdirSync(kept, { recursive: true, withFileTypes: true })) {
    if (!name.isFile() || name.name.startsWith('.')) continue
    const from = join(name.parentPath, name.name)
    const target = join(filesFolder(folder), from.slice(kept.length + 1))
    if (!existsSync(target)) writeDurably(target, readFileSync(from))
  }
}
