import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRestDay, makeCalendar, shippedCalendar, shippedNotices } from '../../../../domain/calendar/index.ts'
import type { CivilDate } from '../../../../domain/dates.ts'
import { addDays, civilDate, daysBetween } from '../../../../domain/dates.ts'
import { ReceiptDates, coolingOff, phaseOn, receiptDates } from '../../../../domain/divorce/clock.ts'

const first = civilDate('2015-01-01')
const full = (year: string, monthDay: string): string => (monthDay.length === 5 ? `${year}-${monthDay}` : monthDay)

/** An independent reading of the shipped table: a set of rest days kept as text. */
const walkerRest = (makeUpWorks: boolean): ReadonlySet<string> => {
  const rest = new Set<string>()
  const words = new Map<string, boolean>()
  for (const notice of shippedNotices) for (const row of notice.rows) words.set(row.day, row.off)
  for (let stamp = Date.UTC(2015, 0, 1); stamp <= Date.UTC(2026, 11, 31); stamp += 86_400_000) {
    const at = new Date(stamp)
    const day = at.toISOString().slice(0, 10)
    const weekend = at.getUTCDay() === 0 || at.getUTCDay() === 6
    const word = words.get(day)
    if (word === true || (weekend && (word === undefined || !makeUpWorks))) rest.add(day)
  }
  return rest
}

/** Counts by walking day after day from the receipt; knows nothing of the other counter. */
const walk = (received: string, rest: ReadonlySet<string>): { end1: string; end2: string } | undefined => {
  const nextOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const period = (from: string): string | undefined => {
    let at = from
    for (let counted = 0; counted < 30; counted += 1) at = nextOf(at)
    while (rest.has(at)) at = nextOf(at)
    return at > '2026-12-31' ? undefined : at
  }
  const end1 = period(received)
  const end2 = end1 === undefined ? undefined : period(end1)
  return end1 === undefined || end2 === undefined ? undefined : { end1, end2 }
}

