import type { Action } from '../domain/action.ts'
import type { BurialAction } from '../domain/burial/actions.ts'
import type { PlotAction } from '../domain/burial/placement/actions.ts'
import type { RewardAction } from '../domain/burial/reward-actions.ts'
import type { WaiverAction } from '../domain/waiver/actions.ts'
import type { ArchiveAction } from '../domain/archive/actions.ts'
import type { CivilDate } from '../domain/dates.ts'
import type { DivorceAction } from '../domain/divorce/actions.ts'
import type { EndingAction } from '../domain/marriage/endings.ts'
import type { MarriageAction } from '../domain/marriage/actions.ts'
import type { NetworkCheck, Party } from '../domain/marriage/file.ts'
import { isNonMainland } from '../domain/marriage/context.ts'
import type { ReissueAction } from '../domain/reissue/actions.ts'
import type { Rule } from '../domain/rule.ts'
import { inForce } from '../domain/rule.ts'
import { clerkIds } from './accounts.ts'
import type { Random } from './random.ts'
import { hex } from './random.ts'

export type Entry = readonly [{ readonly account: string; readonly counter: string; readonly at: string }, Action]

/** One act of a day, made when its time has come, so that numbers and serials are given in order. */
export interface Step {
  /** Milliseconds since midnight. */
  readonly at: number
  readonly act: () => Entry
}

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** A moment of a day at the office, as the journal holds it. */
export const instantAt = (day: CivilDate, ms: number): string => {
  const seconds = Math.floor(ms / 1000)
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}+08:00`
}

type Acts = MarriageAction | EndingAction | DivorceAction | ReissueAction | ArchiveAction | BurialAction | PlotAction | WaiverAction | RewardAction
type BodyOf<K extends Acts['kind']> = Extract<Acts, { kind: K }>['body']
type Wait = readonly [from: number, to: number] // seconds

/** Where and when somebody sits down at a counter. */
export interface Seat {
  readonly day: CivilDate
  /** Seconds since midnight. */
  readonly arrival: number
  readonly counter: number
}

/** What a registrar does for one case on one day, act by act, with the time each takes. */
export interface Script {
  readonly clerk: string
  readonly steps: Step[]
  /** One act; its body is made when its time has come. */
  act<K extends Acts['kind']>(kind: K, wait: Wait, body: (at: string) => BodyOf<K>, extra?: { readonly reason?: string; readonly second?: string; readonly subject?: string }): void
  /** A paper printed; certificates go onto the booklet. */
  print(kind: 'marriage.printed' | 'divorce.printed' | 'reissue.printed', paper: string, party: 0 | 1 | undefined, wait: Wait): void
}

/** Only a registrar with the wider permission takes couples from outside the mainland. */
export const seatFor = (random: Random, seat: Seat, parties: readonly Party[]): Seat => (seat.counter === 2 && parties.some((party) => isNonMainland(party.kind)) ? { ...seat, counter: random.int(0, 1) } : seat)

/** Begins the script of a case at a counter. */
export const scriptOf = (random: Random, { day, arrival, counter }: Seat, subject: string): Script => {
  const clerk = clerkIds[counter] ?? clerkIds[0]
  const steps: Step[] = []
  let clock = arrival * 1000 + random.int(0, 999)
  const script: Script = {
    clerk,
    steps,
    act: (kind, wait, body, extra = {}) => {
      clock += random.int(wait[0] * 1000, wait[1] * 1000)
      const at = instantAt(day, clock)
      steps.push({ at: clock, act: () => [{ account: clerk, counter: String(counter + 1), at }, { kind, subject, body: body(at), ...extra }] })
    },
    print: (kind, paper, party, wait) => {
      const digest = hex(random, 64)
      const booklet = paper.endsWith('.certificate')
      script.act(kind, wait, () => ({ paper, ...(party === undefined ? {} : { party }), mode: booklet ? 'overprint' : 'whole', digest, printer: booklet ? `${counter + 1}号窗口证件打印机` : `${counter + 1}号窗口激光打印机` }))
    },
  }
  return script
}

// The network answers for travel papers too, but keeps no marital status of people from elsewhere: their papers prove it.
/** The answer of the network for one party. */
export const networkCheck = (party: 0 | 1, person: Party, status: string, at: string, operator: string): NetworkCheck => {
  const elsewhere = isNonMainland(person.kind)
  return { party, identity: 'match', maritalStatus: elsewhere ? '' : status, checkedAt: at, operator, note: elsewhere ? '婚姻状况以提供的证件和证明为准' : '', proof: '' }
}

/** A party to whom a certificate is handed. */
export const handedOver = { present: true, identityAsked: true, signed: true, fingerprint: true } as const

interface Ground { readonly rule: string; readonly law: string; readonly reason: string }

/** A ground of a refusal by the rule in force on a day, with its article as the paper words it; undefined when none is. */
export const findGround = (rules: readonly Pick<Rule<never>, 'id' | 'from' | 'to' | 'law'>[], rule: string, day: CivilDate, reason: string): Ground | undefined => {
  const found = rules.find((entry) => (entry.id === rule || entry.id.startsWith(`${rule}.`)) && inForce(entry, day))
  return found === undefined ? undefined : { rule: found.id, law: found.law.zh, reason }
}

/** The same where a rule has to be there; throws RangeError. */
export const getGround = (rules: Parameters<typeof findGround>[0], rule: string, day: CivilDate, reason: string): Ground => {
  const found = findGround(rules, rule, day, reason)
  if (found === undefined) throw new RangeError(`no rule ${rule} on ${day}`)
  return found
}
