import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSampleDesk, passwordOf, type Answer, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(120)
  for (const one of ['manager', 'admin', 'audit'] as const) await desk.token(one)
}, 60_000)
afterAll(() => desk.close())

const admin = { account: 'admin', password: passwordOf('admin') }
const facts = (more: Record<string, unknown> = {}) => ({ kind: 'yearly', year: 2028, title: '国务院办公厅关于2028年部分节假日安排的通知', source: '国办发明电〔2027〕8号', published: '2026-05-18', content: '2028-01-01 休 元旦\n2028-01-02 休 元旦\n2028-01-03 休 元旦', ...more })
const added = (more: Record<string, unknown> = {}) => ({ ...facts(more), reason: '国务院办公厅已发布', second: admin })

interface Calendar { notices: { id: string; year: number; shipped: boolean; setAside: boolean }[]; years: { year: number; working: number; holds: boolean }[]; lastYear: number; makeUpDayCountsAsWorking: boolean; localDaysCount: boolean }
const calendar = async () => (await desk.ask<Calendar>('clerk1', 'GET', '/api/calendar')).body

/** Refused, and nothing written. */
const refused = async <T>(work: () => Promise<Answer<T>>) => {
  const before = await desk.head()
  const answer = await work()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await desk.head()).toEqual(before)
  return answer
}

