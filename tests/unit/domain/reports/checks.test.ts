import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, monthRange } from '../../../../domain/dates.ts'
import { broken, counterChecks, monthChecks, runningChecks, windowChecks } from '../../../../domain/reports/checks.ts'
import { monthsOf, toDateOf } from '../../../../domain/reports/spans.ts'
import { text } from '../../../../domain/text.ts'

const windows = ['marriage', 'burial', 'place-names'] as const
/** A signed line: what counts on `day`, entered on a day not before it, at a place of the journal. */
interface Line { readonly seq: number; readonly day: string; readonly enteredOn: string; readonly window: (typeof windows)[number]; readonly counter: string; readonly count: number }

const history = fc.array(fc.record({
  at: fc.nat(364), delay: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(120) }), window: fc.constantFrom(...windows), counter: fc.constantFrom('1', '2', ''), count: fc.constantFrom(1, 1, 1, 2, -1),
}), { maxLength: 120 }).map((given) => given
  .map(({ at, delay, ...line }) => ({ ...line, day: addDays(civilDate('2026-01-01'), at), enteredOn: addDays(civilDate('2026-01-01'), at + delay) }))
  .toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : a.enteredOn > b.enteredOn ? 1 : 0))
  .map((line, index): Line => ({ ...line, seq: index + 1 })))

const sum = (lines: readonly Line[]): number => lines.reduce((total, { count }) => total + count, 0)
const within = (lines: readonly Line[], { from, to }: { readonly from: string; readonly to: string }): readonly Line[] => lines.filter(({ day }) => day >= from && day <= to)
const title = text('结婚登记', 'Marriages')

/** How long after its end each month is closed; the journal stood at the last line entered by then. */
const delays = fc.array(fc.nat(20), { minLength: 12, maxLength: 12 })

describe('the identities of a book', () => {
  it('hold for any history: year to date = as the month before closed it + the month + the signed lines since', () => {
    fc.assert(fc.property(history, delays, (lines, waits) => {
      let before: { toDate: number; seq: number } | undefined
      for (const [index, month] of monthsOf({ from: civilDate('2026-01-01'), to: civilDate('2026-12-31') }).entries()) {
        const period = monthRange(month)
        const closedOn = addDays(period.to, 1 + (waits[index] ?? 0))
        const seq = lines.filter(({ enteredOn }) => enteredOn <= closedOn).length
        const known = lines.slice(0, Math.max(seq, before?.seq ?? 0))
        const indicator = { id: 'marriage.total', title, unit: '对', money: false, period: sum(within(known, period)), toDate: sum(within(known, toDateOf(period))) }
        const since = before === undefined ? [] : within(known.slice(before.seq), { from: '2026-01-01', to: addDays(period.from, -1) })
        const corrections = sum(since)
        const checks = runningChecks([indicator], period, before === undefined ? undefined : [{ id: 'marriage.total', toDate: before.toDate, corrections }])
        expect(checks).toHaveLength(1)
        expect(broken(checks)).toEqual([])
        // Without its corrections the identity fails exactly when they do not cancel out.
        if (before !== undefined) expect(broken(runningChecks([indicator], period, [{ id: 'marriage.total', toDate: before.toDate, corrections: 0 }]))).toHaveLength(corrections === 0 ? 0 : 1)
        before = { toDate: indicator.toDate, seq: known.length }
      }
    }))
  })
  it('hold where late lines count in the month of their entry, as those of burial do: nothing is corrected afterwards', () => {
    fc.assert(fc.property(history, delays, (given, waits) => {
      const months = monthsOf({ from: civilDate('2026-01-01'), to: civilDate('2026-12-31') })
      const closings = months.map((month, index) => addDays(monthRange(month).to, 1 + (waits[index] ?? 0)))
      // What comes after the closing of its month counts on the day of its entry.
      const lines = given.map((line) => ({ ...line, day: line.enteredOn > (closings[Number(line.day.slice(5, 7)) - 1] ?? '') ? line.enteredOn : line.day }))
      let before = 0
      for (const [index, month] of months.entries()) {
        const period = monthRange(month)
        const known = lines.filter(({ enteredOn }) => enteredOn <= (closings[index] ?? ''))
        const indicator = { id: 'cremated', title, unit: '具', money: false, period: sum(within(known, period)), toDate: sum(within(known, toDateOf(period))) }
        expect(broken(runningChecks([indicator], period, [{ id: 'cremated', toDate: before, corrections: 0 }]))).toEqual([])
        before = indicator.toDate
      }
    }))
  })
  it('hold for the parts: months make the year, windows the office, counters the day', () => {
    fc.assert(fc.property(history, (lines) => {
      const year = { from: civilDate('2026-01-01'), to: civilDate('2026-12-31') }
      const own = within(lines, year)
      const all = sum(own)
      expect(broken(monthChecks(year, [{ id: 'all', title, unit: '件', whole: all, parts: monthsOf(year).map((month) => sum(within(lines, monthRange(month)))) }]))).toEqual([])
      expect(broken(windowChecks([{ id: 'all', title, unit: '件', whole: all, parts: windows.map((window) => sum(own.filter((line) => line.window === window))) }]))).toEqual([])
      const counters = own.map(({ window, counter, count }) => ({ window, kind: 'total', unit: '件', counter, count }))
      const office = windows.map((window) => ({ window, kind: 'total', unit: '件', count: sum(own.filter((line) => line.window === window)) }))
      expect(broken(counterChecks(counters, office, () => title))).toEqual([])
      if (own.length > 0) expect(broken(counterChecks(counters, office.map((one, index) => (index === 0 ? { ...one, count: one.count + 1 } : one)), () => title))).toHaveLength(1)
    }))
  })
  it('say both sides and the difference, amounts in yuan', () => {
    const period = monthRange('2026-10')
    const indicator = { id: 'waivedFen', title: text('减免金额', 'Waived'), unit: '人次', money: true, period: 12_050, toDate: 112_051 }
    expect(runningChecks([indicator], period, [{ id: 'waivedFen', toDate: 100_000, corrections: 0 }])).toEqual([{
      id: 'running.waivedFen', holds: false, name: { zh: '减免金额：本年累计 = 上月月结累计 + 本月 + 更正', en: 'Waived: year to date = as the month before closed it + the month + corrections' },
      line: { zh: '减免金额：本年累计 = 上月月结累计 + 本月 + 更正：1120.51元 = 1120.50元，不符，差 0.01', en: 'Waived: year to date = as the month before closed it + the month + corrections: 1120.51 = 1120.50 yuan, does not hold, off by 0.01' },
    }])
  })
  it('check nothing that is not known: no closed month before, no running sum', () => {
    const indicator = { id: 'a', title, unit: '对', money: false, period: 1, toDate: 5 }
    expect(runningChecks([indicator], monthRange('2026-10'), undefined)).toEqual([])
    expect(runningChecks([indicator], monthRange('2026-10'), [{ id: 'b', toDate: 1, corrections: 0 }])).toEqual([])
    // January begins anew, whatever December was.
    expect(broken(runningChecks([{ ...indicator, toDate: 1 }], monthRange('2026-01'), [{ id: 'a', toDate: 900, corrections: 4 }]))).toEqual([])
  })
})
