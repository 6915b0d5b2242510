import { z } from 'zod'
import { statisticalClassCodes, waiverFlagCodes, waiverItemCodes, waiverUnitCodes } from './codes.ts'
import { Answer, SettleMode, WaiverFacts } from './facts.ts'

/** A waiver policy as data: whatever a county or city wrote, with its document, source and dates; nothing of it stands in the engine. */

const Words = z.strictObject({ zh: z.string().max(600), en: z.string().max(600) })
const fen = z.int().nonnegative().max(1_000_000_000)
const id = z.string().min(1).max(60)
const areaCode = z.string().regex(/^\d{6}$/)
/** A day as far as it is known: 2021, 2025-03 or 2025-09-28. */
export const PartialDay = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)

/** One thing asked of a case, with three answers. */
export const Condition = z.discriminatedUnion('kind', [
  /** Household registration, death or cremation within areas; without areas, those of the policy. */
  z.strictObject({ kind: z.literal('area'), of: z.enum(['hukou', 'death', 'cremation']), within: z.array(areaCode), is: z.enum(['yes', 'no']) }),
  z.strictObject({ kind: z.literal('flag'), flag: z.enum(waiverFlagCodes), is: z.enum(['yes', 'no']) }),
])
export type Condition = z.infer<typeof Condition>

/** Somebody the policy is for: all conditions hold. */
export const BeneficiaryClass = z.strictObject({ id, title: Words, counted: z.enum(statisticalClassCodes), all: z.array(Condition), clause: Words, proof: Words })
export type BeneficiaryClass = z.infer<typeof BeneficiaryClass>

/** Somebody the policy is not for, whatever the class: all conditions hold. */
export const Exclusion = z.strictObject({ id, title: Words, all: z.array(Condition).min(1), clause: Words })
export type Exclusion = z.infer<typeof Exclusion>

/** When the free time of an item begins. */
export const ClockStart = z.enum(['death', 'arrival', 'cremation'])
export type ClockStart = z.infer<typeof ClockStart>

/** How an item is measured; null means without that limit. `body` takes a bill in any unit, for it counts the case as one. */
export const Measure = z.strictObject({
  /** Empty only in a draft. */
  unit: z.union([z.literal(''), z.enum(waiverUnitCodes)]),
  unitPriceFen: fen.nullable(),
  capQuantity: z.int().positive().nullable(),
  capFen: fen.nullable(),
})
export type Measure = z.infer<typeof Measure>

/** What the waiver becomes when the family chooses something better: nothing, a credit up to an amount, or the document does not say. */
export const Substitution = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') }), z.strictObject({ kind: z.literal('credit'), upToFen: fen }), z.strictObject({ kind: z.literal('unstated') })])
export type Substitution = z.infer<typeof Substitution>

/** One item of a layer. */
export const PolicyItem = z.strictObject({
  item: z.enum(waiverItemCodes),
  /** Alternatives by the unit of the bill, e.g. by day or by hour. */
  measures: z.array(Measure).min(1),
  /** False: the document names the item, but its amount has not been read; nothing is waived until the office enters it. */
  amountKnown: z.boolean(),
  /** Conditions under which this row is the one that counts. */
  when: z.array(Condition),
  clockStart: ClockStart.nullable(),
  substitution: Substitution,
  /** In a relief layer: takes the place of the same item of the base layer. */
  instead: z.boolean(),
  /** Limits in words that a clerk looks at (floors, size of the hall, kind of furnace). */
  scope: Words,
  clause: Words,
})
export type PolicyItem = z.infer<typeof PolicyItem>

/** Who pays in the end; shares are whole-number parts, null where the document leaves the ratio to another. */
export const FiscalBearer = z.strictObject({ id, title: Words, share: z.int().positive().max(10_000).nullable(), when: z.array(Condition) })
export type FiscalBearer = z.infer<typeof FiscalBearer>

/** What everyone of the policy gets (base), or what relief classes get on top. */
export const Layer = z.strictObject({
  id, kind: z.enum(['base', 'relief']), title: Words,
  classes: z.array(BeneficiaryClass).min(1),
  /** False: the document has further classes that have not been read, so that nobody is turned down for want of one. */
  classesComplete: z.boolean(),
  items: z.array(PolicyItem).min(1),
  caseCapFen: fen.nullable(),
  /** The items in the order in which the case cap cuts them, first to go first; empty: those that are kept longest come first in `waiverItems`. */
  cutOrder: z.array(z.enum(waiverItemCodes)),
  /** Instead of the policy's own; empty: the policy's. */
  bearers: z.array(FiscalBearer),
  clause: Words,
})
export type Layer = z.infer<typeof Layer>

/** Until when a claim may be handed in; null where the document sets no time. */
export const ClaimTerms = z.strictObject({ deadline: z.strictObject({ count: z.int().positive(), unit: z.enum(['day', 'month']), from: z.enum(['invoice', 'cremation', 'death']) }).nullable(), where: Words, papers: Words })
export type ClaimTerms = z.infer<typeof ClaimTerms>

/** A worked example: asked again whenever the policy changes. */
export const WorkedExample = z.strictObject({
  id, title: Words, day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), facts: WaiverFacts,
  expected: z.strictObject({ answer: Answer, waivedFen: fen, selfPaidFen: fen, items: z.partialRecord(z.enum(waiverItemCodes), fen) }),
})
export type WorkedExample = z.infer<typeof WorkedExample>

export const WaiverPolicy = z.strictObject({
  /** Of this version; never used again. */
  id,
  /** The policy whose versions must not overlap. */
  series: id,
  title: Words,
  /** Title of the document as it was issued, and its number; empty where not seen. */
  document: z.string().max(300),
  documentNumber: z.string().max(100),
  source: z.string().min(1).max(400),
  /** Official page, reprint or press, commercial or weak. */
  sourceGrade: z.enum(['official', 'reprint', 'weak']),
  /** Somebody has compared every figure with the document itself. */
  verified: z.boolean(),
  areas: z.array(areaCode).min(1),
  from: PartialDay,
  /** Last day; empty while open, `unknown` where the end is not known. */
  to: z.union([z.literal(''), z.literal('unknown'), PartialDay]),
  /** The day that chooses the version; `unstated`: only where death, cremation and settlement agree. */
  appliesBy: z.enum(['death', 'cremation', 'settlement', 'unstated']),
  /** Which policy is asked first where several apply; then by id. */
  rank: z.int().min(0).max(999),
  exclusions: z.array(Exclusion),
  layers: z.array(Layer).min(1),
  modes: z.array(SettleMode).min(1),
  claim: ClaimTerms.nullable(),
  bearers: z.array(FiscalBearer),
  settlement: Words,
  notes: z.array(Words),
  examples: z.array(WorkedExample),
})
export type WaiverPolicy = z.infer<typeof WaiverPolicy>
