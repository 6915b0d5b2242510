import { describe, expect, it } from 'vitest'
import type { IllegalGraveAction, QingmingAction } from '../../../../../domain/burial/grounds/actions.ts'
import { groundActions } from '../../../../../domain/burial/grounds/actions.ts'
import { decideIllegalGrave, foldIllegalGraves, illegalGraveChecks, tallyIllegalGraves } from '../../../../../domain/burial/grounds/illegal.ts'
import { decideQingming, foldQingming, qingmingChecks, tallyQingming } from '../../../../../domain/burial/grounds/qingming.ts'
import { burialWindow } from '../../../../../domain/burial/window.ts'
import { thrown } from '../facts.ts'
import { entriesOf } from '../placement/facts.ts'

const zero = { visitors: 0, vehicles: 0, incidents: 0, complaints: 0, lowCarbon: 0, online: 0, ashes: 0, eco: 0 }
const counted = (site: string, of: string, figures: object): QingmingAction => ({ kind: 'qingming.counted', subject: `${site}/${of}`, body: { site, of, day: of, figures: { ...zero, ...figures } } })
const corrected = (site: string, of: string, differences: object, reason = '漏报'): QingmingAction => ({ kind: 'qingming.corrected', subject: `${site}/${of}`, body: { site, of, day: '2026-04-20', differences: { ...zero, ...differences } }, reason })
const april = { from: '2026-04-01', to: '2026-04-30' }

describe('Qingming by day', () => {
  it('130,000 visitors are the sum of days and places, a correction is a signed line', () => {
    const days = ['2026-04-03', '2026-04-04', '2026-04-05', '2026-04-06']
    const actions = days.flatMap((of, index) => [counted('西山公墓', of, { visitors: 20_000 + index, vehicles: 5000, complaints: index }), counted('东山公墓', of, { visitors: 12_000, vehicles: 3000, incidents: 1 })])
    const rows = foldQingming(entriesOf<QingmingAction>(...actions, corrected('西山公墓', '2026-04-05', { visitors: 2000, vehicles: -100 }), corrected('东山公墓', '2026-04-06', { visitors: -6 })))
    const tally = tallyQingming(rows, april)
    expect(tally.total).toMatchObject({ visitors: 130_000, vehicles: 31_900, incidents: 4, complaints: 6 })
    expect(tally.byDay.get('2026-04-05')).toMatchObject({ visitors: 34_002, vehicles: 7900 })
    expect(tally.corrections.map(({ figures }) => figures.visitors)).toEqual([2000, -6])
    for (const check of qingmingChecks(tally)) expect(check.holds, check.id).toBe(true)
    expect(tallyQingming(rows, { from: '2026-05-01', to: '2026-05-31' })).toMatchObject({ total: zero, lowCarbonShare: null, ecoShare: null })
  })
  it('the shares of the national day of 2024-04-04', () => {
    const tally = tallyQingming(foldQingming(entriesOf<QingmingAction>(counted('全国', '2024-04-04', { visitors: 24_730_700, lowCarbon: 17_129_700, ashes: 22_100, eco: 2005 }))), { from: '2024-04-04', to: '2024-04-04' })
    expect(tally.lowCarbonShare).toBeCloseTo(0.69265, 5)
    expect(tally.ecoShare).toBeCloseTo(0.09072, 5)
  })
  it('figures that cannot be', () => {
    const rows = foldQingming(entriesOf<QingmingAction>(counted('西山公墓', '2026-04-04', { visitors: 100, ashes: 5 })))
    const run = (action: QingmingAction) => thrown(() => decideQingming(rows, action))
    expect([run(counted('西山公墓', '2026-04-04', {})), run(corrected('西山公墓', '2026-04-05', {})), run(corrected('西山公墓', '2026-04-04', { visitors: -101 })), run(corrected('西山公墓', '2026-04-04', { lowCarbon: 101 })), run(corrected('西山公墓', '2026-04-04', { eco: 6 })), run(corrected('西山公墓', '2026-04-04', { visitors: 1 }, '')), run(counted('西山公墓', '2026-04-31', {})), run(counted('西山公墓', '2026-04-05', { visitors: 1.5 })), run(corrected('西山公墓', '2026-04-04', { visitors: -100 }))]).toEqual(['conflict of', 'not_found of', 'invalid visitors', 'invalid lowCarbon', 'invalid eco', 'invalid reason', 'invalid of', 'invalid visitors', 'nothing'])
  })
})

