import type { JournalEntry } from '../action.ts'
import type { CommonCase, Draft, Stamp } from '../case/fold.ts'
import { applyWith, blankCase, commonStepsOf, foldCase, foldStep, kindsAllowed, stateMover } from '../case/fold.ts'
import { text } from '../text.ts'
import type { MarriageAction, MarriageActionBody, MarriageActionKind, MarriageState } from './actions.ts'
import type { EndingAction, EndingActionKind, MarriageEnding } from './endings.ts'
import { allowedEndingsOf, endingActionTitles, endingOf, endingsWithFile, endingsWithout, isEnding } from './endings.ts'
import type { MarriageFile } from './file.ts'
import { emptyMarriageFile } from './file.ts'

export type { Attestation, Printed } from '../case/fold.ts'

/** A marriage case as its actions left it; a pure fold of its journal entries. */
export interface MarriageCase extends CommonCase<MarriageState, MarriageFile> {
  readonly delivered: (Readonly<MarriageActionBody<'marriage.delivered'>> & Stamp) | null
  /** 预审 before a peak day, the last one if there were several. */
  readonly screened: (Readonly<MarriageActionBody<'marriage.screened'>> & Stamp) | null
  /** How the marriage ended, in order; the state of the work on the case stays what it was (endings.ts). */
  readonly endings: readonly MarriageEnding[]
}

type Step = { readonly [K in MarriageActionKind]?: MarriageState }

/**
 * Which action is allowed in which state, and the state it leads to. A correction or a new booklet before the hand-over asks for the proof-reading again.
 * After the hand-over nothing goes back: a correction there is printed, recovered and handed over again under its own record.
 */
export const marriageTransitions: Readonly<Record<MarriageState, Step>> = {
  received: { 'marriage.amended': 'received', 'marriage.screened': 'received', 'marriage.checked': 'received', 'marriage.printed': 'received', 'marriage.registered': 'registered', 'marriage.refused': 'refused', 'marriage.abandoned': 'abandoned' },
  registered: { 'marriage.printed': 'registered', 'marriage.reprinted': 'registered', 'marriage.proofread': 'proofread', 'marriage.corrected': 'registered', 'marriage.voided': 'voided', 'marriage.inspected': 'registered', 'marriage.endingFiled': 'registered', 'marriage.endingLifted': 'registered' },
  proofread: { 'marriage.printed': 'proofread', 'marriage.reprinted': 'registered', 'marriage.proofread': 'proofread', 'marriage.delivered': 'delivered', 'marriage.corrected': 'registered', 'marriage.voided': 'voided', 'marriage.inspected': 'proofread', 'marriage.endingFiled': 'proofread', 'marriage.endingLifted': 'proofread' },
  delivered: { 'marriage.printed': 'delivered', 'marriage.corrected': 'delivered', 'marriage.inspected': 'delivered', 'marriage.endingFiled': 'delivered', 'marriage.endingLifted': 'delivered', 'marriage.archived': 'delivered' },
  refused: { 'marriage.printed': 'refused' },
  abandoned: {},
  voided: { 'marriage.inspected': 'voided' },
}

/** The actions a state allows. */
export const allowedActions = (state: MarriageState): readonly MarriageActionKind[] => kindsAllowed(marriageTransitions, state)

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
  'marriage.screened': text('预审', 'Screen'),
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
  'marriage.endingFiled': text('撤销婚姻归档', 'File the ending'),
  'marriage.endingLifted': text('离婚登记作废，取消离婚注记', 'Lift the note of a voided divorce'),
}

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not opened yet. */
export const nextMarriageState = stateMover<MarriageState, MarriageActionKind>({ opening: 'marriage.opened', first: 'received', transitions: marriageTransitions, states: stateTitles, actions: actionTitles, unopened: text('未受理', 'not opened') })

// Every case is opened with a file of its own; this one is only stood in for.
const nothing = emptyMarriageFile()
const blank = (id: string): MarriageCase => ({ ...blankCase(id, 'received', nothing), screened: null, endings: [] })

const stepCase = foldStep<MarriageCase, MarriageAction>({
  blank, nextState: nextMarriageState,
  steps: {
    ...commonStepsOf('marriage'),
    'marriage.screened': (draft, body, { at, by }) => {
      draft.screened = { ...body, at, by }
    },
    'marriage.endingFiled': (draft, body, { at, by }) => {
      draft.endings = endingsWithFile(draft.endings, body, { at, by })
    },
    'marriage.endingLifted': (draft, body) => {
      draft.endings = endingsWithout(draft.endings, body.caseId)
    },
  },
})

const step = (draft: Draft<MarriageCase> | undefined, entry: JournalEntry<MarriageAction | EndingAction>): Draft<MarriageCase> => {
  const { action } = entry
  if (!isEnding(action)) return stepCase(draft, entry as JournalEntry<MarriageAction>)
  const ended: Draft<MarriageCase> = draft ?? blank(action.subject)
  ended.endings = [...ended.endings, endingOf(draft === undefined ? { ...ended, state: '' } : ended, { ...entry, action })]
  ended.revision += 1
  return ended
}

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the case does not allow the act. */
export const applyMarriage = applyWith<MarriageCase, MarriageAction | EndingAction>(step)

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldMarriage = (entries: Iterable<JournalEntry<MarriageAction | EndingAction>>): MarriageCase => foldCase<MarriageCase, MarriageAction | EndingAction>(step, entries)

/** The actions a folded case allows: those of its state, filing only once, and the file of an ending only where one is to be made. */
export const allowedInCase = (folded: MarriageCase): readonly MarriageActionKind[] =>
  allowedActions(folded.state).filter((kind) => (kind === 'marriage.endingLifted' ? false : kind === 'marriage.archived' ? folded.archive === null : kind === 'marriage.endingFiled' ? folded.endings.some((ending) => ending.kind !== 'divorced' && ending.file === null) : true))

/** The endings that a folded case can still take. */
export const allowedEndings = (folded: MarriageCase): readonly EndingActionKind[] => allowedEndingsOf(folded)

/** Names of everything that is done to a marriage case, its endings included. */
export const marriageActTitles = { ...actionTitles, ...endingActionTitles } as const
