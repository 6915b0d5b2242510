import type { JournalEntry } from '../action.ts'
import type { Printed, Stamp } from '../case/fold.ts'
import { applyWith, foldCase, foldStep, kindsAllowed, stateMover, staying } from '../case/fold.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { BurialAction, BurialActionBody, BurialActionKind, BurialState } from './actions.ts'
import type { BurialFile } from './file.ts'
import { emptyBurialFile } from './file.ts'

type Body<K extends BurialActionKind> = Readonly<BurialActionBody<K>> & Stamp

/** A hold over a case; open until it is released. */
export interface Hold extends Body<'burial.held'> {
  readonly released: Body<'burial.released'> | null
}

/** A cremation or burial case as its actions left it; a pure fold of its journal entries. */
export interface BurialCase {
  readonly id: string
  readonly state: BurialState
  readonly revision: number
  readonly file: BurialFile
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  readonly received: Body<'burial.received'> | null
  readonly stored: Body<'burial.stored'> | null
  readonly extensions: readonly Body<'burial.storageExtended'>[]
  readonly vigils: readonly Body<'burial.vigilHeld'>[]
  readonly farewells: readonly Body<'burial.farewellHeld'>[]
  readonly holds: readonly Hold[]
  readonly cremation: Body<'burial.cremated'> | null
  /** 异地火化. */
  readonly elsewhere: Body<'burial.crematedElsewhere'> | null
  /** The first certificate and its reissues, in order. */
  readonly certificates: readonly Body<'burial.certificateIssued'>[]
  readonly ashesReleased: Body<'burial.ashesReleased'> | null
  readonly deposit: Body<'burial.ashesDeposited'> | null
  /** Extensions of the deposit in order; its `to` is that of the last. */
  readonly depositExtensions: readonly Body<'burial.depositExtended'>[]
  /** Every resting place in order; the last is where it lies now. */
  readonly resting: readonly (Body<'burial.placed'> | Body<'burial.moved'>)[]
  readonly transportedOut: Body<'burial.transportedOut'> | null
  readonly bodyBuried: Body<'burial.bodyBuried'> | null
  readonly donated: Body<'burial.donated'> | null
  readonly printed: readonly Printed[]
  readonly corrections: readonly (Stamp & { readonly second: string; readonly reason: string; readonly fields: readonly string[] })[]
  readonly voided: (Stamp & { readonly day: string; readonly reason: string; readonly second: string }) | null
}

type Step = { readonly [K in BurialActionKind]?: BurialState }
const same = (state: BurialState, ...kinds: readonly BurialActionKind[]): Step => staying(state, ...kinds)
/** Once the case has left the home: what a waiver or reward asks, and papers handed in later, are still entered (`laterSections`). */
const afterwards = (state: BurialState): Step => same(state, 'burial.printed', 'burial.corrected', 'burial.amended')
const always = (state: BurialState): Step => same(state, 'burial.printed', 'burial.corrected')
/** A body that lies at the home: it may be held, and leave it in each of its ways. */
const lying = (state: BurialState): Step => ({
  ...always(state), ...same(state, 'burial.amended', 'burial.held', 'burial.released', 'burial.storageExtended'),
  'burial.stored': 'stored', 'burial.vigilHeld': 'vigil', 'burial.farewellHeld': 'farewell', 'burial.cremated': 'cremated', 'burial.transportedOut': 'transportedOut', 'burial.bodyBuried': 'bodyBuried', 'burial.donated': 'donated', 'burial.voided': 'voided',
})
const ashes: Step = { 'burial.ashesReleased': 'ashesReleased', 'burial.placed': 'placed' }

