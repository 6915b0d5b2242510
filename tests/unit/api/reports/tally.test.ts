import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { burialStatisticRoutes } from '../../../../api/schemas/waiver.ts'
import { openConnection } from '../../../../db/connection.ts'
import { registerFile } from '../../../../db/folder.ts'
import { bookCsv } from '../../../../api/reports/tally/csv.ts'
import { TallyBook, type BookTable, type Opening } from '../../../../domain/reports/shapes.ts'
import { burialTables } from '../../../../domain/burial/statistics/tables.ts'
import { placeNameTables } from '../../../../domain/place-names/statistics/tables.ts'
import { tableDefinitions } from '../../../../domain/statistics/tables.ts'
import { windows } from '../../../../api/windows.ts'
import { openSampleDesk, type Desk } from '../desk.ts'

type Lines = z.infer<NonNullable<(typeof burialStatisticRoutes)['burialLines']['reply']>>
interface Page { readonly columns: readonly { readonly id: string }[]; readonly rows: readonly { readonly id: string; readonly cells: readonly { readonly value: number; readonly fen?: number | null }[] }[]; readonly identities: readonly { readonly line: { readonly zh: string } }[] }

let desk: Desk
beforeAll(async () => { desk = await openSampleDesk(80) }, 120_000)
afterAll(() => desk.close())

const get = async <T>(path: string): Promise<T> => {
  const { status, body } = await desk.ask<T>('manager', 'GET', path)
  expect(status, `${path} ${JSON.stringify(body).slice(0, 600)}`).toBe(200)
  return body
}
const books = new Map<string, TallyBook>()
const bookOf = async (period: string): Promise<TallyBook> => {
  const known = books.get(period) ?? (await get<{ book: TallyBook }>(`/api/tally?${period}`)).book
  books.set(period, known)
  return known
}
const april = 'from=2026-04-01&to=2026-04-30'
const tableOf = (book: TallyBook, id: string): BookTable => {
  const table = book.tables.find((one) => one.id === id)
  if (table === undefined) throw new Error(`the book has no ${id}`)
  return table
}

describe('the indicators', () => {
  it('are the sums of the counts, kind by kind, over every span; nothing counted is left out', async () => {
    const db = openConnection(registerFile(desk.folder), { readonly: true })
    try {
      for (const period of [april, 'from=2026-01-01&to=2026-05-20', 'from=2026-03-11&to=2026-04-09']) {
        const book = await bookOf(period)
        const count = ({ from, to }: { from: string; to: string }): Map<string, number> =>
          new Map(db.prepare<{ key: string; count: number }>("SELECT window || ' ' || kind || ' ' || unit AS key, sum(count) AS count FROM tally WHERE day BETWEEN ? AND ? GROUP BY 1 HAVING sum(count) <> 0").all(from, to).map(({ key, count: sum }) => [key, sum]))
        const told = (span: 'period' | 'previous' | 'yearBefore' | 'toDate'): Map<string, number> => new Map(book.indicators.filter((one) => !one.money && one.id !== 'marriage.registered' && one[span] !== 0).map((one) => [`${one.window} ${one.id.slice(one.window.length + 1)} ${one.unit}`, one[span]]))
        expect(told('period')).toEqual(count(book))
        expect(told('previous')).toEqual(count(book.previous))
        expect(told('yearBefore')).toEqual(count(book.yearBefore))
        expect(told('toDate')).toEqual(count(book.toDate))
        expect(told('period').size).toBeGreaterThan(10)
      }
    } finally {
      db.close()
    }
  })

  it('have a unit, and every number that is none opens what stands behind it', async () => {
    const book = await bookOf(april)
    for (const { id, unit, period, open } of book.indicators) {
      expect(unit, id).not.toBe('')
      expect(open === null, id).toBe(period === 0)
    }
    expect(book.indicators.find(({ id }) => id === 'marriage.marriage')?.open).toEqual({ window: 'marriage', kind: 'marriage', from: '2026-04-01', to: '2026-04-30' })
    // Amounts are of the cells that the tables of funeral affairs show.
    const waived = book.indicators.find(({ id }) => id === 'burial.waived.amount')
    const { rows } = await get<Page>(`/api/burial-tables/waiver.months?${april}`)
    expect(waived).toMatchObject({ unit: '元', money: true, period: rows.find(({ id }) => id === 'total')?.cells[0]?.fen })
  })

  it('tell the couples registered in whatever way as one, as the statistics count them', async () => {
    const book = await bookOf('from=2026-01-01&to=2026-05-20')
    const at = (id: string) => book.indicators.find((one) => one.id === id)
    expect(at('marriage.registered')).toMatchObject({ title: { zh: '结婚登记合计' }, unit: '对', open: { cells: ['marriage.total'] } })
    for (const span of ['period', 'previous', 'yearBefore', 'toDate'] as const) {
      expect(at('marriage.registered')?.[span]).toBe(['marriage.marriage', 'marriage.late', 'marriage.remarriage'].reduce((sum, id) => sum + (at(id)?.[span] ?? 0), 0))
      expect(at('marriage.registered')?.[span]).toBe(tableOf(book, 'marriage.overview').rows[0]?.lines.find((line) => line.span === span)?.cells[0]?.count)
    }
    expect(book.indicators[0]?.id).toBe('marriage.registered')
  })

  it('bear the codes of the office’s own form', async () => {
    expect((await desk.ask('admin', 'PUT', '/api/settings/reports.codes', { value: { 'marriage.marriage': 'A01', cremated: 'B07' }, reason: '本年度报表制度' })).status).toBe(200)
    const { book } = await get<{ book: TallyBook }>(`/api/tally?${april}`)
    expect(book.indicators.filter(({ code }) => code !== '').map(({ id, code }) => [id, code])).toEqual([['marriage.marriage', 'A01'], ['burial.cremated', 'B07']])
    expect(book.form).toEqual({ number: 'JZH01', approval: '国统制〔2023〕83号', maker: '民政部', approver: '国家统计局' })
  })
})

