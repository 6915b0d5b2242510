import { afterAll, beforeAll, expect, test } from 'vitest'
import { couple, decidable, nextSerials, openSampleDesk, opened, proofread, bothThere, type Case, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk()
  await Promise.all([desk.token('clerk1'), desk.token('clerk2')])
})
afterAll(() => desk.close())

const statuses = (answers: readonly { status: number }[]): number[] => answers.map(({ status }) => status).sort()

test('two clerks at once on one case: one registers it, the other is told who was quicker', async () => {
  const now = await decidable(desk)
  const serials = await nextSerials(desk, 4)
  const answers = await Promise.all([
    desk.ask<Case>('clerk1', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: serials.slice(0, 2) }),
    desk.ask<Case>('clerk2', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: serials.slice(2) }),
  ])
  expect(statuses(answers)).toEqual([200, 409])
  const [won, lost] = answers.sort((a, b) => a.status - b.status)
  expect(lost?.body.error).toMatchObject({ code: 'conflict', field: 'revision' })
  expect(lost?.body.error?.text.zh).toContain(won?.body.registrarName)
  const free = await desk.ask<{ found: { state: string }[] }>('clerk1', 'GET', `/api/stock/blanks/${won?.body.serials[0] === serials[0] ? serials[2] : serials[0]}`)
  expect(free.body.found[0]?.state).toBe('available')
})

test('one booklet for two couples: one gets it, the other is told', async () => {
  const [one, two] = [await decidable(desk), await decidable(desk, couple(desk), 'clerk2')]
  const serials = await nextSerials(desk)
  const answers = await Promise.all([
    desk.ask('clerk1', 'POST', `/api/marriages/${one.id}/registration`, { revision: one.revision, serials }),
    desk.ask('clerk2', 'POST', `/api/marriages/${two.id}/registration`, { revision: two.revision, serials }),
  ])
  expect(statuses(answers)).toEqual([200, 409])
  expect(answers.find(({ status }) => status === 409)?.body.error?.code).toBe('stock')
})

test('many couples at once get numbers without gap or double', async () => {
  const cases: Case[] = []
  for (let index = 0; index < 6; index += 1) cases.push(await decidable(desk))
  const serials = await nextSerials(desk, 12)
  const answers = await Promise.all(cases.map((now, index) => desk.ask<Case>(index % 2 === 0 ? 'clerk1' : 'clerk2', 'POST', `/api/marriages/${now.id}/registration`, { revision: now.revision, serials: serials.slice(index * 2, index * 2 + 2) })))
  expect(new Set(statuses(answers))).toEqual(new Set([200]))
  const numbers = answers.map(({ body }) => Number(body.number.slice(-6))).sort((a, b) => a - b)
  expect(numbers.at(-1)).toBe((numbers[0] ?? 0) + 5)
  expect(new Set(numbers).size).toBe(6)
})

test('the same couple at two counters is registered once', async () => {
  const file = couple(desk)
  const [one, two] = [await decidable(desk, file), await decidable(desk, file, 'clerk2')]
  const serials = await nextSerials(desk, 4)
  const answers = await Promise.all([
    desk.ask('clerk1', 'POST', `/api/marriages/${one.id}/registration`, { revision: one.revision, serials: serials.slice(0, 2) }),
    desk.ask('clerk2', 'POST', `/api/marriages/${two.id}/registration`, { revision: two.revision, serials: serials.slice(2) }),
  ])
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  expect(answers.filter(({ body }) => body.error?.code === 'findings').length).toBeGreaterThanOrEqual(1)
})

test('two amendments at once: the second keeps nothing of its own', async () => {
  const now = await opened(desk)
  const answers = await Promise.all(['clerk1', 'clerk2'].map((who) => desk.ask<Case>(who as 'clerk1', 'PATCH', `/api/marriages/${now.id}`, { revision: now.revision, changes: { remarkForm: who } })))
  expect(statuses(answers)).toEqual([200, 409])
  const kept = (await desk.ask<Case>('clerk1', 'GET', `/api/marriages/${now.id}`)).body
  expect(kept.revision).toBe(now.revision + 1)
})

test('a certificate is handed over once', async () => {
  const now = await proofread(desk)
  const answers = await Promise.all(['clerk1', 'clerk2'].map((who) => desk.ask(who as 'clerk1', 'POST', `/api/marriages/${now.id}/delivery`, { revision: now.revision, parties: bothThere })))
  expect(statuses(answers)).toEqual([200, 409])
})
