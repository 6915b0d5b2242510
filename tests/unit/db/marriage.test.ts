import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { byTwo, clerk, corrected, couple, delivered, newRegister, opened, proofread, received, record, registered, reprinted, rowOf, voided } from './helpers.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)
const caseRow = (register: Register, id = 'case-1'): Record<string, unknown> => rowOf(register.folder, 'SELECT * FROM marriage_case WHERE id = ?', id) ?? {}
const partyRow = (register: Register, role: 0 | 1, id = 'case-1'): Record<string, unknown> => rowOf(register.folder, 'SELECT p.* FROM marriage_party p JOIN marriage_case c ON p.key = 2 * c.key + ? WHERE c.id = ?', role, id) ?? {}
const stateOf = (register: Register, serial: string): Promise<string | undefined> => register.read.findBlank('marriage', serial).then((blank) => blank?.state)

const upTo = async (...actions: readonly Action[]): Promise<Register> => {
  const register = newRegister()
  await record(register, [received(), ...actions])
  return register
}

describe('marriage.opened', () => {
  it('makes the case and both parties with the columns that are searched and counted', async () => {
    const register = await upTo(opened('case-1', couple({ identityNumber: ' 99010119900501001x ', nationality: 'CHN', residence: { province: '某省', prefecture: '', county: '某区', area: '990101', detail: '' } }, {}, { kind: 'remarriage', formerDivorce: { number: '京朝离字010100001号', day: '2020-01-01' }, cohabitedSince: '2019-01-01' })))
    expect(caseRow(register)).toMatchObject({ state: 'received', revision: 1, kind: 'remarriage', number: null, day: '', opened_by: 'clerk-1', counter: '1', old_number: '京朝离字010100001号', cohabited_since: '2019-01-01', age_difference: 2, inspection: 'unexamined' })
    expect(partyRow(register, 0)).toMatchObject({ name: '张三丰', pinyin: 'zhangsanfeng', initials: 'zsf', identity_number: '99010119900501001X', sex: '1', birth: '1990-05-01', marital_status: '10', education: '20', occupation: '30', residence_area: '990101', person_kind: 'mainland', nationality: 'CHN' })
    expect(partyRow(register, 1)).toMatchObject({ name: '李娜', pinyin: 'lina', initials: 'ln', sex: '2' })
  })

  it('refuses an id that is taken, and leaves nothing behind', async () => {
    const register = await upTo(opened())
    const before = await register.head()
    expect(await codeOf(record(register, [opened()]))).toBe('conflict')
    expect(await register.head()).toEqual(before)
  })
})

describe('marriage.amended', () => {
  it('replaces the columns of the sections that changed and counts the revision', async () => {
    const register = await upTo(opened(), { kind: 'marriage.amended', subject: 'case-1', body: { changes: { kind: 'late', parties: couple({ name: '欧阳修', pinyin: 'ou yang xiu', birth: '1980-05-01' }).parties } } })
    expect(caseRow(register)).toMatchObject({ kind: 'late', revision: 2, age_difference: 12 })
    expect(partyRow(register, 0)).toMatchObject({ name: '欧阳修', pinyin: 'ouyangxiu', initials: 'oyx' })
    expect((await register.read.search('oyx', 5)).map((hit) => hit.caseId)).toEqual(['case-1'])
    expect(await register.read.search('张三丰', 5)).toEqual([])
  })

  it('is refused after the decision', async () => {
    const register = await upTo(opened(), registered())
    expect(await codeOf(record(register, [{ kind: 'marriage.amended', subject: 'case-1', body: { changes: { kind: 'late' } } }]))).toBe('wrong_state')
  })
})

describe('marriage.checked and marriage.printed', () => {
  it('count the revision and keep when it was last changed, not another counter', async () => {
    const register = await upTo(opened())
    const check = { party: 0, identity: 'match', maritalStatus: '10', checkedAt: clerk().at, operator: 'clerk-2', note: '', proof: '' } as const
    await record(register, [{ kind: 'marriage.checked', subject: 'case-1', body: { check } }], clerk('2026-05-20T10:00:00.000+08:00', 'clerk-2', '7'))
    expect(caseRow(register)).toMatchObject({ revision: 2, counter: '1', changed_at: '2026-05-20T10:00:00.000+08:00', opened_by: 'clerk-1' })
    await record(register, [{ kind: 'marriage.printed', subject: 'case-1', body: { paper: 'declaration', party: 0, mode: 'whole', digest: 'a'.repeat(64), printer: '' } }])
    expect(caseRow(register)).toMatchObject({ revision: 3, state: 'received' })
  })
})

