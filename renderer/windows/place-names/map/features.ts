/** What stands on the map, made ready for finding and drawing: paths as plain arrays, boxes in a spatial index. */
import Flatbush from 'flatbush'
import type { Box, Geometry, GeometryForm, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { formOf, pathsOf } from '../../../../domain/place-names/gazetteer/geometry.ts'
import type { PlaceKind } from '../../../../domain/place-names/kinds.ts'
import type { View } from './view.ts'
import { degreeMetres } from './view.ts'

/** Kinds that have a look of their own: those of place names, and what lies beside them. */
export type MapKind = PlaceKind | 'BUILT_UP' | 'BOUNDARY' | 'PLATE'
export interface MapFeature {
  readonly id: string
  readonly name: string
  readonly kind: MapKind
  /** Its name was removed: drawn thin and dotted, its name in brackets. */
  readonly removed?: boolean
  /** A number that is only reserved: an empty ring. */
  readonly hollow?: boolean
  readonly geometry: Geometry
}

/** A feature made ready. */
export interface Shape {
  readonly feature: MapFeature
  readonly form: GeometryForm
  /** Longitude and latitude in turn. */
  readonly paths: readonly Float64Array[]
  /** Degrees across its box, by which the greater names go first. */
  readonly reach: number
}

export interface MapIndex {
  readonly shapes: readonly Shape[]
  /** The shapes whose box meets a box, in the order in which they were given. */
  readonly within: (box: Box) => readonly Shape[]
}

/** Makes features ready for drawing and finding. */
export const indexOf = (features: readonly MapFeature[]): MapIndex => {
  const tree = features.length === 0 ? undefined : new Flatbush(features.length)
  const shapes = features.map((feature): Shape => {
    let [west, south, east, north] = [180, 90, -180, -90]
    const paths = pathsOf(feature.geometry).map((path) => {
      const flat = new Float64Array(path.length * 2)
      path.forEach(([x, y], index) => {
        flat[index * 2] = x
        flat[index * 2 + 1] = y
        if (x < west) west = x
        if (x > east) east = x
        if (y < south) south = y
        if (y > north) north = y
      })
      return flat
    })
    tree?.add(west, south, east, north)
    return { feature, form: formOf(feature.geometry), paths, reach: Math.max(east - west, north - south) }
  })
  tree?.finish()
  return { shapes, within: ([west, south, east, north]) => (tree?.search(west, south, east, north) ?? []).sort((a, b) => a - b).map((at) => shapes[at] as Shape) }
}

const toSegment = (x: number, y: number, ax: number, ay: number, bx: number, by: number): number => {
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / length))
  return Math.hypot(x - ax - along * dx, y - ay - along * dy)
}
/** Whether a position lies inside the rings (holes out). */
const inside = (paths: readonly Float64Array[], [x, y]: Position): boolean => {
  let odd = false
  for (const path of paths) for (let at = 0, before = path.length - 2; at < path.length; before = at, at += 2) {
    const [ax = 0, ay = 0, bx = 0, by = 0] = [path[at], path[at + 1], path[before], path[before + 1]]
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) odd = !odd
  }
  return odd
}

/** The feature at a position: the nearest point or line within `reach` px, else the smallest area around it. Built-up areas only lie beneath and are never found. */
export const findAt = (index: MapIndex, view: View, position: Position, reach = 7): MapFeature | undefined => {
  const [east, north] = degreeMetres(view.latitude)
  const [x, y] = [(reach * view.metresPerPixel) / east, (reach * view.metresPerPixel) / north]
  let nearest: { readonly feature: MapFeature; readonly distance: number } | undefined
  let smallest: Shape | undefined
  for (const shape of index.within([position[0] - x, position[1] - y, position[0] + x, position[1] + y])) {
    if (shape.feature.kind === 'BUILT_UP') continue
    let distance = Infinity
    for (const path of shape.paths) for (let at = 0; at < path.length; at += 2) {
      const next = at + 2 < path.length ? at + 2 : at
      distance = Math.min(distance, toSegment(0, 0, ((path[at] ?? 0) - position[0]) * east, ((path[at + 1] ?? 0) - position[1]) * north, ((path[next] ?? 0) - position[0]) * east, ((path[next + 1] ?? 0) - position[1]) * north))
    }
    distance /= view.metresPerPixel
    // A point is easily missed beside the line it lies on.
    const weighed = shape.form === 'point' ? distance - reach / 2 : distance
    if (distance <= reach && (nearest === undefined || weighed < nearest.distance)) nearest = { feature: shape.feature, distance: weighed }
    if (shape.form === 'area' && inside(shape.paths, position) && (smallest === undefined || shape.reach < smallest.reach)) smallest = shape
  }
  return nearest?.feature ?? smallest?.feature
}
