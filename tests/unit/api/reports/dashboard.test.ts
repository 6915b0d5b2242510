import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Need } from '../../../../api/schemas/reports.ts'
import { couple, openDesk, openSampleDesk, registered, type Desk } from '../desk.ts'

interface Dashboard {
  readonly today: string; readonly figures: { window: string; kind: string; unit: { zh: string }; today: number; month: number; monthBefore: number; yearBefore: number }[]
  readonly spans: Record<'month' | 'monthBefore' | 'yearBefore', { from: string; to: string }>; readonly needs: Need[]
  readonly stock: { type: string; left: number; perDay: number; days: number | null }[]; readonly milliseconds: number
}

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(60)
})
afterAll(() => desk.close())

const look = async (who: 'manager' | 'clerk1' = 'manager'): Promise<Dashboard> => {
  const answer = await desk.ask<Dashboard>(who, 'GET', '/api/dashboard')
  expect(answer.status).toBe(200)
  return answer.body
}
const need = ({ needs }: Dashboard, id: string): Need | undefined => needs.find((one) => one.id === id)
const on = (day: string): void => void (desk.clock.now = Date.parse(`${day}T10:30:00+08:00`))

test('today and the month to date stand beside the same days of the month and of the year before', async () => {
  const before = await look()
  await registered(desk)
  const after = await look()
  const marriage = (dashboard: Dashboard) => dashboard.figures.find(({ window, kind }) => window === 'marriage' && kind === 'marriage')
  expect(marriage(after)).toMatchObject({ unit: { zh: '对' }, today: (marriage(before)?.today ?? 0) + 1, month: (marriage(before)?.month ?? 0) + 1, monthBefore: marriage(before)?.monthBefore })
  expect(after.spans).toEqual({ month: { from: '2026-05-01', to: '2026-05-20' }, monthBefore: { from: '2026-04-01', to: '2026-04-20' }, yearBefore: { from: '2025-05-01', to: '2025-05-20' } })
  // By one code path with the counts of the month: the days of the month give the same sum.
  const month = await desk.ask<{ days: { day: string; kind: string; count: number }[] }>('manager', 'GET', '/api/counts/month?month=2026-05')
  expect(marriage(after)?.month).toBe(month.body.days.filter(({ day, kind }) => kind === 'marriage' && day <= '2026-05-20').reduce((sum, { count }) => sum + count, 0))
})

test('an end of month is held against the shorter month', async () => {
  on('2026-03-31')
  expect((await look()).spans.monthBefore).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  on('2026-05-20')
})

test('booklets are told in working days by their use', async () => {
  const { stock } = await look()
  const marriage = stock.find(({ type }) => type === 'marriage')
  expect(marriage?.perDay).toBeGreaterThan(0)
  expect(marriage?.days).toBeGreaterThan(0)
  expect(Math.abs((marriage?.left ?? 0) / (marriage?.perDay ?? 1) - (marriage?.days ?? 0))).toBeLessThan((marriage?.days ?? 0) * 0.1 + 2)
  expect(need(await look(), 'stock-marriage')).toBeUndefined()
  const set = (value: number) => desk.ask('admin', 'PUT', '/api/settings/reports.lowStockDays', { value, reason: '提前领证' })
  expect((await set(365)).status).toBe(200)
  const low = need(await look(), 'stock-marriage')
  if ((marriage?.days ?? 0) < 365) expect(low).toMatchObject({ severity: 'answer', path: '/stock', count: marriage?.left })
  expect((await set(30)).status).toBe(200)
})

test('unclosed days are named with the page that closes them', async () => {
  expect((await desk.ask('admin', 'PUT', '/api/settings/reports.dayCloseFrom', { value: '2026-05-20', reason: '从此日起日结' })).status).toBe(200)
  expect(need(await look(), 'unclosed-days')).toBeUndefined()
  on('2026-05-21')
  const found = need(await look(), 'unclosed-days')
  expect(found).toMatchObject({ severity: 'answer', count: 1, path: '/day?day=2026-05-20', items: [{ title: { zh: '2026-05-20' }, path: '/day?day=2026-05-20' }] })
})

