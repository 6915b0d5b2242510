import type { AccountRow, BlankType, Reads } from '../../db/contract.ts'
import type { Action, JournalEntry } from '../../domain/action.ts'
import type { FileClass } from '../../domain/archive/actions.ts'
import type { NetworkCheck, Party, SuppliedPaper } from '../../domain/case/file.ts'
import type { CommonCase } from '../../domain/case/fold.ts'
import type { Inspection } from '../../domain/marriage/inspection.ts'
import type { ProofreadField } from '../../domain/marriage/proofread.ts'
import type { Answer } from '../../domain/findings.ts'
import type { Finding } from '../../domain/rule.ts'
import type { Text } from '../../domain/text.ts'
import type { PaperRequest } from '../../templates/contract.ts'
import type { PaperCode } from '../../templates/digest.ts'
import type { House } from '../house.ts'
import type { Permission } from '../permissions.ts'
import type { CommonReply } from './reply.ts'

/** The parts of a file that point at stored bytes, whatever the case is about. */
export interface FileSections {
  readonly papers: readonly SuppliedPaper[]
  readonly photo?: { readonly hash: string; readonly width: number; readonly height: number } | null | undefined
  readonly photos?: readonly ({ readonly hash: string; readonly width: number; readonly height: number } | null)[] | undefined
}

/** A printing of a paper of a case; a window whose papers are printed in one way alone leaves the mode out. */
export interface PrintedPaper {
  readonly paper: string
  readonly party?: 0 | 1 | undefined
  readonly mode?: string
  readonly digest: string
  readonly at: string
  readonly by: string
}

/** What every case is, whatever it is about: a couple, somebody who died, or names. */
export interface CoreCase {
  readonly id: string
  readonly state: string
  /** Number of its own actions so far: what a page must name when it changes the case. */
  readonly revision: number
  readonly file: object
  readonly printed: readonly PrintedPaper[]
}

/** What the file of a couple's case holds, beside its own sections. */
export interface CaseFile extends FileSections {
  readonly parties: readonly [Party, Party]
  readonly networkChecks: readonly NetworkCheck[]
  readonly answers: readonly Answer[]
  readonly remarkCertificate: string
  readonly declarations: readonly [{ readonly witness: string }, { readonly witness: string }]
}
export type AnyCase = CommonCase<string, CaseFile>
export type FileOf<C extends CoreCase> = C['file']

/** A case with everything the journal says of it. */
export interface ReadCase<C> {
  readonly folded: C
  readonly entries: readonly JournalEntry[]
}

/** What stands in the way of a case, as its page shows it. */
export interface PageCheck {
  readonly findings: readonly Finding[]
  readonly passed: number
}

/** The papers of a window's cases. */
export interface PapersSpec<C> {
  /** In the order of the counter's work. */
  readonly ids: readonly string[]
  /** For which parties a paper is made, one each; undefined for a paper that both share. */
  readonly partiesOf: (paper: string, folded: C) => readonly (0 | 1)[] | undefined
  /** Of a paper that is made anew for each number (a certificate and its reissues, a settlement), the numbers, the latest last; undefined for a paper that is made once. */
  readonly numbersOf?: (paper: string, folded: C) => readonly string[] | undefined
  /** Why a paper cannot be printed yet, or undefined when it can. */
  readonly whyNot: (paper: string, folded: C) => Text | undefined
  /** The record a paper is drawn from; `number` says which, of papers made for each number. */
  readonly record: (house: House, folded: C, paper: string, number?: string) => Promise<(PaperRequest & { readonly record: unknown })['record']>
  /** The case behind the number on a paper: a certificate or receipt number. */
  readonly findByNumber: (reads: Reads, number: string) => Promise<{ readonly id: string } | undefined>
  /** The paper that may be printed onto a pre-printed booklet. */
  readonly overprint?: string
  /** What the record of a printing holds, where it is not what couples' windows write. */
  readonly printedBody?: (printed: { readonly paper: string; readonly digest: string; readonly printer: string }, today: string) => object
  /** Acts of the window's own after which a paper printed before no longer tells what the register holds. */
  readonly outdatedBy?: (entry: JournalEntry, code: PaperCode) => boolean
}

