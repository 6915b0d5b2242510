import type { Outcome } from '../../rule.ts'
import { asks, fail, pass } from '../../outcome.ts'
import type { Box, CoordinateSystem, Geometry, Position } from './geometry.ts'
import { formOf, inBox, mapPositions, metresBetween, pathsOf } from './geometry.ts'

// The shift that web maps of the mainland carry (国测局坐标), in the ellipsoid it is defined on.
const axis = 6_378_245
const squared = 0.006_693_421_622_965_943
const waves = (value: number, ...pairs: readonly (readonly [number, number])[]): number => pairs.reduce((sum, [weight, factor]) => sum + weight * Math.sin(value * factor * Math.PI), 0)

const shiftOf = ([longitude, latitude]: Position): Position => {
  const [x, y] = [longitude - 105, latitude - 35]
  const root = Math.sqrt(Math.abs(x))
  const common = (waves(x, [20, 6], [20, 2]) * 2) / 3
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common + (waves(y, [20, 1], [40, 1 / 3]) * 2) / 3 + (waves(y, [160, 1 / 12], [320, 1 / 30]) * 2) / 3
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common + (waves(x, [20, 1], [40, 1 / 3]) * 2) / 3 + (waves(x, [150, 1 / 12], [300, 1 / 30]) * 2) / 3
  const angle = (latitude / 180) * Math.PI
  const w = 1 - squared * Math.sin(angle) ** 2
  const root2 = Math.sqrt(w)
  return [(east * 180) / ((axis / root2) * Math.cos(angle) * Math.PI), (north * 180) / (((axis * (1 - squared)) / (w * root2)) * Math.PI)]
}

/** From CGCS2000 to GCJ-02, as web maps draw it. */
export const toGcj02 = (position: Position): Position => { const [east, north] = shiftOf(position); return [position[0] + east, position[1] + north] }

/** From GCJ-02 to CGCS2000 within a millimetre, by approaching the position whose shift it is. */
export const fromGcj02 = (position: Position): Position => {
  let found = position
  for (let round = 0; round < 8; round += 1) {
    const [x, y] = toGcj02(found)
    found = [found[0] + position[0] - x, found[1] + position[1] - y]
  }
  return found
}

const turn = (Math.PI * 3000) / 180
/** From GCJ-02 to BD-09. */
export const toBd09 = ([x, y]: Position): Position => {
  const far = Math.hypot(x, y) + 0.000_02 * Math.sin(y * turn)
  const angle = Math.atan2(y, x) + 0.000_003 * Math.cos(x * turn)
  return [far * Math.cos(angle) + 0.0065, far * Math.sin(angle) + 0.006]
}

const bdToGcj = (position: Position): Position => {
  let found: Position = [position[0] - 0.0065, position[1] - 0.006]
  for (let round = 0; round < 8; round += 1) {
    const [x, y] = toBd09(found)
    found = [found[0] + position[0] - x, found[1] + position[1] - y]
  }
  return found
}

const rounded = (value: number): number => Math.round(value * 1e8) / 1e8

/** Brings a geometry of a declared system to CGCS2000, to the eighth place; WGS84 differs by less than what is measured. */
export const toCgcs2000 = (geometry: Geometry, declared: CoordinateSystem): Geometry => {
  if (declared === 'CGCS2000' || declared === 'WGS84') return geometry
  return mapPositions(geometry, (position) => { const [x, y] = fromGcj02(declared === 'BD-09' ? bdToGcj(position) : position); return [rounded(x), rounded(y)] })
}

