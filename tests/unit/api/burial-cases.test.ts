import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { act, ago, ask, consented, cremated, cremation, deceased, decide, elsewhere, goTo, issue, must, opened, person, received, refused, type Burial } from './burials.ts'
import { openSampleDesk, second, type Desk } from './desk.ts'
import { verified } from './divorces.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
const pdf = async (now: Burial, paper: string, query = '') => desk.send('GET', `/api/burials/${now.id}/papers/${paper}${query}`, { token: await desk.token('clerk1') })
const words = async (now: Burial): Promise<string[]> => must(await desk.ask<Burial>('clerk1', 'GET', `/api/burials/${now.id}`)).history.map(({ kind }) => kind)
const list = async (query: string) => must(await desk.ask<{ rows: { id: string; name: string; identityNumber: string; agent: string; revision: number; state: string }[]; count: number }>('clerk1', 'GET', `/api/burials?${query}`))

describe('from the call to the ashes at rest', () => {
  test('a stay with storage, extension, vigil, farewell, cremation, certificate, deposit and a resting place', async () => {
    let now = await received(desk)
    expect(now).toMatchObject({ state: 'received', timer: { days: 0, usualUntil: '2026-05-23', until: '2026-05-23', overdue: false } })
    expect(now.acts).toContain('burial.cremated')
    expect(now.acts).not.toContain('burial.released')
    expect(now.findings.map(({ rule }) => rule)).toEqual(['burial.consent'])
    now = must(await act(desk, now, { kind: 'stored', storedAt: ago(desk, 2), unit: '冷藏3号' }))
    now = must(await act(desk, now, { kind: 'storageExtended', from: '2026-05-24', to: '2026-05-28', applicant: person(now.file), reason: '等待亲属', signed: true }))
    expect(now.timer).toMatchObject({ usualUntil: '2026-05-23', until: '2026-05-28' })
    goTo(desk, '2026-05-25')
    now = must(await act(desk, now, { kind: 'vigilHeld', from: ago(desk, 15), to: ago(desk, 3), hall: '守灵2厅' }))
    now = must(await act(desk, now, { kind: 'farewellHeld', heldAt: ago(desk, 2), hall: '告别1厅' }))
    now = must(await decide(desk, await consented(desk, now), cremation(desk)))
    expect(now).toMatchObject({ state: 'cremated', timer: null, day: '2026-05-25', registrarName: '周青简', cremation: { homeName: expect.stringContaining('示例') as string, recordingKeptUntil: '2026-08-23' } })
    expect(now.number).toMatch(/^HZ-990101-2026-01\d{6}$/)
    const first = now.number
    now = must(await issue(desk, now, { kind: 'certificateIssued', to: person(now.file), stubSigned: true }))
    expect(now.certificates).toMatchObject([{ number: first, reissueOf: '' }])
    now = must(await issue(desk, now, { kind: 'ashesDeposited', place: { facility: '', facilityName: '示例区殡仪馆', position: '1区2排3号' }, holder: person(now.file), to: '2027-05-25' }))
    expect(now.deposit?.number).toMatch(/^JJZ-/)
    now = must(await act(desk, now, { kind: 'depositExtended', day: '2026-05-25', to: '2028-05-25' }))
    expect(now.deposit?.to).toBe('2028-05-25')
    now = must(await issue(desk, now, { kind: 'placed', how: 'sea', place: { facility: '', facilityName: '示例海域', position: '' }, witness: '示例区民政局（示例）', document: '示海〔2026〕1号' }))
    expect(now).toMatchObject({ state: 'placed', resting: [{ how: 'sea', facilityName: '示例海域', plot: '' }] })
    now = must(await issue(desk, now, { kind: 'certificateReissued', to: person(now.file), stubSigned: true, reason: '遗失' }))
    expect(now.certificates[1]).toMatchObject({ reissueOf: first, number: expect.stringMatching(/^BHZ-990101-2026-01\d{6}$/) as string })
    for (const paper of ['burial.consent', 'burial.storageExtension', 'burial.cremationCertificate', 'burial.depositCertificate', 'burial.placementRecord']) expect(isPdf((await pdf(now, paper)).bytes), paper).toBe(true)
    expect(now.papers.filter(({ paper }) => paper === 'burial.cremationCertificate').map(({ number }) => number)).toEqual(now.certificates.map(({ number }) => number))
    expect(await words(now)).toEqual(['burial.reported', 'burial.received', 'burial.stored', 'burial.storageExtended', 'burial.vigilHeld', 'burial.farewellHeld', 'burial.amended', 'burial.cremated', 'burial.certificateIssued', 'burial.ashesDeposited', 'burial.depositExtended', 'burial.placed', 'burial.certificateIssued'])
  })

  test('ashes released and laid in a niche of this register: one commit for case and niche', async () => {
    const { cemeteries } = must(await desk.ask<{ cemeteries: { id: string; sections: { section: { code: string; what: string; rows: { row: string; levels: number; columns: number }[] } }[] }[] }>('clerk1', 'GET', '/api/cemeteries'))
    const cemetery = cemeteries.find(({ sections }) => sections.some(({ section }) => section.what === 'niche'))
    const section = cemetery?.sections.find((one) => one.section.what === 'niche')?.section
    const row = section?.rows.at(-1)
    if (cemetery === undefined || section === undefined || row === undefined) throw new Error('the sample has no niches')
    const at = (column: number): string => `${cemetery.id}/${section.code}/${row.row}/${String(row.levels)}-${String(column)}`
    let now = await cremated(desk)
    now = must(await issue(desk, now, { kind: 'certificateIssued', to: person(now.file), stubSigned: true }))
    now = must(await issue(desk, now, { kind: 'ashesReleased', to: person(now.file), signed: true }))
    expect(now.ashesReleased?.number).toMatch(/^LZ-/)
    const place = { facility: '', facilityName: '', position: '' }
    const plot = at(row.columns)
    // Nobody is laid where no agreement stands; the case stays as it was.
    expect(await refused(desk, () => issue(desk, now, { kind: 'placed', how: 'niche', place, witness: '', document: '', plot }))).toMatchObject({ code: 'wrong_state', field: 'issue.plot' })
    expect(await refused(desk, () => issue(desk, now, { kind: 'placed', how: 'sea', place, witness: '', document: '', plot }))).toMatchObject({ code: 'invalid', field: 'issue.how' })
    expect(await refused(desk, () => issue(desk, now, { kind: 'placed', how: 'niche', place, witness: '', document: '', plot: `${cemetery.id}/none/1/1-1` }))).toMatchObject({ code: 'not_found', field: 'issue.plot' })
    const holder = { ...person(now.file), phone: '', area: '990101', villager: '' }
    for (const id of [plot, at(row.columns - 1)]) {
      const seen = must(await desk.ask<{ revision: number }>('clerk1', 'GET', `/api/plots?plot=${encodeURIComponent(id)}`)).revision
      must(await desk.ask('clerk1', 'POST', '/api/plots/acts', { plot: id, revision: seen, act: { kind: 'contracted', day: '2026-05-20', slip: '', to: '2046-05-20', holder, feeFen: 0, upkeepFen: 0, proof: now.number, preNeed: null, answers: [] } }))
    }
    now = must(await issue(desk, now, { kind: 'placed', how: 'niche', place, witness: '', document: '', plot }))
    expect(now.resting).toMatchObject([{ how: 'niche', plot }])
    const lying = async (id: string) => must(await desk.ask<{ interments: { caseId: string; certificate: string; removed: object | null }[] }>('clerk1', 'GET', `/api/plots?plot=${encodeURIComponent(id)}`)).interments
    expect(await lying(plot)).toMatchObject([{ caseId: now.id, certificate: expect.stringMatching(/^JAZ-/) as string, removed: null }])
    now = must(await act(desk, now, { kind: 'moved', day: '2026-05-20', how: 'niche', place, permit: '示迁〔2026〕1号', plot: at(row.columns - 1) }))
    expect(now.resting.map((one) => one.plot)).toEqual([plot, at(row.columns - 1)])
    expect(await lying(plot)).toMatchObject([{ removed: { to: at(row.columns - 1) } }])
    expect(await lying(at(row.columns - 1))).toMatchObject([{ caseId: now.id, removed: null }])
    expect(await refused(desk, () => act(desk, now, { kind: 'moved', day: '2026-05-20', how: 'niche', place, permit: '', plot }))).toMatchObject({ code: 'invalid', field: 'act.permit' })
    now = must(await act(desk, now, { kind: 'moved', day: '2026-05-20', how: 'sea', place, permit: '示迁〔2026〕2号' }))
    expect(now.resting.map((one) => one.how)).toEqual(['niche', 'niche', 'sea'])
    expect(await lying(at(row.columns - 1))).toMatchObject([{ removed: { to: 'sea', permit: '示迁〔2026〕2号' } }])
  })

  test('transport out, burial of a body, donation, cremation elsewhere, a limb', async () => {
    const acceptance = { number: '样民接〔2026〕1号', issuer: '样例区民政局（示例）', issuedOn: '2026-05-20' }
    const out = must(await decide(desk, await received(desk), { kind: 'transportedOut', destination: '样例省样例市（示例）', acceptance, vehicle: '示A·示例2' }))
    expect(out).toMatchObject({ state: 'transportedOut', transportedOut: { acceptance } })
    expect(isPdf((await pdf(out, 'burial.transportOut')).bytes)).toBe(true)
    const buried = must(await decide(desk, await received(desk), { kind: 'bodyBuried', ground: 'protectedGroup', reason: '尊重少数民族丧葬习俗', place: { facility: '', facilityName: '示例公墓', position: '1排1号' } }))
    expect(buried.bodyBuried?.number).toMatch(/^JAZ-/)
    expect(must(await decide(desk, await received(desk), { kind: 'donated', institution: '示例医学院（示例）', agreement: '示捐1号' })).state).toBe('donated')
    expect(await elsewhere(desk, '2026-05-10')).toMatchObject({ state: 'crematedElsewhere', elsewhere: { area: '990201' }, number: '样火-2026-05-10' })
    const body = deceased(desk)
    const limb = { ...body, kind: 'limb' as const, origin: { hospital: '示例区人民医院', document: '示医残〔2026〕1号', relocation: '' } }
    const crematedLimb = must(await decide(desk, await consented(desk, await received(desk, limb)), cremation(desk)))
    // A limb is no body: the person may still be cremated, and each case names the other.
    const later = await cremated(desk, body)
    expect(later.related).toMatchObject([{ id: crematedLimb.id, title: { zh: expect.stringContaining('残肢') as string } }])
  })

  test('a hold stops the cremation until it is released', async () => {
    let now = await consented(desk, await received(desk))
    now = must(await act(desk, now, { kind: 'held', hold: 'police', day: '2026-05-20', document: '示公留字〔2026〕1号' }))
    expect(now.acts).not.toContain('burial.cremated')
    const error = await refused(desk, () => decide(desk, now, cremation(desk)))
    expect(error.code).toBe('findings')
    expect(error.findings?.map(({ rule }) => rule)).toContain('burial.hold')
    const hold = now.holds[0]?.hold ?? ''
    now = must(await act(desk, now, { kind: 'released', hold, day: '2026-05-20', document: '示公放字〔2026〕1号' }))
    expect(now.holds).toMatchObject([{ kind: 'police', released: { document: '示公放字〔2026〕1号' } }])
    expect(must(await decide(desk, now, cremation(desk))).state).toBe('cremated')
  })

  test('a second cremation of the same person is stopped, also of two cases at once', async () => {
    const file = deceased(desk)
    const first = await cremated(desk, file)
    const again = await consented(desk, await received(desk, file))
    expect(again.related.map(({ id }) => id)).toEqual([first.id])
    const error = await refused(desk, () => decide(desk, again, cremation(desk)))
    expect(error.findings?.map(({ rule }) => rule)).toContain('burial.once')
    const other = deceased(desk)
    const two = [await consented(desk, await received(desk, other)), await consented(desk, await received(desk, other))]
    const answers = await Promise.all(two.map((now) => decide(desk, now, cremation(desk))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
    const late = await opened(desk, file)
    expect(await refused(desk, () => decide(desk, late, { kind: 'crematedElsewhere', day: '2026-05-20', home: '样例市殡仪馆（示例）', number: '样火1号', area: '990201' }))).toMatchObject({ code: 'conflict', field: 'deceased.identityNumber' })
  })
})

describe('what stands around a case', () => {
  test('lists mask names and numbers, count what waits, and are exported with a purpose', async () => {
    const now = await received(desk)
    const found = (await list('list=inHome&limit=200')).rows.find(({ id }) => id === now.id)
    expect(found).toMatchObject({ state: 'received', revision: now.revision })
    expect(found?.name).toMatch(/^.\*+$/u)
    expect(found?.identityNumber).toContain('***')
    expect(JSON.stringify(found)).not.toContain(now.file.deceased.identityNumber)
    const { lists } = must(await desk.ask<{ lists: { list: string; count: number }[] }>('clerk1', 'GET', '/api/burials/lists'))
    expect(lists.find((one) => one.list === 'inHome')?.count).toBe((await list('list=inHome&limit=1')).count)
    goTo(desk, '2026-06-10')
    expect((await list('list=storageOverdue&limit=200')).rows.map(({ id }) => id)).toContain(now.id)
    expect((await list('list=unclaimed&limit=200')).rows.map(({ id }) => id)).toContain(now.id)
    goTo(desk, '2026-05-20')
    const nobody = await received(desk, { ...deceased(desk), agent: { name: '', identityNumber: '', relation: '', phone: '', address: '' } })
    goTo(desk, '2026-07-10')
    expect((await list('list=unclaimed&limit=200')).rows.find(({ id }) => id === nobody.id)).toMatchObject({ unclaimed: { days: 51, band: { zh: '31 至 90 日' }, group: { zh: expect.stringContaining('联系不上') as string } } })
    const table = await desk.ask('manager', 'POST', '/api/burials/export', { filter: { kind: 'body', from: '2026-05-20', to: '2026-05-20' }, purpose: '月末核对' })
    expect(table.status).toBe(200)
    expect(new TextDecoder().decode(table.bytes)).toContain('火化证明编号')
    expect(new TextDecoder().decode(table.bytes)).not.toContain(now.file.deceased.identityNumber)
    const journal = must(await desk.ask<{ entries: { kind: string; body: { purpose: string } }[] }>('audit', 'GET', '/api/journal?limit=5&kind=record.exported'))
    expect(journal.entries[0]).toMatchObject({ body: { purpose: '月末核对' } })
  })

  test('a look is put on record once a session', async () => {
    const now = await opened(desk)
    for (let round = 0; round < 2; round += 1) must(await desk.ask('clerk2', 'GET', `/api/burials/${now.id}`))
    expect((await words(now)).filter((kind) => kind === 'record.viewed')).toHaveLength(1)
  })

  test('found by name and agent, the title masked', async () => {
    const now = await received(desk)
    for (const q of [now.file.deceased.name, now.file.agent.name, now.file.agent.phone]) {
      const { hits } = must(await desk.ask<{ hits: { window: string; caseId: string; title: string }[] }>('clerk1', 'GET', `/api/search?q=${encodeURIComponent(q)}`))
      expect(hits.find(({ caseId }) => caseId === now.id), q).toMatchObject({ window: 'burial', title: expect.stringContaining('*') as string })
    }
  })

  test('printed, checked by its code, superseded by a reissue', async () => {
    let now = await cremated(desk)
    now = must(await issue(desk, now, { kind: 'certificateIssued', to: person(now.file), stubSigned: true }))
    must(await desk.ask('clerk1', 'POST', `/api/burials/${now.id}/printed`, { paper: 'burial.cremationCertificate', number: now.number, mode: 'whole', printer: '' }))
    now = must(await desk.ask<Burial>('clerk1', 'GET', `/api/burials/${now.id}`))
    expect(now.papers.find(({ paper }) => paper === 'burial.cremationCertificate')?.printed).toHaveLength(1)
    const { entries } = must(await desk.ask<{ entries: { body: { digest: string } }[] }>('audit', 'GET', '/api/journal?limit=1&kind=burial.printed'))
    const code = `LANTAI/1/burial.cremationCertificate/${now.number}/${entries[0]?.body.digest ?? ''}`.toUpperCase()
    expect(must(await desk.ask('clerk1', 'POST', '/api/papers/check', { code }))).toMatchObject({ verdict: 'genuine', number: now.number })
    now = must(await issue(desk, now, { kind: 'certificateReissued', to: person(now.file), stubSigned: true, reason: '遗失' }))
    expect(must(await desk.ask('clerk1', 'POST', '/api/papers/check', { code }))).toMatchObject({ verdict: 'superseded' })
    expect(await refused(desk, () => pdf(now, 'burial.cremationCertificate', '?number=HZ-0'))).toMatchObject({ code: 'not_found', field: 'number' })
  })

  test('corrected with reason and second person; never to what the rules of its day forbid', async () => {
    const now = await cremated(desk)
    const { deceased: who } = now.file
    const done = must(await ask(desk, now, 'correction', { changes: { deceased: { ...who, hukouAddress: '示例区示例街道9号' } }, reason: '户籍地址录入有误', second }))
    expect(done.corrections).toMatchObject([{ reason: '户籍地址录入有误', fields: ['deceased'] }])
    expect(await refused(desk, () => ask(desk, done, 'correction', { changes: { deceased: { ...who, death: '2026-05-21' } }, reason: '死亡日期', second }))).toMatchObject({ code: 'invalid', field: 'changes.deceased.death' })
    expect(await refused(desk, () => ask(desk, done, 'correction', { changes: { consent: { ...now.file.consent, signed: false } }, reason: '确认书', second }))).toMatchObject({ code: 'findings' })
    expect(await refused(desk, () => ask(desk, done, '', { changes: { deceased: { ...who, name: '另一人' } } }, 'clerk1', 'PATCH'))).toMatchObject({ code: 'wrong_state' })
    const other = await cremated(desk)
    expect(await refused(desk, () => ask(desk, done, 'correction', { changes: { deceased: other.file.deceased, certificate: other.file.certificate }, reason: '换人', second }))).toMatchObject({ code: 'conflict' })
  })

  test('voided while nothing was done that cannot be undone', async () => {
    const now = await received(desk)
    expect(must(await ask(desk, now, 'void', { reason: '重复登记', second }))).toMatchObject({ state: 'voided', acts: [] })
    const burnt = await cremated(desk)
    expect(await refused(desk, () => ask(desk, burnt, 'void', { reason: '重复登记', second }))).toMatchObject({ code: 'wrong_state' })
  })

  test('numbers: without gap or double from two counters, spoiled ones void, gaps explained', async () => {
    const cases: Burial[] = []
    for (let index = 0; index < 4; index += 1) cases.push(await consented(desk, await received(desk)))
    const answers = await Promise.all(cases.map((now) => decide(desk, now, cremation(desk))))
    const serials = answers.map((answer) => Number(must(answer).number.slice(-6))).sort((a, b) => a - b)
    expect(serials).toEqual(serials.map((_one, index) => (serials[0] ?? 0) + index))
    const numbers = async () => must(await desk.ask<{ highest: number; title: { zh: string }; rows: { number: string; state: string; caseId: string }[]; gaps: { from: number; to: number; explained: string }[] }>('clerk1', 'GET', '/api/burial-numbers?prefix=HZ&year=2026'))
    const before = await numbers()
    expect(before).toMatchObject({ highest: serials.at(-1), title: { zh: '火化证明' }, gaps: [] })
    const spoiled = must(await desk.ask<{ number: string; state: string }>('clerk1', 'POST', '/api/burial-numbers/void', { prefix: 'HZ', reason: '打印损坏', second }))
    expect(spoiled).toMatchObject({ state: 'voided', number: expect.stringMatching(new RegExp(`${String(before.highest + 1).padStart(6, '0')}$`)) as string })
    expect(Number((await cremated(desk)).number.slice(-6))).toBe(before.highest + 2)
    expect((await numbers()).rows.find(({ number }) => number === spoiled.number)).toMatchObject({ state: 'voided', caseId: '' })
    expect(await refused(desk, () => desk.ask('manager', 'POST', '/api/burial-numbers/gaps', { prefix: 'HZ', year: 2026, from: 1, to: 2, reason: '没有缺号', second: { account: 'clerk1', password: 'clerk1-sample-1949' } }))).toMatchObject({ code: 'second_person' })
    expect(await refused(desk, () => desk.ask('clerk1', 'POST', '/api/burial-numbers/void', { prefix: 'QQ', reason: '没有', second }))).toMatchObject({ code: 'invalid', field: 'prefix' })
  })

  test('two clerks at once on one case: one acts, the other is told who was quicker', async () => {
    const now = await received(desk)
    const answers = await Promise.all((['clerk1', 'clerk2'] as const).map((who) => ask(desk, now, 'acts', { act: { kind: 'stored', storedAt: ago(desk, 1), unit: who } }, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.error).toMatchObject({ code: 'conflict', field: 'revision' })
  })

  test('a check asks the rules of each stage without saving', async () => {
    const file = deceased(desk)
    const head = await desk.head()
    const check = async (changes: object, stage: string) => must(await desk.ask<{ findings: { field?: string; rule: string }[]; ready: boolean; required: { type: string; supplied: boolean }[] }>('clerk1', 'POST', '/api/burials/check', { file: { ...file, ...changes }, stage, typing: false }))
    expect((await check({}, 'cremation')).findings.map(({ field }) => field)).toEqual(['consent.signed'])
    expect(await check({}, 'intake')).toMatchObject({ findings: [], ready: true })
    expect((await check({ certificate: { ...file.certificate, kind: 'form2026' } }, 'cremation')).findings.map(({ field }) => field)).toContain('certificate.kind')
    expect((await check({}, 'intake')).required.map(({ type }) => type)).toContain('deathCertificate')
    expect(await desk.head()).toEqual(head)
  })
})

test('the register made again from its journal is the same', { timeout: 60_000 }, async () => {
  expect(await verified(desk)).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
})
