import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { waiverFlagCodes, waiverItemCodes } from '../../../../domain/waiver/codes.ts'
import type { WaiverFacts } from '../../../../domain/waiver/facts.ts'
import { waiverLibrary } from '../../../../domain/waiver/library.ts'
import { actual, by, flag, item, layer, policy, residents, whoIs } from '../../../../domain/waiver/library/make.ts'
import { splitFen } from '../../../../domain/waiver/money.ts'
import type { PolicyItem, WaiverPolicy } from '../../../../domain/waiver/policy.ts'
import type { Quote } from '../../../../domain/waiver/quote.ts'
import { quote } from '../../../../domain/waiver/quote.ts'
import { text } from '../../../../domain/text.ts'

const area = '330381'
const yuan = fc.integer({ min: 0, max: 900 })
const limit = fc.option(yuan, { nil: null })
const items = ['cremation', 'transport', 'coldStorage', 'urn', 'farewellHall', 'vigilHall'] as const

const policyItem: fc.Arbitrary<PolicyItem> = fc.record({ code: fc.constantFrom(...items), cap: limit, price: limit, quantity: fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }), substitution: fc.constantFrom<PolicyItem['substitution'][]>({ kind: 'none' }, { kind: 'credit', upToFen: 20_000 }, { kind: 'unstated' }), instead: fc.boolean() })
  .map(({ code, cap, price, quantity, substitution, instead }) => item(code, { ...by('day'), capFen: cap === null ? null : cap * 100, unitPriceFen: price === null ? null : price * 100, capQuantity: quantity }, { substitution, instead }))
const unique = fc.uniqueArray(policyItem, { selector: (entry) => entry.item, minLength: 1, maxLength: 6 })
const bearers = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }).map((shares) => shares.map((share, index) => ({ id: `b${index}`, title: text(`负担${index}`, `bearer ${index}`), share, when: [] })))
const random = (id: string, rank: number): fc.Arbitrary<WaiverPolicy> => fc.record({ base: unique, relief: unique, cap: limit, reliefCap: limit, bearers, cutOrder: fc.uniqueArray(fc.constantFrom(...items), { maxLength: 3 }) })
  .map(({ base, relief, cap, reliefCap, bearers: paying, cutOrder }) => policy({
    id, rank, title: text(id, id), source: '文件', sourceGrade: 'official', areas: [area], from: '2020-01-01', bearers: paying,
    layers: [
      { ...layer('base', [residents()], base.map((entry) => ({ ...entry, instead: false }))), caseCapFen: cap === null ? null : cap * 100, cutOrder },
      { ...layer('relief', [whoIs('minimumLiving', '低保', 'poor', 'minimumLiving')], relief), caseCapFen: reliefCap === null ? null : reliefCap * 100 },
    ],
  }))
const policies = fc.tuple(random('a', 0), random('b', 1))
const answer = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const)
const lines = fc.array(fc.record({ item: fc.constantFrom(...items), quantity: fc.integer({ min: 1, max: 8 }), unitPriceFen: fc.integer({ min: 0, max: 90_000 }), chosen: fc.boolean() }), { maxLength: 9 })
const facts: fc.Arbitrary<WaiverFacts> = fc.record({ lines, poor: answer, settled: fc.option(fc.constantFrom(...items), { nil: undefined }) }).map(({ lines: rows, poor, settled }) => ({
  areas: { hukou: area, death: area, cremation: area }, days: { death: '2025-05-01', arrival: '', cremation: '2025-05-02', invoice: '' }, flags: { minimumLiving: poor }, mode: 'till',
  lines: rows.map((row, index) => ({ ...row, id: `l${index}`, unit: 'day', from: '' })), settled: settled === undefined ? [] : [{ item: settled, reference: 'r', day: '2025-05-02', policy: 'x', waivedFen: 1 }],
}))
const day = '2025-05-06'
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const holds = (result: Quote, given: readonly WaiverPolicy[]): void => {
  expect(result.waivedFen + result.selfPaidFen).toBe(result.actualFen)
  expect(sum(result.lines.map(({ waivedFen }) => waivedFen))).toBe(result.waivedFen)
  expect(sum(result.grants.map(({ waivedFen }) => waivedFen))).toBe(result.waivedFen)
  expect(sum(Object.values(result.byGroup))).toBe(result.waivedFen)
  for (const line of result.lines) {
    expect(Number.isSafeInteger(line.waivedFen)).toBe(true)
    expect(line.waivedFen).toBeGreaterThanOrEqual(0)
    expect(line.waivedFen).toBeLessThanOrEqual(line.actualFen)
    expect(line.selfPaidFen).toBe(line.actualFen - line.waivedFen)
  }
  const seen = new Set<string>()
  for (const grant of result.grants) {
    if (grant.caseCapFen !== null) expect(grant.waivedFen).toBeLessThanOrEqual(grant.caseCapFen)
    expect(sum(grant.bearers.map(({ fen }) => fen))).toBe(grant.waivedFen)
    expect(sum(grant.items.map(({ waivedFen }) => waivedFen))).toBe(grant.waivedFen)
    expect(grant.beforeCapFen - sum(grant.caseCuts.map(({ fen }) => fen))).toBe(grant.waivedFen)
    for (const entry of grant.items) {
      if (entry.capFen !== null) expect(entry.waivedFen).toBeLessThanOrEqual(entry.capFen)
      if (entry.waivedFen > 0) expect(seen.has(entry.item), 'an item twice').toBe(false)
      if (entry.waivedFen > 0) seen.add(entry.item)
    }
    expect(given.some(({ id }) => id === grant.policy)).toBe(true)
  }
}

