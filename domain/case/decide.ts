import { LantaiError } from '../error.ts'
import type { Answer, Check } from '../findings.ts'
import { blocks } from '../findings.ts'
import type { CertificatePrefix } from '../marriage/numbers.ts'
import { findCertificateNumber } from '../marriage/numbers.ts'
import type { Finding } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'

/** A decision is an action to record, or the findings that stand in its way. */
export type Decision<A> = { readonly kind: 'action'; readonly action: A; readonly findings: readonly Finding[] } | { readonly kind: 'findings'; readonly findings: readonly Finding[] }

/** What the office adds to an act. */
export interface OfficeFacts {
  readonly officeName: string
  readonly area: string
  readonly registrar: string
}

/** What the registrar brings to a registration: number and serials allotted in the same transaction; without an opinion the usual one stands. */
export interface RegistrationFacts extends OfficeFacts {
  readonly number: string
  readonly serials: readonly [string, string]
  readonly opinion?: string
}

/** Turns a check into the action, or into what stands in its way; the action is only made when nothing does. */
export const decideBy = <A>(check: Check, answers: readonly Answer[], make: () => A): Decision<A> => {
  const stops = check.findings.filter((finding) => blocks(answers, finding))
  if (stops.length > 0 || !check.ready) return { kind: 'findings', findings: stops.length > 0 ? stops : check.findings }
  return { kind: 'action', action: make(), findings: check.findings }
}

/** Refuses a number that is not of this office, this year and this prefix; throws `invalid` at `number`. */
export const requireNumber = (given: string, wanted: { readonly prefix: CertificatePrefix; readonly area: string; readonly day: string }, name: Text): void => {
  const number = findCertificateNumber(given)
  if (number !== undefined && number.prefix === wanted.prefix && number.area === wanted.area && number.year === Number(wanted.day.slice(0, 4))) return
  throw new LantaiError('invalid', text(`${name.zh} ${given} 应为本机关本年的 ${wanted.prefix} 号，区划代码或者年份不符`, `The ${name.en} ${given} should be a ${wanted.prefix} number of this office and this year`), 'number')
}

/** Refuses serials that are missing, the same, or of a party who gets no booklet; throws `invalid` at `serials.0` or `serials.1`. */
export const requireSerials = (serials: readonly [string, string], booklet: Text, receivers: readonly (0 | 1)[] = [0, 1]): [string, string] => {
  for (const index of [0, 1] as const) {
    const receives = receivers.includes(index)
    if (receives && serials[index] === '') throw new LantaiError('invalid', text(`请录入${booklet.zh}的印制号`, `Enter the serial of the ${booklet.en}`), `serials.${index}`)
    if (!receives && serials[index] !== '') throw new LantaiError('invalid', text('这一方没有申请，不发证', 'This party did not apply and gets no booklet'), `serials.${index}`)
  }
  if (serials[0] !== '' && serials[0] === serials[1]) throw new LantaiError('invalid', text(`两本${booklet.zh}的印制号不能相同`, 'The two booklets have different serials'), 'serials.1')
  return [serials[0], serials[1]]
}
