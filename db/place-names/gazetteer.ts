import type { JournalEntry } from '../../domain/action.ts'
import { LantaiError } from '../../domain/error.ts'
import type { GazetteerAction, GazetteerName } from '../../domain/place-names/gazetteer/actions.ts'
import type { GeoEntity } from '../../domain/place-names/gazetteer/entity.ts'
import { applyEntity, findStandardName } from '../../domain/place-names/gazetteer/entity.ts'
import type { Box, PlacedGeometry } from '../../domain/place-names/gazetteer/geometry.ts'
import { boxOf, formOf, lengthOf } from '../../domain/place-names/gazetteer/geometry.ts'
import { linesOfProtection } from '../../domain/place-names/statistics/counts.ts'
import { text } from '../../domain/text.ts'
import { canonicalJson } from '../canonical.ts'
import type { Connection, Reader, Value } from '../connection.ts'
import type { Kept } from '../contract.ts'
import { countChange } from './count.ts'
import { keyColumns, keyValues } from './keys.ts'
import { readingsInForce } from './profiles.ts'

/** The gazetteer: each entity as its acts left it, with its names, their keys and its box on the map. */

/** Names of one entity at most; its key and theirs make the key of a name. */
export const perEntity = 4096
const columns = ['revision', 'removed', 'kind', 'name', 'province', 'county', 'built_up_area', 'township', 'village', 'place', 'form', 'extent', 'length_metres', 'protected', 'code', 'secrecy', 'geometry', 'content'] as const
const nameColumns = ['id', 'standing', 'name', 'text', 'sign', 'from_day', 'to_day', 'document', 'case_id', 'item', ...keyColumns] as const
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')
const sql = {
  get: 'SELECT key, geometry, content FROM gazetteer_entity WHERE id = ?',
  add: `INSERT INTO gazetteer_entity (key, id, ${columns.join(', ')}) VALUES (${marks(columns.length + 2)})`,
  change: `UPDATE gazetteer_entity SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  addName: `INSERT INTO gazetteer_name (key, entity_key, ${nameColumns.join(', ')}) VALUES (${marks(nameColumns.length + 2)})`,
  changeName: `UPDATE gazetteer_name SET ${nameColumns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  allNames: 'SELECT key, name FROM gazetteer_name INDEXED BY gazetteer_name_by_name',
  byKey: 'SELECT key, geometry, content FROM gazetteer_entity WHERE key = ?',
  setKeys: `UPDATE gazetteer_name SET ${keyColumns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  setBox: 'INSERT OR REPLACE INTO gazetteer_box (key, west, east, south, north) VALUES (?, ?, ?, ?, ?)',
} as const

interface Row { readonly key: number; readonly geometry: string; readonly content: string }
/** The geometry stands in a column of its own, which the map reads without the rest. */
const entityOf = ({ geometry, content }: Pick<Row, 'geometry' | 'content'>): GeoEntity => ({ ...(JSON.parse(content) as GeoEntity), geometry: geometry === '' ? null : (JSON.parse(geometry) as PlacedGeometry) })

/** The entity of an id with its revision, or undefined. */
export const findEntity = (db: Reader, id: string): Kept<GeoEntity> | undefined => {
  const row = db.prepare<Row>(sql.get).get(id)
  if (row === undefined) return undefined
  const value = entityOf(row)
  return { id, revision: value.revision, value }
}
/** Reads entities out of rows that hold geometry and content. */
export const readEntity = entityOf

const lastName = (entity: GeoEntity): GazetteerName | undefined => findStandardName(entity) ?? entity.names.findLast(({ standing }) => standing === 'removed' || standing === 'former') ?? entity.names.at(-1)
const extentOf = ([west, south, east, north]: Box): number => Math.hypot(east - west, north - south)

const entityValues = (entity: GeoEntity): readonly Value[] => {
  const { facts, geometry } = entity
  const { geometry: _, ...rest } = entity
  const length = geometry === null || formOf(geometry.geometry) !== 'line' ? undefined : lengthOf(geometry.geometry)
  return [
    entity.revision, entity.state === 'removed' ? 1 : 0, facts.kind, lastName(entity)?.name ?? '', facts.province, facts.county, facts.builtUpArea, facts.township, facts.village, facts.location.slice(0, 100),
    geometry === null ? '' : formOf(geometry.geometry), geometry === null ? 0 : extentOf(boxOf(geometry.geometry)), facts.lengthMetres ?? length ?? null, entity.protection === null ? 0 : 1, entity.code, facts.secrecy,
    geometry === null ? '' : canonicalJson(geometry), canonicalJson(rest),
  ]
}

const cutOf = ({ specific, generic }: GazetteerName): { readonly specific: string; readonly generic: string } | undefined => (specific === '' ? undefined : { specific, generic })
const sameName = (a: GazetteerName, b: GazetteerName | undefined): boolean => b !== undefined && (a === b || canonicalJson(a) === canonicalJson(b))
const nameValues = (db: Connection, entity: GeoEntity, name: GazetteerName): readonly Value[] => [
  name.id, name.standing, name.name, name.text, name.sign, name.from, name.to, name.document, name.caseId, name.itemId,
  ...keyValues({ name: name.name, kind: entity.facts.kind, cut: cutOf(name), text: name.text, readings: readingsInForce(db) }),
]

/** Any act on an entity; throws as `applyEntity` does. */
export const entityChanged = (db: Connection, entry: JournalEntry): void => {
  const action = entry.action as GazetteerAction
  const row = db.prepare<Row>(sql.get).get(action.subject)
  const before = row === undefined ? undefined : entityOf(row)
  const after = applyEntity(before, action)
  const key = row?.key ?? entry.seq
  if (after.names.length > perEntity) throw new LantaiError('too_large', text('名称过多', 'The entity has too many names'), 'name')
  if (row === undefined) db.prepare(sql.add).run(key, after.id, ...entityValues(after))
  else db.prepare(sql.change).run(...entityValues(after), key)
  const rekey = before !== undefined && before.facts.kind !== after.facts.kind
  for (const [index, name] of after.names.entries()) {
    const known = before?.names[index]
    if (known === undefined) db.prepare(sql.addName).run(key * perEntity + index, key, ...nameValues(db, after, name))
    else if (rekey || !sameName(name, known)) db.prepare(sql.changeName).run(...nameValues(db, after, name), key * perEntity + index)
  }
  if (after.geometry !== null && after.geometry !== before?.geometry) {
    const [west, south, east, north] = boxOf(after.geometry.geometry)
    db.prepare(sql.setBox).run(key, west, east, south, north)
  }
  if (after.protection !== null || after.formerProtections.length > 0) countChange(db, entry, before === undefined ? [] : linesOfProtection(before), linesOfProtection(after), () => lastName(after)?.name ?? '')
}

/** Makes the keys of every name anew that holds one of these characters: their reading has changed. */
export const rekeyNames = (db: Connection, characters: readonly string[]): void => {
  const readings = readingsInForce(db)
  const touched = new Set(db.prepare<{ key: number; name: string }>(sql.allNames).all().flatMap(({ key, name }) => (characters.some((part) => name.includes(part)) ? [Math.floor(key / perEntity)] : [])))
  for (const key of touched) {
    const row = db.prepare<Row>(sql.byKey).get(key)
    if (row === undefined) continue
    const entity = entityOf(row)
    for (const [index, name] of entity.names.entries()) db.prepare(sql.setKeys).run(...keyValues({ name: name.name, kind: entity.facts.kind, cut: cutOf(name), text: name.text, readings }), key * perEntity + index)
  }
}
