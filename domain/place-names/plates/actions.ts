import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, FileHash, long, short } from '../../case/file.ts'
import { Position } from '../gazetteer/geometry.ts'
import { EstateNumbering, plateTypes, StreetNumbering } from './settings.ts'

const named = z.string().min(1).max(200)
/** Type, what it belongs to, and number: `gate//12-1`, `unit/building//3-0/2-0`; made by `plateKey`. */
const key = z.string().min(1).max(120)
const keys = z.array(key).min(1).max(5000)

/** A number as it is given out. */
export const NumberedPlate = z.strictObject({
  type: z.enum(plateTypes), within: z.string().max(100), number: z.int().min(1).max(999_999), sub: z.int().min(0).max(9999), label: z.string().min(1).max(40),
  state: z.enum(['assigned', 'reserved']), frontage: z.string().max(80), side: z.enum(['', 'left', 'right']), metres: z.number().min(0).max(1e7), position: Position.nullable(),
})
export type NumberedPlate = z.infer<typeof NumberedPlate>

/** One address before and after. */
export const ConcordanceRow = z.strictObject({ key, before: named, after: named })
export type ConcordanceRow = z.infer<typeof ConcordanceRow>

/** How an address is written elsewhere: on the property certificate, the land certificate, the licence, the household book … */
export const WrittenAddress = z.strictObject({ source: z.enum(['realEstate', 'house', 'land', 'licence', 'household', 'other']), document: short, written: named })
export type WrittenAddress = z.infer<typeof WrittenAddress>

/** What each action on plates holds; the subject is the street or estate, of a proof its number. */
export const plateActions = {
  'plate.numbered': z.strictObject({ day, document: short, name: z.string().min(1).max(50), street: StreetNumbering.nullable(), estate: EstateNumbering.nullable(), rows: z.array(NumberedPlate).min(1).max(5000) }),
  /** A reserved number goes to a house. `provisional` numbers of buildings without a permit prove nothing of their lawfulness. */
  'plate.assigned': z.strictObject({ day, key, frontage: z.string().max(80), document: short, provisional: z.boolean() }),
  /** 门楼号确认书: to whom a number was confirmed. */
  'plate.confirmed': z.strictObject({ day, key, certificate: named, owner: named, use: short, former: z.string().max(200) }),
  'plate.made': z.strictObject({ day, batch: named, size: z.string().min(1).max(30), maker: short, keys }),
  'plate.mounted': z.strictObject({ day, key, qr: z.string().max(120), position: short, photo: z.union([z.literal(''), FileHash]) }),
  'plate.renumbered': z.strictObject({ day, key, to: NumberedPlate, document: short, reason: long }),
  'plate.cancelled': z.strictObject({ day, key, reason: named, document: short }),
  /** The street or estate has a new standard name; every address on it changes with it. */
  'plate.streetRenamed': z.strictObject({ day, from: z.string().min(1).max(50), to: z.string().min(1).max(50), document: short }),
  /** 新旧地址对照, issued. */
  'plate.concorded': z.strictObject({ day, document: named, rows: z.array(ConcordanceRow).min(1).max(20_000) }),
  /** A paper on plates was printed; `key` names the plate of papers made for each. */
  'plate.printed': z.strictObject({ day, paper: z.string().min(1).max(60), key: z.string().max(120), digest: FileHash, printer: z.string().max(200) }),
} as const
export type PlateActionKind = keyof typeof plateActions
export type PlateAction = { [K in PlateActionKind]: Action<K, z.infer<(typeof plateActions)[K]>> }[PlateActionKind]
export type PlateActionOf<K extends PlateActionKind> = Extract<PlateAction, { kind: K }>

/** 地名证明: several written forms are one property. The subject is the number of the proof. */
export const addressActions = {
  'address.proved': z.strictObject({ day, number: named, applicant: named, owner: named, entityId: z.string().max(64), key: z.string().max(120), standard: named, forms: z.array(WrittenAddress).min(1).max(20), sentence: z.string().min(1).max(2000), signer: short, reasons: z.array(z.strictObject({ field: z.string().max(40), reason: z.string().min(1).max(400) })).max(20) }),
  'address.withdrawn': z.strictObject({ day, number: named, reason: named }),
} as const
export type AddressActionKind = keyof typeof addressActions
export type AddressAction = { [K in AddressActionKind]: Action<K, z.infer<(typeof addressActions)[K]>> }[AddressActionKind]
export type AddressActionOf<K extends AddressActionKind> = Extract<AddressAction, { kind: K }>
