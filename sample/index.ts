import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDate, monthOf, shiftMonth } from '../domain/dates.ts'
import { isRestDay, makeCalendar, shippedNotices } from '../domain/calendar/index.ts'
import type { EndingActionKind } from '../domain/marriage/endings.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import type { OfficeFacts } from '../domain/office/actions.ts'
import { adminId, clerkIds, sampleAccounts } from './accounts.ts'
import { burialDays } from './burial/index.ts'
import type { SampleAccount } from './accounts.ts'
import type { CasePlan, Course } from './case.ts'
import { caseSteps } from './case.ts'
import { makeCouple } from './couples.ts'
import type { OfficeDay } from './days.ts'
import { arrivals, officeDays } from './days.ts'
import { makeDesk } from './desk.ts'
import type { Desk } from './desk.ts'
import { applicationSteps, dueSteps } from './divorces.ts'
import type { Agenda, Pending } from './divorces.ts'
import { sampleNotices } from './notices.ts'
import { archiveSteps, correctionStep, inspectionSteps, monthBefore, noticeSteps, reconcileSteps, returnSteps, signIns, stockSteps } from './office.ts'
import { endingSteps, proofSteps, querySteps } from './others.ts'
import { drawnNumbers } from './people.ts'
import type { Picture } from './pictures.ts'
import { pictures } from './pictures.ts'
import { placeNameDays } from './place-names/index.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import type { Random } from './random.ts'
import { seeded, weighted } from './random.ts'
import { reissueSteps } from './reissues.ts'
import type { Entry, Seat, Step } from './script.ts'
import { instantAt } from './script.ts'
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
  /** Marriage cases of the twelve months; without it 2,000-3,000 by the seed. Divorces, reissues and queries come with them in their usual shares. */
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

/** Fits a time of a usual day between nine and the hour of the last one, with room for what is begun then. */
const squeeze = (last: { readonly from: number; readonly to: number } | undefined) => (time: number): number => {
  if (last === undefined) return time
  const to = last.to - Math.min(1500, (last.to - last.from) / 2)
  return Math.floor(last.from + ((time - 9 * 3600) / (7.5 * 3600)) * (to - last.from))
}

const planDay = (random: Random, { day, cases }: OfficeDay, last: { readonly from: number; readonly to: number } | undefined): readonly CasePlan[] =>
  arrivals(random, cases).map((time, index) => {
    const made: CasePlan = { day, arrival: squeeze(last)(time), counter: index % clerkIds.length, course: courses(random) }
    if (last === undefined) return made
    // Today ends with every state to be seen.
    const stopAfter = openAfter[index - 1]
    if (stopAfter !== undefined) return { ...made, course: 'delivered', stopAfter }
    if (index === openAfter.length + 1) return { ...made, course: 'underAge' }
    return index === openAfter.length + 2 ? { ...made, course: 'abandoned' } : made
  })

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

/** Bodies brought to the sample home for one marriage of the year. */
const bodiesPerMarriage = 0.3

/** Applications for divorce, reissues and queries for one marriage of the year. */
const shares = { divorces: 0.57, reissues: 0.26, queries: 0.2, proofs: 0.002 } as const

/** So many of a kind on a day that over the year they come to their share. */
const shareOf = (random: Random, share: number): ((weight: number) => number) => {
  let owed = random.next()
  return (weight) => {
    owed += weight * share * (0.6 + random.next() * 0.8)
    const count = Math.floor(owed)
    owed -= count
    return count
  }
}

const agendaOf = (year: Year, today: CivilDate, notices: ReturnType<typeof sampleNotices>): Agenda => {
  const open = new Set<string>(year.days.map((entry) => entry.day))
  const calendar = makeCalendar([...shippedNotices, ...notices])
  return {
    calendar,
    firstOpen: (from, to) => {
      for (let day = from; day <= to; day = addDays(day, 1)) if (day <= today ? open.has(day) : !isRestDay(day, calendar).rest) return day
      return undefined
    },
  }
}

