import type { Calendar } from '../domain/calendar/index.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, civilDate } from '../domain/dates.ts'
import type { ReceiptDates } from '../domain/divorce/clock.ts'
import { coolingOff, receiptDates } from '../domain/divorce/clock.ts'
import type { Agreement, DivorceDeclaration, DivorceFile, Interview } from '../domain/divorce/file.ts'
import { emptyDivorceFile } from '../domain/divorce/file.ts'
import { divorceProofreadFields } from '../domain/divorce/proofread.ts'
import { divorceRules } from '../domain/divorce/rules/index.ts'
import { findDivorceNote } from '../domain/marriage/endings.ts'
import type { Party } from '../domain/marriage/file.ts'
import { identityPapers, partyKinds } from './couples.ts'
import type { Desk, Done } from './desk.ts'
import { holdsOn, takeMarriage } from './desk.ts'
import { earlierNumber, singlePhoto } from './earlier.ts'
import { couplesAges, makePerson } from './people.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import type { Random } from './random.ts'
import { weighted } from './random.ts'
import type { Seat, Step } from './script.ts'
import { getGround, handedOver, networkCheck, scriptOf, seatFor } from './script.ts'

/** What becomes of an accepted application: three in eight are not completed. */
type Outcome = 'registered' | 'withdrawn' | 'lapsed' | 'refused' | 'comesTwice'
const outcomes = weighted<Outcome>([['registered', 570], ['withdrawn', 145], ['lapsed', 250], ['refused', 22], ['comesTwice', 13]])
const beginnings = weighted<'accepted' | 'notAccepted' | 'abandoned'>([['accepted', 950], ['notAccepted', 32], ['abandoned', 18]])
const reasons = weighted([['', 520], ['01', 260], ['02', 40], ['03', 30], ['04', 35], ['05', 10], ['06', 60], ['07', 5], ['08', 5], ['09', 15], ['10', 15], ['99', 5]] as const)
// Full years that a marriage lasted: most end in their first ten.
const lasted = weighted<readonly [number, number]>([[[0, 1], 60], [[2, 3], 150], [[4, 5], 150], [[6, 9], 230], [[10, 15], 220], [[16, 25], 130], [[26, 35], 45], [[36, 45], 15]])

/** An accepted application on its way, with what both (or one) will do and when. */
export interface Pending {
  readonly id: string
  readonly file: DivorceFile
  readonly dates: ReceiptDates
  readonly outcome: Outcome
  /** The day on which they come, or the day after the window closed. */
  readonly on: CivilDate
  readonly marriage: Done | undefined
}

const signed = (on: CivilDate, witness: string): DivorceDeclaration => ({ voluntary: true, agreed: true, capacity: true, truthful: true, readAloud: true, signed: true, fingerprint: true, signedOn: on, witness, witnessSigned: true })

const settledAgreement = (random: Random, on: CivilDate): Agreement => ({
  collected: true, voluntary: true, parties: true, children: random.chance(0.55) ? 'settled' : 'none', property: random.chance(0.8) ? 'settled' : 'none', debts: random.chance(0.3) ? 'settled' : 'none', pregnancy: random.chance(0.01) ? 'settled' : 'no',
  originals: 3, signed: [true, true], fingerprint: [true, true], signedOn: on, witnessed: true, unaltered: true, identical: true,
})

const questions = ['你和对方是什么关系？何时何地登记结婚？', '你今天来办理什么？是否自愿？', '有没有人强迫、欺骗你？', '离婚协议是你们双方的真实意思吗？', '子女、财产、债务是怎样约定的？', '你知道领取离婚证以后夫妻关系即解除吗？']
const interviewOf = (random: Random, day: CivilDate, registrar: string, file: DivorceFile, willing: boolean): Interview => ({
  day, registrar, alone: true, voluntary: willing, agreementConfirmed: willing,
  questions: questions.map((question, index) => ({
    question,
    answer: [`夫妻。${file.marriage.day}在${file.marriage.office}登记结婚。`, willing ? '办理离婚登记，自愿的。' : '我现在不想离婚了。', '没有。', willing ? '是的，我看过并且同意。' : '我不同意。', random.pick(['按协议第二、三、四条办理。', '协议里都写明了，没有其他约定。']), '知道。'][index] ?? '',
  })),
  readBack: true, signed: true, fingerprint: true,
})

// Days from an application to the last end of its window, rest days included.
const longest = 90

const married = (party: Party): Party => ({ ...party, maritalStatus: '20' })

