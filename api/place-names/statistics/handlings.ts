import { LantaiError } from '../../../domain/error.ts'
import { placeNameTables } from '../../../domain/place-names/statistics/tables.ts'
import { reportStateTitles } from '../../../domain/place-names/case/report.ts'
import { text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { pdfResponse } from '../../papers.ts'
import { placeNameStatisticRoutes as routes } from '../../schemas/boundaries.ts'
import { csvResponse } from '../../statistics/counted-csv.ts'
import type { Period } from '../../statistics/table.ts'
import { requirePeriod } from '../../statistics/table.ts'
import { placeNameReport } from './report.ts'
import { ratesOf } from './rates.ts'
import { countPlaceNameTable, getPlaceNameTable, linePath, lineTitle } from './table.ts'

/** Tables are printed with at most so many rows; a longer one is for the spreadsheet. */
const longestPrinted = 2000
const mostPrinted = 40

/** What stands at the head of every sheet. */
const sheetHead = async (house: House, { from, to }: Period, preparer: string) => {
  const office = await house.office()
  return { officeName: office.name, area: office.areaOn(to), from, to, printedAt: house.instant(), preparer, sample: office.sample }
}

/** The tables that were asked for, each counted; throws at `tables` or `from`. */
const printedTables = async (house: House, asked: string, period: Period) => {
  const ids = [...new Set(asked.split(',').filter((id) => id !== ''))]
  if (ids.length === 0) throw new LantaiError('invalid', text('请选择要打印的报表', 'Choose the tables to print'), 'tables')
  if (ids.length > mostPrinted) throw new LantaiError('too_large', text(`一次最多打印 ${String(mostPrinted)} 张报表`, `At most ${String(mostPrinted)} tables are printed at once`), 'tables')
  const tables = []
  for (const id of ids) {
    const table = await countPlaceNameTable(house, getPlaceNameTable(id), period)
    if (table.rows.length > longestPrinted) throw new LantaiError('too_large', text(`“${table.title.zh}”有 ${String(table.rows.length)} 行，请缩短期间或导出表格`, `“${table.title.en}” has ${String(table.rows.length)} rows: shorten the period or export it`), 'from')
    tables.push({
      title: table.title.zh, unit: table.unit, columns: table.columns.map(({ title, unit }) => ({ title: title.zh, unit })),
      rows: table.rows.map(({ title, cells }) => ({ title: title.zh, values: cells.map(({ value }) => value) })), identities: table.identities.map(({ line, holds }) => ({ line: line.zh, holds })),
    })
  }
  return tables
}

/** Tables on place names, the lines behind their numbers, on-time rates and the compliance report. */
export const placeNameStatisticHandlings: readonly Handling[] = [
  handle(routes.listPlaceNameTables, async () => ({ tables: placeNameTables.map(({ id, title, unit }) => ({ id, title, unit })) })),

  // Before the address of one table, which would take the word for its id.
  handle(routes.printPlaceNameTables, async ({ house, query, account, request }) => {
    const period = requirePeriod(query)
    const [head, tables, rates] = await Promise.all([sheetHead(house, period, account.name), printedTables(house, query.tables, period), ratesOf(house, period, request.signal)])
    const bytes = await house.printer.render({
      paper: 'place-names.tables',
      sheet: { ...head, tables, rates: rates.map(({ title, met, late, overdue, permille }) => ({ title: title.zh, met, judged: met + late + overdue, permille: permille ?? undefined })) },
    })
    const { hash } = await house.register.head()
    return pdfResponse(request, bytes, `地名报表-${period.from}-${period.to}`, `${query.tables} ${period.from} ${period.to} ${hash} ${head.printedAt}`)
  }),

  handle(routes.getPlaceNameTable, async ({ house, params, query }) => countPlaceNameTable(house, getPlaceNameTable(params.table), requirePeriod(query))),

  handle(routes.exportPlaceNameTable, async ({ house, params, query, language }) => csvResponse(await countPlaceNameTable(house, getPlaceNameTable(params.table), requirePeriod(query)), language, 'place-names')),

  handle(routes.placeNameLines, async ({ house, query }) => {
    const period = requirePeriod(query)
    const cells = query.cells.split(',').filter((cell) => cell !== '')
    if (cells.length === 0) throw new LantaiError('invalid', text('请指明是哪个数字', 'Say which number'), 'cells')
    const { rows, next, count, value } = await house.register.read.placeNames.lines(cells, period, { ...(query.after === undefined ? {} : { after: query.after }), ...(query.limit === undefined ? {} : { limit: query.limit }) })
    return {
      rows: rows.map(({ seq, day, enteredOn, unit, value: one, cells: of, subject, item, name }) => ({ seq, day, enteredOn, unit, value: one, title: lineTitle(of), subject, item, name, path: linePath(subject, of) })),
      count, value, ...(next === undefined ? {} : { next }),
    }
  }),

  handle(routes.placeNameRates, async ({ house, query, request }) => ({ rates: [...(await ratesOf(house, requirePeriod(query), request.signal))] })),

  handle(routes.printPlaceNameReport, async ({ house, query, account, request }) => {
    const period = requirePeriod(query)
    const [head, report] = await Promise.all([sheetHead(house, period, account.name), placeNameReport(house, period, request.signal)])
    const { cases, passed, examined, failed, unanswered } = report
    const bytes = await house.printer.render({
      paper: 'place-names.complianceReport',
      sheet: {
        ...head, cases: cases.length, passed, examined, failed, unanswered, rules: report.rules.map(({ code, title, law, pass, fail, attested, notApplicable, open }) => ({ code, title: title.zh, law: law.zh, pass, fail, attested, notApplicable, open })),
        failing: cases.filter(({ failing }) => failing.length > 0).map(({ title, document, decidedOn, failing }) => ({ title, document, decidedOn, rows: failing.map((row) => ({ code: row.code, name: row.name, title: row.title.zh, state: reportStateTitles[row.state].zh, message: row.message?.zh ?? '' })) })),
      },
    })
    const { hash } = await house.register.head()
    return pdfResponse(request, bytes, `地名合规报告-${period.from}-${period.to}`, `report ${period.from} ${period.to} ${hash} ${head.printedAt}`)
  }),

  handle(routes.placeNameReport, async ({ house, query, request }) => placeNameReport(house, requirePeriod(query), request.signal)),
]
