import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DayReport } from '../../../../api/schemas/reports.ts'
import { openSampleDesk, registered, second, type Answer, type Desk } from '../desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
})
afterAll(() => desk.close())

const dayOf = (day: string, who: 'manager' | 'clerk1' = 'manager') => desk.ask<DayReport>(who, 'GET', `/api/days/${day}`)
const close = (day: string, seen: string, who: 'manager' | 'clerk1' | 'audit' = 'manager', note = '') => desk.ask<DayReport>(who, 'POST', `/api/days/${day}/closing`, { seen, note })
const countOf = (report: DayReport, kind: string, figures = report.now): number => figures.counts.filter((row) => row.kind === kind).reduce((sum, { count }) => sum + count, 0)
const mustDay = async (day: string): Promise<DayReport> => {
  const answer: Answer<DayReport> = await dayOf(day)
  expect(answer.status).toBe(200)
  return answer.body
}
const noteIds = ({ notes }: DayReport): readonly string[] => notes.map(({ id }) => id)
const on = (day: string, time = '10:30'): void => void (desk.clock.now = Date.parse(`${day}T${time}:00+08:00`))

test('a day shows what was done by window and counter, with stock, open work and units', async () => {
  on('2026-05-20')
  const before = await mustDay('2026-05-20')
  await registered(desk)
  const after = await mustDay('2026-05-20')
  expect(countOf(after, 'marriage')).toBe(countOf(before, 'marriage') + 1)
  expect(after.seen).not.toBe(before.seen)
  expect(after.closed).toBeNull()
  expect(after.now.counts.find(({ kind }) => kind === 'marriage')).toMatchObject({ window: 'marriage', unit: '对' })
  const stock = after.now.stock.find(({ type }) => type === 'marriage')
  expect(stock).toBeDefined()
  if (stock !== undefined) expect(stock.opening + stock.received - stock.issued - stock.reissued - stock.spoiled - stock.returned).toBe(stock.closing)
  expect(after.now.open.some(({ window, state, count }) => window === 'marriage' && state === 'registered' && count > 0)).toBe(true)
  expect(after.kinds.find(({ window, kind }) => window === 'marriage' && kind === 'marriage')).toMatchObject({ title: { zh: '结婚登记' }, unit: { zh: '对' } })
  expect(noteIds(after)).toContain('running')
})

test('a manager closes the day that she saw; a clerk and an auditor may not', async () => {
  const report = await mustDay('2026-05-20')
  expect(report.mayClose).toBe(true)
  expect((await dayOf('2026-05-20', 'clerk1')).body.mayClose).toBe(false)
  expect((await close('2026-05-20', report.seen, 'clerk1')).status).toBe(403)
  expect((await close('2026-05-20', report.seen, 'audit')).status).toBe(403)
  expect((await desk.ask('audit', 'GET', '/api/days/2026-05-20')).status).toBe(403)
  await registered(desk)
  const head = await desk.head()
  const stale = await close('2026-05-20', report.seen)
  expect(stale).toMatchObject({ status: 409, body: { error: { code: 'conflict', field: 'seen' } } })
  expect(await desk.head()).toEqual(head)
  const again = await mustDay('2026-05-20')
  const closed = await close('2026-05-20', again.seen, 'manager', '空白证已清点')
  expect(closed.status).toBe(200)
  expect(closed.body).toMatchObject({ mayClose: false, closed: { by: '沈石渠', note: '空白证已清点', head: { seq: head.seq, hash: head.hash } } })
  expect(closed.body.closed?.figures).toEqual(again.now)
  expect((await desk.head()).seq).toBe(head.seq + 1)
})

