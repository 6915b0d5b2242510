import type { Decision, RegistrationFacts } from '../case/decide.ts'
import { decideBy, requireNumber, requireSerials } from '../case/decide.ts'
import type { CivilDate } from '../dates.ts'
import { civilDate } from '../dates.ts'
import type { Check, NamedGround } from '../findings.ts'
import { runRules, writeGrounds } from '../findings.ts'
import { text } from '../text.ts'
import type { ReissueAction } from './actions.ts'
import type { ReissueFile } from './file.ts'
import { applicantsOf } from './file.ts'
import type { ReissueCase } from './fold.ts'
import { nextReissueState } from './fold.ts'
import { reissueRemark } from './remark.ts'
import type { ReissueContext, ReissueFacts } from './rules.ts'
import { reissueFacts, reissueRulesOn } from './rules.ts'

type ActionOf<K extends ReissueAction['kind']> = Extract<ReissueAction, { kind: K }>

/** Checks a file against every rule in force on the day of the act. Throws `invalid` when the day does not exist. */
export const runReissueCheck = (file: ReissueFile, context: ReissueContext): Check => {
  civilDate(context.day, 'day')
  return runRules<ReissueFacts>(reissueRulesOn(context.day), reissueFacts(file, context), { typing: context.typing, answers: file.answers })
}

/** What the office adds to a reissue. */
export type ReissueDecisionFacts = RegistrationFacts

/** The opinion of the review form when the registrar writes no other. */
export const usualReissueOpinion = '经查档核实，符合补发条件，准予补发'

/** Decides a reissue (《婚姻登记条例》第二十一条): BJ or BL number, one booklet for each applicant, the original day carried over. Throws `wrong_state` and `invalid`. */
export const decideReissue = (folded: ReissueCase, context: ReissueContext, facts: ReissueDecisionFacts): Decision<ActionOf<'reissue.registered'>> => {
  nextReissueState(folded.state, 'reissue.registered')
  const { file } = folded
  return decideBy(runReissueCheck(file, { ...context, typing: false }), file.answers, () => {
    const { number, officeName, area, registrar, opinion } = facts
    requireNumber(number, { prefix: file.certificate === 'marriage' ? 'BJ' : 'BL', area, day: context.day }, text('补发字号', 'number'))
    const serials = requireSerials(facts.serials, file.certificate === 'marriage' ? text('结婚证', 'booklet') : text('离婚证', 'booklet'), applicantsOf(file))
    const remark = file.remarkCertificate.trim() === '' ? reissueRemark(file, context.day as CivilDate) : file.remarkCertificate.trim()
    return { kind: 'reissue.registered', subject: folded.id, body: { number, day: context.day, originalDay: file.original.day, serials, officeName, area, registrar, opinion: opinion ?? usualReissueOpinion, remark } }
  })
}

/** Decides a refusal on grounds that hold: the status changed, the file differs, a court has divorced them. Throws `wrong_state` and `invalid`. */
export const decideReissueRefusal = (folded: ReissueCase, context: ReissueContext, grounds: readonly NamedGround[], registrar: string): ActionOf<'reissue.refused'> => {
  nextReissueState(folded.state, 'reissue.refused')
  const closed = reissueRulesOn(context.day).filter((rule) => rule.refusalGround === true)
  return { kind: 'reissue.refused', subject: folded.id, body: { day: context.day, grounds: writeGrounds(grounds, closed, reissueFacts(folded.file, { ...context, typing: false }), () => true), registrar } }
}
