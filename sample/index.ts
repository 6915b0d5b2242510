import type { CivilDate } from '../domain/dates.ts'
import { civilDate, monthOf, shiftMonth } from '../domain/dates.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import type { OfficeFacts } from '../domain/office/actions.ts'
import { adminId, clerkIds, sampleAccounts } from './accounts.ts'
import type { SampleAccount } from './accounts.ts'
import type { CasePlan, Course, Desk, Entry, Step } from './case.ts'
import { caseSteps, instantAt, numbering } from './case.ts'
import { makeCouple } from './couples.ts'
import type { OfficeDay } from './days.ts'
import { arrivals, officeDays } from './days.ts'
import { archiveSteps, correctionStep, inspectionSteps, monthBefore, reconcileSteps, returnSteps, signIns, stockSteps } from './office.ts'
import { drawnNumbers } from './people.ts'
import type { Picture } from './pictures.ts'
import { pictures } from './pictures.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import type { Random } from './random.ts'
import { seeded, weighted } from './random.ts'
import { shelf } from './stock.ts'

export { sampleAccounts } from './accounts.ts'
export type { SampleAccount } from './accounts.ts'
export type { Picture } from './pictures.ts'
export { sampleArea, sampleOfficeName } from './places.ts'

export interface SampleOptions {
  readonly seed: number
  /** Last day of the sample year (YYYY-MM-DD in the office's zone); the office is open on it. */
  readonly today: string
  /** Time of that day (HH:MM) up to which something has been done; nothing lies in the future. */
  readonly until?: string
  /** Marriage cases of the twelve months; without it 2,000-3,000 by the seed. */
  readonly cases?: number
}

/** A form somebody left half filled, to be found under drafts. */
export interface SampleDraft {
  readonly id: string
  readonly window: 'marriage'
  readonly title: string
  readonly content: MarriageFile
  readonly account: string
  readonly counter: string
  readonly savedAt: string
}

export interface SampleOffice {
  readonly office: OfficeFacts
  /** Who sets the office up and creates the accounts, and when; before every entry. */
  readonly founder: { readonly account: string; readonly counter: string; readonly at: string }
  /** With plain passwords; hash them when recording `account.created`. */
  readonly accounts: readonly SampleAccount[]
  /** To be put into the file store first: entries refer to them by hash. */
  readonly pictures: readonly Picture[]
  readonly drafts: readonly SampleDraft[]
  /** How many cases and about how many entries there will be, for progress. */
  readonly cases: number
  readonly about: number
  /** The year's actions in order of time; every iteration gives the same. */
  readonly entries: Iterable<Entry>
}

const courses = weighted<Course>([['delivered', 9785], ['abandoned', 130], ['underAge', 40], ['married', 20], ['kin', 8], ['unwilling', 7]])
/** Open cases of today: how many acts each is left after (opened, declared, checked once, checked, registered, printed, proof-read). */
const openAfter = [1, 4, 5, 6, 7, 10, 11]

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Start and end of work on the last day, in seconds: from nine, or squeezed before the given time. */
const lastDayHours = (until: string): { readonly from: number; readonly to: number } => {
  const to = minutesOf(until) * 60
  return { from: Math.max(0, Math.min(9 * 3600, to - 2 * 3600)), to }
}

const planDay = (random: Random, { day, cases }: OfficeDay, last: { readonly from: number; readonly to: number } | undefined): readonly CasePlan[] => {
  const plan = (arrival: number, index: number): CasePlan => ({ day, arrival, counter: index % clerkIds.length, course: courses(random) })
  const times = arrivals(random, cases)
  if (last === undefined) return times.map(plan)
  // Today's work is fitted between nine and the hour, with every state to be seen at its end.
  const [from, to] = [last.from, last.to - Math.min(1500, (last.to - last.from) / 2)]
  return times.map((time, index) => {
    const made = plan(Math.floor(from + ((time - 9 * 3600) / (7.5 * 3600)) * (to - from)), index)
    const stopAfter = openAfter[index - 1]
    if (stopAfter !== undefined) return { ...made, course: 'delivered', stopAfter }
    if (index === openAfter.length + 1) return { ...made, course: 'underAge' }
    return index === openAfter.length + 2 ? { ...made, course: 'abandoned' } : made
  })
}

interface Year { readonly days: readonly OfficeDay[]; readonly total: number; readonly voidOn: CivilDate | undefined }

const planYear = (random: Random, today: CivilDate, wanted: number | undefined): Year => {
  const days = officeDays(random, today, wanted ?? random.int(2150, 2850))
  const peak = days.find((entry) => entry.peak && entry.day < today) ?? days.at(-2)
  return { days, total: days.reduce((sum, entry) => sum + entry.cases, 0), voidOn: peak?.day }
}

