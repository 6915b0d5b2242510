import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { delivered, openSampleDesk, second, type Answer, type Desk } from './desk.ts'
import { accepted, applicants, applied, brought, decidable, divorceSerials, doing, fromRegister, goTo, interview, must, wholeDivorce, type Divorce } from './divorces.ts'

let desk: Desk
const act = (now: Divorce, part: string, body: object = {}, method = 'POST') => doing<Divorce>(desk, 'divorces')(now, part, body, method)

beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

/** Asks for something that is refused; the journal stands as it stood. */
const refused = async (ask: () => Promise<Answer<unknown>>): Promise<NonNullable<Answer['body']['error']>> => {
  // Signing in is on record too, so whoever asks is signed in before.
  await desk.token('clerk1')
  const before = await desk.head()
  const { body } = await ask()
  expect(await desk.head()).toEqual(before)
  if (body.error === undefined) throw new Error('it was not refused')
  return body.error as NonNullable<Answer['body']['error']>
}
const rulesOf = (error: Awaited<ReturnType<typeof refused>>): string[] => (error.findings ?? []).map(({ rule }) => rule)
const lawsOf = (error: Awaited<ReturnType<typeof refused>>): string => JSON.stringify(error.findings)

const both = { present: [true, true], receipt: 'shown' }
const withdrawal = { party: 0, identityShown: true, receipt: 'shown', signed: true, fingerprint: true }

describe('time', () => {
  test('issuance before the window opens', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-22')
    const error = await refused(() => act(start, 'issuance', both))
    expect(error).toMatchObject({ code: 'wrong_state', field: 'day' })
    expect(error.text.zh).toMatch(/2026-06-23.*《民法典》第一千零七十七条/)
  })

  test('issuance after the window has closed', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-07-23')
    const error = await refused(() => act(start, 'issuance', both))
    expect(error).toMatchObject({ code: 'wrong_state', field: 'day' })
    expect(error.text.zh).toContain('视为撤回')
  })

  test('withdrawal after the cooling-off period', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-23')
    const error = await refused(() => act(start, 'withdrawal', withdrawal))
    expect(error).toMatchObject({ code: 'wrong_state', field: 'day' })
    expect(error.text.zh).toContain('第一千零七十七条')
  })

  test('a day in a year without a table says what to do', async () => {
    const error = await refused(() => desk.ask('clerk1', 'GET', '/api/divorces/deadlines?received=2028-01-05'))
    expect(error).toMatchObject({ code: 'invalid', field: 'received', details: { calendarYear: 2028 } })
    expect(error.text.zh).toMatch(/2028 年.*导入/)
    const list = await refused(() => desk.ask('clerk1', 'GET', '/api/divorces/worklist?day=2028-03-01'))
    expect(list).toMatchObject({ code: 'invalid', field: 'day' })
    const none = await refused(() => desk.ask('clerk1', 'GET', '/api/divorces/deadlines?received=2026-02-30'))
    expect(none).toMatchObject({ code: 'malformed', field: 'received' })
  })

  test('an acceptance whose days cannot be computed', async () => {
    goTo(desk, '2027-12-15')
    const now = await applied(desk, applicants(desk))
    const error = await refused(() => act(now, 'acceptance'))
    expect(error).toMatchObject({ code: 'invalid', field: 'calendar', details: { calendarYear: 2028 } })
    const override = await refused(() => act(now, 'acceptance', { override: { end1: '2027-12-20', reason: '当事人急用' } }))
    expect(override).toMatchObject({ code: 'invalid', field: 'override.end1' })
  })
})