describe('marriage.registered', () => {
  it('gives number, day, serials and ages, issues both booklets and counts the couple', async () => {
    const register = await upTo(opened(), registered())
    expect(caseRow(register)).toMatchObject({ state: 'registered', number: 'J990101-2026-000001', day: '2026-05-20', hour: 9, counter: '1', registrar: 'clerk-1', serial_man: '10000001', serial_woman: '10000002', man_age: 36, woman_age: 34 })
    expect(await register.read.findBlank('marriage', '10000001')).toMatchObject({ state: 'issued', caseId: 'case-1' })
    expect(await register.read.dayCounts('2026-05-20')).toEqual({ kinds: [{ window: 'marriage', kind: 'marriage', unit: '对', count: 1 }], hours: [{ kind: 'marriage', hour: 9, count: 1 }] })
    expect(await register.read.lastNumber('J', '990101', 2026)).toBe(1)
  })

  it('counts the birthday itself as a full year and 29 February on 1 March', async () => {
    const register = await upTo(opened('case-1', couple({ birth: '2004-05-20' }, { birth: '2004-02-29' })), registered())
    expect(caseRow(register)).toMatchObject({ man_age: 22, woman_age: 22 })
    await record(register, [opened('case-2', couple({ birth: '2004-05-21' }, { birth: '2004-02-29' })), registered('case-2', 2, { day: '2026-02-28' })])
    expect(caseRow(register, 'case-2')).toMatchObject({ man_age: 21, woman_age: 21 })
  })

  it.each([
    ['a number that is used', registered('case-2', 2, { number: 'J990101-2026-000001' }), 'conflict'],
    ['a serial that is used', registered('case-2', 2, { serials: ['10000001', '10000004'] }), 'stock'],
    ['one serial for both booklets', registered('case-2', 2, { serials: ['10000005', '10000005'] }), 'stock'],
    ['a serial outside stock', registered('case-2', 2, { serials: ['20000001', '20000002'] }), 'stock'],
    ['a serial of the wrong type', registered('case-2', 2, { serials: ['50000001', '50000002'] }), 'stock'],
    ['a case that does not exist', registered('case-3', 2), 'not_found'],
    ['a case that is registered already', registered('case-1', 2), 'wrong_state'],
  ])('refuses %s and changes nothing', async (_, action, code) => {
    const register = await upTo(received('50000001', '50000100', 'divorce'), opened(), registered(), opened('case-2', couple({ identityNumber: '990101199001010010' })))
    const before = await register.head()
    expect(await codeOf(record(register, [action]))).toBe(code)
    expect(await register.head()).toEqual(before)
    expect(caseRow(register, 'case-2')).toMatchObject({ state: 'received', number: null, serial_man: '' })
    expect(await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).toMatchObject({ received: 1000, issued: 2, closing: 998 })
  })
})

describe('marriage.refused and marriage.abandoned', () => {
  it('end the case; a refusal is counted as a case, not as a couple', async () => {
    const register = await upTo(opened(), opened('case-2'), { kind: 'marriage.refused', subject: 'case-1', body: { day: '2026-05-20', grounds: [{ rule: 'marriage.age', law: '《民法典》第一千零四十七条', reason: '未到法定婚龄' }], registrar: 'clerk-1' } }, { kind: 'marriage.abandoned', subject: 'case-2', body: { day: '2026-05-20' } })
    expect(caseRow(register)).toMatchObject({ state: 'refused', day: '2026-05-20', ended_on: '2026-05-20', number: null })
    expect(caseRow(register, 'case-2')).toMatchObject({ state: 'abandoned', day: '', ended_on: '2026-05-20' })
    expect(await register.read.dayCounts('2026-05-20')).toEqual({ kinds: [{ window: 'marriage', kind: 'refusal', unit: '件', count: 1 }], hours: [] })
    expect(await codeOf(record(register, [registered()]))).toBe('wrong_state')
    expect(await register.read.marriagesOfPerson('99010119900501001X')).toEqual([])
  })
})

