import { describe, expect, it } from 'vitest'
import type { JournalEntry } from '../../../../domain/action.ts'
import { LantaiError } from '../../../../domain/error.ts'
import type { WaiverAction } from '../../../../domain/waiver/actions.ts'
import { waiverActions } from '../../../../domain/waiver/actions.ts'
import { copyPolicy, decideAdoption, decideEnd, foldPolicies, policiesFor } from '../../../../domain/waiver/book.ts'
import { storageDays, storageHours } from '../../../../domain/waiver/clock.ts'
import { runExamples } from '../../../../domain/waiver/examples.ts'
import { getShippedPolicy } from '../../../../domain/waiver/library.ts'
import { caseOf, resident } from '../../../../domain/waiver/library/make.ts'
import { agreesWithPublished, tenThousands, yuan } from '../../../../domain/waiver/money.ts'
import type { WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import { quote } from '../../../../domain/waiver/quote.ts'
import { decideReversal, decideSettlement, settledItems } from '../../../../domain/waiver/settle.ts'
import { requireNoOverlap, requireReadyForForce, requireSoundPolicy } from '../../../../domain/waiver/soundness.ts'
import { ashStorageFen, cremationFen, findFlatTransport, getTariff, storageFen, taizhouTariff, transportFen } from '../../../../domain/waiver/tariff.ts'

const thrown = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof LantaiError) return `${error.code} ${error.field ?? ''}`
    throw error
  }
  return 'nothing'
}
const by = { account: 'clerk', second: 'chief', day: '2026-03-01' }
const leizhou = getShippedPolicy('LZ-2018')
/** The policy of Leizhou as an office puts it in force once it has read the document. */
const own = copyPolicy(leizhou, 'LZ-2018-own', { from: '2018-12-29', verified: true })
const entry = (action: WaiverAction): JournalEntry<WaiverAction> => ({ seq: 1, at: '2026-03-01T09:00:00.000+08:00', actor: 'clerk', counter: '1', action, hash: '' })
const book = foldPolicies([entry(decideAdoption(new Map(), own, by))])

describe('a policy that cannot be', () => {
  const measure = (policy: WaiverPolicy, changes: Partial<WaiverPolicy['layers'][number]['items'][number]['measures'][number]>): WaiverPolicy => ({ ...policy, layers: policy.layers.map((layer) => ({ ...layer, items: layer.items.map((item, at) => (at === 1 ? { ...item, measures: item.measures.map((one) => ({ ...one, ...changes })) } : item)) })) })
  const [layer] = leizhou.layers
  if (layer === undefined) throw new Error('no layer')
  it.each<[string, WaiverPolicy, string]>([
    ['a cap without its unit', measure(leizhou, { unit: '' }), 'invalid layers.0.items.1.measures.0.unit'],
    ['a fraction of a fen', measure(leizhou, { capFen: 0.5 }), 'invalid layers.0.items.1.measures.0.capFen'],
    ['a negative rate', measure(leizhou, { unitPriceFen: -1 }), 'invalid layers.0.items.1.measures.0.unitPriceFen'],
    ['no units at all', measure(leizhou, { capQuantity: 0 }), 'invalid layers.0.items.1.measures.0.capQuantity'],
    ['a day that does not exist', { ...leizhou, from: '2018-02-30' }, 'invalid from'],
    ['a month that does not exist', { ...leizhou, from: '2018-13' }, 'invalid from'],
    ['an end before the beginning', { ...leizhou, to: '2017-12-31' }, 'invalid to'],
    ['an item with two rates', { ...leizhou, layers: [{ ...layer, items: [...layer.items, ...layer.items.slice(0, 1)] }] }, 'invalid layers.0.items.7.when'],
    ['a class twice', { ...leizhou, layers: [{ ...layer, classes: [...layer.classes, ...layer.classes] }] }, 'invalid layers.0.classes.1.id'],
    ['claims without terms', { ...leizhou, modes: ['claim'] }, 'invalid claim'],
  ])('%s', (_what, policy, said) => {
    expect(thrown(() => requireSoundPolicy(policy))).toBe(said)
  })
  it.each([['', '2018-12-29', '', '2020-01-01', 'invalid from'], ['2019-12-31', '2018-12-29', '', '2020-01-01', 'nothing'], ['2020-01-01', '2018-12-29', '', '2020-01-01', 'invalid from'], ['2019', '2018-12-29', '', '2019-12', 'invalid from'], ['unknown', '2018-12-29', '2018', '2017', 'invalid from'], ['unknown', '2018-12-29', '2018-12', '2017', 'invalid from'], ['unknown', '2018-12-29', '2018-11', '2017', 'nothing']])('versions of one series: ending %s, from %s; the other ending %s, from %s: %s', (to, from, otherTo, otherFrom, said) => {
    expect(thrown(() => requireNoOverlap({ ...own, from, to }, [{ ...own, id: 'other', from: otherFrom, to: otherTo }]))).toBe(said)
  })
  it('another series may run beside it', () => {
    expect(thrown(() => requireNoOverlap(own, [{ ...own, id: 'other', series: 'other' }]))).toBe('nothing')
  })
})

