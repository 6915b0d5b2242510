import { reissueActions } from '../../domain/reissue/actions.ts'
import { caseCompletions, caseFilesOf, caseTables } from '../case/complete.ts'
import { findRevisionOf } from '../case/reads.ts'
import type { WindowPart } from '../windows.ts'
import { reissueAppliers } from './appliers.ts'
import { searchReissues } from './search.ts'

/** The reissue of certificates: its part of the register. */
export const reissuePart: WindowPart = {
  id: 'reissue',
  bodies: reissueActions,
  complete: caseCompletions('reissue'),
  appliers: reissueAppliers,
  twoPersons: ['reissue.reprinted', 'reissue.corrected', 'reissue.voided'],
  tables: caseTables('reissue'),
  searchedTables: ['reissue_case', 'reissue_party'],
  findRevision: findRevisionOf('reissue'),
  search: searchReissues,
  files: caseFilesOf,
}
