import type { Text } from '../../text.ts'
import { text } from '../../text.ts'
import type { Mending } from '../shapes.ts'

/** What would mend the fault of a rule; with `field`, only a fault at such a field of the file. Without `law` the article of the rule itself says it. */
export interface MendingRow {
  readonly rule: string
  readonly field?: RegExp
  readonly way: Mending['way']
  readonly words: Text
  readonly law?: Text
}

type Given = readonly [rule: string, field: RegExp | null, way: Mending['way'], zh: string, en: string, law?: Text]

/** Makes rows; the first that fits the rule and the field decides, so a row for any field comes last. */
export const rows = (list: readonly Given[]): readonly MendingRow[] =>
  list.map(([rule, field, way, zh, en, law]) => ({ rule, ...(field === null ? {} : { field }), way, words: text(zh, en), ...(law === undefined ? {} : { law }) }))

/** Only a court, or the body that acted, undoes what was registered; and nothing undoes a day that has passed. */
export const isAllowed = (way: Mending['way']): boolean => way !== 'court' && way !== 'none'
