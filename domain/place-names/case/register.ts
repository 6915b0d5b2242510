import { splitAt, splitName } from '../names/index.ts'
import type { EntityFacts, GazetteerAction, GazetteerName } from '../gazetteer/actions.ts'
import { emptyEntityFacts } from '../gazetteer/actions.ts'
import type { GeoEntity } from '../gazetteer/entity.ts'
import { applyEntity } from '../gazetteer/entity.ts'
import { toCgcs2000 } from '../gazetteer/coordinates.ts'
import type { PlacedGeometry } from '../gazetteer/geometry.ts'
import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { ApprovedText, PlaceNameBody } from './actions.ts'
import type { PlaceNameItem } from './file.ts'
import type { PlaceNameCase } from './fold.ts'

/** A geometry on CGCS2000, with the system it was declared in written down in its source. */
export const storedGeometry = (given: PlacedGeometry | null): PlacedGeometry | null => (given === null || given.declared === 'CGCS2000' ? given : { geometry: toCgcs2000(given.geometry, given.declared), declared: 'CGCS2000', source: `${given.source}${given.source === '' ? '' : '；'}由 ${given.declared} 换算`.slice(0, 400) })

const sizes = ['lengthMetres', 'widthMetres', 'siteSquareMetres', 'floorSquareMetres', 'storeys', 'greenPercent'] as const
const factsOf = (item: PlaceNameItem): EntityFacts => ({
  ...emptyEntityFacts(item.kind === '' ? 'OTHER' : item.kind), province: item.province, county: item.county, builtUpArea: item.builtUpArea, township: item.township, village: item.village, location: item.location, orientation: item.orientation, start: item.start, end: item.end, bounds: item.bounds, meaning: item.meaning, origin: item.origin,
  ...Object.fromEntries(sizes.flatMap((key) => (item.size[key] === undefined ? [] : [[key, item.size[key]]]))),
})

/** The facts that a change of extent brings: what the application states; what it leaves out stays as it was. */
const extentOf = (item: PlaceNameItem): Partial<EntityFacts> => {
  const { location, orientation, start, end, bounds } = factsOf(item)
  return {
    ...(location === '' ? {} : { location }), ...(orientation === '' ? {} : { orientation }), ...(start.text === '' ? {} : { start }), ...(end.text === '' ? {} : { end }), ...(bounds === '' ? {} : { bounds }),
    ...Object.fromEntries(sizes.flatMap((key) => (item.size[key] === undefined ? [] : [[key, item.size[key]]]))),
  }
}

const nameOf = (folded: PlaceNameCase, item: PlaceNameItem, words: ApprovedText, decision: PlaceNameBody<'placeName.decided'>): GazetteerName => {
  const parts = (item.cut === undefined || item.name !== words.name ? undefined : splitAt(words.name, item.cut)) ?? splitName(words.name, item.kind === '' ? undefined : item.kind)
  return { id: `${folded.id}-${item.id}`, name: words.name, text: words.text, sign: words.sign, specific: parts.specific, generic: parts.generic, standing: 'standard', from: decision.day, to: '', document: decision.document, caseId: folded.id, itemId: item.id }
}

/** What the decision of a case does to the gazetteer, one act for each approved name, recorded in the same transaction; `entityOf` gives the entities that are touched, `newId` an id for a new one. Throws `not_found` for an entity that is missing, `wrong_state` when it no longer allows the act. */
export const gazetteerActsOf = (folded: PlaceNameCase, decision: PlaceNameBody<'placeName.decided'>, entityOf: (id: string) => GeoEntity | undefined, newId: (item: string) => string): readonly GazetteerAction[] => {
  // Several names of one case may concern one entity (a road split and renamed), each meeting it as the one before left it.
  const touched = new Map<string, GeoEntity>()
  const settle = (entity: GeoEntity | undefined, action: GazetteerAction): readonly GazetteerAction[] => {
    touched.set(action.subject, applyEntity(entity, action))
    return [action]
  }
  return decision.decisions.flatMap((decided): readonly GazetteerAction[] => {
    if (decided.outcome !== 'approved') return []
    const item = folded.file.items.find(({ id }) => id === decided.item)
    if (item === undefined) return []
    const { day, document } = decision
    const geometry = storedGeometry(item.geometry)
    const name = nameOf(folded, item, decided.words, decision)
    if (item.entityId === '') {
      if (item.act !== 'naming' && item.act !== 'restoration') throw new LantaiError('not_found', text(`第 ${item.id} 项没有选定地名库中的地名`, `No entity of the gazetteer was chosen for ${item.id}`), `items.${item.id}.entityId`)
      return settle(undefined, { kind: 'gazetteer.added', subject: newId(item.id), body: { facts: factsOf(item), geometry, names: [name], source: document, day } })
    }
    const entity = touched.get(item.entityId) ?? entityOf(item.entityId)
    if (entity === undefined) throw new LantaiError('not_found', text(`地名库中没有第 ${item.id} 项的地名`, `The gazetteer has no entity for ${item.id}`), `items.${item.id}.entityId`)
    const subject = entity.id
    switch (item.act) {
      case 'naming': return settle(entity, { kind: 'gazetteer.named', subject, body: { day, name } })
      case 'renaming': return settle(entity, { kind: 'gazetteer.renamed', subject, body: { day, name } })
      case 'extentChange': return settle(entity, { kind: 'gazetteer.extentChanged', subject, body: { day, document, geometry, changes: extentOf(item) } })
      case 'removal': return settle(entity, { kind: 'gazetteer.removed', subject, body: { day, document, reason: item.reason.slice(0, 400) } })
      case 'restoration': {
        // The historic name stays in the list, and the name stands anew beside it.
        const standing = entity.names.find((known) => known.standing === 'standard' && known.to === '')
        return settle(entity, standing === undefined ? { kind: 'gazetteer.named', subject, body: { day, name } } : { kind: 'gazetteer.renamed', subject, body: { day, name } })
      }
    }
  })
}
