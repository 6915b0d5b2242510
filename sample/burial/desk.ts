import { formatPaperNumber, usualPattern } from '../../domain/burial/numbers.ts'
import type { CivilDate } from '../../domain/dates.ts'
import type { NumberSource } from '../people.ts'
import { sampleArea } from '../places.ts'
import type { Random } from '../random.ts'
import { seeded } from '../random.ts'
import type { Seat, Step } from '../script.ts'
import { burialNumbers } from './deceased.ts'

/** The window of funeral affairs at work: what its cases take from and leave behind. */
export interface BurialDesk {
  readonly random: Random
  readonly numbers: NumberSource
  readonly nextId: (letter: string) => string
  /** The next number of a series of papers in a day's year: HZ, LZ, JJZ, GZ, JAZ … */
  readonly nextPaper: (prefix: string, day: CivilDate) => string
  /** A further act of a case on a later day. */
  readonly plan: (day: CivilDate, make: (day: CivilDate) => readonly Step[]) => void
  /** What was planned for a day; asked once. */
  readonly due: (day: CivilDate) => readonly ((day: CivilDate) => readonly Step[])[]
  /** The next free place of a section, each once. */
  readonly nextPlace: (section: string) => number
  /** Somebody at the window on a day, within its hours. */
  readonly seat: (day: CivilDate, from?: number, to?: number) => Seat
  /** Ids of the facilities of the register. */
  readonly facilities: string[]
  /** Months as they are counted for their closing: bodies cremated and fen waived. */
  readonly counts: Map<string, { cremated: number; waivedFen: number }>
}

/** Sets the window up before its first day; nothing of it draws on the chance of the other windows. */
export const makeBurialDesk = (seed: number): BurialDesk => {
  const random = seeded(seed)
  const last = new Map<string, number>()
  const waiting = new Map<string, ((day: CivilDate) => readonly Step[])[]>()
  const count = (key: string): number => {
    const next = (last.get(key) ?? 0) + 1
    last.set(key, next)
    return next
  }
  return {
    random, numbers: burialNumbers(random), counts: new Map(), facilities: [],
    nextId: (letter) => `sample-${letter}${String(count('case')).padStart(6, '0')}`,
    nextPaper: (prefix, day) => {
      const year = Number(day.slice(0, 4))
      return formatPaperNumber(usualPattern, { prefix, area: sampleArea, year, institution: '01', serial: count(`${prefix} ${year}`) })
    },
    plan: (day, make) => void waiting.set(day, [...(waiting.get(day) ?? []), make]),
    due: (day) => {
      const made = waiting.get(day) ?? []
      waiting.delete(day)
      return made
    },
    nextPlace: (section) => count(`place ${section}`) - 1,
    seat: (day, from = 8, to = 15) => ({ day, arrival: random.int(from * 3600, to * 3600), counter: 2 }),
  }
}
