import { describe, expect, it } from 'vitest'
import type { LantaiError } from '../../../domain/error.ts'
import { openConnection } from '../../../db/connection.ts'
import { deferIndexes } from '../../../db/deferred.ts'
import { registerFile } from '../../../db/folder.ts'
import { openRegister } from '../../../db/register.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { windowParts } from '../../../db/windows.ts'
import { clerk, delivered, newRegister, opened, proofread, received, record, registered, rowOf } from './helpers.ts'
import { accepted, appeared, applied, boxed, divorced, divorceFile, endedByDivorce, filed, ofMarriage, queried } from './matters.ts'

const many = 200
const settle = async (works: readonly Promise<unknown>[]): Promise<Readonly<Record<string, number>>> => {
  const ends: Record<string, number> = {}
  for (const result of await Promise.allSettled(works)) {
    const end = result.status === 'fulfilled' ? 'won' : (result.reason as LantaiError).code
    ends[end] = (ends[end] ?? 0) + 1
  }
  return ends
}
const all = Array.from({ length: many }, (_, index) => index + 1)

describe(`${many} clerks at once`, () => {
  it('on one certificate number: one wins, the others are told', async () => {
    const register = newRegister()
    await record(register, [received(), ...all.map((index) => opened(`case-${index}`))])
    const before = await register.head()
    const ends = await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(registered(`case-${index}`, index, { number: 'J990101-2026-000001' })))))
    expect(ends).toEqual({ won: 1, conflict: many - 1 })
    expect((await register.head()).seq).toBe(before.seq + 1)
    expect(rowOf(register.folder, 'SELECT count(*) AS blanks FROM blank')).toEqual({ blanks: 2 })
  })

  it('on one 印制号: one wins, the others are told', async () => {
    const register = newRegister()
    await record(register, [received(), ...all.map((index) => opened(`case-${index}`))])
    const ends = await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(registered(`case-${index}`, index, { serials: ['10000999', '10001000'] })))))
    expect(ends).toEqual({ won: 1, stock: many - 1 })
    expect(await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).toMatchObject({ issued: 2 })
    expect((await register.read.dayCounts('2026-05-20')).kinds).toMatchObject([{ count: 1 }])
  })

  it('on one case at the revision they saw: one wins, the others are told', async () => {
    const register = newRegister()
    await record(register, [received(), opened()])
    const ends = await settle(all.map((index) => register.transact(clerk(), async (tx) => {
      await tx.expectRevision('case-1', 1)
      await new Promise((resolve) => setTimeout(resolve, 0)) // the winner dawdles inside its transaction
      await tx.record({ kind: 'marriage.amended', subject: 'case-1', body: { changes: { remarkForm: `第${index}人` } } })
    })))
    expect(ends).toEqual({ won: 1, conflict: many - 1 })
    expect((await register.read.getMarriage('case-1')).revision).toBe(2)
  })

  it('each taking the next number: none is given twice and none is left out', async () => {
    const register = newRegister()
    await record(register, [received(), ...all.map((index) => opened(`case-${index}`))])
    const ends = await settle(all.map((index) => register.transact(clerk(), async (tx) => {
      const serial = (await tx.lastNumber('J', '990101', 2026)) + 1
      const [man = '', woman = ''] = await tx.nextBlanks('marriage', 2)
      await tx.record(registered(`case-${index}`, serial, { serials: [man, woman] }))
    })))
    expect(ends).toEqual({ won: many })
    expect(await register.read.lastNumber('J', '990101', 2026)).toBe(many)
    expect(rowOf(register.folder, 'SELECT count(DISTINCT number) AS numbers, min(number) AS first FROM marriage_case')).toEqual({ numbers: many, first: 'J990101-2026-000001' })
  })

  it('on one number or one booklet of a divorce: one wins, the others are told', async () => {
    const register = newRegister()
    const persons = (index: number): Parameters<typeof divorceFile> => [{}, { identityNumber: `M${index}` }, { identityNumber: `W${index}` }]
    await register.bulk([received('50000001', '50001000', 'divorce'), ...all.flatMap((index) => [applied(`d${index}`, divorceFile(...persons(index))), accepted(`d${index}`, index), appeared(`d${index}`)])].map((action) => [clerk(), action] as const))
    expect(await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(divorced(`d${index}`, index, { number: 'L990101-2026-000001' })))))).toEqual({ won: 1, conflict: many - 1 })
    expect(await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(divorced(`d${index}`, index + 1000, { serials: ['50000999', '50001000'] })))))).toEqual({ won: 1, stock: many - 2, wrong_state: 1 })
    expect(await register.read.stockMonth('divorce', '2026-01-01', '2026-12-31')).toMatchObject({ issued: 4 })
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('on one box, one run of files and one query number: one wins, the others are told', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered(), proofread(), delivered(), filed('marriage', 'case-1', 1)])
    expect(await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(boxed(`b${index}`, { box: index })))))).toEqual({ won: 1, conflict: many - 1 })
    expect(await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(queried(`a${index}`, 1)))))).toEqual({ won: 1, conflict: many - 1 })
    expect(await register.read.boxes({})).toHaveLength(1)
  })

  it('accepting the same couple: one application is accepted, the others are told of it', async () => {
    const register = newRegister()
    await record(register, all.map((index) => applied(`d${index}`)))
    expect(await settle(all.map((index) => register.transact(clerk(), (tx) => tx.record(accepted(`d${index}`, index)))))).toEqual({ won: 1, conflict: many - 1 })
    expect(await register.read.countDivorces({ state: ['accepted'] })).toBe(1)
  })

  it('divorcing one marriage: it ends once', async () => {
    const register = newRegister()
    await record(register, [received(), received('50000001', '50000100', 'divorce'), opened(), registered(), ...[1, 2].flatMap((index) => [applied(`d${index}`, divorceFile({ marriage: ofMarriage('case-1') }, { identityNumber: `M${index}` }, { identityNumber: `W${index}` })), accepted(`d${index}`, index), appeared(`d${index}`)])])
    expect(await settle([1, 2].map((index) => register.transact(clerk(), async (tx) => {
      await tx.record(divorced(`d${index}`, index))
      await tx.record(endedByDivorce('case-1', `d${index}`, `L990101-2026-00000${index}`))
    })))).toEqual({ won: 1, wrong_state: 1 })
    expect(await register.read.countDivorces({ state: ['registered'] })).toBe(1)
  })

  it('a transaction that has ended takes nothing more', async () => {
    const register = newRegister()
    let kept: Parameters<Parameters<typeof register.transact>[1]>[0] | undefined
    await register.transact(clerk(), (tx) => {
      kept = tx
    })
    await expect(kept?.record(opened())).rejects.toThrow('ended')
    expect((await register.head()).seq).toBe(0)
  })

  it('closing waits for those under way', async () => {
    const register = newRegister()
    const last = register.transact(clerk(), async (tx) => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      await tx.record(opened())
    })
    await register.close()
    await last
    expect(rowOf(register.folder, 'SELECT count(*) AS entries FROM journal')).toEqual({ entries: 1 })
    await expect(register.transact(clerk(), () => 1)).rejects.toThrow('closed')
  })
})

