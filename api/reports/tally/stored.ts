import { LantaiError } from '../../../domain/error.ts'
import { TallyBook } from '../../../domain/reports/shapes.ts'
import { text } from '../../../domain/text.ts'
import { canonicalJson } from '../../../db/canonical.ts'
import type { FileStore, Reads } from '../../../db/contract.ts'
import type { MonthClose } from '../../../db/reports/contract.ts'

/** Books that were signed and put away. */

/** The bytes by which a book is stored and hashed. */
export const bookBytes = (book: TallyBook): Uint8Array => new TextEncoder().encode(canonicalJson(book))

/** Reads a stored book; throws `damaged` for bytes that are none, and what the file store throws. */
export const readBook = async (files: FileStore, content: string): Promise<TallyBook> => {
  const found = TallyBook.safeParse(JSON.parse(new TextDecoder().decode(await files.get(content))))
  if (!found.success) throw new LantaiError('damaged', text('存档的月报不能读取，请从备份恢复', 'The stored tally cannot be read; restore it from a backup'), undefined, content)
  return found.data
}

/** The closing of a month with the book that was signed, or undefined. */
export const findStoredBook = async (read: Pick<Reads, 'reports'>, files: FileStore, month: string): Promise<{ readonly closed: MonthClose; readonly book: TallyBook } | undefined> => {
  const closed = await read.reports.findMonthClose(month)
  return closed === undefined ? undefined : { closed, book: await readBook(files, closed.content) }
}
