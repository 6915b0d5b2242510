import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleDesk, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => (desk = await openSampleDesk()))
afterAll(() => desk.close())

const exported = async (filter: Record<string, string>, purpose: string, who: 'manager' | 'clerk1' = 'manager') =>
  desk.send('POST', '/api/marriages/export', { body: JSON.stringify({ filter, purpose }), headers: { 'content-type': 'application/json' }, token: await desk.token(who) })

test('the whole list of a filter leaves masked, and the journal holds who, what for and how many', async () => {
  const { body: list } = await desk.ask<{ count: number }>('manager', 'GET', '/api/marriages?state=delivered&limit=1')
  const answer = await exported({ state: 'delivered' }, '台账报区民政局')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(answer.bytes)
  expect(written.startsWith('\uFEFF登记字号,')).toBe(true)
  const lines = written.trimEnd().split('\r\n').slice(1)
  expect(lines).toHaveLength(list.count)
  expect(new Set(lines).size).toBe(lines.length)
  expect(written).not.toMatch(/\d{17}[\dX]/)
  expect(lines[0]).toMatch(/^J990101-\d{4}-\d{6},.\*+,.\*+,990\*+\d{3}[\dX],990\*+\d{3}[\dX],/)
  const { body } = await desk.ask<{ entries: { kind: string; body: unknown }[] }>('manager', 'GET', '/api/journal?kind=record.exported&limit=1')
  expect(body.entries[0]).toMatchObject({ kind: 'record.exported', body: { purpose: '台账报区民政局', count: list.count } })
})

test('without a purpose, or by one who may not, nothing leaves and nothing is recorded', async () => {
  await desk.token('clerk1')
  const before = await desk.head()
  expect(await exported({}, ' ')).toMatchObject({ status: 422, body: { error: { field: 'purpose' } } })
  expect((await exported({}, '随便看看', 'clerk1')).status).toBe(403)
  expect(await desk.head()).toEqual(before)
})
