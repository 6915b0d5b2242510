import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hashPassword, passwordFits } from '../../../api/passwords.ts'
import { openDesk, openSampleDesk, opened, passwordOf, registered, type Desk } from './desk.ts'

const json = { 'content-type': 'application/json' }
const signIn = (desk: Desk, account: string, password: string) => desk.send('POST', '/api/session', { body: JSON.stringify({ account, password }), headers: json })
const minute = 60_000

describe('passwords', () => {
  test('a hash carries its parameters and fits its password only', async () => {
    const hash = await hashPassword('兰台 1949 é')
    expect(hash).toMatch(/^scrypt\$N=32768,r=8,p=1\$/)
    expect(await passwordFits('兰台 1949 e\u0301', hash)).toBe(true)
    expect(await passwordFits('兰台 1949 e', hash)).toBe(false)
    expect(await passwordFits('x', 'plain')).toBe(false)
    expect(await passwordFits('x', 'scrypt$N=1073741824,r=8,p=1$AAAA$AAAA')).toBe(false)
  })
})

describe('the first set-up', () => {
  let desk: Desk
  const office = { name: '示例市示例区婚姻登记处', area: '440112', fonds: '0112', windows: ['marriage'], printer: { name: 'P1', certificateMode: 'overprint' }, administrator: { account: 'chief', name: '钱天禄', password: 'a longer word of my own' } }
  beforeAll(async () => (desk = await openDesk()))
  afterAll(() => desk.close())

  test('nothing is asked before it; it is done once', async () => {
    expect((await signIn(desk, 'chief', 'x')).body.error?.code).toBe('not_set_up')
    expect((await desk.ask('', 'POST', '/api/office/set-up', { ...office, area: '990101' })).body.error).toMatchObject({ code: 'invalid', field: 'area' })
    expect((await desk.ask('', 'POST', '/api/office/set-up', { ...office, windows: ['dreams'] })).body.error).toMatchObject({ code: 'invalid', field: 'windows.0' })
    const made = await desk.ask<{ setUp: boolean; area: string; sample: boolean }>('', 'POST', '/api/office/set-up', office)
    expect(made.body).toMatchObject({ setUp: true, area: '440112', sample: false })
    expect((await desk.ask('', 'POST', '/api/office/set-up', office)).body.error?.code).toBe('already_set_up')
    expect((await desk.ask('', 'POST', '/api/office/sample', {})).body.error?.code).toBe('already_set_up')
    expect(await desk.api.sampleAccounts()).toEqual([])
  })

  test('the administrator makes accounts, and is never the last to go', async () => {
    const { token } = (await signIn(desk, 'chief', office.administrator.password)).body as unknown as { token: string }
    const send = (method: string, path: string, body?: unknown) => desk.send(method, path, { token, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }) })
    const clerk = { account: 'clerk9', name: '冯素问', role: 'registrar', counter: '9', password: 'a longer word of hers', scope: 'mainland', certifiedUntil: '2027-12-31' }
    expect((await send('POST', '/api/accounts', { ...clerk, password: 'short' })).body.error).toMatchObject({ code: 'invalid', field: 'password' })
    const made = (await send('POST', '/api/accounts', clerk)).body as unknown as { id: string }
    expect((await send('POST', '/api/accounts', { ...clerk, account: 'CLERK9' })).body.error).toMatchObject({ code: 'conflict', field: 'account' })
    const accounts = (await send('GET', '/api/accounts')).body as unknown as { accounts: Record<string, unknown>[] }
    expect(accounts.accounts.every((account) => !('password' in account))).toBe(true)
    const own = accounts.accounts.find(({ account }) => account === 'chief')
    expect((await send('PATCH', `/api/accounts/${String(own?.['id'])}`, { active: false, reason: '离职' })).body.error?.code).toBe('wrong_state')

    const session = (await signIn(desk, 'clerk9', clerk.password)).body as unknown as { token: string; permissions: string[] }
    expect(session.permissions).toContain('case.decide')
    expect((await send('PATCH', `/api/accounts/${made.id}`, { active: false, reason: '调离' })).status).toBe(200)
    expect((await desk.send('GET', '/api/session', { token: session.token })).status).toBe(401)
    expect((await signIn(desk, 'clerk9', clerk.password)).status).toBe(401)
    expect((await send('PATCH', `/api/accounts/${made.id}`, { active: true, reason: '调回' })).status).toBe(200)
    expect((await send('POST', `/api/accounts/${made.id}/password`, { password: 'another long word', reason: '忘记' })).status).toBe(200)
    expect((await signIn(desk, 'clerk9', clerk.password)).status).toBe(401)
    expect((await signIn(desk, 'clerk9', 'another long word')).status).toBe(200)
  })

  test('numbers of the sample district are not taken in a real office', async () => {
    const { token } = (await signIn(desk, 'clerk9', 'another long word')).body as unknown as { token: string }
    const { couple } = await import('./desk.ts')
    const answer = await desk.send('POST', '/api/marriages', { token, body: JSON.stringify({ file: { ...couple(desk), photo: null, papers: [] } }), headers: json })
    expect(answer.body.error).toMatchObject({ code: 'invalid', field: 'parties.0.identityNumber' })
  })
})

