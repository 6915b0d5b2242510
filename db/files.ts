import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { FileStore } from './contract.ts'
import { asLantaiError } from './errors.ts'
import { sha256 } from './journal.ts'

const isHash = /^[0-9a-f]{64}$/

/** Where a file of this hash lies under the data folder: files/ab/cdef…; throws `invalid` for what is no hash. */
export const filePath = (folder: string, hash: string): string => {
  if (!isHash.test(hash)) throw new LantaiError('invalid', text('文件编号不对', 'That is not the hash of a file'))
  return join(folder, 'files', hash.slice(0, 2), hash.slice(2))
}

/** Syncs a folder's list of names; Windows has no such thing and needs none. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes bytes beside their place, syncs, renames, syncs the folder: after a crash the file is there whole or not at all. */
export const writeDurably = (path: string, bytes: Uint8Array): void => {
  const folder = dirname(path)
  mkdirSync(folder, { recursive: true })
  const beside = join(folder, `.${randomUUID()}.part`)
  try {
    const handle = openSync(beside, 'wx', 0o600)
    try {
      let written = 0
      while (written < bytes.length) written += writeSync(handle, bytes, written)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(beside, path)
    syncFolder(folder)
    syncFolder(dirname(folder))
  } catch (error) {
    rmSync(beside, { force: true })
    throw asLantaiError(error)
  }
}

/** The store of scans and photos of a data folder. */
export const openFileStore = (folder: string): FileStore => ({
  put: async (bytes) => {
    const hash = sha256(bytes)
    const path = filePath(folder, hash)
    if (!existsSync(path)) writeDurably(path, bytes)
    return Promise.resolve(hash)
  },
  get: async (hash) => {
    const path = filePath(folder, hash)
    if (!existsSync(path)) throw new LantaiError('not_found', text('找不到扫描件或照片', 'The scan or photo is not there'), undefined, hash)
    const bytes = readFileSync(path)
    if (sha256(bytes) !== hash) throw new LantaiError('damaged', text('扫描件或照片已损坏，请从备份恢复', 'The scan or photo is damaged; restore it from a backup'), undefined, hash)
    return Promise.resolve(bytes)
  },
  has: (hash) => Promise.resolve(isHash.test(hash) && existsSync(filePath(folder, hash))),
})
