import type { Cemetery } from '../../domain/burial/placement/cemetery.ts'
import type { Plot } from '../../domain/burial/placement/fold.ts'
import { contractOn, occupantsOn, plotStateOn, termEnd } from '../../domain/burial/placement/fold.ts'
import { termBand } from '../../domain/burial/placement/tally.ts'
import { addMonths, civilDate } from '../../domain/dates.ts'
import { limitOf } from '../case/reads.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Reader, Value } from '../connection.ts'
import type { Page } from '../contract.ts'
import type { PlotColumns } from './contract.ts'

/** What a board, its figures and the list of terms read of touched plots. */

/** How a plot stands from its latest act on, a reservation that has run out left aside. */
const stateOn = "CASE WHEN occupants >= capacity THEN 'occupied' WHEN occupants > 0 THEN 'occupiedPartial' WHEN blocked = 1 THEN 'blocked' WHEN disinterred = 1 THEN 'disinterred' WHEN contracted = 1 THEN 'contracted' WHEN vacated = 1 THEN 'vacated' WHEN reserved_until <> '' AND reserved_until >= ? THEN 'reserved' ELSE 'available' END"

const shown = 'id, section, revision, capacity, occupants, blocked, contracted, disinterred, vacated, reserved_until, until, holder, phone, agreement'
/** The columns of a row of the board. */
export const plotColumns = `${shown}, ${stateOn.replace('AND reserved_until >= ?', '')} AS state`
export interface PlotRow { readonly id: string; readonly section: string; readonly revision: number; readonly capacity: number; readonly occupants: number; readonly blocked: number; readonly contracted: number; readonly disinterred: number; readonly vacated: number; readonly reserved_until: string; readonly until: string; readonly holder: string; readonly phone: string; readonly agreement: string; readonly state: string }

/** A row as the house hands it round. */
export const plotRow = (row: PlotRow): PlotColumns => ({
  id: row.id, section: row.section, revision: row.revision, capacity: row.capacity, occupants: row.occupants, blocked: row.blocked === 1, contracted: row.contracted === 1, disinterred: row.disinterred === 1, vacated: row.vacated === 1,
  reservedUntil: row.reserved_until, until: row.until, holder: row.holder, phone: row.phone, agreement: row.agreement,
})

const sql = {
  board: `SELECT ${plotColumns} FROM burial_plot WHERE cemetery = ? AND section = ?`,
  sums: `SELECT section, ${stateOn} AS state, count(*) AS count, sum(occupants) AS occupants, sum(until <> '' AND until >= ? AND until <= ?) AS expiring, sum(until <> '' AND until < ?) AS expired FROM burial_plot INDEXED BY burial_plot_by_section WHERE cemetery = ? AND latest <= ? GROUP BY section, 2`,
  later: 'SELECT section, capacity, content FROM burial_plot WHERE cemetery = ? AND latest > ?',
} as const

/** The touched plots of a section, in no order: the board has its own. */
export const board = (db: Reader, cemetery: string, section: string): readonly PlotColumns[] => db.prepare<PlotRow>(sql.board).all(cemetery, section).map(plotRow)

export interface PlotSum { readonly section: string; readonly state: string; readonly count: number; readonly occupants: number; readonly expiring: number; readonly expired: number }

/** Touched plots of a cemetery on a day by section and state; `expiring` ends within twelve months. Plots that were acted on after that day are told from their fold. */
export const plotSums = (db: Reader, cemetery: Cemetery['id'], day: string): readonly PlotSum[] => {
  const until = addMonths(civilDate(day, 'day'), 12)
  const sums = new Map<string, PlotSum>()
  const add = (row: PlotSum): void => {
    const key = `${row.section}/${row.state}`
    const before = sums.get(key)
    sums.set(key, before === undefined ? row : { ...row, count: before.count + row.count, occupants: before.occupants + row.occupants, expiring: before.expiring + row.expiring, expired: before.expired + row.expired })
  }
  for (const row of db.prepare<PlotSum>(sql.sums).all(day, day, until, day, cemetery, day)) add(row)
  for (const { section, capacity, content } of db.prepare<{ section: string; capacity: number; content: string }>(sql.later).all(cemetery, day)) {
    const plot = JSON.parse(content) as Plot
    const contract = contractOn(plot, day)
    const band = contract === undefined ? '' : termBand(termEnd(contract, day), day)
    add({ section, state: plotStateOn(plot, capacity, day), count: 1, occupants: occupantsOn(plot, day).length, expiring: band === '' || band === 'running' || band === 'expired' ? 0 : 1, expired: band === 'expired' ? 1 : 0 })
  }
  return [...sums.values()].sort((a, b) => (a.section === b.section ? (a.state < b.state ? -1 : 1) : a.section < b.section ? -1 : 1))
}

/** Agreements whose term ends in a stretch of days, the earliest first; one that has run out long ago too where no first day is given. */
export const terms = (db: Reader, filter: { readonly until: string; readonly from?: string; readonly cemetery?: string; readonly after?: string; readonly limit?: number }): Page<PlotColumns> => {
  const limit = limitOf(filter.limit)
  const conditions: [string, ...Value[]][] = [["until <> '' AND until <= ?", filter.until]]
  if (filter.from !== undefined) conditions.push(['until >= ?', filter.from])
  if (filter.cemetery !== undefined) conditions.push(['cemetery = ?', filter.cemetery])
  if (filter.after !== undefined) {
    const [day, id, ...rest] = filter.after.split('~')
    if (day === undefined || id === undefined || rest.length > 0) throw new LantaiError('malformed', text('翻页位置不对', 'The place in the list is not one'), 'after')
    conditions.push(['until >= ? AND (until > ? OR id > ?)', day, day, id])
  }
  const rows = db.prepare<PlotRow>(`SELECT ${plotColumns} FROM burial_plot WHERE ${conditions.map(([condition]) => condition).join(' AND ')} ORDER BY until, id LIMIT ?`).all(...conditions.flatMap(([, ...values]) => values), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(plotRow), next: rows.length > limit && last !== undefined ? `${last.until}~${last.id}` : undefined }
}
