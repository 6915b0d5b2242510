import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addSums, grouped, isAllPassed, noSums, percentOf, rateShort, rateWords, sumsOfRule } from '../../../../domain/reports/rates.ts'

const sums = (passed: number, failed: number, unexamined: number) => ({ ...noSums, passed, failed, unexamined })

describe('the pass rate', () => {
  it.each([
    [4999, 1, 0, '合格率 99.98%（4,999/5,000）', 'pass rate 99.98 % (4,999/5,000)'],
    [5000, 0, 0, '合格率 100%（5,000/5,000）', 'pass rate 100 % (5,000/5,000)'],
    [999_999, 1, 0, '合格率 99.99%（999,999/1,000,000）', 'pass rate 99.99 % (999,999/1,000,000)'],
    [2, 1, 3, '合格率 66.66%（2/3），3件未检查', 'pass rate 66.66 % (2/3), 3 not examined'],
    [5000, 0, 1, '已检查的未发现不合格（5,000/5,000），1件未检查，不计合格率', 'nothing failed of what was examined (5,000/5,000), 1 not examined, no rate'],
    [0, 3, 0, '合格率 0%（0/3）', 'pass rate 0 % (0/3)'],
    [0, 0, 1200, '未检查（1,200件）', 'not examined (1,200)'],
    [0, 0, 0, '未检查', 'not examined'],
  ])('%d passed, %d failed, %d not examined: %s', (passed, failed, unexamined, zh, en) => {
    expect(rateWords(sums(passed, failed, unexamined))).toEqual({ zh, en })
  })
  it('never says 100 % while anything failed or is not examined, and never rounds up', () => {
    fc.assert(fc.property(fc.nat(3_000_000), fc.nat(50), fc.nat(50), (passed, failed, unexamined) => {
      const given = sums(passed, failed, unexamined)
      const percent = percentOf(given)
      if (failed > 0 || unexamined > 0) {
        expect(percent).not.toBe(100)
        expect(rateWords(given).zh).not.toContain('100%')
        expect(rateShort(given).zh).not.toContain('100%')
        expect(isAllPassed(given)).toBe(false)
      }
      if (unexamined > 0) expect(rateWords(given).zh).toContain(`${grouped(unexamined)}件`)
      if (percent !== null) expect(BigInt(Math.round(percent * 100)) * BigInt(passed + failed) <= BigInt(passed) * 10_000n).toBe(true)
    }))
  })
  it('sums over parts are the sum over all', () => {
    const part = fc.record({ passed: fc.nat(9), failed: fc.nat(9), unexamined: fc.nat(9), notApplicable: fc.nat(9), attested: fc.nat(9) })
    fc.assert(fc.property(fc.array(part), fc.nat(20), (parts, at) => {
      expect(addSums([addSums(parts.slice(0, at)), addSums(parts.slice(at))])).toEqual(addSums(parts))
    }))
    expect(sumsOfRule({ pass: 3, attested: 2, fail: 1, notApplicable: 4, unexamined: 5 })).toEqual({ passed: 5, failed: 1, unexamined: 5, notApplicable: 4, attested: 2 })
  })
  it('is short for a column: a dash where there is nothing to examine', () => {
    expect([sums(0, 0, 0), sums(0, 0, 3), sums(4, 0, 1), sums(4, 0, 0), sums(3, 1, 2)].map((given) => rateShort(given).zh)).toEqual(['—', '未检查', '未检查完', '100%', '75%'])
  })
  it('sets the thousands apart', () => {
    expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567'])
  })
})
