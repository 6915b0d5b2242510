import type { FileClass } from '../../domain/archive/actions.ts'
import { fileClasses } from '../../domain/archive/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Reader, Value } from '../connection.ts'
import type { FiledRow, Page } from '../contract.ts'
import { boxOf } from './boxes.ts'

/** Filed cases of every window: each class of files (《婚姻登记档案管理办法》第九条) stands in one table, that of the cases or, for judgments and revocations, of the endings. */

interface Place { readonly window: string; readonly table: string; readonly title: string; readonly join: string; readonly names: string; readonly number: string; readonly day: string; readonly id: string; readonly done: string }

const parties = (window: string, key: string): string => `JOIN ${window}_party m ON m.key = 2 * ${key} JOIN ${window}_party w ON w.key = 2 * ${key} + 1`
const ofCases = (window: string, title: string, done: string): Place => ({ window, table: `${window}_case`, title, join: parties(window, 'f.key'), names: "m.name || '与' || w.name", number: "coalesce(f.number, '')", day: "CASE WHEN f.day <> '' THEN f.day ELSE f.ended_on END", id: 'f.id', done })

const places: Readonly<Record<FileClass, Place>> = {
  marriage: ofCases('marriage', "'结婚登记'", "state = 'delivered'"),
  annulment: { window: 'marriage', table: 'marriage_ending', title: "CASE f.kind WHEN 'void' THEN '婚姻无效' WHEN 'annulled' THEN '撤销婚姻' ELSE '撤销婚姻登记' END", join: `JOIN marriage_case c ON c.key = f.case_key ${parties('marriage', 'f.case_key')}`, names: "m.name || '与' || w.name", number: 'f.number', day: 'f.day', id: 'c.id', done: "kind <> 'divorced'" },
  divorce: { ...ofCases('divorce', "CASE WHEN f.number IS NULL THEN '离婚登记申请' ELSE '离婚登记' END", "state IN ('delivered', 'withdrawn', 'refused', 'notAccepted')"), day: "CASE WHEN f.day <> '' THEN f.day WHEN f.ended_on <> '' THEN f.ended_on ELSE f.end2 END" },
  reissue: ofCases('reissue', "CASE f.certificate WHEN 'marriage' THEN '补发结婚证' ELSE '补发离婚证' END", "state = 'delivered'"),
}

const sql = {
  last: (table: string) => `SELECT office_file_number AS number FROM ${table} WHERE archive_year = ? AND office_file_number IS NOT NULL AND fonds = ? ORDER BY office_file_number DESC LIMIT 1`,
  run: (table: string) => `SELECT count(*) AS files, coalesce(sum(pages), 0) AS pages FROM ${table} WHERE archive_year = ? AND office_file_number BETWEEN ? AND ? AND office_file_number IS NOT NULL AND fonds = ?`,
  years: (table: string) => `SELECT archive_year AS year, count(*) AS files, min(office_file_number) AS first, max(office_file_number) AS last FROM ${table} WHERE office_file_number IS NOT NULL GROUP BY archive_year ORDER BY archive_year DESC`,
} as const

/** Highest 室编卷号 of a fonds, archive year and class; 0 if none. */
export const lastFileNumber = (db: Reader, fonds: string, year: number, fileClass: FileClass): number => db.prepare<{ number: number }>(sql.last(places[fileClass].table)).get(year, fonds)?.number ?? 0

/** Files and pages of a run of file numbers. */
export const runOf = (db: Reader, fileClass: FileClass, run: { readonly fonds: string; readonly year: number; readonly first: number; readonly last: number }): { readonly files: number; readonly pages: number } =>
  db.prepare<{ files: number; pages: number }>(sql.run(places[fileClass].table)).get(run.year, run.first, run.last, run.fonds) ?? { files: 0, pages: 0 }

/** Years and classes under which something is filed, newest year first. */
export const filedYears = (db: Reader): readonly { readonly year: number; readonly fileClass: FileClass; readonly files: number; readonly first: number; readonly last: number }[] =>
  fileClasses
    .flatMap((fileClass) => db.prepare<{ year: number; files: number; first: number; last: number }>(sql.years(places[fileClass].table)).all().map((row) => ({ ...row, fileClass })))
    .toSorted((a, b) => b.year - a.year || fileClasses.indexOf(a.fileClass) - fileClasses.indexOf(b.fileClass))

