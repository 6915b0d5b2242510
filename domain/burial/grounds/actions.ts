import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, long, short } from '../../case/file.ts'
import { codeTable } from '../../codes/types.ts'

const named = z.string().min(1).max(100)
const count = z.int().nonnegative().max(100_000_000)

/** Where graves may not lie (第二十一、二十二条). */
export const illegalGrounds = codeTable([
  ['farmland', '耕地', 'Farmland'], ['forest', '林地（青山白化）', 'Forest'], ['park', '城市公园、风景名胜区', 'Park or scenic area'], ['heritage', '文物保护区', 'Heritage area'], ['water', '水库、河流堤坝、水源保护区', 'Reservoir, dyke or water source'], ['road', '铁路、公路主干线两侧', 'Beside rail or trunk road'], ['clan', '宗族墓地', 'Clan graveyard'], ['other', '公墓以外的其他地点', 'Elsewhere outside the cemeteries'],
] as const)
export const groundCodes = illegalGrounds.map(({ code }) => code) as [(typeof illegalGrounds)[number]['code'], ...(typeof illegalGrounds)[number]['code'][]]
export type IllegalGround = (typeof groundCodes)[number]

/** How a grave was dealt with. */
export const clearings = codeTable([
  ['moved', '迁入公墓', 'Moved into a cemetery'], ['eco', '生态安葬', 'Eco-burial'], ['levelled', '平坟、深埋', 'Levelled'], ['greened', '植绿遮挡', 'Screened with trees'], ['shrunk', '拆除超标部分', 'Cut down to size'],
] as const)
export const clearingCodes = clearings.map(({ code }) => code) as [(typeof clearings)[number]['code'], ...(typeof clearings)[number]['code'][]]
export type Clearing = (typeof clearingCodes)[number]

/** Figures of one day at one place. */
export const QingmingFigures = z.strictObject({ visitors: count, vehicles: count, incidents: count, complaints: count, lowCarbon: count, online: count, ashes: count, eco: count })
export type QingmingFigures = z.infer<typeof QingmingFigures>
/** Differences that a correction adds, signed. */
const difference = z.int().min(-100_000_000).max(100_000_000)
export const QingmingDifferences = z.strictObject({ visitors: difference, vehicles: difference, incidents: difference, complaints: difference, lowCarbon: difference, online: difference, ashes: difference, eco: difference })

/** What each action on grounds holds; the subject of daily figures is `site/day`, of a grave its own id. */
export const groundActions = {
  'qingming.counted': z.strictObject({ site: named, of: day, day, figures: QingmingFigures }),
  /** A late or wrong figure: a signed line of the day it was found, the first line is never edited. */
  'qingming.corrected': z.strictObject({ site: named, of: day, day, differences: QingmingDifferences }),
  'illegalGrave.found': z.strictObject({ day, township: named, village: short, ground: z.enum(groundCodes), cells: z.int().min(1).max(20), built: z.enum(['new', 'old']), owner: short, finder: short }),
  /** 责令改正 (第六十条): only ordered to correct. */
  'illegalGrave.ordered': z.strictObject({ day, document: named, deadline: day }),
  'illegalGrave.cleared': z.strictObject({ day, how: z.enum(clearingCodes), to: z.string().max(120), document: short }),
  /** Not illegal after all, as with protected historic graves. */
  'illegalGrave.dropped': z.strictObject({ day, note: long }),
} as const
export type GroundActionKind = keyof typeof groundActions
export type GroundAction = { [K in GroundActionKind]: Action<K, z.infer<(typeof groundActions)[K]>> }[GroundActionKind]
export type GroundActionOf<K extends GroundActionKind> = Extract<GroundAction, { kind: K }>
export type QingmingAction = GroundActionOf<'qingming.counted' | 'qingming.corrected'>
export type IllegalGraveAction = Exclude<GroundAction, QingmingAction>
