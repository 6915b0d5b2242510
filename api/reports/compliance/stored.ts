import type { z } from 'zod'
import type { StoredReport as StoredRow } from '../../../db/reports/contract.ts'
import { civilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { handle, type Handling } from '../../door.ts'
import type { House } from '../../house.ts'
import { pdfResponse } from '../../papers.ts'
import { routes } from '../../schemas/index.ts'
import type { StoredReport } from '../../schemas/reports.ts'
import { bytesOf, readReport } from './content.ts'
import { getRun, shownCases } from './run.ts'
import { titlesOf } from './titles.ts'

/** A stored report as lists show it. */
export const storedLine = async (house: House, row: StoredRow): Promise<z.infer<typeof StoredReport>> => ({
  id: row.id, report: row.report, from: civilDate(row.from), to: civilDate(row.to), windows: [...row.windows], at: row.at, by: await house.nameOf(row.actor), head: row.head, program: row.program, content: row.content,
  total: row.total, passed: row.passed, failed: row.failed, unexamined: row.unexamined, note: row.note, remade: row.remade === null ? null : { at: row.remade.at, same: row.remade.same },
})

/** A stored compliance report with its content; throws `not_found`, `damaged`. */
export const getCompliance = async (house: House, id: string) => {
  const row = await house.register.read.reports.getStoredReport(id)
  if (row.report !== 'compliance') throw new LantaiError('invalid', text('这不是合规报告', 'That is no compliance report'), 'id')
  return { row, content: await readReport(house.register.files, row) }
}

/** Putting a run away for good, and looking at what was put away. */
export const storedReportHandlings: readonly Handling[] = [
  handle(routes.storeReport, async ({ house, body, actor }) => {
    const { id, content } = getRun(house, body.run)
    const { files } = house.register
    // The bytes first: an entry never names a file that is not there. A run stands for the moment of its own head, whatever was written since.
    const hash = await files.put(bytesOf(content))
    const { from, to, windows, today, at, head, program, rules, total, passed, failed, unexamined } = content
    await house.register.transact(actor(), async (tx) => {
      await tx.record({
        kind: 'report.stored', subject: id,
        body: { report: 'compliance', from, to, windows: windows.map((window) => window.id), today, ranAt: at, head, program, rules: rules.digest, content: hash, total, passed, failed, unexamined, note: body.note },
      })
    })
    return storedLine(house, await house.register.read.reports.getStoredReport(id))
  }),

  handle(routes.listReports, async ({ house, query }) => {
    const { rows, next } = await house.register.read.reports.storedReports(query)
    return { reports: await Promise.all(rows.map((row) => storedLine(house, row))), ...(next === undefined ? {} : { next }) }
  }),

  handle(routes.getReport, async ({ house, params, account }) => {
    const { row, content } = await getCompliance(house, params.id)
    return { stored: await storedLine(house, row), content, titles: await titlesOf(house, account, shownCases(content)) }
  }),

  handle(routes.reportSheet, async ({ house, params, request }) => {
    const { row, content } = await getCompliance(house, params.id)
    const bytes = await house.printer.render({ paper: 'office.compliance', sheet: { content, stored: { id: row.id, at: row.at, by: await house.nameOf(row.actor), digest: row.content } } })
    return pdfResponse(request, bytes, `合规报告-${content.from}-${content.to}`, `${row.id} ${row.content}`)
  }),
]
