import type { AccountRow, Reads } from '../../../db/contract.ts'
import { runBurialCheck } from '../../../domain/burial/check.ts'
import { caseKinds } from '../../../domain/burial/codes.ts'
import type { BurialStage } from '../../../domain/burial/context.ts'
import { burialStateTitles } from '../../../domain/burial/fold.ts'
import type { GrantedReward } from '../../../domain/burial/reward-book.ts'
import { wayTitle } from '../../../domain/burial/rewards.ts'
import { storageTimer } from '../../../domain/burial/storage.ts'
import { findCode } from '../../../domain/codes/types.ts'
import { text } from '../../../domain/text.ts'
import { standingOf, type Settlement } from '../../../domain/waiver/settlements.ts'
import { actsOf, historyOf, namer } from '../../case/reply.ts'
import { paperLines } from '../../case/requests.ts'
import type { CoreSpec, PageCheck, ReadCase } from '../../case/spec.ts'
import type { House } from '../../house.ts'
import type { BurialCase as BurialReply } from '../../schemas/burial.ts'
import { contextOf, keyOf, localStorageDays } from './context.ts'
import { plotOfPlace } from './places.ts'
import { certificateNumber, type WholeCase } from './whole.ts'

type NameOf = (id: string) => string

/** The stage of the rules that comes next in a state; nothing is asked any more once somebody has come to rest. */
const nextStage = ({ state }: WholeCase): BurialStage | undefined => {
  switch (state) {
    case 'reported':
      return 'intake'
    case 'received':
    case 'stored':
    case 'vigil':
    case 'farewell':
      return 'cremation'
    case 'cremated':
    case 'crematedElsewhere':
    case 'ashesReleased':
    case 'ashesDeposited':
      return 'placement'
    default:
      return undefined
  }
}

/** What stands in the way of the next step today. */
const pageCheck = async (house: House, reads: Reads, whole: WholeCase): Promise<PageCheck> => {
  const stage = nextStage(whole)
  if (stage === undefined) return { findings: [], passed: 0 }
  return runBurialCheck(whole.folded, await contextOf(house, reads, whole.file, { stage, day: house.today() }))
}

const timerOf = async (house: House, { folded }: WholeCase): Promise<BurialReply['timer']> => {
  const arrival = folded.received?.arrivedAt.slice(0, 10)
  const today = house.today()
  if (arrival === undefined || arrival > today || !['received', 'stored', 'vigil', 'farewell'].includes(folded.state)) return null
  return storageTimer(arrival, today, folded.extensions, await localStorageDays(house, today))
}

const settlementsOf = async (reads: Reads, settlements: readonly Settlement[]): Promise<BurialReply['settlements']> => {
  if (settlements.length === 0) return []
  const book = new Map((await reads.burial.policies()).map(({ policy }) => [policy.id, policy]))
  return settlements.map(({ number, day, body, reversed }) => ({
    number, day, mode: body.mode, actualFen: body.actualFen, waivedFen: body.waivedFen, selfPaidFen: body.selfPaidFen,
    policies: [...new Set(body.grants.map(({ policy }) => policy))].map((id) => ({ id, title: book.get(id)?.title ?? text(id, id), documentNumber: book.get(id)?.documentNumber ?? '' })),
    explanation: [...body.explanation], reversed: reversed === null ? null : { day: reversed.day, reason: reversed.reason },
  }))
}

const rewardsOf = async (reads: Reads, rewards: readonly GrantedReward[]): Promise<BurialReply['rewards']> => {
  if (rewards.length === 0) return []
  const book = new Map((await reads.burial.rewardPolicies()).map(({ policy }) => [policy.id, policy]))
  return rewards.map(({ number, day, body, reversed }) => ({
    number, day, fen: body.fen, policy: body.policy, title: book.get(body.policy)?.title ?? text(body.policy, body.policy),
    ways: body.ways.map(({ way, fen }) => ({ title: wayTitle(way), fen })), payees: [...body.payees], reversed: reversed === null ? null : { day: reversed.day, reason: reversed.reason },
  }))
}

