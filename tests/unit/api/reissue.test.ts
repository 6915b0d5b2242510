import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReissueFile } from '../../../domain/reissue/file.ts'
import { applicantsOf } from '../../../domain/reissue/file.ts'
import { pictures } from '../../../sample/pictures.ts'
import { couple, decidable as marriageDecidable, delivered, nextSerials, openSampleDesk, second, type Answer, type Case, type Desk } from './desk.ts'
import { applicants, divorceSerials, doing, fromRegister, goTo, must, verified, wholeDivorce, type Reissue } from './divorces.ts'

let desk: Desk
const act = (now: Reissue, part: string, body: object = {}, method = 'POST') => doing<Reissue>(desk, 'reissues')(now, part, body, method)

beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const refused = async (ask: () => Promise<Answer<unknown>>): Promise<NonNullable<Answer['body']['error']>> => {
  await desk.token('clerk1')
  const before = await desk.head()
  const { body } = await ask()
  expect(await desk.head()).toEqual(before)
  if (body.error === undefined) throw new Error('it was not refused')
  return body.error as NonNullable<Answer['body']['error']>
}

const pdf = async (now: Reissue, paper: string, party?: 0 | 1) => desk.send('GET', `/api/reissues/${now.id}/papers/${paper}${party === undefined ? '' : `?party=${String(party)}`}`, { token: await desk.token('clerk1') })
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'

const proxy: NonNullable<ReissueFile['proxy']> = {
  name: '陈砚', identityType: 'passport', identityNumber: 'E00012345', identityShown: true, notary: '示例市示例公证处', mandateNumber: '(2026)示证字第100号', mandateDay: '2026-05-11',
  names: { party: true, identity: true, registrationDay: true, registrationOffice: true, presentStatus: true, matter: true, proxy: true },
}

/** A file of the register filled in at the counter. */
const filled = (file: ReissueFile, papers: ReissueFile['papers'], applicant: ReissueFile['applicant'] = 'both'): ReissueFile => {
  const [photo, man, woman] = [pictures.photos[0], pictures.men[0], pictures.women[0]]
  const single = (picture: typeof man) => ({ hash: picture?.hash ?? '', width: picture?.width ?? 0, height: picture?.height ?? 0, prints: 2, recent: true, notComposed: true })
  const declaration = { statusHolds: 'yes' as const, truthful: true, signed: true, fingerprint: true, signedOn: desk.today() as string, witness: 'sample-clerk1', witnessSigned: true }
  const applies = (party: 0 | 1): boolean => applicantsOf({ applicant }).includes(party)
  const marriage = file.certificate === 'marriage'
  return {
    ...file, applicant, verification: { found: 'here', matches: 'yes', proof: '结婚登记类2026年第1卷' }, reason: 'lost', courtDivorce: marriage ? 'no' : '', declarations: [declaration, declaration],
    photo: marriage ? { hash: photo?.hash ?? '', width: photo?.width ?? 0, height: photo?.height ?? 0, joint: true, notComposed: true } : null,
    photos: marriage ? [null, null] : [applies(0) ? single(man) : null, applies(1) ? single(woman) : null],
    papers: papers.filter((paper) => paper.type === 'identity' && paper.party !== 'both' && applies(paper.party)),
  }
}

const begin = async (id: string): Promise<ReissueFile> => must(await desk.ask<{ file: ReissueFile }>('clerk1', 'GET', `/api/reissues/from-case/${id}`)).file

/** Opens a reissue and checks its applicants over the network. */
const opened = async (file: ReissueFile): Promise<Reissue> => {
  let now = must(await desk.ask<Reissue>('clerk1', 'POST', '/api/reissues', { file }))
  for (const party of applicantsOf(file)) now = must(await act(now, 'network-checks', { party, identity: 'match', maritalStatus: file.certificate === 'marriage' ? '20' : '40', note: '', proof: '' }))
  return now
}

const handOver = { to: 'applicants', identityAsked: true, signed: true, fingerprint: true, oldCancelled: false }

