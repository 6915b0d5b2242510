import { decideDenominator, findClosingFault } from '../../../domain/burial/office.ts'
import { numeratorCell, rateBaseTitle, rateCells, ratesOf } from '../../../domain/burial/statistics/rates.ts'
import { burialTables, headlineCells } from '../../../domain/burial/statistics/tables.ts'
import { countedTitle } from '../../../domain/burial/statistics/titles.ts'
import { monthOf, monthRange } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { CountedRow } from '../../../db/burial/contract.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { maskName } from '../../masks.ts'
import { pdfResponse } from '../../papers.ts'
import { burialStatisticRoutes as routes } from '../../schemas/waiver.ts'
import type { BurialTable } from '../../schemas/waiver.ts'
import type { Porter } from '../../sign-in.ts'
import type { Period } from '../../statistics/table.ts'
import { csvResponse } from '../../statistics/counted-csv.ts'
import { requirePeriod } from '../../statistics/table.ts'
import { burialMonthClosing, closingsOf, monthCells } from './closing.ts'
import { countBurialTable, getBurialTable } from './table.ts'

/** A line as the door tells it; names are masked. */
const lineOf = ({ name, ...row }: CountedRow) => ({ seq: row.seq, day: row.day, countedOn: row.countedOn, late: row.late, kind: row.kind, title: countedTitle(row.kind), subject: row.subject, caseId: row.caseId, name: maskName(name), count: row.count, fen: row.fen })

const ratesFor = async ({ register }: House, period: Period) => {
  const [sums, entered] = await Promise.all([register.read.burial.sums(rateCells, period), register.read.burial.denominators(period)])
  return { rates: ratesOf(sums, entered, period), entered }
}

/** Tables are printed with at most so many rows; a longer one is for the spreadsheet. */
const longestPrinted = 2000
const mostPrinted = 40

/** On paper an amount is a column of its own beside its count. */
const sheetTable = (table: BurialTable) => {
  const money = table.columns.map((_, index) => table.rows.some((row) => (row.cells[index]?.fen ?? null) !== null))
  return {
    title: table.title.zh, unit: table.unit, columns: table.columns.flatMap(({ title, unit }, index) => [{ title: title.zh, unit }, ...(money[index] === true ? [{ title: `${title.zh} 金额`, unit: '' }] : [])]),
    rows: table.rows.map((row) => ({ title: row.title.zh, values: row.cells.flatMap(({ value, fen }, index) => [{ value, fen: null }, ...(money[index] === true ? [{ value: 0, fen }] : [])]) })),
    identities: table.identities.map(({ line, holds }) => ({ line: line.zh, holds })),
  }
}

/** Whether the months of a period are closed, in words. */
const closedWords = async (house: House, period: Period): Promise<string> => {
  const closed = new Map((await house.register.read.burial.closedMonths()).map((row) => [row.month, row]))
  const [first, last] = [monthOf(period.from), monthOf(period.to)]
  const row = first === last ? closed.get(first) : undefined
  if (row !== undefined) return `${row.month} 已于 ${row.on} 月结封账（${await house.nameOf(row.by)}、${await house.nameOf(row.second)}）`
  const within = [...closed.keys()].filter((month) => month >= first && month <= last).sort()
  return within.length === 0 ? '' : `已月结封账：${within[0] ?? ''}${within.length > 1 ? ` 至 ${within.at(-1) ?? ''}，共 ${String(within.length)} 个月` : ''}`
}

