import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InspectionResult } from '../../../../domain/inspecting.ts'
import { onceEach, tallying, totalOf, type JudgedCase } from '../../../../domain/reports/judged.ts'
import { nameless } from '../../../../domain/reports/nameless.ts'
import { addSums } from '../../../../domain/reports/rates.ts'
import type { ComplianceSums } from '../../../../domain/reports/shapes.ts'

const results = ['pass', 'fail', 'notApplicable', 'unexamined'] as const satisfies readonly InspectionResult[]
const cases: fc.Arbitrary<readonly JudgedCase[]> = fc.array(
  fc.record({ kind: fc.constantFrom('marriage', 'late'), registrar: fc.constantFrom('a', 'b', 'c'), counter: fc.constantFrom('', '1', '2'), verdict: fc.constantFrom('qualified' as const, 'failed' as const, 'unexamined' as const, 'notApplicable' as const), results: fc.tuple(fc.constantFrom(...results), fc.constantFrom(...results)), attested: fc.subarray(['r1', 'r2']) })
    .map((one) => ({ ...one, rules: [{ id: 'r1' }, { id: 'r2' }] })),
  { maxLength: 40 },
)
const count = (list: readonly JudgedCase[]) => {
  const held = tallying()
  for (const one of list) held.add(one)
  return held.tally()
}

describe('a count of judged cases', () => {
  it('has every case once in the whole, its kind, registrar and counter, and once under each of its rules', () => {
    fc.assert(fc.property(cases, (list) => {
      const { sums, byKind, byRegistrar, byCounter, byRule } = count(list)
      expect(totalOf(sums)).toBe(list.length)
      for (const part of [byKind, byRegistrar, byCounter] as readonly Readonly<Record<string, ComplianceSums>>[]) expect(addSums(Object.values(part))).toEqual(sums)
      for (const { pass, attested, fail, notApplicable, unexamined } of Object.values(byRule)) expect(pass + attested + fail + notApplicable + unexamined).toBe(list.length)
      expect(sums.passed).toBe(list.filter(({ verdict }) => verdict === 'qualified').length)
      expect(sums.attested).toBe(list.filter(({ verdict, attested }) => verdict === 'qualified' && attested.length > 0).length)
      expect(byRule['r1']?.attested ?? 0).toBe(list.filter((one) => one.results[0] === 'pass' && one.attested.includes('r1')).length)
    }))
  })

  it('is the same counted at once or in parts', () => {
    fc.assert(fc.property(cases, fc.nat(40), (list, at) => {
      const joined = tallying()
      joined.join(count(list.slice(0, at)))
      joined.join(count(list.slice(at)))
      expect(joined.tally()).toEqual(count(list))
    }))
  })

  it('takes the gravest of what one rule said at several acts or names', () => {
    const { rules, results: found } = onceEach([{ rule: 'a', result: 'pass' }, { rule: 'b', result: 'notApplicable' }, { rule: 'a', result: 'unexamined' }, { rule: 'b', result: 'pass' }, { rule: 'a', result: 'pass' }, { rule: 'c', result: 'unexamined' }, { rule: 'c', result: 'fail' }])
    expect(rules.map(({ id }, index) => [id, found[index]])).toEqual([['a', 'unexamined'], ['b', 'pass'], ['c', 'fail']])
  })
})

it('words that stand for good name nobody, whatever was written', () => {
  expect(nameless({ zh: '李秋山与李秋的号码 990101199803050012 不符', en: 'John Smith Jr differs from John Smith' }, ['李秋', '李秋山', '', '王', '990101199803050012', 'John Smith', 'John Smith Jr'])).toEqual({ zh: '**与**的号码 ** 不符', en: '** differs from **' })
  expect(nameless({ zh: '王某不在场', en: 'absent' }, ['王', ' '])).toEqual({ zh: '王某不在场', en: 'absent' })
})
