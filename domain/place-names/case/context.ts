import type { Calendar, RestOptions } from '../../calendar/index.ts'
import type { CivilDate } from '../../dates.ts'
import type { Outcome, Rule } from '../../rule.ts'
import { text } from '../../text.ts'
import type { ClockOptions } from '../clocks.ts'
import { regulationFrom } from '../law.ts'
import type { PlaceNameProfile } from '../profile.ts'
import { clockSettingsOf } from '../profile.ts'
import type { PlaceNameItem } from './file.ts'
import type { PlaceNameCase } from './fold.ts'

/** What the rules on a case look at beside the case itself; the register's part is looked up before. */
export interface CaseContext {
  readonly profile: PlaceNameProfile
  /** The day on which is asked; clocks that run are held against it. */
  readonly today: CivilDate
  readonly calendar?: Calendar
  readonly rest?: RestOptions
  /** The standard name as the gazetteer has it, by item; undefined when nobody has looked. */
  readonly register?: ReadonlyMap<string, { readonly name: string; readonly text: string; readonly sign: string }>
  /** Documents with the same number, other cases of the register. */
  readonly sameNumber?: readonly string[]
  /** What the rules on plates said of the street or estate of an item; an item without plates is not in it. */
  readonly plates?: ReadonlyMap<string, readonly Outcome[]>
  /** Whether a concordance of old and new addresses stands for a renamed item: how many addresses there are, and how many it holds. */
  readonly concordance?: ReadonlyMap<string, { readonly addresses: number; readonly held: number; readonly issuedOn: string }>
}

/** What one rule is given: the case, and one of its names for rules that are asked of each. */
export interface PlaceNameCaseFacts {
  readonly folded: PlaceNameCase
  readonly item: PlaceNameItem | undefined
  readonly context: CaseContext
}

/** When a rule is asked at the counter: before the acceptance, before the review, on the decision, after it, on archiving. */
export type CaseStage = 'acceptance' | 'review' | 'decision' | 'after' | 'archive'

/** A rule on a case, with its number in the compliance report. */
export interface PlaceNameCaseRule extends Rule<PlaceNameCaseFacts> {
  readonly code: string
  readonly per: 'case' | 'item'
  readonly stage: CaseStage
  /** A person's word decides where the program cannot see. */
  readonly attestable: boolean
}

type Draft = Omit<PlaceNameCaseRule, 'from' | 'severity' | 'source' | 'group' | 'attestable' | 'check'> & Partial<Pick<PlaceNameCaseRule, 'from' | 'severity' | 'source' | 'group' | 'attestable'>>

/** Makes a rule asked of the case as a whole. */
export const caseRule = (draft: Draft & { readonly check: PlaceNameCaseRule['check'] }): PlaceNameCaseRule => ({ from: regulationFrom, severity: 'stop', source: 'confirmed', group: 'place-name-case', attestable: false, ...draft })

/** Makes a rule asked of each name of the case. */
export const itemRule = (draft: Omit<Draft, 'per'> & { readonly check: (item: PlaceNameItem, facts: PlaceNameCaseFacts) => Outcome | readonly Outcome[] }): PlaceNameCaseRule => {
  const { check, ...rest } = draft
  return caseRule({ ...rest, per: 'item', check: (facts) => (facts.item === undefined ? { kind: 'notApplicable' } : check(facts.item, facts)) })
}

/** The field of an item: by its number in the case, which stays when others are added or taken out, so that answers keep to it. */
export const itemField = ({ item }: Pick<PlaceNameCaseFacts, 'item'>, field: string): string => `items.${item?.id ?? ''}.${field}`

/** Clock options of a context. */
export const clockOptionsOf = ({ profile, calendar, rest }: CaseContext): ClockOptions => ({ ...rest, settings: clockSettingsOf(profile), ...(calendar === undefined ? {} : { calendar }) })

export const because = (zh: string, en: string): Outcome => ({ kind: 'notApplicable', because: text(zh, en) })
export const unexamined = (zh: string, en: string): Outcome => ({ kind: 'unexamined', message: text(zh, en) })
