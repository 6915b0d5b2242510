import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleDesk, type Desk, type Who } from '../desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.close())

const put = (who: Who | '', value: unknown, key = 'dashboard') => desk.ask(who, 'PUT', `/api/preferences/${key}`, { value })
const get = async (who: Who, key = 'dashboard'): Promise<unknown> => (await desk.ask<{ value: unknown }>(who, 'GET', `/api/preferences/${key}`)).body.value

test('an account keeps its own desk; no other account sees it, and the journal does not grow', async () => {
  await Promise.all([desk.token('clerk1'), desk.token('audit')])
  expect(await get('manager')).toBeNull()
  const head = await desk.head()
  const layout = { order: ['needs', 'figures'], hidden: ['stock'], days: 14 }
  expect((await put('manager', layout)).status).toBe(200)
  expect(await get('manager')).toEqual(layout)
  expect(await get('clerk1')).toBeNull()
  expect(await get('manager', 'pictures')).toBeNull()
  expect((await put('manager', ['needs'])).status).toBe(200)
  expect(await get('manager')).toEqual(['needs'])
  expect((await desk.head()).seq).toBe(head.seq)
  // Every role has a desk.
  expect((await put('audit', 'x')).status).toBe(200)
})

test('what is too large, no key, or of nobody is refused', async () => {
  expect((await put('manager', '示'.repeat(3500))).body.error).toMatchObject({ code: 'too_large', field: 'value' })
  expect(await get('manager')).toEqual(['needs'])
  expect((await put('manager', 1, 'Dash_Board')).body.error?.code).toBe('malformed')
  expect((await put('', 1)).status).toBe(401)
})