/** The few marriages of a year that a court or the office itself ends, at parts of the year. */
const endingsOfYear: readonly (readonly [part: number, kind: EndingActionKind])[] = [[0.4, 'marriage.divorced'], [0.5, 'marriage.courtVoided'], [0.62, 'marriage.annulled'], [0.7, 'marriage.divorced'], [0.8, 'marriage.revoked']]

/** What the other matters of a day bring: divorces, reissues, queries. */
const otherMatters = (desk: Desk, agenda: Agenda, total: number, openDays: number) => {
  const { random } = desk
  const due = new Map<string, Pending[]>()
  const plan = (pending: Pending | undefined): void => {
    if (pending !== undefined) due.set(pending.on, [...(due.get(pending.on) ?? []), pending])
  }
  const perDay = total / openDays
  const [divorces, reissues, queries, proofs] = [shareOf(random, shares.divorces), shareOf(random, shares.reissues), shareOf(random, shares.queries), shareOf(random, shares.proofs)]
  return (day: CivilDate, since: CivilDate, last: { readonly from: number; readonly to: number } | undefined): readonly Step[] => {
    const steps: Step[] = []
    const seats = (count: number): readonly Seat[] => arrivals(random, count).map((time) => ({ day, arrival: squeeze(last)(time), counter: random.int(0, clerkIds.length - 1) }))
    const least = last !== undefined && total >= 100 ? 3 : 0
    for (const [index, seat] of seats(Math.max(least, divorces(perDay))).entries()) {
      const { steps: made, pending } = applicationSteps(desk, seat, agenda, last !== undefined && index === 0 ? 1 : undefined)
      steps.push(...made)
      plan(pending)
    }
    // What fell on days on which nobody was here (a lapse) is due on the next open day.
    const now: Pending[] = []
    for (let at = addDays(since, 1); at <= day; at = addDays(at, 1)) {
      now.push(...(due.get(at) ?? []))
      due.delete(at)
    }
    if (least > 0) {
      // Of those whose window is open a few come today, so that every state is to be seen at its end.
      const waiting = [...due.values()].flat().filter((entry) => entry.outcome !== 'refused' && entry.marriage === undefined && entry.dates.windowOpens <= day && entry.dates.end2 >= day)
      now.push(...waiting.slice(0, 4).map((entry): Pending => ({ ...entry, outcome: 'registered', on: addDays(day, 1) })))
    }
    for (const [index, seat] of seats(now.length).entries()) {
      const entry = now[now.length - 1 - index]
      if (entry === undefined) continue
      const { steps: made, again } = dueSteps(desk, seat, entry, agenda, least > 0 && entry.on > day ? [5, 9, 13, undefined][index] : undefined)
      steps.push(...made)
      plan(again)
    }
    for (const [index, seat] of seats(Math.max(least, reissues(perDay))).entries()) steps.push(...reissueSteps(desk, seat, last === undefined ? undefined : [2, 7][index]))
    for (const seat of seats(queries(perDay))) steps.push(...querySteps(desk, seat))
    for (const seat of seats(proofs(perDay))) steps.push(...proofSteps(desk, seat))
    return steps
  }
}

