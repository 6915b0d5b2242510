import { describe, expect, it } from 'vitest'
import type { BookTable, Indicator, TallyBook } from '../../../../domain/reports/shapes.ts'
import { text } from '../../../../domain/text.ts'
import { differencesOf, failingLines, filledRows, growthOf, isEmptyBook } from '../../../../renderer/pages/tally/book.ts'
import { figureWords } from '../../../../renderer/pages/tally/Summary.tsx'

const indicator = (id: string, period: number, more: Partial<Indicator> = {}): Indicator => ({ id, window: 'marriage', title: text('结婚登记', 'Marriages'), unit: '对', code: '', money: false, period, previous: 0, yearBefore: 0, toDate: period, toDateBefore: 0, corrections: 0, open: null, ...more })
const cell = (count: number, fen: number | null = null) => ({ count, fen, share: null, open: null })
const table = (...counts: readonly number[]): BookTable => ({
  id: 'marriage.ages', window: 'marriage', title: text('年龄', 'Ages'), unit: '人', columns: [{ id: 'all', title: text('人数', 'Persons'), unit: '人', money: false }],
  rows: counts.map((count, index) => ({ id: `row.${String(index)}`, title: text('行', 'Row'), lines: [{ span: 'period', cells: [cell(count)] }, { span: 'toDate', cells: [cell(count)] }] })), identities: [],
})
const book = (indicators: readonly Indicator[], tables: readonly BookTable[] = []): TallyBook => ({
  format: 1, officeName: '示例', area: '990101', sample: true, form: { number: '', approval: '', maker: '', approver: '' }, kind: 'month', from: '2026-09-01', to: '2026-09-30', title: text('2026年9月', 'September 2026'),
  previous: { from: '2026-08-01', to: '2026-08-31' }, yearBefore: { from: '2025-09-01', to: '2025-09-30' }, toDate: { from: '2026-01-01', to: '2026-09-30' }, windows: [], indicators: [...indicators], tables: [...tables],
  late: [], lateMore: 0, checks: [], unclosed: [], notes: [], paragraph: '', preparer: '', checker: '', at: '', head: { seq: 1, hash: '' },
})

describe('growth', () => {
  it.each([[110, 100, '+10.0%'], [95, 100, '−5.0%'], [100, 100, '0.0%'], [1, 3, '−66.7%'], [0, 4, '−100.0%'], [5, 0, undefined], [0, 0, undefined]] as const)('of %i over %i is %s', (now, before, words) => expect(growthOf(now, before)).toBe(words))
})

describe('a figure of the summary', () => {
  it('is a count, or an amount in yuan with its thousands apart', () => {
    expect(figureWords(12345, false)).toBe('12,345')
    expect(figureWords(-3, false)).toBe('−3')
    expect(figureWords(123_456_750, true)).toBe('1,234,567.50')
    expect(figureWords(-1_050, true)).toBe('−10.50')
  })
})

describe('a signed book beside the figures of today', () => {
  it('is the same where nothing changed', () => {
    const one = book([indicator('marriage.marriage', 7)], [table(1, 2)])
    expect(differencesOf(one, one)).toEqual({ figures: [], tables: [] })
  })
  it('names every figure that is otherwise, with both values, and counts the cells of the tables', () => {
    const { figures, tables } = differencesOf(book([indicator('marriage.marriage', 7, { toDate: 20 }), indicator('marriage.late', 2)], [table(1, 2)]), book([indicator('marriage.marriage', 6, { toDate: 20 }), indicator('marriage.refused', 1)], [table(1, 3, 4)]))
    expect(figures.map(({ id, span, signed, now }) => [id, span, signed, now])).toEqual([['marriage.marriage', 'period', 7, 6], ['marriage.refused', 'period', 0, 1], ['marriage.refused', 'toDate', 0, 1], ['marriage.late', 'period', 2, 0], ['marriage.late', 'toDate', 2, 0]])
    // Two cells of the second row differ, and the third row has two that the signed book has not.
    expect(tables).toEqual([{ id: 'marriage.ages', title: text('年龄', 'Ages'), cells: 4 }])
  })
})

describe('a book', () => {
  it('is empty only where nothing was counted in any span', () => {
    expect(isEmptyBook(book([indicator('marriage.marriage', 0)]))).toBe(true)
    expect(isEmptyBook(book([indicator('marriage.marriage', 0, { yearBefore: 1 })]))).toBe(false)
  })
  it('tells the checks that fail, those of its tables too', () => {
    const broken = { name: text('甲', 'a'), line: text('1 ≠ 2', '1 ≠ 2'), holds: false }
    const made = book([], [{ ...table(1), identities: [broken, { ...broken, holds: true }] }])
    expect(failingLines({ ...made, checks: [{ id: 'x', ...broken }] })).toHaveLength(2)
  })
  it('shows the rows that hold something, and the sum', () => {
    const made = table(0, 3)
    const total = { ...made.rows[0], id: 'total' } as BookTable['rows'][number]
    expect(filledRows({ ...made, rows: [...made.rows, total] }).map(({ id }) => id)).toEqual(['row.1', 'total'])
    expect(filledRows({ ...made, rows: [{ id: 'money', title: text('钱', 'money'), lines: [{ span: 'period', cells: [cell(0, 500)] }] }] })).toHaveLength(1)
  })
})
