import { describe, expect, it } from 'vitest'
import type { LantaiError } from '../../../domain/error.ts'
import { clerk, newRegister, opened, received, record, registered, rowOf } from './helpers.ts'

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
