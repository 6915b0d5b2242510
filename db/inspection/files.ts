import type { JournalEntry } from '../../domain/action.ts'
import type { KnownCremation } from '../../domain/burial/context.ts'
import type { RegisteredMarriage } from '../../domain/divorce/context.ts'
import type { OriginalCase } from '../../domain/reissue/rules.ts'
import type { Connection } from '../connection.ts'
import type { InspectedWindow } from './contract.ts'

/** Reads the files of many cases at once: the entries of their own window, in order. Prints are left out: they are the most entries of a file, change no state, and no rule asks for them. */

const registered = "('registered', 'proofread', 'delivered')"
const decided = "('registered', 'proofread', 'delivered', 'voided')"
const given = '(SELECT value FROM json_each(?))'
const standing = "CASE WHEN m.state = 'received' THEN 'open' WHEN m.state NOT IN ('registered', 'proofread', 'delivered') THEN 'none' ELSE coalesce((SELECT kind FROM marriage_ending e WHERE e.case_key = m.key AND e.day <= c.day ORDER BY e.place DESC LIMIT 1), 'standing') END"
const named = (window: string, other: string, column: string, how: string): string => `SELECT c.key, m.id, coalesce(m.number, '') AS number, m.day, ${how} AS standing, man.identity_number AS man, woman.identity_number AS woman
FROM ${window}_case c JOIN ${other}_case m ON m.id = c.${column} JOIN ${other}_party man ON man.key = 2 * m.key JOIN ${other}_party woman ON woman.key = 2 * m.key + 1 WHERE c.key IN ${given}`
/** The entries that make a case what it is to the rules. */
const ofWindow = (window: InspectedWindow): string => `(j.kind >= '${window}.' AND j.kind < '${window}/' AND j.kind <> '${window}.printed'${window === 'burial' ? " OR j.kind IN ('waiver.settled', 'waiver.reversed')" : ''})`
const left = "coalesce(nullif(elsewhere_on, ''), nullif(transported_on, ''), nullif(buried_on, ''), nullif(donated_on, ''), substr(opened_at, 1, 10))"
/** A burial case belongs to the day on which it left the home; while it has not, to the day it was opened. */
const leftBurials = `SELECT key, id, number, cremated_on AS day, state FROM burial_case WHERE cremated_on <> '' AND cremated_on BETWEEN :from AND :to UNION ALL SELECT key, id, number, ${left}, state FROM burial_case WHERE cremated_on = '' AND ${left} BETWEEN :from AND :to`
const sql = {
  cases: (window: InspectedWindow) => (window === 'burial' ? leftBurials : `SELECT key, id, coalesce(number, '') AS number, day, state FROM ${window}_case WHERE day <> '' AND day BETWEEN :from AND :to AND state IN ${decided}`),
  entries: (window: InspectedWindow) => `SELECT c.key, j.seq, j.at, j.actor, j.counter, j.kind, j.subject, j.second, j.reason, j.body FROM ${window}_case c CROSS JOIN journal j ON j.subject = c.id WHERE c.key IN ${given} AND ${ofWindow(window)} ORDER BY c.key, j.seq`,
  // Cremations of the persons of these cases, with the case that asks.
  cremations: `SELECT c.key AS asker, o.deceased_key AS key, o.id AS caseId, coalesce(nullif(o.number, ''), o.cremation_number) AS number, coalesce(nullif(o.cremated_on, ''), nullif(o.elsewhere_on, ''), o.buried_on) AS day, o.kind
FROM burial_case c CROSS JOIN burial_case o ON o.deceased_key = c.deceased_key AND o.deceased_key <> '' WHERE c.key IN ${given} AND c.deceased_key <> '' AND o.state <> 'voided' AND (o.cremated_on <> '' OR o.elsewhere_on <> '' OR o.buried_on <> '') ORDER BY c.key, o.key`,
  marriagesOfDivorces: named('divorce', 'marriage', 'marriage_case_id', standing),
  marriagesOfReissues: `${named('reissue', 'marriage', 'original_case_id', standing)} AND c.certificate = 'marriage'`,
  divorcesOfReissues: `${named('reissue', 'divorce', 'original_case_id', `CASE WHEN m.state IN ${registered} THEN 'divorced' ELSE 'none' END`)} AND c.certificate = 'divorce'`,
} as const