describe('sessions', () => {
  let desk: Desk
  beforeAll(async () => (desk = await openSampleDesk()))
  afterAll(() => desk.close())

  test('a session ends at sign-out', async () => {
    const token = await desk.token('clerk3')
    expect((await desk.send('DELETE', '/api/session', { token })).status).toBe(200)
    expect((await desk.send('GET', '/api/session', { token })).body.error?.code).toBe('unauthenticated')
  })

  test('an idle desk locks after ten minutes; what runs by itself does not keep it open; the password unlocks it', async () => {
    const token = await desk.token('clerk1')
    desk.clock.now += 6 * minute
    expect((await desk.send('GET', '/api/health', { token })).status).toBe(200)
    desk.clock.now += 5 * minute
    const answer = await desk.send('GET', '/api/marriages', { token })
    expect(answer).toMatchObject({ status: 401, body: { error: { code: 'session_locked' } } })
    expect((await desk.send('GET', '/api/session', { token })).body).toMatchObject({ locked: true })
    expect((await desk.send('POST', '/api/session/unlock', { token, body: JSON.stringify({ password: 'not mine' }), headers: json })).status).toBe(401)
    expect((await desk.send('POST', '/api/session/unlock', { token, body: JSON.stringify({ password: passwordOf('clerk1') }), headers: json })).status).toBe(200)
    expect((await desk.send('GET', '/api/marriages', { token })).status).toBe(200)
    desk.clock.now += 9 * minute
    expect((await desk.send('GET', '/api/marriages', { token })).status).toBe(200)
    desk.clock.now += 9 * minute
    expect((await desk.send('GET', '/api/marriages', { token })).status).toBe(200)
  })

  test('the desk can be locked by hand', async () => {
    const token = await desk.token('clerk2')
    expect((await desk.send('POST', '/api/session/lock', { token })).status).toBe(200)
    expect((await desk.send('GET', '/api/marriages', { token })).body.error?.code).toBe('session_locked')
  })

  test('a session ends after twelve hours whatever is done in it', async () => {
    const token = await desk.token('clerk1')
    for (let passed = 0; passed < 12 * 60; passed += 9) {
      desk.clock.now += 9 * minute
      await desk.send('GET', '/api/marriages?limit=1', { token })
    }
    expect((await desk.send('GET', '/api/marriages', { token })).body.error?.code).toBe('unauthenticated')
  })

  test('a changed password ends the other sessions of the account', async () => {
    const one = (await signIn(desk, 'clerk3', passwordOf('clerk3'))).body as unknown as { token: string }
    const two = (await signIn(desk, 'clerk3', passwordOf('clerk3'))).body as unknown as { token: string }
    const change = (old: string, fresh: string, token: string) => desk.send('PUT', '/api/session/password', { token, body: JSON.stringify({ old, new: fresh }), headers: json })
    expect((await change('not mine', 'a longer word of hers', one.token)).body.error).toMatchObject({ code: 'invalid', field: 'old' })
    expect((await change(passwordOf('clerk3'), 'a longer word of hers', one.token)).status).toBe(200)
    expect((await desk.send('GET', '/api/session', { token: one.token })).status).toBe(200)
    expect((await desk.send('GET', '/api/session', { token: two.token })).status).toBe(401)
    expect((await change('a longer word of hers', passwordOf('clerk3'), one.token)).status).toBe(200)
  })

  test('five failures lock the account for a quarter of an hour, also for the right password and many at once', async () => {
    const wrong = await Promise.all(Array.from({ length: 8 }, () => signIn(desk, 'clerk3', 'guess')))
    expect(wrong.map(({ status }) => status).sort()).toEqual([401, 401, 401, 401, 401, 429, 429, 429])
    const right = await signIn(desk, 'clerk3', passwordOf('clerk3'))
    expect(right).toMatchObject({ status: 429, body: { error: { code: 'locked_out' } } })
    const failures = await desk.ask<{ entries: { body: { lockedUntil: string } }[] }>('audit', 'GET', '/api/journal?kind=account.signInFailed&limit=5')
    expect(failures.body.entries).toHaveLength(5)
    expect(failures.body.entries[0]?.body.lockedUntil).not.toBe('')
    desk.clock.now += 16 * minute
    expect((await signIn(desk, 'clerk3', passwordOf('clerk3'))).status).toBe(200)
  })

  test('a name that no account has is locked the same way, and nothing is written', async () => {
    const before = await desk.head()
    const answers = []
    for (let tries = 0; tries < 6; tries += 1) answers.push((await signIn(desk, 'nobody', 'guess')).status)
    expect(answers).toEqual([401, 401, 401, 401, 401, 429])
    expect(await desk.head()).toEqual(before)
  })

  test('the administrator lifts a lock-out', async () => {
    for (let tries = 0; tries < 5; tries += 1) await signIn(desk, 'clerk2', 'guess')
    expect((await signIn(desk, 'clerk2', passwordOf('clerk2'))).status).toBe(429)
    expect((await desk.ask('admin', 'POST', '/api/accounts/sample-clerk2/unlock', { reason: '本人到场说明' })).status).toBe(200)
    expect((await signIn(desk, 'clerk2', passwordOf('clerk2'))).status).toBe(200)
  })

  test('failures of a second person count as well', async () => {
    const now = await registered(desk)
    const attempt = () => desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/void`, { revision: now.revision, recovered: true, reason: '机关录入错误', second: { account: 'manager', password: 'guess' } })
    for (let tries = 0; tries < 5; tries += 1) expect((await attempt()).body.error?.code).toBe('second_person')
    expect((await attempt()).status).toBe(429)
    desk.clock.now += 16 * minute
    const auditor = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/void`, { revision: now.revision, recovered: true, reason: '机关录入错误', second: { account: 'audit', password: passwordOf('audit') } })
    expect(auditor.body.error).toMatchObject({ code: 'second_person', field: 'second.account' })
  })

  test('counter and language belong to the session and the account', async () => {
    const token = await desk.token('clerk1')
    const changed = await desk.send('PUT', '/api/session', { token, body: JSON.stringify({ counter: '7', language: 'en' }), headers: json })
    expect(changed.body).toMatchObject({ account: { counter: '7', language: 'en' } })
    expect((await desk.send('GET', '/api/marriages/none', { token })).body.error?.message).toBe('The format is wrong')
    const now = await opened(desk)
    expect(now.counter).toBe('7')
  })
})

