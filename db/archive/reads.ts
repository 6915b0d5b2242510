import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Reader, Value } from '../connection.ts'
import type { ArchiveFilter, ArchiveRow, Page } from '../contract.ts'

interface Columns { readonly key: number; readonly id: string; readonly kind: 'query' | 'proof'; readonly number: string; readonly day: string; readonly at: string; readonly requester_kind: string; readonly requester: string; readonly unit: string; readonly basis: string; readonly purpose: string; readonly files: number; readonly found: number; readonly pages: number; readonly registrar: string }

const rowOf = (row: Columns): ArchiveRow => ({ id: row.id, kind: row.kind, number: row.number, day: row.day, at: row.at, requesterKind: row.requester_kind, requester: row.requester, unit: row.unit, basis: row.basis, purpose: row.purpose, files: row.files, found: row.found === 1, pages: row.pages, registrar: row.registrar })

const conditionsOf = (filter: ArchiveFilter): { readonly where: string; readonly values: readonly Value[] } => {
  const found: [string, ...Value[]][] = [['1']]
  if (filter.kind !== undefined) found.push(['kind = ?', filter.kind])
  if (filter.from !== undefined) found.push(['day >= ?', filter.from])
  if (filter.to !== undefined) found.push(['day <= ?', filter.to])
  return { where: found.map(([condition]) => condition).join(' AND '), values: found.flatMap(([, ...values]) => values) }
}

/** The log of queries and proofs, newest first. */
export const archiveRecords = (db: Reader, filter: ArchiveFilter): Page<ArchiveRow> => {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 1000)
  const { where, values } = conditionsOf(filter)
  const [day = '', key = ''] = (filter.after ?? '').split('~')
  if (filter.after !== undefined && !/^\d+$/.test(key)) throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
  const after = filter.after === undefined ? '' : ' AND day <= ? AND (day < ? OR key < ?)'
  const found = db.prepare<Columns>(`SELECT * FROM archive_record WHERE ${where}${after} ORDER BY day DESC, key DESC LIMIT ?`).all(...values, ...(after === '' ? [] : [day, day, Number(key)]), limit + 1)
  const shown = found.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown.map(rowOf), next: found.length > limit && last !== undefined ? `${last.day}~${last.key}` : undefined }
}

export const countArchiveRecords = (db: Reader, filter: ArchiveFilter): number => {
  const { where, values } = conditionsOf(filter)
  return db.prepare<{ count: number }>(`SELECT count(*) AS count FROM archive_record WHERE ${where}`).get(...values)?.count ?? 0
}

/** A query or proof; throws `not_found`. */
export const getArchiveRecord = (db: Reader, id: string): ArchiveRow => {
  const row = db.prepare<Columns>('SELECT * FROM archive_record WHERE id = ?').get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这条记录', 'There is no such record'))
  return rowOf(row)
}

/** Highest serial of queries or proofs of a year; 0 if none. */
export const lastArchiveNumber = (db: Reader, kind: 'query' | 'proof', year: number): number =>
  db.prepare<{ serial: number | null }>('SELECT max(serial) AS serial FROM archive_record WHERE kind = ? AND year = ?').get(kind, year)?.serial ?? 0
