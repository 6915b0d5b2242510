import type { ComponentType } from 'react'
import type { z } from 'zod'
import type { ArchiveNumbers, CheckReply, GroundLine, InspectionItem, PaperLine } from '../../api/schemas/case.ts'
import type { Finding } from '../../domain/rule.ts'
import type { Text } from '../../domain/text.ts'
import type { Account } from '../../api/schemas/common.ts'
import type { NetworkCheck, Party, SuppliedPaper } from '../../domain/case/file.ts'
import type { RouteId } from '../shared/client.ts'
import { call } from '../shared/client.ts'
import type { Catalogue } from '../shared/i18n.ts'
import type { PaperRoute } from '../shared/PdfPreview.tsx'
import type { CaseWord } from './words.ts'

/** The sections that the file of every window has. */
export interface CaseFile {
  parties: [Party, Party]
  papers: SuppliedPaper[]
  networkChecks: NetworkCheck[]
  answers: { rule: string; field: string; reason: string }[]
  remarkForm: string
  remarkCertificate: string
}

/** A case as the door shows it, as far as every window's cases are alike. */
export interface CaseReply<F extends CaseFile = CaseFile> {
  readonly id: string
  readonly revision: number
  readonly state: string
  readonly file: F
  readonly number: string
  readonly day: string
  readonly serials: [string, string]
  readonly registrar: string
  readonly registrarName: string
  readonly counter: string
  readonly openedAt: string
  readonly acts: string[]
  readonly findings: Finding[]
  readonly papers: PaperLine[]
  readonly inspection: { verdict: 'qualified' | 'failed' | 'unexamined' | 'notApplicable'; items: InspectionItem[] }
  readonly refusal: { day: string; grounds: z.infer<typeof GroundLine>[] } | null
  readonly archive: z.infer<typeof ArchiveNumbers> | null
  readonly scans: { pages: number; scanned: number; papers: { title: Text; pages: number; scanned: number }[] }
  readonly proofread: string[]
  readonly proofreadFields: { field: string; title: Text }[]
  readonly history: { seq: number; at: string; actor: string; actorName: string; counter: string; kind: string; title: Text; reason: string; second: string }[]
}

/** A paper to be brought, as the list to tick shows it. */
export interface WantedPaper {
  readonly type: string
  readonly anyOf: readonly string[]
  readonly party: 0 | 1 | 'both'
  readonly title: Text
  readonly law: Text
  readonly supplied: boolean
}

/** The routes by which the cases of a window are read and moved on. */
export interface CaseRoutes {
  readonly open: RouteId
  readonly get: RouteId
  readonly amend: RouteId
  readonly check: RouteId
  readonly networkCheck: RouteId
  readonly register: RouteId
  readonly refuse: RouteId
  readonly abandon: RouteId
  readonly proofread: RouteId
  readonly deliver: RouteId
  readonly reprint: RouteId
  readonly correct: RouteId
  readonly void: RouteId
  readonly inspect: RouteId
  readonly archive: RouteId
  readonly printed: RouteId
  readonly paper: PaperRoute
  readonly list: RouteId
  readonly export: RouteId
}

/** Acts that every window has and that change a case. */
export type CaseAct = Exclude<keyof CaseRoutes, 'open' | 'get' | 'check' | 'printed' | 'paper' | 'list' | 'export'>

export type StepState = 'done' | 'blocked' | 'next' | 'later'
export interface Step<S extends string = string> {
  readonly id: S
  readonly state: StepState
  /** Findings that stop this section. */
  readonly stops: number
  /** Findings still to be answered. */
  readonly questions: number
}

/** What the steps of a case are made from. */
export interface StepFacts<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  readonly file: F
  readonly current: C | undefined
  /** `new` before the case is opened. */
  readonly state: string
  readonly findings: readonly Finding[]
}

/** A section of the case page. */
export interface SectionSpec {
  readonly id: string
  readonly Content: ComponentType
  /** It can be seen before the case is registered; else a line says that it comes afterwards. */
  readonly early?: boolean
  /** Instead: when it can be seen, and the word of the line that stands there before. */
  readonly from?: { readonly reached: (current: CaseReply | undefined) => boolean; readonly word: string }
  /** F9 opens the case here: what follows is kept in the case. */
  readonly opens?: boolean
  /** The focus goes to the first box that is not ticked yet. */
  readonly ticks?: boolean
  /** The paper that F8 shows from here (without the window's prefix). */
  readonly paper?: string
}

