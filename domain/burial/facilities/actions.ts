import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, dayOrNone, long } from '../../case/file.ts'
import { codeTable } from '../../codes/types.ts'
import { cemeteryKindCodes } from '../placement/codes.ts'
import { InspectionForm } from './form.ts'

/** Facilities of the register: burial grounds of every kind, and the others. */
export const facilityKinds = [...cemeteryKindCodes, 'funeralHome', 'serviceStation'] as const
/** What a year's report consists of (第五十二条). */
export const reportKinds = codeTable([
  ['work', '年度工作报告', 'Yearly work report'],
  ['audit', '财务审计报告', 'Financial audit report'],
] as const)
const named = z.string().min(1).max(100)

export const FacilityFacts = z.strictObject({ name: named, kind: z.enum(facilityKinds), area: z.string().regex(/^\d{6}$/), township: z.string().max(100), foundedOn: day, document: z.string().max(100) })
export type FacilityFacts = z.infer<typeof FacilityFacts>
/** 价格批复: which authority fixed which price by which document, from when to when. */
export const PriceApproval = z.strictObject({ document: named, authority: named, from: day, to: dayOrNone, items: z.array(z.strictObject({ item: named, mostFen: z.int().nonnegative().max(1_000_000_000) })).min(1).max(60) })
export type PriceApproval = z.infer<typeof PriceApproval>
const Score = z.strictObject({ item: named, points: z.int().nonnegative(), note: long })
const year = z.int().min(1980).max(2200)

/** What each action on a facility holds; the subject is the facility. */
export const facilityActions = {
  'facility.registered': z.strictObject({ facts: FacilityFacts, day }),
  'facility.pricesApproved': z.strictObject({ approval: PriceApproval, day }),
  'facility.pricesEnded': z.strictObject({ document: named, to: day, day }),
  'facility.reported': z.strictObject({ year, report: z.enum(['work', 'audit']), day }),
  'facility.inspected': z.strictObject({ year, day, form: InspectionForm, items: z.array(Score), score: z.int().nonnegative(), result: z.enum(['pass', 'fix', 'fail']), deadline: dayOrNone, inspectors: z.array(named).min(2).max(20) }),
  /** 复查: what was asked has been mended, or has not. */
  'facility.reinspected': z.strictObject({ year, day, mended: z.boolean(), note: long }),
  'facility.closed': z.strictObject({ day, document: named }),
} as const
export type FacilityActionKind = keyof typeof facilityActions
export type FacilityAction = { [K in FacilityActionKind]: Action<K, z.infer<(typeof facilityActions)[K]>> }[FacilityActionKind]
export type FacilityActionOf<K extends FacilityActionKind> = Extract<FacilityAction, { kind: K }>
