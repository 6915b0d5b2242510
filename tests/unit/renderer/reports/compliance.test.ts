import { describe, expect, it } from 'vitest'
import type { ComplianceReport } from '../../../../domain/reports/shapes.ts'
import { text } from '../../../../domain/text.ts'
import { faultRows, pathOfFault, pathOfResult } from '../../../../renderer/pages/compliance/report.ts'

type Failing = ComplianceReport['failing'][number]
const fault = (rule: string, field?: string): Failing['faults'][number] => ({ rule, title: text('规则', 'Rule'), message: text('不合', 'Wrong'), ...(field !== undefined && { field }), mending: { way: 'correct', allowed: true, words: text('更正', 'Correct'), law: null } })
const failing: readonly Failing[] = [
  { window: 'marriage', id: 'm1', number: 'J1', day: '2026-05-20', kind: 'late', registrar: 'a1', counter: '2', faults: [fault('marriage.age', 'parties.0.birth'), fault('marriage.photo')] },
  { window: 'burial', id: 'b1', number: 'H1', day: '2026-05-21', kind: 'cremation', registrar: 'a2', counter: '', faults: [fault('burial.certificate', 'certificate.number')] },
]
const report = { failing: [...failing], failedIds: [['marriage', 'm1'], ['burial', 'b1'], ['burial', 'b2']] as [string, string][] }

describe('the failing cases of a report', () => {
  it('stand a fault a line, and the cases that are only named last', () => {
    expect(faultRows(report).map(({ caseId, fault: one }) => [caseId, one?.rule])).toEqual([['m1', 'marriage.age'], ['m1', 'marriage.photo'], ['b1', 'burial.certificate'], ['b2', undefined]])
    expect(new Set(faultRows(report).map(({ key }) => key)).size).toBe(4)
  })
  it.each([['rule:marriage marriage.photo', ['m1']], ['window:burial', ['b1', 'b2']], ['kind:marriage late', ['m1', 'm1']], ['registrar:a2', ['b1']], ['counter:', ['b1']], ['counter:2', ['m1', 'm1']]] as const)('are narrowed by %s', (only, cases) => expect(faultRows(report, only).map(({ caseId }) => caseId)).toEqual(cases))
  it('lead to the field of the case, or to the case', () => {
    const [birth, photo, , named] = faultRows(report)
    expect(birth === undefined ? '' : pathOfFault(birth)).toBe('/marriage/m1?field=parties.0.birth')
    expect(photo === undefined ? '' : pathOfFault(photo)).toBe('/marriage/m1')
    expect(named === undefined ? '' : pathOfFault(named)).toBe('/burial/b2')
    expect(pathOfFault({ window: 'reissue', caseId: 'r1', fault: fault('reissue.inspection.archive.pages') })).toBe('/reissue/r1?field=inspection.archive.pages')
    expect(pathOfFault({ window: 'place-names', caseId: 'n1', fault: fault('place-names.notice') })).toBe('/place-names/n1?field=compliance')
    expect(pathOfFault({ window: 'nowhere', caseId: 'x' })).toBeUndefined()
  })
  it('open as lists where the lists of the window know the result', () => {
    const period = { from: '2026-05-01', to: '2026-05-31' }
    expect(pathOfResult('divorce', 'unexamined', period)).toBe('/divorce?from=2026-05-01&to=2026-05-31&inspection=unexamined')
    expect(pathOfResult('burial', 'unexamined', period)).toBeUndefined()
    expect(pathOfResult('marriage', 'attested', period)).toBeUndefined()
  })
})
