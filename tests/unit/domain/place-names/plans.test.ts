import { describe, expect, it } from 'vitest'
import type { NamePlanAction, NamePlanFacts } from '../../../../domain/place-names/plans/actions.ts'
import { namePlanActions } from '../../../../domain/place-names/plans/actions.ts'
import type { NamePlan } from '../../../../domain/place-names/plans/plan.ts'
import { applyNamePlan, findPlanned, findPlanOn, planInForce } from '../../../../domain/place-names/plans/plan.ts'
import { linesOfNamePlan, tallyLines } from '../../../../domain/place-names/statistics/counts.ts'
import { thrown } from './case-facts.ts'

const planned = (name: string, rest: Partial<NamePlanFacts['names'][number]> = {}): NamePlanFacts['names'][number] => ({ name, kind: 'STREET', township: '越溪街道', location: '', note: '', ...rest })
const facts = (rest: Partial<NamePlanFacts> = {}): NamePlanFacts => ({ title: '越溪片区地名方案（示例）', area: '越溪街道', document: '示府复〔2024〕5号', approver: '示例区人民政府', from: '2024-06-01', to: '', names: [planned('张夏街'), planned('薛家湾街')], ...rest })
const doing = <K extends NamePlanAction['kind']>(kind: K, body: Omit<Extract<NamePlanAction, { kind: K }>['body'], 'day'>, day: string): NamePlanAction => ({ kind, subject: 'q1', body: { day, ...body } }) as unknown as NamePlanAction
const adopted = doing('namePlan.adopted', { facts: facts() }, '2024-05-20')
const changed = (names: readonly string[], day = '2025-03-01') => doing('namePlan.changed', { facts: facts({ names: names.map((name) => planned(name)) }), reason: '按原程序调整' }, day)
const ended = (day = '2026-02-01') => doing('namePlan.ended', { document: '示府复〔2026〕2号', reason: '' }, day)
const fold = (...acts: readonly NamePlanAction[]): NamePlan => {
  let plan: NamePlan | undefined
  for (const act of acts) plan = applyNamePlan(plan, act)
  return plan as NamePlan
}

describe('name plans', () => {
  it('stand from their day to their end, each version on its own days; every body fits its schema', () => {
    const acts = [adopted, changed(['张夏街', '黄泥墩街']), ended()]
    for (const { kind, body } of acts) expect(namePlanActions[kind].safeParse(body).success, kind).toBe(true)
    const plan = fold(...acts)
    expect(plan).toMatchObject({ adoptedOn: '2024-05-20', latest: '2026-02-01', versions: [{ until: '2025-03-01' }], ended: { document: '示府复〔2026〕2号' } })
    // Approved in May, in force from June; ended on 1 February.
    expect(['2024-05-19', '2024-05-31', '2024-06-01', '2026-01-31', '2026-02-01'].map((day) => planInForce(plan, day))).toEqual([false, false, true, true, false])
    expect(findPlanOn(plan, '2025-02-28')?.names.map(({ name }) => name)).toEqual(['张夏街', '薛家湾街'])
    expect(findPlanOn(plan, '2025-03-01')?.names.map(({ name }) => name)).toEqual(['张夏街', '黄泥墩街'])
  })
  it('a name is looked up among those of the day, by kind', () => {
    const plan = fold(adopted, changed(['张夏街', '黄泥墩街']))
    expect(findPlanned([plan], '薛家湾街', 'STREET', '2024-12-31')).toMatchObject([{ plan: { id: 'q1' }, planned: { name: '薛家湾街' } }])
    expect(findPlanned([plan], '薛家湾街', 'STREET', '2025-06-01')).toEqual([])
    expect(findPlanned([plan], '张夏街', '', '2025-06-01')).toHaveLength(1)
    expect(findPlanned([plan], '张夏街', 'ESTATE', '2025-06-01')).toEqual([])
  })
  it('runs out on its last day where it has one', () => {
    const plan = fold(doing('namePlan.adopted', { facts: facts({ to: '2025-12-31' }) }, '2024-05-20'))
    expect([planInForce(plan, '2025-12-31'), planInForce(plan, '2026-01-01')]).toEqual([true, false])
  })
  it('counts as adopted, changed and ended', () => {
    const sums = tallyLines(linesOfNamePlan(fold(adopted, changed(['张夏街']), ended())), '2024-01-01', '2026-12-31')
    expect(['plan.adopted.total', 'plan.changed.total', 'plan.ended.total'].map((cell) => sums.get(cell))).toEqual([1, 1, 1])
  })
  it.each<[string, readonly NamePlanAction[], object]>([
    ['a plan that stands', [adopted, adopted], { code: 'conflict' }],
    ['a change of no plan', [changed(['张夏街'])], { code: 'not_found' }],
    ['a change after its end', [adopted, ended(), changed(['张夏街'], '2026-03-01')], { code: 'wrong_state' }],
    ['a change before the act before it', [adopted, changed(['张夏街'], '2024-05-01')], { code: 'invalid', field: 'day' }],
    ['a plan that ends before it begins', [doing('namePlan.adopted', { facts: facts({ to: '2024-05-31' }) }, '2024-05-20')], { code: 'invalid', field: 'facts.to' }],
    ['a name twice', [doing('namePlan.adopted', { facts: facts({ names: [planned('张夏街'), planned('薛家湾街'), planned('张夏街')] }) }, '2024-05-20')], { code: 'conflict', field: 'facts.names.2.name' }],
    ['a day that is none', [doing('namePlan.adopted', { facts: facts() }, '2024-02-30')], { code: 'invalid', field: 'day' }],
  ])('refuses %s', (_name, acts, expected) => expect(thrown(() => fold(...acts))).toEqual(expected))
  it('the same name in another town, or of another kind, is another name', () => {
    expect(fold(doing('namePlan.adopted', { facts: facts({ names: [planned('张夏街'), planned('张夏街', { township: '横泾街道' }), planned('张夏街', { kind: 'ESTATE' })] }) }, '2024-05-20')).facts.names).toHaveLength(3)
  })
})
