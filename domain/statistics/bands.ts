import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** A band of whole numbers, both ends in it; without `to` it is open upwards. */
export interface Band {
  readonly id: string
  readonly from: number
  readonly to?: number
  readonly title: Text
}

const band = (from: number, to: number | undefined, unit: readonly [string, string]): Band => {
  const id = to === undefined ? `${from}+` : from === to ? String(from) : `${from}-${to}`
  return { id, from, ...(to === undefined ? {} : { to }), title: text(to === undefined ? `${from}${unit[0]}及以上` : `${id}${unit[0]}`, to === undefined ? `${from} and over` : id) }
}
const bands = (unit: readonly [string, string], ...ends: readonly (readonly [number, number?])[]): readonly Band[] => ends.map(([from, to]) => band(from, to, unit))

const years = ['岁', 'years'] as const
/** Age bands of the registration tables (分年龄段), in persons. */
export const ageBands = bands(years, [20, 20], [21, 21], [22, 22], [23, 23], [24, 24], [25, 29], [30, 34], [35, 39], [40, 49], [50, 59], [60])
/** Age bands of the yearly bulletin. */
export const bulletinAgeBands = bands(years, [20, 24], [25, 29], [30, 34], [35, 39], [40])
/** Difference of the two ages in full years (年龄差), in couples. */
export const differenceBands = bands(['年', 'years'], [0, 0], [1, 1], [2, 2], [3, 3], [4, 4], [5, 9], [10, 14], [15, 19], [20, 29], [30])
/** Full years from the marriage to the divorce (婚姻维系时间), in couples. */
export const durationBands: readonly Band[] = [
  { id: '<=1', from: 0, to: 1, title: text('1年及以下', '1 year and less') },
  ...bands(['年', 'years'], [2, 3], [4, 5], [6, 9], [10, 15], [16, 25], [26, 35], [36, 50]),
  { id: '>50', from: 51, title: text('50年以上', 'over 50 years') },
]

/** The band a whole number falls in, or undefined when none holds it (a woman of 19, a negative duration): such a record is a fault, not a band. */
export const findBand = (list: readonly Band[], value: number): Band | undefined => list.find((entry) => value >= entry.from && (entry.to === undefined || value <= entry.to))
