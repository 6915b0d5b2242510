import { ageOn } from '../case/columns.ts'
import type { Connection } from '../connection.ts'
import type { CoupleWindow } from './codes.ts'
import type { Couple } from './couples.ts'
import { knownAge, putCouple } from './couples.ts'

/** Registered couples as their case and parties stand in the tables, brought into the statistics. */

interface Registered { readonly key: number; readonly state: string; readonly day: string; readonly area: string; readonly kind: string; readonly marriage_day: string; readonly reason: string }
interface Person { readonly birth: string; readonly person_kind: string; readonly marital_status: string; readonly education: string; readonly occupation: string }

const columns = { marriage: "kind, '' AS marriage_day, '' AS reason", divorce: "'' AS kind, marriage_day, reason" } as const
// Three rows by their keys: SQLite plans a join anew with every value bound to it, which costs more than all three.
const statements = (window: CoupleWindow) => ({ one: `SELECT key, state, day, area, ${columns[window]} FROM ${window}_case WHERE key = ?`, after: `SELECT key, state, day, area, ${columns[window]} FROM ${window}_case WHERE key > ? ORDER BY key LIMIT 1000`, person: `SELECT birth, person_kind, marital_status, education, occupation FROM ${window}_party WHERE key = ?` })
const sql = { marriage: statements('marriage'), divorce: statements('divorce') } as const

const isRegistered = (state: string): boolean => state === 'registered' || state === 'proofread' || state === 'delivered'

const put = (db: Connection, window: CoupleWindow, row: Registered): void => {
  const man = db.prepare<Person>(sql[window].person).get(2 * row.key)
  const woman = db.prepare<Person>(sql[window].person).get(2 * row.key + 1)
  if (man === undefined || woman === undefined || !isRegistered(row.state)) return
  const couple = {
    key: row.key, day: row.day, office: row.area, kinds: [man.person_kind, woman.person_kind], ages: [knownAge(ageOn(man.birth, row.day)), knownAge(ageOn(woman.birth, row.day))],
    education: [man.education, woman.education], occupation: [man.occupation, woman.occupation],
  } as const
  const made: Couple = window === 'marriage' ? { window, ...couple, kind: row.kind, statuses: [man.marital_status, woman.marital_status] } : { window, ...couple, marriageDay: row.marriage_day, reason: row.reason }
  putCouple(db, made)
}

const countRegistered = (window: CoupleWindow) => (db: Connection, key: number): void => {
  const row = db.prepare<Registered>(sql[window].one).get(key)
  if (row !== undefined) put(db, window, row)
}

/** Brings the statistics in line with a marriage as its tables stand; a case that is not registered has no row. */
export const countMarriage = countRegistered('marriage')
/** Brings the statistics in line with a divorce as its tables stand; a case that is not registered has no row. */
export const countDivorce = countRegistered('divorce')

/** Counts every marriage that a register already holds. */
export const countAllMarriages = (db: Connection): void => {
  for (let after = -1, rows: readonly Registered[]; (rows = db.prepare<Registered>(sql.marriage.after).all(after)).length > 0; after = rows.at(-1)?.key ?? after) for (const row of rows) put(db, 'marriage', row)
}
