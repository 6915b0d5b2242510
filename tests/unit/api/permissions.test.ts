import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf } from '../../../api/examples.ts'
import { may, permissions, permissionsOf, roles, type Permission } from '../../../api/permissions.ts'
import { routes } from '../../../api/schemas/index.ts'
import type { RouteSpec } from '../../../api/schemas/route.ts'
import { delivered, openSampleDesk, type Case, type Desk, type Who } from './desk.ts'

let desk: Desk
let done: Case
beforeAll(async () => {
  desk = await openSampleDesk()
  done = await delivered(desk)
})
afterAll(() => desk.close())

const all = Object.values(routes) as readonly RouteSpec[]
const accountOf: Readonly<Record<(typeof roles)[number], Who>> = { registrar: 'clerk1', reviewer: 'manager', administrator: 'admin', auditor: 'audit' }

const pathOf = (spec: RouteSpec): string =>
  spec.path.replace('{id}', spec.path.includes('/accounts/') ? 'sample-clerk3' : done.id).replace('{paper}', 'marriage.review').replace('{key}', 'session.idleMinutes').replace('{hash}', 'ab'.repeat(32)).replace('{serial}', 'SJ990000001').replace('{ending}', '0').replace('{year}', '2026')
const queries: Readonly<Record<string, string>> = {
  search: 'q=zhang', monthCounts: 'month=2026-05', yearCounts: 'year=2026', nextBlanks: 'type=marriage', stockMonth: 'month=2026-05', stockSheet: 'month=2026-05', calibrationSheet: 'sheet=crosses', putFile: 'use=scan',
}
const request = (spec: RouteSpec, token?: string) => {
  const path = queries[spec.id] === undefined ? pathOf(spec) : `${pathOf(spec)}?${queries[spec.id] ?? ''}`
  const body = spec.bodyTypes !== undefined ? { body: new Uint8Array([1, 2, 3]), headers: { 'content-type': spec.bodyTypes[0] ?? '' } } : spec.body === undefined ? {} : { body: JSON.stringify(exampleOf(spec.id)?.body ?? {}), headers: { 'content-type': 'application/json' } }
  return desk.send(spec.method, path, { ...body, ...(token === undefined ? {} : { token }) })
}

test('every route names a row of the table, or says that it needs none', () => {
  for (const spec of all) expect(spec.permission === 'public' || spec.permission === 'session' || Object.hasOwn(permissions, spec.permission), spec.id).toBe(true)
  expect(all.filter(({ permission }) => permission === 'public').map(({ id }) => id).sort()).toEqual(['getJob', 'getOffice', 'getOpenApi', 'setUpOffice', 'setUpSample', 'signIn'])
})

test('every row of the table is used by a route or by a second person', () => {
  const used = new Set(all.map(({ permission }) => permission as string))
  expect(Object.keys(permissions).filter((permission) => !used.has(permission))).toEqual([])
})

test('every route has a handler', async () => {
  const token = await desk.token('audit')
  for (const spec of all) {
    if (spec.id === 'signOut') continue
    const answer = await request(spec, token)
    const unknown = answer.status === 404 && answer.body.error?.text.zh === '没有这个接口。'
    expect(unknown, spec.id).toBe(false)
  }
})

describe.each(roles)('%s', (role) => {
  const closed = all.filter(({ permission }) => permission !== 'public' && permission !== 'session' && !may(role, permission as Permission))
  test.each(closed.map((spec) => [spec.id, spec] as const))('may not %s', async (_id, spec) => {
    const token = await desk.token(accountOf[role])
    const before = await desk.head()
    const answer = await request(spec, token)
    expect(answer.status).toBe(403)
    expect(answer.body.error?.code).toBe('forbidden')
    expect(await desk.head()).toEqual(before)
  })
})

test.each(all.filter(({ permission }) => permission !== 'public').map((spec) => [spec.id, spec] as const))('nobody may %s without a session', async (_id, spec) => {
  const before = await desk.head()
  const answer = await request(spec)
  expect(answer.status).toBe(401)
  expect(answer.body.error?.code).toBe('unauthenticated')
  const forged = await request(spec, 'A'.repeat(43))
  expect(forged.status).toBe(401)
  expect(await desk.head()).toEqual(before)
})

test('the administrator sees no cases and the auditor changes none', () => {
  expect(permissionsOf('administrator').filter((permission) => permission.startsWith('case.') || permission.startsWith('count.'))).toEqual([])
  expect(permissionsOf('auditor').sort()).toEqual(['journal.read', 'paper.check', 'register.verify', 'report.read', 'rule.read', 'setting.read'])
})

test('the journal shows no personal data', async () => {
  const answer = await desk.ask<{ entries: { kind: string; body: unknown }[] }>('audit', 'GET', `/api/journal?subject=${done.id}`)
  const shown = JSON.stringify(answer.body.entries)
  expect(answer.body.entries.length).toBeGreaterThan(5)
  for (const { name, identityNumber } of done.file.parties) {
    expect(shown).not.toContain(name)
    expect(shown).not.toContain(identityNumber)
  }
  const accounts = await desk.ask<{ entries: { body: Record<string, unknown> }[] }>('audit', 'GET', '/api/journal?kind=account.created')
  expect(accounts.body.entries.every(({ body }) => !('password' in body))).toBe(true)
  expect(accounts.body.entries[0]?.body).toMatchObject({ role: 'auditor' })
})

test('lists and search are masked', async () => {
  const [man] = done.file.parties
  const list = JSON.stringify((await desk.ask('clerk1', 'GET', '/api/marriages')).body)
  expect(list).not.toContain(man.name)
  expect(list).not.toContain(man.identityNumber)
  const byNumber = await desk.ask<{ hits: { title: string; value: string; caseId: string }[] }>('clerk1', 'GET', `/api/search?q=${man.identityNumber}`)
  expect(byNumber.body.hits[0]?.caseId).toBe(done.id)
  expect(byNumber.body.hits[0]?.value).toMatch(/^990\*+\d{3}[\dX]$/)
  expect(byNumber.body.hits[0]?.title).not.toContain(man.name)
  const byName = await desk.ask<{ hits: { value: string }[] }>('clerk1', 'GET', `/api/search?q=${encodeURIComponent(man.name.slice(0, 1))}`)
  expect(byName.body.hits.every(({ value }) => /^.\*+$/.test(value))).toBe(true)
})

test('looking at a case is put on record once a session', async () => {
  const views = async () => (await desk.ask<{ entries: unknown[] }>('audit', 'GET', `/api/journal?subject=${done.id}&kind=record.viewed`)).body.entries.length
  const before = await views()
  await desk.ask('clerk2', 'GET', `/api/marriages/${done.id}`)
  await desk.ask('clerk2', 'GET', `/api/marriages/${done.id}`)
  await desk.send('GET', `/api/marriages/${done.id}/papers/marriage.review`, { token: await desk.token('clerk2') })
  expect(await views()).toBe(before + 1)
})
