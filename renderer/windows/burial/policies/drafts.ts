import type { z } from 'zod'
import { RewardPolicy } from '../../../../domain/burial/rewards.ts'
import { addDays, civilDate, daysBetween, isCivilDate } from '../../../../domain/dates.ts'
import type { Text } from '../../../../domain/text.ts'
import { text } from '../../../../domain/text.ts'
import { WaiverPolicy, type BeneficiaryClass, type Exclusion, type FiscalBearer, type Layer, type Measure, type PolicyItem, type WorkedExample } from '../../../../domain/waiver/policy.ts'
import type { BillLine, WaiverFacts } from '../../../../domain/waiver/facts.ts'
import { words } from './words.ts'
import type { Fault } from '../../../shared/draft.ts'

/** Drafts of policies, kept on this machine until they are put in force. */

export type DraftKind = 'waiver' | 'reward'
export interface KeptDraft {
  readonly key: string
  readonly kind: DraftKind
  /** The version it was copied from, empty for one of its own. */
  readonly copiedFrom: string
  readonly policy: WaiverPolicy | RewardPolicy
}

const kept = 'lantai.policyDrafts'

/** Numbers that are being typed wrongly are not numbers: JSON writes them as null, so they are kept as text. */
const asJson = (drafts: readonly KeptDraft[]): string => JSON.stringify(drafts, (_, value: unknown) => (typeof value === 'number' && Number.isNaN(value) ? 'NaN' : value))
const fromJson = (written: string): readonly KeptDraft[] => {
  try {
    const read = JSON.parse(written, (_, value: unknown) => (value === 'NaN' ? Number.NaN : value)) as unknown
    return Array.isArray(read) ? (read as KeptDraft[]).filter((draft) => typeof draft?.key === 'string' && (draft.kind === 'waiver' || draft.kind === 'reward') && typeof draft.policy === 'object') : []
  } catch {
    return []
  }
}

export const readDrafts = (): readonly KeptDraft[] => (typeof localStorage === 'undefined' ? [] : fromJson(localStorage.getItem(kept) ?? '[]'))
export const findDraft = (key: string): KeptDraft | undefined => readDrafts().find((draft) => draft.key === key)
export const keepDraft = (draft: KeptDraft): void => localStorage.setItem(kept, asJson([draft, ...readDrafts().filter(({ key }) => key !== draft.key)].slice(0, 20)))
export const dropDraft = (key: string): void => localStorage.setItem(kept, asJson(readDrafts().filter((draft) => draft.key !== key)))

/** A key that no draft has. */
const newKey = (): string => `d${String(Date.now())}`

/** An id for a further version: the series and the year, with a number where that is taken. */
export const nextId = (series: string, day: string, taken: readonly string[]): string => {
  const stem = `${series}-${day.slice(0, 4)}`.slice(0, 54)
  if (!taken.includes(stem)) return stem
  for (let count = 2; ; count += 1) if (!taken.includes(`${stem}-${String(count)}`)) return `${stem}-${String(count)}`
}

/** A draft copied from a policy: another id, not compared yet, from a day of its own. */
export const copyDraft = (policy: WaiverPolicy, given: { readonly today: string; readonly taken: readonly string[] }): KeptDraft =>
  ({ key: newKey(), kind: 'waiver', copiedFrom: policy.id, policy: { ...policy, id: nextId(policy.series, given.today, given.taken), verified: false, from: given.today, to: '' } })
export const copyRewardDraft = (policy: RewardPolicy, given: { readonly today: string; readonly taken: readonly string[] }): KeptDraft =>
  ({ key: newKey(), kind: 'reward', copiedFrom: policy.id, policy: { ...policy, id: nextId(policy.series, given.today, given.taken), verified: false, from: given.today, to: '' } })

