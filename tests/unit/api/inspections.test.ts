import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleDesk, type Desk } from './desk.ts'

interface Run {
  total: number; qualified: number; failed: number; unexamined: number; numerator: number; denominator: number; failingMore: boolean
  byWindow: { window: string; total: number; qualified: number; failed: number; unexamined: number }[]
  byItem: { window: string; item: string; pass: number; fail: number; notApplicable: number; unexamined: number }[]
  failing: { window: string; line: { id: string; names: string[] }; items: { item: string; message: { zh: string } }[] }[]
}
interface Page { rows: { id: string }[]; next?: string }
interface CasePage { inspection: { verdict: string; items: { item: string; result: string }[] } }

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(160)
}, 120_000)
afterAll(() => desk.close())

const lists = { marriage: 'marriages', divorce: 'divorces', reissue: 'reissues' } as const
const period = 'from=2025-05-21&to=2026-05-20'

describe('the pass-rate run', () => {
  it('says of every window what the pages of its cases say, item by item', async () => {
    const { body: run, status } = await desk.ask<Run>('manager', 'GET', `/api/inspections?${period}`)
    expect(status).toBe(200)
    expect(run.byWindow.map(({ window }) => window)).toEqual(['marriage', 'divorce', 'reissue'])
    for (const [window, path] of Object.entries(lists)) {
      const verdicts: Record<string, number> = { qualified: 0, failed: 0, unexamined: 0 }
      const items = new Map<string, Record<string, number>>()
      let after: string | undefined
      do {
        const { body: page } = await desk.ask<Page>('manager', 'GET', `/api/${path}?${period}&state=registered,proofread,delivered&limit=200${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`)
        if (!Array.isArray(page.rows)) throw new Error(JSON.stringify(page))
        for (const { id } of page.rows) {
          const { body: { inspection } } = await desk.ask<CasePage>('manager', 'GET', `/api/${path}/${id}`)
          verdicts[inspection.verdict] = (verdicts[inspection.verdict] ?? 0) + 1
          for (const { item, result } of inspection.items) {
            const counts = items.get(item) ?? { pass: 0, fail: 0, notApplicable: 0, unexamined: 0 }
            counts[result] = (counts[result] ?? 0) + 1
            items.set(item, counts)
          }
        }
        after = page.next
      } while (after !== undefined)
      const { total: _total, window: _window, title: _title, ...told } = run.byWindow.find((row) => row.window === window) as Run['byWindow'][0] & { title: unknown }
      expect([window, told]).toEqual([window, verdicts])
      expect(Object.values(verdicts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(5)
      const counted = run.byItem.filter((row) => row.window === window && row.pass + row.fail + row.notApplicable + row.unexamined > 0)
      expect(Object.fromEntries(counted.map(({ item, pass, fail, notApplicable, unexamined }) => [item, { pass, fail, notApplicable, unexamined }]))).toEqual(Object.fromEntries(items))
    }
    expect(run.total).toBe(run.qualified + run.failed + run.unexamined)
    expect([run.numerator, run.denominator]).toEqual([run.qualified, run.qualified + run.failed])
    expect(run.failing.length).toBe(Math.min(run.failed, 600))
    for (const { items, line } of run.failing) {
      expect(items.length).toBeGreaterThan(0)
      expect(line.names.join('')).toContain('*')
    }
  }, 120_000)

  it('asks one window alone, and refuses days that are too many or to come', async () => {
    const { body } = await desk.ask<Run>('manager', 'GET', `/api/inspections?${period}&window=reissue`)
    expect(body.byWindow.map(({ window }) => window)).toEqual(['reissue'])
    expect((await desk.ask('manager', 'GET', '/api/inspections?from=2024-05-21&to=2026-05-20')).body.error).toMatchObject({ code: 'invalid', field: 'to' })
    expect((await desk.ask('manager', 'GET', '/api/inspections?from=2026-05-21&to=2026-05-22')).body.error).toMatchObject({ code: 'invalid', field: 'to' })
    expect((await desk.ask('manager', 'GET', '/api/inspections?from=2026-05-20&to=2026-05-19')).body.error).toMatchObject({ code: 'invalid', field: 'from' })
  })

  it('runs that are asked at once wait for one another and say the same', async () => {
    const runs = await Promise.all([1, 2, 3].map(() => desk.ask<Run>('manager', 'GET', `/api/inspections?${period}`)))
    expect(new Set(runs.map(({ body: { total, qualified, failed, unexamined } }) => JSON.stringify([total, qualified, failed, unexamined]))).size).toBe(1)
  })

  it('stops when the page is left, and the next one runs', async () => {
    const leave = new AbortController()
    const token = await desk.token('manager')
    const asked = desk.api.fetch(new Request(`http://127.0.0.1:4780/api/inspections?${period}`, { headers: { authorization: `Bearer ${token}` }, signal: leave.signal }), { shell: 'server', remoteAddress: '127.0.0.1' })
    leave.abort()
    expect((await asked).status).not.toBe(200)
    expect((await desk.ask('manager', 'GET', `/api/inspections?${period}&window=marriage`)).status).toBe(200)
  })
})
