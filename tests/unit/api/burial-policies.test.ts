import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RewardPolicy } from '../../../domain/burial/rewards.ts'
import type { WaiverPolicy } from '../../../domain/waiver/policy.ts'
import { cremated, goTo, must, refused, usualBill } from './burials.ts'
import { openSampleDesk, passwordOf, type Answer, type Desk } from './desk.ts'
import { verified } from './divorces.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

interface Line { id: string; series: string; to: string; inForce: boolean; adoptedBy: string; second: string; copiedFrom: string; verified: boolean; examples: number }
interface Checked { faults: { field: string; message: { zh: string } }[]; ready: boolean; results: { example: string; holds: boolean; differences: { zh: string }[] }[] }

const no = (work: () => Promise<Answer<unknown>>) => refused(desk, work)
const clerk = { account: 'clerk1', password: passwordOf('clerk1') }
const listed = async () => must(await desk.ask<{ book: Line[]; library: Line[] }>('clerk1', 'GET', '/api/waiver-policies'))
const policyOf = async (id: string): Promise<WaiverPolicy> => must(await desk.ask<{ policy: WaiverPolicy }>('clerk1', 'GET', `/api/waiver-policies/${id}`)).policy
const adopt = (policy: object, copiedFrom = '') => desk.ask<Line>('manager', 'POST', '/api/waiver-policies', { policy, copiedFrom, reason: '按文件执行', second: clerk })
const end = (id: string, to: string, second = clerk) => desk.ask<Line>('manager', 'POST', `/api/waiver-policies/${id}/end`, { to, reason: '文件到期', second })
const check = async (policy: object): Promise<Checked> => must(await desk.ask<Checked>('manager', 'POST', '/api/waiver-policies/check', { policy }))

describe('the office’s book of waiver policies', () => {
  test('the library and the book stand side by side', async () => {
    const { book, library } = await listed()
    expect(book.map(({ id }) => id)).toContain('SAMPLE-2020')
    expect(book[0]).toMatchObject({ inForce: true, adoptedBy: expect.not.stringContaining('sample-') as string })
    expect(library.length).toBeGreaterThanOrEqual(20)
    expect(library.every(({ adoptedBy, examples }) => adoptedBy === '' && examples > 0)).toBe(true)
    expect((await desk.ask('clerk1', 'GET', '/api/waiver-policies/NONE')).status).toBe(404)
  })

  test('a draft is told every fault at its field, and how its examples come out', async () => {
    const policy = await policyOf('SAMPLE-2020')
    const [base, ...layers] = policy.layers
    const [item, ...items] = base?.items ?? []
    const [measure] = item?.measures ?? []
    await desk.token('manager')
    const head = await desk.head()
    const found = await check({
      ...policy, id: 'DRAFT', documentNumber: '', from: '2026', layers: [{ ...base, caseCapFen: 100, items: [{ ...item, measures: [{ ...measure, unit: '' }] }, { ...items[0], amountKnown: false }, ...items.slice(1)] }, ...layers],
    })
    const fields = found.faults.map(({ field }) => field)
    for (const field of ['documentNumber', 'from', 'layers.0.items.0.measures.0.unit', 'layers.0.items.1.amountKnown', 'examples.0']) expect(fields).toContain(field)
    expect(found.ready).toBe(false)
    expect(found.results[0]).toMatchObject({ holds: false })
    expect(found.results[0]?.differences.map(({ zh }) => zh).join()).toContain('应为')
    expect((await check(policy)).faults.map(({ field }) => field)).toContain('id')
    expect((await check({ ...policy, id: 'DRAFT', series: 'DRAFT' }))).toMatchObject({ faults: [], ready: true })
    expect(await desk.head()).toEqual(head)
  })

  test('changed by a further version: the old one ends, the new one is approved by a second person, quotes go by the day', async () => {
    const policy = await policyOf('SAMPLE-2020')
    const before = must(await desk.ask<{ waivedFen: number }>('clerk1', 'POST', '/api/waivers/quote', { caseId: (await cremated(desk)).id, bill: usualBill() })).waivedFen
    const changed: WaiverPolicy = {
      ...policy, id: 'SAMPLE-2026', title: { zh: '示例区惠民殡葬减免办法（2026，示例）', en: 'Waivers of the sample district 2026 (sample)' }, documentNumber: '示民〔2026〕8号（示例）', from: '2026-06-01', verified: true,
      layers: policy.layers.map((layer) => ({ ...layer, items: layer.items.map((one) => (one.item === 'cremation' ? { ...one, measures: one.measures.map((measure) => ({ ...measure, capFen: 20_000 })) } : one)) })),
    }
    expect(await no(() => adopt(changed, 'SAMPLE-2020'))).toMatchObject({ code: 'invalid', field: 'policy.from' })
    expect(await no(() => end('SAMPLE-2020', '2019-12-31'))).toMatchObject({ code: 'invalid', field: 'to' })
    expect(await no(() => end('NONE', '2026-05-31'))).toMatchObject({ code: 'not_found' })
    expect(must(await end('SAMPLE-2020', '2026-05-31'))).toMatchObject({ to: '2026-05-31', inForce: true })
    // The worked example of before no longer comes out by the new figures.
    expect(await no(() => adopt(changed, 'SAMPLE-2020'))).toMatchObject({ code: 'invalid', field: 'policy.examples.0' })
    const [example] = changed.examples
    if (example === undefined) throw new Error('the sample policy has no example')
    const facts = { ...example.facts, days: { ...example.facts.days, death: '2026-06-02', arrival: '2026-06-02', cremation: '2026-06-04' } }
    const quoted = must(await desk.ask<{ waivedFen: number; selfPaidFen: number }>('manager', 'POST', '/api/waivers/quote', { facts, day: '2026-06-04', policy: changed }))
    const ready = { ...changed, examples: [{ ...example, day: '2026-06-04', facts, expected: { ...example.expected, waivedFen: quoted.waivedFen, selfPaidFen: quoted.selfPaidFen } }] }
    expect(await no(() => desk.ask('manager', 'POST', '/api/waiver-policies', { policy: ready, copiedFrom: 'SAMPLE-2020', reason: '按文件执行', second: { account: 'manager', password: passwordOf('manager') } }))).toMatchObject({ code: 'second_person' })
    expect(await no(() => adopt(ready, 'NOWHERE'))).toMatchObject({ code: 'invalid', field: 'copiedFrom' })
    expect(must(await adopt(ready, 'SAMPLE-2020'))).toMatchObject({ id: 'SAMPLE-2026', inForce: false, copiedFrom: 'SAMPLE-2020', second: '周青简' })
    goTo(desk, '2026-06-10')
    expect((await listed()).book.filter(({ inForce }) => inForce).map(({ id }) => id)).toEqual(['SAMPLE-2026'])
    const now = await cremated(desk)
    const after = must(await desk.ask<{ waivedFen: number; grants: { policy: string }[] }>('clerk1', 'POST', '/api/waivers/quote', { caseId: now.id, bill: usualBill() }))
    expect(after.grants.map((grant) => grant.policy)).toEqual(['SAMPLE-2026'])
    expect(after.waivedFen).toBe(before - 10_000)
  })

  test('what ships is taken as it ships; a change of it has an id of its own', async () => {
    const guangzhou = await policyOf('GZ-RES')
    expect(await no(() => adopt({ ...guangzhou, documentNumber: '穗民〔2015〕1号' }))).toMatchObject({ code: 'invalid', field: 'policy.id' })
    const leizhou = await policyOf('LZ-2018')
    expect(await no(() => adopt(leizhou))).toMatchObject({ code: 'invalid', field: 'policy.from' })
    expect(must(await adopt({ ...leizhou, id: 'LZ-OWN', from: '2018-06-01' }, 'LZ-2018'))).toMatchObject({ id: 'LZ-OWN', copiedFrom: 'LZ-2018' })
    // A policy of another place is no policy of this office's quotes.
    expect(must(await desk.ask<{ policies: { policy: string }[] }>('clerk1', 'POST', '/api/waivers/quote', { caseId: (await cremated(desk)).id, bill: usualBill() })).policies.map(({ policy }) => policy)).not.toContain('LZ-OWN')
  })

  test('two versions at once: one stands', async () => {
    const leizhou = { ...(await policyOf('LZ-2018')), series: 'RACE', from: '2018-06-01' }
    const answers = await Promise.all(['RACE-1', 'RACE-2'].map((id) => adopt({ ...leizhou, id }, 'LZ-2018')))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })
})

