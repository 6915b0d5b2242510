import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Need, Picture } from '../../../../api/schemas/reports.ts'
import type { ComplianceReport } from '../../../../domain/reports/shapes.ts'
import { openSampleDesk, registered, type Answer, type Desk } from '../desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(400)
})
afterAll(() => desk.close())

const ask = (id: string, query: Record<string, string>): Promise<Answer<Picture>> => desk.ask<Picture>('clerk1', 'GET', `/api/pictures/${id}?${new URLSearchParams(query).toString()}`)
const draw = async (id: string, query: Record<string, string>): Promise<Picture> => {
  const answer = await ask(id, query)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  for (const { values, open } of answer.body.series) {
    expect(values).toHaveLength(answer.body.labels.length)
    expect(open).toHaveLength(values.length)
  }
  return answer.body
}
const sum = (values: readonly (number | null)[]): number => values.reduce<number>((all, value) => all + (value ?? 0), 0)
const year = { from: '2026-01-01', to: '2026-12-31' }

test('a kind over time is drawn by day for a quarter and by month beyond; both give the counts of the month', async () => {
  await registered(desk)
  const byDay = await draw('over-time', { from: '2026-05-01', to: '2026-05-31', window: 'marriage', kind: 'marriage' })
  expect(byDay.labels).toHaveLength(31)
  const [series] = byDay.series
  expect(series?.values[30]).toBeNull()
  const byMonth = await draw('over-time', { ...year, window: 'marriage', kind: 'marriage' })
  expect(byMonth.labels).toHaveLength(12)
  expect(byMonth.series[0]?.values[4]).toBe(sum(series?.values ?? []))
  const counted = await desk.ask<{ days: { kind: string; count: number }[] }>('clerk1', 'GET', '/api/counts/month?month=2026-05')
  expect(sum(series?.values ?? [])).toBe(counted.body.days.filter(({ kind }) => kind === 'marriage').reduce((all, { count }) => all + count, 0))
  expect(byDay.unit).toEqual({ zh: '对', en: 'couples' })
})

test('every mark with something behind it opens as many cases as it says', async () => {
  const { series } = await draw('over-time', { from: '2026-04-01', to: '2026-05-31', window: 'marriage', kind: 'marriage' })
  const [marriages] = series
  const index = marriages?.values.findIndex((value) => (value ?? 0) > 0) ?? -1
  expect(index).toBeGreaterThanOrEqual(0)
  const open = marriages?.open[index]
  expect(open).toMatchObject({ window: 'marriage', kind: 'marriage' })
  const list = await desk.ask<{ count: number }>('clerk1', 'GET', `/api/marriages?kind=marriage&from=${open?.from ?? ''}&to=${open?.to ?? ''}&state=registered,proofread,delivered`)
  expect(list.body.count).toBe(marriages?.values[index])
  for (const one of series) for (const [place, value] of one.values.entries()) expect(one.open[place] === null).toBe((value ?? 0) === 0)
})

test('main kinds of several windows say their units', async () => {
  const { series, unit } = await draw('over-time', { from: '2026-05-01', to: '2026-05-20' })
  expect(new Set(series.map(({ id }) => id.split('.')[0])).size).toBeGreaterThan(2)
  expect(unit.zh).toBe('')
  expect(series.find(({ id }) => id === 'marriage.marriage')).toMatchObject({ title: { zh: '结婚登记' }, unit: { zh: '对' } })
})

test('a calendar shows the days of a year and no more', async () => {
  const { labels, series, form } = await draw('calendar', { ...year, window: 'marriage', kind: 'marriage' })
  expect(form).toBe('calendar')
  expect(labels).toHaveLength(365)
  expect(series).toHaveLength(1)
  expect(series[0]?.values[labels.findIndex(({ id }) => id === '2026-05-20')]).toBeGreaterThan(0)
  expect((await ask('calendar', { from: '2025-01-01', to: '2026-12-31' })).body.error).toMatchObject({ code: 'invalid', field: 'from' })
})

test('the load by weekday and hour adds up to what was counted', async () => {
  const all = await draw('load', { from: '2026-05-01', to: '2026-05-31' })
  expect(all.series).toHaveLength(7)
  const one = await draw('load', { from: '2026-05-01', to: '2026-05-31', window: 'marriage' })
  const total = (picture: Picture): number => picture.series.reduce((whole, { values }) => whole + sum(values), 0)
  const days = await desk.ask<{ days: { count: number }[] }>('clerk1', 'GET', '/api/days?month=2026-05')
  expect(total(all)).toBe(days.body.days.reduce((whole, { count }) => whole + count, 0))
  expect(total(one)).toBeLessThanOrEqual(total(all))
  expect(one.series.flatMap(({ open }) => open).some((open) => open?.window === 'marriage')).toBe(true)
})

test('waivers by item and by class add up to the same', async () => {
  const { labels, series } = await draw('waivers', { from: '2020-01-01', to: '2026-12-31' })
  const of = (part: string): number => sum(labels.map(({ id }, index) => (id.startsWith(`waiver.${part}.`) ? (series[0]?.values[index] ?? 0) : 0)))
  expect(of('item')).toBeGreaterThan(0)
  expect(Math.round(of('item') * 100)).toBe(Math.round(of('class') * 100))
  expect(series[0]?.open[0]).toMatchObject({ window: 'burial', cells: [labels[0]?.id] })
})

