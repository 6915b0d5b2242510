import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bothThere, couple, decidable, delivered, nextSerials, openSampleDesk, opened, proofread, registered, second, type Case, type Desk } from './desk.ts'
import { report } from './reports/runs.ts'

let desk: Desk
beforeAll(async () => (desk = await openSampleDesk()))
afterAll(() => desk.close())

describe('from the form to the certificate in hand', () => {
  test('a couple is registered, printed, proof-read and handed over, and the day counts one more', async () => {
    const before = (await desk.ask<{ kinds: { kind: string; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).body.kinds.find(({ kind }) => kind === 'marriage')?.count ?? 0
    const now = await decidable(desk)
    expect(now.state).toBe('received')
    expect(now.findings).toEqual([])
    expect(now.acts).toContain('marriage.registered')
    const serials = await nextSerials(desk)
    const decided = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials })).body
    expect(decided).toMatchObject({ state: 'registered', day: '2026-05-20', serials, registrar: 'sample-clerk1', registrarName: '周青简' })
    expect(decided.number).toMatch(/^J990101-2026-\d{6}$/)

    for (const party of ['0', '1']) {
      const paper = await desk.send('GET', `/api/marriages/${now.id}/papers/marriage.certificate?party=${party}&mode=whole`, { token: await desk.token('clerk1') })
      expect(paper.status).toBe(200)
      expect(paper.headers.get('content-type')).toBe('application/pdf')
      expect(decodeURIComponent(paper.headers.get('content-disposition') ?? '')).toContain(decided.number)
      expect(new TextDecoder('latin1').decode(paper.bytes.subarray(0, 5))).toBe('%PDF-')
      const again = await desk.send('GET', `/api/marriages/${now.id}/papers/marriage.certificate?party=${party}&mode=whole`, { token: await desk.token('clerk1'), headers: { 'if-none-match': paper.headers.get('etag') ?? '' } })
      expect(again.status).toBe(304)
      expect((await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/printed`, { paper: 'marriage.certificate', party: Number(party), mode: 'overprint', printer: '证书打印机' })).status).toBe(200)
    }
    const printed = (await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${now.id}`)).body
    expect(printed.papers.filter(({ paper }) => paper === 'marriage.certificate').map((line) => line.printed.length)).toEqual([1, 1])

    const half = await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/proof-reading`, { revision: printed.revision, ticked: ['parties.0.name'] })
    expect(half.status).toBe(422)
    expect(half.body.error).toMatchObject({ code: 'invalid', field: 'parties.0.sex' })
    const read = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/proof-reading`, { revision: printed.revision, ticked: printed.proofreadFields.map(({ field }) => field) })).body
    expect(read.state).toBe('proofread')

    const absent = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/delivery`, { revision: read.revision, parties: [bothThere[0], { ...bothThere[1], present: false }] })
    expect(absent.body.error).toMatchObject({ code: 'invalid', field: 'parties.1.present' })
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/delivery`, { revision: read.revision, parties: bothThere })).body
    expect(done.state).toBe('delivered')
    expect(done.history.map(({ kind }) => kind)).toEqual(['marriage.opened', 'marriage.amended', 'marriage.checked', 'marriage.checked', 'marriage.registered', 'marriage.printed', 'marriage.printed', 'marriage.proofread', 'marriage.delivered'])
    const after = (await desk.ask<{ kinds: { kind: string; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).body.kinds.find(({ kind }) => kind === 'marriage')?.count
    expect(after).toBe(before + 1)
  })

  test('numbers follow one another', async () => {
    const first = await registered(desk)
    const next = await registered(desk)
    expect(Number(next.number.slice(-6))).toBe(Number(first.number.slice(-6)) + 1)
  })

  test('another clerk takes a case up where it was left', async () => {
    const now = await decidable(desk, couple(desk), 'clerk1')
    const decided = await desk.ask<Case>('clerk2', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: await nextSerials(desk) })
    expect(decided.status).toBe(200)
    expect(decided.body.registrar).toBe('sample-clerk2')
  })

  test('a draft is seen by colleagues and goes when its case is opened', async () => {
    const file = couple(desk)
    expect((await desk.ask('clerk1', 'PUT', '/api/drafts/draft-0001', { window: 'marriage', title: '未完', content: file })).status).toBe(200)
    const seen = await desk.ask<{ content: unknown; accountName: string }>('clerk2', 'GET', '/api/drafts/draft-0001')
    expect(seen.body.content).toEqual(file)
    expect(seen.body.accountName).toBe('周青简')
    expect((await desk.ask('clerk2', 'POST', '/api/marriages', { file, draft: 'draft-0001' })).status).toBe(200)
    expect((await desk.ask('clerk1', 'GET', '/api/drafts/draft-0001')).status).toBe(404)
  })
})

