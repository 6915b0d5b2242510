import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection, Reader } from './connection.ts'
import type { Draft } from './contract.ts'
import { sha256 } from './journal.ts'

/** Drafts (草稿) are working papers, not record: outside the chain, each with a checksum over its row. */

const sql = {
  save: 'INSERT INTO draft (id, window, case_id, title, content, account, counter, saved_at, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET window = excluded.window, case_id = excluded.case_id, title = excluded.title, content = excluded.content, account = excluded.account, counter = excluded.counter, saved_at = excluded.saved_at, checksum = excluded.checksum',
  delete: 'DELETE FROM draft WHERE id = ?',
  find: 'SELECT * FROM draft WHERE id = ?',
  all: "SELECT * FROM draft WHERE (? = '' OR account = ?) AND (? = '' OR window = ?) ORDER BY saved_at DESC, id",
} as const

export interface DraftRow { readonly id: string; readonly window: string; readonly case_id: string; readonly title: string; readonly content: string; readonly account: string; readonly counter: string; readonly saved_at: string; readonly checksum: string }

/** SHA-256 over the columns of a draft as a JSON array. */
export const draftChecksum = (row: Omit<DraftRow, 'checksum'>): string =>
  sha256(`lantai-draft-1\n${JSON.stringify([row.id, row.window, row.case_id, row.title, row.content, row.account, row.counter, row.saved_at])}`)

const draftOf = (row: DraftRow): Draft => ({ id: row.id, window: row.window, caseId: row.case_id === '' ? undefined : row.case_id, title: row.title, content: row.content, account: row.account, counter: row.counter, savedAt: row.saved_at })

export const saveDraft = (db: Connection, draft: Draft): void => {
  const row = { id: draft.id, window: draft.window, case_id: draft.caseId ?? '', title: draft.title, content: draft.content, account: draft.account, counter: draft.counter, saved_at: draft.savedAt }
  db.prepare(sql.save).run(row.id, row.window, row.case_id, row.title, row.content, row.account, row.counter, row.saved_at, draftChecksum(row))
}

export const deleteDraft = (db: Connection, id: string): void => {
  db.prepare(sql.delete).run(id)
}

/** A draft to go on with; throws `damaged` when its row does not give its checksum. */
export const findDraft = (db: Reader, id: string): Draft | undefined => {
  const row = db.prepare<DraftRow>(sql.find).get(id)
  if (row === undefined) return undefined
  if (draftChecksum(row) !== row.checksum) throw new LantaiError('damaged', text('草稿已损坏，不能打开', 'The draft is damaged and cannot be opened'))
  return draftOf(row)
}

/** Drafts, newest first; a damaged one stays in the list and is refused when it is opened. */
export const drafts = (db: Reader, filter: { account?: string; window?: string }): readonly Draft[] =>
  db.prepare<DraftRow>(sql.all).all(filter.account ?? '', filter.account ?? '', filter.window ?? '', filter.window ?? '').map(draftOf)