test('deadlines ahead are those of the lists', async () => {
  const { labels, series } = await draw('deadlines', { from: '2026-05-01', to: '2026-05-31' })
  expect(labels[0]?.id).toBe('2026-05-20')
  expect(labels).toHaveLength(61)
  const divorces = series.find(({ id }) => id === 'divorce')
  const ends = await draw('deadlines', { from: '2026-05-01', to: '2026-05-31', window: 'divorce' })
  expect(sum(divorces?.values ?? [])).toBe(ends.series.reduce((all, { values }) => all + sum(values), 0))
  expect(sum(divorces?.values ?? [])).toBeGreaterThan(0)
  const today = await desk.ask<{ lists: { kind: string; count: number }[] }>('clerk1', 'GET', '/api/divorces/worklist?day=2026-05-20')
  expect(ends.series.find(({ id }) => id === 'divorce.endsToday')?.values[0] ?? 0).toBe(today.body.lists.find(({ kind }) => kind === 'endsToday')?.count ?? 0)
})

test('the stock runs from what was left to what will be', async () => {
  const { labels, series, note } = await draw('stock', { from: '2026-04-01', to: '2026-05-20' })
  const now = labels.findIndex(({ id }) => id === '2026-05-20')
  const [left, expected] = [series.find(({ id }) => id === 'marriage'), series.find(({ id }) => id === 'marriage.projected')]
  const stock = await desk.ask<{ balances: { type: string; available: number }[] }>('clerk1', 'GET', '/api/stock')
  expect(left?.values[now]).toBe(stock.body.balances.find(({ type }) => type === 'marriage')?.available)
  expect(left?.values[now + 1]).toBeNull()
  expect(expected?.values[now]).toBe(left?.values[now])
  expect(expected?.values.at(-1)).toBeLessThan(expected?.values[now] ?? 0)
  expect(left?.open[now]).toMatchObject({ window: 'stock' })
  expect(note?.zh).toContain('预计')
})

test('without a stored report no rate is drawn, and it is said why', async () => {
  const { labels, note } = await draw('pass-rate', year)
  expect(labels).toEqual([])
  expect(note?.zh).toContain('还没有合规报告')
})

test('rates are those of the newest report, the worst first; the dashboard leads to it', async () => {
  const job = (await desk.ask<{ id: string }>('manager', 'POST', '/api/compliance', { from: '2026-01-01', to: '2026-05-20' })).body
  let run = ''
  while (run === '') {
    const { body } = await desk.ask<{ state: string; result?: { run: string } }>('manager', 'GET', `/api/jobs/${job.id}`)
    expect(['running', 'done']).toContain(body.state)
    run = body.result?.run ?? ''
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { content } = (await desk.ask<{ content: ComplianceReport }>('manager', 'GET', `/api/compliance/${run}`)).body
  const { labels, series, note } = await draw('pass-rate', year)
  expect(note?.zh).toContain('2026-01-01 至 2026-05-20')
  const [rates, unexamined] = [series.find(({ id }) => id === 'rate'), series.find(({ id }) => id === 'unexamined')]
  expect(labels.length).toBeGreaterThan(3)
  for (const [place, { id }] of labels.entries()) {
    const rule = content.byRule.find((one) => `${one.window}.${one.rule}` === id)
    expect(rule).toBeDefined()
    if (rule === undefined) continue
    const value = rates?.values[place]
    const passed = rule.pass + rule.attested
    // No 100 % while anything failed or was not examined.
    if (rule.fail > 0) expect(value).toBeLessThan(100)
    if (passed + rule.fail === 0 || (rule.fail === 0 && rule.unexamined > 0)) expect(value).toBeNull()
    else expect(Math.abs((value ?? 0) - (100 * passed) / (passed + rule.fail))).toBeLessThan(0.011)
    if (rule.unexamined > 0) expect(unexamined?.values[place]).toBeGreaterThan(0)
  }
  const known = (rates?.values ?? []).filter((value) => value !== null)
  expect(known).toEqual([...known].sort((a, b) => a - b))
  const dashboard = (await desk.ask<{ needs: Need[] }>('manager', 'GET', '/api/dashboard')).body
  const failing = dashboard.needs.find(({ id }) => id === 'failing')
  if (content.failed > 0) expect(failing).toMatchObject({ severity: 'stop', count: content.failed, path: expect.stringContaining(`run=${run}`) as string })
  else expect(failing).toBeUndefined()
  // A registrar may not read the report, and is not led to it.
  const clerk = (await desk.ask<{ needs: Need[] }>('clerk1', 'GET', '/api/dashboard')).body
  expect(clerk.needs.some(({ id }) => id === 'failing' || id === 'unexamined')).toBe(false)
}, 60_000)

test('what is not there is refused at its field; an auditor sees no picture', async () => {
  expect((await ask('over-time', { ...year, window: 'umbrella' })).body.error).toMatchObject({ code: 'invalid', field: 'window' })
  expect((await ask('over-time', { ...year, window: 'marriage', kind: 'umbrella' })).body.error).toMatchObject({ code: 'invalid', field: 'kind' })
  expect((await ask('load', { from: '2026-05-02', to: '2026-05-01' })).body.error).toMatchObject({ code: 'invalid', field: 'from' })
  expect((await ask('unknown', year)).status).toBeGreaterThanOrEqual(400)
  expect((await desk.ask('audit', 'GET', '/api/pictures/load?from=2026-05-01&to=2026-05-31')).status).toBe(403)
})
