import type { Reads, Transaction } from '../../db/contract.ts'
import type { Action, JournalEntry } from '../../domain/action.ts'
import type { Decision } from '../../domain/case/decide.ts'
import { LantaiError } from '../../domain/error.ts'
import type { Answer } from '../../domain/findings.ts'
import { text, type Text } from '../../domain/text.ts'
import type { House } from '../house.ts'
import { decided } from './decide.ts'

/** Records of a register beside its cases: plots, facilities, streets with their numbers, boundaries. */

/** Refuses a day that has not come yet; throws `invalid` at the field. */
export const requireCome = (house: House, day: string, field = 'day'): void => {
  if (day > house.today()) throw new LantaiError('invalid', text('还没有到这一天', 'That day has not come yet'), field)
}

/** The action of a decision with the clerk's answers as its reason; throws `findings` when something stands in its way. */
export const answered = <A extends Action>(decision: Decision<A>, answers: readonly Answer[], words: Text): A => {
  const action = decided(decision, words)
  const reason = answers.map((answer) => answer.reason.trim()).filter((one) => one !== '').join('；')
  return reason === '' ? action : { ...action, reason }
}

/** Records actions one after another in their transaction. */
export const recordAll = async (tx: Pick<Transaction, 'record'>, actions: readonly Action[]): Promise<void> => {
  for (const action of actions) await tx.record(action)
}

/** A part of a list that stands in memory: rows behind `after`, at most `limit`, and where to go on. */
export const pageOf = <T extends { readonly id: string }>(rows: readonly T[], { after, limit = 50 }: { readonly after?: string | undefined; readonly limit?: number | undefined }): { readonly rows: readonly T[]; readonly next?: string } => {
  const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1
  const part = rows.slice(from, from + limit)
  const last = part.at(-1)
  return { rows: part, ...(last !== undefined && from + limit < rows.length ? { next: last.id } : {}) }
}

/** What a page shows of the past of a record whose acts have these titles, and the guard against acts on a page that is behind; acts of other records on the same subject, and looks at it, are left out. */
export const recordsOf = (titles: Readonly<Record<string, Text>>) => {
  const ownEntries = (entries: readonly JournalEntry[]): readonly JournalEntry[] => entries.filter(({ action }) => Object.hasOwn(titles, action.kind))
  return {
    ownEntries,

    historyOf: async (house: House, entries: readonly JournalEntry[]) => {
      const accounts = await house.accounts()
      const nameOf = (id: string): string => accounts.get(id)?.name ?? id
      return ownEntries(entries).map(({ seq, at, actor, action }) => ({
        seq, at, actorName: nameOf(actor), kind: action.kind, title: titles[action.kind] ?? text(action.kind, action.kind), day: (action.body as { readonly day?: string }).day ?? at.slice(0, 10), reason: action.reason ?? '', second: action.second === undefined ? '' : nameOf(action.second),
      }))
    },

    /** Throws `conflict` with who was quicker and what was done. */
    requireSeen: async (house: House, tx: Pick<Reads, 'entriesOf'>, subject: string, now: number, seen: number): Promise<void> => {
      if (now === seen) return
      const last = ownEntries(await tx.entriesOf(subject)).at(-1)
      const who = last === undefined ? '' : await house.nameOf(last.actor)
      const what: Text = (last === undefined ? undefined : titles[last.action.kind]) ?? text('修改', 'Change')
      throw new LantaiError('conflict', text(`${who}刚办了“${what.zh}”，请刷新后再办。您录入的内容还在。`, `${who} has just done “${what.en}”; reload and look. What you typed is still there.`), 'revision', { revision: now })
    },
  }
}
