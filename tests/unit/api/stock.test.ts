import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSampleDesk, passwordOf, registered, second, type Desk } from './desk.ts'

let desk: Desk
beforeAll(async () => (desk = await openSampleDesk()))
afterAll(() => desk.close())

interface Balance { readonly type: string; readonly available: number; readonly spoiled: number; readonly returned: number; readonly daysLeft: number | null }
const balance = async (type: string): Promise<Balance | undefined> => (await desk.ask<{ balances: Balance[] }>('clerk1', 'GET', '/api/stock')).body.balances.find((row) => row.type === type)
const receive = (first: string, last: string, type = 'marriage') => desk.ask<{ id: string; count: number; prefix: string }>('manager', 'POST', '/api/stock/receipts', { type, first, last, receivedOn: '2026-05-20', from: '示例市民政局', note: '' })

test('a range is received once; serials are read as typed or scanned', async () => {
  const before = await balance('marriage')
  const made = await receive(' No.st000000101 ', 'ＳＴ000000200')
  expect(made.body).toMatchObject({ count: 100, prefix: 'ST', first: 'ST000000101', last: 'ST000000200' })
  expect((await balance('marriage'))?.available).toBe((before?.available ?? 0) + 100)
  const overlap = await receive('ST000000150', 'ST000000250')
  expect(overlap).toMatchObject({ status: 409, body: { error: { code: 'stock', field: 'first' } } })
  expect(overlap.body.error?.text.zh).toContain('ST000000101')
})

test('a blank is spoiled by two people and then cannot be used or spoiled again', async () => {
  const spoil = (serial: string, other = second) => desk.ask('clerk1', 'POST', '/api/stock/spoiled', { type: 'marriage', serial, reason: '内页缺页', second: other })
  expect((await spoil('ST000000110', { account: 'clerk1', password: passwordOf('clerk1') })).body.error?.code).toBe('second_person')
  expect((await spoil('ST000000110', { account: 'audit', password: passwordOf('audit') })).body.error).toMatchObject({ code: 'second_person', field: 'second.account' })
  expect((await spoil('ST000000110')).status).toBe(200)
  expect(await spoil('ST000000110')).toMatchObject({ status: 409, body: { error: { code: 'stock', field: 'serial' } } })
  expect(await spoil('ZZ000000001')).toMatchObject({ status: 409, body: { error: { code: 'stock', field: 'serial' } } })
  const found = await desk.ask<{ found: unknown[] }>('clerk1', 'GET', '/api/stock/blanks/st000000110')
  expect(found.body.found).toEqual([expect.objectContaining({ type: 'marriage', state: 'spoiled' })])
})

test('blanks are handed up by two people', async () => {
  const before = await balance('divorce')
  const range = await receive('SV000000001', 'SV000000050', 'divorce')
  expect(range.status).toBe(200)
  const back = await desk.ask('manager', 'POST', '/api/stock/returns', { type: 'divorce', first: 'SV000000041', last: 'SV000000050', to: '示例市民政局', reason: '库存过多', second: { account: 'clerk1', password: passwordOf('clerk1') } })
  expect(back.status).toBe(200)
  const after = await balance('divorce')
  expect(after?.available).toBe((before?.available ?? 0) + 40)
  expect(after?.returned).toBe((before?.returned ?? 0) + 10)
})

test('the month balances against the certificates issued, and is signed with what was counted', async () => {
  await registered(desk)
  interface Month { readonly types: { type: string; closing: number; balanced: boolean; difference: number; issued: number; certificates: number }[]; readonly reconciled: { by: string } | null }
  const month = async () => (await desk.ask<Month>('clerk1', 'GET', '/api/stock/months?month=2026-05')).body
  const { types, reconciled } = await month()
  expect(reconciled).toBeNull()
  for (const row of types) expect(row).toMatchObject({ balanced: true, difference: 0 })
  const marriage = types.find(({ type }) => type === 'marriage')
  expect(marriage?.issued).toBe(marriage?.certificates)
  const sign = (counted: unknown, note = '') => desk.ask('manager', 'POST', '/api/stock/months', { month: '2026-05', counted, note })
  const closing = types.map(({ type, closing: count }) => ({ type, count }))
  expect((await sign(closing.slice(0, 1))).body.error).toMatchObject({ code: 'invalid', field: 'counted' })
  expect((await sign(closing.map((row) => ({ ...row, count: row.count - 1 })))).body.error).toMatchObject({ code: 'invalid', field: 'note' })
  expect((await desk.ask('manager', 'POST', '/api/stock/months', { month: '2026-06', counted: closing, note: '' })).body.error).toMatchObject({ code: 'invalid', field: 'month' })
  expect((await sign(closing)).status).toBe(200)
  expect((await month()).reconciled).toMatchObject({ by: '沈石渠' })
})

test('counts add up: day, month, year', async () => {
  interface Row { readonly kind: string; readonly count: number }
  const kinds = ['marriage', 'late', 'remarriage']
  const sum = (rows: readonly Row[]): number => rows.filter(({ kind }) => kinds.includes(kind)).reduce((total, { count }) => total + count, 0)
  const day = (await desk.ask<{ kinds: Row[]; hours: Row[]; open: { state: string; count: number }[] }>('clerk1', 'GET', '/api/counts/day')).body
  const month = (await desk.ask<{ kinds: Row[]; days: (Row & { day: string })[] }>('clerk1', 'GET', '/api/counts/month?month=2026-05')).body
  const year = (await desk.ask<{ kinds: Row[]; months: (Row & { month: string })[] }>('clerk1', 'GET', '/api/counts/year?year=2026')).body
  expect(sum(day.hours)).toBe(sum(day.kinds))
  expect(sum(month.days.filter((row) => row.day === '2026-05-20'))).toBe(sum(day.kinds))
  expect(sum(year.months.filter((row) => row.month === '2026-05'))).toBe(sum(month.kinds))
  expect(day.open.map(({ state }) => state)).toEqual([
    'received', 'registered', 'proofread', 'divorce.received', 'divorce.issuanceOpen', 'divorce.issuing', 'divorce.registered', 'divorce.proofread', 'reissue.received', 'reissue.registered', 'reissue.proofread',
    'burial.inHome', 'burial.storageOverdue', 'burial.onHold', 'burial.awaitingAshes', 'burial.depositsEnding', 'burial.unclaimed', 'burial.certificateMissing',
    'place-names.supplementDue', 'place-names.decisionDue', 'place-names.deliveryDue', 'place-names.filingDue', 'place-names.noticeDue', 'place-names.entryOpen', 'place-names.signDue', 'place-names.repliesDue', 'place-names.displaysEnding', 'place-names.toArchive',
  ])
})