test('the month before is asked for from the fourth day on', async () => {
  on('2026-06-03')
  expect(need(await look(), 'unclosed-months')?.items.map(({ title }) => title.zh) ?? []).not.toContain('2026-05')
  on('2026-06-04')
  expect(need(await look(), 'unclosed-months')?.items.at(-1)).toEqual({ title: { zh: '2026-05', en: '2026-05' }, path: '/tally?from=2026-05-01&to=2026-05-31' })
})

test('a draft that lies for a week is told without a name of a party', async () => {
  on('2026-06-10')
  const before = need(await look(), 'drafts')?.count ?? 0
  const file = couple(desk)
  expect((await desk.ask('clerk1', 'PUT', '/api/drafts/draft-old-0001', { window: 'marriage', title: file.parties[0].name, content: file })).status).toBe(200)
  on('2026-06-17')
  expect(need(await look(), 'drafts')?.count ?? 0).toBe(before)
  on('2026-06-18')
  expect(need(await look(), 'drafts')).toMatchObject({ count: before + 1, path: '/' })
  const found = need(await look('clerk1'), 'drafts')
  expect(found).toMatchObject({ severity: 'information', count: before + 1 })
  expect(found?.items.map(({ path }) => path)).toContain('/marriage/drafts/draft-old-0001')
  expect(JSON.stringify(found)).not.toContain(file.parties[0].name)
})

test('who may not read counts sees no dashboard', async () => {
  expect((await desk.ask('clerk1', 'GET', '/api/dashboard')).status).toBe(200)
  expect((await desk.ask('audit', 'GET', '/api/dashboard')).status).toBe(403)
  expect((await desk.ask('admin', 'GET', '/api/dashboard')).status).toBe(403)
  expect((await desk.ask('', 'GET', '/api/dashboard')).status).toBe(401)
})

test('an office that was only just set up has noughts and nothing that waits', async () => {
  const empty = await openDesk()
  try {
    const json = { 'content-type': 'application/json' }
    const made = await empty.send('POST', '/api/office/set-up', { headers: json, body: JSON.stringify({ name: '示例婚姻登记处', area: '440112', fonds: '', windows: ['marriage', 'burial', 'place-names'], printer: { name: '', certificateMode: 'whole' }, administrator: { account: 'chief', name: '示例主任', password: 'a longer word of my own' } }) })
    expect(made.body.error).toBeUndefined()
    const sign = async (account: string): Promise<string> => ((await empty.send('POST', '/api/session', { headers: json, body: JSON.stringify({ account, password: 'a longer word of my own' }) })).body as unknown as { token: string }).token
    const chief = await sign('chief')
    expect((await empty.send('POST', '/api/accounts', { token: chief, headers: json, body: JSON.stringify({ account: 'head', name: '示例科长', role: 'reviewer', counter: '1', password: 'a longer word of my own', scope: 'mainland', certifiedUntil: '' }) })).status).toBe(200)
    const token = await sign('head')
    const answer = await empty.send('GET', '/api/dashboard', { token })
    expect(answer.status).toBe(200)
    const { figures, needs, stock } = answer.body as unknown as Dashboard
    expect(figures.length).toBeGreaterThan(5)
    expect(figures.every((row) => row.today === 0 && row.month === 0 && row.monthBefore === 0 && row.yearBefore === 0)).toBe(true)
    expect(needs).toEqual([])
    expect(stock.every(({ left, days }) => left === 0 && days === null)).toBe(true)
    const day = await empty.send('GET', `/api/days/${empty.today()}`, { token })
    expect(day.body).toMatchObject({ now: { counts: [], money: [], deadlines: [] }, late: [], enteredHere: [] })
    expect((day.body as unknown as { notes: { id: string }[] }).notes.map(({ id }) => id)).toContain('empty')
    const { seen } = day.body as unknown as { seen: string }
    expect((await empty.send('POST', `/api/days/${empty.today()}/closing`, { token, headers: json, body: JSON.stringify({ seen, note: '' }) })).status).toBe(200)
  } finally {
    await empty.close()
  }
})