const none = (): Text => text('', '')
export const emptyMeasure = (): Measure => ({ unit: 'body', unitPriceFen: null, capQuantity: 1, capFen: null })
export const emptyItem = (): PolicyItem => ({ item: 'cremation', measures: [emptyMeasure()], amountKnown: true, when: [], clockStart: null, substitution: { kind: 'unstated' }, instead: false, scope: none(), clause: none() })
/** An id of a list that none of it has. */
export const freeId = (stem: string, taken: readonly { readonly id: string }[]): string => {
  for (let count = taken.length + 1; ; count += 1) if (!taken.some(({ id }) => id === `${stem}${String(count)}`)) return `${stem}${String(count)}`
}
export const emptyClass = (taken: readonly BeneficiaryClass[]): BeneficiaryClass => ({ id: freeId('class', taken), title: none(), counted: 'universal', all: [{ kind: 'area', of: 'hukou', within: [], is: 'yes' }], clause: none(), proof: none() })
export const emptyExclusion = (taken: readonly Exclusion[]): Exclusion => ({ id: freeId('exclusion', taken), title: none(), all: [{ kind: 'flag', flag: 'grant', is: 'yes' }], clause: none() })
export const emptyBearer = (taken: readonly FiscalBearer[]): FiscalBearer => ({ id: freeId('bearer', taken), title: none(), share: 1, when: [] })
export const emptyLayer = (taken: readonly Layer[]): Layer => ({ id: taken.length === 0 ? 'base' : freeId('layer', taken), kind: taken.length === 0 ? 'base' : 'relief', title: taken.length === 0 ? text('基本减免', 'base relief') : text('困难群众增加减免', 'further relief'), classes: [emptyClass([])], classesComplete: true, items: [emptyItem()], caseCapFen: null, cutOrder: [], bearers: [], clause: none() })
export const emptyLine = (taken: readonly BillLine[]): BillLine => ({ id: freeId('l', taken), item: 'cremation', unit: 'body', quantity: 1, unitPriceFen: 0, chosen: false, from: '' })
/** Facts of a resident who died and was cremated on one day in the first area of a policy. */
export const emptyFacts = (area: string, day: string): WaiverFacts => ({ areas: { hukou: area, death: area, cremation: area }, days: { death: day, arrival: '', cremation: day, invoice: '' }, flags: {}, mode: 'till', lines: [], settled: [] })
export const emptyExample = (taken: readonly WorkedExample[], area: string, day: string): WorkedExample => ({ id: freeId('example', taken), title: none(), day, facts: { ...emptyFacts(area, day), lines: [emptyLine([])] }, expected: { answer: 'yes', waivedFen: 0, selfPaidFen: 0, items: {} } })

const shiftedDay = (day: string, days: number): string => (isCivilDate(day) ? addDays(day, days) : day)
/** The days of an example that choose the version, and all others it has. */
const daysOf = ({ day, facts }: WorkedExample): readonly string[] => [day, facts.days.death, facts.days.arrival, facts.days.cremation, facts.days.invoice].filter((one) => isCivilDate(one))

/** The examples of which a day lies before the first day of the policy. */
export const examplesBefore = ({ examples, from }: Pick<WaiverPolicy, 'examples' | 'from'>): readonly WorkedExample[] => (isCivilDate(from) ? examples.filter((example) => daysOf(example).some((day) => day < from)) : [])

/** The examples with those before the first day moved into the period, each by its own number of days, so that what lies between its days stays. */
export const movedExamples = (policy: Pick<WaiverPolicy, 'examples' | 'from'>): readonly WorkedExample[] => {
  const early = new Set(examplesBefore(policy))
  return policy.examples.map((example) => {
    const first = [...daysOf(example)].sort()[0]
    if (!early.has(example) || first === undefined) return example
    const days = daysBetween(civilDate(first), civilDate(policy.from))
    const { death, arrival, cremation, invoice } = example.facts.days
    return {
      ...example, day: shiftedDay(example.day, days),
      facts: { ...example.facts, days: { death: shiftedDay(death, days), arrival: shiftedDay(arrival, days), cremation: shiftedDay(cremation, days), invoice: shiftedDay(invoice, days) }, lines: example.facts.lines.map((line) => ({ ...line, from: shiftedDay(line.from, days) })) },
    }
  })
}

/** A policy of the office's own. */
export const newDraft = (area: string, today: string): KeptDraft => ({
  key: newKey(), kind: 'waiver', copiedFrom: '',
  policy: { id: nextId(area, today, []), series: area, title: none(), document: '', documentNumber: '', source: '', sourceGrade: 'official', verified: false, areas: [area], from: today, to: '', appliesBy: 'death', rank: 0, exclusions: [], layers: [emptyLayer([])], modes: ['till'], claim: null, bearers: [], settlement: text('由殡仪馆在结算时直接减免', 'taken off the bill at the till of the home'), notes: [], examples: [] },
})
export const newRewardDraft = (area: string, today: string): KeptDraft => ({
  key: newKey(), kind: 'reward', copiedFrom: '',
  policy: { id: nextId(`${area}-ECO`, today, []), series: `${area}-ECO`, title: none(), document: '', documentNumber: '', source: '', verified: false, areas: [area], from: today, to: '', appliesBy: 'placement', classes: [emptyClass([])], classesComplete: true, exclusions: [], rows: [{ ways: ['sea'], fen: 0, leastFen: null, mostFen: null, scope: none() }], payee: 'family', shares: null, proofs: ['placementRecord'], combination: 'highest', monthsToApply: null, applyAt: none(), notes: [] },
})