const eachMonthOnce = (): ((month: string) => boolean) => {
  const seen = new Set<string>()
  return (month) => !seen.has(month) && seen.add(month) !== undefined
}

function* work(options: SampleOptions, today: CivilDate): Generator<Entry> {
  const random = seeded(options.seed)
  const year = planYear(random, today, options.cases)
  const shelves = { marriage: shelf('marriage', 'SJ'), divorce: shelf('divorce', 'SL') }
  let cases = 0
  const desk: Desk = { random, numbers: drawnNumbers(random), pictures, shelf: shelves.marriage, done: [], nextNumber: numbering(), nextId: () => `sample-${String((cases += 1)).padStart(6, '0')}` }
  const files = new Map<number, number>()
  const nextFile = (of: number): number => {
    files.set(of, (files.get(of) ?? 0) + 1)
    return files.get(of) ?? 1
  }
  const [reconciled, inspected, archived] = [eachMonthOnce(), eachMonthOnce(), eachMonthOnce()]
  const hours = lastDayHours(options.until ?? '16:30')
  let month = monthOf(year.days[0]?.day ?? today)
  let corrections = 0
  for (const [index, office] of year.days.entries()) {
    const { day } = office
    const isLast = day === today
    const steps: Step[] = []
    if (monthOf(day) !== month && reconciled(monthOf(day))) steps.push(...reconcileSteps(shelves, monthBefore(day), day))
    month = monthOf(day)
    steps.push(...stockSteps(desk, shelves, day, office.cases, index === 0), ...signIns(desk, day))
    if (index === Math.floor(year.days.length / 2)) steps.push(...returnSteps(shelves, day))
    for (const [place, plan] of planDay(random, office, isLast ? hours : undefined).entries()) {
      steps.push(...caseSteps(desk, day === year.voidOn && place === Math.floor(office.cases / 3) ? { ...plan, course: 'voided' } : plan))
    }
    // Last month's files go into the archive from the 10th on; those of the month before are inspected from the 20th.
    if (Number(day.slice(8)) >= 10 && archived(month)) {
      const of = shiftMonth(month, -1)
      steps.push(...archiveSteps(desk, desk.done.filter((entry) => monthOf(entry.day) === of), day, nextFile))
    }
    if (Number(day.slice(8)) >= 20 && inspected(month)) {
      const of = shiftMonth(month, -2)
      steps.push(...inspectionSteps(desk, desk.done.filter((entry) => monthOf(entry.day) === of), day))
    }
    const mistaken = desk.done.at(-12)
    if (index % 41 === 40 && mistaken !== undefined) steps.push(correctionStep(desk, mistaken, day, corrections++ === 1))
    steps.sort((a, b) => a.at - b.at)
    for (const step of steps) if (!isLast || step.at <= hours.to * 1000) yield step.act()
  }
}

const draftsOf = (random: Random, today: CivilDate, until: string): readonly SampleDraft[] => {
  const numbers = drawnNumbers(random)
  const start = lastDayHours(until)
  return clerkIds.slice(0, 2).map((account, index) => {
    const couple = makeCouple(random, today, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] })
    const [man, woman] = couple.parties
    const content: MarriageFile = { ...couple, parties: [man, { ...woman, education: '', occupation: '', residence: { ...woman.residence, detail: '' }, phone: '' }], photo: null, papers: couple.papers.slice(0, 1) }
    return { id: `sample-draft-${index + 1}`, window: 'marriage', title: `${man.name}、${woman.name}`, content, account, counter: String(index + 1), savedAt: instantAt(today, Math.max(0, start.to - 600 - index * 240) * 1000) }
  })
}

/** A district office with a year of work behind it, made by chance from a seed: the same actions as real work makes, of people who do not exist. */
export const sampleOffice = (options: SampleOptions): SampleOffice => {
  const today = civilDate(options.today)
  const { days, total } = planYear(seeded(options.seed), today, options.cases)
  return {
    office: { name: sampleOfficeName, area: sampleArea, fonds: '9901', windows: ['marriage'], sample: true },
    founder: { account: adminId, counter: '', at: instantAt(days[0]?.day ?? today, 0) },
    accounts: sampleAccounts,
    pictures: [...pictures.photos, ...pictures.scans],
    drafts: draftsOf(seeded(options.seed + 1), today, options.until ?? '16:30'),
    cases: total,
    about: Math.round(total * 13.6),
    entries: { [Symbol.iterator]: () => work(options, today) },
  }
}

