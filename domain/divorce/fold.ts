import type { JournalEntry } from '../action.ts'
import { LantaiError } from '../error.ts'
import type { Attestation } from '../marriage/fold.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { DivorceAction, DivorceActionBody, DivorceActionKind, DivorceState } from './actions.ts'
import type { ReceiptDates } from './clock.ts'
import { phaseOn } from './clock.ts'
import type { DivorceFile } from './file.ts'
import { emptyDivorceFile } from './file.ts'

type Body<K extends DivorceActionKind> = Readonly<DivorceActionBody<K>>
interface Stamp { readonly at: string; readonly by: string }

/** A divorce case as its actions left it; a pure fold of its journal entries. */
export interface DivorceCase {
  readonly id: string
  readonly state: DivorceState
  /** Number of actions so far: what a page must name when it changes the case. */
  readonly revision: number
  readonly file: DivorceFile
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  readonly accepted: (Body<'divorce.accepted'> & Stamp) | null
  /** The days that hold now; the receipt's own unless they were set anew. */
  readonly dates: ReceiptDates | null
  readonly rescheduled: readonly (Stamp & { readonly before: ReceiptDates; readonly reason: string; readonly second: string })[]
  readonly notAccepted: (Body<'divorce.notAccepted'> & Stamp) | null
  readonly withdrawn: (Body<'divorce.withdrawn'> & Stamp) | null
  /** The appearance that is being decided, or was. */
  readonly issuance: (Body<'divorce.issuanceStarted'> & Stamp) | null
  /** 离婚证字号, empty before the registration. */
  readonly number: string
  /** Day of the registration or the refusal; empty before. */
  readonly day: string
  readonly serials: readonly [string, string]
  readonly spoiled: readonly string[]
  readonly officeName: string
  readonly area: string
  readonly registrar: string
  readonly opinion: string
  readonly refusal: Body<'divorce.refused'> | null
  readonly delivered: (Body<'divorce.delivered'> & Stamp) | null
  readonly stamped: (Body<'divorce.marriageCertificatesStamped'> & Stamp) | null
  readonly voided: { readonly day: string; readonly recovered: boolean; readonly reason: string; readonly by: string; readonly second: string } | null
  readonly abandonedOn: string
  readonly proofread: readonly string[]
  readonly printed: readonly (Body<'divorce.printed'> & Stamp)[]
  readonly corrections: readonly (Stamp & { readonly second: string; readonly reason: string; readonly fields: readonly string[] })[]
  readonly attestations: readonly Attestation[]
  readonly archive: Body<'divorce.archived'> | null
}

type Step = { readonly [K in DivorceActionKind]?: DivorceState }

const same = <K extends DivorceActionKind>(state: DivorceState, ...kinds: readonly K[]): Step => Object.fromEntries(kinds.map((kind) => [kind, state])) as Step
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

/** Says whether an application is still running on a day: nothing else may be begun by these two meanwhile. */
export const isOpenOn = (folded: Pick<DivorceCase, 'state' | 'dates'>, day: string): boolean => ['received', 'coolingOff', 'issuanceOpen', 'issuing'].includes(standingOn(folded, day))

/** The state an action leads to; throws `wrong_state` when the state does not allow it. `undefined` as state means: not opened yet. */
export const nextDivorceState = (state: DivorceState | undefined, kind: DivorceActionKind): DivorceState => {
  const next = state === undefined ? (kind === 'divorce.opened' ? 'received' : undefined) : divorceTransitions[state][kind]
  if (next !== undefined) return next
  const name = state === undefined ? text('未申请', 'not opened') : state === 'accepted' ? text('已受理', 'accepted') : standingTitles[state]
  throw new LantaiError('wrong_state', text(`案件现在是“${name.zh}”，不能${divorceActionTitles[kind].zh}`, `The case is ${name.en}; it cannot take “${divorceActionTitles[kind].en}” now`))
}

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

const before = (id: string): DivorceCase => ({
  id, state: 'received', revision: 0, file: emptyDivorceFile(), openedAt: '', openedBy: '', counter: '', accepted: null, dates: null, rescheduled: [], notAccepted: null, withdrawn: null, issuance: null,
  number: '', day: '', serials: ['', ''], spoiled: [], officeName: '', area: '', registrar: '', opinion: '', refusal: null, delivered: null, stamped: null, voided: null, abandonedOn: '', proofread: [], printed: [],
  corrections: [], attestations: [], archive: null,
})

const swap = <T>(values: readonly [T, T], index: 0 | 1, value: T): [T, T] => (index === 0 ? [value, values[1]] : [values[0], value])

const amend = (base: DivorceCase, changes: Partial<DivorceFile>): DivorceFile => {
  if (base.state !== 'received') {
    const wrong = Object.keys(changes).find((section) => !laterSections.includes(section as keyof DivorceFile))
    if (wrong !== undefined) throw new LantaiError('wrong_state', text('受理以后，当事人和婚姻的信息只能更正（写明理由，双人）', 'After the acceptance the parties and the marriage can only be corrected, with a reason and a second person'), wrong)
  }
  return { ...base.file, ...changes }
}

