import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Action, Actor } from '../../../domain/action.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { registerFile } from '../../../db/folder.ts'
import { migrate } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations/index.ts'
import { openConnection } from '../../../db/connection.ts'
import { openRegister } from '../../../db/register.ts'
import { remakeRegister } from '../../../db/reports/remake.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { policyAdopted, reversed, settled, crematedCase } from './burial.ts'
import { clerk, corrected, couple, newFolder, newRegister, opened, outside, received, record, registered, rowsOf, voided } from './helpers.ts'
import { fullHistory } from './history.ts'
import { accepted, applied, asksReissue, courtVoided, made, reissued } from './matters.ts'
import { placeNameHistory } from './place-names.ts'
import { dayClosed, drawn, examined, figures, monthClosed, reportHistory, reportRemade, reportStored } from './reports.ts'

const refused = async (register: Register, action: Action, actor: Actor = clerk()): Promise<string> => {
  const before = await register.head()
  const error: unknown = await record(register, [action], actor).then(() => undefined, (thrown: unknown) => thrown)
  expect(await register.head()).toEqual(before)
  return error instanceof LantaiError ? `${error.code} ${error.field ?? ''}`.trim() : `nothing ${String(error)}`
}
const on = (day: string, time = '09:00:00'): Actor => clerk(`${day}T${time}.000+08:00`)
const late = async (register: Register, filter = {}) => (await register.read.reports.lateLines({ limit: 1000, ...filter })).rows
const sums = async (register: Register, filter = {}): Promise<Record<string, number>> => Object.fromEntries([...await register.read.reports.lateSums(filter)].map(([cell, { count }]) => [cell, count]))

describe('closing', () => {
  it('a day freezes its figures once, never before it has come', async () => {
    const register = newRegister()
    const counts = [{ window: 'marriage', kind: 'marriage', unit: '对', counter: '1', count: 1 }]
    await record(register, [received(), opened(), registered(), dayClosed('2026-05-19', { figures: figures(counts), note: '停电两小时' })])
    expect(await register.read.reports.findDayClose('2026-05-19')).toEqual({ day: '2026-05-19', seq: 4, at: clerk().at, actor: 'clerk-1', figures: figures(counts), head: { seq: 1, hash: 'a'.repeat(64) }, note: '停电两小时' })
    expect(await register.read.reports.findDayClose('2026-05-18')).toBeUndefined()
    expect(await register.read.reports.firstClosedDay()).toBe('2026-05-19')
    expect(await refused(register, dayClosed('2026-05-19'))).toBe('conflict day')
    expect(await refused(register, dayClosed('2026-05-21'))).toBe('conflict day')
    expect(await refused(register, dayClosed('2026-02-30'))).toBe('invalid day')
    await record(register, [dayClosed('2026-05-20')])
    expect((await register.read.reports.dayCloses({ from: '2026-05-01', to: '2026-05-31' })).map(({ day }) => day)).toEqual(['2026-05-19', '2026-05-20'])
  })

  it('a month is closed by two persons, once, when it is over', async () => {
    const register = newRegister()
    const { second: _second, ...alone } = monthClosed('2026-04', 'd'.repeat(64))
    expect(await refused(register, alone)).toBe('second_person second')
    expect(await refused(register, monthClosed('2026-05', 'd'.repeat(64)))).toBe('conflict month')
    await record(register, [monthClosed('2026-04', 'd'.repeat(64))])
    expect(await refused(register, monthClosed('2026-04', 'e'.repeat(64)))).toBe('conflict month')
    await record(register, [monthClosed('2026-05', 'e'.repeat(64))], on('2026-05-31', '18:00:00'))
    expect(await register.read.reports.monthCloses(2026)).toMatchObject([{ month: '2026-04', second: 'clerk-2', content: 'd'.repeat(64), unclosed: ['2026-04-03'] }, { month: '2026-05' }])
    expect(await register.read.reports.findMonthClose('2026-03')).toBeUndefined()
  })

  it('one that was taken back with its transaction makes nothing late', async () => {
    const register = newRegister()
    await record(register, [received(), opened()])
    await expect(register.transact(clerk(), async (tx) => {
      await tx.record(dayClosed('2026-05-20'))
      await tx.record(registered())
      throw new Error('lights out')
    })).rejects.toThrow('lights out')
    await record(register, [registered()])
    expect(await late(register)).toEqual([])
  })
})