/** Which action is allowed in which state, and the state it leads to; open holds are asked besides (`requireFree`). */
export const burialTransitions: Readonly<Record<BurialState, Step>> = {
  reported: { ...always('reported'), ...same('reported', 'burial.amended', 'burial.held', 'burial.released'), 'burial.received': 'received', 'burial.crematedElsewhere': 'crematedElsewhere', 'burial.bodyBuried': 'bodyBuried', 'burial.donated': 'donated', 'burial.voided': 'voided' },
  received: lying('received'),
  stored: lying('stored'),
  vigil: lying('vigil'),
  farewell: lying('farewell'),
  cremated: { ...afterwards('cremated'), ...same('cremated', 'burial.certificateIssued'), ...ashes, 'burial.ashesDeposited': 'ashesDeposited' },
  // Its own home gives out the certificate and the ashes.
  crematedElsewhere: { ...afterwards('crematedElsewhere'), 'burial.ashesDeposited': 'ashesDeposited', 'burial.placed': 'placed', 'burial.voided': 'voided' },
  ashesReleased: { ...afterwards('ashesReleased'), ...same('ashesReleased', 'burial.certificateIssued'), 'burial.ashesDeposited': 'ashesDeposited', 'burial.placed': 'placed' },
  ashesDeposited: { ...afterwards('ashesDeposited'), ...same('ashesDeposited', 'burial.certificateIssued', 'burial.depositExtended'), ...ashes },
  placed: { ...afterwards('placed'), ...same('placed', 'burial.certificateIssued', 'burial.moved') },
  transportedOut: afterwards('transportedOut'),
  bodyBuried: { ...afterwards('bodyBuried'), ...same('bodyBuried', 'burial.moved') },
  donated: afterwards('donated'),
  voided: {},
}

/** Names of the states as the desk shows them. */
export const burialStateTitles: Readonly<Record<BurialState, Text>> = {
  reported: text('已报告', 'reported'), received: text('已接收', 'received'), stored: text('存放', 'stored'), vigil: text('守灵', 'vigil'), farewell: text('告别', 'farewell'), cremated: text('已火化', 'cremated'), crematedElsewhere: text('异地火化', 'cremated elsewhere'),
  ashesReleased: text('已领灰', 'ashes released'), ashesDeposited: text('骨灰寄存', 'ashes deposited'), placed: text('已安葬（安放）', 'placed'), transportedOut: text('已外运', 'transported out'), bodyBuried: text('遗体安葬', 'buried as a body'), donated: text('遗体捐献', 'donated'), voided: text('作废', 'voided'),
}

/** Names of the acts as the desk shows them. */
export const burialActionTitles: Readonly<Record<BurialActionKind, Text>> = {
  'burial.reported': text('报告', 'Report'), 'burial.amended': text('修改', 'Amend'), 'burial.received': text('接收遗体', 'Receive'), 'burial.stored': text('存放', 'Store'), 'burial.storageExtended': text('存放延期', 'Extend the storage'), 'burial.vigilHeld': text('守灵', 'Vigil'), 'burial.farewellHeld': text('告别', 'Farewell'),
  'burial.held': text('暂缓火化', 'Hold'), 'burial.released': text('解除暂缓', 'Release the hold'), 'burial.cremated': text('火化', 'Cremate'), 'burial.crematedElsewhere': text('登记异地火化', 'Record a cremation elsewhere'), 'burial.certificateIssued': text('发给火化证明', 'Issue the cremation certificate'), 'burial.ashesReleased': text('领灰', 'Release the ashes'), 'burial.ashesDeposited': text('骨灰寄存', 'Deposit the ashes'),
  'burial.depositExtended': text('寄存续期', 'Extend the deposit'), 'burial.placed': text('安葬（安放）', 'Place'), 'burial.moved': text('迁移', 'Move'), 'burial.transportedOut': text('外运', 'Transport out'), 'burial.bodyBuried': text('遗体安葬', 'Bury the body'), 'burial.donated': text('遗体捐献', 'Donate'), 'burial.printed': text('打印', 'Print'), 'burial.corrected': text('更正', 'Correct'), 'burial.voided': text('作废', 'Void'),
}

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not reported yet. */
export const nextBurialState = stateMover<BurialState, BurialActionKind>({ opening: 'burial.reported', first: 'reported', transitions: burialTransitions, states: burialStateTitles, actions: burialActionTitles, unopened: text('未报告', 'not reported') })

