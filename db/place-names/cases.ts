import type { JournalEntry } from '../../domain/action.ts'
import { pinyinOf } from '../../domain/names/index.ts'
import type { PlaceNameAction } from '../../domain/place-names/case/actions.ts'
import type { PlaceNameFile, PlaceNameItem } from '../../domain/place-names/case/file.ts'
import type { PlaceNameCase } from '../../domain/place-names/case/fold.ts'
import { applyPlaceName } from '../../domain/place-names/case/fold.ts'
import type { PlaceReading } from '../../domain/place-names/romanise/index.ts'
import { linesOfCase } from '../../domain/place-names/statistics/counts.ts'
import { canonicalJson } from '../canonical.ts'
import type { Connection, Value } from '../connection.ts'
import { soundColumns } from '../case/columns.ts'
import { countChange } from './count.ts'
import { useDocuments } from './documents.ts'
import { keyColumns, keyValues } from './keys.ts'
import { readingsInForce } from './profiles.ts'

/** The cases: each as its acts left it, with the columns of the lists and its names beside the gazetteer's. */

const columns = ['revision', 'state', 'source', 'title', 'applicant', 'applicant_pinyin', 'received_on', 'slip', 'document', 'decided_on', 'approver', 'names', 'acts', 'kinds', 'approved', 'refused', 'filed', 'noticed', 'entered', 'signed', 'content'] as const
const itemColumns = ['position', 'open', 'outcome', 'act', 'kind', 'entity_id', 'name', 'province', 'county', 'built_up_area', 'township', 'village', 'place', ...keyColumns] as const
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
const set = (names: readonly string[]): string => names.map((column) => `${column} = ?`).join(', ')
const sql = {
  get: 'SELECT key, content FROM place_name_case WHERE id = ?',
  add: `INSERT INTO place_name_case (key, id, opened_at, registrar, counter, ${columns.join(', ')}) VALUES (${marks(columns.length + 5)})`,
  change: `UPDATE place_name_case SET ${set(columns)} WHERE key = ?`,
  addItem: `INSERT INTO place_name_item (key, case_key, item, ${itemColumns.join(', ')}) VALUES (${marks(itemColumns.length + 3)})`,
  changeItem: `UPDATE place_name_item SET ${set(itemColumns)} WHERE case_key = ? AND item = ?`,
  moveItem: 'UPDATE place_name_item SET position = ? WHERE case_key = ? AND item = ?',
  decideItem: 'UPDATE place_name_item SET open = ?, outcome = ? WHERE case_key = ? AND item = ?',
  openCases: "SELECT c.key, c.content FROM place_name_case c WHERE EXISTS (SELECT 1 FROM place_name_item i WHERE i.case_key = c.key AND i.open = 1)",
  setKeys: `UPDATE place_name_item SET ${set(keyColumns)} WHERE case_key = ? AND item = ?`,
  dropItem: 'DELETE FROM place_name_item WHERE case_key = ? AND item = ?',
} as const

const slimItem = (item: PlaceNameItem): PlaceNameItem => ({ ...item, meaning: '', origin: '', reason: '', nature: '', bounds: '', segments: [], numberingRule: '', geometry: null, planReason: '', renameReason: '', protectionMeasures: '' })
const slimFile = <F extends Partial<PlaceNameFile>>(file: F): F => ({ ...file, ...(file.planAndReasons === undefined ? {} : { planAndReasons: '' }), ...(file.items === undefined ? {} : { items: file.items.map(slimItem) }), ...(file.answers === undefined ? {} : { answers: [] }) })
/** An act without the long texts and geometries of the names: what the register keeps of a case beside its journal, neither counted nor asked for by another act. */
const slim = (entry: JournalEntry<PlaceNameAction>): JournalEntry<PlaceNameAction> => {
  const { action } = entry
  switch (action.kind) {
    case 'placeName.received': return { ...entry, action: { ...action, body: { ...action.body, file: slimFile(action.body.file) } } }
    case 'placeName.amended': return { ...entry, action: { ...action, body: { ...action.body, changes: slimFile(action.body.changes) } } }
    case 'placeName.supplemented': return { ...entry, action: { ...action, body: { ...action.body, changes: slimFile(action.body.changes) } } }
    default: return entry
  }
}

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)]
const caseValues = (folded: PlaceNameCase): readonly Value[] => {
  const { file, decision, words } = folded
  const published = new Set(folded.notices.flatMap((notice) => notice.words.map(({ item }) => item)))
  const filing = folded.filings.at(-1)?.outcome
  return [
    folded.revision, folded.state, file.source, file.title, file.applicant.name, soundColumns(pinyinOf(file.applicant.name)).pinyin, folded.receivedOn, folded.accepted?.slip ?? folded.notAccepted?.slip ?? '', decision?.document ?? folded.opinion?.document ?? '', decision?.day ?? '', decision?.approverName ?? '',
    JSON.stringify(file.items.map(({ name }) => name)), JSON.stringify(distinct(file.items.map(({ act }) => act))), JSON.stringify(distinct(file.items.flatMap(({ kind }) => (kind === '' ? [] : [kind])))),
    words.length, decision === null ? 0 : decision.decisions.length - words.length, filing === 'submitted' || filing === 'filed' ? 1 : 0, words.length > 0 && words.every(({ item }) => published.has(item)) ? 1 : 0, folded.entries.length, new Set(folded.signs.map(({ item }) => item)).size,
    canonicalJson(folded),
  ]
}

