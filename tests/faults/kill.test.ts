import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, describe, expect, it } from 'vitest'
import { openRegister } from '../../db/register.ts'
import { verifyFolder } from '../../db/verify-folder.ts'
import { caseId, divorceId, endedCaseActions } from './cases.ts'

const rounds = 54
const folder = mkdtempSync(join(tmpdir(), 'lantai-kill-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const started = (first: number, way: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, String(first), way], { stdio: ['ignore', 'pipe', 'inherit'] })

/** Lets a desk write and kills it at a random moment after it opened the register, or after it first said that a case is saved; returns the last case it said was saved. */
const killedWhileWriting = (first: number, way: string, from: 'opened' | 'saved', afterMs: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = started(first, way)
    let last = first - 1
    let killed = false
    if (child.stdout === null) throw new Error('no output')
    createInterface({ input: child.stdout }).on('line', (line) => {
      const saved = /^saved (\d+)$/.exec(line)
      if (from === 'opened' ? line === 'ready' : saved !== null && last < first) setTimeout(() => {
        killed = true
        child.kill('SIGKILL')
      }, afterMs)
      if (saved !== null) last = Number(saved[1])
    })
    child.on('error', reject)
    child.on('close', (_, signal) => (killed && signal === 'SIGKILL' ? resolve(last) : reject(new Error(`the writer ended by itself: ${String(signal)}`))))
  })

describe('kill -9', () => {
  it(`${rounds} times at random: every acknowledged case is there, none is half, the folder opens at once`, async () => {
    let acknowledged = 0
    let kept = 0
    for (let round = 0; round < rounds; round += 1) {
      const last = await killedWhileWriting(kept + 1, round % 6 === 5 ? 'bulk' : 'one', round % 3 === 0 ? 'opened' : 'saved', Math.floor(Math.random() * 40))
      acknowledged += last - kept
      const register = openRegister({ folder, cacheKiB: 8192 }) // the lock of the dead must not stand in the way
      const found = await register.read.countMarriages({})
      const handedOver = await register.read.countMarriages({ state: ['delivered'] })
      expect(found, `round ${round}`).toBeGreaterThanOrEqual(last)
      expect(handedOver, `round ${round}: a case is half written`).toBe(found)
      expect(await register.read.countDivorces({ state: ['registered'] }), `round ${round}: a divorce is half written`).toBe(found)
      expect(await register.read.countMarriages({ ending: 'divorced' }), `round ${round}: a marriage and its divorce do not agree`).toBe(found)
      if (found > 0) expect(await Promise.all([caseId(found), divorceId(found)].map(async (id) => (await register.read.entriesOf(id)).length))).toEqual([5, 4])
      expect((await register.head()).seq).toBe(2 + found * endedCaseActions(1).length)
      await register.close()
      kept = found
    }
    expect(acknowledged).toBeGreaterThanOrEqual((rounds / 3) * 2)
    const report = verifyFolder(folder)
    expect(report.faults).toEqual([])
    expect(report.entries).toBe(2 + kept * endedCaseActions(1).length)
  }, 300_000)

  it('two processes: the second is told, until the first is gone', async () => {
    const child = started(1_000_000, 'bulk')
    await new Promise<void>((resolve) => child.stdout?.once('data', () => resolve()))
    expect(() => openRegister({ folder, cacheKiB: 8192 })).toThrowError(expect.objectContaining({ code: 'in_use' }) as Error)
    const gone = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGKILL')
    await gone
    await openRegister({ folder, cacheKiB: 8192 }).close()
  }, 60_000)
})
