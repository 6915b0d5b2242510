import { ageOn } from '../case/columns.ts'
import type { Connection } from '../connection.ts'
import type { CoupleWindow } from './codes.ts'
import type { Couple } from './couples.ts'
import { knownAge, putCouple } from './couples.ts'

/** Registered couples as their case and parties stand in the tables, brought into the statistics. */

interface Registered { key: number; day: string; area: string; kind: string; marriage_day: string; reason: string; man_birth: string; woman_birth: string; man_kind: string; woman_kind: string; man_status: string; woman_status: string; man_education: string; woman_education: string; man_occupation: string; woman_occupation: string }

const select = (window: CoupleWindow, where: string): string => `SELECT c.key, c.day, c.area, ${window === 'marriage' ? "c.kind, '' AS marriage_day, '' AS reason" : "'' AS kind, c.marriage_day, c.reason"}, m.birth AS man_birth, w.birth AS woman_birth, m.person_kind AS man_kind, w.person_kind AS woman_kind, m.marital_status AS man_status, w.marital_status AS woman_status, m.education AS man_education, w.education AS woman_education, m.occupation AS man_occupation, w.occupation AS woman_occupation
FROM ${window}_case c JOIN ${window}_party m ON m.key = 2 * c.key JOIN ${window}_party w ON w.key = 2 * c.key + 1 WHERE ${where} AND c.state IN ('registered', 'proofread', 'delivered')`
const sql = { marriage: select('marriage', 'c.key = ?'), divorce: select('divorce', 'c.key = ?'), marriagesAfter: `${select('marriage', 'c.key > ?')} ORDER BY c.key LIMIT 1000` } as const

const coupleOf = (window: CoupleWindow, row: Registered): Couple => {
  const couple = {
    key: row.key, day: row.day, office: row.area, kinds: [row.man_kind, row.woman_kind], ages: [knownAge(ageOn(row.man_birth, row.day)), knownAge(ageOn(row.woman_birth, row.day))],
    education: [row.man_education, row.woman_education], occupation: [row.man_occupation, row.woman_occupation],
  } as const
  return window === 'marriage' ? { window, ...couple, kind: row.kind, statuses: [row.man_status, row.woman_status] } : { window, ...couple, marriageDay: row.marriage_day, reason: row.reason }
}

const countRegistered = (window: CoupleWindow) => (db: Connection, key: number): void => {
  const row = db.prepare<Registered>(sql[window]).get(key)
  if (row !== undefined) putCouple(db, coupleOf(window, row))
}

/** Brings the statistics in line with a marriage as its tables stand; a case that is not registered has no row. */
export const countMarriage = countRegistered('marriage')
/** Brings the statistics in line with a divorce as its tables stand; a case that is not registered has no row. */
export const countDivorce = countRegistered('divorce')

/** Counts every marriage that a register already holds. */
export const countAllMarriages = (db: Connection): void => {
  for (let after = -1, rows: readonly Registered[]; (rows = db.prepare<Registered>(sql.marriagesAfter).all(after)).length > 0; after = rows.at(-1)?.key ?? after) for (const row of rows) putCouple(db, coupleOf('marriage', row))
}
