import type { JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import { text } from '../text.ts'
import type { MarriageAction, MarriageActionBody, MarriageActionKind, MarriageState } from './actions.ts'
import type { EndingAction, MarriageEnding } from './endings.ts'
import { endingOf, isEnding } from './endings.ts'
import type { MarriageFile } from './file.ts'
import { emptyMarriageFile } from './file.ts'

/** What was printed for a case: paper, party where there is one each, mode, digest, printer, when and by whom. */
export interface Printed extends Readonly<MarriageActionBody<'marriage.printed'>> {
  readonly at: string
  readonly by: string
}

/** What a person saw of one point of the inspection. */
export interface Attestation {
  readonly item: string
  readonly result: 'pass' | 'fail' | 'notApplicable'
  readonly note: string
  readonly by: string
  readonly at: string
}

/** A marriage case as its actions left it; a pure fold of its journal entries. */
export interface MarriageCase {
  readonly id: string
  readonly state: MarriageState
  /** Number of actions so far: what a page must name when it changes the case. */
  readonly revision: number
  readonly file: MarriageFile
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  /** 登记字号, empty before the registration. */
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
  readonly refusal: Readonly<MarriageActionBody<'marriage.refused'>> | null
  readonly delivered: (Readonly<MarriageActionBody<'marriage.delivered'>> & { readonly at: string; readonly by: string }) | null
  readonly voided: { readonly day: string; readonly recovered: boolean; readonly reason: string; readonly by: string; readonly second: string } | null
  readonly abandonedOn: string
  /** Fields ticked at the last proof-reading; emptied by a new booklet or a correction. */
  readonly proofread: readonly string[]
  readonly printed: readonly Printed[]
  readonly corrections: readonly { readonly at: string; readonly by: string; readonly second: string; readonly reason: string; readonly fields: readonly string[] }[]
  readonly attestations: readonly Attestation[]
  readonly archive: Readonly<MarriageActionBody<'marriage.archived'>> | null
  /** How the marriage ended, in order; the state of the work on the case stays what it was (endings.ts). */
  readonly endings: readonly MarriageEnding[]
}

type Step = { readonly [K in MarriageActionKind]?: MarriageState }

/**
 * Which action is allowed in which state, and the state it leads to. A correction or a new booklet before the hand-over asks for the proof-reading again.
 * After the hand-over nothing goes back: a correction there is printed, recovered and handed over again under its own record.
 */
export const marriageTransitions: Readonly<Record<MarriageState, Step>> = {
  received: { 'marriage.amended': 'received', 'marriage.checked': 'received', 'marriage.printed': 'received', 'marriage.registered': 'registered', 'marriage.refused': 'refused', 'marriage.abandoned': 'abandoned' },
  registered: { 'marriage.printed': 'registered', 'marriage.reprinted': 'registered', 'marriage.proofread': 'proofread', 'marriage.corrected': 'registered', 'marriage.voided': 'voided', 'marriage.inspected': 'registered' },
  proofread: { 'marriage.printed': 'proofread', 'marriage.reprinted': 'registered', 'marriage.proofread': 'proofread', 'marriage.delivered': 'delivered', 'marriage.corrected': 'registered', 'marriage.voided': 'voided', 'marriage.inspected': 'proofread' },
  delivered: { 'marriage.printed': 'delivered', 'marriage.corrected': 'delivered', 'marriage.inspected': 'delivered', 'marriage.archived': 'delivered' },
  refused: { 'marriage.printed': 'refused' },
  abandoned: {},
  voided: { 'marriage.inspected': 'voided' },
}

/** The actions a state allows. */
export const allowedActions = (state: MarriageState): readonly MarriageActionKind[] => Object.keys(marriageTransitions[state]) as MarriageActionKind[]

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not opened yet. */
export const nextMarriageState = (state: MarriageState | undefined, kind: MarriageActionKind): MarriageState => {
  const next = state === undefined ? (kind === 'marriage.opened' ? 'received' : undefined) : marriageTransitions[state][kind]
  if (next !== undefined) return next
  const name = state === undefined ? text('未受理', 'not opened') : stateTitles[state]
  throw new LantaiError('wrong_state', text(`案件现在是“${name.zh}”，不能${actionTitles[kind].zh}`, `The case is ${name.en}; it cannot take “${actionTitles[kind].en}” now`))
}

/** Names of the states as the desk shows them. */
export const stateTitles: Readonly<Record<MarriageState, { readonly zh: string; readonly en: string }>> = {
  received: text('已受理', 'received'),
  registered: text('准予登记', 'registered'),
  proofread: text('已校对', 'proof-read'),
  delivered: text('已领证', 'handed over'),
  refused: text('不予办理', 'refused'),
  abandoned: text('当事人放弃', 'given up by the parties'),
  voided: text('登记作废', 'voided'),
}

/** Names of the acts as the desk shows them. */
export const actionTitles: Readonly<Record<MarriageActionKind, { readonly zh: string; readonly en: string }>> = {
  'marriage.opened': text('受理', 'Open'),
  'marriage.amended': text('修改', 'Amend'),
  'marriage.checked': text('联网核对', 'Network check'),
  'marriage.registered': text('准予登记', 'Register'),
  'marriage.refused': text('不予办理', 'Refuse'),
  'marriage.abandoned': text('放弃办理', 'Give up'),
  'marriage.printed': text('打印', 'Print'),
  'marriage.reprinted': text('证件作废重打', 'Spoil and print another'),
  'marriage.proofread': text('校对', 'Proof-read'),
  'marriage.delivered': text('发证', 'Hand over'),
  'marriage.corrected': text('更正', 'Correct'),
  'marriage.voided': text('登记作废', 'Void'),
  'marriage.inspected': text('档案检查', 'Inspect'),
  'marriage.archived': text('归档', 'File'),
}

const before = (id: string): MarriageCase => ({
  id, state: 'received', revision: 0, file: emptyMarriageFile(), openedAt: '', openedBy: '', counter: '', number: '', day: '', serials: ['', ''], spoiled: [], officeName: '', area: '', registrar: '', opinion: '',
  refusal: null, delivered: null, voided: null, abandonedOn: '', proofread: [], printed: [], corrections: [], attestations: [], archive: null, endings: [],
})

const without = (serials: readonly [string, string], party: 0 | 1, serial: string): readonly [string, string] => (party === 0 ? [serial, serials[1]] : [serials[0], serial])

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the case does not allow the act. */
export const applyMarriage = (folded: MarriageCase | undefined, entry: JournalEntry<MarriageAction | EndingAction>): MarriageCase => {
  const { action, at, actor } = entry
  if (isEnding(action)) {
    const ended = folded ?? before(action.subject)
    return { ...ended, revision: ended.revision + 1, endings: [...ended.endings, endingOf({ ...ended, state: folded === undefined ? '' : ended.state }, { ...entry, action })] }
  }
  const state = nextMarriageState(folded?.state, action.kind)
  const base = folded ?? before(action.subject)
  const next: MarriageCase = { ...base, state, revision: base.revision + 1 }
  const by = { reason: action.reason ?? '', by: actor, second: action.second ?? '' }
  switch (action.kind) {
    case 'marriage.opened':
      return { ...next, file: action.body.file, openedAt: at, openedBy: actor, counter: entry.counter }
    case 'marriage.amended':
      return { ...next, file: { ...base.file, ...(action.body.changes as Partial<MarriageFile>) } }
    case 'marriage.checked':
      return { ...next, file: { ...base.file, networkChecks: [...base.file.networkChecks, action.body.check] } }
    case 'marriage.registered': {
      const { number, day, serials, officeName, area, registrar, opinion } = action.body
      return { ...next, number, day, serials, officeName, area, registrar, opinion, counter: entry.counter }
    }
    case 'marriage.refused':
      return { ...next, day: action.body.day, registrar: action.body.registrar, refusal: action.body }
    case 'marriage.abandoned':
      return { ...next, abandonedOn: action.body.day }
    case 'marriage.printed':
      return { ...next, printed: [...base.printed, { ...action.body, at, by: actor }] }
    case 'marriage.reprinted':
      return { ...next, serials: without(base.serials, action.body.party, action.body.serial), spoiled: [...base.spoiled, action.body.spoiled], proofread: [] }
    case 'marriage.proofread':
      return { ...next, proofread: action.body.ticked }
    case 'marriage.delivered':
      return { ...next, delivered: { ...action.body, at, by: actor } }
    case 'marriage.corrected': {
      const { changes, serials } = action.body
      const replaced = serials === undefined ? [] : base.serials.filter((serial) => serial !== '' && !serials.includes(serial))
      return {
        ...next,
        file: { ...base.file, ...(changes as Partial<MarriageFile>) },
        serials: serials ?? base.serials,
        spoiled: [...base.spoiled, ...replaced],
        proofread: state === 'delivered' ? base.proofread : [],
        corrections: [...base.corrections, { at, by: by.by, second: by.second, reason: by.reason, fields: Object.keys(changes) }],
      }
    }
    case 'marriage.voided':
      return { ...next, voided: { day: action.body.day, recovered: action.body.recovered, ...by } }
    case 'marriage.inspected': {
      const seen = action.body.items.map((item) => ({ ...item, by: actor, at }))
      return { ...next, attestations: [...base.attestations.filter((old) => !seen.some((item) => item.item === old.item)), ...seen] }
    }
    case 'marriage.archived':
      if (base.archive !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
      return { ...next, archive: action.body }
  }
}

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldMarriage = (entries: Iterable<JournalEntry<MarriageAction | EndingAction>>): MarriageCase => {
  let folded: MarriageCase | undefined
  for (const entry of entries) folded = applyMarriage(folded, entry)
  if (folded === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return folded
}

/** The actions a folded case allows: those of its state, and filing only once. */
export const allowedInCase = (folded: MarriageCase): readonly MarriageActionKind[] => allowedActions(folded.state).filter((kind) => kind !== 'marriage.archived' || folded.archive === null)
