import type { Action, Actor } from '../domain/action.ts'
import type { CivilDate } from '../domain/dates.ts'
import { addDays, fullYears } from '../domain/dates.ts'
import type { MarriageActionBody, MarriageActionKind } from '../domain/marriage/actions.ts'
import type { MarriageFile, NetworkCheck, Party } from '../domain/marriage/file.ts'
import { isNonMainland } from '../domain/marriage/context.ts'
import { formatCertificateNumber } from '../domain/marriage/numbers.ts'
import { proofreadFields } from '../domain/marriage/proofread.ts'
import { conditionRules } from '../domain/marriage/rules/conditions.ts'
import { inForce } from '../domain/rule.ts'
import { clerkIds, managerId } from './accounts.ts'
import type { CoupleWish, Pictures } from './couples.ts'
import { makeCouple, signedDeclaration } from './couples.ts'
import type { NumberSource } from './people.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import type { Random } from './random.ts'
import { hex } from './random.ts'
import type { Shelf } from './stock.ts'

export type Entry = readonly [Actor, Action]
/** One act of a day, made when its time has come, so that numbers and serials are given in order. */
export interface Step {
  /** Milliseconds since midnight. */
  readonly at: number
  readonly act: () => Entry
}

/** A marriage handed over, for what is done to it later. */
export interface Done {
  readonly id: string
  readonly day: CivilDate
  readonly number: string
  readonly counter: number
  readonly file: MarriageFile
  readonly serials: readonly [string, string]
}

/** The office at work: what cases take from and leave behind. */
export interface Desk {
  readonly random: Random
  readonly numbers: NumberSource
  readonly pictures: Pictures
  readonly shelf: Shelf
  readonly done: Done[]
  /** The next certificate number of a day's year. */
  readonly nextNumber: (day: CivilDate) => string
  readonly nextId: () => string
}

