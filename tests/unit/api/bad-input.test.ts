import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleOf } from '../../../api/examples.ts'
import { may } from '../../../api/permissions.ts'
import { routes } from '../../../api/schemas/index.ts'
import type { RouteSpec } from '../../../api/schemas/route.ts'
import { couple, opened, openSampleDesk, origin, registered, type Case, type Desk, type Who } from './desk.ts'

let desk: Desk
let open: Case
let decided: Case
beforeAll(async () => {
  desk = await openSampleDesk()
  open = await opened(desk)
  decided = await registered(desk)
  // Signed in before anything is measured: a sign-in is an entry of the journal.
  for (const one of ['manager', 'admin', 'audit'] as const) await desk.token(one)
})
afterAll(() => desk.close())

const json = { 'content-type': 'application/json' }
const all = Object.values(routes) as readonly RouteSpec[]
const withBody = all.filter(({ body }) => body !== undefined)
/** Somebody who may, so that it is the content that is refused. */
const who = ({ permission }: RouteSpec): Who => {
  if (permission === 'public' || permission === 'session') return 'clerk1'
  const roles = [['clerk1', 'registrar'], ['manager', 'reviewer'], ['admin', 'administrator'], ['audit', 'auditor']] as const
  return roles.find(([, role]) => may(role, permission))?.[0] ?? 'clerk1'
}
const pathOf = (spec: RouteSpec): string => spec.path.replace('{id}', spec.path.includes('/accounts/') ? 'sample-clerk3' : open.id).replace('{key}', spec.path.includes('/preferences/') ? 'dashboard' : 'session.idleMinutes').replace('{day}', '2026-04-20').replace('{ending}', '0').replace('{month}', '2026-04').replace('{year}', '2026').replace('{policy}', 'SAMPLE-2020')
const send = async (spec: RouteSpec, body: BodyInit, headers: Record<string, string> = json) => desk.send(spec.method, pathOf(spec), { body, headers, ...(spec.permission === 'public' ? {} : { token: await desk.token(who(spec)) }) })

/** Sends something bad and proves that the register did not move. */
const refused = async (work: () => Promise<Awaited<ReturnType<Desk['send']>>>) => {
  const before = await desk.head()
  const answer = await work()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(answer.body.error?.message.length).toBeGreaterThan(3)
  expect(answer.body.error?.text.en.length).toBeGreaterThan(3)
  expect(await desk.head()).toEqual(before)
  return answer
}

describe.each(withBody.map((spec) => [spec.id, spec] as const))('%s', (_id, spec) => {
  const example = (): Record<string, unknown> => structuredClone(exampleOf(spec.id)?.body ?? {}) as Record<string, unknown>

  test('refuses JSON that is cut off', async () => {
    const answer = await refused(() => send(spec, JSON.stringify(example()).slice(0, -1)))
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'malformed' } } })
  })
  test('refuses bytes that are not UTF-8', async () => {
    const answer = await refused(() => send(spec, new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])))
    expect(answer.body.error?.code).toBe('malformed')
  })
  test('refuses a field it does not know, by name', async () => {
    const answer = await refused(() => send(spec, JSON.stringify({ ...example(), surprise: 1 })))
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'malformed', field: 'surprise' } } })
  })
  test('refuses a body of another shape', async () => {
    for (const body of ['[]', '"text"', '7', 'null']) expect((await refused(() => send(spec, body))).status).toBe(400)
  })
  test('refuses another content type', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json; charset=gbk']) expect((await refused(() => send(spec, JSON.stringify(example()), { 'content-type': type }))).body.error).toMatchObject({ code: 'malformed', field: 'content-type' })
  })
  test('refuses 10 MB before reading them', async () => {
    const answer = await refused(() => send(spec, JSON.stringify({ ...example(), note: 'x'.repeat(10 * 1024 * 1024) })))
    expect(answer).toMatchObject({ status: 413, body: { error: { code: 'too_large' } } })
  })
  test('refuses wrong types', async () => {
    for (const name of Object.keys(example()).filter((name) => name !== 'value')) {
      const answer = await refused(() => send(spec, JSON.stringify({ ...example(), [name]: { wrong: [] } })))
      expect(answer.body.error?.field?.split('.')[0]).toBe(name)
    }
  })
  test('refuses a request from another site', async () => {
    for (const headers of [{ origin: 'http://evil.example' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await refused(() => send(spec, JSON.stringify(example()), { ...json, ...(headers as unknown as Record<string, string>) }))
      expect(answer).toMatchObject({ status: 403, body: { error: { code: 'foreign_origin' } } })
    }
  })
})

const strings = (value: unknown, path: string[] = []): string[][] => {
  if (typeof value === 'string') return [path]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, entry]) => strings(entry, [...path, key]))
}
const put = (value: unknown, path: readonly string[], found: unknown): unknown => {
  const copy = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  let at = copy
  for (const key of path.slice(0, -1)) at = at[key] as Record<string, unknown>
  at[path.at(-1) ?? ''] = found
  return copy
}

