import type { Action, Actor, JournalEntry } from '../domain/action.ts'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { Connection } from './connection.ts'
import { append, headOf } from './journal.ts'
import { noteStep } from './reports/clock.ts'
import { forgetClosed, forgetLate, writeLate } from './reports/late.ts'
import type { Applier, WindowPart } from './windows.ts'

/** Validates, completes, chains and applies actions on the writing connection, inside a transaction that someone else begins and ends. */
export interface Recorder {
  /** Reads the head of the chain anew; to be called when a transaction has begun. */
  begin(): void
  record(actor: Actor, action: Action): JournalEntry
}

interface Kind { readonly check: (body: unknown) => void; readonly complete: ((body: unknown) => unknown) | undefined; readonly apply: Applier | undefined; readonly twoPersons: boolean }

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/

const refuse = (kind: string, details: unknown): never => {
  throw new LantaiError('invalid', text('内容不符合登记簿的格式，没有保存', 'The content does not fit the register and was not saved'), undefined, { kind, details })
}

/** Every kind of action the parts know; a kind that two parts claim is a mistake of the program. */
export const kindsOf = (parts: readonly WindowPart[]): ReadonlyMap<string, Kind> => {
  const kinds = new Map<string, Kind>()
  for (const part of parts) {
    for (const [name, schema] of Object.entries(part.bodies)) {
      if (kinds.has(name)) throw new Error(`two windows claim ${name}`)
      kinds.set(name, {
        check: (body) => {
          const result = schema.safeParse(body)
          if (!result.success) refuse(name, result.error.issues.slice(0, 5).map((issue) => `${issue.path.join('.')}: ${issue.message}`))
        },
        complete: part.complete?.[name],
        apply: part.appliers[name],
        twoPersons: part.twoPersons?.includes(name) ?? false,
      })
    }
  }
  return kinds
}

const needSecond = (actor: Actor, action: Action): void => {
  if (action.second === undefined || action.second === '' || action.second === actor.account) {
    throw new LantaiError('second_person', text('此操作需要另一人确认', 'This needs a second person, other than the first'), 'second')
  }
  if (action.reason === undefined || action.reason.trim() === '') throw new LantaiError('invalid', text('请写明原因', 'Give the reason'), 'reason')
}

/** Applies an entry to the tables of its kind, with what it changes of past days. */
const applyEntry = (db: Connection, kind: Kind, entry: JournalEntry): void => {
  if (kind.apply === undefined) return
  forgetLate(db)
  kind.apply(db, entry)
  writeLate(db, entry)
}

/** Applies journalled entries to the tables, one after the other, as rebuilding does. */
export const applierOf = (parts: readonly WindowPart[]): Applier => {
  const kinds = kindsOf(parts)
  let before = ''
  return (db, entry) => {
    noteStep(db, entry, before)
    before = entry.at
    const kind = kinds.get(entry.action.kind)
    if (kind === undefined) throw new LantaiError('damaged', text('日志中有不认识的操作', 'The journal holds an action that is not known'), undefined, entry.action.kind)
    applyEntry(db, kind, entry)
  }
}

export const recorderOf = (db: Connection, parts: readonly WindowPart[]): Recorder => {
  const kinds = kindsOf(parts)
  let head: { seq: number; hash: string; at: string } = { seq: 0, hash: '', at: '' }
  return {
    begin: () => {
      head = headOf(db)
      forgetClosed(db)
    },
    record: (actor, given) => {
      const kind = kinds.get(given.kind) ?? refuse(given.kind, 'unknown kind')
      if (!instant.test(actor.at)) refuse(given.kind, 'the time is not an instant with offset')
      const action = kind.complete === undefined ? given : { ...given, body: kind.complete(given.body) }
      kind.check(action.body)
      if (kind.twoPersons) needSecond(actor, action)
      const entry = append(db, head, actor, action)
      noteStep(db, entry, head.at)
      applyEntry(db, kind, entry)
      head = { seq: entry.seq, hash: entry.hash, at: entry.at }
      return entry
    },
  }
}
