import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawCases, inDrawingOrder, numbersBy, sharesOf } from '../../../../domain/reports/drawing.ts'

const casesOf = (counts: Readonly<Record<string, number>>) => Object.entries(counts).flatMap(([window, count]) => Array.from({ length: count }, (_, index) => ({ window, caseId: `${window}-${String(index).padStart(6, '0')}` })))
const key = ({ window, caseId }: { readonly window: string; readonly caseId: string }): string => `${window} ${caseId}`
const population = fc.dictionary(fc.constantFrom('marriage', 'divorce', 'reissue', 'burial', 'place-names'), fc.integer({ min: 0, max: 60 })).map(casesOf).filter((cases) => cases.length > 0)

describe('the sampled inspection', () => {
  it('draws the same cases by the same seed, in whatever order they come, none twice, and as many as asked', () => {
    fc.assert(fc.property(population, fc.integer({ min: 1, max: 80 }), fc.string({ minLength: 1, maxLength: 20 }), fc.integer(), (cases, size, seed, shuffle) => {
      const drawn = drawCases(cases, size, seed)
      const turned = cases.toSorted((a, b) => ((key(a).length * 31 + shuffle) % 7) - ((key(b).length * 31 + shuffle) % 7)).toReversed()
      expect(drawCases([...turned, ...cases], size, seed)).toEqual(drawn)
      expect(new Set(drawn.map(key)).size).toBe(drawn.length)
      expect(drawn.length).toBe(Math.min(size, cases.length))
      const known = new Set(cases.map(key))
      expect(drawn.every((one) => known.has(key(one)))).toBe(true)
      expect(drawn).toEqual(inDrawingOrder(drawn))
    }))
  })
  it('shares by the size of the windows, one at least of each, never more than it has', () => {
    fc.assert(fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(400)), fc.integer({ min: 1, max: 500 }), (counts, size) => {
      const given = new Map(Object.entries(counts))
      const total = [...given.values()].reduce((sum, count) => sum + count, 0)
      const filled = [...given.values()].filter((count) => count > 0).length
      const shares = sharesOf(given, size)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(Math.min(size, total))
      for (const [window, share] of shares) expect(share).toBeLessThanOrEqual(given.get(window) ?? 0)
      if (size >= filled) expect([...shares.values()].filter((share) => share > 0)).toHaveLength(filled)
      // Beyond the one that each is given, nobody is further than one from the exact proportion when all are large.
      if (total > 0 && [...given.values()].every((count) => count === 0 || (count * Math.min(size, total)) / total >= 1)) {
        for (const [window, share] of shares) expect(Math.abs(share - ((given.get(window) ?? 0) * Math.min(size, total)) / total)).toBeLessThan(1)
      }
    }))
    expect(sharesOf(new Map([['marriage', 9000], ['burial', 900], ['place-names', 3]]), 100)).toEqual(new Map([['burial', 9], ['marriage', 90], ['place-names', 1]]))
  })
  it('can draw every case, and favours none', () => {
    const cases = casesOf({ marriage: 20 })
    const counts = new Map<string, number>()
    for (let seed = 0; seed < 4000; seed += 1) for (const one of drawCases(cases, 5, `抽查 ${String(seed)}`)) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1)
    expect(counts.size).toBe(20)
    // 1000 expected of each; six standard deviations of a fair draw are 165.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(165)
  })
  it('spreads its numbers evenly below any bound', () => {
    const below = numbersBy('2026-10')
    const found = Array.from({ length: 60_000 }, () => below(6))
    for (let face = 0; face < 6; face += 1) expect(Math.abs(found.filter((number) => number === face).length - 10_000)).toBeLessThan(600)
  })
  it('gives the same draw for ever', () => {
    expect(drawCases(casesOf({ marriage: 1000, burial: 200 }), 6, '2026年第三季度').map(({ caseId }) => caseId)).toEqual(['burial-000179', 'marriage-000066', 'marriage-000321', 'marriage-000510', 'marriage-000520', 'marriage-000953'])
  })
  it('refuses an empty seed, no size, and an empty population', () => {
    expect(() => drawCases(casesOf({ marriage: 1 }), 1, '')).toThrow(/invalid \(seed\)/)
    expect(() => drawCases(casesOf({ marriage: 1 }), 0, 'x')).toThrow(/invalid \(size\)/)
    expect(() => drawCases([], 1, 'x')).toThrow(/not_found/)
  })
})
