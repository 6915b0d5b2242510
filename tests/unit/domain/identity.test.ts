import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civilDate, dayFromNumber } from '../../../domain/dates.ts'
import type { NumberType } from '../../../domain/identity/index.ts'
import { checkDigit17, lengthenResidentNumber, normaliseIdentityNumber, numberTypes, readIdentityNumber, residentCardEnds, residentCardTerm, taiwanPasses, validityOn } from '../../../domain/identity/index.ts'

const codes = (type: NumberType, value: string, options = {}): readonly string[] => readIdentityNumber(type, value, options).problems.map((problem) => problem.code)

describe('identity numbers: worked facts', () => {
  it.each([
    ['resident', '11010519491231002X', '1949-12-31', '2', '110105'],
    ['resident', '11010519491231002x', '1949-12-31', '2', '110105'],
    ['resident', '440524188001010014', '1880-01-01', '1', '440524'],
    ['resident', '４４０５２４１８８００１０１００１４', '1880-01-01', '1', '440524'],
    ['resident', ' 440524 18800101 0014 ', '1880-01-01', '1', '440524'],
    ['hmtResidence', '810000199408230021', '1994-08-23', '2', '810000'],
    ['hmtResidence', '830000199201300022', '1992-01-30', '2', '830000'],
    ['permanent', '911124198108030024', '1981-08-03', '2', undefined],
  ] as const)('%s %s', (type, value, birth, sex, area) => {
    const reading = readIdentityNumber(type, value)
    expect(reading.ok).toBe(true)
    expect(reading.birth).toBe(birth)
    expect(reading.sex).toBe(sex)
    expect(reading.area).toBe(area)
  })
  it.each([
    ['resident', '110105194912310021', 'checkDigit'],
    ['resident', '11010519490231002X', 'birth'],
    ['resident', '1101051949123100', 'length'],
    ['resident', '110105194912310o2X', 'characters'],
    ['resident', 'X10105194912310021', 'characters'],
    ['resident', '810000199408230021', 'otherType'],
    ['resident', '911124198108030024', 'otherType'],
    ['resident', '', 'empty'],
    ['resident', '110105491231002', 'oldNumber'],
    ['hmtResidence', '11010519491231002X', 'area'],
    ['hmPermit', 'X12345678', 'shape'],
    ['twPermit', '1234567', 'shape'],
    ['passport', 'AB', 'length'],
    ['passport', 'E1234567890123456789X', 'length'],
    ['passport', 'E12*45678', 'characters'],
    ['permanent', '811124198108030024', 'shape'],
    ['hongkongCard', 'A123456(4)', 'checkDigit'],
    ['macaoCard', '123', 'shape'],
    ['taiwanCard', 'A123456788', 'checkDigit'],
    ['taiwanCard', 'A323456789', 'shape'],
  ] as const)('%s %s is refused: %s', (type, value, code) => {
    expect(readIdentityNumber(type, value).ok).toBe(false)
    expect(codes(type, value)).toContain(code)
  })
  it.each([
    ['hmPermit', 'H12345678', { kind: 'hongkong' }],
    ['hmPermit', 'm1234567800', { kind: 'macao' }],
    ['twPermit', '12345678', {}],
    ['twPermit', '1234567890A', {}],
    ['passport', 'E12345678', {}],
    ['permanent', 'CAN110108080801', {}],
    ['hongkongCard', 'A123456(3)', {}],
    ['hongkongCard', 'a123456（3）', {}],
    ['hongkongCard', 'G123456(A)', {}],
    ['hongkongCard', 'AB987654(3)', {}],
    ['hongkongCard', 'L555555(0)', {}],
    ['macaoCard', '5215299(8)', {}],
    ['taiwanCard', 'A123456789', {}],
  ] as const)('%s %s passes', (type, value, options) => {
    expect(readIdentityNumber(type, value, options).problems).toEqual([])
  })
  it('tells the permit of another kind of person', () => {
    expect(codes('hmPermit', 'H12345678', { kind: 'macao' })).toContain('otherType')
    expect(codes('hmtResidence', '830000199201300022', { kind: 'hongkong' })).toContain('otherType')
  })
  it('takes the test area in sample offices only', () => {
    const first17 = '99010119900101123'
    const number = first17 + checkDigit17(first17)
    expect(codes('resident', number)).toEqual(['testArea'])
    expect(readIdentityNumber('resident', number, { sampleOffice: true })).toMatchObject({ ok: true, problems: [] })
  })
  it('warns of an area that no table knows and never refuses it', () => {
    const first17 = '18999919900101123'
    const reading = readIdentityNumber('resident', first17 + checkDigit17(first17))
    expect(reading.ok).toBe(true)
    expect(reading.problems).toMatchObject([{ code: 'area', severity: 'notice' }])
  })
  it('passes the code of an abolished county', () => {
    const first17 = '11010319800101123' // 崇文区, ended 2010
    expect(codes('resident', first17 + checkDigit17(first17))).toEqual([])
  })
  it('refuses a birth after the day of the act', () => {
    expect(codes('resident', '11010519491231002X', { on: '1949-01-01' })).toEqual(['future'])
  })
  it('lengthens numbers of old files', () => {
    expect(lengthenResidentNumber('110105491231002')).toBe('11010519491231002X')
    expect(readIdentityNumber('resident', '110105491231002', { oldFiles: true })).toMatchObject({ ok: true, number: '11010519491231002X', birth: '1949-12-31' })
  })
  it('stores local cards in one form', () => {
    expect(readIdentityNumber('hongkongCard', 'A1234563').number).toBe('A123456(3)')
    expect(readIdentityNumber('macaoCard', '5/215299/8').number).toBe('5215299(8)')
  })
})

