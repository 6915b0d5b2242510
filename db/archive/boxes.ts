import type { ArchiveActionBody, FileClass } from '../../domain/archive/actions.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Connection, Reader } from '../connection.ts'
import type { BoxRow } from '../contract.ts'
import { violates } from '../errors.ts'
import { runOf } from './files.ts'

/** Boxes of filed cases (《婚姻登记档案管理办法》第十条): each holds a run of files of one year and class. */

const sql = {
  overlap: 'SELECT box, first, last FROM archive_box WHERE year = ? AND file_class = ? AND fonds = ? AND first <= ? AND last >= ? LIMIT 1',
  add: "INSERT INTO archive_box (key, id, fonds, year, file_class, box, first, last, files, pages, note, boxed_on, transferred_on, receiver, transfer_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', '')",
  file: 'UPDATE archive_box SET files = files + 1, pages = pages + ? WHERE year = ? AND file_class = ? AND fonds = ? AND first <= ? AND last >= ?',
  box: 'SELECT key, transferred_on FROM archive_box WHERE year = ? AND file_class = ? AND fonds = ? AND box = ?',
  transfer: 'UPDATE archive_box SET transferred_on = ?, receiver = ?, transfer_number = ? WHERE key = ?',
  of: 'SELECT box FROM archive_box WHERE year = ? AND file_class = ? AND fonds = ? AND first <= ? AND last >= ?',
  all: 'SELECT * FROM archive_box WHERE (? IS NULL OR year = ?) AND (? IS NULL OR file_class = ?) ORDER BY year DESC, file_class, fonds, first',
  byId: 'SELECT * FROM archive_box WHERE id = ?',
} as const

interface Columns { readonly id: string; readonly fonds: string; readonly year: number; readonly file_class: FileClass; readonly box: number; readonly first: number; readonly last: number; readonly files: number; readonly pages: number; readonly note: string; readonly boxed_on: string; readonly transferred_on: string }

const rowOf = (row: Columns): BoxRow => ({ id: row.id, fonds: row.fonds, year: row.year, fileClass: row.file_class, box: row.box, first: row.first, last: row.last, files: row.files, pages: row.pages, note: row.note, boxedOn: row.boxed_on, transferredOn: row.transferred_on })

/** Counts a file into the box in whose run it lies, if there is one already. */
export const fileIntoBox = (db: Connection, fileClass: string, file: { readonly fonds: string; readonly year: number; readonly officeFileNumber: number; readonly pages: number }): void => {
  db.prepare(sql.file).run(file.pages, file.year, fileClass, file.fonds, file.officeFileNumber, file.officeFileNumber)
}

/** Puts a run of files into a new box; throws `invalid` for an empty run, `conflict` for files boxed already or a box number that is used. */
export const boxFiles = (db: Connection, key: number, id: string, body: ArchiveActionBody<'archive.boxed'>): void => {
  const { fonds, year, fileClass, box, first, last } = body
  if (last < first) throw new LantaiError('invalid', text('止卷号小于起卷号', 'The last file number lies before the first'), 'last')
  const over = db.prepare<{ box: number; first: number; last: number }>(sql.overlap).get(year, fileClass, fonds, last, first)
  if (over !== undefined) throw new LantaiError('conflict', text(`第 ${over.first}—${over.last} 卷已装入第 ${over.box} 盒`, `Files ${over.first}–${over.last} stand in box ${over.box} already`), 'first')
  const { files, pages } = runOf(db, fileClass, { fonds, year, first, last })
  if (files === 0) throw new LantaiError('invalid', text('这些卷号没有已归档的案卷', 'No case is filed under these numbers'), 'first')
  try {
    db.prepare(sql.add).run(key, id, fonds, year, fileClass, box, first, last, files, pages, body.note, body.day)
  } catch (error) {
    if (violates(error, 'archive_box.box')) throw new LantaiError('conflict', text(`第 ${box} 盒已经有了`, `There is a box ${box} already`), 'box')
    throw error
  }
}

/** Notes the transfer of boxes to the state archive; throws `not_found` for a box that is not there, `wrong_state` for one that is gone already. */
export const transferBoxes = (db: Connection, body: ArchiveActionBody<'archive.transferred'>): void => {
  for (const box of body.boxes) {
    const row = db.prepare<{ key: number; transferred_on: string }>(sql.box).get(body.year, body.fileClass, body.fonds, box)
    if (row === undefined) throw new LantaiError('not_found', text(`没有第 ${box} 盒`, `There is no box ${box}`), 'boxes')
    if (row.transferred_on !== '') throw new LantaiError('wrong_state', text(`第 ${box} 盒已于 ${row.transferred_on} 移交`, `Box ${box} was handed over on ${row.transferred_on}`), 'boxes')
    db.prepare(sql.transfer).run(body.day, body.receiver, body.number, row.key)
  }
}

/** The box in which a file stands, or null. */
export const boxOf = (db: Reader, file: { readonly fonds: string; readonly year: number; readonly fileClass: FileClass; readonly officeFileNumber: number }): number | null =>
  db.prepare<{ box: number }>(sql.of).get(file.year, file.fileClass, file.fonds, file.officeFileNumber, file.officeFileNumber)?.box ?? null

/** Boxes, newest year first, in order of their files. */
export const boxes = (db: Reader, { year = null, fileClass = null }: { readonly year?: number | null; readonly fileClass?: FileClass | null }): readonly BoxRow[] => db.prepare<Columns>(sql.all).all(year, year, fileClass, fileClass).map(rowOf)

/** The box of an id; throws `not_found`. */
export const getBox = (db: Reader, id: string): BoxRow => {
  const row = db.prepare<Columns>(sql.byId).get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这个档案盒', 'There is no such box'))
  return rowOf(row)
}
