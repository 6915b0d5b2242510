import type { Reads } from '../../db/contract.ts'
import type { StoredReport } from '../../db/reports/contract.ts'
import type { House } from '../house.ts'

const decoder = new TextDecoder()

/** The newest stored compliance report of a year, or undefined. */
export const latestStored = async (reads: Pick<Reads, 'reports'>, year: string): Promise<StoredReport | undefined> =>
  (await reads.reports.storedReports({ report: 'compliance', from: `${year}-01-01`, to: `${year}-12-31`, limit: 1 })).rows[0]

/** The content of the newest stored compliance report that lies within a period, as it was put away; undefined where there is none. Throws what the file store throws. */
export const newestReport = async ({ register }: House, { from, to }: { readonly from: string; readonly to: string }): Promise<unknown> => {
  const [stored] = (await register.read.reports.storedReports({ report: 'compliance', from, to, limit: 1 })).rows
  return stored === undefined ? undefined : JSON.parse(decoder.decode(await register.files.get(stored.content)))
}
