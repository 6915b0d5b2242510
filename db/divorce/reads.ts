import type { DivorceState } from '../../domain/divorce/actions.ts'
import { divorceStates } from '../../domain/divorce/actions.ts'
import type { WorklistRange } from '../../domain/divorce/worklist.ts'
import type { Condition } from '../case/reads.ts'
import { caseReads } from '../case/reads.ts'
import type { Reader } from '../connection.ts'
import type { DivorceFilter, DivorceRow, Page } from '../contract.ts'

type Clock = NonNullable<DivorceFilter['clock']>

/** The phase of an accepted application by its two last days; each is a run of one index. */
const clockCondition = ({ phase, today }: Clock): Condition => {
  switch (phase) {
    case 'coolingOff': return ["c.state = 'accepted' AND c.end1 >= ?", today]
    case 'issuanceOpen': return ["c.state = 'accepted' AND c.end2 >= ? AND c.end1 < ?", today, today]
    case 'lapsed': return ["c.state = 'accepted' AND c.end2 < ?", today]
  }
}

const accepted = (filter: DivorceFilter): boolean => filter.acceptedFrom !== undefined || filter.acceptedTo !== undefined

const conditions = (filter: DivorceFilter): readonly Condition[] => [
  ...(filter.clock === undefined ? [] : [clockCondition(filter.clock)]),
  ...(accepted(filter) ? [["c.accepted_on <> '' AND c.accepted_on >= ? AND c.accepted_on <= ?", filter.acceptedFrom ?? '', filter.acceptedTo ?? '9999-12-31'] as const] : []),
  ...(filter.marriageCaseId === undefined ? [] : [["c.marriage_case_id <> '' AND c.marriage_case_id = ?", filter.marriageCaseId] as const]),
]

const textOf = (value: string | number | null | undefined): string => String(value ?? '')

/** The reads of divorce registration; an application is in work until it lapses. */
export const divorces = caseReads<DivorceState, DivorceRow, DivorceFilter>({
  id: 'divorce', states: divorceStates, inWork: ['received', 'issuing', 'registered', 'proofread'], columns: ['receipt_number', 'accepted_on', 'end1', 'end2', 'marriage_case_id', 'marriage_number'],
  row: (row) => ({ receiptNumber: textOf(row['receipt_number']), acceptedOn: textOf(row['accepted_on']), end1: textOf(row['end1']), end2: textOf(row['end2']), marriageCaseId: textOf(row['marriage_case_id']), marriageNumber: textOf(row['marriage_number']) }),
  conditions,
  order: (filter) => (filter.clock !== undefined ? (filter.clock.phase === 'coolingOff' ? 'end1' : 'end2') : accepted(filter) ? 'accepted_on' : undefined),
})

/** Accepted applications whose last day lies in a range, in order of that day; the count reads the index alone. */
export const divorceWorklist = (db: Reader, { column, from, to }: WorklistRange, page: { readonly after?: string; readonly limit?: number } = {}): Page<DivorceRow> & { readonly count: number } => {
  const range: readonly Condition[] = [[`c.state = 'accepted' AND c.${column} >= ? AND c.${column} <= ?`, from, to]]
  return { ...divorces.pageOf(db, range, { day: column, rising: true }, page), count: divorces.countOf(db, range) }
}

/** Cases in work by state: of the accepted those that have not lapsed. */
export const divorcesInWork = (db: Reader, today: string): readonly { readonly state: DivorceState; readonly count: number }[] => {
  const running = divorces.countOf(db, [["c.state = 'accepted' AND c.end2 >= ?", today]])
  return [...(running === 0 ? [] : [{ state: 'accepted' as const, count: running }]), ...divorces.inWork(db)]
}

const last = (column: 'receipt' | 'confirmation'): string =>
  column === 'receipt' ? "SELECT max(receipt_serial) AS serial FROM divorce_case WHERE accepted_on <> '' AND substr(accepted_on, 1, 4) = ?" : "SELECT max(confirmation_serial) AS serial FROM divorce_case WHERE state = 'withdrawn' AND substr(ended_on, 1, 4) = ?"
/** Highest serial of receipts, or of confirmations of withdrawals, of a year; 0 if none. */
export const lastDivorcePaper = (db: Reader, paper: 'receipt' | 'confirmation', year: number): number => db.prepare<{ serial: number | null }>(last(paper)).get(String(year))?.serial ?? 0
