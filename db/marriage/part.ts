import { marriageActions } from '../../domain/marriage/actions.ts'
import type { MarriageFile, Party } from '../../domain/marriage/file.ts'
import { pinyinOf } from '../../domain/names/index.ts'
import type { WindowPart } from '../windows.ts'
import { marriageAppliers } from './appliers.ts'
import { searchMarriages } from './search.ts'

const withPinyin = (party: Party): Party => (party.pinyin === undefined && party.name !== '' ? { ...party, pinyin: pinyinOf(party.name) } : party)

/** Keeps the pinyin with the record, so that a later dictionary does not change what was saved. */
const withSounds = <F extends Partial<MarriageFile>>(file: F): F =>
  file.parties === undefined || file.parties.every((party) => party.pinyin !== undefined || party.name === '') ? file : { ...file, parties: [withPinyin(file.parties[0]), withPinyin(file.parties[1])] }

const completeChanges = (body: unknown): unknown => {
  const { changes } = body as { changes: Partial<MarriageFile> }
  const completed = withSounds(changes)
  return completed === changes ? body : { ...(body as object), changes: completed }
}

const hashesOf = (file: Partial<MarriageFile>): readonly string[] => [
  ...(file.photo === undefined || file.photo === null ? [] : [file.photo.hash]),
  ...(file.papers ?? []).flatMap((paper) => paper.scans.map((scan) => scan.hash)),
]

/** Marriage registration's part of the register. */
export const marriagePart: WindowPart = {
  id: 'marriage',
  bodies: marriageActions,
  complete: {
    'marriage.opened': (body) => {
      const { file } = body as { file: MarriageFile }
      const completed = withSounds(file)
      return completed === file ? body : { file: completed }
    },
    'marriage.amended': completeChanges,
    'marriage.corrected': completeChanges,
  },
  appliers: marriageAppliers,
  twoPersons: ['marriage.reprinted', 'marriage.corrected', 'marriage.voided'],
  tables: [
    { name: 'marriage_case', key: 'key' },
    { name: 'marriage_party', key: 'key' },
    { name: 'marriage_inspection', key: 'case_key, item' },
    { name: 'couple_statistic', key: 'window, day, key' },
  ],
  searchedTables: ['marriage_case', 'marriage_party'],
  findRevision: (db, caseId) => db.prepare<{ revision: number }>('SELECT revision FROM marriage_case WHERE id = ?').get(caseId)?.revision,
  search: searchMarriages,
  files: (entry) => {
    const body = entry.action.body as { file?: MarriageFile; changes?: Partial<MarriageFile> }
    return hashesOf(body.file ?? body.changes ?? {})
  },
}
