import type { ComponentType } from 'react'
import type { z } from 'zod'
import type { ArchiveNumbers, CheckReply, GroundLine, InspectionItem, PaperLine } from '../../api/schemas/case.ts'
import type { Code } from '../../domain/codes/index.ts'
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
  answers: { rule: string; field: string; reason: string }[]
}

/** The file of a window where people hand in papers of their own. */
export interface PaperedFile extends CaseFile {
  papers: SuppliedPaper[]
}

/** The file of a window of couples. */
export interface CoupleFile extends PaperedFile {
  parties: [Party, Party]
  networkChecks: NetworkCheck[]
  remarkForm: string
  remarkCertificate: string
}

/** A case as the door shows it, as far as every window's cases are alike. */
export interface CaseReply<F extends CaseFile = CaseFile> {
  readonly id: string
  readonly revision: number
  readonly state: string
  readonly file: F
  /** Number of what was registered, and its day; a window whose cases have none of their own leaves them out. */
  readonly number?: string
  readonly day?: string
  readonly registrarName: string
  readonly counter: string
  readonly openedAt: string
  readonly acts: string[]
  readonly findings: Finding[]
  readonly papers: PaperLine[]
  readonly history: { seq: number; at: string; actor: string; actorName: string; counter: string; kind: string; title: Text; reason: string; second: string }[]
  /** Where its files are examined. */
  readonly inspection?: Inspected
  /** Where it is filed in an archive, in the window's own way. */
  readonly archive?: object | null
}

interface Inspected {
  readonly verdict: 'qualified' | 'failed' | 'unexamined' | 'notApplicable'
  readonly items: InspectionItem[]
}

/** A case of a couple: registered with booklets from stock, proof-read and handed over. */
export interface CoupleReply<F extends CoupleFile = CoupleFile> extends CaseReply<F> {
  readonly number: string
  readonly day: string
  readonly serials: [string, string]
  readonly registrar: string
  readonly inspection: Inspected
  readonly refusal: { day: string; grounds: z.infer<typeof GroundLine>[] } | null
  readonly archive: z.infer<typeof ArchiveNumbers> | null
  readonly scans: { pages: number; scanned: number; papers: { title: Text; pages: number; scanned: number }[] }
  readonly proofread: string[]
  readonly proofreadFields: { field: string; title: Text }[]
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

/** Acts that only the cases of couples have. */
export type CoupleAct = 'networkCheck' | 'register' | 'refuse' | 'abandon' | 'proofread' | 'deliver' | 'reprint' | 'inspect' | 'archive'

/** The routes by which the cases of a window are read and moved on. */
export interface CaseRoutes extends Partial<Record<CoupleAct, RouteId>> {
  readonly open: RouteId
  readonly get: RouteId
  readonly amend: RouteId
  readonly check: RouteId
  readonly correct: RouteId
  /** None where a case ends in other ways than by being voided. */
  readonly void?: RouteId
  readonly printed: RouteId
  readonly paper: PaperRoute
  readonly list: RouteId
  readonly export: RouteId
}

/** Acts of a window's table of routes that change a case. */
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
  /** It has something to say of this case; always when not given. */
  readonly shown?: (current: CaseReply | undefined) => boolean
  /** F9 opens the case here: what follows is kept in the case. */
  readonly opens?: boolean
  /** The focus goes to the first box that is not ticked yet. */
  readonly ticks?: boolean
  /** The paper that F8 shows from here (without the window's prefix). */
  readonly paper?: string
  /** What stands beside its title while it is folded. */
  readonly Summary?: ComponentType
}

/** How a card that was read goes into the file of a window, block by block. */
export interface CardTaking<F> {
  /** Lays a card over the block in focus, or over the one that it belongs to; `moved` says that it went elsewhere. */
  readonly fill: <G extends F>(file: G, focused: string, card: Readonly<Record<string, unknown>>) => { readonly file: G; readonly block: string; readonly moved: boolean }
  /** The block for a card when nothing else says so; `focused` is the one with the focus. */
  readonly blockFor: (file: F, focused: string | undefined) => string
  /** The first field of a block that a card left empty. */
  readonly next: (file: F, block: string) => string
  readonly name: (block: string, t: (key: string) => string) => string
}

/** The papers that are handed in at a window. */
export interface SuppliedKinds<F> {
  readonly types: readonly Code[]
  /** A paper as it stands when it is ticked. */
  readonly blank: (file: F, type: string, party: 0 | 1 | 'both', legible: boolean) => SuppliedPaper
  /** Whose paper it may be; one alone is not asked for. */
  readonly whose: readonly (0 | 1 | 'both')[]
  /** Types whose details stay folded. */
  readonly brief: readonly string[]
}

/** What the desk knows beside the file when it checks by itself. */
export interface CheckPlace {
  readonly today: string
  readonly account: Account
  readonly officeArea: string
  readonly sample: boolean
  readonly setting: (key: string) => unknown
}

