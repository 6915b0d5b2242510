import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CivilDate } from '../../../domain/dates.ts'
import { addDays, addMonths, birthdayIn, civilDate, compareDays, dayFromNumber, dayNumber, daysBetween, daysOfMonth, formatChinese, formatChinesePadded, fullYears, isCivilDate, monthOf, monthRange, shiftMonth, today, weekday } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { findQixi } from '../../../domain/lunar.ts'

const day = (value: string): CivilDate => civilDate(value)
const anyDay = fc.integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) }).map(dayFromNumber)

describe('civil days', () => {
  it.each(['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '2026/01/01', '', '20260101', '２０２６-01-01', '2026-01-01 '])('refuses %s', (value) => {
    expect(isCivilDate(value)).toBe(false)
    expect(() => civilDate(value, 'birth')).toThrow(LantaiError)
  })
  it.each(['2024-02-29', '2000-02-29', '1949-10-01', '9999-12-31'])('takes %s', (value) => {
    expect(isCivilDate(value)).toBe(true)
  })
  it('names the field of a day that does not exist', () => {
    expect.assertions(2)
    try {
      civilDate('2026-02-30', 'parties.0.birth')
    } catch (error) {
      expect((error as LantaiError).code).toBe('invalid')
      expect((error as LantaiError).field).toBe('parties.0.birth')
    }
  })
  it('agrees with the calendar of the platform on every day it is asked', () => {
    fc.assert(fc.property(anyDay, (value) => {
      const there = new Date(`${value}T00:00:00Z`)
      expect(there.toISOString().slice(0, 10)).toBe(value)
      expect(dayNumber(value)).toBe(there.getTime() / 86_400_000)
      expect(weekday(value) % 7).toBe(there.getUTCDay())
    }))
  })
  it('adds days both ways and counts between', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (value, count) => {
      const moved = addDays(value, count)
      expect(daysBetween(value, moved)).toBe(count)
      expect(addDays(moved, -count)).toBe(value)
      expect(compareDays(moved, value)).toBe(Math.sign(count))
    }))
  })
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -13, '2024-12-15'],
  ])('%s and %i months is %s', (from, count, to) => {
    expect(addMonths(day(from), count)).toBe(to)
  })
  it.each([
    ['2004-05-20', '2026-05-20', 22],
    ['2004-05-21', '2026-05-20', 21],
    ['2006-05-20', '2026-05-20', 20],
    ['2004-02-29', '2026-02-28', 21],
    ['2004-02-29', '2026-03-01', 22],
    ['2004-02-29', '2024-02-28', 19],
    ['2004-02-29', '2024-02-29', 20],
    ['2026-05-20', '2026-05-20', 0],
    ['2026-05-21', '2026-05-20', -1],
  ])('born %s, on %s is %i (29 February falls on 1 March)', (birth, on, years) => {
    expect(fullYears(day(birth), day(on), 'mar1')).toBe(years)
  })
  it.each([
    ['2004-02-29', '2026-02-27', 21],
    ['2004-02-29', '2026-02-28', 22],
    ['2004-02-29', '2024-02-28', 19],
  ])('born %s, on %s is %i (29 February falls on 28 February)', (birth, on, years) => {
    expect(fullYears(day(birth), day(on), 'feb28')).toBe(years)
  })
  it('turns a year older on the birthday and on no other day', () => {
    fc.assert(fc.property(anyDay, fc.integer({ min: 0, max: 110 }), fc.constantFrom('feb28', 'mar1'), (birth, years, leap) => {
      const birthday = birthdayIn(birth, Number(birth.slice(0, 4)) + years, leap as 'feb28' | 'mar1')
      expect(fullYears(birth, birthday, leap as 'feb28' | 'mar1')).toBe(years)
      expect(fullYears(birth, addDays(birthday, -1), leap as 'feb28' | 'mar1')).toBe(years - 1)
    }))
  })
  it('writes days as papers do', () => {
    expect(formatChinese(day('2026-05-02'))).toBe('2026年5月2日')
    expect(formatChinesePadded(day('2026-05-02'))).toBe('2026年05月02日')
  })
  it('knows months', () => {
    expect(monthRange('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
    expect(daysOfMonth('2026-02')).toHaveLength(28)
    expect(daysOfMonth('2026-02').at(-1)).toBe('2026-02-28')
    expect(shiftMonth('2026-01', -1)).toBe('2025-12')
    expect(shiftMonth('2026-11', 2)).toBe('2027-01')
    expect(monthOf(day('2026-05-20'))).toBe('2026-05')
    expect(() => monthRange('2026-13')).toThrow(LantaiError)
  })
  it.each([
    ['2026-05-19T15:59:59.999Z', 'Asia/Shanghai', '2026-05-19'],
    ['2026-05-19T16:00:00.000Z', 'Asia/Shanghai', '2026-05-20'],
    ['2026-05-19T16:00:00.000Z', 'UTC', '2026-05-19'],
    ['1990-07-01T15:30:00.000Z', 'Asia/Shanghai', '1990-07-02'], // summer time of 1986-1991
  ])('%s in %s is %s', (instant, zone, expected) => {
    expect(today(new Date(instant), zone)).toBe(expected)
  })
})

describe('七夕', () => {
  it.each([
    [2006, '2006-07-31'], // the seventh month came twice; the festival is in the first
    [2014, '2014-08-02'],
    [2019, '2019-08-07'],
    [2020, '2020-08-25'],
    [2021, '2021-08-14'],
    [2022, '2022-08-04'],
    [2023, '2023-08-22'],
    [2024, '2024-08-10'],
    [2025, '2025-08-29'],
    [2026, '2026-08-19'],
  ])('%i: %s', (year, expected) => {
    expect(findQixi(year)).toBe(expected)
  })
  it('stays in its season for every year of the table and knows no other year', () => {
    for (let year = 1950; year <= 2100; year += 1) expect(findQixi(year)?.slice(5)).toMatch(/^(07-31|08-[0-3]\d)$/)
    expect(findQixi(1949)).toBeUndefined()
    expect(findQixi(2101)).toBeUndefined()
  })
  it('agrees with the platform’s Chinese calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' })
    for (let year = 1990; year <= 2050; year += 1) expect(lunar.format(new Date(`${findQixi(year)}T00:00:00Z`))).toBe('7/7')
  })
})
