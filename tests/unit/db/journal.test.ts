import { describe, expect, it } from 'vitest'
import type { JournalRow } from '../../../db/journal.ts'
import { hashOf, origin } from '../../../db/journal.ts'
import { byTwo, clerk, couple, newRegister, opened, outside, received, record, registered, rowsOf } from './helpers.ts'

const rows = (folder: string): readonly JournalRow[] => rowsOf(folder, 'SELECT * FROM journal ORDER BY seq') as unknown as readonly JournalRow[]

describe('the journal', () => {
  it('chains every entry to the one before, with its algorithm named', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered()])
    const found = rows(register.folder)
    expect(found.map((row) => row.seq)).toEqual([1, 2, 3])
    expect(found[0]?.previous).toBe(origin)
    expect(found[1]?.previous).toBe(found[0]?.hash)
    expect(found[2]?.previous).toBe(found[1]?.hash)
    for (const row of found) {
      expect(row.algorithm).toBe('sha256/lantai-journal-1')
      expect(row.hash).toBe(hashOf(row))
    }
    expect(await register.head()).toEqual({ seq: 3, hash: found[2]?.hash, at: clerk().at })
  })

  it('hashes every column: a change in any of them gives another hash', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered()])
    await record(register, [{ kind: 'marriage.voided', subject: 'case-1', body: { day: '2026-05-21', recovered: false }, ...byTwo }])
    const row = rows(register.folder).at(-1)
    if (row === undefined) throw new Error('no row')
    const columns = Object.keys(row).filter((column) => column !== 'hash') as (keyof Omit<JournalRow, 'hash'>)[]
    expect(columns).toHaveLength(11)
    for (const column of columns) expect(hashOf({ ...row, [column]: column === 'seq' ? row.seq + 1 : `${row[column]}x` }), column).not.toBe(row.hash)
    // What moves from the end of one column to the start of the next is another row too.
    expect(hashOf({ ...row, actor: `${row.actor}1`, counter: row.counter.slice(1) })).not.toBe(row.hash)
  })

  it('refuses UPDATE and DELETE', async () => {
    const register = newRegister()
    await record(register, [received()])
    outside(register.folder, (db) => {
      expect(() => db.exec("UPDATE journal SET reason = 'x'")).toThrow(/append-only/)
      expect(() => db.exec('DELETE FROM journal')).toThrow(/append-only/)
    }, {})
    expect(rows(register.folder)).toHaveLength(1)
  })

  it('keeps the pinyin with the record when the clerk gave none, and leaves a corrected one alone', async () => {
    const register = newRegister()
    const file = couple({ name: '单雄信', pinyin: undefined }, { name: '查良镛', pinyin: 'zha liang yong' })
    await record(register, [opened('case-1', file)])
    const [entry] = await register.read.entriesOf('case-1')
    const body = entry?.action.body as { file: { parties: { pinyin?: string }[] } }
    expect(body.file.parties.map((party) => party.pinyin)).toEqual(['shan xiong xin', 'zha liang yong'])
  })

  it('lists entries newest first, filtered and by pages', async () => {
    const register = newRegister()
    await record(register, [received()])
    await record(register, [opened('case-1')], clerk('2026-05-21T08:30:00.000+08:00', 'clerk-2'))
    await record(register, [opened('case-2', couple({ identityNumber: '990101199001010010' }))], clerk('2026-05-22T08:30:00.000+08:00'))
    const seqs = async (filter: Parameters<typeof register.read.entries>[0]): Promise<readonly number[]> => (await register.read.entries(filter)).rows.map((row) => row.seq)
    expect(await seqs({})).toEqual([3, 2, 1])
    expect(await seqs({ actor: 'clerk-2' })).toEqual([2])
    expect(await seqs({ from: '2026-05-21', to: '2026-05-21' })).toEqual([2])
    expect(await seqs({ kind: 'marriage.opened' })).toEqual([3, 2])
    expect(await seqs({ kind: 'marriage.' })).toEqual([3, 2])
    expect(await seqs({ subject: 'case-2' })).toEqual([3])
    expect(await seqs({ from: '2026-05-21' })).toEqual([3, 2])
    expect(await seqs({ to: '2026-05-21', kind: 'marriage.opened' })).toEqual([2])
    const page = await register.read.entries({ limit: 2 })
    expect(page.next).toBe('2')
    expect(await seqs({ before: Number(page.next) })).toEqual([1])
  })

  it('pages through days in order of time, also when an older history was brought in later', async () => {
    const register = newRegister()
    const at = (day: number): string => `2026-05-${String(day).padStart(2, '0')}T09:00:00.000+08:00`
    for (const [index, day] of [20, 20, 21, 3, 3, 4, 22].entries()) await record(register, [opened(`case-${index}`)], clerk(at(day)))
    const found: number[] = []
    let before: number | undefined
    do {
      const page = await register.read.entries({ from: '2026-05-01', to: '2026-05-21', limit: 2, ...(before === undefined ? {} : { before }) })
      found.push(...page.rows.map((row) => row.seq))
      before = page.next === undefined ? undefined : Number(page.next)
    } while (before !== undefined)
    expect(found).toEqual([3, 2, 1, 6, 5, 4])
  })
})