/** Applies one entry of the journal to a case (undefined before it is opened); throws `wrong_state` when the state or the clock does not allow the act. */
export const applyDivorce = (folded: DivorceCase | undefined, entry: JournalEntry<DivorceAction>): DivorceCase => {
  const { action, at, actor } = entry
  const state = nextDivorceState(folded?.state, action.kind)
  const base = folded ?? before(action.subject)
  requireInTime(base, action.kind, 'day' in action.body ? action.body.day : at.slice(0, 10))
  const next: DivorceCase = { ...base, state, revision: base.revision + 1 }
  const stamp = { at, by: actor }
  const told = { reason: action.reason ?? '', second: action.second ?? '' }
  switch (action.kind) {
    case 'divorce.opened':
      return { ...next, file: action.body.file, openedAt: at, openedBy: actor, counter: entry.counter }
    case 'divorce.amended':
      return { ...next, file: amend(base, action.body.changes as Partial<DivorceFile>) }
    case 'divorce.checked':
      return { ...next, file: { ...base.file, networkChecks: [...base.file.networkChecks, action.body.check] } }
    case 'divorce.accepted': {
      const { receipt, officeName, area, registrar } = action.body
      return { ...next, accepted: { ...action.body, ...stamp }, dates: receipt, officeName, area, registrar, counter: entry.counter }
    }
    case 'divorce.notAccepted':
      return { ...next, day: action.body.day, registrar: action.body.registrar, notAccepted: { ...action.body, ...stamp } }
    case 'divorce.abandoned':
      return { ...next, abandonedOn: action.body.day }
    case 'divorce.rescheduled':
      return { ...next, dates: action.body.receipt, rescheduled: base.dates === null ? base.rescheduled : [...base.rescheduled, { ...stamp, ...told, before: base.dates }] }
    case 'divorce.withdrawn':
      return { ...next, withdrawn: { ...action.body, ...stamp } }
    case 'divorce.issuanceStarted':
      return { ...next, issuance: { ...action.body, ...stamp }, file: { ...base.file, interviews: [null, null] } }
    case 'divorce.issuanceEnded':
      return { ...next, issuance: null }
    case 'divorce.interviewed':
      return { ...next, file: { ...base.file, interviews: swap(base.file.interviews, action.body.party, action.body.interview) } }
    case 'divorce.registered': {
      const { number, day, serials, officeName, area, registrar, opinion } = action.body
      return { ...next, number, day, serials, officeName, area, registrar, opinion, counter: entry.counter }
    }
    case 'divorce.refused':
      return { ...next, day: action.body.day, registrar: action.body.registrar, refusal: action.body }
    case 'divorce.printed':
      return { ...next, printed: [...base.printed, { ...action.body, ...stamp }] }
    case 'divorce.reprinted':
      return { ...next, serials: swap(base.serials, action.body.party, action.body.serial), spoiled: [...base.spoiled, action.body.spoiled], proofread: [] }
    case 'divorce.proofread':
      return { ...next, proofread: action.body.ticked }
    case 'divorce.delivered':
      return { ...next, delivered: { ...action.body, ...stamp } }
    case 'divorce.marriageCertificatesStamped':
      return { ...next, stamped: { ...action.body, ...stamp } }
    case 'divorce.corrected': {
      const { changes, serials } = action.body
      const replaced = serials === undefined ? [] : base.serials.filter((serial) => serial !== '' && !serials.includes(serial))
      return {
        ...next,
        file: { ...base.file, ...(changes as Partial<DivorceFile>) },
        serials: serials ?? base.serials,
        spoiled: [...base.spoiled, ...replaced],
        proofread: state === 'delivered' ? base.proofread : [],
        corrections: [...base.corrections, { ...stamp, ...told, fields: Object.keys(changes) }],
      }
    }
    case 'divorce.voided':
      return { ...next, voided: { day: action.body.day, recovered: action.body.recovered, by: actor, ...told } }
    case 'divorce.inspected': {
      const seen = action.body.items.map((item) => ({ ...item, ...stamp }))
      return { ...next, attestations: [...base.attestations.filter((old) => !seen.some((item) => item.item === old.item)), ...seen] }
    }
    case 'divorce.archived':
      if (base.archive !== null) throw new LantaiError('wrong_state', text('案件已经归档', 'The case has been filed already'))
      return { ...next, archive: action.body }
  }
}

/** Folds the entries of one case to its state; throws `not_found` when there are none. */
export const foldDivorce = (entries: Iterable<JournalEntry<DivorceAction>>): DivorceCase => {
  let folded: DivorceCase | undefined
  for (const entry of entries) folded = applyDivorce(folded, entry)
  if (folded === undefined) throw new LantaiError('not_found', text('没有这个案件', 'There is no such case'))
  return folded
}

/** The actions a folded case allows on a day: those of its state that the clock allows, and filing only once. */
export const allowedInDivorce = (folded: DivorceCase, day: string): readonly DivorceActionKind[] =>
  (Object.keys(divorceTransitions[folded.state]) as DivorceActionKind[]).filter((kind) => {
    if (kind === 'divorce.archived' && folded.archive !== null) return false
    try {
      requireInTime(folded, kind, day)
      return true
    } catch {
      return false
    }
  })
