import type { MarriageState } from '../../domain/marriage/actions.ts'
import { marriageStates } from '../../domain/marriage/actions.ts'
import type { MarriageFilter, MarriageRow } from '../contract.ts'
import type { Condition } from '../case/reads.ts'
import { caseReads } from '../case/reads.ts'

const conditions = (filter: MarriageFilter): readonly Condition[] => [
  ...(filter.kind === undefined ? [] : [['c.kind = ?', filter.kind] as const]),
  ...(filter.ending === undefined ? [] : [["c.ending <> '' AND c.ending = ?", filter.ending] as const]),
]

/** The reads of marriage registration. */
export const marriages = caseReads<MarriageState, MarriageRow, MarriageFilter>({
  id: 'marriage', states: marriageStates, inWork: ['received', 'registered', 'proofread'], columns: ['kind', 'ending'],
  row: (row) => ({ kind: row['kind'] as MarriageRow['kind'], ending: row['ending'] as MarriageRow['ending'] }),
  conditions,
})

/** Registered marriages that stand, and open cases. */
export const standingOrOpen = "c.state IN ('received', 'registered', 'proofread', 'delivered') AND c.ending = ''"
