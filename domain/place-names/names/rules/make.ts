import { addDays, civilDate } from '../../../dates.ts'
import { notYet } from '../../../outcome.ts'
import type { Outcome, Rule } from '../../../rule.ts'
import type { Text } from '../../../text.ts'
import { text } from '../../../text.ts'
import { regulationFrom } from '../../law.ts'
import type { NameFacts } from '../facts.ts'

/** A rule on a place name, with its number in the compliance report. */
export interface NameRule extends Rule<NameFacts> {
  /** N01-N18 of names, P01 and P02 of spellings; rules that share a number are parts of one. */
  readonly code: string
}

type Draft = Omit<NameRule, 'from' | 'severity' | 'source'> & Partial<Pick<NameRule, 'from' | 'severity' | 'source'>>

/** Makes a rule of the regulation's time (since 2022-05-01): confirmed and a stop unless it says otherwise. */
export const nameRule = (rule: Draft): NameRule => ({ from: regulationFrom, severity: 'stop', source: 'confirmed', ...rule })

export const notApplicable = (zh: string, en: string): Outcome => ({ kind: 'notApplicable', because: text(zh, en) })

export const noName = notYet('name', '还没有填写地名', 'The name has not been entered yet')
const noNaming = notApplicable('销名不拟定新的名称', 'A removal sets no new name')

/** Makes one rule for each state of the law, the oldest first; older ones end the day before the next begins and carry the year of their law in the id. */
export const datedRule = (rule: Omit<Draft, 'law' | 'from' | 'to'>, versions: readonly { readonly from: string; readonly law: Text }[]): readonly NameRule[] =>
  versions.map((version, index) => {
    const next = versions[index + 1]
    return nameRule({ ...rule, ...version, ...(next === undefined ? {} : { id: `${rule.id}.${version.from.slice(0, 4)}`, to: addDays(civilDate(next.from), -1) }) })
  })

/** Asks a question of a name once there is one; removals have none. */
export const ofName = (ask: (facts: NameFacts) => Outcome | readonly Outcome[]): ((facts: NameFacts) => Outcome | readonly Outcome[]) => (facts) => (facts.item.act === 'removal' ? noNaming : facts.name === '' ? noName : ask(facts))

/** Asks only of names that are new: an extent change keeps the name it has. */
export const ofNewName = (ask: (facts: NameFacts) => Outcome | readonly Outcome[]): ((facts: NameFacts) => Outcome | readonly Outcome[]) => ofName((facts) => (facts.item.act === 'extentChange' ? notApplicable('起止点调整不改变名称', 'A change of extent keeps the name') : ask(facts)))
