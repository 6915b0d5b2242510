import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import type { Register } from '../../../db/contract.ts'
import { verifyFolder } from '../../../db/verify-folder.ts'
import { clerk, delivered, newRegister, opened, proofread, received, record, registered, rowsOf } from './helpers.ts'
import { courtDivorced, courtVoided, endingFiled, filed, revoked } from './matters.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)
const kindsOf = (register: Register, day: string): Promise<readonly string[]> => register.read.dayCounts(day).then(({ kinds }) => kinds.map(({ window, kind, unit, count }) => `${window} ${kind} ${count}${unit}`))
const noted = clerk('2026-07-01T10:00:00.000+08:00')
const endings = (register: Register): readonly Record<string, unknown>[] => rowsOf(register.folder, 'SELECT * FROM marriage_ending ORDER BY place')
const alone = ({ second: _second, ...action }: Action): Action => action

const married = async (...actions: readonly Action[]): Promise<Register> => {
  const register = newRegister()
  await record(register, [received(), opened(), registered(), ...actions])
  return register
}

describe('the end of a marriage', () => {
  it('by a court or by revocation is noted with its data and counted on the day it was noted', async () => {
    const register = await married()
    await record(register, [courtVoided('case-1', 'a'.repeat(64))], noted)
    expect(endings(register)).toMatchObject([{ place: 0, kind: 'void', day: '2026-06-16', noted_on: '2026-07-01', authority: '某区人民法院', number: '(2026)民初2号', divorce_case_id: '', scanned: 4 }])
    expect(await register.read.getMarriage('case-1')).toMatchObject({ state: 'registered', ending: 'void', revision: 3 })
    expect(await register.read.marriagesOfPerson('99010119900501001X')).toEqual([])
    expect((await register.read.marriages({ ending: 'void' })).rows.map(({ id }) => id)).toEqual(['case-1'])
    expect(await kindsOf(register, '2026-07-01')).toEqual(['marriage courtNote 1件'])
    const other = await married()
    await record(other, [revoked()], noted)
    expect(await kindsOf(other, '2026-07-01')).toEqual(['marriage revocation 1件'])
    const divorced = await married()
    await record(divorced, [courtDivorced()], noted)
    expect(await kindsOf(divorced, '2026-07-01')).toEqual([])
    expect(await divorced.read.countMarriages({ ending: 'divorced' })).toBe(1)
  })

  it('comes once; what was divorced a court may still declare void', async () => {
    expect(await codeOf(record(await married(courtVoided()), [revoked()]))).toBe('wrong_state')
    expect(await codeOf(record(await married(courtDivorced()), [courtDivorced()]))).toBe('wrong_state')
    const register = await married(courtDivorced(), courtVoided())
    expect(await register.read.getMarriage('case-1')).toMatchObject({ ending: 'void' })
    expect(endings(register).map((row) => row['place'])).toEqual([0, 1])
  })

  it.each([['a court', courtVoided()], ['revocation', revoked()], ['a divorce elsewhere', courtDivorced()]])('by %s needs a registered marriage and a second person', async (_, action) => {
    const register = newRegister()
    await record(register, [received(), opened()])
    expect(await codeOf(record(register, [action]))).toBe('wrong_state')
    expect(await codeOf(record(register, [{ ...action, subject: 'case-9' }]))).toBe('not_found')
    await record(register, [registered()])
    expect(await codeOf(record(register, [alone(action)]))).toBe('second_person')
    await record(register, [action])
  })

  it('has a file of its own in the class 撤销婚姻类, numbered once a year; a divorce has none', async () => {
    const register = await married(proofread(), delivered(), filed('marriage', 'case-1', 1), courtVoided(), opened('case-2'), registered('case-2', 2), revoked('case-2'), opened('case-3'), registered('case-3', 3), courtDivorced('case-3'))
    expect(await register.read.unfiledCases('2026-07-01')).toContainEqual({ window: 'marriage', fileClass: 'annulment', count: 2 })
    await record(register, [endingFiled('case-1', 0, 1)])
    expect(await codeOf(record(register, [endingFiled('case-1', 0, 2)]))).toBe('wrong_state')
    expect(await codeOf(record(register, [endingFiled('case-2', 0, 1)]))).toBe('conflict')
    expect(await codeOf(record(register, [endingFiled('case-2', 1, 2)]))).toBe('invalid')
    expect(await codeOf(record(register, [endingFiled('case-3', 0, 2)]))).toBe('invalid')
    await record(register, [endingFiled('case-2', 0, 2)])
    expect(await register.read.lastFileNumber('0101', 2026, 'annulment')).toBe(2)
    expect(await register.read.lastFileNumber('0101', 2026, 'marriage')).toBe(1)
    expect((await register.read.filedCases({ fileClass: 'annulment', year: 2026 })).rows).toMatchObject([{ window: 'marriage', caseId: 'case-1', officeFileNumber: 1, title: '张三丰与李娜婚姻无效', number: '(2026)民初2号', day: '2026-06-16' }, { caseId: 'case-2', officeFileNumber: 2, title: '张三丰与李娜撤销婚姻登记' }])
    expect(await register.read.unfiledCases('2026-07-01')).toContainEqual({ window: 'marriage', fileClass: 'annulment', count: 0 })
    expect(verifyFolder(register.folder).faults).toEqual([])
  })
})

describe('a couple looked at before a peak day', () => {
  it('carries the day on which it is expected, the last one named', async () => {
    const register = newRegister()
    const screened = (plannedDay: string): Action => ({ kind: 'marriage.screened', subject: 'case-1', body: { plannedDay, note: '' } })
    await record(register, [received(), opened(), screened('2026-05-19'), screened('2026-05-20')])
    expect(rowsOf(register.folder, 'SELECT planned_day, revision, state FROM marriage_case')).toEqual([{ planned_day: '2026-05-20', revision: 3, state: 'received' }])
    await record(register, [registered()])
    expect(await codeOf(record(register, [screened('2026-05-21')]))).toBe('wrong_state')
  })
})
