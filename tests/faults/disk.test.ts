import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Register } from '../../db/contract.ts'
import { registerFile } from '../../db/folder.ts'
import { openRegister } from '../../db/register.ts'
import { verifyFolder } from '../../db/verify-folder.ts'
import type { LantaiError } from '../../domain/error.ts'
import { caseActions, clerk, stockAction } from './cases.ts'

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-disk-'))
  onTestFinished(() => {
    chmodSync(folder, 0o700)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

const save = (register: Register, number: number): Promise<void> =>
  register.transact(clerk, async (tx) => {
    for (const action of caseActions(number)) await tx.record(action)
  })

/** Saves cases until one is refused; returns how many were saved and why the next was not. */
const saveUntilRefused = async (register: Register, most: number): Promise<{ readonly saved: number; readonly error: LantaiError | undefined }> => {
  for (let number = 1; number <= most; number += 1) {
    try {
      await save(register, number)
    } catch (error) {
      return { saved: number - 1, error: error as LantaiError }
    }
  }
  return { saved: most, error: undefined }
}

const codeOf = (work: () => unknown): string => {
  try {
    work()
    return 'no error'
  } catch (error) {
    return (error as LantaiError).code
  }
}

/** Mounts a small disk, where this machine lets us. */
const smallDisk = (mebibytes: number): string | undefined => {
  const folder = newFolder()
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  onTestFinished(() => void execFileSync('umount', ['-l', folder], { stdio: 'ignore' }))
  return folder
}

describe('a full disk', () => {
  it('by a quota: the case is refused in words and not half there, what was saved is sound, and room makes it work again', async () => {
    const folder = newFolder()
    const register = openRegister({ folder, cacheKiB: 2048, maxMiB: 2 })
    await register.transact(clerk, (tx) => tx.record(stockAction))
    const { saved, error } = await saveUntilRefused(register, 2000)
    expect(saved).toBeGreaterThan(20)
    expect(error).toMatchObject({ code: 'storage' })
    expect(error?.text.zh).toContain('磁盘已满')
    expect(await register.read.countMarriages({})).toBe(saved)
    expect((await register.head()).seq).toBe(1 + saved * caseActions(1).length)
    await expect(register.bulk(caseActions(saved + 1).map((action) => [clerk, action] as const))).rejects.toMatchObject({ code: 'storage' })
    await register.close()
    expect(verifyFolder(folder).faults).toEqual([])
    const again = openRegister({ folder, cacheKiB: 2048 })
    await save(again, saved + 1)
    expect(await again.read.countMarriages({})).toBe(saved + 1)
    await again.close()
  })

  it('by a disk of 4 MiB, where mounting is allowed: the same, for cases, scans and drafts', async ({ skip }) => {
    const folder = smallDisk(4)
    if (folder === undefined) {
      skip('this machine does not let the test mount a disk')
      return
    }
    const register = openRegister({ folder, cacheKiB: 2048 })
    await register.transact(clerk, (tx) => tx.record(stockAction))
    const { saved, error } = await saveUntilRefused(register, 5000)
    expect(saved).toBeGreaterThan(20)
    expect(error).toMatchObject({ code: 'storage' })
    expect(await register.read.countMarriages({})).toBe(saved)
    await expect(register.files.put(Buffer.alloc(3_000_000, 1))).rejects.toMatchObject({ code: 'storage' })
    expect(existsSync(join(folder, 'files')) ? readdirSync(join(folder, 'files'), { recursive: true }).filter((name) => String(name).endsWith('.part')) : []).toEqual([])
    await expect(register.transact(clerk, (tx) => tx.saveDraft({ id: 'd', window: 'marriage', caseId: undefined, title: '', content: JSON.stringify('x'.repeat(3_000_000)), account: 'a', counter: '1', savedAt: clerk.at }))).rejects.toMatchObject({ code: 'storage' })
    expect(await register.read.countMarriages({})).toBe(saved)
    await register.close()
    execFileSync('mount', ['-o', 'remount,size=64m', folder])
    expect(verifyFolder(folder).faults).toEqual([])
    const again = openRegister({ folder, cacheKiB: 2048 })
    await save(again, saved + 1)
    await again.close()
  })
})

/** Does something as a user whom the rights of files bind (root is not). */
const asNobody = <T>(work: () => T): T => {
  if (process.getuid?.() !== 0 || process.seteuid === undefined) return work()
  process.seteuid(65534)
  try {
    return work()
  } finally {
    process.seteuid(0)
  }
}

describe.skipIf(process.platform === 'win32')('a folder that cannot be written', () => {
  it('is refused in words, with the register untouched', async () => {
    const folder = newFolder()
    const register = openRegister({ folder, cacheKiB: 2048 })
    await register.transact(clerk, (tx) => tx.record(stockAction))
    await register.close()
    const before = readFileSync(registerFile(folder))
    const names = readdirSync(folder)
    for (const name of names) chmodSync(join(folder, name), 0o444)
    chmodSync(folder, 0o555)
    expect(asNobody(() => codeOf(() => openRegister({ folder, cacheKiB: 2048 })))).toBe('storage')
    expect(readFileSync(registerFile(folder)).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(names)
  })

  it('and so is one that cannot be made', () => {
    const folder = newFolder()
    chmodSync(folder, 0o555)
    expect(asNobody(() => codeOf(() => openRegister({ folder: join(folder, 'data'), cacheKiB: 2048 })))).toBe('storage')
    expect(asNobody(() => codeOf(() => openRegister({ folder, cacheKiB: 2048 })))).toBe('storage')
  })

  it('on a disk mounted read-only, where mounting is allowed: the register can still be verified', async ({ skip }) => {
    const folder = smallDisk(16)
    if (folder === undefined) {
      skip('this machine does not let the test mount a disk')
      return
    }
    const register = openRegister({ folder, cacheKiB: 2048 })
    await register.transact(clerk, (tx) => tx.record(stockAction))
    await register.close()
    execFileSync('mount', ['-o', 'remount,ro', folder])
    expect(codeOf(() => openRegister({ folder, cacheKiB: 2048 }))).toBe('storage')
    expect(verifyFolder(folder)).toMatchObject({ sound: true, entries: 1 })
  })

  it('a path that is a file is refused', () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'x'))
    writeFileSync(join(folder, 'x', 'file'), '')
    expect(codeOf(() => openRegister({ folder: join(folder, 'x', 'file'), cacheKiB: 2048 }))).toBe('storage')
    expect(codeOf(() => openRegister({ folder: join(folder, 'x', 'file', 'data'), cacheKiB: 2048 }))).toBe('storage')
  })
})
