import type { ArchiveActionBody, ArchiveActionKind } from '../../domain/archive/actions.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import { findMatter } from '../../domain/statistics/matters.ts'
import { text } from '../../domain/text.ts'
import { bodyOf } from '../case/kind.ts'
import { serialIn } from '../case/numbers.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import { hourOf, tally } from '../tally.ts'
import type { Applier } from '../windows.ts'
import { boxFiles, transferBoxes } from './boxes.ts'

const sql = {
  add: 'INSERT INTO archive_record (key, id, kind, number, year, serial, day, at, requester_kind, requester, unit, basis, purpose, files, found, pages, registrar) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  exists: 'SELECT 1 FROM archive_record WHERE id = ?',
} as const

type Recorded = ArchiveActionBody<'archive.queried'> | ArchiveActionBody<'archive.proved'>

const add = (db: Connection, entry: JournalEntry, kind: 'query' | 'proof', body: Recorded, facts: { readonly basis: string; readonly purpose: string; readonly files: number; readonly found: boolean; readonly pages: number }): void => {
  const { requester, day, number } = body
  const year = day.slice(0, 4)
  try {
    db.prepare(sql.add).run(entry.seq, entry.action.subject, kind, number, Number(year), serialIn(number, day), day, entry.at, requester.kind, requester.name, requester.unit, facts.basis, facts.purpose, facts.files, facts.found ? 1 : 0, facts.pages, body.registrar)
  } catch (error) {
    if (violates(error, 'archive_record.number')) throw new LantaiError('conflict', text(`编号 ${number} 已被使用，请重试`, `The number ${number} is taken; try again`), 'number')
    if (violates(error, 'archive_record.id')) throw new LantaiError('conflict', text('已经登记过', 'It is on record already'))
    throw error
  }
  tally(db, entry, { day, window: 'archive', kind: findMatter(entry.action.kind) ?? kind, unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1)
}

/** The appliers of the archive: its log of queries and proofs, and its boxes. */
export const archiveAppliers: Readonly<Record<ArchiveActionKind, Applier>> = {
  'archive.queried': (db, entry) => {
    const body = bodyOf<ArchiveActionBody<'archive.queried'>>(entry)
    add(db, entry, 'query', body, { basis: body.basis, purpose: body.purpose, files: body.files.length, found: body.found, pages: body.copies.pages * body.copies.sets })
  },
  'archive.proved': (db, entry) => {
    const body = bodyOf<ArchiveActionBody<'archive.proved'>>(entry)
    const { destination, use, records, found } = body.proof
    add(db, entry, 'proof', body, { basis: destination, purpose: use, files: records.length, found, pages: 0 })
  },
  'archive.printed': (db, entry) => {
    if (db.prepare(sql.exists).get(entry.action.subject) === undefined) throw new LantaiError('not_found', text('没有这条记录', 'There is no such record'))
  },
  'archive.boxed': (db, entry) => boxFiles(db, entry.seq, entry.action.subject, bodyOf<ArchiveActionBody<'archive.boxed'>>(entry)),
  'archive.transferred': (db, entry) => transferBoxes(db, bodyOf<ArchiveActionBody<'archive.transferred'>>(entry)),
}
