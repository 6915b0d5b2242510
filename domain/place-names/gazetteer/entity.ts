import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { EntityFacts, GazetteerAction, GazetteerActionKind, GazetteerActionOf, GazetteerName } from './actions.ts'
import type { PlacedGeometry } from './geometry.ts'

type Body<K extends GazetteerActionKind> = GazetteerActionOf<K>['body']

/** A named thing (地理实体) with all it was ever called. */
export interface GeoEntity {
  readonly id: string
  readonly state: 'standing' | 'removed'
  readonly revision: number
  readonly facts: EntityFacts
  readonly geometry: PlacedGeometry | null
  /** Every name it has or had, in the order in which they came. */
  readonly names: readonly GazetteerName[]
  readonly source: string
  readonly addedOn: string
  readonly latest: string
  readonly code: string
  readonly protection: Body<'gazetteer.protected'> | null
  /** Listings that ended, and extents that were. */
  readonly formerProtections: readonly (Body<'gazetteer.protected'> & { readonly until: string })[]
  readonly formerExtents: readonly { readonly until: string; readonly geometry: PlacedGeometry | null; readonly facts: EntityFacts }[]
  readonly removed: Body<'gazetteer.removed'> | null
}

/** The standard name of an entity, or undefined. */
export const findStandardName = ({ names }: Pick<GeoEntity, 'names'>): GazetteerName | undefined => names.find(({ standing, to }) => standing === 'standard' && to === '')

/** The name an entity had as its standard name on a day, or undefined. */
export const findNameOn = ({ names }: Pick<GeoEntity, 'names'>, day: string): GazetteerName | undefined =>
  names.find(({ standing, from, to }) => (standing === 'standard' || standing === 'former' || standing === 'removed') && from <= day && (to === '' || day < to))

const refuse = (code: 'conflict' | 'not_found' | 'wrong_state' | 'invalid', zh: string, en: string, field?: string): LantaiError => new LantaiError(code, text(zh, en), field)

const requireOneStandard = (names: readonly GazetteerName[]): void => {
  if (names.filter(({ standing, to }) => standing === 'standard' && to === '').length > 1) throw refuse('conflict', '一个地理实体只有一个标准地名', 'An entity has one standard name', 'standing')
  if (new Set(names.map(({ id }) => id)).size < names.length) throw refuse('conflict', '名称编号重复', 'Two names share an id', 'id')
}

const nameAt = (entity: GeoEntity, id: string): number => {
  const at = entity.names.findIndex((name) => name.id === id)
  if (at < 0) throw refuse('not_found', '该地理实体没有这个名称', 'The entity has no such name', 'nameId')
  return at
}

const endStandard = (names: readonly GazetteerName[], standing: 'former' | 'removed', day: string): GazetteerName[] =>
  names.map((name) => (name.standing === 'standard' && name.to === '' ? { ...name, standing, to: day } : name))

/** Standings that say when a name was left. */
const ended = new Set(['former', 'historic', 'removed'])