const open = new Set<PlaceNameCase['state']>(['received', 'supplementAsked', 'accepted', 'reviewed', 'forwarded', 'opined'])
/** A name counts beside the others while it asks for a name that is not the entity's already. */
const asksName = new Set<PlaceNameItem['act']>(['naming', 'renaming', 'restoration'])
const standingOf = (folded: PlaceNameCase, item: PlaceNameItem): readonly [open: number, outcome: string] => [open.has(folded.state) && asksName.has(item.act) && item.name !== '' ? 1 : 0, folded.decision?.decisions.find((decision) => decision.item === item.id)?.outcome ?? '']
const keysOfItem = (item: PlaceNameItem, readings: readonly PlaceReading[]): readonly Value[] => keyValues({ name: item.name, kind: item.kind === '' ? undefined : item.kind, cut: item.cut, chosen: Object.fromEntries(Object.entries(item.chosen).filter(([at]) => Number(at) < [...item.name].length)), readings })
const itemValues = (db: Connection, folded: PlaceNameCase, item: PlaceNameItem, position: number): readonly Value[] => [
  position, ...standingOf(folded, item), item.act, item.kind, item.entityId, item.name, item.province, item.county, item.builtUpArea, item.township, item.village, item.location.slice(0, 100),
  ...keysOfItem(item, readingsInForce(db)),
]

/** Items that one entry enters at most; its number and theirs make the key of an item. */
const perEntry = 1024
const writeItems = (db: Connection, key: number, before: PlaceNameCase | undefined, after: PlaceNameCase, seq: number): void => {
  const decided = before?.decision !== after.decision || open.has(before?.state ?? 'received') !== open.has(after.state)
  if (before?.file.items === after.file.items && !decided) return
  const known = new Map((before?.file.items ?? []).map((item, position) => [item.id, { item, position }]))
  const kept = new Set(after.file.items.map(({ id }) => id))
  for (const id of known.keys()) if (!kept.has(id)) db.prepare(sql.dropItem).run(key, id)
  let added = 0
  for (const [position, item] of after.file.items.entries()) {
    const found = known.get(item.id)
    if (found === undefined) {
      // The number of the entry and the place in it, so that names entered later keep apart from those that were taken out.
      db.prepare(sql.addItem).run(seq * perEntry + added, key, item.id, ...itemValues(db, after, item, position))
      added += 1
    } else if (found.item !== item && canonicalJson(found.item) !== canonicalJson(item)) db.prepare(sql.changeItem).run(...itemValues(db, after, item, position), key, item.id)
    else {
      if (found.position !== position) db.prepare(sql.moveItem).run(position, key, item.id)
      if (decided) db.prepare(sql.decideItem).run(...standingOf(after, item), key, item.id)
    }
  }
}

/** Any act of a case; throws as `applyPlaceName` does, `conflict` for a number that is used. */
export const caseChanged = (db: Connection, given: JournalEntry): void => {
  const entry = slim(given as JournalEntry<PlaceNameAction>)
  const row = db.prepare<{ key: number; content: string }>(sql.get).get(entry.action.subject)
  const before = row === undefined ? undefined : (JSON.parse(row.content) as PlaceNameCase)
  const after = applyPlaceName(before, entry)
  const key = row?.key ?? entry.seq
  if (row === undefined) db.prepare(sql.add).run(key, after.id, entry.at, entry.actor, entry.counter, ...caseValues(after))
  else db.prepare(sql.change).run(...caseValues(after), key)
  writeItems(db, key, before, after, entry.seq)
  useDocuments(db, entry)
  countChange(db, entry, before === undefined ? [] : linesOfCase(before), linesOfCase(after), (item) => (item === '' ? after.file.title : (after.words.find((words) => words.item === item)?.name ?? after.file.items.find(({ id }) => id === item)?.name ?? '')))
}

/** Makes the keys of the names of open cases anew that hold one of these characters: their reading has changed. */
export const rekeyItems = (db: Connection, characters: readonly string[]): void => {
  const readings = readingsInForce(db)
  for (const { key, content } of db.prepare<{ key: number; content: string }>(sql.openCases).all()) {
    for (const item of (JSON.parse(content) as PlaceNameCase).file.items) if (characters.some((part) => item.name.includes(part))) db.prepare(sql.setKeys).run(...keysOfItem(item, readings), key, item.id)
  }
}