describe('the table', () => {
  test('shows every shipped notice with the check of its year, and how the office reads it', async () => {
    const { notices, years, makeUpDayCountsAsWorking, localDaysCount } = await calendar()
    expect(notices.filter(({ shipped }) => shipped).length).toBeGreaterThanOrEqual(15)
    expect(years.filter(({ year }) => year >= 2015 && year <= 2026).map(({ year }) => year)).toEqual([2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
    expect(years.find(({ year }) => year === 2026)).toMatchObject({ working: 248, holds: true })
    expect({ makeUpDayCountsAsWorking, localDaysCount }).toEqual({ makeUpDayCountsAsWorking: true, localDaysCount: true })
  })

  test('a year day by day says why in words; a year without a notice is refused and says what to do', async () => {
    const { body } = await desk.ask<{ days: { day: string; rest: boolean; why: { zh: string; en: string }; notice: string }[] }>('clerk1', 'GET', '/api/calendar/2026')
    expect(body.days.length).toBe(365)
    const of = (day: string) => body.days.find((entry) => entry.day === day)
    expect(of('2026-02-17')).toMatchObject({ rest: true, why: { zh: '春节放假' }, notice: '2026' })
    expect(of('2026-02-14')).toMatchObject({ rest: false, why: { zh: '春节调休上班' }, notice: '2026' })
    expect(of('2026-05-23')).toMatchObject({ rest: true, why: { zh: '星期六', en: 'Saturday' }, notice: '' })
    expect(of('2026-05-20')).toMatchObject({ rest: false, why: { zh: '', en: '' } })
    const none = await refused(() => desk.ask('clerk1', 'GET', '/api/calendar/2031'))
    expect(none.body.error).toMatchObject({ code: 'invalid', field: 'calendar' })
    expect(none.body.error?.message).toContain('导入')
  })
})

describe('a notice', () => {
  test('is shown before it is entered, and the showing writes nothing', async () => {
    const before = await desk.head()
    const { status, body } = await desk.ask<{ rows: { day: string }[]; check: { holds: boolean }; changes: { day: string }[]; warnings: { zh: string }[]; affected: { count: number } }>('manager', 'POST', '/api/calendar/preview', facts())
    expect(status).toBe(200)
    expect(body.rows.map(({ day }) => day)).toEqual(['2028-01-01', '2028-01-02', '2028-01-03'])
    expect(body.changes.length).toBe(3)
    expect(body.check.holds).toBe(false)
    expect(body.warnings[0]?.zh).toContain('请核对原文')
    expect(body.affected).toEqual({ count: 0, cases: [] })
    expect(await desk.head()).toEqual(before)
  })

  test.each([
    ['for a year that has its notice', { year: 2026, content: '2026-01-01 休 元旦' }, 'conflict', 'kind'],
    ['that corrects a year without one', { kind: 'correction', year: 2030, content: '2030-01-01 休 元旦' }, 'conflict', 'kind'],
    ['of tomorrow', { published: '2026-05-21' }, 'invalid', 'published'],
    ['that corrects what came after it', { kind: 'correction', year: 2026, published: '2025-01-02', content: '2026-05-25 休 调休' }, 'invalid', 'published'],
    ['with a day of another year', { content: '2029-01-01 休 元旦' }, 'invalid', 'rows.0'],
    ['with a line that is no day', { content: '元旦放假' }, 'invalid', 'lines.1'],
    ['with a day twice', { content: '2028-01-01 休 元旦\n2028-01-01 班 元旦' }, 'invalid', 'rows.1'],
    ['that is no JSON', { content: '{ "days": [' }, 'malformed', 'content'],
  ])('%s is refused, in the preview and when it is entered', async (_name, more, code, field) => {
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/preview', facts(more)))).body.error).toMatchObject({ code, field })
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices', added(more)))).body.error).toMatchObject({ code, field })
  })

  test('needs a second person who may', async () => {
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices', { ...added(), second: { account: 'manager', password: passwordOf('manager') } }))).body.error).toMatchObject({ code: 'second_person', field: 'second.account' })
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices', { ...added(), second: { account: 'clerk1', password: passwordOf('clerk1') } }))).body.error).toMatchObject({ code: 'second_person', field: 'second.account' })
    expect((await refused(() => desk.ask('clerk1', 'POST', '/api/calendar/notices', added()))).body.error?.code).toBe('forbidden')
  })

  test('once entered opens its year, and set aside closes it again; a shipped one stays', async () => {
    const answer = await desk.ask<{ id: string }>('manager', 'POST', '/api/calendar/notices', added())
    expect(answer.body).toMatchObject({ done: true, id: '2028', affected: { count: 0 } })
    expect((await calendar()).lastYear).toBe(2028)
    expect((await desk.ask('clerk1', 'GET', '/api/calendar/2028')).status).toBe(200)
    const aside = { reason: '录入有误，重新录入', second: admin }
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices/2026/set-aside', aside))).body.error).toMatchObject({ code: 'wrong_state' })
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices/2040/set-aside', aside))).status).toBe(404)
    expect((await desk.ask('manager', 'POST', '/api/calendar/notices/2028/set-aside', aside)).status).toBe(200)
    expect((await refused(() => desk.ask('manager', 'POST', '/api/calendar/notices/2028/set-aside', aside))).body.error).toMatchObject({ code: 'wrong_state' })
    expect((await refused(() => desk.ask('clerk1', 'GET', '/api/calendar/2028'))).body.error).toMatchObject({ code: 'invalid', field: 'calendar' })
    expect((await calendar()).notices.find(({ id }) => id === '2028')).toMatchObject({ setAside: true, shipped: false })
    // An id is never used again.
    expect((await desk.ask('manager', 'POST', '/api/calendar/notices', added())).body).toMatchObject({ id: '2028#2' })
    expect((await calendar()).lastYear).toBe(2028)
  })

  test('that corrects a year names the running applications it would move, and leaves their days alone', async () => {
    interface Affected { affected: { count: number; cases: { id: string; receiptNumber: string; end1: string; end2: string; newEnd1: string }[] } }
    // All of June off moves every application whose first period ends in it.
    const june = { kind: 'correction', year: 2026, title: '国务院办公厅关于调整2026年休假的通知', published: '2026-05-19', content: Array.from({ length: 30 }, (_, index) => `2026-06-${String(index + 1).padStart(2, '0')} 休 调休`).join('\n') }
    const preview = async () => (await desk.ask<Affected>('manager', 'POST', '/api/calendar/preview', facts(june))).body.affected
    const [one] = (await preview()).cases.filter(({ end1 }) => end1 >= '2026-06-01')
    if (one === undefined) throw new Error('the sample holds no application that is cooling off into June')
    expect(one.newEnd1).toBe('2026-07-01')
    const correction = { kind: 'correction', year: 2026, title: '国务院办公厅关于调整2026年休假的通知', published: '2026-05-19', content: `${one.end1} 休 调休` }
    const { body } = await desk.ask<Affected>('manager', 'POST', '/api/calendar/notices', added(correction))
    const moved = body.affected.cases.find(({ id }) => id === one.id)
    expect(moved).toMatchObject({ end1: one.end1, receiptNumber: one.receiptNumber })
    expect(moved?.newEnd1 ?? '').toMatch(/^2026-/)
    expect((moved?.newEnd1 ?? '') > one.end1).toBe(true)
    expect(body.affected.count).toBe(body.affected.cases.length)
    expect((await preview()).cases.find(({ id }) => id === one.id)).toMatchObject({ end1: one.end1, end2: one.end2 })
    expect((await desk.ask<{ days: { day: string; rest: boolean; notice: string }[] }>('clerk1', 'GET', '/api/calendar/2026')).body.days.find(({ day }) => day === one.end1)).toMatchObject({ rest: true, notice: '2026-05-19' })
  })
})