describe('who and where', () => {
  test('one party alone applies', async () => {
    const file = applicants(desk)
    const now = await applied(desk, { ...file, application: { ...file.application, together: false } })
    const error = await refused(() => act(now, 'acceptance'))
    expect(error.code).toBe('findings')
    expect(rulesOf(error)).toContain('divorce.together')
  })

  test('one party alone comes for the certificate', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-23')
    const error = await refused(() => act(start, 'issuance', { present: [true, false], receipt: 'shown' }))
    expect(rulesOf(error)).toEqual(['divorce.both-appear'])
    expect(lawsOf(error)).toContain('第十六条')
  })

  test('a withdrawal without paper and signature', async () => {
    const start = await accepted(desk, applicants(desk))
    const error = await refused(() => act(start, 'withdrawal', { ...withdrawal, identityShown: false, signed: false }))
    expect(rulesOf(error)).toEqual(['divorce.withdraw-papers', 'divorce.withdraw-papers'])
  })

  test('issuance at another office; a new code of the same office is none', async () => {
    const other = await openSampleDesk(10)
    try {
      goTo(other, '2026-05-20')
      const start = await accepted(other, applicants(other))
      const again = await accepted(other, applicants(other))
      const setting = async (key: string, value: unknown) => must(await other.ask('admin', 'PUT', `/api/settings/${key}`, { value, reason: '测试区划' }))
      await setting('office.areaChanges', [{ from: '2026-06-01', code: '990102' }])
      goTo(other, '2026-06-23')
      const moved = must(await doing<Divorce>(other, 'divorces')(again, 'issuance', both))
      expect(moved.state).toBe('issuing')
      await setting('office.areaChanges', [])
      await setting('office.area', '990103')
      await other.token('clerk1')
      const before = await other.head()
      const answer = await doing<Divorce>(other, 'divorces')(start, 'issuance', both)
      expect(answer.body.error?.code).toBe('findings')
      expect(answer.body.error?.findings?.map(({ rule }) => rule)).toEqual(['divorce.same-office'])
      expect(await other.head()).toEqual(before)
    } finally {
      await other.close()
    }
  })

  test('a second application while one is open, by either party with whomever', async () => {
    const start = await accepted(desk, applicants(desk))
    const other = applicants(desk)
    const now = await applied(desk, { ...other, parties: [other.parties[0], start.file.parties[1]], papers: start.file.papers })
    const error = await refused(() => act(now, 'acceptance'))
    expect(rulesOf(error)).toContain('divorce.second-application')
    expect(lawsOf(error)).toContain('第一千零七十七条')
  })
})

describe('the marriage', () => {
  test('one that is ended already', async () => {
    const marriage = await delivered(desk)
    const file = await fromRegister(desk, marriage)
    // Begun before the other application was decided, typed in after.
    await wholeDivorce(desk, file)
    const begin = await refused(() => desk.ask('clerk1', 'GET', `/api/divorces/from-marriage/${marriage.id}`))
    expect(begin).toMatchObject({ code: 'wrong_state', field: 'marriage.caseId' })
    expect(begin.text.zh).toContain('已离婚')
    const now = await applied(desk, file)
    const error = await refused(() => act(now, 'acceptance'))
    expect(rulesOf(error)).toContain('divorce.marriage-stands')
    expect(lawsOf(error)).toContain('第一千零八十条')
  })

  test('one that ended between the acceptance and the certificate', async () => {
    const marriage = await delivered(desk)
    const start = await accepted(desk, await fromRegister(desk, marriage))
    const seen = must(await desk.ask<{ revision: number }>('clerk1', 'GET', `/api/marriages/${marriage.id}`))
    must(await desk.ask('manager', 'POST', `/api/marriages/${marriage.id}/endings/divorce`, {
      revision: seen.revision, by: 'court', authority: '示例区人民法院', number: '（2026）示民初9号', day: '2026-05-20', note: { remark: '', otherFile: '', uploadedOn: '' }, second: { account: 'clerk2', password: 'clerk2-sample-1949' },
    }))
    goTo(desk, '2026-06-23')
    const now = await decidable(desk, start)
    const serials = await divorceSerials(desk)
    const error = await refused(() => act(now, 'registration', { serials }))
    expect(rulesOf(error)).toEqual(['divorce.marriage-stands'])
  })

  test('one that the register does not have, or not with this number', async () => {
    const file = applicants(desk)
    const none = await applied(desk, { ...file, marriage: { ...file.marriage, caseId: 'm-nowhere-000' } })
    expect(rulesOf(await refused(() => act(none, 'acceptance')))).toContain('divorce.marriage-named')
    const known = await fromRegister(desk)
    const wrong = await applied(desk, { ...known, marriage: { ...known.marriage, number: 'J990101-2020-000001' } })
    expect(rulesOf(await refused(() => act(wrong, 'acceptance')))).toContain('divorce.marriage-named')
    expect(await refused(() => desk.ask('clerk1', 'GET', '/api/divorces/from-marriage/m-nowhere-000'))).toMatchObject({ code: 'not_found' })
  })
})