/** Parties and marriage of an application: one in eight ends a marriage of this register, the others were registered earlier or elsewhere. */
const applicantsOf = (desk: Desk, day: CivilDate): { readonly parties: readonly [Party, Party]; readonly marriage: DivorceFile['marriage']; readonly known: Done | undefined } => {
  const { random } = desk
  const certificates = (): DivorceFile['marriage']['certificates'] => (random.chance(0.05) ? (random.chance(0.3) ? ['lost', 'lost'] : random.chance(0.5) ? ['lost', 'shown'] : ['shown', 'lost']) : ['shown', 'shown'])
  const shown = certificates()
  const papers = { certificates: shown, lostStatements: [shown[0] === 'lost', shown[1] === 'lost'] as [boolean, boolean], fileCopy: shown[0] === 'lost' && shown[1] === 'lost' }
  const known = random.chance(0.12) ? takeMarriage(desk, addDays(day, -20), addDays(day, longest)) : undefined
  if (known !== undefined) {
    const [man, woman] = known.file.parties
    return { known, parties: [married(man), married(woman)], marriage: { caseId: known.id, number: known.number, office: sampleOfficeName, day: known.day, place: 'mainland', ...papers } }
  }
  const [least, most] = lasted(random)
  const days = Math.round(random.int(least * 12, most * 12 + 11) * 30.44) + random.int(1, 27)
  const since = addDays(day, -days)
  const ages = couplesAges(random, [random.chance(0.85), random.chance(0.85)])
  const kinds = partyKinds(random)
  const draw = (index: 0 | 1): Party => makePerson(random, { sex: index === 0 ? '1' : '2', kind: kinds[index], age: ages[index] + days / 365.25 + 0.1, on: day, maritalStatus: '20' }, desk.numbers)
  // Both have to show a paper that holds when they apply and when they come for the certificate.
  const person = (index: 0 | 1): Party => {
    for (;;) {
      const drawn = draw(index)
      if (holdsOn(drawn, addDays(day, longest))) return drawn
    }
  }
  const number = earlierNumber(random, 'marriage', since, () => `9901${random.pick(['01', '02', '03', '11'])}`)
  const office = number.startsWith('J990101') ? sampleOfficeName : '示例市民政局婚姻登记处'
  return { known: undefined, parties: [person(0), person(1)], marriage: { caseId: '', number, office, day: since, place: 'mainland', ...papers } }
}

const applicationOf = (desk: Desk, day: CivilDate): { readonly file: DivorceFile; readonly known: Done | undefined } => {
  const { parties, marriage, known } = applicantsOf(desk, day)
  const empty = emptyDivorceFile()
  const file: DivorceFile = {
    ...empty, parties: [parties[0], parties[1]], marriage,
    application: { together: true, filledOnSpot: true, agreed: 'yes', voluntary: ['yes', 'yes'], capacity: ['full', 'full'], signed: [true, true], fingerprint: [true, true] },
    counselling: { offered: desk.random.chance(0.9), taken: desk.random.chance(0.12), note: '' },
    papers: ([0, 1] as const).flatMap((index) => identityPapers(desk.random, parties[index], index, desk.pictures)),
    reason: reasons(desk.random),
  }
  return { file, known }
}

const refusedAt = [
  { rule: 'divorce.agreement-reached', reason: '双方对子女抚养未达成一致意见。', change: (file: DivorceFile): DivorceFile => ({ ...file, application: { ...file.application, agreed: 'no' } }) },
  { rule: 'divorce.capacity', reason: '女方为限制民事行为能力人，应当向人民法院提起诉讼。', change: (file: DivorceFile): DivorceFile => ({ ...file, application: { ...file.application, capacity: ['full', 'limited'] } }) },
  { rule: 'divorce.place', reason: '结婚登记不是在中国内地办理的。', change: (file: DivorceFile): DivorceFile => ({ ...file, marriage: { ...file.marriage, caseId: '', number: 'SAMPLE 4711/19', office: 'SAMPLE CIVIL REGISTRY', place: 'elsewhere' } }) },
] as const

/** The days on which an office is open, for planning what comes later. */
export interface Agenda {
  /** The first open day from one day to another, both in it; undefined when there is none. */
  firstOpen(from: CivilDate, to: CivilDate): CivilDate | undefined
  readonly calendar: Calendar
}

