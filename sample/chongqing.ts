import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDate, weekday } from '../domain/dates.ts'
import { formatCertificateNumber } from '../domain/marriage/numbers.ts'
import type { MarriageFile, PersonKind } from '../domain/marriage/file.ts'
import { makeCouple, signedDeclaration } from './couples.ts'
import type { Pictures } from './couples.ts'
import { clerkIds, managerId } from './accounts.ts'
import { countedNumbers } from './people.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import { seeded } from './random.ts'
import { handedOver, instantAt, networkCheck } from './script.ts'

/** Marriages of one year as a yearbook prints them: 对 and 人 (重庆统计年鉴 18-6). */
export interface PublishedYear {
  readonly year: number
  readonly couples: number
  readonly mainland: number
  /** Persons who married for the first time, and those who married again. */
  readonly first: number
  readonly again: number
}

/** 重庆 2006: 219,409 couples = 218,009 mainland + 1,400 others; 438,818 persons = 345,010 first + 93,808 again. */
export const chongqing2006: PublishedYear = { year: 2006, couples: 219_409, mainland: 218_009, first: 345_010, again: 93_808 }

/** The same table at one in so many, rounded so that its identities still hold. */
export const scaledYear = (table: PublishedYear, scale: number): PublishedYear => {
  const couples = Math.round(table.couples / scale)
  const again = Math.round(table.again / scale)
  return { year: table.year, couples, mainland: couples - Math.round((table.couples - table.mainland) / scale), first: 2 * couples - again, again }
}

const noPictures: Pictures = { photos: [], men: [], women: [], scans: [] }
const kinds: readonly PersonKind[] = ['foreigner', 'hongkong', 'taiwan', 'macao', 'overseas']

/** Whether the nth of `of` falls to a share, spread evenly so that exactly `share` of them do. */
const falls = (n: number, share: number, of: number): boolean => Math.floor(((n + 1) * share) / of) > Math.floor((n * share) / of)

/** The actions that register a published year's couples, in order of time: every person and paper is made up, the counts are those of the table. */
export function* publishedYear(table: PublishedYear, seed = 6): Generator<readonly [Actor, Action]> {
  const random = seeded(seed)
  const numbers = countedNumbers()
  const days: CivilDate[] = []
  for (let day = civilDate(`${table.year}-01-04`); day <= `${table.year}-12-30`; day = addDays(day, 1)) if (weekday(day) < 6) days.push(day)
  const serialOf = (count: number): string => `SJ${String(900_000_000 + count)}`
  const blanks = 2 * table.couples
  const start = days[0] ?? civilDate(`${table.year}-01-04`)
  yield [{ account: managerId, counter: '', at: instantAt(start, 30_000_000) }, { kind: 'blank.received', subject: `published-${table.year}`, body: { type: 'marriage', prefix: 'SJ', first: serialOf(0), last: serialOf(blanks - 1), count: blanks, receivedOn: start, from: '示例市民政局', note: '' } }]
  let made = 0
  for (const [index, day] of days.entries()) {
    const due = Math.round(((index + 1) / days.length) * table.couples) - made
    for (let place = 0; place < due; place += 1) {
      const n = made++
      const ms = 32_400_000 + Math.floor((place / due) * 27_000_000)
      const counter = place % clerkIds.length
      const clerk = clerkIds[counter] ?? clerkIds[0]
      const actor = (later: number): Actor => ({ account: clerk, counter: String(counter + 1), at: instantAt(day, ms + later) })
      // Of 2n persons the again-married are spread evenly: the man is person 2n, the woman 2n + 1.
      const again = ([0, 1] as const).map((index) => falls(2 * n + index, table.again, 2 * table.couples)) as [boolean, boolean]
      const other = kinds[n % kinds.length] ?? 'foreigner'
      const persons: readonly [PersonKind, PersonKind] = falls(n, table.couples - table.mainland, table.couples) ? (n % 2 === 0 ? ['mainland', other] : [other, 'mainland']) : ['mainland', 'mainland']
      const couple = makeCouple(random, day, numbers, noPictures, { kind: 'marriage', personKinds: persons })
      const status = (index: 0 | 1): string => (again[index] ? (n % 9 === 0 ? '30' : '40') : '10')
      const parties: MarriageFile['parties'] = [{ ...couple.parties[0], maritalStatus: status(0) }, { ...couple.parties[1], maritalStatus: status(1) }]
      const at = actor(0).at
      const file: MarriageFile = { ...couple, parties, declarations: [signedDeclaration(day, clerk), signedDeclaration(day, clerk)], networkChecks: ([0, 1] as const).map((party) => networkCheck(party, parties[party], parties[party].maritalStatus, at, clerk)) }
      const subject = `published-${table.year}-${String(n + 1).padStart(6, '0')}`
      const number = formatCertificateNumber({ prefix: 'J', area: sampleArea, year: table.year, serial: n + 1 })
      yield [actor(0), { kind: 'marriage.opened', subject, body: { file } }]
      yield [actor(20), { kind: 'marriage.registered', subject, body: { number, day, serials: [serialOf(2 * n), serialOf(2 * n + 1)], officeName: sampleOfficeName, area: sampleArea, registrar: clerk, opinion: '符合结婚条件，准予登记' } }]
      yield [actor(40), { kind: 'marriage.proofread', subject, body: { ticked: ['number'] } }]
      yield [actor(60), { kind: 'marriage.delivered', subject, body: { day, parties: [handedOver, handedOver] } }]
    }
  }
}
