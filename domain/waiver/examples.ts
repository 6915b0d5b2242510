import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { titleOf } from './codes.ts'
import { LantaiError } from '../error.ts'
import type { Answer } from './facts.ts'
import { yuan } from './money.ts'
import type { WaiverPolicy, WorkedExample } from './policy.ts'
import { quote } from './quote.ts'

/** How a worked example came out. */
export interface ExampleResult {
  readonly example: string
  readonly title: Text
  readonly holds: boolean
  /** What differs, in words; empty when it holds. */
  readonly differences: readonly Text[]
}

const answers: Readonly<Record<Answer, Text>> = { yes: text('是', 'yes'), no: text('否', 'no'), unknown: text('待查明', 'to be found out') }

const runExample = (policy: WaiverPolicy, example: WorkedExample): ExampleResult => {
  const differences: Text[] = []
  const compare = (name: Text, expected: string | number, got: string | number): void => {
    if (expected !== got) differences.push(text(`${name.zh}应为 ${expected}，现为 ${got}`, `${name.en} should be ${expected} and is ${got}`))
  }
  try {
    const result = quote(policy, example.facts, example.day)
    if (example.expected.answer !== result.answer) differences.push(text(`是否适用应为“${answers[example.expected.answer].zh}”，现为“${answers[result.answer].zh}”`, `the answer should be “${answers[example.expected.answer].en}” and is “${answers[result.answer].en}”`))
    compare(text('减免（元）', 'waived (yuan)'), yuan(example.expected.waivedFen), yuan(result.waivedFen))
    compare(text('自付（元）', 'self-paid (yuan)'), yuan(example.expected.selfPaidFen), yuan(result.selfPaidFen))
    for (const [item, fen] of Object.entries(example.expected.items)) {
      const got = result.lines.filter((line) => line.item === item).reduce((sum, line) => sum + line.waivedFen, 0)
      compare(titleOf(item as keyof WorkedExample['expected']['items']), yuan(fen), yuan(got))
    }
  } catch (error) {
    if (!(error instanceof LantaiError)) throw error
    differences.push(error.text)
  }
  return { example: example.id, title: example.title, holds: differences.length === 0, differences }
}

/** Asks every worked example of a policy again and says which no longer come out, and in what; never throws for a bill that the policy refuses. */
export const runExamples = (policy: WaiverPolicy): readonly ExampleResult[] => policy.examples.map((example) => runExample(policy, example))
