import type { Action } from '../domain/action.ts'
import { calendarKnownOn, hasYear, shippedCalendar } from '../domain/calendar/index.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays } from '../domain/dates.ts'
import type { ReceiptDates } from '../domain/divorce/clock.ts'
import { coolingOff, receiptDates } from '../domain/divorce/clock.ts'
import type { DivorceFile, Interview } from '../domain/divorce/file.ts'
import { emptyDivorceFile } from '../domain/divorce/file.ts'
import type { MarriageFile, Party } from '../domain/marriage/file.ts'
import { formatCertificateNumber } from '../domain/marriage/numbers.ts'
import { pictures } from '../sample/pictures.ts'
import { sampleArea, sampleOfficeName } from '../sample/places.ts'
import type { Random } from '../sample/random.ts'
import { weighted } from '../sample/random.ts'
import { handedOver } from '../sample/script.ts'

/** Divorce applications of the benchmark's history: files as whole as the counter makes them, ends in the shares of a year (three in eight not completed). */

/** A marriage that an application may name. */
export interface Known { readonly id: string; readonly number: string; readonly day: CivilDate; readonly parties: MarriageFile['parties'] }

/** An accepted application and the day on which something comes of it. */
export interface Application { readonly id: string; readonly file: DivorceFile; readonly outcome: 'registered' | 'withdrawn' | 'refused'; readonly marriage: Known | undefined }

const outcomes = weighted<'registered' | 'withdrawn' | 'lapsed' | 'refused'>([['registered', 600], ['withdrawn', 145], ['lapsed', 235], ['refused', 20]])
const reasons = weighted([['', 520], ['01', 300], ['02', 40], ['03', 30], ['06', 70], ['09', 20], ['99', 20]] as const)

const signed = (on: CivilDate, witness: string) => ({ signed: true, fingerprint: true, signedOn: on, witness, witnessSigned: true })
const interview = (day: CivilDate, registrar: string): Interview => ({
  day, registrar, alone: true, voluntary: true, agreementConfirmed: true,
  questions: ['你和对方是什么关系？', '你是否自愿离婚？', '离婚协议是你们双方的真实意思吗？', '子女、财产、债务是怎样约定的？'].map((question, index) => ({ question, answer: ['夫妻。', '自愿。', '是。', '按协议办理。'][index] ?? '' })), readBack: true, signed: true, fingerprint: true,
})
const photo = (random: Random, from: typeof pictures.men): DivorceFile['photos'][number] => {
  const { hash, width, height } = random.pick(from)
  return { hash, width, height, prints: 2, recent: true, notComposed: true }
}
/** The party as of the application, with a paper that holds. */
const married = (party: Party, day: CivilDate): Party => ({ ...party, maritalStatus: '20', identityFrom: addDays(day, -700), identityTo: addDays(day, 6000) })

const fileOf = (random: Random, day: CivilDate, clerk: string, parties: MarriageFile['parties'], at: string, marriage: Pick<Known, 'id' | 'number' | 'day'>): DivorceFile => ({
  ...emptyDivorceFile(),
  parties: [married(parties[0], day), married(parties[1], day)],
  marriage: { caseId: marriage.id, number: marriage.number, office: sampleOfficeName, day: marriage.day, place: 'mainland', certificates: ['shown', 'shown'], lostStatements: [false, false], fileCopy: false },
  application: { together: true, filledOnSpot: true, agreed: 'yes', voluntary: ['yes', 'yes'], capacity: ['full', 'full'], signed: [true, true], fingerprint: [true, true] },
  networkChecks: ([0, 1] as const).map((party) => ({ party, identity: 'match', maritalStatus: '20', checkedAt: at, operator: clerk, note: '', proof: '' })),
  papers: ([0, 1] as const).map((party) => ({ type: 'identity', party, number: parties[party].identityNumber, issuer: parties[party].identityIssuer, issuedOn: addDays(day, -700), validTo: addDays(day, 6000), legible: true, note: '', scans: [] })),
  declarations: [0, 1].map(() => ({ voluntary: true, agreed: true, capacity: true, truthful: true, readAloud: true, ...signed(day, clerk) })) as unknown as DivorceFile['declarations'],
  agreement: { collected: true, voluntary: true, parties: true, children: 'settled', property: 'settled', debts: 'none', pregnancy: 'no', originals: 3, signed: [true, true], fingerprint: [true, true], signedOn: day, witnessed: true, unaltered: true, identical: true },
  photos: [photo(random, pictures.men), photo(random, pictures.women)],
  reason: reasons(random),
})

