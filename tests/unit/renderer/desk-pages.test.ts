import { describe, expect, it } from 'vitest'
import { asked, asKind, birthOf, emptyProof, emptyQuery, emptyRequester } from '../../../renderer/windows/archive/form.ts'
import { barsOf } from '../../../renderer/pages/peak/bars.ts'
import { dayKind, monthsOf } from '../../../renderer/pages/settings/calendar/months.ts'
import { byUnit, windowOfState } from '../../../renderer/pages/today/TodayPage.tsx'
import { daysLeft } from '../../../renderer/pages/worklist/lists.ts'
import { missingYear } from '../../../renderer/pages/worklist/NoTable.tsx'
import { ApiFailure } from '../../../renderer/shared/client.ts'
import { desks, offeredWindows, windows, windowsOfDesk } from '../../../renderer/windows.ts'
import { checkProof, checkQuery, defaultArchiveSettings } from '../../../domain/archive/rules.ts'
import { requesterKinds } from '../../../domain/archive/actions.ts'
import { addDays, civilDate, weekday } from '../../../domain/dates.ts'
import { isRestDay } from '../../../domain/calendar/index.ts'

describe('the windows of a desk', () => {
  it('are offered with it, and have no desk of their own', () => {
    expect(desks.map((desk) => desk.id)).toEqual(['marriage', 'burial', 'place-names'])
    expect(offeredWindows(['marriage']).map((window) => window.id)).toEqual(['marriage', 'divorce', 'reissue', 'archive'])
    expect(offeredWindows(['marriage', 'burial', 'place-names']).map((window) => window.id)).toEqual(windows.map((window) => window.id))
    expect(offeredWindows(['burial']).map((window) => window.id)).toEqual(['burial'])
    expect(offeredWindows([])).toEqual([])
    expect(windowsOfDesk('marriage')[0]?.id).toBe('marriage')
    for (const window of windows) expect(window.under === undefined || desks.some((desk) => desk.id === window.under), window.id).toBe(true)
  })
  it('have the states they name, also those with the window before a dot', () => {
    expect(windowOfState('proofread')?.id).toBe('marriage')
    expect(windowOfState('archive.waiting')?.id).toBe('archive')
    expect(windowOfState('burial.inHome')?.casesPath({ state: 'inHome' })).toBe('/burial?list=inHome')
    expect(windowOfState('burial.inHome')?.casesPath({ state: 'stored' })).toBe('/burial?state=stored')
  })
})

describe('the figures of a day', () => {
  it('stand by their unit, couples apart from cases', () => {
    const kind = (name: string, zh: string) => ({ window: 'marriage', kind: name, title: { zh: name, en: name }, unit: { zh, en: zh }, count: 1 })
    expect(byUnit([kind('a', '对'), kind('b', '件'), kind('c', '对')]).map((group) => group.map((one) => one.kind))).toEqual([['a', 'c'], ['b']])
  })
})

describe('the work list', () => {
  it('says how many days the running period has left', () => {
    const row = { end1: '2026-05-20', end2: '2026-06-22' }
    expect(daysLeft('endsToday', row, '2026-05-20')).toBe(0)
    expect(daysLeft('closingSoon', row, '2026-06-20')).toBe(2)
    expect(daysLeft('lapsed', row, '2026-06-23')).toBe(-1)
    expect(daysLeft('lapsed', { end1: '', end2: '' }, '2026-06-23')).toBeUndefined()
  })
  it('knows a year without a table from other refusals', () => {
    const text = { zh: '没有', en: 'none' }
    expect(missingYear(new ApiFailure('invalid', 400, text, 'calendar', [], { calendarYear: 2028 }))).toBe(2028)
    expect(missingYear(new ApiFailure('invalid', 400, text, 'day'))).toBeUndefined()
    expect(missingYear(new Error('x'))).toBeUndefined()
  })
})

describe('the board of a peak day', () => {
  it('has a bar for each hour of the day, higher ones for more, and marks the running one', () => {
    const bars = barsOf({ day: '2026-05-20' as never, now: '2026-05-20T10:31:00+08:00', hours: [{ hour: 7, count: 2 }, { hour: 9, count: 20 }, { hour: 10, count: 10 }] })
    expect(bars.map((bar) => bar.hour)).toEqual([7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18])
    expect(bars.find((bar) => bar.hour === 9)?.share).toBe(1)
    expect(bars.find((bar) => bar.hour === 10)).toEqual({ hour: 10, count: 10, share: 0.5, now: true })
    expect(barsOf({ day: '2026-05-19' as never, now: '2026-05-20T10:31:00+08:00', hours: [] }).every((bar) => bar.share === 0 && !bar.now)).toBe(true)
  })
})

describe('the year of the calendar', () => {
  const days = Array.from({ length: 365 }, (_, index) => addDays(civilDate('2026-01-01'), index)).map((day) => {
    const { rest, why } = isRestDay(day)
    return { day, weekday: weekday(day), rest, why: { zh: '', en: '' }, notice: why.map((reason) => ('notice' in reason ? reason.notice : '')).find((notice) => notice !== '') ?? '' }
  })
  it('stands by months, each beginning under its day of the week', () => {
    const months = monthsOf(days)
    expect(months.map((month) => month.days.length)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect(months[0]?.skip).toBe(3) // 1 January 2026 was a Thursday
  })
  it('tells weekends, days off and worked Saturdays apart', () => {
    const kindOn = (day: string) => dayKind(days.find((one) => one.day === day) ?? { rest: false, weekday: 1, notice: '' })
    expect(kindOn('2026-05-20')).toBe('work')
    expect(kindOn('2026-05-23')).toBe('rest')
    expect(kindOn('2026-10-01')).toBe('holiday')
    expect(kindOn('2026-10-10')).toBe('makeUp')
  })
})

describe('who looks into the archive', () => {
  const context = { typing: false, day: '2026-05-20', settings: defaultArchiveSettings, account: 'clerk1' }
  const filled = { ...emptyRequester, name: '王一', identityNumber: '110101199001011237', identityShown: true, unit: '示例区人民法院', proof: '证1', letter: '信1', phone: '1' }
  it.each(requesterKinds)('%s is asked for what the rules want, and for nothing else', (kind) => {
    const facts = { ...emptyQuery, requester: asKind(filled, kind), basis: '本人申请', purpose: '房产登记', found: false, approvedBy: asked[kind].includes('approval') ? 'manager' : '' }
    expect(checkQuery(facts, context).findings.filter((finding) => finding.severity === 'stop' && finding.outcome !== 'pass' && finding.outcome !== 'notApplicable')).toEqual([])
    for (const field of ['unit', 'proof', 'letter'] as const) expect(facts.requester[field] === '', field).toBe(!asked[kind].includes(field))
  })
  it('begins with a form that the rules find empty at its fields', () => {
    const fields = checkQuery(emptyQuery, context).findings.filter((finding) => finding.outcome === 'notYet').map((finding) => finding.field)
    expect(fields).toEqual(expect.arrayContaining(['requester.name', 'requester.identityNumber', 'basis', 'purpose', 'files']))
    expect(checkProof(emptyProof('2026-05-20'), context).findings.some((finding) => finding.field === 'proof.destination')).toBe(true)
  })
  it('reads the birth from an identity number', () => {
    expect(birthOf('11010119900101123x')).toBe('1990-01-01')
    expect(birthOf('E12345678')).toBe('')
  })
})
