import type { Action, JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { CaseBody } from './actions.ts'
import type { NetworkCheck } from './file.ts'

/** When and by whom. */
export interface Stamp {
  readonly at: string
  readonly by: string
}

/** What was printed for a case: paper, party where there is one each, mode, digest, printer, when and by whom. */
export type Printed = CaseBody<'printed'> & Stamp

/** What a person saw of one point of the inspection. */
export interface Attestation extends Stamp {
  readonly item: string
  readonly result: 'pass' | 'fail' | 'notApplicable'
  readonly note: string
}

/** What the cases of every window carry, as their actions left them. */
export interface CommonCase<State extends string = string, File = { readonly networkChecks: readonly NetworkCheck[] }> {
  readonly id: string
  readonly state: State
  /** Number of actions so far: what a page must name when it changes the case. */
  readonly revision: number
  readonly file: File
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  /** 字号, empty before the registration. */
  readonly number: string
  /** Day of the registration, or of the refusal; empty before. */
  readonly day: string
  /** 印制号 of the man's and of the woman's booklet as they stand now. */
  readonly serials: readonly [string, string]
  /** Booklets of this case that were spoiled. */
  readonly spoiled: readonly string[]
  readonly officeName: string
  readonly area: string
  readonly registrar: string
  readonly opinion: string
  readonly refusal: CaseBody<'refused'> | null
  readonly delivered: Stamp | null
  readonly voided: { readonly day: string; readonly recovered: boolean; readonly reason: string; readonly by: string; readonly second: string } | null
  readonly abandonedOn: string
  /** Fields ticked at the last proof-reading; emptied by a new booklet or a correction. */
  readonly proofread: readonly string[]
  readonly printed: readonly Printed[]
  readonly corrections: readonly (Stamp & { readonly second: string; readonly reason: string; readonly fields: readonly string[] })[]
  readonly attestations: readonly Attestation[]
  readonly archive: CaseBody<'archived'> | null
}

/** A case while its actions are applied: written to in place, since inspections fold many thousands a second. */
export type Draft<C> = { -readonly [K in keyof C]: C[K] }

/** Who did an act, where, when and why. */
export interface Told extends Stamp {
  readonly counter: string
  readonly reason: string
  readonly second: string
}

/** Writes what one act did into a case whose state and revision have been moved on already. */
export type CaseStep<C, Body> = (draft: Draft<C>, body: Body, told: Told) => void

/** What every case begins with, before it is opened. */
export const blankCase = <State extends string, File>(id: string, state: State, file: File): CommonCase<State, File> & { readonly delivered: null } => ({
  id, state, revision: 0, file, openedAt: '', openedBy: '', counter: '', number: '', day: '', serials: ['', ''], spoiled: [], officeName: '', area: '', registrar: '', opinion: '',
  refusal: null, delivered: null, voided: null, abandonedOn: '', proofread: [], printed: [], corrections: [], attestations: [], archive: null,
})

/** A pair with one side replaced. */
export const swap = <T>(values: readonly [T, T], index: 0 | 1, value: T): [T, T] => (index === 0 ? [value, values[1]] : [values[0], value])

const stampOf = (told: Told): Stamp => ({ at: told.at, by: told.by })

type Common<Body> = CaseStep<CommonCase, Body>
const opened: Common<{ readonly file: CommonCase['file'] }> = (draft, body, told) => {
  draft.file = body.file
  draft.openedAt = told.at
  draft.openedBy = told.by
  draft.counter = told.counter
}
const amended: Common<{ readonly changes: object }> = (draft, body) => {
  draft.file = { ...draft.file, ...body.changes }
}
const checked: Common<CaseBody<'checked'>> = (draft, body) => {
  draft.file = { ...draft.file, networkChecks: [...draft.file.networkChecks, body.check] }
}
const registered: Common<CaseBody<'registered'>> = (draft, body, told) => {
  draft.number = body.number
  draft.day = body.day
  draft.serials = body.serials
  draft.officeName = body.officeName
  draft.area = body.area
  draft.registrar = body.registrar
  draft.opinion = body.opinion
  draft.counter = told.counter
}
const refused: Common<CaseBody<'refused'>> = (draft, body) => {
  draft.day = body.day
  draft.registrar = body.registrar
  draft.refusal = body
}
const abandoned: Common<CaseBody<'abandoned'>> = (draft, body) => {
  draft.abandonedOn = body.day
}
const printed: Common<CaseBody<'printed'>> = (draft, body, told) => {
  draft.printed = [...draft.printed, { ...body, ...stampOf(told) }]
}
const reprinted: Common<CaseBody<'reprinted'>> = (draft, body) => {
  draft.serials = swap(draft.serials, body.party, body.serial)
  draft.spoiled = [...draft.spoiled, body.spoiled]
  draft.proofread = []
}
const proofread: Common<CaseBody<'proofread'>> = (draft, body) => {
  draft.proofread = body.ticked
}
const delivered: Common<object> = (draft, body, told) => {
  draft.delivered = { ...body, ...stampOf(told) }
}
const corrected: Common<{ readonly changes: object; readonly serials?: readonly [string, string] | undefined }> = (draft, { changes, serials }, told) => {
  draft.file = { ...draft.file, ...changes }
  if (serials !== undefined) {
    draft.spoiled = [...draft.spoiled, ...draft.serials.filter((serial) => serial !== '' && !serials.includes(serial))]
    draft.serials = serials
  }
  // After the hand-over the corrected booklet is handed over under its own record; before it, everything is read again.
  if (draft.state !== 'delivered') draft.proofread = []
  draft.corrections = [...draft.corrections, { ...stampOf(told), second: told.second, reason: told.reason, fields: Object.keys(changes) }]
}
const voided: Common<CaseBody<'voided'>> = (draft, body, told) => {
  draft.voided = { day: body.day, recovered: body.recovered, reason: told.reason, by: told.by, second: told.second }
}
const inspected: Common<CaseBody<'inspected'>> = (draft, body, told) => {
  const seen = body.items.map((item) => ({ ...item, ...stampOf(told) }))
  draft.attestations = [...draft.attestations.filter((old) => !seen.some((item) => item.item === old.item)), ...seen]
}
const archived: Common<CaseBody<'archived'>> = (draft, body) => {
  if (draft.archive !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
  draft.archive = body
}

/** The steps that every window's cases take alike, by verb. */
export const commonSteps = { opened, amended, checked, registered, refused, abandoned, printed, reprinted, proofread, delivered, corrected, voided, inspected, archived } as const

/** The common steps under the kinds of a window's actions: `marriage.printed` … */
export const commonStepsOf = <W extends string>(window: W): { readonly [V in keyof typeof commonSteps as `${W}.${V}`]: (typeof commonSteps)[V] } =>
  Object.fromEntries(Object.entries(commonSteps).map(([verb, step]) => [`${window}.${verb}`, step])) as { readonly [V in keyof typeof commonSteps as `${W}.${V}`]: (typeof commonSteps)[V] }

/** What a case's fold is made of. */
export interface CaseRules<C extends { readonly state: string; readonly revision: number }, A extends Action> {
  /** The case before it is opened. */
  readonly blank: (id: string) => Draft<C>
  readonly nextState: (state: C['state'] | undefined, kind: A['kind']) => C['state']
  readonly steps: { readonly [K in A['kind']]: CaseStep<C, Extract<A, { kind: K }>['body']> }
  /** What is asked besides the state, of the case as it was before the act; throws. */
  readonly allow?: (before: C, entry: JournalEntry<A>) => void
}

/** One step of a fold: writes an entry into a draft, or into a new case. */
export type FoldStep<C, A extends Action> = (draft: Draft<C> | undefined, entry: JournalEntry<A>) => Draft<C>

/** Makes the step of a fold out of a window's states and steps; it throws `wrong_state` when the case does not allow the act. */
export const foldStep = <C extends { readonly state: string; readonly revision: number }, A extends Action>({ blank, nextState, steps, allow }: CaseRules<C, A>): FoldStep<C, A> => (draft, entry) => {
  const { action } = entry
  const state = nextState(draft?.state, action.kind as A['kind'])
  const made = draft ?? blank(action.subject)
  allow?.(made as C, entry)
  const moving = made as { state: string; revision: number }
  moving.state = state
  moving.revision += 1
  const step = steps[action.kind as A['kind']] as CaseStep<C, unknown>
  step(made, action.body, { at: entry.at, by: entry.actor, counter: entry.counter, reason: action.reason ?? '', second: action.second ?? '' })
  return made
}

/** Applies one entry to a case and leaves the case that was given as it is. */
export const applyWith = <C extends object, A extends Action>(step: FoldStep<C, A>) => (folded: C | undefined, entry: JournalEntry<A>): C => step(folded === undefined ? undefined : { ...folded }, entry) as C

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldCase = <C extends object, A extends Action>(step: FoldStep<C, A>, entries: Iterable<JournalEntry<A>>): C => {
  let folded: Draft<C> | undefined
  for (const entry of entries) folded = step(folded, entry)
  if (folded === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return folded as C
}

/** Which action is allowed in which state, and the state it leads to. */
export type Transitions<State extends string, Kind extends string> = Readonly<Record<State, { readonly [K in Kind]?: State }>>

/** Makes `next…State` of a window: the state an action leads to, `wrong_state` in words where it is not allowed. `undefined` as state means: not opened yet. */
export const stateMover = <State extends string, Kind extends string>(window: {
  readonly opening: Kind
  readonly first: State
  readonly transitions: Transitions<State, Kind>
  readonly states: Readonly<Record<State, Text>>
  readonly actions: Readonly<Record<Kind, Text>>
  readonly unopened: Text
}) => (state: State | undefined, kind: Kind): State => {
  const next = state === undefined ? (kind === window.opening ? window.first : undefined) : window.transitions[state][kind]
  if (next !== undefined) return next
  const name = state === undefined ? window.unopened : window.states[state]
  const act = window.actions[kind]
  throw new LantaiError('wrong_state', text(`案件现在是“${name.zh}”，不能${act.zh}`, `The case is ${name.en}; it cannot take “${act.en}” now`))
}

/** The actions a state allows. */
export const kindsAllowed = <State extends string, Kind extends string>(transitions: Transitions<State, Kind>, state: State): readonly Kind[] => Object.keys(transitions[state]) as Kind[]

/** The same state for each of these acts. */
export const staying = <State extends string, Kind extends string>(state: State, ...kinds: readonly Kind[]): { readonly [K in Kind]?: State } => Object.fromEntries(kinds.map((kind) => [kind, state])) as { readonly [K in Kind]?: State }
