import { afterAll, beforeAll, expect, test } from 'vitest'
import { emptyPlaceNameFile } from '../../../domain/place-names/case/file.ts'
import { papers } from '../../../templates/windows.ts'
import { openDesk, type Desk } from './desk.ts'

/** An office that offers place names alone. */
let desk: Desk
let [chief, clerk, head] = ['', '', '']
const json = { 'content-type': 'application/json' }
const send = (token: string, method: string, path: string, body?: unknown) => desk.send(method, path, { ...(token === '' ? {} : { token }), ...(body === undefined ? {} : { body: JSON.stringify(body), headers: json }) })
const signIn = async (account: string, password: string): Promise<string> => ((await send('', 'POST', '/api/session', { account, password })).body as unknown as { token: string }).token

beforeAll(async () => {
  desk = await openDesk()
  const made = await send('', 'POST', '/api/office/set-up', { name: '示例市示例区民政局', area: '440112', fonds: '', windows: ['place-names'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'chief', name: '示例管理员', password: 'a longer word of my own' } })
  expect(made.status).toBe(200)
  chief = await signIn('chief', 'a longer word of my own')
  for (const [account, role] of [['keeper', 'registrar'], ['head', 'reviewer']] as const) await send(chief, 'POST', '/api/accounts', { account, name: `示例${role}`, role, counter: '1', password: 'a longer word of hers', scope: 'mainland', certifiedUntil: '' })
  clerk = await signIn('keeper', 'a longer word of hers')
  head = await signIn('head', 'a longer word of hers')
})
afterAll(() => desk.close())

test('it opens its own routes and closes those of the desks it does not have', async () => {
  for (const path of ['/api/place-name-cases', '/api/gazetteer', '/api/plates', '/api/address-proofs', '/api/boundaries', '/api/boundary-plans/2026', '/api/irregular-names', '/api/place-name-profile', '/api/name-plans']) expect((await send(clerk, 'GET', path)).status, path).toBe(200)
  for (const path of ['/api/marriages', '/api/burials', '/api/divorces']) expect((await send(clerk, 'GET', path)).body.error?.code, path).toBe('not_found')
  expect((await send(clerk, 'PUT', '/api/drafts/draft-0001', { window: 'place-names', title: '草稿', content: emptyPlaceNameFile() })).status).toBe(200)
})

test('the setting of windows lists it, and another desk may be added and taken away', async () => {
  const change = (value: unknown) => send(chief, 'PUT', '/api/settings/office.windows', { value, reason: '按本处情况' })
  expect((await change(['place-names', 'burial'])).status).toBe(200)
  expect((await send(clerk, 'GET', '/api/burials')).status).toBe(200)
  expect((await change(['place-names', 'addresses'])).body.error).toMatchObject({ code: 'invalid' })
  expect((await change(['place-names'])).status).toBe(200)
})

test('the rule book lists its rules, the catalogue its papers', async () => {
  const rules = (await send(clerk, 'GET', '/api/rules')).body as unknown as { rules: { id: string; window: string }[] }
  const own = rules.rules.filter(({ window }) => window === 'place-names').map(({ id }) => id)
  expect(own).toEqual(expect.arrayContaining(['place-names.plates', 'place-names.concordance', 'boundary.inspection', 'place-names.profile.box']))
  const listed = (await send(clerk, 'GET', '/api/papers')).body as unknown as { papers: { paper: string; window: string }[] }
  expect(listed.papers.filter(({ window }) => window === 'place-names').map(({ paper }) => paper)).toEqual(papers.map(({ id }) => id).filter((id) => id.startsWith('place-names.')))
})

test('without rules of its own the office works with those that ship, under its name', async () => {
  const { body } = (await send(head, 'GET', '/api/place-name-profile')) as unknown as { body: { profile: { officeName: string; areaCode: string }; shipped: boolean; versions: unknown[]; classes: { id: string }[] } }
  expect(body).toMatchObject({ shipped: true, versions: [], profile: { officeName: '示例市示例区民政局', areaCode: '440112' } })
  expect(body.classes.map(({ id }) => id)).toContain('street')
})
