import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleDesk, passwordOf, registered, type Desk } from '../desk.ts'
import { ended, run, type Job } from './runs.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(150)
}, 120_000)
afterAll(() => desk.close())

interface Remade { readonly state: string; readonly result?: { readonly same: boolean; readonly content: string; readonly made: string } }
const remake = async (id: string): Promise<Remade> => {
  const { body } = await desk.ask<Job>('manager', 'POST', `/api/reports/${id}/remaking`)
  return (await ended(desk, 'manager', body.id)) as Remade
}

describe('a stored compliance report', () => {
  it('is made again byte for byte from the journal, whatever was done since', async () => {
    const asked = { from: '2026-03-01', to: '2026-05-20' }
    const ids: string[] = []
    for (let count = 0; count < 2; count += 1) {
      const id = await run(desk, asked)
      const { status } = await desk.ask('manager', 'POST', '/api/reports', { run: id, note: '' })
      expect(status).toBe(200)
      ids.push(id)
      // Later work changes what a report of today says: a further marriage, a setting, a registrar’s counter.
      const { id: later, revision } = await registered(desk)
      if (count === 0) {
        const done = [
          await desk.ask('manager', 'POST', `/api/marriages/${later}/void`, { revision, recovered: true, reason: '登记信息有误', second: { account: 'clerk2', password: passwordOf('clerk2') } }),
          await desk.ask('admin', 'PUT', '/api/settings/burial.cremationArea', { value: 'no', reason: '区域调整' }),
          await desk.ask('admin', 'PATCH', '/api/accounts/sample-clerk1', { counter: '9', reason: '调换窗口' }),
        ]
        expect(done.map(({ status, body }) => [status, body.error])).toEqual(done.map(() => [200, undefined]))
      }
    }
    for (const id of ids) expect(await remake(id)).toMatchObject({ state: 'done', result: { same: true } })
    const { body } = await desk.ask<{ reports: { id: string; remade: { same: boolean } | null }[] }>('manager', 'GET', '/api/reports')
    expect(body.reports.map(({ id, remade }) => [id, remade?.same])).toEqual([...ids].reverse().map((id) => [id, true]))
  }, 120_000)
})
