import type { QingmingAction, QingmingFigures } from '../../domain/burial/grounds/actions.ts'
import type { QingmingRow } from '../../domain/burial/grounds/qingming.ts'
import { addQingming } from '../../domain/burial/grounds/qingming.ts'
import type { Reader } from '../connection.ts'
import type { Applier } from '../windows.ts'

/** Figures of Qingming by site and day; corrections are further lines. */

const figures = ['visitors', 'vehicles', 'incidents', 'complaints', 'low_carbon', 'online', 'ashes', 'eco'] as const
const fieldOf: Readonly<Record<(typeof figures)[number], keyof QingmingFigures>> = { visitors: 'visitors', vehicles: 'vehicles', incidents: 'incidents', complaints: 'complaints', low_carbon: 'lowCarbon', online: 'online', ashes: 'ashes', eco: 'eco' }
const columns = `site, of_day, day, correction, ${figures.join(', ')}, at, actor, reason`
const sql = {
  add: `INSERT INTO burial_qingming (key, ${columns}) VALUES (?, ?, ?, ?, ?, ${figures.map(() => '?').join(', ')}, ?, ?, ?)`,
  same: `SELECT ${columns} FROM burial_qingming WHERE of_day = ? AND site = ? ORDER BY key`,
  between: `SELECT ${columns} FROM burial_qingming WHERE of_day BETWEEN ? AND ? AND (? IS NULL OR site = ?) ORDER BY of_day, site, key`,
} as const

type Columns = Readonly<Record<(typeof figures)[number], number>> & { readonly site: string; readonly of_day: string; readonly day: string; readonly correction: number; readonly at: string; readonly actor: string; readonly reason: string }
export type KeptQingming = QingmingRow & { readonly at: string; readonly by: string; readonly reason: string }

const rowOf = (row: Columns): KeptQingming => ({
  site: row.site, of: row.of_day, day: row.day, correction: row.correction === 1, at: row.at, by: row.actor, reason: row.reason,
  figures: Object.fromEntries(figures.map((column) => [fieldOf[column], row[column]])) as QingmingFigures,
})

/** A line of figures; throws as `addQingming` does of the lines that stand. */
export const qingmingAdded: Applier = (db, entry) => {
  const action = entry.action as QingmingAction
  const row = addQingming(db.prepare<Columns>(sql.same).all(action.body.of, action.body.site).map(rowOf), action)
  db.prepare(sql.add).run(entry.seq, row.site, row.of, row.day, row.correction ? 1 : 0, ...figures.map((column) => row.figures[fieldOf[column]]), entry.at, entry.actor, entry.action.reason ?? '')
}

/** The lines of a period, both ends in it, with every correction of its days. */
export const qingming = (db: Reader, { from, to, site }: { readonly from: string; readonly to: string; readonly site?: string }): readonly KeptQingming[] => db.prepare<Columns>(sql.between).all(from, to, site ?? null, site ?? null).map(rowOf)
