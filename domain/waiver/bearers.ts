import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { Question } from './eligibility.ts'
import { answerAll, openQuestions } from './eligibility.ts'
import type { WaiverFacts } from './facts.ts'
import { splitFen } from './money.ts'
import type { Layer, WaiverPolicy } from './policy.ts'

/** What one bearer pays, in fen; `unresolved` carries what the document or the facts leave open, so that the parts always sum to the whole. */
export interface BearerPart {
  readonly bearer: string
  readonly title: Text
  readonly fen: number
}

export const unresolvedBearer = text('负担单位未定', 'bearer not settled')

/** Splits what a layer waives among those who pay it; sums to it to the fen. */
export const bearersOf = (fen: number, policy: WaiverPolicy, layer: Layer, facts: WaiverFacts): { readonly parts: readonly BearerPart[]; readonly questions: readonly Question[] } => {
  const all = layer.bearers.length > 0 ? layer.bearers : policy.bearers
  const answers = all.map((bearer) => answerAll(bearer.when, facts, policy))
  const named = all.filter((_bearer, index) => answers[index] === 'yes')
  const unresolved = { parts: fen === 0 ? [] : [{ bearer: 'unresolved', title: unresolvedBearer, fen }], questions: fen === 0 ? [] : all.filter((_bearer, index) => answers[index] === 'unknown').flatMap((bearer) => openQuestions(bearer.when, facts, policy)) }
  const shares = named.flatMap(({ share }) => (share === null ? [] : [share]))
  // One open condition or one unread ratio leaves the whole open: the rest cannot be told without it.
  if (named.length === 0 || shares.length < named.length || answers.includes('unknown')) return unresolved
  const amounts = splitFen(fen, shares)
  return { parts: named.map(({ id, title }, index) => ({ bearer: id, title, fen: amounts[index] ?? 0 })), questions: [] }
}
