import type { JournalEntry } from '../../domain/action.ts'
import { marriageActions } from '../../domain/marriage/actions.ts'
import { endingActions } from '../../domain/marriage/endings.ts'
import { caseCompletions, caseFilesOf, caseTables } from '../case/complete.ts'
import { findRevisionOf } from '../case/reads.ts'
import type { WindowPart } from '../windows.ts'
import { marriageAppliers } from './appliers.ts'
import { searchMarriages } from './search.ts'

const judgmentCopy = (entry: JournalEntry): readonly string[] => {
  const { judgment } = entry.action.body as { readonly judgment?: { readonly copy: string } }
  return judgment === undefined || judgment.copy === '' ? [] : [judgment.copy]
}

/** Marriage registration's part of the register. */
export const marriagePart: WindowPart = {
  id: 'marriage',
  bodies: { ...marriageActions, ...endingActions },
  complete: caseCompletions('marriage'),
  appliers: marriageAppliers,
  // The end by a divorce of this register is noted with the divorce itself; its applier asks for a second person otherwise.
  twoPersons: ['marriage.reprinted', 'marriage.corrected', 'marriage.voided', 'marriage.courtVoided', 'marriage.annulled', 'marriage.revoked', 'marriage.endingLifted'],
  tables: [...caseTables('marriage'), { name: 'marriage_ending', key: 'key' }, { name: 'couple_statistic', key: 'window, day, key' }],
  searchedTables: ['marriage_case', 'marriage_party'],
  findRevision: findRevisionOf('marriage'),
  search: searchMarriages,
  files: (entry) => [...caseFilesOf(entry), ...judgmentCopy(entry)],
}
