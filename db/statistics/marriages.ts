import type { Connection } from '../connection.ts'
import { ageOn } from '../marriage/columns.ts'
import { knownAge, putCouple } from './couples.ts'

interface Registered { key: number; day: string; area: string; kind: string; man_birth: string; woman_birth: string; man_kind: string; woman_kind: string; man_status: string; woman_status: string; man_education: string; woman_education: string; man_occupation: string; woman_occupation: string }

const select = (where: string): string => `SELECT c.key, c.day, c.area, c.kind, m.birth AS man_birth, w.birth AS woman_birth, m.person_kind AS man_kind, w.person_kind AS woman_kind, m.marital_status AS man_status, w.marital_status AS woman_status, m.education AS man_education, w.education AS woman_education, m.occupation AS man_occupation, w.occupation AS woman_occupation
FROM marriage_case c JOIN marriage_party m ON m.key = 2 * c.key JOIN marriage_party w ON w.key = 2 * c.key + 1 WHERE ${where} AND c.state IN ('registered', 'proofread', 'delivered')`
const sql = { one: select('c.key = ?'), after: `${select('c.key > ?')} ORDER BY c.key LIMIT 1000` } as const

const put = (db: Connection, row: Registered): void =>
  putCouple(db, {
    window: 'marriage', key: row.key, day: row.day, office: row.area, kind: row.kind, kinds: [row.man_kind, row.woman_kind], ages: [knownAge(ageOn(row.man_birth, row.day)), knownAge(ageOn(row.woman_birth, row.day))],
    education: [row.man_education, row.woman_education], occupation: [row.man_occupation, row.woman_occupation], statuses: [row.man_status, row.woman_status],
  })

/** Brings the statistics in line with a registered marriage as its tables stand; a case that is not registered has no row. */
export const countMarriage = (db: Connection, key: number): void => {
  const row = db.prepare<Registered>(sql.one).get(key)
  if (row !== undefined) put(db, row)
}

/** Counts every marriage that a register already holds. */
export const countAllMarriages = (db: Connection): void => {
  for (let after = -1, rows: readonly Registered[]; (rows = db.prepare<Registered>(sql.after).all(after)).length > 0; after = rows.at(-1)?.key ?? after) for (const row of rows) put(db, row)
}
