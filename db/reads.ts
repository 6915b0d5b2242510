import { sql as raw } from 'kysely'
import { LantaiError } from '../domain/error.ts'
import { text } from '../domain/text.ts'
import type { FileClass } from '../domain/archive/actions.ts'
import type { Reader } from './connection.ts'
import type { Reads } from './contract.ts'
import * as draftRows from './drafts.ts'
import { withWords } from './errors.ts'
import type { JournalRow } from './journal.ts'
import { entriesOf, entryOf } from './journal.ts'
import { queriesOf } from './kysely.ts'
import { burialReadsOf } from './burial/reads.ts'
import { boxes, getBox } from './archive/boxes.ts'
import * as filed from './archive/files.ts'
import * as archive from './archive/reads.ts'
import { lastNumber } from './case/numbers.ts'
import { divorces, divorcesInWork, divorceWorklist, lastDivorcePaper } from './divorce/reads.ts'
import { marriages, standingOrOpen } from './marriage/reads.ts'
import { placeNameReadsOf } from './place-names/reads.ts'
import { calendarNotices } from './office/calendar.ts'
import * as office from './office/reads.ts'
import { reissues } from './reissue/reads.ts'
import { reportReadsOf } from './reports/reads.ts'
import { pastPrefix, readQuery } from './search.ts'
import * as statistics from './statistics/reads.ts'
import * as periods from './statistics/periods.ts'
import * as stock from './stock.ts'
import * as counts from './tally.ts'
import type { WindowPart } from './windows.ts'

type Entries = Reads['entries']
/** What a read is asked for. */
type Asked<K extends { [R in keyof Reads]: Reads[R] extends (first: never, ...rest: never[]) => unknown ? R : never }[keyof Reads]> = Parameters<Reads[K]>[0]

/** The best of each list, then the second best: no window's hits hide another's. */
const inTurns = <T>(lists: readonly (readonly T[])[]): readonly T[] => Array.from({ length: Math.max(0, ...lists.map((list) => list.length)) }, (_, index) => lists.flatMap((list) => (index < list.length ? [list[index] as T] : []))).flat()

/** Newest first. With days: in order of time, along the index of times alone; without: in order of the chain, along the index of the kind or the actor. Either way a page is read without sorting. */
const listEntries = (db: Reader, queries: ReturnType<typeof queriesOf>): Entries => async (filter) => {
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), 1000)
  const byTime = filter.subject === undefined && (filter.from !== undefined || filter.to !== undefined)
  // A plus sign before a column keeps SQLite from choosing its index.
  const kind = byTime ? raw<string>`+kind` : raw<string>`kind`
  const actor = byTime ? raw<string>`+actor` : raw<string>`actor`
  let query = queries.selectFrom('journal').selectAll()
  if (filter.from !== undefined) query = query.where('at', '>=', filter.from)
  // A civil day stands for all of it: its instants begin with it.
  if (filter.to !== undefined) query = query.where('at', '<', pastPrefix(filter.to))
  if (filter.actor !== undefined) query = query.where(actor, '=', filter.actor)
  if (filter.kind !== undefined) query = filter.kind.endsWith('.') ? query.where(kind, '>=', filter.kind).where(kind, '<', pastPrefix(filter.kind)) : query.where(kind, '=', filter.kind)
  if (filter.subject !== undefined) query = query.where('subject', '=', filter.subject)
  const { before } = filter
  if (before !== undefined && byTime) {
    const { at } = db.prepare<{ at: string }>('SELECT at FROM journal WHERE seq = ?').get(before) ?? { at: '' }
    query = query.where('at', '<=', at).where((is) => is.or([is('at', '<', at), is('seq', '<', before)]))
  } else if (before !== undefined) query = query.where('seq', '<', before)
  const sorted = byTime ? query.orderBy('at', 'desc').orderBy('seq', 'desc') : query.orderBy('seq', 'desc')
  const rows: readonly JournalRow[] = await sorted.limit(limit + 1).execute()
  const shown = rows.slice(0, limit)
  return { rows: shown.map(entryOf), next: rows.length > limit ? String(shown.at(-1)?.seq) : undefined }
}

