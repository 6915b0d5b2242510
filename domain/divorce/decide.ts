import type { Decision, OfficeFacts, RegistrationFacts } from '../case/decide.ts'
import { decideBy, requireNumber, requireSerials } from '../case/decide.ts'
import { LantaiError } from '../error.ts'
import type { NamedGround } from '../findings.ts'
import { blocks, writeGrounds } from '../findings.ts'
import { text } from '../text.ts'
import type { DivorceAction } from './actions.ts'
import { groundsOn, runDivorceCheck } from './check.ts'
import type { ClockOverride } from './clock.ts'
import { coolingOff, receiptDates } from './clock.ts'
import type { Appearance, DivorceContext, WithdrawalFacts } from './context.ts'
import { divorceFacts } from './context.ts'
import type { Interview } from './file.ts'
import type { DivorceCase } from './fold.ts'
import { nextDivorceState, requireInTime } from './fold.ts'

export type { OfficeFacts } from '../case/decide.ts'

type ActionOf<K extends DivorceAction['kind']> = Extract<DivorceAction, { kind: K }>

/** The opinion of the review form when the registrar writes no other. */
export const usualDivorceOpinion = '符合离婚条件，准予登记'

const stagedContext = (folded: DivorceCase, context: DivorceContext, stage: DivorceContext['stage']): DivorceContext => ({
  ...context,
  stage,
  typing: false,
  ...(folded.accepted === null || folded.dates === null ? {} : { acceptance: { area: folded.accepted.area, dates: folded.dates } }),
  ...(folded.issuance === null || stage !== 'issuance' ? {} : { appearance: { present: folded.issuance.present, receipt: folded.issuance.receipt, day: folded.issuance.day, area: folded.issuance.area } }),
})

const decideIn = <A>(folded: DivorceCase, context: DivorceContext, make: () => A): Decision<A> => decideBy(runDivorceCheck(folded.file, context), folded.file.answers, make)

/** What stands in the way of a stage now; empty when nothing does. */
export const findingsAt = (folded: DivorceCase, context: DivorceContext): ReturnType<typeof runDivorceCheck>['findings'] => {
  const staged = stagedContext(folded, context, context.stage)
  return runDivorceCheck(folded.file, staged).findings.filter((finding) => blocks(folded.file.answers, finding))
}

/** Decides the acceptance (《婚姻登记条例》第十五条): the receipt with its days, or the findings. Throws `wrong_state`, and `invalid` for a year without a table or a bad override. */
export const decideAcceptance = (folded: DivorceCase, context: DivorceContext, office: OfficeFacts & { readonly receiptNumber: string; readonly override?: ClockOverride }): Decision<ActionOf<'divorce.accepted'>> => {
  nextDivorceState(folded.state, 'divorce.accepted')
  const { makeUpDayCountsAsWorking, localDaysCount } = context.settings
  const { receiptNumber, override, officeName, area, registrar } = office
  return decideIn(folded, stagedContext(folded, context, 'acceptance'), () => {
    const receipt = receiptDates(coolingOff(context.day, context.calendar, { makeUpDayCountsAsWorking, localDaysCount, ...(override === undefined ? {} : { override }) }))
    return { kind: 'divorce.accepted', subject: folded.id, body: { receipt, receiptNumber, officeName, area, registrar }, ...(override === undefined ? {} : { reason: override.reason }) }
  })
}

const arithmetic = (): boolean => true

/** Decides that an application is not accepted, on grounds of article 14 that hold; throws `wrong_state` and `invalid`. */
export const decideNonAcceptance = (folded: DivorceCase, context: DivorceContext, grounds: readonly NamedGround[], registrar: string, paperAsked: boolean): ActionOf<'divorce.notAccepted'> => {
  nextDivorceState(folded.state, 'divorce.notAccepted')
  const facts = divorceFacts(folded.file, stagedContext(folded, context, 'acceptance'))
  return { kind: 'divorce.notAccepted', subject: folded.id, body: { day: context.day, grounds: writeGrounds(grounds, groundsOn('notAccepted', context.day), facts, arithmetic), registrar, paperAsked } }
}

/** Decides a withdrawal by one party alone (《民法典》第一千零七十七条第一款), on any day through end1. Throws `wrong_state` when the clock or the state does not allow it. */
export const decideWithdrawal = (folded: DivorceCase, context: DivorceContext, withdrawal: WithdrawalFacts, office: { readonly registrar: string; readonly confirmationNumber: string }): Decision<ActionOf<'divorce.withdrawn'>> => {
  nextDivorceState(folded.state, 'divorce.withdrawn')
  return decideIn(folded, { ...stagedContext(folded, context, 'withdrawal'), withdrawal }, () => ({
    kind: 'divorce.withdrawn', subject: folded.id,
    body: { day: context.day, party: withdrawal.party, identityShown: true, receipt: withdrawal.receipt === 'lostExplained' ? 'lostExplained' : 'shown', signed: true, fingerprint: true, registrar: office.registrar, confirmationNumber: office.confirmationNumber },
  }))
}

