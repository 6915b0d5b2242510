import type { JournalEntry } from '../../domain/action.ts'
import type { FacilityAction } from '../../domain/burial/facilities/actions.ts'
import type { Facility } from '../../domain/burial/facilities/facility.ts'
import { applyFacility } from '../../domain/burial/facilities/facility.ts'
import type { IllegalGraveAction } from '../../domain/burial/grounds/actions.ts'
import type { IllegalGrave } from '../../domain/burial/grounds/illegal.ts'
import { applyIllegalGrave } from '../../domain/burial/grounds/illegal.ts'
import type { CemeteryAction } from '../../domain/burial/placement/actions.ts'
import type { Cemetery } from '../../domain/burial/placement/cemetery.ts'
import { applyCemetery } from '../../domain/burial/placement/cemetery.ts'
import type { RelocationAction, RelocationNotice } from '../../domain/burial/relocation/actions.ts'
import type { Grave } from '../../domain/burial/relocation/fold.ts'
import { applyGrave } from '../../domain/burial/relocation/fold.ts'
import type { RewardAction } from '../../domain/burial/reward-actions.ts'
import { applyRewardPolicy } from '../../domain/burial/reward-book.ts'
import type { RewardPolicy } from '../../domain/burial/rewards.ts'
import { requireRewardReady } from '../../domain/burial/rewards.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { WaiverAction } from '../../domain/waiver/actions.ts'
import type { AdoptedPolicy } from '../../domain/waiver/book.ts'
import { applyPolicy } from '../../domain/waiver/book.ts'
import { requireNoOverlap } from '../../domain/waiver/soundness.ts'
import type { Connection } from '../connection.ts'
import { violates } from '../errors.ts'
import type { KeptColumns } from '../kept.ts'
import { keptIn } from '../kept.ts'
import { hourOf, tally } from '../tally.ts'
import type { TallyKey } from '../tally.ts'
import type { Applier } from '../windows.ts'

/** Records kept as their fold beside their revision: policies, cemeteries, notices and graves of relocations, facilities, illegal graves. */

export type RecordKind = 'policy' | 'rewardPolicy' | 'cemetery' | 'notice' | 'grave' | 'facility' | 'illegalGrave'
export interface AdoptedReward { readonly policy: RewardPolicy; readonly adoptedOn: string; readonly by: string; readonly second: string }

const table = keptIn<RecordKind>('burial_record')

/** A record of a kind, or undefined. */
export const findRecord = table.find
/** All records of a kind, oldest first. */
export const records = table.all
/** The records under another, oldest first. */
export const recordsUnder = table.under
/** Records that stood open or were acted on in a period, both days in it. */
export const recordsDuring = table.during
/** The revision of a record that carries an id of its own, whatever its kind. */
export const findRecordRevision = table.findRevision

const keep = <T>(db: Connection, kind: RecordKind, entry: JournalEntry, apply: (before: T | undefined) => T, columns: (value: T) => Partial<KeptColumns>, id = entry.action.subject): T => {
  let name = ''
  const named = (value: T): Partial<KeptColumns> => {
    const made = columns(value)
    name = made.name ?? ''
    return made
  }
  try {
    return table.keep(db, kind, entry, apply, named, id)
  } catch (error) {
    if (kind === 'grave' && violates(error, 'burial_record.parent')) throw new LantaiError('conflict', text(`${name} 号坟已经有人申报`, `The grave ${name} is declared already`), 'graveNumber')
    throw error
  }
}

const count = (db: Connection, entry: JournalEntry, day: string, kind: string, unit: TallyKey['unit'], by: number): void => tally(db, entry, { day, window: 'burial', kind, unit, hour: hourOf(entry.at), counter: entry.counter }, by)

/** Puts a version into the book; throws `conflict` for an id that is used, `invalid` at `from` where its dates overlap another version's. */
export const policyAdopted: Applier = (db, entry) => {
  const { policy } = (entry.action as Extract<WaiverAction, { kind: 'waiver.policyAdopted' }>).body
  if (findRecord(db, 'policy', policy.id) !== undefined) throw new LantaiError('conflict', text(`编号 ${policy.id} 已经用过，修改请另立版本`, `The id ${policy.id} is used; a change is a further version`), 'id')
  requireNoOverlap(policy, records<AdoptedPolicy>(db, 'policy').map(({ value }) => value.policy))
  keepPolicy(db, entry, policy.id)
}

const keepPolicy = (db: Connection, entry: JournalEntry, id: string): void => {
  keep<AdoptedPolicy>(db, 'policy', entry, (before) => {
    const after = applyPolicy(before === undefined ? new Map() : new Map([[id, before]]), entry as JournalEntry<WaiverAction>).get(id)
    if (after === undefined) throw new LantaiError('not_found', text(`没有政策 ${id}`, `There is no policy ${id}`), 'policy')
    return after
  }, ({ policy, adoptedOn }) => ({ name: policy.series, day: adoptedOn, endedOn: policy.to }), id)
}