/** How a case goes. */
export type Course = 'delivered' | 'underAge' | 'married' | 'kin' | 'unwilling' | 'abandoned' | 'voided'

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** A moment of a day at the office, as the journal holds it. */
export const instantAt = (day: CivilDate, ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}+08:00`
}

type Body<K extends MarriageActionKind> = MarriageActionBody<K>

/** Certificate numbers in order, from 1 in every year. */
export const numbering = (): ((day: CivilDate) => string) => {
  const last = new Map<string, number>()
  return (day) => {
    const year = day.slice(0, 4)
    const serial = (last.get(year) ?? 0) + 1
    last.set(year, serial)
    return formatCertificateNumber({ prefix: 'J', area: sampleArea, year: Number(year), serial })
  }
}

const refusals = {
  underAge: { rule: 'marriage.age', reason: (file: MarriageFile, day: CivilDate): string => `男方登记当日 ${fullYears(file.parties[0].birth as CivilDate, day, 'mar1')} 周岁，未满 22 周岁。` },
  married: { rule: 'marriage.register-spouse', reason: (): string => '男方在本机关已有结婚登记，没有解除记录。' },
  kin: { rule: 'marriage.kinship', reason: (): string => '双方自述为表兄妹，属于三代以内旁系血亲。' },
  unwilling: { rule: 'marriage.voluntary', reason: (): string => '女方当面表示并非自愿。' },
} as const

/** The rule in force on a day for a ground of refusal, with its article in the words of the refusal paper. */
const groundOn = (rule: string, day: CivilDate): { readonly rule: string; readonly law: string } => {
  const found = conditionRules.find((entry) => (entry.id === rule || entry.id === `${rule}.2003`) && inForce(entry, day))
  if (found === undefined) throw new Error(`no rule ${rule} on ${day}`)
  return { rule: found.id, law: found.law.zh }
}

const coupleFor = (desk: Desk, day: CivilDate, course: Course): CoupleWish => {
  if (course === 'underAge') return { kind: 'marriage', personKinds: ['mainland', 'mainland'], births: [addDays(`${Number(day.slice(0, 4)) - 22}${day.slice(4) === '-02-29' ? '-03-01' : day.slice(4)}` as CivilDate, desk.random.int(1, 40)), undefined] }
  if (course === 'married') {
    const known = desk.done.findLast((entry) => entry.file.parties[0].kind === 'mainland' && entry.day < day)
    return { kind: 'marriage', personKinds: ['mainland', 'mainland'], ...(known === undefined ? {} : { man: known.file.parties[0] }) }
  }
  return course === 'delivered' || course === 'voided' ? {} : { kind: 'marriage', personKinds: ['mainland', 'mainland'] }
}

const declared = (day: CivilDate, witness: string, course: Course): MarriageFile['declarations'] => {
  const man = signedDeclaration(day, witness)
  const woman = signedDeclaration(day, witness)
  if (course === 'kin') return [{ ...man, notKin: false }, { ...woman, notKin: false }]
  return course === 'unwilling' ? [man, { ...woman, voluntary: false }] : [man, woman]
}

// The network answers for travel papers too, but keeps no marital status of people from elsewhere: their papers prove it.
const check = (party: 0 | 1, person: Party, status: string, at: string, operator: string): NetworkCheck => {
  const elsewhere = isNonMainland(person.kind)
  return { party, identity: 'match', maritalStatus: elsewhere ? '' : status, checkedAt: at, operator, note: elsewhere ? '婚姻状况以提供的无配偶声明或者证明为准' : '', proof: '' }
}

const present = { present: true, identityAsked: true, signed: true, fingerprint: true } as const
const reasonsToGiveUp = ['一方证件过期，改日再来', '双方商定暂不办理', '未带齐材料，当事人放弃本次办理', '照片不合要求，改日再来']

export interface CasePlan {
  readonly day: CivilDate
  /** Seconds since midnight at which the couple sits down. */
  readonly arrival: number
  readonly counter: number
  readonly course: Course
  /** Left off after so many acts (open cases of today). */
  readonly stopAfter?: number
}

/** All acts of one case in order of time, from the opened file to the certificates in hand (the sequence of the norms for registration work). */
export const caseSteps = (desk: Desk, plan: CasePlan): readonly Step[] => {
  const { random } = desk
  const { day, course } = plan
  const wish = coupleFor(desk, day, course)
  const file = makeCouple(random, day, desk.numbers, desk.pictures, wish)
  // Only a registrar with the wider permission takes couples from outside the mainland.
  const counter = plan.counter === 2 && file.parties.some((party) => isNonMainland(party.kind)) ? random.int(0, 1) : plan.counter
  const clerk = clerkIds[counter] ?? clerkIds[0]
  const id = desk.nextId()
  const declarations = declared(day, clerk, course)
  let number = ''
  let serials: [string, string] = ['', '']
  let clock = plan.arrival * 1000 + random.int(0, 999)
  const steps: Step[] = []
  const step = <K extends MarriageActionKind>(kind: K, wait: readonly [number, number], body: (at: string) => Body<K>, extra: { reason?: string; second?: string } = {}): void => {
    clock += random.int(wait[0] * 1000, wait[1] * 1000)
    const at = instantAt(day, clock)
    steps.push({ at: clock, act: () => [{ account: clerk, counter: String(counter + 1), at }, { kind, subject: id, body: body(at), ...extra }] })
  }
  const printed = (paper: string, party: 0 | 1 | undefined, wait: readonly [number, number]): void => {
    const digest = hex(random, 64)
    const booklet = paper === 'marriage.certificate'
    step('marriage.printed', wait, () => ({ paper, ...(party === undefined ? {} : { party }), mode: booklet ? 'overprint' : 'whole', digest, printer: booklet ? `${counter + 1}号窗口证件打印机` : `${counter + 1}号窗口激光打印机` }))
  }

  step('marriage.opened', [170, 420], () => ({ file }))
  const declaration = 'marriage.declaration'
  printed(declaration, 0, [10, 30])
  printed(declaration, 1, [2, 4])
  step('marriage.amended', [120, 300], () => ({ changes: { declarations } }))
  if (course === 'abandoned') {
    step('marriage.abandoned', [60, 200], () => ({ day }), { reason: random.pick(reasonsToGiveUp) })
    return steps
  }
  const [man, woman] = file.parties
  step('marriage.checked', [30, 90], (at) => ({ check: check(0, man, course === 'married' ? '21' : man.maritalStatus, at, clerk) }))
  step('marriage.checked', [12, 40], (at) => ({ check: check(1, woman, woman.maritalStatus, at, clerk) }))
  if (course === 'underAge' || course === 'married' || course === 'kin' || course === 'unwilling') {
    const { rule, reason } = refusals[course]
    step('marriage.refused', [60, 240], () => ({ day, grounds: [{ ...groundOn(rule, day), reason: reason(file, day) }], registrar: clerk }))
    printed('marriage.refusal', undefined, [15, 40])
    return steps
  }
  step('marriage.registered', [40, 140], () => {
    number = desk.nextNumber(day)
    serials = [desk.shelf.take(), desk.shelf.take()]
    return { number, day, serials: [...serials], officeName: sampleOfficeName, area: sampleArea, registrar: clerk, opinion: '符合结婚条件，准予登记' }
  })
  printed('marriage.review', undefined, [6, 15])
  printed('marriage.certificate', 0, [12, 30])
  printed('marriage.certificate', 1, [10, 25])
  if (course === 'voided') {
    step('marriage.voided', [120, 300], () => {
      desk.shelf.spoilIssued()
      desk.shelf.spoilIssued()
      return { day, recovered: true }
    }, { reason: '发证前发现双方资料与另一对当事人录入错位，证件未发出，收回作废', second: managerId })
    return steps
  }
  if (random.chance(0.006)) {
    const party = random.int(0, 1) as 0 | 1
    step('marriage.reprinted', [30, 90], () => {
      const spoiled = serials[party]
      const serial = desk.shelf.take()
      desk.shelf.spoilIssued()
      serials[party] = serial
      return { party, spoiled, serial }
    }, { reason: random.pick(['打印走纸偏移', '墨迹沾污', '打印头卡纸，内页破损']), second: random.pick(clerkIds.filter((other) => other !== clerk)) })
    printed('marriage.certificate', party, [15, 40])
  }
  step('marriage.proofread', [40, 120], () => ({ ticked: proofreadFields(file).map(({ field }) => field) }))
  step('marriage.delivered', [50, 180], () => {
    desk.done.push({ id, day, number, counter, file: { ...file, declarations }, serials })
    return { day, parties: [present, present] }
  })
  return plan.stopAfter === undefined ? steps : steps.slice(0, plan.stopAfter)
}