/** Decides whether both may apply for the certificate now: within the window, together, at the office that accepted. */
export const decideAppearance = (folded: DivorceCase, context: DivorceContext, appearance: Omit<Appearance, 'day'>): Decision<ActionOf<'divorce.issuanceStarted'>> => {
  nextDivorceState(folded.state, 'divorce.issuanceStarted')
  return decideIn(folded, { ...stagedContext(folded, context, 'appearance'), appearance: { ...appearance, day: context.day } }, () => ({
    kind: 'divorce.issuanceStarted', subject: folded.id, body: { day: context.day, present: [true, true], receipt: appearance.receipt === 'lostExplained' ? 'lostExplained' : 'shown', area: appearance.area },
  }))
}

/** Makes the record of an interview; throws `wrong_state`, and `invalid` when it is not of a day of this appearance. */
export const decideInterview = (folded: DivorceCase, day: string, party: 0 | 1, interview: Interview): ActionOf<'divorce.interviewed'> => {
  nextDivorceState(folded.state, 'divorce.interviewed')
  if (interview.day > day || (folded.issuance !== null && interview.day < folded.issuance.day)) throw new LantaiError('invalid', text('笔录日期应在双方到场之后、今日以前', 'The record is dated between the appearance of both and today'), 'interview.day')
  return { kind: 'divorce.interviewed', subject: folded.id, body: { party, interview } }
}

/** Decides the registration (《民法典》第一千零七十八条): the action with number and serials, or the findings. Throws `wrong_state` and, for a number or serials that do not fit, `invalid`. */
export const decideDivorce = (folded: DivorceCase, context: DivorceContext, facts: RegistrationFacts): Decision<ActionOf<'divorce.registered'>> => {
  nextDivorceState(folded.state, 'divorce.registered')
  return decideIn(folded, stagedContext(folded, context, 'issuance'), () => {
    const { number, officeName, area, registrar, opinion } = facts
    requireNumber(number, { prefix: 'L', area, day: context.day }, text('离婚证字号', 'number'))
    const serials = requireSerials(facts.serials, text('离婚证', 'booklet'))
    return { kind: 'divorce.registered', subject: folded.id, body: { number, day: context.day, serials, officeName, area, registrar, opinion: opinion ?? usualDivorceOpinion } }
  })
}

/** Decides a refusal at the issuance on grounds that hold in the file; throws `wrong_state` and `invalid`. */
export const decideDivorceRefusal = (folded: DivorceCase, context: DivorceContext, grounds: readonly NamedGround[], registrar: string): ActionOf<'divorce.refused'> => {
  nextDivorceState(folded.state, 'divorce.refused')
  const facts = divorceFacts(folded.file, stagedContext(folded, context, 'issuance'))
  return { kind: 'divorce.refused', subject: folded.id, body: { day: context.day, grounds: writeGrounds(grounds, groundsOn('refused', context.day), facts, arithmetic), registrar } }
}

/** Sets the days of a running application anew, after a correction notice or by hand; throws `wrong_state` once it has lapsed, `invalid` without a reason, `second_person` without another registrar. */
export const decideReschedule = (folded: DivorceCase, context: DivorceContext, by: { readonly account: string; readonly second: string; readonly reason: string; readonly override?: Omit<ClockOverride, 'reason'> }): ActionOf<'divorce.rescheduled'> => {
  nextDivorceState(folded.state, 'divorce.rescheduled')
  requireInTime(folded, 'divorce.rescheduled', context.day)
  if (by.reason.trim() === '') throw new LantaiError('invalid', text('请写明重定期限的理由', 'Say why the days are set anew'), 'reason')
  if (by.second === '' || by.second === by.account) throw new LantaiError('second_person', text('重定期限须由另一名登记员复核', 'Setting the days anew needs a second registrar'), 'second')
  const { makeUpDayCountsAsWorking, localDaysCount } = context.settings
  const received = folded.dates?.received ?? context.day
  const receipt = receiptDates(coolingOff(received, context.calendar, { makeUpDayCountsAsWorking, localDaysCount, ...(by.override === undefined ? {} : { override: { ...by.override, reason: by.reason } }) }))
  return { kind: 'divorce.rescheduled', subject: folded.id, body: { day: context.day, receipt }, reason: by.reason.trim(), second: by.second }
}
