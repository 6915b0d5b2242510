import type { CivilDate } from '../dates.ts'
import { addDays, addMonths, fullYears, isCivilDate, isLeapYear, partsOf, civilDateOf } from '../dates.ts'

/** Years a resident identity card runs by the holder's age when it was issued (《居民身份证法》第五条): under 16: 5; 16-25: 10; 26-45: 20; from 46: 长期. */
export const residentCardTerm = (birth: CivilDate, issued: CivilDate): 5 | 10 | 20 | 'long' => {
  const age = fullYears(birth, issued, 'mar1')
  if (age < 16) return 5
  if (age < 26) return 10
  return age < 46 ? 20 : 'long'
}

const yearsLater = (day: CivilDate, years: number): CivilDate => {
  const parts = partsOf(day)
  const year = parts.year + years
  return parts.month === 2 && parts.day === 29 && !isLeapYear(year) ? civilDateOf(year, 2, 28) : civilDateOf(year, parts.month, parts.day)
}

/** The last days of validity a resident card issued on a day may carry (the same day of the end year, or the day before), or `long`. */
export const residentCardEnds = (birth: CivilDate, issued: CivilDate): readonly (CivilDate | 'long')[] => {
  const term = residentCardTerm(birth, issued)
  if (term === 'long') return ['long']
  const end = yearsLater(issued, term)
  return [end, addDays(end, -1)]
}

/** The last days a temporary identity card of three months may carry (《临时居民身份证管理办法》). */
export const temporaryCardEnds = (issued: CivilDate): readonly CivilDate[] => [addMonths(issued, 3), addDays(addMonths(issued, 3), -1)]

export type Validity = 'valid' | 'expired' | 'notYetValid' | 'unknown'

/** Says whether a paper is valid on a day; its last day counts, `long` never ends, a missing end is `unknown`. */
export const validityOn = (from: string, to: string, on: string): Validity => {
  if (from !== '' && isCivilDate(from) && on < from) return 'notYetValid'
  if (to === 'long') return 'valid'
  if (!isCivilDate(to)) return 'unknown'
  return on <= to ? 'valid' : 'expired'
}