describe('text', () => {
  const cases = withBody.flatMap((spec) => strings(exampleOf(spec.id)?.body).filter((path) => !['password', 'old', 'new'].includes(path.at(-1) ?? '')).map((path) => [spec.id, path.join('.'), spec, path] as const))
  test.each(cases)('%s: a control character in %s is refused at its field', async (_id, field, spec, path) => {
    for (const bad of ['\u0000', 'a\u0007b', '\u202Eabc', '\ud800']) {
      const answer = await refused(() => send(spec, JSON.stringify(put(exampleOf(spec.id)?.body, path, bad))))
      expect(answer.status).toBe(422)
      expect(answer.body.error).toMatchObject({ code: 'invalid', field })
    }
  })

  test('a name in decomposed form, with a radical, is stored in its standard form', async () => {
    const file = couple(desk, { personKinds: ['mainland', 'foreigner'] })
    const [man, woman] = file.parties
    const kept = await desk.ask<Case>('clerk1', 'POST', '/api/marriages', { file: { ...file, parties: [{ ...man, name: '\u2F2D三' }, { ...woman, name: 'ZOE\u0301 MARTIN' }] } })
    expect(kept.status).toBe(200)
    expect(kept.body.file.parties.map(({ name }) => name)).toEqual(['山三', 'ZO\u00C9 MARTIN'])
  })

  test('more lines are kept where a clerk writes sentences, and nowhere else', async () => {
    const now = await opened(desk)
    const kept = await desk.ask<Case>('clerk1', 'PATCH', `/api/marriages/${now.id}`, { revision: now.revision, changes: { remarkForm: '第一行\r\n第二行' } })
    expect(kept.body.file.remarkForm).toBe('第一行\n第二行')
    const file = couple(desk)
    const refusedName = await refused(async () => desk.ask('clerk1', 'POST', '/api/marriages', { file: { ...file, parties: [{ ...file.parties[0], name: '张\n三' }, file.parties[1]] } }))
    expect(refusedName.body.error?.field).toBe('file.parties.0.name')
  })
})

describe('values that cannot stand', () => {
  const withParty = (change: Record<string, unknown>) => {
    const file = couple(desk)
    return { ...file, parties: [{ ...file.parties[0], ...change }, file.parties[1]] }
  }
  test.each([
    ['a wrong check digit', () => withParty({ identityNumber: '440524188001010010' }), 'parties.0.identityNumber'],
    ['an identity number of 17 digits', () => withParty({ identityNumber: '44052418800101001' }), 'parties.0.identityNumber'],
    ['a birth date that does not exist', () => withParty({ birth: '1998-02-30' }), 'parties.0.birth'],
    ['a paper valid to a day that does not exist', () => ({ ...couple(desk), papers: couple(desk).papers.map((paper, index) => (index === 0 ? { ...paper, validTo: '2026-13-01' } : paper)) }), 'papers.0.validTo'],
    ['a private-use character', () => withParty({ name: '张\uE000' }), 'parties.0.name'],
    ['a photo that was never stored', () => ({ ...couple(desk), photo: { hash: 'ab'.repeat(32), width: 626, height: 413, joint: true, notComposed: true } }), 'photo'],
    ['a photo of another size than the stored one', () => ({ ...couple(desk), photo: { ...couple(desk).photo, width: 1252 } }), 'photo'],
    ['a network check nobody recorded', () => ({ ...couple(desk), networkChecks: [{ party: 0, identity: 'match', maritalStatus: '10', checkedAt: '2026-05-20T09:00:00+08:00', operator: 'sample-clerk1', note: '', proof: '' }] }), 'networkChecks'],
    ['a witness who is no registrar', () => ({ ...couple(desk), declarations: couple(desk).declarations.map((one) => ({ ...one, witness: 'sample-admin' })) }), 'declarations.0.witness'],
  ])('%s is refused', async (_name, file, field) => {
    const answer = await refused(async () => desk.ask('clerk1', 'POST', '/api/marriages', { file: file() }))
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code: 'invalid', field })
  })

  test.each([
    ['dayCounts', 'GET', '/api/counts/day?day=2026-02-30', 'clerk1', 'day'],
    ['monthCounts', 'GET', '/api/counts/month?month=2026-13', 'clerk1', 'month'],
    ['listMarriages state', 'GET', '/api/marriages?state=married', 'clerk1', 'state'],
    ['listMarriages limit', 'GET', '/api/marriages?limit=100000', 'clerk1', 'limit'],
    ['an unknown parameter', 'GET', '/api/marriages?colour=red', 'clerk1', 'colour'],
    ['a parameter twice', 'GET', '/api/counts/month?month=2026-01&month=2026-02', 'clerk1', 'month'],
    ['an id of another shape', 'GET', '/api/marriages/x', 'clerk1', 'id'],
    ['a search of control characters', 'GET', '/api/search?q=%00%01', 'clerk1', 'q'],
  ] as const)('%s: refused with its field', async (_name, method, path, account, field) => {
    const answer = await refused(async () => desk.ask(account, method, path))
    expect(answer.body.error?.field).toBe(field)
  })

  test('a case that is not there, a paper that is not there', async () => {
    expect((await refused(async () => desk.ask('clerk1', 'GET', '/api/marriages/m000000000000'))).status).toBe(404)
    expect((await refused(async () => desk.ask('clerk1', 'GET', '/api/marriages/sample-clerk1'))).status).toBe(404)
    expect((await refused(async () => desk.ask('clerk1', 'GET', `/api/marriages/${open.id}/papers/marriage.dream`))).status).toBe(404)
    expect((await refused(async () => desk.ask('clerk1', 'GET', `/api/marriages/${open.id}/papers/marriage.certificate?party=0`))).body.error?.code).toBe('wrong_state')
  })

  test.each([
    ['overlaps a range', { type: 'marriage', first: 'SJ990000500', last: 'SJ990002500' }, 'first', 'stock'],
    ['runs backwards', { type: 'marriage', first: 'SX000000200', last: 'SX000000100' }, 'last', 'invalid'],
    ['mixes letters', { type: 'marriage', first: 'SX000000100', last: 'SY000000200' }, 'last', 'invalid'],
    ['is no serial', { type: 'marriage', first: '印制号', last: '印制号' }, 'last', 'invalid'],
    ['is received tomorrow', { type: 'marriage', first: 'SZ000000100', last: 'SZ000000200', receivedOn: '2026-05-21' }, 'receivedOn', 'invalid'],
  ])('a stock range that %s is refused', async (_name, range, field, code) => {
    const answer = await refused(async () => desk.ask('manager', 'POST', '/api/stock/receipts', { receivedOn: '2026-05-20', from: '示例市民政局', note: '', ...range }))
    expect(answer.body.error).toMatchObject({ code, field })
  })
})