describe('the bulk path', () => {
  const long = (count: number): readonly (readonly [ReturnType<typeof clerk>, ReturnType<typeof opened>])[] => Array.from({ length: count }, (_, index) => [clerk(), opened(`case-${index}`)] as const)
  const indexes = (folder: string): number => Number(rowOf(folder, "SELECT count(*) AS indexes FROM sqlite_schema WHERE type = 'index'")?.['indexes'])

  it('records what others record, in the same chain, and lets them in between', async () => {
    const register = newRegister()
    let between: Promise<void> | undefined
    const done = await register.bulk(long(50), { perTransaction: 10, onProgress: () => {
      between ??= record(register, [received()])
    } })
    await between
    expect(done).toBe(50)
    expect((await register.head()).seq).toBe(51)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('takes a stream, keeps whole transactions when it is cancelled or fails, and says which', async () => {
    const register = newRegister()
    const stop = new AbortController()
    async function* stream(): AsyncGenerator<readonly [ReturnType<typeof clerk>, ReturnType<typeof opened>]> {
      for (const pair of long(100)) yield await Promise.resolve(pair)
    }
    await expect(register.bulk(stream(), { perTransaction: 10, signal: stop.signal, onProgress: (done) => { if (done === 30) stop.abort() } })).rejects.toMatchObject({ code: 'cancelled' })
    expect((await register.head()).seq).toBe(30)
    await expect(register.bulk([[clerk(), opened('new-1')], [clerk(), opened('case-1')]] as const)).rejects.toMatchObject({ code: 'conflict' })
    expect((await register.head()).seq).toBe(30)
  })

  it('counts a transaction that fails not at all, and one that lands once', async () => {
    const register = newRegister()
    await record(register, [received()])
    const acts = (first: number, count: number) => Array.from({ length: count }, (_, index) => first + index).flatMap((index) => [opened(`case-${index}`), registered(`case-${index}`, index)])
    const counts = async () => [(await register.read.dayCounts('2026-05-20')).kinds.map(({ count }) => count), (await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).issued]
    await register.bulk(acts(1, 6).map((action) => [clerk(), action] as const), { perTransaction: 4 })
    expect(await counts()).toEqual([[6], 12])
    await expect(register.bulk([...acts(7, 2), opened('case-1')].map((action) => [clerk(), action] as const))).rejects.toMatchObject({ code: 'conflict' })
    expect(await counts()).toEqual([[6], 12])
    await record(register, acts(7, 1))
    expect(await counts()).toEqual([[7], 14])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('alone: puts the search indexes down and makes them again, also after an error', async () => {
    const register = newRegister()
    const before = indexes(register.folder)
    let during = before
    await register.bulk(long(30), { alone: true, perTransaction: 10, onProgress: () => { during = indexes(register.folder) } })
    expect(during).toBeLessThan(before)
    expect(indexes(register.folder)).toBe(before)
    expect(await register.read.search('张三丰', 50)).toHaveLength(30)
    await expect(register.bulk(long(1), { alone: true })).rejects.toMatchObject({ code: 'conflict' })
    expect(indexes(register.folder)).toBe(before)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('alone, and killed in the middle: the next start makes the indexes again', async () => {
    const register = newRegister()
    const before = indexes(register.folder)
    await register.bulk(long(30))
    await register.close()
    const db = openConnection(registerFile(register.folder))
    deferIndexes(db, windowParts)
    db.close()
    expect(indexes(register.folder)).toBeLessThan(before)
    const again = openRegister({ folder: register.folder, cacheKiB: 4096 })
    expect(await again.read.search('张三丰', 50)).toHaveLength(30)
    await again.close()
    expect(indexes(register.folder)).toBe(before)
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})
