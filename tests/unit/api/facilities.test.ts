import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { FacilityReply } from '../../../api/schemas/grounds.ts'
import { provincialItems } from '../../../domain/burial/facilities/form.ts'
import { goTo, must, refused } from './burials.ts'
import { openSampleDesk, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

interface List { rows: { id: string; approved: boolean; inspection: string }[]; count: number; figures: { facilities: number; approved: number; withoutApproval: number; share: number; message: { zh: string }; due: number; inspected: number; reportsMissing: number; byState: { state: string; count: number }[]; byKind: { kind: string; count: number }[]; checks: { holds: boolean }[] } }
const list = async (query = '') => must(await desk.ask<List>('clerk1', 'GET', `/api/facilities${query}`))
const facts = { name: '示例村公益性墓地', kind: 'villagePlots', area: '990101', township: '兰台镇', foundedOn: '2012-09-01', document: '示民备〔2012〕9号' }
const register = (given: object = {}) => desk.ask<FacilityReply>('manager', 'POST', '/api/facilities', { facts: { ...facts, ...given } })
const tryOn = (facility: FacilityReply, act: object, revision = facility.revision) => desk.ask<FacilityReply>('manager', 'POST', `/api/facilities/${facility.id}/acts`, { revision, act })
const step = async (facility: FacilityReply, act: object): Promise<FacilityReply> => must(await tryOn(facility, act))
const points = (less: Readonly<Record<string, number>> = {}) => provincialItems.map(({ id, most }) => ({ item: id, points: most - (less[id] ?? 0), note: less[id] === undefined ? '' : '现场所见' }))
const inspected = (more: object = {}) => ({ kind: 'inspected', year: 2025, day: '2026-05-20', items: points(), workingDays: 20, inspectors: ['检查员甲', '检查员乙'], ...more })
const approval = { document: '示价〔2025〕1号', authority: '示例区发改局', from: '2025-01-01', to: '', items: [{ item: '墓位使用费', mostFen: 350_000 }] }

describe('the register of facilities', () => {
  test('17 of 218 with approved prices is a figure, and its facilities are one click away', async () => {
    const { figures, count, rows } = await list('?year=2025')
    expect([figures.facilities, figures.approved, figures.withoutApproval, count, rows.length]).toEqual([218, 17, 201, 218, 218])
    expect(figures.share).toBeCloseTo(0.07798, 5)
    expect(figures.message.zh).toContain('17 / 218 = 7.8%')
    expect(figures.checks.every(({ holds }) => holds)).toBe(true)
    const [yes, no] = [await list('?approved=yes'), await list('?approved=no')]
    expect([yes.count, no.count]).toEqual([17, 201])
    expect(yes.rows.every(({ approved }) => approved)).toBe(true)
    for (const { kind, count: held } of figures.byKind) expect((await list(`?kind=${kind}`)).count).toBe(held)
    for (const { state, count: held } of figures.byState) expect((await list(`?year=2025&inspection=${state}`)).count, state).toBe(held)
    expect((await list('?year=2025&reports=missing')).count).toBe(figures.reportsMissing)
    expect(figures.byState.reduce((sum, { count: held }) => sum + held, 0)).toBe(figures.due)
  })

  test('takes price approvals that do not overlap, and ends them', async () => {
    let one = must(await register({ name: '示例甲墓地' }))
    expect(one).toMatchObject({ approved: false, priceApprovals: [], revision: 1 })
    expect(one.findings.map(({ rule }) => rule)).toContain('facility.prices')
    one = await step(one, { kind: 'pricesApproved', approval })
    expect(one.approved).toBe(true)
    expect(await refused(desk, () => tryOn(one, { kind: 'pricesApproved', approval }))).toMatchObject({ code: 'conflict' })
    expect(await refused(desk, () => tryOn(one, { kind: 'pricesApproved', approval: { ...approval, document: '示价〔2026〕1号', from: '2026-01-01' } }))).toMatchObject({ code: 'invalid' })
    expect(await refused(desk, () => tryOn(one, { kind: 'pricesApproved', approval: { ...approval, document: '示价〔2024〕1号', from: '2024-01-01', to: '2023-01-01' } }))).toMatchObject({ code: 'invalid' })
    expect(await refused(desk, () => tryOn(one, { kind: 'pricesApproved', approval: { ...approval, items: [{ item: '墓位', mostFen: -1 }] } }))).toMatchObject({ code: 'invalid', field: 'act.approval.items.0.mostFen' })
    one = await step(one, { kind: 'pricesEnded', document: approval.document, to: '2026-04-30' })
    expect(one.approved).toBe(false)
    expect(await refused(desk, () => tryOn(one, { kind: 'pricesEnded', document: '没有', to: '2026-04-30' }))).toMatchObject({ code: 'not_found', field: 'act.document' })
  })
})

describe('an inspection', () => {
  test('is scored by the office’s form; its time to mend is counted in working days', async () => {
    const low = { grounds: 20, management: 10 }
    const asked = must(await desk.ask('manager', 'POST', '/api/facilities/score', { items: points(low), day: '2026-05-20', workingDays: 20 }))
    // 2026-06-19 is the Dragon Boat festival: twenty working days end behind it.
    expect(asked).toEqual({ score: 70, result: 'fix', deadline: '2026-06-17' })
    let one = must(await register({ name: '示例乙墓地' }))
    one = await step(one, inspected({ items: points(low) }))
    expect(one.inspections[0]).toMatchObject({ score: 70, result: 'fix', state: 'fix', deadline: '2026-06-17' })
    expect(await refused(desk, () => tryOn(one, inspected()))).toMatchObject({ code: 'conflict', field: 'act.year' })
    goTo(desk, '2026-06-18')
    expect((await list('?year=2025&inspection=overdue')).rows.map(({ id }) => id)).toContain(one.id)
    one = await step(one, { kind: 'reinspected', year: 2025, day: '2026-06-18', mended: true, note: '已整改' })
    expect(one.inspections[0]).toMatchObject({ state: 'mended' })
    expect(await refused(desk, () => tryOn(one, { kind: 'reinspected', year: 2025, day: '2026-06-18', mended: true, note: '' }))).toMatchObject({ code: 'wrong_state', field: 'act.year' })
  })

  test('follows the marks that the office set itself', async () => {
    const settings = must(await desk.ask<{ settings: { key: string; group: string; value: Record<string, unknown> }[] }>('admin', 'GET', '/api/settings')).settings
    const form = settings.find(({ key }) => key === 'burial.inspectionForm')
    expect(form?.group).toBe('burial')
    must(await desk.ask('admin', 'PUT', '/api/settings/burial.inspectionForm', { value: { ...form?.value, passFrom: 95, fixFrom: 90 }, reason: '本区标准' }))
    expect(must(await desk.ask('manager', 'POST', '/api/facilities/score', { items: points({ grounds: 11 }), day: '2026-05-20', workingDays: 5 }))).toMatchObject({ score: 89, result: 'fail' })
    expect((await desk.ask('admin', 'PUT', '/api/settings/burial.inspectionForm', { value: { ...form?.value, passFrom: 101 }, reason: '超过总分' })).body.error).toMatchObject({ code: 'invalid', field: 'value' })
    must(await desk.ask('admin', 'PUT', '/api/settings/burial.inspectionForm', { value: form?.value, reason: '恢复' }))
  })

  test.each([
    ['more points than there are', { items: points({ displays: -1 }) }, 'invalid', 'act.items.0.points'],
    ['half a point', { items: [{ item: 'displays', points: 9.5, note: '' }] }, 'malformed', 'act.items.0.points'],
    ['an item left out', { items: points().slice(1) }, 'invalid', 'act.items'],
    ['points taken off without a word', { items: points().map((item, index) => (index === 0 ? { ...item, points: 3 } : item)) }, 'invalid', 'act.items.0.note'],
    ['one inspector twice', { inspectors: ['检查员甲', '检查员甲'] }, 'invalid', 'act.inspectors'],
    ['a year that lies ahead', { year: 2027 }, 'invalid', 'act.year'],
    ['a day that has not come', { day: '2026-05-21' }, 'invalid', 'act.day'],
  ])('refuses %s', async (_name, more, code, field) => {
    const one = must(await register({ name: `示例丙墓地 ${String(Math.random())}` }))
    expect(await refused(desk, () => tryOn(one, inspected(more)))).toMatchObject({ code, field })
  })

  test('is not due for a facility founded in the year; reports are taken in once', async () => {
    let one = must(await register({ name: '示例丁墓地', foundedOn: '2025-05-01' }))
    expect(await refused(desk, () => tryOn(one, inspected()))).toMatchObject({ code: 'invalid', field: 'act.year' })
    one = await step(one, { kind: 'reported', year: 2025, report: 'work', day: '2026-05-20' })
    expect(one.reports).toEqual(['work'])
    expect(await refused(desk, () => tryOn(one, { kind: 'reported', year: 2025, report: 'work', day: '2026-05-20' }))).toMatchObject({ code: 'conflict', field: 'act.report' })
    expect(await refused(desk, () => tryOn(one, { kind: 'closed', day: '2026-05-20', document: '示民〔2026〕3号' }, 1))).toMatchObject({ code: 'conflict', field: 'revision' })
    const before = (await list()).figures.facilities
    one = await step(one, { kind: 'closed', day: '2026-05-20', document: '示民〔2026〕3号' })
    expect(one).toMatchObject({ closedOn: '2026-05-20', acts: [] })
    expect((await list()).figures.facilities).toBe(before - 1)
    expect(await refused(desk, () => tryOn(one, { kind: 'reported', year: 2025, report: 'audit', day: '2026-05-20' }))).toMatchObject({ code: 'wrong_state' })
  })
})