describe('the certificate', () => {
  test.each(['children', 'property', 'debts'] as const)('an agreement that says nothing of %s', async (part) => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-23')
    const ready = await decidable(desk, start)
    const now = must(await act(ready, '', { changes: { agreement: { ...brought(desk).agreement, [part]: 'omitted' } } }, 'PATCH'))
    const serials = await divorceSerials(desk)
    const error = await refused(() => act(now, 'registration', { serials }))
    expect(error).toMatchObject({ code: 'findings', field: `agreement.${part}` })
    expect(rulesOf(error)).toEqual(['divorce.agreement-parts'])
    expect(lawsOf(error)).toContain('第一千零七十六条')
  })

  test('a booklet of marriages, one used before, the same twice', async () => {
    const start = await accepted(desk, applicants(desk))
    const used = (await wholeDivorce(desk, applicants(desk))).serials
    goTo(desk, '2026-06-23')
    const now = await decidable(desk, start)
    const [one = '', two = ''] = await divorceSerials(desk)
    const [marriage = ''] = must(await desk.ask<{ serials: string[] }>('clerk1', 'GET', '/api/stock/next?type=marriage&count=1')).serials
    const wrong = await refused(() => act(now, 'registration', { serials: [marriage, two] }))
    expect(wrong).toMatchObject({ code: 'stock', field: 'serials.0' })
    expect(wrong.text.zh).toContain('是结婚证，不是离婚证')
    expect(await refused(() => act(now, 'registration', { serials: [one, used[0]] }))).toMatchObject({ code: 'stock', field: 'serials.1' })
    expect(await refused(() => act(now, 'registration', { serials: [one, one] }))).toMatchObject({ code: 'invalid', field: 'serials.1' })
    expect(await refused(() => act({ ...now, revision: now.revision - 1 }, 'registration', { serials: [one, two] }))).toMatchObject({ code: 'conflict', field: 'revision' })
  })

  test('interviews and network checks are never taken from a page', async () => {
    const file = applicants(desk)
    const made = { ...interview, day: '2026-05-20', registrar: 'sample-clerk1' }
    expect(await refused(() => desk.ask('clerk1', 'POST', '/api/divorces', { file: { ...file, interviews: [made, null] } }))).toMatchObject({ code: 'invalid', field: 'interviews' })
    const start = await accepted(desk, file)
    expect(await refused(() => act(start, 'interviews', { party: 0, interview }))).toMatchObject({ code: 'wrong_state' })
    expect(await refused(() => act(start, '', { changes: { parties: file.parties } }, 'PATCH'))).toMatchObject({ code: 'wrong_state', field: 'parties' })
  })

  test('days set anew or a void by one person alone', async () => {
    const start = await accepted(desk, applicants(desk))
    const alone = { account: 'clerk1', password: 'clerk1-sample-1949' }
    expect(await refused(() => act(start, 'schedule', { reason: '调整', second: alone }))).toMatchObject({ code: 'second_person', field: 'second.account' })
    expect(await refused(() => act(start, 'void', { recovered: true, reason: '机关错误', second }))).toMatchObject({ code: 'wrong_state' })
  })
})
