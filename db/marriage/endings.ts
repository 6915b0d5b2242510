import type { JournalEntry } from '../../domain/action.ts'
import type { MarriageActionBody } from '../../domain/marriage/actions.ts'
import type { EndingAction, EndingActionKind, EndingFile, MarriageEnding } from '../../domain/marriage/endings.ts'
import type { EndingKind } from '../../domain/marriage/ending-kinds.ts'
import { endingOf, endingsWithFile, requireEndable } from '../../domain/marriage/endings.ts'
import { LantaiError } from '../../domain/error.ts'
import { findMatter } from '../../domain/statistics/matters.ts'
import { text } from '../../domain/text.ts'
import { fileIntoBox } from '../archive/boxes.ts'
import { dayOf, fileNumberTaken } from '../case/appliers.ts'
import { bodyOf } from '../case/kind.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import { hourOf, tally } from '../tally.ts'
import { isLate } from '../reports/late.ts'
import { tellStatistics } from '../statistics/late.ts'
import type { Applier } from '../windows.ts'

const sql = {
  marriage: 'SELECT key, state, day FROM marriage_case WHERE id = ?',
  divorce: "SELECT number, day, marriage_case_id FROM divorce_case WHERE id = ? AND state IN ('registered', 'proofread', 'delivered')",
  // Put in order here: SQLite takes longer to make ready for sorting than to find the one row there is, if any.
  endings: 'SELECT place, key, kind, day, office_file_number FROM marriage_ending WHERE case_key = ?',
  add: "INSERT INTO marriage_ending (key, case_key, place, kind, day, noted_on, authority, number, divorce_case_id, scanned, fonds, archive_file_number) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')",
  end: 'UPDATE marriage_case SET revision = revision + 1, changed_at = ?, ending = ? WHERE key = ?',
  file: 'UPDATE marriage_ending SET fonds = ?, archive_year = ?, office_file_number = ?, archive_file_number = ?, pages = ? WHERE key = ?',
  lift: "DELETE FROM marriage_ending WHERE case_key = ? AND kind = 'divorced' AND divorce_case_id = ? AND place = (SELECT max(place) FROM marriage_ending WHERE case_key = ?) AND EXISTS (SELECT 1 FROM divorce_case WHERE id = ? AND state = 'voided')",
  step: 'UPDATE marriage_case SET revision = revision + 1, changed_at = ? WHERE key = ?',
} as const

interface EndingRow { readonly place: number; readonly key: number; readonly kind: EndingKind; readonly day: string; readonly office_file_number: number | null }
interface Marriage { readonly key: number; readonly state: string; readonly day: string; readonly rows: readonly EndingRow[]; readonly endings: readonly MarriageEnding[] }

/** What a marriage needs to know of its ends. */
const endingFrom = ({ kind, day, office_file_number: number }: EndingRow): MarriageEnding => ({ kind, day, file: number === null ? null : ({ officeFileNumber: number } as EndingFile) }) as MarriageEnding

const findMarriage = (db: Connection, id: string): Marriage | undefined => {
  const row = db.prepare<{ key: number; state: string; day: string }>(sql.marriage).get(id)
  if (row === undefined) return undefined
  const rows = db.prepare<EndingRow>(sql.endings).all(row.key).sort((a, b) => a.place - b.place)
  return { ...row, rows, endings: rows.map(endingFrom) }
}

/** Refuses a divorce of a marriage of this register that is not there, never was one, or has ended; throws `invalid`, `wrong_state`. */
export const requireDivorceable = (db: Connection, marriageId: string): void => {
  if (marriageId === '') return
  const marriage = findMarriage(db, marriageId)
  if (marriage === undefined) throw new LantaiError('invalid', text('登记簿中没有这一婚姻', 'The register has no such marriage'), 'marriage.caseId')
  requireEndable(marriage, 'divorced')
}

/** Refuses a reissue for a marriage of this register that no longer stands; throws `invalid`, `wrong_state`. */
export const requireStanding = (db: Connection, marriageId: string): void => {
  const marriage = findMarriage(db, marriageId)
  if (marriage === undefined) throw new LantaiError('invalid', text('登记簿中没有这个案件', 'The register has no such case'), 'original.caseId')
  if (!['registered', 'proofread', 'delivered'].includes(marriage.state) || marriage.endings.length > 0) throw new LantaiError('wrong_state', text('这一婚姻没有登记或者已经终止，不能补发结婚证', 'This marriage was never registered or has ended; its certificate is not reissued'), 'original.caseId')
}