describe('a reissued certificate', () => {
  test('of a marriage: original day, BJ number, two booklets, remark', async () => {
    goTo(desk, '2026-04-08')
    const marriage = await delivered(desk)
    goTo(desk, '2026-05-20')
    const file = await begin(marriage.id)
    expect(file).toMatchObject({ certificate: 'marriage', original: { caseId: marriage.id, number: marriage.number, day: '2026-04-08', area: '990101' }, verification: { found: 'here' } })
    let now = await opened(filled(file, marriage.file.papers))
    expect(now).toMatchObject({ state: 'received', findings: [], original: { window: 'marriage', caseId: marriage.id, standing: 'standing' }, usualRemark: '结婚证遗失，补发此证。2026年05月20日' })
    const serials = await nextSerials(desk)
    now = must(await act(now, 'registration', { serials }))
    expect(now).toMatchObject({ state: 'registered', day: '2026-05-20', originalDay: '2026-04-08', serials, remark: '结婚证遗失，补发此证。2026年05月20日' })
    expect(now.number).toMatch(/^BJ990101-2026-\d{6}$/)
    for (const party of [0, 1] as const) for (const paper of ['reissue.declaration', 'reissue.lossStatement', 'reissue.certificate']) expect(isPdf((await pdf(now, paper, party)).bytes), paper).toBe(true)
    expect(isPdf((await pdf(now, 'reissue.review')).bytes)).toBe(true)
    now = must(await act(now, 'proof-reading', { ticked: now.proofreadFields.map(({ field }) => field) }))
    now = must(await act(now, 'delivery', handOver))
    now = must(await act(now, 'archive', { archiveFileNumber: '', pages: 7 }))
    expect(now).toMatchObject({ state: 'delivered', archive: { year: 2026, pages: 7 } })
    expect(now.inspection.items.filter(({ result }) => result === 'fail')).toEqual([])
    const kept = must(await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${marriage.id}`))
    expect(kept.related).toMatchObject([{ window: 'reissue', caseId: now.id, number: now.number }])
    const stock = must(await desk.ask<{ found: { state: string; type: string }[] }>('clerk1', 'GET', `/api/stock/blanks/${serials[0] ?? ''}`)).found
    expect(stock).toMatchObject([{ type: 'marriage', state: 'issued' }])
    const row = must(await desk.ask<{ rows: { id: string; originalCaseId: string }[] }>('clerk1', 'GET', `/api/reissues?original=${marriage.id}`)).rows
    expect(row.map(({ id }) => id)).toEqual([now.id])
  })

  test('of a divorce for one party alone: BL number, one booklet of divorce stock', async () => {
    const divorce = await wholeDivorce(desk, applicants(desk))
    const file = await begin(divorce.id)
    expect(file).toMatchObject({ certificate: 'divorce', original: { caseId: divorce.id, number: divorce.number, day: divorce.day } })
    let now = await opened(filled(file, divorce.file.papers, 'woman'))
    const [serial = ''] = await divorceSerials(desk, 1)
    const both = await refused(() => act(now, 'registration', { serials: [serial, serial] }))
    expect(both).toMatchObject({ code: 'invalid', field: 'serials.0' })
    const [marriage = ''] = await nextSerials(desk, 1)
    expect(await refused(() => act(now, 'registration', { serials: ['', marriage] }))).toMatchObject({ code: 'stock', field: 'serials.1' })
    now = must(await act(now, 'registration', { serials: ['', serial] }))
    expect(now).toMatchObject({ serials: ['', serial], originalDay: divorce.day })
    expect(now.number).toMatch(/^BL990101-2026-\d{6}$/)
    expect(now.papers.filter(({ paper }) => paper === 'reissue.certificate').map(({ party }) => party)).toEqual([1])
    expect((await pdf(now, 'reissue.certificate', 0)).body.error).toMatchObject({ code: 'malformed', field: 'party' })
    expect(isPdf((await pdf(now, 'reissue.certificate', 1)).bytes)).toBe(true)
    const [next = ''] = await divorceSerials(desk, 1)
    expect(await refused(() => act(now, 'reprint', { party: 0, serial: next, reason: '打印错位', second }))).toMatchObject({ code: 'invalid', field: 'party' })
    now = must(await act(now, 'reprint', { party: 1, serial: next, reason: '打印错位', second }))
    expect(now.serials).toEqual(['', next])
  })

  test('by proxy with a notarised mandate', async () => {
    const marriage = await delivered(desk)
    const file = filled(await begin(marriage.id), marriage.file.papers, 'man')
    const bare = await opened({ ...file, proxy: { ...proxy, names: { ...proxy.names, presentStatus: false } } })
    const [serial = ''] = await nextSerials(desk, 1)
    const error = await refused(() => act(bare, 'registration', { serials: [serial, ''] }))
    expect(error.findings?.map(({ rule }) => rule)).toEqual(['reissue.proxy'])
    let now = must(await act(bare, '', { changes: { proxy } }, 'PATCH'))
    now = must(await act(now, 'registration', { serials: [serial, ''] }))
    now = must(await act(now, 'proof-reading', { ticked: now.proofreadFields.map(({ field }) => field) }))
    now = must(await act(now, 'delivery', { ...handOver, to: 'proxy' }))
    expect(now.state).toBe('delivered')
    expect(must(await desk.ask<{ rows: { id: string; proxied: boolean }[] }>('clerk1', 'GET', '/api/reissues?limit=200')).rows.find(({ id }) => id === now.id)?.proxied).toBe(true)
  })

  test('with another remark in the registrar’s words', async () => {
    const marriage = await delivered(desk)
    const now = await opened({ ...filled(await begin(marriage.id), marriage.file.papers), remarkCertificate: '另行注明' })
    expect(must(await act(now, 'registration', { serials: await nextSerials(desk) })).remark).toBe('另行注明')
  })
})

describe('nothing is reissued', () => {
  test('once the marriage has ended', async () => {
    const marriage = await delivered(desk)
    const now = await opened(filled(await begin(marriage.id), marriage.file.papers))
    await wholeDivorce(desk, await fromRegister(desk, marriage))
    const begun = await refused(() => desk.ask('clerk1', 'GET', `/api/reissues/from-case/${marriage.id}`))
    expect(begun).toMatchObject({ code: 'wrong_state', field: 'original.caseId' })
    expect(begun.text.zh).toMatch(/已离婚.*第二十一条/)
    const serials = await nextSerials(desk)
    const error = await refused(() => act(now, 'registration', { serials }))
    expect(error.findings?.map(({ rule }) => rule)).toContain('reissue.status-holds')
    expect(JSON.stringify(error.findings)).toContain('第二十一条')
    const done = must(await act(now, 'refusal', { grounds: [{ rule: 'reissue.status-holds', reason: '双方已经离婚' }] }))
    expect(done.state).toBe('refused')
    expect(isPdf((await pdf(done, 'reissue.refusal')).bytes)).toBe(true)
  })

  test('of a divorce once the two have married again', async () => {
    const divorce = await wholeDivorce(desk, applicants(desk))
    const again = couple(desk, { kind: 'remarriage' })
    const parties = [{ ...divorce.file.parties[0], maritalStatus: '40' }, { ...divorce.file.parties[1], maritalStatus: '40' }] as typeof again.parties
    const married = await marriageDecidable(desk, { ...again, parties, papers: divorce.file.papers, formerDivorce: { ...again.formerDivorce, day: divorce.day, number: divorce.number } })
    must(await desk.ask('clerk1', 'POST', `/api/marriages/${married.id}/registration`, { revision: married.revision, serials: await nextSerials(desk) }))
    const begun = await refused(() => desk.ask('clerk1', 'GET', `/api/reissues/from-case/${divorce.id}`))
    expect(begun.text.zh).toContain('复婚')
  })

  test('where a court has divorced them, the file differs, or it is handed over unsigned', async () => {
    const marriage = await delivered(desk)
    const file = filled(await begin(marriage.id), marriage.file.papers)
    const court = await opened({ ...file, courtDivorce: 'yes' })
    const serials = await nextSerials(desk)
    expect((await refused(() => act(court, 'registration', { serials }))).findings?.map(({ rule }) => rule)).toEqual(['reissue.court-divorce'])
    const differs = await opened({ ...file, verification: { ...file.verification, matches: 'no' } })
    expect((await refused(() => act(differs, 'registration', { serials }))).findings?.map(({ rule }) => rule)).toEqual(['reissue.file-verified'])
    let now = must(await act(await opened({ ...file, reason: 'damaged', oldCertificate: { shown: true, cancelled: true } }), 'registration', { serials }))
    now = must(await act(now, 'proof-reading', { ticked: now.proofreadFields.map(({ field }) => field) }))
    expect(await refused(() => act(now, 'delivery', { ...handOver, signed: false, oldCancelled: true }))).toMatchObject({ code: 'invalid', field: 'signed' })
    expect(await refused(() => act(now, 'delivery', handOver))).toMatchObject({ code: 'invalid', field: 'oldCancelled' })
    expect(await refused(() => act(now, 'delivery', { ...handOver, to: 'proxy', oldCancelled: true }))).toMatchObject({ code: 'invalid', field: 'to' })
  })

  test('and a correction changes neither who applied nor what was given', async () => {
    const marriage = await delivered(desk)
    const [serial = ''] = await nextSerials(desk, 1)
    const now = must(await act(await opened(filled(await begin(marriage.id), marriage.file.papers, 'man')), 'registration', { serials: [serial, ''] }))
    expect(await refused(() => act(now, 'correction', { changes: { applicant: 'woman' }, reason: '录入有误', second }))).toMatchObject({ code: 'findings' })
    const done = must(await act(now, 'correction', { changes: { remarkForm: '更正' }, reason: '录入有误', second }))
    expect(done).toMatchObject({ number: now.number, serials: [serial, ''] })
    expect(must(await act(done, 'correction', { changes: { remarkCertificate: '另行注明' }, reason: '备注有误', second })).remark).toBe('另行注明')
  })
})

test('the register made again from its journal is the same', { timeout: 60_000 }, async () => {
  expect(await verified(desk)).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
})
