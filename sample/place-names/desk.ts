import type { Action } from '../../domain/action.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { Calendar } from '../../domain/calendar/index.ts'
import { hasYear, workingDayFrom } from '../../domain/calendar/index.ts'
import type { CivilDate } from '../../domain/dates.ts'
import { addDays } from '../../domain/dates.ts'
import type { PlaceNameAction } from '../../domain/place-names/case/actions.ts'
import type { PlaceNameCase } from '../../domain/place-names/case/fold.ts'
import { applyPlaceName } from '../../domain/place-names/case/fold.ts'
import { formatDocumentNumber } from '../../domain/place-names/document-numbers.ts'
import type { GazetteerAction } from '../../domain/place-names/gazetteer/actions.ts'
import type { GeoEntity } from '../../domain/place-names/gazetteer/entity.ts'
import { applyEntity } from '../../domain/place-names/gazetteer/entity.ts'
import type { PlateAction } from '../../domain/place-names/plates/actions.ts'
import type { PlateBook } from '../../domain/place-names/plates/book.ts'
import { applyPlates } from '../../domain/place-names/plates/book.ts'
import type { PlaceNameProfile } from '../../domain/place-names/profile.ts'
import { clerkIds } from '../accounts.ts'
import { stepOf } from '../office.ts'
import type { Random } from '../random.ts'
import { seeded } from '../random.ts'
import type { Step } from '../script.ts'

/** The place-name desk at work: it keeps what it did, as the register does, so that each act meets what the ones before left. */
export interface PlaceNameDesk {
  readonly random: Random
  readonly calendar: Calendar
  readonly profile: PlaceNameProfile
  readonly entities: Map<string, GeoEntity>
  readonly cases: Map<string, PlaceNameCase>
  readonly books: Map<string, PlateBook>
  readonly nextId: (letter: string) => string
  /** The next number of the office's own papers in a day's year. */
  readonly nextNumber: (paper: keyof PlaceNameProfile['documentCodes'], day: CivilDate) => string
  /** The next number of another body's code. */
  readonly nextOf: (agency: string, day: CivilDate) => string
  /** The first working day on or after a day. */
  readonly open: (day: CivilDate) => CivilDate
  /** A working day so many working days later. */
  readonly later: (day: CivilDate, days: number) => CivilDate
  /** An act for a day that is to come; acts of a day keep their order. */
  readonly plan: (day: CivilDate, make: (day: CivilDate) => readonly Action[] | Action) => void
  /** The steps of a day, each acting on what stands by then. */
  readonly stepsOf: (day: CivilDate) => readonly Step[]
}

/** Sets the desk up before its first day. */
export const makePlaceNameDesk = (seed: number, calendar: Calendar, profile: PlaceNameProfile): PlaceNameDesk => {
  const random = seeded(seed)
  const counts = new Map<string, number>()
  const count = (key: string): number => {
    const next = (counts.get(key) ?? 0) + 1
    counts.set(key, next)
    return next
  }
  const waiting = new Map<string, ((day: CivilDate) => readonly Action[] | Action)[]>()
  const entities = new Map<string, GeoEntity>()
  const cases = new Map<string, PlaceNameCase>()
  const books = new Map<string, PlateBook>()
  let seq = 0
  const keep = (action: Action, at: string, actor: string): void => {
    const { subject, kind } = action
    if (kind.startsWith('placeName.')) {
      seq += 1
      cases.set(subject, applyPlaceName(cases.get(subject), { seq, at, actor, counter: '1', hash: '', action: action as PlaceNameAction } as JournalEntry<PlaceNameAction>))
    } else if (kind.startsWith('gazetteer.')) entities.set(subject, applyEntity(entities.get(subject), action as GazetteerAction))
    else if (kind.startsWith('plate.')) books.set(subject, applyPlates(books.get(subject), action as PlateAction))
  }
  // Past the last notice only weekends are known to be rest days; acts of the office's own choosing need no more.
  const open = (day: CivilDate): CivilDate => (hasYear(calendar, Number(day.slice(0, 4))) ? workingDayFrom(day, calendar) : day)
  const number = (agency: string, withWord: boolean, day: CivilDate): string => {
    const year = Number(day.slice(0, 4))
    return formatDocumentNumber({ agency, withWord, year, serial: count(`${agency} ${year}`) })
  }
  return {
    random, calendar, profile, entities, cases, books, open,
    nextId: (letter) => `sample-${letter}${String(count(`id ${letter}`) + (letter === 'e' ? 500_000 : 0)).padStart(6, '0')}`,
    nextNumber: (paper, day) => number(profile.documentCodes[paper]?.agency ?? '示民', profile.documentCodes[paper]?.withWord ?? false, day),
    nextOf: (agency, day) => number(agency, false, day),
    later: (day, days) => {
      let next = open(day)
      for (let step = 0; step < days; step += 1) next = open(addDays(next, 1))
      return next
    },
    plan: (day, make) => void waiting.set(day, [...(waiting.get(day) ?? []), make]),
    stepsOf: (day) => {
      const steps: Step[] = []
      // Two minutes and a little more for each act, from nine on, by the two registrars in turn.
      let clock = 9 * 3_600_000 + random.int(0, 900) * 1000
      let turn = 0
      for (let next = waiting.get(day)?.shift(); next !== undefined; next = waiting.get(day)?.shift()) {
        const account = clerkIds[turn % 2] ?? clerkIds[0]
        turn += 1
        for (const action of [next(day)].flat()) {
          clock += random.int(40, 150) * 1000
          const step = stepOf(day, clock, account, String((turn % 2) + 1), () => action)
          keep(action, step.act()[0].at, account)
          steps.push(step)
        }
      }
      waiting.delete(day)
      return steps
    },
  }
}