describe('late lines', () => {
  it('there are none while everything is entered on its own open day', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered(), opened('case-2'), registered('case-2', 2), corrected('case-2', { changes: { parties: couple({ birth: '1960-01-01' }).parties } })])
    expect(await late(register)).toEqual([])
  })

  it('what is entered for a day past is one signed line, shown in both days, with every cell it counts in', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered('case-1', 1)])
    await record(register, [opened('case-2'), registered('case-2', 2), voided('case-1', '2026-05-22')], on('2026-05-22'))
    const rows = await late(register)
    expect(rows).toMatchObject([
      { day: '2026-05-20', enteredOn: '2026-05-22', window: 'marriage', kind: 'marriage', unit: '对', counter: '1', count: 1, fen: 0, action: 'marriage.registered', subject: 'case-2', caseId: 'case-2' },
      { day: '2026-05-20', enteredOn: '2026-05-22', window: 'marriage', kind: 'marriage', unit: '对', count: -1, action: 'marriage.voided', caseId: 'case-1' },
    ])
    // One more and one fewer alike: nothing is otherwise in sum.
    expect(await sums(register)).toEqual({})
    const [first] = rows
    const added = await sums(register, { upToSeq: first?.seq })
    expect(added).toMatchObject({ 'tally.marriage.marriage.对': 1, 'marriage.total': 1, 'marriage.day.2026-05-20': 1, 'marriage.office.990101': 1, 'marriage.residence.mainland': 1, 'marriage.education.university': 2 })
    const counted = await register.read.statistic(['marriage.'], { from: '2026-05-20', to: '2026-05-20' }, '2026-05-22')
    expect(added).toEqual({ ...Object.fromEntries(counted), 'tally.marriage.marriage.对': 1 })
    expect(await late(register, { day: { from: '2026-05-20', to: '2026-05-20' } })).toHaveLength(2)
    expect(await late(register, { entered: { from: '2026-05-22', to: '2026-05-22' } })).toHaveLength(2)
    expect(await late(register, { entered: { from: '2026-05-20', to: '2026-05-21' } })).toEqual([])
    expect(await late(register, { window: 'burial' })).toEqual([])
    expect(await register.read.reports.lateLines({ limit: 1 })).toMatchObject({ rows: [first], next: String(first?.key), total: 2 })
    expect((await register.read.reports.lateLines({ limit: 1, after: String(first?.key) })).next).toBeUndefined()
  })

  it('what comes on the day itself after its closing is late', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), opened('case-2'), registered(), dayClosed('2026-05-20'), registered('case-2', 2)])
    expect(await late(register)).toMatchObject([{ day: '2026-05-20', enteredOn: '2026-05-20', count: 1, caseId: 'case-2' }])
    // So in a long load, in whose transactions counts are written at the end.
    await register.bulk([opened('case-3'), registered('case-3', 3), dayClosed('2026-05-21'), opened('case-4'), registered('case-4', 4, { day: '2026-05-21' })].map((action) => [on('2026-05-21'), action] as const))
    expect((await late(register)).map(({ day, caseId }) => [day, caseId])).toEqual([['2026-05-20', 'case-2'], ['2026-05-20', 'case-3'], ['2026-05-21', 'case-4']])
  })

  it('a correction moves a couple between columns and kinds; what stays is in no line', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered()])
    await record(register, [corrected('case-1', { changes: { kind: 'remarriage', parties: couple({ education: '60' }).parties } })], on('2026-06-02'))
    expect(await late(register)).toMatchObject([{ day: '2026-05-20', kind: 'marriage', count: -1 }, { day: '2026-05-20', kind: 'remarriage', count: 1 }])
    expect(await sums(register)).toEqual({ 'tally.marriage.marriage.对': -1, 'tally.marriage.remarriage.对': 1, 'marriage.former': 2, 'marriage.education.university': -1, 'marriage.education.senior': 1 })
    await record(register, [corrected('case-1', { changes: { parties: couple({ education: '20' }).parties } })], on('2026-06-03'))
    expect((await late(register)).at(-1)).toMatchObject({ kind: 'statistics', unit: '', count: 0, caseId: 'case-1', action: 'marriage.corrected' })
    expect(await sums(register)).toEqual({ 'tally.marriage.marriage.对': -1, 'tally.marriage.remarriage.对': 1, 'marriage.former': 2 })
  })

  it('reissues, applications, ends of marriages and money have theirs', async () => {
    const register = newRegister()
    await record(register, [received(), received('50000001', '50000100', 'divorce'), asksReissue('r1'), opened(), registered(), applied('d1'), policyAdopted(), ...crematedCase('b1', 1), ...crematedCase('b2', 2)], on('2026-05-20'))
    await record(register, [reissued('r1'), accepted('d1', 1, '2026-05-20'), courtVoided('case-1')], on('2026-06-20'))
    expect(await sums(register, { day: { from: '2026-05-20', to: '2026-06-19' } })).toMatchObject({ 'tally.reissue.reissueMarriage.件': 1, 'reissue.total': 1, 'reissue.booklets': 2, 'reissue.place.elsewhere': 1, 'tally.divorce.divorceApplication.件': 1, 'application.accepted': 1, 'ending.void': 1 })
    await record(register, [made.voided('reissue', 'r1', '2026-06-21')].map((action) => ({ ...action, second: 'clerk-2', reason: '错发' })), on('2026-06-21'))
    expect((await sums(register))['reissue.total']).toBeUndefined()
    await record(register, [settled('b1', 1), settled('b2', 2, ['cremation'])], on('2026-08-20'))
    expect(await late(register, { window: 'burial', entered: { from: '2026-08-20', to: '2026-08-20' } })).toMatchObject([{ day: '2026-08-06', kind: 'settlement', unit: '件', count: 1, fen: 48_000, caseId: 'b1' }, { kind: 'settlement', count: 1, fen: 30_000, caseId: 'b2' }])
    await record(register, [reversed('b1', 1)], on('2026-08-20'))
    const burial = await register.read.reports.lateSums({ window: 'burial', entered: { from: '2026-08-20', to: '2026-08-20' } })
    expect(burial.get('tally.burial.settlement.件')).toEqual({ count: 1, fen: 30_000 })
    expect(burial.get('burial.waiver.total')).toEqual({ count: 1, fen: 30_000 })
  })
})

