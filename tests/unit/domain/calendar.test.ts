import { describe, expect, it } from 'vitest'
import { calendarYears, findRestDay, isWorkingDay, workingDaysOf } from '../../../domain/calendar/index.ts'
import { civilDate } from '../../../domain/dates.ts'

describe('the yearly notices of days off', () => {
  it.each(Array.from({ length: calendarYears.to - calendarYears.from + 1 }, (_, index) => calendarYears.from + index))('%i adds up to the working days of its notice', (year) => {
    const { counted, published } = workingDaysOf(year)
    expect(counted).toBe(published)
  })

  it.each([
    ['2026-02-13', undefined],
    ['2026-02-14', undefined], // a Saturday worked for Spring Festival
    ['2026-02-15', 'holiday'],
    ['2026-02-28', undefined],
    ['2026-05-09', undefined],
    ['2026-05-10', 'weekend'],
    ['2026-05-20', undefined],
    ['2026-10-01', 'holiday'],
    ['2026-11-22', 'weekend'],
    ['2025-01-28', 'holiday'],
    ['2027-03-01', 'unknown'],
  ] as const)('says of %s that it is %s', (day, wanted) => {
    expect(findRestDay(civilDate(day))).toBe(wanted)
  })

  it('does not guess past the last notice', () => {
    expect(() => isWorkingDay(civilDate('2027-03-01'))).toThrow(/2027/)
    expect(() => workingDaysOf(2014)).toThrow()
  })
})
