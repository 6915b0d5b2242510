import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { BurialFile } from '../../../domain/burial/file.ts'
import { act, ago, ask, consented, cremated, cremation, deceased, decide, elsewhere, goTo, issue, must, opened, person, received, refused, usualBill } from './burials.ts'
import { openSampleDesk, second, type Answer, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const no = (work: () => Promise<Answer<unknown>>) => refused(desk, work)
const open = (changes: Partial<BurialFile>) => desk.ask('clerk1', 'POST', '/api/burials', { file: { ...deceased(desk), ...changes } })

describe('what a file may not say', () => {
  const file = (): BurialFile => deceased(desk)

  test('days that do not exist, a death before the birth, a wrong identity number, control characters', async () => {
    const { deceased: who, certificate, consent } = file()
    expect(await no(() => open({ deceased: { ...who, death: '2026-02-30' } }))).toMatchObject({ code: 'invalid', field: 'deceased.death' })
    expect(await no(() => open({ deceased: { ...who, birth: '2026-05-30' } }))).toMatchObject({ code: 'invalid', field: 'deceased.death' })
    expect(await no(() => open({ certificate: { ...certificate, issuedOn: '2026-04-31' } }))).toMatchObject({ code: 'invalid', field: 'certificate.issuedOn' })
    expect(await no(() => open({ consent: { ...consent, signedOn: '2026-13-01' } }))).toMatchObject({ code: 'invalid', field: 'consent.signedOn' })
    const wrong = `${who.identityNumber.slice(0, 17)}${who.identityNumber.endsWith('1') ? '2' : '1'}`
    expect(await no(() => open({ deceased: { ...who, identityNumber: wrong } }))).toMatchObject({ code: 'invalid', field: 'deceased.identityNumber' })
    expect(await no(() => open({ deceased: { ...who, name: '张\u0007三' } }))).toMatchObject({ code: 'invalid', field: expect.stringMatching(/deceased\.name$/) as string })
    expect(await no(() => desk.ask('clerk1', 'POST', '/api/burials', { file: { ...file(), kind: 'soul' } }))).toMatchObject({ code: 'invalid', field: 'file.kind' })
    expect(await no(() => desk.ask('clerk1', 'POST', '/api/burials', { file: { ...file(), extra: 1 } }))).toMatchObject({ code: 'malformed' })
  })
})

describe('a cremation that cannot be', () => {
  const stopped = async (changes: Partial<BurialFile>, field: string): Promise<void> => {
    const now = await consented(desk, await received(desk, deceased(desk, undefined, changes)))
    const error = await no(() => decide(desk, now, cremation(desk)))
    expect(error).toMatchObject({ code: 'findings', field })
  }

  test('death after the cremation', async () => {
    const late = deceased(desk, desk.today())
    // The day after tomorrow cannot have come.
    const now = await opened(desk, { ...late, deceased: { ...late.deceased, death: '2026-05-22' } })
    expect(await no(() => act(desk, now, { kind: 'received', arrivedAt: ago(desk, 1), collectedBy: '', vehicle: '' }))).toMatchObject({ field: expect.stringMatching(/death|arrivedAt/) as string })
    const there = await consented(desk, await received(desk))
    const changed = must(await ask(desk, there, '', { changes: { deceased: { ...there.file.deceased, death: '2026-05-21' }, certificate: { ...there.file.certificate, issuedOn: '2026-05-21' } } }, 'clerk1', 'PATCH'))
    expect(await no(() => decide(desk, changed, cremation(desk)))).toMatchObject({ code: 'findings', field: 'deceased.death' })
    const away = await opened(desk, deceased(desk, desk.today()))
    expect(await no(() => decide(desk, away, { kind: 'crematedElsewhere', day: '2026-05-10', home: '样例市殡仪馆（示例）', number: '样火1号', area: '990201' }))).toMatchObject({ code: 'invalid', field: 'decision.day' })
  })

  test('a certificate of the wrong kind for its date', async () => {
    const { certificate } = deceased(desk)
    await stopped({ certificate: { ...certificate, kind: 'form2026', part: 0 } }, 'certificate.kind')
    await stopped({ certificate: { ...certificate, kind: 'police' } }, 'certificate.kind')
    await stopped({ certificate: { ...certificate, part: 3 } }, 'certificate.part')
    await stopped({ certificate: { ...certificate, issuedOn: '2026-05-25' } }, 'certificate.issuedOn')
    goTo(desk, '2026-07-10')
    const now = deceased(desk)
    const old = await consented(desk, await received(desk, { ...now, certificate: { ...certificate, issuedOn: now.certificate.issuedOn } }))
    expect(await no(() => decide(desk, old, cremation(desk)))).toMatchObject({ code: 'findings', field: 'certificate.kind' })
    // What was issued before the first of July stays a certificate.
    const kept = deceased(desk)
    expect((await cremated(desk, { ...kept, deceased: { ...kept.deceased, death: '2026-06-30' }, certificate: { ...certificate, issuedOn: '2026-06-30' } })).state).toBe('cremated')
  })

  test('without consent, without certificate', async () => {
    const now = await received(desk)
    expect(await no(() => decide(desk, now, cremation(desk)))).toMatchObject({ code: 'findings', field: 'consent.signed' })
    await stopped({ certificate: { ...deceased(desk).certificate, number: '' } }, 'certificate.number')
  })

  test('by a provider that is no funeral home', async () => {
    const now = await consented(desk, await received(desk))
    const set = (value: string) => desk.ask('admin', 'PUT', '/api/settings/burial.provider', { value, reason: '试验' })
    must(await set('cemetery'))
    expect(await no(() => decide(desk, now, cremation(desk)))).toMatchObject({ code: 'findings', field: 'provider' })
    const other = await opened(desk)
    expect(await no(() => act(desk, other, { kind: 'received', arrivedAt: ago(desk, 1), collectedBy: '', vehicle: '' }))).toMatchObject({ code: 'findings', field: 'provider' })
    must(await set('funeralHome'))
    expect(must(await decide(desk, now, cremation(desk))).state).toBe('cremated')
  })

  test('at a moment that has not come, that runs backwards, or on another day', async () => {
    const now = await consented(desk, await received(desk))
    expect(await no(() => decide(desk, now, { ...cremation(desk), endedAt: ago(desk, -2) }))).toMatchObject({ code: 'invalid', field: 'decision.endedAt' })
    expect(await no(() => decide(desk, now, { ...cremation(desk), endedAt: ago(desk, 2) }))).toMatchObject({ code: 'invalid', field: 'decision.endedAt' })
    expect(await no(() => decide(desk, now, { ...cremation(desk), startedAt: ago(desk, 20) }))).toMatchObject({ code: 'invalid', field: 'decision.startedAt' })
    expect(await no(() => decide(desk, now, { ...cremation(desk), startedAt: 'this morning' }))).toMatchObject({ code: 'invalid', field: 'decision.startedAt' })
    // The same moment written in another zone is the same moment.
    expect(must(await decide(desk, now, { ...cremation(desk), startedAt: new Date(desk.clock.now - 5_400_000).toISOString() })).cremation?.startedAt).toBe('2026-05-20T09:00:00.000+08:00')
  })
})

describe('acts of the stay and of the ashes that cannot be', () => {
  test('an extension with a gap, a storage before the arrival, a hold without a paper, a release of nothing', async () => {
    const now = await received(desk)
    const applicant = person(now.file)
    expect(await no(() => act(desk, now, { kind: 'storageExtended', from: '2026-05-26', to: '2026-05-30', applicant, reason: '', signed: true }))).toMatchObject({ code: 'invalid', field: 'act.from' })
    expect(await no(() => act(desk, now, { kind: 'storageExtended', from: '2026-05-24', to: '2026-05-30', applicant, reason: '', signed: false }))).toMatchObject({ code: 'invalid', field: 'act.signed' })
    expect(await no(() => act(desk, now, { kind: 'stored', storedAt: ago(desk, 9), unit: '' }))).toMatchObject({ code: 'invalid', field: 'act.storedAt' })
    expect(await no(() => act(desk, now, { kind: 'held', hold: 'police', day: '2026-05-20', document: '' }))).toMatchObject({ code: 'invalid', field: 'act.document' })
    expect(await no(() => act(desk, now, { kind: 'held', hold: 'family', day: '2026-05-29', document: '' }))).toMatchObject({ code: 'invalid', field: 'act.day' })
    expect(await no(() => act(desk, now, { kind: 'released', hold: 'none', day: '2026-05-20', document: '示公放字〔2026〕1号' }))).toMatchObject({ code: 'wrong_state', field: 'act.hold' })
    expect(await no(() => act(desk, now, { kind: 'depositExtended', day: '2026-05-20', to: '2027-05-20' }))).toMatchObject({ code: 'wrong_state' })
  })

  test('papers and ashes before the cremation, a second first certificate, a reissue to another', async () => {
    const now = await received(desk)
    const to = person(now.file)
    for (const given of [{ kind: 'certificateIssued', to, stubSigned: true }, { kind: 'ashesReleased', to, signed: true }]) expect(await no(() => issue(desk, now, given))).toMatchObject({ code: 'wrong_state' })
    let burnt = await cremated(desk)
    expect(await no(() => issue(desk, burnt, { kind: 'certificateReissued', to: person(burnt.file), stubSigned: true, reason: '遗失' }))).toMatchObject({ code: 'wrong_state' })
    burnt = must(await issue(desk, burnt, { kind: 'certificateIssued', to: person(burnt.file), stubSigned: true }))
    expect(await no(() => issue(desk, burnt, { kind: 'certificateIssued', to: person(burnt.file), stubSigned: true }))).toMatchObject({ code: 'wrong_state' })
    expect(await no(() => issue(desk, burnt, { kind: 'certificateReissued', to: { ...to, name: '别人' }, stubSigned: true, reason: '遗失' }))).toMatchObject({ code: 'invalid', field: 'issue.to.identityNumber' })
    expect(await no(() => issue(desk, burnt, { kind: 'ashesDeposited', place: { facility: '', facilityName: '', position: '' }, holder: person(burnt.file), to: '2026-01-01' }))).toMatchObject({ code: 'invalid', field: 'issue.to' })
    expect(await no(async () => issue(desk, await elsewhere(desk, '2026-05-10'), { kind: 'certificateIssued', to, stubSigned: true })).catch(() => ({ code: 'wrong_state' }))).toMatchObject({ code: 'wrong_state' })
  })

  test('transport out without the acceptance, burial of a body in a cremation area', async () => {
    const now = await received(desk)
    expect(await no(() => decide(desk, now, { kind: 'transportedOut', destination: '样例市（示例）', acceptance: { number: 'x', issuer: '样例区民政局（示例）', issuedOn: '2026-05-25' }, vehicle: '' }))).toMatchObject({ code: 'findings', field: 'acceptance.issuedOn' })
    must(await desk.ask('admin', 'PUT', '/api/settings/burial.cremationArea', { value: 'yes', reason: '试验' }))
    expect(await no(() => decide(desk, now, { kind: 'bodyBuried', ground: 'burialArea', reason: '家属要求', place: { facility: '', facilityName: '', position: '' } }))).toMatchObject({ code: 'findings', field: 'burialGround' })
  })
})

describe('bills and policies that cannot be', () => {
  test('quantities negative or in fractions, units that are none, a line twice', async () => {
    const now = await cremated(desk)
    const bill = usualBill()
    const [first] = bill.lines
    const settle = (line: object) => ask(desk, now, 'waivers', { bill: { ...bill, lines: [{ ...first, ...line }] } })
    expect(await no(() => settle({ quantity: -1 }))).toMatchObject({ code: 'invalid', field: 'bill.lines.0.quantity' })
    expect(await no(() => settle({ quantity: 1.5 }))).toMatchObject({ field: 'bill.lines.0.quantity' })
    expect(await no(() => settle({ quantity: 0 }))).toMatchObject({ code: 'invalid', field: 'bill.lines.0.quantity' })
    expect(await no(() => settle({ unitPriceFen: -100 }))).toMatchObject({ code: 'invalid', field: 'bill.lines.0.unitPriceFen' })
    expect(await no(() => settle({ unitPriceFen: 0.5 }))).toMatchObject({ field: 'bill.lines.0.unitPriceFen' })
    expect(await no(() => settle({ unit: 'dozen' }))).toMatchObject({ code: 'invalid', field: 'bill.lines.0.unit' })
    expect(await no(() => ask(desk, now, 'waivers', { bill: { ...bill, lines: [first, first] } }))).toMatchObject({ code: 'invalid', field: 'bill.lines.1.id' })
    expect(await no(() => ask(desk, now, 'waivers', { bill: { ...bill, lines: [] } }))).toMatchObject({ code: 'invalid', field: 'bill.lines' })
  })

  test('an item that is not on the price list, or above its tag', async () => {
    const now = await cremated(desk)
    const settle = (line: object) => ask(desk, now, 'waivers', { bill: { ...usualBill(), lines: [{ ...usualBill().lines[0], ...line }] } })
    expect(await no(() => settle({ item: 'seaScattering', unit: 'body' }))).toMatchObject({ code: 'findings', field: 'bill.lines.0.item' })
    expect(await no(() => settle({ unit: 'hour' }))).toMatchObject({ code: 'findings', field: 'bill.lines.0.unit' })
    expect(await no(() => settle({ unitPriceFen: 30_000 }))).toMatchObject({ code: 'findings', field: 'bill.lines.0.unitPriceFen' })
  })

  test('a policy whose dates overlap another’s, whose cap is missing its unit, without a number', async () => {
    const { policy } = must(await desk.ask<{ policy: { id: string; series: string; layers: { items: { measures: { unit: string }[] }[] }[] } }>('manager', 'GET', '/api/waiver-policies/SAMPLE-2020'))
    const adopt = (changes: object) => desk.ask('manager', 'POST', '/api/waiver-policies', { policy: { ...policy, id: 'SAMPLE-2026', from: '2026-01-01', ...changes }, copiedFrom: 'SAMPLE-2020', reason: '新文件', second: { account: 'clerk1', password: 'clerk1-sample-1949' } })
    expect(await no(() => adopt({}))).toMatchObject({ code: 'invalid', field: 'policy.from' })
    const [base, ...others] = policy.layers
    const [item, ...items] = base?.items ?? []
    expect(await no(() => adopt({ layers: [{ ...base, items: [{ ...item, measures: [{ ...item?.measures[0], unit: '' }] }, ...items] }, ...others] }))).toMatchObject({ code: 'invalid', field: 'policy.layers.0.items.0.measures.0.unit' })
    expect(await no(() => adopt({ documentNumber: '' }))).toMatchObject({ code: 'invalid', field: 'policy.documentNumber' })
    expect(await no(() => adopt({ id: 'SAMPLE-2020' }))).toMatchObject({ code: 'conflict', field: 'policy.id' })
    expect(await no(() => adopt({ from: '2026-02-30', series: 'OTHER' }))).toMatchObject({ code: 'invalid', field: 'policy.from' })
    expect(await no(() => adopt({ layers: [] }))).toMatchObject({ code: 'invalid', field: 'policy.layers' })
  })

  test('a case that does not exist, a revision that is old', async () => {
    expect((await desk.ask('clerk1', 'GET', '/api/burials/b00000000')).status).toBe(404)
    const now = await received(desk)
    expect(await no(() => ask(desk, { ...now, revision: 1 }, 'void', { reason: '重复登记', second }))).toMatchObject({ code: 'conflict', field: 'revision' })
    expect((await desk.ask('clerk1', 'POST', '/api/waivers/quote', { caseId: 'b00000000', bill: usualBill() })).status).toBe(404)
  })
})
