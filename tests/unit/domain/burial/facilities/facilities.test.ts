import { describe, expect, it } from 'vitest'
import type { FacilityAction } from '../../../../../domain/burial/facilities/actions.ts'
import { facilityActions } from '../../../../../domain/burial/facilities/actions.ts'
import { approvedOn, decideFacility, decideInspection, findPrice, foldFacilities, inspectionState } from '../../../../../domain/burial/facilities/facility.ts'
import type { InspectionForm } from '../../../../../domain/burial/facilities/form.ts'
import { provincialItems, requireSoundForm, scoreInspection } from '../../../../../domain/burial/facilities/form.ts'
import { approvalShare, facilityChecks, tallyFacilities, tallyInspections } from '../../../../../domain/burial/facilities/tally.ts'
import { thrown } from '../facts.ts'
import { entriesOf } from '../placement/facts.ts'

const form: InspectionForm = { id: 'local', title: { zh: '年检评分表', en: 'Inspection form' }, source: '本局', verified: true, items: provincialItems, passFrom: 80, fixFrom: 60 }
const scores = (lost: number) => provincialItems.map(({ id, most }) => (id === 'management' ? { item: id, points: most - lost, note: lost === 0 ? '' : '制度不全' } : { item: id, points: most, note: '' }))
const registered = (id: string, changes: object = {}): FacilityAction => ({ kind: 'facility.registered', subject: id, body: { facts: { name: `公墓${id}`, kind: 'villagePlots', area: '330381', township: '西山镇', foundedOn: '2010-01-01', document: '', ...changes }, day: '2020-01-01' } })
const approved = (id: string, changes: object = {}): FacilityAction => ({ kind: 'facility.pricesApproved', subject: id, body: { approval: { document: `价${id}`, authority: '发改局', from: '2026-01-01', to: '2028-12-31', items: [{ item: '墓位', mostFen: 350_000 }], ...changes }, day: '2026-01-05' } })
const of = (...actions: readonly FacilityAction[]) => foldFacilities(entriesOf<FacilityAction>(...actions)).get('f1')!
const given = { year: 2025, day: '2026-09-21', form, workingDays: 10, inspectors: ['甲', '乙'] }

describe('the register of facilities', () => {
  it('218 facilities, 17 of them with approved prices', () => {
    const actions = Array.from({ length: 218 }, (_, index) => registered(`f${index}`, { kind: index < 30 ? 'publicCemetery' : 'villagePlots' }))
    const prices = Array.from({ length: 17 }, (_, index) => approved(`f${index * 12}`))
    const facilities = [...foldFacilities(entriesOf<FacilityAction>(...actions, ...prices)).values()]
    const tally = tallyFacilities(facilities, '2026-10-31')
    expect([tally.facilities.length, tally.approved.length, tally.withoutApproval.length]).toEqual([218, 17, 201])
    expect(approvalShare(tally).rate).toBeCloseTo(0.07798, 5)
    expect(approvalShare(tally).message.zh).toBe('已批复价格 17 / 218 = 7.8%')
    expect(tally.approved.slice(0, 2)).toEqual(['f0', 'f12'])
    for (const check of facilityChecks(tally, tallyInspections(facilities, 2025, '2026-10-31'))) expect(check.holds, check.id).toBe(true)
    expect(tallyFacilities(facilities, '2029-01-01').approved).toEqual([])
    expect(tallyFacilities([], '2026-01-01').approvedShare).toBeNull()
  })
  it('a price holds within its days and its items', () => {
    const facility = of(registered('f1'), approved('f1'))
    expect([approvedOn(facility, '2025-12-31'), approvedOn(facility, '2026-01-01'), approvedOn(facility, '2028-12-31'), approvedOn(facility, '2029-01-01')]).toEqual([false, true, true, false])
    expect(findPrice(facility, '墓位', '2026-05-01')).toEqual({ mostFen: 350_000, document: '价f1' })
    expect(findPrice(facility, '墓碑', '2026-05-01')).toBeUndefined()
    expect(approvedOn(of(registered('f1'), approved('f1'), { kind: 'facility.pricesEnded', subject: 'f1', body: { document: '价f1', to: '2026-06-30', day: '2026-06-30' } }), '2026-07-01')).toBe(false)
  })
  it('acts that cannot be', () => {
    const facility = of(registered('f1'), approved('f1'))
    const run = (action: Exclude<FacilityAction, { kind: 'facility.inspected' }>) => thrown(() => decideFacility(facility, action))
    const other = (changes: object) => approved('f1', { document: '价2', ...changes }) as Exclude<FacilityAction, { kind: 'facility.inspected' }>
    expect([run(other({ from: '2028-12-31', to: '' })), run(other({ from: '2029-01-01', to: '' })), run(other({ items: [{ item: '护墓', mostFen: 1 }] })), run(other({ document: '价f1', from: '2029-01-01', to: '' })), run(other({ from: '2030-01-02', to: '2030-01-01' })), run(other({ from: '2026-02-30' }))]).toEqual(['invalid from', 'nothing', 'nothing', 'conflict document', 'invalid to', 'invalid from'])
    expect(thrown(() => of(registered('f1'), registered('f1')))).toBe('conflict id')
    expect(thrown(() => decideFacility(of(registered('f1'), { kind: 'facility.closed', subject: 'f1', body: { day: '2026-02-01', document: '注1' } }), approved('f1') as never))).toBe('wrong_state ')
    expect(run({ kind: 'facility.reinspected', subject: 'f1', body: { year: 2025, day: '2026-10-01', mended: true, note: '' } })).toBe('wrong_state year')
  })
})