describe('stored reports and drawings', () => {
  it('are kept with what became of them', async () => {
    const register = newRegister()
    await record(register, [reportStored('rp1', 'd'.repeat(64)), reportStored('rp2', 'e'.repeat(64), { report: 'tally', rules: '', from: '2026-01-01', to: '2026-12-31' }), reportRemade('rp1', 'd'.repeat(64))])
    expect(await refused(register, reportStored('rp1', 'd'.repeat(64)))).toBe('conflict')
    expect(await refused(register, reportStored('rp3', 'd'.repeat(64), { from: '2026-05-01', to: '2026-04-01' }))).toBe('invalid to')
    expect(await refused(register, reportRemade('rp9', 'd'.repeat(64)))).toBe('not_found')
    expect(await register.read.reports.getStoredReport('rp1')).toMatchObject({ id: 'rp1', seq: 1, content: 'd'.repeat(64), passed: 1, windows: ['marriage'], remade: { at: clerk().at, actor: 'clerk-1', same: true, made: 'd'.repeat(64) } })
    await record(register, [reportRemade('rp1', 'd'.repeat(64), 'f'.repeat(64))], on('2026-05-21'))
    expect((await register.read.reports.getStoredReport('rp1')).remade).toMatchObject({ same: false, made: 'f'.repeat(64) })
    expect((await register.read.reports.storedReports({})).rows.map(({ id, remade }) => [id, remade === null])).toEqual([['rp2', true], ['rp1', false]])
    expect((await register.read.reports.storedReports({ report: 'compliance' })).rows.map(({ id }) => id)).toEqual(['rp1'])
    expect((await register.read.reports.storedReports({ from: '2026-04-01', to: '2026-04-30' })).rows.map(({ id }) => id)).toEqual(['rp1'])
    const { next } = await register.read.reports.storedReports({ limit: 1 })
    expect((await register.read.reports.storedReports({ limit: 1, after: next as string })).rows.map(({ id }) => id)).toEqual(['rp1'])
    await expect(register.read.reports.getStoredReport('rp9')).rejects.toMatchObject({ code: 'not_found' })
  })

  it('a drawing takes findings of drawn cases alone, the last of each', async () => {
    const register = newRegister()
    const cases = [{ window: 'marriage', caseId: 'case-1' }, { window: 'burial', caseId: 'b1' }]
    await record(register, [drawn('s1', cases), examined('s1'), examined('s1', { result: 'fail', rules: ['point3'], note: '签名缺' }), examined('s1', { window: 'burial', caseId: 'b1' })])
    expect(await refused(register, examined('s1', { window: 'burial' }))).toBe('invalid caseId')
    expect(await refused(register, examined('s2'))).toBe('not_found')
    expect(await refused(register, drawn('s1'))).toBe('conflict')
    expect(await register.read.reports.getDrawing('s1')).toMatchObject({ id: 's1', actor: 'clerk-1', body: { cases, seed: '20260520' }, examined: [{ caseId: 'case-1', result: 'fail', rules: ['point3'] }, { caseId: 'b1', result: 'pass' }] })
    expect((await register.read.reports.drawings({})).rows.map(({ id }) => id)).toEqual(['s1'])
  })
})

