import type { CivilDate } from '../domain/dates.ts'
import { addDays, fullYears } from '../domain/dates.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import { proofreadFields } from '../domain/marriage/proofread.ts'
import { conditionRules } from '../domain/marriage/rules/conditions.ts'
import { clerkIds, managerId } from './accounts.ts'
import type { CoupleWish } from './couples.ts'
import { makeCouple, signedDeclaration } from './couples.ts'
import type { Desk } from './desk.ts'
import { sampleArea, sampleOfficeName } from './places.ts'
import type { Script, Step } from './script.ts'
import { getGround, handedOver, networkCheck, scriptOf, seatFor } from './script.ts'

/** How a case goes. */
export type Course = 'delivered' | 'underAge' | 'married' | 'kin' | 'unwilling' | 'abandoned' | 'voided'

const refusals = {
  underAge: { rule: 'marriage.age', reason: (file: MarriageFile, day: CivilDate): string => `男方登记当日 ${fullYears(file.parties[0].birth as CivilDate, day, 'mar1')} 周岁，未满 22 周岁。` },
  married: { rule: 'marriage.register-spouse', reason: (): string => '男方在本机关已有结婚登记，没有解除记录。' },
  kin: { rule: 'marriage.kinship', reason: (): string => '双方自述为表兄妹，属于三代以内旁系血亲。' },
  unwilling: { rule: 'marriage.voluntary', reason: (): string => '女方当面表示并非自愿。' },
} as const

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
  const seat = seatFor(random, plan, file.parties)
  const { counter } = seat
  const clerk = clerkIds[counter] ?? clerkIds[0]
  const id = desk.nextId()
  const declarations = declared(day, clerk, course)
  let number = ''
  let serials: [string, string] = ['', '']
  const script: Script = scriptOf(random, seat, id)
  const { act: step, steps } = script
  const printed = (paper: string, party: 0 | 1 | undefined, wait: readonly [number, number]): void => script.print('marriage.printed', paper, party, wait)

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
  step('marriage.checked', [30, 90], (at) => ({ check: networkCheck(0, man, course === 'married' ? '21' : man.maritalStatus, at, clerk) }))
  step('marriage.checked', [12, 40], (at) => ({ check: networkCheck(1, woman, woman.maritalStatus, at, clerk) }))
  if (course === 'underAge' || course === 'married' || course === 'kin' || course === 'unwilling') {
    const { rule, reason } = refusals[course]
    step('marriage.refused', [60, 240], () => ({ day, grounds: [getGround(conditionRules, rule, day, reason(file, day))], registrar: clerk }))
    printed('marriage.refusal', undefined, [15, 40])
    return steps
  }
  step('marriage.registered', [40, 140], () => {
    number = desk.nextNumber('J', day)
    serials = [desk.shelves.marriage.take(), desk.shelves.marriage.take()]
    return { number, day, serials: [...serials], officeName: sampleOfficeName, area: sampleArea, registrar: clerk, opinion: '符合结婚条件，准予登记' }
  })
  printed('marriage.review', undefined, [6, 15])
  printed('marriage.certificate', 0, [12, 30])
  printed('marriage.certificate', 1, [10, 25])
  if (course === 'voided') {
    step('marriage.voided', [120, 300], () => {
      desk.shelves.marriage.spoilIssued()
      desk.shelves.marriage.spoilIssued()
      return { day, recovered: true }
    }, { reason: '发证前发现双方资料与另一对当事人录入错位，证件未发出，收回作废', second: managerId })
    return steps
  }
  if (random.chance(0.006)) {
    const party = random.int(0, 1) as 0 | 1
    step('marriage.reprinted', [30, 90], () => {
      const spoiled = serials[party]
      const serial = desk.shelves.marriage.take()
      desk.shelves.marriage.spoilIssued()
      serials[party] = serial
      return { party, spoiled, serial }
    }, { reason: random.pick(['打印走纸偏移', '墨迹沾污', '打印头卡纸，内页破损']), second: random.pick(clerkIds.filter((other) => other !== clerk)) })
    printed('marriage.certificate', party, [15, 40])
  }
  step('marriage.proofread', [40, 120], () => ({ ticked: proofreadFields(file).map(({ field }) => field) }))
  step('marriage.delivered', [50, 180], () => {
    desk.done.push({ id, day, number, counter, file: { ...file, declarations }, serials })
    return { day, parties: [handedOver, handedOver] }
  })
  return plan.stopAfter === undefined ? steps : steps.slice(0, plan.stopAfter)
}
