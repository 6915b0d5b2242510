import { areaName } from '../areas/index.ts'
import { addDays, addMonths, civilDate } from '../dates.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import { titleOf } from './codes.ts'
import type { Answer, WaiverFacts } from './facts.ts'
import { allOf, anyOf } from './facts.ts'
import { inForceOn, versionDays } from './dates.ts'
import type { BeneficiaryClass, Condition, Layer, WaiverPolicy } from './policy.ts'

/** Something to be asked before the answer is known, with the field that takes the answer. */
export interface Question {
  readonly field: string
  readonly message: Text
}

/** What was looked at and how it came out. */
export interface Reason {
  readonly kind: 'version' | 'mode' | 'deadline' | 'exclusion' | 'class'
  readonly answer: Answer
  readonly message: Text
  readonly clause?: Text
  readonly field?: string
}

/** Whether somebody is of a policy or a layer, and why. */
export interface Eligibility {
  readonly answer: Answer
  readonly reasons: readonly Reason[]
  readonly questions: readonly Question[]
  /** The class on which it rests. */
  readonly class: BeneficiaryClass | null
}

const prefixOf = (code: string): string => code.replace(/(?:00){1,2}$/, '')

/** Says whether a place lies within areas; a code coarser than the area leaves it unknown. */
export const areaWithin = (code: string, areas: readonly string[]): Answer => {
  if (code === '') return 'unknown'
  if (code === 'none') return 'no'
  const place = prefixOf(code)
  return anyOf(areas.map((area) => (place.startsWith(prefixOf(area)) ? 'yes' : prefixOf(area).startsWith(place) ? 'unknown' : 'no')))
}

const swapped = (answer: Answer, is: 'yes' | 'no'): Answer => (is === 'yes' || answer === 'unknown' ? answer : answer === 'yes' ? 'no' : 'yes')

const places = { hukou: text('户籍', 'household registration'), death: text('死亡地', 'place of death'), cremation: text('火化地', 'place of cremation') } as const

const withinOf = (condition: Extract<Condition, { kind: 'area' }>, policy: Pick<WaiverPolicy, 'areas'>): readonly string[] => (condition.within.length === 0 ? policy.areas : condition.within)

/** How a condition is answered by the facts. */
export const answerOf = (condition: Condition, facts: Pick<WaiverFacts, 'areas' | 'flags'>, policy: Pick<WaiverPolicy, 'areas'>): Answer =>
  swapped(condition.kind === 'flag' ? (facts.flags[condition.flag] ?? 'unknown') : areaWithin(facts.areas[condition.of], withinOf(condition, policy)), condition.is)

/** How all of several conditions are answered. */
export const answerAll = (conditions: readonly Condition[], facts: Pick<WaiverFacts, 'areas' | 'flags'>, policy: Pick<WaiverPolicy, 'areas'>): Answer => allOf(conditions.map((condition) => answerOf(condition, facts, policy)))

/** What to ask where a condition is unknown. */
export const questionOf = (condition: Condition, policy: Pick<WaiverPolicy, 'areas' | 'title'>): Question => {
  if (condition.kind === 'flag') {
    const title = titleOf(condition.flag)
    return { field: `flags.${condition.flag}`, message: text(`请问明并查看证明：是否${condition.flag === 'grant' ? '' : '属于'}${title.zh}`, `Ask and see the proof: was the deceased ${title.en}?`) }
  }
  const place = places[condition.of]
  const names = withinOf(condition, policy).map((area) => areaName(area, '2025-01-01') || area).join('、')
  return { field: `areas.${condition.of}`, message: text(`请查明${place.zh}是否在${names}`, `Find out whether the ${place.en} lies within the area of “${policy.title.en}”`) }
}

const open = (conditions: readonly Condition[], facts: Pick<WaiverFacts, 'areas' | 'flags'>, policy: Pick<WaiverPolicy, 'areas' | 'title'>): readonly Question[] =>
  answerAll(conditions, facts, policy) === 'unknown' ? conditions.filter((condition) => answerOf(condition, facts, policy) === 'unknown').map((condition) => questionOf(condition, policy)) : []

/** The questions of conditions that are open. */
export const openQuestions = open

