/** Where the map looks: a plain projection in metres around the middle of the view, on CGCS2000. */
import type { Box, Geometry, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { boxOf, metresBetween } from '../../../../domain/place-names/gazetteer/geometry.ts'

export interface View {
  readonly longitude: number
  readonly latitude: number
  readonly metresPerPixel: number
}
/** Width and height in px. */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Point {
  readonly x: number
  readonly y: number
}

/** Metres in a pixel at the closest and from the farthest. */
export const nearest = 0.05
export const farthest = 20_000
const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Metres of a degree of longitude and of latitude at a latitude. */
export const degreeMetres = (latitude: number): readonly [east: number, north: number] => {
  const at = within(latitude, -85, 85)
  return [metresBetween([0, at], [1, at]), metresBetween([0, at - 0.5], [0, at + 0.5])]
}

/** Where a position lies in px from the middle of the view, east and down. */
export const pointOf = (view: View, [longitude, latitude]: Position): Point => {
  const [east, north] = degreeMetres(view.latitude)
  return { x: ((longitude - view.longitude) * east) / view.metresPerPixel, y: ((view.latitude - latitude) * north) / view.metresPerPixel }
}

/** The position under a point given in px from the middle of the view; to seven places (a centimetre). */
export const positionOf = (view: View, { x, y }: Point): Position => {
  const [east, north] = degreeMetres(view.latitude)
  const rounded = (value: number): number => Math.round(value * 1e7) / 1e7
  return [rounded(within(view.longitude + (x * view.metresPerPixel) / east, -180, 180)), rounded(within(view.latitude - (y * view.metresPerPixel) / north, -90, 90))]
}

/** The box that a view of a size shows. */
export const boxOfView = (view: View, { width, height }: Size): Box => {
  const [west, north] = positionOf(view, { x: -width / 2, y: -height / 2 })
  const [east, south] = positionOf(view, { x: width / 2, y: height / 2 })
  return [west, south, east, north]
}

/** The view moved by px: the ground goes right and down. */
export const moved = (view: View, x: number, y: number): View => {
  const [longitude, latitude] = positionOf(view, { x: -x, y: -y })
  return { ...view, longitude, latitude: within(latitude, -85, 85) }
}

/** The view closer (factor above 1) or farther, with the ground under a point kept there. */
export const zoomed = (view: View, factor: number, at: Point = { x: 0, y: 0 }): View => {
  const metresPerPixel = within(view.metresPerPixel / factor, nearest, farthest)
  const [longitude, latitude] = positionOf(view, at)
  return moved({ longitude, latitude, metresPerPixel }, at.x, at.y)
}

/** The view in which a box fills a size, with some room around it; a single point is shown with some 200 m around it. */
export const viewOf = ([west, south, east, north]: Box, { width, height }: Size, room = 28): View => {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2]
  const [perEast, perNorth] = degreeMetres(latitude)
  const across = Math.max(40, width - 2 * room)
  const down = Math.max(40, height - 2 * room)
  return { longitude, latitude, metresPerPixel: within(Math.max(((east - west) * perEast) / across, ((north - south) * perNorth) / down, 200 / Math.min(across, down)), nearest, farthest) }
}

/** The smallest box around geometries, or undefined for none; a point makes a box of a few metres. */
export const boxAround = (geometries: Iterable<Geometry>): Box | undefined => {
  let [west, south, east, north] = [180, 90, -180, -90]
  for (const geometry of geometries) {
    const box = boxOf(geometry)
    west = Math.min(west, box[0]); south = Math.min(south, box[1]); east = Math.max(east, box[2]); north = Math.max(north, box[3])
  }
  if (west > east) return undefined
  const little = 0.000_05
  return [west === east ? west - little : west, south === north ? south - little : south, west === east ? east + little : east, south === north ? north + little : north]
}

/** A scale bar of a round length (1, 2 or 5 with zeros) that fits into `most` px. */
export const scaleBar = (metresPerPixel: number, most = 120): { readonly metres: number; readonly pixels: number } => {
  const reach = most * metresPerPixel
  const power = 10 ** Math.floor(Math.log10(reach))
  const metres = ([5, 2, 1].find((step) => step * power <= reach) ?? 1) * power
  return { metres, pixels: metres / metresPerPixel }
}
