import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policyDays } from '../../../../api/reports/tally/policies.ts'
import { findStoredBook } from '../../../../api/reports/tally/stored.ts'
import { openConnection } from '../../../../db/connection.ts'
import { openFileStore } from '../../../../db/files.ts'
import { registerFile } from '../../../../db/folder.ts'
import { reportReadsOf } from '../../../../db/reports/reads.ts'
import type { Reads } from '../../../../db/contract.ts'
import type { TallyBook } from '../../../../domain/reports/shapes.ts'
import { civilDate } from '../../../../domain/dates.ts'
import { openSampleDesk, passwordOf, registered, second as manager, type Case, type Desk } from '../desk.ts'
import { ended, run } from './runs.ts'

interface MonthLine { readonly month: string; readonly running: boolean; readonly business: boolean; readonly unclosed: readonly string[]; readonly closed: { readonly at: string; readonly by: string; readonly second: string; readonly content: string } | null }
interface Remade { readonly same: boolean; readonly content: string; readonly made: string; readonly program: boolean }

const checker = { account: 'clerk1', password: passwordOf('clerk1') }
let desk: Desk
const on = (day: string): void => void (desk.clock.now = Date.parse(`${day}T10:30:00+08:00`))
const tally = async (period: string): Promise<{ readonly book: TallyBook; readonly stored: boolean }> => {
  const { status, body } = await desk.ask<{ book: TallyBook; stored: boolean }>('manager', 'GET', `/api/tally?${period}`)
  expect(status, JSON.stringify(body).slice(0, 400)).toBe(200)
  return body
}
const close = (month: string, second = checker, who: 'manager' | 'clerk1' = 'manager') => desk.ask<MonthLine>(who, 'POST', `/api/months/${month}/closing`, { note: '', second })
const months = async (): Promise<readonly MonthLine[]> => (await desk.ask<{ months: readonly MonthLine[] }>('manager', 'GET', '/api/months?year=2026')).body.months
const indicator = (book: TallyBook, id: string) => {
  const found = book.indicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}
/** The bytes of a month as they lie in the folder. */
const bytesOf = async (month: string): Promise<string> => {
  const db = openConnection(registerFile(desk.folder), { readonly: true })
  try {
    const found = await findStoredBook({ reports: reportReadsOf(db) }, openFileStore(desk.folder), month)
    return new TextDecoder().decode(await openFileStore(desk.folder).get(found?.closed.content ?? ''))
  } finally {
    db.close()
  }
}
const noteIds = ({ notes }: TallyBook): readonly string[] => notes.map(({ id }) => id)
const may = 'from=2026-05-01&to=2026-05-31'
const june = 'from=2026-06-01&to=2026-06-30'

let made: Case
let signed = ''

beforeAll(async () => {
  desk = await openSampleDesk(40)
  // A day is closed, and one after it is not.
  const { body } = await desk.ask<{ seen: string }>('manager', 'GET', '/api/days/2026-05-20')
  expect((await desk.ask('manager', 'POST', '/api/days/2026-05-20/closing', { seen: body.seen, note: '' })).status).toBe(200)
  on('2026-05-21')
  expect((await desk.ask('admin', 'PUT', '/api/settings/office.areaChanges', { value: [{ from: '2026-05-22', code: '990199' }], reason: '撤并（示例）' })).status).toBe(200)
  made = await registered(desk)
}, 120_000)
afterAll(() => desk.close())

