import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultProfile, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'
import { must, refused } from './burials.ts'
import { openDesk, openSampleDesk, passwordOf, type Desk } from './desk.ts'

let desk: Desk
const second = { account: 'clerk1', password: passwordOf('clerk1') }
interface Reply { readonly profile: PlaceNameProfile; readonly shipped: boolean; readonly versions: { day: string; byName: string; secondName: string; reason: string; inForce: boolean }[]; readonly findings: { rule: string; severity: string }[]; readonly classes: { id: string; role: string }[] }
const read = async (query = ''): Promise<Reply> => must(await desk.ask<Reply>('clerk1', 'GET', `/api/place-name-profile${query}`))
const set = (day: string, profile: unknown, given: object = {}, who: 'manager' | 'clerk1' | 'admin' = 'manager') => desk.ask(who, 'PUT', '/api/place-name-profile', { day, profile, reason: '按市民政局文件', second, ...given })

beforeAll(async () => {
  desk = await openSampleDesk(10)
  for (const who of ['clerk1', 'manager', 'admin', 'audit'] as const) await desk.token(who)
}, 60_000)
afterAll(() => desk.close())

test('a version is set by two persons from a day; every version stays and the one of a day is found', async () => {
  const before = await read()
  const { profile } = before
  must(await set('2026-05-20', { ...profile, maxSpecificLength: 4 }))
  must(await set('2026-06-01', { ...profile, maxSpecificLength: 6 }, { reason: '修订' }))
  const now = await read()
  expect(now).toMatchObject({ shipped: false, profile: { maxSpecificLength: 4 } })
  expect(now.versions.length).toBe(before.versions.length + 2)
  expect(now.versions.slice(0, 2)).toMatchObject([{ day: '2026-06-01', reason: '修订', inForce: false }, { day: '2026-05-20', inForce: true, byName: expect.stringMatching(/\p{Script=Han}/u), secondName: expect.stringMatching(/\p{Script=Han}/u) }])
  expect((await read('?on=2026-06-01')).profile.maxSpecificLength).toBe(6)
  expect(now.classes.map(({ id }) => id)).toEqual(expect.arrayContaining(['street', 'estate', 'village']))
})

test('a day before a version that stands is refused; the same day takes another', async () => {
  const { profile } = await read()
  expect(await refused(desk, () => set('2026-05-31', profile))).toMatchObject({ code: 'invalid', field: 'day' })
  must(await set('2026-06-01', { ...profile, maxSpecificLength: 5 }))
  expect((await read('?on=2026-06-02')).profile.maxSpecificLength).toBe(5)
  expect((await refused(desk, () => set('2026-02-30', profile))).field).toBe('day')
})

test('a check says what is wrong without saving; what stops is refused with its findings, what asks is not', async () => {
  const check = async (profile: unknown) => must(await desk.ask<{ findings: { rule: string; field?: string }[]; ready: boolean }>('manager', 'POST', '/api/place-name-profile/check', { profile }))
  expect(await check(defaultProfile())).toMatchObject({ ready: false })
  const sound = { ...defaultProfile(), officeName: '示例区民政局', areaCode: '990101' }
  const asked = await check(sound)
  expect(asked.ready).toBe(true)
  expect(asked.findings.map(({ rule }) => rule)).toContain('place-names.profile.box')
  const wrong = { ...sound, scopes: { STREET: 'none' as const } }
  expect(await check(wrong)).toMatchObject({ ready: false })
  expect(await refused(desk, () => set('2026-07-01', wrong))).toMatchObject({ code: 'findings', field: 'profile.scopes.STREET', findings: [{ rule: 'place-names.profile.scopes' }] })
  must(await set('2026-07-01', sound))
})

test.each([
  ['a field it does not have', { dream: true }, 'profile'], ['a threshold without a measure’s number', { thresholds: [{ generic: '路', kind: 'STREET', least: { lengthMetres: 'long' }, logic: 'all' }] }, 'profile.thresholds.0.least.lengthMetres'], ['a code for no paper', { documentCodes: { dream: { agency: '示', withWord: false } } }, 'profile.documentCodes'],
  ['a box turned over', { box: [121, 32, 120, 31] }, 'profile.box'],
])('%s is refused at its field', async (_what, given, field) => {
  const error = await refused(desk, () => set('2026-07-01', { ...defaultProfile(), officeName: '示例区民政局', areaCode: '990101', ...given }))
  expect(error.field?.startsWith(field)).toBe(true)
})

test('the second person is another one, who signs in and may; a clerk sets no rules', async () => {
  const profile = { ...defaultProfile(), officeName: '示例区民政局', areaCode: '990101' }
  for (const [wrong, field] of [[{ account: 'manager', password: passwordOf('manager') }, 'second.account'], [{ account: 'audit', password: passwordOf('audit') }, 'second.account']] as const) expect((await desk.ask('manager', 'PUT', '/api/place-name-profile', { day: '2026-07-02', profile, reason: '试试', second: wrong })).body.error).toMatchObject({ code: 'second_person', field })
  expect((await set('2026-07-02', profile, { second: { account: 'clerk1', password: 'wrong' } })).body.error).toMatchObject({ code: 'second_person', field: 'second.password' })
  expect(await refused(desk, () => set('2026-07-02', profile, {}, 'clerk1'))).toMatchObject({ code: 'forbidden' })
  expect((await read()).versions.every(({ day }) => day !== '2026-07-02')).toBe(true)
})

test('without a code of its own a paper asks for its number', async () => {
  const empty = await openDesk()
  try {
    await empty.ask('', 'POST', '/api/office/set-up', { name: '示例区民政局', area: '440112', fonds: '', windows: ['place-names'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'admin', name: '示例', password: passwordOf('admin') } })
    must(await empty.ask('admin', 'POST', '/api/accounts', { account: 'clerk1', name: '示例', role: 'registrar', counter: '1', password: passwordOf('clerk1'), scope: 'mainland', certifiedUntil: '' }))
    const line = must(await empty.ask<{ id: string; revision: number }>('clerk1', 'POST', '/api/irregular-names', { day: '2026-05-20', facts: { name: '宇宙城', where: '示例路', class: 'big', source: 'patrol', holder: '', contact: '', standard: '', entityId: '', found: '夸大' } }))
    const noticed = (number: string) => empty.ask<{ notices: { number: string }[] }>('clerk1', 'POST', `/api/irregular-names/${line.id}/acts`, { revision: line.revision, act: { kind: 'noticed', day: '2026-05-20', number, deadline: '2026-06-20', demands: '改正' } })
    const error = (await noticed('')).body.error
    expect(error).toMatchObject({ code: 'invalid', field: 'act.number' })
    expect(error?.text.zh).toContain('整改通知书的文号')
    expect(must(await noticed('示民改〔2026〕3号')).notices).toMatchObject([{ number: '示民改〔2026〕3号' }])
  } finally {
    await empty.close()
  }
})
