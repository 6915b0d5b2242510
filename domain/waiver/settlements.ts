import type { Action, JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { SettledWaiver, WaiverAction } from './actions.ts'
import type { SettledItem } from './facts.ts'
import { settledItems } from './settle.ts'

/** What was given for a case under a number, with the line that took it back, if any; the first is never edited. */
export interface Given<Body> {
  readonly caseId: string
  readonly number: string
  readonly day: string
  readonly body: Body
  readonly registrar: string
  readonly at: string
  readonly by: string
  readonly reversed: { readonly day: string; readonly reason: string; readonly by: string; readonly second: string; readonly at: string } | null
}

/** How a fold reads its two kinds of entries: what gives, and what takes back. */
interface GivenKinds<Body, A extends Action> {
  readonly name: Text
  readonly give: (action: A) => { readonly number: string; readonly day: string; readonly body: Body; readonly registrar: string } | undefined
  readonly takeBack: (action: A) => { readonly number: string; readonly day: string } | undefined
}

/** Makes a fold of what was given and taken back; it throws `conflict` for a number used or taken back twice, `not_found` for taking back what is not there, `invalid` for a day before it was given. */
export const foldGiven = <Body, A extends Action>({ name, give, takeBack }: GivenKinds<Body, A>) => (entries: Iterable<JournalEntry<A>>): readonly Given<Body>[] => {
  const found = new Map<string, Given<Body>>()
  for (const { action, at, actor } of entries) {
    const made = give(action)
    const back = takeBack(action)
    if (made !== undefined) {
      if (found.has(made.number)) throw new LantaiError('conflict', text(`${name.zh}编号 ${made.number} 已经用过`, `The number ${made.number} of the ${name.en} is used`), 'number')
      found.set(made.number, { caseId: action.subject, ...made, at, by: actor, reversed: null })
    } else if (back !== undefined) {
      const standing = getStanding([...found.values()], back.number, name)
      if (back.day < standing.day) throw new LantaiError('invalid', text(`撤销日期早于${name.zh}日期`, 'It is taken back before it was given'), 'day')
      found.set(back.number, { ...standing, reversed: { day: back.day, reason: action.reason ?? '', by: actor, second: action.second ?? '', at } })
    }
  }
  return [...found.values()]
}

/** What stands under a number; throws `not_found`, or `conflict` once it was taken back. */
export const getStanding = <Body>(given: readonly Given<Body>[], number: string, name: Text): Given<Body> => {
  const found = given.find((entry) => entry.number === number)
  if (found === undefined) throw new LantaiError('not_found', text(`没有${name.zh} ${number}`, `There is no ${name.en} ${number}`), 'number')
  if (found.reversed !== null) throw new LantaiError('conflict', text(`${name.zh} ${number} 已于 ${found.reversed.day} 撤销`, `The ${name.en} ${number} was taken back on ${found.reversed.day}`), 'number')
  return found
}

/** Those that stand. */
export const standingOf = <Body>(given: readonly Given<Body>[]): readonly Given<Body>[] => given.filter(({ reversed }) => reversed === null)

export const waiverName = text('减免', 'waiver')

/** A settlement of a case with whether it stands. */
export type Settlement = Given<SettledWaiver>

/** Folds the entries of a case (its subject) to its settlements in order; entries of other kinds are passed over. Throws as `foldGiven` does. */
export const foldSettlements = foldGiven<SettledWaiver, WaiverAction>({
  name: waiverName,
  give: (action) => (action.kind === 'waiver.settled' ? { number: action.body.number, day: action.body.waiver.day, body: action.body.waiver, registrar: action.body.registrar } : undefined),
  takeBack: (action) => (action.kind === 'waiver.reversed' ? action.body : undefined),
})

/** The settlement that stands under a number, to be taken back; throws `not_found`, `conflict`. */
export const getSettlement = (settlements: readonly Settlement[], number: string): Settlement => getStanding(settlements, number, waiverName)

/** What was waived for a case and stands, in fen. */
export const waivedOf = (settlements: readonly Settlement[]): number => standingOf(settlements).reduce((sum, { body }) => sum + body.waivedFen, 0)

/** The items that stand as waived, as the next quote for the same person must be told. */
export const standingItems = (settlements: readonly Settlement[]): readonly SettledItem[] => standingOf(settlements).flatMap(({ body, number }) => settledItems(body, number))
