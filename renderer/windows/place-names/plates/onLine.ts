/** Where numbers are drawn: on the map beside their street, and on the street as a straight strip. */
import type { Geometry, Position } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { lengthOf, metresBetween, pathsOf } from '../../../../domain/place-names/gazetteer/geometry.ts'
import { orientStreet, positionOn } from '../../../../domain/place-names/plates/locate.ts'
import type { StreetNumbering } from '../../../../domain/place-names/plates/settings.ts'
import type { MapFeature } from '../map/features.ts'

/** A number as it is drawn. */
export interface DrawnNumber {
  readonly key: string
  readonly type: string
  readonly within: string
  readonly number: number
  readonly sub: number
  readonly label: string
  readonly side: '' | 'left' | 'right'
  readonly metres: number
  readonly position: Position | null
  /** Reserved numbers are drawn hollow. */
  readonly reserved: boolean
  readonly gone?: boolean
}

/** The line of a street, stretch after stretch; undefined of what is none. */
export const lineOfGeometry = (geometry: Geometry | null): readonly Position[] | undefined => (geometry === null || (geometry.type !== 'LineString' && geometry.type !== 'MultiLineString') ? undefined : pathsOf(geometry).flat())

/** Metres beside the middle line at which a door without a place of its own is drawn: more on long streets, which are seen from farther off. */
const besideOf = (length: number): number => Math.min(25, Math.max(9, length / 40))
const metresOfDegree = 111_320

/** The place of a number told by metres from the start end: beside the line, on its side as seen from the start. */
export const besideLine = (line: readonly Position[], { metres, side }: Pick<DrawnNumber, 'metres' | 'side'>, settings: Pick<StreetNumbering, 'startEnd' | 'oddSide'>): Position | undefined => {
  const length = lengthOf({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) }) ?? 0
  const { reversed } = orientStreet(line, settings)
  const along = Math.min(length, Math.max(0, reversed ? length - metres : metres))
  const at = positionOn(line, along)
  const [back, ahead] = [positionOn(line, Math.max(0, along - 2)), positionOn(line, Math.min(length, along + 2))]
  if (at === undefined || back === undefined || ahead === undefined) return undefined
  const stretch = Math.cos((at[1] * Math.PI) / 180)
  const [east, north] = [(ahead[0] - back[0]) * stretch, ahead[1] - back[1]]
  const size = Math.hypot(east, north)
  if (size === 0 || side === '') return at
  const beside = besideOf(length)
  // Left of the way the numbers run.
  const way = (side === 'left' ? 1 : -1) * (reversed ? -1 : 1)
  return [at[0] + (way * -north * beside) / size / metresOfDegree / stretch, at[1] + (way * east * beside) / size / metresOfDegree]
}

/** Numbers as features of the map: at their own place, those that lie on the middle line beside it. */
export const numberFeatures = (numbers: readonly DrawnNumber[], line: readonly Position[] | undefined, settings: Pick<StreetNumbering, 'startEnd' | 'oddSide'> | null): readonly MapFeature[] => numbers.flatMap((one): MapFeature[] => {
  if (one.gone === true || (one.type !== 'gate' && one.type !== 'building')) return []
  const told = one.type === 'gate' && line !== undefined && settings !== null
  const middle = told && one.position !== null ? onMiddle(line, one.position) : false
  const at = one.position === null || middle ? (told ? besideLine(line, one, settings) : undefined) : one.position
  return at === undefined ? [] : [{ id: one.key, name: one.label.replace(/号$/u, ''), kind: 'PLATE', hollow: one.reserved, geometry: { type: 'Point', coordinates: [at[0], at[1]] } }]
})

const onMiddle = (line: readonly Position[], position: Position): boolean => line.slice(1).some((end, index) => {
  const start = line[index] ?? end
  const whole = metresBetween(start, end)
  return metresBetween(start, position) + metresBetween(position, end) - whole < Math.max(0.01, 2 / Math.max(whole, 1))
})

/** A number on the strip: px from its start, its row above (the odd side) or below the street, and its level away from it where neighbours are near. */
export interface StripPlace { readonly number: DrawnNumber; readonly x: number; readonly side: 'left' | 'right'; readonly level: number }
const layRows = (numbers: readonly DrawnNumber[], pixelsPerMetre: number, widthOf: (label: string) => number, levels: number): { readonly places: readonly StripPlace[]; readonly crowded: boolean } => {
  const ends: Record<'left' | 'right', number[]> = { left: [], right: [] }
  let crowded = false
  const places = numbers.filter(({ type, gone }) => type === 'gate' && gone !== true).toSorted((a, b) => a.metres - b.metres || a.number - b.number || a.sub - b.sub).map((number): StripPlace => {
    const side = number.side === 'left' ? 'left' : 'right'
    const x = number.metres * pixelsPerMetre
    const half = widthOf(number.label) / 2
    let level = 0
    while (level < levels - 1 && (ends[side][level] ?? Number.NEGATIVE_INFINITY) > x - half) level += 1
    crowded ||= (ends[side][level] ?? Number.NEGATIVE_INFINITY) > x - half
    ends[side][level] = x + half + 4
    return { number, x, side, level }
  })
  return { places, crowded }
}
/** Most px of one metre of the street: doors nearer than that stand over one another. */
const widest = 24
/** Lays numbers along a straight strip, the labels of near neighbours one above another, and stretches it while they do not find room. */
export const layStrip = (numbers: readonly DrawnNumber[], pixelsPerMetre: number, widthOf: (label: string) => number, levels = 3): { readonly places: readonly StripPlace[]; readonly perMetre: number } => {
  let perMetre = pixelsPerMetre
  let laid = layRows(numbers, perMetre, widthOf, levels)
  while (laid.crowded && perMetre < widest) {
    perMetre = Math.min(widest, perMetre * 1.4)
    laid = layRows(numbers, perMetre, widthOf, levels)
  }
  return { places: laid.places, perMetre }
}