/** A window of cases: what differs between one and another. All else is one page. */
export interface CaseWindowSpec<F extends CaseFile = CaseFile, C extends CaseReply<F> = CaseReply<F>> {
  /** Window of the drafts. */
  readonly id: string
  /** Prefix of its acts; the id when not given. */
  readonly prefix?: string
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
  /** The fact whose change changes the heading. */
  readonly titlePath: string
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
  readonly check: (file: F, place: CheckPlace, current: C | undefined) => { readonly findings: readonly Finding[]; readonly passed: number; readonly required?: readonly WantedPaper[] }
  /** What else the door's check is asked with. */
  readonly checkBody: (stage: 'typing' | 'decision', current: C | undefined, file: F) => Record<string, unknown>
  readonly sections: readonly SectionSpec[]
  /** Word of a section's title where it is called otherwise in some cases; `section.…` when not given. */
  readonly sectionWord?: (section: string, file: F) => string | undefined
  /** The sections that Alt+1 … 9 lead to now; all in order when not given. */
  readonly keyed?: (current: C | undefined) => readonly string[]
  readonly sectionOfField: (field: string | undefined, current: C | undefined) => string
  readonly steps: (facts: StepFacts<F, C>) => readonly Step[]
  /** The steps as the bar shows them, where several stand together; the steps themselves when not given. */
  readonly bar?: (steps: readonly Step[], current: C | undefined, t: (key: string) => string) => readonly { readonly id: string; readonly title: string; readonly state: StepState; readonly note: number }[]
  /** Which sections stand open before anybody folds them. */
  readonly opened: (section: string, current: C | undefined, correcting: boolean) => boolean
  /** Says whether facts are mended by a correction now and not by typing; always when not given. */
  readonly corrects?: (current: C) => boolean
  /** Where a correction begins. */
  readonly correctsIn: string
  /** Kind of blanks in stock that its certificates are printed on; none when not given. */
  readonly blanks?: 'marriage' | 'divorce' | ((current: C | undefined) => 'marriage' | 'divorce')
  /** What the certificate says at a field of the proof-reading beside those that every certificate has. */
  readonly printedValue?: (current: C, field: string) => string | undefined
  /** Words for a field path of the window's own, for lists of findings and changes. */
  readonly pathWords?: (path: string, t: (key: string) => string) => string | undefined
  /** How identity cards are read; none where nobody's card is asked for. */
  readonly cards?: CardTaking<F>
  /** The papers that people hand in; none where the window has a section of its own for them. */
  readonly supplied?: SuppliedKinds<F>
  /** ms without a key before the register is asked about a file; longer for a long one. */
  readonly checkPause?: (file: F) => number
  /** Papers that F8 shows where the section in focus has none of its own; all that are ready when not given. */
  readonly papersNow?: (current: C) => readonly PaperLine[]
  /** What tells a paper of a number from its others, in words; the number itself when not given. */
  readonly paperNumber?: (paper: PaperLine, current: C) => string
  /** Says whether a state folds what came before it and unfolds what comes next. */
  readonly refolds: (state: string) => boolean
  /** Says whether an entry of the journal changes the case; those whose kind begins with the window's id when not given. */
  readonly owns?: (kind: string) => boolean
  /** The closed list of grounds of a refusal on a day, and the words of the law for each; nothing is refused when not given. */
  readonly grounds?: (day: string, current: C | undefined) => readonly { readonly id: string; readonly title: Text; readonly law: Text; readonly inWords?: Text }[]
  /** What F9 opens once facts were changed after the case was closed to typing; the correction of what is registered when not given. */
  readonly Submit?: ComponentType<{ readonly onClose: () => void }>
  /** What stands under the sections, before the papers of the case: further acts of the window. */
  readonly After?: ComponentType
}

/** Any window's spec, for what does not look at its own facts. */
// A spec takes its own file and case; the generic page hands each its own.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyWindow = CaseWindowSpec<any, any>

/** The kind of an act of a window's cases, as its reply and its journal name it. */
export const actKind = (spec: Pick<AnyWindow, 'id' | 'prefix'>, act: string): string => `${spec.prefix ?? spec.id}.${act}`
/** Says whether an entry of the journal changes a case of the window. */
export const ownEntry = (spec: Pick<AnyWindow, 'id' | 'prefix' | 'owns'>, kind: string): boolean => spec.owns?.(kind) ?? kind.startsWith(actKind(spec, ''))
/** How a window reads cards; throws where it reads none. */
export const getCards = <F extends CaseFile>({ cards }: Pick<CaseWindowSpec<F>, 'cards'>): CardTaking<F> => {
  if (cards === undefined) throw new Error('no cards are read here')
  return cards
}
/** The papers handed in at a window; throws where there are none. */
export const getSupplied = <F extends CaseFile>({ supplied }: Pick<CaseWindowSpec<F>, 'supplied'>): SuppliedKinds<F> => {
  if (supplied === undefined) throw new Error('no papers are handed in here')
  return supplied
}

/** Calls one of a window's routes; throws ApiFailure. */
export const send = <T = CaseReply>(id: RouteId, args: unknown, signal?: AbortSignal): Promise<T> => (call as unknown as (id: RouteId, args: unknown, signal?: AbortSignal) => Promise<T>)(id, args, signal)

export type { CheckReply }
