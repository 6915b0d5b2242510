import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { burialOfficeActions } from '../../../../domain/burial/office-actions.ts'
import { decideDenominator, decideGap, decideMonthClosing, decideNumberVoid } from '../../../../domain/burial/office.ts'
import { allotPaperNumber, findNumberedPaper, findPaperNumber, numberedPapers, paperPrefix, usualPattern } from '../../../../domain/burial/numbers.ts'
import { thrown } from './facts.ts'

const by = { account: 'a', second: 'b', reason: '例行办理' }

describe('closing a month', () => {
  const known = (...closed: string[]) => ({ closed: new Set(closed) })
  const given = { month: '2026-10', today: '2026-11-02', head: 'h', cremated: 571, waivedFen: 31_900_000 }
  it('is done by two once the month is over', () => {
    const action = decideMonthClosing(known('2026-08', '2026-09'), given, by)
    expect(action).toMatchObject({ subject: 'month/2026-10', second: 'b', body: { month: '2026-10', day: '2026-11-02', cremated: 571 } })
    expect(burialOfficeActions['burial.monthClosed'].parse(action.body)).toEqual(action.body)
    // An office begins with whichever month it likes; what it enters of older years stays open.
    expect(decideMonthClosing(known(), given, by).kind).toBe('burial.monthClosed')
  })
  it.each([
    ['a month that is not over', known(), { today: '2026-10-31' }, by, 'wrong_state month'],
    ['a month that is closed', known('2026-10'), {}, by, 'conflict month'],
    ['before the month before it', known('2026-08'), {}, by, 'wrong_state month'],
    ['no month', known(), { month: '2026-13' }, by, 'invalid '],
    ['alone', known(), {}, { ...by, second: 'a' }, 'second_person second'],
    ['without a reason', known(), {}, { ...by, reason: '' }, 'invalid reason'],
  ] as const)('%s is refused', (_what, months, changes, who, said) => {
    expect(thrown(() => decideMonthClosing(months, { ...given, ...changes }, who))).toBe(said)
  })
})

describe('denominators', () => {
  const urban = { period: '2026', base: 'urbanDeaths', value: 728, source: '公安户籍注销', fromNumerator: false } as const
  const estimate = { period: '2026', base: 'estimatedDeaths', value: 6500, population: 1_000_000, perThousand: 6.5, source: '统计年鉴', fromNumerator: false } as const
  const told = { today: '2026-11-02', reason: '年度数据' }
  it('are entered with their source', () => {
    expect(decideDenominator(urban, told)).toMatchObject({ subject: 'denominator/2026/urbanDeaths', body: { value: 728, day: '2026-11-02' } })
    expect(burialOfficeActions['burial.denominatorEntered'].parse(decideDenominator(estimate, told).body)).toMatchObject({ value: 6500 })
    expect(decideDenominator({ ...estimate, period: '2026-10', value: 541 }, told).subject).toBe('denominator/2026-10/estimatedDeaths')
  })
  it('one that is its own numerator must say so', () => {
    expect(thrown(() => decideDenominator({ ...urban, value: 692 }, { ...told, numerator: 692 }))).toBe('invalid fromNumerator')
    expect(decideDenominator({ ...urban, value: 692, fromNumerator: true }, { ...told, numerator: 692 }).body.fromNumerator).toBe(true)
  })
  it.each([
    ['an estimate without a population', { ...estimate, population: undefined }, 'invalid population'], ['an estimate without a rate', { ...estimate, perThousand: undefined }, 'invalid perThousand'],
    ['an estimate that is another figure', { ...estimate, value: 6600 }, 'invalid value'], ['a month above the estimate of its year', { ...estimate, period: '2026-10', value: 6501 }, 'invalid value'],
    ['a population where it is no estimate', { ...urban, population: 5 }, 'invalid population'], ['a period ahead', { ...urban, period: '2026-12' }, 'invalid period'], ['a year ahead', { ...urban, period: '2027' }, 'invalid period'],
    ['zero', { ...urban, value: 0 }, 'invalid value'], ['a fraction', { ...urban, value: 1.5 }, 'invalid value'], ['no source', { ...urban, source: ' ' }, 'invalid source'],
  ] as const)('%s is refused', (_what, given, said) => {
    const { population, perThousand, ...rest } = { population: undefined, perThousand: undefined, ...given }
    expect(thrown(() => decideDenominator({ ...rest, ...(population === undefined ? {} : { population }), ...(perThousand === undefined ? {} : { perThousand }) }, told))).toBe(said)
  })
})

