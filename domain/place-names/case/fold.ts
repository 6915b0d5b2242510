import type { JournalEntry } from '../../action.ts'
import type { CaseStep, Draft, Stamp } from '../../case/fold.ts'
import { applyWith, foldCase, foldStep, kindsAllowed, stateMover, staying } from '../../case/fold.ts'
import type { Transitions } from '../../case/fold.ts'
import { findCode } from '../../codes/types.ts'
import { civilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { FilingAttempt } from '../clocks.ts'
import type { ApprovedText, PlaceNameAction, PlaceNameActionKind, PlaceNameBody } from './actions.ts'
import type { PlaceNameState } from './codes.ts'
import { placeNameStates } from './codes.ts'
import type { PlaceNameFile, PlaceNameReport } from './file.ts'
import { emptyPlaceNameFile } from './file.ts'

type Body<K extends PlaceNameActionKind> = PlaceNameBody<K>

/** One sign of a name: set, found faulty, mended; `set` has its words and photo as they stand now. */
export interface SignRecord { readonly id: string; readonly item: string; readonly set: Body<'placeName.signSet'>; readonly defects: readonly { readonly day: string; readonly defect: string; readonly note: string; readonly mendedOn: string }[] }
/** An attempt to file with all its words. */
export interface Filing extends FilingAttempt { readonly body: Body<'placeName.filed'>; readonly answeredOn: string; readonly note: string }
/** Notice as published. */
export type PlaceNotice = Body<'placeName.noticed'>

/** A place-name case as its acts left it. */
export interface PlaceNameCase {
  readonly id: string
  readonly state: PlaceNameState
  readonly revision: number
  readonly file: PlaceNameFile
  readonly openedAt: string
  readonly openedBy: string
  readonly counter: string
  readonly receivedOn: string
  /** Day of the latest act; acts are entered in the order of their days, but for what is told later of visits and papers. */
  readonly latest: string
  readonly supplement: Body<'placeName.supplementAsked'> | null
  readonly supplementedOn: string
  readonly accepted: Body<'placeName.accepted'> | null
  readonly notAccepted: Body<'placeName.notAccepted'> | null
  readonly visits: readonly Body<'placeName.visited'>[]
  readonly reports: readonly PlaceNameReport[]
  readonly consultations: readonly { readonly asked: Body<'placeName.consulted'>; readonly reply: Body<'placeName.replied'> | null }[]
  readonly displays: readonly { readonly shown: Body<'placeName.displayed'>; readonly ended: Body<'placeName.displayEnded'> | null }[]
  readonly excluded: readonly Body<'placeName.timeExcluded'>[]
  readonly extension: Body<'placeName.extended'> | null
  readonly provisional: readonly Body<'placeName.provisionallyNamed'>[]
  readonly review: Body<'placeName.reviewed'> | null
  readonly forwarded: Body<'placeName.forwarded'> | null
  readonly opinion: Body<'placeName.opined'> | null
  readonly decision: Body<'placeName.decided'> | null
  /** What was approved, as corrected since. */
  readonly words: readonly ApprovedText[]
  readonly delivered: Body<'placeName.delivered'> | null
  readonly filings: readonly Filing[]
  readonly urged: readonly Body<'placeName.filingUrged'>[]
  readonly notices: readonly PlaceNotice[]
  readonly entries: readonly Body<'placeName.entered'>[]
  readonly signs: readonly SignRecord[]
  readonly corrections: readonly (Stamp & Body<'placeName.corrected'> & { readonly second: string; readonly reason: string })[]
  readonly attestations: readonly (Stamp & Body<'placeName.attested'>['attestations'][number])[]
  readonly printed: readonly (Stamp & Body<'placeName.printed'>)[]
  readonly archive: Body<'placeName.archived'> | null
  readonly withdrawn: Body<'placeName.withdrawn'> | null
}

const blank = (id: string): Draft<PlaceNameCase> => ({
  id, state: 'received', revision: 0, file: emptyPlaceNameFile(), openedAt: '', openedBy: '', counter: '', receivedOn: '', latest: '', supplement: null, supplementedOn: '', accepted: null, notAccepted: null, visits: [], reports: [], consultations: [], displays: [],
  excluded: [], extension: null, provisional: [], review: null, forwarded: null, opinion: null, decision: null, words: [], delivered: null, filings: [], urged: [], notices: [], entries: [], signs: [], corrections: [], attestations: [], printed: [], archive: null, withdrawn: null,
})

/** What each act is called. */
export const placeNameActTitles: Readonly<Record<PlaceNameActionKind, Text>> = {
  'placeName.received': text('收件', 'Receive'), 'placeName.amended': text('修改', 'Amend'), 'placeName.supplementAsked': text('一次性告知补正', 'Ask for a supplement'), 'placeName.supplemented': text('补正', 'Supplement'), 'placeName.accepted': text('受理', 'Accept'), 'placeName.notAccepted': text('不予受理', 'Refuse to accept'),
  'placeName.visited': text('实地踏勘', 'Visit the site'), 'placeName.reported': text('登记报告', 'Record a report'), 'placeName.consulted': text('征求意见', 'Consult'), 'placeName.replied': text('登记回复意见', 'Record a reply'), 'placeName.displayed': text('公示', 'Display'), 'placeName.displayEnded': text('公示结束', 'End the display'),
  'placeName.timeExcluded': text('不计入期限', 'Exclude time'), 'placeName.extended': text('延长期限', 'Extend'), 'placeName.provisionallyNamed': text('预命名', 'Name provisionally'), 'placeName.reviewed': text('审核', 'Review'), 'placeName.forwarded': text('报批', 'Forward'), 'placeName.opined': text('复函', 'Give an opinion'), 'placeName.decided': text('登记决定', 'Record the decision'), 'placeName.delivered': text('送达', 'Deliver'),
  'placeName.filed': text('备案', 'File'), 'placeName.filingAnswered': text('登记备案结果', 'Record the answer to the filing'), 'placeName.filingUrged': text('登记催报', 'Record a reminder'), 'placeName.noticed': text('公告', 'Publish'), 'placeName.entered': text('录入国家地名信息库', 'Enter in the national base'),
  'placeName.signSet': text('设标', 'Set a sign'), 'placeName.signFound': text('登记标志问题', 'Record a faulty sign'), 'placeName.signMended': text('标志整改', 'Mend a sign'), 'placeName.corrected': text('更正', 'Correct'), 'placeName.attested': text('查验', 'Attest'), 'placeName.printed': text('打印', 'Print'), 'placeName.archived': text('归档', 'Archive'), 'placeName.withdrawn': text('撤回', 'Withdraw'),
}

const anywhere = ['placeName.attested', 'placeName.printed'] as const
const examining = ['placeName.visited', 'placeName.reported', 'placeName.consulted', 'placeName.replied', 'placeName.displayed', 'placeName.displayEnded', 'placeName.timeExcluded', 'placeName.extended', 'placeName.provisionallyNamed'] as const
const signs = ['placeName.signSet', 'placeName.signFound', 'placeName.signMended'] as const
const afterwards = ['placeName.delivered', 'placeName.filed', 'placeName.filingAnswered', 'placeName.filingUrged', 'placeName.noticed', 'placeName.entered', 'placeName.corrected', ...signs] as const

// A decision that approves leads to `approved` here; one that refuses everything is moved on by its step.
const transitions: Transitions<PlaceNameState, PlaceNameActionKind> = {
  received: { ...staying('received', 'placeName.amended', 'placeName.visited', ...anywhere), 'placeName.supplementAsked': 'supplementAsked', 'placeName.accepted': 'accepted', 'placeName.notAccepted': 'notAccepted', 'placeName.withdrawn': 'withdrawn' },
  supplementAsked: { ...staying('supplementAsked', ...anywhere), 'placeName.supplemented': 'received', 'placeName.notAccepted': 'notAccepted', 'placeName.withdrawn': 'withdrawn' },
  accepted: { ...staying('accepted', 'placeName.amended', ...examining, ...anywhere), 'placeName.reviewed': 'reviewed', 'placeName.withdrawn': 'withdrawn' },
  reviewed: { ...staying('reviewed', ...examining, ...anywhere), 'placeName.reviewed': 'reviewed', 'placeName.forwarded': 'forwarded', 'placeName.opined': 'opined', 'placeName.decided': 'approved', 'placeName.withdrawn': 'withdrawn' },
  forwarded: { ...staying('forwarded', 'placeName.timeExcluded', 'placeName.extended', 'placeName.provisionallyNamed', ...anywhere), 'placeName.decided': 'approved', 'placeName.withdrawn': 'withdrawn' },
  opined: { ...staying('opined', ...anywhere), 'placeName.decided': 'approved', 'placeName.withdrawn': 'withdrawn' },
  approved: { ...staying('approved', ...afterwards, ...anywhere), 'placeName.archived': 'archived' },
  refused: { ...staying('refused', 'placeName.delivered', ...anywhere), 'placeName.archived': 'archived' },
  notAccepted: { ...staying('notAccepted', 'placeName.delivered', ...anywhere), 'placeName.archived': 'archived' },
  withdrawn: { ...staying('withdrawn', ...anywhere), 'placeName.archived': 'archived' },
  archived: staying('archived', ...signs, ...anywhere),
}

/** The acts a state allows. */
export const allowedInPlaceName = (state: PlaceNameState): readonly PlaceNameActionKind[] => kindsAllowed(transitions, state)

const stateTitles = Object.fromEntries(placeNameStates.map(({ code, zh, en }) => [code, text(zh, en)])) as Readonly<Record<PlaceNameState, Text>>
const nextState = stateMover<PlaceNameState, PlaceNameActionKind>({ opening: 'placeName.received', first: 'received', transitions, states: stateTitles, actions: placeNameActTitles, unopened: text('尚未收件', 'not received yet') })
/** The title of a state. */
export const stateTitle = (state: PlaceNameState): Text => { const found = findCode(placeNameStates, state); return text(found?.zh ?? state, found?.en ?? state) }

const invalid = (zh: string, en: string, field: string): LantaiError => new LantaiError('invalid', text(zh, en), field)
const wrong = (zh: string, en: string, field?: string): LantaiError => new LantaiError('wrong_state', text(zh, en), field)

// Told of earlier days: what the office learns later, and the case it is told of must have been there.
const toldLater = new Set<PlaceNameActionKind>(['placeName.visited', 'placeName.reported', 'placeName.replied', 'placeName.attested', 'placeName.printed', 'placeName.signSet', 'placeName.signFound', 'placeName.signMended', 'placeName.entered', 'placeName.filingAnswered', 'placeName.filingUrged', 'placeName.delivered', 'placeName.noticed', 'placeName.filed', 'placeName.amended', 'placeName.corrected'])

const knownItems = (before: PlaceNameCase, items: readonly string[], field: string): void => {
  const known = new Set(before.file.items.map(({ id }) => id))
  const stray = items.find((item) => !known.has(item))
  if (stray !== undefined) throw invalid(`案件中没有第 ${stray} 项地名`, `The case has no name ${stray}`, field)
}
const approvedItems = (before: PlaceNameCase, items: readonly string[], field: string): void => {
  const approved = new Set(before.words.map(({ item }) => item))
  const stray = items.find((item) => !approved.has(item))
  if (stray !== undefined) throw invalid(`第 ${stray} 项地名没有批准`, `The name ${stray} was not approved`, field)
}
const wholeOnce = (given: readonly string[], before: PlaceNameCase, field: string): void => {
  knownItems(before, given, field)
  if (new Set(given).size < given.length) throw invalid('同一项地名写了两次', 'A name stands twice', field)
  const left = before.file.items.find(({ id }) => !given.includes(id))
  if (left !== undefined) throw invalid(`没有写第 ${left.id} 项“${left.name}”`, `The name ${left.id} (${left.name}) is left out`, field)
}

/** What is asked besides the state; throws at the field. */
const allow = (before: PlaceNameCase, { action }: JournalEntry<PlaceNameAction>): void => {
  civilDate(action.body.day, 'day')
  if (before.latest !== '' && action.body.day < (toldLater.has(action.kind) ? before.receivedOn : before.latest)) throw invalid(`日期早于${toldLater.has(action.kind) ? '收件' : '上一步'}（${toldLater.has(action.kind) ? before.receivedOn : before.latest}）`, `The day lies before the ${toldLater.has(action.kind) ? 'receipt' : 'act before it'}`, 'day')
  switch (action.kind) {
    case 'placeName.supplementAsked':
      if (before.supplement !== null) throw wrong('补正只能一次性告知，已经告知过', 'A supplement is asked once, and was', 'missing')
      return
    case 'placeName.visited': return knownItems(before, action.body.items, 'items')
    case 'placeName.reported': return knownItems(before, action.body.report.items, 'report.items')
    case 'placeName.consulted':
      if (before.consultations.some(({ asked }) => asked.consultation === action.body.consultation)) throw new LantaiError('conflict', text('这次征求意见已经登记', 'This consultation stands already'), 'consultation')
      return knownItems(before, action.body.items, 'items')
    case 'placeName.replied': {
      const found = before.consultations.find(({ asked }) => asked.consultation === action.body.consultation)
      if (found === undefined) throw new LantaiError('not_found', text('没有这次征求意见', 'There is no such consultation'), 'consultation')
      if (found.reply !== null) throw new LantaiError('conflict', text('已经登记过回复', 'The reply stands already'), 'consultation')
      if (action.body.day < found.asked.day) throw invalid('回复早于征求意见', 'The reply lies before the letter', 'day')
      return
    }
    case 'placeName.displayed':
      if (action.body.to < action.body.from) throw invalid('公示止日早于起日', 'The display ends before it begins', 'to')
      if (before.displays.some(({ shown }) => shown.display === action.body.display)) throw new LantaiError('conflict', text('这次公示已经登记', 'This display stands already'), 'display')
      return knownItems(before, action.body.items, 'items')
    case 'placeName.displayEnded': {
      const found = before.displays.find(({ shown }) => shown.display === action.body.display)
      if (found === undefined) throw new LantaiError('not_found', text('没有这次公示', 'There is no such display'), 'display')
      if (found.ended !== null) throw new LantaiError('conflict', text('公示已经结束', 'The display has ended'), 'display')
      if (action.body.day < found.shown.to) throw invalid(`公示到 ${found.shown.to} 才结束`, `The display runs until ${found.shown.to}`, 'day')
      return
    }
    case 'placeName.timeExcluded':
      if (action.body.to < action.body.from) throw invalid('止日早于起日', 'It ends before it begins', 'to')
      return
    case 'placeName.extended':
      if (before.extension !== null) throw wrong('期限只能延长一次', 'A limit is extended once')
      return
    case 'placeName.provisionallyNamed':
      if (action.body.until <= action.body.day) throw invalid('使用期限早于预命名', 'It ends before it begins', 'until')
      return knownItems(before, [action.body.item], 'item')
    case 'placeName.reviewed': return wholeOnce(action.body.verdicts.map(({ item }) => item), before, 'verdicts')
    case 'placeName.opined':
      if (before.file.source !== 'consultation') throw wrong('不是征求意见的来函，不能复函', 'This is no consultation')
      return wholeOnce(action.body.opinions.map(({ item }) => item), before, 'opinions')
    case 'placeName.decided': {
      if (before.file.source === 'consultation' && before.opinion === null) throw wrong('还没有复函', 'The opinion has not been given yet')
      wholeOnce(action.body.decisions.map(({ item }) => item), before, 'decisions')
      const odd = action.body.decisions.find((decision) => decision.outcome === 'approved' && decision.words.item !== decision.item)
      if (odd !== undefined) throw invalid('批准内容与所写的项不符', 'The words belong to another name', 'decisions')
      return
    }
    case 'placeName.filed': {
      const last = before.filings.at(-1)
      if (last !== undefined && (last.outcome === 'submitted' || last.outcome === 'filed')) throw wrong(last.outcome === 'filed' ? '已经备案' : '报送的备案还没有结果', last.outcome === 'filed' ? 'It is filed already' : 'The filing has not been answered yet')
      if (before.decision !== null && action.body.day < before.decision.day) throw invalid('备案早于批准', 'The filing lies before the approval', 'day')
      return approvedItems(before, action.body.items, 'items')
    }
    case 'placeName.filingAnswered': {
      const last = before.filings.at(-1)
      if (last?.outcome !== 'submitted') throw wrong('没有待答复的备案', 'No filing awaits an answer')
      if (action.body.day < last.arrived) throw invalid('答复早于报送', 'The answer lies before the filing', 'day')
      return
    }
    case 'placeName.noticed':
      if (before.decision !== null && action.body.day < before.decision.day) throw invalid('公告早于批准', 'The notice lies before the approval', 'day')
      return approvedItems(before, action.body.words.map(({ item }) => item), 'words')
    case 'placeName.entered':
    case 'placeName.corrected':
      return approvedItems(before, [action.body.item], 'item')
    case 'placeName.signSet':
      if (before.signs.some(({ id }) => id === action.body.sign)) throw new LantaiError('conflict', text('这块标志已经登记', 'This sign stands already'), 'sign')
      return approvedItems(before, [action.body.item], 'item')
    case 'placeName.signFound':
    case 'placeName.signMended': {
      const sign = before.signs.find(({ id, item }) => id === action.body.sign && item === action.body.item)
      if (sign === undefined) throw new LantaiError('not_found', text('没有这块标志', 'There is no such sign'), 'sign')
      if (action.kind === 'placeName.signMended' && !sign.defects.some(({ mendedOn }) => mendedOn === '')) throw wrong('标志没有待整改的问题', 'Nothing is wrong with the sign', 'sign')
      return
    }
    case 'placeName.attested': return knownItems(before, action.body.attestations.map(({ item }) => item).filter((item) => item !== ''), 'attestations')
    case 'placeName.archived':
      if (before.state === 'approved' && before.filings.at(-1)?.outcome === 'submitted') throw wrong('备案还没有结果，不能归档', 'The filing has not been answered; it cannot be archived')
      return
  }
}

type Steps = { readonly [K in PlaceNameActionKind]: CaseStep<PlaceNameCase, Body<K>> }
const moved = (draft: Draft<PlaceNameCase>, day: string): void => { if (day > draft.latest) draft.latest = day }
const amend = (draft: Draft<PlaceNameCase>, changes: Partial<PlaceNameFile>): void => {
  draft.file = { ...draft.file, ...changes }
  if (new Set(draft.file.items.map(({ id }) => id)).size < draft.file.items.length) throw invalid('地名的序号重复', 'Two names share a number', 'items')
}
const changeSign = (draft: Draft<PlaceNameCase>, id: string, change: (sign: SignRecord) => SignRecord): void => { draft.signs = draft.signs.map((sign) => (sign.id === id ? change(sign) : sign)) }

const steps: Steps = {
  'placeName.received': (draft, body, told) => { draft.file = emptyPlaceNameFile(); amend(draft, body.file); draft.receivedOn = body.day; draft.openedAt = told.at; draft.openedBy = told.by; draft.counter = told.counter },
  'placeName.amended': (draft, body) => amend(draft, body.changes),
  'placeName.supplementAsked': (draft, body) => { draft.supplement = body },
  'placeName.supplemented': (draft, body) => { amend(draft, body.changes); draft.supplementedOn = body.day },
  'placeName.accepted': (draft, body) => { draft.accepted = body },
  'placeName.notAccepted': (draft, body) => { draft.notAccepted = body },
  'placeName.visited': (draft, body) => { draft.visits = [...draft.visits, body] },
  // A report handed in anew takes the place of the one of its kind for the same names.
  'placeName.reported': (draft, { report }) => { draft.reports = [...draft.reports.filter((known) => known.kind !== report.kind || known.items.join() !== report.items.join()), report] },
  'placeName.consulted': (draft, asked) => { draft.consultations = [...draft.consultations, { asked, reply: null }] },
  'placeName.replied': (draft, reply) => { draft.consultations = draft.consultations.map((entry) => (entry.asked.consultation === reply.consultation ? { ...entry, reply } : entry)) },
  'placeName.displayed': (draft, shown) => { draft.displays = [...draft.displays, { shown, ended: null }] },
  'placeName.displayEnded': (draft, ended) => { draft.displays = draft.displays.map((entry) => (entry.shown.display === ended.display ? { ...entry, ended } : entry)) },
  'placeName.timeExcluded': (draft, body) => { draft.excluded = [...draft.excluded, body] },
  'placeName.extended': (draft, body) => { draft.extension = body },
  'placeName.provisionallyNamed': (draft, body) => { draft.provisional = [...draft.provisional.filter(({ item }) => item !== body.item), body] },
  'placeName.reviewed': (draft, body) => { draft.review = body },
  'placeName.forwarded': (draft, body) => { draft.forwarded = body },
  'placeName.opined': (draft, body) => { draft.opinion = body },
  'placeName.decided': (draft, body) => {
    draft.decision = body
    draft.words = body.decisions.flatMap((decision) => (decision.outcome === 'approved' ? [decision.words] : []))
    if (draft.words.length === 0) draft.state = 'refused'
  },
  'placeName.delivered': (draft, body) => { draft.delivered = body },
  'placeName.filed': (draft, body) => { draft.filings = [...draft.filings, { arrived: civilDate(body.day, 'day'), outcome: 'submitted', body, answeredOn: '', note: '' }] },
  'placeName.filingAnswered': (draft, body) => { draft.filings = draft.filings.map((filing, index) => (index === draft.filings.length - 1 ? { ...filing, outcome: body.outcome, answeredOn: body.day, note: body.note } : filing)) },
  'placeName.filingUrged': (draft, body) => { draft.urged = [...draft.urged, body] },
  'placeName.noticed': (draft, body) => { draft.notices = [...draft.notices, body] },
  'placeName.entered': (draft, body) => { draft.entries = [...draft.entries.filter(({ item }) => item !== body.item), body] },
  'placeName.signSet': (draft, body) => { draft.signs = [...draft.signs, { id: body.sign, item: body.item, set: body, defects: [] }] },
  'placeName.signFound': (draft, { sign, day, defect, note }) => changeSign(draft, sign, (known) => ({ ...known, defects: [...known.defects, { day, defect, note, mendedOn: '' }] })),
  'placeName.signMended': (draft, { sign, day, text: words, pinyin, photo }) => changeSign(draft, sign, (known) => ({ ...known, set: { ...known.set, ...(words === undefined ? {} : { text: words }), ...(pinyin === undefined ? {} : { pinyin }), ...(photo === undefined ? {} : { photo }) }, defects: known.defects.map((defect) => (defect.mendedOn === '' ? { ...defect, mendedOn: day } : defect)) })),
  'placeName.corrected': (draft, body, told) => {
    draft.words = draft.words.map((words) => (words.item === body.item ? { ...body.words, item: body.item } : words))
    draft.corrections = [...draft.corrections, { ...body, at: told.at, by: told.by, second: told.second, reason: told.reason }]
  },
  'placeName.attested': (draft, body, told) => { draft.attestations = [...draft.attestations, ...body.attestations.map((seen) => ({ ...seen, at: told.at, by: told.by }))] },
  'placeName.printed': (draft, body, told) => { draft.printed = [...draft.printed, { ...body, at: told.at, by: told.by }] },
  'placeName.archived': (draft, body) => { draft.archive = body },
  'placeName.withdrawn': (draft, body) => { draft.withdrawn = body },
}

const noting = Object.fromEntries(Object.entries(steps).map(([kind, step]) => [kind, (draft: Draft<PlaceNameCase>, body: { readonly day: string }, told: Parameters<CaseStep<PlaceNameCase, unknown>>[2]) => {
  ;(step as CaseStep<PlaceNameCase, unknown>)(draft, body, told)
  if (!toldLater.has(kind as PlaceNameActionKind)) moved(draft, body.day)
}])) as unknown as Steps

const step = foldStep<PlaceNameCase, PlaceNameAction>({ blank, nextState, steps: noting, allow })
/** A case after one entry; the case given is left as it is. Throws `wrong_state`, or as each act asks. */
export const applyPlaceName = applyWith(step)
/** Folds the entries of a case; throws `not_found` when there are none. */
export const foldPlaceName = (entries: Iterable<JournalEntry<PlaceNameAction>>): PlaceNameCase => foldCase(step, entries)