describe('the cooling-off clock', () => {
  it.each([
    ['2026-03-02', '04-01', '04-01', '04-02', '05-01', '05-06'],
    ['2026-01-08', '02-07', '02-09', '02-10', '03-11', '03-11'],
    ['2026-01-16', '02-15', '02-24', '02-25', '03-26', '03-26'],
    ['2026-08-26', '09-25', '09-28', '09-29', '10-28', '10-28'],
    ['2025-09-01', '10-01', '10-09', '10-10', '11-08', '11-10'],
  ])('received %s: raw %s, ends %s, opens %s, raw %s, closes %s', (received, raw1, end1, opens, raw2, end2) => {
    const year = received.slice(0, 4)
    expect(coolingOff(received)).toMatchObject({ received, raw1: full(year, raw1), end1: full(year, end1), windowOpens: full(year, opens), raw2: full(year, raw2), end2: full(year, end2) })
  })
  const columns = [
    ['2026-04-09', true, '2026-05-09', '2026-05-09', '2026-06-08', '2026-06-08'],
    ['2026-04-09', false, '2026-05-09', '2026-05-11', '2026-06-10', '2026-06-10'],
    ['2026-01-15', true, '2026-02-14', '2026-02-14', '2026-03-16', '2026-03-16'],
    ['2026-01-15', false, '2026-02-14', '2026-02-24', '2026-03-26', '2026-03-26'],
    ['2026-08-21', true, '2026-09-20', '2026-09-20', '2026-10-20', '2026-10-20'],
    ['2026-08-21', false, '2026-09-20', '2026-09-21', '2026-10-21', '2026-10-21'],
    ['2025-12-16', true, '2026-01-15', '2026-01-15', '2026-02-14', '2026-02-14'],
    ['2025-12-16', false, '2026-01-15', '2026-01-15', '2026-02-14', '2026-02-24'],
    ['2025-12-25', true, '2026-01-24', '2026-01-26', '2026-02-25', '2026-02-25'],
    ['2025-12-25', false, '2026-01-24', '2026-01-26', '2026-02-25', '2026-02-25'],
    ['2026-09-01', true, '2026-10-01', '2026-10-08', '2026-11-07', '2026-11-09'],
    ['2026-09-01', false, '2026-10-01', '2026-10-08', '2026-11-07', '2026-11-09'],
  ] as const
  it.each(columns)('received %s, make-up day works %s: %s → %s, %s → %s', (received, makeUpDayCountsAsWorking, raw1, end1, raw2, end2) => {
    expect(coolingOff(received, shippedCalendar, { makeUpDayCountsAsWorking })).toMatchObject({ raw1, end1, raw2, end2, makeUpDayCountsAsWorking })
  })
  it('says why a last day moved, day by day', () => {
    const { rolled } = coolingOff('2025-09-01')
    expect(rolled.map(({ period, from, to }) => ({ period, from, to }))).toEqual([{ period: 1, from: '2025-10-01', to: '2025-10-09' }, { period: 2, from: '2025-11-08', to: '2025-11-10' }])
    expect(rolled[0]?.why).toHaveLength(8)
    expect(rolled[0]?.why[0]).toEqual({ day: '2025-10-01', reasons: [{ kind: 'notice', name: '国庆节、中秋节', notice: '2025' }] })
    expect(rolled[1]?.why.map((entry) => entry.reasons[0]?.kind)).toEqual(['weekend', 'weekend'])
  })
  it('a correction notice changes what is computed after it, and only that', () => {
    const before = makeCalendar(shippedNotices, { knownOn: civilDate('2020-01-26') })
    expect(coolingOff('2020-01-01', before).end1).toBe('2020-01-31')
    expect(coolingOff('2020-01-01').end1).toBe('2020-02-03')
  })
  it('a local day off moves it too, and can be left out of the count', () => {
    const calendar = makeCalendar([...shippedNotices, { id: 'local-1', kind: 'local', year: 2026, title: '地方放假', source: '某号', published: '2026-01-01', imported: '', rows: [{ day: '2026-04-01', off: true, name: '地方节日' }] }])
    expect(coolingOff('2026-03-02', calendar)).toMatchObject({ end1: '2026-04-02', rolled: [{ period: 1, why: [{ reasons: [{ kind: 'local' }] }] }, { period: 2, to: '2026-05-06' }] })
    expect(coolingOff('2026-03-02', calendar, { localDaysCount: false }).end1).toBe('2026-04-01')
  })
  it.each([['2026-11-30', 2027], ['2026-12-20', 2027], ['2014-11-20', 2014]])('received %s: refused for want of the year %i', (received, year) => {
    expect(() => coolingOff(received)).toThrow(new RegExp(String(year)))
  })
  it.each(['2026-02-30', '', 'soon', '2026-2-3'])('refuses %j as a day', (received) => {
    expect(() => coolingOff(received)).toThrow(/invalid \(received\)/)
  })
  it('an override moves the second period with it and keeps its reason', () => {
    const reason = '按省厅答复，调休上班日视为休息日'
    const set = coolingOff('2026-01-15', shippedCalendar, { override: { end1: '2026-02-24', reason } })
    expect(set).toMatchObject({ end1: '2026-02-24', windowOpens: '2026-02-25', raw2: '2026-03-26', end2: '2026-03-26', overridden: { end1: '2026-02-24', reason } })
    expect(ReceiptDates.parse(receiptDates(set))).toEqual(receiptDates(set))
    expect(coolingOff('2026-03-02', shippedCalendar, { override: { end2: '2026-05-07', reason } })).toMatchObject({ end1: '2026-04-01', end2: '2026-05-07' })
  })
  it.each([
    [{ end1: '2026-02-24', reason: ' ' }, 'override.reason'],
    [{ end1: '2026-02-13', reason: '早' }, 'override.end1'],
    [{ end1: '2026-04-24', reason: '晚' }, 'override.end1'],
    [{ end2: '2026-03-01', reason: '早' }, 'override.end2'],
    [{ end2: '2026-02-30', reason: '无' }, 'override.end2'],
  ])('refuses the override %j', (override, field) => {
    expect(() => coolingOff('2026-01-15', shippedCalendar, { override })).toThrow(`(${field})`)
  })
  it('the days as the receipt has them read back the same', () => {
    const dates = receiptDates(coolingOff('2025-09-01'))
    expect(ReceiptDates.parse(JSON.parse(JSON.stringify(dates)))).toEqual(dates)
    expect('overridden' in dates).toBe(false)
  })
  it.each([['2026-03-02', 'coolingOff'], ['2026-04-01', 'coolingOff'], ['2026-04-02', 'issuanceOpen'], ['2026-05-06', 'issuanceOpen'], ['2026-05-07', 'lapsed']] as const)('on %s the phase is %s', (on, phase) => {
    expect(phaseOn(coolingOff('2026-03-02'), on)).toBe(phase)
  })
})