/** The holds that are open. */
export const openHolds = (folded: Pick<BurialCase, 'holds'>): readonly Hold[] => folded.holds.filter(({ released }) => released === null)

const stoppedByHold: readonly BurialActionKind[] = ['burial.cremated', 'burial.crematedElsewhere', 'burial.transportedOut', 'burial.bodyBuried', 'burial.donated', 'burial.voided']
const bodiesOnly: readonly BurialActionKind[] = ['burial.crematedElsewhere', 'burial.vigilHeld', 'burial.farewellHeld', 'burial.bodyBuried', 'burial.donated', 'burial.transportedOut']

const wrong = (zh: string, en: string, field?: string): LantaiError => new LantaiError('wrong_state', text(zh, en), field)
const sequence = (value: boolean, zh: string, en: string, field: string): void => {
  if (!value) throw new LantaiError('invalid', text(zh, en), field)
}

/** Days and instants that an act must follow; throws `invalid` at the field. */
const requireOrder = (before: BurialCase, action: BurialAction): void => {
  const { death } = before.file.deceased
  const arrived = before.received?.arrivedAt
  switch (action.kind) {
    case 'burial.received':
      return sequence(death === '' || action.body.arrivedAt.slice(0, 10) >= death, '到馆时间早于死亡日期', 'The arrival lies before the death', 'arrivedAt')
    case 'burial.stored':
      return sequence(arrived === undefined || Date.parse(action.body.storedAt) >= Date.parse(arrived), '存放时间早于到馆时间', 'The storage lies before the arrival', 'storedAt')
    case 'burial.vigilHeld':
      return sequence(action.body.to === '' || Date.parse(action.body.to) >= Date.parse(action.body.from), '守灵结束早于开始', 'The vigil ends before it begins', 'to')
    case 'burial.cremated':
      sequence(Date.parse(action.body.endedAt) >= Date.parse(action.body.startedAt), '火化结束早于开始', 'The cremation ends before it begins', 'endedAt')
      sequence(death === '' || action.body.day >= death, '死亡日期晚于火化日期', 'The death lies after the cremation', 'day')
      return sequence(arrived === undefined || Date.parse(action.body.startedAt) >= Date.parse(arrived), '火化早于到馆', 'The cremation lies before the arrival', 'startedAt')
    case 'burial.crematedElsewhere':
      return sequence(death === '' || action.body.day >= death, '死亡日期晚于火化日期', 'The death lies after the cremation', 'day')
    case 'burial.ashesReleased':
    case 'burial.ashesDeposited':
    case 'burial.placed':
    case 'burial.certificateIssued':
      sequence(action.body.day >= (before.cremation?.day ?? before.elsewhere?.day ?? ''), '日期早于火化日期', 'The day lies before the cremation', 'day')
      return action.kind === 'burial.ashesDeposited' ? sequence(action.body.to >= action.body.day, '寄存期满早于开始', 'The deposit ends before it begins', 'to') : undefined
    case 'burial.depositExtended':
      return sequence(before.deposit === null || action.body.to > before.deposit.to, `寄存已到 ${before.deposit?.to ?? ''}`, `The deposit runs until ${before.deposit?.to ?? ''} already`, 'to')
    case 'burial.moved':
      return sequence(action.body.day >= (before.resting.at(-1)?.day ?? before.bodyBuried?.day ?? ''), '迁移日期早于上一次安葬', 'The move lies before the last placement', 'day')
    case 'burial.bodyBuried':
    case 'burial.donated':
    case 'burial.transportedOut':
      return sequence(death === '' || action.body.day >= death, '日期早于死亡日期', 'The day lies before the death', 'day')
    default:
  }
}

