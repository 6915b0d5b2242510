import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayReport } from '../../../../api/schemas/reports.ts'
import { textOf } from '../../../fixtures/papers/poppler.ts'
import { openSampleDesk, registered, type Desk } from '../desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.close())

const sheet = async (query: string): Promise<string> => {
  const answer = await desk.send('GET', `/api/day-sheet?${query}`, { token: await desk.token('manager') })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  return textOf(answer.bytes).replace(/\s/g, '')
}

test('the sheet of a day says that it is not closed, then who closed it, with the figures that were signed', async () => {
  await registered(desk)
  expect(await sheet('day=2026-05-20')).toContain('未日结')
  const { seen, now } = (await desk.ask<DayReport>('manager', 'GET', '/api/days/2026-05-20')).body
  expect((await desk.ask('manager', 'POST', '/api/days/2026-05-20/closing', { seen, note: '' })).status).toBe(200)
  await registered(desk)
  const signed = await sheet('day=2026-05-20')
  expect(signed).not.toContain('未日结')
  expect(signed).toContain('沈石渠')
  expect(signed).toContain('补记')
  const marriages = now.counts.filter(({ window, kind }) => window === 'marriage' && kind === 'marriage').reduce((sum, { count }) => sum + count, 0)
  expect(await sheet('day=2026-05-20&window=marriage')).toMatch(new RegExp(`结婚登记.*${String(marriages)}`))
}, 60_000)

test('one window alone is drawn; one that is not there, or a day to come, is refused', async () => {
  expect(await sheet('day=2026-05-20&window=burial')).toContain('殡葬服务')
  expect((await desk.ask('manager', 'GET', '/api/day-sheet?day=2026-05-20&window=umbrella')).body.error).toMatchObject({ code: 'invalid', field: 'window' })
  expect((await desk.ask('manager', 'GET', '/api/day-sheet?day=2026-05-21')).body.error).toMatchObject({ code: 'invalid', field: 'day' })
  expect((await desk.ask('audit', 'GET', '/api/day-sheet?day=2026-05-20')).status).toBe(403)
}, 60_000)
