import type { Party } from '../../domain/case/file.ts'
import type { Connection } from '../connection.ts'
import { ageDifference, ageOn } from './columns.ts'

/** Ages of a couple on the day of its registration, in full years; null where a birth is not known. */


type CoupleWindow = 'marriage' | 'divorce'

const statements = (id: CoupleWindow) => ({
  birth: `SELECT birth FROM ${id}_party WHERE key = ?`,
  setAgeDifference: `UPDATE ${id}_case SET age_difference = ? WHERE key = ?`,
  setAges: `UPDATE ${id}_case SET man_age = ?, woman_age = ? WHERE key = ?`,
})
const sql = { marriage: statements('marriage'), divorce: statements('divorce') } as const

/** The ages of both parties as the tables have them. */
export const coupleAges = (db: Connection, window: CoupleWindow, key: number, day: string): readonly [number | null, number | null] => {
  const age = (party: number): number | null => ageOn(db.prepare<{ birth: string }>(sql[window].birth).get(party)?.birth ?? '', day)
  return [age(2 * key), age(2 * key + 1)]
}

/** Brings the ages in line with changed parties. */
export const setCoupleAges = (db: Connection, window: CoupleWindow, held: { readonly key: number; readonly day: string }, parties: readonly [Party, Party]): void => {
  db.prepare(sql[window].setAgeDifference).run(ageDifference(parties), held.key)
  if (held.day !== '') db.prepare(sql[window].setAges).run(ageOn(parties[0].birth, held.day), ageOn(parties[1].birth, held.day), held.key)
}
