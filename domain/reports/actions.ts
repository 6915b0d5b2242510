import { z } from 'zod'
import type { Action } from '../action.ts'
import { DayFigures, Head } from './shapes.ts'

/** The acts of the office's reports. Subjects: `day/2026-10-20`, `month/2026-10`, a stored report `r…`, a drawing of the sampled inspection `s…`. */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const hash = z.string().regex(/^[0-9a-f]{64}$/)
const note = z.string().max(400)

export const reportActions = {
  /** 日结: freezes the figures of a day with the journal's head before it; what comes later for the day is a late line. */
  'day.closed': z.strictObject({ day, figures: DayFigures, head: Head, note }),
  /** 月结: the tally of a month signed by who made it and who checked it (second person); `content` is the stored TallyBook. */
  'month.closed': z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), content: hash, head: Head, unclosed: z.array(day).max(31), note }),
  /** A report put away for good: its bytes are in the file store under `content`. */
  'report.stored': z.strictObject({
    report: z.enum(['compliance', 'tally']), from: day, to: day, windows: z.array(z.string().max(40)).max(20), today: day, ranAt: z.string().max(40), head: Head, program: z.string().max(40), rules: z.union([z.literal(''), hash]), content: hash,
    total: z.int(), passed: z.int(), failed: z.int(), unexamined: z.int(), note,
  }),
  /** A stored report was made again from the journal and compared. */
  'report.remade': z.strictObject({ same: z.boolean(), content: hash, made: hash }),
  /** 抽查: cases drawn from the registered cases of a period by a seed; `population` is how many there were and the hash of their ids in order, so that the draw can be repeated. */
  'inspection.drawn': z.strictObject({ from: day, to: day, windows: z.array(z.string().max(40)).min(1).max(20), seed: z.string().min(1).max(64), population: z.strictObject({ count: z.int().positive(), digest: hash }), cases: z.array(z.strictObject({ window: z.string().max(40), caseId: z.string().max(80) })).min(1).max(500), note }),
  /** What the examiner found of one drawn case; a further one takes the place of the one before. `rules` names what failed. */
  'inspection.examined': z.strictObject({ window: z.string().max(40), caseId: z.string().max(80), result: z.enum(['pass', 'fail']), rules: z.array(z.string().max(120)).max(50), note: z.string().max(400) }),
} as const

export type ReportActionKind = keyof typeof reportActions
export type ReportActionBody<K extends ReportActionKind> = z.infer<(typeof reportActions)[K]>
export type ReportAction = { [K in ReportActionKind]: Action<K, ReportActionBody<K>> }[ReportActionKind]