function* work(options: SampleOptions, today: CivilDate): Generator<Entry> {
  const random = seeded(options.seed)
  const year = planYear(random, today, options.cases)
  const shelves = { marriage: shelf('marriage', 'SJ'), divorce: shelf('divorce', 'SL') }
  const desk = makeDesk(random, drawnNumbers(random), pictures, shelves)
  const firstDay = year.days[0]?.day ?? today
  const notices = sampleNotices(Number(today.slice(0, 4)) + 1, firstDay)
  const agenda = agendaOf(year, today, notices)
  const others = otherMatters(desk, agenda, year.total, year.days.length)
  const [reconciled, inspected, archived] = [eachMonthOnce(), eachMonthOnce(), eachMonthOnce()]
  const hours = lastDayHours(options.until ?? '16:30')
  const endings = year.total < 400 ? [] : endingsOfYear.map(([part, kind]) => [Math.floor(part * year.days.length), kind] as const)
  const burials = burialDays({ seed: options.seed + 2, first: firstDay, last: today, bodies: Math.round(year.total * bodiesPerMarriage) })
  const names = placeNameDays({ seed: options.seed + 3, first: firstDay, calendar: makeCalendar([...shippedNotices, ...notices]) })
  let month = monthOf(firstDay)
  let before = addDays(firstDay, -1)
  let corrections = 0
  for (const [index, office] of year.days.entries()) {
    const { day } = office
    const isLast = day === today
    const last = isLast ? hours : undefined
    const steps: Step[] = []
    if (monthOf(day) !== month && reconciled(monthOf(day))) steps.push(...reconcileSteps(shelves, monthBefore(day), day))
    month = monthOf(day)
    if (index === 0) steps.push(...noticeSteps(notices, day))
    steps.push(...stockSteps(desk, day, office.cases, index === 0), ...signIns(desk, day))
    if (index === Math.floor(year.days.length / 2)) steps.push(...returnSteps(shelves, day))
    for (const [place, plan] of planDay(random, office, last).entries()) {
      steps.push(...caseSteps(desk, day === year.voidOn && place === Math.floor(office.cases / 3) ? { ...plan, course: 'voided' } : plan))
    }
    steps.push(...others(day, before, last))
    for (const [at, kind] of endings) if (at === index) steps.push(...endingSteps(desk, { day, arrival: 10 * 3600 + random.int(0, 5000), counter: random.int(0, 1) }, kind))
    // Last month's files go into the archive from the 10th on; those of the month before are inspected from the 20th.
    const of = (months: number): readonly (readonly ['marriage' | 'divorce' | 'reissue', readonly { readonly id: string; readonly day: CivilDate }[]])[] => {
      const wanted = shiftMonth(month, -months)
      const ended = <T extends { readonly day: CivilDate }>(list: readonly T[]): readonly T[] => list.filter((entry) => monthOf(entry.day) === wanted).toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
      return [['marriage', ended(desk.done)], ['divorce', ended(desk.divorces)], ['reissue', ended(desk.reissues)]]
    }
    if (Number(day.slice(8)) >= 10 && archived(month)) for (const [window, files] of of(1)) steps.push(...archiveSteps(desk, window, files, day))
    if (Number(day.slice(8)) >= 20 && inspected(month)) {
      const registered = new Set(desk.divorces.filter((entry) => entry.number !== '').map((entry) => entry.id))
      for (const [window, files] of of(2)) steps.push(...inspectionSteps(desk, window, window === 'divorce' ? files.filter((entry) => registered.has(entry.id)) : files, day))
    }
    const mistaken = desk.done.at(-12)
    if (index % 41 === 40 && mistaken !== undefined && !desk.taken.has(mistaken.id)) steps.push(correctionStep(desk, mistaken, day, corrections++ === 1))
    // The home works on the days on which the office is closed, too; what the desk of place names set for such a day stands on it.
    for (let closed = addDays(before, 1); closed < day; closed = addDays(closed, 1)) for (const step of [...burials(closed), ...names(closed)].toSorted((a, b) => a.at - b.at)) yield step.act()
    steps.push(...burials(day), ...names(day))
    before = day
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
    office: { name: sampleOfficeName, area: sampleArea, fonds: '9901', windows: ['marriage', 'burial', 'place-names'], sample: true },
    founder: { account: adminId, counter: '', at: instantAt(days[0]?.day ?? today, 0) },
    accounts: sampleAccounts,
    pictures: [...pictures.photos, ...pictures.men, ...pictures.women, ...pictures.scans, ...pictures.signs],
    drafts: draftsOf(seeded(options.seed + 1), today, options.until ?? '16:30'),
    cases: total,
    about: Math.round(total * 30),
    entries: { [Symbol.iterator]: () => work(options, today) },
  }
}

