import { z } from 'zod'
import { long } from '../../case/file.ts'

/** A position in degrees, longitude first, on CGCS2000. */
export const Position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
export type Position = Readonly<z.infer<typeof Position>>
const line = z.array(Position).min(2).max(5000)
const ring = z.array(Position).min(4).max(5000)

/** Where an entity lies: a point, one or more lines, one or more areas, as GeoJSON writes them. */
export const Geometry = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('Point'), coordinates: Position }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: z.array(Position).min(1).max(5000) }),
  z.strictObject({ type: z.literal('LineString'), coordinates: line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: z.array(line).min(1).max(500) }),
  z.strictObject({ type: z.literal('Polygon'), coordinates: z.array(ring).min(1).max(200) }),
  z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring).min(1).max(200)).min(1).max(200) }),
])
export type Geometry = z.infer<typeof Geometry>
export type GeometryForm = 'point' | 'line' | 'area'

/** Systems in which coordinates may be handed in; GCJ-02 and BD-09 are those of web maps and lie hundreds of metres off. */
export const coordinateSystems = ['CGCS2000', 'WGS84', 'GCJ-02', 'BD-09'] as const
export const CoordinateSystem = z.enum(coordinateSystems)
export type CoordinateSystem = z.infer<typeof CoordinateSystem>

/** A geometry with where it came from: what was declared of its system, how it was measured. */
export const PlacedGeometry = z.strictObject({ geometry: Geometry, declared: CoordinateSystem, source: long })
export type PlacedGeometry = z.infer<typeof PlacedGeometry>

/** Whether a geometry is a point, a line or an area. */
export const formOf = ({ type }: Geometry): GeometryForm => (type.endsWith('Point') ? 'point' : type.endsWith('LineString') ? 'line' : 'area')

/** The stretches of positions that a geometry is drawn of; a ring closes on itself. */
export const pathsOf = (geometry: Geometry): readonly (readonly Position[])[] => {
  switch (geometry.type) {
    case 'Point': return [[geometry.coordinates]]
    case 'MultiPoint': return geometry.coordinates.map((position) => [position])
    case 'LineString': return [geometry.coordinates]
    case 'MultiLineString': return geometry.coordinates
    case 'Polygon': return geometry.coordinates
    case 'MultiPolygon': return geometry.coordinates.flat()
  }
}

/** A geometry with each position changed. */
export const mapPositions = (geometry: Geometry, change: (position: Position) => Position): Geometry => {
  const at = ([longitude, latitude]: Position): [number, number] => { const [x, y] = change([longitude, latitude]); return [x, y] }
  switch (geometry.type) {
    case 'Point': return { type: 'Point', coordinates: at(geometry.coordinates) }
    case 'MultiPoint': return { type: 'MultiPoint', coordinates: geometry.coordinates.map(at) }
    case 'LineString': return { type: 'LineString', coordinates: geometry.coordinates.map(at) }
    case 'MultiLineString': return { type: 'MultiLineString', coordinates: geometry.coordinates.map((path) => path.map(at)) }
    case 'Polygon': return { type: 'Polygon', coordinates: geometry.coordinates.map((path) => path.map(at)) }
    case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((area) => area.map((path) => path.map(at))) }
  }
}

/** A box in degrees: west, south, east, north. */
export const Box = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90), z.number().min(-180).max(180), z.number().min(-90).max(90)]).refine(([west, south, east, north]) => west < east && south < north)
export type Box = Readonly<z.infer<typeof Box>>

/** The smallest box around a geometry. */
export const boxOf = (geometry: Geometry): Box => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const path of pathsOf(geometry)) for (const [x, y] of path) {
    west = Math.min(west, x); east = Math.max(east, x); south = Math.min(south, y); north = Math.max(north, y)
  }
  return [west, south, east, north]
}

/** Says whether a position lies in a box, edges included. */
export const inBox = ([x, y]: Position, [west, south, east, north]: Box): boolean => west <= x && x <= east && south <= y && y <= north

// Axes of the CGCS2000 ellipsoid in metres.
const major = 6_378_137
const eccentricity = 0.006_694_380_022_9
const radians = Math.PI / 180

/** Metres of one degree of longitude and of latitude at a latitude, on the CGCS2000 ellipsoid. */
const metresPerDegree = (latitude: number): readonly [number, number] => {
  const sine = Math.sin(latitude * radians)
  const w = Math.sqrt(1 - eccentricity * sine * sine)
  return [(radians * major * Math.cos(latitude * radians)) / w, (radians * major * (1 - eccentricity)) / (w * w * w)]
}

/** Metres between two positions near each other (right to a millimetre over a street). */
export const metresBetween = (a: Position, b: Position): number => {
  const [east, north] = metresPerDegree((a[1] + b[1]) / 2)
  return Math.hypot((b[0] - a[0]) * east, (b[1] - a[1]) * north)
}

/** Length in metres of the lines of a geometry; 0 for points, undefined for areas, whose edge is no length that the papers ask for. */
export const lengthOf = (geometry: Geometry): number | undefined =>
  formOf(geometry) === 'area' ? undefined : pathsOf(geometry).reduce((sum, path) => sum + path.slice(1).reduce((length, position, index) => length + metresBetween(path[index] as Position, position), 0), 0)

const ringArea = (path: readonly Position[]): number => {
  const [origin] = path
  if (origin === undefined) return 0
  const [east, north] = metresPerDegree(path.reduce((sum, [, y]) => sum + y, 0) / path.length)
  const flat = path.map(([x, y]) => [(x - origin[0]) * east, (y - origin[1]) * north] as const)
  return Math.abs(flat.slice(1).reduce((sum, [x, y], index) => { const [px, py] = flat[index] ?? [0, 0]; return sum + px * y - x * py }, 0)) / 2
}

/** Square metres of the areas of a geometry, holes taken out; undefined for points and lines. */
export const areaOf = (geometry: Geometry): number | undefined => {
  if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') return undefined
  const areas = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return areas.reduce((sum, [outer = [], ...holes]) => sum + ringArea(outer) - holes.reduce((less, hole) => less + ringArea(hole), 0), 0)
}
