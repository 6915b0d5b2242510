import { LantaiError } from '../../../../domain/error.ts'
import type { Text } from '../../../../domain/text.ts'
import { waiverFlagCodes, type WaiverFlag, type WaiverItem } from '../../../../domain/waiver/codes.ts'
import type { Condition, WaiverPolicy, WorkedExample } from '../../../../domain/waiver/policy.ts'
import { quote, type Quote } from '../../../../domain/waiver/quote.ts'

/** What the engine makes of an example, or why it cannot. */
export const workExample = (policy: WaiverPolicy, { facts, day }: Pick<WorkedExample, 'facts' | 'day'>): Quote | Text => {
  try {
    return quote(policy, facts, day)
  } catch (error) {
    if (error instanceof LantaiError) return error.text
    throw error
  }
}

/** The result as what is expected: the answer, both sums, and every item of the bill. */
export const expectedOf = (quoted: Quote): WorkedExample['expected'] => {
  const items: Partial<Record<WaiverItem, number>> = {}
  for (const line of quoted.lines) items[line.item] = (items[line.item] ?? 0) + line.waivedFen
  return { answer: quoted.answer, waivedFen: quoted.waivedFen, selfPaidFen: quoted.selfPaidFen, items }
}

/** The questions that a policy asks, in the order of the table. */
export const flagsAsked = (policy: Pick<WaiverPolicy, 'layers' | 'exclusions' | 'bearers'>): readonly WaiverFlag[] => {
  const conditions: readonly Condition[] = [
    ...policy.exclusions.flatMap(({ all }) => all), ...policy.bearers.flatMap(({ when }) => when),
    ...policy.layers.flatMap((layer) => [...layer.classes.flatMap(({ all }) => all), ...layer.items.flatMap(({ when }) => when), ...layer.bearers.flatMap(({ when }) => when)]),
  ]
  const asked = new Set(conditions.flatMap((condition) => (condition.kind === 'flag' ? [condition.flag] : [])))
  return waiverFlagCodes.filter((flag) => asked.has(flag))
}
