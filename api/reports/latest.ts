import type { Reads } from '../../db/contract.ts'
import type { StoredReport } from '../../db/reports/contract.ts'
import { ComplianceReport } from '../../domain/reports/shapes.ts'
import type { House } from '../house.ts'

const decoder = new TextDecoder()

/** The newest stored compliance report of a year, or undefined. */
export const latestStored = async (reads: Pick<Reads, 'reports'>, year: string): Promise<StoredReport | undefined> =>
  (await reads.reports.storedReports({ report: 'compliance', from: `${year}-01-01`, to: `${year}-12-31`, limit: 1 })).rows[0]

/** The content of a stored compliance report; throws what the file store throws, and `invalid` for bytes that are none. */
export const storedContent = async (house: House, { content }: Pick<StoredReport, 'content'>): Promise<ComplianceReport> => ComplianceReport.parse(JSON.parse(decoder.decode(await house.register.files.get(content))))
