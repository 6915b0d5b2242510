import { describe, expect, it } from 'vitest'
import type { Action } from '../../../domain/action.ts'
import type { LantaiError } from '../../../domain/error.ts'
import { accountCreated, clerk, newRegister, outside, record, rowsOf } from './helpers.ts'

const codeOf = async (work: Promise<unknown>): Promise<string> => work.then(() => 'no error', (error: LantaiError) => error.code)
const facts = { name: '示例区民政局婚姻登记处', area: '990101', fonds: '0101', windows: ['marriage'], sample: true }
const setUp: Action = { kind: 'office.setUp', subject: 'office', body: facts }
const setting = (key: string, value: unknown, from?: string): Action => ({ kind: 'setting.changed', subject: key, body: { key, value, ...(from === undefined ? {} : { from }), source: '民发〔2025〕1号' } })

describe('the office', () => {
  it('is set up once and changed afterwards', async () => {
    const register = newRegister()
    expect(await codeOf(record(register, [{ kind: 'office.changed', subject: 'office', body: { name: 'x' } }]))).toBe('not_set_up')
    await record(register, [setUp])
    expect(await register.read.findSetting('office')).toEqual(facts)
    expect(await codeOf(record(register, [setUp]))).toBe('already_set_up')
    await record(register, [{ kind: 'office.changed', subject: 'office', body: { name: '新区民政局婚姻登记处' } }])
    expect(await register.read.findSetting('office')).toEqual({ ...facts, name: '新区民政局婚姻登记处' })
    expect(await codeOf(record(register, [setting('office', {})]))).toBe('invalid')
  })
})

describe('setting.changed', () => {
  it('is dated: each day has the value in force on it', async () => {
    const register = newRegister() // its clock says 2026-05-20
    await record(register, [setting('marriage.leapBirthday', 'mar1'), setting('marriage.leapBirthday', 'feb28', '2026-05-01'), setting('marriage.leapBirthday', { from: 'later' }, '2027-01-01')])
    const on = (day: string): Promise<unknown> => register.read.findSetting('marriage.leapBirthday', day)
    expect([await on('2026-04-30'), await on('2026-05-01'), await on('2026-12-31'), await on('2027-01-01')]).toEqual(['mar1', 'feb28', 'feb28', { from: 'later' }])
    expect(await register.read.findSetting('marriage.leapBirthday')).toBe('feb28')
    expect(await register.read.settings()).toEqual({ 'marriage.leapBirthday': 'feb28' })
    expect(await register.read.findSetting('marriage.unknown')).toBeUndefined()
  })

  it('replaces the value of its own day only, and keeps source and author', async () => {
    const register = newRegister()
    await record(register, [setting('a.b', 1), setting('a.b', 2, '2026-06-01')])
    await record(register, [setting('a.b', [3, null])], clerk('2026-05-21T09:00:00.000+08:00', 'admin'))
    expect(await register.read.settingRows()).toEqual([
      { key: 'a.b', from: '', value: [3, null], source: '民发〔2025〕1号', changedAt: '2026-05-21T09:00:00.000+08:00', changedBy: 'admin' },
      { key: 'a.b', from: '2026-06-01', value: 2, source: '民发〔2025〕1号', changedAt: clerk().at, changedBy: 'clerk-1' },
    ])
  })
})

