import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeCode } from '../../../templates/digest.ts'
import { couple, delivered, opened, openSampleDesk, proofread, bothThere, type Answer, type Case, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
  for (const one of ['manager', 'clerk1', 'audit'] as const) await desk.token(one)
}, 60_000)
afterAll(() => desk.close())

const refused = async <T>(work: () => Promise<Answer<T>>) => {
  const before = await desk.head()
  const answer = await work()
  expect(answer.status).toBeGreaterThanOrEqual(400)
  expect(answer.status).toBeLessThan(500)
  expect(await desk.head()).toEqual(before)
  return answer
}

const requester = (more: Record<string, unknown> = {}) => ({ kind: 'party', name: '李秋山', identityType: 'resident', identityNumber: '990101199803050012', identityShown: true, unit: '', proof: '', letter: '', phone: '', ...more })
const onPaper = { window: 'paper', caseId: '', number: '示结字第0500012号', title: '', archiveNumber: '结婚登记类2005年第12卷' }
const query = (more: Record<string, unknown> = {}) => ({ requester: requester(), basis: '本人身份证件', purpose: '办理房产登记', approvedBy: '', files: [onPaper], found: true, copies: { pages: 2, sets: 1, stamped: true }, ...more })
const ofCase = (now: Case) => ({ window: 'marriage', caseId: now.id, number: '', title: '', archiveNumber: '' })
const asParty = (now: Case) => requester({ name: now.file.parties[0].name, identityNumber: now.file.parties[0].identityNumber })

interface Found { id: string; number: string; kind: string; query?: { files: { number: string; title: string; archiveNumber: string }[] }; papers: { paper: string; printed: unknown[] }[] }
const ask = (body: unknown) => desk.ask<Found>('clerk1', 'POST', '/api/archive/queries', body)