/** What the desk knows beside the file when it checks by itself. */
export interface CheckPlace {
  readonly today: string
  readonly account: Account
  readonly officeArea: string
  readonly sample: boolean
  readonly setting: (key: string) => unknown
}

/** A window of cases: what differs between marriage, divorce and reissue. All else is one page. */
export interface CaseWindowSpec<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  /** Window of the drafts and prefix of acts and papers. */
  readonly id: string
  readonly path: string
  /** The words of every case page with the window's own. */
  readonly words: Catalogue<CaseWord>
  readonly routes: CaseRoutes
  /** The file of a new case, from what the address asks for. */
  readonly begin: (query: URLSearchParams) => F | Promise<F>
  readonly parse: (content: unknown) => F
  readonly normalise: (file: F) => F
  /** Title of a draft. */
  readonly draftTitle: (file: F) => string
  /** Heading of the page. */
  readonly title: (file: F, current: C | undefined, t: (key: string) => string) => string
  /** The fact whose change changes the heading; the parties when not given. */
  readonly titlePath?: string
  /** State and standing as the heading shows them. */
  readonly stateOf: (current: C | undefined) => string
  readonly tone: (current: C | undefined) => 'good' | 'stop' | 'answer' | ''
  /** Facts may still be typed and saved (before the decision). */
  readonly amendable: (current: C) => boolean
  /** Facts of a section may be typed in this state; all of them when not given. */
  readonly sectionOpen?: (section: string, current: C | undefined) => boolean
  /** Sections of the file that other acts write: what the register has counts. */
  readonly recorded: readonly (keyof F)[]
  /** Sections of the file that are typed here and recorded by an act of their own: kept in the page and in drafts, never amended. */
  readonly aside?: readonly (keyof F)[]
  /** The rules that need only the file, run in the desk itself. */
  readonly check: (file: F, place: CheckPlace, current: C | undefined) => { readonly findings: readonly Finding[]; readonly passed: number; readonly required: readonly WantedPaper[] }
  /** What else the door's check is asked with. */
  readonly checkBody: (stage: 'typing' | 'decision', current: C | undefined) => Record<string, unknown>
  readonly sections: readonly SectionSpec[]
  /** The sections that Alt+1 … 9 lead to now; all in order when not given. */
  readonly keyed?: (current: C | undefined) => readonly string[]
  readonly sectionOfField: (field: string | undefined, current: C | undefined) => string
  readonly steps: (facts: StepFacts<F, C>) => readonly Step[]
  /** The steps as the bar shows them, where several stand together; the steps themselves when not given. */
  readonly bar?: (steps: readonly Step[], current: C | undefined, t: (key: string) => string) => readonly { readonly id: string; readonly title: string; readonly state: StepState; readonly note: number }[]
  /** Which sections stand open before anybody folds them. */
  readonly opened: (section: string, current: C | undefined, correcting: boolean) => boolean
  /** Where a correction begins. */
  readonly correctsIn: string
  /** Kind of blanks in stock. */
  readonly blanks: 'marriage' | 'divorce' | ((current: C | undefined) => 'marriage' | 'divorce')
  /** What the certificate says at a field of the proof-reading beside those that every certificate has. */
  readonly printedValue?: (current: C, field: string) => string | undefined
  /** Words for a field path of the window's own, for lists of findings and changes. */
  readonly pathWords?: (path: string, t: (key: string) => string) => string | undefined
  /** The closed list of grounds of a refusal on a day, and the words of the law for each. */
  readonly grounds: (day: string, current: C | undefined) => readonly { readonly id: string; readonly title: Text; readonly law: Text; readonly inWords?: Text }[]
  /** What stands under the sections, before the papers of the case: further acts of the window. */
  readonly After?: ComponentType
}

/** Any window's spec, for what does not look at its own facts. */
// A spec takes its own file and case; the generic page hands each its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyWindow = CaseWindowSpec<any, any>

/** Calls one of a window's routes; throws ApiFailure. */
export const send = <T = CaseReply>(id: RouteId, args: unknown, signal?: AbortSignal): Promise<T> => (call as unknown as (id: RouteId, args: unknown, signal?: AbortSignal) => Promise<T>)(id, args, signal)

export type { CheckReply }
