import type { NameContext, NameFacts, NameItem, Neighbour, PlaceArea } from '../../../../domain/place-names/names/index.ts'
import { checkName, defaultNameSettings, emptyNameItem, nameFacts, nameKeys, splitName } from '../../../../domain/place-names/names/index.ts'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'

export const town: PlaceArea = { province: '320000', county: '320506', builtUpArea: '320506-1' }

/** A name that stands in the same town unless it says otherwise. */
export const neighbour = (name: string, kind: PlaceKind = 'STREET', rest: Partial<Neighbour> = {}): Neighbour => ({
  id: `n-${name}`, entityId: `e-${name}`, name, kind, status: 'standard', area: town, where: '越溪街道', keys: nameKeys({ name, kind, parts: splitName(name, kind) }), ...rest,
})

export const contextOf = (rest: Partial<NameContext> = {}): NameContext => ({ day: '2026-03-02', settings: defaultNameSettings, area: town, entityId: '', neighbours: [], applicants: [], ...rest })

export const factsOf = (item: Partial<NameItem>, context: Partial<NameContext> = {}): NameFacts => nameFacts({ ...emptyNameItem(), kind: 'STREET', ...item }, contextOf(context))

/** The rules that speak of a name while it is typed, by id. */
export const spoken = (item: Partial<NameItem>, context: Partial<NameContext> = {}): readonly string[] => [...new Set(checkName(factsOf(item, context), { typing: true, answers: [] }).findings.map(({ rule }) => rule.replace('place-names.', '')))]
