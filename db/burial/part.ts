import type { BurialFile } from '../../domain/burial/file.ts'
import { burialWindow } from '../../domain/burial/window.ts'
import type { JournalEntry } from '../../domain/action.ts'
import { pinyinOf } from '../../domain/names/index.ts'
import { caseFilesOf } from '../case/complete.ts'
import type { Connection } from '../connection.ts'
import type { Applier, WindowPart } from '../windows.ts'
import { burialCaseAppliers } from './cases.ts'
import { rewardGranted, rewardReversed, waiverReversed, waiverSettled } from './money.ts'
import { explainGap, voidNumber } from './numbers.ts'
import { plotChanged } from './plots.ts'
import { qingmingAdded } from './qingming.ts'
import type { RecordKind } from './records.ts'
import { cemeteryChanged, facilityChanged, findRecordRevision, graveMoved, illegalGraveChanged, noticed, policyAdopted, policyEnded, rewardPolicyAdopted } from './records.ts'
import { searchBurials } from './search.ts'
import { closeMonth, countEntry, enterDenominator } from './statistics/count.ts'
import { burialCountTables } from './statistics/tables.ts'

const kindsOf = (prefix: string): readonly string[] => Object.keys(burialWindow.actions).filter((kind) => kind.startsWith(prefix))
const all = (kinds: readonly string[], applier: Applier): Readonly<Record<string, Applier>> => Object.fromEntries(kinds.map((kind) => [kind, applier]))

/** The printing of a plot's papers is journalled and changes nothing. */
const printed: Applier = () => undefined

const appliers: Readonly<Record<string, Applier>> = {
  ...burialCaseAppliers,
  'burial.monthClosed': closeMonth,
  'burial.denominatorEntered': enterDenominator,
  'burial.gapExplained': explainGap,
  'burial.numberVoided': voidNumber,
  'waiver.policyAdopted': policyAdopted,
  'waiver.policyEnded': policyEnded,
  'waiver.settled': waiverSettled,
  'waiver.reversed': waiverReversed,
  'reward.policyAdopted': rewardPolicyAdopted,
  'reward.granted': rewardGranted,
  'reward.reversed': rewardReversed,
  ...all(kindsOf('cemetery.'), cemeteryChanged),
  ...all(kindsOf('plot.'), plotChanged),
  'plot.printed': printed,
  ...all(kindsOf('relocation.'), graveMoved),
  'relocation.noticed': noticed,
  ...all(kindsOf('facility.'), facilityChanged),
  ...all(kindsOf('qingming.'), qingmingAdded),
  ...all(kindsOf('illegalGrave.'), illegalGraveChanged),
}

/** Every act is counted once its tables are written. */
const counted = (applier: Applier): Applier => (db, entry) => {
  applier(db, entry)
  countEntry(db, entry)
}

interface Sounding { readonly name: string; readonly pinyin?: string | undefined }
const sounding = <P extends Sounding>(person: P): P => (person.pinyin === undefined && person.name !== '' ? { ...person, pinyin: pinyinOf(person.name) } : person)

type Sections = Partial<Pick<BurialFile, 'deceased' | 'agent'>>
const withSounds = <F extends Sections>(file: F): F => ({ ...file, ...(file.deceased === undefined ? {} : { deceased: sounding(file.deceased) }), ...(file.agent === undefined ? {} : { agent: sounding(file.agent) }) })
const inSection = (section: 'file' | 'changes') => (body: unknown): unknown => ({ ...(body as object), [section]: withSounds((body as Record<string, Sections>)[section] ?? {}) })
const ofHolder = (body: unknown): unknown => ({ ...(body as object), holder: sounding((body as { readonly holder: Sounding }).holder) })
const ofInterred = (body: unknown): unknown => {
  const interred = body as { readonly deceased: string; readonly pinyin?: string }
  return interred.pinyin === undefined ? { ...interred, pinyin: pinyinOf(interred.deceased) } : interred
}

const hash = /^[0-9a-f]{64}$/
const filesOf = (entry: JournalEntry): readonly string[] => {
  const { declaration } = entry.action.body as { readonly declaration?: { readonly photos?: readonly string[] } }
  return declaration?.photos === undefined ? caseFilesOf(entry) : declaration.photos.filter((photo) => hash.test(photo))
}

const revised: readonly RecordKind[] = ['cemetery', 'grave', 'facility', 'illegalGrave']
/** A plot nobody has touched stands at 0. */
const findRevision = (db: Connection, id: string): number | undefined => {
  if (id.split('/').length > 3) return db.prepare<{ revision: number }>('SELECT revision FROM burial_plot WHERE id = ?').get(id)?.revision ?? 0
  const found = db.prepare<{ revision: number }>('SELECT revision FROM burial_case WHERE id = ?').get(id)?.revision
  return found ?? revised.map((kind) => findRecordRevision(db, kind, id)).find((revision) => revision !== undefined)
}

/** Funeral affairs: their part of the register. */
export const burialPart: WindowPart = {
  id: 'burial',
  bodies: burialWindow.actions,
  complete: {
    'burial.reported': inSection('file'), 'burial.amended': inSection('changes'), 'burial.corrected': inSection('changes'),
    'plot.reserved': ofHolder, 'plot.contracted': ofHolder, 'plot.interred': ofInterred,
  },
  appliers: Object.fromEntries(Object.entries(appliers).map(([kind, applier]) => [kind, counted(applier)])),
  twoPersons: ['burial.corrected', 'burial.voided', 'burial.monthClosed', 'burial.gapExplained', 'burial.numberVoided', 'waiver.policyAdopted', 'waiver.policyEnded', 'waiver.reversed', 'reward.policyAdopted', 'reward.reversed', 'qingming.corrected'],
  tables: [
    { name: 'burial_case', key: 'key' }, { name: 'burial_hold', key: 'case_key, hold' }, { name: 'burial_number', key: 'key' }, { name: 'burial_gap', key: 'key' },
    { name: 'burial_waiver', key: 'key' }, { name: 'burial_waived_item', key: 'waiver_key, item' }, { name: 'burial_reward', key: 'key' },
    { name: 'burial_plot', key: 'key' }, { name: 'burial_interred', key: 'key' }, { name: 'burial_record', key: 'key' }, { name: 'burial_qingming', key: 'key' },
    ...burialCountTables,
  ],
  searchedTables: ['burial_case', 'burial_plot', 'burial_interred'],
  findRevision,
  search: searchBurials,
  files: filesOf,
}