/** An entity after an act; throws `conflict`, `not_found`, `wrong_state` for a removed one, `invalid` for a name that ends before it began. */
export const applyEntity = (entity: GeoEntity | undefined, action: GazetteerAction): GeoEntity => {
  const { body } = action
  civilDate(body.day, 'day')
  if (action.kind === 'gazetteer.added') {
    if (entity !== undefined) throw refuse('conflict', '这个地理实体已经登记', 'The entity stands already')
    requireOneStandard(action.body.names)
    return { id: action.subject, state: 'standing', revision: 1, facts: action.body.facts, geometry: action.body.geometry, names: action.body.names, source: action.body.source, addedOn: body.day, latest: body.day, code: '', protection: null, formerProtections: [], formerExtents: [], removed: null }
  }
  if (entity === undefined) throw refuse('not_found', '没有这个地理实体', 'There is no such entity')
  // A removed name may still be described, listed and coded, and its place restored under a name.
  const revives = action.kind === 'gazetteer.named' && action.body.name.standing === 'standard'
  if (entity.state === 'removed' && !revives && !['gazetteer.described', 'gazetteer.protected', 'gazetteer.unprotected', 'gazetteer.coded', 'gazetteer.spelled', 'gazetteer.restood'].includes(action.kind)) throw refuse('wrong_state', '该地名已经注销', 'The name has been removed')
  const next: GeoEntity = { ...entity, revision: entity.revision + 1, latest: body.day > entity.latest ? body.day : entity.latest }
  switch (action.kind) {
    case 'gazetteer.named': {
      const names = [...entity.names, action.body.name]
      requireOneStandard(names)
      return { ...next, names, ...(revives ? { state: 'standing', removed: null } : {}) }
    }
    case 'gazetteer.renamed': {
      const before = findStandardName(entity)
      if (before === undefined) throw refuse('wrong_state', '没有标准地名，不能更名，请命名', 'There is no standard name to change; name it')
      if (before.name === action.body.name.name && before.text === action.body.name.text) throw refuse('invalid', '新名称与原名称相同', 'The new name is the old one', 'name.name')
      if (before.from !== '' && body.day < before.from) throw refuse('invalid', `更名日期早于原名称启用日期（${before.from}）`, `Before the old name began (${before.from})`, 'day')
      const names = [...endStandard(entity.names, 'former', body.day), { ...action.body.name, standing: 'standard' as const, from: body.day, to: '' }]
      requireOneStandard(names)
      return { ...next, names }
    }
    case 'gazetteer.restood': {
      const at = nameAt(entity, action.body.nameId)
      const names = entity.names.map((name, index) => (index === at ? { ...name, standing: action.body.standing, to: ended.has(action.body.standing) ? (name.to === '' ? body.day : name.to) : '', ...(action.body.standing === 'standard' ? { from: body.day } : {}), document: action.body.document === '' ? name.document : action.body.document } : name))
      requireOneStandard(names)
      return { ...next, names, ...(action.body.standing === 'standard' && entity.state === 'removed' ? { state: 'standing' as const, removed: null } : {}) }
    }
    case 'gazetteer.spelled': {
      const at = nameAt(entity, action.body.nameId)
      return { ...next, names: entity.names.map((name, index) => (index === at ? { ...name, text: action.body.text, sign: action.body.sign } : name)) }
    }
    case 'gazetteer.extentChanged':
      return { ...next, facts: { ...entity.facts, ...action.body.changes }, geometry: action.body.geometry ?? entity.geometry, formerExtents: [...entity.formerExtents, { until: body.day, geometry: entity.geometry, facts: entity.facts }] }
    case 'gazetteer.removed':
      return { ...next, state: 'removed', removed: action.body, names: endStandard(entity.names, 'removed', body.day) }
    case 'gazetteer.described':
      return { ...next, facts: { ...entity.facts, ...action.body.changes } }
    case 'gazetteer.placed':
      return { ...next, geometry: action.body.geometry }
    case 'gazetteer.protected':
      return { ...next, protection: action.body, formerProtections: entity.protection === null ? entity.formerProtections : [...entity.formerProtections, { ...entity.protection, until: body.day }] }
    case 'gazetteer.unprotected':
      if (entity.protection === null) throw refuse('wrong_state', '没有列入保护名录', 'It is not on the protection list')
      return { ...next, protection: null, formerProtections: [...entity.formerProtections, { ...entity.protection, until: body.day }] }
    case 'gazetteer.coded':
      return { ...next, code: action.body.code }
  }
}

/** Tries an act on an entity and gives it back; throws as `applyEntity` does. */
export const decideEntity = <A extends GazetteerAction>(entity: GeoEntity | undefined, action: A): A => {
  applyEntity(entity, action)
  return action
}

/** Folds the acts of one entity; throws `not_found` when there are none. */
export const foldEntity = (actions: Iterable<GazetteerAction>): GeoEntity => {
  let entity: GeoEntity | undefined
  for (const action of actions) entity = applyEntity(entity, action)
  if (entity === undefined) throw refuse('not_found', '没有这个地理实体', 'There is no such entity')
  return entity
}
