import { LantaiError } from '../../error.ts'
import { text } from '../../text.ts'
import type { Position } from '../gazetteer/geometry.ts'
import { lengthOf } from '../gazetteer/geometry.ts'
import { orientStreet } from './locate.ts'
import type { PlateNumber } from './number.ts'
import { formatPlate } from './number.ts'
import type { EstateNumbering, StreetNumbering } from './settings.ts'

/** A door, yard or empty site on a street, as it lies along the line as drawn. */
export interface Frontage {
  readonly id: string
  /** Metres from the first point of the line as drawn. */
  readonly metres: number
  /** Side of the line as drawn; on one-sided streets it does not matter. */
  readonly side: 'left' | 'right'
  readonly use: 'house' | 'emptySite'
  /** Numbers kept for an empty site, 1 unless it says otherwise. */
  readonly reserve?: number
  /** A further door of another frontage, which takes a sub-number of it. */
  readonly of?: string
  /** The number it has already; rebuilt houses keep theirs. */
  readonly kept?: PlateNumber
}

/** One number of a street. */
export interface PlateRow extends PlateNumber {
  readonly label: string
  readonly state: 'assigned' | 'reserved'
  /** The frontage it belongs to; empty for a number that is only reserved. */
  readonly frontage: string
  readonly side: 'left' | 'right'
  /** Metres from the start end. */
  readonly metres: number
}

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)

interface Placed { readonly frontage: Frontage; readonly metres: number; readonly side: 'left' | 'right' }

/** Numbers of one side: `at(0)`, `at(1)` … are its odd or even numbers in order. */
interface Series { readonly at: (index: number) => number; readonly indexOf: (number: number) => number | undefined }
const seriesOf = (first: number, step: 1 | 2): Series => ({ at: (index) => first + index * step, indexOf: (number) => (number >= first && (number - first) % step === 0 ? (number - first) / step : undefined) })

/** Places the houses of one side in its series: kept numbers stand, others come between them in order; where no number is left between, a sub-number of the house before is taken. Every number passed over is reserved. */
const numberSide = (placed: readonly Placed[], series: Series, settings: StreetNumbering, style: StreetNumbering['subStyle'], keptSubs: ReadonlyMap<number, number>): readonly PlateRow[] => {
  const rows: PlateRow[] = []
  const subs = new Map(keptSubs)
  const add = (number: number, sub: number, state: PlateRow['state'], frontage: string, { metres, side }: Pick<Placed, 'metres' | 'side'>): void => { rows.push({ number, sub, label: formatPlate({ number, sub }, style), state, frontage, metres, side }) }
  const subOf = (number: number): number => { const next = (subs.get(number) ?? 0) + 1; subs.set(number, next); return next }
  let next = 0
  let last = Number.NaN
  let before = 0
  placed.forEach((one, index) => {
    const { frontage } = one
    // The next kept number bounds what may be given before it.
    const ahead = placed.slice(index + 1).find(({ frontage: other }) => other.kept !== undefined && other.kept.sub === 0)?.frontage.kept?.number
    const bound = ahead === undefined ? Number.POSITIVE_INFINITY : (series.indexOf(ahead) ?? Number.POSITIVE_INFINITY)
    const reserveTo = (until: number): void => { for (; next < until; next += 1) add(series.at(next), 0, 'reserved', '', { metres: before + (one.metres - before) / 2, side: one.side }) }
    if (frontage.kept !== undefined) {
      const { number, sub } = frontage.kept
      const at = series.indexOf(number)
      if (at === undefined) throw invalid(`${formatPlate(frontage.kept, style)}不在这一侧的单双号里`, `${formatPlate(frontage.kept, style)} does not belong to this side`, `frontages.${frontage.id}.kept`)
      if (sub > 0) { add(number, sub, 'assigned', frontage.id, one); before = one.metres; return }
      if (at < next) throw invalid(`保留的${formatPlate(frontage.kept, style)}与前后的号不成顺序`, `The kept ${formatPlate(frontage.kept, style)} is out of order`, `frontages.${frontage.id}.kept`)
      reserveTo(at)
      add(number, 0, 'assigned', frontage.id, one)
      next = at + 1
      last = number
      before = one.metres
      return
    }
    const slot = settings.method === 'distance' ? Math.floor(one.metres / settings.spacingMetres) : next + (settings.reserveMetres > 0 && !Number.isNaN(last) ? Math.max(0, Math.floor((one.metres - before) / settings.reserveMetres) - 1) : 0)
    const wanted = frontage.use === 'emptySite' ? Math.max(1, frontage.reserve ?? 1) : 1
    const target = Math.min(Math.max(slot, next), Math.max(next, bound - wanted))
    // By distance a second house within the length of one number is a further door of the first; so is one for which no number is left before a kept one.
    const crowded = (settings.method === 'distance' && slot < next && !Number.isNaN(last)) || next >= bound
    if (crowded) {
      if (frontage.use === 'emptySite') { before = one.metres; return }
      if (Number.isNaN(last)) {
        if (ahead === undefined) throw invalid('没有可用的号', 'No number is left', `frontages.${frontage.id}`)
        add(ahead, subOf(ahead), 'assigned', frontage.id, one)
      } else add(last, subOf(last), 'assigned', frontage.id, one)
      before = one.metres
      return
    }
    reserveTo(target)
    if (frontage.use === 'emptySite') {
      const until = Math.min(next + wanted, bound)
      for (; next < until; next += 1) add(series.at(next), 0, 'reserved', frontage.id, one)
    } else {
      last = series.at(next)
      add(last, 0, 'assigned', frontage.id, one)
      next += 1
    }
    before = one.metres
  })
  return rows
}

