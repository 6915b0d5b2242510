import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { createApi } from '../../../api/index.ts'
import type { Api } from '../../../api/contract.ts'
import { hashPassword } from '../../../api/passwords.ts'
import type { burialStatisticRoutes, BurialTable } from '../../../api/schemas/waiver.ts'
import { openRegister } from '../../../db/register.ts'
import { burialTables } from '../../../domain/burial/statistics/tables.ts'
import { civilDate } from '../../../domain/dates.ts'
import { tenThousands } from '../../../domain/waiver/money.ts'
import { homeFounded, homePolicy, homeYear, publishedHome } from '../../../sample/burial-home.ts'
import { sampleArea } from '../../../sample/places.ts'

type Reply<R extends keyof typeof burialStatisticRoutes> = (typeof burialStatisticRoutes)[R] extends { readonly reply?: infer S } ? (S extends z.ZodType ? z.infer<S> : never) : never
interface Refused { readonly error?: { readonly code: string; readonly field?: string; readonly text: { readonly zh: string } } }

const password = 'home-password-1'
const clock = { now: Date.parse('2025-12-02T02:00:00Z') }
const folder = mkdtempSync(join(tmpdir(), 'lantai-home-'))
const tokens = new Map<string, string>()
let api: Api

const send = async (method: string, path: string, token = '', body?: unknown): Promise<Response> =>
  api.fetch(new Request(`http://127.0.0.1:4780${path}`, { method, headers: { 'content-type': 'application/json', ...(token === '' ? {} : { authorization: `Bearer ${token}` }) }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }), { shell: 'server', remoteAddress: '127.0.0.1' })
const tokenOf = async (who: string): Promise<string> => {
  const known = tokens.get(who) ?? ((await (await send('POST', '/api/session', '', { account: who, password })).json()) as { token: string }).token
  tokens.set(who, known)
  return known
}
const ask = async <T>(who: string, method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: T & Refused }> => {
  const response = await send(method, path, await tokenOf(who), body)
  return { status: response.status, body: (await response.json()) as T & Refused }
}
const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await ask<T>('manager', 'GET', path)
  expect(status, JSON.stringify(body).slice(0, 400)).toBe(200)
  return body
}
const toOctober = 'from=2025-01-01&to=2025-10-31'
const table = (id: string, period = toOctober): Promise<BurialTable> => get<BurialTable>(`/api/burial-tables/${id}?${period}`)
const cellOf = (from: BurialTable, row: string, column: string): BurialTable['rows'][number]['cells'][number] => {
  const index = from.columns.findIndex(({ id }) => id === column)
  const cell = from.rows.find(({ id }) => id === row)?.cells[index]
  if (cell === undefined) throw new Error(`${from.id} has no ${row} ${column}`)
  return cell
}

