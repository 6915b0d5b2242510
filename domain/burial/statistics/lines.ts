import { inCell } from '../../statistics/counted.ts'
import { ecoPlacements } from '../codes.ts'
import type { Placement } from '../codes.ts'
import { commercialKinds } from '../placement/codes.ts'
import type { CemeteryKind } from '../placement/codes.ts'
import type { AshDestination, CountFacts } from './facts.ts'
import { deathAgeBand, originOf, residentOf } from './facts.ts'

/** What the figures of funeral affairs are counted in; never mixed. */
export type CountUnit = '具' | '例' | '件' | '穴' | '座' | '人次' | '辆' | '处' | '元'

/** One signed line of the counts: it counts in each of its cells. Amounts in fen. */
export interface CountedLine {
  /** The day of the event. */
  readonly day: string
  readonly count: number
  readonly unit: CountUnit
  readonly fen: number
  readonly cells: readonly string[]
}

/** A cemetery as a placement meets it. */
export interface CountedGround {
  readonly kind: CemeteryKind
  readonly area: string
}

/** What of an act of a case is counted; kept with the case, so that a correction of its facts counts it anew. */
export type CaseAct =
  | { readonly act: 'received' | 'stored' | 'vigil' | 'farewell' | 'crematedElsewhere' | 'released' | 'deposited' | 'transportedOut' | 'bodyBuried' | 'donated'; readonly day: string }
  | { readonly act: 'cremated'; readonly day: string; readonly home: string; readonly area: string }
  | { readonly act: 'certificate'; readonly day: string; readonly reissue: boolean }
  | { readonly act: 'placed' | 'moved'; readonly day: string; readonly how: Placement; readonly ground: CountedGround | null; readonly named: boolean }

const line = (day: string, unit: CountUnit, cells: readonly string[], count = 1, fen = 0): CountedLine => ({ day, count, unit, fen, cells })

/** The same line with the opposite sign, on its own day or another. */
export const reversed = (given: CountedLine, day = given.day): CountedLine => ({ ...given, day, count: 0 - given.count, fen: 0 - given.fen })

type Cremation = Extract<CaseAct, { act: 'cremated' }>
const cremationOf = (acts: readonly CaseAct[]): Cremation | undefined => acts.find((act): act is Cremation => act.act === 'cremated')

/** A cell of one home in its area: rows by home and by district are read from it. */
export const atHome = (cell: string, { area, home }: { readonly area: string; readonly home: string }): string => `${cell}@${area}/${inCell(home)}`

const ofGround = (facts: CountFacts, ground: CountedGround): AshDestination => {
  const local = residentOf(facts, ground.area)
  if (local === 'unknown') return 'other'
  return commercialKinds.includes(ground.kind) ? (local === 'yes' ? 'commercialLocal' : 'commercialElsewhere') : local === 'yes' ? 'publicLocal' : 'publicElsewhere'
}

/** Where the ashes lie after an act, undefined where it does not move them. */
const destinationAfter = (facts: CountFacts, act: CaseAct): AshDestination | undefined => {
  switch (act.act) {
    case 'cremated': return 'here'
    case 'released': return 'released'
    case 'deposited': return 'deposited'
    case 'placed':
    case 'moved':
      if (act.how === 'sea') return 'scattered'
      if (act.how === 'notKept') return 'notKept'
      // A plot of no facility is the family's own ground.
      return act.ground === null ? (act.how === 'plot' && !act.named ? 'own' : 'other') : ofGround(facts, act.ground)
    default: return undefined
  }
}

const destinationOf = (facts: CountFacts, acts: readonly CaseAct[]): AshDestination | undefined => acts.reduce<AshDestination | undefined>((found, act) => destinationAfter(facts, act) ?? found, undefined)

/** The ashes of a body cremated here leave one destination and come to another, so that all of them always sum to the bodies. */
const movedAshes = (facts: CountFacts, before: readonly CaseAct[], act: CaseAct): readonly CountedLine[] => {
  const home = act.act === 'cremated' ? act : cremationOf(before)
  const next = destinationAfter(facts, act)
  if (home === undefined || next === undefined) return []
  const was = destinationOf(facts, before)
  if (was === next) return []
  const at = (destination: AshDestination): readonly string[] => [`ashes.${destination}`, atHome(`ashes.${destination}`, home)]
  return [...(was === undefined ? [] : [line(act.day, '具', at(was), -1)]), line(act.day, '具', at(next))]
}

