import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { statisticRoutes } from '../../../../api/schemas/statistics.ts'
import { publishedFigures } from '../../../../domain/statistics/published.ts'
import { openSampleDesk, type Desk } from '../desk.ts'

type Compared = z.infer<NonNullable<(typeof statisticRoutes)['compareReference']['reply']>>
let desk: Desk
beforeAll(async () => { desk = await openSampleDesk(60) }, 120_000)
afterAll(() => desk.close())

const table = { id: 'target-2026', kind: 'target', day: '2026-01-15', title: '2026 年工作目标', source: '市民政局工作要点（示例）', edition: '目标', period: '2026', area: '', cutOff: '', scale: 1, decimals: 0 } as const
const save = (id: string, body: object, who: 'manager' | 'clerk1' | 'audit' = 'manager') => desk.ask(who, 'PUT', `/api/references/${id}`, { table: body, reason: '年度目标' })

describe('targets and published figures of every window', () => {
  it('are entered with source and date, counted by the window they belong to, and lead to the cases behind', async () => {
    const figures = { 'marriage.total': 3, 'burial.cremated.total': 100_000, 'burial.waiver.total.yuan': 1, 'place-names.name.approved.total': 2, 'marriage.persons': 4, 'divorce.total': 1, 'reissue.total': 1 }
    expect((await save('target-2026', { ...table, figures })).status).toBe(200)
    const { body, status } = await desk.ask<Compared>('manager', 'GET', '/api/references/target-2026/comparison')
    expect(status).toBe(200)
    const row = (cell: string) => {
      const found = body.rows.find((one) => one.cell === cell)
      if (found === undefined) throw new Error(`no ${cell}`)
      return found
    }
    expect([body.from, body.to, body.table.kind, body.table.day]).toEqual(['2026-01-01', '2026-12-31', 'target', '2026-01-15'])
    expect(row('marriage.total')).toMatchObject({ window: 'marriage', unit: '对', published: 3, agrees: true })
    expect(row('marriage.persons').own).toBe(2 * row('marriage.total').own)
    // A target is met when it is reached, however far beyond; a far one is not.
    expect(row('burial.cremated.total')).toMatchObject({ window: 'burial', unit: '具', agrees: false })
    expect(row('burial.cremated.total').difference).toBe(row('burial.cremated.total').own - 100_000)
    const opened = row('burial.cremated.total').open
    const lines = await desk.ask<{ count: number }>('manager', 'GET', `/api/burial-lines?from=${opened?.from ?? ''}&to=${opened?.to ?? ''}&cells=${opened?.cells?.join(',') ?? ''}`)
    expect(lines.body.count).toBe(row('burial.cremated.total').own)
    // Amounts are in yuan.
    const waiver = await desk.ask<{ fen: number }>('manager', 'GET', '/api/burial-lines?from=2026-01-01&to=2026-12-31&cells=waiver.total')
    expect(row('burial.waiver.total.yuan')).toMatchObject({ unit: '元', own: waiver.body.fen / 100 })
    const names = row('place-names.name.approved.total')
    const namesLines = await desk.ask<{ value: number }>('manager', 'GET', `/api/place-name-lines?from=2026-01-01&to=2026-12-31&cells=${names.open?.cells?.join(',') ?? ''}`)
    expect(namesLines.body.value, JSON.stringify(namesLines.body).slice(0, 300)).toBe(names.own)
    const couples = await desk.ask<{ count: number }>('manager', 'GET', `/api/marriages?cell=marriage.total&from=2026-01-01&to=2026-12-31`)
    expect(couples.body.count).toBe(row('marriage.total').own)
    for (const { own, open } of body.rows) expect(open === null).toBe(own === 0)
  })

  it('the difference is of the days that were asked for', async () => {
    const { body } = await desk.ask<Compared>('manager', 'GET', '/api/references/target-2026/comparison?from=2026-04-01&to=2026-04-30')
    expect(body.rows.every(({ open }) => open === null || (open.from === '2026-04-01' && open.to === '2026-04-30'))).toBe(true)
  })

  it('one that nobody counts, one without a figure, a day that is none, and who may not enter them are refused', async () => {
    expect((await save('target-2026', { ...table, figures: { 'burial.nothing': 1 } })).body.error).toMatchObject({ code: 'invalid', field: 'table.figures.burial.nothing' })
    expect((await save('target-2026', { ...table, figures: {} })).body.error).toMatchObject({ code: 'invalid', field: 'table.figures' })
    expect((await save('target-2026', { ...table, day: '2026-02-30', figures: { 'marriage.total': 1 } })).status).toBe(422)
    expect((await save('target-2026', { ...table, figures: { 'marriage.total': 1 } }, 'clerk1')).status).toBe(403)
    expect((await desk.ask('audit', 'GET', '/api/references/target-2026/comparison')).status).toBe(403)
  })

  it('every figure that is offered can be compared', async () => {
    const figures = Object.fromEntries(publishedFigures.map(({ id }) => [id, 1]))
    expect((await save('all', { ...table, id: 'all', kind: 'published', figures })).status).toBe(200)
    const { body, status } = await desk.ask<Compared>('manager', 'GET', '/api/references/all/comparison')
    expect(status).toBe(200)
    expect(body.rows).toHaveLength(publishedFigures.length)
    expect(body.rows.filter(({ own }) => own > 0).length).toBeGreaterThan(30)
  })
})
