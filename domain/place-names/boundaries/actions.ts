import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, FileHash, long, short } from '../../case/file.ts'
import { codeTable } from '../../codes/types.ts'
import { PlacedGeometry, Position } from '../gazetteer/geometry.ts'

const named = z.string().min(1).max(100)

/** Levels of a boundary: county and above by 《行政区域界线管理条例》, townships by analogy (第十九条). */
export const boundaryLevels = codeTable([['province', '省级界线', 'Provincial line'], ['city', '市级界线', 'City line'], ['county', '县级界线', 'County line'], ['township', '乡级界线', 'Township line']] as const)
/** What a joint inspection finds of a marker. */
export const markerStates = codeTable([['sound', '完好', 'Sound'], ['damaged', '损坏', 'Damaged'], ['moved', '移位', 'Moved'], ['lost', '丢失', 'Lost']] as const)

/** A marker (界桩) and whose it is to keep. */
export const BoundaryMarker = z.strictObject({ number: named, type: z.enum(['single', 'double', 'triple']), keeper: named, position: Position.nullable(), place: short })
export type BoundaryMarker = z.infer<typeof BoundaryMarker>

export const BoundaryFacts = z.strictObject({ code: z.string().max(40), name: named, level: z.enum(['province', 'city', 'county', 'township']), neighbours: z.array(named).min(2).max(3), lengthKilometres: z.number().nonnegative().max(100_000), approvedOn: day, approver: named, document: short, geometry: PlacedGeometry.nullable(), markers: z.array(BoundaryMarker).max(2000) })
export type BoundaryFacts = z.infer<typeof BoundaryFacts>

/** What each action on a boundary holds; the subject is the line, of a plan `boundaryPlan/2026`. */
export const boundaryActions = {
  'boundary.registered': z.strictObject({ day, facts: BoundaryFacts }),
  'boundary.described': z.strictObject({ day, changes: BoundaryFacts.partial(), document: short }),
  /** 联检: five-yearly, or after a disaster or a change of course. */
  'boundary.inspected': z.strictObject({
    day, from: day, kind: z.enum(['regular', 'extra']), cause: long, sides: z.array(named).min(2).max(3), lengthKilometres: z.number().nonnegative().max(100_000),
    markers: z.array(z.strictObject({ number: named, state: z.enum(['sound', 'damaged', 'moved', 'lost']), note: long })).max(2000),
    report: named, archiveNumber: short, result: z.enum(['clear', 'mended', 'disputed']), note: long, photos: z.array(FileHash).max(100),
  }),
  /** The result was filed jointly with the body that approved the line. */
  'boundary.resultFiled': z.strictObject({ day, report: named, with: named, document: short }),
  'boundary.markerMended': z.strictObject({ day, marker: named, how: z.enum(['repaired', 'reset', 'renewed']), by: named, neighbourPresent: z.boolean(), note: long }),
  'boundary.ended': z.strictObject({ day, document: named, reason: long }),
  'boundaryPlan.set': z.strictObject({ day, year: z.int().min(1990).max(2200), document: short, lines: z.array(z.strictObject({ line: z.string().min(1).max(64), by: day, lead: short })).max(500) }),
} as const
export type BoundaryActionKind = keyof typeof boundaryActions
export type BoundaryAction = { [K in BoundaryActionKind]: Action<K, z.infer<(typeof boundaryActions)[K]>> }[BoundaryActionKind]
export type BoundaryActionOf<K extends BoundaryActionKind> = Extract<BoundaryAction, { kind: K }>
export type BoundaryLineAction = Exclude<BoundaryAction, { kind: 'boundaryPlan.set' }>
export type BoundaryPlan = BoundaryActionOf<'boundaryPlan.set'>['body']
