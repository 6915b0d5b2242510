import type { Decision, RegistrationFacts } from '../case/decide.ts'
import { decideBy, requireNumber, requireSerials } from '../case/decide.ts'
import { civilDate } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { NamedGround } from '../findings.ts'
import { writeGrounds } from '../findings.ts'
import type { Finding } from '../rule.ts'
import { text } from '../text.ts'
import type { MarriageAction } from './actions.ts'
import { blocksDecision, getMarriageRule, refusalGroundsOn, runMarriageCheck } from './check.ts'
import type { MarriageContext } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageCase } from './fold.ts'
import { nextMarriageState } from './fold.ts'

export type { Decision, RegistrationFacts } from '../case/decide.ts'

type ActionOf<K extends MarriageAction['kind']> = Extract<MarriageAction, { kind: K }>

/** The opinion of the review form when the registrar writes no other. */
export const usualOpinion = '符合结婚条件，准予登记'

/** What stands in the way of registering a case now; empty when it may be registered. */
export const registrationFindings = (folded: MarriageCase, context: MarriageContext): readonly Finding[] => {
  const decision = { ...context, stage: 'decision' as const }
  return runMarriageCheck(folded.file, decision).findings.filter((finding) => blocksDecision(folded.file, finding))
}

/** Decides a registration (《婚姻登记条例》第十条): the action, or the findings that stop it. Throws `wrong_state` and, for a number or serials that do not fit, `invalid`. */
export const decideRegistration = (folded: MarriageCase, context: MarriageContext, facts: RegistrationFacts): Decision<ActionOf<'marriage.registered'>> => {
  nextMarriageState(folded.state, 'marriage.registered')
  return decideBy(runMarriageCheck(folded.file, { ...context, stage: 'decision' }), folded.file.answers, () => {
    const { number, officeName, area, registrar, opinion } = facts
    requireNumber(number, { prefix: 'J', area, day: context.day }, text('登记字号', 'number'))
    const serials = requireSerials(facts.serials, text('结婚证', 'booklet'))
    return { kind: 'marriage.registered', subject: folded.id, body: { number, day: context.day, serials, officeName, area, registrar, opinion: opinion ?? usualOpinion } }
  })
}

/** Decides a screening before a peak day; throws `wrong_state`, and `invalid` at `plannedDay` for a day that is none or is past. */
export const decideScreening = (folded: MarriageCase, today: string, body: ActionOf<'marriage.screened'>['body']): ActionOf<'marriage.screened'> => {
  nextMarriageState(folded.state, 'marriage.screened')
  if (civilDate(body.plannedDay, 'plannedDay') < today) throw new LantaiError('invalid', text('预约办理的日期早于今天', 'The day on which they are expected is past'), 'plannedDay')
  return { kind: 'marriage.screened', subject: folded.id, body }
}

/** A ground the registrar names: the rule of the closed list, and the reason told to the parties. */
export type RefusalGround = NamedGround

// Age is arithmetic: it is a ground only where the rule itself fails. The others rest on what the registrar saw and heard.
const arithmetic = /^marriage\.(?:age|register-spouse|open-divorce)(?:\.2003)?$/

/** Decides a refusal on grounds of the closed list of article 9; throws `wrong_state`, or `invalid` for a ground that is not on the list, not in force, or not there. */
export const decideRefusal = (folded: MarriageCase, context: MarriageContext, grounds: readonly RefusalGround[], registrar: string): ActionOf<'marriage.refused'> => {
  nextMarriageState(folded.state, 'marriage.refused')
  for (const { rule } of grounds) getMarriageRule(rule, context.day)
  const written = writeGrounds(grounds, refusalGroundsOn(context.day), marriageFacts(folded.file, { ...context, stage: 'decision' }), (rule) => arithmetic.test(rule.id))
  return { kind: 'marriage.refused', subject: folded.id, body: { day: context.day, grounds: written, registrar } }
}
