import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { burialTables } from '../../../domain/burial/statistics/tables.ts'
import type { BurialTable } from '../../../api/schemas/waiver.ts'
import { openSampleDesk, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(300)
}, 240_000)
afterAll(() => desk.close())

describe('the tables of funeral affairs over the sample year', () => {
  it.each(burialTables.map(({ id }) => [id]))('%s: something is counted, and every identity holds', async (id) => {
    for (const period of ['from=2025-05-21&to=2026-05-20', 'from=2026-04-01&to=2026-04-30']) {
      const { status, body } = await desk.ask<BurialTable>('manager', 'GET', `/api/burial-tables/${id}?${period}`)
      expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
      expect(body.identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
      if (period.startsWith('from=2025')) expect(body.rows.some(({ cells }) => cells.some(({ value }) => value > 0)), 'the sample has some of each').toBe(true)
    }
  })
})