describe('every day of 2015-2026', () => {
  const days: CivilDate[] = []
  for (let at = first; at <= '2026-10-30'; at = addDays(at, 1)) days.push(at)
  for (const makeUpDayCountsAsWorking of [true, false]) {
    it(`agrees with a counter that walks day by day (make-up day ${makeUpDayCountsAsWorking ? 'works' : 'rests'}), and never goes back`, () => {
      const rest = walkerRest(makeUpDayCountsAsWorking)
      let compared = 0
      let last = { end1: '', end2: '' }
      for (const received of days) {
        const walked = walk(received, rest)
        if (walked === undefined) continue
        const { raw1, end1, windowOpens, raw2, end2 } = coolingOff(received, shippedCalendar, { makeUpDayCountsAsWorking })
        if (end1 !== walked.end1 || end2 !== walked.end2) expect({ received, end1, end2 }).toEqual({ received, ...walked })
        const sound = daysBetween(received, raw1) === 30 && end1 >= raw1 && windowOpens === addDays(end1, 1) && daysBetween(end1, raw2) === 30 && end2 >= raw2 && end1 >= last.end1 && end2 >= last.end2
          && !rest.has(end1) && !rest.has(end2) && windowOpens <= end2
        if (!sound) expect.unreachable(`the clock of ${received} is unsound`)
        last = { end1, end2 }
        compared += 1
      }
      expect(compared).toBeGreaterThan(4300)
    })
  }
  it('whatever two days, setting and phase: last days are working days by the table, the windows never overlap, the clock never goes back', () => {
    // The last days whose second period still ends within the table of 2026.
    const within = days.filter((day) => day <= '2026-10-29')
    const anyDay = fc.nat({ max: within.length - 1 }).map((at) => within[at] as CivilDate)
    fc.assert(fc.property(anyDay, anyDay, fc.boolean(), (one, two, makeUpDayCountsAsWorking) => {
      const options = { makeUpDayCountsAsWorking }
      const [earlier, later] = one <= two ? [one, two] : [two, one]
      const [a, b] = [coolingOff(earlier, shippedCalendar, options), coolingOff(later, shippedCalendar, options)]
      for (const clock of [a, b]) {
        expect([clock.end1, clock.end2].some((last) => isRestDay(last, shippedCalendar, options).rest)).toBe(false)
        expect(clock.received < clock.raw1 && clock.raw1 <= clock.end1 && clock.end1 < clock.windowOpens && clock.windowOpens <= clock.raw2 && clock.raw2 <= clock.end2).toBe(true)
      }
      expect(a.end1 <= b.end1 && a.windowOpens <= b.windowOpens && a.end2 <= b.end2).toBe(true)
    }), { numRuns: 2000 })
  })
  it('properties on any table that an office may make', () => {
    fc.assert(fc.property(fc.nat({ max: days.length - 60 }), fc.array(fc.nat({ max: 90 }), { maxLength: 12 }), fc.boolean(), (at, localDays, makeUpDayCountsAsWorking) => {
      const received = days[at] as CivilDate
      const rows = [...new Set(localDays)].map((offset) => ({ day: addDays(received, offset), off: true, name: '地方' })).filter((row) => row.day <= '2026-12-01')
      const calendar = makeCalendar([...shippedNotices, { id: 'local', kind: 'local', year: 2026, title: '地方', source: '号', published: '2014-01-01', imported: '', rows }])
      const options = { makeUpDayCountsAsWorking }
      const clock = coolingOff(received, calendar, options)
      expect(daysBetween(received, clock.end1)).toBeGreaterThanOrEqual(30)
      expect(daysBetween(clock.end1, clock.end2)).toBeGreaterThanOrEqual(30)
      expect(isRestDay(clock.end1, calendar, options).rest || isRestDay(clock.end2, calendar, options).rest).toBe(false)
      expect(clock.windowOpens).toBe(addDays(clock.end1, 1))
      const next = coolingOff(addDays(received, 1), calendar, options)
      expect(next.end1 >= clock.end1 && next.end2 >= clock.end2).toBe(true)
      for (const moved of clock.rolled) expect(moved.why).toHaveLength(daysBetween(moved.from, moved.to))
      expect(phaseOn(clock, clock.end1)).toBe('coolingOff')
      expect(phaseOn(clock, clock.windowOpens)).toBe('issuanceOpen')
      expect(phaseOn(clock, addDays(clock.end2, 1))).toBe('lapsed')
    }), { numRuns: 120 })
  })
})
