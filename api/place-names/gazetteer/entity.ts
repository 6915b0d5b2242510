import type { AccountRow, Kept, Reads } from '../../../db/contract.ts'
import type { GeoEntity } from '../../../domain/place-names/gazetteer/entity.ts'
import { areaOf, lengthOf } from '../../../domain/place-names/gazetteer/geometry.ts'
import { gazetteerTitles } from '../../../domain/place-names/titles.ts'
import { recordsOf } from '../../case/records.ts'
import { notFound, type House } from '../../house.ts'
import { may } from '../../permissions.ts'
import type { Entity, EntityAct } from '../../schemas/gazetteer.ts'

type Reading = Pick<Reads, 'placeNames' | 'entriesOf'>

/** An entity of the gazetteer; throws `not_found`. */
export const getEntity = async ({ placeNames }: Pick<Reads, 'placeNames'>, id: string): Promise<Kept<GeoEntity>> => {
  const found = await placeNames.findEntity(id)
  if (found === undefined) throw notFound('地名库中没有这个地理实体。', 'The gazetteer has no such entity.')
  return found
}

/** The acts on the gazetteer among those on a street, which bears its numbers too. */
export const gazetteerRecords = recordsOf(gazetteerTitles)

/** Acts outside of a case that an account may do on an entity now. */
const actsOn = (entity: GeoEntity, account: Pick<AccountRow, 'role'>): EntityAct['kind'][] => {
  if (!may(account.role, 'case.write')) return []
  const listed: EntityAct['kind'][] = [entity.protection === null ? 'protected' : 'unprotected']
  const spelled: EntityAct['kind'][] = entity.names.some(({ caseId }) => caseId === '') ? ['spelled'] : []
  return entity.state === 'removed' ? ['restood', 'described', ...listed, 'coded', ...spelled] : ['named', 'restood', 'described', 'placed', ...listed, 'coded', ...spelled]
}

/** The cases that named, changed or removed an entity, in their order. */
const casesOf = async ({ placeNames, entriesOf }: Reading, { id, names }: GeoEntity): Promise<Entity['cases']> => {
  const documents = (await entriesOf(id)).flatMap(({ action }) => (action.kind === 'gazetteer.extentChanged' || action.kind === 'gazetteer.removed' ? [(action.body as { readonly document: string }).document] : []))
  const caseIds = new Set(names.flatMap(({ caseId }) => (caseId === '' ? [] : [caseId])))
  for (const document of new Set(documents)) if (document !== '') for (const caseId of await placeNames.casesWithDocument(document)) caseIds.add(caseId)
  const found: Entity['cases'] = []
  for (const caseId of caseIds) {
    const touched = (await placeNames.entitiesOfCase(caseId)).filter(({ entity }) => entity.id === id)
    if (touched.length === 0) continue
    const { title, decidedOn, document } = await placeNames.get(caseId)
    for (const { itemId } of touched) found.push({ caseId, itemId, title, day: decidedOn, document })
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
}

/** An entity as its page shows it to an account. Throws `not_found`. */
export const entityReply = async (house: House, account: Pick<AccountRow, 'role'>, id: string, reads: Reading = house.register.read): Promise<Entity> => {
  const { value: entity, revision } = await getEntity(reads, id)
  const [history, book, cases] = await Promise.all([reads.entriesOf(id).then((entries) => gazetteerRecords.historyOf(house, entries)), reads.placeNames.findBook(id), casesOf(reads, entity)])
  const { geometry, facts } = entity
  const measured = geometry === null ? undefined : lengthOf(geometry.geometry)
  const area = geometry === null ? undefined : areaOf(geometry.geometry)
  const plates = book?.value.plates ?? []
  return {
    id, revision, state: entity.state, facts, geometry, names: [...entity.names], source: entity.source, addedOn: entity.addedOn, code: entity.code, protection: entity.protection, formerProtections: [...entity.formerProtections], formerExtents: [...entity.formerExtents], removed: entity.removed,
    lengthMetres: facts.lengthMetres ?? (measured === undefined || measured === 0 ? null : Math.round(measured)), areaSquareMetres: facts.siteSquareMetres ?? (area === undefined ? null : Math.round(area)),
    plates: book === undefined ? null : { current: plates.filter(({ standing }) => standing === 'current').length, reserved: plates.filter(({ standing }) => standing === 'reserved').length },
    acts: actsOn(entity, account), cases,
    history: history.map(({ seq, at, actorName, kind, title, reason }) => ({ seq, at, actorName, kind, title, reason })),
  }
}
