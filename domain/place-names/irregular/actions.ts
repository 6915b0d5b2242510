import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, long, short } from '../../case/file.ts'
import { codeTable } from '../../codes/types.ts'
import { codesOf } from '../case/codes.ts'

const named = z.string().min(1).max(200)

/** What is irregular about a name in use: the classes of the clean-up, and the breaches of 《地名管理条例》第三十六至三十八条. */
export const irregularClasses = codeTable([
  ['big', '刻意夸大', 'Exaggerated'],
  ['foreign', '崇洋媚外', 'Foreign'],
  ['odd', '怪异难懂', 'Odd'],
  ['repeated', '重名同音', 'Repeated or homophone'],
  ['unapproved', '擅自命名、更名', 'Named or renamed without approval'],
  ['notStandard', '未使用标准地名', 'Standard name not used'],
  ['sign', '标志不规范', 'Irregular sign'],
] as const)
/** Where it was learnt of. */
export const irregularSources = codeTable([['patrol', '巡查', 'Patrol'], ['complaint', '投诉举报', 'Complaint'], ['cleanUp', '专项清理', 'Clean-up'], ['transferred', '移送', 'Transferred']] as const)
/** How it was settled. */
export const irregularEndings = codeTable([
  ['renamed', '已更名', 'Renamed'],
  ['corrected', '已改用标准地名', 'Standard name taken up'],
  ['signMended', '标志已整改', 'Sign mended'],
  ['suppressed', '已取缔', 'Suppressed'],
  ['transferred', '已移送处罚', 'Passed on for a penalty'],
  ['unfounded', '经查不属不规范地名', 'Not irregular after all'],
] as const)

export const IrregularFacts = z.strictObject({
  name: z.string().min(1).max(50), where: named, class: z.enum(codesOf(irregularClasses)), source: z.enum(codesOf(irregularSources)),
  /** Who uses or put up the name. */
  holder: short, contact: short,
  /** The standard name it ought to bear, and its entity in the gazetteer where there is one. */
  standard: z.string().max(50), entityId: z.string().max(64), found: z.string().min(1).max(1000),
})
export type IrregularFacts = z.infer<typeof IrregularFacts>

/** What each action on an irregular name (不规范地名) holds; the subject is the finding. */
export const irregularActions = {
  'irregularName.found': z.strictObject({ day, facts: IrregularFacts }),
  /** 整改通知书 (《地名管理条例》第三十一条). */
  'irregularName.noticed': z.strictObject({ day, number: named, deadline: day, demands: z.string().min(1).max(1000) }),
  /** 约谈. */
  'irregularName.interviewed': z.strictObject({ day, with: named, said: z.string().min(1).max(1000) }),
  'irregularName.settled': z.strictObject({ day, how: z.enum(codesOf(irregularEndings)), document: short, note: long }),
} as const
export type IrregularActionKind = keyof typeof irregularActions
export type IrregularAction = { [K in IrregularActionKind]: Action<K, z.infer<(typeof irregularActions)[K]>> }[IrregularActionKind]
export type IrregularActionOf<K extends IrregularActionKind> = Extract<IrregularAction, { kind: K }>
