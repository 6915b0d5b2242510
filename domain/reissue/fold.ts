import type { JournalEntry } from '../action.ts'
import type { CommonCase, Stamp } from '../case/fold.ts'
import { applyWith, blankCase, commonSteps, commonStepsOf, foldCase, foldStep, kindsAllowed, stateMover } from '../case/fold.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ReissueAction, ReissueActionBody, ReissueActionKind, ReissueState } from './actions.ts'
import type { ReissueFile } from './file.ts'
import { emptyReissueFile } from './file.ts'

/** A reissue as its actions left it; a pure fold of its journal entries. `number` is the BJ or BL number, `day` that of the reissue or the refusal. */
export interface ReissueCase extends CommonCase<ReissueState, ReissueFile> {
  /** Day of registration that the certificate carries. */
  readonly originalDay: string
  readonly remark: string
  readonly delivered: (Readonly<ReissueActionBody<'reissue.delivered'>> & Stamp) | null
}

type Step = { readonly [K in ReissueActionKind]?: ReissueState }

/** Which action is allowed in which state, and the state it leads to. */
export const reissueTransitions: Readonly<Record<ReissueState, Step>> = {
  received: { 'reissue.amended': 'received', 'reissue.checked': 'received', 'reissue.printed': 'received', 'reissue.registered': 'registered', 'reissue.refused': 'refused', 'reissue.abandoned': 'abandoned' },
  registered: { 'reissue.printed': 'registered', 'reissue.reprinted': 'registered', 'reissue.proofread': 'proofread', 'reissue.corrected': 'registered', 'reissue.voided': 'voided', 'reissue.inspected': 'registered' },
  proofread: { 'reissue.printed': 'proofread', 'reissue.reprinted': 'registered', 'reissue.proofread': 'proofread', 'reissue.delivered': 'delivered', 'reissue.corrected': 'registered', 'reissue.voided': 'voided', 'reissue.inspected': 'proofread' },
  delivered: { 'reissue.printed': 'delivered', 'reissue.corrected': 'delivered', 'reissue.inspected': 'delivered', 'reissue.archived': 'delivered' },
  refused: { 'reissue.printed': 'refused' },
  abandoned: {},
  voided: { 'reissue.inspected': 'voided' },
}

/** Names of the states as the desk shows them. */
export const reissueStateTitles: Readonly<Record<ReissueState, Text>> = {
  received: text('已受理', 'received'), registered: text('准予补发', 'reissue granted'), proofread: text('已校对', 'proof-read'), delivered: text('已领证', 'handed over'), refused: text('不予补发', 'refused'), abandoned: text('当事人放弃', 'given up by the parties'), voided: text('登记作废', 'voided'),
}

/** Names of the acts as the desk shows them. */
export const reissueActionTitles: Readonly<Record<ReissueActionKind, Text>> = {
  'reissue.opened': text('受理', 'Open'), 'reissue.amended': text('修改', 'Amend'), 'reissue.checked': text('联网核对', 'Network check'), 'reissue.registered': text('准予补发', 'Grant'), 'reissue.refused': text('不予补发', 'Refuse'),
  'reissue.abandoned': text('放弃办理', 'Give up'), 'reissue.printed': text('打印', 'Print'), 'reissue.reprinted': text('证件作废重打', 'Spoil and print another'), 'reissue.proofread': text('校对', 'Proof-read'), 'reissue.delivered': text('发证', 'Hand over'),
  'reissue.corrected': text('更正', 'Correct'), 'reissue.voided': text('登记作废', 'Void'), 'reissue.inspected': text('档案检查', 'Inspect'), 'reissue.archived': text('归档', 'File'),
}

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not opened yet. */
export const nextReissueState = stateMover<ReissueState, ReissueActionKind>({ opening: 'reissue.opened', first: 'received', transitions: reissueTransitions, states: reissueStateTitles, actions: reissueActionTitles, unopened: text('未受理', 'not opened') })

// Every case is opened with a file of its own; this one is only stood in for.
const nothing = emptyReissueFile()

const step = foldStep<ReissueCase, ReissueAction>({
  blank: (id) => ({ ...blankCase(id, 'received', nothing), originalDay: '', remark: '' }),
  nextState: nextReissueState,
  steps: {
    ...commonStepsOf('reissue'),
    'reissue.registered': (draft, body, told) => {
      commonSteps.registered(draft, body, told)
      draft.originalDay = body.originalDay
      draft.remark = body.remark
    },
    'reissue.corrected': (draft, body, told) => {
      commonSteps.corrected(draft, body, told)
      // The corrected booklet carries what the file says now.
      if (body.changes.original !== undefined) draft.originalDay = body.changes.original.day
      if (body.changes.remarkCertificate !== undefined && body.changes.remarkCertificate.trim() !== '') draft.remark = body.changes.remarkCertificate.trim()
    },
  },
})

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the case does not allow the act. */
export const applyReissue = applyWith<ReissueCase, ReissueAction>(step)

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldReissue = (entries: Iterable<JournalEntry<ReissueAction>>): ReissueCase => foldCase<ReissueCase, ReissueAction>(step, entries)

/** The actions a folded case allows: those of its state, and filing only once. */
export const allowedInReissue = (folded: ReissueCase): readonly ReissueActionKind[] => kindsAllowed(reissueTransitions, folded.state).filter((kind) => kind !== 'reissue.archived' || folded.archive === null)
