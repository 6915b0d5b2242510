import type { ReissueState } from '../../domain/reissue/actions.ts'
import { reissueStates } from '../../domain/reissue/actions.ts'
import type { Condition } from '../case/reads.ts'
import { caseReads } from '../case/reads.ts'
import type { ReissueFilter, ReissueRow } from '../contract.ts'

const conditions = (filter: ReissueFilter): readonly Condition[] => [
  ...(filter.certificate === undefined ? [] : [['c.certificate = ?', filter.certificate] as const]),
  ...(filter.originalCaseId === undefined ? [] : [["c.original_case_id <> '' AND c.original_case_id = ?", filter.originalCaseId] as const]),
]

const textOf = (value: string | number | null | undefined): string => String(value ?? '')

/** The reads of reissued certificates. */
export const reissues = caseReads<ReissueState, ReissueRow, ReissueFilter>({
  id: 'reissue', states: reissueStates, inWork: ['received', 'registered', 'proofread'], columns: ['certificate', 'applicant', 'reason', 'original_number', 'original_day', 'original_case_id', 'proxied'],
  row: (row) => ({ certificate: row['certificate'] as ReissueRow['certificate'], applicant: textOf(row['applicant']), reason: textOf(row['reason']), originalNumber: textOf(row['original_number']), originalDay: textOf(row['original_day']), originalCaseId: textOf(row['original_case_id']), proxied: row['proxied'] === 1 }),
  conditions,
})
