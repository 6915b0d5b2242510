import { describe, expect, it } from 'vitest'
import { openChange, readOpen } from '../../../../renderer/pages/statistics/counted/address.ts'
import { signed, titleWords, unitWords } from '../../../../renderer/pages/statistics/counted/units.ts'
import { countFaults, inOrder, pathOfDocument, rowsOfNumber, yearOf } from '../../../../renderer/windows/place-names/documents/faults.ts'
import { casesWith, passedShare, pathOfRow } from '../../../../renderer/windows/place-names/report/rows.ts'
import { placeNamePath } from '../../../../renderer/windows/place-names/shared/path.ts'
import { caseListOf, groupOfTable } from '../../../../renderer/windows/place-names/tables/groups.ts'
import { placeNameTables } from '../../../../domain/place-names/statistics/tables.ts'

describe('a number of a table', () => {
  it('is kept in the address while its lines are open', () => {
    const open = { cells: ['name.approved.total', 'name.refused.total'], from: '2026-01-01', to: '2026-06-30', what: '批准地名 本期' }
    expect(readOpen(new URLSearchParams(openChange(open)))).toEqual(open)
    expect(readOpen(new URLSearchParams(openChange(undefined)))).toBeUndefined()
  })

  it('has its unit in the language of the desk, and a minus that is one', () => {
    expect([unitWords('块', 'en'), unitWords('块', 'zh'), titleWords('Plates made (块)', 'en')]).toEqual(['plates', '块', 'Plates made (plates)'])
    expect([signed(-3), signed(1200)]).toEqual(['−3', '1,200'])
  })

  it('lists the cases behind one cell of cases, and nothing behind plates', () => {
    const period = { from: '2026-01-01', to: '2026-01-31' }
    expect(caseListOf(['filing.total'], period)).toBe('/place-names?cell=filing.total&from=2026-01-01&to=2026-01-31')
    expect(caseListOf(['plate.made.total'], period)).toBeUndefined()
    expect(caseListOf(['name.approved.act.naming', 'name.approved.act.renaming'], period)).toBeUndefined()
  })

  it('stands in a table that is listed under one of the headings', () => {
    expect(Object.groupBy(placeNameTables.map(({ id }) => id), groupOfTable)).toMatchObject({ month: ['month', 'months', 'applications'], after: ['filings', 'filings.towns', 'signs', 'signs.defects'], boundaries: ['boundaries', 'boundaryPlans'], gazetteer: ['protected', 'gazetteer'] })
  })
})

describe('the page of what a number or a paper is of', () => {
  it('is told by the id, that of a sample too', () => {
    expect(['n0mf', 'sample-n000001', 'sample-e500001', 'sample-k000002', 'boundaryPlan/2026', 'placeNameProfile'].map(placeNamePath)).toEqual(['/place-names/n0mf', '/place-names/sample-n000001', '/place-names/gazetteer/sample-e500001', '/place-names/boundaries/sample-k000002', '/place-names/boundaries?year=2026', '/place-names/profile'])
    expect(placeNamePath('sample-q000001')).toBe('/place-names/plans?plan=sample-q000001')
    expect(placeNamePath('sample-w000003')).toBe('/place-names/irregular?name=sample-w000003')
    expect(placeNamePath('示地证〔2026〕字第1号')).toBe(`/place-names/proofs?${new URLSearchParams({ number: '示地证〔2026〕字第1号' }).toString()}`)
  })

  it('is that of the plates for papers on plates', () => {
    expect(pathOfDocument({ paper: 'plateCertificate', subject: 'sample-e000002' })).toBe('/place-names/plates/sample-e000002')
    expect(pathOfDocument({ paper: 'reply', subject: 'sample-n000002' })).toBe('/place-names/sample-n000002')
  })
})

describe('document numbers', () => {
  const row = (number: string, paper = 'reply', subject = 'n1') => ({ number, paper, title: { zh: '批复', en: 'Reply' }, subject, day: '2026-01-01' })
  it('stand in the order of their serials, each code for itself', () => {
    expect(inOrder([row('示政函〔2026〕10号'), row('示地证〔2026〕字第2号'), row('示政函〔2026〕2号')]).map(({ number }) => number)).toEqual(['示地证〔2026〕字第2号', '示政函〔2026〕2号', '示政函〔2026〕10号'])
  })
  it('count what is missing and what repeats, and find the papers of a number', () => {
    const fault = { agency: '示政函', year: 2026, repeated: [3], gaps: [{ from: 5, to: 7 }, { from: 9, to: 9 }] }
    expect(countFaults([fault])).toEqual({ gaps: 4, repeats: 1 })
    expect(rowsOfNumber([row('示政函〔2026〕3号'), row('示政函〔2026〕03号', 'plate', 'e1'), row('示政函〔2026〕13号'), row('示政函〔2025〕3号')], fault, 3).map(({ subject }) => subject)).toEqual(['n1', 'e1'])
  })
  it('are those of the year that is asked for', () => {
    expect([yearOf(new URLSearchParams('year=2024'), '2026-11-22'), yearOf(new URLSearchParams('year=abc'), '2026-11-22'), yearOf(new URLSearchParams(), '2026-11-22')]).toEqual([2024, 2026, 2026])
  })
})

describe('the compliance report', () => {
  it('never calls 100 % what fails or what nobody has answered', () => {
    expect(passedShare({ passed: 10, examined: 10, complete: true })).toBe('100.00%')
    expect(passedShare({ passed: 10, examined: 10, complete: false })).toBeUndefined()
    expect(passedShare({ passed: 0, examined: 0, complete: false })).toBeUndefined()
    expect(passedShare({ passed: 99_999, examined: 100_000, complete: false })).toBe('99.99%')
  })
  it('shows the cases that fail before those that are only unanswered, and narrows to a rule', () => {
    const failing = (code: string, state: 'fail' | 'open', field?: string) => ({ code, item: '', name: '', title: { zh: code, en: code }, state, ...(field === undefined ? {} : { field }) })
    const one = (id: string, rows: ReturnType<typeof failing>[]) => ({ id, title: id, document: '', decidedOn: '2026-01-01', names: 1, card: { verdict: 'failed' as const, counts: { pass: 0, fail: 0, notApplicable: 0, attested: 0, open: 0 } }, failing: rows })
    const cases = [one('a', [failing('K01', 'open')]), one('b', [failing('H03', 'open'), failing('F01', 'fail', 'filings')]), one('c', [])]
    expect(casesWith(cases, { onlyFailed: false, code: '' }).map(({ id, failing: rows }) => [id, rows.map(({ code }) => code)])).toEqual([['b', ['F01', 'H03']], ['a', ['K01']]])
    expect(casesWith(cases, { onlyFailed: true, code: '' }).map(({ id }) => id)).toEqual(['b'])
    expect(casesWith(cases, { onlyFailed: false, code: 'K01' }).map(({ id }) => id)).toEqual(['a'])
    expect(pathOfRow('b', { field: 'items.2.name' })).toBe('/place-names/b?field=items.2.name')
    expect(pathOfRow('a', {})).toBe('/place-names/a?field=compliance')
  })
})