/** Numbers a street by its settings: in order from the start end, odd and even on their sides, nothing skipped (what is passed over is reserved), nothing twice, sub-numbers one level deep. Frontages are told along the line as drawn; without a line `length` gives its metres. Throws `invalid` at the frontage. */
export const numberStreet = (frontages: readonly Frontage[], settings: StreetNumbering, street: { readonly line?: readonly Position[]; readonly length?: number }): readonly PlateRow[] => {
  const ids = new Set<string>()
  for (const { id } of frontages) { if (ids.has(id)) throw invalid('同一处写了两次', 'A frontage stands twice', `frontages.${id}`); ids.add(id) }
  const length = street.line === undefined ? (street.length ?? Math.max(0, ...frontages.map(({ metres }) => metres))) : (lengthOf({ type: 'LineString', coordinates: street.line.map(([x, y]) => [x, y]) }) ?? 0)
  const { reversed, odd } = orientStreet(street.line, settings)
  const flip = (side: 'left' | 'right'): 'left' | 'right' => (reversed ? (side === 'left' ? 'right' : 'left') : side)
  const placed = frontages.map((frontage): Placed => ({ frontage, metres: reversed ? Math.max(0, length - frontage.metres) : frontage.metres, side: flip(frontage.side) }))
  const ordered = placed.toSorted((a, b) => a.metres - b.metres || (a.frontage.id < b.frontage.id ? -1 : 1))
  const main = ordered.filter(({ frontage }) => frontage.of === undefined)
  const oddFirst = settings.first % 2 === 1 ? settings.first : settings.first + 1
  const evenFirst = settings.first % 2 === 0 ? settings.first : settings.first + 1
  const keptSubs = new Map<number, number>()
  for (const { kept } of frontages) if (kept !== undefined && kept.sub > 0) keptSubs.set(kept.number, Math.max(keptSubs.get(kept.number) ?? 0, kept.sub))
  const rows = settings.sides === 'one'
    ? numberSide(main, seriesOf(settings.first, 1), settings, settings.subStyle, keptSubs)
    : (['left', 'right'] as const).flatMap((side) => numberSide(main.filter((one) => one.side === side), seriesOf(side === odd ? oddFirst : evenFirst, 2), settings, settings.subStyle, keptSubs))
  const byFrontage = new Map(rows.filter(({ state }) => state === 'assigned').map((row) => [row.frontage, row]))
  const taken = new Map<number, number>()
  for (const { number, sub } of rows) taken.set(number, Math.max(taken.get(number) ?? 0, sub))
  const doors = ordered.filter(({ frontage }) => frontage.of !== undefined)
  for (const { frontage: { kept } } of doors) if (kept !== undefined) taken.set(kept.number, Math.max(taken.get(kept.number) ?? 0, kept.sub))
  const further = doors.map(({ frontage, metres, side }): PlateRow => {
    const house = frontages.find(({ id }) => id === frontage.of)
    if (house?.of !== undefined) throw invalid('附号只有一级，不能给附号再编附号', 'Sub-numbers have one level', `frontages.${frontage.id}.of`)
    const parent = byFrontage.get(frontage.of ?? '')
    if (parent === undefined) throw invalid('所附的门牌没有编号', 'The house it belongs to has no number', `frontages.${frontage.id}.of`)
    if (frontage.kept !== undefined && (frontage.kept.number !== parent.number || frontage.kept.sub === 0)) throw invalid('保留的附号不属于所附的门牌', 'The kept sub-number belongs to another house', `frontages.${frontage.id}.kept`)
    const sub = frontage.kept?.sub ?? (taken.get(parent.number) ?? 0) + 1
    taken.set(parent.number, Math.max(taken.get(parent.number) ?? 0, sub))
    return { number: parent.number, sub, label: formatPlate({ number: parent.number, sub }, settings.subStyle), state: 'assigned', frontage: frontage.id, metres, side }
  })
  return fillSubs([...rows, ...further], settings.subStyle).toSorted((a, b) => a.number - b.number || a.sub - b.sub)
}

