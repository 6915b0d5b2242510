import type { Entity } from '../../../../api/schemas/gazetteer.ts'
import type { GazetteerName } from '../../../../domain/place-names/gazetteer/actions.ts'
import { useRoute } from '../../../shared/query.ts'

/** The standard name in force, or undefined. */
export const standardName = ({ names }: Pick<Entity, 'names'>): GazetteerName | undefined => names.find(({ standing, to }) => standing === 'standard' && to === '')
/** What an entity is called now, or was called last. */
export const calledName = (entity: Pick<Entity, 'names'>): GazetteerName | undefined => standardName(entity) ?? entity.names.at(-1)

/** Names in the order in which they began to be used; those whose beginning nobody knows first. */
export const inOrder = (names: readonly GazetteerName[]): readonly GazetteerName[] => [...names].sort((a, b) => (a.from === b.from ? Number(a.standing === 'standard') - Number(b.standing === 'standard') : a.from < b.from ? -1 : 1))

/** How a standing is tinted. */
export const standingTone = (standing: string): string => (standing === 'standard' ? 'good' : standing === 'removed' ? 'stop' : standing === 'reserved' || standing === 'proposed' ? 'information' : '')

/** The built-up areas of the office's rules as id and name, with what lies outside all of them. */
export const useBuiltUpAreas = (outside: string): readonly { readonly id: string; readonly name: string }[] => {
  const profile = useRoute('getPlaceNameProfile', { query: {} }, { fresh: 60_000 })
  return [...(profile.data?.profile.builtUpAreas ?? []), { id: 'outside', name: outside }]
}