describe('the tables', () => {
  const pages = [
    ...tableDefinitions.map(({ id }) => [id, `/api/statistics/${id}`] as const),
    ...burialTables.map(({ id }) => [`burial.${id}`, `/api/burial-tables/${id}`] as const),
    ...placeNameTables.map(({ id }) => [`place-names.${id}`, `/api/place-name-tables/${id}`] as const),
  ]

  it.each(pages)('%s: the numbers and identities of its own page', async (id, path) => {
    const table = tableOf(await bookOf(april), id)
    const page = await get<Page>(`${path}?${april}`)
    const figures = table.columns.length === 1 && table.columns[0]?.id === 'number'
    const columns = page.columns.map(({ id: column }, index) => [column, index] as const).filter(([column]) => column !== 'rate')
    if (!figures) expect(table.columns.map(({ id: column }) => column)).toEqual(columns.map(([column]) => column))
    for (const row of table.rows) {
      const line = row.lines.find(({ span }) => span === 'period')
      const own = page.rows.find((one) => one.id === row.id)
      // A row that only an earlier span has stands at nothing.
      if (own === undefined) {
        expect(line?.cells.every(({ count, fen }) => count === 0 && (fen ?? 0) === 0)).toBe(true)
        continue
      }
      const wanted = figures ? [own.cells[0]] : columns.map(([, index]) => own.cells[index])
      expect(line?.cells.map(({ count, fen }) => [count, fen ?? null]), row.id).toEqual(wanted.map((cell) => [cell?.value, cell?.fen ?? null]))
    }
    expect(new Set(table.rows.map((row) => row.id)).size).toBe(table.rows.length)
    for (const row of page.rows) if (row.id !== '2026-04') expect(table.rows.some((one) => one.id === row.id), row.id).toBe(true)
    const lines = page.identities.map(({ line }) => line.zh)
    for (const { line } of table.identities) expect(lines).toContain(line.zh)
    expect(table.identities.filter(({ holds }) => !holds)).toEqual([])
    for (const column of table.columns) if (!figures) expect(column.unit === '' ? table.unit : column.unit, `${id} ${column.id}`).not.toBe('')
    for (const row of table.rows) if (figures) expect(row.unit, row.id).not.toBe('')
  })

  it('tell the other spans as their own periods do', async () => {
    const [book, march, toDate] = [await bookOf(april), await bookOf('from=2026-03-01&to=2026-03-31'), await bookOf('from=2026-01-01&to=2026-04-30')]
    for (const id of ['marriage.ages', 'marriage.status', 'divorce.applications', 'reissue.places', 'burial.waiver.items', 'burial.waiver.policies', 'burial.cremation.origins', 'place-names.names.kinds', 'place-names.names.towns', 'burial.services', 'marriage.byMonth']) {
      const [own, before, year] = [book, march, toDate].map((one) => tableOf(one, id)) as [BookTable, BookTable, BookTable]
      const told = (table: BookTable, row: string, span: string) => table.rows.find((one) => one.id === row)?.lines.find((line) => line.span === span)?.cells.map(({ count, fen, share }) => [count, fen, share])
      for (const row of own.rows) {
        for (const [span, other] of [['previous', before], ['toDate', year]] as const) {
          const there = told(other, row.id, 'period')
          if (there !== undefined) expect([id, row.id, span, told(own, row.id, span)]).toEqual([id, row.id, span, there])
        }
      }
      expect(own.rows.flatMap(({ lines }) => lines.map(({ span }) => span))).toContain('yearBefore')
    }
  })

  it('open the cases and lines behind their numbers', async () => {
    const book = await bookOf(april)
    let [lists, lines] = [0, 0]
    for (const table of book.tables) {
      for (const row of table.rows) {
        const line = row.lines.find(({ span }) => span === 'period')
        for (const { count, open } of line?.cells ?? []) {
          if (open === null) continue
          if (open.window === 'burial' && lines < 60) {
            const found = await get<Lines>(`/api/burial-lines?from=${open.from}&to=${open.to}&cells=${encodeURIComponent((open.cells ?? []).join(','))}`)
            expect(found.count, `${table.id} ${row.id}`).toBe(count)
            lines += 1
          }
          // Of education and occupation both of a couple count, and their case stands in the list once.
          if (open.window === 'marriage' && lists < 60 && !/education|occupation/u.test(table.id)) {
            lists += 1
            expect(await listed(open), `${table.id} ${row.id}`).toBe(count)
          }
        }
      }
    }
    expect(Math.min(lists, lines)).toBeGreaterThan(20)
  })
})