const cremationCells = (facts: CountFacts, act: Cremation): readonly string[] => {
  const { sex } = facts
  const bySex = `cremated.sex.${sex}`
  const age = `cremated.age.${deathAgeBand(facts.age)}.${sex}`
  const origin = `cremated.origin.${originOf(facts, act.area)}.${sex}`
  const cause = `cremated.cause.${facts.cause}.${sex}`
  return [
    'cremated.total', `cremated.resident.${residentOf(facts, act.area)}`, bySex, age, origin, cause, `cremated.manner.${facts.manner}`, ...(facts.age === 0 ? ['cremated.infant'] : []),
    ...['cremated.total', bySex, age, origin, cause].map((cell) => atHome(cell, act)),
  ]
}

/** A certificate that was issued for a body stays countable against the bodies. */
const certificateCells = (facts: CountFacts, reissue: boolean): readonly string[] => [facts.kind === 'body' ? (reissue ? 'certificate.reissue' : 'certificate.first') : reissue ? 'certificate.otherReissue' : 'certificate.other']

const placedCells = (facts: CountFacts, { how, ground }: Extract<CaseAct, { act: 'placed' | 'moved' }>, verb: 'placed' | 'moved'): readonly string[] => {
  if (verb === 'moved') return ['moved.total']
  const eco = ecoPlacements.includes(how)
  return ['placed.total', `placed.how.${how}`, ...(eco ? ['placed.eco', `placed.ecoResident.${ground === null ? 'unknown' : residentOf(facts, ground.area)}`] : [])]
}

/** What an act of a case counts as, seen with the facts of the case and the acts before it. Only bodies are counted among the bodies; limbs and bones have cells of their own. */
export const linesOfAct = (facts: CountFacts, before: readonly CaseAct[], act: CaseAct): readonly CountedLine[] => {
  const body = facts.kind === 'body'
  const { day } = act
  const first = !before.some((earlier) => earlier.act === act.act)
  switch (act.act) {
    case 'cremated':
      return body ? [line(day, '具', [...cremationCells(facts, act), 'certificate.awaited']), ...movedAshes(facts, before, act)] : [line(day, '例', [`${facts.kind}.total`, atHome(`${facts.kind}.total`, act)])]
    case 'certificate':
      return [line(day, '件', certificateCells(facts, act.reissue)), ...(body && !act.reissue ? [line(day, '件', ['certificate.awaited'], -1)] : [])]
    case 'vigil':
    case 'farewell': {
      // A vigil over several halls or days is one; a funeral with both is one funeral.
      if (!body || !first) return []
      const funeral = before.some((earlier) => earlier.act === 'vigil' || earlier.act === 'farewell') ? [] : ['funeral.total', `funeral.urban.${facts.urban}`]
      return [line(day, '例', [`${act.act}.total`, ...funeral])]
    }
    case 'received':
    case 'stored':
      return body && first ? [line(day, '具', [`${act.act}.total`])] : []
    case 'crematedElsewhere':
    case 'transportedOut':
    case 'bodyBuried':
    case 'donated':
      return body ? [line(day, '具', [`${act.act}.total`])] : []
    case 'released':
    case 'deposited':
    case 'placed':
    case 'moved': {
      const lying = destinationLying(before)
      const deposits = [...(act.act === 'deposited' ? ['deposit.in'] : []), ...(lying === 'deposited' && act.act !== 'deposited' ? ['deposit.out'] : [])]
      const cells = [...deposits, ...(act.act === 'placed' || act.act === 'moved' ? placedCells(facts, act, act.act) : act.act === 'released' ? ['ashesReleased.total'] : [])]
      // 安葬 of limbs and exhumed bones is no placement of a body.
      return [...(body ? [line(day, '例', cells)] : []), ...(body ? movedAshes(facts, before, act) : [])]
    }
  }
}

/** Deposited is where the last act left them, whatever the facts say. */
const destinationLying = (acts: readonly CaseAct[]): 'deposited' | 'elsewhere' => (acts.filter(({ act }) => act === 'released' || act === 'deposited' || act === 'placed' || act === 'moved').at(-1)?.act === 'deposited' ? 'deposited' : 'elsewhere')

/** Every line of a case, act by act. */
export const linesOfCase = (facts: CountFacts, acts: readonly CaseAct[]): readonly (readonly CountedLine[])[] => acts.map((act, index) => linesOfAct(facts, acts.slice(0, index), act))

/** What a change of the facts adds: each line of before with the opposite sign, each of now; lines that stay are left alone. */
export const differenceOf = (before: CountFacts, now: CountFacts, acts: readonly CaseAct[]): readonly CountedLine[] => {
  const olds = linesOfCase(before, acts)
  const news = linesOfCase(now, acts)
  const key = (given: CountedLine): string => JSON.stringify(given)
  return acts.flatMap((_, index) => {
    const [old, next] = [olds[index] ?? [], news[index] ?? []]
    const [had, has] = [old.map(key), next.map(key)]
    return [...old.filter((_line, at) => !has.includes(had[at] ?? '')).map((given) => reversed(given)), ...next.filter((_line, at) => !had.includes(has[at] ?? ''))]
  })
}
