import { z } from 'zod'
import type { Action } from '../action.ts'
import { caseBodies, HandedOver, Serials } from '../case/actions.ts'
import { day, long, pair } from '../case/file.ts'
import { MarriageFile } from './file.ts'

/** The states of a marriage case; which act is allowed in which and where it leads stands in fold.ts. */
export const marriageStates = [
  'received', // 已受理: opened, being worked on
  'registered', // 准予登记: number and 印制号 allotted
  'proofread', // 已校对
  'delivered', // 已领证
  'refused', // 不予办理
  'abandoned', // 当事人放弃
  'voided', // 登记作废 (error of the office before hand-over, by two people; court and revocation come with their own states)
] as const
export const MarriageState = z.enum(marriageStates)
export type MarriageState = z.infer<typeof MarriageState>

/** What each action of a marriage case holds. Facts the office stamps (actor, counter, time) stand on the journal entry itself. */
export const marriageActions = {
  'marriage.opened': z.strictObject({ file: MarriageFile }),
  /** Sections replaced whole before the decision. */
  'marriage.amended': z.strictObject({ changes: MarriageFile.partial() }),
  /** 预审: the papers looked through before a peak day, and the day on which the couple is expected. */
  'marriage.screened': z.strictObject({ plannedDay: day, note: long }),
  'marriage.checked': caseBodies.checked,
  'marriage.registered': caseBodies.registered,
  'marriage.refused': caseBodies.refused,
  'marriage.abandoned': caseBodies.abandoned,
  'marriage.printed': caseBodies.printed,
  /** A booklet was spoiled in printing: the new serial takes its place (reason and second person on the action). */
  'marriage.reprinted': caseBodies.reprinted,
  'marriage.proofread': caseBodies.proofread,
  'marriage.delivered': z.strictObject({ day, parties: pair(HandedOver) }),
  /** A correction after the decision: the sections as they should have been; the number stays (reason, second person). New serials if the booklets were printed again. */
  'marriage.corrected': z.strictObject({ changes: MarriageFile.partial(), serials: Serials.optional() }),
  'marriage.voided': caseBodies.voided,
  /** 登记档案检查: what a person saw of the points no program can see; item id → pass or the failing. */
  'marriage.inspected': caseBodies.inspected,
  'marriage.archived': caseBodies.archived,
  /** The file of its own that a judgment or revocation makes, in the class 撤销婚姻类 (《婚姻登记档案管理办法》第九条); `ending` counts the case's endings from 0. */
  'marriage.endingFiled': caseBodies.archived.extend({ ending: z.int().nonnegative() }),
  /** The divorce of this register that ended the marriage was voided before the hand-over, so that its note no longer holds; recorded with the void, never by itself. */
  'marriage.endingLifted': z.strictObject({ day, caseId: z.string().min(1).max(64) }),
} as const

export type MarriageActionKind = keyof typeof marriageActions
export type MarriageActionBody<K extends MarriageActionKind> = z.infer<(typeof marriageActions)[K]>
export type MarriageAction = { [K in MarriageActionKind]: Action<K, MarriageActionBody<K>> }[MarriageActionKind]
