import { divorceActions } from '../../domain/divorce/actions.ts'
import { caseCompletions, caseFilesOf, caseTables } from '../case/complete.ts'
import { findRevisionOf } from '../case/reads.ts'
import type { WindowPart } from '../windows.ts'
import { divorceAppliers } from './appliers.ts'
import { searchDivorces } from './search.ts'

/** Divorce registration's part of the register. */
export const divorcePart: WindowPart = {
  id: 'divorce',
  bodies: divorceActions,
  complete: caseCompletions('divorce'),
  appliers: divorceAppliers,
  twoPersons: ['divorce.rescheduled', 'divorce.reprinted', 'divorce.corrected', 'divorce.voided'],
  tables: caseTables('divorce'),
  searchedTables: ['divorce_case', 'divorce_party'],
  // An acceptance asks for other applications of the same person.
  keptIndexes: ['divorce_party_by_identity_number'],
  findRevision: findRevisionOf('divorce'),
  search: searchDivorces,
  files: caseFilesOf,
}