/** Sub-numbers that a kept higher one passes over are reserved, so that none is skipped. */
const fillSubs = (rows: readonly PlateRow[], style: StreetNumbering['subStyle']): readonly PlateRow[] => [
  ...rows,
  ...[...Map.groupBy(rows, ({ number }) => number)].flatMap(([number, own]): readonly PlateRow[] => {
    const used = new Set(own.map(({ sub }) => sub))
    const [first] = own
    return first === undefined ? [] : Array.from({ length: Math.max(...used) }, (_, index) => index + 1).filter((sub) => !used.has(sub)).map((sub) => ({ number, sub, label: formatPlate({ number, sub }, style), state: 'reserved' as const, frontage: '', metres: first.metres, side: first.side }))
  }),
]

/** A building of an estate, where it stands. */
export interface EstateBuilding { readonly id: string; readonly position: Position; readonly use: 'building' | 'emptySite'; readonly kept?: number }
/** A number of an estate. */
export interface EstateRow { readonly number: number; readonly label: string; readonly state: 'assigned' | 'reserved'; readonly building: string; readonly row: number }

/** Numbers the buildings of an estate: row by row, within the row in order (GB/T 35639 附录B: rows from the north, each from the east). Kept numbers stand and are passed over by the others; what no building has below the highest is reserved. Throws `invalid` for a number kept twice. */
export const numberEstate = (buildings: readonly EstateBuilding[], settings: EstateNumbering): readonly EstateRow[] => {
  const metres = (from: number, to: number, axis: 'x' | 'y', latitude: number): number => (to - from) * 111_320 * (axis === 'x' ? Math.cos((latitude * Math.PI) / 180) : 1)
  const [origin] = buildings
  if (origin === undefined) return []
  const along = (way: EstateNumbering['rows'] | EstateNumbering['within'], [x, y]: Position): number => {
    const east = metres(origin.position[0], x, 'x', origin.position[1])
    const north = metres(origin.position[1], y, 'y', origin.position[1])
    return way === 'northToSouth' ? -north : way === 'southToNorth' ? north : way === 'eastToWest' ? -east : east
  }
  const sorted = buildings.map((building) => ({ building, across: along(settings.rows, building.position), within: along(settings.within, building.position) })).toSorted((a, b) => a.across - b.across || a.within - b.within || (a.building.id < b.building.id ? -1 : 1))
  let row = 0
  let begun = Number.NaN
  const inRows = sorted.map((one) => {
    if (Number.isNaN(begun) || one.across - begun >= settings.rowMetres) { row += 1; begun = one.across }
    return { ...one, row }
  }).toSorted((a, b) => a.row - b.row || a.within - b.within || (a.building.id < b.building.id ? -1 : 1))
  const kept = new Set<number>()
  for (const { building } of inRows) {
    if (building.kept === undefined) continue
    if (kept.has(building.kept)) throw invalid(`${building.kept}${settings.word}保留了两次`, `${building.kept} is kept twice`, `buildings.${building.id}.kept`)
    kept.add(building.kept)
  }
  const label = (number: number): string => `${number}${settings.word}`
  let next = settings.first
  const rows = inRows.map(({ building, row: of }): EstateRow => {
    if (building.kept === undefined) while (kept.has(next)) next += 1
    const number = building.kept ?? next
    if (building.kept === undefined) next += 1
    return { number, label: label(number), state: building.use === 'building' ? 'assigned' : 'reserved', building: building.id, row: of }
  })
  const used = new Set(rows.map(({ number }) => number))
  const highest = Math.max(settings.first - 1, ...used)
  const passed = Array.from({ length: Math.max(0, highest - settings.first + 1) }, (_, index) => settings.first + index).filter((number) => !used.has(number))
  return [...rows, ...passed.map((number): EstateRow => ({ number, label: label(number), state: 'reserved', building: '', row: 0 }))].toSorted((a, b) => a.number - b.number)
}

/** Rooms of a building as floors and places on the floor: 101, 102 … 1204; two digits for the place. Throws `invalid` for none or more than 99 on a floor. */
export const numberRooms = (floors: number, perFloor: number, firstFloor = 1): readonly string[] => {
  if (!Number.isInteger(floors) || !Number.isInteger(perFloor) || floors < 1 || floors > 200 || perFloor < 1 || perFloor > 99) throw invalid('层数为 1 至 200，每层 1 至 99 户', '1 to 200 floors of 1 to 99 rooms', 'floors')
  return Array.from({ length: floors }, (_, floor) => Array.from({ length: perFloor }, (__, room) => `${firstFloor + floor}${String(room + 1).padStart(2, '0')}`)).flat()
}
