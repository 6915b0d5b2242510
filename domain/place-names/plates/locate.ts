import type { Position } from '../gazetteer/geometry.ts'
import { metresBetween } from '../gazetteer/geometry.ts'
import type { CompassPoint, OddSide, StreetNumbering } from './settings.ts'

/** Where something stands along a street as its line is drawn: metres from the first point, on which side, how far off. */
export interface AlongStreet {
  readonly metres: number
  readonly side: 'left' | 'right'
  readonly offset: number
}

/** The nearest place of a line to a position, within the flat picture of a town. */
export const locateOn = (line: readonly Position[], position: Position): AlongStreet => {
  const [x0, y0] = line[0] ?? position
  const flat = ([x, y]: Position): readonly [number, number] => [metresBetween([x0, position[1]], [x, position[1]]) * Math.sign(x - x0), metresBetween([x0, y0], [x0, y]) * Math.sign(y - y0)]
  const [px, py] = flat(position)
  let best: AlongStreet = { metres: 0, side: 'right', offset: Number.POSITIVE_INFINITY }
  let before = 0
  line.slice(1).forEach((end, index) => {
    const [ax, ay] = flat(line[index] as Position)
    const [bx, by] = flat(end)
    const [dx, dy] = [bx - ax, by - ay]
    const length = Math.hypot(dx, dy)
    const share = length === 0 ? 0 : Math.min(1, Math.max(0, ((px - ax) * dx + (py - ay) * dy) / (length * length)))
    const offset = Math.hypot(px - ax - share * dx, py - ay - share * dy)
    if (offset < best.offset - 1e-9) best = { metres: before + share * length, side: dx * (py - ay) - dy * (px - ax) > 0 ? 'left' : 'right', offset }
    before += length
  })
  return best
}

/** The position on a line at so many metres from its first point; its ends beyond. */
export const positionOn = (line: readonly Position[], metres: number): Position | undefined => {
  let left = Math.max(0, metres)
  for (const [index, end] of line.slice(1).entries()) {
    const start = line[index] as Position
    const length = metresBetween(start, end)
    if (left <= length && length > 0) return [start[0] + ((end[0] - start[0]) * left) / length, start[1] + ((end[1] - start[1]) * left) / length]
    left -= length
  }
  return line.at(-1)
}

const vectors: Readonly<Record<CompassPoint, readonly [number, number]>> = { east: [1, 0], west: [-1, 0], north: [0, 1], south: [0, -1], northeast: [1, 1], southwest: [-1, -1], northwest: [-1, 1], southeast: [1, -1] }

/** Metres east and north from the first to the last point of a line; a line that ends where it began goes by its first stretch. */
const headingOf = (line: readonly Position[]): readonly [number, number] => {
  const [first, last] = [line[0], line.at(-1)]
  const to = first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1] ? line[1] : last
  if (first === undefined || to === undefined) return [0, 0]
  const stretch = Math.cos((((first[1] + to[1]) / 2) * Math.PI) / 180)
  return [(to[0] - first[0]) * stretch, to[1] - first[1]]
}

/** Whether numbers run against the line as drawn, and on which side, seen from the start end, the odd ones stand. */
export const orientStreet = (line: readonly Position[] | undefined, settings: Pick<StreetNumbering, 'startEnd' | 'oddSide'>): { readonly reversed: boolean; readonly odd: 'left' | 'right' } => {
  const drawn = line === undefined ? ([0, 0] as const) : headingOf(line)
  const { startEnd, oddSide } = settings
  const start = startEnd === 'drawnFirst' || startEnd === 'drawnLast' ? undefined : vectors[startEnd]
  const reversed = startEnd === 'drawnLast' || (start !== undefined && drawn[0] * start[0] + drawn[1] * start[1] > 0)
  if (oddSide === 'left' || oddSide === 'right') return { reversed, odd: oddSide }
  // Without a line the street runs straight away from its start end.
  const away = line === undefined && start !== undefined ? ([-start[0], -start[1]] as const) : reversed ? ([-drawn[0], -drawn[1]] as const) : drawn
  const wanted = vectors[oddSide satisfies OddSide]
  return { reversed, odd: wanted[0] * -away[1] + wanted[1] * away[0] > 0 ? 'left' : 'right' }
}
