import { describe, expect, it } from 'vitest'
import type { FacilityAction } from '../../../../domain/burial/facilities/actions.ts'
import { foldFacilities } from '../../../../domain/burial/facilities/facility.ts'
import { checkFacility } from '../../../../domain/burial/facilities/rules.ts'
import type { IllegalGrave } from '../../../../domain/burial/grounds/illegal.ts'
import { checkIllegalGrave } from '../../../../domain/burial/grounds/rules.ts'
import { decideContract, decideRenewal } from '../../../../domain/burial/placement/decide.ts'
import { applyPlot, untouched } from '../../../../domain/burial/placement/fold.ts'
import { findPlotPrice, findUpkeepPrice } from '../../../../domain/burial/placement/prices.ts'
import type { Grave } from '../../../../domain/burial/relocation/fold.ts'
import { checkRelocation } from '../../../../domain/burial/relocation/rules.ts'
import { shippedTariffs } from '../../../../domain/burial/relocation/tariff.ts'
import type { Check } from '../../../../domain/findings.ts'
import { ruleBook } from '../../../../domain/rule-book.ts'
import { thrown } from './facts.ts'
import { cemetery, contractBody, day, decided, entriesOf, section } from './placement/facts.ts'

const said = (check: Check): string => check.findings.map(({ rule, field }) => `${rule} ${field ?? ''}`).join(', ')

describe('rules on facilities', () => {
  const registered = (changes: object = {}): FacilityAction => ({ kind: 'facility.registered', subject: 'f1', body: { facts: { name: '西山公墓', kind: 'publicCemetery', area: '330381', township: '西山镇', foundedOn: '2010-01-01', document: '', ...changes }, day: '2020-01-01' } })
  const approved: FacilityAction = { kind: 'facility.pricesApproved', subject: 'f1', body: { approval: { document: '价1', authority: '发改局', from: '2026-01-01', to: '2028-12-31', items: [{ item: '墓位', mostFen: 350_000 }] }, day: '2026-01-05' } }
  const report = (kind: 'work' | 'audit', year = 2026): FacilityAction => ({ kind: 'facility.reported', subject: 'f1', body: { year, report: kind, day: '2027-03-01' } })
  const of = (...actions: readonly FacilityAction[]) => foldFacilities(entriesOf<FacilityAction>(...actions)).get('f1')!
  it.each<[string, readonly FacilityAction[], string, string]>([
    ['new and for profit', [registered({ kind: 'commercialCemetery', foundedOn: '2026-03-30' }), approved], '2026-08-05', 'facility.commercial kind'],
    ['old and for profit', [registered({ kind: 'commercialCemetery', foundedOn: '2025-01-01' }), approved], '2026-08-05', ''],
    ['a new village ground that was not filed', [registered({ kind: 'villagePlots', foundedOn: '2026-04-01' }), approved], '2026-08-05', 'facility.filing document'],
    ['no approval', [registered()], '2026-08-05', 'facility.prices approvals, facility.inspection inspections'],
    ['an approval that has run out', [registered({ foundedOn: '2028-06-01' }), approved, report('work', 2028), report('audit', 2028)], '2029-01-02', 'facility.prices approvals'],
    ['one report of two', [registered({ foundedOn: '2026-01-01' }), approved, report('work')], '2027-06-01', 'facility.reports reports'],
    ['both reports', [registered({ foundedOn: '2026-01-01' }), approved, report('work'), report('audit')], '2027-06-01', ''],
  ])('%s', (_what, actions, on, finding) => {
    expect(said(checkFacility(of(...actions), on)).split(', ').filter((one) => finding.includes('inspection') || !one.startsWith('facility.inspection')).join(', ')).toBe(finding)
  })
  it('no rule before the regulation, and no day that is none', () => {
    expect(said(checkFacility(of(registered()), '2026-03-29'))).toBe('')
    expect(thrown(() => checkFacility(of(registered()), '2026-02-30'))).toBe('invalid day')
  })
})

