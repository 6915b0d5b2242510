import { describe, expect, it } from 'vitest'
import { civilDate } from '../../../../domain/dates.ts'
import { afterApproval, approvalClasses, approvalIn, classesOf, isRightApprover } from '../../../../domain/place-names/approval.ts'
import { decisionDue, defaultClockSettings, deliveryDue, displayEnd, dueState, filingDue, noticeDue, signDue, supplementDue } from '../../../../domain/place-names/clocks.ts'
import type { FilingAttempt } from '../../../../domain/place-names/clocks.ts'
import { getPlaceKind, placeKinds, scopeOf } from '../../../../domain/place-names/kinds.ts'

const day = (value: string) => civilDate(value)
const street = classesOf('STREET')[0]
const other = classesOf('OTHER')[0]

describe('who decides', () => {
  it('every kind has a class, and every class a role and an article', () => {
    for (const kind of placeKinds) expect(classesOf(kind).length, kind).toBeGreaterThan(0)
    expect(approvalClasses.every(({ law }) => law.zh.includes('《地名管理条例》第十二条'))).toBe(true)
    expect(placeKinds.filter((kind) => getPlaceKind(kind).orientation)).toEqual(['ESTATE', 'FACILITY', 'OTHER'])
  })
  it('a road is decided by the government of a city or county, not by civil affairs', () => {
    expect(street && [isRightApprover(street, 'countyGovernment'), isRightApprover(street, 'nameAuthority'), isRightApprover(street, 'housingDepartment')]).toEqual([true, false, false])
  })
  it('where the law names nobody the office’s setting decides, and until then nothing is said', () => {
    expect(other && isRightApprover(other, 'countyGovernment')).toBeUndefined()
    expect(other && isRightApprover(other, 'countyGovernment', [{ classId: 'other', approver: 'countyGovernment' }])).toBe(true)
    expect(street && approvalIn(street, [{ classId: 'street', role: 'approve', approver: 'nameAuthority' }])).toEqual({ role: 'approve', approvers: ['cityGovernment', 'countyGovernment', 'provincialGovernment'] })
  })
  it.each([
    ['countyGovernment', '上一级人民政府', 'approval'], ['nameAuthority', '上一级民政部门', 'approval'], ['housingDepartment', '同级地名行政主管部门', 'filing'], ['competentDepartment', '同级地名行政主管部门', 'filing'], ['stateDepartment', '民政部', 'filing'],
  ] as const)('a name approved by %s is filed with %s and its notice counts from the %s', (approver, filedWith, noticeFrom) => {
    expect(afterApproval(approver)).toMatchObject({ noticeFrom })
    expect(afterApproval(approver).filedWith.zh).toContain(filedWith)
  })
  it.each([['STREET', 'ordinary', 'builtUpArea'], ['ESTATE', 'ordinary', 'builtUpArea'], ['VILLAGE_SEAT', 'ordinary', 'county'], ['ADMIN_DIV', 'township', 'province'], ['ADMIN_DIV', 'countyAndAbove', 'country'], ['NATURAL', 'nationallyFamous', 'country'], ['NATURAL', 'ordinary', 'none'], ['OTHER', 'ordinary', 'none']] as const)('names of %s (%s) may not repeat within: %s', (kind, standing, scope) => {
    expect(scopeOf(kind, standing)).toBe(scope)
  })
})

describe('clocks', () => {
  it('filing is due 15 calendar days after the approval, on a Saturday too unless the office rolls on', () => {
    expect(filingDue(day('2025-05-23')).day).toBe('2025-06-07')
    expect(filingDue(day('2025-05-23'), { settings: { ...defaultClockSettings, rollToWorkingDay: true } }).day).toBe('2025-06-09')
  })
  const attempt = (arrived: string, outcome: FilingAttempt['outcome']): FilingAttempt => ({ arrived: day(arrived), outcome })
  it.each([
    ['countyGovernment', [], '2025-06-07'],
    ['countyGovernment', [attempt('2025-06-01', 'filed')], '2025-06-07'],
    ['housingDepartment', [], undefined],
    ['housingDepartment', [attempt('2025-06-07', 'filed')], '2025-06-22'],
    ['countyGovernment', [attempt('2025-06-01', 'correctionAsked')], undefined],
    ['countyGovernment', [attempt('2025-06-01', 'correctionAsked'), attempt('2025-06-10', 'filed')], '2025-06-25'],
    ['housingDepartment', [attempt('2025-06-01', 'refileAsked'), attempt('2025-06-12', 'submitted')], '2025-06-27'],
  ] as const)('notice of a name approved by %s (%j) is due %s', (approver, attempts, due) => {
    expect(noticeDue(approver, day('2025-05-23'), attempts)?.day).toBe(due)
  })
  it('a corrected filing cites the measures', () => {
    expect(noticeDue('countyGovernment', day('2025-05-23'), [attempt('2025-06-01', 'correctionAsked'), attempt('2025-06-10', 'filed')])?.law.zh).toBe('《地名管理条例实施办法》第八条')
  })
  it('counts working days over holidays', () => {
    expect(supplementDue(day('2025-09-29')).day).toBe('2025-10-13')
    expect(deliveryDue(day('2025-05-23')).day).toBe('2025-06-09')
    expect(decisionDue(day('2025-06-03')).day).toBe('2025-07-01')
    expect(decisionDue(day('2025-06-03'), [], true).day).toBe('2025-07-15')
  })
  it('leaves out time for experts and hearings that the applicant was told of', () => {
    const stretch = { from: day('2025-06-10'), to: day('2025-06-16') }
    expect(decisionDue(day('2025-06-03'), [{ ...stretch, told: true }]).day).toBe('2025-07-08')
    expect(decisionDue(day('2025-06-03'), [{ ...stretch, told: false }]).day).toBe('2025-07-01')
    expect(() => decisionDue(day('2025-06-03'), [{ from: day('2025-06-16'), to: day('2025-06-10'), told: true }])).toThrow(expect.objectContaining({ code: 'invalid', field: 'excluded' }))
  })
  it('a local limit in calendar days', () => {
    expect(decisionDue(day('2025-06-03'), [], false, { settings: { ...defaultClockSettings, decision: { days: 30, count: 'calendar' } } }).day).toBe('2025-07-03')
  })
  it('a display of 5 days from 13 February ends on the 17th; a sign within 60 days', () => {
    expect(displayEnd(day('2023-02-13'), { settings: { ...defaultClockSettings, publicDisplay: { days: 5, count: 'calendar' } } })).toBe('2023-02-17')
    expect(signDue(day('2025-05-23'))).toBeUndefined()
    expect(signDue(day('2025-05-23'), { settings: { ...defaultClockSettings, sign: { days: 60, count: 'calendar' } } })?.day).toBe('2025-07-22')
  })
  it('refuses to count working days past the last calendar year', () => {
    expect(() => supplementDue(day('2036-12-28'))).toThrow(expect.objectContaining({ code: 'invalid' }))
    expect(filingDue(day('2036-12-28')).day).toBe('2037-01-12')
  })
  it.each([['2025-06-07', '2025-07-01', 'met', 0], ['2025-06-08', '2025-07-01', 'late', -1], [undefined, '2025-06-01', 'open', 6], [undefined, '2025-06-10', 'overdue', -3]] as const)('done %s, asked on %s: %s', (done, today, state, daysLeft) => {
    expect(dueState(filingDue(day('2025-05-23')), done === undefined ? undefined : day(done), day(today))).toEqual({ state, daysLeft })
  })
})
