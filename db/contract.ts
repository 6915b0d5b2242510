import type { BurialReads } from './burial/contract.ts'
import type { PlaceNameReads } from './place-names/contract.ts'
import type { ReportReads } from './reports/contract.ts'
import type { Action, Actor, JournalEntry } from '../domain/action.ts'
import type { MarriageState } from '../domain/marriage/actions.ts'
import type { MarriageKind } from '../domain/marriage/file.ts'
import type { EndingKind } from '../domain/marriage/ending-kinds.ts'
import type { CalendarNotice } from '../domain/calendar/index.ts'
import type { DivorceState } from '../domain/divorce/actions.ts'
import type { WorklistRange } from '../domain/divorce/worklist.ts'
import type { ReissueState } from '../domain/reissue/actions.ts'
import type { FileClass } from '../domain/archive/actions.ts'

/** What the rest of the house may ask of the register; `openRegister(options)` in db/register.ts gives one. */
export interface Register {
  readonly folder: string
  /** Runs `work` in one write transaction; what it records is journalled, applied and committed with a real fsync, or nothing is. Transactions run one after another. */
  transact<T>(actor: Actor, work: (tx: Transaction) => Promise<T> | T): Promise<T>
  /**
   * The bulk path: the same actions and chain in large transactions, for history import and the sample office; each actor and time comes with its action.
   * `alone`: nobody searches meanwhile, so the search indexes may be put down and made again at the end (for very long loads).
   */
  bulk(entries: AsyncIterable<readonly [Actor, Action]> | Iterable<readonly [Actor, Action]>, options?: { perTransaction?: number; alone?: boolean; onProgress?: (done: number) => void; signal?: AbortSignal }): Promise<number>
  /** Reads of the committed state, on their own connection. */
  readonly read: Reads
  readonly files: FileStore
  head(): Promise<JournalHead>
  close(): Promise<void>
}

/** A write transaction: all reads see its own writes. */
export interface Transaction extends Reads {
  /** Appends an action to the journal and applies it to the tables. */
  record(action: Action): Promise<JournalEntry>
  /** Throws `conflict` when a case no longer stands at the revision the clerk saw. */
  expectRevision(caseId: string, revision: number): Promise<void>
  /** Drafts are working papers, not record: kept in the same commit, outside the chain. */
  saveDraft(draft: Draft): Promise<void>
  deleteDraft(id: string): Promise<void>
  /** What an account keeps of its own desk: working papers like drafts, outside the chain. */
  savePreference(account: string, key: string, value: unknown): Promise<void>
}

export interface JournalHead { readonly seq: number; readonly hash: string; readonly at: string }

export interface Draft {
  readonly id: string
  /** The window it belongs to, e.g. `marriage`. */
  readonly window: string
  /** The case it amends, if one is open already. */
  readonly caseId: string | undefined
  readonly title: string
  readonly content: string // JSON
  readonly account: string
  readonly counter: string
  readonly savedAt: string
}

/** A page of a list by keyset: pass `next` back to go on. */
export interface Page<T> { readonly rows: readonly T[]; readonly next: string | undefined }

/** A record of the register kept as its fold beside its revision, the number of the entries of that fold. */
export interface Kept<T> { readonly id: string; readonly revision: number; readonly value: T }