const relatedOf = async (reads: Reads, whole: WholeCase): Promise<BurialReply['related']> => {
  const key = keyOf(whole.file)
  if (key === undefined) return []
  return (await reads.burial.casesOf(key)).filter(({ id }) => id !== whole.id).map(({ id, kind, state, crematedOn, openedAt }) => {
    const of = findCode(caseKinds, kind)
    return { id, title: text(`${of?.zh ?? kind}，${burialStateTitles[state].zh}`, `${of?.en ?? kind}, ${burialStateTitles[state].en}`), day: crematedOn === '' ? openedAt.slice(0, 10) : crematedOn }
  })
}

const restingOf = async (reads: Reads, { folded }: WholeCase, nameOf: NameOf): Promise<BurialReply['resting']> =>
  Promise.all(folded.resting.map(async (row) => ({
    day: row.day, how: row.how, facilityName: row.place.facilityName, position: row.place.position, plot: await plotOfPlace(reads, row.place), permit: 'permit' in row ? row.permit : '', at: row.at, by: nameOf(row.by),
  })))

/** Acts that hang on more than the state: nothing is taken back that was never given, and an account may do both. */
export const moneyActs = ({ file, state, folded, settlements, rewards }: WholeCase): string[] => {
  const settles = file.kind === 'body' && (folded.cremation !== null || folded.elsewhere !== null || folded.transportedOut !== null)
  const grants = file.kind === 'body' && (folded.resting.length > 0 || folded.donated !== null)
  return state === 'voided' ? [] : [
    ...(settles ? ['waiver.settled'] : []), ...(standingOf(settlements).length > 0 ? ['waiver.reversed'] : []), ...(grants ? ['reward.granted'] : []), ...(standingOf(rewards).length > 0 ? ['reward.reversed'] : []),
  ]
}

/** A case as its page shows it to an account. */
export const burialReply = async (spec: CoreSpec<WholeCase, BurialReply>, house: House, account: AccountRow, { folded: whole, entries }: ReadCase<WholeCase>, reads: Reads = house.register.read): Promise<BurialReply> => {
  const nameOf = await namer(house)
  const { folded } = whole
  const named = <T extends { readonly by: string }>(row: T): T => ({ ...row, by: nameOf(row.by) })
  const namedOrNone = <T extends { readonly by: string }>(row: T | null): T | null => (row === null ? null : named(row))
  const [check, timer, settlements, rewards, related, resting, papers] = await Promise.all([
    pageCheck(house, reads, whole), timerOf(house, whole), settlementsOf(reads, whole.settlements), rewardsOf(reads, whole.rewards), relatedOf(reads, whole), restingOf(reads, whole, nameOf), paperLines(spec, house, whole, nameOf),
  ])
  return {
    id: whole.id, revision: whole.revision, state: whole.state, stateTitle: burialStateTitles[whole.state], file: whole.file, openedAt: folded.openedAt, counter: folded.counter,
    number: certificateNumber(folded), day: folded.cremation?.day ?? folded.elsewhere?.day ?? '', registrarName: nameOf(folded.cremation?.registrar ?? ''),
    received: namedOrNone(folded.received), stored: namedOrNone(folded.stored), timer, extensions: folded.extensions.map(named), vigils: folded.vigils.map(named), farewells: folded.farewells.map(named),
    holds: folded.holds.map((hold) => ({ ...named(hold), released: namedOrNone(hold.released) })),
    cremation: folded.cremation === null ? null : { ...named(folded.cremation), operator: nameOf(folded.cremation.operator) }, elsewhere: folded.elsewhere === null ? null : { day: folded.elsewhere.day, home: folded.elsewhere.home, number: folded.elsewhere.number, area: folded.elsewhere.area },
    certificates: folded.certificates.map(named), ashesReleased: namedOrNone(folded.ashesReleased), deposit: namedOrNone(folded.deposit), resting,
    transportedOut: namedOrNone(folded.transportedOut), bodyBuried: namedOrNone(folded.bodyBuried), donated: namedOrNone(folded.donated),
    settlements, rewards, related,
    corrections: folded.corrections.map(({ at, by, second, reason, fields }) => ({ at, by: nameOf(by), second: nameOf(second), reason, fields: [...fields] })),
    acts: actsOf(spec, whole, account, house.today()), findings: [...check.findings], passed: check.passed, papers, history: historyOf(spec, entries, nameOf),
  }
}
