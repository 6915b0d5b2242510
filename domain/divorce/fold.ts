import type { CommonCase, Stamp } from '../case/fold.ts'
import { applyWith, blankCase, commonSteps, commonStepsOf, foldCase, foldStep, kindsAllowed, stateMover, staying, swap } from '../case/fold.ts'
import type { JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { DivorceAction, DivorceActionBody, DivorceActionKind, DivorceState } from './actions.ts'
import type { ReceiptDates } from './clock.ts'
import { phaseOn } from './clock.ts'
import type { DivorceFile } from './file.ts'
import { emptyDivorceFile } from './file.ts'

type Body<K extends DivorceActionKind> = Readonly<DivorceActionBody<K>>

/** A divorce case as its actions left it; a pure fold of its journal entries. `number` is the 离婚证字号. */
export interface DivorceCase extends CommonCase<DivorceState, DivorceFile> {
  readonly accepted: (Body<'divorce.accepted'> & Stamp) | null
  /** The days that hold now; the receipt's own unless they were set anew. */
  readonly dates: ReceiptDates | null
  readonly rescheduled: readonly (Stamp & { readonly before: ReceiptDates; readonly reason: string; readonly second: string })[]
  readonly notAccepted: (Body<'divorce.notAccepted'> & Stamp) | null
  readonly withdrawn: (Body<'divorce.withdrawn'> & Stamp) | null
  /** The appearance that is being decided, or was. */
  readonly issuance: (Body<'divorce.issuanceStarted'> & Stamp) | null
  readonly delivered: (Body<'divorce.delivered'> & Stamp) | null
  readonly stamped: (Body<'divorce.marriageCertificatesStamped'> & Stamp) | null
}

type Step = { readonly [K in DivorceActionKind]?: DivorceState }

const same = <K extends DivorceActionKind>(state: DivorceState, ...kinds: readonly K[]): Step => staying(state, ...kinds)
const ended = (state: DivorceState): Step => same(state, 'divorce.printed', 'divorce.inspected', 'divorce.archived')

/** Which action is allowed in which state, and the state it leads to; the days of the clock are asked besides (`requireInTime`). */
export const divorceTransitions: Readonly<Record<DivorceState, Step>> = {
  received: { ...same('received', 'divorce.amended', 'divorce.checked', 'divorce.printed'), 'divorce.accepted': 'accepted', 'divorce.notAccepted': 'notAccepted', 'divorce.abandoned': 'abandoned' },
  accepted: { ...same('accepted', 'divorce.amended', 'divorce.checked', 'divorce.printed', 'divorce.rescheduled', 'divorce.corrected', 'divorce.inspected', 'divorce.archived'), 'divorce.withdrawn': 'withdrawn', 'divorce.issuanceStarted': 'issuing' },
  issuing: { ...same('issuing', 'divorce.amended', 'divorce.checked', 'divorce.printed', 'divorce.interviewed', 'divorce.corrected'), 'divorce.issuanceEnded': 'accepted', 'divorce.registered': 'registered', 'divorce.refused': 'refused' },
  registered: { ...same('registered', 'divorce.printed', 'divorce.reprinted', 'divorce.corrected', 'divorce.inspected', 'divorce.marriageCertificatesStamped'), 'divorce.proofread': 'proofread', 'divorce.voided': 'voided' },
  proofread: { ...same('proofread', 'divorce.printed', 'divorce.proofread', 'divorce.inspected', 'divorce.marriageCertificatesStamped'), 'divorce.reprinted': 'registered', 'divorce.corrected': 'registered', 'divorce.delivered': 'delivered', 'divorce.voided': 'voided' },
  delivered: same('delivered', 'divorce.printed', 'divorce.corrected', 'divorce.inspected', 'divorce.archived', 'divorce.marriageCertificatesStamped'),
  notAccepted: ended('notAccepted'),
  withdrawn: ended('withdrawn'),
  refused: ended('refused'),
  abandoned: {},
  voided: same('voided', 'divorce.printed', 'divorce.inspected'),
}

/** Where a case stands on a day, the clock included. */
export type DivorceStanding = Exclude<DivorceState, 'accepted'> | 'coolingOff' | 'issuanceOpen' | 'lapsed'

/** Names of the standings as the desk shows them. */
export const standingTitles: Readonly<Record<DivorceStanding, Text>> = {
  received: text('申请', 'applying'),
  coolingOff: text('冷静期', 'cooling off'),
  issuanceOpen: text('领证期', 'issuance window open'),
  lapsed: text('视为撤回', 'deemed withdrawn'),
  issuing: text('审查中', 'being decided'),
  registered: text('准予登记', 'registered'),
  proofread: text('已校对', 'proof-read'),
  delivered: text('已领证', 'handed over'),
  notAccepted: text('不予受理', 'not accepted'),
  withdrawn: text('已撤回', 'withdrawn'),
  refused: text('不予办理', 'refused'),
  abandoned: text('当事人放弃', 'given up by the parties'),
  voided: text('登记作废', 'voided'),
}

/** Names of the acts as the desk shows them. */
export const divorceActionTitles: Readonly<Record<DivorceActionKind, Text>> = {
  'divorce.opened': text('申请', 'Open'),
  'divorce.amended': text('修改', 'Amend'),
  'divorce.checked': text('联网核对', 'Network check'),
  'divorce.accepted': text('受理', 'Accept'),
  'divorce.notAccepted': text('不予受理', 'Turn down'),
  'divorce.abandoned': text('放弃办理', 'Give up'),
  'divorce.rescheduled': text('重定期限', 'Set the days anew'),
  'divorce.withdrawn': text('撤回申请', 'Withdraw'),
  'divorce.issuanceStarted': text('双方到场申请发证', 'Both come for the certificate'),
  'divorce.issuanceEnded': text('未作决定离开', 'Leave without a decision'),
  'divorce.interviewed': text('询问笔录', 'Interview'),
  'divorce.registered': text('准予登记', 'Register'),
  'divorce.refused': text('不予办理', 'Refuse'),
  'divorce.printed': text('打印', 'Print'),
  'divorce.reprinted': text('证件作废重打', 'Spoil and print another'),
  'divorce.proofread': text('校对', 'Proof-read'),
  'divorce.delivered': text('发证', 'Hand over'),
  'divorce.marriageCertificatesStamped': text('结婚证加盖条型印章', 'Stamp the marriage certificates'),
  'divorce.corrected': text('更正', 'Correct'),
  'divorce.voided': text('登记作废', 'Void'),
  'divorce.inspected': text('档案检查', 'Inspect'),
  'divorce.archived': text('归档', 'File'),
}

/** Where a case stands on a day: an accepted one is cooling off, open for issuance or deemed withdrawn by the date alone (《婚姻登记条例》第十六条). */
export const standingOn = (folded: Pick<DivorceCase, 'state' | 'dates'>, day: string): DivorceStanding => {
  if (folded.state !== 'accepted') return folded.state
  return folded.dates === null ? 'coolingOff' : phaseOn(folded.dates, day)
}

/** Where a case stands on a day by the days that a list of the register shows; they are empty before the acceptance. */
export const standingOfRow = (row: { readonly state: DivorceState; readonly end1: string; readonly end2: string }, day: string): DivorceStanding => (row.state !== 'accepted' ? row.state : row.end2 === '' ? 'coolingOff' : phaseOn(row, day))

const runs = new Set<DivorceStanding>(['received', 'coolingOff', 'issuanceOpen', 'issuing'])

/** Says whether a listed application is still running on a day; what lapsed is not. */
export const isOpenRow = (row: Parameters<typeof standingOfRow>[0], day: string): boolean => runs.has(standingOfRow(row, day))

/** Says whether an application is still running on a day: nothing else may be begun by these two meanwhile. */
export const isOpenOn = (folded: Pick<DivorceCase, 'state' | 'dates'>, day: string): boolean => runs.has(standingOn(folded, day))

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not opened yet. */
export const nextDivorceState = stateMover<DivorceState, DivorceActionKind>({ opening: 'divorce.opened', first: 'received', transitions: divorceTransitions, states: { ...standingTitles, accepted: text('已受理', 'accepted') }, actions: divorceActionTitles, unopened: text('未申请', 'not opened') })

const late = (zh: string, en: string): LantaiError => new LantaiError('wrong_state', text(zh, en), 'day')

/** Refuses an act that the clock does not allow on a day: withdrawal after end1, issuance before the window or after it, filing and inspecting while it runs. Throws `wrong_state` at `day`. */
export const requireInTime = (folded: Pick<DivorceCase, 'state' | 'dates'>, kind: DivorceActionKind, day: string): void => {
  if (folded.state !== 'accepted' || folded.dates === null) return
  const { received, end1, windowOpens, end2 } = folded.dates
  const standing = standingOn(folded, day)
  const lapsed = standing === 'lapsed'
  switch (kind) {
    case 'divorce.withdrawn':
      if (day < received) throw late('撤回日期早于受理日期', 'The withdrawal lies before the acceptance')
      if (standing !== 'coolingOff') throw late(`冷静期已于 ${end1} 届满，不能撤回；不到场领证即视为撤回（《民法典》第一千零七十七条）`, `The cooling-off period ended on ${end1}; there is nothing left to withdraw, and not coming is enough (Civil Code, art. 1077)`)
      return
    case 'divorce.issuanceStarted':
      if (standing === 'coolingOff') throw late(`离婚冷静期到 ${end1} 为止，${windowOpens} 起双方才能申请发给离婚证（《民法典》第一千零七十七条）`, `The cooling-off period runs through ${end1}; both may come from ${windowOpens} (Civil Code, art. 1077)`)
      if (lapsed) throw late(`申请发给离婚证的期限已于 ${end2} 届满，视为撤回离婚登记申请（《民法典》第一千零七十七条、《婚姻登记条例》第十六条）`, `The window closed on ${end2} and the application is deemed withdrawn (Civil Code, art. 1077; Regulation, art. 16)`)
      return
    case 'divorce.archived':
    case 'divorce.inspected':
      if (!lapsed) throw late(`申请还在办理（到 ${end2}），不能归档或者检查`, `The application is still running (through ${end2}) and cannot be filed or inspected yet`)
      return
    case 'divorce.amended':
    case 'divorce.checked':
    case 'divorce.rescheduled':
      if (lapsed) throw late(`申请已于 ${end2} 届满，视为撤回，不能再修改`, `The application is deemed withdrawn since ${end2} and can no longer be changed`)
      return
    default:
  }
}

/** Sections that belong to the issuance and may still be filled in after the acceptance; the rest is corrected with a reason and a second person. */
export const laterSections: readonly (keyof DivorceFile)[] = ['agreement', 'counselling', 'declarations', 'papers', 'photos', 'reason', 'answers', 'remarkForm', 'remarkCertificate']

/** Refuses sections that belong to the application once it was accepted; throws `wrong_state` at the section. */
export const requireLater = (state: DivorceState, changes: object): void => {
  if (state === 'received') return
  const wrong = Object.keys(changes).find((section) => !laterSections.includes(section as keyof DivorceFile))
  if (wrong !== undefined) throw new LantaiError('wrong_state', text('受理以后，当事人和婚姻的信息只能更正（写明理由，双人）', 'After the acceptance the parties and the marriage can only be corrected, with a reason and a second person'), wrong)
}

// Every case is opened with a file of its own; this one is only stood in for.
const nothing = emptyDivorceFile()
const blank = (id: string): DivorceCase => ({ ...blankCase(id, 'received', nothing), accepted: null, dates: null, rescheduled: [], notAccepted: null, withdrawn: null, issuance: null, stamped: null })

const step = foldStep<DivorceCase, DivorceAction>({
  blank, nextState: nextDivorceState,
  allow: (before, { action, at }) => requireInTime(before, action.kind, 'day' in action.body ? action.body.day : at.slice(0, 10)),
  steps: {
    ...commonStepsOf('divorce'),
    'divorce.amended': (draft, body, told) => {
      requireLater(draft.state, body.changes)
      commonSteps.amended(draft, body, told)
    },
    'divorce.accepted': (draft, body, { at, by, counter }) => {
      draft.accepted = { ...body, at, by }
      draft.dates = body.receipt
      draft.officeName = body.officeName
      draft.area = body.area
      draft.registrar = body.registrar
      draft.counter = counter
    },
    'divorce.notAccepted': (draft, body, { at, by }) => {
      draft.day = body.day
      draft.registrar = body.registrar
      draft.notAccepted = { ...body, at, by }
    },
    'divorce.rescheduled': (draft, body, { at, by, reason, second }) => {
      if (draft.dates !== null) draft.rescheduled = [...draft.rescheduled, { at, by, reason, second, before: draft.dates }]
      draft.dates = body.receipt
    },
    'divorce.withdrawn': (draft, body, { at, by }) => {
      draft.withdrawn = { ...body, at, by }
    },
    'divorce.issuanceStarted': (draft, body, { at, by }) => {
      draft.issuance = { ...body, at, by }
      draft.file = { ...draft.file, interviews: [null, null] }
    },
    'divorce.issuanceEnded': (draft) => {
      draft.issuance = null
    },
    'divorce.interviewed': (draft, body) => {
      draft.file = { ...draft.file, interviews: swap(draft.file.interviews, body.party, body.interview) }
    },
    'divorce.marriageCertificatesStamped': (draft, body, { at, by }) => {
      draft.stamped = { ...body, at, by }
    },
  },
})

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the state or the clock does not allow the act. */
export const applyDivorce = applyWith<DivorceCase, DivorceAction>(step)

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldDivorce = (entries: Iterable<JournalEntry<DivorceAction>>): DivorceCase => foldCase<DivorceCase, DivorceAction>(step, entries)

/** The actions a folded case allows on a day: those of its state that the clock allows, and filing only once. */
export const allowedInDivorce = (folded: DivorceCase, day: string): readonly DivorceActionKind[] =>
  kindsAllowed(divorceTransitions, folded.state).filter((kind) => {
    if (kind === 'divorce.archived' && folded.archive !== null) return false
    try {
      requireInTime(folded, kind, day)
      return true
    } catch {
      return false
    }
  })