describe('settings', () => {
  let desk: Desk
  beforeAll(async () => (desk = await openSampleDesk()))
  afterAll(() => desk.close())
  const change = (key: string, value: unknown) => desk.ask<{ value: unknown; changedAt: string }>('admin', 'PUT', `/api/settings/${key}`, { value, reason: '本处决定' })

  test('a setting is listed with its source, checked, changed and journalled', async () => {
    const { settings } = (await desk.ask<{ settings: { key: string; source: string; value: unknown; default: unknown }[] }>('clerk1', 'GET', '/api/settings')).body
    expect(settings.find(({ key }) => key === 'marriage.feb29')).toMatchObject({ value: 'mar1', source: 'office' })
    expect(settings.some(({ key }) => key === 'printers.calibrations' || key === 'office.sample')).toBe(false)
    expect((await change('session.idleMinutes', 0)).body.error).toMatchObject({ code: 'invalid', field: 'value' })
    expect((await change('session.idleMinutes', '15')).body.error?.code).toBe('invalid')
    expect((await change('office.sample', false)).status).toBe(404)
    expect((await change('no.such', 1)).status).toBe(404)
    const done = await change('session.idleMinutes', 15)
    expect(done.body).toMatchObject({ value: 15 })
    expect(done.body.changedAt).not.toBe('')
    expect((await desk.ask<{ idleMinutes: number }>('clerk1', 'GET', '/api/session')).body.idleMinutes).toBe(15)
    const journal = await desk.ask<{ entries: { kind: string; body: unknown; reason: string }[] }>('audit', 'GET', '/api/journal?kind=setting.changed&limit=1')
    expect(journal.body.entries[0]).toMatchObject({ body: { key: 'session.idleMinutes', value: 15 }, reason: '本处决定' })
  })

  test('a merged district’s new code stands in numbers from its day on', async () => {
    expect((await change('office.areaChanges', [{ from: '2026-02-30', code: '990102' }])).body.error?.code).toBe('invalid')
    expect((await change('office.areaChanges', [{ from: '2026-05-21', code: '990102' }])).status).toBe(200)
    expect((await registered(desk)).number).toMatch(/^J990101-/)
    desk.clock.now += 24 * 60 * minute
    expect((await registered(desk)).number).toBe('J990102-2026-000001')
  })

  test('offices that share a code keep to their part of the serials', async () => {
    expect((await change('numbers.first', 500_001)).status).toBe(200)
    expect((await change('numbers.last', 500_001)).status).toBe(200)
    expect((await registered(desk)).number).toBe('J990102-2026-500001')
    await expect(registered(desk)).rejects.toThrow('wrong_state')
  })

  test('the office’s name is a fact of its own', async () => {
    expect((await change('office.name', '')).body.error?.code).toBe('invalid')
    expect((await change('office.name', '新名婚姻登记处')).status).toBe(200)
    expect((await desk.ask<{ name: string }>('', 'GET', '/api/office')).body.name).toBe('新名婚姻登记处')
  })
})