/** The same question asked once. */
export const uniqueQuestions = (questions: readonly Question[]): readonly Question[] => [...new Map(questions.map((question) => [`${question.field} ${question.message.zh}`, question])).values()]

const byNames = { death: text('死亡日期', 'day of death'), cremation: text('火化日期', 'day of cremation'), settlement: text('结算日期', 'day of settlement'), unstated: text('文件未写明以哪一日为准', 'the document names no day') } as const

const version = (policy: WaiverPolicy, facts: WaiverFacts, day: string): Eligibility => {
  const days = versionDays(policy, facts, day)
  const known = days.filter((value) => value !== '')
  const answers = new Set(known.map((value) => inForceOn(policy, value)))
  // Days that fall on both sides of a version's end leave it open; where the document names a day, that day must be known.
  const answer: Answer = known.length < days.length && policy.appliesBy !== 'unstated' ? 'unknown' : answers.size === 1 ? ([...answers][0] ?? 'unknown') : 'unknown'
  const by = byNames[policy.appliesBy]
  const span = text(`${policy.from}至${policy.to === '' ? '今' : policy.to === 'unknown' ? '不详' : policy.to}`, `${policy.from} to ${policy.to === '' ? 'now' : policy.to === 'unknown' ? 'an unknown end' : policy.to}`)
  const reason: Reason = {
    kind: 'version', answer,
    message: text(`执行期间 ${span.zh}（${by.zh}${policy.appliesBy === 'unstated' ? '' : known.length === 0 ? '未填' : ` ${known.join('、')}`}）：${answer === 'yes' ? '适用' : answer === 'no' ? '不适用' : '不能确定'}`, `In force ${span.en} (${by.en}${policy.appliesBy === 'unstated' || known.length === 0 ? '' : ` ${known.join(', ')}`}): ${answer === 'yes' ? 'applies' : answer === 'no' ? 'does not apply' : 'cannot be told'}`),
  }
  const field = policy.appliesBy === 'cremation' ? 'days.cremation' : 'days.death'
  const questions: readonly Question[] = answer === 'unknown' ? [{ field: policy.appliesBy === 'settlement' ? 'day' : field, message: known.length === 0 ? text(`请填写${by.zh}，以确定适用的政策版本`, `Enter the ${by.en}; it chooses the version of the policy`) : text(`不能确定《${policy.title.zh}》在这一天是否执行，请查文件`, `Whether “${policy.title.en}” was in force on that day cannot be told; look it up in the document`) }] : []
  return { answer, reasons: [reason], questions, class: null }
}

/** Last day on which a claim may be handed in, or undefined without a deadline or while its first day is not known. */
export const findClaimDeadline = (policy: Pick<WaiverPolicy, 'claim'>, facts: Pick<WaiverFacts, 'days'>): string | undefined => {
  const deadline = policy.claim?.deadline
  if (deadline === null || deadline === undefined) return undefined
  const start = facts.days[deadline.from]
  if (start === '') return undefined
  return deadline.unit === 'day' ? addDays(civilDate(start), deadline.count) : addMonths(civilDate(start), deadline.count)
}

const modes = { till: text('在殡仪馆结算时直接减免', 'at the till of the home'), claim: text('先付后申领', 'paid first and claimed') } as const