/** Sets the last day of a version. */
export const policyEnded: Applier = (db, entry) => keepPolicy(db, entry, (entry.action as Extract<WaiverAction, { kind: 'waiver.policyEnded' }>).body.policy)

/** Puts a reward policy into the book, and ends the open version of its series the day before; throws `conflict` for an id that is used, `invalid` for one that may not be put in force. */
export const rewardPolicyAdopted: Applier = (db, entry) => {
  const { policy, day } = (entry.action as Extract<RewardAction, { kind: 'reward.policyAdopted' }>).body
  const book = new Map(records<AdoptedReward>(db, 'rewardPolicy').map(({ id, value }) => [id, { reason: '', ...value }]))
  if (book.has(policy.id)) throw new LantaiError('conflict', text(`编号 ${policy.id} 已经用过，修改请另立版本`, `The id ${policy.id} is used; a change is a further version`), 'id')
  const after = applyRewardPolicy(book, entry as JournalEntry<RewardAction>)
  requireRewardReady(policy, [...after.values()].map((adopted) => adopted.policy))
  for (const [id, adopted] of after) {
    if (adopted === book.get(id)) continue
    const { policy: version, adoptedOn, by, second } = adopted
    keep<AdoptedReward>(db, 'rewardPolicy', entry, () => ({ policy: version, adoptedOn, by, second }), () => ({ name: version.series, day: id === policy.id ? day : adoptedOn, endedOn: version.to }), id)
  }
}

/** Registers or lays out a cemetery; throws as `applyCemetery` does. */
export const cemeteryChanged: Applier = (db, entry) => {
  keep<Cemetery>(db, 'cemetery', entry, (before) => applyCemetery(before, entry as JournalEntry<CemeteryAction>), ({ facts }) => ({ name: facts.name, state: facts.kind, township: facts.township, day: facts.foundedOn }))
}

/** Registers a notice; throws `conflict` for a number that stands. */
export const noticed: Applier = (db, entry) => {
  const { notice } = (entry.action as Extract<RelocationAction, { kind: 'relocation.noticed' }>).body
  keep<RelocationNotice>(db, 'notice', entry, (before) => {
    if (before !== undefined) throw new LantaiError('conflict', text(`公告 ${notice.number} 已经登记`, `The notice ${notice.number} stands already`), 'number')
    return notice
  }, () => ({ name: notice.parcel, township: notice.township, day: notice.publishedOn, endedOn: notice.deadline }))
}

/** Any step of a grave under a notice; throws as `applyGrave` does, `not_found` at `notice` without one. */
export const graveMoved: Applier = (db, entry) => {
  const action = entry.action as Exclude<RelocationAction, { kind: 'relocation.noticed' }>
  const grave = keep<Grave>(db, 'grave', entry, (before) => {
    const after = applyGrave(before, action)
    if (before === undefined && findRecordRevision(db, 'notice', after.notice) === undefined) throw new LantaiError('not_found', text(`没有迁坟公告 ${after.notice}`, `There is no notice ${after.notice}`), 'notice')
    return after
  }, ({ graveNumber, state, openedOn, latest, notice }) => ({ name: graveNumber, state, day: openedOn, endedOn: state === 'reinterred' || state === 'withdrawn' ? latest : '', parent: notice }))
  if (action.kind !== 'relocation.reinterred') return
  // Graves (座) and burial cells (穴) are two counts.
  count(db, entry, action.body.day, 'relocatedGraves', '座', 1)
  count(db, entry, action.body.day, 'relocatedCells', '穴', grave.cells)
}

/** Any act on a facility; throws as `applyFacility` does. */
export const facilityChanged: Applier = (db, entry) => {
  const action = entry.action as FacilityAction
  keep<Facility>(db, 'facility', entry, (before) => applyFacility(before, action), ({ facts, registeredOn, closedOn }) => ({ name: facts.name, state: facts.kind, day: registeredOn, endedOn: closedOn, township: facts.township }))
  if (action.kind === 'facility.inspected') count(db, entry, action.body.day, 'facilityInspected', '件', 1)
}

/** Any act on an illegal grave; throws as `applyIllegalGrave` does. */
export const illegalGraveChanged: Applier = (db, entry) => {
  const action = entry.action as IllegalGraveAction
  keep<IllegalGrave>(db, 'illegalGrave', entry, (before) => applyIllegalGrave(before, action), ({ found, ordered, cleared, dropped }) => ({ name: found.owner, state: cleared !== null ? 'cleared' : dropped !== null ? 'dropped' : ordered !== null ? 'ordered' : 'found', day: found.day, endedOn: cleared?.day ?? dropped?.day ?? '', township: found.township }))
  if (action.kind === 'illegalGrave.cleared') count(db, entry, action.body.day, 'illegalCleared', '座', 1)
}
