import type { PlaceNameState } from '../../domain/place-names/case/codes.ts'
import type { PlaceKind } from '../../domain/place-names/kinds.ts'
import type { NameAct } from '../../domain/place-names/names/index.ts'
import { LantaiError } from '../../domain/error.ts'
import { text } from '../../domain/text.ts'
import type { Condition } from '../case/reads.ts'
import { limitOf, placeOf } from '../case/reads.ts'
import type { Reader, Value } from '../connection.ts'
import type { Page } from '../contract.ts'
import type { PlaceNameFilter, PlaceNameRow } from './contract.ts'
import { placeNameCounts } from './count.ts'

/** The lists of cases. */

const names = ['key', 'id', 'revision', 'state', 'source', 'title', 'applicant', 'received_on', 'opened_at', 'slip', 'document', 'decided_on', 'approver', 'names', 'acts', 'kinds', 'approved', 'refused', 'filed', 'noticed', 'entered', 'signed', 'registrar', 'counter'] as const
type Numbers = 'key' | 'revision' | 'approved' | 'refused' | 'filed' | 'noticed' | 'entered' | 'signed'
type Columns = { readonly [K in Exclude<(typeof names)[number], Numbers>]: string } & { readonly [K in Numbers]: number } & { readonly place: string }
const select = names.map((name) => `c.${name}`).join(', ')

const rowOf = (row: Columns): PlaceNameRow => ({
  id: row.id, revision: row.revision, state: row.state as PlaceNameState, source: row.source as PlaceNameRow['source'], title: row.title, applicant: row.applicant, receivedOn: row.received_on, openedAt: row.opened_at, slip: row.slip, document: row.document, decidedOn: row.decided_on, approver: row.approver,
  names: JSON.parse(row.names) as readonly string[], acts: JSON.parse(row.acts) as readonly NameAct[], kinds: JSON.parse(row.kinds) as readonly PlaceKind[], approved: row.approved, refused: row.refused, filed: row.filed === 1, noticed: row.noticed === 1, entered: row.entered, signed: row.signed, registrar: row.registrar, counter: row.counter,
})

/** The states in which somebody still waits for a decision. */
const inWork: readonly PlaceNameState[] = ['received', 'supplementAsked', 'accepted', 'reviewed', 'forwarded', 'opined', 'approved']
const listed = (states: readonly PlaceNameState[]): string => `(${states.length === 0 ? 'NULL' : states.map((state) => `'${state}'`).join(', ')})`
const known = new Set<string>([...inWork, 'refused', 'notAccepted', 'withdrawn', 'archived'])

const conditionsOf = (filter: PlaceNameFilter): readonly Condition[] => {
  const found: Condition[] = []
  if (filter.state !== undefined) found.push([`c.state IN ${listed(filter.state.filter((state) => known.has(state)))}`])
  if (filter.source !== undefined) found.push(['c.source = ?', filter.source])
  if (filter.act !== undefined) found.push(['EXISTS (SELECT 1 FROM json_each(c.acts) WHERE value = ?)', filter.act])
  if (filter.kind !== undefined) found.push(['EXISTS (SELECT 1 FROM json_each(c.kinds) WHERE value = ?)', filter.kind])
  if (filter.counter !== undefined) found.push(['c.counter = ?', filter.counter])
  const typed = filter.text?.normalize('NFC').trim() ?? ''
  if (typed !== '') found.push(['instr(c.title, ?) > 0 OR instr(c.applicant, ?) > 0 OR c.key IN (SELECT case_key FROM place_name_item WHERE instr(name, ?) > 0) OR c.id IN (SELECT subject FROM place_name_document WHERE instr(number, ?) > 0)', typed, typed, typed, typed])
  if (filter.cell !== undefined) found.push(placeNameCounts.within('c.id', 'subject', filter.cell, filter.from, filter.to))
  else {
    if (filter.from !== undefined) found.push(['c.received_on >= ?', filter.from])
    if (filter.to !== undefined) found.push(['c.received_on <= ?', filter.to])
  }
  if (filter.decidedFrom !== undefined || filter.decidedTo !== undefined) found.push(["c.decided_on <> '' AND c.decided_on >= ? AND c.decided_on <= ?", filter.decidedFrom ?? '', filter.decidedTo ?? '9999-12-31'])
  return found
}
const where = (conditions: readonly Condition[]): string => (conditions.length === 0 ? '' : ` WHERE ${conditions.map(([condition]) => `(${condition})`).join(' AND ')}`)
const valuesOf = (conditions: readonly Condition[]): Value[] => conditions.flatMap(([, ...values]) => values)

/** A page of cases, newest first: by the day of the decision where such days are asked for, else by that of the receipt. */
export const cases = (db: Reader, filter: PlaceNameFilter): Page<PlaceNameRow> => {
  const limit = limitOf(filter.limit)
  const column = filter.decidedFrom !== undefined || filter.decidedTo !== undefined ? 'decided_on' : 'received_on'
  const after = placeOf(filter.after)
  const all = [...conditionsOf(filter), ...(after === undefined ? [] : [[`c.${column} <= ? AND (c.${column} < ? OR c.key < ?)`, after.day, after.day, after.key] as const])]
  const rows = db.prepare<Columns>(`SELECT ${select}, c.${column} AS place FROM place_name_case c${where(all)} ORDER BY c.${column} DESC, c.key DESC LIMIT ?`).all(...valuesOf(all), limit + 1)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { rows: page.map(rowOf), next: rows.length > limit && last !== undefined ? `${last.place}~${last.key}` : undefined }
}

/** How many cases a filter finds. */
export const countCases = (db: Reader, filter: PlaceNameFilter): number => {
  const conditions = conditionsOf(filter)
  return db.prepare<{ count: number }>(`SELECT count(*) AS count FROM place_name_case c${where(conditions)}`).get(...valuesOf(conditions))?.count ?? 0
}

/** The case of an id; throws `not_found`. */
export const getCase = (db: Reader, id: string): PlaceNameRow => {
  const row = db.prepare<Columns>(`SELECT ${select}, '' AS place FROM place_name_case c WHERE c.id = ?`).get(id)
  if (row === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return rowOf(row)
}

/** Open cases by state. */
export const casesInWork = (db: Reader): readonly { readonly state: PlaceNameState; readonly count: number }[] =>
  db.prepare<{ state: PlaceNameState; count: number }>(`SELECT state, count(*) AS count FROM place_name_case WHERE state IN ${listed(inWork)} GROUP BY state ORDER BY state`).all()

/** Cases that are not archived, the oldest receipt first. */
export const running = (db: Reader, limit: number): readonly PlaceNameRow[] => db.prepare<Columns>(`SELECT ${select}, '' AS place FROM place_name_case c WHERE c.state <> 'archived' ORDER BY c.received_on, c.key LIMIT ?`).all(limit).map(rowOf)

/** Cases received, or decided, within days, by day. */
export const casesBetween = (db: Reader, by: 'received' | 'decided', { from, to }: { readonly from: string; readonly to: string }): readonly PlaceNameRow[] => {
  const column = by === 'received' ? 'received_on' : 'decided_on'
  return db.prepare<Columns>(`SELECT ${select}, '' AS place FROM place_name_case c WHERE c.${column} <> '' AND c.${column} >= ? AND c.${column} <= ? ORDER BY c.${column}, c.key`).all(from, to).map(rowOf)
}