const found = (id: string, changes: object = {}): IllegalGraveAction => ({ kind: 'illegalGrave.found', subject: id, body: { day: '2025-12-01', township: '西山镇', village: '', ground: 'forest', cells: 1, built: 'old', owner: '', finder: '', ...changes } })
const ordered = (id: string, changes: object = {}): IllegalGraveAction => ({ kind: 'illegalGrave.ordered', subject: id, body: { day: '2026-01-10', document: '责1', deadline: '2026-02-10', ...changes } })
const cleared = (id: string, changes: object = {}): IllegalGraveAction => ({ kind: 'illegalGrave.cleared', subject: id, body: { day: '2026-03-01', how: 'greened', to: '', document: '', ...changes } })
const year = { from: '2026-01-01', to: '2026-12-31' }

describe('graves outside the law', () => {
  it('2,187 cleared in a year, by township, every one behind the figure', () => {
    const townships = ['西山镇', '东山镇', '湖岭镇', '高楼镇']
    const ways = ['greened', 'levelled', 'eco', 'shrunk'] as const
    const actions = Array.from({ length: 2500 }, (_, index) => found(`x${index}`, { township: townships[index % 4], day: index < 1000 ? '2025-06-01' : '2026-01-05' }))
    actions.push(...Array.from({ length: 1200 }, (_, index) => ordered(`x${index}`)))
    actions.push(...Array.from({ length: 2187 }, (_, index) => cleared(`x${index}`, { how: ways[index % 4], day: `2026-${String(2 + (index % 10)).padStart(2, '0')}-15` })))
    actions.push({ kind: 'illegalGrave.dropped', subject: 'x2490', body: { day: '2026-05-01', note: '受保护的古墓' } }, cleared('x2491', { day: '2027-01-02' }))
    const tally = tallyIllegalGraves(foldIllegalGraves(entriesOf<IllegalGraveAction>(...actions)).values(), year)
    expect([tally.cleared.length, tally.openBefore.length, tally.found.length, tally.ordered.length, tally.dropped.length, tally.openAfter.length]).toEqual([2187, 1000, 1500, 1200, 1, 312])
    expect([...tally.byTownship].map(([township, line]) => `${township} ${line.cleared.length}`)).toEqual(['西山镇 547', '东山镇 547', '湖岭镇 547', '高楼镇 546'])
    expect(tally.cleared[0]).toBe('x0')
    for (const check of illegalGraveChecks(tally)) expect(check.holds, check.id).toBe(true)
  })
  it('an order has a deadline; past it the grave is overdue until it is cleared', () => {
    const of = (to: string, ...actions: readonly IllegalGraveAction[]) => tallyIllegalGraves(foldIllegalGraves(entriesOf<IllegalGraveAction>(found('x'), ordered('x'), ...actions)).values(), { from: '2026-01-01', to }).overdue.length
    expect([of('2026-02-10'), of('2026-02-11'), of('2026-03-01', cleared('x')), of('2026-02-28', cleared('x'))]).toEqual([0, 1, 0, 1])
  })
  it('acts keep their order and their fields', () => {
    const at = (...actions: readonly IllegalGraveAction[]) => foldIllegalGraves(entriesOf<IllegalGraveAction>(...actions)).get('x')
    const run = (grave: ReturnType<typeof at>, action: IllegalGraveAction) => thrown(() => decideIllegalGrave(grave, action))
    expect([run(undefined, cleared('x')), run(at(found('x')), found('x')), run(at(found('x'), cleared('x')), cleared('x')), run(at(found('x'), ordered('x')), ordered('x')), run(at(found('x')), ordered('x', { deadline: '2026-01-09' })), run(at(found('x')), cleared('x', { day: '2025-11-30' })), run(at(found('x')), cleared('x', { how: 'moved' })), run(at(found('x')), { kind: 'illegalGrave.dropped', subject: 'x', body: { day: '2026-01-01', note: '' } }), run(at(found('x')), cleared('x'))]).toEqual(['not_found ', 'conflict id', 'wrong_state state', 'wrong_state state', 'invalid deadline', 'invalid day', 'invalid to', 'invalid note', 'nothing'])
    for (const action of [found('x'), ordered('x'), cleared('x'), counted('a', '2026-04-04', {}), corrected('a', '2026-04-04', { visitors: -1 })]) expect(groundActions[action.kind].parse(action.body)).toEqual(action.body)
  })
})

describe('the window', () => {
  it('knows the actions and rules of plots, relocation, facilities and grounds', () => {
    expect(Object.keys(burialWindow.actions)).toEqual(expect.arrayContaining(['cemetery.laidOut', 'plot.reserved', 'relocation.compensated', 'facility.inspected', 'qingming.counted', 'illegalGrave.cleared']))
    expect(burialWindow.rules.map(({ id }) => id)).toContain('plot.limit')
    expect(new Set(burialWindow.rules.map(({ id }) => id)).size).toBe(burialWindow.rules.length)
  })
})
