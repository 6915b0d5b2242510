import { LantaiError } from '../error.ts'
import type { Finding } from '../rule.ts'
import { text } from '../text.ts'
import type { MarriageAction } from './actions.ts'
import { outcomesOf, blocksDecision, getMarriageRule, refusalGroundsOn, runMarriageCheck } from './check.ts'
import type { MarriageContext } from './context.ts'
import { marriageFacts } from './context.ts'
import type { MarriageCase } from './fold.ts'
import { nextMarriageState } from './fold.ts'
import { findCertificateNumber } from './numbers.ts'

type ActionOf<K extends MarriageAction['kind']> = Extract<MarriageAction, { kind: K }>

/** A decision is an action to record, or the findings that stand in its way. */
export type Decision<A> = { readonly kind: 'action'; readonly action: A; readonly findings: readonly Finding[] } | { readonly kind: 'findings'; readonly findings: readonly Finding[] }

/** What the registrar brings to a registration: number and serials allotted in the same transaction. */
export interface RegistrationFacts {
  readonly number: string
  readonly serials: readonly [string, string]
  readonly officeName: string
  readonly area: string
  readonly registrar: string
  readonly opinion?: string
}

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
  const check = runMarriageCheck(folded.file, { ...context, stage: 'decision' })
  const stops = check.findings.filter((finding) => blocksDecision(folded.file, finding))
  if (stops.length > 0 || !check.ready) return { kind: 'findings', findings: stops.length > 0 ? stops : check.findings }
  const number = findCertificateNumber(facts.number)
  if (number === undefined || number.prefix !== 'J' || number.area !== facts.area || number.year !== Number(context.day.slice(0, 4))) {
    throw new LantaiError('invalid', text(`登记字号 ${facts.number} 与本机关代码或者年份不符`, `The number ${facts.number} does not fit this office’s code or the year`), 'number')
  }
  const [man, woman] = facts.serials
  if (man === '' || woman === '') throw new LantaiError('invalid', text('请录入两本结婚证的印制号', 'Enter the serials of both booklets'), man === '' ? 'serials.0' : 'serials.1')
  if (man === woman) throw new LantaiError('invalid', text('两本结婚证的印制号不能相同', 'The two booklets have different serials'), 'serials.1')
  const body = { number: facts.number, day: context.day, serials: [man, woman] as [string, string], officeName: facts.officeName, area: facts.area, registrar: facts.registrar, opinion: facts.opinion ?? usualOpinion }
  return { kind: 'action', action: { kind: 'marriage.registered', subject: folded.id, body }, findings: check.findings }
}

/** A ground the registrar names: the rule of the closed list, and the reason told to the parties. */
export interface RefusalGround {
  readonly rule: string
  readonly reason: string
}

// Age is arithmetic: it is a ground only where the rule itself fails. The others rest on what the registrar saw and heard.
const arithmetic = /^marriage\.(?:age|register-spouse|open-divorce)(?:\.2003)?$/

/** Decides a refusal on grounds of the closed list of article 9; throws `wrong_state`, or `invalid` for a ground that is not on the list, not in force, or not there. */
export const decideRefusal = (folded: MarriageCase, context: MarriageContext, grounds: readonly RefusalGround[], registrar: string): ActionOf<'marriage.refused'> => {
  nextMarriageState(folded.state, 'marriage.refused')
  if (grounds.length === 0) throw new LantaiError('invalid', text('请选择不予办理的情形', 'Choose the ground of the refusal'), 'grounds')
  const closed = refusalGroundsOn(context.day)
  const facts = marriageFacts(folded.file, { ...context, stage: 'decision' })
  const written = grounds.map(({ rule: id, reason }, index) => {
    const field = `grounds.${index}`
    const rule = closed.find((entry) => entry.id === id)
    if (rule === undefined) {
      getMarriageRule(id, context.day)
      throw new LantaiError('invalid', text('不予办理只有法定的几种情形，这一条不在其中；材料不齐的请一次告知补正', 'A refusal rests on the closed list of the law and this is not on it; tell the parties what to supply instead'), field)
    }
    if (reason.trim() === '') throw new LantaiError('invalid', text('请写明理由', 'Write down the reason'), `${field}.reason`)
    if (arithmetic.test(id) && !outcomesOf(rule, facts).some((outcome) => outcome.kind === 'fail')) {
      throw new LantaiError('invalid', text(`“${rule.title.zh}”并未违反，不能以此不予办理`, `“${rule.title.en}” is not broken and is no ground here`), field)
    }
    return { rule: id, law: rule.law.zh, reason: reason.trim() }
  })
  return { kind: 'marriage.refused', subject: folded.id, body: { day: context.day, grounds: written, registrar } }
}