describe('rules on relocated graves', () => {
  const notice = { number: '迁1', parcel: '高铁新城', township: '西山镇', landUser: '城投', publishedOn: '2026-06-01', deadline: '2026-07-11', tariff: { ...shippedTariffs[0]!, documentNumber: '1号' } }
  const grave: Grave = { id: 'g1', notice: '迁1', graveNumber: '1', state: 'compensated', type: 'cement', cells: 2, openedOn: '2026-06-05', latest: '2026-06-20', confirmed: null, exhumed: null, compensated: { day: '2026-06-20', baseFen: 160_000, rewardFen: 0, cellFen: 20_000, totalFen: 180_000, publicCells: 2, payee: '陈平', receipt: '1' }, reinterred: null, declaration: { notice: '迁1', graveNumber: '7', type: 'cement', cells: 2, remains: 2, owner: '陈平', ownerIdentityNumber: '330381198001010011', relation: 'child', phone: '', photos: [] } }
  const of = (changes: Partial<Grave>, on = '2026-07-01', more: object = {}) => said(checkRelocation({ grave: { ...grave, ...changes }, notice, day: on, ...more }))
  it.each([
    ['into plots of the register', [{ how: 'plot', plot: 'c1/A/1/1', publicCemetery: false }], ''], ['into a cemetery that is named', [{ how: 'plot', plot: '东山公墓', publicCemetery: true }], ''], ['under a tree', [{ how: 'tree', plot: '后山', publicCemetery: false }], ''],
    ['to a hill of its own', [{ how: 'plot', plot: 'c1/A/1/1', publicCemetery: true }, { how: 'plot', plot: '后山', publicCemetery: false }], 'relocation.destination to.1.plot'],
  ] as const)('%s', (_what, to, finding) => {
    expect(of({}, '2026-07-01', { to })).toBe(finding)
  })
  it('the tariff has its document and its sum; what is late is told', () => {
    expect(said(checkRelocation({ grave, notice: { ...notice, tariff: shippedTariffs[0]! }, day: '2026-07-01' }))).toBe('relocation.tariff notice.tariff.documentNumber')
    expect(of({ compensated: { ...grave.compensated!, totalFen: 1 } })).toBe('relocation.tariff compensated.totalFen')
    expect([of({ state: 'confirmed' }, '2026-07-11'), of({ state: 'confirmed' }, '2026-07-12')]).toEqual(['', 'relocation.overdue state'])
    expect(of({ declaration: { ...grave.declaration!, ownerIdentityNumber: ' ' } })).toBe('relocation.owner declaration.ownerIdentityNumber')
  })
})

describe('rules on graves outside the law', () => {
  const grave: IllegalGrave = { id: 'x', found: { day: '2026-05-01', township: '西山镇', village: '', ground: 'forest', cells: 2, built: 'old', owner: '', finder: '' }, ordered: { day: '2026-05-10', document: '责1', deadline: '2026-06-10' }, cleared: null, dropped: null }
  it.each<[string, Partial<IllegalGrave>, string, string]>([
    ['ordered and within its time', {}, '2026-06-10', 'illegalGrave.ground ground'],
    ['past its time', {}, '2026-06-11', 'illegalGrave.ground ground, illegalGrave.order ordered.deadline'],
    ['cleared', { cleared: { day: '2026-06-01', how: 'greened', to: '', document: '' } }, '2026-07-01', ''],
    ['dropped', { dropped: { day: '2026-06-01', note: '受保护的古墓' } }, '2026-07-01', ''],
    ['a clan graveyard', { found: { ...grave.found, ground: 'clan' }, ordered: null }, '2026-06-01', 'illegalGrave.ground ground, illegalGrave.clan ground'],
    ['under the text of 2012', { ordered: null }, '2025-06-01', 'illegalGrave.ground.2012 ground'],
  ])('%s', (_what, changes, on, finding) => {
    expect(said(checkIllegalGrave({ ...grave, ...changes }, on))).toBe(finding)
  })
})

