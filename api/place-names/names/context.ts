import type { NeighbourQuery } from '../../../db/place-names/contract.ts'
import type { Reads } from '../../../db/contract.ts'
import { nameItemOf, type PlaceNameItem } from '../../../domain/place-names/case/file.ts'
import { findStandardName, type GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { nameFacts, type NameContext, type NameFacts, type Neighbour, type PlaceArea } from '../../../domain/place-names/names/index.ts'
import { nameSettingsOf, type PlaceNameProfile } from '../../../domain/place-names/profile.ts'

type Reading = Pick<Reads, 'placeNames'>

/** The case a name belongs to, as far as the rules on names ask. */
export interface NameOfCase {
  readonly day: string
  readonly profile: PlaceNameProfile
  readonly applicants: readonly string[]
  /** The case itself, whose own names are no clash of it; empty before it is opened. */
  readonly caseId: string
  /** When the case was opened; empty before. A name that was asked for later stands in nobody's way who came first. */
  readonly openedAt: string
  /** All names of the case: they may clash with each other, and what one of them removes or renames stands in nobody's way. */
  readonly items: readonly PlaceNameItem[]
}

/** The application that a name under application belongs to; empty for a name of the gazetteer. */
export const caseOf = ({ id, entityId }: Pick<Neighbour, 'id' | 'entityId'>): string => (entityId === '' && id.includes('/') ? id.slice(0, id.indexOf('/')) : '')

/** How many neighbours are looked at: more than that and the name is taken many times over. */
const mostNeighbours = 60

/** Province and county where nothing was entered are those of the office. */
const areaOf = ({ province, county, builtUpArea }: PlaceArea, { areaCode }: PlaceNameProfile): PlaceArea => ({ province: province === '' ? `${areaCode.slice(0, 2)}0000` : province, county: county === '' ? areaCode : county, builtUpArea })

/** What is asked of the index for a name. */
export const neighbourQuery = (facts: NameFacts, caseId: string): NeighbourQuery | undefined => {
  const { keys, context: { settings }, item: { kind } } = facts
  return keys === undefined ? undefined : { keys, compare: settings.compare, kind, acrossKinds: settings.acrossKinds, ...(caseId === '' ? {} : { exceptCase: caseId }), limit: mostNeighbours }
}

const blank = (item: PlaceNameItem, { day, profile, applicants }: NameOfCase): NameContext => ({ day, settings: nameSettingsOf(profile), area: areaOf(item, profile), entityId: item.entityId, neighbours: [], applicants })

/** The keys of a name, by which the index finds it. */
export const factsOfItem = (item: PlaceNameItem, of: NameOfCase): NameFacts => nameFacts(nameItemOf(item), blank(item, of))

/** Names of the same case that read, sound or look the same. */
const siblingsOf = (item: PlaceNameItem, own: NameFacts, siblings: readonly { readonly item: PlaceNameItem; readonly facts: NameFacts }[], profile: PlaceNameProfile): Neighbour[] => siblings.flatMap(({ item: other, facts }): Neighbour[] => {
  if (other.id === item.id || facts.keys === undefined || own.keys === undefined || other.kind === '' || (other.entityId !== '' && other.entityId === item.entityId)) return []
  if (other.act === 'removal' || other.act === 'extentChange') return []
  return [{ id: `items.${other.id}`, entityId: '', name: facts.name, kind: other.kind, status: 'proposed', area: areaOf(other, profile), where: `本案第 ${other.id} 项`, keys: facts.keys }]
})

/** A name that another name of the case removes or changes is one that was, not one that stands. */
const asLeft = (neighbour: Neighbour, items: readonly PlaceNameItem[]): Neighbour => {
  if (neighbour.entityId === '' || (neighbour.status !== 'standard' && neighbour.status !== 'alias')) return neighbour
  const act = items.find(({ entityId }) => entityId === neighbour.entityId)
  if (act?.act === 'removal') return { ...neighbour, status: 'removed' }
  return act?.act === 'renaming' && neighbour.status === 'standard' && act.name !== neighbour.name ? { ...neighbour, status: 'former' } : neighbour
}

/** An entity's present name, and whether it is protected (《地名管理条例》第十、二十五条). */
export const presentOf = (entity: GeoEntity): Required<NameContext>['present'] => ({
  name: findStandardName(entity)?.name ?? entity.names.at(-1)?.name ?? '', protected: entity.protection !== null, historicValue: entity.protection?.classes.some((of) => of === 'heritage' || of === 'historic') === true,
})

/** Without the names of applications that came in after this one. */
const beforeUs = async ({ placeNames }: Reading, neighbours: readonly Neighbour[], openedAt: string): Promise<readonly Neighbour[]> => {
  if (openedAt === '') return neighbours
  const others = [...new Set(neighbours.map(caseOf).filter((id) => id !== ''))]
  if (others.length === 0) return neighbours
  const later = new Set<string>()
  for (const id of others) if ((await placeNames.get(id)).openedAt > openedAt) later.add(id)
  return neighbours.filter((neighbour) => !later.has(caseOf(neighbour)))
}

/** What is looked up once for all names of a case: which of them share a key. */
export interface Kin { readonly of: (item: PlaceNameItem) => { readonly facts: NameFacts; readonly siblings: readonly { readonly item: PlaceNameItem; readonly facts: NameFacts }[] } }

/** Reads every name of a case once and sorts them by their keys, so that a reply of a thousand names compares no thousand times a thousand. */
export const kinOf = (of: NameOfCase): Kin => {
  const read = of.items.map((item) => ({ item, facts: factsOfItem(item, of) }))
  const byKey = new Map<string, { readonly item: PlaceNameItem; readonly facts: NameFacts }[]>()
  const keysOf = ({ keys }: NameFacts): readonly string[] => (keys === undefined ? [] : [...new Set([`=${keys.whole.loose}`, `~${keys.whole.look}`, ...(nameSettingsOf(of.profile).compare === 'specific' ? [`s${keys.specific.loose}`, `l${keys.specific.look}`] : [])])])
  for (const one of read) for (const key of keysOf(one.facts)) byKey.set(key, [...(byKey.get(key) ?? []), one])
  const own = new Map(read.map((one) => [one.item.id, one.facts]))
  return {
    of: (item) => {
      const facts = own.get(item.id) ?? factsOfItem(item, of)
      return { facts, siblings: [...new Set(keysOf(facts).flatMap((key) => byKey.get(key) ?? []))] }
    },
  }
}

/** Everything the rules on names need beside one name of a case: who stands near it, what its entity is called now, what places around it are called. */
export const nameContextOf = async (reads: Reading, item: PlaceNameItem, of: NameOfCase, kin: Kin = kinOf(of)): Promise<NameContext> => {
  const base = blank(item, of)
  const { facts, siblings } = kin.of(item)
  const { placeNames } = reads
  // A removal names nothing, and a change of extent keeps its name.
  const query = item.act === 'removal' ? undefined : neighbourQuery(facts, of.caseId)
  const [found, entity, localNames] = await Promise.all([
    query === undefined ? [] : placeNames.neighbours(query),
    item.entityId === '' ? undefined : placeNames.findEntity(item.entityId),
    item.kind === 'FACILITY' && item.act !== 'removal' ? placeNames.localNames({ county: item.county, builtUpArea: item.builtUpArea, township: item.township }, 500) : undefined,
  ])
  const neighbours = (await beforeUs(reads, found, of.openedAt)).map((neighbour) => asLeft({ ...neighbour, area: areaOf(neighbour.area, of.profile) }, of.items))
  return {
    ...base, neighbours: [...neighbours, ...siblingsOf(item, facts, siblings, of.profile)],
    ...(entity === undefined ? {} : { present: presentOf(entity.value) }), ...(localNames === undefined ? {} : { localNames }),
  }
}