/** Sections that are still entered after the cremation: what a waiver asks is often known at the till only, and a claim comes months later. */
export const laterSections: readonly (keyof BurialFile)[] = ['grant', 'waiverFlags', 'papers', 'answers']

/** Refuses sections that are only corrected once the body has left the home; throws `wrong_state` at the section. */
const requireLater = ({ state }: Pick<BurialCase, 'state'>, changes: object): void => {
  if (burialTransitions[state]['burial.stored'] !== undefined || burialTransitions[state]['burial.received'] !== undefined) return
  const late = Object.keys(changes).find((section) => !laterSections.includes(section as keyof BurialFile))
  if (late !== undefined) throw wrong('火化以后，逝者和证明等只能更正（写明理由，双人）', 'After the cremation these facts can only be corrected, with a reason and a second person', late)
}

/** Refuses an act that an open hold stops, that is not for this kind of case, or that stands in the wrong order. Throws `wrong_state`, `conflict` for a hold's id used twice, `invalid` at the field. */
export const requireFree = (before: BurialCase, action: BurialAction): void => {
  const open = openHolds(before)
  const [first] = open
  if (first !== undefined && stoppedByHold.includes(action.kind)) throw wrong(`遗体暂缓处理（${first.document === '' ? first.day : first.document}），解除前不能${burialActionTitles[action.kind].zh}`, `The case is on hold (${first.document === '' ? first.day : first.document}); “${burialActionTitles[action.kind].en}” waits for the release`, 'holds')
  if (before.file.kind !== 'body' && bodiesOnly.includes(action.kind)) throw wrong('残肢和骨骸没有这一步', 'Limbs and bones have no such step', 'file.kind')
  if (action.kind === 'burial.amended') requireLater(before, action.body.changes)
  if (action.kind === 'burial.held' && before.holds.some(({ hold }) => hold === action.body.hold)) throw new LantaiError('conflict', text('这一暂缓已经登记', 'This hold stands there already'), 'hold')
  if (action.kind === 'burial.released' && !open.some(({ hold }) => hold === action.body.hold)) throw wrong('没有这一暂缓，或者已经解除', 'There is no such hold, or it was released', 'hold')
  // A reissue is asked for by the number of a certificate that stands; the first has none before it.
  if (action.kind === 'burial.certificateIssued') {
    if (before.elsewhere !== null) throw wrong('异地火化的，由火化地殡仪馆发证', 'The home that cremated issues the certificate', 'number')
    if (action.body.reissueOf === '' && before.certificates.length > 0) throw wrong('火化证明已经发给，再发的按补发办理', 'The certificate was issued; another is a reissue', 'reissueOf')
    if (action.body.reissueOf !== '' && before.certificates.at(-1)?.number !== action.body.reissueOf) throw wrong('补发应写明上一份火化证明的编号', 'A reissue names the number of the certificate before it', 'reissueOf')
  }
  requireOrder(before, action)
}

const nothing = emptyBurialFile()
const blank = (id: string): BurialCase => ({
  id, state: 'reported', revision: 0, file: nothing, openedAt: '', openedBy: '', counter: '', received: null, stored: null, extensions: [], vigils: [], farewells: [], holds: [], cremation: null, elsewhere: null, certificates: [], ashesReleased: null, deposit: null, depositExtensions: [], resting: [],
  transportedOut: null, bodyBuried: null, donated: null, printed: [], corrections: [], voided: null,
})

