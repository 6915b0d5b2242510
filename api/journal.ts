import type { JournalEntry } from '../domain/action.ts'
import { handle, type Handling } from './door.ts'
import { routes } from './schemas/index.ts'

/** What the journal page may show of the bodies of a window's actions, by kind: fields that name no person. */
export type JournalFields = Readonly<Record<string, readonly string[]>>

/** Of the office's own actions; a kind that is not listed shows no body. */
export const officeJournalFields: JournalFields = {
  'office.setUp': ['name', 'area', 'fonds', 'windows', 'sample'],
  'office.changed': ['name', 'area', 'fonds', 'windows'],
  'setting.changed': ['key', 'value', 'from', 'source'],
  'account.created': ['account', 'name', 'role', 'counter', 'scope', 'certifiedUntil', 'sample'],
  'account.changed': ['name', 'role', 'counter', 'scope', 'active', 'certifiedUntil', 'language'],
  'account.signedIn': ['shell', 'address'],
  'account.signInFailed': ['lockedUntil', 'address'],
  'account.locked': ['until'],
  'account.signedOut': ['cause'],
  'blank.received': ['type', 'prefix', 'first', 'last', 'count', 'receivedOn', 'from', 'note'],
  'blank.spoiled': ['type', 'serial', 'reason'],
  'blank.returned': ['type', 'first', 'last', 'to', 'note'],
  'stock.reconciled': ['month', 'lines', 'note'],
  'day.closed': ['day', 'head'],
  'month.closed': ['month', 'content', 'head', 'unclosed'],
  'report.stored': ['report', 'from', 'to', 'windows', 'head', 'content', 'total', 'passed', 'failed', 'unexamined'],
  'report.remade': ['same', 'content', 'made'],
  'inspection.drawn': ['from', 'to', 'windows', 'seed', 'population'],
  'inspection.examined': ['window', 'caseId', 'result', 'rules'],
  'calendar.noticeAdded': ['id', 'kind', 'year', 'title', 'source', 'published', 'imported'],
  'calendar.noticeSetAside': ['id'],
  'record.viewed': ['caseId', 'what', 'purpose'],
  'record.exported': ['what', 'purpose', 'count'],
  'paper.checked': ['number', 'digest', 'verdict', 'caseId'],
  'register.verified': ['sound', 'entries', 'faults', 'head'],
  'register.backedUp': ['file', 'entries', 'head'],
}

const shownBody = (entry: JournalEntry, fields: JournalFields): unknown => {
  const body = entry.action.body as Readonly<Record<string, unknown>>
  const shown = Object.fromEntries((fields[entry.action.kind] ?? []).filter((field) => Object.hasOwn(body, field)).map((field) => [field, body[field]]))
  // Of a change of a case the names of the sections are told, never what stands in them.
  const changes = body['changes']
  if (typeof changes === 'object' && changes !== null) shown['changes'] = Object.keys(changes)
  return shown
}

/** The journal for those who watch over it: every entry with its hash, no personal data. */
export const journalHandlings = (fields: JournalFields): readonly Handling[] => [
  handle(routes.listJournal, async ({ house, query }) => {
    const { from, to, actor, kind, subject, before, limit } = query
    const page = await house.register.read.entries({
      ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }), ...(actor === undefined ? {} : { actor }), ...(kind === undefined ? {} : { kind }), ...(subject === undefined ? {} : { subject }),
      ...(before === undefined ? {} : { before }), limit: limit ?? 50,
    })
    const accounts = await house.accounts()
    const entries = page.rows.map((entry) => ({
      seq: entry.seq, at: entry.at, actor: entry.actor, actorName: accounts.get(entry.actor)?.name ?? entry.actor, counter: entry.counter, kind: entry.action.kind, subject: entry.action.subject,
      reason: entry.action.reason ?? '', second: entry.action.second ?? '', body: shownBody(entry, fields), previous: entry.previous, hash: entry.hash,
    }))
    const last = entries.at(-1)
    return { entries, ...(page.next === undefined || last === undefined ? {} : { next: last.seq }), head: await house.register.head() }
  }),
]