/** One window of cases, as far as acts, looks, lists and papers are alike in all of them. */
export interface CoreSpec<C extends CoreCase, Reply> {
  readonly id: string
  /** First letter of its cases' ids. */
  readonly letter: string
  /** The act with which a case begins. */
  readonly opening: string
  /** Whether an act makes the case what it is; looks at it and checks of its papers do not. */
  readonly owns: (kind: string) => boolean
  /** Names of its acts. */
  readonly titles: Readonly<Record<string, Text>>
  /** What an account must be allowed for each act. */
  readonly permissions: Readonly<Record<string, Permission>>
  /** Folds its own entries; throws `not_found` when there are none. */
  readonly fold: (entries: readonly JournalEntry[]) => C
  readonly applied: (folded: C | undefined, entry: JournalEntry) => C
  /** Refuses an act that state or clock do not allow today. */
  readonly requireAllowed: (folded: C, kind: string, today: string) => void
  /** The acts a case allows today, whoever asks. */
  readonly allowed: (folded: C, today: string) => readonly string[]
  /** The act with which a case begins; left out, its file alone makes it. */
  readonly begin?: (house: House, id: string, given: { readonly file: C['file']; readonly day?: string | undefined }) => Action
  /** The act that amends a case; left out, the changed sections alone make it. */
  readonly amend?: (house: House, folded: C, changes: Partial<C['file']>) => Action
  /** Stored files that a file points at by their hash alone, with their fields; left out, the file has papers with scans and photos (`FileSections`). */
  readonly hashesOf?: (file: Partial<C['file']>) => readonly { readonly field: string; readonly hash: string }[]
  /** Refuses what a page may not say, before it is recorded. */
  readonly requireIntake: (house: House, changes: Partial<C['file']>, before: Partial<C['file']>) => Promise<void>
  /** Number, day and people by which a check of a paper, or the name of a PDF, tells the case. */
  readonly caption: (folded: C) => { readonly number: string; readonly day: string; readonly names: readonly string[] }
  readonly papers: PapersSpec<C>
  /** The case as its page shows it to an account. */
  readonly reply: (house: House, account: AccountRow, read: ReadCase<C>, reads?: Reads) => Promise<Reply>
}

/** A window of couples' cases: all that tells marriage, divorce and reissue apart where their acts are alike. */
export interface CaseSpec<C extends AnyCase, Reply> extends CoreSpec<C, Reply> {
  /** Refuses what cannot stand in the register: control characters, days and numbers that do not exist. */
  readonly requireSound: (changes: Partial<C['file']>, before: Partial<C['file']>, options: { readonly sampleOffice: boolean }) => void
  /** What stands in the way of the case's next step today. */
  readonly pageCheck: (house: House, reads: Reads, folded: C, account: AccountRow) => Promise<PageCheck>
  /** What the rules of the day of the registration say of a file put in place of the case's own, for corrections. */
  readonly checkAs: (house: House, reads: Reads, folded: C, file: C['file']) => Promise<readonly Finding[]>
  readonly inspection: (house: House, folded: C, reads?: Reads) => Promise<Inspection>
  readonly inspectionRules: readonly { readonly item: string; readonly attestable: boolean; readonly title: Text }[]
  readonly proofreadFields: (folded: C) => readonly ProofreadField[]
  /** The stock from which its certificates are taken. */
  readonly blankOf: (folded: C) => BlankType
  /** Parties who get a booklet. */
  readonly receivers: (folded: C) => readonly (0 | 1)[]
  /** Year under which the case is filed; throws `wrong_state` while it runs. */
  readonly archiveYear: (folded: C, today: string) => number
  readonly archiveClass: FileClass
  /** What its page shows beside what all pages show. */
  readonly own: (house: House, reads: Reads, read: ReadCase<C>, account: AccountRow) => Promise<Omit<Reply, keyof CommonReply>>
}
