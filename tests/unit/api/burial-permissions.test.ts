import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cremated, deceased, goTo, must, opened, person, usualBill, type Burial } from './burials.ts'
import { openSampleDesk, second, type Desk, type Who } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(10)
}, 60_000)
afterAll(() => desk.close())
beforeEach(() => goTo(desk, '2026-05-20'))

const everybody: readonly Who[] = ['clerk1', 'manager', 'admin', 'audit']

/** Every route of cases, waivers and rewards, with who may ask it; a body that passes the door's schema, or is turned down behind the permission. */
const table = (now: Burial): readonly (readonly [method: string, path: string, body: object | undefined, may: readonly Who[]])[] => {
  const at = `/api/burials/${now.id}`
  const { revision } = now
  const registrar: readonly Who[] = ['clerk1']
  const both: readonly Who[] = ['clerk1', 'manager']
  return [
    ['GET', '/api/burials', undefined, both],
    ['GET', '/api/burials/lists', undefined, both],
    ['POST', '/api/burials/export', { filter: {}, purpose: '核对' }, ['manager']],
    ['POST', '/api/burials/check', { file: now.file, stage: 'intake' }, both],
    ['POST', '/api/burials', { file: deceased(desk) }, registrar],
    ['GET', at, undefined, both],
    ['PATCH', at, { revision: 0, changes: { note: '记' } }, registrar],
    ['POST', `${at}/acts`, { revision: 0, act: { kind: 'stored', storedAt: '2026-05-20T08:00:00+08:00', unit: '' } }, registrar],
    ['POST', `${at}/decision`, { revision: 0, decision: { kind: 'donated', institution: '示例医学院（示例）', agreement: '1' } }, registrar],
    ['POST', `${at}/issue`, { revision: 0, issue: { kind: 'ashesReleased', to: person(now.file), signed: true } }, registrar],
    ['POST', `${at}/correction`, { revision: 0, changes: {}, reason: '更正', second: { account: 'nobody', password: 'x' } }, both],
    ['POST', `${at}/void`, { revision: 0, reason: '误录', second: { account: 'nobody', password: 'x' } }, both],
    ['GET', `${at}/papers/burial.consent`, undefined, both],
    ['POST', `${at}/printed`, { paper: 'burial.none', mode: 'whole', printer: '' }, both],
    ['GET', '/api/burial-numbers?prefix=HZ&year=2026', undefined, both],
    ['POST', '/api/burial-numbers/gaps', { prefix: 'HZ', year: 2026, from: 1, to: 1, reason: '缺号', second: { account: 'nobody', password: 'x' } }, ['manager']],
    ['POST', '/api/burial-numbers/void', { prefix: 'HZ', reason: '损坏', second: { account: 'nobody', password: 'x' } }, both],
    ['POST', '/api/waivers/quote', { caseId: now.id, bill: usualBill() }, both],
    ['POST', `${at}/waivers`, { revision: revision - 1, bill: usualBill() }, both],
    ['POST', `${at}/waivers/reversal`, { revision: 0, number: 'JMZ', reason: '撤销', second: { account: 'nobody', password: 'x' } }, both],
    ['GET', '/api/waivers', undefined, both],
    ['GET', '/api/burial-prices', undefined, both],
    ['GET', '/api/waiver-policies', undefined, everybody],
    ['GET', '/api/waiver-policies/SAMPLE-2020', undefined, everybody],
    ['POST', '/api/waiver-policies/SAMPLE-2020/end', { to: '2026-12-31', reason: '到期', second: { account: 'nobody', password: 'x' } }, ['manager']],
    ['GET', '/api/reward-policies', undefined, everybody],
    ['POST', '/api/rewards/quote', { caseId: now.id, policy: 'SAMPLE-ECO-2020', ways: [], proofs: [] }, both],
    ['POST', `${at}/rewards`, { revision: revision - 1, policy: 'SAMPLE-ECO-2020', ways: ['sea'], proofs: [] }, both],
    ['POST', `${at}/rewards/reversal`, { revision: 0, number: 'JBZ', reason: '撤销', second: { account: 'nobody', password: 'x' } }, both],
  ]
}

test('who may do what: a role that may not is told so and nothing is done; nobody gets in without a session', async () => {
  const now = await cremated(desk)
  for (const who of everybody) await desk.token(who)
  for (const [method, path, body, may] of table(now)) {
    for (const who of everybody) {
      const { status } = await desk.ask(who, method, path, body)
      expect(status === 403, `${who} ${method} ${path} ${String(status)}`).toBe(!may.includes(who))
    }
    expect((await desk.ask('', method, path, body)).status, path).toBe(401)
  }
})

test('the page offers only what the account may do', async () => {
  const now = await opened(desk)
  const acts = async (who: Who): Promise<string[]> => must(await desk.ask<Burial>(who, 'GET', `/api/burials/${now.id}`)).acts
  expect(await acts('clerk1')).toEqual(expect.arrayContaining(['burial.received', 'burial.amended', 'burial.held', 'burial.voided']))
  expect(await acts('manager')).not.toContain('burial.received')
  expect(await acts('manager')).toEqual(expect.arrayContaining(['burial.corrected', 'burial.voided']))
})

test('a second person is somebody else who may do it too', async () => {
  const now = await cremated(desk)
  const correct = (who: { account: string; password: string }) => desk.ask('clerk1', 'POST', `/api/burials/${now.id}/correction`, { revision: now.revision, changes: { note: '更正' }, reason: '更正备注', second: who })
  for (const wrong of [{ account: 'clerk1', password: 'clerk1-sample-1949' }, { account: 'admin', password: 'admin-sample-1949' }, { account: 'manager', password: 'wrong' }]) expect((await correct(wrong)).body.error?.code).toBe('second_person')
  expect((await correct(second)).status).toBe(200)
})

test('the journal page shows no name', async () => {
  const now = await cremated(desk)
  const { entries } = must(await desk.ask<{ entries: { subject: string; body: unknown }[] }>('audit', 'GET', `/api/journal?limit=20&subject=${now.id}`))
  expect(entries.length).toBeGreaterThan(3)
  const { deceased: who, agent } = now.file
  for (const secret of [who.name, who.identityNumber, agent.name, agent.phone]) expect(JSON.stringify(entries)).not.toContain(secret)
})
