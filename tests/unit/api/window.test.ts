import { afterAll, beforeAll, expect, test } from 'vitest'
import { officePart } from '../../../db/office/part.ts'
import { umbrellaApi } from '../../fixtures/sample-window/api.ts'
import { umbrellaPart } from '../../fixtures/sample-window/db.ts'
import { openDesk, type Desk } from './desk.ts'

/** The frame knows no window: it runs with one that has nothing to do with the law. */
let desk: Desk
let token = ''
const json = { 'content-type': 'application/json' }
const send = (method: string, path: string, body?: unknown, as = token) => desk.send(method, path, { ...(as === '' ? {} : { token: as }), ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }) })

beforeAll(async () => {
  desk = await openDesk({ windows: [umbrellaApi], parts: [officePart, umbrellaPart] })
  await send('POST', '/api/office/set-up', { name: '示例失物招领处', area: '440112', fonds: '', windows: ['umbrella'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'chief', name: '钱天禄', password: 'a longer word of my own' } })
  const chief = (await send('POST', '/api/session', { account: 'chief', password: 'a longer word of my own' })).body as unknown as { token: string }
  await send('POST', '/api/accounts', { account: 'keeper', name: '冯素问', role: 'registrar', counter: '1', password: 'a longer word of hers', scope: 'mainland', certifiedUntil: '' }, chief.token)
  token = ((await send('POST', '/api/session', { account: 'keeper', password: 'a longer word of hers' })).body as unknown as { token: string }).token
})
afterAll(() => desk.close())

const umbrella = { colour: '红', ribs: 8, foundOn: '2026-05-20', place: '大厅' }

test('its cases are taken, found, counted and refused through the same door', async () => {
  const made = await send('POST', '/api/umbrellas', { umbrella })
  expect(made.body).toMatchObject({ state: 'found', umbrella })
  const { id } = made.body as unknown as { id: string }
  expect((await send('GET', `/api/umbrellas/${id}`)).body).toMatchObject({ id, umbrella })
  expect((await send('POST', '/api/umbrellas', { umbrella: { ...umbrella, ribs: 5 } })).body.error).toMatchObject({ code: 'invalid', field: 'umbrella.ribs' })
  expect((await send('POST', '/api/umbrellas', { umbrella, more: 1 })).body.error).toMatchObject({ code: 'malformed', field: 'more' })
  expect((await send('GET', `/api/umbrellas/${id}`, undefined, '')).status).toBe(401)
  const hits = (await send('GET', `/api/search?q=${encodeURIComponent('红')}`)).body as unknown as { hits: unknown[] }
  expect(hits.hits).toEqual([expect.objectContaining({ window: 'umbrella', caseId: id })])
  const day = (await send('GET', '/api/counts/day')).body as unknown as { kinds: unknown[] }
  expect(day.kinds).toEqual([expect.objectContaining({ kind: 'found', title: { zh: '收到失伞', en: 'Umbrellas found' }, unit: { zh: '件', en: 'cases' }, count: 1 })])
})

test('no route of another window is there', async () => {
  expect((await send('GET', '/api/marriages')).status).toBe(404)
  expect((await send('PUT', '/api/drafts/draft-0001', { window: 'marriage', title: 'x', content: {} })).status).toBeGreaterThanOrEqual(400)
  expect((await send('POST', '/api/papers/check', { code: `LANTAI/1/MARRIAGE.CERTIFICATE/J990101-2026-000001/${'0'.repeat(64)}` })).body.error?.code).toBe('invalid')
})