describe('fees of plots against price approvals', () => {
  const items = [{ item: '双穴墓位使用费', mostFen: 350_000 }, { item: '墓位使用费', mostFen: 300_000 }, { item: '维护管理费（每年）', mostFen: 10_000 }]
  const facility = { approvals: [{ document: '价1', authority: '发改局', from: '2026-01-01', to: '', items }] }
  const contract = (changes: object, told: object = { facility }, answers: { rule: string; field: string; reason: string }[] = []) => decided(decideContract(untouched('c1/A/1/1'), 0, { ...contractBody, ...changes }, { cemetery: cemetery(), answers, ...told }))
  it('a price for the size goes before one for all, and a yearly fee counts by begun years', () => {
    expect(findPlotPrice(facility, section(), day)?.mostFen).toBe(350_000)
    expect(findPlotPrice(facility, section({ size: 'single' }), day)?.mostFen).toBe(300_000)
    expect(findPlotPrice(facility, section({ what: 'niche' }), day)).toBeUndefined()
    expect([findUpkeepPrice(facility, section(), { from: day, to: '2046-08-05' }, day), findUpkeepPrice(facility, section(), { from: day, to: '2027-08-06' }, day)]).toMatchObject([{ mostFen: 200_000 }, { mostFen: 20_000 }])
    const whole = { approvals: [{ ...facility.approvals[0]!, items: [{ item: '维护管理费（二十年）', mostFen: 80_000 }] }] }
    expect(findUpkeepPrice(whole, section(), { from: day, to: '2046-08-05' }, day)?.mostFen).toBe(80_000)
  })
  it('what is above the approval, or without one, needs a reason', () => {
    expect(contract({ feeFen: 350_000, upkeepFen: 200_000 })).toMatchObject({ kind: 'plot.contracted' })
    expect(contract({ feeFen: 350_001, upkeepFen: 200_000 })).toBe('plot.price feeFen')
    expect(contract({ feeFen: 350_000, upkeepFen: 200_001 })).toBe('plot.price upkeepFen')
    expect(contract({ feeFen: 350_001, upkeepFen: 0 }, { facility }, [{ rule: 'plot.price', field: 'feeFen', reason: '另有批复，待登记' }])).toMatchObject({ kind: 'plot.contracted' })
    expect(contract({ feeFen: 1, upkeepFen: 0 }, { facility: { approvals: [] } })).toBe('plot.price feeFen')
    expect(contract({ feeFen: 0, upkeepFen: 0 }, { facility: { approvals: [] } })).toMatchObject({ kind: 'plot.contracted' })
    expect(contract({ feeFen: 1_000_000 }, {})).toMatchObject({ kind: 'plot.contracted' })
  })
  it('a renewal is asked for its upkeep fee', () => {
    const [entry] = entriesOf({ kind: 'plot.contracted' as const, subject: 'c1/A/1/1', body: contractBody })
    const plot = applyPlot(untouched('c1/A/1/1'), entry!)
    const renew = (upkeepFen: number) => decided(decideRenewal(plot, { day: '2046-08-01', to: '2066-08-05', upkeepFen }, { cemetery: cemetery(), facility }))
    expect([renew(200_000), renew(200_001)]).toMatchObject([{ kind: 'plot.renewed' }, 'plot.price upkeepFen'])
  })
})

describe('the rule book of funeral affairs', () => {
  const book = ruleBook(undefined, '2026-10-01').filter(({ window }) => window === 'burial')
  it.each([[5, 'price.approved'], [14, 'plot.commercial'], [20, 'plot.village'], [23, 'burial.certificate'], [25, 'burial.provider'], [26, 'burial.cause'], [27, 'burial.storage'], [28, 'burial.consent'], [29, 'burial.acceptance'], [31, 'reward.local'], [34, 'plot.limit'], [35, 'plot.proof'], [36, 'plot.cycle'], [38, 'relocation.destination'], [42, 'price.listed'], [49, 'facility.inspection'], [52, 'facility.reports'], [60, 'illegalGrave.order']] as const)('article %i stands there with %s', (article, id) => {
    expect(book.find((rule) => rule.id === id)?.law.en).toContain(`art. ${article}`)
  })
})
