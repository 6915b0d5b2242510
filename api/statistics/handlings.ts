import { blankTypes } from '../../db/contract.ts'
import { csv } from '../../domain/csv.ts'
import { LantaiError } from '../../domain/error.ts'
import { mattersSentence } from '../../domain/reports/paragraph.ts'
import { tableDefinitions } from '../../domain/statistics/tables.ts'
import { text, type Language, type Text } from '../../domain/text.ts'
import { handle, type Handling } from '../door.ts'
import type { House } from '../house.ts'
import { pdfResponse } from '../papers.ts'
import { routes } from '../schemas/index.ts'
import type { StatisticTable } from '../schemas/statistics.ts'
import { unitText } from '../../domain/statistics/units.ts'
import { blankTitles } from '../units.ts'
import { countMatters, matterIdentities } from './matters.ts'
import { referenceHandlings } from './references.ts'
import { countTable, getTable, identityReply, requirePeriod } from './table.ts'

const shareText = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(2)}%`)

/** A table as rows of a spreadsheet: title, unit and period first, identities last. */
const csvOf = (table: StatisticTable, language: Language): string => {
  const say = (words: Text): string => words[language]
  const shared = table.columns.map((_, index) => table.rows.some((row) => (row.cells[index]?.share ?? null) !== null))
  return csv([
    [say(table.title), `${language === 'zh' ? '单位：' : 'Unit: '}${say(unitText(table.unit))}`, language === 'zh' ? `${table.from} 至 ${table.to}` : `${table.from} to ${table.to}`],
    ['', ...table.columns.flatMap((column, index) => [say(column.title), ...(shared[index] === true ? [`${say(column.title)} %`] : [])])],
    ...table.rows.map((row) => [say(row.title), ...row.cells.flatMap((cell, index) => [String(cell.value), ...(shared[index] === true ? [shareText(cell.share)] : [])])]),
    ...table.identities.map((identity) => [say(identity.line)]),
  ])
}

const csvResponse = (body: string, name: string): Response =>
  new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="statistics.csv"; filename*=UTF-8''${encodeURIComponent(`${name}.csv`)}` } })

/** Tables are printed with at most so many rows; a longer one is for the spreadsheet. */
const longestPrinted = 2000

const peakBoard = async (house: House, asked: string | undefined) => {
  const { read } = house.register
  const day = asked ?? house.today()
  const [peak, ...ranges] = await Promise.all([read.peakDay(day), ...blankTypes.map((type) => read.stockRanges(type))])
  const now = house.instant()
  const hourNow = Number(now.slice(11, 13))
  const worked = peak.hours.filter(({ count }) => count > 0)
  return {
    ...peak, day, now, hours: peak.hours.map((row) => ({ ...row })), counters: peak.counters.map((row) => ({ ...row })),
    lastHour: peak.hours.find(({ hour }) => hour === (day === house.today() ? hourNow : (worked.at(-1)?.hour ?? -1)))?.count ?? 0,
    perHour: worked.length === 0 ? 0 : Math.round((peak.done / worked.length) * 10) / 10,
    stock: blankTypes.map((type, index) => {
      const left = (ranges[index] ?? []).reduce((sum, range) => sum + range.count - range.used, 0)
      return { type, title: blankTitles[type], left, couplesLeft: Math.floor(left / 2) }
    }),
  }
}

/** Statistics (统计表), everything the windows did, published figures, and the board of a peak day. */
export const statisticHandlings: readonly Handling[] = [
  // Before the address of one table, which would take the word for its id.
  handle(routes.printStatistics, async ({ house, query, account, request }) => {
    const period = requirePeriod(query)
    const ids = query.tables.split(',').filter((id) => id !== '')
    if (ids.length === 0) throw new LantaiError('invalid', text('请选择要打印的统计表', 'Choose the tables to print'), 'tables')
    const [office, head] = await Promise.all([house.office(), house.register.head()])
    const tables: StatisticTable[] = []
    for (const id of [...new Set(ids)]) {
      const table = await countTable(house, getTable(id), period)
      if (table.rows.length > longestPrinted) throw new LantaiError('too_large', text(`“${table.title.zh}”有 ${String(table.rows.length)} 行，请缩短期间或导出表格`, `“${table.title.en}” has ${String(table.rows.length)} rows: shorten the period or export it`), 'from')
      tables.push(table)
    }
    const bytes = await house.printer.render({
      paper: 'office.statistics',
      sheet: {
        officeName: office.name, area: office.areaOn(period.to), ...period, printedAt: house.instant(), preparer: account.name, sample: office.sample,
        tables: tables.map((table) => ({
          title: table.title.zh, unit: table.unit, columns: table.columns.map(({ title }) => title.zh),
          rows: table.rows.map((row) => ({ title: row.title.zh, values: row.cells.map(({ value, share }) => ({ value, share })) })), identities: table.identities.map(({ line, holds }) => ({ line: line.zh, holds })),
        })),
      },
    })
    return pdfResponse(request, bytes, `统计表-${period.from}-${period.to}`, `${query.tables} ${head.hash} ${house.instant()}`)
  }),

  handle(routes.listStatistics, async () => ({ tables: tableDefinitions.map(({ id, title, unit }) => ({ id, title, unit })) })),

  handle(routes.getStatistic, async ({ house, params, query }) => countTable(house, getTable(params.table), requirePeriod(query))),

  handle(routes.exportStatistic, async ({ house, params, query, language }) => {
    const table = await countTable(house, getTable(params.table), requirePeriod(query))
    return csvResponse(csvOf(table, language), `${table.title[language]}-${query.from}-${query.to}`)
  }),

  handle(routes.listMatters, async ({ house, query }) => {
    const period = requirePeriod(query)
    const { counts, lines, marriages, divorces, others } = await countMatters(house, period)
    const [identities, { qualified: passed, failed, unexamined }] = await Promise.all([matterIdentities(house, period, counts), house.register.read.inspectedCounts(period)])
    return { ...period, matters: lines, marriages, divorces, others, identities: identities.map(identityReply), sentence: mattersSentence({ marriages, divorces, others }, { passed, failed, unexamined }) }
  }),

  handle(routes.peakBoard, async ({ house, query }) => peakBoard(house, query.day)),

  ...referenceHandlings,
]
