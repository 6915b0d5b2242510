/** Fifty years of one office for the benchmark: the sample's people and papers; four actions a marriage, and one divorce application for every four marriages. */
import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, weekday } from '../domain/dates.ts'
import { timedId } from '../domain/ids.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import { formatCertificateNumber } from '../domain/marriage/numbers.ts'
import { instantAt } from '../sample/script.ts'
import { makeCouple, signedDeclaration } from '../sample/couples.ts'
import { countedNumbers } from '../sample/people.ts'
import { pictures } from '../sample/pictures.ts'
import { sampleArea, sampleOfficeName } from '../sample/places.ts'
import { seeded } from '../sample/random.ts'
import type { Random } from '../sample/random.ts'
import type { Application, Known } from './divorces.ts'
import { applied, ended } from './divorces.ts'

export const years = 50
export const actionsPerCase = 4
const clerks = ['bench-clerk', 'bench-clerk2', 'bench-clerk3'] as const

/** Of so many cases four in five are marriages, the others divorce applications. */
export const divorcesOf = (cases: number): number => Math.floor(cases / 5)

/** An id as the door gives it at the moment of opening. */
const idAt = (letter: 'm' | 'd', random: Random, at: string): string => timedId(letter, Date.parse(at), random.int(0, 0xffffffff).toString(16).padStart(10, '0'))

const present = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
const ticked = ['name.0', 'name.1', 'number', 'serial.0', 'serial.1']

const finished = (file: MarriageFile, day: CivilDate, clerk: string, at: string): MarriageFile => ({
  ...file,
  declarations: [signedDeclaration(day, clerk), signedDeclaration(day, clerk)],
  networkChecks: ([0, 1] as const).map((party) => ({ party, identity: 'match', maritalStatus: file.parties[party].maritalStatus, checkedAt: at, operator: clerk, note: '', proof: '' })),
})

const rangeSize = 50_000

/** The blanks of a type: received in ranges as they are used up. */
const shelfOf = (type: 'marriage' | 'divorce', letters: string) => {
  let used = 0
  let received = 0
  const serialOf = (count: number): string => `${letters}${String(100_000_000 + count)}`
  return {
    take: (): string => serialOf(used++),
    /** The range that a day's work needs and the shelf does not hold. */
    receive: (day: CivilDate, wanted: number): readonly Action[] => {
      const actions: Action[] = []
      while (received < used + wanted) {
        const from = received
        received += rangeSize
        actions.push({ kind: 'blank.received', subject: `bench-${type}-${from}`, body: { type, prefix: letters, first: serialOf(from), last: serialOf(received - 1), count: rangeSize, receivedOn: day, from: '示例市民政局', note: '' } })
      }
      return actions
    },
  }
}

// Marriages that a divorce may end; a new one takes the place of an old one now and then.
const mostKnown = 4000

/** All actions of so many cases up to the day before `today`, in order of time. */
export function* history(cases: number, today: CivilDate, seed = 4): Generator<readonly [Actor, Action]> {
  const random = seeded(seed)
  const numbers = countedNumbers()
  const first = addDays(today, -Math.round(years * 365.2425))
  const days: CivilDate[] = []
  for (let day = first; day < today; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day)
  const divorces = divorcesOf(cases)
  const marriages = cases - divorces
  const booklets = { marriage: shelfOf('marriage', 'SJ'), divorce: shelfOf('divorce', 'SL') }
  const known: Known[] = []
  let pending: { readonly on: CivilDate; readonly application: Application }[] = []
  const made = { marriages: 0, divorces: 0 }
  const serial = { J: 0, L: 0, receipt: 0 }
  let year = ''
  for (const [index, day] of days.entries()) {
    const share = (all: number): number => Math.round(((index + 1) / days.length) * all)
    const couples = share(marriages) - made.marriages
    const applications = share(divorces) - made.divorces
    if (day.slice(0, 4) !== year) {
      year = day.slice(0, 4)
      serial.J = serial.L = serial.receipt = 0
    }
    const due = pending.filter(({ on }) => on <= day)
    pending = pending.filter(({ on }) => on > day)
    for (const action of [...booklets.marriage.receive(day, couples * 2), ...booklets.divorce.receive(day, due.length * 2)]) yield [{ account: 'bench-manager', counter: '', at: instantAt(day, 30_000_000) }, action]
    const all = couples + applications + due.length
    const work: (() => Iterable<readonly [Actor, Action]>)[] = []
    let place = 0
    // Nine to five, one couple after another, so that the journal's time never runs back.
    const seat = (): { readonly account: string; readonly actor: (later: number) => Actor } => {
      const ms = 32_400_000 + Math.floor((place / all) * 27_000_000)
      const counter = place % 3
      const account = clerks[counter] ?? clerks[0]
      place += 1
      return { account, actor: (later) => ({ account, counter: String(counter + 1), at: instantAt(day, ms + later) }) }
    }
    const marry = function* (): Generator<readonly [Actor, Action]> {
      const { account, actor } = seat()
      const opened = actor(0)
      const subject = idAt('m', random, opened.at)
      const number = formatCertificateNumber({ prefix: 'J', area: sampleArea, year: Number(year), serial: (serial.J += 1) })
      const file = finished(makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] }), day, account, opened.at)
      yield [opened, { kind: 'marriage.opened', subject, body: { file } }]
      yield [actor(20), { kind: 'marriage.registered', subject, body: { number, day, serials: [booklets.marriage.take(), booklets.marriage.take()], officeName: sampleOfficeName, area: sampleArea, registrar: account, opinion: '符合结婚条件，准予登记' } }]
      yield [actor(40), { kind: 'marriage.proofread', subject, body: { ticked } }]
      yield [actor(60), { kind: 'marriage.delivered', subject, body: { day, parties: [present, present] } }]
      const marriage = { id: subject, number, day, parties: file.parties }
      if (known.length < mostKnown) known.push(marriage)
      else if (random.chance(0.1)) known[random.int(0, mostKnown - 1)] = marriage
    }
    const apply = function* (): Generator<readonly [Actor, Action]> {
      const { account, actor } = seat()
      const at = actor(0).at
      const marriage = random.chance(0.5) && known.length > 10 ? known.splice(random.int(0, known.length - 1), 1)[0] : undefined
      const parties = marriage?.parties ?? makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] }).parties
      const { actions, due: later } = applied(random, { id: idAt('d', random, at), day, clerk: account, at, serial: (serial.receipt += 1), marriage, parties })
      for (const [step, action] of actions.entries()) yield [actor(step * 20), action]
      if (later !== undefined) pending.push(later)
    }
    const end = (application: Application) => function* (): Generator<readonly [Actor, Action]> {
      const { account, actor } = seat()
      const registers = application.outcome === 'registered'
      if (registers) serial.L += 1
      const serials: [string, string] = registers ? [booklets.divorce.take(), booklets.divorce.take()] : ['', '']
      for (const [step, action] of ended(application, { day, clerk: account, serial: serial.L, serials }).entries()) yield [actor(step * 10), action]
    }
    for (let count = 0; count < couples; count += 1) work.push(marry)
    for (let count = 0; count < applications; count += 1) work.push(apply)
    for (const { application } of due) work.push(end(application))
    for (const one of work) yield* one()
    made.marriages += couples
    made.divorces += applications
  }
}
