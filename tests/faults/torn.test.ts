import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markFile, registerFile } from '../../db/folder.ts'
import { openRegister } from '../../db/register.ts'
import { verifyFolder } from '../../db/verify-folder.ts'
import { caseActions, clerk, stockAction } from './cases.ts'

// Few enough that the WAL is not folded in on the way, which would leave old pages at its end.
const cases = 24
const taken = mkdtempSync(join(tmpdir(), 'lantai-torn-'))
const folder = mkdtempSync(join(tmpdir(), 'lantai-torn-'))
const wal = (path: string): string => `${registerFile(path)}-wal`

// What a disk holds when the power goes: the file and a WAL that was never folded in.
beforeAll(async () => {
  const live = mkdtempSync(join(tmpdir(), 'lantai-torn-'))
  const register = openRegister({ folder: live, cacheKiB: 2048 })
  await register.transact(clerk, (tx) => tx.record(stockAction))
  for (let number = 1; number <= cases; number += 1) {
    await register.transact(clerk, async (tx) => {
      for (const action of caseActions(number)) await tx.record(action)
    })
  }
  // By another process: a copy made in this one would drop SQLite's own locks.
  execFileSync('cp', [registerFile(live), wal(live), markFile(live), taken])
  await register.close()
  rmSync(live, { recursive: true, force: true })
})
afterAll(() => {
  for (const path of [taken, folder]) rmSync(path, { recursive: true, force: true })
})

const prepare = (): void => {
  for (const end of ['', '-wal', '-shm']) rmSync(registerFile(folder) + end, { force: true })
  copyFileSync(registerFile(taken), registerFile(folder))
  copyFileSync(wal(taken), wal(folder))
  copyFileSync(markFile(taken), markFile(folder))
}

/** Opens what is left, and returns how many whole cases there are; anything half fails. */
const wholeCases = async (): Promise<number> => {
  const register = openRegister({ folder, cacheKiB: 2048 })
  const found = await register.read.countMarriages({})
  expect(await register.read.countMarriages({ state: ['delivered'] })).toBe(found)
  expect((await register.head()).seq).toBe(found === 0 ? (await register.head()).seq : 1 + found * caseActions(1).length)
  await register.close()
  return found
}

describe('a WAL torn by a power cut', () => {
  it('has grown, so that there is something to tear', async () => {
    expect(statSync(wal(taken)).size).toBeGreaterThan(200_000)
    prepare()
    expect(await wholeCases()).toBe(cases)
  })

  it('cut at 60 random lengths gives whole cases only, never more than were saved', async () => {
    const size = statSync(wal(taken)).size
    const counts = new Set<number>()
    for (let index = 0; index < 60; index += 1) {
      prepare()
      truncateSync(wal(folder), index === 0 ? 0 : Math.floor(Math.random() * size))
      const found = await wholeCases()
      counts.add(found)
      expect(found).toBeLessThanOrEqual(cases)
      if (index % 10 === 0) expect(verifyFolder(folder).faults).toEqual([])
    }
    expect(counts.size).toBeGreaterThan(5)
  }, 120_000)

  it('with its last page torn in the middle loses the last case at most', async () => {
    const bytes = readFileSync(wal(taken))
    for (const kept of [1, 24, 100, 2048, 4119]) {
      prepare()
      const torn = Buffer.from(bytes)
      torn.fill(0, torn.length - 4120 + kept)
      writeFileSync(wal(folder), torn)
      expect(await wholeCases()).toBe(cases - 1)
      expect(verifyFolder(folder).faults).toEqual([])
    }
  })
})
