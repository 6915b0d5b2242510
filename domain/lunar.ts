import type { CivilDate } from './dates.ts'
import { addDays, civilDateOf } from './dates.ts'

/** First and last year of the table below. */
export const qixiYears = { from: 1950, to: 2100 } as const

// Days from 31 July to the seventh day of the (first) seventh lunar month, one letter a year, a = 0 … z = 25, A = 26 …;
// from the Chinese calendar of ICU, the years 2019-2027 agree with the published festival days.
const table =
  'ujAqfymcvkCrgzodwmatiBpfyncvkDrgzpdwmbsiAqfyncujCr' + // 1950
  'gzpewlathAqgyncujCrhzoewkDtiAqfymbukCrhAodwlatiBqf' + // 2000
  'xmbukDrgzocvlbtiBqexmcukCsgyodvlatiApfxmcvjCrgyndw' + // 2050
  'm' // 2100

/** The civil day of 七夕 in a year of 1950-2100, or undefined outside the table. */
export const findQixi = (year: number): CivilDate | undefined => {
  const letter = table.charCodeAt(year - qixiYears.from)
  if (Number.isNaN(letter)) return undefined
  return addDays(civilDateOf(year, 7, 31), letter >= 97 ? letter - 97 : letter - 65 + 26)
}