/** Of a judgment the court and its number, of a revocation the authority and its decision, of a divorce where it was registered. */
const factsOf = (action: EndingAction): { readonly authority: string; readonly number: string; readonly divorce: string; readonly scanned: number } => {
  switch (action.kind) {
    case 'marriage.divorced': return { authority: action.body.authority, number: action.body.number, divorce: action.body.caseId, scanned: 0 }
    case 'marriage.revoked': return { authority: action.body.decision.authority, number: action.body.decision.number, divorce: '', scanned: 0 }
    default: return { authority: action.body.judgment.court, number: action.body.judgment.number, divorce: '', scanned: action.body.judgment.copy === '' ? 0 : action.body.judgment.pages }
  }
}

/** The divorce that an ending names must be registered here, for this marriage, on this day and under this number; without one the end needs a second person. */
const requireDivorce = (db: Connection, action: Extract<EndingAction, { kind: 'marriage.divorced' }>, actor: string): void => {
  const { caseId, number, day } = action.body
  if (caseId === '') {
    if (action.second === undefined || action.second === '' || action.second === actor) throw new LantaiError('second_person', text('注记婚姻终止须由另一名登记员复核', 'Noting the end of a marriage needs a second registrar'), 'second')
    return
  }
  const divorce = db.prepare<{ number: string; day: string; marriage_case_id: string }>(sql.divorce).get(caseId)
  if (divorce === undefined || divorce.marriage_case_id !== action.subject || divorce.number !== number || divorce.day !== day) throw new LantaiError('invalid', text('注记与登记簿中的离婚登记不一致', 'The note does not agree with the divorce in the register'), 'caseId')
}

/** An end counts on its own day, which often lies before the day it is noted. */
const countEnding = (db: Connection, entry: JournalEntry, { kind, day }: Pick<MarriageEnding, 'kind' | 'day'>, sign: 1 | -1): void => {
  if (isLate(db, entry, day)) tellStatistics(db, entry, { day, window: 'marriage', cells: [[`ending.${kind}`, sign, 0]] })
}

const ended: Applier = (db, entry) => {
  const marriage = findMarriage(db, entry.action.subject)
  if (marriage === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  const action = entry.action as EndingAction
  const ending = endingOf(marriage, entry as JournalEntry<EndingAction>)
  if (action.kind === 'marriage.divorced') requireDivorce(db, action, entry.actor)
  const { authority, number, divorce, scanned } = factsOf(action)
  const day = dayOf(entry)
  db.prepare(sql.add).run(entry.seq, marriage.key, marriage.endings.length, ending.kind, ending.day, day, authority, number, divorce, scanned)
  db.prepare(sql.end).run(entry.at, ending.kind, marriage.key)
  countEnding(db, entry, ending, 1)
  const matter = findMatter(action.kind)
  // A divorce registered here is counted with its own case, one registered elsewhere is no matter of this window.
  if (matter !== undefined) tally(db, entry, { day, window: 'marriage', kind: matter, unit: '件', hour: hourOf(entry.at), counter: entry.counter }, 1)
}

/** The appliers of the acts that end a marriage. */
export const endingAppliers: Readonly<Record<EndingActionKind, Applier>> = { 'marriage.divorced': ended, 'marriage.courtVoided': ended, 'marriage.annulled': ended, 'marriage.revoked': ended }

/** The file of its own that a judgment or revocation makes. */
export const endingFiled = (allow: (db: Connection, entry: JournalEntry) => unknown): Applier => (db, entry) => {
  allow(db, entry)
  const body = bodyOf<MarriageActionBody<'marriage.endingFiled'>>(entry)
  const marriage = findMarriage(db, entry.action.subject) as Marriage
  endingsWithFile(marriage.endings, body, { at: entry.at, by: entry.actor })
  try {
    db.prepare(sql.file).run(body.fonds, body.year, body.officeFileNumber, body.archiveFileNumber, body.pages, (marriage.rows[body.ending] as EndingRow).key)
  } catch (error) {
    if (violates(error, 'office_file_number')) throw fileNumberTaken(body.officeFileNumber)
    throw error
  }
  fileIntoBox(db, 'annulment', body)
  db.prepare(sql.step).run(entry.at, marriage.key)
}

/** The note of a divorce that was voided in the same transaction is taken out again. */
export const endingLifted = (allow: (db: Connection, entry: JournalEntry) => unknown): Applier => (db, entry) => {
  allow(db, entry)
  const { caseId } = bodyOf<MarriageActionBody<'marriage.endingLifted'>>(entry)
  const marriage = findMarriage(db, entry.action.subject) as Marriage
  const { changes } = db.prepare(sql.lift).run(marriage.key, caseId, marriage.key, caseId)
  if (Number(changes) !== 1) throw new LantaiError('wrong_state', text('没有可以取消的离婚注记', 'There is no note of a voided divorce to lift'))
  const lifted = marriage.endings.at(-1)
  if (lifted !== undefined) countEnding(db, entry, lifted, -1)
  db.prepare(sql.end).run(entry.at, marriage.endings.at(-2)?.kind ?? '', marriage.key)
}