describe('whatever the policies and the bill', () => {
  it('waived ≤ actual, ≤ every cap, ≤ the case cap; lines, items, grants, groups and bearers add up; no item twice', () => {
    fc.assert(fc.property(policies, facts, (given, asked) => holds(quote(given, asked, day), given)), { numRuns: 400 })
  })
  it('more actual cost never lowers the waiver', () => {
    fc.assert(fc.property(policies, facts, fc.nat({ max: 8 }), fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 0, max: 3 }), (given, asked, at, more, further) => {
      fc.pre(asked.lines.length > 0)
      const index = at % asked.lines.length
      const dearer = { ...asked, lines: asked.lines.map((line, place) => (place === index ? { ...line, unitPriceFen: line.unitPriceFen + more, quantity: line.quantity + further } : line)) }
      expect(quote(given, dearer, day).waivedFen).toBeGreaterThanOrEqual(quote(given, asked, day).waivedFen)
    }), { numRuns: 600 })
  })
  it('the order of the lines and of the policies does not matter', () => {
    fc.assert(fc.property(policies, facts, fc.infiniteStream(fc.nat()), (given, asked, stream) => {
      const keys = asked.lines.map(() => stream.next().value as number)
      const shuffled = { ...asked, lines: asked.lines.map((line, index) => [line, keys[index] ?? 0] as const).sort((a, b) => a[1] - b[1]).map(([line]) => line) }
      const byId = (result: Quote) => Object.fromEntries(result.lines.map((line) => [line.id, [line.waivedFen, line.status, line.grant]]))
      const one = quote(given, asked, day)
      const other = quote([...given].reverse(), shuffled, day)
      expect(byId(other)).toEqual(byId(one))
      expect(other.grants).toEqual(one.grants)
    }), { numRuns: 300 })
  })
  it('a class that is not known gives no more than one that is not there', () => {
    fc.assert(fc.property(policies, facts, (given, asked) => {
      const of = (minimumLiving: 'unknown' | 'no') => quote(given, { ...asked, flags: { minimumLiving } }, day)
      expect(of('unknown').waivedFen).toBe(of('no').waivedFen)
    }), { numRuns: 200 })
  })
  it('an item settled before is never waived again', () => {
    fc.assert(fc.property(policies, facts, (given, asked) => {
      const result = quote(given, asked, day)
      for (const line of result.lines) if (asked.settled.some((entry) => entry.item === line.item)) expect(line).toMatchObject({ waivedFen: 0, status: 'alreadyWaived' })
    }), { numRuns: 200 })
  })
})

