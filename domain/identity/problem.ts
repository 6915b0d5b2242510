import type { Text } from '../text.ts'
import { text } from '../text.ts'

export type IdentityProblemCode = 'empty' | 'shape' | 'length' | 'characters' | 'birth' | 'checkDigit' | 'area' | 'testArea' | 'otherType' | 'oldNumber' | 'future'

/** Something about an identity number: a `stop` makes it unusable, a `notice` is for the clerk's eye. */
export interface IdentityProblem {
  readonly code: IdentityProblemCode
  readonly severity: 'stop' | 'notice'
  readonly message: Text
}

/** What an identity number says about its holder; `ok` when nothing in `problems` is a stop. `number` is the normalised form to store. */
export interface IdentityReading {
  readonly ok: boolean
  readonly number: string
  /** YYYY-MM-DD */
  readonly birth?: string
  readonly sex?: '1' | '2'
  /** Six digits of GB/T 2260 */
  readonly area?: string
  readonly problems: readonly IdentityProblem[]
}

export const stop = (code: IdentityProblemCode, zh: string, en: string): IdentityProblem => ({ code, severity: 'stop', message: text(zh, en) })
export const notice = (code: IdentityProblemCode, zh: string, en: string): IdentityProblem => ({ code, severity: 'notice', message: text(zh, en) })

/** Puts a reading together. */
export const reading = (number: string, problems: readonly IdentityProblem[], facts: { birth?: string | undefined; sex?: '1' | '2' | undefined; area?: string | undefined } = {}): IdentityReading => ({
  ok: problems.every((problem) => problem.severity !== 'stop'),
  number,
  ...(facts.birth === undefined ? {} : { birth: facts.birth }),
  ...(facts.sex === undefined ? {} : { sex: facts.sex }),
  ...(facts.area === undefined ? {} : { area: facts.area }),
  problems,
})