describe('the clock and the desk', () => {
  it('entries that lie before the one before them are told, whatever they are about', async () => {
    const register = newRegister()
    await record(register, [received()], on('2026-05-20'))
    await record(register, [opened()], on('2026-05-19', '23:00:00'))
    await record(register, [opened('case-2')], clerk('2026-05-19T15:00:00.000Z'))
    await record(register, [opened('case-3')], on('2026-05-21'))
    expect(await register.read.reports.clockSteps({ from: '2026-05-19', to: '2026-05-19' })).toEqual([{ seq: 2, at: on('2026-05-19', '23:00:00').at, before: on('2026-05-20').at }])
    expect(await register.read.reports.clockSteps({ from: '2026-05-20', to: '2026-05-30' })).toEqual([])
    expect(verifyFolder(register.folder).faults).toEqual([])
  })

  it('an account keeps its own, outside of the chain', async () => {
    const register = newRegister()
    await register.transact(clerk(), async (tx) => {
      await tx.savePreference('a1', 'dashboard', { b: 1, a: ['x'] })
      await tx.savePreference('a2', 'dashboard', 7)
    })
    expect(await register.read.reports.preference('a1', 'dashboard')).toEqual({ b: 1, a: ['x'] })
    expect(await register.read.reports.preference('a1', 'other')).toBeUndefined()
    expect((await register.head()).seq).toBe(0)
    await register.transact(clerk(), (tx) => tx.savePreference('a1', 'dashboard', null))
    expect(await register.read.reports.preference('a1', 'dashboard')).toBeUndefined()
    outside(register.folder, (db) => db.exec("UPDATE preference SET value = '8'"), {})
    expect(await register.read.reports.preference('a2', 'dashboard')).toBeUndefined()
    expect(verifyFolder(register.folder).faults).toEqual([{ where: 'preference a2 dashboard', what: 'the content does not give the checksum' }])
  })
})

describe('counts', () => {
  it('are read by counter, kind, day, month, weekday and hour', async () => {
    const register = newRegister()
    await record(register, [received(), opened(), registered(), opened('case-2')], on('2026-05-20'))
    await record(register, [registered('case-2', 2, { day: '2026-05-20' })], clerk('2026-05-20T14:00:00.000+08:00', 'clerk-2', '2'))
    await record(register, [opened('case-3'), registered('case-3', 3, { day: '2026-05-24' }), voided('case-1', '2026-05-24')], on('2026-05-24'))
    const { reports } = register.read
    const of = (counter: string, count = 1) => ({ window: 'marriage', kind: 'marriage', unit: '对', counter, count })
    expect(await reports.counterCounts('2026-05-20')).toEqual([of('2')])
    const period = { from: '2026-05-01', to: '2026-05-31' }
    expect(await reports.activeDays(period)).toEqual([{ day: '2026-05-20', count: 1 }, { day: '2026-05-24', count: 2 }])
    expect(await reports.kindCounts(period)).toEqual([{ window: 'marriage', kind: 'marriage', unit: '对', count: 2 }, { window: 'marriage', kind: 'voided', unit: '件', count: 1 }])
    expect(await reports.kindByDay('marriage', 'marriage', period)).toEqual([{ day: '2026-05-20', count: 1 }, { day: '2026-05-24', count: 1 }])
    expect(await reports.kindsByMonth(period)).toEqual([{ month: '2026-05', window: 'marriage', kind: 'marriage', unit: '对', count: 2 }, { month: '2026-05', window: 'marriage', kind: 'voided', unit: '件', count: 1 }])
    // 2026-05-20 is a Wednesday, 2026-05-24 a Sunday.
    expect(await reports.load(period)).toEqual([{ weekday: 3, hour: 14, count: 1 }, { weekday: 7, hour: 9, count: 2 }])
    expect(await reports.load(period, 'burial')).toEqual([])
    await expect(reports.kindCounts({ from: 'x', to: '2026-05-31' })).rejects.toMatchObject({ code: 'invalid', field: 'from' })
  })
})

