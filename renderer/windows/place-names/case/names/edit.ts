/** What the clerk's hand does to a name of the case: pure changes of the item. */
import type { Entity } from '../../../../../api/schemas/gazetteer.ts'
import { LantaiError } from '../../../../../domain/error.ts'
import { readDegrees } from '../../../../../domain/place-names/gazetteer/coordinates.ts'
import { readGeoJson } from '../../../../../domain/place-names/gazetteer/geojson.ts'
import type { CoordinateSystem, Geometry, GeometryForm, Position } from '../../../../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceNameFile, PlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import { emptyPlaceNameItem } from '../../../../../domain/place-names/case/file.ts'
import type { Text } from '../../../../../domain/text.ts'

const characters = (name: string): readonly string[] => [...name]

/** An item without the parts that were cut for another name. */
export const uncut = (item: PlaceNameItem): PlaceNameItem => {
  const { cut: _cut, division: _division, ...rest } = item
  return rest
}

/** The readings that still belong to their characters after the name was typed on. */
const keptReadings = (before: string, after: string, chosen: PlaceNameItem['chosen']): PlaceNameItem['chosen'] => {
  const [old, now] = [characters(before), characters(after)]
  return Object.fromEntries(Object.entries(chosen).filter(([position]) => old[Number(position)] !== undefined && old[Number(position)] === now[Number(position)]))
}

/** Gives the item another name: what was cut, divided or spelled for the one before is laid aside, readings of characters that stay are kept. */
export const withName = (item: PlaceNameItem, name: string): PlaceNameItem => {
  if (name === item.name) return item
  const chosen = keptReadings(item.name, name, item.chosen)
  return { ...uncut(item), name, chosen, readingsConfirmedBy: Object.keys(chosen).length === 0 ? '' : item.readingsConfirmedBy, spelling: { text: '', sign: '', manualReason: '' } }
}

/** Which of the proposals is in use; the first while there is none. */
export const usedProposal = (item: Pick<PlaceNameItem, 'name' | 'proposals'>): number => Math.max(0, item.name === '' ? 0 : item.proposals.indexOf(item.name))

/** Types a proposal; the one in use is the name. */
export const withProposal = (item: PlaceNameItem, index: number, typed: string): PlaceNameItem => {
  const inUse = usedProposal(item) === index
  const proposals = [0, 1, 2].map((at) => (at === index ? typed : (item.proposals[at] ?? (at === 0 ? item.name : ''))))
  while (proposals.length > 0 && proposals.at(-1) === '') proposals.pop()
  return { ...(inUse ? withName(item, typed) : item), proposals }
}

/** Moves the cut so that the generic part takes the last `length` characters. */
export const withCut = (item: PlaceNameItem, length: number): PlaceNameItem => {
  const all = characters(item.name)
  if (length < 1 || length >= all.length) return item
  const { division: _division, ...rest } = item
  return { ...rest, cut: { specific: all.slice(0, -length).join(''), generic: all.slice(-length).join('') } }
}

/** A number for another item: one more than the highest there is. */
export const nextItemId = (items: readonly Pick<PlaceNameItem, 'id'>[]): string => String(items.reduce((highest, { id }) => Math.max(highest, /^\d+$/.test(id) ? Number(id) : 0), 0) + 1)

/** An item to type in; like another it takes over what the names of one application share. */
export const newItem = (file: Pick<PlaceNameFile, 'items'>, like?: PlaceNameItem): PlaceNameItem => {
  const blank = emptyPlaceNameItem(nextItemId(file.items))
  if (like === undefined) return blank
  const { act, kind, standing, approvalClass, province, county, builtUpArea, township, village, plan } = like
  return { ...blank, act, kind, standing, approvalClass, province, county, builtUpArea, township, village, plan }
}

/** Another act: what was chosen for a new name does not stay with one that is removed. */
export const withAct = (item: PlaceNameItem, act: PlaceNameItem['act']): PlaceNameItem => {
  if (act === item.act) return item
  const named = act === 'removal' || act === 'extentChange'
  return named && item.formerName !== '' ? { ...withName(item, item.formerName), act, proposals: [] } : { ...item, act }
}

