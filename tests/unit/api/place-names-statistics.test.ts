import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Api } from '../../../api/contract.ts'
import { createApi } from '../../../api/index.ts'
import { hashPassword } from '../../../api/passwords.ts'
import type { placeNameStatisticRoutes, PlaceNameReport, PlaceNameTable } from '../../../api/schemas/boundaries.ts'
import { openRegister } from '../../../db/register.ts'
import type { Register } from '../../../db/contract.ts'
import type { Action, JournalEntry } from '../../../domain/action.ts'
import { makeCalendar, shippedNotices } from '../../../domain/calendar/index.ts'
import { addDays, civilDate, monthOf, monthRange, shiftMonth } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import type { BoundaryLineAction } from '../../../domain/place-names/boundaries/actions.ts'
import { foldBoundary } from '../../../domain/place-names/boundaries/line.ts'
import type { PlaceNameAction } from '../../../domain/place-names/case/actions.ts'
import { emptyEntityFacts } from '../../../domain/place-names/gazetteer/actions.ts'
import { clocksOfCase } from '../../../domain/place-names/case/clocks.ts'
import { foldPlaceName, type PlaceNameCase } from '../../../domain/place-names/case/fold.ts'
import { nameActs } from '../../../domain/place-names/names/index.ts'
import { placeKinds } from '../../../domain/place-names/kinds.ts'
import { clockSettingsOf } from '../../../domain/place-names/profile.ts'
import { placeNameTables } from '../../../domain/place-names/statistics/tables.ts'
import { sampleNotices } from '../../../sample/notices.ts'
import { sampleProfile } from '../../../sample/place-names/ground.ts'
import { placeNameDays } from '../../../sample/place-names/index.ts'
import { sampleArea } from '../../../sample/places.ts'
import { fileOf, road, soundCase, wordsFor } from '../domain/place-names/case-facts.ts'

type Reply<R extends keyof typeof placeNameStatisticRoutes> = (typeof placeNameStatisticRoutes)[R] extends { readonly reply?: infer S } ? (S extends z.ZodType ? z.infer<S> : never) : never
interface Refused { readonly error?: { readonly code: string; readonly field?: string; readonly text: { readonly zh: string; readonly en: string } } }

const password = 'names-password-1'
const hashed = hashPassword(password)