/** How often the cases of an opening count: a list for each of its cells. */
const listed = async ({ cells = [], from, to }: Opening): Promise<number> => {
  let sum = 0
  for (const cell of cells) sum += (cell === 'marriage.former' ? 2 : 1) * (await get<{ count: number }>(`/api/marriages?cell=${encodeURIComponent(cell)}&from=${from}&to=${to}&limit=1`)).count
  return sum
}

describe('the rates', () => {
  it('of funeral affairs stand where a denominator was entered, with both numbers and its source', async () => {
    expect((await get<{ book: TallyBook }>(`/api/tally?${april}`)).book.tables.some(({ id }) => id === 'burial.rates')).toBe(false)
    const given = { period: '2026-04', base: 'allDeaths', value: 100, source: '医学死亡证明登记（示例）', fromNumerator: false, reason: '四月死亡登记' }
    const { status, body } = await desk.ask('manager', 'POST', '/api/burial-rates/denominators', given)
    expect(status, JSON.stringify(body)).toBe(200)
    const { book } = await get<{ book: TallyBook }>(`/api/tally?${april}`)
    const [row] = tableOf(book, 'burial.rates').rows
    const cremated = tableOf(book, 'burial.months').rows.at(-1)?.lines[0]?.cells[0]?.count ?? 0
    expect(cremated).toBeGreaterThan(0)
    expect(row?.title.zh).toContain('医学死亡证明登记（示例）')
    expect(row?.lines).toHaveLength(1)
    expect(row?.lines[0]).toMatchObject({ span: 'period', cells: [{ count: cremated, share: cremated / 100, open: { window: 'burial', cells: ['cremated.total'] } }, { count: 100 }] })
  })

  it('of place names are those of their own page', async () => {
    const { rates } = await get<{ rates: readonly { readonly id: string; readonly met: number; readonly late: number; readonly overdue: number; readonly open: number }[] }>(`/api/place-name-rates?${april}`)
    expect(tableOf(await bookOf(april), 'place-names.rates').rows.map(({ id, lines }) => [id, lines[0]?.cells.slice(1).map(({ count }) => count)])).toEqual(rates.map(({ id, met, late, overdue, open }) => [id, [met, late, overdue, open]]))
  })
})