const planned = (random: Random, dates: ReceiptDates, outcome: Outcome, agenda: Agenda): CivilDate => {
  const within = (from: string, days: number, to: string): CivilDate | undefined => agenda.firstOpen(addDays(civilDate(from), random.int(0, days)), civilDate(to)) ?? agenda.firstOpen(civilDate(from), civilDate(to))
  const gone = addDays(civilDate(dates.end2), 1)
  if (outcome === 'lapsed') return gone
  // Half of those who withdraw do so within ten days; most who divorce come in the window's first days.
  if (outcome === 'withdrawn') return within(addDays(civilDate(dates.received), 1), random.chance(0.5) ? 9 : 29, dates.end1) ?? gone
  return within(dates.windowOpens, random.chance(0.6) ? 4 : 27, dates.end2) ?? gone
}

/** An application from the form to the receipt in hand, and what is to come of it. */
export const applicationSteps = (desk: Desk, seat: Seat, agenda: Agenda, stopAfter?: number): { readonly steps: readonly Step[]; readonly pending: Pending | undefined } => {
  const { random } = desk
  const { day } = seat
  const { file, known } = applicationOf(desk, day)
  const id = desk.nextId('d')
  const script = scriptOf(random, seatFor(random, seat, file.parties), id)
  const beginning = stopAfter === undefined ? beginnings(random) : 'accepted'
  const wrong = beginning === 'notAccepted' ? random.pick(refusedAt) : undefined
  const opened = wrong === undefined ? file : wrong.change(file)
  script.act('divorce.opened', [300, 700], () => ({ file: opened }))
  if (beginning === 'abandoned') {
    if (known !== undefined) desk.taken.delete(known.id)
    script.act('divorce.abandoned', [60, 300], () => ({ day }), { reason: random.pick(['双方当场和好', '未带结婚证，改日再来', '一方临时改变主意']) })
    return { steps: script.steps, pending: undefined }
  }
  script.print('divorce.printed', 'divorce.application', undefined, [10, 30])
  if (wrong !== undefined) {
    if (known !== undefined) desk.taken.delete(known.id)
    script.act('divorce.notAccepted', [60, 240], () => ({ day, grounds: [getGround(divorceRules, wrong.rule, day, wrong.reason)], registrar: script.clerk, paperAsked: true }))
    script.print('divorce.printed', 'divorce.nonAcceptance', undefined, [15, 40])
    return { steps: script.steps, pending: undefined }
  }
  for (const party of [0, 1] as const) script.act('divorce.checked', [15, 60], (at) => ({ check: networkCheck(party, file.parties[party], '20', at, script.clerk) }))
  const dates = receiptDates(coolingOff(day, agenda.calendar))
  script.act('divorce.accepted', [60, 180], () => ({ receipt: dates, receiptNumber: desk.nextOf('离受〔{year}〕{serial:6}号', day), officeName: sampleOfficeName, area: sampleArea, registrar: script.clerk }))
  script.print('divorce.printed', 'divorce.receipt', undefined, [8, 20])
  const outcome = outcomes(random)
  const steps = stopAfter === undefined ? script.steps : script.steps.slice(0, stopAfter)
  return { steps, pending: stopAfter === undefined ? { id, file, dates, outcome, on: planned(random, dates, outcome, agenda), marriage: known } : undefined }
}

const withdrawalSteps = (desk: Desk, seat: Seat, { id, file, dates }: Pending): readonly Step[] => {
  const { random } = desk
  const script = scriptOf(random, seatFor(random, seat, file.parties), id)
  const party = random.int(0, 1) as 0 | 1
  const { day } = seat
  script.act('divorce.withdrawn', [120, 300], () => {
    desk.divorces.push({ id, day, number: '', file, acceptedOn: civilDate(dates.received) })
    return { day, party, identityShown: true, receipt: random.chance(0.9) ? 'shown' : 'lostExplained', signed: true, fingerprint: true, registrar: script.clerk, confirmationNumber: desk.nextOf('离撤〔{year}〕{serial:6}号', day) }
  })
  script.print('divorce.printed', 'divorce.withdrawal', undefined, [5, 15])
  script.print('divorce.printed', 'divorce.confirmation', undefined, [5, 15])
  return script.steps
}

