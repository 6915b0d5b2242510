import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, civilDateOf, daysBetween, daysInMonth } from '../../../../domain/dates.ts'
import type { Period } from '../../../../domain/reports/spans.ts'
import { isWholeMonths, monthsBefore, monthsOf, periodBefore, periodKind, periodTitle, spansOf, toDateBefore, toDateOf, withinMonth, yearBefore } from '../../../../domain/reports/spans.ts'

const span = (from: string, to: string): Period => ({ from: civilDate(from), to: civilDate(to) })

describe('periods of reports', () => {
  it.each([
    ['2026-10-01', '2026-10-31', 'month', '2026年10月', 'October 2026'],
    ['2026-07-01', '2026-09-30', 'quarter', '2026年第三季度', 'third quarter of 2026'],
    ['2026-01-01', '2026-06-30', 'half', '2026年上半年', 'first half of 2026'],
    ['2026-07-01', '2026-12-31', 'half', '2026年下半年', 'second half of 2026'],
    ['2024-01-01', '2024-12-31', 'year', '2024年', '2024'],
    ['2026-02-01', '2026-04-30', 'other', '2026年2月1日至2026年4月30日', '2026-02-01 to 2026-04-30'],
    ['2026-02-01', '2027-01-31', 'other', '2026年2月1日至2027年1月31日', '2026-02-01 to 2027-01-31'],
    ['2024-02-01', '2024-02-28', 'other', '2024年2月1日至2024年2月28日', '2024-02-01 to 2024-02-28'],
    ['2026-05-20', '2026-05-20', 'other', '2026年5月20日', '2026-05-20'],
  ])('%s to %s is a %s', (from, to, kind, zh, en) => {
    expect(periodKind(span(from, to))).toBe(kind)
    expect(periodTitle(span(from, to))).toEqual({ zh, en })
  })
  it.each([
    // Whole months go back by months, an end of month stays one, also in leap years.
    ['2024-03-01', '2024-03-31', '2024-02-01', '2024-02-29', '2023-03-01', '2023-03-31'],
    ['2024-02-01', '2024-02-29', '2024-01-01', '2024-01-31', '2023-02-01', '2023-02-28'],
    ['2025-02-01', '2025-02-28', '2025-01-01', '2025-01-31', '2024-02-01', '2024-02-29'],
    ['2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31', '2025-01-01', '2025-03-31'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31', '2025-01-01', '2025-12-31'],
    ['2026-11-01', '2026-11-23', '2026-10-09', '2026-10-31', '2025-11-01', '2025-11-23'],
    ['2024-02-29', '2024-02-29', '2024-02-28', '2024-02-28', '2023-02-28', '2023-02-28'],
    ['2025-02-28', '2025-02-28', '2025-02-27', '2025-02-27', '2024-02-28', '2024-02-28'],
  ])('%s to %s: before it, and a year before', (from, to, beforeFrom, beforeTo, yearFrom, yearTo) => {
    expect(periodBefore(span(from, to))).toEqual(span(beforeFrom, beforeTo))
    expect(yearBefore(span(from, to))).toEqual(span(yearFrom, yearTo))
  })
  it('years to date run from January to the end of the period, and of the year before to the same day', () => {
    const given = span('2024-02-01', '2024-02-29')
    expect(toDateOf(given)).toEqual(span('2024-01-01', '2024-02-29'))
    expect(toDateBefore(given)).toEqual(span('2023-01-01', '2023-02-28'))
    expect(spansOf(given).toDateBefore).toEqual(span('2023-01-01', '2023-02-28'))
    expect(monthsBefore(span('2026-11-01', '2026-11-23'), 1)).toEqual(span('2026-10-01', '2026-10-23'))
  })
  it.each([
    ['2026-11-01', '2026-11-30', '2026-11-23', '2026-10-01', '2026-10-23', '2025-11-01', '2025-11-23'],
    ['2026-01-01', '2026-12-31', '2026-11-23', '2025-01-01', '2025-11-23', '2025-01-01', '2025-11-23'],
    ['2026-10-01', '2026-12-31', '2026-10-31', '2026-07-01', '2026-07-31', '2025-10-01', '2025-10-31'],
    ['2026-11-01', '2026-11-30', '2026-11-30', '2026-10-01', '2026-10-31', '2025-11-01', '2025-11-30'],
    ['2026-12-01', '2026-12-31', '2026-11-23', '2026-11-01', '2026-11-30', '2025-12-01', '2025-12-31'],
  ])('%s to %s on %s is held against as many days', (from, to, today, beforeFrom, beforeTo, yearFrom, yearTo) => {
    const { previous, yearBefore: year, toDateBefore: toDate } = spansOf(span(from, to), civilDate(today))
    expect(previous).toEqual(span(beforeFrom, beforeTo))
    expect(year).toEqual(span(yearFrom, yearTo))
    expect(toDate.to).toBe(yearTo)
  })
  it('of any period: the one before ends where it begins; whole months stay whole; its months are cut at its ends and fill it', () => {
    const period = fc.tuple(fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }), fc.integer({ min: 0, max: 900 })).map(([year, month, day, length]) => {
      const from = civilDateOf(year, month, Math.min(day, daysInMonth(year, month)))
      return { from, to: addDays(from, length) }
    })
    fc.assert(fc.property(period, (given) => {
      const before = periodBefore(given)
      expect(addDays(before.to, 1)).toBe(given.from)
      expect(isWholeMonths(before)).toBe(isWholeMonths(given) || isWholeMonths(before))
      if (isWholeMonths(given)) expect([isWholeMonths(before), isWholeMonths(yearBefore(given))]).toEqual([true, true])
      else expect(daysBetween(before.from, before.to)).toBe(daysBetween(given.from, given.to))
      const parts = monthsOf(given).map((month) => withinMonth(month, given))
      expect(parts[0]?.from).toBe(given.from)
      expect(parts.at(-1)?.to).toBe(given.to)
      for (const [index, part] of parts.entries()) if (index > 0) expect(part.from).toBe(addDays(parts[index - 1]?.to ?? part.from, 1))
    }))
  })
})