describe('accounts', () => {
  it('account.created: is found by name whatever its case, once', async () => {
    const register = newRegister()
    await record(register, [accountCreated()])
    expect(await register.read.findAccount('ZhangLi')).toMatchObject({ id: 'clerk-1', account: 'zhangli', name: '张丽', role: 'registrar', active: true, sample: false, failures: 0, lockedUntil: '', scope: 'mainland', language: 'zh', createdAt: clerk().at })
    expect(await register.read.findAccount('nobody')).toBeUndefined()
    expect(await codeOf(register.read.getAccount('nobody'))).toBe('not_found')
    expect(await codeOf(record(register, [accountCreated('clerk-9', 'ZHANGLI')]))).toBe('conflict')
    expect(await codeOf(record(register, [accountCreated('clerk-1', 'other')]))).toBe('conflict')
    expect(await register.read.accounts()).toHaveLength(1)
  })

  it('account.changed: changes what is named and nothing else', async () => {
    const register = newRegister()
    await record(register, [accountCreated()])
    await record(register, [{ kind: 'account.changed', subject: 'clerk-1', body: { role: 'reviewer', active: false } }], clerk('2026-05-21T09:00:00.000+08:00'))
    expect(await register.read.getAccount('clerk-1')).toMatchObject({ role: 'reviewer', active: false, name: '张丽', scope: 'mainland', changedAt: '2026-05-21T09:00:00.000+08:00' })
    expect(await codeOf(record(register, [{ kind: 'account.changed', subject: 'nobody', body: {} }]))).toBe('not_found')
  })

  it('failed sign-ins count up and lock; signing in, unlocking and a new password clear them', async () => {
    const register = newRegister()
    const until = '2026-05-20T10:00:00.000+08:00'
    const failed: Action = { kind: 'account.signInFailed', subject: 'clerk-1', body: { lockedUntil: '' } }
    await record(register, [accountCreated(), failed, failed, { ...failed, body: { lockedUntil: until } }])
    expect(await register.read.getAccount('clerk-1')).toMatchObject({ failures: 3, lockedUntil: until })
    await record(register, [{ kind: 'account.unlocked', subject: 'clerk-1', body: {} }])
    expect(await register.read.getAccount('clerk-1')).toMatchObject({ failures: 0, lockedUntil: '' })
    await record(register, [failed, { kind: 'account.signedIn', subject: 'clerk-1', body: {} }])
    expect(await register.read.getAccount('clerk-1')).toMatchObject({ failures: 0 })
    await record(register, [{ kind: 'account.locked', subject: 'clerk-1', body: { until } }, { kind: 'account.passwordChanged', subject: 'clerk-1', body: { password: 'scrypt$32768$8$1$bmV3$bmV3bmV3' } }])
    expect(await register.read.getAccount('clerk-1')).toMatchObject({ lockedUntil: '', password: 'scrypt$32768$8$1$bmV3$bmV3bmV3' })
    await record(register, [{ ...failed, subject: 'nobody' }])
    expect((await register.read.entries({ subject: 'nobody' })).rows).toHaveLength(1)
  })

  it('record.viewed and its like stand in the journal and change no table', async () => {
    const register = newRegister()
    await record(register, [accountCreated()])
    const before = rowsOf(register.folder, 'SELECT * FROM account')
    await record(register, [
      { kind: 'record.viewed', subject: 'case-1', body: { caseId: 'case-1', what: 'case', purpose: '' } },
      { kind: 'record.exported', subject: 'export-1', body: { what: 'list', purpose: '', count: 3 } },
      { kind: 'paper.checked', subject: 'J990101-2026-000001', body: { number: 'J990101-2026-000001', digest: '', verdict: 'genuine', caseId: '' } },
      { kind: 'account.signedOut', subject: 'clerk-1', body: {} },
      { kind: 'register.verified', subject: 'register', body: { sound: true, entries: 1, faults: 0, head: 'a'.repeat(64) } },
      { kind: 'stock.reconciled', subject: '2026-05', body: { month: '2026-05', lines: [{ type: 'marriage', opening: 0, received: 0, issued: 0, reissued: 0, spoiled: 0, returned: 0, closing: 0, counted: 0 }], note: '' } },
    ])
    expect((await register.head()).seq).toBe(7)
    expect(rowsOf(register.folder, 'SELECT * FROM account')).toEqual(before)
  })
})

describe('drafts', () => {
  const draft = { id: 'draft-1', window: 'marriage', caseId: undefined, title: '张三丰 李娜', content: '{"kind":"marriage"}', account: 'clerk-1', counter: '1', savedAt: '2026-05-20T09:31:07.123+08:00' }

  it('are kept in the commit but outside the chain, replaced and deleted', async () => {
    const register = newRegister()
    const head = await register.head()
    await register.transact(clerk(), (tx) => tx.saveDraft(draft))
    await register.transact(clerk(), (tx) => tx.saveDraft({ ...draft, title: '新', savedAt: '2026-05-20T10:00:00.000+08:00' }))
    await register.transact(clerk(), (tx) => tx.saveDraft({ ...draft, id: 'draft-2', account: 'clerk-2', caseId: 'case-1' }))
    expect((await register.read.drafts({})).map((row) => row.id)).toEqual(['draft-1', 'draft-2'])
    expect((await register.read.drafts({ account: 'clerk-2' })).map((row) => row.caseId)).toEqual(['case-1'])
    expect(await register.read.drafts({ window: 'divorce' })).toEqual([])
    expect(await register.read.findDraft('draft-1')).toEqual({ ...draft, title: '新', savedAt: '2026-05-20T10:00:00.000+08:00' })
    await register.transact(clerk(), (tx) => tx.deleteDraft('draft-1'))
    expect(await register.read.findDraft('draft-1')).toBeUndefined()
    expect(await register.head()).toEqual(head)
  })

  it('that were damaged are listed but not opened', async () => {
    const register = newRegister()
    await register.transact(clerk(), (tx) => tx.saveDraft(draft))
    outside(register.folder, (db) => db.exec("UPDATE draft SET content = '{}'"), {})
    expect(await register.read.drafts({})).toHaveLength(1)
    expect(await codeOf(register.read.findDraft('draft-1'))).toBe('damaged')
  })
})