describe('the annual inspection', () => {
  it('the provincial form has a hundred points', () => expect(provincialItems.map(({ most }) => most).reduce((a, b) => a + b)).toBe(100))
  it.each([[0, 100, 'pass'], [20, 80, 'pass'], [21, 79, 'fix'], [39, 61, 'fix']] as const)('%i points off: %i, %s', (lost, score, result) => expect(scoreInspection(form, scores(lost))).toEqual({ score, result }))
  it('fails below the mark, and refuses scores that are none', () => {
    const low = provincialItems.map(({ id }) => ({ item: id, points: 1, note: '差' }))
    expect(scoreInspection(form, low)).toEqual({ score: 6, result: 'fail' })
    const run = (index: number, changes: object) => thrown(() => scoreInspection(form, low.map((score, at) => (at === index ? { ...score, ...changes } : score))))
    expect([run(0, { points: 11 }), run(1, { points: -1 }), run(2, { points: 1.5 }), run(3, { note: '' }), run(4, { item: 'x' }), run(5, { item: 'displays' })]).toEqual(['invalid items.0.points', 'invalid items.1.points', 'invalid items.2.points', 'invalid items.3.note', 'invalid items.4.item', 'invalid items.5.item'])
    expect(thrown(() => scoreInspection(form, low.slice(1)))).toBe('invalid items')
    expect(thrown(() => requireSoundForm({ ...form, passFrom: 101 }))).toBe('invalid passFrom')
    expect(thrown(() => requireSoundForm({ ...form, fixFrom: 81 }))).toBe('invalid fixFrom')
  })
  it('the time to mend is in working days: ten from 2026-09-21 go past the national holiday', () => {
    const facility = of(registered('f1'))
    const action = decideInspection(facility, { ...given, items: scores(30) })
    expect(facilityActions['facility.inspected'].parse(action.body)).toEqual(action.body)
    expect(action.body).toMatchObject({ score: 70, result: 'fix' })
    expect(action.body.deadline > '2026-10-07').toBe(true)
    const after = of(registered('f1'), action)
    const [inspection] = after.inspections
    expect([inspectionState(inspection!, action.body.deadline), inspectionState(inspection!, '2026-12-01')]).toEqual(['fix', 'overdue'])
    const mended = of(registered('f1'), action, { kind: 'facility.reinspected', subject: 'f1', body: { year: 2025, day: '2026-10-12', mended: true, note: '' } })
    expect([inspectionState(mended.inspections[0]!, '2026-10-11'), inspectionState(mended.inspections[0]!, '2026-12-01')]).toEqual([inspectionState(inspection!, '2026-10-11'), 'mended'])
    expect(thrown(() => decideInspection(after, { ...given, items: scores(0) }))).toBe('conflict year')
    expect(decideInspection(facility, { ...given, items: scores(0) }).body.deadline).toBe('')
  })
  it('a facility founded this year starts with the next; two persons inspect', () => {
    const young = of(registered('f1', { foundedOn: '2025-06-01' }))
    expect(thrown(() => decideInspection(young, { ...given, items: scores(0) }))).toBe('invalid year')
    expect(thrown(() => decideInspection(of(registered('f1')), { ...given, year: 2027, items: scores(0) }))).toBe('invalid year')
    expect(thrown(() => decideInspection(of(registered('f1')), { ...given, items: scores(0), inspectors: ['甲', '甲'] }))).toBe('invalid inspectors')
    expect(thrown(() => decideInspection(of(registered('f1')), { ...given, items: scores(30), workingDays: 0 }))).toBe('invalid workingDays')
    expect(tallyInspections([young], 2025, '2026-10-01').due).toEqual([])
  })
  it('counts what was checked, what is open and whose reports are missing', () => {
    const entries: FacilityAction[] = [registered('f1'), registered('f2'), registered('f3')]
    const one = foldFacilities(entriesOf<FacilityAction>(...entries))
    entries.push(decideInspection(one.get('f1')!, { ...given, items: scores(0) }), decideInspection(one.get('f2')!, { ...given, items: scores(30) }), { kind: 'facility.reported', subject: 'f1', body: { year: 2025, report: 'work', day: '2026-03-01' } }, { kind: 'facility.reported', subject: 'f1', body: { year: 2025, report: 'audit', day: '2026-03-02' } })
    const facilities = [...foldFacilities(entriesOf<FacilityAction>(...entries)).values()]
    expect(tallyInspections(facilities, 2025, '2026-12-01')).toMatchObject({ due: ['f1', 'f2', 'f3'], inspected: ['f1', 'f2'], byState: { pass: ['f1'], overdue: ['f2'], open: ['f3'] }, reportsMissing: ['f2', 'f3'] })
    expect(tallyInspections(facilities, 2025, '2026-09-20').inspected).toEqual([])
  })
})