const said = (key: keyof typeof words): Text => text(words[key][0], words[key][1])
interface Issue { readonly code?: string | undefined; readonly path: readonly PropertyKey[]; readonly minimum?: unknown; readonly origin?: unknown; readonly expected?: unknown; readonly input?: unknown }
const issueWords = (issue: Issue, value: unknown): Text => {
  if (typeof value === 'number' && String(issue.path.at(-1)).endsWith('Fen')) return said('fault.money')
  if (value === '' || value === undefined) return said('fault.required')
  if (issue.code === 'too_big' && typeof value === 'string') return said('fault.long')
  if (issue.code === 'too_small' && Array.isArray(value)) return said('fault.few')
  return said(typeof value === 'number' ? 'fault.number' : 'fault.shape')
}
const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => path.reduce<unknown>((at, key) => (at === null || typeof at !== 'object' ? undefined : (at as Record<PropertyKey, unknown>)[key]), value)

/** What of a draft is not written as a policy is, each at its field. */
const shapeFaults = (schema: z.ZodType, value: unknown): readonly Fault[] => {
  const read = schema.safeParse(value)
  return read.success ? [] : read.error.issues.map((issue) => ({ field: issue.path.map(String).join('.'), message: issueWords(issue as Issue, valueAt(value, issue.path)) }))
}
export const waiverShapeFaults = (value: unknown): readonly Fault[] => shapeFaults(WaiverPolicy, value)
export const rewardShapeFaults = (value: unknown): readonly Fault[] => shapeFaults(RewardPolicy, value)

/** Says that a field is not filled in. */
export const missingAt = (field: string): Fault => ({ field, message: said('fault.required') })

/** Everything of a policy that must have a name on papers and lists, and has none. */
export const titleFaults = (policy: Pick<WaiverPolicy, 'title' | 'layers' | 'exclusions' | 'bearers' | 'examples'>): readonly Fault[] => {
  const named: readonly (readonly [string, Text])[] = [
    ['title', policy.title], ...policy.layers.flatMap((layer, at) => [...layer.classes.map((one, index) => [`layers.${String(at)}.classes.${String(index)}.title`, one.title] as const), ...layer.bearers.map((one, index) => [`layers.${String(at)}.bearers.${String(index)}.title`, one.title] as const)]),
    ...(['exclusions', 'bearers', 'examples'] as const).flatMap((list) => policy[list].map((one, index) => [`${list}.${String(index)}.title`, one.title] as const)),
  ]
  return named.flatMap(([field, title]) => (title.zh.trim() === '' ? [missingAt(field)] : []))
}

/** The formats of a policy handed from office to office. */
const formats = { waiver: 'lantai.waiverPolicy', reward: 'lantai.rewardPolicy' } as const

export const policyFile = (kind: DraftKind, policy: WaiverPolicy | RewardPolicy): string => `${JSON.stringify({ format: formats[kind], version: 1, policy }, null, 2)}\n`

/** Reads a policy file: a draft, the faults of its fields, or undefined when it is no policy file at all. */
export const readPolicyFile = (written: string, taken: readonly string[]): { readonly draft: KeptDraft } | { readonly faults: readonly Fault[] } | undefined => {
  let read: unknown
  try {
    read = JSON.parse(written)
  } catch {
    return undefined
  }
  if (read === null || typeof read !== 'object') return undefined
  const { format, policy } = read as { readonly format?: unknown; readonly policy?: unknown }
  const kind = (['waiver', 'reward'] as const).find((one) => formats[one] === format)
  if (kind === undefined) return undefined
  const faults = kind === 'waiver' ? waiverShapeFaults(policy) : rewardShapeFaults(policy)
  if (faults.length > 0) return { faults }
  const sound = policy as WaiverPolicy | RewardPolicy
  const id = taken.includes(sound.id) ? nextId(sound.series, sound.from.length === 10 ? sound.from : '2026', taken) : sound.id
  // Another office compared it, this one has not.
  return { draft: { key: newKey(), kind, copiedFrom: '', policy: { ...sound, id, verified: false } as WaiverPolicy | RewardPolicy } }
}
