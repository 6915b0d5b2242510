import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../db/canonical.ts'
import type { FileStore } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { ComplianceReport } from '../../../domain/reports/shapes.ts'
import { text } from '../../../domain/text.ts'

/** The bytes in which a report is stored: canonical JSON in UTF-8. */
export const bytesOf = (report: ComplianceReport): Uint8Array => Buffer.from(canonicalJson(report))

const damaged = (): LantaiError => new LantaiError('damaged', text('存档的报告已经损坏或者不在文件夹中，请从备份恢复', 'The stored report is damaged or missing; restore it from a backup'))

/** A stored compliance report, read back from the file store; throws `damaged` when its bytes are not there, are not those that were stored, or are no report. */
export const readReport = async (files: Pick<FileStore, 'get'>, { content }: { readonly content: string }): Promise<ComplianceReport> => {
  let bytes: Uint8Array
  try {
    bytes = await files.get(content)
  } catch {
    throw damaged()
  }
  if (createHash('sha256').update(bytes).digest('hex') !== content) throw damaged()
  let value: unknown
  try {
    value = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw damaged()
  }
  const parsed = ComplianceReport.safeParse(value)
  if (!parsed.success) throw damaged()
  return parsed.data
}
