import type { JournalEntry } from '../action.ts'
import type { SecondPerson } from '../case/second.ts'
import { requireSecondPerson } from '../case/second.ts'
import { isCivilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { WaiverAction } from './actions.ts'
import { areaWithin } from './eligibility.ts'
import type { WaiverPolicy } from './policy.ts'
import { requireNoOverlap, requireReadyForForce, requireSoundPolicy } from './soundness.ts'

/** A version in the office's book: who put it in force, who approved it, what it was copied from. */
export interface AdoptedPolicy {
  readonly policy: WaiverPolicy
  readonly adoptedOn: string
  readonly by: string
  readonly second: string
  readonly copiedFrom: string
  readonly reason: string
}

/** The policies of an office by id, a pure fold of the journal. */
export type PolicyBook = ReadonlyMap<string, AdoptedPolicy>

/** Copies a policy into a further version: another id, the changes, not verified until somebody has compared it again. Throws `invalid` at the field. */
export const copyPolicy = (policy: WaiverPolicy, id: string, changes: Partial<Omit<WaiverPolicy, 'id'>>): WaiverPolicy => {
  if (id.trim() === '' || id === policy.id) throw new LantaiError('invalid', text('新版本应有新的编号', 'A further version has an id of its own'), 'id')
  const copy: WaiverPolicy = { ...policy, verified: false, ...changes, id }
  requireSoundPolicy(copy)
  return copy
}

const policiesOf = (book: PolicyBook): readonly WaiverPolicy[] => [...book.values()].map(({ policy }) => policy)

const approval = text('政策须由另一人复核批准', 'A policy is approved by a second person')

/** Decides to put a version in force: sound, with document number and days, no overlap, every worked example coming out, approved by a second person. Throws `invalid` at the field, `second_person`, `conflict` for an id already used. */
export const decideAdoption = (book: PolicyBook, policy: WaiverPolicy, by: { readonly account: string; readonly second: string; readonly day: string; readonly copiedFrom?: string; readonly reason?: string }): Extract<WaiverAction, { kind: 'waiver.policyAdopted' }> => {
  if (book.has(policy.id)) throw new LantaiError('conflict', text(`编号 ${policy.id} 已经用过，修改请另立版本`, `The id ${policy.id} is used; a change is a further version`), 'id')
  requireReadyForForce(policy, policiesOf(book))
  // The document itself is the reason of an adoption, so that words beside it may be left out.
  const { second } = requireSecondPerson({ ...by, reason: by.reason ?? policy.documentNumber }, { second: approval })
  return { kind: 'waiver.policyAdopted', subject: policy.id, body: { policy, day: by.day, copiedFrom: by.copiedFrom ?? '' }, second, ...(by.reason === undefined ? {} : { reason: by.reason }) }
}

/** Decides the last day of a version, so that a further one can follow it. Throws `not_found`, `invalid` at `to`, `second_person`. */
export const decideEnd = (book: PolicyBook, id: string, to: string, by: SecondPerson): Extract<WaiverAction, { kind: 'waiver.policyEnded' }> => {
  const found = book.get(id)
  if (found === undefined) throw new LantaiError('not_found', text(`没有政策 ${id}`, `There is no policy ${id}`), 'policy')
  if (!isCivilDate(to)) throw new LantaiError('invalid', text(`没有 ${to} 这一天`, `There is no day ${to}`), 'to')
  if (to < found.policy.from) throw new LantaiError('invalid', text('终止日期早于开始日期', 'The last day lies before the first'), 'to')
  requireNoOverlap({ ...found.policy, to }, policiesOf(book))
  return { kind: 'waiver.policyEnded', subject: id, body: { policy: id, to }, ...requireSecondPerson(by, { reason: text('请写明终止的依据', 'Say on what grounds it ends'), second: approval }) }
}

/** Applies one entry of the journal to the book; entries that do not concern policies leave it as it is. Throws `not_found` for the end of a policy that is not there. */
export const applyPolicy = (book: PolicyBook, { action, actor }: JournalEntry<WaiverAction>): PolicyBook => {
  const next = new Map(book)
  if (action.kind === 'waiver.policyAdopted') next.set(action.body.policy.id, { policy: action.body.policy, adoptedOn: action.body.day, by: actor, second: action.second ?? '', copiedFrom: action.body.copiedFrom, reason: action.reason ?? '' })
  if (action.kind === 'waiver.policyEnded') {
    const found = next.get(action.body.policy)
    if (found === undefined) throw new LantaiError('not_found', text(`没有政策 ${action.body.policy}`, `There is no policy ${action.body.policy}`))
    next.set(action.body.policy, { ...found, policy: { ...found.policy, to: action.body.to } })
  }
  return next
}

/** Folds the journal to the office's book of policies. */
export const foldPolicies = (entries: Iterable<JournalEntry<WaiverAction>>): PolicyBook => {
  let book: PolicyBook = new Map()
  for (const entry of entries) book = applyPolicy(book, entry)
  return book
}

/** The policies that a quote at an office asks: those of its own book whose areas hold the office or lie within it. */
export const policiesFor = (book: PolicyBook, officeArea: string): readonly WaiverPolicy[] =>
  policiesOf(book).filter((policy) => areaWithin(officeArea, policy.areas) !== 'no' || policy.areas.some((area) => areaWithin(area, [officeArea]) === 'yes'))
