import { afterAll, beforeAll, expect, it } from 'vitest'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApi } from '../../../../api/index.ts'
import type { Api } from '../../../../api/contract.ts'
import { hashPassword } from '../../../../api/passwords.ts'
import { openRegister } from '../../../../db/register.ts'
import type { TallyBook } from '../../../../domain/reports/shapes.ts'

const password = 'empty-sample-1949'
const clock = { now: Date.parse('2026-05-20T02:30:00Z') }
const folder = mkdtempSync(join(tmpdir(), 'lantai-empty-'))
let api: Api
let token = ''
const send = async (method: string, path: string, body?: unknown): Promise<Response> =>
  api.fetch(new Request(`http://127.0.0.1:4780${path}`, { method, headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }), { shell: 'server', remoteAddress: '127.0.0.1' })

beforeAll(async () => {
  const register = openRegister({ folder, clock: () => new Date(clock.now) })
  const hash = await hashPassword(password)
  await register.transact({ account: 'sample-admin', counter: '', at: '2026-05-19T08:00:00.000+08:00' }, async (tx) => {
    await tx.record({ kind: 'office.setUp', subject: 'office', body: { name: '示例民政局（示例）', area: '990101', fonds: '9901', windows: ['marriage', 'burial', 'place-names'], sample: true } })
    for (const [name, role] of [['manager', 'reviewer'], ['clerk1', 'registrar']] as const) await tx.record({ kind: 'account.created', subject: `sample-${name}`, body: { account: name, name, role, counter: '', password: hash, scope: 'all', sample: true, certifiedUntil: '2099-12-31', language: 'zh' } })
  })
  await register.close()
  api = await createApi({ dataFolder: folder, clock: () => new Date(clock.now) })
  token = ((await (await send('POST', '/api/session', { account: 'manager', password })).json()) as { token: string }).token
}, 60_000)
afterAll(async () => {
  await api.close()
  rmSync(folder, { recursive: true, force: true })
})

it('an office in which nothing was done has a book of nothing, and says so', async () => {
  const said = [
    ['from=2026-05-01&to=2026-05-31', 'noBusiness', '未发生结婚登记'],
    ['from=2026-04-01&to=2026-04-30', 'begun', '在登记簿启用（2026-05-19）以前，没有记录'], ['from=2025-01-01&to=2025-12-31', 'begun', '没有记录'],
    ['from=2030-01-01&to=2030-01-31', 'ahead', '尚未开始'],
  ] as const
  for (const [period, note, words] of said) {
    const answer = await send('GET', `/api/tally?${period}`)
    expect(answer.status).toBe(200)
    const { book } = (await answer.json()) as { book: TallyBook }
    expect(book.notes.map(({ id }) => id)).toContain(note)
    expect(book.indicators.length).toBeGreaterThan(40)
    expect(book.indicators.every((one) => one.period === 0 && one.previous === 0 && one.toDate === 0 && one.corrections === 0 && one.open === null)).toBe(true)
    expect(book.tables.length).toBeGreaterThan(60)
    expect(book.tables.flatMap(({ rows }) => rows.flatMap(({ lines }) => lines.flatMap(({ cells }) => cells))).every(({ count, fen, share, open }) => count === 0 && (fen ?? 0) === 0 && share === null && open === null)).toBe(true)
    expect([...book.checks, ...book.tables.flatMap(({ identities }) => identities)].filter(({ holds }) => !holds)).toEqual([])
    expect([book.late, book.unclosed, book.lateMore]).toEqual([[], [], 0])
    expect(book.paragraph).toContain(words)
    expect(book.sample).toBe(true)
  }
})

it('its sheet, its file and its closed month are as good as any other', async () => {
  const sheet = await send('GET', '/api/tally/sheet?from=2026-04-01&to=2026-04-30')
  expect([sheet.status, sheet.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await send('GET', '/api/tally/csv?from=2026-04-01&to=2026-04-30&encoding=gb18030')).status).toBe(200)
  expect((await send('POST', '/api/months/2026-04/closing', { note: '', second: { account: 'clerk1', password } })).status).toBe(200)
  const { book, stored } = (await (await send('GET', '/api/tally?from=2026-04-01&to=2026-04-30')).json()) as { book: TallyBook; stored: boolean }
  expect([stored, book.checker]).toEqual([true, 'clerk1'])
})
