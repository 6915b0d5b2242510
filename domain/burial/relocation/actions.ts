import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, long, short } from '../../case/file.ts'
import { agentRelationCodes, placementCodes } from '../codes.ts'
import { graveTypeCodes } from './codes.ts'
import { RelocationTariff } from './tariff.ts'

const named = z.string().min(1).max(100)
const fen = z.int().nonnegative().max(1_000_000_000)

/** 迁坟公告: the parcel, the days, and what is paid. */
export const RelocationNotice = z.strictObject({ number: named, parcel: named, township: named, landUser: named, publishedOn: day, deadline: day, tariff: RelocationTariff })
export type RelocationNotice = z.infer<typeof RelocationNotice>

/** What the owner declares at the township: one grave (座) with its cells (穴). */
export const GraveDeclaration = z.strictObject({
  notice: named, graveNumber: short, type: z.enum(graveTypeCodes), cells: z.int().min(1).max(20), remains: z.int().min(0).max(40),
  owner: named, ownerIdentityNumber: z.string().min(1).max(30), relation: z.enum(agentRelationCodes), phone: z.string().max(30), photos: z.array(z.string().max(64)).max(20),
})
export type GraveDeclaration = z.infer<typeof GraveDeclaration>

/** What each action holds; the subject of a notice is the notice, of all others the grave. */
export const relocationActions = {
  'relocation.noticed': z.strictObject({ notice: RelocationNotice }),
  'relocation.declared': z.strictObject({ declaration: GraveDeclaration, day }),
  /** Overdue and nobody came: the land user deals with it as 无主坟. */
  'relocation.ownerless': z.strictObject({ notice: named, graveNumber: short, type: z.enum(graveTypeCodes), cells: z.int().min(1).max(20), remains: z.int().min(0).max(40), day, document: named }),
  'relocation.confirmed': z.strictObject({ day, slip: named, confirmer: named, cells: z.int().min(1).max(20), type: z.enum(graveTypeCodes) }),
  'relocation.exhumed': z.strictObject({ day, bonesCremation: short, remains: z.int().min(0).max(40) }),
  'relocation.compensated': z.strictObject({ day, baseFen: fen, rewardFen: fen, cellFen: fen, totalFen: fen, publicCells: z.int().min(0).max(20), payee: named, receipt: named }),
  /** Where the remains went, as many rows as there are cells. */
  'relocation.reinterred': z.strictObject({ day, to: z.array(z.strictObject({ how: z.enum(placementCodes), plot: z.string().min(1).max(120), publicCemetery: z.boolean() })).min(1).max(20) }),
  'relocation.withdrawn': z.strictObject({ day, note: long }),
} as const

export type RelocationActionKind = keyof typeof relocationActions
export type RelocationAction = { [K in RelocationActionKind]: Action<K, z.infer<(typeof relocationActions)[K]>> }[RelocationActionKind]
export type RelocationActionOf<K extends RelocationActionKind> = Extract<RelocationAction, { kind: K }>
