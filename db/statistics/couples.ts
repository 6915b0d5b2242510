import { ageBands, differenceBands, durationBands, findBand } from '../../domain/statistics/bands.ts'
import type { DivorceRow, MarriageRow } from '../../domain/statistics/cells.ts'
import { findDuration } from '../../domain/statistics/cells.ts'
import { findEducationColumn, findMarriageOrder, findOccupationGroup, findReasonColumn, findResidenceGroup, hasMainlandWoman } from '../../domain/statistics/groups.ts'
import type { Connection } from '../connection.ts'
import type { CoupleWindow } from './codes.ts'
import { codes, placeOf, windowNumber } from './codes.ts'
import type { CodeList } from './codes.ts'

/** The columns of a registered couple as domain/statistics computes them, kept so that a table is one walk over a narrow range of days. */

const sql = {
  put: 'INSERT OR REPLACE INTO couple_statistic (window, day, key, office, residence, mainland_woman, former, order_man, order_woman, age_man, age_woman, difference, education_man, education_woman, occupation_man, occupation_woman, duration, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  get: 'SELECT office, residence, mainland_woman, former, order_man, order_woman, age_man, age_woman, difference, education_man, education_woman, occupation_man, occupation_woman, duration, reason FROM couple_statistic WHERE window = ? AND day = ? AND key = ?',
  remove: 'DELETE FROM couple_statistic WHERE window = ? AND day = ? AND key = ?',
} as const

/** A registered couple with the key of its case; ages in full years on the day, NaN where a birth is not known. */
export type Couple = ({ readonly window: 'marriage' } & MarriageRow | ({ readonly window: 'divorce' } & DivorceRow)) & { readonly key: number }

/** Full years of a birth for a couple; NaN, which fits no band, where it is not known. */
export const knownAge = (years: number | null): number => years ?? Number.NaN

/** Writes the row of a registered couple, in place of the one it may have on that day. */
export const putCouple = (db: Connection, couple: Couple): void => {
  const { kinds, ages, education, occupation } = couple
  const residence = findResidenceGroup(kinds)
  const [orderMan, orderWoman] = couple.window === 'marriage' ? [findMarriageOrder(couple.statuses[0]), findMarriageOrder(couple.statuses[1])] : []
  const years = couple.window === 'divorce' ? findDuration(couple.marriageDay, couple.day) : undefined
  const bandOf = (age: number): number => placeOf('age', findBand(ageBands, age)?.id)
  db.prepare(sql.put).run(
    windowNumber(couple.window), couple.day, couple.key, couple.office,
    placeOf('residence', residence), residence !== undefined && residence !== 'mainland' && hasMainlandWoman(kinds) ? 1 : 0, couple.window === 'marriage' && couple.kind === 'remarriage' ? 1 : 0,
    placeOf('order', orderMan), placeOf('order', orderWoman), bandOf(ages[0]), bandOf(ages[1]), placeOf('difference', findBand(differenceBands, Math.abs(ages[0] - ages[1]))?.id),
    placeOf('education', findEducationColumn(education[0])), placeOf('education', findEducationColumn(education[1])), placeOf('occupation', findOccupationGroup(occupation[0])), placeOf('occupation', findOccupationGroup(occupation[1])),
    placeOf('duration', years === undefined ? undefined : findBand(durationBands, years)?.id), couple.window === 'divorce' ? placeOf('reason', findReasonColumn(couple.reason)) : 0,
  )
}

/** Takes a couple out of the statistics (登记作废). */
export const removeCouple = (db: Connection, window: CoupleWindow, day: string, key: number): void => {
  db.prepare(sql.remove).run(windowNumber(window), day, key)
}

interface CoupleColumns {
  readonly office: string; readonly residence: number; readonly mainland_woman: number; readonly former: number; readonly order_man: number; readonly order_woman: number; readonly age_man: number; readonly age_woman: number
  readonly difference: number; readonly education_man: number; readonly education_woman: number; readonly occupation_man: number; readonly occupation_woman: number; readonly duration: number; readonly reason: number
}

/** The cells in which a couple counts as its row stands, each as often as it does; none for a couple without one. */
export const cellsOfCouple = (window: CoupleWindow) => (db: Connection, day: string, key: number): readonly string[] => {
  const row = db.prepare<CoupleColumns>(sql.get).get(windowNumber(window), day, key)
  if (row === undefined) return []
  const of = (table: string, list: CodeList, place: number): readonly string[] => {
    const id = codes[list][place - 1]
    return id === undefined ? [] : [`${window}.${table}.${id}`]
  }
  const ordered = (['man', 'woman'] as const).flatMap((sex) => {
    const order = codes.order[row[`order_${sex}`] - 1]
    return [...(order === undefined ? [] : [`${window}.${order}.${sex}`]), ...(order === 'again' ? of(`againAge.${sex}`, 'age', row[`age_${sex}`]) : [])]
  })
  return [
    `${window}.total`, `${window}.month.${day.slice(5, 7)}`, `${window}.day.${day}`, `${window}.office.${row.office}`,
    ...of('residence', 'residence', row.residence), ...(row.mainland_woman === 1 ? of('mainlandWoman', 'residence', row.residence) : []),
    ...of('age.man', 'age', row.age_man), ...of('age.woman', 'age', row.age_woman), ...of('education', 'education', row.education_man), ...of('education', 'education', row.education_woman),
    ...of('occupation', 'occupation', row.occupation_man), ...of('occupation', 'occupation', row.occupation_woman), ...of('difference', 'difference', row.difference),
    ...(window === 'marriage' ? [...ordered, ...(row.former === 1 ? ['marriage.former', 'marriage.former'] : [])] : [...of('duration', 'duration', row.duration), ...of('reason', 'reason', row.reason)]),
  ]
}
