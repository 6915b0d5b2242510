import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedReferences } from '../../../domain/statistics/published.ts'
import { tableDefinitions } from '../../../domain/statistics/tables.ts'
import type { z } from 'zod'
import type { routes } from '../../../api/schemas/index.ts'
import { openSampleDesk, type Desk } from './desk.ts'

type Reply<R extends keyof typeof routes> = (typeof routes)[R] extends { readonly reply?: infer S } ? (S extends z.ZodType ? z.infer<S> : never) : never
type Table = Reply<'getStatistic'>

let desk: Desk
beforeAll(async () => {
  desk = await openSampleDesk(300)
}, 120_000)
afterAll(() => desk.close())

const year = 'from=2025-05-21&to=2026-05-20'
const getTable = async (id: string, period = year): Promise<Table> => {
  const { status, body } = await desk.ask<Table>('manager', 'GET', `/api/statistics/${id}?${period}`)
  expect(status, id).toBe(200)
  return body
}

describe('the statistics of the sample year', () => {
  it.each(tableDefinitions.map(({ id }) => [id]))('%s: every identity holds, each with both its sides', async (id) => {
    const table = await getTable(id)
    const definition = tableDefinitions.find((entry) => entry.id === id)
    expect(table.unit).toBe(definition?.unit)
    expect(table.identities.map((identity) => identity.id)).toEqual(expect.arrayContaining([...(definition?.identities ?? [])]))
    expect(table.identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
    for (const row of table.rows) expect(row.cells).toHaveLength(table.columns.length)
    expect(table.rows[0]?.cells.some(({ value }) => value > 0), 'the sample has some of each').toBe(true)
  })

  it('every number opens as many cases as it says', async () => {
    const lists = { marriage: 'marriages', divorce: 'divorces', reissue: 'reissues' } as const
    const openedOf = new Map<string, number>()
    for (const { id } of tableDefinitions) {
      const table = await getTable(id)
      for (const row of table.rows) {
        for (const { value, cells, window } of row.cells) {
          // A cell counts once a case but where it counts persons of either sex, or a case that has two of something.
          if (value === 0 || window === null || window === 'archive' || cells.length !== 1 || /\.(education|occupation|former|booklets)/.test(cells[0] ?? '') || (openedOf.get(id) ?? 0) > 40) continue
          openedOf.set(id, (openedOf.get(id) ?? 0) + 1)
          const { body, status } = await desk.ask<{ count: number }>('manager', 'GET', `/api/${lists[window]}?from=${row.from}&to=${row.to}&cell=${encodeURIComponent(cells[0] ?? '')}&limit=1`)
          expect([status, table.id, row.id, cells[0], body.count]).toEqual([200, table.id, row.id, cells[0], value])
        }
      }
    }
    // Education and occupation count persons: neither opens one by one here.
    expect(tableDefinitions.filter(({ id }) => !openedOf.has(id)).map(({ id }) => id).sort()).toEqual(['divorce.education', 'divorce.occupation', 'marriage.education', 'marriage.occupation'])
  }, 60_000)

  it('a cell that is none is refused at its field', async () => {
    const { status, body } = await desk.ask('manager', 'GET', '/api/marriages?cell=marriage.nothing.x')
    expect([status, body.error?.code, body.error?.field]).toEqual([422, 'invalid', 'cell'])
    expect((await desk.ask('manager', 'GET', '/api/marriages?cell=divorce.total')).body.error?.field).toBe('cell')
  })

  it('months add up to the year, offices to the whole', async () => {
    const months = await getTable('marriage.byMonth')
    const [total, ...rows] = months.rows
    for (const [index, cell] of (total?.cells ?? []).entries()) expect(rows.reduce((sum, row) => sum + (row.cells[index]?.value ?? 0), 0)).toBe(cell.value)
    expect(rows).toHaveLength(13)
    const offices = await getTable('divorce.overview')
    expect(offices.rows.slice(1).reduce((sum, row) => sum + (row.cells[0]?.value ?? 0), 0)).toBe(offices.rows[0]?.cells[0]?.value)
    expect(offices.rows[1]?.cells[0]?.cells[0]).toMatch(/^divorce\.total@99\d{4}$/)
  })

  it('refuses days in the wrong order and tables that are none', async () => {
    expect((await desk.ask('manager', 'GET', '/api/statistics/marriage.overview?from=2026-05-20&to=2026-05-19')).body.error).toMatchObject({ code: 'invalid', field: 'from' })
    expect((await desk.ask('manager', 'GET', `/api/statistics/nothing?${year}`)).status).toBe(404)
  })

  it('a broken record is named by the identity it breaks', async () => {
    const { default: Database } = await import('better-sqlite3')
    const db = new Database(`${desk.folder}/register.sqlite`)
    const [row] = db.prepare<[], { key: number; day: string; age_man: number }>('SELECT key, day, age_man FROM couple_statistic WHERE window = 1 LIMIT 1').all()
    db.prepare('UPDATE couple_statistic SET age_man = 0 WHERE window = 1 AND key = ?').run(row?.key)
    try {
      const { identities } = await getTable('marriage.ages')
      const broken = identities.filter(({ holds }) => !holds)
      expect(broken.map(({ id }) => id)).toEqual(['marriage.age', 'marriage.age.man'])
      expect(broken[1]?.line.zh).toMatch(/男方各年龄段之和 = 对数：男方各年龄段之和 \d+人 = 结婚登记对数 \d+人，不符，差 -1/)
    } finally {
      db.prepare('UPDATE couple_statistic SET age_man = ? WHERE window = 1 AND key = ?').run(row?.age_man, row?.key)
      db.close()
    }
  })
})

describe('tables as files', () => {
  it('CSV with a byte-order mark, unit and identities', async () => {
    const { bytes, headers, status } = await desk.send('GET', `/api/statistics/marriage.status/csv?${year}`, { token: await desk.token('manager') })
    expect(status).toBe(200)
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = new TextDecoder().decode(bytes).trim().split('\r\n')
    expect(lines[0]).toContain('单位：人')
    expect(lines[1]).toContain('初婚人数,初婚人数 %')
    expect(lines.some((line) => line.includes('初婚 + 再婚 = 2 × 对数') && line.includes('相符'))).toBe(true)
    expect(headers.get('content-disposition')).toContain('attachment')
    expect(lines.every((line) => !/^[=+\-@]/.test(line))).toBe(true)
  })
})

describe('tables on paper', () => {
  it('several of them as one PDF; none, and one that is none, are refused', async () => {
    const token = await desk.token('manager')
    const { bytes, status, headers } = await desk.send('GET', `/api/statistics/sheet?${year}&tables=marriage.overview,marriage.ages,divorce.applications`, { token })
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('application/pdf')
    expect(new TextDecoder('latin1').decode(bytes.slice(0, 5))).toBe('%PDF-')
    expect((await desk.ask('manager', 'GET', `/api/statistics/sheet?${year}&tables=,`)).body.error).toMatchObject({ code: 'invalid', field: 'tables' })
    expect((await desk.ask('manager', 'GET', `/api/statistics/sheet?${year}&tables=nothing`)).status).toBe(404)
  })
})

describe('everything the window did', () => {
  it('agrees with the statistics and the stock, and says the rate with both its numbers', async () => {
    const { body } = await desk.ask<Reply<'listMatters'>>('manager', 'GET', `/api/matters?${year}`)
    expect(body.identities.filter(({ holds }) => !holds).map(({ line }) => line.zh)).toEqual([])
    expect(body.identities.map(({ id }) => id)).toEqual(['matters.marriage', 'matters.divorce', 'matters.divorceApplication', 'matters.reissue', 'booklets.issued', 'booklets.stock'])
    expect(body.marriages).toBeGreaterThan(0)
    expect(body.matters.filter(({ count }) => count > 0).length).toBeGreaterThan(4)
    expect(body.sentence.zh).toMatch(new RegExp(`^办理结婚登记${String(body.marriages)}对、离婚登记${String(body.divorces)}对，其他事项${String(body.others)}件，登记合格率[\\d.]+%（检查\\d+件，合格\\d+件`))
    expect(body.sentence.en).not.toMatch(/[\u4e00-\u9fff]/u)
  })
  it('a time without inspected files has no rate', async () => {
    const { body } = await desk.ask<Reply<'listMatters'>>('manager', 'GET', '/api/matters?from=1990-01-01&to=1990-12-31')
    expect(body.sentence.zh).toBe('办理结婚登记0对、离婚登记0对，其他事项0件；案卷还没有检查，登记合格率暂缺。')
  })
})

describe('published figures', () => {
  it('the shipped ones hold by their own sums, and are compared with the office’s', async () => {
    const { body } = await desk.ask<Reply<'listReferences'>>('manager', 'GET', '/api/references')
    expect(body.tables.map(({ id }) => id)).toEqual(shippedReferences.map(({ id }) => id))
    const { body: compared } = await desk.ask<Reply<'compareReference'>>('manager', 'GET', '/api/references/shipped.chongqing-2006/comparison')
    expect([compared.from, compared.to]).toEqual(['2006-01-01', '2006-12-31'])
    expect(compared.identities.map(({ id, holds }) => [id, holds])).toEqual([['reference.residence', true], ['reference.persons', true], ['reference.twice', true]])
    expect(compared.rows.find(({ cell }) => cell === 'marriage.first')).toMatchObject({ published: 345_010, own: 0, difference: -345_010, agrees: false })
    const { body: ages } = await desk.ask<Reply<'compareReference'>>('manager', 'GET', `/api/references/shipped.national-2021-ages/comparison?${year}`)
    expect(ages.identities).toMatchObject([{ id: 'reference.ages', holds: true }])
    const persons = (await getTable('marriage.ages')).rows.flatMap((row) => row.cells.slice(1)).reduce((sum, { value }) => sum + value, 0)
    expect(ages.rows.filter(({ cell }) => cell.startsWith('marriage.bulletin.')).reduce((sum, { own }) => sum + own, 0)).toBe(persons)
  })

  it('an office enters one of its own, with source and reason in the journal, and removes it', async () => {
    const table = { id: 'own-1', title: '本市 2025 年', source: '市民政局通报', edition: '快报', period: '2025', area: '', cutOff: '17:30', scale: 1, decimals: 0, figures: { 'marriage.total': 12 } }
    const saved = await desk.ask('manager', 'PUT', '/api/references/own-1', { table, reason: '年度核对' })
    expect(saved.status).toBe(200)
    const { body } = await desk.ask<Reply<'listReferences'>>('manager', 'GET', '/api/references')
    expect(body.tables[0]).toEqual(table)
    const { body: journal } = await desk.ask<{ entries: { kind: string; reason?: string; subject: string }[] }>('audit', 'GET', '/api/journal?kind=setting.changed&limit=1')
    expect(JSON.stringify(journal)).toContain('年度核对')
    const bad = await desk.ask('manager', 'PUT', '/api/references/own-2', { table: { ...table, id: 'own-2', figures: { 'no.such': 1 } }, reason: '年度核对' })
    expect(bad.body.error).toMatchObject({ code: 'invalid', field: 'table.figures.no.such' })
    expect((await desk.ask('manager', 'PUT', '/api/references/own-2', { table: { ...table, id: 'own-2', period: '200x' }, reason: '年度核对' })).body.error?.field).toBe('table.period')
    expect((await desk.ask('clerk1', 'PUT', '/api/references/own-1', { table, reason: '年度核对' })).status).toBe(403)
    expect((await desk.ask('manager', 'DELETE', '/api/references/own-1')).status).toBe(200)
    expect((await desk.ask('manager', 'DELETE', '/api/references/own-1')).status).toBe(404)
    expect((await desk.ask('manager', 'DELETE', `/api/references/${shippedReferences[0]?.id ?? ''}`)).body.error?.code).toBe('invalid')
  })
})

describe('a peak day', () => {
  it('the board adds up and says for how many couples the booklets last', async () => {
    const day = (await getTable('marriage.byDay')).rows.slice(1).sort((a, b) => (b.cells[0]?.value ?? 0) - (a.cells[0]?.value ?? 0))[0]
    const { body } = await desk.ask<Reply<'peakBoard'>>('clerk1', 'GET', `/api/peak?day=${day?.id ?? ''}`)
    expect(body.done).toBe(day?.cells[0]?.value)
    expect(body.done).toBe(body.inWork + body.delivered)
    expect(body.hours.reduce((sum, { count }) => sum + count, 0)).toBe(body.done)
    expect(body.counters.reduce((sum, { done }) => sum + done, 0)).toBe(body.done)
    for (const { left, couplesLeft } of body.stock) expect(couplesLeft).toBe(Math.floor(left / 2))
  })
})