beforeAll(async () => {
  const register = openRegister({ folder, clock: () => new Date(clock.now) })
  const hash = await hashPassword(password)
  const person = (name: string, role: string, counter: string) => ({ kind: 'account.created', subject: `sample-${name}`, body: { account: name, name, role, counter, password: hash, scope: 'all', sample: true, certifiedUntil: '2099-12-31', language: 'zh' } })
  await register.transact({ account: 'sample-admin', counter: '', at: '2024-12-31T08:00:00.000+08:00' }, async (tx) => {
    await tx.record({ kind: 'office.setUp', subject: 'office', body: { name: '示例市民政局（示例）', area: sampleArea, fonds: '9901', windows: ['burial'], sample: true } })
    for (const one of [person('clerk1', 'registrar', '1'), person('manager', 'reviewer', ''), person('reviewer2', 'reviewer', ''), person('admin', 'administrator', '')]) await tx.record(one)
  })
  await register.bulk(homeFounded(civilDate('2024-12-31')))
  await register.bulk(homeYear(publishedHome), { perTransaction: 20_000 })
  await register.close()
  api = await createApi({ dataFolder: folder, clock: () => new Date(clock.now), strict: true } as Parameters<typeof createApi>[0])
}, 180_000)
afterAll(async () => {
  await (api as Api | undefined)?.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a home’s year to October, out of its cases', () => {
  it('comes to 5,714 bodies, 692 vigils, 81万 of hall rent and 319万 of the four basic items', async () => {
    const months = await table('months')
    const total = (column: string) => cellOf(months, 'total', column)
    expect([total('cremated').value, total('vigils').value]).toEqual([5714, 692])
    expect([total('vigil').fen, total('basic').fen]).toEqual([81_060_000, 319_006_000])
    expect([tenThousands(total('vigil').fen ?? 0), tenThousands(total('basic').fen ?? 0)]).toEqual(['81.06', '319.01'])
    // Sanity bands: rent a vigil, basic items a body.
    expect(Math.floor((total('vigil').fen ?? 0) / 100 / 692)).toBe(1171)
    expect(Math.floor((total('basic').fen ?? 0) / 100 / 5714)).toBe(558)
    expect(total('waived').value).toBe(5714)
    expect(total('resident').value + total('nonResident').value + total('residentUnknown').value).toBe(5714)
  })

  it('month sheets add up: months to the period, and every month’s year to date to the one before and itself', async () => {
    const months = await table('months')
    const rows = months.rows.filter(({ id }) => /^2025-/.test(id))
    expect(rows).toHaveLength(10)
    for (const [index, column] of months.columns.entries()) {
      if (column.id.endsWith('.toDate')) {
        const single = months.columns.findIndex(({ id }) => id === column.id.replace('.toDate', ''))
        let [count, fen] = [0, 0]
        for (const row of rows) {
          count += row.cells[single]?.value ?? 0
          fen += row.cells[single]?.fen ?? 0
          expect([row.id, column.id, row.cells[index]?.value, row.cells[index]?.fen ?? 0]).toEqual([row.id, column.id, count, fen])
        }
      } else {
        const last = months.rows.at(-1)?.cells[index]
        expect([column.id, rows.reduce((sum, row) => sum + (row.cells[index]?.value ?? 0), 0), rows.reduce((sum, row) => sum + (row.cells[index]?.fen ?? 0), 0)]).toEqual([column.id, last?.value, last?.fen ?? 0])
      }
    }
    // Each month by itself shows what it shows among the months.
    for (const row of rows.slice(0, 3)) {
      const alone = await table('month', `from=${row.id}-01&to=${row.cells[0]?.to ?? ''}`)
      expect(cellOf(alone, 'cremated', 'period').value).toBe(row.cells[0]?.value)
      expect(cellOf(alone, 'cremated', 'toDate').value).toBe(cellOf(months, row.id, 'cremated.toDate').value)
    }
  })

  it.each(burialTables.map(({ id }) => [id]))('%s: every identity holds, with both its sides, and the columns are in their units', async (id) => {
    const definition = burialTables.find((entry) => entry.id === id)
    const counted = await table(id)
    expect(counted.identities.map((identity) => identity.id)).toEqual(expect.arrayContaining([...(definition?.identities ?? [])]))
    expect(counted.identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
    for (const row of counted.rows) expect(row.cells).toHaveLength(counted.columns.length)
    // Half a month, and two and a half: read from lines and sums, the same table.
    for (const period of ['from=2025-03-10&to=2025-03-24', 'from=2025-03-10&to=2025-06-04']) expect((await table(id, period)).identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
  })

  it('ages, origins and causes sum to the bodies, by district and by home', async () => {
    for (const id of ['cremation.ages', 'cremation.agesByHome', 'cremation.origins', 'cremation.causes']) {
      const counted = await table(id)
      expect(counted.rows).toHaveLength(2)
      for (const row of counted.rows) {
        const [total = 0] = row.cells.map(({ value }) => value)
        expect(total).toBe(5714)
        const parts = counted.columns.map(({ id: column }, index) => [column, row.cells[index]?.value ?? 0] as const).filter(([column]) => !['total', 'man', 'woman', 'rate'].includes(column) && !column.endsWith('.woman'))
        expect(parts.reduce((sum, [, value]) => sum + value, 0)).toBe(5714)
      }
    }
    expect((await table('cremation.ages')).rows[1]?.id).toBe(sampleArea)
    const ashes = await table('ashes')
    const standing = ashes.rows.find(({ id }) => id === 'standing')
    expect(standing?.cells[0]?.value).toBe(5714)
    expect(standing?.cells.slice(1).reduce((sum, { value }) => sum + value, 0)).toBe(5714)
  })

  it('every number opens lines that sum to it, names masked', async () => {
    let opened = 0
    for (const id of ['month', 'months', 'cremation.agesByHome', 'ashes', 'waiver.items', 'waiver.bearers', 'waiver.policies', 'waiver.classes']) {
      const counted = await table(id)
      for (const row of counted.rows.slice(0, 30)) {
        for (const cell of row.cells.filter((_, index) => index % 3 === 0)) {
          if (cell.cells.length === 0 || (cell.value === 0 && cell.fen === 0)) continue
          opened += 1
          const lines = await get<Reply<'burialLines'>>(`/api/burial-lines?cells=${encodeURIComponent(cell.cells.join(','))}&from=${cell.from}&to=${cell.to}&limit=5`)
          expect([id, row.id, lines.count, cell.fen === null ? null : lines.fen]).toEqual([id, row.id, cell.value, cell.fen])
          for (const line of lines.rows) expect(line.name).toMatch(/^(.\*+)?$/u)
        }
      }
    }
    expect(opened).toBeGreaterThan(100)
  })

  it('lines come page by page, late ones marked and counted on the day of their entry', async () => {
    const rows: Reply<'burialLines'>['rows'] = []
    for (let after = ''; ; ) {
      const page = await get<Reply<'burialLines'>>(`/api/burial-lines?cells=cremated.total&from=2025-02-01&to=2025-02-28&limit=200${after === '' ? '' : `&after=${after}`}`)
      rows.push(...page.rows)
      if (page.next === undefined) {
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(page.count)
        break
      }
      after = page.next
    }
    const late = rows.filter((row) => row.late)
    expect(late.length).toBeGreaterThan(2)
    expect(late.every(({ day, countedOn }) => day === '2025-01-31' && countedOn === '2025-02-06')).toBe(true)
    const months = await get<Reply<'listBurialMonths'>>('/api/burial-months?year=2025')
    expect(months.months[0]).toMatchObject({ month: '2025-01', closable: false, closed: { on: '2025-02-05', by: 'manager', second: 'admin' } })
    expect(months.months[0]?.lateLines).toBeGreaterThan(late.length)
    const listed = await get<Reply<'listLateLines'>>('/api/burial-late-lines?from=2025-01-01&to=2025-01-31')
    expect(listed.rows.filter((row) => row.day.startsWith('2025-01'))).toHaveLength(months.months[0]?.lateLines ?? -1)
    expect(listed.rows.every((row) => row.late)).toBe(true)
    // Taken back and settled anew: signed lines, the same money.
    const waivers = await get<Reply<'burialLines'>>('/api/burial-lines?cells=waiver.total&from=2025-01-01&to=2025-10-31&limit=200')
    expect(waivers.count).toBe(5714)
  })

  it('a missing or self-made denominator shows as such, and 95 % of the urban funerals rests on a named base', async () => {
    const rates = (period: string) => get<Reply<'burialRates'>>(`/api/burial-rates?${period}`)
    const before = await rates(toOctober)
    expect(before.rates.map(({ id, state, rate }) => [id, state, rate])).toEqual([['cremation', 'missing', null], ['centralised', 'missing', null]])
    const enter = (body: object, who = 'manager') => ask<{ done: true }>(who, 'POST', '/api/burial-rates/denominators', { source: '示例市统计公报（示例）', fromNumerator: false, reason: '按公报录入', ...body })
    const october = (await rates('from=2025-10-01&to=2025-10-31')).rates[1]?.numerator ?? 0
    expect((await enter({ period: '2025-10', base: 'urbanDeaths', value: october })).body.error).toMatchObject({ code: 'invalid', field: 'fromNumerator' })
    for (let month = 1; month <= 10; month += 1) {
      const period = `2025-${String(month).padStart(2, '0')}`
      const { status, body } = await enter({ period, base: 'urbanDeaths', value: month === 10 ? 71 : 73 })
      expect(status, JSON.stringify(body)).toBe(200)
    }
    for (let month = 1; month <= 10; month += 1) expect((await enter({ period: `2025-${String(month).padStart(2, '0')}`, base: 'allDeaths', value: 700, fromNumerator: month === 3 })).status).toBe(200)
    const { rates: found } = await rates(toOctober)
    expect(found[0]).toMatchObject({ id: 'cremation', state: 'selfMade', rate: null, numerator: 5714, denominator: { base: 'allDeaths', value: 7000, fromNumerator: true } })
    expect(found[1]).toMatchObject({ id: 'centralised', state: 'stated', numerator: 692, denominator: { base: 'urbanDeaths', value: 728, title: { zh: '城区死亡人数' } } })
    expect(found[1]?.rate).toBeCloseTo(0.9505, 3)
    expect(found[1]?.message.zh).toContain('分母：城区死亡人数')
    // A period that its denominators do not cover exactly has none.
    expect((await rates('from=2025-01-01&to=2025-10-30')).rates.every(({ state }) => state === 'missing')).toBe(true)
    expect((await enter({ period: '2026', base: 'allDeaths', value: 10 })).body.error).toMatchObject({ field: 'period' })
    expect((await enter({ period: '2025', base: 'allDeaths', value: 1 }, 'clerk1')).status).toBe(403)
    expect((await table('cremation.ages', 'from=2025-02-01&to=2025-02-28')).columns[3]).toMatchObject({ id: 'rate', title: { zh: '火化率（全部死亡人数）%' } })
    expect((await table('cremation.ages')).columns[3]?.id).not.toBe('rate')
  })

  it('a month is closed by two people once it is over and the months before it are', async () => {
    const close = (month: string, second: object = { account: 'reviewer2', password }, who = 'manager') => ask<{ done: true }>(who, 'POST', `/api/burial-months/${month}/closing`, { reason: '月报已核对', second })
    expect((await close('2025-12')).body.error).toMatchObject({ code: 'wrong_state', field: 'month' })
    expect((await close('2025-10')).body.error).toMatchObject({ code: 'conflict', field: 'month' })
    expect((await close('2025-11', { account: 'manager', password })).body.error).toMatchObject({ code: 'second_person' })
    expect((await close('2025-11', undefined, 'clerk1')).status).toBe(403)
    const { months } = await get<Reply<'listBurialMonths'>>('/api/burial-months?year=2025')
    expect(months[10]).toMatchObject({ month: '2025-11', closed: null, closable: true })
    expect(months[11]).toMatchObject({ closable: false, why: { zh: '2025-12 还没有结束' } })
    expect((await close('2025-11')).status).toBe(200)
    const after = (await get<Reply<'listBurialMonths'>>('/api/burial-months?year=2025')).months[10]
    expect(after).toMatchObject({ closed: { on: '2025-12-02', by: 'manager', second: 'reviewer2' }, closable: false })
    expect(after?.closed?.head).toMatch(/^[0-9a-f]{64}$/)
    expect((await close('2025-11')).body.error?.code).toBe('conflict')
    const identity = (await table('month')).identities.find(({ id }) => id === 'closed.cremated')
    expect(identity).toMatchObject({ holds: true })
  })

  it('goes into a spreadsheet with yuan and 万元, and onto paper', async () => {
    const response = await send('GET', `/api/burial-tables/months/csv?${toOctober}`, await tokenOf('manager'))
    const csv = await response.text()
    expect(response.headers.get('content-type')).toContain('text/csv')
    expect(csv).toContain('守灵厅租用减免 金额（元）,守灵厅租用减免 金额（万元）')
    expect(csv).toMatch(/合计,5714,.*,810600,81\.06,/)
    expect(csv).toContain('相符')
    const pdf = await send('GET', `/api/burial-tables/sheet?from=2025-03-01&to=2025-03-31&tables=month,months,waiver.items`, await tokenOf('manager'))
    expect(pdf.status, pdf.headers.get('content-type')?.includes('json') === true ? await pdf.clone().text() : '').toBe(200)
    const bytes = new Uint8Array(await pdf.arrayBuffer())
    expect(new TextDecoder().decode(bytes.slice(0, 5))).toBe('%PDF-')
    if (process.env['LANTAI_KEEP_PAPERS'] !== undefined) writeFileSync(join(process.env['LANTAI_KEEP_PAPERS'], 'burial-month.pdf'), bytes)
  })

  it('turns down what is no table, no period and no number', async () => {
    expect((await ask('manager', 'GET', `/api/burial-tables/none?${toOctober}`)).body.error).toMatchObject({ code: 'not_found', field: 'table' })
    expect((await ask('manager', 'GET', '/api/burial-tables/month?from=2025-10-31&to=2025-01-01')).body.error).toMatchObject({ field: 'from' })
    expect((await ask('manager', 'GET', '/api/burial-tables/month?from=2025-02-30&to=2025-03-01')).status).toBe(400)
    expect((await ask('manager', 'GET', `/api/burial-lines?cells=,&${toOctober}`)).body.error).toMatchObject({ field: 'cells' })
    expect((await ask('manager', 'GET', `/api/burial-lines?cells=cremated.total&${toOctober}&after=zzz`)).body.error).toMatchObject({ code: 'malformed', field: 'after' })
    expect((await get<Reply<'burialLines'>>(`/api/burial-lines?cells=cremated.nothing&${toOctober}`)).count).toBe(0)
    expect((await ask('manager', 'GET', `/api/burial-tables/sheet?${toOctober}&tables=,`)).body.error).toMatchObject({ field: 'tables' })
    expect((await ask('admin', 'GET', `/api/burial-tables/month?${toOctober}`)).status).toBe(403)
    expect(homePolicy.title.zh).toContain('示例')
  })
})
