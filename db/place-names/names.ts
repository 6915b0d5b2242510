import { LantaiError } from '../../domain/error.ts'
import { normaliseSound } from '../../domain/names/index.ts'
import type { NameStanding } from '../../domain/place-names/gazetteer/actions.ts'
import type { GeoEntity } from '../../domain/place-names/gazetteer/entity.ts'
import type { Box, GeometryForm } from '../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import { text } from '../../domain/text.ts'
import type { Condition } from '../case/reads.ts'
import { limitOf } from '../case/reads.ts'
import type { Reader, Value } from '../connection.ts'
import type { Page } from '../contract.ts'
import { pastPrefix } from '../search.ts'
import type { GazetteerFilter, GazetteerRow, MapRow, PlaceNameReads } from './contract.ts'
import { findEntity, perEntity, readEntity } from './gazetteer.ts'

/** The lists of the gazetteer and its map. */

const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([condition]) => `(${condition})`).join(' AND ')}`)
const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(([, ...values]) => values)
const malformed = (): LantaiError => new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')

const shown = 'n.key, n.id AS nameId, e.id AS entityId, e.revision, n.name, n.text, n.sign, n.standing, e.kind, e.removed, e.township, e.village, e.built_up_area, e.county, n.from_day, n.to_day, n.document, e.form, e.length_metres, e.protected, e.code, e.secrecy'
interface Row { readonly key: number; readonly nameId: string; readonly entityId: string; readonly revision: number; readonly name: string; readonly text: string; readonly sign: string; readonly standing: NameStanding; readonly kind: PlaceKind; readonly removed: number; readonly township: string; readonly village: string; readonly built_up_area: string; readonly county: string; readonly from_day: string; readonly to_day: string; readonly document: string; readonly form: GeometryForm | ''; readonly length_metres: number | null; readonly protected: number; readonly code: string; readonly secrecy: GazetteerRow['secrecy'] }
const rowOf = (row: Row): GazetteerRow => ({
  entityId: row.entityId, nameId: row.nameId, revision: row.revision, name: row.name, text: row.text, sign: row.sign, standing: row.standing, kind: row.kind, removed: row.removed === 1, township: row.township, village: row.village, builtUpArea: row.built_up_area, county: row.county,
  from: row.from_day, to: row.to_day, document: row.document, form: row.form, lengthMetres: row.length_metres, protected: row.protected === 1, code: row.code, secrecy: row.secrecy,
})

/** What is asked of the entity of a name. */
const ofEntity = (filter: GazetteerFilter): readonly Condition[] => [
  ...(filter.kind === undefined ? [] : [['e.kind = ?', filter.kind] as const]),
  ...(filter.township === undefined ? [] : [['e.township = ?', filter.township] as const]),
  ...(filter.builtUpArea === undefined ? [] : [['e.built_up_area = ?', filter.builtUpArea] as const]),
  ...(filter.protected === undefined ? [] : [[`e.protected = ${filter.protected ? 1 : 0}`] as const]),
  ...(filter.removed === undefined ? [] : [[`e.removed = ${filter.removed ? 1 : 0}`] as const]),
  ...(filter.noGeometry === undefined ? [] : [[filter.noGeometry ? "e.form = ''" : "e.form <> ''"] as const]),
  ...(filter.noCode === undefined ? [] : [[filter.noCode ? "e.code = ''" : "e.code <> ''"] as const]),
]

/** Names that hold a text further on are found along the index of names, which is far smaller than their table; few names, of a rare standing, are looked at one by one. */
const holding = (column: 'name' | 'pinyin', typed: string, few: boolean): Condition => [few ? `instr(n.${column}, ?) > 1` : `n.key IN (SELECT key FROM gazetteer_name INDEXED BY gazetteer_name_by_${column} WHERE instr(${column}, ?) > 1)`, typed]
/** What a text may match: names that begin with it, then names that hold it. */
const readings = ({ text: typed, standing }: GazetteerFilter): readonly Condition[] => {
  const few = standing !== undefined && standing !== 'standard'
  const written = typed?.normalize('NFC').trim() ?? ''
  if (written === '') return []
  if (!/^[a-z '’\-üÜ\u00C0-\u024F]+$/iu.test(written)) return [[few ? '+n.name >= ? AND +n.name < ?' : 'n.name >= ? AND n.name < ?', written, pastPrefix(written)], holding('name', written, few)]
  const sound = normaliseSound(written.replace(/[üÜ]/gu, 'v'))
  const [inside, typedInside] = holding('pinyin', sound, few)
  return [['n.pinyin >= ? AND n.pinyin < ? OR n.initials = ?', sound, pastPrefix(sound), sound], [`${inside} AND n.initials <> ?`, typedInside ?? '', sound]]
}

/** One way through the list: the tables in the order in which they are walked, what is asked, and the order, which is that of the keys either way. */
interface Stage { readonly from: string; readonly conditions: readonly Condition[]; readonly order: string; readonly after: (key: number) => Condition }
const byName: Pick<Stage, 'from' | 'order' | 'after'> = { from: 'FROM gazetteer_name n CROSS JOIN gazetteer_entity e ON e.key = n.entity_key', order: 'n.key', after: (key) => ['n.key > ?', key] }
const byEntity: Pick<Stage, 'from' | 'order' | 'after'> = {
  from: `FROM gazetteer_entity e CROSS JOIN gazetteer_name n ON n.key >= e.key * ${perEntity} AND n.key < (e.key + 1) * ${perEntity}`, order: 'e.key, n.key',
  // A plus sign keeps SQLite from walking the names from there instead of those of each entity.
  after: (key) => ['e.key >= ? AND +n.key > ?', Math.floor(key / perEntity), key],
}
const stagesOf = (filter: GazetteerFilter): readonly Stage[] => {
  const entity = ofEntity(filter)
  const conditions: readonly Condition[] = [...entity, ...(filter.standing === undefined ? [] : [['n.standing = ?', filter.standing] as const])]
  const found = readings(filter)
  if (found.length > 0) return found.map((condition) => ({ ...byName, conditions: [...conditions, condition] }))
  return [{ ...(entity.length === 0 ? byName : byEntity), conditions }]
}

/** Names of the gazetteer in the order in which they came; with a text those that begin with it first. */
export const names = (db: Reader, filter: GazetteerFilter): Page<GazetteerRow> => {
  const limit = limitOf(filter.limit)
  const place = filter.after === undefined ? ['0', '0'] : filter.after.split('~')
  const [first, key] = [Number(place[0]), Number(place[1])]
  if (place.length !== 2 || !Number.isInteger(first) || !Number.isInteger(key)) throw malformed()
  const rows: { readonly stage: number; readonly row: Row }[] = []
  for (const [stage, { from, conditions, order, after }] of stagesOf(filter).entries()) {
    if (stage < first || rows.length > limit) continue
    const all = [...conditions, after(stage === first ? key : 0)]
    for (const row of db.prepare<Row>(`SELECT ${shown} ${from}${where(all)} ORDER BY ${order} LIMIT ?`).all(...valuesOf(all), limit + 1 - rows.length)) rows.push({ stage, row })
  }
  const listed = rows.slice(0, limit)
  const last = listed.at(-1)
  return { rows: listed.map(({ row }) => rowOf(row)), next: rows.length > limit && last !== undefined ? `${last.stage}~${last.row.key}` : undefined }
}

/** How many names a filter finds. */
export const countNames = (db: Reader, filter: GazetteerFilter): number => {
  if (Object.entries(filter).every(([key, value]) => value === undefined || key === 'after' || key === 'limit')) return db.prepare<{ count: number }>(sql.names).get()?.count ?? 0
  return stagesOf(filter).reduce((sum, { from, conditions }) => sum + (db.prepare<{ count: number }>(`SELECT count(*) AS count ${from}${where(conditions)}`).get(...valuesOf(conditions))?.count ?? 0), 0)
}

const sql = {
  entities: 'SELECT count(*) AS count FROM gazetteer_entity',
  names: 'SELECT count(*) AS count FROM gazetteer_name',
  byKind: 'SELECT kind, count(*) AS count FROM gazetteer_entity WHERE removed = 0 GROUP BY kind ORDER BY kind',
  byTownship: 'SELECT township, count(*) AS count FROM gazetteer_entity WHERE removed = 0 GROUP BY township ORDER BY township',
  byStanding: 'SELECT standing, count(*) AS count FROM gazetteer_name GROUP BY standing ORDER BY standing',
  root: 'SELECT data FROM gazetteer_box_node WHERE nodeno = 1',
  protected: 'SELECT geometry, content FROM gazetteer_entity WHERE protected = 1 ORDER BY key',
  touched: "SELECT item, entity_id AS entityId FROM place_name_item WHERE case_key = (SELECT key FROM place_name_case WHERE id = ?) AND entity_id <> '' AND outcome = 'approved' UNION SELECT n.item, e.id FROM gazetteer_name n JOIN gazetteer_entity e ON e.key = n.entity_key WHERE n.case_id = ? AND n.case_id <> '' ORDER BY 1, 2",
} as const

/** Sums for the first page of the gazetteer: entities that stand by kind and township, names by standing. */
export const nameSums = (db: Reader): Awaited<ReturnType<PlaceNameReads['nameSums']>> => ({
  entities: db.prepare<{ count: number }>(sql.entities).get()?.count ?? 0,
  names: db.prepare<{ count: number }>(sql.names).get()?.count ?? 0,
  byKind: db.prepare<{ kind: PlaceKind; count: number }>(sql.byKind).all(),
  byTownship: db.prepare<{ township: string; count: number }>(sql.byTownship).all(),
  byStanding: db.prepare<{ standing: NameStanding; count: number }>(sql.byStanding).all(),
})

const boxed = 'e.id AS entityId, e.name, e.kind, e.removed, e.geometry'
interface BoxRow { readonly entityId: string; readonly name: string; readonly kind: PlaceKind; readonly removed: number; readonly geometry: string }
const mapRow = (row: BoxRow): MapRow => ({ entityId: row.entityId, name: row.name, kind: row.kind, removed: row.removed === 1, geometry: JSON.parse(row.geometry) as GeoEntity['geometry'] })

/** Boxes of a window that are gathered and sorted; beyond these the largest entities are walked instead. */
const gathered = 20_000

/** Entities whose box meets a window, the largest first. */
export const map = (db: Reader, { box: [west, south, east, north], kinds, removed, limit }: Parameters<PlaceNameReads['map']>[0]): { readonly rows: readonly MapRow[]; readonly more: boolean } => {
  const meets = 'b.west <= ? AND b.east >= ? AND b.south <= ? AND b.north >= ?'
  const bounds = [east, west, north, south]
  const conditions: readonly Condition[] = [...(kinds === undefined ? [] : [['e.kind IN (SELECT value FROM json_each(?))', JSON.stringify(kinds)] as const]), ...(removed === true ? [] : [['e.removed = 0'] as const])]
  const further = conditions.map(([condition]) => ` AND ${condition}`).join('')
  const many = (db.prepare<{ count: number }>(`SELECT count(*) AS count FROM (SELECT 1 FROM gazetteer_box b WHERE ${meets} LIMIT ?)`).get(...bounds, gathered + 1)?.count ?? 0) > gathered
  const query = many
    ? `SELECT ${boxed} FROM gazetteer_entity e INDEXED BY gazetteer_entity_by_extent CROSS JOIN gazetteer_box b ON b.key = e.key WHERE e.form <> '' AND ${meets}${further} ORDER BY e.extent DESC, e.key DESC LIMIT ?`
    : `SELECT ${boxed} FROM gazetteer_box b CROSS JOIN gazetteer_entity e ON e.key = b.key WHERE ${meets}${further} ORDER BY e.extent DESC, e.key DESC LIMIT ?`
  const rows = db.prepare<BoxRow>(query).all(...bounds, ...valuesOf(conditions), limit + 1)
  return { rows: rows.slice(0, limit).map(mapRow), more: rows.length > limit }
}

/** The box around everything that has a geometry, or undefined. Its edges stand in the root of the tree of boxes (2 bytes of depth, 2 of the number of cells, then of each cell 8 of its key and 4 of each edge), which is read instead of every box. */
export const extent = (db: Reader): Box | undefined => {
  const data = db.prepare<{ data: Uint8Array }>(sql.root).get()?.data
  if (data === undefined) return undefined
  const node = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const cells = Array.from({ length: node.getUint16(2) }, (_, index) => 12 + index * 24)
  if (cells.length === 0) return undefined
  const edge = (place: number): readonly number[] => cells.map((at) => node.getFloat32(at + place * 4))
  return [Math.min(...edge(0)), Math.min(...edge(2)), Math.max(...edge(1)), Math.max(...edge(3))]
}

/** Standard names in use among those asked for. */
export const standardNames = (db: Reader, asked: readonly string[]): readonly { readonly name: string; readonly kind: PlaceKind; readonly township: string; readonly from: string }[] =>
  db.prepare<{ name: string; kind: PlaceKind; township: string; from: string }>("SELECT n.name, e.kind, e.township, n.from_day AS 'from' FROM json_each(?) j CROSS JOIN gazetteer_name n ON n.name = j.value CROSS JOIN gazetteer_entity e ON e.key = n.entity_key WHERE n.standing = 'standard' AND n.to_day = '' AND e.removed = 0").all(JSON.stringify(asked))

/** What is asked of the entities of an export. */
const ofExport = (filter: Parameters<PlaceNameReads['countEntities']>[0]): readonly Condition[] => [
  ...(filter.kind === undefined ? [] : [['e.kind = ?', filter.kind] as const]), ...(filter.township === undefined ? [] : [['e.township = ?', filter.township] as const]),
  ...(filter.ids === undefined ? [] : [['e.id IN (SELECT value FROM json_each(?))', JSON.stringify(filter.ids)] as const]),
]

/** How many entities there are of a kind, town or list of ids, and how many of them are secret. */
export const countEntities = (db: Reader, filter: Parameters<PlaceNameReads['countEntities']>[0]): { readonly count: number; readonly secret: number } => {
  const conditions = ofExport(filter)
  return db.prepare<{ count: number; secret: number }>(`SELECT count(*) AS count, count(CASE e.secrecy WHEN 'secret' THEN 1 END) AS secret FROM gazetteer_entity e${where(conditions)}`).get(...valuesOf(conditions)) ?? { count: 0, secret: 0 }
}

/** Entities in the order in which they came, whole. */
export const entities = (db: Reader, filter: Parameters<PlaceNameReads['entities']>[0]): Page<GeoEntity> => {
  const limit = limitOf(filter.limit)
  const after = filter.after === undefined ? 0 : Number(filter.after)
  if (!Number.isInteger(after)) throw malformed()
  const conditions: readonly Condition[] = [['e.key > ?', after], ...ofExport(filter)]
  const rows = db.prepare<{ key: number; geometry: string; content: string }>(`SELECT e.key, e.geometry, e.content FROM gazetteer_entity e${where(conditions)} ORDER BY e.key LIMIT ?`).all(...valuesOf(conditions), limit + 1)
  const shownRows = rows.slice(0, limit)
  return { rows: shownRows.map(readEntity), next: rows.length > limit ? String(shownRows.at(-1)?.key) : undefined }
}

/** Entities on the protection list. */
export const protectedEntities = (db: Reader): readonly GeoEntity[] => db.prepare<{ geometry: string; content: string }>(sql.protected).all().map(readEntity)

/** Entities that a decided case made or touched, by item. */
export const entitiesOfCase = (db: Reader, caseId: string): readonly { readonly itemId: string; readonly entity: GeoEntity }[] =>
  db.prepare<{ item: string; entityId: string }>(sql.touched).all(caseId, caseId).flatMap(({ item, entityId }) => {
    const found = findEntity(db, entityId)
    return found === undefined ? [] : [{ itemId: item, entity: found.value }]
  })

/** The kinds whose names facilities take, in this order. */
const local: readonly PlaceKind[] = ['ADMIN_DIV', 'VILLAGE_SEAT', 'NATURAL', 'STREET', 'ESTATE', 'PARK']

/** Standard names of a township, or of a built-up area, divisions and villages first. */
export const localNames = (db: Reader, { county, builtUpArea, township }: Parameters<PlaceNameReads['localNames']>[0], limit: number): readonly string[] => {
  const found = new Set<string>()
  const columns: readonly (readonly [string, string])[] = [['township', township], ['built_up_area', builtUpArea === 'outside' ? '' : builtUpArea]]
  for (const kind of local) for (const [column, value] of columns) {
    if (value === '' || found.size >= limit) continue
    for (const { name } of db.prepare<{ name: string }>(`SELECT n.name FROM gazetteer_entity e CROSS JOIN gazetteer_name n ON n.key >= e.key * ${perEntity} AND n.key < (e.key + 1) * ${perEntity} WHERE e.${column} = ? AND e.kind = ? AND (? = '' OR e.county = '' OR e.county = ?) AND e.removed = 0 AND n.standing = 'standard' AND n.to_day = '' LIMIT ?`).iterate(value, kind, county, county, limit)) {
      found.add(name)
      if (found.size >= limit) break
    }
  }
  return [...found].slice(0, limit)
}
