import { ruleGroups } from '../../../domain/rule-book.ts'
import { text, type Text } from '../../../domain/text.ts'

/** The title of a group of rules; a group without one is shown by its id. */
export const groupTitle = (group: string): Text => ruleGroups[group] ?? text(group, group)
