import type { CivilDate } from '../../dates.ts'
import { civilDate, isCivilDate } from '../../dates.ts'
import { LantaiError } from '../../error.ts'
import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { ClockOptions, Due } from '../clocks.ts'
import { decisionDue, deliveryDue, dueState, filingDue, noticeDue, signDue, supplementDue } from '../clocks.ts'
import { localRule } from '../law.ts'
import type { PlaceNameCase } from './fold.ts'

/** A clock of a case: until when, done when; `due` is undefined while it has nothing to count from or the calendar ends before it. */
export interface PlaceNameClock {
  readonly id: 'supplement' | 'decision' | 'delivery' | 'filing' | 'notice' | 'sign' | 'display' | 'reply'
  /** Of which item, consultation or display; empty for the case. */
  readonly of: string
  readonly title: Text
  readonly due: Due | undefined
  readonly done: CivilDate | undefined
  readonly state: 'met' | 'late' | 'open' | 'overdue' | 'unknown'
  readonly daysLeft: number
  /** Why there is no last day, e.g. no holiday notice for the year. */
  readonly because?: Text
}

/** A due that the calendar cannot work out, with its reason, instead of a throw that would hide the rest. */
export const tryDue = (make: () => Due | undefined): { readonly due: Due | undefined; readonly because?: Text } => {
  try {
    return { due: make() }
  } catch (error) {
    if (error instanceof LantaiError && error.code === 'invalid') return { due: undefined, because: error.text }
    throw error
  }
}

const asDay = (value: string): CivilDate | undefined => (isCivilDate(value) ? value : undefined)
const waiting = text('起算的一步还没有办理', 'What it counts from has not been done')

/** Of several days the last, once there are as many as asked. */
const lastOf = (days: readonly string[], asked: number): CivilDate | undefined => (days.length < asked || days.length === 0 ? undefined : asDay(days.toSorted().at(-1) ?? ''))

/** The last day of the decision of a case, with stretches that do not count and the extension; undefined before it was accepted. */
export const decisionDueOf = (folded: PlaceNameCase, options: ClockOptions): Due | undefined =>
  folded.accepted === null ? undefined : decisionDue(civilDate(folded.accepted.day), folded.excluded.map(({ from, to, told }) => ({ from: civilDate(from), to: civilDate(to), told })), folded.extension !== null, options)

/** The last day of the notice of a case; undefined while it has nothing to count from. */
export const noticeDueOf = (folded: PlaceNameCase, options: ClockOptions): Due | undefined =>
  folded.decision === null || folded.words.length === 0 ? undefined : noticeDue(folded.decision.approver, civilDate(folded.decision.day), folded.filings, options)

/** The day on which every approved name was published, or undefined. */
export const noticedOn = (folded: PlaceNameCase): CivilDate | undefined => {
  const first = folded.words.map(({ item }) => folded.notices.filter(({ words }) => words.some((entry) => entry.item === item)).map(({ day }) => day).toSorted()[0] ?? '')
  return first.includes('') ? undefined : lastOf(first, folded.words.length)
}

/** The day on which the papers were first handed in, while no filing lies sent back; a refiling moves the clock of the notice, not that of the filing (《地名管理条例实施办法》第八条). */
export const filedOn = (folded: PlaceNameCase): CivilDate | undefined => {
  const last = folded.filings.at(-1)
  return last !== undefined && (last.outcome === 'submitted' || last.outcome === 'filed') ? folded.filings[0]?.arrived : undefined
}

/** Every clock of a case as it stands on a day, the next to fall due first. */
export const clocksOfCase = (folded: PlaceNameCase, today: CivilDate, options: ClockOptions = {}): readonly PlaceNameClock[] => {
  const clocks: PlaceNameClock[] = []
  const add = (id: PlaceNameClock['id'], of: string, title: Text, make: () => Due | undefined, done: CivilDate | undefined): void => {
    const { due, because } = tryDue(make)
    if (due === undefined) clocks.push({ id, of, title, due, done, state: 'unknown', daysLeft: 0, because: because ?? waiting })
    else clocks.push({ id, of, title, due, done, ...dueState(due, done, today) })
  }
  const { decision, accepted, supplement, notAccepted } = folded
  const ended = folded.state === 'withdrawn'
  if (!ended || supplement !== null || accepted !== null) add('supplement', '', text('一次性告知补正', 'Supplement notice'), () => supplementDue(civilDate(folded.receivedOn), options), asDay(supplement?.day ?? accepted?.day ?? notAccepted?.day ?? ''))
  if (accepted !== null && (!ended || decision !== null)) add('decision', '', text('作出决定', 'Decision'), () => decisionDueOf(folded, options), asDay((folded.file.source === 'consultation' ? folded.opinion?.day : decision?.day) ?? ''))
  const paper = decision ?? notAccepted
  // A name that another body decides on is delivered by that body.
  if (paper !== null && folded.file.source === 'application') add('delivery', '', text('送达', 'Delivery'), () => deliveryDue(civilDate(paper.day), options), asDay(folded.delivered?.day ?? ''))
  if (decision !== null && folded.words.length > 0) {
    if (decision.approver !== 'stateCouncil') add('filing', '', text('备案', 'Filing'), () => filingDue(civilDate(decision.day), options), filedOn(folded))
    add('notice', '', text('公告', 'Notice'), () => noticeDueOf(folded, options), noticedOn(folded))
    if (options.settings?.sign !== undefined) {
      for (const { item } of folded.words) {
        if (folded.file.items.find(({ id }) => id === item)?.act === 'removal') continue
        add('sign', item, text('设标', 'Sign'), () => signDue(civilDate(decision.day), options), lastOf(folded.signs.filter((sign) => sign.item === item).map(({ set }) => set.day).toSorted().slice(0, 1), 1))
      }
    }
  }
  if (!ended && decision === null) {
    for (const { shown, ended: over } of folded.displays) add('display', shown.display, text('公示期满', 'End of the display'), () => ({ from: civilDate(shown.from), day: civilDate(shown.to), law: localRule }), over === null ? undefined : asDay(shown.to))
    for (const { asked, reply } of folded.consultations) if (asked.replyBy !== '') add('reply', asked.consultation, text('回复意见', 'Reply to a consultation'), () => ({ from: civilDate(asked.day), day: civilDate(asked.replyBy), law: localRule }), asDay(reply?.day ?? ''))
  }
  return clocks.toSorted((a, b) => Number(a.done !== undefined) - Number(b.done !== undefined) || ((a.due?.day ?? '9999') < (b.due?.day ?? '9999') ? -1 : 1))
}
