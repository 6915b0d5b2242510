import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, dayOrNone, long, short } from '../../case/file.ts'
import { agentRelationCodes, placementCodes } from '../codes.ts'
import { cemeteryKindCodes, plotSizeCodes, preNeedReasonCodes } from './codes.ts'

const id = z.string().min(1).max(64)
const named = z.string().min(1).max(100)
const fen = z.int().nonnegative().max(1_000_000_000)

/** Who holds a plot or niche, with the relation to the one who lies there. */
export const Holder = z.strictObject({ name: named, pinyin: short.optional(), identityNumber: z.string().min(1).max(30), phone: z.string().max(30), relation: z.union([z.literal(''), z.enum(agentRelationCodes)]), area: z.string().regex(/^(?:\d{6}|none|)$/), villager: z.enum(['', 'yes', 'no']) })
export type Holder = z.infer<typeof Holder>

/** A part of a cemetery or columbarium whose plots are alike: rows of numbers, or racks of levels and columns. */
export const Section = z.strictObject({
  code: z.string().regex(/^[^/\s]{1,20}$/u), name: named,
  /** Plots count rows and numbers; niches racks (rows) with levels of columns. */
  what: z.enum(['plot', 'niche']),
  form: z.enum(['ashes', 'body']), size: z.enum(plotSizeCodes), capacity: z.int().min(1).max(12),
  /** Area of one plot in dm² (1 m² = 100 dm²) and height of its stele in cm; zero for niches and flat ground. */
  areaDm2: z.int().nonnegative().max(10_000), steleCm: z.int().nonnegative().max(1000),
  rows: z.array(z.strictObject({ row: z.string().regex(/^[^/\s]{1,10}$/u), levels: z.int().min(1).max(60), columns: z.int().min(1).max(2000) })).min(1).max(2000),
  eco: z.boolean(),
})
export type Section = z.infer<typeof Section>

export const CemeteryFacts = z.strictObject({
  name: named, kind: z.enum(cemeteryKindCodes), area: z.string().regex(/^\d{6}$/), township: short, foundedOn: dayOrNone,
  /** Village grounds are filed with the county government, others approved; authorities differ by time and place. */
  standing: z.enum(['approved', 'filed', 'none']), document: short, authority: short,
})
export type CemeteryFacts = z.infer<typeof CemeteryFacts>

/** What each action on cemeteries holds; the subject is the cemetery. */
export const cemeteryActions = {
  'cemetery.registered': z.strictObject({ facts: CemeteryFacts, day }),
  'cemetery.laidOut': z.strictObject({ section: Section, day }),
} as const

/** Who is laid to rest. */
export const Interred = z.strictObject({ interment: id, deceased: named, pinyin: short.optional(), key: z.string().min(1).max(80), caseId: z.string().max(64), how: z.enum(placementCodes), proof: named })

/** What each action on a plot or niche holds; the subject is its id, `cemetery/section/row/number`. */
export const plotActions = {
  'plot.reserved': z.strictObject({ slip: id, day, until: day, holder: Holder }),
  'plot.released': z.strictObject({ slip: id, day }),
  /** 使用协议: one cycle of twenty years at most. */
  'plot.contracted': z.strictObject({ agreement: named, slip: z.string().max(64), day, to: day, holder: Holder, feeFen: fen, upkeepFen: fen, proof: short, preNeed: z.union([z.null(), z.strictObject({ reason: z.enum(preNeedReasonCodes), proof: named })]) }),
  'plot.interred': z.strictObject({ ...Interred.shape, day, certificate: short, /** The plot from which it was moved here. */ movedFrom: z.string().max(120) }),
  /** Moved out: the row of the interment stays and gets its end. */
  'plot.removed': z.strictObject({ interment: id, day, why: z.enum(['relocation', 'family', 'wrongGrave']), to: z.string().min(1).max(120), permit: short, agent: short }),
  'plot.renewed': z.strictObject({ day, to: day, upkeepFen: fen }),
  'plot.surrendered': z.strictObject({ day, agreement: named }),
  'plot.reopened': z.strictObject({ day }),
  'plot.blocked': z.strictObject({ day, note: long }),
  'plot.unblocked': z.strictObject({ day }),
} as const

type ActionsOf<T extends Record<string, z.ZodType>> = { [K in keyof T & string]: Action<K, z.infer<T[K]>> }[keyof T & string]
export type CemeteryAction = ActionsOf<typeof cemeteryActions>
export type PlotAction = ActionsOf<typeof plotActions>
export type PlotActionKind = PlotAction['kind']
export type PlotActionOf<K extends PlotActionKind> = Extract<PlotAction, { kind: K }>
