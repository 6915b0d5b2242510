import type { JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Attestation } from '../marriage/fold.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ReissueAction, ReissueActionBody, ReissueActionKind, ReissueState } from './actions.ts'
import type { ReissueFile } from './file.ts'
import { emptyReissueFile } from './file.ts'

type Body<K extends ReissueActionKind> = Readonly<ReissueActionBody<K>>
interface Stamp { readonly at: string; readonly by: string }

/** A reissue as its actions left it; a pure fold of its journal entries. */
export interface ReissueCase {
  readonly id: string
  readonly state: ReissueState
  readonly revision: number
  readonly file: ReissueFile
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  /** BJ or BL number, empty before the registration. */
  readonly number: string
  /** Day of the reissue or the refusal; empty before. */
  readonly day: string
  /** Day of registration that the certificate carries. */
  readonly originalDay: string
  readonly serials: readonly [string, string]
  readonly spoiled: readonly string[]
  readonly officeName: string
  readonly area: string
  readonly registrar: string
  readonly opinion: string
  readonly remark: string
  readonly refusal: Body<'reissue.refused'> | null
  readonly delivered: (Body<'reissue.delivered'> & Stamp) | null
  readonly voided: { readonly day: string; readonly recovered: boolean; readonly reason: string; readonly by: string; readonly second: string } | null
  readonly abandonedOn: string
  readonly proofread: readonly string[]
  readonly printed: readonly (Body<'reissue.printed'> & Stamp)[]
  readonly corrections: readonly (Stamp & { readonly second: string; readonly reason: string; readonly fields: readonly string[] })[]
  readonly attestations: readonly Attestation[]
  readonly archive: Body<'reissue.archived'> | null
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

/** The state an action leads to; throws `wrong_state` when the state does not allow it. */
export const nextReissueState = (state: ReissueState | undefined, kind: ReissueActionKind): ReissueState => {
  const next = state === undefined ? (kind === 'reissue.opened' ? 'received' : undefined) : reissueTransitions[state][kind]
  if (next !== undefined) return next
  const name = state === undefined ? text('未受理', 'not opened') : reissueStateTitles[state]
  throw new LantaiError('wrong_state', text(`案件现在是“${name.zh}”，不能${reissueActionTitles[kind].zh}`, `The case is ${name.en}; it cannot take “${reissueActionTitles[kind].en}” now`))
}

const before = (id: string): ReissueCase => ({
  id, state: 'received', revision: 0, file: emptyReissueFile(), openedAt: '', openedBy: '', counter: '', number: '', day: '', originalDay: '', serials: ['', ''], spoiled: [], officeName: '', area: '', registrar: '', opinion: '', remark: '',
  refusal: null, delivered: null, voided: null, abandonedOn: '', proofread: [], printed: [], corrections: [], attestations: [], archive: null,
})

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the case does not allow the act. */
export const applyReissue = (folded: ReissueCase | undefined, entry: JournalEntry<ReissueAction>): ReissueCase => {
  const { action, at, actor } = entry
  const state = nextReissueState(folded?.state, action.kind)
  const base = folded ?? before(action.subject)
  const next: ReissueCase = { ...base, state, revision: base.revision + 1 }
  const stamp = { at, by: actor }
  const told = { reason: action.reason ?? '', second: action.second ?? '' }
  switch (action.kind) {
    case 'reissue.opened':
      return { ...next, file: action.body.file, openedAt: at, openedBy: actor, counter: entry.counter }
    case 'reissue.amended':
      return { ...next, file: { ...base.file, ...(action.body.changes as Partial<ReissueFile>) } }
    case 'reissue.checked':
      return { ...next, file: { ...base.file, networkChecks: [...base.file.networkChecks, action.body.check] } }
    case 'reissue.registered':
      return { ...next, ...action.body, counter: entry.counter }
    case 'reissue.refused':
      return { ...next, day: action.body.day, registrar: action.body.registrar, refusal: action.body }
    case 'reissue.abandoned':
      return { ...next, abandonedOn: action.body.day }
    case 'reissue.printed':
      return { ...next, printed: [...base.printed, { ...action.body, ...stamp }] }
    case 'reissue.reprinted': {
      const { party, serial, spoiled } = action.body
      return { ...next, serials: party === 0 ? [serial, base.serials[1]] : [base.serials[0], serial], spoiled: [...base.spoiled, spoiled], proofread: [] }
    }
    case 'reissue.proofread':
      return { ...next, proofread: action.body.ticked }
    case 'reissue.delivered':
      return { ...next, delivered: { ...action.body, ...stamp } }
    case 'reissue.corrected': {
      const { changes, serials } = action.body
      const replaced = serials === undefined ? [] : base.serials.filter((serial) => serial !== '' && !serials.includes(serial))
      return {
        ...next, file: { ...base.file, ...(changes as Partial<ReissueFile>) }, serials: serials ?? base.serials, spoiled: [...base.spoiled, ...replaced], proofread: state === 'delivered' ? base.proofread : [],
        corrections: [...base.corrections, { ...stamp, ...told, fields: Object.keys(changes) }],
      }
    }
    case 'reissue.voided':
      return { ...next, voided: { day: action.body.day, recovered: action.body.recovered, by: actor, ...told } }
    case 'reissue.inspected': {
      const seen = action.body.items.map((item) => ({ ...item, ...stamp }))
      return { ...next, attestations: [...base.attestations.filter((old) => !seen.some((item) => item.item === old.item)), ...seen] }
    }
    case 'reissue.archived':
      if (base.archive !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
      return { ...next, archive: action.body }
  }
}

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldReissue = (entries: Iterable<JournalEntry<ReissueAction>>): ReissueCase => {
  let folded: ReissueCase | undefined
  for (const entry of entries) folded = applyReissue(folded, entry)
  if (folded === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return folded
}

/** The actions a folded case allows: those of its state, and filing only once. */
export const allowedInReissue = (folded: ReissueCase): readonly ReissueActionKind[] =>
  (Object.keys(reissueTransitions[folded.state]) as ReissueActionKind[]).filter((kind) => kind !== 'reissue.archived' || folded.archive === null)
