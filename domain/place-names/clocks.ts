import type { Calendar, RestOptions } from '../calendar/index.ts'
import { addWorkingDays, isRestDay, shippedCalendar, workingDayFrom } from '../calendar/index.ts'
import type { CivilDate } from '../dates.ts'
import { addDays, daysBetween } from '../dates.ts'
import { LantaiError } from '../error.ts'
import { citations } from '../law.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ApproverType } from './approval.ts'
import { afterApproval } from './approval.ts'
import { licensingLaw, localRule, placeNameMeasures, placeNameRegulation } from './law.ts'

/** A limit of an office: so many days, working or calendar. */
export interface DayLimit {
  readonly days: number
  readonly count: 'working' | 'calendar'
}

/** Limits that an office sets for itself. */
export interface ClockSettings {
  /** Decision limit; 《行政许可法》 gives 20 working days where nothing is set. */
  readonly decision: DayLimit
  /** By how much the head of the office may extend it. */
  readonly extension: DayLimit
  readonly publicDisplay: DayLimit
  /** Days from approval to the sign; undefined where the office sets none. */
  readonly sign?: DayLimit
  /** A filing or notice that falls due on a rest day moves to the next working day; unstated in law, off by default. */
  readonly rollToWorkingDay: boolean
}

/** The limits an office starts with. */
export const defaultClockSettings: ClockSettings = { decision: { days: 20, count: 'working' }, extension: { days: 10, count: 'working' }, publicDisplay: { days: 7, count: 'calendar' }, rollToWorkingDay: false }

export interface ClockOptions extends RestOptions {
  readonly settings?: ClockSettings
  readonly calendar?: Calendar
}

/** A last day with the article that sets it; the day it counts from is not counted. */
export interface Due {
  readonly from: CivilDate
  readonly day: CivilDate
  readonly law: Text
}

/** Days from the filing to notice and from the approval to filing (《地名管理条例》第十三、十四条); calendar days, as 日 is not 工作日 there. */
export const filingDays = 15

const settingsOf = (options: ClockOptions): ClockSettings => options.settings ?? defaultClockSettings
const calendarOf = (options: ClockOptions): Calendar => options.calendar ?? shippedCalendar
const rolled = (day: CivilDate, options: ClockOptions): CivilDate => (settingsOf(options).rollToWorkingDay ? workingDayFrom(day, calendarOf(options), options) : day)

/** The last day of a limit that counts from a day; throws `invalid` past the last year of the calendar. */
export const limitFrom = (from: CivilDate, limit: DayLimit, options: ClockOptions = {}): CivilDate => (limit.count === 'working' ? addWorkingDays(from, limit.days, calendarOf(options), options) : addDays(from, limit.days))

/** Last day to tell the applicant, once, what is missing: 5 working days, after which the application counts as accepted. */
export const supplementDue = (received: CivilDate, options: ClockOptions = {}): Due => ({ from: received, day: addWorkingDays(received, 5, calendarOf(options), options), law: citations(licensingLaw.cite(32), licensingLaw.cite(82)) })

/** A stretch that does not count towards the decision (hearing, expert review), first and last day in it. */
export interface ExcludedTime {
  readonly from: CivilDate
  readonly to: CivilDate
  /** Told to the applicant in writing; without it the stretch counts. */
  readonly told: boolean
}

/** Last day of the decision after the acceptance, without stretches told to the applicant, with the extension where it was granted; throws `invalid` for a stretch that ends before it begins. */
export const decisionDue = (accepted: CivilDate, excluded: readonly ExcludedTime[] = [], extended = false, options: ClockOptions = {}): Due => {
  const { decision, extension } = settingsOf(options)
  if (excluded.some(({ from, to }) => to < from)) throw new LantaiError('invalid', text('不计入期限的时间，止日早于起日', 'A stretch that does not count ends before it begins'), 'excluded')
  const counted = (day: CivilDate, { count }: DayLimit): boolean => !excluded.some((stretch) => stretch.told && stretch.from <= day && day <= stretch.to) && (count === 'calendar' || !isRestDay(day, calendarOf(options), options).rest)
  let day = accepted
  for (const limit of extended ? [decision, extension] : [decision]) {
    for (let left = limit.days; left > 0; ) {
      day = addDays(day, 1)
      if (counted(day, limit)) left -= 1
    }
  }
  return { from: accepted, day, law: citations(licensingLaw.cite(42), licensingLaw.cite(45), localRule) }
}

/** Last day to deliver the paper: 10 working days after the decision. */
export const deliveryDue = (decided: CivilDate, options: ClockOptions = {}): Due => ({ from: decided, day: addWorkingDays(decided, 10, calendarOf(options), options), law: licensingLaw.cite(44) })

/** Last day of the filing: 15 days of the approval, which itself is not counted. */
export const filingDue = (approved: CivilDate, options: ClockOptions = {}): Due => ({ from: approved, day: rolled(addDays(approved, filingDays), options), law: placeNameRegulation.cite(13) })

/** One attempt to file, kept with the day the papers arrived and what came of it. */
export interface FilingAttempt {
  readonly arrived: CivilDate
  readonly outcome: 'submitted' | 'filed' | 'refileAsked' | 'correctionAsked'
}

/** Last day of the notice; undefined while it has nothing to count from. Approved by a government or the name authority it counts from the approval, by another department from the filing, and after a refiling or correction from the arrival of the new papers. */
export const noticeDue = (approver: ApproverType, approved: CivilDate, attempts: readonly FilingAttempt[], options: ClockOptions = {}): Due | undefined => {
  const last = attempts.at(-1)
  const mended = attempts.slice(0, -1).some(({ outcome }) => outcome === 'refileAsked' || outcome === 'correctionAsked')
  const asked = last !== undefined && (last.outcome === 'refileAsked' || last.outcome === 'correctionAsked')
  // Sent back and not yet handed in again: the period will start with the new papers.
  if (asked) return undefined
  const from = mended && last !== undefined ? last.arrived : afterApproval(approver).noticeFrom === 'approval' ? approved : last?.arrived
  if (from === undefined) return undefined
  return { from, day: rolled(addDays(from, filingDays), options), law: mended ? placeNameMeasures.cite(8) : placeNameRegulation.cite(14) }
}

/** Last day of a public display that begins on a day; that day counts, as a display is shown on it. */
export const displayEnd = (begun: CivilDate, options: ClockOptions = {}): CivilDate => limitFrom(addDays(begun, -1), settingsOf(options).publicDisplay, options)

/** Last day to put up the sign, or undefined where the office sets no limit. */
export const signDue = (approved: CivilDate, options: ClockOptions = {}): Due | undefined => {
  const limit = settingsOf(options).sign
  return limit === undefined ? undefined : { from: approved, day: limitFrom(approved, limit, options), law: localRule }
}

/** Where a due act stands on a day: done in time or late, still open, or overdue; with the days left, negative when past. */
export const dueState = (due: Due, done: CivilDate | undefined, today: CivilDate): { readonly state: 'met' | 'late' | 'open' | 'overdue'; readonly daysLeft: number } => {
  const day = done ?? today
  return { state: done === undefined ? (today <= due.day ? 'open' : 'overdue') : done <= due.day ? 'met' : 'late', daysLeft: daysBetween(day, due.day) }
}
