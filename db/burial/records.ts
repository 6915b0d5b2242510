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
import { canonicalJson } from '../canonical.ts'
import type { Connection, Reader } from '../connection.ts'
import { violates } from '../errors.ts'
import { hourOf, tally } from '../tally.ts'
import type { TallyKey } from '../tally.ts'
import type { Applier } from '../windows.ts'
import type { Kept } from '../contract.ts'

/** Records kept as their fold beside their revision: policies, cemeteries, notices and graves of relocations, facilities, illegal graves. */

export type RecordKind = 'policy' | 'rewardPolicy' | 'cemetery' | 'notice' | 'grave' | 'facility' | 'illegalGrave'
export interface AdoptedReward { readonly policy: RewardPolicy; readonly adoptedOn: string; readonly by: string; readonly second: string }

const sql = {
  get: 'SELECT key, id, revision, content FROM burial_record WHERE kind = ? AND id = ?',
  all: 'SELECT id, revision, content FROM burial_record WHERE kind = ? ORDER BY key',
  children: "SELECT id, revision, content FROM burial_record WHERE kind = ? AND parent = ? AND parent <> '' ORDER BY key",
  // Open ones found by the end of the period, and those closed in it or later.
  during: "SELECT id, revision, content FROM (SELECT key, id, revision, content FROM burial_record WHERE kind = ? AND ended_on = '' AND day <= ? UNION ALL SELECT key, id, revision, content FROM burial_record WHERE kind = ? AND ended_on <> '' AND ended_on >= ? AND day <= ?) ORDER BY key",
  add: 'INSERT INTO burial_record (key, kind, id, revision, name, state, day, ended_on, township, parent, content) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)',
  change: 'UPDATE burial_record SET revision = revision + 1, name = ?, state = ?, day = ?, ended_on = ?, township = ?, parent = ?, content = ? WHERE key = ?',
  revision: 'SELECT revision FROM burial_record WHERE kind = ? AND id = ?',
} as const

interface Found { readonly key: number; readonly id: string; readonly revision: number; readonly content: string }
/** The searched columns of a record. */
interface Columns { readonly name: string; readonly state: string; readonly day: string; readonly endedOn: string; readonly township: string; readonly parent: string }
const none: Columns = { name: '', state: '', day: '', endedOn: '', township: '', parent: '' }

// Policies and cemeteries are large, few and asked of at every key of a bill: each text is read once. Nothing writes into what is read.
const known = new Map<string, unknown>()
const read = <T>(content: string): T => {
  let value = known.get(content)
  if (value === undefined) {
    if (known.size >= 400) known.clear()
    value = JSON.parse(content)
    known.set(content, value)
  }
  return value as T
}
const keptOf = <T>(row: Found): Kept<T> => ({ id: row.id, revision: row.revision, value: read<T>(row.content) })

/** A record of a kind, or undefined. */
export const findRecord = <T>(db: Reader, kind: RecordKind, id: string): Kept<T> | undefined => {
  const row = db.prepare<Found>(sql.get).get(kind, id)
  return row === undefined ? undefined : keptOf<T>(row)
}
/** All records of a kind, oldest first. */
export const records = <T>(db: Reader, kind: RecordKind): readonly Kept<T>[] => db.prepare<Found>(sql.all).all(kind).map((row) => keptOf<T>(row))
/** The records under another, oldest first. */
export const recordsUnder = <T>(db: Reader, kind: RecordKind, parent: string): readonly Kept<T>[] => db.prepare<Found>(sql.children).all(kind, parent).map((row) => keptOf<T>(row))
/** Records that stood open or were acted on in a period, both days in it. */
export const recordsDuring = <T>(db: Reader, kind: RecordKind, { from, to }: { readonly from: string; readonly to: string }): readonly Kept<T>[] => db.prepare<Found>(sql.during).all(kind, to, kind, from, to).map((row) => keptOf<T>(row))
/** The revision of a record that carries an id of its own, whatever its kind. */
export const findRecordRevision = (db: Reader, kind: RecordKind, id: string): number | undefined => db.prepare<{ revision: number }>(sql.revision).get(kind, id)?.revision

const keep = <T>(db: Connection, kind: RecordKind, entry: JournalEntry, apply: (before: T | undefined) => T, columns: (value: T) => Partial<Columns>, id = entry.action.subject): T => {
  const row = db.prepare<Found>(sql.get).get(kind, id)
  const value = apply(row === undefined ? undefined : (JSON.parse(row.content) as T))
  const { name, state, day, endedOn, township, parent } = { ...none, ...columns(value) }
  try {
    if (row === undefined) db.prepare(sql.add).run(entry.seq, kind, id, name, state, day, endedOn, township, parent, canonicalJson(value))
    else db.prepare(sql.change).run(name, state, day, endedOn, township, parent, canonicalJson(value), row.key)
  } catch (error) {
    if (kind === 'grave' && violates(error, 'burial_record.parent')) throw new LantaiError('conflict', text(`${name} 号坟已经有人申报`, `The grave ${name} is declared already`), 'graveNumber')
    throw error
  }
  return value
}

const count = (db: Connection, entry: JournalEntry, day: string, kind: string, unit: TallyKey['unit'], by: number): void => tally(db, { day, window: 'burial', kind, unit, hour: hourOf(entry.at), counter: entry.counter }, by)

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