/** The days of the receipt by the notices published by then; where there were none (the table begins in 2015) thirty days and thirty days by the law alone. */
const datesOf = (received: CivilDate): ReceiptDates => {
  if (hasYear(shippedCalendar, Number(received.slice(0, 4)))) {
    try {
      return receiptDates(coolingOff(received, calendarKnownOn(shippedCalendar, received)))
    } catch {
      // The next year's notice was not out yet.
    }
  }
  const end1 = addDays(received, 30)
  const end2 = addDays(end1, 30)
  return { received, raw1: end1, end1, windowOpens: addDays(end1, 1), raw2: end2, end2, rolled: [], makeUpDayCountsAsWorking: true }
}

/** The acts of the day of an application, and what comes of it on which day (the next open one); undefined when nobody comes again. */
export const applied = (random: Random, { id, day, clerk, at, serial, marriage, parties }: { readonly id: string; readonly day: CivilDate; readonly clerk: string; readonly at: string; readonly serial: number; readonly marriage: Known | undefined; readonly parties: MarriageFile['parties'] }): { readonly actions: readonly Action[]; readonly due: { readonly on: CivilDate; readonly application: Application } | undefined } => {
  const since = marriage ?? { id: '', number: `示结字第${day.slice(2, 4)}${String(serial).padStart(6, '0')}号`, day: addDays(day, -random.int(200, 12_000)) }
  const file = fileOf(random, day, clerk, parties, at, since)
  const receipt = datesOf(day)
  const actions: Action[] = [
    { kind: 'divorce.opened', subject: id, body: { file } },
    { kind: 'divorce.accepted', subject: id, body: { receipt, receiptNumber: `离受〔${day.slice(0, 4)}〕${String(serial).padStart(6, '0')}号`, officeName: sampleOfficeName, area: sampleArea, registrar: clerk } },
  ]
  const outcome = outcomes(random)
  if (outcome === 'lapsed') return { actions, due: undefined }
  return { actions, due: { on: outcome === 'withdrawn' ? addDays(day, random.int(1, 25)) : addDays(receipt.windowOpens as CivilDate, random.int(0, 20)), application: { id, file, outcome, marriage } } }
}

/** What an application comes to on its day; `serials` are taken from stock for a registration only. */
export const ended = ({ id, file, outcome, marriage }: Application, { day, clerk, serial, serials }: { readonly day: CivilDate; readonly clerk: string; readonly serial: number; readonly serials: readonly [string, string] }): readonly Action[] => {
  if (outcome === 'withdrawn') return [{ kind: 'divorce.withdrawn', subject: id, body: { day, party: 0, identityShown: true, receipt: 'shown', signed: true, fingerprint: true, registrar: clerk, confirmationNumber: `离撤〔${day.slice(0, 4)}〕${id}` } }]
  const started: Action = { kind: 'divorce.issuanceStarted', subject: id, body: { day, present: [true, true], receipt: 'shown', area: sampleArea } }
  const asked = ([0, 1] as const).map((party): Action => ({ kind: 'divorce.interviewed', subject: id, body: { party, interview: interview(day, clerk) } }))
  if (outcome === 'refused') return [started, ...asked, { kind: 'divorce.refused', subject: id, body: { day, grounds: [{ rule: 'divorce.interview-will', law: '《婚姻登记条例》第十六条', reason: '一方不再自愿离婚。' }], registrar: clerk } }]
  const number = formatCertificateNumber({ prefix: 'L', area: sampleArea, year: Number(day.slice(0, 4)), serial })
  return [
    started, ...asked,
    { kind: 'divorce.registered', subject: id, body: { number, day, serials: [...serials], officeName: sampleOfficeName, area: sampleArea, registrar: clerk, opinion: '符合离婚条件，准予登记' } },
    ...(marriage === undefined ? [] : [{ kind: 'marriage.divorced', subject: marriage.id, second: 'bench-manager', reason: '离婚登记', body: { by: 'thisOffice', authority: sampleOfficeName, number, day, caseId: id, note: { remark: `双方离婚，离婚证字号${number}。`, otherFile: number, uploadedOn: '' } } }]),
    { kind: 'divorce.proofread', subject: id, body: { ticked: file.parties.flatMap((_, party) => [`name.${party}`]).concat('number', 'serial.0', 'serial.1') } },
    { kind: 'divorce.marriageCertificatesStamped', subject: id, body: { day, stamped: [true, true], copied: true, returned: true } },
    { kind: 'divorce.delivered', subject: id, body: { day, parties: [handedOver, handedOver] } },
  ]
}