describe('the book', () => {
  it('is a TallyBook of the windows the office offers, without a broken check', async () => {
    for (const period of [april, 'from=2026-01-01&to=2026-03-31', 'from=2025-01-01&to=2025-12-31', 'from=2026-04-03&to=2026-04-17', 'from=2026-05-01&to=2026-05-31']) {
      const book = await bookOf(period)
      expect(TallyBook.parse(book)).toEqual(book)
      expect(book.checks.filter(({ holds }) => !holds)).toEqual([])
      expect(book.windows.map(({ id }) => id)).toEqual(windows.map(({ id }) => id))
    }
    expect((await bookOf('from=2026-01-01&to=2026-03-31')).kind).toBe('quarter')
    expect((await bookOf('from=2026-01-01&to=2026-03-31')).checks.some(({ id }) => id === 'months.marriage.marriage')).toBe(true)
    expect((await bookOf('from=2026-05-01&to=2026-05-31')).notes.map(({ id }) => id)).toContain('running')
    expect((await bookOf('from=2026-05-01&to=2026-05-31')).paragraph).toContain('2026年5月（截至2026-05-20）')
    expect((await bookOf(april)).paragraph).toMatch(/^2026年4月，办理结婚登记\d+对/)
  })

  it('says which rules changed within it', async () => {
    const notes = (await bookOf('from=2025-01-01&to=2025-12-31')).notes.map(({ line }) => line.zh)
    expect(notes.some((line) => line.startsWith('结婚登记：2025-05-10 起新适用 '))).toBe(true)
  })

  it('refuses days in the wrong order, and who may not read counts', async () => {
    expect(await desk.ask('manager', 'GET', '/api/tally?from=2026-05-02&to=2026-05-01')).toMatchObject({ status: 422, body: { error: { code: 'invalid', field: 'from' } } })
    expect((await desk.ask('audit', 'GET', `/api/tally?${april}`)).status).toBe(403)
    expect((await desk.ask('clerk1', 'GET', `/api/tally?${april}`)).status).toBe(200)
  })
})

describe('on paper and in files', () => {
  it('as PDF and workbook', async () => {
    const token = await desk.token('manager')
    const sheet = await desk.send('GET', `/api/tally/sheet?${april}`, { token })
    expect([sheet.status, sheet.headers.get('content-type'), new TextDecoder('latin1').decode(sheet.bytes.slice(0, 5))]).toEqual([200, 'application/pdf', '%PDF-'])
    const book = await desk.send('GET', `/api/tally/workbook?${april}`, { token })
    expect([book.status, new TextDecoder('latin1').decode(book.bytes.slice(0, 2))]).toEqual([200, 'PK'])
    expect(book.headers.get('content-disposition')).toContain('attachment')
  }, 60_000)

  it('as CSV in both encodings, every table with its unit in its headings', async () => {
    const token = await desk.token('manager')
    const [utf8, gb] = await Promise.all([desk.send('GET', `/api/tally/csv?${april}`, { token, headers: { 'accept-language': 'zh' } }), desk.send('GET', `/api/tally/csv?${april}&encoding=gb18030`, { token, headers: { 'accept-language': 'zh' } })])
    expect([...utf8.bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(gb.headers.get('content-type')).toBe('text/csv; charset=gb18030')
    const written = new TextDecoder('utf-8').decode(utf8.bytes)
    expect(new TextDecoder('gb18030', { fatal: true }).decode(gb.bytes)).toBe(written)
    const lines = written.split('\r\n')
    for (const table of (await bookOf(april)).tables) expect(lines.some((line) => line.startsWith(table.title.zh)), table.title.zh).toBe(true)
    expect(lines.some((line) => line.includes('结婚登记（对）'))).toBe(true)
    expect(lines.some((line) => line.startsWith('单位：') || line.includes(',单位：'))).toBe(true)
    expect(written).toContain('登记对数（对）')
    // Nothing that a spreadsheet would run.
    for (const line of lines) for (const cell of line.split(',')) if (/^[=+@]/.test(cell) || /^-(?!\d+(?:\.\d+)?$)/.test(cell)) throw new Error(cell)
  })

  it('a formula in a name stays a text; a correction below zero stays a number', async () => {
    const book = structuredClone(await bookOf(april)) as TallyBook & { officeName: string }
    const [first] = book.indicators
    if (first === undefined) throw new Error('no indicator')
    first.corrections = -3
    book.officeName = '=HYPERLINK("http://example.test")'
    const lines = bookCsv(book, 'zh').split('\r\n')
    expect(lines[0]).toContain(`"'=HYPERLINK(""http://example.test"")"`)
    expect(lines.some((line) => line.endsWith(',-3'))).toBe(true)
  })
})
