import { afterAll, beforeAll, expect, test } from 'vitest'
import { lateTitle } from '../../../../api/reports/late-titles.ts'
import type { DayReport, Need, Picture } from '../../../../api/schemas/reports.ts'
import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import { openSampleDesk, type Desk } from '../desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(300)
})
afterAll(() => desk.close())

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await desk.ask<T>('manager', 'GET', path)
  expect(status, JSON.stringify(body).slice(0, 300)).toBe(200)
  return body
}
const dayOf = (day: string): Promise<DayReport> => get(`/api/days/${day}`)
interface Counts { readonly lists: { readonly list: string; readonly count: number }[] }

test('what lies open on the day is what the lists of the desks hold', async () => {
  const { now } = await dayOf(desk.today())
  const openOf = (window: string, list: string): number | undefined => now.open.find((row) => row.window === window && row.state === `${window}.${list}`)?.count
  const [burial, names] = [await get<Counts>('/api/burials/lists'), await get<Counts>('/api/place-name-cases/lists')]
  for (const { list, count } of burial.lists) expect(openOf('burial', list), list).toBe(count)
  for (const { list, count } of names.lists) expect(openOf('place-names', list), list).toBe(count)
})

test('deadlines of funeral affairs and place names come from their lists, overdue ones too', async () => {
  const { needs } = await get<{ needs: Need[] }>('/api/dashboard')
  const items = (id: string): readonly Need['items'][number][] => needs.find((need) => need.id === id)?.items ?? []
  const burial = await get<Counts>('/api/burials/lists')
  for (const list of ['storageOverdue', 'unclaimed']) {
    const count = burial.lists.find((row) => row.list === list)?.count ?? 0
    const item = items('overdue-burial').find(({ path }) => path === `/burial?list=${list}`)
    expect(item === undefined ? 0 : Number(/\d+/.exec(item.title.zh)?.[0])).toBe(count)
  }
  const names = await get<Counts>('/api/place-name-cases/lists')
  for (const item of items('overdue-place-names')) {
    const list = item.path.slice('/place-names?list='.length)
    expect(Number(/(\d+) 件$/.exec(item.title.zh)?.[1])).toBeLessThanOrEqual(names.lists.find((row) => row.list === list)?.count ?? 0)
  }
  // Every mark of the deadlines ahead opens the list in which it waits.
  for (const window of ['burial', 'place-names']) {
    const { series } = await get<Picture>(`/api/pictures/deadlines?from=2026-05-20&to=2026-06-30&window=${window}`)
    for (const { values, open } of series) for (const [place, value] of values.entries()) if ((value ?? 0) > 0) expect(open[place]).toMatchObject({ window })
  }
})

test('a deadline that falls on a day stands in the day', async () => {
  const { labels, series } = await get<Picture>('/api/pictures/deadlines?from=2026-05-20&to=2026-05-21')
  expect(labels.map(({ id }) => id)).toEqual(['2026-05-20', '2026-05-21'])
  const { now } = await dayOf('2026-05-20')
  for (const { id, values } of series) expect(now.deadlines.filter(({ window }) => window === id).reduce((sum, { count }) => sum + count, 0), id).toBe(values[0])
})

test('money of a day is that of the counted lines', async () => {
  let waived = 0
  for (const { day } of (await get<{ days: { day: string; count: number }[] }>('/api/days?month=2026-04')).days.filter(({ count }) => count > 0)) {
    const { now } = await dayOf(day)
    const lines = await get<{ count: number; fen: number }>(`/api/burial-lines?cells=waiver.total&from=${day}&to=${day}`)
    const money = now.money.find(({ window, kind }) => window === 'burial' && kind === 'waiver')
    expect(money?.fen ?? 0).toBe(lines.fen)
    waived += money?.fen ?? 0
  }
  expect(waived).toBeGreaterThan(0)
})

test('every late line says in words what it counts', async () => {
  const seen = new Set<string>()
  for (const month of ['2026-03', '2026-04', '2026-05']) {
    for (const { day } of (await get<{ days: { day: string; late: number }[] }>(`/api/days?month=${month}`)).days.filter(({ late }) => late > 0)) {
      for (const { title, kind } of (await dayOf(day)).late) {
        seen.add(kind)
        expect(title.zh, kind).toMatch(/[一-鿿]/)
        expect(title.zh, kind).not.toMatch(/[a-z]{3}/)
        expect(title.en, kind).not.toMatch(/[一-鿿]/)
      }
    }
  }
  expect(seen.size).toBeGreaterThan(0)
  expect(lateTitle('burial', 'cremated').zh).toBe(burialTables[0]?.rows.by === 'figures' ? burialTables[0].rows.list.find(({ id }) => id === 'cremated')?.title.zh : '')
  expect(lateTitle('marriage', 'statistics').zh).toContain('统计栏目')
})