test('a closed day stays as it was signed; what comes later is a late line in both days', async () => {
  const frozen = await mustDay('2026-05-20')
  const made = await registered(desk)
  const after = await mustDay('2026-05-20')
  expect(after.closed).toEqual(frozen.closed)
  expect(countOf(after, 'marriage')).toBe(countOf(frozen, 'marriage') + 1)
  expect(after.late.find(({ kind, caseId }) => kind === 'marriage' && caseId === made.id)).toMatchObject({ day: '2026-05-20', enteredOn: '2026-05-20', window: 'marriage', unit: '对', count: 1, title: { zh: '结婚登记' } })
  on('2026-05-21')
  const voided = await desk.ask('clerk1', 'POST', `/api/marriages/${made.id}/void`, { revision: made.revision, recovered: true, reason: '机关录入错误', second })
  expect(voided.status).toBe(200)
  const [eventDay, entryDay] = [await mustDay('2026-05-20'), await mustDay('2026-05-21')]
  const taken = eventDay.late.filter(({ kind, count }) => kind === 'marriage' && count < 0)
  expect(taken).toHaveLength(1)
  expect(taken[0]).toMatchObject({ day: '2026-05-20', enteredOn: '2026-05-21' })
  expect(entryDay.enteredHere).toContainEqual(taken[0])
  expect(countOf(eventDay, 'marriage')).toBe(countOf(frozen, 'marriage'))
  expect(eventDay.closed).toEqual(frozen.closed)
})

test('a day is closed once, and no day to come is closed or shown', async () => {
  const report = await mustDay('2026-05-20')
  expect(await close('2026-05-20', report.seen)).toMatchObject({ status: 409, body: { error: { code: 'conflict', field: 'day' } } })
  const next = await mustDay('2026-05-21')
  expect(await close('2026-05-22', next.seen)).toMatchObject({ status: 422, body: { error: { code: 'invalid', field: 'day' } } })
  expect(await dayOf('2026-05-22')).toMatchObject({ status: 422, body: { error: { code: 'invalid', field: 'day' } } })
  expect((await dayOf('2026-02-30')).body.error).toMatchObject({ code: 'malformed' })
})

test('days with business that nobody closed are named, from the first closed day or from the setting', async () => {
  on('2026-05-22')
  interface Days { readonly days: { day: string; count: number; closed: boolean; by: string; late: number }[]; readonly unclosed: string[] }
  const days = async (): Promise<Days> => (await desk.ask<Days>('clerk1', 'GET', '/api/days?month=2026-05')).body
  const { days: listed, unclosed } = await days()
  expect(listed).toHaveLength(22)
  expect(listed.find(({ day }) => day === '2026-05-20')).toMatchObject({ closed: true, by: '沈石渠', late: expect.any(Number) as number })
  expect(listed.find(({ day }) => day === '2026-05-20')?.late).toBeGreaterThanOrEqual(2)
  expect(unclosed).toEqual(['2026-05-21'])
  const today = await mustDay('2026-05-22')
  expect(noteIds(today)).toEqual(expect.arrayContaining(['empty', 'unclosed']))
  const set = (value: string) => desk.ask('admin', 'PUT', '/api/settings/reports.dayCloseFrom', { value, reason: '从此日起日结' })
  expect((await set('2026-02-30')).status).toBe(422)
  expect((await set('2026-05-22')).status).toBe(200)
  expect((await days()).unclosed).toEqual([])
  expect((await set('2026-01-01')).status).toBe(200)
  const since = (await days()).unclosed
  expect(since.length).toBeGreaterThan(1)
  expect(since).toEqual([...since].sort())
  expect(since).not.toContain('2026-05-20')
  expect((await set('')).status).toBe(200)
  expect((await desk.ask<Days>('clerk1', 'GET', '/api/days?month=2026-07')).body.days).toEqual([])
})

test('a past day is closed with what lies open now, and says so', async () => {
  const report = await mustDay('2026-05-21')
  expect(noteIds(report)).toContain('openNow')
  expect((await close('2026-05-21', report.seen)).status).toBe(200)
  expect((await desk.ask<{ unclosed: string[] }>('clerk1', 'GET', '/api/days?month=2026-05')).body.unclosed).toEqual([])
})

test('a clock that stepped back is told', async () => {
  on('2026-05-25', '15:00')
  await registered(desk)
  on('2026-05-25', '09:00')
  await registered(desk)
  const report = await mustDay('2026-05-25')
  const note = report.notes.find(({ id }) => id === 'clock')
  expect(note?.line.zh).toContain('2026-05-25 15:00')
  expect(countOf(report, 'marriage')).toBe(2)
})

test('of two who sign the same day at once, one signs', async () => {
  const { seen } = await mustDay('2026-05-25')
  const answers = await Promise.all([close('2026-05-25', seen), close('2026-05-25', seen)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const entries = await desk.ask<{ entries: unknown[] }>('manager', 'GET', '/api/journal?kind=day.closed&subject=day%2F2026-05-25')
  expect(entries.body.entries).toHaveLength(1)
})
