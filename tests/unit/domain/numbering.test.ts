import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultProofPattern, defaultQueryPattern } from '../../../domain/archive/decide.ts'
import { findPatternFault, findSeries, formatSeries } from '../../../domain/numbering.ts'

describe('numbers of a yearly series', () => {
  it.each([
    [defaultQueryPattern, { year: 2026, serial: 1 }, '查〔2026〕0001号'],
    [defaultQueryPattern, { year: 2026, serial: 12345 }, '查〔2026〕12345号'],
    [defaultProofPattern, { year: 2025, serial: 30 }, '婚证〔2025〕0030号'],
    ['（{year}）朝婚查 {serial} 号', { year: 2026, serial: 7 }, '（2026）朝婚查 7 号'],
    ['{serial:3}/{year}', { year: 2026, serial: 7 }, '007/2026'],
    ['a.b+{year}-{serial:2}', { year: 2026, serial: 7 }, 'a.b+2026-07'],
  ])('%s of %j is %s', (pattern, number, written) => {
    expect(findPatternFault(pattern)).toBeUndefined()
    expect(formatSeries(pattern, number)).toBe(written)
    expect(findSeries(pattern, ` ${written} `)).toEqual(number)
  })
  it.each(['查〔2026〕0001', '查2026-0001号', '查〔2026〕001号', '查〔2026〕0000号', '查〔26〕0001号', '查〔2026〕00010号', ''])('%j is no number of the usual pattern', (value) => {
    expect(findSeries(defaultQueryPattern, value)).toBeUndefined()
  })
  it.each(['', '查{serial:4}号', '查〔{year}〕号', '{year}{serial:4}', '查〔{year}〕{year}-{serial}', '查2〔{year}〕{serial:4}号', '查〔{year}〕{serial:4}号}', '查〔{Year}〕{serial:4}号'])('%j is no pattern', (pattern) => {
    const fault = findPatternFault(pattern)
    expect(fault?.zh).toMatch(/[\u4e00-\u9fff]/u)
    expect(() => formatSeries(pattern, { year: 2026, serial: 1 })).toThrow(/invalid \(pattern\)/)
    expect(() => findSeries(pattern, '查')).toThrow(/invalid \(pattern\)/)
  })
  it.each([{ year: 999, serial: 1 }, { year: 10_000, serial: 1 }, { year: 2026, serial: 0 }, { year: 2026, serial: 1.5 }])('%j cannot be written', (number) => {
    expect(() => formatSeries(defaultQueryPattern, number)).toThrow(/invalid \(number\)/)
  })
  it('what is written is read back, whatever the words around it', () => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 9 }), fc.string({ maxLength: 5 }), fc.string({ minLength: 1, maxLength: 5 }), (year, serial, places, before, between) => {
      const pattern = `${before}{year}${between}{serial:${places}}号`
      fc.pre(findPatternFault(pattern) === undefined && pattern.trim() === pattern)
      expect(findSeries(pattern, formatSeries(pattern, { year, serial }))).toEqual({ year, serial })
    }))
  })
})
