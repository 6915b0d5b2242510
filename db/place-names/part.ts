import type { JournalEntry } from '../../domain/action.ts'
import { placeNameWindow } from '../../domain/place-names/window.ts'
import type { Connection } from '../connection.ts'
import type { Applier, WindowPart } from '../windows.ts'
import { caseChanged, rekeyItems } from './cases.ts'
import { placeNameCounts } from './count.ts'
import { entityChanged, rekeyNames } from './gazetteer.ts'
import { addressChanged, bookChanged } from './plates.ts'
import { setProfile } from './profiles.ts'
import { boundaryChanged, boundaryPlanSet, irregularChanged, namePlanChanged, placeNameRecords } from './records.ts'
import { searchPlaceNames } from './search.ts'

/** A version of the profile may read characters otherwise than the one before: the names that hold them are keyed anew. */
const profileSet: Applier = (db, entry) => {
  const characters = setProfile(db, entry)
  if (characters.length === 0) return
  rekeyNames(db, characters)
  rekeyItems(db, characters)
}

const byPrefix: readonly (readonly [prefix: string, applier: Applier])[] = [
  ['placeName.', caseChanged], ['gazetteer.', entityChanged], ['plate.', bookChanged], ['address.', addressChanged], ['boundary.', boundaryChanged], ['boundaryPlan.', boundaryPlanSet],
  ['namePlan.', namePlanChanged], ['irregularName.', irregularChanged], ['placeNameProfile.', profileSet],
]
const applierOf = (kind: string): Applier => {
  const found = byPrefix.find(([prefix]) => kind.startsWith(prefix))
  if (found === undefined) throw new Error(`no applier of ${kind}`)
  return found[1]
}

const revisions = {
  case: 'SELECT revision FROM place_name_case WHERE id = ?',
  entity: 'SELECT revision FROM gazetteer_entity WHERE id = ?',
  profile: 'SELECT count(*) AS revision FROM place_name_profile',
} as const
const revised = ['boundary', 'boundaryPlan', 'namePlan', 'irregular'] as const
/** Of a case, an entity, a boundary, a plan, an irregular name, the profile. A subject `e…` bears two folds: this answers with the entries of its gazetteer acts, 0 where the plates alone are known; a page that changes plates names the revision of `findBook`, which the api holds against the book inside its own transaction. */
const findRevision = (db: Connection, id: string): number | undefined => {
  if (id === 'placeNameProfile') return db.prepare<{ revision: number }>(revisions.profile).get()?.revision ?? 0
  const found = db.prepare<{ revision: number }>(revisions.case).get(id) ?? db.prepare<{ revision: number }>(revisions.entity).get(id)
  return found?.revision ?? revised.map((kind) => placeNameRecords.findRevision(db, kind, id)).find((revision) => revision !== undefined) ?? (/^boundaryPlan\/\d{4}$/u.test(id) ? 0 : undefined)
}

const hash = /^[0-9a-f]{64}$/
/** Members of a body that hold stored files, wherever they stand; the digest of a printed paper is no file. */
const fileMembers = new Set(['scans', 'photos', 'photo'])
const filesIn = (value: unknown, inFiles: boolean): readonly string[] => {
  if (typeof value === 'string') return inFiles && hash.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap((member) => filesIn(member, inFiles))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, member]) => filesIn(member, inFiles || fileMembers.has(key))) : []
}
const filesOf = (entry: JournalEntry): readonly string[] => (entry.action.kind.startsWith('gazetteer.') ? [] : filesIn(entry.action.body, false))

/** Place names: their part of the register. */
export const placeNamePart: WindowPart = {
  id: 'place-names',
  bodies: placeNameWindow.actions,
  appliers: Object.fromEntries(Object.keys(placeNameWindow.actions).map((kind) => [kind, applierOf(kind)])),
  twoPersons: ['placeName.corrected', 'placeNameProfile.set', 'namePlan.ended'],
  // The tree of boxes by the tables in which SQLite keeps it.
  tables: [
    { name: 'place_name_case', key: 'key' }, { name: 'place_name_item', key: 'key' }, { name: 'place_name_document', key: 'key' }, { name: 'gazetteer_entity', key: 'key' }, { name: 'gazetteer_box_node', key: 'nodeno' }, { name: 'gazetteer_box_parent', key: 'nodeno' }, { name: 'gazetteer_box_rowid', key: 'rowid' }, { name: 'gazetteer_name', key: 'key' },
    { name: 'plate_book', key: 'key' }, { name: 'address_proof', key: 'key' }, { name: 'place_name_record', key: 'key' }, { name: 'place_name_profile', key: 'key' }, ...placeNameCounts.tables,
  ],
  searchedTables: ['gazetteer_name'],
  findRevision,
  search: searchPlaceNames,
  files: filesOf,
}