describe('marriage.reprinted', () => {
  it('spoils the old booklet and issues the new one, so that issued stays two a registration', async () => {
    const register = await upTo(opened(), registered(), reprinted('case-1', 1, '10000002', '10000003'))
    expect(caseRow(register)).toMatchObject({ serial_man: '10000001', serial_woman: '10000003', revision: 3 })
    expect([await stateOf(register, '10000001'), await stateOf(register, '10000002'), await stateOf(register, '10000003')]).toEqual(['issued', 'spoiled', 'issued'])
    expect(await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).toMatchObject({ opening: 0, received: 1000, issued: 2, spoiled: 1, returned: 0, closing: 997 })
  })

  it.each([
    ['the other party’s booklet', reprinted('case-1', 0, '10000002', '10000003'), 'stock'],
    ['a new serial that is used', reprinted('case-1', 1, '10000002', '10000001'), 'stock'],
    ['no second person', { ...reprinted('case-1', 1, '10000002', '10000003'), second: '' }, 'second_person'],
    ['oneself as second person', { ...reprinted('case-1', 1, '10000002', '10000003'), second: 'clerk-1' }, 'second_person'],
    ['no reason', { ...reprinted('case-1', 1, '10000002', '10000003'), reason: ' ' }, 'invalid'],
  ])('refuses %s', async (_, action, code) => {
    const register = await upTo(opened(), registered())
    expect(await codeOf(record(register, [action]))).toBe(code)
    expect(await stateOf(register, '10000002')).toBe('issued')
  })
})

describe('marriage.proofread and marriage.delivered', () => {
  it('move the case on, each only from the state before', async () => {
    const register = await upTo(opened(), registered())
    expect(await codeOf(record(register, [delivered()]))).toBe('wrong_state')
    await record(register, [proofread()])
    expect(caseRow(register)).toMatchObject({ state: 'proofread' })
    await record(register, [delivered()])
    expect(caseRow(register)).toMatchObject({ state: 'delivered', delivered_on: '2026-05-20', revision: 4 })
    expect(await codeOf(record(register, [proofread()]))).toBe('wrong_state')
    expect(await codeOf(record(register, [voided()]))).toBe('wrong_state')
  })

  it('a booklet printed again asks for the proof-reading again', async () => {
    const register = await upTo(opened(), registered(), proofread(), reprinted('case-1', 0, '10000001', '10000003'))
    expect(caseRow(register)).toMatchObject({ state: 'registered' })
  })
})

describe('marriage.corrected', () => {
  it('changes columns and ages, keeps the number, and moves only the booklet that was printed again', async () => {
    const register = await upTo(opened(), registered(), corrected('case-1', { changes: { parties: couple({ name: '张三峰', pinyin: 'zhang san feng', birth: '1991-06-01' }).parties }, serials: ['10000009', '10000002'] }))
    expect(caseRow(register)).toMatchObject({ number: 'J990101-2026-000001', state: 'registered', man_age: 34, woman_age: 34, serial_man: '10000009', serial_woman: '10000002', revision: 3 })
    expect(partyRow(register, 0)).toMatchObject({ name: '张三峰', birth: '1991-06-01' })
    expect([await stateOf(register, '10000001'), await stateOf(register, '10000002'), await stateOf(register, '10000009')]).toEqual(['spoiled', 'issued', 'issued'])
  })

  it('moves the couple to the other kind in the counts of the day it was registered', async () => {
    const register = await upTo(opened(), registered())
    await record(register, [corrected('case-1', { changes: { kind: 'remarriage' } })], clerk('2026-05-23T15:00:00.000+08:00', 'clerk-3', '2'))
    expect((await register.read.dayCounts('2026-05-20')).kinds).toEqual([{ window: 'marriage', kind: 'remarriage', unit: '对', count: 1 }])
    expect((await register.read.dayCounts('2026-05-23')).kinds).toEqual([{ window: 'marriage', kind: 'correction', unit: '件', count: 1 }])
  })

  it('is refused before the decision and without a second person', async () => {
    const register = await upTo(opened())
    expect(await codeOf(record(register, [corrected('case-1', { changes: {} })]))).toBe('wrong_state')
    expect(await codeOf(record(register, [{ kind: 'marriage.corrected', subject: 'case-1', body: { changes: {} }, reason: '错' }]))).toBe('second_person')
  })
})

