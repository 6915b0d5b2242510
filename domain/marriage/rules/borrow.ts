import type { Rule, Outcome } from '../../rule.ts'
import type { Text } from '../../text.ts'
import type { MarriageFacts, PartyIndex } from '../context.ts'
import { caseRules } from './case.ts'
import { identityRules } from './identity.ts'

/** How a rule on the person is taken over by another window: its id, the law it rests on there, and the facts it looks at. */
export interface Borrowing<Facts> {
  readonly window: string
  /** First day from which the other window asks it. */
  readonly from: string
  readonly toMarriage: (facts: Facts) => MarriageFacts
  /** Parties the window asks it of; left out, both. */
  readonly of?: (facts: Facts) => readonly PartyIndex[]
  readonly lawOf: (rule: Rule<MarriageFacts>) => Text
}

/** Rules on who a person is, which hold at every counter alike. */
const personal = ['name', 'rare-characters', 'identity-type', 'identity-number', 'identity-area', 'local-identity', 'identity-birth', 'identity-sex', 'identity-valid', 'card-term', 'nationality', 'person-block', 'person-statistics', 'office-permission', 'registrar-certified']
const nameOf = (rule: { readonly id: string }): string => rule.id.slice('marriage.'.length)

/** The rules on the person and the registrar under another window's name, each with its older text; the checks are the same ones. */
export const borrowPersonRules = <Facts>(borrowing: Borrowing<Facts>): readonly Rule<Facts>[] =>
  [...identityRules, ...caseRules].filter((rule) => personal.includes(nameOf(rule).replace(/\.2003$/u, '')) && (rule.to === undefined || rule.to >= borrowing.from)).map((rule): Rule<Facts> => {
    const { refusalGround: _ground, ...kept } = rule
    return {
      ...kept,
      id: `${borrowing.window}.${nameOf(rule)}`,
      law: borrowing.lawOf(rule),
      from: rule.from > borrowing.from ? rule.from : borrowing.from,
      check: (facts) => {
        const said = rule.check(borrowing.toMarriage(facts))
        if (!Array.isArray(said) || borrowing.of === undefined) return said
        const asked = borrowing.of(facts)
        // Rules on the person answer once for each party, the man first.
        return (said as readonly Outcome[]).filter((_, index) => asked.includes(index as PartyIndex))
      },
    }
  })