describe('reward policies', () => {
  test('only with number, days, amounts, classes and payee, by two people', async () => {
    const { book, library } = must(await desk.ask<{ book: { policy: RewardPolicy; inForce: boolean }[]; library: RewardPolicy[] }>('clerk1', 'GET', '/api/reward-policies'))
    expect(book).toMatchObject([{ policy: { id: 'SAMPLE-ECO-2020' }, inForce: true }])
    expect(library.length).toBeGreaterThanOrEqual(12)
    const take = (policy: object) => desk.ask('manager', 'POST', '/api/reward-policies', { policy, reason: '按文件执行', second: clerk })
    const [ruian] = library
    expect(await no(() => take({ ...ruian }))).toMatchObject({ code: 'invalid', field: 'policy.documentNumber' })
    const own = book[0]?.policy
    expect(await no(() => take({ ...own }))).toMatchObject({ code: 'conflict', field: 'policy.id' })
    expect(await no(() => take({ ...own, id: 'SAMPLE-ECO-2026', from: '2019-01-01' }))).toMatchObject({ code: 'invalid', field: 'policy.from' })
    expect(await no(() => take({ ...own, id: 'SAMPLE-ECO-2026', from: '2026-06-01', rows: [{ ...own?.rows[0], fen: null }] }))).toMatchObject({ code: 'invalid', field: 'policy.rows.0.fen' })
    must(await take({ ...own, id: 'SAMPLE-ECO-2026', from: '2026-06-01', documentNumber: '示民〔2026〕9号（示例）' }))
    const after = must(await desk.ask<{ book: { policy: RewardPolicy }[] }>('clerk1', 'GET', '/api/reward-policies')).book
    expect(after.map(({ policy }) => [policy.id, policy.to])).toEqual([['SAMPLE-ECO-2020', '2026-05-31'], ['SAMPLE-ECO-2026', '']])
  })
})

test('the register made again from its journal is the same', { timeout: 60_000 }, async () => {
  expect(await verified(desk)).toMatchObject({ state: 'done', result: { sound: true, faults: [] } })
})