/** What happens when both come for the certificate: interviews, agreement, decision, certificates, hand-over. */
const issuanceSteps = (desk: Desk, seat: Seat, pending: Pending): readonly Step[] => {
  const { random } = desk
  const { id, dates, marriage, outcome } = pending
  const { day } = seat
  const script = scriptOf(random, seatFor(random, seat, pending.file.parties), id)
  const shelf = desk.shelves.divorce
  const willing = outcome !== 'refused'
  const photos: DivorceFile['photos'] = [singlePhoto(random, desk.pictures.men), singlePhoto(random, desk.pictures.women)]
  const file: DivorceFile = { ...pending.file, agreement: settledAgreement(random, day), declarations: [signed(day, script.clerk), signed(day, script.clerk)], photos }
  script.act('divorce.issuanceStarted', [60, 180], () => ({ day, present: [true, true], receipt: random.chance(0.95) ? 'shown' : 'lostExplained', area: sampleArea }))
  for (const party of [0, 1] as const) {
    script.act('divorce.interviewed', [240, 600], () => ({ party, interview: interviewOf(random, day, script.clerk, file, willing || party === 0) }))
    script.print('divorce.printed', 'divorce.interview', party, [5, 12])
  }
  if (outcome === 'refused') {
    script.act('divorce.refused', [60, 200], () => {
      desk.divorces.push({ id, day, number: '', file, acceptedOn: civilDate(dates.received) })
      return { day, grounds: [getGround(divorceRules, 'divorce.interview-will', day, '女方在询问中表示不再自愿离婚。')], registrar: script.clerk }
    })
    script.print('divorce.printed', 'divorce.refusal', undefined, [10, 20])
    return script.steps
  }
  const { agreement, declarations } = file
  script.act('divorce.amended', [180, 420], () => ({ changes: { agreement, declarations, photos } }))
  for (const party of [0, 1] as const) script.act('divorce.checked', [15, 40], (at) => ({ check: networkCheck(party, file.parties[party], '20', at, script.clerk) }))
  let serials: [string, string] = ['', '']
  let number = ''
  script.act('divorce.registered', [60, 200], () => {
    number = desk.nextNumber('L', day)
    serials = [shelf.take(), shelf.take()]
    return { number, day, serials: [...serials], officeName: sampleOfficeName, area: sampleArea, registrar: script.clerk, opinion: '符合离婚条件，准予登记' }
  })
  if (marriage !== undefined) {
    // The note in the marriage file is of the same moment as the divorce.
    script.act('marriage.divorced', [0, 0], () => {
      const note = findDivorceNote({ id, number, day, officeName: sampleOfficeName, file })
      if (note?.kind !== 'marriage.divorced') throw new Error(`no note for ${id}`)
      return note.body
    }, { subject: marriage.id })
  }
  script.print('divorce.printed', 'divorce.review', undefined, [6, 15])
  script.print('divorce.printed', 'divorce.certificate', 0, [12, 30])
  script.print('divorce.printed', 'divorce.certificate', 1, [10, 25])
  script.act('divorce.proofread', [40, 120], () => ({ ticked: divorceProofreadFields(file).map(({ field }) => field) }))
  const { certificates } = file.marriage
  if (certificates.includes('shown')) script.act('divorce.marriageCertificatesStamped', [40, 90], () => ({ day, stamped: [certificates[0] === 'shown', certificates[1] === 'shown'], copied: true, returned: true }))
  script.act('divorce.delivered', [50, 150], () => {
    desk.divorces.push({ id, day, number, file, acceptedOn: civilDate(dates.received) })
    return { day, parties: [handedOver, handedOver] }
  })
  return script.steps
}

/** What falls due on a day for an application; those that lapse ask for no act at all. */
export const dueSteps = (desk: Desk, seat: Seat, pending: Pending, agenda: Agenda, stopAfter?: number): { readonly steps: readonly Step[]; readonly again: Pending | undefined } => {
  if (pending.outcome === 'lapsed' || seat.day > pending.dates.end2) {
    desk.divorces.push({ id: pending.id, day: pending.on, number: '', file: pending.file, acceptedOn: civilDate(pending.dates.received) })
    if (pending.marriage !== undefined) desk.taken.delete(pending.marriage.id)
    return { steps: [], again: undefined }
  }
  if (pending.outcome === 'withdrawn') {
    if (pending.marriage !== undefined) desk.taken.delete(pending.marriage.id)
    return { steps: withdrawalSteps(desk, seat, pending), again: undefined }
  }
  const next = pending.outcome === 'comesTwice' ? agenda.firstOpen(addDays(seat.day, 1), civilDate(pending.dates.end2)) : undefined
  if (next !== undefined) {
    const script = scriptOf(desk.random, seatFor(desk.random, seat, pending.file.parties), pending.id)
    script.act('divorce.issuanceStarted', [60, 180], () => ({ day: seat.day, present: [true, true], receipt: 'shown', area: sampleArea }))
    script.act('divorce.issuanceEnded', [300, 900], () => ({ day: seat.day }), { reason: '协议需要修改，双方商定改日再来' })
    return { steps: script.steps, again: { ...pending, outcome: 'registered', on: next } }
  }
  const steps = issuanceSteps(desk, seat, pending)
  return { steps: stopAfter === undefined ? steps : steps.slice(0, stopAfter), again: undefined }
}
