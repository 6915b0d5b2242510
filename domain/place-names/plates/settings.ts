import { z } from 'zod'
import { codeTable } from '../../codes/types.ts'

/** How a street runs; what its start end and odd side are follow from it unless the office says otherwise. */
export const streetRuns = codeTable([
  ['EW', '东西走向', 'East-west'], ['NS', '南北走向', 'North-south'], ['NESW', '东北—西南走向', 'North-east to south-west'], ['NWSE', '西北—东南走向', 'North-west to south-east'], ['deadEnd', '尽端巷（由入口向里）', 'Dead end, from the entrance inward'],
] as const)
export type StreetRun = (typeof streetRuns)[number]['code']

export const compassPoints = ['east', 'west', 'north', 'south', 'northeast', 'southwest', 'northwest', 'southeast'] as const
export type CompassPoint = (typeof compassPoints)[number]
/** Where the odd numbers stand: a quarter of the compass, or a side as seen from the start end. */
export const oddSides = ['north', 'south', 'east', 'west', 'left', 'right'] as const
export type OddSide = (typeof oddSides)[number]

/** How a street is numbered. */
export const StreetNumbering = z.strictObject({
  run: z.enum(['EW', 'NS', 'NESW', 'NWSE', 'deadEnd']),
  /** The end at which the numbers start: a quarter of the compass, or the first or last point of the line as drawn. */
  startEnd: z.enum([...compassPoints, 'drawnFirst', 'drawnLast']),
  oddSide: z.enum(oddSides),
  /** One-sided streets run in one sequence. */
  sides: z.enum(['both', 'one']),
  /** In order of the houses, or by the distance from the start. */
  method: z.enum(['sequence', 'distance']),
  /** Metres of one number on its side, for numbering by distance. */
  spacingMetres: z.number().positive().max(500),
  /** A gap without a house gets a reserved number for every so many metres; 0 reserves none. */
  reserveMetres: z.number().nonnegative().max(2000),
  /** The first number, 1 unless a street continues another. */
  first: z.int().min(1).max(100_000),
  subStyle: z.enum(['dash', 'attached']),
})
export type StreetNumbering = z.infer<typeof StreetNumbering>

/** How an estate is numbered: rows first, then within the row. */
export const EstateNumbering = z.strictObject({
  rows: z.enum(['northToSouth', 'southToNorth', 'eastToWest', 'westToEast']),
  within: z.enum(['eastToWest', 'westToEast', 'northToSouth', 'southToNorth']),
  /** Buildings whose places across the rows differ by less stand in one row. */
  rowMetres: z.number().positive().max(500),
  first: z.int().min(1).max(100_000),
  word: z.enum(['幢', '栋', '号楼', '座']),
})
export type EstateNumbering = z.infer<typeof EstateNumbering>

const base = { sides: 'both', method: 'sequence', spacingMetres: 10, reserveMetres: 0, first: 1, subStyle: 'dash' } as const

/** The model of GB/T 35639 附录B for each run: from east with north odd, from north with west odd, aslant from the northern end with the right odd. */
export const modelNumbering: Readonly<Record<StreetRun, StreetNumbering>> = {
  EW: { ...base, run: 'EW', startEnd: 'east', oddSide: 'north' },
  NS: { ...base, run: 'NS', startEnd: 'north', oddSide: 'west' },
  NESW: { ...base, run: 'NESW', startEnd: 'northeast', oddSide: 'right' },
  NWSE: { ...base, run: 'NWSE', startEnd: 'northwest', oddSide: 'right' },
  deadEnd: { ...base, run: 'deadEnd', startEnd: 'drawnFirst', oddSide: 'right' },
}
/** The model for estates: rows from the north, each from the east. */
export const modelEstateNumbering: EstateNumbering = { rows: 'northToSouth', within: 'eastToWest', rowMetres: 15, first: 1, word: '幢' }

export const plateTypes = ['gate', 'building', 'unit', 'room', 'estate'] as const
export type PlateType = (typeof plateTypes)[number]

/** A size of plates: width × height in millimetres (GB 17733). */
export const PlateSize = z.strictObject({ id: z.string().min(1).max(30), title: z.string().min(1).max(40), type: z.enum(plateTypes), widthMillimetres: z.int().positive().max(5000), heightMillimetres: z.int().positive().max(5000), qrMillimetres: z.int().nonnegative().max(500) })
export type PlateSize = z.infer<typeof PlateSize>

const size = (id: string, title: string, type: PlateType, widthMillimetres: number, heightMillimetres: number, qrMillimetres = 0): PlateSize => ({ id, title, type, widthMillimetres, heightMillimetres, qrMillimetres })
/** Sizes the desk starts with. */
export const shippedPlateSizes: readonly PlateSize[] = [
  size('gate.large', '大门牌', 'gate', 570, 370, 120), size('gate.middle', '中门牌', 'gate', 270, 170, 75), size('gate.small', '小门牌', 'gate', 150, 90, 40),
  size('building', '楼牌', 'building', 900, 500), size('unit', '单元牌', 'unit', 270, 170), size('room', '户室牌', 'room', 150, 90), size('estate', '住宅区牌', 'estate', 1000, 600),
]
