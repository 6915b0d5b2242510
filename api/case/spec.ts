import type { AccountRow, BlankType, Reads } from '../../db/contract.ts'
import type { JournalEntry } from '../../domain/action.ts'
import type { FileClass } from '../../domain/archive/actions.ts'
import type { NetworkCheck, Party, SuppliedPaper } from '../../domain/case/file.ts'
import type { CommonCase } from '../../domain/case/fold.ts'
import type { Inspection } from '../../domain/marriage/inspection.ts'
import type { ProofreadField } from '../../domain/marriage/proofread.ts'
import type { Answer } from '../../domain/findings.ts'
import type { Finding } from '../../domain/rule.ts'
import type { Text } from '../../domain/text.ts'
import type { PaperRequest } from '../../templates/contract.ts'
import type { House } from '../house.ts'
import type { Permission } from '../permissions.ts'
import type { CommonReply } from './reply.ts'

/** What the file of every window holds, beside its own sections. */
export interface CaseFile {
  readonly parties: readonly [Party, Party]
  readonly papers: readonly SuppliedPaper[]
  readonly networkChecks: readonly NetworkCheck[]
  readonly answers: readonly Answer[]
  readonly remarkCertificate: string
  readonly declarations: readonly [{ readonly witness: string }, { readonly witness: string }]
  readonly photo?: { readonly hash: string; readonly width: number; readonly height: number } | null | undefined
  readonly photos?: readonly ({ readonly hash: string; readonly width: number; readonly height: number } | null)[] | undefined
}
export type AnyCase = CommonCase<string, CaseFile>
export type FileOf<C extends AnyCase> = C['file']

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
export interface PapersSpec<C extends AnyCase> {
  /** In the order of the counter's work. */
  readonly ids: readonly string[]
  /** For which parties a paper is made, one each; undefined for a paper that both share. */
  readonly partiesOf: (paper: string, folded: C) => readonly (0 | 1)[] | undefined
  /** Why a paper cannot be printed yet, or undefined when it can. */
  readonly whyNot: (paper: string, folded: C) => Text | undefined
  /** The record a paper is drawn from. */
  readonly record: (house: House, folded: C, paper: string) => Promise<(PaperRequest & { readonly record: unknown })['record']>
  /** The case behind the number on a paper: a certificate or receipt number. */
  readonly findByNumber: (reads: Reads, number: string) => Promise<{ readonly id: string } | undefined>
}

/** One window of cases: all that tells marriage, divorce and reissue apart where their acts are alike. */
export interface CaseSpec<C extends AnyCase, Reply> {
  readonly id: 'marriage' | 'divorce' | 'reissue'
  /** First letter of its cases' ids. */
  readonly letter: 'm' | 'd' | 'r'
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
  readonly papers: PapersSpec<C>
  /** What its page shows beside what all pages show. */
  readonly own: (house: House, reads: Reads, read: ReadCase<C>, account: AccountRow) => Promise<Omit<Reply, keyof CommonReply>>
}