describe('the log of queries', () => {
  test('numbers follow one another in the year; a file of the register is put down as the register has it, and the look is on record', async () => {
    const now = await delivered(desk)
    const first = (await ask(query())).body
    const next = (await ask(query({ requester: asParty(now), files: [ofCase(now)] }))).body
    expect(first.number).toMatch(/^查〔2026〕\d{4}号$/)
    expect(Number(next.number.slice(-5, -1))).toBe(Number(first.number.slice(-5, -1)) + 1)
    expect(next.query?.files[0]).toMatchObject({ number: now.number, title: `${now.file.parties[0].name}与${now.file.parties[1].name}结婚登记` })
    const looks = await desk.ask<{ entries: { body: { what: string; purpose: string } }[] }>('audit', 'GET', `/api/journal?subject=${now.id}&kind=record.viewed`)
    expect(looks.body.entries[0]?.body).toMatchObject({ what: 'archive', purpose: next.number })
    expect((await desk.ask<{ kinds: { kind: string; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).body.kinds.find(({ kind }) => kind === 'query')?.count).toBeGreaterThanOrEqual(2)
  })

  test('is listed masked, and shown whole on its page', async () => {
    const made = (await ask(query({ requester: requester({ name: '欧阳修远' }) }))).body
    const list = (await desk.ask<{ rows: { id: string; requester: string; requesterKind: { zh: string } }[]; count: number }>('clerk1', 'GET', '/api/archive/queries?kind=query&from=2026-05-20&to=2026-05-20')).body
    expect(list.rows[0]).toMatchObject({ id: made.id, requester: '欧***', requesterKind: { zh: '当事人本人' } })
    expect(list.count).toBe(list.rows.length)
    expect(JSON.stringify(list)).not.toContain('欧阳修远')
    expect(JSON.stringify((await desk.ask('clerk2', 'GET', `/api/archive/queries/${made.id}`)).body)).toContain('欧阳修远')
    const first = (await desk.ask<{ rows: { id: string }[]; next: string }>('clerk1', 'GET', '/api/archive/queries?limit=1')).body
    const further = (await desk.ask<{ rows: { id: string }[] }>('clerk1', 'GET', `/api/archive/queries?limit=1&after=${encodeURIComponent(first.next)}`)).body
    expect(further.rows[0]?.id).not.toBe(first.rows[0]?.id)
  })

  test.each([
    ['without an identity paper shown', () => query({ requester: requester({ identityShown: false }) }), 'findings', 'requester.identityShown'],
    ['of a stranger in somebody else’s file', async () => query({ files: [ofCase(await delivered(desk))] }), 'findings', 'files.0'],
    ['of an organ that is none', () => query({ requester: requester({ kind: 'organ', unit: '示例公司', letter: '介绍信1号', proof: '工作证' }) }), 'findings', 'requester.unit'],
    ['of anyone else without the head', () => query({ requester: requester({ kind: 'other' }) }), 'findings', 'approvedBy'],
    ['approved by a clerk', () => query({ requester: requester({ kind: 'other' }), approvedBy: 'sample-clerk2' }), 'invalid', 'approvedBy'],
    ['that lends the file', () => query({ purpose: '外借档案' }), 'findings', 'purpose'],
    ['with copies unstamped', () => query({ copies: { pages: 2, sets: 1, stamped: false } }), 'findings', 'copies.stamped'],
    ['found, but what', () => query({ files: [] }), 'findings', 'files'],
    ['of a case that is not there', () => query({ files: [{ ...onPaper, window: 'marriage', caseId: 'm000000000000' }] }), 'invalid', 'files.0'],
    ['of a paper nobody could find', () => query({ files: [{ ...onPaper, number: '', archiveNumber: '' }] }), 'invalid', 'files.0.number'],
  ] as const)('%s: nothing is put on record', async (_name, body, code, field) => {
    const made = await body()
    const answer = await refused(() => ask(made))
    expect(answer.status).toBe(422)
    expect(answer.body.error).toMatchObject({ code, field })
  })

  test('is checked without saving; what is not entered yet is no finding', async () => {
    const before = await desk.head()
    const answer = await desk.ask<{ findings: unknown[]; ready: boolean }>('clerk1', 'POST', '/api/archive/queries/check', query({ requester: requester({ name: '', identityNumber: '' }), purpose: '' }))
    expect(answer.body).toEqual({ findings: [], ready: false })
    expect((await desk.ask<{ ready: boolean }>('clerk1', 'POST', '/api/archive/queries/check', query())).body.ready).toBe(true)
    expect((await desk.ask<{ ready: boolean }>('clerk1', 'POST', '/api/archive/queries/check', query({ requester: requester({ kind: 'other' }), approvedBy: 'sample-manager' }))).body.ready).toBe(true)
    expect(await desk.head()).toEqual(before)
  })

  test('prints its papers, puts the printing on record, and the paper’s code is known again', async () => {
    const made = (await ask(query())).body
    expect(made.papers.map(({ paper }) => paper)).toEqual(['archive.query', 'archive.copySheet'])
    const pdf = await desk.send('GET', `/api/archive/queries/${made.id}/papers/archive.query`, { token: await desk.token('clerk1') })
    expect(new TextDecoder('latin1').decode(pdf.bytes.subarray(0, 5))).toBe('%PDF-')
    expect((await desk.ask('clerk1', 'POST', `/api/archive/queries/${made.id}/printed`, { paper: 'archive.query', printer: '' })).status).toBe(200)
    const shown = (await desk.ask<Found>('clerk1', 'GET', `/api/archive/queries/${made.id}`)).body
    expect(shown.papers[0]?.printed.length).toBe(1)
    const printed = (await desk.ask<{ entries: { body: { digest: string } }[] }>('audit', 'GET', `/api/journal?subject=${made.id}&kind=archive.printed`)).body.entries[0]?.body.digest ?? ''
    const verdict = async (digest: string, paper = 'archive.query', number = made.id) => (await desk.ask<{ verdict: string; number: string; names: string[] }>('clerk1', 'POST', '/api/papers/check', { code: writeCode({ paper, number, digest }) })).body
    expect(await verdict(printed)).toMatchObject({ verdict: 'genuine', number: made.number, names: ['李秋山'] })
    expect((await verdict(printed, 'archive.copySheet')).verdict).toBe('altered')
    expect((await verdict(printed, 'archive.query', 'a00000000000000000000')).verdict).toBe('unknown')
    const none = (await ask(query({ copies: { pages: 0, sets: 0, stamped: false } }))).body
    expect(none.papers.map(({ paper }) => paper)).toEqual(['archive.query'])
    expect((await refused(() => desk.ask('clerk1', 'POST', `/api/archive/queries/${none.id}/printed`, { paper: 'archive.copySheet', printer: '' }))).body.error?.code).toBe('wrong_state')
    expect((await refused(() => desk.ask('clerk1', 'GET', `/api/archive/queries/${none.id}/papers/archive.proof`))).status).toBe(404)
  })
})

describe('proofs of record', () => {
  const proof = (now: Case, more: Record<string, unknown> = {}) => {
    const [man] = now.file.parties
    return { requester: asParty(now), proof: { person: { name: man.name, identityType: man.identityType, identityNumber: man.identityNumber, birth: man.birth }, destination: '台湾地区', use: '办理公证', searchedFrom: '2020-01-01', searchedTo: '2026-05-20', found: true, records: [{ kind: 'marriage', number: now.number, day: now.day, office: '示例区民政局婚姻登记处', caseId: now.id }], ...more } }
  }
  const find = (body: unknown) => desk.ask<{ records: { caseId: string; number: string; standing: { zh: string }; office: string }[] }>('clerk1', 'POST', '/api/archive/records', body)

  test('what this register holds of a person in the years is found, whatever became of it, and the look is on record', async () => {
    const now = await delivered(desk)
    const [, woman] = now.file.parties
    const wanted = { identityNumber: woman.identityNumber.toLowerCase(), name: woman.name, from: '2020-01-01', to: '2026-05-20' }
    expect((await find(wanted)).body.records).toEqual([expect.objectContaining({ caseId: now.id, number: now.number, day: '2026-05-20', standing: { zh: '登记有效', en: 'in force' } })])
    expect((await find(wanted)).body.records[0]?.office).not.toBe('')
    expect((await find({ ...wanted, name: '别人' })).body.records).toEqual([])
    expect((await find({ ...wanted, to: '2026-05-19' })).body.records).toEqual([])
    expect((await refused(() => find({ ...wanted, to: '2019-01-01' }))).body.error).toMatchObject({ code: 'invalid', field: 'to' })
    const looks = await desk.ask<{ entries: { body: { purpose: string } }[] }>('audit', 'GET', `/api/journal?subject=${now.id}&kind=record.viewed&limit=1`)
    expect(looks.body.entries[0]?.body.purpose).toBe('查找婚姻登记记录')
    const open = await opened(desk, couple(desk))
    expect((await find({ ...wanted, identityNumber: open.file.parties[0].identityNumber, name: '' })).body.records).toEqual([])
  })

  test('is made out with a number of its own series and printed', async () => {
    const now = await delivered(desk)
    const made = await desk.ask<Found>('clerk1', 'POST', '/api/archive/proofs', proof(now))
    expect(made.body).toMatchObject({ kind: 'proof' })
    expect(made.body.number).toMatch(/^婚证〔2026〕\d{4}号$/)
    const pdf = await desk.send('GET', `/api/archive/queries/${made.body.id}/papers/archive.proof`, { token: await desk.token('clerk1') })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect((await desk.ask<{ rows: { kind: string }[] }>('clerk1', 'GET', '/api/archive/queries?kind=proof')).body.rows.every(({ kind }) => kind === 'proof')).toBe(true)
  })

  test.each([
    ['for a country that is not on the list', { destination: '美国' }, 'findings', 'proof.destination'],
    ['for anything but a notary', { use: '贷款' }, 'findings', 'proof.use'],
    ['past today', { searchedTo: '2026-05-21' }, 'findings', 'proof.searchedTo'],
    ['that hides what the register holds', { found: false, records: [] }, 'invalid', 'proof.records'],
    ['found, but nothing listed', { records: [] }, 'findings', 'proof.found'],
  ])('%s: refused', async (_name, more, code, field) => {
    const now = await delivered(desk)
    const answer = await refused(() => desk.ask('clerk1', 'POST', '/api/archive/proofs', proof(now, more)))
    expect(answer.body.error).toMatchObject({ code, field })
  })

  test('that names a record with another day than the register’s is refused, and one for somebody else', async () => {
    const now = await delivered(desk)
    const wrong = proof(now)
    const untrue = await refused(() => desk.ask('clerk1', 'POST', '/api/archive/proofs', { ...wrong, proof: { ...wrong.proof, records: [{ ...wrong.proof.records[0], day: '2026-05-19' }] } }))
    expect(untrue.body.error).toMatchObject({ code: 'invalid', field: 'proof.records.0' })
    const other = await refused(() => desk.ask('clerk1', 'POST', '/api/archive/proofs', { ...proof(now), requester: requester() }))
    expect(other.body.error).toMatchObject({ code: 'findings', field: 'proof.person.identityNumber' })
    const organ = await refused(() => desk.ask('clerk1', 'POST', '/api/archive/proofs', { ...proof(now), requester: requester({ kind: 'organ', unit: '示例区人民法院', letter: '1', proof: '1' }) }))
    expect(organ.body.error).toMatchObject({ code: 'findings', field: 'requester.kind' })
  })

  test('is checked while it is typed, without saving', async () => {
    const before = await desk.head()
    const check = async (body: unknown) => (await desk.ask<{ findings: { field: string }[]; ready: boolean }>('clerk1', 'POST', '/api/archive/proofs/check', body)).body
    const empty = { requester: requester({ name: '', identityNumber: '', identityShown: false }), proof: { person: { name: '', identityType: 'resident', identityNumber: '', birth: '' }, destination: '', use: '', searchedFrom: '2020-01-01', searchedTo: '2026-05-20', found: false, records: [] } }
    expect(await check(empty)).toEqual({ findings: [], ready: false })
    expect((await check({ ...empty, proof: { ...empty.proof, destination: '美国' } })).findings.map(({ field }) => field)).toEqual(['proof.destination'])
    expect(await desk.head()).toEqual(before)
  })

  test('the list of places is the office’s own setting', async () => {
    const now = await delivered(desk)
    expect((await desk.ask('admin', 'PUT', '/api/settings/archive.proofPlaces', { value: ['台湾地区', '示例国'], reason: '按最新通知' })).status).toBe(200)
    expect((await desk.ask('clerk1', 'POST', '/api/archive/proofs', proof(now, { destination: '示例国' }))).status).toBe(200)
    expect((await desk.ask('admin', 'PUT', '/api/settings/archive.queryNumber', { value: '没有年份', reason: '试试' })).status).toBe(422)
  })
})

describe('files and boxes', () => {
  const file = async (pages: number, officeFileNumber?: number) => {
    const now = await delivered(desk)
    const answer = await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/archive`, { revision: now.revision, archiveFileNumber: '', pages, ...(officeFileNumber === undefined ? {} : { officeFileNumber }) })
    expect(answer.body.error).toBeUndefined()
    return { now, number: answer.body.archive?.officeFileNumber ?? 0 }
  }
  interface Box { id: string; box: number; first: number; last: number; files: number; pages: number; missing: number[]; keepUntil: number; transferFrom: number; transferredOn: string }
  const box = (first: number, last: number, note = '', more: Record<string, unknown> = {}) => desk.ask<Box>('clerk1', 'POST', '/api/archive/boxes', { year: 2026, fileClass: 'marriage', first, last, note, ...more })
  interface Listed { boxes: Box[]; unboxed: { year: number; fileClass: string; first: number; last: number; files: number }[] }
  const boxes = async () => (await desk.ask<Listed>('clerk1', 'GET', '/api/archive/boxes?year=2026&fileClass=marriage')).body

  test('filed cases are listed masked, with pages against scans, by class and year', async () => {
    const { now } = await file(9)
    const list = (await desk.ask<{ rows: { caseId: string; title: string; pages: number; scanned: number; box: number | null; number: string }[]; count: number; years: { year: number; fileClass: string; files: number }[]; waiting: { window: string; count: number }[] }>('clerk1', 'GET', '/api/archive/files?year=2026&fileClass=marriage&limit=200')).body
    const line = list.rows.find(({ caseId }) => caseId === now.id)
    expect(line).toMatchObject({ pages: 9, number: now.number, box: null })
    expect(line?.title).toMatch(/^.\*+与.\*+结婚登记$/)
    expect(list.years.find(({ year, fileClass }) => year === 2026 && fileClass === 'marriage')?.files).toBe(list.count)
    const waiting = (await proofread(desk))
    await desk.ask('clerk1', 'POST', `/api/marriages/${waiting.id}/delivery`, { revision: waiting.revision, parties: bothThere })
    const after = (await desk.ask<{ waiting: { window: string; count: number }[] }>('clerk1', 'GET', '/api/archive/files?limit=1')).body.waiting
    expect(after.find(({ window }) => window === 'marriage')?.count).toBe((list.waiting.find(({ window }) => window === 'marriage')?.count ?? 0) + 1)
    const different = (await desk.ask<{ rows: { pages: number; scanned: number }[] }>('clerk1', 'GET', '/api/archive/files?difference=true')).body.rows
    expect(different.every(({ pages, scanned }) => pages !== scanned)).toBe(true)
  })

  test('a run goes into the next box; gaps are listed and must be explained; no file stands in two boxes', async () => {
    const start = (await file(9)).number
    await file(8)
    const last = (await file(7)).number
    await file(6, last + 2)
    const before = await boxes()
    const held = before.boxes.length
    expect(before.unboxed.some((run) => run.first <= start && run.last >= last)).toBe(true)
    expect((await refused(() => box(start, start - 1))).body.error).toMatchObject({ code: 'invalid', field: 'last' })
    expect((await refused(() => box(start, last + 1))).body.error).toMatchObject({ code: 'invalid', field: 'last' })
    expect((await refused(() => box(start, last + 2))).body.error).toMatchObject({ code: 'invalid', field: 'note' })
    const made = await box(start, last + 2, `第${String(start - 1)}卷以前另行装盒；缺第${String(last + 1)}卷，编号时跳过`)
    expect(made.body).toMatchObject({ box: held + 1, first: start, last: last + 2, files: 4, pages: 30, missing: [last + 1], keepUntil: 2126, transferFrom: 2036 })
    expect((await refused(() => box(last, last + 2, '再装'))).body.error).toMatchObject({ code: 'conflict', field: 'first' })
    const further = (await file(5)).number
    expect((await box(further, further)).body).toMatchObject({ box: held + 2, files: 1, missing: [] })
    const listed = await boxes()
    expect(listed.boxes.map((one) => one.box).sort((a, b) => a - b)).toEqual(Array.from({ length: held + 2 }, (_, index) => index + 1))
    expect(listed.unboxed.every((run) => run.last < start || run.first > further)).toBe(true)
    // A file entered late is found among the missing no more.
    await file(4, last + 1)
    expect((await boxes()).boxes.find(({ id }) => id === made.body.id)).toMatchObject({ files: 5, pages: 34, missing: [] })
  })

  test('its list, spine, note sheet and the index of the year print', async () => {
    const [first] = (await boxes()).boxes
    for (const paper of ['archive.boxList', 'archive.boxSpine', 'archive.boxNote']) {
      const pdf = await desk.send('GET', `/api/archive/boxes/${first?.id ?? ''}/papers/${paper}`, { token: await desk.token('clerk1') })
      expect([paper, new TextDecoder('latin1').decode(pdf.bytes.subarray(0, 5))]).toEqual([paper, '%PDF-'])
    }
    expect((await desk.send('GET', '/api/archive/index?year=2026&fileClass=marriage', { token: await desk.token('clerk1') })).headers.get('content-type')).toBe('application/pdf')
    expect((await refused(() => desk.ask('clerk1', 'GET', '/api/archive/index?year=1999&fileClass=marriage'))).status).toBe(404)
  })

  test('boxes go to the state archive once, before their time only by agreement', async () => {
    const transfer = (more: Record<string, unknown> = {}) => desk.ask('clerk1', 'POST', '/api/archive/transfers', { year: 2026, fileClass: 'marriage', boxes: [1], receiver: '示例区档案馆', number: '示档接〔2026〕4号', ...more })
    expect((await refused(() => transfer())).body.error).toMatchObject({ code: 'invalid', field: 'reason' })
    expect((await refused(() => transfer({ boxes: [1, 99], reason: '与档案馆商定' }))).body.error).toMatchObject({ code: 'not_found', field: 'boxes' })
    expect((await transfer({ reason: '与档案馆商定提前移交' })).status).toBe(200)
    expect((await refused(() => transfer({ reason: '与档案馆商定提前移交' }))).body.error).toMatchObject({ code: 'wrong_state', field: 'boxes' })
    expect((await boxes()).boxes.map(({ box: number, transferredOn }) => [number === 1, transferredOn])).toEqual((await boxes()).boxes.map(({ box: number }) => [number === 1, number === 1 ? '2026-05-20' : '']))
  })

  test('an office without a fonds code is told so', async () => {
    expect((await desk.ask('admin', 'PUT', '/api/settings/office.fonds', { value: '', reason: '试试' })).status).toBe(200)
    expect((await refused(() => box(1, 2))).body.error).toMatchObject({ code: 'wrong_state', field: 'fonds' })
    await desk.ask('admin', 'PUT', '/api/settings/office.fonds', { value: '9901', reason: '改回' })
  })
})
