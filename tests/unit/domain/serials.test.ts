import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LantaiError } from '../../../domain/error.ts'
import { findCertificateNumber, formatCertificateNumber, gapBetween, nextCertificateNumber } from '../../../domain/marriage/numbers.ts'
import type { SerialRange } from '../../../domain/serials.ts'
import { isSerial, mergeRanges, normaliseSerial, rangeContains, rangeCount, rangeOverlap, rangeWithout, serialRange, serialsOf, shiftSerial, splitRange } from '../../../domain/serials.ts'
import { reconcileCertificates, reconcileStock } from '../../../domain/stock.ts'

describe('certificate numbers', () => {
  it.each([
    ['J110101-2010-000001', 'J', '110101', 2010, 1],
    ['L110101-2026-000001', 'L', '110101', 2026, 1],
    ['BJ110101-2026-000001', 'BJ', '110101', 2026, 1],
    ['BL110101-2026-999999', 'BL', '110101', 2026, 999_999],
    [' j110101-2010-000001 ', 'J', '110101', 2010, 1],
  ] as const)('%s', (value, prefix, area, year, serial) => {
    expect(findCertificateNumber(value)).toEqual({ prefix, area, year, serial })
    expect(formatCertificateNumber({ prefix, area, year, serial })).toBe(value.trim().toUpperCase())
  })
  it.each(['京朝结字010800123', 'J11010-2010-000001', 'J110101-2010-00001', 'J110101-2010-0000001', 'JB110101-2010-000001', 'J110101-2010-000000', 'J110101—2010—000001', ''])('keeps %s as free text', (value) => {
    expect(findCertificateNumber(value)).toBeUndefined()
  })
  it('goes on from the last of its own series', () => {
    expect(nextCertificateNumber('J', '110101', 2026, undefined)).toBe('J110101-2026-000001')
    expect(nextCertificateNumber('J', '110101', 2026, 'J110101-2026-001004')).toBe('J110101-2026-001005')
    expect(() => nextCertificateNumber('J', '110101', 2026, 'J110101-2025-001004')).toThrow(LantaiError)
    expect(() => nextCertificateNumber('J', '110101', 2026, 'L110101-2026-000004')).toThrow(LantaiError)
    expect(() => nextCertificateNumber('J', '110101', 2026, 'J110101-2026-999999')).toThrow(LantaiError)
  })
  it('sees the gap of 007 to 1004', () => {
    const number = (serial: number) => ({ prefix: 'J' as const, area: '370102', year: 2015, serial })
    expect(gapBetween(number(7), number(1004))).toBe(996)
    expect(gapBetween(number(7), number(8))).toBe(0)
  })
  it('reads back every number it writes', () => {
    fc.assert(fc.property(fc.constantFrom('J', 'L', 'BJ', 'BL'), fc.integer({ min: 110_000, max: 999_999 }), fc.integer({ min: 1950, max: 2100 }), fc.integer({ min: 1, max: 999_999 }), (prefix, area, year, serial) => {
      const number = { prefix: prefix as 'J', area: String(area), year, serial }
      expect(findCertificateNumber(formatCertificateNumber(number))).toEqual(number)
    }))
  })
})

const range = (first: number, last: number, prefix = 'A', places = 8): SerialRange => serialRange(prefix + String(first).padStart(places, '0'), prefix + String(last).padStart(places, '0'))
const anyRange = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 })).map(([first, more]) => range(first, first + more))
const all = (ranges: readonly SerialRange[]): readonly string[] => ranges.flatMap((entry) => serialsOf(entry))

describe('blank serials', () => {
  it.each([['No.００１２３４', '001234'], ['№ 001234', '001234'], [' a 0001 ', 'A0001'], ['NO001', '001']])('%s is stored as %s', (typed, kept) => {
    expect(normaliseSerial(typed)).toBe(kept)
  })
  it.each(['', 'A', '12A', 'ABCDEFGHI1', '1234567890123456', '印0001'])('%j is no serial', (value) => {
    expect(isSerial(value)).toBe(false)
  })
  it('keeps leading zeros', () => {
    expect(shiftSerial('A0000099', 1)).toBe('A0000100')
    expect(serialsOf(serialRange('008', '011'))).toEqual(['008', '009', '010', '011'])
  })
  it.each([['A001', 'B002'], ['A001', 'A0002'], ['A002', 'A001'], ['A', 'A001']])('refuses the range %s to %s', (first, last) => {
    expect(() => serialRange(first, last)).toThrow(LantaiError)
  })
  it('does not run past its digits', () => {
    expect(() => shiftSerial('A99', 1)).toThrow(LantaiError)
    expect(() => shiftSerial('A00', -1)).toThrow(LantaiError)
  })
  it('tells serials of another length or prefix apart', () => {
    expect(rangeContains(range(1, 100), 'A00000050')).toBe(true)
    expect(rangeContains(range(1, 100), 'A0000050')).toBe(false)
    expect(rangeContains(range(1, 100), 'B00000050')).toBe(false)
    expect(rangeContains(range(1, 100), '50')).toBe(false)
    expect(rangeOverlap(range(1, 100), range(50, 150, 'B'))).toBeUndefined()
  })
  it('overlap, difference and count agree with the serials one by one', () => {
    fc.assert(fc.property(anyRange, anyRange, (a, b) => {
      const inA = serialsOf(a)
      const inB = new Set(serialsOf(b))
      const shared = inA.filter((serial) => inB.has(serial))
      const overlap = rangeOverlap(a, b)
      expect(overlap === undefined ? [] : serialsOf(overlap)).toEqual(shared)
      expect(all(rangeWithout(a, b))).toEqual(inA.filter((serial) => !inB.has(serial)))
      expect(rangeCount(a)).toBe(inA.length)
      expect(inA.every((serial) => rangeContains(a, serial))).toBe(true)
    }))
  })
  it('splits into parts that make the whole, and joins them again', () => {
    fc.assert(fc.property(anyRange, fc.integer({ min: 1, max: 12 }), (whole, size) => {
      const parts = splitRange(whole, size)
      expect(all(parts)).toEqual(serialsOf(whole))
      expect(parts.every((part) => rangeCount(part) <= size)).toBe(true)
      expect(mergeRanges([...parts].reverse())).toEqual([whole])
    }))
  })
})

describe('stock', () => {
  const month = { opening: 100, received: 500, issued: 380, reissued: 12, spoiled: 5, returned: 3, closing: 200 }
  it('opening + received = issued + reissued + spoiled + returned + closing', () => {
    expect(reconcileStock(month)).toEqual({ balanced: true, available: 600, accounted: 600, difference: 0 })
    expect(reconcileStock({ ...month, closing: 198 })).toEqual({ balanced: false, available: 600, accounted: 598, difference: 2 })
  })
  it('two booklets a couple', () => {
    expect(reconcileCertificates(190, 380)).toEqual({ balanced: true, expected: 380, issued: 380, difference: 0 })
    expect(reconcileCertificates(190, 381)).toMatchObject({ balanced: false, difference: 1 })
  })
})