describe('whatever is asked of the library', () => {
  const bodies = fc.array(fc.record({ item: fc.constantFrom(...waiverItemCodes), unitPriceFen: fc.integer({ min: 0, max: 300_000 }) }), { maxLength: 12 })
  const anywhere = fc.constantFrom('', 'none', ...new Set(waiverLibrary.flatMap(({ areas }) => areas)))
  const asked: fc.Arbitrary<WaiverFacts> = fc.record({ rows: bodies, hukou: anywhere, death: anywhere, cremation: anywhere, flags: fc.dictionary(fc.constantFrom(...waiverFlagCodes), answer), died: fc.constantFrom('', '2010-07-01', '2016-01-01', '2025-09-01') }).map(({ rows, hukou, death, cremation, flags, died }) => ({
    areas: { hukou, death, cremation }, days: { death: died, arrival: '', cremation: died, invoice: '' }, flags, mode: 'till', settled: [],
    lines: rows.filter((row, index) => rows.findIndex((other) => other.item === row.item) === index).map((row, index) => {
      const unit = waiverLibrary.flatMap(({ layers }) => layers).flatMap((entry) => entry.items).find((entry) => entry.item === row.item)?.measures[0]?.unit
      return { ...row, id: `l${index}`, unit: unit === undefined || unit === '' ? 'body' : unit, quantity: 2, chosen: false, from: '' }
    }),
  }))
  const soundly = (given: WaiverPolicy, of: WaiverFacts): Quote | undefined => {
    try {
      return quote(given, of, '2025-10-05')
    } catch {
      return undefined // the bill counts by another unit than this policy
    }
  }
  it('unknown never approves: where the answer is not yes nothing is waived, and unknown always asks', () => {
    let yes = 0
    fc.assert(fc.property(fc.constantFrom(...waiverLibrary), asked, (given, of) => {
      const result = soundly(given, of)
      if (result === undefined) return
      holds(result, [given])
      if (result.answer === 'yes') yes += 1
      else expect(result.waivedFen).toBe(0)
      if (result.answer === 'unknown') expect(result.questions.length).toBeGreaterThan(0)
    }), { numRuns: 1500 })
    expect(yes).toBeGreaterThan(20)
  })
  it('forgetting an answer never raises a waiver', () => {
    fc.assert(fc.property(fc.constantFrom(...waiverLibrary), asked, fc.constantFrom(...waiverFlagCodes), (given, of, name) => {
      const without = soundly(given, { ...of, flags: { ...of.flags, [name]: 'unknown' } })
      const best = Math.max(...(['yes', 'no'] as const).map((is) => soundly(given, { ...of, flags: { ...of.flags, [name]: is } })?.waivedFen ?? 0))
      if (without !== undefined) expect(without.waivedFen).toBeLessThanOrEqual(best)
    }), { numRuns: 800 })
  })
})

describe('splitting', () => {
  it('sums to the fen and strays from the exact part by less than one', () => {
    fc.assert(fc.property(fc.nat({ max: 10_000_000_000 }), fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 6 }), (fen, shares) => {
      const parts = splitFen(fen, shares)
      expect(sum(parts)).toBe(fen)
      const whole = sum(shares)
      parts.forEach((part, index) => expect(Math.abs(part - (fen * (shares[index] ?? 0)) / whole)).toBeLessThan(1 + 1e-6))
    }))
  })
  it('refuses shares that are none', () => {
    expect(() => splitFen(1, [])).toThrow(/invalid/)
    expect(() => splitFen(1, [1, -1])).toThrow(/invalid/)
    expect(() => splitFen(1, [0.5, 0.5])).toThrow(/invalid/)
  })
})

describe('a question of a row', () => {
  it('blocks the item until it is answered, though another layer has it', () => {
    const own = policy({ id: 'own', title: text('自定', 'own'), source: '文件', sourceGrade: 'official', areas: [area], from: '2020-01-01', layers: [layer('base', [residents()], [actual('transport', 300, { when: [flag('fromTown')] }), actual('transport', 400, { when: [flag('fromTown', 'no')] })]), layer('relief', [residents()], [actual('transport', 900)])] })
    const [one] = fc.sample(facts, { numRuns: 1, seed: 4 }) as [WaiverFacts]
    const of = (fromTown: 'yes' | 'no' | 'unknown') => quote(own, { ...one, flags: { fromTown }, settled: [], lines: [{ id: '1', item: 'transport', unit: 'trip', quantity: 1, unitPriceFen: 50_000, chosen: false, from: '' }] }, day).waivedFen
    expect([of('yes'), of('no'), of('unknown')]).toEqual([30_000, 40_000, 0])
  })
})
