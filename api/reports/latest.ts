import type { ComplianceReport } from '../../domain/reports/shapes.ts'
import type { House } from '../house.ts'
import { readReport } from './compliance/content.ts'
import { runsOf } from './compliance/run.ts'

interface Period { readonly from: string; readonly to: string }

/** What is known of the newest compliance report without reading it whole; `path` is where the desk shows it. */
export interface NewestReport extends Period { readonly at: string; readonly failed: number; readonly unexamined: number; readonly path: string; readonly read: () => Promise<ComplianceReport> }

/** The newest compliance report that lies within a period: the last one put away, or one that was run after it and is still kept; undefined where there is none. */
export const newestReport = async (house: House, { from, to }: Period): Promise<NewestReport | undefined> => {
  const [stored] = (await house.register.read.reports.storedReports({ report: 'compliance', from, to, limit: 1 })).rows
  const run = runsOf(house).find(({ content }) => content.from >= from && content.to <= to)
  if (run !== undefined && (stored === undefined || run.content.at > stored.ranAt)) {
    const { content, id } = run
    return { from: content.from, to: content.to, at: content.at, failed: content.failed, unexamined: content.unexamined, path: `/compliance?${new URLSearchParams({ from: content.from, to: content.to, run: id }).toString()}`, read: async () => content }
  }
  if (stored === undefined) return undefined
  return { from: stored.from, to: stored.to, at: stored.ranAt, failed: stored.failed, unexamined: stored.unexamined, path: `/compliance/reports/${stored.id}`, read: () => readReport(house.register.files, stored) }
}