describe('what the rules stop', () => {
  test('a case without network check and declarations is not registered, and the findings say why', async () => {
    const now = await opened(desk)
    const before = await desk.head()
    const answer = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: await nextSerials(desk) })
    expect(answer.status).toBe(422)
    expect(answer.body.error?.code).toBe('findings')
    expect(answer.body.error?.findings?.length).toBeGreaterThan(0)
    expect(answer.body.error?.findings?.some(({ rule }) => rule.includes('network'))).toBe(true)
    expect(await desk.head()).toEqual(before)
  })

  test('a man registered here already is stopped at the decision and while typing', async () => {
    const first = await registered(desk)
    const file = { ...couple(desk) }
    const again = { ...file, parties: [first.file.parties[0], file.parties[1]] as typeof file.parties }
    const typed = await desk.ask<{ findings: { rule: string; outcome: string; severity: string }[]; ready: boolean }>('clerk2', 'POST', '/api/marriages/check', { file: again })
    expect(typed.body.ready).toBe(false)
    expect(typed.body.findings.some(({ rule, outcome }) => rule === 'marriage.register-spouse' && outcome === 'fail')).toBe(true)
    const now = await decidable(desk, again)
    const answer = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: await nextSerials(desk) })
    expect(answer.body.error?.findings?.some(({ rule }) => rule === 'marriage.register-spouse')).toBe(true)
  })

  test('a registrar certified for mainland residents only does not register a foreigner', async () => {
    const file = couple(desk, { personKinds: ['mainland', 'foreigner'] })
    const now = await decidable(desk, file, 'clerk3')
    const answer = await desk.ask('clerk3', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: await nextSerials(desk) })
    expect(answer.status).toBe(422)
    expect(answer.body.error?.code).toBe('findings')
  })

  test('check asks for the papers of the couple and records nothing', async () => {
    const before = await desk.head()
    const answer = await desk.ask<{ required: { type: string; supplied: boolean }[] }>('clerk1', 'POST', '/api/marriages/check', { file: couple(desk, { personKinds: ['hongkong', 'mainland'] }), stage: 'decision' })
    expect(answer.status).toBe(200)
    expect(answer.body.required.map(({ type }) => type)).toEqual(expect.arrayContaining(['identity', 'localIdentity', 'noSpouse']))
    expect(await desk.head()).toEqual(before)
  })
})

describe('blank certificates', () => {
  test.each([
    ['not received', async () => ['SJ111111111', 'SJ111111112'] as const],
    ['a divorce certificate', async () => {
      const divorce = (await desk.ask<{ serials: string[] }>('clerk1', 'GET', '/api/stock/next?type=divorce&count=1')).body.serials[0] ?? ''
      return [divorce, (await nextSerials(desk))[0] ?? ''] as const
    }],
    ['used', async () => [(await registered(desk)).serials[0], (await nextSerials(desk))[0] ?? ''] as const],
  ])('a serial that is %s is refused with its field', async (_name, serials) => {
    const now = await decidable(desk)
    const wanted = await serials()
    const before = await desk.head()
    const answer = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: wanted })
    expect(answer.status).toBe(409)
    expect(answer.body.error).toMatchObject({ code: 'stock', field: 'serials.0' })
    expect(await desk.head()).toEqual(before)
  })

  test('a spoiled booklet is replaced by two people and asks for the proof-reading again', async () => {
    const now = await proofread(desk)
    const [serial] = await nextSerials(desk, 1)
    const alone = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/reprint`, { revision: now.revision, party: 1, serial, reason: '卡纸折损', second: { account: 'clerk1', password: 'clerk1-sample-1949' } })
    expect(alone.body.error).toMatchObject({ code: 'second_person', field: 'second.account' })
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/reprint`, { revision: now.revision, party: 1, serial, reason: '卡纸折损', second: { account: 'clerk2', password: 'clerk2-sample-1949' } })).body
    expect(done.state).toBe('registered')
    expect(done.serials).toEqual([now.serials[0], serial])
    expect((await desk.ask<{ found: { state: string }[] }>('clerk1', 'GET', `/api/stock/blanks/${now.serials[1]}`)).body.found[0]?.state).toBe('spoiled')
    const line = (await desk.ask<{ rows: { id: string; state: string }[] }>('clerk1', 'GET', '/api/marriages?state=registered')).body.rows.find(({ id }) => id === now.id)
    expect(line?.state).toBe('registered')
  })
})

