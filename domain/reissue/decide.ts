import type { CivilDate } from '../dates.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Check, NamedGround } from '../findings.ts'
import { blocks, runRules, writeGrounds } from '../findings.ts'
import type { Decision } from '../marriage/decide.ts'
import { findCertificateNumber } from '../marriage/numbers.ts'
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

/** What the office adds to a reissue; an empty remark takes the usual wording. */
export interface ReissueDecisionFacts {
  readonly number: string
  readonly serials: readonly [string, string]
  readonly officeName: string
  readonly area: string
  readonly registrar: string
  readonly opinion?: string
}

/** The opinion of the review form when the registrar writes no other. */
export const usualReissueOpinion = '经查档核实，符合补发条件，准予补发'

/** Decides a reissue (《婚姻登记条例》第二十一条): BJ or BL number, one booklet for each applicant, the original day carried over. Throws `wrong_state` and `invalid`. */
export const decideReissue = (folded: ReissueCase, context: ReissueContext, facts: ReissueDecisionFacts): Decision<ActionOf<'reissue.registered'>> => {
  nextReissueState(folded.state, 'reissue.registered')
  const check = runReissueCheck(folded.file, { ...context, typing: false })
  const stops = check.findings.filter((finding) => blocks(folded.file.answers, finding))
  if (stops.length > 0 || !check.ready) return { kind: 'findings', findings: stops }
  const { file } = folded
  const prefix = file.certificate === 'marriage' ? 'BJ' : 'BL'
  const number = findCertificateNumber(facts.number)
  if (number === undefined || number.prefix !== prefix || number.area !== facts.area || number.year !== Number(context.day.slice(0, 4))) throw new LantaiError('invalid', text(`补发字号 ${facts.number} 应为本机关本年的 ${prefix} 号`, `The number ${facts.number} should be a ${prefix} number of this office and year`), 'number')
  const applicants = applicantsOf(file)
  const given = facts.serials
  for (const index of [0, 1] as const) {
    if (applicants.includes(index) && given[index] === '') throw new LantaiError('invalid', text('请录入印制号', 'Enter the serial of the booklet'), `serials.${index}`)
    if (!applicants.includes(index) && given[index] !== '') throw new LantaiError('invalid', text('这一方没有申请，不发证', 'This party did not apply and gets no booklet'), `serials.${index}`)
  }
  if (given[0] !== '' && given[0] === given[1]) throw new LantaiError('invalid', text('两本证的印制号不能相同', 'The two booklets have different serials'), 'serials.1')
  const remark = file.remarkCertificate.trim() === '' ? reissueRemark(file, context.day as CivilDate) : file.remarkCertificate.trim()
  const body = { number: facts.number, day: context.day, originalDay: file.original.day, serials: [given[0], given[1]] as [string, string], officeName: facts.officeName, area: facts.area, registrar: facts.registrar, opinion: facts.opinion ?? usualReissueOpinion, remark }
  return { kind: 'action', action: { kind: 'reissue.registered', subject: folded.id, body }, findings: check.findings }
}

/** Decides a refusal on grounds that hold: the status changed, the file differs, a court has divorced them. Throws `wrong_state` and `invalid`. */
export const decideReissueRefusal = (folded: ReissueCase, context: ReissueContext, grounds: readonly NamedGround[], registrar: string): ActionOf<'reissue.refused'> => {
  nextReissueState(folded.state, 'reissue.refused')
  const closed = reissueRulesOn(context.day).filter((rule) => rule.refusalGround === true)
  return { kind: 'reissue.refused', subject: folded.id, body: { day: context.day, grounds: writeGrounds(grounds, closed, reissueFacts(folded.file, { ...context, typing: false }), () => true), registrar } }
}