/** Cases whose work is done and that are not filed yet, by window and class; an application that lapsed by date alone is done. */
export const unfiledCases = (db: Reader, today: string): readonly { readonly window: string; readonly fileClass: FileClass; readonly count: number }[] =>
  fileClasses.map((fileClass) => {
    const { window, table, done } = places[fileClass]
    const waiting = db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${table} WHERE ${done} AND office_file_number IS NULL`).get()?.count ?? 0
    const lapsed = fileClass === 'divorce' ? (db.prepare<{ count: number }>("SELECT count(*) AS count FROM divorce_case WHERE state = 'accepted' AND end2 < ? AND office_file_number IS NULL").get(today)?.count ?? 0) : 0
    return { window, fileClass, count: waiting + lapsed }
  })

export interface FiledFilter { readonly year?: number; readonly fileClass?: FileClass; readonly difference?: boolean; readonly first?: number; readonly last?: number; readonly after?: string; readonly limit?: number }

interface Columns { readonly window: string; readonly case_id: string; readonly fonds: string; readonly year: number; readonly number_in_year: number; readonly archive_number: string; readonly pages: number; readonly scanned: number; readonly title: string; readonly day: string; readonly number: string }

const conditionsOf = (filter: FiledFilter): { readonly where: string; readonly values: readonly Value[] } => {
  const found: [string, ...Value[]][] = [['f.office_file_number IS NOT NULL']]
  if (filter.year !== undefined) found.push(['f.archive_year = ?', filter.year])
  if (filter.first !== undefined) found.push(['f.office_file_number >= ?', filter.first])
  if (filter.last !== undefined) found.push(['f.office_file_number <= ?', filter.last])
  if (filter.difference === true) found.push(['f.pages <> f.scanned'])
  return { where: found.map(([condition]) => condition).join(' AND '), values: found.flatMap(([, ...values]) => values) }
}

/** The place after which a page begins: class, year, file number and fonds. */
const placeOf = (after: string | undefined): { readonly fileClass: FileClass; readonly year: number; readonly number: number; readonly fonds: string } | undefined => {
  if (after === undefined) return undefined
  const [fileClass = '', year = '', number = '', ...fonds] = after.split('~')
  if (!fileClasses.includes(fileClass as FileClass) || !/^\d+$/.test(year) || !/^\d+$/.test(number)) throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
  return { fileClass: fileClass as FileClass, year: Number(year), number: Number(number), fonds: fonds.join('~') }
}

/** Filed cases class by class: those of one year in order of their numbers, those of all years newest first. */
export const filedCases = (db: Reader, filter: FiledFilter): Page<FiledRow> & { readonly count: number } => {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 1000)
  const classes: readonly FileClass[] = filter.fileClass === undefined ? fileClasses : [filter.fileClass]
  const { where, values } = conditionsOf(filter)
  const after = placeOf(filter.after)
  const rising = filter.year !== undefined
  const rows: FiledRow[] = []
  for (const fileClass of after === undefined ? classes : classes.slice(Math.max(classes.indexOf(after.fileClass), 0))) {
    if (rows.length > limit) break
    const place = places[fileClass]
    const beyond = after?.fileClass === fileClass ? after : undefined
    const further = beyond === undefined ? '' : rising ? ' AND (f.office_file_number > ? OR (f.office_file_number = ? AND f.fonds > ?))' : ' AND f.archive_year <= ? AND (f.archive_year < ? OR f.office_file_number < ? OR (f.office_file_number = ? AND f.fonds < ?))'
    const beyondValues: readonly Value[] = beyond === undefined ? [] : [...(rising ? [] : [beyond.year, beyond.year]), beyond.number, beyond.number, beyond.fonds]
    const found = db.prepare<Columns>(`SELECT '${place.window}' AS window, ${place.id} AS case_id, f.fonds AS fonds, f.archive_year AS year, f.office_file_number AS number_in_year, f.archive_file_number AS archive_number, f.pages AS pages, f.scanned AS scanned, ${place.names} || ${place.title} AS title, ${place.day} AS day, ${place.number} AS number
      FROM ${place.table} f ${place.join} WHERE ${where}${further} ORDER BY ${rising ? 'f.archive_year, f.office_file_number, f.fonds' : 'f.archive_year DESC, f.office_file_number DESC, f.fonds DESC'} LIMIT ?`).all(...values, ...beyondValues, limit + 1 - rows.length)
    for (const row of found) {
      const file = { fonds: row.fonds, year: row.year, fileClass, officeFileNumber: row.number_in_year } as const
      rows.push({ window: row.window, caseId: row.case_id, ...file, archiveFileNumber: row.archive_number, pages: row.pages, scanned: row.scanned, title: row.title, day: row.day, number: row.number, box: boxOf(db, file) })
    }
  }
  const count = classes.reduce((sum, fileClass) => sum + (db.prepare<{ count: number }>(`SELECT count(*) AS count FROM ${places[fileClass].table} f WHERE ${where}`).get(...values)?.count ?? 0), 0)
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, count, next: rows.length > limit && last !== undefined ? `${last.fileClass}~${last.year}~${last.officeFileNumber}~${last.fonds}` : undefined }
}
