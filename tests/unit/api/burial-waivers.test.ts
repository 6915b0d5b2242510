import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Quote } from '../../../api/schemas/waiver.ts'
import type { WaiverFacts } from '../../../domain/waiver/facts.ts'
import type { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import { ask, blankFacts, claimBill, cremated, deceased, elsewhere, goTo, issue, linesOf, must, received, refused, usualBill, type Burial } from './burials.ts'
import { openSampleDesk, second, type Answer, type Desk } from './desk.ts'
import { verified } from './divorces.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const no = (work: () => Promise<Answer<unknown>>) => refused(desk, work)
const quote = async (body: object): Promise<Quote> => must(await desk.ask<Quote>('clerk1', 'POST', '/api/waivers/quote', body))
const shipped = async (id: string): Promise<WaiverPolicy> => must(await desk.ask<{ policy: WaiverPolicy }>('clerk1', 'GET', `/api/waiver-policies/${id}`)).policy
const settle = (now: Burial, bill: object = usualBill()) => ask(desk, now, 'waivers', { bill })
const isPdf = (bytes: Uint8Array): boolean => new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
const pdf = async (now: Burial, paper: string, query = '') => desk.send('GET', `/api/burials/${now.id}/papers/${paper}${query}`, { token: await desk.token('clerk1') })

describe('asked without saving: the worked tests', () => {
  const guangzhou: WaiverFacts = {
    ...blankFacts, areas: { hukou: '440100', death: '440100', cremation: '440100' }, days: { death: '2025-05-01', arrival: '', cremation: '2025-05-05', invoice: '' },
    lines: linesOf([['transport', 'body', 1, 220], ['disinfection', 'body', 1, 100], ['coldStorage', 'day', 4, 100], ['farewellHall', 'body', 1, 500], ['cremation', 'body', 1, 250], ['urn', 'piece', 1, 380], ['ashStorage', 'year', 1, 70]]),
  }

  test('W1: 1,400 of 1,920 waived, and why', async () => {
    await desk.token('clerk1')
    const head = await desk.head()
    const quoted = await quote({ facts: guangzhou, day: '2025-05-05', policy: await shipped('GZ-RES') })
    expect(quoted).toMatchObject({ answer: 'yes', actualFen: 192_000, waivedFen: 140_000, selfPaidFen: 52_000 })
    expect(quoted.lines.map(({ waivedFen }) => waivedFen / 100)).toEqual([180, 100, 300, 400, 250, 100, 70])
    expect(quoted.lines.reduce((sum, line) => sum + line.waivedFen, 0)).toBe(quoted.waivedFen)
    expect(quoted.byGroup.reduce((sum, { fen }) => sum + fen, 0)).toBe(quoted.waivedFen)
    expect(quoted.explanation.map(({ zh }) => zh).join('\n')).toMatch(/限额 180元.*减免 180元.*自付 40元/)
    expect(await desk.head()).toEqual(head)
  })

  test('W2: not resident, 1,330', async () => {
    expect(await quote({ facts: { ...guangzhou, areas: { ...guangzhou.areas, hukou: '330300' } }, day: '2025-05-05', policy: await shipped('GZ-NON') })).toMatchObject({ answer: 'yes', waivedFen: 133_000, selfPaidFen: 59_000 })
  })

  test('W4: no item caps, 1,780 for the case, and where it was cut', async () => {
    const policy = await shipped('HZ-2025')
    const [small, large] = policy.examples
    expect(await quote({ facts: small?.facts, day: small?.day, policy })).toMatchObject({ waivedFen: 150_000, selfPaidFen: 0 })
    const cut = await quote({ facts: large?.facts, day: large?.day, policy })
    expect(cut).toMatchObject({ waivedFen: 178_000, selfPaidFen: 52_000 })
    expect(cut.grants[0]?.caseCuts.reduce((sum, { fen }) => sum + fen, 0)).toBe(52_000)
  })

  test('W6: 200 km at 3 yuan, 480', async () => {
    const policy = await shipped('LZ-2018')
    const example = policy.examples.find(({ id }) => id === 'W6')
    expect(await quote({ facts: example?.facts, day: example?.day, policy })).toMatchObject({ waivedFen: 48_000, selfPaidFen: 12_000 })
  })

  test('W8: a funeral grant refuses, not knowing of one asks and never approves', async () => {
    const policy = await shipped('NJ')
    const facts = policy.examples.find(({ id }) => id === 'none')?.facts ?? blankFacts
    const day = policy.examples[0]?.day
    expect(await quote({ facts: { ...facts, flags: { ...facts.flags, grant: 'yes' } }, day, policy })).toMatchObject({ answer: 'no', waivedFen: 0 })
    const { grant: _, ...unasked } = facts.flags
    const unknown = await quote({ facts: { ...facts, flags: unasked }, day, policy })
    expect(unknown).toMatchObject({ answer: 'unknown', waivedFen: 0 })
    expect(unknown.questions.map(({ field }) => field)).toContain('flags.grant')
  })

  test('W9: the same item a second time is refused with reference to the first', async () => {
    const settled = [{ item: 'cremation' as const, reference: '穗免〔2025〕1号', day: '2025-05-03', policy: 'GZ-RES', waivedFen: 25_000 }]
    const quoted = await quote({ facts: { ...guangzhou, settled }, day: '2025-05-05', policy: await shipped('GZ-RES') })
    expect(quoted.lines.find(({ item }) => item === 'cremation')).toMatchObject({ status: 'alreadyWaived', waivedFen: 0, earlier: { reference: '穗免〔2025〕1号' } })
    expect(quoted.waivedFen).toBe(115_000)
  })

  test('somebody who asks for a case leaves a look behind, once', async () => {
    const now = await cremated(desk)
    for (let round = 0; round < 2; round += 1) must(await desk.ask('clerk3', 'POST', '/api/waivers/quote', { caseId: now.id, bill: usualBill() }))
    const { history } = must(await desk.ask<Burial>('clerk1', 'GET', `/api/burials/${now.id}`))
    expect(history.filter(({ kind }) => kind === 'record.viewed')).toHaveLength(1)
  })

  test('every worked example of the library comes out at the door', async () => {
    const { library } = must(await desk.ask<{ library: { id: string }[] }>('clerk1', 'GET', '/api/waiver-policies'))
    expect(library.length).toBeGreaterThanOrEqual(20)
    for (const { id } of library) {
      const { results } = must(await desk.ask<{ results: { holds: boolean; differences: unknown[] }[] }>('clerk1', 'GET', `/api/waiver-policies/${id}`))
      expect(results.filter(({ holds }) => !holds), id).toEqual([])
    }
  })

  test('facts that cannot be, at their field', async () => {
    const policy = await shipped('GZ-RES')
    expect(await no(() => desk.ask('clerk1', 'POST', '/api/waivers/quote', { facts: { ...guangzhou, days: { ...guangzhou.days, death: '2025-05-09' } }, day: '2025-05-10', policy }))).toMatchObject({ code: 'invalid', field: 'facts.days.death' })
    expect(await no(() => desk.ask('clerk1', 'POST', '/api/waivers/quote', { facts: { ...guangzhou, lines: [{ ...guangzhou.lines[0], quantity: -1 }] }, day: '2025-05-10', policy }))).toMatchObject({ field: expect.stringContaining('lines.0.quantity') as string })
  })
})

describe('settled for a case of this register', () => {
  test('at the till: what the quote said, with number, sheet and account', async () => {
    let now = await cremated(desk, deceased(desk, undefined, { waiverFlags: { minimumLiving: 'no', destitute: 'no', keyVeteran: 'no', centralisedVigil: 'yes' } }))
    expect(now.acts).toContain('waiver.settled')
    const bill = usualBill([['vigilHall', 'day', 1, 650]])
    const quoted = await quote({ caseId: now.id, bill })
    expect(quoted).toMatchObject({ answer: 'yes', findings: [], claimUntil: '' })
    expect(quoted.byGroup.map(({ group, fen }) => [group, fen])).toEqual([['basic', 64_000], ['vigil', 60_000], ['other', 0]])
    now = must(await settle(now, bill))
    expect(now.settlements).toMatchObject([{ mode: 'till', actualFen: quoted.actualFen, waivedFen: 124_000, selfPaidFen: quoted.selfPaidFen, policies: [{ id: 'SAMPLE-2020', documentNumber: '示民〔2019〕1号（示例）' }], reversed: null }])
    expect(now.settlements[0]?.number).toMatch(/^JMZ-990101-2026-01\d{6}$/)
    expect(now.settlements[0]?.explanation).toEqual(quoted.explanation)
    expect(now.acts).toContain('waiver.reversed')
    expect(isPdf((await pdf(now, 'burial.waiverSheet')).bytes)).toBe(true)
    const line = must(await desk.ask<{ rows: { id: string; waivedFen: number }[] }>('clerk1', 'GET', '/api/burials?limit=5')).rows.find(({ id }) => id === now.id)
    expect(line?.waivedFen).toBe(124_000)
    const { rows } = must(await desk.ask<{ rows: { number: string; name: string; sign: number }[] }>('clerk1', 'GET', '/api/waivers?limit=5&mode=till'))
    expect(rows[0]).toMatchObject({ number: now.settlements[0]?.number, sign: 1, name: expect.stringContaining('*') as string })
  })

  test('the same item never twice for one person, until the first is taken back', async () => {
    let now = must(await settle(await cremated(desk)))
    const first = now.settlements[0]?.number ?? ''
    expect(await no(() => settle(now))).toMatchObject({ code: 'conflict', field: 'bill.lines.0.item', message: expect.stringContaining(first) as string })
    expect(await no(() => ask(desk, now, 'waivers/reversal', { number: first, reason: '单位已支付', second: { account: 'clerk1', password: second.password } }))).toMatchObject({ code: 'second_person' })
    expect(await no(() => ask(desk, now, 'waivers/reversal', { number: 'JMZ-0', reason: '单位已支付', second }))).toMatchObject({ code: 'not_found', field: 'number' })
    now = must(await ask(desk, now, 'waivers/reversal', { number: first, reason: '单位已支付', second }))
    expect(now.settlements).toMatchObject([{ number: first, reversed: { day: '2026-05-20', reason: '单位已支付' } }])
    expect(await no(() => ask(desk, now, 'waivers/reversal', { number: first, reason: '单位已支付', second }))).toMatchObject({ code: 'conflict', field: 'number' })
    now = must(await settle(now))
    expect(now.settlements.map(({ reversed }) => reversed === null)).toEqual([false, true])
    expect(now.papers.filter(({ paper }) => paper === 'burial.waiverSheet').map(({ number }) => number)).toEqual(now.settlements.map(({ number }) => number))
    for (const { number } of now.settlements) expect(isPdf((await pdf(now, 'burial.waiverSheet', `?number=${number}`)).bytes)).toBe(true)
    expect(await no(() => ask(desk, now, 'void', { reason: '误录', second }))).toMatchObject({ code: 'wrong_state' })
  })

  test('two counters settle the same item for one person at once: one wins', async () => {
    const now = await cremated(desk)
    const bill = usualBill()
    const answers = await Promise.all((['clerk1', 'clerk2'] as const).map((who) => ask(desk, now, 'waivers', { bill }, who)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.error?.code).toBe('conflict')
    // Two cases of one person: the key is the person, not the case.
    const file = deceased(desk, undefined)
    const [one, two] = [await elsewhere(desk, '2026-05-19', { ...file, deceased: { ...file.deceased, death: '2026-05-18' } }), await received(desk, { ...file, deceased: { ...file.deceased, death: '2026-05-18' } })]
    const out = must(await ask(desk, two, 'decision', { decision: { kind: 'transportedOut', destination: '样例市（示例）', acceptance: { number: '样民接1号', issuer: '样例区民政局（示例）', issuedOn: '2026-05-20' }, vehicle: '' } }))
    const claims = await Promise.all([settle(one, claimBill('2026-05-19')), settle(out, { ...claimBill('2026-05-19'), cremationArea: '990201', cremationDay: '2026-05-20' })])
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(claims.find(({ status }) => status === 409)?.body.error?.code).toBe('conflict')
  })

  test('a claim for a cremation elsewhere, within its time, with its slip', async () => {
    let now = await elsewhere(desk, '2026-05-10')
    expect(await quote({ caseId: now.id, bill: claimBill('2026-05-10') })).toMatchObject({ answer: 'yes', claimUntil: '2026-11-10' })
    expect(await no(() => settle(now, { ...claimBill('2026-05-10'), mode: 'till' }))).toMatchObject({ code: 'invalid', field: 'bill.mode' })
    now = must(await settle(now, claimBill('2026-05-10')))
    expect(now.settlements).toMatchObject([{ mode: 'claim', waivedFen: 52_000, number: expect.stringMatching(/^SLZ-/) as string }])
    expect(isPdf((await pdf(now, 'burial.claimSlip')).bytes)).toBe(true)
    const here = await cremated(desk)
    expect(await no(() => settle(here, { ...usualBill(), mode: 'claim' }))).toMatchObject({ code: 'invalid', field: 'bill.mode' })
  })

  test('a claim past its deadline', async () => {
    const now = await elsewhere(desk, '2025-11-01')
    expect(await no(() => settle(now, claimBill('2025-11-02')))).toMatchObject({ code: 'invalid', field: 'bill.cremationDay', message: expect.stringContaining('2026-05-01') as string })
    expect(await quote({ caseId: now.id, bill: claimBill('2025-11-02') })).toMatchObject({ answer: 'no', waivedFen: 0, claimUntil: '2026-05-01' })
  })

  test('nothing before the cremation, nothing for a limb, nothing while a question is open', async () => {
    const before = await received(desk)
    expect(await no(() => settle(before))).toMatchObject({ code: 'wrong_state', field: 'bill.mode' })
    const limb = must(await desk.ask<Burial>('clerk1', 'POST', '/api/burials', { file: { ...deceased(desk), kind: 'limb', origin: { hospital: '示例区人民医院', document: '示医残1号', relocation: '' } } }))
    expect(await no(() => settle(limb))).toMatchObject({ code: 'wrong_state', field: 'file.kind' })
    const file = deceased(desk)
    const unknown = await cremated(desk, { ...file, deceased: { ...file.deceased, hukou: '', deathArea: '' } })
    const error = await no(() => settle(unknown))
    expect(error.code).toBe('findings')
    expect(error.findings?.length).toBeGreaterThan(0)
    expect(error.field).toMatch(/^deceased\.|^waiverFlags\./)
  })

  test('the price list of the day', async () => {
    const { prices } = must(await desk.ask<{ prices: { item: string; unitPriceFen: number; unitTitle: { zh: string } }[] }>('clerk1', 'GET', '/api/burial-prices?day=2026-05-20'))
    expect(prices.find(({ item }) => item === 'cremation')).toMatchObject({ unitPriceFen: 30_000, unitTitle: { zh: '具' } })
    const now = await cremated(desk)
    const dear = { ...usualBill(), lines: linesOf([['cremation', 'body', 1, 400]]) }
    expect((await quote({ caseId: now.id, bill: dear })).findings.map(({ field }) => field)).toEqual(['bill.lines.0.unitPriceFen'])
  })
})

describe('eco-burial rewards', () => {
  const sea = async (): Promise<Burial> => must(await issue(desk, await cremated(desk), { kind: 'placed', how: 'sea', place: { facility: '', facilityName: '示例海域', position: '' }, witness: '示例区民政局（示例）', document: '示海1号' }))
  const asked = { policy: 'SAMPLE-ECO-2020', ways: ['sea'], proofs: ['placementRecord'] }

  test('granted once with its proof, by number and sheet, and taken back', async () => {
    let now = await sea()
    expect(must(await desk.ask('clerk1', 'POST', '/api/rewards/quote', { caseId: now.id, ...asked }))).toMatchObject({ answer: 'yes', fen: 300_000, payees: [{ payee: 'family', fen: 300_000 }] })
    const error = await no(() => ask(desk, now, 'rewards', { ...asked, proofs: [] }))
    expect(error).toMatchObject({ code: 'findings', field: 'proofs' })
    now = must(await ask(desk, now, 'rewards', asked))
    expect(now.rewards).toMatchObject([{ fen: 300_000, policy: 'SAMPLE-ECO-2020', ways: [{ fen: 300_000 }], reversed: null, number: expect.stringMatching(/^JBZ-/) as string }])
    expect(isPdf((await pdf(now, 'burial.rewardSheet')).bytes)).toBe(true)
    expect(await no(() => ask(desk, now, 'rewards', asked))).toMatchObject({ code: 'conflict' })
    now = must(await ask(desk, now, 'rewards/reversal', { number: now.rewards[0]?.number, reason: '材料不实', second }))
    expect(now.rewards[0]?.reversed).toMatchObject({ reason: '材料不实' })
    expect(must(await ask(desk, now, 'rewards', asked)).rewards).toHaveLength(2)
  })

  test('only for the way it was, from a policy of the office, once there is a resting place', async () => {
    const now = await sea()
    expect(await no(() => ask(desk, now, 'rewards', { ...asked, ways: ['tree'] }))).toMatchObject({ code: 'invalid', field: 'ways.0' })
    expect(await no(() => ask(desk, now, 'rewards', { ...asked, policy: 'SZ-ECO' }))).toMatchObject({ code: 'not_found', field: 'policy' })
    const early = await cremated(desk)
    expect(await no(() => ask(desk, early, 'rewards', asked))).toMatchObject({ code: 'findings', field: 'days.placement' })
  })
})

test('the register made again from its journal is the same', { timeout: 60_000 }, async () => {
  expect(await verified(desk)).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
})