describe('refusal, abandonment, correction, void, inspection, archive', () => {
  test('a refusal rests on the closed list and prints its notice', async () => {
    const file = couple(desk, { births: ['2005-01-01' as never, undefined] })
    const now = await opened(desk, file)
    const outside = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/refusal`, { revision: now.revision, grounds: [{ rule: 'marriage.name', reason: '姓名不好听' }] })
    expect(outside.body.error).toMatchObject({ code: 'invalid', field: 'grounds.0' })
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/refusal`, { revision: now.revision, grounds: [{ rule: 'marriage.age', reason: '男方未满 22 周岁' }] })).body
    expect(done.state).toBe('refused')
    expect(done.refusal?.grounds[0]?.law).toContain('第一千零四十七条')
    expect(done.acts).toEqual(['marriage.printed'])
    const notice = await desk.send('GET', `/api/marriages/${now.id}/papers/marriage.refusal`, { token: await desk.token('clerk1') })
    expect(notice.status).toBe(200)
  })

  test('a couple that gives up leaves a closed case behind', async () => {
    const now = await opened(desk)
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/abandonment`, { revision: now.revision, reason: '改日再来' })).body
    expect(done).toMatchObject({ state: 'abandoned', acts: [] })
    const late = await desk.ask('clerk1', 'PATCH', `/api/marriages/${now.id}`, { revision: done.revision, changes: { remarkForm: '再改' } })
    expect(late.body.error?.code).toBe('wrong_state')
  })

  test('a correction names reason and second person, keeps the number, and may not break the law', async () => {
    const now = await delivered(desk)
    const [man, woman] = now.file.parties
    const change = (parties: unknown) => ({ revision: now.revision, changes: { parties }, reason: '录入有误,经核对原件', second })
    const unlawful = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/correction`, change([{ ...man, birth: '2010-01-01' }, woman]))
    expect(unlawful.status).toBe(422)
    const done = await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/correction`, change([{ ...man, phone: '13800000000' }, woman]))
    expect(done.status).toBe(200)
    expect(done.body).toMatchObject({ state: 'delivered', number: now.number })
    expect(done.body.history.at(-1)).toMatchObject({ kind: 'marriage.corrected', reason: '录入有误,经核对原件', second: '沈石渠' })
  })

  test('a void by two people keeps the number used and takes the day’s count back', async () => {
    const now = await registered(desk)
    const wrong = await desk.ask('clerk1', 'POST', `/api/marriages/${now.id}/void`, { revision: now.revision, recovered: true, reason: '机关录入错误', second: { ...second, password: 'wrong password' } })
    expect(wrong.body.error).toMatchObject({ code: 'second_person', field: 'second.password' })
    const done = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/void`, { revision: now.revision, recovered: true, reason: '机关录入错误', second })).body
    expect(done.state).toBe('voided')
    const next = await registered(desk)
    expect(Number(next.number.slice(-6))).toBe(Number(now.number.slice(-6)) + 1)
    expect((await desk.ask<{ found: { state: string }[] }>('clerk1', 'GET', `/api/stock/blanks/${now.serials[0]}`)).body.found[0]?.state).toBe('spoiled')
  })

  test('a file is unexamined until a person looked; a fault seen fails it', async () => {
    const now = await delivered(desk)
    expect(now.inspection.verdict).toBe('unexamined')
    const open = now.inspection.items.filter(({ result, attestable }) => result === 'unexamined' && attestable).map(({ item }) => item)
    expect(open.length).toBeGreaterThan(0)
    const archived = (await desk.ask<Case>('manager', 'POST', `/api/marriages/${now.id}/archive`, { revision: now.revision, archiveFileNumber: '', pages: 12 })).body
    expect(archived.archive).toMatchObject({ fonds: '9901', year: 2026, pages: 12 })
    const seen = (await desk.ask<Case>('manager', 'POST', `/api/marriages/${now.id}/inspection`, { revision: archived.revision, items: archived.inspection.items.filter(({ result, attestable }) => result === 'unexamined' && attestable).map(({ item }) => ({ item, result: 'pass', note: '' })) })).body
    const failed = (await desk.ask<Case>('manager', 'POST', `/api/marriages/${now.id}/inspection`, { revision: seen.revision, items: [{ item: open[0], result: 'fail', note: '指纹模糊' }] })).body
    expect(failed.inspection.verdict).toBe('failed')
    const listed = async (inspection: string) => (await desk.ask<{ rows: { id: string }[] }>('manager', 'GET', `/api/marriages?inspection=${inspection}&from=2026-05-20&to=2026-05-20`)).body.rows.some(({ id }) => id === now.id)
    expect([await listed('failed'), await listed('qualified'), await listed('unexamined')]).toEqual([true, false, false])
    const judged = await report(desk, { from: '2026-05-20', to: '2026-05-20', windows: ['marriage'] })
    expect(judged.failedIds).toContainEqual(['marriage', now.id])
    expect(judged.passed).toBeLessThan(judged.passed + judged.failed)
  })

  test('file numbers follow one another in a year', async () => {
    const [first, next] = [await delivered(desk), await delivered(desk)]
    const one = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${first.id}/archive`, { revision: first.revision, archiveFileNumber: '', pages: 9 })).body.archive
    const two = (await desk.ask<Case>('clerk1', 'POST', `/api/marriages/${next.id}/archive`, { revision: next.revision, archiveFileNumber: '', pages: 9 })).body.archive
    expect(two?.officeFileNumber).toBe((one?.officeFileNumber ?? 0) + 1)
    const taken = await desk.ask('clerk1', 'POST', `/api/marriages/${(await delivered(desk)).id}/archive`, { revision: 7, officeFileNumber: one?.officeFileNumber, archiveFileNumber: '', pages: 9 })
    expect(taken.status).toBe(409)
  })
})