const digits = fc.integer({ min: 0, max: 9 })
const residentNumber = fc.tuple(fc.integer({ min: -25_000, max: 20_000 }), fc.integer({ min: 0, max: 999 })).map(([days, sequence]) => {
  const first17 = `110105${dayFromNumber(days).replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return first17 + checkDigit17(first17)
})

describe('identity numbers: properties', () => {
  it('reads back the birth and sex of any number', () => {
    fc.assert(fc.property(residentNumber, (number) => {
      const reading = readIdentityNumber('resident', number)
      expect(reading.ok).toBe(true)
      expect(reading.birth?.replaceAll('-', '')).toBe(number.slice(6, 14))
      expect(reading.sex).toBe(Number(number.charAt(16)) % 2 === 1 ? '1' : '2')
    }))
  })
  it('finds any single wrong digit and any two neighbours changed round', () => {
    fc.assert(fc.property(residentNumber, fc.integer({ min: 0, max: 16 }), digits, (number, at, digit) => {
      fc.pre(number.charAt(at) !== String(digit))
      expect(readIdentityNumber('resident', number.slice(0, at) + digit + number.slice(at + 1)).ok).toBe(false)
    }))
    fc.assert(fc.property(residentNumber, fc.integer({ min: 0, max: 15 }), (number, at) => {
      fc.pre(number.charAt(at) !== number.charAt(at + 1))
      expect(readIdentityNumber('resident', number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)).ok).toBe(false)
    }))
  })
  it('never throws, whatever is typed, and normalising twice changes nothing', () => {
    fc.assert(fc.property(fc.constantFrom(...numberTypes), fc.string({ unit: 'binary', maxLength: 80 }), (type, typed) => {
      const reading = readIdentityNumber(type, typed)
      expect(reading.ok).toBe(reading.problems.every((problem) => problem.severity !== 'stop'))
      expect(normaliseIdentityNumber(normaliseIdentityNumber(typed))).toBe(normaliseIdentityNumber(typed))
    }))
  })
  it('Taiwan numbers: one check digit in ten passes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 9_999_999 }), (middle) => {
      const first = `B1${String(middle).padStart(7, '0')}`
      expect(Array.from({ length: 10 }, (_, digit) => taiwanPasses(`${first}${digit}`)).filter(Boolean)).toHaveLength(1)
    }))
  })
})

describe('validity of papers', () => {
  it.each([
    ['2020-01-01', '2030-05-20', '2030-05-20', 'valid'],
    ['2020-01-01', '2030-05-20', '2030-05-21', 'expired'],
    ['2020-01-01', 'long', '2099-01-01', 'valid'],
    ['2020-01-01', '', '2026-01-01', 'unknown'],
    ['2027-01-01', '2037-01-01', '2026-01-01', 'notYetValid'],
    ['', '2026-02-30', '2026-01-01', 'unknown'],
  ])('from %s to %s on %s: %s', (from, to, on, expected) => {
    expect(validityOn(from, to, on)).toBe(expected)
  })
  it.each([
    ['2010-06-01', '2025-01-01', 5],
    ['2009-01-01', '2025-01-01', 10],
    ['1999-01-01', '2024-12-31', 10],
    ['1999-01-01', '2025-01-01', 20],
    ['1979-01-01', '2024-12-31', 20],
    ['1979-01-01', '2025-01-01', 'long'],
  ] as const)('a card for someone born %s issued %s runs %s years', (birth, issued, term) => {
    expect(residentCardTerm(civilDate(birth), civilDate(issued))).toBe(term)
  })
  it('ends on the same day of the last year or the day before', () => {
    expect(residentCardEnds(civilDate('1999-01-01'), civilDate('2020-03-01'))).toEqual(['2030-03-01', '2030-02-28'])
    expect(residentCardEnds(civilDate('1999-01-01'), civilDate('2020-02-29'))).toEqual(['2030-02-28', '2030-02-27'])
  })
})
