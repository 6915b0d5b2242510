import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { IllegalGraveReply } from '../../../api/schemas/grounds.ts'
import { goTo, must, refused } from './burials.ts'
import { openSampleDesk, second, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const zero = { visitors: 0, vehicles: 0, incidents: 0, complaints: 0, lowCarbon: 0, online: 0, ashes: 0, eco: 0 }
const figures = { ...zero, visitors: 12_800, vehicles: 3100, complaints: 1, lowCarbon: 9200, online: 640, ashes: 24, eco: 3 }

describe('Qingming', () => {
  const count = (more: object = {}) => desk.ask('clerk1', 'POST', '/api/qingming', { site: '兰台公墓', of: '2026-04-05', figures, ...more })
  const correct = (differences: object, more: object = {}) => desk.ask('clerk1', 'POST', '/api/qingming/correction', { site: '兰台公墓', of: '2026-04-05', differences: { ...zero, ...differences }, reason: '漏报下午人数', second, ...more })
  interface Days { rows: { site: string; correction: boolean }[]; total: typeof zero; byDay: { day: string; figures: typeof zero }[]; bySite: { site: string; figures: typeof zero }[]; lowCarbonShare: number; checks: { holds: boolean }[] }
  const asked = async () => must(await desk.ask<Days>('manager', 'GET', '/api/qingming?from=2026-04-01&to=2026-04-30'))

  test('is entered by day and place, and corrected by a signed line beside the first', async () => {
    const before = await asked()
    expect(must(await count())).toMatchObject({ site: '兰台公墓', of: '2026-04-05', day: '2026-05-20', correction: false, figures })
    expect(must(await correct({ visitors: 200, complaints: -1 }))).toMatchObject({ correction: true, reason: '漏报下午人数' })
    const now = await asked()
    expect(now.total.visitors).toBe(before.total.visitors + 13_000)
    expect(now.bySite.find(({ site }) => site === '兰台公墓')?.figures).toEqual({ ...figures, visitors: 13_000, complaints: 0 })
    expect(now.rows.filter(({ site }) => site === '兰台公墓').map(({ correction }) => correction)).toEqual([false, true])
    expect(now.byDay.map(({ day }) => day)).toEqual(now.byDay.map(({ day }) => day).toSorted())
    expect(now.checks.every(({ holds }) => holds)).toBe(true)
  })

  test.each([
    ['a day twice', () => count(), 'conflict', 'of'],
    ['a day that has not come', () => count({ of: '2026-05-21' }), 'invalid', 'of'],
    ['half a visitor', () => count({ of: '2026-04-06', figures: { ...figures, visitors: 1.5 } }), 'malformed', 'figures.visitors'],
    ['fewer than none', () => count({ of: '2026-04-06', figures: { ...figures, vehicles: -1 } }), 'invalid', 'figures.vehicles'],
    ['more low-carbon visitors than visitors', () => count({ of: '2026-04-06', figures: { ...figures, lowCarbon: 20_000 } }), 'invalid', 'figures.lowCarbon'],
    ['a correction below nothing', () => correct({ visitors: -13_001 }), 'invalid', 'differences.visitors'],
    ['a correction of nothing', () => correct({ visitors: 1 }, { of: '2026-04-07' }), 'not_found', 'of'],
    ['a correction by one person', () => correct({ visitors: 1 }, { second: { account: 'clerk1', password: 'clerk1-sample-1949' } }), 'second_person', 'second.account'],
    ['a correction without a reason', () => correct({ visitors: 1 }, { reason: '' }), 'invalid', 'reason'],
  ])('refuses %s', async (_name, ask, code, field) => {
    expect(await refused(desk, ask)).toMatchObject({ code, field })
  })
})

describe('graves outside the law', () => {
  const found = { day: '2026-05-18', township: '兰台镇', village: '示例村', ground: 'forest', cells: 1, built: 'old', owner: '', finder: '护林员' }
  const register = (more: object = {}) => desk.ask<IllegalGraveReply>('clerk1', 'POST', '/api/illegal-graves', { found: { ...found, ...more } })
  const tryOn = (grave: IllegalGraveReply, act: object, revision = grave.revision) => desk.ask<IllegalGraveReply>('clerk1', 'POST', `/api/illegal-graves/${grave.id}/acts`, { revision, act })
  const ordered = { kind: 'ordered', day: '2026-05-18', document: '示责改〔2026〕7号', deadline: '2026-05-19' }
  interface Columns { openBefore: number; found: number; ordered: number; cleared: number; dropped: number; openAfter: number; overdue: number }
  interface Figures { total: Columns; byTownship: ({ township: string } & Columns)[]; byClearing: { how: string; count: number }[]; checks: { holds: boolean }[] }
  const figuresOf = async (year: number) => must(await desk.ask<Figures>('manager', 'GET', `/api/illegal-graves/figures?from=${String(year)}-01-01&to=${String(year)}-12-31`))
  const listed = async (year: number, more: object = {}) => must(await desk.ask<{ rows: { id: string; township: string; state: string }[]; count: number; next?: string }>('clerk1', 'GET', `/api/illegal-graves?${new URLSearchParams({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31`, limit: '500', ...more }).toString()}`))

  test('are found, ordered to be put right, overdue, cleared', async () => {
    let grave = must(await register())
    expect(grave).toMatchObject({ state: 'found', revision: 1 })
    expect(await refused(desk, () => tryOn(grave, { ...ordered, day: '2026-05-17' }))).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await refused(desk, () => tryOn(grave, { ...ordered, deadline: '2026-05-17' }))).toMatchObject({ code: 'invalid', field: 'act.deadline' })
    expect(await refused(desk, () => tryOn(grave, ordered, 5))).toMatchObject({ code: 'conflict', field: 'revision' })
    grave = must(await tryOn(grave, ordered))
    expect(grave.state).toBe('overdue')
    expect(await refused(desk, () => tryOn(grave, ordered))).toMatchObject({ code: 'wrong_state' })
    expect(await refused(desk, () => tryOn(grave, { kind: 'cleared', day: '2026-05-20', how: 'moved', to: '', document: '' }))).toMatchObject({ code: 'invalid', field: 'act.to' })
    grave = must(await tryOn(grave, { kind: 'cleared', day: '2026-05-20', how: 'greened', to: '', document: '验收单1' }))
    expect(grave).toMatchObject({ state: 'cleared', cleared: { how: 'greened' } })
    expect(await refused(desk, () => tryOn(grave, { kind: 'dropped', day: '2026-05-20', note: '历史保护' }))).toMatchObject({ code: 'wrong_state' })
    // The page names an owner: the look at it is put on record, once a session.
    for (let round = 0; round < 2; round += 1) must(await desk.ask<IllegalGraveReply>('clerk2', 'GET', `/api/illegal-graves/${grave.id}`))
    expect((await desk.ask<{ entries: unknown[] }>('audit', 'GET', `/api/journal?kind=record.viewed&subject=${grave.id}`)).body.entries).toHaveLength(1)
    const other = must(await register())
    expect(await refused(desk, () => tryOn(other, { kind: 'dropped', day: '2026-05-20', note: ' ' }))).toMatchObject({ code: 'invalid', field: 'act.note' })
    expect(must(await tryOn(other, { kind: 'dropped', day: '2026-05-20', note: '受保护的历史墓葬' })).state).toBe('dropped')
    expect(await refused(desk, () => register({ day: '2026-05-21' }))).toMatchObject({ code: 'invalid', field: 'found.day' })
    expect(await refused(desk, () => register({ ground: 'moon' }))).toMatchObject({ code: 'invalid', field: 'found.ground' })
  })

  test('2,187 cleared in a year is a figure by township, each number with its graves', async () => {
    goTo(desk, '2024-06-01')
    const townships = ['东山镇', '西河镇', '南湖乡']
    const ways = ['moved', 'greened', 'levelled'] as const
    const token = await desk.token('clerk1')
    const post = async <T>(path: string, body: object): Promise<T> => {
      const answer = await desk.send('POST', path, { token, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
      expect(answer.status).toBe(200)
      return answer.body as T
    }
    await Promise.all(Array.from({ length: 2187 }, async (_, index) => {
      const grave = await post<IllegalGraveReply>('/api/illegal-graves', { found: { ...found, day: '2024-06-01', township: townships[index % 3], cells: 1 } })
      await post(`/api/illegal-graves/${grave.id}/acts`, { revision: 1, act: { kind: 'cleared', day: '2024-06-01', how: ways[index % 3], to: index % 3 === 0 ? '示例公墓' : '', document: '' } })
    }))
    const { total, byTownship, byClearing, checks } = await figuresOf(2024)
    expect(total).toMatchObject({ found: 2187, cleared: 2187, openAfter: 0 })
    expect(byTownship.map(({ township, cleared }) => [township, cleared])).toEqual([['东山镇', 729], ['南湖乡', 729], ['西河镇', 729]])
    expect(byClearing.filter(({ count }) => count > 0).map(({ how, count }) => [how, count])).toEqual([['moved', 729], ['levelled', 729], ['greened', 729]])
    expect(checks.every(({ holds }) => holds)).toBe(true)
    expect((await listed(2024, { column: 'cleared' })).count).toBe(2187)
    const part = await listed(2024, { column: 'cleared', township: '东山镇' })
    expect([part.count, part.rows.length, part.next]).toEqual([729, 500, part.rows.at(-1)?.id])
    expect((await listed(2024, { column: 'cleared', township: '东山镇', after: part.next ?? '' })).rows).toHaveLength(229)
    expect((await listed(2024, { how: 'greened' })).count).toBe(729)
    expect((await listed(2024, { column: 'cleared', township: '没有的镇' })).count).toBe(0)
  }, 120_000)

  test('of every column the list is as long as the figure says', async () => {
    for (const year of [2025, 2026]) {
      const { total, byTownship } = await figuresOf(year)
      for (const column of Object.keys(total) as (keyof Columns)[]) {
        expect((await listed(year, { column })).count, `${String(year)} ${column}`).toBe(total[column])
        const [first] = byTownship
        if (first !== undefined) expect((await listed(year, { column, township: first.township })).count).toBe(first[column])
      }
    }
  })
})
