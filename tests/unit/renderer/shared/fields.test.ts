import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findingsAt, heaviest } from '../../../../renderer/shared/Field.tsx'
import { byWeight } from '../../../../renderer/shared/FindingList.tsx'
import { readDay } from '../../../../renderer/shared/DayField.tsx'
import { readFen, writeFen } from '../../../../renderer/shared/MoneyField.tsx'
import { dayFromNumber } from '../../../../domain/dates.ts'
import type { Finding } from '../../../../api/schemas/common.ts'

const finding = (severity: Finding['severity'], outcome: Finding['outcome'], field?: string): Finding => ({ rule: `marriage.${severity}`, severity, outcome, title: { zh: '题', en: 'Title' }, message: { zh: '话', en: `${severity} ${outcome}` }, law: { zh: '法', en: 'Law' }, ...(field === undefined ? {} : { field }) })

describe('a typed day', () => {
  it.each([
    ['2026-05-20', '2026-05-20'],
    ['20260520', '2026-05-20'],
    ['2026.5.20', '2026-05-20'],
    ['2026/5/2', '2026-05-02'],
    ['2026年5月20日', '2026-05-20'],
    [' 2024-02-29 ', '2024-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed)).toBe(day))
  it.each(['', '2026-02-29', '2026-13-01', '20260431', '26-05-20', '2026-05', 'today', '2026-05-20-1'])('%s is none', (typed) => expect(readDay(typed)).toBeUndefined())
  it('reads back every day in its own writing and without hyphens', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 40_000 }), (number) => {
        const day = dayFromNumber(number)
        return readDay(day) === day && readDay(day.replaceAll('-', '')) === day
      }),
    )
  })
})

describe('a typed amount', () => {
  it.each([
    ['1234.5', 123_450],
    ['1,234.50', 123_450],
    ['¥12', 1200],
    ['0.05 元', 5],
  ])('%s is %i fen', (typed, fen) => expect(readFen(typed)).toBe(fen))
  it.each(['', '1.234', '-5', '12,34', 'abc', '1e3'])('%s is none', (typed) => expect(readFen(typed)).toBeUndefined())
  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => readFen(writeFen(fen)) === fen))
  })
})

describe('findings', () => {
  const findings = [finding('information', 'fail', 'parties.0.name'), finding('stop', 'fail', 'parties.0'), finding('answer', 'asks', 'parties.0.name'), finding('stop', 'notYet', 'parties.0.name'), finding('stop', 'pass', 'parties.0.name')]
  it('stand beside their own field, and only those that say something', () => {
    expect(findingsAt(findings, 'parties.0.name').map((one) => one.severity)).toEqual(['information', 'answer'])
    expect(findingsAt(findings, 'parties.0')).toHaveLength(1)
    expect(findingsAt(findings, 'parties.0', true)).toHaveLength(3)
    expect(findingsAt(findings, 'parties.1', true)).toHaveLength(0)
  })
  it('weigh as much as the heaviest', () => {
    expect(heaviest(findings)).toBe('stop')
    expect(heaviest(findingsAt(findings, 'parties.0.name'))).toBe('answer')
    expect(heaviest([])).toBeUndefined()
  })
  it('are listed heaviest first, what was not looked at after what failed, without passes', () => {
    expect(byWeight(findings).map((one) => `${one.severity} ${one.outcome}`)).toEqual(['stop fail', 'stop notYet', 'answer asks', 'information fail'])
  })
})
