import type { NameStanding } from '../../domain/place-names/gazetteer/actions.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import type { Neighbour } from '../../domain/place-names/names/index.ts'
import { splitAt, splitName } from '../../domain/place-names/names/index.ts'
import type { Reader, Value } from '../connection.ts'
import type { NeighbourQuery } from './contract.ts'
import type { KeyRow } from './keys.ts'
import { keysOf, tailOf } from './keys.ts'

/** What stands in the gazetteer and in open applications near a typed name, found along the keys alone. */

const keyed = (alias: string): string => ['name', 'sound', 'near', 'loose', 'look', 'specific', 'specific_sound', 'specific_near', 'specific_loose', 'specific_look', 'stem', 'series', 'tail'].map((column) => `${alias}.${column}`).join(', ')
const area = (alias: string): string => ['kind', 'province', 'county', 'built_up_area', 'township', 'village', 'place'].map((column) => `${alias}.${column}`).join(', ')

interface Row extends KeyRow { readonly id: string; readonly owner: string; readonly standing: NameStanding; readonly from_day: string; readonly removed: number; readonly name: string; readonly kind: PlaceKind; readonly province: string; readonly county: string; readonly built_up_area: string; readonly township: string; readonly village: string; readonly place: string }

/** Names of the gazetteer by a condition on the name `n`, at most so many. */
const inGazetteer = (condition: string): string => `SELECT n.id, e.id AS owner, n.standing, n.from_day, e.removed, ${keyed('n')}, ${area('e')} FROM gazetteer_name n CROSS JOIN gazetteer_entity e ON e.key = n.entity_key WHERE ${condition} AND (? = '' OR e.kind = ?) LIMIT ?`
/** Names of open applications; those of the case that asks are its own. */
const inCases = (condition: string): string => `SELECT n.item AS id, c.id AS owner, 'proposed' AS standing, '' AS from_day, 0 AS removed, ${keyed('n')}, ${area('n')} FROM place_name_item n CROSS JOIN place_name_case c ON c.key = n.case_key WHERE n.open = 1 AND ${condition} AND (? = '' OR n.kind = ?) AND c.id <> ? LIMIT ?`

interface Texts { readonly gazetteer: string; readonly cases: string }
const written = new Map<string, Texts>()
/** The two statements of a condition, written once. */
const textsOf = (condition: string): Texts => {
  const known = written.get(condition)
  if (known !== undefined) return known
  // An application that was not given a name yet stands beside nobody; its index leaves it out.
  const made = { gazetteer: inGazetteer(condition), cases: inCases(condition === 'n.name = ?' ? "n.name = ? AND n.name <> ''" : condition) }
  written.set(condition, made)
  return made
}

const statusOf = (standing: NameStanding, removed: boolean): Neighbour['status'] => (removed && (standing === 'standard' || standing === 'alias' || standing === 'shortName') ? 'removed' : standing === 'shortName' ? 'alias' : standing)
const neighbourOf = (row: Row, ofCase: boolean): Neighbour => ({
  id: `${row.owner}/${row.id}`, entityId: ofCase ? '' : row.owner, name: row.name, kind: row.kind, status: statusOf(row.standing, row.removed === 1), area: { province: row.province, county: row.county, builtUpArea: row.built_up_area },
  where: `${row.township}${row.village}` || row.place || (row.built_up_area === 'outside' ? '' : row.built_up_area) || row.county, ...(row.from_day === '' ? {} : { from: row.from_day }), keys: keysOf(row),
})

/** Names at most by one key, so that a stem which many streets share does not make the answer slow. */
const most = 200

/** The nearest relation first: the same name, then by sound with and without tones, loosely, by look, and names of one series; never twice. `id` is entity and name, or case and item, with a slash between; a name of an application bears no entity. */
export const neighbours = (db: Reader, { keys: { whole, specific }, compare, kind, acrossKinds, exceptCase = '', limit = most }: NeighbourQuery): readonly Neighbour[] => {
  const asked = acrossKinds ? '' : kind
  const name = whole.same
  if (name === '') return []
  const generic = name.startsWith(specific.same) ? name.slice(specific.same.length) : ''
  const parts = (generic === '' ? undefined : splitAt(name, { specific: specific.same, generic })) ?? splitName(name, kind === '' ? undefined : kind)
  const tail = tailOf(name)
  const lookups: readonly (readonly [condition: string, value: Value, index: string])[] = [
    ['n.name = ?', name, 'name'],
    ['n.loose = ?', whole.loose, 'loose'],
    ['n.look = ?', whole.look, 'look'],
    ...(compare === 'specific' && specific.same !== '' ? [['n.specific_loose = ?', specific.loose, 'specific_loose'], ['n.specific_look = ?', specific.look, 'specific_look']] as const : []),
    ...(parts.stem === '' ? [] : [[parts.by === 'none' ? "n.stem = ? AND n.stem <> '' AND n.series = 1" : "n.stem = ? AND n.stem <> ''", parts.stem, 'stem'] as const]),
    ...(tail === '' ? [] : [["n.tail = ? AND n.tail <> ''", tail, 'tail'] as const]),
  ]
  const found = new Map<string, { readonly neighbour: Neighbour; readonly rank: number }>()
  const rankOf = ({ keys }: Neighbour, series: boolean): number => {
    const own = compare === 'specific' ? [[whole, keys.whole], [specific, keys.specific]] as const : [[whole, keys.whole]] as const
    const best = Math.min(...own.map(([a, b]) => (a.same === b.same ? 0 : a.sound === b.sound ? 1 : a.near === b.near ? 2 : a.loose === b.loose ? 3 : a.look === b.look ? 4 : 5)))
    return best === 5 && !series ? 6 : best
  }
  // Once every name that reads, sounds or looks alike was found, one of the series stands behind all of them, in the order in which it comes: no more are read than the answer has room for.
  let ranked = compare === 'whole' || specific.same !== ''
  const put = (rows: readonly Row[], ofCase: boolean, series: boolean): void => {
    if (!series && rows.length === most) ranked = false
    for (const row of rows) {
      const neighbour = neighbourOf(row, ofCase)
      if (!found.has(neighbour.id)) found.set(neighbour.id, { neighbour, rank: rankOf(neighbour, series) })
    }
  }
  for (const [condition, value, index] of lookups) {
    const series = index === 'stem' || index === 'tail'
    // The name itself was looked up first, and is not read again along the other keys.
    const others = index !== 'name' && ranked
    const { gazetteer, cases } = textsOf(others ? `${condition} AND n.name <> ?` : condition)
    const asking = others ? [value, name] : [value]
    const room = series && ranked ? Math.min(most, limit) : most
    const enough = (): boolean => series && ranked && found.size >= limit
    if (!enough()) put(db.prepare<Row>(gazetteer).all(...asking, asked, asked, room), false, series)
    if (!enough()) put(db.prepare<Row>(cases).all(...asking, asked, asked, exceptCase, room), true, series)
  }
  return [...found.values()].sort((a, b) => a.rank - b.rank).slice(0, limit).map(({ neighbour }) => neighbour)
}
