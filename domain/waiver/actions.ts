import { z } from 'zod'
import type { Action } from '../action.ts'
import { statisticalClassCodes, waiverItemCodes } from './codes.ts'
import { SettleMode, WaiverFacts } from './facts.ts'
import { WaiverPolicy } from './policy.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const fen = z.int().nonnegative()

/** What one settlement waived, as it was printed: whatever becomes of the policy later, these figures stand. */
export const SettledWaiver = z.strictObject({
  facts: WaiverFacts, mode: SettleMode, day,
  actualFen: fen, waivedFen: fen, selfPaidFen: fen,
  grants: z.array(z.strictObject({ policy: z.string(), layer: z.string(), class: z.string(), counted: z.enum(statisticalClassCodes), waivedFen: fen, bearers: z.array(z.strictObject({ bearer: z.string(), fen })) })),
  lines: z.array(z.strictObject({ id: z.string(), item: z.enum(waiverItemCodes), policy: z.string(), actualFen: fen, capFen: fen.nullable(), waivedFen: fen, selfPaidFen: fen })),
  explanation: z.array(z.strictObject({ zh: z.string(), en: z.string() })),
})
export type SettledWaiver = z.infer<typeof SettledWaiver>

/** What each action on policies and waivers holds. A policy is never edited: a change is a further version (reason and second person on the action). */
export const waiverActions = {
  /** A version put in force by an office: copied from the library or its own, approved by a second person. */
  'waiver.policyAdopted': z.strictObject({ policy: WaiverPolicy, day, copiedFrom: z.string().max(60) }),
  /** The last day of a version, set later. */
  'waiver.policyEnded': z.strictObject({ policy: z.string(), to: day }),
  /** Money waived for a case. The subject is the case. */
  'waiver.settled': z.strictObject({ waiver: SettledWaiver, registrar: z.string(), number: z.string().max(40) }),
  /** A settlement taken back as a further line, never edited (reason, second person). */
  'waiver.reversed': z.strictObject({ number: z.string().max(40), day, waivedFen: fen }),
} as const

export type WaiverActionKind = keyof typeof waiverActions
export type WaiverActionBody<K extends WaiverActionKind> = z.infer<(typeof waiverActions)[K]>
export type WaiverAction = { [K in WaiverActionKind]: Action<K, WaiverActionBody<K>> }[WaiverActionKind]
