import type { Reads } from '../../../db/contract.ts'
import type { Box, Geometry, Position } from '../../../domain/place-names/gazetteer/geometry.ts'
import { placeKinds, type PlaceKind } from '../../../domain/place-names/kinds.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'

/** A window is drawn on a screen of at most so many points across; nothing smaller is told. */
const across = 4096

/** Distance of a position from a stretch, squared, in the window's own points. */
const offset = ([x, y]: Position, [ax, ay]: Position, [bx, by]: Position, [sx, sy]: Position): number => {
  const [dx, dy, px, py] = [(bx - ax) * sx, (by - ay) * sy, (x - ax) * sx, (y - ay) * sy]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length))
  return (px - along * dx) ** 2 + (py - along * dy) ** 2
}

/** A path without the positions that a screen would not show (Douglas and Peucker), its ends kept; `scale` is points per degree. */
const thinned = <P extends Position>(path: readonly P[], scale: Position): P[] => {
  if (path.length <= 2) return [...path]
  const keep = new Uint8Array(path.length)
  keep[0] = keep[path.length - 1] = 1
  const open: [number, number][] = [[0, path.length - 1]]
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [from, to] = stretch
    let [worst, at] = [1, -1]
    for (let index = from + 1; index < to; index += 1) {
      const off = offset(path[index] as Position, path[from] as Position, path[to] as Position, scale)
      if (off > worst) [worst, at] = [off, index]
    }
    if (at >= 0) {
      keep[at] = 1
      open.push([from, at], [at, to])
    }
  }
  return path.filter((_, index) => keep[index] === 1)
}

/** A ring keeps four positions at least, or it would be none. */
const ring = (path: [number, number][], scale: Position): [number, number][] => {
  const made = thinned(path, scale)
  return made.length >= 4 ? made : path.length <= 5 ? path : [path[0], path[Math.trunc(path.length / 3)], path[Math.trunc((path.length * 2) / 3)], path[0]] as [number, number][]
}

/** A geometry as fine as a window of the map shows it. */
export const simplify = (geometry: Geometry, scale: Position): Geometry => {
  switch (geometry.type) {
    case 'Point':
    case 'MultiPoint': return geometry
    case 'LineString': return { type: 'LineString', coordinates: thinned(geometry.coordinates, scale) }
    case 'MultiLineString': return { type: 'MultiLineString', coordinates: geometry.coordinates.map((path) => thinned(path, scale)) }
    case 'Polygon': return { type: 'Polygon', coordinates: geometry.coordinates.map((path) => ring(path, scale)) }
    case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((area) => area.map((path) => ring(path, scale))) }
  }
}

/** The window of the map that is asked for; throws `malformed` for one that is none. */
export const boxAsked = ({ west, south, east, north }: { readonly west: number; readonly south: number; readonly east: number; readonly north: number }): Box => {
  const bad = (field: string): LantaiError => new LantaiError('malformed', text('地图范围不对', 'That is no window of a map'), field)
  for (const [field, value, most] of [['west', west, 180], ['east', east, 180], ['south', south, 90], ['north', north, 90]] as const) if (!Number.isFinite(value) || Math.abs(value) > most) throw bad(field)
  if (west >= east) throw bad('east')
  if (south >= north) throw bad('north')
  return [west, south, east, north]
}

/** Kinds as the address carries them: `STREET,ESTATE`; throws `malformed`. */
export const kindsAsked = (written: string): PlaceKind[] =>
  written.split(',').map((part) => {
    const kind = placeKinds.find((one) => one === part)
    if (kind === undefined) throw new LantaiError('malformed', text('没有这个类别', 'There is no such kind'), 'kinds')
    return kind
  })

/** What lies in a window of the map, each geometry as fine as the window shows it. */
export const mapFeatures = async ({ placeNames }: Pick<Reads, 'placeNames'>, box: Box, asked: { readonly kinds?: readonly PlaceKind[]; readonly removed?: boolean; readonly limit: number }) => {
  const scale: Position = [across / (box[2] - box[0]), across / (box[3] - box[1])]
  const { rows, more } = await placeNames.map({ box, ...asked })
  return { features: rows.flatMap(({ entityId, name, kind, removed, geometry }) => (geometry === null ? [] : [{ id: entityId, name, kind, removed, geometry: simplify(geometry.geometry, scale) }])), more }
}