/** Takes over what the gazetteer knows of the entity that is renamed, extended, removed or restored. */
export const withEntity = (item: PlaceNameItem, entity: Pick<Entity, 'id' | 'facts' | 'geometry' | 'names'>): PlaceNameItem => {
  const standing = entity.names.find((name) => name.standing === 'standard' && name.to === '') ?? entity.names.at(-1)
  const { facts } = entity
  const keepsName = item.act === 'removal' || item.act === 'extentChange' || (item.act === 'restoration' && item.name === '')
  const historic = item.act === 'restoration' ? (entity.names.find((name) => name.standing === 'historic' || name.standing === 'former' || name.standing === 'removed') ?? standing) : standing
  const size = Object.fromEntries((['lengthMetres', 'widthMetres', 'siteSquareMetres', 'floorSquareMetres', 'storeys', 'greenPercent'] as const).flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]])))
  const filled: PlaceNameItem = {
    ...item, entityId: entity.id, formerName: (standing?.name ?? '').slice(0, 50), kind: facts.kind, province: facts.province, county: facts.county, builtUpArea: facts.builtUpArea, township: facts.township, village: facts.village,
    location: facts.location, orientation: facts.orientation, start: facts.start, end: facts.end, bounds: facts.bounds, size, geometry: entity.geometry,
    ...(item.meaning === '' && item.act !== 'renaming' ? { meaning: facts.meaning, origin: facts.origin } : {}),
  }
  const name = keepsName ? (historic?.name ?? '').slice(0, 50) : item.name
  const named = withName(filled, name)
  // A name that stays keeps the spelling under which it was published.
  return keepsName && historic !== undefined && historic.text !== '' && item.act !== 'restoration' ? { ...named, spelling: { text: historic.text, sign: historic.sign, manualReason: '' } } : named
}

/** Where the entity lies, made of the parts that were entered; what follows in the papers (orientation, ends, four sides, sizes) is put behind it by the record. Papers are Chinese, so it always is. */
export const locationOf = (item: Pick<PlaceNameItem, 'township' | 'village'>): string => { const where = `${item.township}${item.village}`; return where === '' ? '' : `位于${where}` }

/** Why pasted coordinates were not taken. */
export type GeometryFault = { readonly fault: 'lineWrong'; readonly n: number; readonly line: string } | { readonly fault: 'few' } | { readonly fault: 'many'; readonly n: number } | { readonly fault: 'none' } | { readonly fault: 'said'; readonly message: Text }
export type ReadGeometry = { readonly geometry: Geometry; readonly declared: CoordinateSystem | undefined } | GeometryFault

const shape = (form: GeometryForm, positions: readonly Position[]): Geometry | undefined => {
  const plain = positions.map(([x, y]): [number, number] => [x, y])
  const [first] = plain
  if (first === undefined) return undefined
  if (form === 'point') return plain.length === 1 ? { type: 'Point', coordinates: first } : { type: 'MultiPoint', coordinates: plain }
  if (form === 'line') return plain.length < 2 ? undefined : { type: 'LineString', coordinates: plain }
  const last = plain.at(-1) ?? first
  const closed = last[0] === first[0] && last[1] === first[1] ? plain : [...plain, first]
  return closed.length < 4 ? undefined : { type: 'Polygon', coordinates: [closed] }
}

/** Reads pasted coordinates: GeoJSON with one feature, or a position on each line (decimal degrees or degrees, minutes and seconds; longitude first). */
export const readPasted = (source: string, form: GeometryForm): ReadGeometry => {
  const trimmed = source.trim()
  if (trimmed.startsWith('{') || trimmed.startsWith('[')) {
    try {
      const { features, declared } = readGeoJson(trimmed)
      const placed = features.flatMap(({ geometry }) => (geometry === undefined ? [] : [geometry]))
      const [only] = placed
      const said = features.flatMap(({ findings }) => findings)[0]?.message
      if (only === undefined) return said === undefined ? { fault: 'none' } : { fault: 'said', message: said }
      return placed.length > 1 ? { fault: 'many', n: placed.length } : { geometry: only, declared }
    } catch (error) {
      if (error instanceof LantaiError) return { fault: 'said', message: error.text }
      throw error
    }
  }
  const positions: Position[] = []
  for (const [index, line] of trimmed.split(/\r?\n|[;；]/u).map((one) => one.trim()).entries()) {
    if (line === '') continue
    const [east, north, ...rest] = line.split(/[,，\t]|\s+(?=[-\d东北EN])/u).map((part) => part.trim()).filter((part) => part !== '')
    const [x, y] = [readDegrees(east ?? ''), readDegrees(north ?? '')]
    // A third number is the height, which is left out.
    if (x === undefined || y === undefined || rest.length > 1 || Math.abs(x) > 180 || Math.abs(y) > 90) return { fault: 'lineWrong', n: index + 1, line: line.slice(0, 40) }
    positions.push([x, y])
  }
  if (positions.length === 0) return { fault: 'none' }
  const geometry = shape(form, positions)
  return geometry === undefined ? { fault: 'few' } : { geometry, declared: undefined }
}