describe('putting a policy in force', () => {
  it.each<[string, WaiverPolicy, string]>([
    ['without a document number', { ...own, documentNumber: ' ' }, 'invalid documentNumber'],
    ['with a beginning known by the year only', { ...own, from: '2018' }, 'invalid from'],
    ['with an end that is not known', { ...own, to: 'unknown' }, 'invalid to'],
    ['with rates that nobody entered', copyPolicy(getShippedPolicy('SS-2024'), 'x', { documentNumber: '1号' }), 'invalid layers.0.items.0.amountKnown'],
    ['without a worked example', { ...own, examples: [] }, 'invalid examples'],
    ['with an example that no longer comes out', { ...own, layers: own.layers.map((layer) => ({ ...layer, caseCapFen: 100_000 })) }, 'invalid examples.1'],
  ])('%s', (_what, policy, said) => {
    expect(thrown(() => requireReadyForForce(policy, []))).toBe(said)
  })
  it('says what differs in an example', () => {
    const [, caps] = runExamples({ ...own, layers: own.layers.map((layer) => ({ ...layer, caseCapFen: 100_000 })) })
    expect(caps).toMatchObject({ holds: false })
    expect(caps?.differences.map(({ zh }) => zh).join()).toContain('减免（元）应为 1540，现为 1000')
  })
  it('an example that the policy refuses is a difference, not a crash', () => {
    const changed = { ...own, layers: own.layers.map((layer) => ({ ...layer, items: layer.items.map((item) => ({ ...item, measures: item.measures.map((measure) => ({ ...measure, unit: 'month' as const })).slice(0, 1) })) })) }
    expect(runExamples(changed).every(({ holds, differences }) => !holds && differences.length === 1)).toBe(true)
  })
  it('needs a second person, and an id of its own', () => {
    expect(thrown(() => decideAdoption(new Map(), own, { ...by, second: '' }))).toBe('second_person second')
    expect(thrown(() => decideAdoption(new Map(), own, { ...by, second: by.account }))).toBe('second_person second')
    expect(thrown(() => decideAdoption(book, own, by))).toBe('conflict id')
    expect(thrown(() => copyPolicy(own, own.id, {}))).toBe('invalid id')
  })
  it('a change is a further version that follows the end of the one before', () => {
    const next = copyPolicy(own, 'LZ-2026', { from: '2026-04-01', examples: own.examples.map((one) => ({ ...one, day: '2026-05-05', facts: { ...one.facts, days: { ...one.facts.days, death: '2026-05-01', cremation: '2026-05-01' } } })) })
    expect(next.verified).toBe(false)
    expect(thrown(() => decideAdoption(book, next, by))).toBe('invalid from')
    const end = decideEnd(book, own.id, '2026-03-31', { ...by, reason: '新文件执行' })
    const ended = foldPolicies([...[...book.values()].map(({ policy }) => entry({ kind: 'waiver.policyAdopted', subject: policy.id, body: { policy, day: by.day, copiedFrom: 'LZ-2018' }, second: 'chief' })), entry(end)])
    const both = foldPolicies([...[...book.values()].map(({ policy }) => entry({ kind: 'waiver.policyAdopted', subject: policy.id, body: { policy, day: by.day, copiedFrom: 'LZ-2018' }, second: 'chief' })), entry(end), entry(decideAdoption(ended, next, by))])
    expect([...both.values()].map(({ policy }) => [policy.id, policy.from, policy.to])).toEqual([['LZ-2018-own', '2018-12-29', '2026-03-31'], ['LZ-2026', '2026-04-01', '']])
    const versions = policiesFor(both, '440882')
    const asked = (day: string) => quote(versions, caseOf([['cremation', 'body', 1, 250]], resident('440882', day)), day).grants.map(({ policy }) => policy)
    expect([asked('2026-03-31'), asked('2026-04-01')]).toEqual([['LZ-2018-own'], ['LZ-2026']])
    expect(policiesFor(both, '440881')).toEqual([])
    expect(policiesFor(both, '440800').length).toBe(2)
    expect(thrown(() => decideEnd(book, own.id, '2018-01-01', { ...by, reason: 'x' }))).toBe('invalid to')
    expect(thrown(() => decideEnd(book, own.id, '2026-03-31', { ...by, reason: ' ' }))).toBe('invalid reason')
    expect(thrown(() => decideEnd(book, 'nobody', '2026-03-31', { ...by, reason: 'x' }))).toBe('not_found policy')
  })
  it('the actions hold what their schemas say', () => {
    const adopted = decideAdoption(new Map(), own, by)
    expect(waiverActions['waiver.policyAdopted'].parse(adopted.body)).toEqual(adopted.body)
  })
})