/** Keys of the cases of a period, newest first; those that were voided are among them. */
export const caseKeys = (db: Connection, window: InspectedWindow, from: string, to: string): readonly number[] => db.raw.prepare<unknown[], number>(`SELECT key FROM (${sql.cases(window)}) ORDER BY day DESC, key DESC`).pluck().all({ from, to })

/** The cases of a period that stand and are no longer in work, in order of their days: what a sample is drawn from. */
export const casesOfPeriod = (db: Connection, window: InspectedWindow, from: string, to: string): readonly { readonly id: string; readonly number: string; readonly day: string }[] =>
  db.raw.prepare<unknown[], { id: string; number: string; day: string }>(`SELECT id, number, day FROM (${sql.cases(window)}) WHERE state NOT IN ('voided', 'reported', 'received', 'stored', 'vigil', 'farewell') ORDER BY day, key`).all({ from, to })

type Columns = [key: number, seq: number, at: string, actor: string, counter: string, kind: string, subject: string, second: string, reason: string, body: string]

/** The entries of each case, by its key. */
export const entriesOfCases = (db: Connection, window: InspectedWindow, keys: readonly number[]): ReadonlyMap<number, readonly JournalEntry[]> => {
  const cases = new Map<number, JournalEntry[]>()
  // The text is this reading's own, so that its statement may stay one that gives bare rows.
  const rows = db.prepare<unknown>(sql.entries(window)).raw().all(JSON.stringify(keys)) as Columns[]
  for (const [key, seq, at, actor, counter, kind, subject, second, reason, body] of rows) {
    let entries = cases.get(key)
    if (entries === undefined) cases.set(key, (entries = []))
    // The hash is the chain's matter; a fold never looks at it.
    entries.push({ seq, at, actor, counter, hash: '', action: { kind, subject, body: JSON.parse(body) as unknown, ...(reason === '' ? {} : { reason }), ...(second === '' ? {} : { second }) } })
  }
  return cases
}

interface Named { key: number; id: string; number: string; day: string; standing: OriginalCase['standing']; man: string; woman: string }
const byKey = (rows: readonly Named[]): ReadonlyMap<number, OriginalCase> => new Map(rows.map(({ key, id, number, day, standing: how, man, woman }) => [key, { caseId: id, number, day, standing: how, identityNumbers: [man, woman] }]))

/** The marriage that each divorce names, as it stood on the day of the divorce. */
export const marriagesOfDivorces = (db: Connection, keys: readonly number[]): ReadonlyMap<number, RegisteredMarriage> => byKey(db.prepare<Named>(sql.marriagesOfDivorces).all(JSON.stringify(keys))) as ReadonlyMap<number, RegisteredMarriage>

/** The registration that each reissue names, as it stood on the day of the reissue. */
export const originalsOfReissues = (db: Connection, keys: readonly number[]): ReadonlyMap<number, OriginalCase> => {
  const list = JSON.stringify(keys)
  return byKey([...db.prepare<Named>(sql.marriagesOfReissues).all(list), ...db.prepare<Named>(sql.divorcesOfReissues).all(list)])
}

/** The cremations and burials known of the person of each burial case, by the key of the case. */
export const cremationsOfCases = (db: Connection, keys: readonly number[]): ReadonlyMap<number, readonly KnownCremation[]> => {
  const found = new Map<number, KnownCremation[]>()
  for (const { asker, ...known } of db.prepare<KnownCremation & { asker: number }>(sql.cremations).all(JSON.stringify(keys))) {
    const list = found.get(asker)
    if (list === undefined) found.set(asker, [known])
    else list.push(known)
  }
  return found
}