describe('shapes that break careless readers', () => {
  test.each([
    ['nested a hundred thousand deep', `{"account":${'['.repeat(100_000)}${']'.repeat(100_000)},"password":"x"}`],
    ['a prototype for a field', '{"account":"clerk1","password":"x","__proto__":{"role":"administrator"}}'],
    ['a constructor for a field', '{"account":"clerk1","password":"x","constructor":{"prototype":{}}}'],
    ['a number without end', '{"account":1e999,"password":"x"}'],
    ['a byte order mark in front', '\uFEFF{"account":"clerk1"}'],
  ])('%s', async (_name, body) => {
    const answer = await refused(() => desk.send('POST', '/api/session', { body, headers: json }))
    expect(answer.status).toBe(400)
  })
  test('a body that grows while it is sent is stopped at its limit', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65_536).fill(0x20)) })
    const answer = await refused(() => desk.send('POST', '/api/session', { body: endless, headers: json }))
    expect(answer.body.error?.code).toBe('too_large')
  })
})

describe('who asks', () => {
  test('a foreign host is refused where the shell names its own', async () => {
    const { openDesk } = await import('./desk.ts')
    const strict = await openDesk({ hosts: new Set(['127.0.0.1:4780']) })
    expect((await strict.send('GET', '/api/office')).status).toBe(200)
    expect((await strict.send('GET', '/api/office', { headers: { host: 'evil.example' } })).body.error?.code).toBe('foreign_origin')
    await strict.close()
  })
  test('the desktop’s own origin is taken, and only there', async () => {
    const body = JSON.stringify({ account: 'clerk1', password: 'clerk1-sample-1949' })
    expect((await desk.send('POST', '/api/session', { body, headers: { ...json, origin: 'app://lantai' }, from: { shell: 'electron' } })).status).toBe(200)
    expect((await desk.send('POST', '/api/session', { body, headers: { ...json, origin: 'app://lantai' } })).status).toBe(403)
    expect((await desk.send('POST', '/api/session', { body, headers: { ...json, origin } })).status).toBe(200)
  })
  test('errors speak the language asked for', async () => {
    const body = JSON.stringify({ account: 'clerk1' })
    expect((await desk.send('POST', '/api/session', { body, headers: json })).body.error?.message).toBe('缺少这一项')
    expect((await desk.send('POST', '/api/session', { body, headers: { ...json, 'accept-language': 'en-GB,en' } })).body.error?.message).toBe('This field is missing')
  })
  test('an unknown address answers as a typed error', async () => {
    const answer = await desk.send('GET', '/api/nothing')
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'not_found' } } })
  })
  test('acts of a decided case that its state does not allow are refused', async () => {
    const answer = await refused(async () => desk.ask('clerk1', 'POST', `/api/marriages/${decided.id}/delivery`, { revision: decided.revision, parties: exampleParties }))
    expect(answer.body.error?.code).toBe('wrong_state')
    const check = await refused(async () => desk.ask('clerk1', 'POST', `/api/marriages/${decided.id}/network-checks`, { revision: decided.revision, party: 0, identity: 'match', maritalStatus: '10', note: '', proof: '' }))
    expect(check.body.error?.code).toBe('wrong_state')
  })
})

const exampleParties = [{ present: true, identityAsked: true, signed: true, fingerprint: true }, { present: true, identityAsked: true, signed: true, fingerprint: true }]
