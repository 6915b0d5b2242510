import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { BearerPart } from './bearers.ts'
import { bearersOf } from './bearers.ts'
import type { ItemGroup, StatisticalClass, WaiverItem } from './codes.ts'
import { groupOf, itemGroups, placeOf, waiverItemCodes } from './codes.ts'
import type { Question, Reason } from './eligibility.ts'
import { classOf, policyOpen, uniqueQuestions } from './eligibility.ts'
import type { Answer, BillLine, SettledItem, WaiverFacts } from './facts.ts'
import { actualOf, allOf, anyOf, requireSoundFacts } from './facts.ts'
import type { Cut, ItemWaiver } from './lines.ts'
import { linesByItem, sumActual, waiveItem } from './lines.ts'
import { yuan } from './money.ts'
import type { Layer, WaiverPolicy } from './policy.ts'
import { explain } from './explain.ts'

/** How one line of the bill comes out. */
export interface QuotedLine {
  readonly id: string
  readonly item: WaiverItem
  readonly group: ItemGroup
  readonly actualFen: number
  /** Cap of its item under the policy that gave it; null without one, or where nothing was given. */
  readonly capFen: number | null
  readonly waivedFen: number
  readonly selfPaidFen: number
  readonly status: 'waived' | 'partly' | 'cut' | 'uncovered' | 'pending' | 'alreadyWaived'
  /** `policy/layer` that gave it, or empty. */
  readonly grant: string
  readonly clause: Text
  readonly cuts: readonly Cut[]
  readonly message: Text
  /** The earlier settlement of the same item. */
  readonly earlier: SettledItem | null
}

/** What one layer of one policy gives. */
export interface Grant {
  readonly id: string
  readonly policy: string
  readonly layer: string
  readonly kind: Layer['kind']
  readonly class: { readonly id: string; readonly title: Text; readonly counted: StatisticalClass; readonly clause: Text }
  readonly caseCapFen: number | null
  /** Sum of the lines before and after the case cap. */
  readonly beforeCapFen: number
  readonly waivedFen: number
  readonly items: readonly { readonly item: WaiverItem; readonly actualFen: number; readonly capFen: number | null; readonly waivedFen: number }[]
  /** The items that the case cap cut, in the order of the cuts. */
  readonly caseCuts: readonly { readonly item: WaiverItem; readonly fen: number }[]
  readonly bearers: readonly BearerPart[]
}

/** How one policy answered. */
export interface PolicyAnswer {
  readonly policy: string
  readonly title: Text
  readonly document: string
  readonly documentNumber: string
  readonly verified: boolean
  readonly answer: Answer
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
}

/** What is waived and why; asked without saving anything. Amounts in fen. */
export interface Quote {
  /** Yes: something applies; unknown: nothing does yet, and it asks; no: nothing does. */
  readonly answer: Answer
  readonly day: string
  readonly actualFen: number
  readonly waivedFen: number
  readonly selfPaidFen: number
  readonly byGroup: Readonly<Record<ItemGroup, number>>
  readonly lines: readonly QuotedLine[]
  readonly grants: readonly Grant[]
  readonly policies: readonly PolicyAnswer[]
  readonly questions: readonly Question[]
  /** What is still asked about who pays in the end; it keeps nobody from being relieved. */
  readonly bearerQuestions: readonly Question[]
  readonly explanation: readonly Text[]
}

interface Counted {
  readonly item: ItemWaiver
  /** What is left of each line after the case cap, by line id. */
  readonly fen: Map<string, number>
  readonly caseCuts: Map<string, Cut>
}

/** The items in the order in which a case cap cuts them: those the policy names first, then the others from the end of the list of items. */
export const cutOrderOf = (layer: Pick<Layer, 'cutOrder'>): readonly WaiverItem[] => [...layer.cutOrder, ...waiverItemCodes.filter((item) => !layer.cutOrder.includes(item)).sort((a, b) => placeOf(b) - placeOf(a))]

