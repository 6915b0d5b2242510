import type { Action, Actor, JournalEntry } from '../domain/action.ts'
import type { MarriageState } from '../domain/marriage/actions.ts'
import type { MarriageKind } from '../domain/marriage/file.ts'

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

/** One line of a list of marriage cases. */
export interface MarriageRow {
  readonly id: string; readonly revision: number; readonly state: MarriageState; readonly kind: MarriageKind
  readonly number: string; readonly day: string; readonly openedAt: string
  readonly names: readonly [string, string]; readonly identityNumbers: readonly [string, string]; readonly serials: readonly [string, string]
  readonly registrar: string; readonly counter: string
}

export interface MarriageFilter {
  readonly state?: readonly MarriageState[]; readonly kind?: MarriageKind; readonly from?: string; readonly to?: string; readonly registrar?: string; readonly counter?: string
  /** qualified / failed / unexamined by file inspection. */
  readonly inspection?: 'qualified' | 'failed' | 'unexamined'
  readonly after?: string; readonly limit?: number
}

/** First and last are whole serials with their letters; `used` counts the booklets no longer available. */
export interface StockRange { readonly id: string; readonly type: BlankType; readonly prefix: string; readonly first: string; readonly last: string; readonly count: number; readonly used: number; readonly receivedOn: string; readonly from: string; readonly note: string }
export const blankTypes = ['marriage', 'divorce'] as const
export type BlankType = (typeof blankTypes)[number]
export type BlankState = 'available' | 'issued' | 'spoiled' | 'returned'
export interface BlankFound { readonly serial: string; readonly type: BlankType; readonly state: BlankState; readonly caseId: string; readonly rangeId: string }
/** Opening + received = issued + reissued + spoiled + returned + closing, in booklets (本). */
export interface StockMonth { readonly type: BlankType; readonly from: string; readonly to: string; readonly opening: number; readonly received: number; readonly issued: number; readonly reissued: number; readonly spoiled: number; readonly returned: number; readonly closing: number }

export type SearchKind = 'name' | 'pinyin' | 'initials' | 'identityNumber' | 'number' | 'serial' | 'oldNumber'
export interface SearchHit { readonly window: string; readonly caseId: string; readonly matched: SearchKind; readonly value: string; readonly title: string; readonly state: string; readonly day: string; readonly number: string }

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
  /** Highest 室编卷号 of a fonds and archive year, 0 if none. */
  lastFileNumber(fonds: string, year: number): Promise<number>
  // blanks
  findBlank(type: BlankType, serial: string): Promise<BlankFound | undefined>
  /** The blank of any type that carries this serial. */
  findBlanks(serial: string): Promise<readonly BlankFound[]>
  stockRanges(type?: BlankType): Promise<readonly StockRange[]>
  stockMonth(type: BlankType, from: string, to: string): Promise<StockMonth>
  /** The next unused serials of a type, in order of receipt. */
  nextBlanks(type: BlankType, count: number): Promise<readonly string[]>
  // search and counts
  search(query: string, limit: number): Promise<readonly SearchHit[]>
  dayCounts(day: string): Promise<{ readonly kinds: readonly CountRow[]; readonly hours: readonly { readonly kind: string; readonly hour: number; readonly count: number }[] }>
  monthCounts(month: string): Promise<readonly { readonly day: string; readonly kind: string; readonly count: number }[]>
  yearCounts(year: number): Promise<readonly { readonly month: string; readonly kind: string; readonly count: number }[]>
  /** Cases with their marriage.* entries, newest first, for inspection runs. */
  marriageFiles(filter: MarriageFilter): AsyncIterable<{ readonly row: MarriageRow; readonly entries: readonly JournalEntry[] }>
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
