import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backUpRegister, listBackups, restoreBackup } from '../../../db/backup.ts'
import { backupFolder, registerFile } from '../../../db/folder.ts'
import { openRegister } from '../../../db/register.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { clerk, couple, newFolder, newRegister, opened, outside, record, rowOf } from './helpers.ts'
import { fullHistory } from './history.ts'

const at = (minute: number): string => `2026-05-20T09:${String(minute).padStart(2, '0')}:00.000+08:00`

describe('a backup', () => {
  it('is a whole register with the head it was taken at, while the desk goes on', async () => {
    const register = newRegister()
    await record(register, fullHistory)
    const head = await register.head()
    const told: number[] = []
    const backup = await backUpRegister(register.folder, { at: at(1), onProgress: ({ done }) => told.push(done) })
    await record(register, [opened('later')])
    expect(backup).toMatchObject({ madeAt: at(1), head })
    expect(told.length).toBeGreaterThan(0)
    expect(readdirSync(backup.path).sort()).toEqual(['backup.json', 'register.sqlite'])
    expect(verifyFolder(backup.path).faults).toEqual([])
    expect(listBackups(backupFolder(register.folder))).toEqual([backup])
  })

  it('keeps three generations, the newest', async () => {
    const register = newRegister()
    for (const minute of [1, 2, 3, 4, 5]) {
      await record(register, [opened(`case-${minute}`)])
      await backUpRegister(register.folder, { at: at(minute) })
    }
    expect(listBackups(backupFolder(register.folder)).map((backup) => [backup.madeAt, backup.head.seq])).toEqual([[at(5), 5], [at(4), 4], [at(3), 3]])
  })

  it('of a damaged register is refused and takes no good one away', async () => {
    const register = newRegister()
    await record(register, fullHistory)
    await backUpRegister(register.folder, { at: at(1), generations: 1 })
    outside(register.folder, (db) => db.exec("DROP TRIGGER journal_refuses_update; UPDATE journal SET reason = 'x' WHERE seq = 3"), {})
    await expect(backUpRegister(register.folder, { at: at(2), generations: 1 })).rejects.toMatchObject({ code: 'damaged' })
    expect(listBackups(backupFolder(register.folder)).map((backup) => backup.madeAt)).toEqual([at(1)])
    expect(readdirSync(backupFolder(register.folder))).toHaveLength(1)
  })

  it('onto another disk takes scans and photos along, once', async () => {
    const register = newRegister()
    const hash = await register.files.put(Buffer.from('a scan'))
    await record(register, [opened('case-1', couple({}, {}, { photo: { hash, width: 700, height: 460, joint: true, notComposed: true } }))])
    const to = newFolder()
    await backUpRegister(register.folder, { at: at(1), to })
    await backUpRegister(register.folder, { at: at(2), to })
    expect(readdirSync(to).sort()).toEqual(['files', 'lantai-2026-05-20T09-01-00-000', 'lantai-2026-05-20T09-02-00-000'])
    expect(readFileSync(join(to, 'files', hash.slice(0, 2), hash.slice(2)), 'utf8')).toBe('a scan')
    // The whole drill: an empty machine, the backup, and a register that verifies to the last scan.
    const folder = newFolder()
    expect(restoreBackup(listBackups(to)[0]?.path ?? '', folder, at(3))).toBeUndefined()
    expect(verifyFolder(folder).faults).toEqual([])
    await openRegister({ folder, cacheKiB: 4096 }).close()
  })

  it('that is cancelled leaves nothing', async () => {
    const register = newRegister()
    await register.bulk(Array.from({ length: 5000 }, (_, index) => [clerk(), opened(`case-${index}`)] as const))
    const stop = new AbortController()
    await expect(backUpRegister(register.folder, { at: at(1), signal: stop.signal, onProgress: () => stop.abort() })).rejects.toMatchObject({ code: 'cancelled' })
    expect(existsSync(backupFolder(register.folder)) ? readdirSync(backupFolder(register.folder)) : []).toEqual([])
  })
})

describe('restoring', () => {
  const prepared = async (): Promise<{ readonly folder: string; readonly path: string }> => {
    const register = newRegister()
    await record(register, fullHistory)
    const { path } = await backUpRegister(register.folder, { at: at(1) })
    await record(register, [opened('after-the-backup')])
    await register.close()
    return { folder: register.folder, path }
  }

  it('puts the backup in place and moves what stood there aside', async () => {
    const { folder, path } = await prepared()
    const aside = restoreBackup(path, folder, at(9)) ?? ''
    expect(rowOf(folder, 'SELECT count(*) AS entries FROM journal')).toEqual({ entries: fullHistory.length })
    expect(rowOf(aside, 'SELECT count(*) AS entries FROM journal')).toEqual({ entries: fullHistory.length + 1 })
    const again = openRegister({ folder, cacheKiB: 4096 })
    expect((await again.head()).seq).toBe(fullHistory.length)
    await again.close()
  })

  it.each([
    ['a flipped byte', (path: string) => {
      const bytes = readFileSync(registerFile(path))
      // In a row, not in the room that pages leave.
      const place = bytes.lastIndexOf('clerk-1')
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
      writeFileSync(registerFile(path), bytes)
    }],
    ['a file cut short', (path: string) => writeFileSync(registerFile(path), readFileSync(registerFile(path)).subarray(0, 8192))],
    ['a changed entry', (path: string) => outside(path, (db) => db.exec("DROP TRIGGER journal_refuses_update; UPDATE journal SET reason = 'x' WHERE seq = 3"), {})],
    ['another head', (path: string) => writeFileSync(join(path, 'backup.json'), readFileSync(join(path, 'backup.json'), 'utf8').replace(/"hash":"[0-9a-f]{4}/, '"hash":"0000'))],
    ['no note', (path: string) => rmSync(join(path, 'backup.json'))],
    ['an empty folder', (path: string) => {
      rmSync(path, { recursive: true })
      mkdirSync(path)
    }],
  ])('refuses a backup with %s and changes nothing', async (_, damage) => {
    const { folder, path } = await prepared()
    const before = readFileSync(registerFile(folder))
    damage(path)
    expect(() => restoreBackup(path, folder, at(9))).toThrowError(expect.objectContaining({ code: 'damaged' }) as Error)
    expect(readFileSync(registerFile(folder)).equals(before)).toBe(true)
    expect(readdirSync(folder).some((name) => name.startsWith('replaced'))).toBe(false)
  })

  it('is refused while a desk is running', async () => {
    const { folder, path } = await prepared()
    const running = openRegister({ folder, cacheKiB: 4096 })
    expect(() => restoreBackup(path, folder, at(9))).toThrowError(expect.objectContaining({ code: 'in_use' }) as Error)
    await running.close()
  })
})
