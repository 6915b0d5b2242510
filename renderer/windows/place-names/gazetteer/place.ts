import { formOf, pathsOf, type CoordinateSystem, type GeometryForm, type PlacedGeometry, type Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { geometryThrough, readPlace } from './positions.ts'

/** What stands in the editor. */
export interface PlaceForm {
  readonly how: 'none' | 'draw' | 'paste'
  readonly form: GeometryForm
  readonly positions: readonly Position[]
  readonly pasted: string
  readonly declared: CoordinateSystem
  readonly source: string
}

/** A form for a kind: streets are lines, estates and parks areas, the rest points; what lies there already is drawn on. */
export const placeForm = (kind: string, geometry: PlacedGeometry | null = null, how: PlaceForm['how'] = 'draw'): PlaceForm => {
  const form = geometry !== null ? formOf(geometry.geometry) : kind === 'STREET' || kind === 'FACILITY' ? 'line' : kind === 'ESTATE' || kind === 'PARK' ? 'area' : 'point'
  const [path = []] = geometry === null ? [] : pathsOf(geometry.geometry)
  return { how, form, positions: form === 'area' ? path.slice(0, -1) : path, pasted: '', declared: 'CGCS2000', source: '' }
}

/** The geometry that stands in the editor, or undefined while it is none. */
export const placeOf = ({ how, form, positions, pasted, declared, source }: PlaceForm): PlacedGeometry | undefined => {
  if (how === 'none') return undefined
  const read = how === 'draw' ? geometryThrough(positions, form) : readPlace(pasted, form)
  const geometry = read === undefined || 'wrong' in read ? undefined : 'geometry' in read ? read.geometry : read
  return geometry === undefined ? undefined : { geometry, declared: how === 'draw' ? 'CGCS2000' : declared, source: source.trim() }
}
