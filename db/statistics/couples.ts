import { ageBands, differenceBands, durationBands, findBand } from '../../domain/statistics/bands.ts'
import type { DivorceRow, MarriageRow } from '../../domain/statistics/cells.ts'
import { findDuration } from '../../domain/statistics/cells.ts'
import { findEducationColumn, findMarriageOrder, findOccupationGroup, findReasonColumn, findResidenceGroup, hasMainlandWoman } from '../../domain/statistics/groups.ts'
import type { Connection } from '../connection.ts'
import type { CoupleWindow } from './codes.ts'
import { placeOf, windowNumber } from './codes.ts'

/** The columns of a registered couple as domain/statistics computes them, kept so that a table is one walk over a narrow range of days. */

const sql = {
  put: 'INSERT OR REPLACE INTO couple_statistic (window, day, key, office, residence, mainland_woman, former, order_man, order_woman, age_man, age_woman, difference, education_man, education_woman, occupation_man, occupation_woman, duration, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
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