export interface AccountRow {
  readonly id: string; readonly account: string; readonly name: string; readonly role: Role; readonly counter: string
  readonly password: string // scrypt parameters, salt and hash, see api/passwords.ts
  readonly active: boolean; readonly sample: boolean; readonly failures: number; readonly lockedUntil: string; readonly certifiedUntil: string
  /** Permission of the registrar: kinds of person she may register (registrar's certificate). */
  readonly scope: 'mainland' | 'all'
  readonly language: 'zh' | 'en'; readonly createdAt: string; readonly changedAt: string
}
export const roles = ['registrar', 'reviewer', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** What the lists of every window of cases show. */
export interface CaseRow<State extends string = string> {
  readonly id: string; readonly revision: number; readonly state: State
  readonly number: string; readonly day: string; readonly openedAt: string
  readonly names: readonly [string, string]; readonly identityNumbers: readonly [string, string]; readonly serials: readonly [string, string]
  readonly registrar: string; readonly counter: string
}

/** What every list of cases can be asked for. */
export interface CaseFilter<State extends string = string> {
  readonly state?: readonly State[]; readonly from?: string; readonly to?: string; readonly registrar?: string; readonly counter?: string
  /** qualified / failed / unexamined by file inspection. */
  readonly inspection?: 'qualified' | 'failed' | 'unexamined'
  /** A cell of the statistics: only the cases that count in it. */
  readonly cell?: string
  readonly after?: string; readonly limit?: number
}

/** One line of a list of marriage cases; `ending` is empty while the marriage stands. */
export interface MarriageRow extends CaseRow<MarriageState> { readonly kind: MarriageKind; readonly ending: EndingKind | '' }
export interface MarriageFilter extends CaseFilter<MarriageState> { readonly kind?: MarriageKind; readonly ending?: EndingKind }

/** One line of a list of divorce cases; the days are empty before the acceptance. */
export interface DivorceRow extends CaseRow<DivorceState> { readonly receiptNumber: string; readonly acceptedOn: string; readonly end1: string; readonly end2: string; readonly marriageCaseId: string; readonly marriageNumber: string }
export interface DivorceFilter extends CaseFilter<DivorceState> {
  readonly acceptedFrom?: string; readonly acceptedTo?: string
  /** Only accepted applications whose clock says so on `today`. */
  readonly clock?: { readonly phase: 'coolingOff' | 'issuanceOpen' | 'lapsed'; readonly today: string }
  readonly marriageCaseId?: string
}

/** One line of a list of reissues. */
export interface ReissueRow extends CaseRow<ReissueState> { readonly certificate: 'marriage' | 'divorce'; readonly applicant: string; readonly reason: string; readonly originalNumber: string; readonly originalDay: string; readonly originalCaseId: string; readonly proxied: boolean }
export interface ReissueFilter extends CaseFilter<ReissueState> { readonly certificate?: 'marriage' | 'divorce'; readonly originalCaseId?: string }

/** A query or proof of the archive's log. */
export interface ArchiveRow { readonly id: string; readonly kind: 'query' | 'proof'; readonly number: string; readonly day: string; readonly at: string; readonly requesterKind: string; readonly requester: string; readonly unit: string; readonly basis: string; readonly purpose: string; readonly files: number; readonly found: boolean; readonly pages: number; readonly registrar: string }
export interface ArchiveFilter { readonly kind?: 'query' | 'proof'; readonly from?: string; readonly to?: string; readonly after?: string; readonly limit?: number }

/** A filed case, whatever its window; `scanned` counts the pages of its scans. */
export interface FiledRow { readonly window: string; readonly caseId: string; readonly fonds: string; readonly year: number; readonly fileClass: FileClass; readonly officeFileNumber: number; readonly archiveFileNumber: string; readonly pages: number; readonly scanned: number; readonly title: string; readonly day: string; readonly number: string; readonly box: number | null }
export interface BoxRow { readonly id: string; readonly fonds: string; readonly year: number; readonly fileClass: FileClass; readonly box: number; readonly first: number; readonly last: number; readonly files: number; readonly pages: number; readonly note: string; readonly boxedOn: string; readonly transferredOn: string }

/** First and last are whole serials with their letters; `used` counts the booklets no longer available. */
export interface StockRange { readonly id: string; readonly type: BlankType; readonly prefix: string; readonly first: string; readonly last: string; readonly count: number; readonly used: number; readonly receivedOn: string; readonly from: string; readonly note: string }
export const blankTypes = ['marriage', 'divorce'] as const
export type BlankType = (typeof blankTypes)[number]
export type BlankState = 'available' | 'issued' | 'spoiled' | 'returned'
export interface BlankFound { readonly serial: string; readonly type: BlankType; readonly state: BlankState; readonly caseId: string; readonly rangeId: string }
/** Opening + received = issued + reissued + spoiled + returned + closing, in booklets (本). */
export interface StockMonth { readonly type: BlankType; readonly from: string; readonly to: string; readonly opening: number; readonly received: number; readonly issued: number; readonly reissued: number; readonly spoiled: number; readonly returned: number; readonly closing: number }

export type SearchKind = 'name' | 'pinyin' | 'initials' | 'identityNumber' | 'number' | 'serial' | 'oldNumber' | 'agent' | 'phone' | 'plot'
/** What a search found; `caseId` may be that of a plot, a place or a paper of the window. With `public` the title is of places and shown whole, and where it is true what was found as well; without it both may be of a person and are masked. */
export interface SearchHit { readonly window: string; readonly caseId: string; readonly matched: SearchKind; readonly value: string; readonly title: string; readonly state: string; readonly day: string; readonly number: string; readonly public?: boolean }

/** Counts of a kind: `unit` is the unit of the field (对, 件, 本), never mixed. */
export interface CountRow { readonly window: string; readonly kind: string; readonly unit: string; readonly count: number }

export interface Reads {
  // journal
  entriesOf(subject: string): Promise<readonly JournalEntry[]>
  entries(filter: { from?: string; to?: string; actor?: string; kind?: string; subject?: string; before?: number; limit?: number }): Promise<Page<JournalEntry & { readonly previous: string }>>
  // office and settings: each setting is a dated value with source
  /** The value in force on a civil day, today if none is given; the office itself is the setting `office` (OfficeFacts). */
  findSetting(key: string, on?: string): Promise<unknown>
  settings(on?: string): Promise<Readonly<Record<string, unknown>>>
  /** Every dated value of every setting. */
  settingRows(): Promise<readonly { readonly key: string; readonly from: string; readonly value: unknown; readonly source: string; readonly changedAt: string; readonly changedBy: string }[]>
  // accounts
  findAccount(account: string): Promise<AccountRow | undefined>
  getAccount(id: string): Promise<AccountRow>
  accounts(): Promise<readonly AccountRow[]>
  // drafts
  drafts(filter: { account?: string; window?: string }): Promise<readonly Draft[]>
  findDraft(id: string): Promise<Draft | undefined>
  // marriage
  getMarriage(id: string): Promise<MarriageRow>
  findMarriageByNumber(number: string): Promise<MarriageRow | undefined>
  marriages(filter: MarriageFilter): Promise<Page<MarriageRow>>
  countMarriages(filter: MarriageFilter): Promise<number>
  /** Registered marriages, not ended, and open cases in which a person of this identity number is a party. */
  marriagesOfPerson(identityNumber: string): Promise<readonly MarriageRow[]>
  /** Highest serial used for a prefix and year, 0 if none. */
  lastNumber(letters: string, area: string, year: number): Promise<number>
  /** Cases in work (received, registered, proofread) by state. */
  casesInWork(): Promise<readonly { readonly state: MarriageState; readonly count: number }[]>
  /** Highest 室编卷号 of a fonds, archive year and class, 0 if none. */
  lastFileNumber(fonds: string, year: number, fileClass: FileClass): Promise<number>
  // divorces
  getDivorce(id: string): Promise<DivorceRow>
  findDivorceByNumber(number: string): Promise<DivorceRow | undefined>
  divorces(filter: DivorceFilter): Promise<Page<DivorceRow>>
  countDivorces(filter: DivorceFilter): Promise<number>
  /** Divorce cases, of whatever state, in which a person of this identity number is a party, newest first. */
  divorcesOfPerson(identityNumber: string): Promise<readonly DivorceRow[]>
  /** Accepted applications whose end1 or end2 lies in a range, by that day; the deadline work list. */
  divorceWorklist(range: WorklistRange, page?: { readonly after?: string; readonly limit?: number }): Promise<Page<DivorceRow> & { readonly count: number }>
  /** Open cases by state; of the accepted those that have not lapsed today. */
  divorcesInWork(): Promise<readonly { readonly state: DivorceState; readonly count: number }[]>
  /** Highest serial of receipts, or of confirmations of withdrawals, of a year, whatever the shape of their numbers; 0 if none. */
  lastDivorcePaper(paper: 'receipt' | 'confirmation', year: number): Promise<number>
  // reissues
  getReissue(id: string): Promise<ReissueRow>
  findReissueByNumber(number: string): Promise<ReissueRow | undefined>
  reissues(filter: ReissueFilter): Promise<Page<ReissueRow>>
  countReissues(filter: ReissueFilter): Promise<number>
  reissuesInWork(): Promise<readonly { readonly state: ReissueState; readonly count: number }[]>
  // archive
  archiveRecords(filter: ArchiveFilter): Promise<Page<ArchiveRow>>
  countArchiveRecords(filter: ArchiveFilter): Promise<number>
  getArchiveRecord(id: string): Promise<ArchiveRow>
  /** Highest serial of queries or proofs of a year, 0 if none. */
  lastArchiveNumber(kind: 'query' | 'proof', year: number): Promise<number>
  filedCases(filter: { readonly year?: number; readonly fileClass?: FileClass; readonly difference?: boolean; readonly first?: number; readonly last?: number; readonly after?: string; readonly limit?: number }): Promise<Page<FiledRow> & { readonly count: number }>
  filedYears(): Promise<readonly { readonly year: number; readonly fileClass: FileClass; readonly files: number; readonly first: number; readonly last: number }[]>
  /** Cases whose work is done and that are not filed yet, by window and class, on a day; a judgment or revocation waits in the class 撤销婚姻类 of the marriage window. */
  unfiledCases(today: string): Promise<readonly { readonly window: string; readonly fileClass: FileClass; readonly count: number }[]>
  boxes(filter: { readonly year?: number; readonly fileClass?: FileClass }): Promise<readonly BoxRow[]>
  getBox(id: string): Promise<BoxRow>
  // calendar: notices the office entered itself, with those set aside
  calendarNotices(): Promise<{ readonly added: readonly CalendarNotice[]; readonly setAside: readonly string[] }>
  // statistics
  /** Counts of the cells asked for (a prefix ending in a dot takes all below it) in a period, both days in it; `today` decides what has lapsed. */
  statistic(prefixes: readonly string[], period: { readonly from: string; readonly to: string }, today: string): Promise<ReadonlyMap<string, number>>
  /** The same by month or by day: key of the part (`2026-05`, `2026-05-20`), then cell. */
  statisticBy(part: 'month' | 'day' | 'office', prefixes: readonly string[], period: { readonly from: string; readonly to: string }, today: string): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>>
  /** Counts by kind over a period (tally), for everything the windows did. */
  periodCounts(from: string, to: string): Promise<readonly CountRow[]>
  /** The registered files of a period, of all windows, by what file inspection found of them. */
  inspectedCounts(period: { readonly from: string; readonly to: string }): Promise<{ readonly qualified: number; readonly failed: number; readonly unexamined: number }>
  /** Booklets (本) registered in the period and voided later, and those voided in it but registered before. */
  bookletsVoidedAcross(period: { readonly from: string; readonly to: string }): Promise<{ readonly later: number; readonly earlier: number }>
  /** Peak days: couples planned for a day by state, marriages of the day by state, by hour and by counter. */
  peakDay(day: string): Promise<{ readonly screened: number; readonly screenedDone: number; readonly waiting: number; readonly inWork: number; readonly done: number; readonly delivered: number; readonly hours: readonly { readonly hour: number; readonly count: number }[]; readonly counters: readonly { readonly counter: string; readonly done: number }[] }>
  // blanks
  findBlank(type: BlankType, serial: string): Promise<BlankFound | undefined>
  /** The blank of any type that carries this serial. */
  findBlanks(serial: string): Promise<readonly BlankFound[]>
  stockRanges(type?: BlankType): Promise<readonly StockRange[]>
  stockMonth(type: BlankType, from: string, to: string): Promise<StockMonth>
  /** What is left of a type at the end of each day on which the stock moved, and of the first day, in booklets. */
  stockByDay(type: BlankType, from: string, to: string): Promise<readonly { readonly day: string; readonly left: number }[]>
  /** The next unused serials of a type, in order of receipt. */
  nextBlanks(type: BlankType, count: number): Promise<readonly string[]>
  /** Funeral affairs: cases, waivers, plots, grounds and their counts. */
  readonly burial: BurialReads
  /** Place names: cases, gazetteer, plates, boundaries and their counts. */
  readonly placeNames: PlaceNameReads
  /** Days and months closed, late lines, stored reports, drawings, and what an account keeps of its desk. */
  readonly reports: ReportReads
  // search and counts
  search(query: string, limit: number): Promise<readonly SearchHit[]>
  dayCounts(day: string): Promise<{ readonly kinds: readonly CountRow[]; readonly hours: readonly { readonly kind: string; readonly hour: number; readonly count: number }[] }>
  monthCounts(month: string): Promise<readonly { readonly day: string; readonly kind: string; readonly count: number }[]>
  yearCounts(year: number): Promise<readonly { readonly month: string; readonly kind: string; readonly count: number }[]>
}

/** Scans and photos in the data folder by the hash of their bytes; written once, synced, never changed. */
export interface FileStore {
  put(bytes: Uint8Array): Promise<string>
  get(hash: string): Promise<Uint8Array>
  has(hash: string): Promise<boolean>
}

export type VerifyProgress = { readonly stage: 'chain' | 'rebuild' | 'integrity' | 'files' | 'drafts'; readonly done: number; readonly total: number }
export type VerifyFault = { readonly where: string; readonly what: string; readonly seq?: number }
export interface VerifyReport { readonly sound: boolean; readonly entries: number; readonly head: JournalHead; readonly faults: readonly VerifyFault[]; readonly tables: readonly { readonly table: string; readonly rows: number }[]; readonly milliseconds: number }