describe('a register in use before there were reports', () => {
  it('comes to its late lines and steps of the clock from its journal', async () => {
    const register = newRegister()
    await record(register, fullHistory)
    await record(register, placeNameHistory, on('2026-05-19'))
    await register.close()
    const folder = newFolder()
    const old = openConnection(registerFile(folder))
    migrate(old, [{ series: 'register', migrations: migrations.slice(0, 7) }])
    old.close()
    outside(folder, (db) => {
      db.prepare('ATTACH ? AS today').run(registerFile(register.folder))
      db.unsafeMode(true)
      db.pragma('foreign_keys = OFF')
      const tables = db.prepare<[], string>("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('migration', 'gazetteer_box') ORDER BY rowid").pluck().all()
      for (const table of tables) db.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM today.${table}`)
      db.exec('DETACH today')
    }, {})
    await openRegister({ folder, cacheKiB: 4096 }).close()
    for (const table of ['late_line', 'clock_step']) {
      expect(rowsOf(folder, `SELECT * FROM ${table}`).length).toBeGreaterThan(0)
      expect(rowsOf(folder, `SELECT * FROM ${table} ORDER BY 1`)).toEqual(rowsOf(register.folder, `SELECT * FROM ${table} ORDER BY 1`))
    }
    expect(verifyFolder(folder).faults.filter(({ where }) => !where.startsWith('files/'))).toEqual([])
    expect(readdirSync(folder).filter((name) => name.startsWith('.upgrade'))).toEqual([])
  })
})

describe('a register made again', () => {
  it('is the one that was there, to the byte of its journal, and goes when it is closed', async () => {
    const register = newRegister()
    await record(register, fullHistory)
    const then = await register.head()
    const [marriages, counts, lines] = [await register.read.marriages({}), await register.read.reports.kindCounts({ from: '2020-01-01', to: '2030-01-01' }), await late(register)]
    await record(register, [opened('later')])
    await record(register, reportHistory(await register.files.put(Buffer.from('{}'))))
    const steps: number[] = []
    const again = await remakeRegister({ folder: register.folder, upTo: then.seq, onProgress: (done) => steps.push(done) })
    expect(again.head).toEqual(then)
    expect(await again.read.marriages({})).toEqual(marriages)
    expect(await again.read.reports.kindCounts({ from: '2020-01-01', to: '2030-01-01' })).toEqual(counts)
    expect((await again.read.reports.lateLines({ limit: 1000 })).rows).toEqual(lines)
    await expect(again.read.getMarriage('later')).rejects.toMatchObject({ code: 'not_found' })
    const rows = `SELECT * FROM journal WHERE seq <= ${String(then.seq)} ORDER BY seq`
    expect(rowsOf(again.folder, rows)).toEqual(rowsOf(register.folder, rows))
    expect(rowsOf(again.folder, "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY 1")).toEqual(rowsOf(register.folder, "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY 1"))
    expect(new TextDecoder().decode(await again.files.get(await register.files.put(Buffer.from('{}'))))).toBe('{}')
    expect(steps.at(-1)).toBe(then.seq)
    await again.close()
    await again.close()
    expect(existsSync(again.folder)).toBe(false)
  })

  it('is refused for an entry that is not there and where the chain does not hold, can be cancelled, and leaves nothing behind', async () => {
    const register = newRegister()
    await record(register, fullHistory)
    const { folder } = register
    const { seq } = await register.head()
    await expect(remakeRegister({ folder, upTo: seq + 1 })).rejects.toMatchObject({ code: 'not_found' })
    const stop = new AbortController()
    const running = remakeRegister({ folder, upTo: seq, signal: stop.signal })
    stop.abort()
    await expect(running).rejects.toMatchObject({ code: 'cancelled' })
    outside(folder, (db) => db.exec("DROP TRIGGER journal_refuses_update; UPDATE journal SET reason = 'x' WHERE seq = 7"), {})
    await expect(remakeRegister({ folder, upTo: seq })).rejects.toMatchObject({ code: 'damaged' })
    await (await remakeRegister({ folder, upTo: 6 })).close()
    expect(readdirSync(join(folder, 'scratch'))).toEqual([])
  })
})