const step = foldStep<BurialCase, BurialAction>({
  blank, nextState: nextBurialState,
  allow: (before, { action }) => requireFree(before, action),
  steps: {
    'burial.reported': (draft, { file }, { at, by, counter }) => Object.assign(draft, { file, openedAt: at, openedBy: by, counter }),
    'burial.amended': (draft, { changes }) => {
      draft.file = { ...draft.file, ...changes }
    },
    'burial.received': (draft, body, { at, by }) => {
      draft.received = { ...body, at, by }
    },
    'burial.stored': (draft, body, { at, by }) => {
      draft.stored = { ...body, at, by }
    },
    'burial.storageExtended': (draft, body, { at, by }) => {
      draft.extensions = [...draft.extensions, { ...body, at, by }]
    },
    'burial.vigilHeld': (draft, body, { at, by }) => {
      draft.vigils = [...draft.vigils, { ...body, at, by }]
    },
    'burial.farewellHeld': (draft, body, { at, by }) => {
      draft.farewells = [...draft.farewells, { ...body, at, by }]
    },
    'burial.held': (draft, body, { at, by }) => {
      draft.holds = [...draft.holds, { ...body, at, by, released: null }]
    },
    'burial.released': (draft, body, { at, by }) => {
      draft.holds = draft.holds.map((hold) => (hold.hold === body.hold ? { ...hold, released: { ...body, at, by } } : hold))
    },
    'burial.cremated': (draft, body, { at, by }) => {
      draft.cremation = { ...body, at, by }
    },
    'burial.crematedElsewhere': (draft, body, { at, by }) => {
      draft.elsewhere = { ...body, at, by }
    },
    'burial.certificateIssued': (draft, body, { at, by }) => {
      draft.certificates = [...draft.certificates, { ...body, at, by }]
    },
    'burial.ashesReleased': (draft, body, { at, by }) => {
      draft.ashesReleased = { ...body, at, by }
    },
    'burial.ashesDeposited': (draft, body, { at, by }) => {
      draft.deposit = { ...body, at, by }
    },
    'burial.depositExtended': (draft, body, { at, by }) => {
      if (draft.deposit !== null) draft.deposit = { ...draft.deposit, to: body.to }
      draft.depositExtensions = [...draft.depositExtensions, { ...body, at, by }]
    },
    'burial.placed': (draft, body, { at, by }) => {
      draft.resting = [...draft.resting, { ...body, at, by }]
    },
    'burial.moved': (draft, body, { at, by }) => {
      draft.resting = [...draft.resting, { ...body, at, by }]
    },
    'burial.transportedOut': (draft, body, { at, by }) => {
      draft.transportedOut = { ...body, at, by }
    },
    'burial.bodyBuried': (draft, body, { at, by }) => {
      draft.bodyBuried = { ...body, at, by }
    },
    'burial.donated': (draft, body, { at, by }) => {
      draft.donated = { ...body, at, by }
    },
    'burial.printed': (draft, body, { at, by }) => {
      draft.printed = [...draft.printed, { ...body, at, by }]
    },
    'burial.corrected': (draft, { changes }, { at, by, second, reason }) => {
      draft.file = { ...draft.file, ...changes }
      draft.corrections = [...draft.corrections, { at, by, second, reason, fields: Object.keys(changes) }]
    },
    'burial.voided': (draft, { day }, { at, by, second, reason }) => {
      draft.voided = { day, at, by, second, reason }
    },
  },
})

/** Applies one entry of the journal to a case (undefined before it is reported); throws `wrong_state` when state, hold or order does not allow the act. */
export const applyBurial = applyWith<BurialCase, BurialAction>(step)

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldBurial = (entries: Iterable<JournalEntry<BurialAction>>): BurialCase => foldCase<BurialCase, BurialAction>(step, entries)

/** The actions a folded case allows: those of its state that no open hold stops, and that are for its kind. */
export const allowedInBurial = (folded: BurialCase): readonly BurialActionKind[] =>
  kindsAllowed(burialTransitions, folded.state).filter((kind) => !(openHolds(folded).length > 0 && stoppedByHold.includes(kind)) && !(folded.file.kind !== 'body' && bodiesOnly.includes(kind)))

/** Whether the body lies under a hold, in the words of the desk beside its state. */
export const findHoldNotice = (folded: Pick<BurialCase, 'holds'>): Hold | undefined => openHolds(folded)[0]
