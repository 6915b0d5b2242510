/** Fifty years of one office for the benchmark: the sample's people and papers, four actions a marriage. */
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

export const years = 50
export const actionsPerCase = 4
const clerks = ['bench-clerk', 'bench-clerk2', 'bench-clerk3'] as const

/** An id as the door gives it at the moment of opening. */
const idAt = (random: Random, at: string): string => timedId('m', Date.parse(at), random.int(0, 0xffffffff).toString(16).padStart(10, '0'))

const present = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
const ticked = ['name.0', 'name.1', 'number', 'serial.0', 'serial.1']

const finished = (file: MarriageFile, day: CivilDate, clerk: string, at: string): MarriageFile => ({
  ...file,
  declarations: [signedDeclaration(day, clerk), signedDeclaration(day, clerk)],
  networkChecks: ([0, 1] as const).map((party) => ({ party, identity: 'match', maritalStatus: file.parties[party].maritalStatus, checkedAt: at, operator: clerk, note: '', proof: '' })),
})

/** The serial of the nth blank of the history. */
const serialOf = (count: number): string => `SJ${String(100_000_000 + count)}`
const rangeSize = 50_000

/** All actions of so many marriages up to the day before `today`, in order of time. */
export function* history(cases: number, today: CivilDate, seed = 4): Generator<readonly [Actor, Action]> {
  const random = seeded(seed)
  const numbers = countedNumbers()
  const first = addDays(today, -Math.round(years * 365.2425))
  const days: CivilDate[] = []
  for (let day = first; day < today; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day)
  let made = 0
  let blanks = 0
  let received = 0
  let serial = 0
  let year = ''
  for (const [index, day] of days.entries()) {
    const due = Math.round(((index + 1) / days.length) * cases) - made
    if (day.slice(0, 4) !== year) {
      year = day.slice(0, 4)
      serial = 0
    }
    while (received < blanks + due * 2) {
      const from = received
      received += rangeSize
      yield [{ account: 'bench-manager', counter: '', at: instantAt(day, 30_000_000) }, { kind: 'blank.received', subject: `bench-range-${from}`, body: { type: 'marriage', prefix: 'SJ', first: serialOf(from), last: serialOf(received - 1), count: rangeSize, receivedOn: day, from: '示例市民政局', note: '' } }]
    }
    for (let place = 0; place < due; place += 1) {
      // Nine to five, one couple after another, so that the journal's time never runs back.
      const ms = 32_400_000 + Math.floor((place / due) * 27_000_000)
      const counter = place % 3
      const account = clerks[counter] ?? clerks[0]
      const actor = (later: number): Actor => ({ account, counter: String(counter + 1), at: instantAt(day, ms + later) })
      const subject = idAt(random, actor(0).at)
      made += 1
      serial += 1
      const number = formatCertificateNumber({ prefix: 'J', area: sampleArea, year: Number(year), serial })
      const opened = actor(0)
      yield [opened, { kind: 'marriage.opened', subject, body: { file: finished(makeCouple(random, day, numbers, pictures, { kind: 'marriage', personKinds: ['mainland', 'mainland'] }), day, account, opened.at) } }]
      yield [actor(20), { kind: 'marriage.registered', subject, body: { number, day, serials: [serialOf(blanks), serialOf(blanks + 1)], officeName: sampleOfficeName, area: sampleArea, registrar: account, opinion: '符合结婚条件，准予登记' } }]
      yield [actor(40), { kind: 'marriage.proofread', subject, body: { ticked } }]
      yield [actor(60), { kind: 'marriage.delivered', subject, body: { day, parties: [present, present] } }]
      blanks += 2
    }
  }
}