describe('marriage.voided', () => {
  it('keeps the number used, voids both booklets and takes the couple out of its day', async () => {
    const register = await upTo(opened(), registered())
    await record(register, [voided()], clerk('2026-05-21T10:00:00.000+08:00'))
    expect(caseRow(register)).toMatchObject({ state: 'voided', number: 'J990101-2026-000001', ended_on: '2026-05-21' })
    expect([await stateOf(register, '10000001'), await stateOf(register, '10000002')]).toEqual(['spoiled', 'spoiled'])
    expect((await register.read.dayCounts('2026-05-20')).kinds).toEqual([])
    expect((await register.read.dayCounts('2026-05-21')).kinds).toEqual([{ window: 'marriage', kind: 'voided', unit: '件', count: 1 }])
    expect(await register.read.stockMonth('marriage', '2026-05-01', '2026-05-31')).toMatchObject({ issued: 0, spoiled: 2, closing: 998 })
    expect(await register.read.lastNumber('J', '990101', 2026)).toBe(1)
    await record(register, [opened('case-2')])
    expect(await codeOf(record(register, [registered('case-2', 2, { number: 'J990101-2026-000001' })]))).toBe('conflict')
    expect(await codeOf(record(register, [registered('case-2', 1, { number: 'J990101-2026-000002' })]))).toBe('stock')
  })
})

describe('marriage.inspected', () => {
  it('takes the latest word on each item; one failing item fails the file', async () => {
    const items = (...results: readonly ('pass' | 'fail' | 'notApplicable')[]): Action => ({ kind: 'marriage.inspected', subject: 'case-1', body: { items: results.map((result, index) => ({ item: `point${index}`, result, note: '' })) } })
    const register = await upTo(opened(), registered())
    expect(caseRow(register)).toMatchObject({ inspection: 'unexamined' })
    await record(register, [items('pass', 'fail')])
    expect(caseRow(register)).toMatchObject({ inspection: 'failed' })
    expect(await register.read.countMarriages({ inspection: 'failed' })).toBe(1)
    await record(register, [items('pass', 'pass', 'notApplicable')])
    expect(caseRow(register)).toMatchObject({ inspection: 'qualified' })
  })
})

describe('marriage.archived', () => {
  it('gives the archive numbers; one 室编卷号 a year is used once', async () => {
    const archived = (id: string, officeFileNumber: number): Action => ({ kind: 'marriage.archived', subject: id, body: { fonds: '0101', year: 2026, officeFileNumber, archiveFileNumber: '', pages: 12 } })
    const register = await upTo(opened(), registered(), proofread(), delivered(), opened('case-2'), registered('case-2', 2), proofread('case-2'), delivered('case-2'), archived('case-1', 1))
    expect(caseRow(register)).toMatchObject({ fonds: '0101', archive_year: 2026, office_file_number: 1, pages: 12 })
    expect(await register.read.lastFileNumber('0101', 2026, 'marriage')).toBe(1)
    expect(await codeOf(record(register, [archived('case-2', 1)]))).toBe('conflict')
    await record(register, [archived('case-2', 2)])
    expect(await codeOf(record(register, [archived('case-2', 3)]))).toBe('wrong_state')
    expect(await register.read.lastFileNumber('0101', 2026, 'marriage')).toBe(2)
    expect(await register.read.lastFileNumber('0101', 2025, 'marriage')).toBe(0)
  })
})

describe('what an entry must be', () => {
  it.each([
    ['an unknown kind', { kind: 'marriage.dreamt', subject: 'x', body: {} }],
    ['an unknown field', { kind: 'marriage.abandoned', subject: 'case-1', body: { day: '2026-05-20', extra: 1 } }],
    ['a body of the wrong type', { kind: 'marriage.opened', subject: 'x', body: { file: 'x' } }],
    ['a lone surrogate', { kind: 'marriage.opened', subject: 'x', body: { file: couple({ name: '\ud800' }) } }],
  ])('%s is refused before anything is written', async (_, action) => {
    const register = await upTo(opened())
    const before = await register.head()
    expect(await codeOf(record(register, [action]))).toBe('invalid')
    expect(await register.head()).toEqual(before)
  })

  it('a time without an offset is refused', async () => {
    expect(await codeOf(record(newRegister(), [opened()], clerk('2026-05-20 09:31:07')))).toBe('invalid')
  })

  it('an error after several records takes all of them back', async () => {
    const register = await upTo()
    await expect(register.transact(clerk(), async (tx) => {
      await tx.record(opened())
      await tx.saveDraft({ id: 'd', window: 'marriage', caseId: undefined, title: '', content: '{}', account: 'a', counter: '1', savedAt: clerk().at })
      expect((await tx.getMarriage('case-1')).state).toBe('received')
      throw new Error('the clerk let go')
    })).rejects.toThrow('the clerk let go')
    expect(await codeOf(register.read.getMarriage('case-1'))).toBe('not_found')
    expect(await register.read.findDraft('d')).toBeUndefined()
    await record(register, [{ ...opened(), ...byTwo }])
    expect((await register.read.entriesOf('case-1'))[0]?.action).toMatchObject(byTwo)
  })
})