describe('numbers of papers', () => {
  const series = { pattern: usualPattern, area: '330381', institution: '01' }
  it('are allotted after the highest, reissues in a series of their own', () => {
    expect(allotPaperNumber(series, { paper: 'HZ', day: '2026-08-05' }, 0)).toEqual({ number: 'HZ-330381-2026-01000001', prefix: 'HZ', year: 2026, serial: 1 })
    expect(allotPaperNumber(series, { paper: 'HZ', reissue: true, day: '2026-08-05' }, 41)).toMatchObject({ number: 'BHZ-330381-2026-01000042', prefix: 'BHZ' })
    expect(thrown(() => allotPaperNumber(series, { paper: 'HZ', day: '2026-02-30' }, 0))).toBe('invalid day')
    expect(thrown(() => allotPaperNumber({ ...series, institution: '1' }, { paper: 'HZ', day: '2026-08-05' }, 0))).toBe('invalid number')
  })
  it('every paper has prefixes that no other paper has', () => {
    const prefixes = numberedPapers.flatMap(({ code }) => [paperPrefix(code), paperPrefix(code, true)])
    expect(new Set(prefixes).size).toBe(prefixes.length)
    for (const { code } of numberedPapers) expect([findNumberedPaper(paperPrefix(code)), findNumberedPaper(paperPrefix(code, true))]).toMatchObject([{ paper: code, reissue: false }, { paper: code, reissue: true }])
    expect(findNumberedPaper('QQ')).toBeUndefined()
  })
  it('read back as they were written, and never the same twice', () => {
    fc.assert(fc.property(fc.constantFrom(...numberedPapers.map(({ code }) => code)), fc.boolean(), fc.integer({ min: 0, max: 9_999_999 }), (paper, reissue, last) => {
      const one = allotPaperNumber(series, { paper, reissue, day: '2026-08-05' }, last)
      const two = allotPaperNumber(series, { paper, reissue, day: '2026-08-05' }, one.serial)
      expect(findPaperNumber(usualPattern, one.number)).toMatchObject({ prefix: one.prefix, year: one.year, serial: last + 1 })
      expect(two.number).not.toBe(one.number)
    }))
  })
  it('gaps are explained once, by two', () => {
    const gaps = [{ from: 3, to: 5, explained: '' }, { from: 9, to: 9, explained: '样张' }]
    const gap = { prefix: 'HZ', year: 2026, from: 3, to: 4 }
    expect(decideGap(gaps, gap, '2026-11-02', by)).toMatchObject({ subject: 'number/HZ/2026', body: { from: 3, to: 4 }, second: 'b' })
    expect(thrown(() => decideGap(gaps, { ...gap, from: 9, to: 9 }, '2026-11-02', by))).toBe('conflict from')
    expect(thrown(() => decideGap(gaps, { ...gap, from: 5, to: 6 }, '2026-11-02', by))).toBe('not_found from')
    expect(thrown(() => decideGap(gaps, { ...gap, from: 4, to: 3 }, '2026-11-02', by))).toBe('invalid to')
    expect(thrown(() => decideGap(gaps, gap, '2026-11-02', { ...by, second: '' }))).toBe('second_person second')
  })
  it('a spoiled number is used up', () => {
    const allotted = allotPaperNumber(series, { paper: 'JAZ', day: '2026-08-05' }, 6)
    expect(decideNumberVoid(allotted, '2026-08-05', by)).toMatchObject({ kind: 'burial.numberVoided', subject: 'number/JAZ/2026', body: { number: 'JAZ-330381-2026-01000007', serial: 7 } })
    expect(thrown(() => decideNumberVoid({ ...allotted, prefix: 'QQ' }, '2026-08-05', by))).toBe('invalid prefix')
    expect(thrown(() => decideNumberVoid(allotted, '2026-08-05', { ...by, second: 'a' }))).toBe('second_person second')
  })
})