describe('settling', () => {
  const given = { caseId: 'b1', day: '2026-03-02', registrar: 'clerk', number: '减〔2026〕0001号' }
  const facts = caseOf([['transport', 'kmOneWay', 200, 3], ['cremation', 'body', 1, 250]], resident('440882', '2026-03-01'))
  it('stores the figures and the words as printed; the next settlement of the item is refused with the first', () => {
    const settled = decideSettlement([own], facts, given)
    expect(waiverActions['waiver.settled'].parse(settled.body)).toEqual(settled.body)
    expect(settled.body.waiver).toMatchObject({ actualFen: 85_000, waivedFen: 73_000, selfPaidFen: 12_000 })
    const again = { ...facts, settled: [...settledItems(settled.body.waiver, given.number)] }
    expect(again.settled).toMatchObject([{ item: 'transport', waivedFen: 48_000, reference: given.number }, { item: 'cremation', waivedFen: 25_000 }])
    expect(thrown(() => decideSettlement([own], again, given))).toBe('conflict lines.0.item')
  })
  it('an open question stops it, and no policy stops it', () => {
    expect(thrown(() => decideSettlement([own], { ...facts, areas: { ...facts.areas, cremation: '' } }, given))).toBe('findings areas.cremation')
    expect(thrown(() => decideSettlement([own], { ...facts, areas: { ...facts.areas, cremation: '440881' } }, given))).toBe('wrong_state lines')
    expect(thrown(() => decideSettlement([own], { ...facts, lines: [] }, given))).toBe('wrong_state lines')
  })
  it('a claim past its deadline is an error at the day it runs from', () => {
    const guangzhou = getShippedPolicy('GZ-RES')
    const claim = (invoice: string) => () => decideSettlement([guangzhou], caseOf([['cremation', 'body', 1, 250]], { areas: { hukou: '440100', death: '450100', cremation: '450100' }, days: { death: '2025-11-01', invoice }, mode: 'claim' }), given)
    expect(thrown(claim('2025-12-01'))).toBe('invalid days.invoice')
    expect(claim('2025-12-02')().body.waiver.waivedFen).toBe(25_000)
  })
  it('is taken back by a further line with reason and second person', () => {
    const settled = { caseId: 'b1', number: given.number, waivedFen: 73_000 }
    expect(decideReversal(settled, { ...by, reason: '重复录入' })).toMatchObject({ kind: 'waiver.reversed', body: { waivedFen: 73_000 }, second: 'chief' })
    expect(thrown(() => decideReversal(settled, { ...by, reason: '' }))).toBe('invalid reason')
    expect(thrown(() => decideReversal(settled, { ...by, reason: 'x', second: 'clerk' }))).toBe('second_person second')
  })
})