describe('closing a month', () => {
  it('a running month, a single person, a stranger to it and a clerk are refused, and nothing is written', async () => {
    on('2026-05-22')
    await desk.token('manager')
    await desk.token('clerk1')
    const head = await desk.head()
    expect(await close('2026-05')).toMatchObject({ status: 409, body: { error: { code: 'wrong_state', field: 'month' } } })
    on('2026-06-01')
    await desk.token('manager')
    await desk.token('clerk1')
    await desk.head()
    const before = await desk.head()
    expect(before.seq).toBeGreaterThanOrEqual(head.seq)
    expect(await close('2026-05', manager)).toMatchObject({ body: { error: { code: 'second_person' } } })
    expect((await close('2026-05', checker, 'clerk1')).status).toBe(403)
    expect(await close('2026-06')).toMatchObject({ status: 409, body: { error: { code: 'wrong_state', field: 'month' } } })
    expect((await months()).every(({ closed }) => closed === null)).toBe(true)
  })

  it('lists the months up to the running one, with their unclosed days', async () => {
    const list = await months()
    expect(list.map(({ month }) => month)).toEqual(['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'])
    expect(list.map(({ running }) => running)).toEqual([false, false, false, false, false, true])
    expect(list[4]).toMatchObject({ business: true, unclosed: expect.arrayContaining(['2026-05-21']) as string[] })
    expect(list[5]).toMatchObject({ business: false, unclosed: [] })
  })

  it('stores the book with both names, says what is so, and closes funeral affairs in the same act', async () => {
    const shown = (await tally(may)).book
    const { status, body } = await close('2026-05')
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body).toMatchObject({ month: '2026-05', running: false, closed: { by: '沈石渠' } })
    const { book, stored } = await tally(may)
    expect(stored).toBe(true)
    expect([book.preparer, book.checker]).toEqual([body.closed?.by, body.closed?.second])
    expect(book.unclosed).toContain('2026-05-21')
    expect(book.unclosed).not.toContain('2026-05-20')
    expect(body.unclosed).toEqual(book.unclosed)
    // A changed code of the office, days that nobody closed, months before that are open.
    expect(noteIds(book)).toEqual(expect.arrayContaining(['unclosed', 'code.1', 'monthsBefore']))
    expect(book.notes.find(({ id }) => id === 'code.1')?.line.zh).toContain('2026-05-22 起本机关区划代码为 990199')
    expect(book.notes.find(({ id }) => id === 'monthsBefore')?.line.zh).toContain('2026-01、2026-02、2026-03、2026-04')
    // The signed numbers are those that were looked at.
    expect(book.indicators).toEqual(shown.indicators)
    expect(book.tables).toEqual(shown.tables)
    const burial = await desk.ask<{ months: readonly { month: string; closed: object | null }[] }>('manager', 'GET', '/api/burial-months?year=2026')
    expect(burial.body.months.find(({ month }) => month === '2026-05')?.closed).not.toBeNull()
    expect(await close('2026-05')).toMatchObject({ status: 409, body: { error: { code: 'conflict', field: 'month' } } })
    signed = await bytesOf('2026-05')
    expect(JSON.parse(signed)).toEqual(book)
  })

  it('stays byte for byte after a late correction; the next month shows it signed, and the year to date adds up', async () => {
    const before = (await tally(may)).book
    on('2026-06-03')
    expect((await desk.ask('clerk1', 'POST', `/api/marriages/${made.id}/void`, { revision: made.revision, recovered: true, reason: '机关录入错误', second: manager })).status).toBe(200)
    expect(await bytesOf('2026-05')).toBe(signed)
    const kept = await tally(may)
    expect(kept.book).toEqual(before)
    const now = await tally(`${may}&now=true`)
    expect(now.stored).toBe(false)
    const [then, today] = [indicator(before, 'marriage.marriage'), indicator(now.book, 'marriage.marriage')]
    expect(today.period).toBe(then.period - 1)
    expect(now.book.late.some(({ day, enteredOn, kind, count }) => day === '2026-05-21' && enteredOn === '2026-06-03' && kind === 'marriage' && count === -1)).toBe(true)
    expect(noteIds(now.book)).toContain('late')
    const { book } = await tally(june)
    const next = indicator(book, 'marriage.marriage')
    // The third of June is held against the first three days of May, on which nobody married.
    expect(next).toMatchObject({ period: 0, previous: 0, corrections: -1, toDate: then.toDate - 1 })
    expect(book.late.some(({ day, kind, count }) => day === '2026-05-21' && kind === 'marriage' && count === -1)).toBe(true)
    const check = book.checks.find(({ id }) => id === 'running.marriage.marriage')
    expect(check?.holds).toBe(true)
    expect(check?.line.zh).toContain('本年累计 = 上月月结累计 + 本月 + 更正')
    expect(book.checks.filter(({ holds }) => !holds)).toEqual([])
    expect(book.checks.filter(({ id }) => id.startsWith('running.')).length).toBe(book.indicators.length)
  })
})

describe('making it again', () => {
  it('gives the month and the compliance report byte for byte, long after', async () => {
    on('2026-06-10')
    const runId = await run(desk, { from: '2026-05-01', to: '2026-05-31' })
    const stored = await desk.ask<{ id: string; content: string }>('manager', 'POST', '/api/reports', { run: runId, note: '' })
    expect(stored.status).toBe(200)
    on('2026-07-15')
    await registered(desk)
    const remade = async (id: string): Promise<Remade> => {
      const { status, body } = await desk.ask<{ id: string }>('manager', 'POST', `/api/reports/${id}/remaking`)
      expect(status, JSON.stringify(body)).toBe(200)
      const job = await ended(desk, 'manager', body.id)
      expect(job.state, JSON.stringify(job.error)).toBe('done')
      return job.result as unknown as Remade
    }
    const month = await remade('2026-05')
    expect(month).toMatchObject({ same: true, made: month.content })
    const report = await remade(stored.body.id)
    expect(report).toMatchObject({ same: true, content: stored.body.content, made: stored.body.content, program: true })
    const { body } = await desk.ask<{ stored: { remade: { same: boolean } | null } }>('manager', 'GET', `/api/reports/${stored.body.id}`)
    expect(body.stored.remade).toMatchObject({ same: true })
    expect((await desk.ask('manager', 'POST', '/api/reports/2026-02/remaking')).status).toBe(404)
    expect((await desk.ask('clerk1', 'POST', '/api/reports/2026-05/remaking')).status).toBe(403)
  }, 60_000)
})

describe('policies that begin or end in a period', () => {
  it('are told with the day, of the office’s own area alone', async () => {
    const policy = (zh: string, from: string, to: string, areas = ['990101']) => ({ policy: { title: { zh, en: zh }, from, to, areas } })
    const read = { burial: { policies: async () => Promise.resolve([policy('甲', '2026-05-10', ''), policy('乙', '2020', '2026-05-09'), policy('丙', '2026-05-10', '', ['350722']), policy('丁', '2026-05-01', 'unknown'), policy('戊', '2019-01', '2026-04')]), rewardPolicies: async () => Promise.resolve([policy('己', 'unknown', '2026-05-20')]) } } as unknown as Reads
    expect(await policyDays(read, { from: civilDate('2026-05-01'), to: civilDate('2026-05-31') }, '990101')).toEqual([
      { title: '甲', day: '2026-05-10', begins: true }, { title: '乙', day: '2026-05-10', begins: false }, { title: '己', day: '2026-05-21', begins: false },
    ])
  })
})