/** A desk over a register that was filled beforehand; what comes later comes through the register. */
const openDesk = async (now: string, fill: (register: Register) => Promise<void>) => {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-names-'))
  const clock = { now: Date.parse(now) }
  const register = openRegister({ folder, clock: () => new Date(clock.now) })
  const hash = await hashed
  const person = (name: string, role: string, counter: string) => ({ kind: 'account.created', subject: `sample-${name}`, body: { account: name, name, role, counter, password: hash, scope: 'all', sample: true, certifiedUntil: '2099-12-31', language: 'zh' } })
  await register.transact({ account: 'sample-admin', counter: '', at: '2024-12-31T08:00:00.000+08:00' }, async (tx) => {
    await tx.record({ kind: 'office.setUp', subject: 'office', body: { name: '示例区民政局（示例）', area: sampleArea, fonds: '9901', windows: ['place-names'], sample: true } })
    for (const one of [person('clerk1', 'registrar', '1'), person('clerk2', 'registrar', '2'), person('clerk3', 'registrar', '3'), person('manager', 'reviewer', ''), person('admin', 'administrator', ''), person('audit', 'auditor', '')]) await tx.record(one)
  })
  await fill(register)
  await register.close()
  const api: Api = await createApi({ dataFolder: folder, clock: () => new Date(clock.now), strict: true } as Parameters<typeof createApi>[0])
  let token = ''
  const send = async (method: string, path: string, language = 'zh'): Promise<Response> => {
    if (token === '') token = await signIn('manager')
    return api.fetch(new Request(`http://127.0.0.1:4780${path}`, { method, headers: { authorization: `Bearer ${token}`, 'accept-language': language } }), { shell: 'server', remoteAddress: '127.0.0.1' })
  }
  const signIn = async (account: string): Promise<string> => ((await (await api.fetch(new Request('http://127.0.0.1:4780/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ account, password }) }), { shell: 'server', remoteAddress: '127.0.0.1' })).json()) as { token: string }).token
  let writer = ''
  const post = async (path: string, body: object): Promise<Response> => {
    if (writer === '') writer = await signIn('clerk1')
    return api.fetch(new Request(`http://127.0.0.1:4780${path}`, { method: 'POST', headers: { authorization: `Bearer ${writer}`, 'content-type': 'application/json' }, body: JSON.stringify(body) }), { shell: 'server', remoteAddress: '127.0.0.1' })
  }
  const get = async <T>(path: string): Promise<T> => {
    const response = await send('GET', path)
    const body = (await response.json()) as T
    expect(response.status, JSON.stringify(body).slice(0, 400)).toBe(200)
    return body
  }
  return {
    clock, folder, send, get, post, signIn,
    refused: async (path: string): Promise<{ readonly status: number } & NonNullable<Refused['error']>> => { const response = await send('GET', path); return { status: response.status, ...(((await response.json()) as Refused).error as NonNullable<Refused['error']>) } },
    table: (id: string, period: string) => get<PlaceNameTable>(`/api/place-name-tables/${id}?${period}`),
    close: async () => { await api.close(); rmSync(folder, { recursive: true, force: true }) },
  }
}
type Desk = Awaited<ReturnType<typeof openDesk>>
const cellOf = (table: PlaceNameTable, row: string, column: string): PlaceNameTable['rows'][number]['cells'][number] => {
  const cell = table.rows.find(({ id }) => id === row)?.cells[table.columns.findIndex(({ id }) => id === column)]
  if (cell === undefined) throw new Error(`${table.id} has no ${row} ${column}`)
  return cell
}

const last = civilDate('2026-11-20')
const first = addDays(last, -365)
const calendar = makeCalendar([...shippedNotices, ...sampleNotices(2027, first)])
const sampleEntries = (): readonly (readonly [{ readonly account: string; readonly counter: string; readonly at: string }, Action])[] => {
  const days = placeNameDays({ seed: 7, first, calendar })
  return Array.from({ length: 366 }, (_, index) => addDays(first, index)).flatMap((day) => days(day)).map((step) => step.act())
}
const entryOf = ([actor, action]: ReturnType<typeof sampleEntries>[number], index: number): JournalEntry => ({ seq: index + 1, at: actor.at, actor: actor.account, counter: actor.counter, hash: '', action })

describe('a sample year', () => {
  let desk: Desk
  const given = sampleEntries().map(entryOf)
  const bySubject = Map.groupBy(given.filter(({ action }) => action.kind.startsWith('placeName.')), ({ action }) => action.subject)
  const cases = [...bySubject.values()].map((entries) => foldPlaceName(entries as JournalEntry<PlaceNameAction>[]))
  const names = (month: string, act?: string) => cases.reduce((sum, { decision, words, file }) => sum + (decision?.day.startsWith(month) === true ? words.filter(({ item }) => act === undefined || file.items.some((one) => one.id === item && one.act === act)).length : 0), 0)
  const year = `from=${first}&to=${last}`
  beforeAll(async () => {
    desk = await openDesk('2026-11-21T02:00:00Z', async (register) => { await register.bulk(sampleEntries()) })
  }, 120_000)
  afterAll(async () => (desk as Desk | undefined)?.close())

  it.each(placeNameTables.map(({ id }) => [id]))('%s: every identity holds, every number is the sum of the lines behind it', async (id) => {
    const table = await desk.table(id, year)
    expect(table.identities.map(({ id: of }) => of)).toEqual(expect.arrayContaining([...(placeNameTables.find((one) => one.id === id)?.identities ?? [])]))
    expect(table.identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
    for (const { value, cells, from, to } of table.rows.flatMap((row) => row.cells).filter((cell) => cell.cells.length > 0 && cell.value !== 0).slice(0, 60)) {
      const lines = await desk.get<Reply<'placeNameLines'>>(`/api/place-name-lines?cells=${encodeURIComponent(cells.join(','))}&from=${from}&to=${to}&limit=200`)
      expect([cells, lines.value]).toEqual([cells, value])
      if (lines.next === undefined) expect(lines.rows.reduce((sum, line) => sum + line.value, 0)).toBe(value)
      expect(lines.rows.every(({ day, title, path }) => from <= day && day <= to && /\p{Script=Han}/u.test(title.zh) && !/\p{Script=Han}/u.test(title.en) && path.startsWith('/place-names/'))).toBe(true)
    }
  })

  it('counts the applications and names that the cases tell by hand, by act and by month', async () => {
    const [table, applications, report] = await Promise.all([desk.table('names.months', year), desk.table('applications', year), desk.table('month', year)])
    for (const row of table.rows.filter(({ id }) => /^\d{4}-\d{2}$/.test(id))) {
      expect([row.id, cellOf(table, row.id, 'approved').value]).toEqual([row.id, names(row.id)])
      for (const act of nameActs) expect([row.id, act, cellOf(table, row.id, act).value]).toEqual([row.id, act, names(row.id, act)])
      expect(cellOf(applications, row.id, 'received').value).toBe(cases.filter(({ receivedOn }) => receivedOn.startsWith(row.id)).length)
      expect(cellOf(applications, row.id, 'returned').value).toBe(cases.filter(({ supplement }) => supplement?.day.startsWith(row.id)).length)
    }
    expect(cellOf(report, 'received', 'period').value).toBe(cases.length)
    expect(cellOf(table, 'total', 'approved').value).toBeGreaterThanOrEqual(40)
    expect(cellOf(report, 'filed', 'period').value).toBe(cases.reduce((sum, { filings }) => sum + (filings.at(-1)?.outcome === 'filed' || filings.at(-1)?.outcome === 'submitted' ? (filings.at(-1)?.body.items.length ?? 0) : 0), 0))
    expect(cellOf(report, 'signs', 'period').value).toBe(cases.reduce((sum, { signs }) => sum + signs.length, 0))
    expect(cellOf(report, 'filings', 'period').value).toBe(cases.reduce((sum, { filings }) => sum + filings.length, 0))
  })

  it('sums over kinds, towns and months are the whole', async () => {
    const [months, kinds, towns] = await Promise.all([desk.table('names.months', year), desk.table('names.kinds', year), desk.table('names.towns', year)])
    for (const column of ['approved', ...nameActs, 'refused', 'provisional']) {
      const whole = cellOf(months, 'total', column).value
      for (const table of [months, kinds, towns]) {
        expect([table.id, column, cellOf(table, 'total', column).value]).toEqual([table.id, column, whole])
        expect(table.rows.filter(({ id }) => id !== 'total').reduce((sum, { id }) => sum + cellOf(table, id, column).value, 0)).toBe(whole)
      }
    }
    expect(towns.rows.length).toBeGreaterThan(2)
  })

  it('runs from the first of January, and stands beside the period before and the same days of the year before', async () => {
    const [month, months] = await Promise.all([desk.table('month', 'from=2026-06-01&to=2026-06-30'), desk.table('months', 'from=2026-01-01&to=2026-06-30')])
    expect(month.columns.map(({ id }) => id)).toEqual(['period', 'previous', 'toDate', 'before'])
    for (const figure of ['received', 'approved', 'published', 'entered', 'signs']) {
      expect(cellOf(month, figure, 'toDate').value).toBe(cellOf(months, '2026-06', `${figure}.toDate`).value)
      expect(cellOf(month, figure, 'period').value).toBe(cellOf(months, '2026-06', figure).value)
      expect(cellOf(month, figure, 'previous')).toMatchObject({ value: cellOf(months, '2026-05', figure).value, from: '2026-05-01', to: '2026-05-31' })
      expect(cellOf(month, figure, 'before')).toMatchObject({ from: '2025-06-01', to: '2025-06-30' })
    }
    expect(month.rows[0]?.title).toEqual({ zh: '收件（件）', en: 'Received (cases)' })
    // Parts of a month and several months stand beside as many days, and as many months, before them.
    const span = async (from: string, to: string) => { const cell = cellOf(await desk.table('month', `from=${from}&to=${to}`), 'received', 'previous'); return [cell.from, cell.to] }
    expect(await span('2026-06-11', '2026-06-20')).toEqual(['2026-06-01', '2026-06-10'])
    expect(await span('2026-01-01', '2026-03-31')).toEqual(['2025-10-01', '2025-12-31'])
    expect(await span('2026-02-01', '2026-02-28')).toEqual(['2026-01-01', '2026-01-31'])
  })

  it('inspections done of planned, by year', async () => {
    const plans = await desk.table('boundaryPlans', year)
    const boundaries = [...Map.groupBy(given.filter(({ action }) => action.kind.startsWith('boundary.')), ({ action }) => action.subject).values()].map((entries) => foldBoundary(entries.map(({ action }) => action as BoundaryLineAction)))
    expect(plans.rows.reduce((sum, { id }) => sum + cellOf(plans, id, 'planned').value, 0)).toBe(given.filter(({ action }) => action.kind === 'boundaryPlan.set').reduce((sum, { action }) => sum + (action.body as { readonly lines: readonly unknown[] }).lines.length, 0))
    expect(plans.rows.reduce((sum, { id }) => sum + cellOf(plans, id, 'extra').value, 0)).toBe(boundaries.flatMap(({ inspections }) => inspections).filter(({ kind }) => kind === 'extra').length)
    for (const { id } of plans.rows) expect(cellOf(plans, id, 'done').value + cellOf(plans, id, 'open').value).toBe(cellOf(plans, id, 'planned').value)
    expect(plans.rows.reduce((sum, { id }) => sum + cellOf(plans, id, 'done').value, 0)).toBeGreaterThan(0)
  })

  it('on-time rates are those of the clocks, with the late cases by name', async () => {
    const { rates } = await desk.get<Reply<'placeNameRates'>>(`/api/place-name-rates?${year}`)
    const clocks = cases.flatMap((folded) => clocksOfCase(folded, civilDate('2026-11-21'), { calendar: makeCalendar(shippedNotices), settings: clockSettingsOf(sampleProfile()) }).map((clock) => ({ clock, id: folded.id }))).filter(({ clock }) => clock.due !== undefined && clock.due.day >= first && clock.due.day <= last)
    for (const rate of rates) {
      const own = clocks.filter(({ clock }) => clock.id === rate.id)
      const count = (state: string) => own.filter(({ clock }) => clock.state === state).length
      expect([rate.id, rate.met, rate.late, rate.overdue, rate.open]).toEqual([rate.id, count('met'), count('late'), count('overdue'), count('open')])
      expect(rate.permille).toBe(rate.met + rate.late + rate.overdue === 0 ? null : Math.floor((rate.met * 1000) / (rate.met + rate.late + rate.overdue)))
      expect(rate.cases.map(({ id }) => id).toSorted()).toEqual([...new Set(own.filter(({ clock }) => clock.state === 'late' || clock.state === 'overdue').map(({ id }) => id))].toSorted())
    }
    // The year has a notice that came late, and a filing that never came.
    expect(rates.find(({ id }) => id === 'filing')).toMatchObject({ overdue: 1 })
    expect(rates.find(({ id }) => id === 'notice')?.late).toBeGreaterThanOrEqual(1)
    expect(rates.find(({ id }) => id === 'filing')?.cases[0]?.title).toMatch(/\p{Script=Han}/u)
  })

  it('the compliance report finds each planted failure among real passes, and adds up', async () => {
    const report = await desk.get<PlaceNameReport>(`/api/place-name-report?${year}`)
    const failing = report.cases.flatMap(({ id, failing: rows }) => rows.filter(({ state }) => state === 'fail').map(({ code, message }) => [id, code, message?.zh]))
    expect(failing.map(([, code]) => code).toSorted()).toEqual(['F01', 'F02', 'S01'])
    expect(report.cases).toHaveLength(cases.filter(({ decision }) => decision !== null).length)
    expect(report.cases.filter(({ card }) => card.verdict === 'sound').length).toBeGreaterThanOrEqual(6)
    const sum = (key: 'pass' | 'fail' | 'attested' | 'notApplicable' | 'open') => report.cases.reduce((total, { card }) => total + card.counts[key], 0)
    for (const key of ['pass', 'fail', 'attested', 'notApplicable', 'open'] as const) expect([key, report.rules.reduce((total, rule) => total + rule[key], 0)]).toEqual([key, sum(key)])
    expect({ passed: report.passed, examined: report.examined, failed: report.failed, unanswered: report.unanswered, complete: report.complete }).toEqual({ passed: sum('pass') + sum('attested'), examined: sum('pass') + sum('attested') + sum('fail'), failed: 3, unanswered: sum('open'), complete: false })
    expect(report.rules.every(({ code, title, law }) => /^[NPMTHFSK]\d{2}$/.test(code) && title.zh !== '' && law.zh !== '')).toBe(true)
    for (const { failing: rows, card } of report.cases) expect([rows.filter(({ state }) => state === 'fail').length, rows.filter(({ state }) => state === 'open').length]).toEqual([card.counts.fail, card.counts.open])
    // A period in which every case is archived and none was planted with a fault is whole.
    const sound = report.cases.filter(({ card }) => card.verdict === 'sound').map(({ decidedOn }) => decidedOn)
    const whole = await Promise.all(sound.map((day) => desk.get<PlaceNameReport>(`/api/place-name-report?from=${day}&to=${day}`)))
    expect(whole.some(({ complete, passed, examined, unanswered }) => complete && passed === examined && passed > 0 && unanswered === 0)).toBe(true)
    // Nothing decided is nothing passed.
    expect(await desk.get<PlaceNameReport>('/api/place-name-report?from=2024-01-01&to=2024-01-31')).toMatchObject({ cases: [], rules: [], passed: 0, examined: 0, failed: 0, unanswered: 0, complete: false })
  })

  it('goes onto paper: the tables with their rates, and the report', async () => {
    for (const path of [`/api/place-name-tables/sheet?${year}&tables=${placeNameTables.map(({ id }) => id).join(',')}`, `/api/place-name-report/sheet?${year}`]) {
      const response = await desk.send('GET', path)
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/pdf'])
      expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-')
      expect(response.headers.get('content-disposition')).toContain(encodeURIComponent(path.includes('report') ? '地名合规报告' : '地名报表'))
    }
  })

  it('goes into a spreadsheet in both languages, with title, unit and period first', async () => {
    const [zh, en] = await Promise.all((['zh', 'en'] as const).map(async (language) => (await desk.send('GET', `/api/place-name-tables/names.kinds/csv?${year}`, language)).text()))
    expect(zh?.replace('\uFEFF', '').split('\r\n')[0]).toBe(`地名命名更名审批情况（分类别）,单位：个,${first} 至 ${last}`)
    expect(zh?.split('\r\n')[1]).toBe(',批准地名（个）,命名（个）,更名（个）,起止点调整（个）,销名（个）,恢复（个）,不予批准（个）,预命名（个）')
    expect(en).toContain('Names approved (items)')
    expect(en).not.toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['/api/place-name-tables/none?from=2026-01-01&to=2026-01-31', 404, 'not_found', 'table'],
    ['/api/place-name-tables/month?from=2026-02-01&to=2026-01-31', 422, 'invalid', 'from'],
    ['/api/place-name-tables/month?from=2026-02-30&to=2026-03-31', 400, undefined, 'from'],
    ['/api/place-name-tables/month?from=1800-01-01&to=2026-03-31', 422, 'invalid', 'from'],
    ['/api/place-name-tables/sheet?from=2026-01-01&to=2026-01-31&tables=', 422, 'invalid', 'tables'],
    ['/api/place-name-tables/sheet?from=2026-01-01&to=2026-01-31&tables=month,none', 404, 'not_found', 'table'],
    ['/api/place-name-lines?cells=,&from=2026-01-01&to=2026-01-31', 422, 'invalid', 'cells'],
    ['/api/place-name-lines?cells=name.approved.total&from=2026-01-01&to=2026-01-31&after=nothing', 400, undefined, undefined],
    ['/api/place-name-report?from=2026-02-01&to=2026-01-31', 422, 'invalid', 'from'],
    ['/api/place-name-rates?from=2026-02-01', 400, undefined, 'to'],
  ])('refuses %s', async (path, status, code, field) => {
    const answer = await desk.refused(path)
    expect(answer.status).toBe(status)
    if (code !== undefined) expect(answer.code).toBe(code)
    if (field !== undefined) expect(answer.field).toBe(field)
    expect(answer.text.zh).toMatch(/\p{Script=Han}/u)
    expect(answer.text.en).not.toMatch(/\p{Script=Han}/u)
  })
  it('a cell that nothing counts in is nothing, not a mistake', async () => {
    expect(await desk.get(`/api/place-name-lines?cells=name.approved.town.nowhere&${year}`)).toEqual({ rows: [], count: 0, value: 0 })
  })
})

const clerk = (at: string) => ({ account: 'sample-clerk1', counter: '1', at: `${at}T09:00:00.000+08:00` })
/** The acts of a case of one's own: its numbers are given to no other. */
const mine = (id: string, actions: readonly PlaceNameAction[]): readonly PlaceNameAction[] => actions.map((action) => {
  const body = { ...action.body } as Record<string, unknown>
  for (const field of ['slip', 'document', 'number']) if (typeof body[field] === 'string' && body[field] !== '') body[field] = `${body[field]}-${id}`
  return { ...action, subject: id, body } as unknown as PlaceNameAction
})

describe('late, corrected and typed', () => {
  let desk: Desk
  const items = [road('1', '人福路', { township: '=HYPERLINK("x")' }), road('2', '宁平路', { township: '越溪,街道' })]
  const [, , ...rest] = soundCase(items)
  beforeAll(async () => {
    desk = await openDesk('2026-06-02T02:00:00Z', async (register) => {
      for (const action of mine('n01', soundCase(items).filter(({ kind }) => kind !== 'placeName.signSet'))) await register.transact(clerk(action.body.day), (tx) => tx.record(action))
      // Told in June of signs that were set in April.
      for (const action of mine('n01', rest.filter(({ kind }) => kind === 'placeName.signSet'))) await register.transact(clerk('2026-06-01'), (tx) => tx.record(action))
      // Filed in March, sent back in April, handed in again in May.
      const sentBack = mine('n02', soundCase([road('1', '高塘路')]).filter(({ kind }) => !['placeName.archived', 'placeName.filingAnswered'].includes(kind)))
      const filing = sentBack.find(({ kind }) => kind === 'placeName.filed') as PlaceNameAction
      for (const action of sentBack) await register.transact(clerk(action.body.day), (tx) => tx.record(action))
      await register.transact(clerk('2026-04-28'), (tx) => tx.record({ kind: 'placeName.filingAnswered', subject: 'n02', body: { day: '2026-04-28', outcome: 'correctionAsked', note: '' } }))
      await register.transact(clerk('2026-05-06'), (tx) => tx.record({ ...filing, body: { ...filing.body, document: '示府备〔2026〕9号', day: '2026-05-06' } } as PlaceNameAction))
    })
  }, 60_000)
  afterAll(async () => (desk as Desk | undefined)?.close())

  it('what is told late counts on its own day, with the day of its entry beside it', async () => {
    const april = await desk.table('signs', 'from=2026-04-01&to=2026-04-30')
    expect(cellOf(april, 'total', 'signs').value).toBe(3)
    const { rows } = await desk.get<Reply<'placeNameLines'>>('/api/place-name-lines?cells=sign.set.total&from=2026-04-01&to=2026-04-30')
    expect(rows.filter(({ subject }) => subject === 'n01').map(({ day, enteredOn, name, path }) => [day, enteredOn, name, path])).toEqual([['2026-04-01', '2026-06-01', '人福路', '/place-names/n01'], ['2026-04-01', '2026-06-01', '宁平路', '/place-names/n01']])
  })
  it('what was sent back is taken back on the day it counted, and both lines stand', async () => {
    const table = await desk.table('filings', 'from=2026-03-01&to=2026-05-31')
    expect(['2026-03', '2026-04', '2026-05'].map((month) => cellOf(table, month, 'filed').value)).toEqual([2, 0, 1])
    expect(cellOf(table, 'total', 'filings').value).toBe(3)
    const { rows, value, count } = await desk.get<Reply<'placeNameLines'>>('/api/place-name-lines?cells=name.filed.total&from=2026-03-01&to=2026-03-31')
    expect([value, count]).toEqual([2, 4])
    expect(rows.filter(({ subject }) => subject === 'n02').map(({ value: one, enteredOn, name }) => [one, enteredOn, name])).toEqual([[1, '2026-03-20', '高塘路'], [-1, '2026-04-28', '高塘路']])
  })
  it('a word that a spreadsheet would run is written as a word', async () => {
    const text = await (await desk.send('GET', '/api/place-name-tables/names.towns/csv?from=2026-01-01&to=2026-12-31')).text()
    const rows = text.replace('\uFEFF', '').split('\r\n')
    expect(rows.some((row) => row.startsWith('"\'=HYPERLINK(""x"")",'))).toBe(true)
    expect(rows.some((row) => /^"?[=+\-@]/.test(row))).toBe(false)
    expect(rows.some((row) => row.startsWith('越溪，街道,1,'))).toBe(true)
  })
  it('a town with marks of its own has its lines behind it', async () => {
    const table = await desk.table('names.towns', 'from=2026-01-01&to=2026-12-31')
    for (const row of table.rows) for (const { value, cells, from, to } of row.cells) {
      expect((await desk.get<Reply<'placeNameLines'>>(`/api/place-name-lines?cells=${encodeURIComponent(cells.join(','))}&from=${from}&to=${to}`)).value).toBe(value)
    }
  })
})

describe('what is written through the door', () => {
  let desk: Desk
  const send = async <T>(path: string, body: object): Promise<T> => {
    const response = await desk.post(path, body)
    const answer = (await response.json()) as T
    expect(response.status, JSON.stringify(answer).slice(0, 400)).toBe(200)
    return answer
  }
  beforeAll(async () => {
    desk = await openDesk('2026-06-02T02:00:00Z', async (register) => {
      for (const action of mine('n21', soundCase([road('1', '人福路')]))) await register.transact(clerk(action.body.day), (tx) => tx.record(action))
    })
  }, 60_000)
  afterAll(async () => (desk as Desk | undefined)?.close())
  const facts = { name: '欧洲城', where: '小区大门标牌', class: 'foreign', source: 'patrol', holder: '示例物业', contact: '', standard: '矮凳桥小区', entityId: '', found: '大门使用非标准名称' }

  it('an irregular name found and settled is in its tables, and the lines lead to it', async () => {
    const found = await send<{ readonly id: string; readonly revision: number }>('/api/irregular-names', { day: '2026-05-20', facts })
    const before = await desk.table('irregular', 'from=2026-05-01&to=2026-06-30')
    expect([cellOf(before, '2026-05', 'found').value, cellOf(before, 'total', 'settled').value]).toEqual([1, 0])
    await send(`/api/irregular-names/${found.id}/acts`, { revision: found.revision, act: { kind: 'settled', day: '2026-06-01', how: 'corrected', document: '', note: '' } })
    const after = await desk.table('irregular', 'from=2026-05-01&to=2026-06-30')
    expect([cellOf(after, '2026-06', 'settled').value, cellOf(after, 'total', 'found').value]).toEqual([1, 1])
    const { rows } = await desk.get<Reply<'placeNameLines'>>('/api/place-name-lines?cells=irregular.settled.how.corrected&from=2026-05-01&to=2026-06-30')
    expect(rows).toMatchObject([{ name: '欧洲城', unit: '个', day: '2026-06-01', path: `/place-names/irregular?name=${found.id}`, title: { zh: '处理不规范地名' } }])
  })
  it('the report is the same again while nothing about place names is written, and new when something is', async () => {
    const path = '/api/place-name-report?from=2026-03-01&to=2026-03-31'
    const first = await desk.get<PlaceNameReport>(path)
    await desk.signIn('clerk2')
    expect(await desk.get<PlaceNameReport>(path)).toEqual(first)
    // Another period asks for cases that were judged before.
    const wider = '/api/place-name-report?from=2026-02-01&to=2026-03-31'
    expect(await desk.get<PlaceNameReport>(wider)).toEqual({ ...first, from: '2026-02-01' })
    expect(first.rules.find(({ code }) => code === 'S01')).toMatchObject({ pass: 1 })
    expect(first.rules.find(({ code, title }) => code === 'N10' && title.zh === '不重名')).toMatchObject({ pass: 1, fail: 0 })
    const named = (from: string) => send('/api/gazetteer/entities', { day: '2026-06-01', geometry: null, source: '补录（示例）', facts: { ...emptyEntityFacts('STREET'), province: '320000', county: '320506', builtUpArea: '320506-1', township: '越溪街道' }, names: [{ name: '人福路', text: 'Rénfú Lù', sign: 'RENFU LU', standing: 'standard', from, to: '', document: '' }] })
    // A name that came after the decision is at fault itself; one that stood before it was overlooked.
    await named('2026-05-01')
    expect((await desk.get<PlaceNameReport>(path)).rules.find(({ code, title }) => code === 'N10' && title.zh === '不重名')).toMatchObject({ pass: 1, fail: 0 })
    await named('1998-01-01')
    const overlooked = await desk.get<PlaceNameReport>(path)
    expect(overlooked.rules.find(({ code, title }) => code === 'N10' && title.zh === '不重名')).toMatchObject({ pass: 0, fail: 1 })
    expect(await desk.get<PlaceNameReport>(wider)).toEqual({ ...overlooked, from: '2026-02-01' })
  })
})

describe('what the report says', () => {
  let desk: Desk
  beforeAll(async () => {
    desk = await openDesk('2026-06-02T02:00:00Z', async (register) => {
      const write = async (action: Action, at: string) => register.transact(clerk(at), (tx) => tx.record(action))
      for (const [id, name, change] of [
        ['n11', '人福路', (actions: readonly PlaceNameAction[]) => actions],
        ['n12', '高塘路', (actions: readonly PlaceNameAction[]) => actions.map((action) => (action.kind === 'placeName.filed' ? { ...action, body: { ...action.body, day: '2026-04-01' as const } } : action))],
        ['n13', '毛庄路', (actions: readonly PlaceNameAction[]) => [...actions.map((action) => (action.kind === 'placeName.signSet' ? { ...action, body: { ...action.body, photo: '' as const } } : action)), { kind: 'placeName.attested', subject: 'n13', body: { day: '2026-05-07', attestations: [{ rule: 'place-names.sign', item: '1', result: 'pass', note: '已现场查看' }] } } as unknown as PlaceNameAction]],
        ['n14', '邢店路', (actions: readonly PlaceNameAction[]) => actions.filter(({ kind }) => kind !== 'placeName.entered')],
      ] as const) for (const action of mine(id, change(soundCase([road('1', name)])) as readonly PlaceNameAction[])) await write(action, action.body.day)
    })
  }, 60_000)
  afterAll(async () => (desk as Desk | undefined)?.close())

  it('a late filing fails, a missing entry stays open, what a person saw is attested, and the rest passes', async () => {
    const report = await desk.get<PlaceNameReport>('/api/place-name-report?from=2026-03-01&to=2026-03-31')
    const rowsOf = (id: string) => report.cases.find((one) => one.id === id)?.failing.map(({ code, state }) => `${code} ${state}`) ?? []
    expect(report.cases.map(({ id }) => id).toSorted()).toEqual(['n11', 'n12', 'n13', 'n14'])
    const common = rowsOf('n11')
    expect(rowsOf('n12').filter((row) => !common.includes(row))).toEqual(['F01 fail'])
    expect(rowsOf('n13').filter((row) => !common.includes(row))).toEqual([])
    expect(rowsOf('n14').filter((row) => !common.includes(row))).toEqual(['F03 open'])
    const rule = (code: string) => report.rules.find((one) => one.code === code)
    expect(rule('F01')).toMatchObject({ pass: 3, fail: 1, open: 0 })
    expect(rule('F03')).toMatchObject({ pass: 3, fail: 0, open: 1 })
    expect(rule('S01')).toMatchObject({ pass: 3, attested: 1, fail: 0 })
    expect(rule('N02')).toMatchObject({ pass: 4 })
    expect(report.complete).toBe(false)
    expect(report.cases.find(({ id }) => id === 'n12')?.failing.find(({ code }) => code === 'F01')?.message?.zh).toMatch(/\p{Script=Han}/u)
  })
})

// Random histories through the register, counted at the door against a recount of what it took.
const towns = ['越溪街道', '太平街道', '', '金庭镇'] as const
const kinds = ['placeName.amended', 'placeName.supplementAsked', 'placeName.supplemented', 'placeName.accepted', 'placeName.provisionallyNamed', 'placeName.reviewed', 'placeName.decided', 'placeName.filed', 'placeName.filingAnswered', 'placeName.filed', 'placeName.noticed', 'placeName.entered', 'placeName.signSet', 'placeName.signFound', 'placeName.signMended'] as const
const bodyOf = (kind: string, folded: PlaceNameCase, day: string, pick: number): object => {
  const ids = folded.file.items.map(({ id }) => id)
  const one = ids[pick % ids.length] ?? ''
  const approved = folded.words.map(({ item }) => item)
  const words = (id: string) => { const found = folded.file.items.find((entry) => entry.id === id); return found === undefined ? { item: id, name: '甲路', text: '', sign: '', extent: '' } : wordsFor(found) }
  switch (kind) {
    case 'placeName.amended': case 'placeName.supplemented': return { day, changes: { items: folded.file.items.map((entry) => (entry.id === one ? { ...entry, township: towns[pick % 4] ?? '' } : entry)) } }
    case 'placeName.supplementAsked': return { day, slip: `补正${folded.id}`, missing: ['图'] }
    case 'placeName.accepted': return { day, slip: `受理${folded.id}` }
    case 'placeName.provisionallyNamed': return { day, item: one, document: `预${folded.id}-${one}-${day}`, until: '2026-12-31' }
    case 'placeName.reviewed': return { day, reviewer: 'head', opinion: '同意', verdicts: ids.map((id) => ({ item: id, verdict: 'approve', note: '' })) }
    case 'placeName.decided': return { day, approver: 'countyGovernment', approverName: '示例区人民政府', document: `示府〔2026〕${folded.id.slice(1)}号`, sealed: true, remedies: true, decisions: ids.map((id, index) => ((pick >> index) % 3 === 0 ? { item: id, outcome: 'refused', grounds: [{ rule: 'x', law: '', reason: '重名' }] } : { item: id, outcome: 'approved', words: words(id) })) }
    case 'placeName.filed': return { day, to: '市民政局', document: '', items: approved, papers: [], words: approved.map(words) }
    case 'placeName.filingAnswered': return { day, outcome: (['filed', 'refileAsked', 'correctionAsked'] as const)[pick % 3], note: '' }
    case 'placeName.noticed': return { day, number: '', channels: ['nationalBase'], link: '', elements: [], words: approved.slice(0, 1 + (pick % 3)).map(words) }
    case 'placeName.entered': return { day, item: one, code: String(pick).padStart(20, '3'), announced: true }
    case 'placeName.signSet': return { day, item: one, sign: `s${String(pick % 5)}`, text: '甲路', pinyin: '', position: '', maker: '', photo: '' }
    case 'placeName.signFound': return { day, item: one, sign: `s${String(pick % 5)}`, defect: String((pick % 5) + 1), note: '' }
    case 'placeName.signMended': return { day, item: one, sign: `s${String(pick % 5)}`, note: '' }
    default: return { day, note: '撤回' }
  }
}
const chance = fc.record({ after: fc.nat({ max: 8 }), pick: fc.nat({ max: 999 }), left: fc.nat({ max: 14 }) })
const history = fc.record({ items: fc.array(fc.record({ act: fc.constantFrom(...nameActs), kind: fc.constantFrom(...placeKinds), township: fc.constantFrom(...towns) }), { minLength: 1, maxLength: 4 }), begun: fc.nat({ max: 150 }), steps: fc.array(chance, { minLength: 2 * kinds.length, maxLength: 2 * kinds.length }) })

describe('random histories', () => {
  it('every table shows what a recount of the cases shows, and every identity holds', async () => {
    let reached = 0
    await fc.assert(fc.asyncProperty(fc.array(history, { minLength: 5, maxLength: 12 }), async (histories) => {
      const taken = new Map<string, JournalEntry[]>()
      const desk = await openDesk('2026-12-30T02:00:00Z', async (register) => {
        for (const [index, { items, begun, steps }] of histories.entries()) {
          const id = `n${String(index + 1)}`
          const given: JournalEntry[] = []
          const take = async (kind: string, body: { readonly day: string }): Promise<void> => {
            const action = { kind, subject: id, body } as unknown as Action
            try {
              // What the register refuses leaves nothing behind.
              await register.transact(clerk('2026-12-29'), (tx) => tx.record(action))
              given.push({ seq: given.length + 1, at: clerk('2026-12-29').at, actor: 'sample-clerk1', counter: '1', hash: '', action })
            } catch (error) {
              if (!(error instanceof LantaiError)) throw error
            }
          }
          const start = addDays(civilDate('2026-01-05'), begun)
          await take('placeName.received', { day: start, file: fileOf(items.map((item, at) => road(String(at + 1), `人福${'一二三四'.charAt(at)}路`, item))) } as never)
          for (const [at, { after, pick, left }] of steps.entries()) {
            if (left === 0) continue
            const folded = foldPlaceName(given as JournalEntry<PlaceNameAction>[])
            const kind = pick % 53 === 0 ? 'placeName.withdrawn' : pick % 11 === 0 ? (kinds[pick % kinds.length] as string) : (kinds[Math.floor(at / 2)] as string)
            await take(kind, bodyOf(kind, folded, addDays(civilDate(folded.latest), after), pick) as never)
          }
          taken.set(id, given)
        }
      })
      try {
        const cases = [...taken.values()].map((entries) => foldPlaceName(entries as JournalEntry<PlaceNameAction>[]))
        const all = 'from=2026-01-01&to=2026-12-31'
        const [months, towned, filings, applications, signs] = await Promise.all(['names.months', 'names.towns', 'filings', 'applications', 'signs'].map((id) => desk.table(id, all))) as [PlaceNameTable, PlaceNameTable, PlaceNameTable, PlaceNameTable, PlaceNameTable]
        for (let month = '2026-01'; month <= '2026-12'; month = shiftMonth(month, 1)) {
          const { from, to } = monthRange(monthOf(civilDate(`${month}-01`)))
          const within = (day: string | undefined): boolean => day !== undefined && from <= day && day <= to
          const decided = cases.filter(({ decision }) => within(decision?.day))
          for (const act of nameActs) expect([month, act, cellOf(months, month, act).value]).toEqual([month, act, decided.reduce((sum, { words, file }) => sum + words.filter(({ item }) => file.items.some((one) => one.id === item && one.act === act)).length, 0)])
          expect(cellOf(months, month, 'refused').value).toBe(decided.reduce((sum, { decision }) => sum + (decision?.decisions ?? []).filter(({ outcome }) => outcome === 'refused').length, 0))
          expect(cellOf(applications, month, 'received').value).toBe(cases.filter(({ receivedOn }) => within(receivedOn)).length)
          expect(cellOf(applications, month, 'withdrawn').value).toBe(cases.filter(({ withdrawn }) => within(withdrawn?.day)).length)
          expect(cellOf(filings, month, 'filings').value).toBe(cases.reduce((sum, one) => sum + one.filings.filter(({ arrived }) => within(arrived)).length, 0))
          expect(cellOf(filings, month, 'entered').value).toBe(cases.reduce((sum, one) => sum + one.entries.filter(({ day }) => within(day)).length, 0))
          expect(cellOf(signs, month, 'signs').value).toBe(cases.reduce((sum, one) => sum + one.signs.filter(({ set }) => within(set.day)).length, 0))
        }
        for (const town of towns) {
          const there = cases.reduce((sum, { words, file }) => sum + words.filter(({ item }) => file.items.some((one) => one.id === item && one.township === town)).length, 0)
          const row = towned.rows.find(({ id }) => id === (town === '' ? 'unstated' : town))
          expect([town, row?.cells[0]?.value ?? 0]).toEqual([town, there])
          reached += there
        }
        for (const { id } of placeNameTables) expect((await desk.table(id, all)).identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
      } finally {
        await desk.close()
      }
    }), { numRuns: 6 })
    expect(reached).toBeGreaterThan(10)
  }, 240_000)
})
