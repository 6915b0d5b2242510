import { z } from 'zod'
import type { Draft, Reads, Transaction } from '../../../db/contract.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import { notFound } from '../../house.ts'
import { ImportOptions, ImportState } from '../../schemas/gazetteer.ts'

/** Imports lie among the drafts (草稿), under a name that is no window's; they are no case and have routes of their own. */
export const importWindow = 'place-names.import'

const Sums = ImportState.pick({ rows: true, clean: true, asks: true, stopped: true, taken: true, townships: true })
export type Sums = z.infer<typeof Sums>

/** What is kept of an import: the file by its hash, how it is read, the reasons given, the rows that went into drafts of cases. Rows of the gazetteer are known by the register itself. */
const Stored = z.strictObject({
  version: z.literal(1), hash: z.string(), fileName: z.string(), at: z.string(), options: ImportOptions,
  encoding: ImportState.shape.encoding, shape: ImportState.shape.shape, headings: ImportState.shape.headings, columns: ImportState.shape.columns, trouble: ImportState.shape.trouble,
  /** Field as the finding names it: `rows.12.name`. */
  answers: z.array(z.strictObject({ row: z.int(), rule: z.string(), field: z.string(), reason: z.string() })),
  inCases: z.array(z.strictObject({ draft: z.string(), rows: z.array(z.int()) })),
  /** As they stood when the rows were last gone through. */
  sums: Sums.nullable(),
})
export type Stored = z.infer<typeof Stored>

/** An import with its draft. */
export interface Import { readonly id: string; readonly draft: Draft; readonly stored: Stored }

const importOf = (draft: Draft): Import => ({ id: draft.id, draft, stored: Stored.parse(JSON.parse(draft.content)) })

/** An import in hand; throws `not_found`, `damaged`. */
export const getImport = async (reads: Pick<Reads, 'findDraft'>, id: string): Promise<Import> => {
  const draft = await reads.findDraft(id)
  if (draft?.window !== importWindow) throw notFound('没有这次导入，可能已经结束。', 'There is no such import; it may have been put away.')
  try {
    return importOf(draft)
  } catch {
    throw new LantaiError('damaged', text('导入的记录已损坏，请重新上传', 'What was kept of the import is damaged; hand the table in anew'))
  }
}

/** Imports in hand, newest first; a damaged one is left out. */
export const listImports = async (reads: Pick<Reads, 'drafts'>): Promise<readonly Import[]> =>
  (await reads.drafts({ window: importWindow })).flatMap((draft) => {
    try {
      return [importOf(draft)]
    } catch {
      return []
    }
  })

/** Keeps an import. */
export const saveImport = (tx: Pick<Transaction, 'saveDraft'>, draft: Omit<Draft, 'content' | 'window' | 'caseId' | 'title'>, stored: Stored): Promise<void> =>
  tx.saveDraft({ ...draft, window: importWindow, caseId: undefined, title: stored.fileName.slice(0, 120), content: JSON.stringify(stored) })

/** Changes what is kept of an import as it stands now, within a write transaction; throws `not_found`. */
export const changeImport = async (tx: Pick<Transaction, 'findDraft' | 'saveDraft'>, id: string, change: (stored: Stored) => Stored): Promise<Import> => {
  const { draft, stored } = await getImport(tx, id)
  const next = change(stored)
  await saveImport(tx, draft, next)
  return { id, draft, stored: next }
}