/** Month tables of funeral affairs: their lines, rates, closings, as spreadsheet and on paper. */
export const burialStatisticHandlings = (porter: Porter): readonly Handling[] => [
  handle(routes.listBurialTables, async () => ({ tables: burialTables.map(({ id, title, unit }) => ({ id, title, unit })) })),

  // Before the address of one table, which would take the word for its id.
  handle(routes.printBurialTables, async ({ house, query, account, request }) => {
    const period = requirePeriod(query)
    const ids = [...new Set(query.tables.split(',').filter((id) => id !== ''))]
    if (ids.length === 0) throw new LantaiError('invalid', text('请选择要打印的报表', 'Choose the tables to print'), 'tables')
    if (ids.length > mostPrinted) throw new LantaiError('too_large', text(`一次最多打印 ${String(mostPrinted)} 张报表`, `At most ${String(mostPrinted)} tables are printed at once`), 'tables')
    const [office, head, { rates }, late, closed] = await Promise.all([house.office(), house.register.head(), ratesFor(house, period), house.register.read.burial.lateLines(period, headlineCells), closedWords(house, period)])
    const tables: BurialTable[] = []
    for (const id of ids) {
      const table = await countBurialTable(house, getBurialTable(id), period)
      if (table.rows.length > longestPrinted) throw new LantaiError('too_large', text(`“${table.title.zh}”有 ${String(table.rows.length)} 行，请缩短期间或导出表格`, `“${table.title.en}” has ${String(table.rows.length)} rows: shorten the period or export it`), 'from')
      tables.push(table)
    }
    const bytes = await house.printer.render({
      paper: 'burial.monthTables',
      sheet: {
        officeName: office.name, homeName: office.settings['burial.homeName'] === '' ? office.name : office.settings['burial.homeName'], area: office.areaOn(period.to), from: period.from, to: period.to, printedAt: house.instant(), preparer: account.name, closed, sample: office.sample,
        tables: tables.map(sheetTable), rates: rates.map(({ message, state }) => ({ message: message.zh, stated: state === 'stated' })),
        late: late.map((row) => ({ day: row.day, countedOn: row.countedOn, title: row.caseId === '' ? countedTitle(row.kind).zh : `${countedTitle(row.kind).zh}（${maskName(row.name)}）`, count: row.count, fen: row.fen })),
      },
    })
    return pdfResponse(request, bytes, `殡葬报表-${period.from}-${period.to}`, `${query.tables} ${period.from} ${period.to} ${head.hash} ${house.instant()}`)
  }),

  handle(routes.getBurialTable, async ({ house, params, query }) => countBurialTable(house, getBurialTable(params.table), requirePeriod(query))),

  handle(routes.exportBurialTable, async ({ house, params, query, language }) => {
    return csvResponse(await countBurialTable(house, getBurialTable(params.table), requirePeriod(query)), language, 'burial')
  }),

  handle(routes.burialLines, async ({ house, query }) => {
    const period = requirePeriod(query)
    const cells = query.cells.split(',').filter((cell) => cell !== '')
    if (cells.length === 0) throw new LantaiError('invalid', text('请指明是哪个数字', 'Say which number'), 'cells')
    const { rows, next, count, fen } = await house.register.read.burial.lines(cells, period, { ...(query.after === undefined ? {} : { after: query.after }), ...(query.limit === undefined ? {} : { limit: query.limit }) })
    return { rows: rows.map(lineOf), count, fen, ...(next === undefined ? {} : { next }) }
  }),

  handle(routes.listLateLines, async ({ house, query }) => ({ rows: (await house.register.read.burial.lateLines(requirePeriod(query))).map(lineOf) })),

  handle(routes.burialRates, async ({ house, query }) => {
    const { rates, entered } = await ratesFor(house, requirePeriod(query))
    const accounts = await house.accounts()
    return {
      rates: rates.map(({ denominator, ...rate }) => ({ ...rate, denominator: denominator === null ? null : { ...denominator, title: rateBaseTitle(denominator.base) } })),
      denominators: entered.map((row) => ({ ...row, title: rateBaseTitle(row.base), by: accounts.get(row.by)?.name ?? row.by })),
    }
  }),

  handle(routes.enterDenominator, async ({ house, body, actor }) => {
    const { reason, population, perThousand, ...given } = body
    const period = given.period.length === 4 ? { from: `${given.period}-01-01`, to: `${given.period}-12-31` } : monthRange(given.period)
    await house.register.transact(actor(), async (tx) => {
      const sums = await tx.burial.sums(rateCells, period)
      const numerator = sums.get(numeratorCell(given.base))?.count ?? 0
      await tx.record(decideDenominator({ ...given, ...(population === undefined ? {} : { population }), ...(perThousand === undefined ? {} : { perThousand }) }, { today: house.today(), reason, numerator }))
    })
    return { done: true as const }
  }),

  handle(routes.listBurialMonths, async ({ house, query }) => {
    const { burial } = house.register.read
    const year = String(query.year)
    const [months, { rows, known }] = await Promise.all([burial.sumsByMonth(monthCells, { from: `${year}-01-01`, to: `${year}-12-31` }), closingsOf(house.register.read)])
    const accounts = await house.accounts()
    const nameOf = (id: string): string => accounts.get(id)?.name ?? id
    return {
      months: Array.from({ length: 12 }, (_, index) => {
        const month = `${year}-${String(index + 1).padStart(2, '0')}`
        const sums = months.get(month)
        const closed = rows.find((row) => row.month === month)
        const fault = closed === undefined ? findClosingFault(known, month, house.today()) : undefined
        return {
          month, cremated: sums?.get('cremated.total')?.count ?? 0, vigils: sums?.get('vigil.total')?.count ?? 0, waivedFen: sums?.get('waiver.total')?.fen ?? 0, lateLines: closed?.late ?? 0,
          closed: closed === undefined ? null : { on: closed.on, by: nameOf(closed.by), second: nameOf(closed.second), head: closed.head }, closable: closed === undefined && fault === undefined, ...(fault === undefined ? {} : { why: fault.text }),
        }
      }),
    }
  }),

  handle(routes.closeBurialMonth, async ({ house, params, body, account, session, actor }) => {
    const { month } = params
    const second = await porter.confirmSecond(account, body.second, 'count.read', session.counter)
    await house.register.transact(actor(), async (tx) => {
      // Nothing else is written meanwhile: the committed head is the one the closing stands on.
      const { hash: head } = await house.register.head()
      await tx.record(await burialMonthClosing(tx, { month, today: house.today(), head }, { account: account.id, second: second.id, reason: body.reason }))
    })
    return { done: true as const }
  }),
]
