import Database from 'better-sqlite3'
import { readFileSync, realpathSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import { asLantaiError, inUse } from './errors.ts'

/** Numbers by which Linux names file systems that lie on another machine: NFS, SMB, SMB2, CIFS, NCP, AFS, CODA, Ceph. SQLite's locks do not hold there. */
const networkTypes = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x564c, 0x5346414f, 0x73757245, 0x00c36400])
const networkNames = /^(?:nfs|nfs4|cifs|smb|smb2|smb3|smbfs|afs|ncpfs|ceph|glusterfs|9p|fuse\.(?:sshfs|rclone|s3fs|davfs|glusterfs|ceph|gvfsd-fuse|smbnetfs))$/

/** Says whether a file system of this kind lies on another machine. */
export const isNetworkFileSystem = (type: number, name = ''): boolean => networkTypes.has(type >>> 0) || networkNames.test(name)

/** The file system a path lies on, from the text of /proc/mounts. */
export const mountOf = (mounts: string, path: string): string => {
  let best = { point: '', name: '' }
  for (const line of mounts.split('\n')) {
    const [, raw = '', name = ''] = line.split(' ')
    const point = raw.replace(/\\040/g, ' ')
    const holds = point !== '' && (path === point || path.startsWith(point === '/' ? '/' : `${point}/`))
    if (holds && point.length >= best.point.length) best = { point, name }
  }
  return best.name
}

const onNetwork = (folder: string): boolean => {
  if (process.platform === 'win32') return /^[\\/]{2}[^?.]/.test(folder)
  if (process.platform !== 'linux') return false
  try {
    return isNetworkFileSystem(statfsSync(folder).type, mountOf(readFileSync('/proc/mounts', 'utf8'), realpathSync(folder)))
  } catch {
    return false // no /proc here: nothing to go by
  }
}

/** Refuses a folder on another machine, where SQLite's locks and syncs cannot be trusted; throws `storage`. */
export const refuseNetworkFolder = (folder: string): void => {
  if (onNetwork(folder)) throw new LantaiError('storage', text('数据文件夹在网络盘上，登记簿可能损坏。请改用本机磁盘', 'The data folder lies on a network drive, where the register could be damaged; use a disk of this machine'), undefined, folder)
}

export interface FolderLock { release(): void }

/** Holds a data folder for this process with a lock of the operating system, which falls with the process however it ends; throws `in_use`. */
export const lockFolder = (folder: string): FolderLock => {
  let lock: Database.Database | undefined
  try {
    lock = new Database(join(folder, 'lantai.lock'), { timeout: 0 })
    lock.pragma('journal_mode = DELETE')
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    const held = lock
    return { release: () => held.close() }
  } catch (error) {
    lock?.close()
    if (error instanceof Database.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code)) throw inUse(folder)
    throw asLantaiError(error)
  }
}
