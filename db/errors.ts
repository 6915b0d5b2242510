import Database from 'better-sqlite3'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'

const isSqliteError = (error: unknown): error is { readonly code: string; readonly message: string } => error instanceof Database.SqliteError

const systemCode = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

export const damaged = (details: string): LantaiError =>
  new LantaiError('damaged', text('登记簿文件已损坏或不是登记簿。没有改动任何内容；请从备份恢复，或把数据文件夹交给维护人员', 'The register’s file is damaged or is not a register. Nothing was changed; restore a backup, or hand the data folder to support'), undefined, details)

const full = (details: string): LantaiError => new LantaiError('storage', text('磁盘已满，本次没有保存，已保存的内容完好。请腾出空间后重试', 'The disk is full: this was not saved, everything saved before is safe. Free some space and try again'), undefined, details)
const readOnly = (details: string): LantaiError => new LantaiError('storage', text('数据文件夹不可写，本次没有保存，已保存的内容完好。请检查文件夹权限', 'The data folder cannot be written: this was not saved, everything saved before is safe. Check the rights of the folder'), undefined, details)
const unreadable = (details: string): LantaiError => new LantaiError('storage', text('磁盘读写失败，本次没有保存。请检查磁盘', 'The disk could not be read or written: this was not saved. Check the disk'), undefined, details)
export const inUse = (details: string): LantaiError => new LantaiError('in_use', text('数据文件夹正被另一个程序使用，请先关闭它', 'Another program is using this data folder; close it first'), undefined, details)

/** Turns an error of SQLite or of the file system into one with words for the clerk; anything else comes back as it is. */
export const asLantaiError = (error: unknown): unknown => {
  if (error instanceof LantaiError) return error
  const details = error instanceof Error ? error.message : String(error)
  if (isSqliteError(error)) {
    const { code } = error
    if (code.startsWith('SQLITE_FULL')) return full(details)
    if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_PERM') || code.startsWith('SQLITE_AUTH')) return readOnly(details)
    if (code.startsWith('SQLITE_CANTOPEN')) return readOnly(details)
    if (code.startsWith('SQLITE_IOERR')) return unreadable(details)
    if (code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_NOTADB')) return damaged(details)
    if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return inUse(details)
    if (code.startsWith('SQLITE_CONSTRAINT')) return new LantaiError('conflict', text('与登记簿中已有的内容冲突，没有保存。请刷新后查看', 'It conflicts with what the register holds and was not saved; reload and look'), undefined, details)
    return error
  }
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return full(details)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return readOnly(details)
    case 'EIO':
      return unreadable(details)
    case 'ENOTDIR':
    case 'EEXIST':
      return new LantaiError('storage', text('数据文件夹的位置上是一个文件，不能使用', 'There is a file where the data folder should be'), undefined, details)
    default:
      return error
  }
}

/** Runs work and gives its errors words. */
export const withWords = <T>(work: () => T): T => {
  try {
    return work()
  } catch (error) {
    throw asLantaiError(error)
  }
}

/** Says whether an error is the violation of a named or unique constraint that mentions `what`. */
export const violates = (error: unknown, what: string): boolean => isSqliteError(error) && error.code.startsWith('SQLITE_CONSTRAINT') && error.message.includes(what)
