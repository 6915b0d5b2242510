import { describe, expect, it } from 'vitest'
import type { DayFigures } from '../../../../domain/reports/shapes.ts'
import type { CivilDate } from '../../../../domain/dates.ts'
import { balanceOf, changedTo, dayState, figuresOf, tableOf, type DayLine } from '../../../../renderer/pages/day/figures.ts'

const text = (words: string) => ({ zh: words, en: words })
const figures = (counts: readonly (readonly [window: string, kind: string, counter: string, count: number])[]): DayFigures => ({ counts: counts.map(([window, kind, counter, count]) => ({ window, kind, unit: '对', counter, count })), open: [], stock: [], money: [], deadlines: [] })
const kinds = [['marriage', 'marriage'], ['marriage', 'late'], ['burial', 'cremated'], ['marriage', 'correction'], ['divorce', 'correction']].map(([window = '', kind = '']) => ({ window, kind, title: text(kind), unit: text('对') }))
const windows = ['marriage', 'divorce', 'burial', 'archive'].map((id) => ({ id, title: text(id) }))
const head = { seq: 1, hash: '0' }
const signed = (given: DayFigures) => ({ at: '', by: '', note: '', head, figures: given })

describe('the table of a day', () => {
  it('has a part a window with something in it, counters by number and what no counter did last', () => {
    const { counters, windows: parts } = tableOf({ kinds, windows, closed: null, now: figures([['marriage', 'marriage', '10', 2], ['marriage', 'marriage', '2', 3], ['burial', 'cremated', '', 1]]) })
    expect(counters).toEqual(['2', '10', ''])
    expect(parts.map(({ id, rows }) => [id, rows.map(({ kind, total, now }) => [kind, total, now])])).toEqual([['marriage', [['marriage', 5, undefined]]], ['burial', [['cremated', 1, undefined]]]])
  })
  it('keeps kinds of the same name at their own windows', () => {
    const { windows: parts } = tableOf({ kinds, windows, closed: null, now: figures([['marriage', 'correction', '1', 1], ['divorce', 'correction', '1', 4]]) })
    expect(parts.map(({ id, rows }) => [id, rows[0]?.total])).toEqual([['marriage', 1], ['divorce', 4]])
  })
  it('stands by what was signed and says what is otherwise now, also a kind that was not there or is gone', () => {
    const report = { kinds, windows, closed: signed(figures([['marriage', 'marriage', '1', 5], ['burial', 'cremated', '', 1]])), now: figures([['marriage', 'marriage', '1', 4], ['marriage', 'late', '1', 1]]) }
    expect(figuresOf(report).counts).toHaveLength(2)
    expect(tableOf(report).windows.flatMap(({ rows }) => rows.map(({ kind, total, now }) => [kind, total, now]))).toEqual([['marriage', 5, 4], ['late', 0, 1], ['cremated', 1, 0]])
  })
  it('shows no kind that nets to nothing', () => expect(tableOf({ kinds, windows, closed: null, now: figures([['marriage', 'marriage', '1', 1], ['marriage', 'marriage', '2', -1]]) }).windows).toEqual([]))
})

describe('the figures beside it', () => {
  it('a stock balances by what came and went', () => expect(balanceOf({ type: 'marriage', opening: 100, received: 50, issued: 20, reissued: 4, spoiled: 1, returned: 5, closing: 120 })).toBe(120))
  it('an amount that has changed is told, one that is gone is nothing', () => {
    const row = { window: 'burial', kind: 'settlement', fen: 100 }
    expect(changedTo(row, [row], ({ fen }) => fen, 0)).toBeUndefined()
    expect(changedTo(row, [{ ...row, fen: 40 }], ({ fen }) => fen, 0)).toBe(40)
    expect(changedTo(row, [], ({ fen }) => fen, 0)).toBe(0)
  })
})

describe('a day of the strip', () => {
  const line = (more: Partial<DayLine>): DayLine => ({ day: '2026-05-20' as CivilDate, count: 0, closed: false, at: '', by: '', late: 0, ...more })
  it.each([
    ['2026-05-20', line({ closed: true }), [], 'closed'],
    ['2026-05-20', line({ count: 3 }), ['2026-05-20'], 'unclosed'],
    ['2026-05-19', line({}), [], 'idle'],
    ['2026-05-19', line({ count: 3 }), [], 'open'],
    ['2026-05-21', undefined, [], 'running'],
    ['2026-05-22', undefined, [], 'ahead'],
    ['2026-05-21', line({ closed: true }), [], 'closed'],
  ] as const)('%s is told', (day, given, unclosed, state) => expect(dayState(day, given, unclosed, '2026-05-21')).toBe(state))
})
