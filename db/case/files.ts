import type { JournalEntry } from '../../domain/action.ts'
import type { Reader } from '../connection.ts'
import type { CaseRow } from '../contract.ts'
import type { caseReads } from './reads.ts'

/** Registered cases with their own entries, for inspection runs over many thousands of files. */

type Reads = Pick<ReturnType<typeof caseReads<string, CaseRow, object>>, 'pageOf'>
type Cells = readonly [seq: number, at: string, actor: string, counter: string, kind: string, second: string, reason: string, body: string, hash: string]

const perPage = 500
const entries = 'SELECT seq, at, actor, counter, kind, second, reason, body, hash FROM journal WHERE subject = ? ORDER BY seq'

const entryOf = (subject: string, [seq, at, actor, counter, kind, second, reason, body, hash]: Cells): JournalEntry => {
  const action = { kind, subject, body: JSON.parse(body) as unknown }
  return { seq, at, actor, counter, hash, action: reason === '' && second === '' ? action : { ...action, ...(reason === '' ? {} : { reason }), ...(second === '' ? {} : { second }) } }
}

/** Registered cases of a window in a period, newest first, each with the entries of the window. */
export async function* caseFiles(db: Reader, window: string, reads: Reads, period: { readonly from: string; readonly to: string }): AsyncGenerator<{ readonly row: CaseRow; readonly entries: readonly JournalEntry[] }> {
  const own = `${window}.`
  const statement = db.raw.prepare<[string], Cells>(entries).raw()
  // Pages, not one open cursor: other questions are put to this connection between the files.
  let after: string | undefined
  do {
    const page = reads.pageOf(db, [["c.day <> '' AND c.day >= ? AND c.day <= ? AND c.state IN ('registered', 'proofread', 'delivered')", period.from, period.to]], { day: 'day' }, { after, limit: perPage })
    for (const row of page.rows) yield { row, entries: statement.all(row.id).filter((cells) => cells[4].startsWith(own)).map((cells) => entryOf(row.id, cells)) }
    after = page.next
  } while (after !== undefined)
}
