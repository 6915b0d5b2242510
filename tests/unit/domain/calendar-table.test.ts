import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addWorkingDays, calendarKnownOn, calendarYears, checkYear, findRestDay, isRestDay, makeCalendar, parseCalendar, parseHolidayCn, parsePlainList, previewImport, reasonText, shippedCalendar, shippedNotices, workingDayBefore, workingDaysBetween, workingDaysOf, yearRows,
} from '../../../domain/calendar/index.ts'
import type { CalendarNotice } from '../../../domain/calendar/index.ts'
import { addDays, civilDate, daysBetween } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'

const day = (value: string) => civilDate(value)
const years = Array.from({ length: calendarYears.to - calendarYears.from + 1 }, (_, index) => calendarYears.from + index)
const codeOf = (act: () => unknown): Pick<LantaiError, 'code' | 'field'> => {
  try {
    act()
  } catch (error) {
    if (error instanceof LantaiError) return { code: error.code, field: error.field }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('the shipped table', () => {
  it('has a yearly notice for each year and the three corrections', () => {
    expect(shippedCalendar.years).toEqual(years)
    expect(shippedNotices.filter((notice) => notice.kind === 'correction').map((notice) => notice.id)).toEqual(['2015-05-13', '2019-03-22', '2020-01-27'])
  })
  it.each(years)('%i: working days = days − weekends − statutory days', (year) => {
    const check = checkYear(year)
    expect(check.holds).toBe(true)
    expect(check.working - check.expected).toBe(year === 2020 ? -2 : 0)
    expect(check.working).toBe(workingDaysOf(year).published)
    expect(check.working).toBe(check.days - check.weekends - check.weekdaysOff + check.makeUp)
  })
  it('a year that lost a make-up day no longer adds up', () => {
    const without = shippedNotices.map((notice): CalendarNotice => (notice.id === '2026' ? { ...notice, rows: notice.rows.filter((row) => row.day !== '2026-02-28') } : notice))
    expect(checkYear(2026, makeCalendar(without))).toMatchObject({ holds: false, working: 247, expected: 248 })
  })
  it.each([
    ['2026-05-20', false, []],
    ['2026-05-23', true, ['weekend']],
    ['2026-02-16', true, ['notice']],
    ['2026-02-15', true, ['weekend', 'notice']],
    ['2026-02-14', false, ['makeUp']],
  ] as const)('%s rest %s because %j', (at, rest, kinds) => {
    const found = isRestDay(day(at))
    expect(found.rest).toBe(rest)
    expect(found.why.map((reason) => reason.kind)).toEqual(kinds)
    for (const reason of found.why) expect(reasonText(reason).zh).toMatch(/[\u4e00-\u9fff]/u)
  })
  it('a worked Saturday counts as rest where the office says so', () => {
    expect(isRestDay(day('2026-02-14'), shippedCalendar, { makeUpDayCountsAsWorking: false })).toMatchObject({ rest: true, why: [{ kind: 'weekend', weekday: 6 }, { kind: 'makeUp', name: '春节' }] })
  })
  it('agrees with the older reading of it on every day', () => {
    for (let at = day('2015-01-01'); at <= '2026-12-31'; at = addDays(at, 1)) expect(isRestDay(at).rest).toBe(findRestDay(at) !== undefined)
  })
  it('refuses a year without a notice, says which and what to do', () => {
    expect(() => isRestDay(day('2027-01-04'))).toThrow(/2027/)
    try {
      isRestDay(day('2014-12-31'))
      expect.unreachable()
    } catch (error) {
      expect(error).toMatchObject({ code: 'invalid', field: 'calendar', details: { calendarYear: 2014 } })
      expect((error as LantaiError).text.zh).toContain('请在“设置—节假日”中导入')
    }
  })
})

describe('corrections supersede', () => {
  it('as the table stood before the notice of 2020-01-27, 1 February was worked and 31 January a working day', () => {
    const before = makeCalendar(shippedNotices, { knownOn: day('2020-01-26') })
    expect(isRestDay(day('2020-01-31'), before).rest).toBe(false)
    expect(isRestDay(day('2020-02-01'), before).why).toMatchObject([{ kind: 'makeUp' }])
    expect(isRestDay(day('2020-02-01')).why).toMatchObject([{ kind: 'weekend' }, { kind: 'notice', notice: '2020-01-27' }])
  })
  it('the table of a day is made once and is the one of the notices published by then', () => {
    for (const at of ['2014-12-31', '2015-05-13', '2020-01-26', '2024-02-29']) {
      const known = calendarKnownOn(shippedCalendar, day(at))
      expect(known.state).toEqual(makeCalendar(shippedNotices, { knownOn: day(at) }).state)
      expect(calendarKnownOn(shippedCalendar, day(at))).toBe(known)
    }
    expect(calendarKnownOn(shippedCalendar, day('2026-05-20'))).toBe(shippedCalendar)
  })
  it('keeps the superseded word beside the new one', () => {
    expect(yearRows(shippedCalendar, 2020).find((row) => row.day === '2020-02-01')).toEqual({ day: '2020-02-01', off: true, name: '春节', notice: '2020-01-27', before: [{ off: false, notice: '2020' }] })
    expect(yearRows(shippedCalendar, 2019).filter((row) => row.notice === '2019-03-22').map((row) => row.day)).toEqual(['2019-04-28', '2019-05-01', '2019-05-02', '2019-05-03', '2019-05-04', '2019-05-05'])
  })
  it('local days are kept apart and can be left out', () => {
    const local: CalendarNotice = { id: 'local-2026', kind: 'local', year: 2026, title: '广西壮族自治区人民政府办公厅关于2026年“壮族三月三”放假的通知', source: '桂政办', published: '2026-03-01', imported: '2026-03-02', rows: [{ day: '2026-04-20', off: true, name: '壮族三月三' }] }
    const calendar = makeCalendar([...shippedNotices, local])
    expect(isRestDay(day('2026-04-20'), calendar)).toEqual({ rest: true, why: [{ kind: 'local', name: '壮族三月三', notice: 'local-2026' }] })
    expect(isRestDay(day('2026-04-20'), calendar, { localDaysCount: false }).rest).toBe(false)
    expect(checkYear(2026, calendar).holds).toBe(true)
    expect(isRestDay(day('2026-04-20'), makeCalendar([...shippedNotices, local], { setAside: ['local-2026'] })).rest).toBe(false)
  })
})

describe('counting working days', () => {
  it.each([
    ['2026-02-13', '2026-02-14', 1],
    ['2026-02-13', '2026-02-24', 2],
    ['2026-05-20', '2026-05-20', 0],
    ['2026-05-22', '2026-05-25', 1],
    ['2026-05-25', '2026-05-22', -1],
    ['2025-12-31', '2026-12-31', 248],
  ] as const)('from %s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(day(from), day(to))).toBe(count)
  })
  it('adding and counting are inverse, in both directions', () => {
    const total = daysBetween(day('2015-03-01'), day('2026-10-01'))
    fc.assert(fc.property(fc.nat({ max: total }), fc.integer({ min: -20, max: 40 }), (offset, count) => {
      const from = addDays(day('2015-03-01'), offset)
      const to = addWorkingDays(from, count)
      if (count !== 0) expect(isRestDay(to).rest).toBe(false)
      if (count >= 0) expect(workingDaysBetween(from, to)).toBe(count)
      else expect(workingDaysBetween(from, to)).toBe(count + (isRestDay(from).rest ? 1 : 0))
    }), { numRuns: 300 })
  })
  it('the working day before a long break', () => {
    expect(workingDayBefore(day('2026-02-24'))).toBe('2026-02-14')
    expect(workingDayBefore(day('2026-05-20'))).toBe('2026-05-19')
  })
})

const json2027 = JSON.stringify({ $schema: 'x', year: 2027, papers: ['gov'], days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }, { name: '元旦', date: '2027-01-02', isOffDay: true }, { name: '春节', date: '2027-02-20', isOffDay: false }] })
const facts = { kind: 'yearly', year: 2027, title: '国务院办公厅关于2027年部分节假日安排的通知', source: '国办发明电', published: '2026-11-10', imported: '2026-11-20' } as const