/** Everything the house may ask, over one connection; `today` is the day on which settings are read. */
export const readsOf = (db: Reader, parts: readonly WindowPart[], today: () => string): Reads => {
  const queries = queriesOf(db)
  // Each answer is a promise, so that the same questions can be put to a database over a network.
  const answer = <A extends readonly unknown[], T>(work: (...args: A) => T | Promise<T>) => async (...args: A): Promise<T> => withWords(() => work(...args))
  const reads: Reads = {
    entriesOf: answer((subject: string) => entriesOf(db, subject)),
    entries: answer(listEntries(db, queries)),
    findSetting: answer((key: string, on?: string) => office.findSetting(db, key, on ?? today())),
    settings: answer((on?: string) => office.settings(db, on ?? today())),
    settingRows: answer(() => office.settingRows(db)),
    findAccount: answer((account: string) => office.findAccount(db, account)),
    getAccount: answer((id: string) => office.getAccount(db, id)),
    accounts: answer(() => office.accounts(db)),
    drafts: answer((filter: { account?: string; window?: string }) => draftRows.drafts(db, filter)),
    findDraft: answer((id: string) => draftRows.findDraft(db, id)),
    getMarriage: answer((id: string) => marriages.get(db, id)),
    findMarriageByNumber: answer((number: string) => marriages.findByNumber(db, number)),
    marriages: answer((filter: Asked<'marriages'>) => marriages.list(db, filter, today())),
    countMarriages: answer((filter: Asked<'marriages'>) => marriages.count(db, filter, today())),
    marriagesOfPerson: answer((number: string) => marriages.ofPerson(db, number, standingOrOpen)),
    casesInWork: answer(() => marriages.inWork(db)),
    getDivorce: answer((id: string) => divorces.get(db, id)),
    findDivorceByNumber: answer((number: string) => divorces.findByNumber(db, number)),
    divorces: answer((filter: Asked<'divorces'>) => divorces.list(db, filter, today())),
    countDivorces: answer((filter: Asked<'divorces'>) => divorces.count(db, filter, today())),
    divorcesOfPerson: answer((number: string) => divorces.ofPerson(db, number)),
    divorceWorklist: answer((range: Asked<'divorceWorklist'>, page?: Parameters<Reads['divorceWorklist']>[1]) => divorceWorklist(db, range, page)),
    divorcesInWork: answer(() => divorcesInWork(db, today())),
    lastDivorcePaper: answer((paper: 'receipt' | 'confirmation', year: number) => lastDivorcePaper(db, paper, year)),
    getReissue: answer((id: string) => reissues.get(db, id)),
    findReissueByNumber: answer((number: string) => reissues.findByNumber(db, number)),
    reissues: answer((filter: Asked<'reissues'>) => reissues.list(db, filter, today())),
    countReissues: answer((filter: Asked<'reissues'>) => reissues.count(db, filter, today())),
    reissuesInWork: answer(() => reissues.inWork(db)),
    lastNumber: answer((letters: string, area: string, year: number) => lastNumber(db, letters, area, year)),
    archiveRecords: answer((filter: Asked<'archiveRecords'>) => archive.archiveRecords(db, filter)),
    countArchiveRecords: answer((filter: Asked<'archiveRecords'>) => archive.countArchiveRecords(db, filter)),
    getArchiveRecord: answer((id: string) => archive.getArchiveRecord(db, id)),
    lastArchiveNumber: answer((kind: 'query' | 'proof', year: number) => archive.lastArchiveNumber(db, kind, year)),
    lastFileNumber: answer((fonds: string, year: number, fileClass: FileClass) => filed.lastFileNumber(db, fonds, year, fileClass)),
    filedCases: answer((filter: Asked<'filedCases'>) => filed.filedCases(db, filter)),
    filedYears: answer(() => filed.filedYears(db)),
    unfiledCases: answer((day: string) => filed.unfiledCases(db, day)),
    boxes: answer((filter: Asked<'boxes'>) => boxes(db, filter)),
    getBox: answer((id: string) => getBox(db, id)),
    calendarNotices: answer(() => calendarNotices(db)),
    periodCounts: answer((from: string, to: string) => periods.periodCounts(db, from, to)),
    inspectedCounts: answer((period: Asked<'inspectedCounts'>) => periods.inspectedCounts(db, period)),
    bookletsVoidedAcross: answer((period: Asked<'bookletsVoidedAcross'>) => periods.bookletsVoidedAcross(db, period)),
    peakDay: answer((day: string) => periods.peakDay(db, day)),
    findBlank: answer((type: 'marriage' | 'divorce', serial: string) => stock.findBlank(db, type, serial)),
    findBlanks: answer((serial: string) => stock.findBlanks(db, serial)),
    stockRanges: answer((type?: 'marriage' | 'divorce') => stock.stockRanges(db, type)),
    stockByDay: answer((type: 'marriage' | 'divorce', from: string, to: string) => stock.stockByDay(db, type, from, to)),
    stockMonth: answer((type: 'marriage' | 'divorce', from: string, to: string) => stock.stockMonth(db, type, from, to)),
    nextBlanks: answer((type: 'marriage' | 'divorce', count: number) => stock.nextBlanks(db, type, count)),
    burial: burialReadsOf(db),
    placeNames: placeNameReadsOf(db),
    reports: reportReadsOf(db),
    search: answer((typed: string, limit: number) => {
      const query = readQuery(typed)
      return inTurns(parts.map((part) => part.search?.(db, query, limit) ?? [])).slice(0, limit)
    }),
    statistic: answer((...[prefixes, period, day]: Parameters<Reads['statistic']>) => statistics.statistic(db, prefixes, period, day)),
    statisticBy: answer((...[part, prefixes, period, day]: Parameters<Reads['statisticBy']>) => statistics.statisticBy(db, part, prefixes, period, day)),
    dayCounts: answer((day: string) => counts.dayCounts(db, day)),
    monthCounts: answer((month: string) => counts.monthCounts(db, month)),
    yearCounts: answer((year: number) => counts.yearCounts(db, year)),
  }
  return reads
}

/** The case as it stands must be the one the clerk saw: throws `conflict` when someone else was quicker, `not_found` when there is none. */
export const checkRevision = (db: Reader, parts: readonly WindowPart[], caseId: string, expected: number): void => {
  const found = parts.map((part) => part.findRevision?.(db, caseId)).find((revision) => revision !== undefined)
  if (found === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  if (found !== expected) throw new LantaiError('conflict', text('该案件刚被他人修改，请刷新后再操作', 'Someone else has just changed this case; reload and look'), 'revision', { found, expected })
}
