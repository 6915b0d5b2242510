import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openRegister } from '../../../db/register.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { windowParts } from '../../../db/windows.ts'
import type { Action } from '../../../domain/action.ts'
import { umbrellaPart } from '../../fixtures/sample-window/db.ts'
import { clerk, couple, newRegister, opened, outside, record, rowOf } from './helpers.ts'
import { fullHistory } from './history.ts'

const found = (id: string, colour: string, ribs = 8): Action => ({ kind: 'umbrella.found', subject: id, body: { umbrella: { colour, ribs, foundOn: '2026-05-20', place: '大厅' } } })
const parts = [...windowParts, umbrellaPart]

describe('a window the register has never heard of', () => {
  it('is journalled, applied, searched, counted and verified by being in the list', async () => {
    const register = newRegister({ parts })
    await record(register, [...fullHistory, found('u1', '红'), found('u2', '蓝'), { kind: 'umbrella.claimed', subject: 'u1', body: { day: '2026-05-21', number: 'U-1', claimant: '王五' } }])
    expect(rowOf(register.folder, "SELECT * FROM umbrella WHERE id = 'u1'")).toEqual({ id: 'u1', colour: '红', ribs: 8, found_on: '2026-05-20', state: 'claimed', number: 'U-1' })
    expect(await register.read.search('红', 5)).toMatchObject([{ window: 'umbrella', caseId: 'u1' }])
    expect((await register.read.dayCounts('2026-05-20')).kinds).toContainEqual({ window: 'umbrella', kind: 'found', unit: '件', count: 2 })
    const report = verifyFolder(register.folder, { parts })
    expect(report.faults).toEqual([])
    expect(report.tables).toContainEqual({ table: 'umbrella', rows: 2 })
    outside(register.folder, (db) => db.exec("UPDATE umbrella SET colour = '绿' WHERE id = 'u2'"), {})
    expect(verifyFolder(register.folder, { parts }).faults).toEqual([{ where: 'umbrella u2', what: 'different: colour' }])
  })

  it('is refused what its own table forbids, with nothing written', async () => {
    const register = newRegister({ parts })
    await expect(record(register, [found('u1', '红', 5)])).rejects.toMatchObject({ code: 'conflict' })
    await expect(record(register, [{ kind: 'umbrella.found', subject: 'u1', body: {} }])).rejects.toMatchObject({ code: 'invalid' })
    expect((await register.head()).seq).toBe(0)
  })

  it('can come to a register that has been in use, and a program without it refuses that register', async () => {
    const before = newRegister()
    await record(before, fullHistory)
    await before.close()
    const after = openRegister({ folder: before.folder, cacheKiB: 4096, parts })
    await record(after, [found('u1', '红'), opened('case-9', couple())])
    await after.close()
    expect(() => openRegister({ folder: before.folder, cacheKiB: 4096 })).toThrowError(expect.objectContaining({ code: 'newer_register' }) as Error)
  })

  it('cannot claim a kind of action that another window has', () => {
    const thief = { ...umbrellaPart, bodies: { 'marriage.opened': umbrellaPart.bodies['umbrella.found'] } } as typeof umbrellaPart
    expect(() => newRegister({ parts: [...windowParts, thief] })).toThrow('two windows claim marriage.opened')
  })
})

describe('the frame of the register', () => {
  it('names no window: only the list of windows, the contract’s reads and the window’s own folder do', () => {
    const folder = join(import.meta.dirname, '../../../db')
    const frame = readdirSync(folder).filter((name) => name.endsWith('.ts') && !['windows.ts', 'contract.ts', 'reads.ts', 'schema.ts', 'stock.ts'].includes(name))
    const wired = frame.filter((name) => /marriage|divorce|burial/i.test(readFileSync(join(folder, name), 'utf8')))
    expect(wired).toEqual([])
  })

  it('keeps the time of each entry', async () => {
    const register = newRegister({ parts })
    await record(register, [found('u1', '红')], clerk('2026-05-20T23:59:59.999+08:00'))
    expect(await register.head()).toMatchObject({ at: '2026-05-20T23:59:59.999+08:00' })
  })
})
