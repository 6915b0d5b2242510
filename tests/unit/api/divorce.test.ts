import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { bothThere, couple, delivered, openSampleDesk, second, type Case, type Desk } from './desk.ts'
import { accepted, applicants, applied, decidable, divorced, divorceSerials, doing, fromRegister, goTo, interview, must, verified, wholeDivorce, type Divorce } from './divorces.ts'

let desk: Desk
const act = (now: Divorce, part: string, body: object = {}, method = 'POST') => doing<Divorce>(desk, 'divorces')(now, part, body, method)

beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const pdf = async (now: Divorce, paper: string, party?: 0 | 1) => desk.send('GET', `/api/divorces/${now.id}/papers/${paper}${party === undefined ? '' : `?party=${String(party)}`}`, { token: await desk.token('clerk1') })
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
const tallied = async (kind: string): Promise<number> => must(await desk.ask<{ kinds: { window: string; kind: string; unit: { zh: string }; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).kinds.find((row) => row.kind === kind)?.count ?? 0
const days = (now: Divorce) => [now.dates?.received, now.dates?.raw1, now.dates?.end1, now.dates?.windowOpens, now.dates?.raw2, now.dates?.end2]

describe('a divorce from the application to the certificate', () => {
  test('goes through with the clock moved on, and ends the marriage of the register', { timeout: 60_000 }, async () => {
    const marriage = await delivered(desk)
    const file = await fromRegister(desk, marriage)
    expect(file.marriage).toMatchObject({ caseId: marriage.id, number: marriage.number, day: marriage.day, place: 'mainland' })
    expect(file.parties.map(({ name, identityNumber, maritalStatus }) => [name, identityNumber, maritalStatus])).toEqual(marriage.file.parties.map(({ name, identityNumber }) => [name, identityNumber, '20']))

    let now = await applied(desk, file)
    expect(now).toMatchObject({ state: 'received', standing: 'received', findings: [], marriage: { caseId: marriage.id, standing: 'standing' } })
    expect(now.acts).toEqual(expect.arrayContaining(['divorce.accepted', 'divorce.notAccepted', 'divorce.abandoned']))
    expect((await pdf(now, 'divorce.receipt')).body.error).toMatchObject({ code: 'wrong_state', field: 'paper' })
    expect(isPdf((await pdf(now, 'divorce.application')).bytes)).toBe(true)

    const before = await tallied('divorceApplication')
    now = must(await act(now, 'acceptance'))
    expect(now).toMatchObject({ state: 'accepted', standing: 'coolingOff' })
    expect(days(now)).toEqual(['2026-05-20', '2026-06-19', '2026-06-22', '2026-06-23', '2026-07-22', '2026-07-22'])
    expect(now.dates?.rolled).toMatchObject([{ period: 1, from: '2026-06-19', to: '2026-06-22' }])
    expect(now.dates?.rolled[0]?.why.map(({ day, reason }) => [day, reason.zh])).toEqual([['2026-06-19', '端午节放假'], ['2026-06-20', '星期六、端午节放假'], ['2026-06-21', '星期日、端午节放假']])
    expect(now.accepted).toMatchObject({ registrar: '周青简' })
    expect(now.accepted?.receiptNumber).toMatch(/^离受〔2026〕\d{6}号$/)
    expect(await tallied('divorceApplication')).toBe(before + 1)
    expect(isPdf((await pdf(now, 'divorce.receipt')).bytes)).toBe(true)
    expect(now.acts).toContain('divorce.withdrawn')
    expect(now.acts).not.toContain('divorce.issuanceStarted')

    goTo(desk, '2026-06-22')
    const last = must(await desk.ask<Divorce>('clerk1', 'GET', `/api/divorces/${now.id}`))
    expect([last.standing, last.acts.includes('divorce.withdrawn'), last.acts.includes('divorce.issuanceStarted')]).toEqual(['coolingOff', true, false])
    goTo(desk, '2026-06-23')
    now = must(await desk.ask<Divorce>('clerk1', 'GET', `/api/divorces/${now.id}`))
    expect([now.standing, now.acts.includes('divorce.withdrawn'), now.acts.includes('divorce.issuanceStarted')]).toEqual(['issuanceOpen', false, true])

    now = await decidable(desk, now)
    expect(now).toMatchObject({ state: 'issuing', findings: [] })
    expect(now.file.interviews.map((record) => [record?.registrar, record?.day])).toEqual([['sample-clerk1', '2026-06-23'], ['sample-clerk1', '2026-06-23']])
    for (const paper of ['divorce.declaration', 'divorce.interview']) for (const party of [0, 1] as const) expect(isPdf((await pdf(now, paper, party)).bytes)).toBe(true)

    const divorces = await tallied('divorce')
    const serials = await divorceSerials(desk)
    now = must(await act(now, 'registration', { serials }))
    expect(now).toMatchObject({ state: 'registered', day: '2026-06-23', serials, registrarName: '周青简', marriage: { standing: 'divorced' } })
    expect(now.number).toMatch(/^L990101-2026-\d{6}$/)
    expect(await tallied('divorce')).toBe(divorces + 1)
    expect(isPdf((await pdf(now, 'divorce.certificate', 1)).bytes)).toBe(true)

    const ended = must(await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${marriage.id}`))
    expect(ended).toMatchObject({ state: 'delivered', standing: 'divorced', endings: [{ kind: 'divorced', day: '2026-06-23', divorceId: now.id, otherFile: now.number }] })
    expect(ended.related).toMatchObject([{ window: 'divorce', caseId: now.id, number: now.number }])
    const line = must(await desk.ask<{ rows: { id: string; ending: string }[] }>('clerk1', 'GET', '/api/marriages?ending=divorced')).rows.find(({ id }) => id === marriage.id)
    expect(line?.ending).toBe('divorced')

    must(await desk.ask('clerk1', 'POST', `/api/divorces/${now.id}/printed`, { paper: 'divorce.certificate', party: 0, mode: 'whole', printer: '证书打印机' }))
    now = must(await desk.ask<Divorce>('clerk1', 'GET', `/api/divorces/${now.id}`))
    expect(now.papers.filter(({ paper }) => paper === 'divorce.certificate').map(({ printed }) => printed.length)).toEqual([1, 0])
    now = must(await act(now, 'proof-reading', { ticked: now.proofreadFields.map(({ field }) => field) }))
    now = must(await act(now, 'marriage-certificates', { stamped: [true, true], copied: true, returned: true }))
    now = must(await act(now, 'delivery', { parties: bothThere }))
    expect(now).toMatchObject({ state: 'delivered', stamped: { day: '2026-06-23', stamped: [true, true] } })
    now = must(await act(now, 'archive', { archiveFileNumber: '', pages: 24 }))
    expect(now.archive).toMatchObject({ fonds: '9901', year: 2026, pages: 24 })
    expect(now.inspection.items.filter(({ result }) => result === 'fail')).toEqual([])
    expect(isPdf((await pdf(now, 'divorce.cover')).bytes)).toBe(true)
  })

  test('receipts and numbers follow one another in the year', async () => {
    const serial = (now: Divorce): number => Number(/(\d{6})号$/.exec(now.accepted?.receiptNumber ?? '')?.[1])
    const [first, next] = [await accepted(desk, applicants(desk)), await accepted(desk, applicants(desk))]
    expect(serial(next)).toBe(serial(first) + 1)
  })

  test('the check of a certificate’s code knows the divorce', async () => {
    const now = await wholeDivorce(desk, applicants(desk))
    await desk.ask('clerk1', 'POST', `/api/divorces/${now.id}/printed`, { paper: 'divorce.certificate', party: 0, mode: 'whole', printer: '' })
    const { entries } = must(await desk.ask<{ entries: { body: { digest: string } }[] }>('audit', 'GET', `/api/journal?subject=${now.id}&kind=divorce.printed`))
    const digest = entries[0]?.body.digest.toUpperCase() ?? ''
    const checked = must(await desk.ask<{ verdict: string; caseId: string }>('clerk1', 'POST', '/api/papers/check', { code: `LANTAI/1/DIVORCE.CERTIFICATE/${now.number}/${digest}` }))
    expect(checked).toMatchObject({ verdict: 'genuine', caseId: now.id })
    const altered = must(await desk.ask<{ verdict: string }>('clerk1', 'POST', '/api/papers/check', { code: `LANTAI/1/DIVORCE.CERTIFICATE/${now.number}/${'A'.repeat(64)}` }))
    expect(altered.verdict).toBe('altered')
  })

  test('with both certificates lost the file copy and statements stand in for them', async () => {
    const file = applicants(desk)
    const lost = { ...file, marriage: { ...file.marriage, certificates: ['lost', 'lost'] as ['lost', 'lost'] } }
    const now = await applied(desk, lost)
    const missing = await act(now, 'acceptance')
    expect(missing.body.error).toMatchObject({ code: 'findings' })
    expect(missing.body.error?.findings?.map(({ rule }) => rule)).toContain('divorce.marriage-certificates')
    const complete = must(await act(now, '', { changes: { marriage: { ...lost.marriage, lostStatements: [true, true], fileCopy: true } } }, 'PATCH'))
    const done = must(await act(complete, 'acceptance'))
    expect(done.papers.filter(({ paper, ready }) => paper === 'divorce.lossStatement' && ready).map(({ party }) => party)).toEqual([0, 1])
    expect(isPdf((await pdf(done, 'divorce.lossStatement', 1)).bytes)).toBe(true)
    goTo(desk, done.dates?.windowOpens ?? '')
    const registered = await divorced(desk, done)
    const none = await act(registered, 'marriage-certificates', { stamped: [true, false], copied: true, returned: true })
    expect(none.body.error).toMatchObject({ code: 'invalid', field: 'stamped.0' })
  })

  test('leaving without a decision keeps the window running', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-07-01')
    const there = must(await act(start, 'issuance', { present: [true, true], receipt: 'lostExplained' }))
    const left = must(await act(there, 'issuance/end', { reason: '要求再考虑' }))
    expect(left).toMatchObject({ state: 'accepted', standing: 'issuanceOpen', issuance: null })
    goTo(desk, '2026-07-02')
    expect((await divorced(desk, left)).state).toBe('registered')
  })
})

describe('what ends otherwise', () => {
  test('one party alone withdraws on the last day, with a numbered confirmation', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-22')
    const done = must(await act(start, 'withdrawal', { party: 1, identityShown: true, receipt: 'lostExplained', signed: true, fingerprint: true }))
    expect(done).toMatchObject({ state: 'withdrawn', standing: 'withdrawn', withdrawn: { day: '2026-06-22', party: 1, receipt: 'lostExplained' } })
    expect(done.withdrawn?.confirmationNumber).toMatch(/^离撤〔2026〕\d{6}号$/)
    for (const paper of ['divorce.application', 'divorce.receipt', 'divorce.withdrawal', 'divorce.confirmation']) expect(isPdf((await pdf(done, paper)).bytes), paper).toBe(true)
    const next = await accepted(desk, { ...start.file, networkChecks: [] })
    expect(next.state).toBe('accepted')
    const filed = must(await act(done, 'archive', { archiveFileNumber: '', pages: 8 }))
    expect(filed.archive?.year).toBe(2026)
  })

  test('an application lapses by date alone, keeps its papers and can be filed', async () => {
    const start = await accepted(desk, applicants(desk))
    const head = await desk.head()
    goTo(desk, '2026-07-22')
    expect(must(await desk.ask<Divorce>('clerk1', 'GET', `/api/divorces/${start.id}`)).standing).toBe('issuanceOpen')
    const early = await act(start, 'archive', { archiveFileNumber: '', pages: 6 })
    expect(early.body.error).toMatchObject({ code: 'wrong_state', field: 'day' })
    goTo(desk, '2026-07-23')
    const lapsed = must(await desk.ask<Divorce>('clerk1', 'GET', `/api/divorces/${start.id}`))
    expect(lapsed).toMatchObject({ state: 'accepted', standing: 'lapsed', revision: start.revision })
    // Nobody wrote anything but sign-ins and looks.
    const since = must(await desk.ask<{ entries: { seq: number; kind: string }[] }>('audit', 'GET', '/api/journal?limit=50')).entries.filter(({ seq }) => seq > head.seq)
    expect(since.filter(({ kind }) => kind.startsWith('divorce.'))).toEqual([])
    expect(lapsed.acts).toEqual(expect.arrayContaining(['divorce.printed', 'divorce.archived']))
    for (const kind of ['divorce.withdrawn', 'divorce.issuanceStarted', 'divorce.amended']) expect(lapsed.acts).not.toContain(kind)
    expect(isPdf((await pdf(lapsed, 'divorce.receipt')).bytes)).toBe(true)
    const list = must(await desk.ask<{ rows: { id: string; standing: string }[] }>('clerk1', 'GET', '/api/divorces?standing=lapsed')).rows
    expect(list.find(({ id }) => id === start.id)?.standing).toBe('lapsed')
    expect(must(await act(lapsed, 'archive', { archiveFileNumber: '', pages: 6 })).archive?.pages).toBe(6)
    expect((await accepted(desk, { ...start.file, networkChecks: [] })).standing).toBe('coolingOff')
  })

  test('it is not accepted on a ground of article 14 that holds', async () => {
    const file = applicants(desk)
    const now = await applied(desk, { ...file, application: { ...file.application, agreed: 'no' } })
    const other = await act(now, 'non-acceptance', { grounds: [{ rule: 'divorce.capacity', reason: '女方为限制民事行为能力人' }], paperAsked: true })
    expect(other.body.error).toMatchObject({ code: 'invalid', field: 'grounds.0' })
    const done = must(await act(now, 'non-acceptance', { grounds: [{ rule: 'divorce.agreement-reached', reason: '双方对子女抚养未达成一致' }], paperAsked: true }))
    expect(done).toMatchObject({ state: 'notAccepted', notAccepted: { day: '2026-05-20', paperAsked: true } })
    expect(done.notAccepted?.grounds[0]?.law).toContain('第十四条')
    expect(isPdf((await pdf(done, 'divorce.nonAcceptance')).bytes)).toBe(true)
  })

  test('it is refused when one says otherwise alone', async () => {
    const start = await accepted(desk, applicants(desk))
    goTo(desk, '2026-06-23')
    let now = must(await act(start, 'issuance', { present: [true, true], receipt: 'shown' }))
    now = must(await act(now, 'interviews', { party: 0, interview }))
    now = must(await act(now, 'interviews', { party: 1, interview: { ...interview, voluntary: false, questions: [{ question: '你是否自愿离婚？', answer: '不愿意。' }] } }))
    const done = must(await act(now, 'refusal', { grounds: [{ rule: 'divorce.interview-will', reason: '女方表示不自愿离婚' }] }))
    expect(done).toMatchObject({ state: 'refused', day: '2026-06-23' })
    expect(isPdf((await pdf(done, 'divorce.refusal')).bytes)).toBe(true)
  })

  test('the days are set anew by two with a reason, the receipt’s own kept', async () => {
    const start = await accepted(desk, applicants(desk))
    const short = await act(start, 'schedule', { override: { end1: '2026-06-01' }, reason: '当事人要求提前', second: { account: 'clerk2', password: 'clerk2-sample-1949' } })
    expect(short.body.error).toMatchObject({ code: 'invalid', field: 'override.end1' })
    const done = must(await act(start, 'schedule', { override: { end1: '2026-06-24' }, reason: '国务院办公厅调整放假安排', second: { account: 'clerk2', password: 'clerk2-sample-1949' } }))
    expect(days(done)).toEqual(['2026-05-20', '2026-06-19', '2026-06-24', '2026-06-25', '2026-07-24', '2026-07-24'])
    expect(done.rescheduled).toMatchObject([{ second: '吴墨林', reason: '国务院办公厅调整放假安排', before: { end1: '2026-06-22' } }].map(({ second: _second, ...rest }) => rest))
  })

  test('a couple given booklets in error is voided by two before the hand-over', async () => {
    const marriage = await delivered(desk)
    const start = await accepted(desk, await fromRegister(desk, marriage))
    goTo(desk, '2026-06-23')
    const now = await divorced(desk, start)
    const standing = async (): Promise<Case> => must(await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${marriage.id}`))
    expect((await standing()).standing).toBe('divorced')
    const done = must(await act(now, 'void', { recovered: true, reason: '机关录入错误', second }))
    expect(done).toMatchObject({ state: 'voided', marriage: { standing: 'standing' } })
    expect(await standing()).toMatchObject({ standing: 'standing', endings: [], state: 'delivered' })
    expect(must(await desk.ask<{ rows: { id: string; ending: string }[] }>('clerk1', 'GET', '/api/marriages?limit=200')).rows.find(({ id }) => id === marriage.id)?.ending).toBe('')
    expect((await accepted(desk, await fromRegister(desk, marriage))).state).toBe('accepted')
    goTo(desk, '2026-05-20')
    expect((await pdf(done, 'divorce.certificate', 0)).body.error?.code).toBe('wrong_state')
  })
})

describe('the deadlines and the work list', () => {
  test('the days are told without saving', async () => {
    const before = await desk.head()
    const found = must(await desk.ask<NonNullable<Divorce['dates']>>('clerk1', 'GET', '/api/divorces/deadlines?received=2026-01-16'))
    expect([found.end1, found.windowOpens, found.end2]).toEqual(['2026-02-24', '2026-02-25', '2026-03-26'])
    expect(found.rolled[0]?.why[0]?.reason.zh).toContain('春节')
    expect(await desk.head()).toEqual(before)
  })

  test('a couple stands on the list of the day that concerns it', async () => {
    const start = await accepted(desk, applicants(desk))
    const listsOn = async (day: string) => {
      const { lists } = must(await desk.ask<{ lists: { kind: string; count: number; rows: { id: string }[] }[] }>('clerk1', 'GET', `/api/divorces/worklist?day=${day}`))
      return lists.filter(({ rows }) => rows.some(({ id }) => id === start.id)).map(({ kind }) => kind)
    }
    expect(await listsOn('2026-06-22')).toEqual(['endsToday'])
    expect(await listsOn('2026-06-23')).toEqual(['windowOpened'])
    expect(await listsOn('2026-07-15')).toEqual(['closingSoon'])
    expect(await listsOn('2026-07-14')).toEqual([])
    expect(await listsOn('2026-07-23')).toEqual(['lapsed'])
    const sheet = await desk.send('GET', '/api/divorces/worklist/sheet?day=2026-06-22', { token: await desk.token('clerk1') })
    expect(isPdf(sheet.bytes)).toBe(true)
  })

  test('cooling off waits for nobody, an open window does', async () => {
    const waiting = async () => must(await desk.ask<{ open: { state: string; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).open.find(({ state }) => state === 'divorce.issuanceOpen')?.count ?? 0
    await accepted(desk, applicants(desk))
    const now = await waiting()
    await accepted(desk, applicants(desk))
    expect(await waiting()).toBe(now)
    goTo(desk, '2026-06-23')
    expect(await waiting()).toBeGreaterThanOrEqual(now + 2)
  })

  test('the list is masked and exported with its purpose on record', async () => {
    const start = await accepted(desk, applicants(desk))
    const rows = must(await desk.ask<{ rows: { id: string; names: string[]; receiptNumber: string; end1: string }[] }>('clerk1', 'GET', '/api/divorces?acceptedFrom=2026-05-20&acceptedTo=2026-05-20&standing=coolingOff&limit=200')).rows
    const row = rows.find(({ id }) => id === start.id)
    expect(row).toMatchObject({ receiptNumber: start.accepted?.receiptNumber, end1: '2026-06-22' })
    expect(row?.names[0]).not.toBe(start.file.parties[0].name)
    const exported = await desk.ask('manager', 'POST', '/api/divorces/export', { filter: { acceptedFrom: '2026-05-20' }, purpose: '报区民政局' })
    expect(exported.headers.get('content-type')).toContain('text/csv')
    expect(new TextDecoder().decode(exported.bytes)).toContain(start.accepted?.receiptNumber ?? '?')
  })
})

test('who has a divorce running does not marry', async () => {
  const start = await accepted(desk, applicants(desk))
  const file = couple(desk)
  const checked = must(await desk.ask<{ findings: { rule: string; outcome: string }[] }>('clerk1', 'POST', '/api/marriages/check', { file: { ...file, parties: [start.file.parties[0], file.parties[1]] }, stage: 'decision' }))
  expect(checked.findings.some(({ rule, outcome }) => rule === 'marriage.open-divorce' && outcome === 'fail')).toBe(true)
})

test('drafts are files of their window', async () => {
  const content = applicants(desk)
  must(await desk.ask('clerk1', 'PUT', '/api/drafts/draft-divorce', { window: 'divorce', title: '未完', content }))
  expect(must(await desk.ask<{ content: unknown }>('clerk2', 'GET', '/api/drafts/draft-divorce')).content).toEqual(content)
  const strange = await desk.ask('clerk1', 'PUT', '/api/drafts/draft-strange', { window: 'reissue', title: '未完', content })
  expect(strange.body.error).toMatchObject({ code: 'invalid', field: 'content' })
})

test('the register made again from its journal is the same', { timeout: 60_000 }, async () => {
  expect(await verified(desk)).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
})