describe('importing a notice', () => {
  it('reads holiday-cn', () => {
    expect(parseHolidayCn(json2027, 2027)).toEqual([{ day: '2027-01-01', off: true, name: '元旦' }, { day: '2027-01-02', off: true, name: '元旦' }, { day: '2027-02-20', off: false, name: '春节' }])
  })
  it('reads a plain list as people write it', () => {
    const list = '# 2027\n2027-01-01 休 元旦\n2027/1/2,off,元旦\r\n2027年2月20日\t上班\t春节\n\n2027-01-04 班 元旦\n'
    expect(parseCalendar(list, 2027)).toEqual(parseHolidayCn(json2027, 2027))
  })
  it.each([
    ['no JSON', () => parseHolidayCn('{', 2027), 'malformed', 'content'],
    ['another shape', () => parseHolidayCn('{"days":[{"date":1}]}', 2027), 'malformed', 'content'],
    ['another year', () => parseHolidayCn(json2027, 2028), 'invalid', 'year'],
    ['a day that does not exist', () => parsePlainList('2027-02-29 休 春节', 2027), 'invalid', 'rows.0'],
    ['a day of another year', () => parsePlainList('2026-10-01 休 国庆', 2027), 'invalid', 'rows.0'],
    ['off and worked', () => parsePlainList('2027-02-20 休\n2027-02-20 班', 2027), 'invalid', 'rows.1'],
    ['a word that says neither', () => parsePlainList('2027-01-01 也许', 2027), 'invalid', 'lines.1'],
    ['no date', () => parsePlainList('2027-01-01 休\n元旦', 2027), 'invalid', 'lines.2'],
    ['an empty list', () => parsePlainList('\n#\n', 2027), 'invalid', 'rows'],
    ['no source', () => previewImport(shippedCalendar, { ...facts, source: ' ' }, parseHolidayCn(json2027, 2027)), 'invalid', 'source'],
    ['a second yearly notice', () => previewImport(shippedCalendar, { ...facts, year: 2026 }, [{ day: '2026-01-01', off: true, name: '元旦' }]), 'conflict', 'kind'],
    ['a correction of nothing', () => previewImport(shippedCalendar, { ...facts, kind: 'correction' }, parseHolidayCn(json2027, 2027)), 'conflict', 'kind'],
  ])('refuses %s', (_seen, act, code, field) => {
    const found = codeOf(act)
    expect(found.code).toBe(code)
    if (field !== 'rows.1') expect(found.field).toBe(field)
  })
  it('shows what it would do and warns when the year does not add up', () => {
    const preview = previewImport(shippedCalendar, facts, parseHolidayCn(json2027, 2027))
    expect(preview.notice).toMatchObject({ id: '2027', kind: 'yearly', imported: '2026-11-20' })
    expect(preview.check.holds).toBe(false)
    expect(preview.warnings[0]?.zh).toContain('请核对原文')
    expect(preview.changes).toHaveLength(3)
    expect(isRestDay(day('2027-01-01'), makeCalendar([...shippedNotices, preview.notice])).rest).toBe(true)
  })
  it('every shipped year survives a round trip through the plain list without a warning', () => {
    for (const notice of shippedNotices.filter((entry) => entry.kind === 'yearly' && ![2015, 2019, 2020].includes(entry.year))) {
      const list = notice.rows.map((row) => `${row.day} ${row.off ? '休' : '班'} ${row.name}`).join('\n')
      const others = makeCalendar(shippedNotices.filter((entry) => entry.year !== notice.year))
      const preview = previewImport(others, { kind: 'yearly', year: notice.year, title: notice.title, source: notice.source, published: notice.published, imported: '2026-01-01' }, parsePlainList(list, notice.year))
      expect(preview.warnings).toEqual([])
      expect(preview.notice.rows).toHaveLength(notice.rows.length)
    }
  })
  it('a second correction of one day gets an id of its own', () => {
    const rows = [{ day: '2026-06-22', off: true, name: '端午节' }]
    const first = previewImport(shippedCalendar, { ...facts, kind: 'correction', year: 2026, published: '2026-06-01' }, rows).notice
    const second = previewImport(makeCalendar([...shippedNotices, first]), { ...facts, kind: 'correction', year: 2026, published: '2026-06-01' }, rows).notice
    expect([first.id, second.id]).toEqual(['2026-06-01', '2026-06-01#2'])
  })
})
