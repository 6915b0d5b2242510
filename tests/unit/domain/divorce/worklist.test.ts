import { describe, expect, it } from 'vitest'
import { shippedCalendar } from '../../../../domain/calendar/index.ts'
import { addDays, civilDate } from '../../../../domain/dates.ts'
import { coolingOff } from '../../../../domain/divorce/clock.ts'
import { worklistKinds, worklistRanges, worklistTitles, worklistsOf } from '../../../../domain/divorce/worklist.ts'

const row = { state: 'accepted', ...coolingOff('2026-03-02') } // ends 04-01, opens 04-02, closes 05-06

describe('the work list', () => {
  it.each([
    ['2026-03-31', []],
    ['2026-04-01', ['endsToday']],
    ['2026-04-02', ['windowOpened']],
    ['2026-04-03', []],
    ['2026-04-23', []],
    ['2026-04-24', ['closingSoon']],
    ['2026-05-06', ['closingSoon']],
    ['2026-05-07', ['lapsed']],
    ['2026-05-08', []],
  ])('on %s the case stands in %j', (day, kinds) => {
    expect(worklistsOf(row, civilDate(day))).toEqual(kinds)
  })
  it('what opened on Friday is still there on Monday, weekend visits see it too', () => {
    const friday = { state: 'accepted', end1: '2026-05-14', end2: '2026-06-15' }
    expect([15, 16, 17, 18].map((day) => worklistsOf(friday, civilDate(`2026-05-${day}`)))).toEqual([['windowOpened'], [], [], []])
    const over = { state: 'accepted', end1: '2026-05-15', end2: '2026-06-15' }
    expect([16, 17, 18, 19].map((day) => worklistsOf(over, civilDate(`2026-05-${day}`)))).toEqual([['windowOpened'], ['windowOpened'], ['windowOpened'], []])
  })
  it('nothing that is withdrawn, decided or refused stands in any list', () => {
    for (const state of ['received', 'issuing', 'withdrawn', 'delivered', 'refused', 'notAccepted']) for (const day of ['2026-04-01', '2026-04-02', '2026-05-06', '2026-05-07']) expect(worklistsOf({ ...row, state }, civilDate(day))).toEqual([])
  })
  it('every application passes through every list once a day at the right time, over a year', () => {
    for (let received = civilDate('2025-03-01'); received < '2026-03-01'; received = addDays(received, 7)) {
      const clock = { state: 'accepted', ...coolingOff(received, shippedCalendar) }
      const seen = new Set<string>()
      for (let day = received; day <= addDays(civilDate(clock.end2), 12); day = addDays(day, 1)) for (const kind of worklistsOf(clock, day)) {
        seen.add(kind)
        if (kind === 'endsToday') expect(day).toBe(clock.end1)
        if (kind === 'windowOpened') expect(day > clock.end1 && day <= clock.end2).toBe(true)
        if (kind === 'closingSoon') expect(day > clock.end1 && day <= clock.end2).toBe(true)
        if (kind === 'lapsed') expect(day > clock.end2).toBe(true)
      }
      expect([...seen].sort()).toEqual([...worklistKinds].sort())
    }
  })
  it('needs the table of days off, and has titles', () => {
    expect(() => worklistRanges(civilDate('2027-01-04'))).toThrow(/2026|2027/)
    for (const kind of worklistKinds) expect(worklistTitles[kind].zh).not.toBe('')
  })
})