const mode = (policy: WaiverPolicy, facts: WaiverFacts, day: string): Eligibility => {
  const offered = policy.modes.includes(facts.mode)
  const reasons: Reason[] = [{ kind: 'mode', answer: offered ? 'yes' : 'no', field: 'mode', message: text(`${modes[facts.mode].zh}：${offered ? '本政策允许' : '本政策没有这种方式'}`, `Settled ${modes[facts.mode].en}: ${offered ? 'allowed by this policy' : 'not offered by this policy'}`) }]
  if (!offered || facts.mode !== 'claim' || policy.claim === null || policy.claim.deadline === null) return { answer: offered ? 'yes' : 'no', reasons, questions: [], class: null }
  const { deadline } = policy.claim
  const last = findClaimDeadline(policy, facts)
  const names = { invoice: text('发票日期', 'day of the invoice'), cremation: text('火化日期', 'day of the cremation'), death: text('死亡日期', 'day of death') }[deadline.from]
  if (last === undefined) return { answer: 'unknown', reasons: [...reasons, { kind: 'deadline', answer: 'unknown', field: `days.${deadline.from}`, message: text(`申领期限从${names.zh}起算，${names.zh}未填`, `The time for the claim runs from the ${names.en}, which is not entered`) }], questions: [{ field: `days.${deadline.from}`, message: text(`请填写${names.zh}`, `Enter the ${names.en}`) }], class: null }
  const inTime = day <= last
  return { answer: inTime ? 'yes' : 'no', reasons: [...reasons, { kind: 'deadline', answer: inTime ? 'yes' : 'no', field: `days.${deadline.from}`, message: inTime ? text(`申领期限到 ${last} 为止，在期限内`, `The claim may be handed in until ${last}: in time`) : text(`申领期限已于 ${last} 届满`, `The time for the claim ended on ${last}`) }], questions: [], class: null }
}

const words: Readonly<Record<Answer, Text>> = { yes: text('是', 'yes'), no: text('否', 'no'), unknown: text('不详', 'unknown') }

const exclusions = (policy: WaiverPolicy, facts: WaiverFacts): Eligibility => {
  const said = policy.exclusions.map((exclusion) => ({ exclusion, hit: answerAll(exclusion.all, facts, policy) }))
  return {
    answer: allOf(said.map(({ hit }) => swapped(hit, 'no'))),
    reasons: said.map(({ exclusion, hit }) => ({ kind: 'exclusion', answer: swapped(hit, 'no'), clause: exclusion.clause, message: text(`除外情形“${exclusion.title.zh}”：${words[hit].zh}`, `Excluded, “${exclusion.title.en}”: ${words[hit].en}`) })),
    questions: policy.exclusions.flatMap((exclusion) => open(exclusion.all, facts, policy)),
    class: null,
  }
}

/** Whether the deceased is of a layer's classes; a yes rests on the first class that holds, and nothing further is asked. */
export const classOf = (policy: WaiverPolicy, layer: Layer, facts: WaiverFacts): Eligibility => {
  const said = layer.classes.map((entry) => ({ entry, answer: answerAll(entry.all, facts, policy) }))
  const found = said.find(({ answer }) => answer === 'yes')
  if (found !== undefined) return { answer: 'yes', reasons: [{ kind: 'class', answer: 'yes', clause: found.entry.clause, message: text(`对象“${found.entry.title.zh}”：符合`, `Class “${found.entry.title.en}”: yes`) }], questions: [], class: found.entry }
  const reasons: Reason[] = said.map(({ entry, answer }) => ({ kind: 'class', answer, clause: entry.clause, message: text(`对象“${entry.title.zh}”：${answer === 'no' ? '不符合' : '不能确定'}`, `Class “${entry.title.en}”: ${answer === 'no' ? 'no' : 'cannot be told'}`) }))
  const questions = layer.classes.flatMap((entry) => open(entry.all, facts, policy))
  if (layer.classesComplete || anyOf(said.map(({ answer }) => answer)) === 'unknown') return { answer: anyOf(said.map(({ answer }) => answer)), reasons, questions, class: null }
  const unread = text(`“${layer.title.zh}”的其他对象未见原文，请查文件`, `Further classes of “${layer.title.en}” have not been read; look them up in the document`)
  return { answer: 'unknown', reasons: [...reasons, { kind: 'class', answer: 'unknown', clause: layer.clause, message: unread }], questions: [{ field: 'policy', message: unread }], class: null }
}

/** Whether a policy is open to this case at all: its version, its way of settling and its deadline, its exclusions. */
export const policyOpen = (policy: WaiverPolicy, facts: WaiverFacts, day: string): Eligibility => {
  const parts = [version(policy, facts, day), mode(policy, facts, day), exclusions(policy, facts)]
  const answer = allOf(parts.map((part) => part.answer))
  return { answer, reasons: parts.flatMap((part) => part.reasons), questions: answer === 'no' ? [] : uniqueQuestions(parts.flatMap((part) => part.questions)), class: null }
}
