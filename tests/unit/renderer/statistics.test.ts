import { describe, expect, it } from 'vitest'
import { tableDefinitions } from '../../../domain/statistics/tables.ts'
import { ReferenceTable } from '../../../domain/statistics/reference.ts'
import { cellsUnder } from '../../../db/statistics/cells.ts'
import { cellTitle, cellTitles } from '../../../domain/statistics/titles.ts'
import { casesOfCell, casesOfIdentity, casesOfKind, casesOfMatter, drawnOf, type Table } from '../../../renderer/pages/statistics/cells.ts'
import { kindOf, lastPeriod, periodAt, readPeriod, shiftPeriod } from '../../../renderer/pages/statistics/period.ts'
import { emptyReference, figuresOf, figureTitles, formOf, newReferenceId, problemsOfReference, referenceOf } from '../../../renderer/pages/statistics/reference.ts'

describe('the period of the statistics', () => {
  it.each([
    ['month', '2026-05-03', '2026-04-01', '2026-04-30'],
    ['month', '2026-01-03', '2025-12-01', '2025-12-31'],
    ['quarter', '2026-05-03', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-03-31', '2025-10-01', '2025-12-31'],
    ['half', '2026-07-01', '2026-01-01', '2026-06-30'],
    ['year', '2026-07-01', '2025-01-01', '2025-12-31'],
    ['twelve', '2024-03-15', '2023-03-01', '2024-02-29'],
  ] as const)('the last whole %s before %s', (kind, today, from, to) => expect(lastPeriod(kind, today)).toEqual({ from, to }))
  it('knows a kind by its days', () => {
    for (const kind of ['month', 'quarter', 'half', 'year'] as const) for (const month of ['2024-02', '2025-07', '2026-12']) expect(kindOf(periodAt(kind, month)), `${kind} ${month}`).toBe(kind)
    expect(kindOf(periodAt('twelve', '2026-05'))).toBe('twelve')
    expect(kindOf({ from: '2026-02-01', to: '2026-04-30' })).toBe('any')
    expect(kindOf({ from: '2026-05-20', to: '2026-05-20' })).toBe('any')
  })
  it('goes back and comes again to the same days', () => {
    for (const kind of ['month', 'quarter', 'half', 'year', 'twelve'] as const) {
      const period = periodAt(kind, '2024-02')
      expect(shiftPeriod(kind, shiftPeriod(kind, period, -1), 1)).toEqual(period)
      expect(shiftPeriod(kind, period, 1).from > period.to).toBe(true)
    }
    expect(shiftPeriod('any', { from: '2026-05-18', to: '2026-05-24' }, -1)).toEqual({ from: '2026-05-11', to: '2026-05-17' })
  })
  it('is the last month where the address says none or nonsense', () => {
    for (const search of ['', 'from=2026-02-30&to=2026-03-01', 'from=2026-05-02&to=2026-05-01']) expect(readPeriod(new URLSearchParams(search), '2026-05-20')).toEqual({ from: '2026-04-01', to: '2026-04-30' })
    expect(readPeriod(new URLSearchParams('from=2006-01-01&to=2006-12-31'), '2026-05-20')).toEqual({ from: '2006-01-01', to: '2006-12-31' })
  })
})

const cell = (value: number, cells: readonly string[], window: 'marriage' | 'divorce' | null = 'marriage') => ({ value, share: null, cells: [...cells], window })
const table = (rows: Table['rows'], columns: readonly string[]): Table => ({ id: 'marriage.byMonth', title: { zh: '表', en: 'Table' }, unit: '对', from: '2026-01-01', to: '2026-12-31', columns: columns.map((id) => ({ id, title: { zh: id, en: id } })), rows, identities: [], milliseconds: 1 }) as unknown as Table

describe('a number of the statistics', () => {
  const may = { from: '2026-05-01', to: '2026-05-31' }
  it('opens its cases in the list of its window', () => {
    expect(casesOfCell(cell(3, ['marriage.residence.foreign']), may)).toBe('/marriage?from=2026-05-01&to=2026-05-31&cell=marriage.residence.foreign')
  })
  it('opens nothing where nothing is behind it, or more than one cell', () => {
    expect(casesOfCell(cell(0, ['marriage.total']), may)).toBeUndefined()
    expect(casesOfCell(cell(3, ['marriage.total'], null), may)).toBeUndefined()
    expect(casesOfCell(cell(3, ['marriage.first.man', 'marriage.first.woman']), may)).toBeUndefined()
  })
  it('of an identity that fails leads to the window it is about', () => {
    expect(casesOfIdentity('marriage.persons', may)).toMatch(/^\/marriage\?from=2026-05-01/)
    expect(casesOfIdentity('booklets.stock', may)).toBe('/stock')
  })
  it('is drawn by rows where there are many, by columns without the sums where there are few', () => {
    const months = Array.from({ length: 12 }, (_, index) => ({ id: String(index + 1), title: { zh: `${String(index + 1)}月`, en: String(index + 1) }, from: '2026-01-01' as never, to: '2026-01-31' as never, cells: [cell(index, ['marriage.total']), cell(1, ['marriage.residence.mainland'])] }))
    const many = drawnOf(table(months, ['total', 'mainland']), (text) => text.en)
    expect(many.labels).toHaveLength(12)
    expect(many.series).toEqual([{ name: 'total', values: months.map((_, index) => index) }])
    const few = drawnOf(table(months.slice(0, 1), ['total', 'mainland']), (text) => text.en)
    expect(few.labels).toEqual(['mainland'])
    expect(few.series[0]?.values).toEqual([1])
  })
})

describe('published figures', () => {
  const whole = { ...emptyReference, title: '重庆统计年鉴 18-6', source: '重庆统计年鉴', edition: '年鉴 2007', period: '2006', figures: [{ key: 0, cell: 'marriage.total', figure: '219409' }, { key: 1, cell: '', figure: '' }] }
  it('are entered by any single number that stands in a table', () => {
    const single = new Set(tableDefinitions.flatMap((definition) => definition.parts).filter((part) => part.cells.length === 1).map((part) => part.cells[0]))
    expect(new Set(cellTitles.map((one) => one.code))).toEqual(single)
    expect(new Set(cellTitles.map((one) => one.zh)).size).toBe(cellTitles.length)
  })
  it('make a table that the register takes, and come back as they were typed', () => {
    expect(problemsOfReference(whole)).toEqual({})
    const made = referenceOf('2006.1', whole)
    expect(ReferenceTable.parse(made)).toEqual(made)
    expect(made.figures).toEqual({ 'marriage.total': 219_409 })
    expect(referenceOf('2006.1', formOf(made))).toEqual(made)
  })
  it('are told from targets, and a new one has the date of its source', () => {
    const target = referenceOf('2026.1', { ...whole, kind: 'target', day: '2026-01-08' })
    expect(ReferenceTable.parse(target)).toMatchObject({ kind: 'target', day: '2026-01-08' })
    expect(formOf(target)).toMatchObject({ kind: 'target', day: '2026-01-08' })
    expect(formOf(referenceOf('2006.1', whole))).toMatchObject({ kind: 'published', day: '' })
    expect(problemsOfReference(whole, true)).toEqual({ day: 'needed' })
  })
  it('come from the windows that an office offers', () => {
    const windows = new Set(figuresOf(['burial']).map(({ code }) => code.split('.')[0]))
    expect([...windows]).toEqual(['burial'])
    expect(figuresOf(['marriage', 'divorce', 'reissue', 'burial', 'place-names'])).toHaveLength(figureTitles.length)
  })
  it.each([
    [{ title: ' ' }, 'title', 'needed'],
    [{ period: '2006-13' }, 'period', 'periodShape'],
    [{ cutOff: '25:00' }, 'cutOff', 'hourShape'],
    [{ figures: [{ key: 0, cell: '', figure: '' }] }, 'figures', 'noFigure'],
    [{ figures: [{ key: 4, cell: 'marriage.total', figure: 'many' }] }, 'figures.4', 'figureShape'],
    [{ figures: [{ key: 4, cell: '', figure: '7' }] }, 'figures.4', 'needed'],
    [{ figures: [{ key: 1, cell: 'marriage.total', figure: '7' }, { key: 2, cell: 'marriage.total', figure: '8' }] }, 'figures.2', 'figureTwice'],
  ])('%o is wrong at %s', (part, field, problem) => expect(problemsOfReference({ ...whole, ...part })).toEqual({ [field]: problem }))
  it('get an id that none has', () => {
    expect(newReferenceId('2006', ['2006.1'])).toBe('2006.2')
    expect(newReferenceId('', [])).toMatch(/^[A-Za-z0-9._-]+$/)
  })
})

describe('the words of a cell', () => {
  it.each([
    ['marriage.age.woman.25-29', /^结婚登记分年龄段统计表 · 女 25/u, /^Marriages by age · Women/u],
    ['marriage.total@990101', /^结婚登记统计总表 · 登记对数 · 990101$/u, /^Marriages: overview · Couples · 990101$/u],
    ['withdrawal.total', /^撤回离婚登记申请$/u, /^Withdrawals$/u],
    ['divorceCorrected.total', /^离婚登记 · 更正$/u, /^Divorces · Corrections$/u],
    ['ending.void', /./u, /./u],
    ['marriage.month.05', /^结婚登记 · 5月$/u, /^Marriages · month 5$/u],
    ['no.such', /^no\.such$/u, /^no\.such$/u],
  ])('%s', (cell, zh, en) => {
    const title = cellTitle(cell)
    expect(title.zh).toMatch(zh)
    expect(title.en).toMatch(en)
  })
  it('are words for every cell that a list can be narrowed to', () => {
    for (const cell of cellsUnder('marriage.', '2026-05-20').concat(...['divorce.', 'application.', 'withdrawal.', 'reissue.', 'ending.', 'marriageCorrected.', 'divorceCorrected.', 'reissueCorrected.'].map((prefix) => cellsUnder(prefix, '2026-05-20'))).filter((one) => !one.endsWith('.mainlandWoman.mainland'))) expect(cellTitle(cell).zh, cell).toMatch(/\p{Script=Han}/u)
  })
})

describe('a matter and a kind', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' }
  it.each([
    ['marriage', 'marriage', ['/marriage?from=2026-01-01&to=2026-12-31&cell=marriage.total']],
    ['divorceApplication', 'divorce', ['/divorce?from=2026-01-01&to=2026-12-31&cell=application.accepted']],
    ['withdrawal', 'divorce', ['/divorce?from=2026-01-01&to=2026-12-31&cell=withdrawal.total']],
    ['proof', 'archive', ['/archive/proofs?from=2026-01-01&to=2026-12-31']],
  ])('%s of %s opens its list', (code, window, paths) => expect(casesOfMatter({ code, window, count: 3 }, year).map((part) => part.path)).toEqual(paths))
  it('opens one list each where several windows or judgments make one number, and none for nothing', () => {
    expect(casesOfMatter({ code: 'refusal', window: '', count: 3 }, year).map((part) => part.of)).toEqual(['marriage', 'divorce', 'reissue'])
    expect(casesOfMatter({ code: 'refusal', window: 'divorce', count: 3 }, year).map((part) => part.of)).toEqual(['divorce'])
    expect(casesOfMatter({ code: 'courtNote', window: 'marriage', count: 3 }, year)).toHaveLength(2)
    expect(casesOfMatter({ code: 'refusal', window: '', count: 0 }, year)).toEqual([])
  })
  it('opens the corrected cases of each window', () => {
    expect(casesOfMatter({ code: 'correction', window: '', count: 3 }, year).map((part) => part.of)).toEqual(['marriage', 'divorce', 'reissue'])
    expect(casesOfMatter({ code: 'correction', window: 'reissue', count: 1 }, year).map((part) => part.path)).toEqual(['/reissue?from=2026-01-01&to=2026-12-31&cell=reissueCorrected.total'])
  })
  it('tells the three kinds of marriage apart', () => {
    expect(casesOfKind({ window: 'marriage', kind: 'late', count: 1 }, year)).toEqual([{ of: 'marriage', path: '/marriage?from=2026-01-01&to=2026-12-31&cell=marriage.total&kind=late' }])
    expect(casesOfKind({ window: 'reissue', kind: 'reissueDivorce', count: 1 }, year)[0]?.path).toBe('/reissue?from=2026-01-01&to=2026-12-31&cell=reissue.certificate.divorce')
  })
})
