import type { PlotColumns } from '../../../db/burial/contract.ts'
import type { Section } from '../../../domain/burial/placement/actions.ts'
import { plotCount, plotId, type Cemetery } from '../../../domain/burial/placement/cemetery.ts'
import type { PlotState } from '../../../domain/burial/placement/codes.ts'
import { contractOn, occupantsOn, plotStateOn, termEnd, type Plot } from '../../../domain/burial/placement/fold.ts'
import { termBand } from '../../../domain/burial/placement/tally.ts'
import type { CivilDate } from '../../../domain/dates.ts'
import { LantaiError } from '../../../domain/error.ts'
import { text } from '../../../domain/text.ts'
import type { House } from '../../house.ts'
import type { Board } from '../../schemas/placement.ts'
import { freshStanding, touch } from './standing.ts'

/** The letter of a state on the board. */
const letters: Readonly<Record<PlotState, string>> = { available: 'f', reserved: 'r', contracted: 'c', occupiedPartial: 'p', occupied: 'o', disinterred: 'd', vacated: 'v', blocked: 'b' }

/** What the board asks of a plot that somebody has touched. */
interface Touched { readonly state: PlotState; readonly occupants: number; readonly until: string }

type StateColumns = Pick<PlotColumns, 'capacity' | 'occupants' | 'blocked' | 'contracted' | 'disinterred' | 'vacated' | 'reservedUntil'>

/** How a plot stands by its columns, today or later: the columns hold how it stands now, a reservation ends by itself (`plotStateOn`). */
export const stateOfColumns = ({ capacity, occupants, blocked, contracted, disinterred, vacated, reservedUntil }: StateColumns, day: string): PlotState => {
  if (occupants > 0) return occupants >= capacity ? 'occupied' : 'occupiedPartial'
  if (blocked) return 'blocked'
  if (contracted) return disinterred ? 'disinterred' : 'contracted'
  if (vacated) return 'vacated'
  return reservedUntil !== '' && day <= reservedUntil ? 'reserved' : 'available'
}

const ofPlot = (plot: Plot, capacity: number, day: string): Touched => {
  const contract = contractOn(plot, day)
  return { state: plotStateOn(plot, capacity, day), occupants: occupantsOn(plot, day).length, until: contract === undefined ? '' : termEnd(contract, day) }
}

/** The touched plots of a section as they stood on a day; of a day gone by every one is folded again, since later acts stand in its columns. */
const touchedOn = async (house: House, cemetery: Cemetery, section: Section, day: string): Promise<ReadonlyMap<string, Touched>> => {
  const { burial } = house.register.read
  const columns = await burial.board(cemetery.id, section.code)
  if (day >= house.today()) return new Map(columns.map((row) => [row.id, { state: stateOfColumns(row, day), occupants: row.occupants, until: row.until }]))
  return new Map(await Promise.all(columns.map(async ({ id }) => [id, ofPlot(await burial.getPlot(id), section.capacity, day)] as const)))
}

/** The board of a section on a day: one letter a plot, and the terms that end. Throws `not_found` at `section`. */
export const boardOfSection = async (house: House, cemetery: Cemetery, code: string, day: CivilDate): Promise<Board> => {
  const section = cemetery.sections.find((entry) => entry.code === code)
  if (section === undefined) throw new LantaiError('not_found', text('没有这个墓区', 'There is no such section'), 'section')
  const touched = await touchedOn(house, cemetery, section, day)
  const standing = freshStanding(plotCount(section))
  const rows: Board['rows'] = []
  const terms: Board['terms'] = []
  // Few days end many terms.
  const bands = new Map<string, ReturnType<typeof termBand>>()
  const bandOf = (until: string): ReturnType<typeof termBand> => {
    const band = bands.get(until) ?? termBand(until, day)
    bands.set(until, band)
    return band
  }
  const levelsOf = (levels: number): number => (section.what === 'niche' ? levels : 1)
  for (const { row, levels, columns } of section.rows) for (let level = 1; level <= levelsOf(levels); level += 1) {
    let states = ''
    for (let column = 1; column <= columns; column += 1) {
      const id = plotId({ cemetery: cemetery.id, section: code, row, level, column }, section.what)
      const plot = touched.get(id)
      if (plot === undefined) {
        states += letters.available
        continue
      }
      const band = plot.until === '' ? '' : bandOf(plot.until)
      if (band !== '' && band !== 'running') terms.push({ plot: id, band, until: plot.until })
      states += letters[plot.state]
      touch(standing, plot.state, 1, { occupants: plot.occupants, expired: band === 'expired' ? 1 : 0, expiring: band !== '' && band !== 'running' && band !== 'expired' ? 1 : 0 })
    }
    rows.push({ row, level, states })
  }
  return { cemetery: cemetery.id, section, day, rows, terms, standing }
}