const sumOf = (values: Iterable<number>): number => {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** Cuts counted items down to a case cap in the fixed order; within an item the cheapest line goes first. */
const cutToCap = (counted: readonly Counted[], layer: Layer): readonly { readonly item: WaiverItem; readonly fen: number }[] => {
  if (layer.caseCapFen === null) return []
  const cap = layer.caseCapFen
  let over = sumOf(counted.flatMap(({ fen }) => [...fen.values()])) - cap
  const cuts: { item: WaiverItem; fen: number }[] = []
  for (const item of cutOrderOf(layer)) {
    const found = counted.find((entry) => entry.item.item === item)
    if (over <= 0 || found === undefined) continue
    let lost = 0
    for (const { line } of [...found.item.lines].reverse()) {
      const had = found.fen.get(line.id) ?? 0
      const less = Math.min(had, over)
      if (less <= 0) continue
      over -= less
      lost += less
      found.fen.set(line.id, had - less)
      found.caseCuts.set(line.id, { kind: 'case', fromFen: had, toFen: had - less, message: text(`每具遗体减免总额封顶 ${yuan(cap)}元`, `The case is capped at ${yuan(cap)} yuan`) })
    }
    if (lost > 0) cuts.push({ item, fen: lost })
  }
  return cuts
}

const uncovered = text('没有适用的政策减免这一项', 'No policy that applies waives this item')

/** Policies in the order in which they are asked: base layers before relief layers, then by rank and id. */
const inOrder = (policies: readonly WaiverPolicy[]): readonly (readonly [WaiverPolicy, Layer])[] => {
  const sorted = [...policies].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return (['base', 'relief'] as const).flatMap((kind) => sorted.flatMap((policy) => policy.layers.filter((layer) => layer.kind === kind).map((layer) => [policy, layer] as const)))
}

/**
 * Asks one or more policies what is waived of a bill on a civil day (of settlement). Order: version by date, way of settling and deadline, exclusions, class; then line by line substitution, policy rate, clock,
 * quantity, item cap; then the case cap in `cutOrderOf`. An item is given by the first layer that gives it and never twice. Throws `invalid` at the field for facts that cannot be or units that do not match.
 */
export const quote = (given: WaiverPolicy | readonly WaiverPolicy[], facts: WaiverFacts, day: string): Quote => {
  requireSoundFacts(facts, day)
  const policies = Array.isArray(given) ? (given as readonly WaiverPolicy[]) : [given as WaiverPolicy]
  const items = linesByItem(facts.lines)
  const earlier = new Map(facts.settled.map((entry) => [entry.item, entry]))
  const opened = new Map(policies.map((policy) => [policy.id, policyOpen(policy, facts, day)]))
  const answers = new Map<string, { layers: Answer[]; reasons: Reason[]; questions: Question[] }>(policies.map((policy) => [policy.id, { layers: [], reasons: [], questions: [] }]))
  const grants: Grant[] = []
  const bearerQuestions: Question[] = []
  const lines = new Map<string, QuotedLine>()
  /** Items that a layer has given, or that wait for an answer: no further layer gives them. */
  const taken = new Set<WaiverItem>()
  const blankLine = (line: BillLine): QuotedLine => ({ id: line.id, item: line.item, group: groupOf(line.item), actualFen: actualOf(line), capFen: null, waivedFen: 0, selfPaidFen: actualOf(line), status: 'uncovered', grant: '', clause: text('', ''), cuts: [], message: uncovered, earlier: null })
  for (const line of facts.lines) {
    const before = earlier.get(line.item)
    lines.set(line.id, before === undefined ? blankLine(line) : { ...blankLine(line), status: 'alreadyWaived', earlier: before, message: text(`同一项目已经减免过（${before.reference}${before.day === '' ? '' : `，${before.day}`}），不重复减免`, `The same item was waived before (${before.reference}${before.day === '' ? '' : `, ${before.day}`}) and is not waived twice`) })
  }
  for (const [policy, layer] of inOrder(policies)) {
    const state = answers.get(policy.id)
    const open = opened.get(policy.id)
    if (state === undefined || open === undefined || open.answer === 'no') continue
    const who = classOf(policy, layer, facts)
    const answer = allOf([open.answer, who.answer])
    state.layers.push(answer)
    state.reasons.push(...who.reasons)
    if (answer !== 'yes' || who.class === null) {
      if (answer === 'unknown') state.questions.push(...who.questions)
      continue
    }
    const counted: Counted[] = []
    for (const [item, billed] of items) {
      // A relief layer's item may stand in the place of the base layer's own.
      const relief = layer.kind === 'base' ? policy.layers.find((other) => other.kind === 'relief' && other.items.some((entry) => entry.item === item && entry.instead)) : undefined
      if (earlier.has(item) || taken.has(item) || !layer.items.some((entry) => entry.item === item)) continue
      const instead = relief === undefined ? 'no' : classOf(policy, relief, facts).answer
      if (instead === 'yes') continue
      const waiver = waiveItem(item, billed, policy, layer, facts)
      if (waiver.status === 'uncovered') continue
      if (waiver.status === 'pending') {
        taken.add(item)
        state.questions.push(...waiver.questions)
        for (const line of billed) lines.set(line.id, { ...blankLine(line), status: 'pending', clause: waiver.clause, grant: `${policy.id}/${layer.id}`, message: waiver.message })
        continue
      }
      counted.push({ item: waiver, fen: new Map(waiver.lines.map(({ line, fen }) => [line.id, fen])), caseCuts: new Map() })
    }
    const beforeCapFen = sumOf(counted.flatMap(({ fen }) => [...fen.values()]))
    const caseCuts = cutToCap(counted, layer)
    const waivedFen = sumOf(counted.flatMap(({ fen }) => [...fen.values()]))
    const id = `${policy.id}/${layer.id}`
    for (const entry of counted) {
      const itemFen = sumOf(entry.fen.values())
      if (itemFen > 0) taken.add(entry.item.item)
      for (const { line, cuts } of entry.item.lines) {
        const fen = entry.fen.get(line.id) ?? 0
        const actual = actualOf(line)
        const last = entry.caseCuts.get(line.id)
        lines.set(line.id, {
          ...blankLine(line), capFen: entry.item.capFen, waivedFen: fen, selfPaidFen: actual - fen, status: fen === actual ? 'waived' : fen > 0 ? 'partly' : 'cut', grant: id,
          clause: entry.item.clause, cuts: last === undefined ? cuts : [...cuts, last], message: entry.item.message,
        })
      }
    }
    const bearers = bearersOf(waivedFen, policy, layer, facts)
    bearerQuestions.push(...bearers.questions)
    grants.push({
      id, policy: policy.id, layer: layer.id, kind: layer.kind, class: { id: who.class.id, title: who.class.title, counted: who.class.counted, clause: who.class.clause },
      caseCapFen: layer.caseCapFen, beforeCapFen, waivedFen, caseCuts, bearers: bearers.parts,
      items: counted.map(({ item, fen }) => ({ item: item.item, actualFen: sumActual(item.lines.map(({ line }) => line)), capFen: item.capFen, waivedFen: sumOf(fen.values()) })).sort((a, b) => placeOf(a.item) - placeOf(b.item)),
    })
  }
  const policyAnswers = policies.map((policy): PolicyAnswer => {
    const open = opened.get(policy.id)
    const state = answers.get(policy.id)
    const answer = open === undefined || state === undefined || open.answer === 'no' ? 'no' : anyOf(state.layers)
    return {
      policy: policy.id, title: policy.title, document: policy.document, documentNumber: policy.documentNumber, verified: policy.verified, answer,
      reasons: [...(open?.reasons ?? []), ...(state?.reasons ?? [])],
      questions: open?.answer === 'no' ? [] : uniqueQuestions([...(answer === 'no' ? [] : (open?.questions ?? [])), ...(state?.questions ?? [])]),
    }
  })
  const quoted = facts.lines.map((line) => lines.get(line.id) ?? blankLine(line))
  const actualFen = sumActual(facts.lines)
  const waivedFen = sumOf(quoted.map((line) => line.waivedFen))
  const byGroup = Object.fromEntries(itemGroups.map((group) => [group, sumOf(quoted.filter((line) => line.group === group).map((line) => line.waivedFen))])) as Record<ItemGroup, number>
  const result = { answer: anyOf(policyAnswers.map((entry) => entry.answer)), day, actualFen, waivedFen, selfPaidFen: actualFen - waivedFen, byGroup, lines: quoted, grants, policies: policyAnswers, questions: uniqueQuestions(policyAnswers.flatMap((entry) => entry.questions)), bearerQuestions: uniqueQuestions(bearerQuestions) }
  return { ...result, explanation: explain(result) }
}