describe('the tariff of Taizhou', () => {
  it.each([[24, true, 242], [24, false, 192], [10, true, 130], [0, false, 80]])('%i km return, carried %s: %i yuan', (km, carried, price) => {
    expect(transportFen(taizhouTariff, km, carried)).toBe(price * 100)
  })
  it('storage, cremation, ashes, flat trips', () => {
    expect([storageFen(taizhouTariff, '2025-05-01', '2025-05-01', false), storageFen(taizhouTariff, '2025-05-01', '2025-05-03', false), storageFen(taizhouTariff, '2025-05-01', '2025-05-03', true)]).toEqual([0, 20_000, 0])
    expect([cremationFen(taizhouTariff, 14, false), cremationFen(taizhouTariff, 15, false), cremationFen(taizhouTariff, 80, true)]).toEqual([16_000, 32_000, 110_000])
    expect([ashStorageFen(taizhouTariff, 2), ashStorageFen(taizhouTariff, 7)]).toEqual([6000, 7000])
    expect(['331002', '331003', '331004', '331021'].map((area) => findFlatTransport(taizhouTariff, area))).toEqual([35_000, 35_000, 30_000, undefined])
    expect(thrown(() => transportFen(taizhouTariff, 1.5, false))).toBe('invalid km')
    expect(thrown(() => getTariff('none'))).toBe('not_found tariff')
  })
})

describe('time', () => {
  it('hours are begun hours, days are calendar days', () => {
    expect(storageHours('2025-05-01T23:30:00+08:00', '2025-05-04T23:30:00+08:00')).toBe(72)
    expect(storageHours('2025-05-01T23:30:00+08:00', '2025-05-04T23:31:00+08:00')).toBe(73)
    expect(storageDays('2025-05-01T23:30:00+08:00', '2025-05-04T00:10:00+08:00')).toBe(4)
    expect(thrown(() => storageHours('2025-05-02T00:00:00+08:00', '2025-05-01T00:00:00+08:00'))).toBe('invalid departure')
    expect(thrown(() => storageDays('2025-05-02', '2025-05-01'))).toBe('invalid departure')
  })
})

describe('published figures, per case', () => {
  it.each([
    ['Ningbo H1 2012', 1_393.31, 19_546, 712, 0], ['Ningbo eco-burials', 221.76, 1848, 1200, 0], ['Wenling', 3003.9, 52_188, 575.6, 1], ['Yongding', 350, 2267, 1544, 0], ['Yongchun', 60, 690, 870, 0], ['Guangzhou 2014', 1220, 8000, 1525, 0], ['vigil rent', 81, 692, 1171, 0], ['four items', 319, 5714, 558, 0],
  ])('%s', (_what, wan, cases, published, decimals) => {
    expect(agreesWithPublished((wan * 10_000) / cases, published, decimals)).toBe(true)
    expect(agreesWithPublished((wan * 10_000) / cases, published + 3 * 10 ** -decimals, decimals)).toBe(false)
  })
  it.each([[139_331_000, '139.33', '1393310'], [1_393_310_000, '1393.31', '13933100'], [49_999, '0.05', '499.99'], [4999, '0.00', '49.99'], [5000, '0.01', '50'], [-5000, '-0.01', '-50'], [1050, '0.00', '10.50']])('%i fen is %s 万元, %s 元', (fen, wan, written) => {
    expect(tenThousands(fen)).toBe(wan)
    expect(yuan(fen)).toBe(written)
  })
})
