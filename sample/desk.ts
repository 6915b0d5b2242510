import type { CivilDate } from '../domain/dates.ts'
import type { DivorceFile } from '../domain/divorce/file.ts'
import type { MarriageFile, Party } from '../domain/marriage/file.ts'
import { formatCertificateNumber } from '../domain/marriage/numbers.ts'
import { formatSeries } from '../domain/numbering.ts'
import type { Pictures } from './couples.ts'
import type { NumberSource } from './people.ts'
import { sampleArea } from './places.ts'
import type { Random } from './random.ts'
import type { Shelf } from './stock.ts'

/** A marriage handed over, for what is done to it later. */
export interface Done {
  readonly id: string
  readonly day: CivilDate
  readonly number: string
  readonly counter: number
  readonly file: MarriageFile
  readonly serials: readonly [string, string]
}

/** A divorce application that has come to its end, by act or by date. */
export interface DivorceDone {
  readonly id: string
  /** Day of its end: registered, withdrawn, refused, or the day after the window closed. */
  readonly day: CivilDate
  readonly number: string
  readonly file: DivorceFile
  readonly acceptedOn: CivilDate
}

/** A reissue handed over. */
export interface ReissueDone { readonly id: string; readonly day: CivilDate }

export interface Shelves { readonly marriage: Shelf; readonly divorce: Shelf }
type Letters = 'J' | 'L' | 'BJ' | 'BL'

/** The office at work: what cases take from and leave behind. */
export interface Desk {
  readonly random: Random
  readonly numbers: NumberSource
  readonly pictures: Pictures
  readonly shelves: Shelves
  readonly done: Done[]
  readonly divorces: DivorceDone[]
  readonly reissues: ReissueDone[]
  /** Marriages of `done` that have ended, or are about to: nobody comes back with them. */
  readonly taken: Set<string>
  /** The next certificate number of a day's year. */
  readonly nextNumber: (letters: Letters, day: CivilDate) => string
  /** The next number of a series of papers (receipts, confirmations, queries) in a day's year, from 1. */
  readonly nextPlace: (series: string, day: CivilDate) => number
  /** The next number of a series by its pattern: receipts, confirmations, queries, proofs. */
  readonly nextOf: (pattern: string, day: CivilDate) => string
  readonly nextId: (letter?: string) => string
}

/** Counts from 1 in every year of every series. */
const placing = (): Desk['nextPlace'] => {
  const last = new Map<string, number>()
  return (series, day) => {
    const key = `${series} ${day.slice(0, 4)}`
    const place = (last.get(key) ?? 0) + 1
    last.set(key, place)
    return place
  }
}

/** Sets up the office before its first day. */
export const makeDesk = (random: Random, numbers: NumberSource, pictures: Pictures, shelves: Shelves): Desk => {
  const nextPlace = placing()
  let cases = 0
  return {
    random, numbers, pictures, shelves, done: [], divorces: [], reissues: [], taken: new Set(), nextPlace,
    nextNumber: (letters, day) => formatCertificateNumber({ prefix: letters, area: sampleArea, year: Number(day.slice(0, 4)), serial: nextPlace(letters, day) }),
    nextOf: (pattern, day) => formatSeries(pattern, { year: Number(day.slice(0, 4)), serial: nextPlace(pattern, day) }),
    nextId: (letter = '') => `sample-${letter}${String((cases += 1)).padStart(6, '0')}`,
  }
}

/** Says whether a person's identity paper holds on a day. */
export const holdsOn = (party: Party, day: CivilDate): boolean => party.identityTo === 'long' || party.identityTo >= day

/** A marriage of the register that still stands, registered by a day and with papers that hold on another, chosen by chance and kept from then on; undefined when there is none. */
export const takeMarriage = (desk: Desk, before: CivilDate, holding: CivilDate): Done | undefined => {
  const old = desk.done.filter((entry) => entry.day <= before && !desk.taken.has(entry.id) && entry.file.parties.every((party) => holdsOn(party, holding)))
  if (old.length === 0) return undefined
  const chosen = desk.random.pick(old)
  desk.taken.add(chosen.id)
  return chosen
}