/** Reads degrees, decimal (120.583333) or with minutes and seconds (120°35′00″, 东经120度35分0秒); undefined when it is none. */
export const readDegrees = (typed: string): number | undefined => {
  const plain = typed.normalize('NFKC').replace(/\s+/gu, '').replace(/^(?:东经|北纬|[EN])/iu, '').replace(/[EN]$/iu, '')
  if (/^-?\d{1,3}(?:\.\d{1,12})?$/u.test(plain)) return Number(plain)
  const parts = /^(\d{1,3})[°度](?:(\d{1,2}(?:\.\d+)?)[′'分](?:(\d{1,2}(?:\.\d+)?)(?:[″"秒]|′′|''))?)?$/u.exec(plain)
  if (parts === null) return undefined
  const [minutes, seconds] = [Number(parts[2] ?? 0), Number(parts[3] ?? 0)]
  return minutes >= 60 || seconds >= 60 ? undefined : Number(parts[1]) + minutes / 60 + seconds / 3600
}

/** What an office asks of coordinates: its box, and whether shifted ones are turned or refused. */
export interface CoordinateSettings {
  readonly box: Box | undefined
  readonly shifted: 'convert' | 'refuse'
}

const crossing = (a: Position, b: Position, c: Position, d: Position): boolean => {
  const side = (p: Position, q: Position, r: Position): number => Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
/** Whether the ring crosses itself; rings too long to compare pair by pair are taken as they are. */
const crossesItself = (ring: readonly Position[]): boolean => {
  if (ring.length > 600) return false
  for (let i = 1; i < ring.length; i += 1) for (let j = i + 2; j < ring.length; j += 1) {
    if (crossing(ring[i - 1] as Position, ring[i] as Position, ring[j - 1] as Position, ring[j] as Position)) return true
  }
  return false
}

/** Says what is wrong with a geometry as it was handed in, at `field`: outside the office's box (coordinates exchanged or shifted), a system that is refused, rings that do not close or cross, lines without length. */
export const checkGeometry = (geometry: Geometry, declared: CoordinateSystem, settings: CoordinateSettings, field = 'geometry'): readonly Outcome[] => {
  const said: Outcome[] = []
  const shifted = declared === 'GCJ-02' || declared === 'BD-09'
  if (shifted && settings.shifted === 'refuse') return [fail(`${field}.declared`, `本机关不收 ${declared} 坐标，请提供 2000 国家大地坐标（CGCS2000）`, `The office takes no ${declared} coordinates; hand in CGCS2000`)]
  if (shifted) said.push(asks(`${field}.declared`, `坐标声明为 ${declared}，已换算为 CGCS2000，请核对位置`, `Declared as ${declared} and turned into CGCS2000; see that it lies right`))
  const { box } = settings
  const paths = pathsOf(toCgcs2000(geometry, declared))
  if (box !== undefined) {
    const all = paths.flat()
    const out = all.filter((position) => !inBox(position, box))
    const [first] = out
    const exchanged = out.length > 0 && all.every(([x, y]) => inBox([y, x], box))
    if (exchanged) said.push(fail(`${field}.coordinates`, '经度和纬度写反了，应经度在前', 'Longitude and latitude are exchanged; longitude stands first'))
    else if (first !== undefined) said.push(fail(`${field}.coordinates`, `有 ${out.length} 个坐标在本机关范围以外，如 ${first[0].toFixed(6)}, ${first[1].toFixed(6)}`, `${out.length} positions lie outside the office’s box, e.g. ${first[0].toFixed(6)}, ${first[1].toFixed(6)}`))
  }
  const form = formOf(geometry)
  if (form === 'line' && paths.some((path) => path.every((position) => metresBetween(path[0] as Position, position) < 0.01))) said.push(fail(`${field}.coordinates`, '线没有长度', 'A line without length'))
  if (form === 'area') {
    if (paths.some((ring) => { const [start, end] = [ring[0], ring.at(-1)]; return start === undefined || end === undefined || start[0] !== end[0] || start[1] !== end[1] })) said.push(fail(`${field}.coordinates`, '面的首尾点不重合', 'The ring of an area does not close'))
    else if (paths.some(crossesItself)) said.push(fail(`${field}.coordinates`, '面的边线自相交', 'The ring of an area crosses itself'))
  }
  return said.length === 0 ? [pass] : said
}
