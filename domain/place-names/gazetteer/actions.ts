import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, dayOrNone, long, short } from '../../case/file.ts'
import { codeTable } from '../../codes/types.ts'
import { placeKinds } from '../kinds.ts'
import { PlacedGeometry } from './geometry.ts'

/** How a name stands to its entity; nothing is ever deleted, a name only changes its standing. */
export const nameStandings = codeTable([
  ['standard', '标准地名', 'Standard name'],
  ['former', '曾用名', 'Former name'],
  ['alias', '别名', 'Alias'],
  ['shortName', '简称', 'Short name'],
  ['historic', '历史地名', 'Historic name'],
  ['proposed', '拟用名', 'Proposed name'],
  ['reserved', '预留名', 'Reserved name'],
  ['removed', '已销名', 'Removed name'],
] as const)
export type NameStanding = (typeof nameStandings)[number]['code']
const standingCodes = nameStandings.map(({ code }) => code) as [NameStanding, ...NameStanding[]]

/** What a list of protected names holds (《地名管理条例实施办法》第二十条). */
export const protectionClasses = codeTable([
  ['heritage', '地名文化遗产', 'Place-name heritage'],
  ['historic', '历史地名', 'Historic name'],
  ['other', '其他有保护价值的地名', 'Other name worth protecting'],
] as const)

const named = z.string().min(1).max(100)
const size = z.number().nonnegative().max(1e10)

/** A name as the gazetteer keeps it; a spelling may be missing where none was ever published. */
export const GazetteerName = z.strictObject({
  id: z.string().min(1).max(80), name: named, text: z.string().max(300), sign: z.string().max(300),
  specific: z.string().max(50), generic: z.string().max(50),
  standing: z.enum(standingCodes),
  /** First and last day of use in this standing; empty when not known, or still so. */
  from: dayOrNone, to: dayOrNone,
  document: short, caseId: z.string().max(64), itemId: z.string().max(20),
})
export type GazetteerName = z.infer<typeof GazetteerName>

/** An end of a road: a registered place, or something not named yet in the words of the paper. */
export const EndPoint = z.strictObject({ text: z.string().max(200), status: z.enum(['registered', 'unnamed', 'planName', 'provisional', 'otherAuthority']), entityId: z.string().max(64) })
export type EndPoint = z.infer<typeof EndPoint>

/** What is known of an entity beside its names. */
export const EntityFacts = z.strictObject({
  kind: z.enum(placeKinds), classCode: z.string().regex(/^(?:\d{5})?$/),
  province: z.string().max(20), county: z.string().max(20), builtUpArea: z.string().max(60), township: short, village: short,
  location: long, orientation: z.string().max(40), start: EndPoint, end: EndPoint, bounds: z.string().max(400),
  lengthMetres: size.optional(), widthMetres: size.optional(), siteSquareMetres: size.optional(), floorSquareMetres: size.optional(), storeys: size.optional(), greenPercent: z.number().min(0).max(100).optional(),
  meaning: long, origin: long, history: z.string().max(4000),
  /** 密级 of data taken over from a census: kept, and written on whatever leaves the house. */
  secrecy: z.enum(['', 'internal', 'secret']),
})
export type EntityFacts = z.infer<typeof EntityFacts>

const noEnd: EndPoint = { text: '', status: 'unnamed', entityId: '' }
/** The facts of an entity of a kind before anything is known. */
export const emptyEntityFacts = (kind: EntityFacts['kind']): EntityFacts => ({ kind, classCode: '', province: '', county: '', builtUpArea: '', township: '', village: '', location: '', orientation: '', start: noEnd, end: noEnd, bounds: '', meaning: '', origin: '', history: '', secrecy: '' })

/** What each action on the gazetteer holds; the subject is the entity. */
export const gazetteerActions = {
  'gazetteer.added': z.strictObject({ facts: EntityFacts, geometry: PlacedGeometry.nullable(), names: z.array(GazetteerName).min(1).max(50), source: short, day }),
  /** A further name: alias, historic, proposed, reserved, or the standard name of an entity that has none. */
  'gazetteer.named': z.strictObject({ name: GazetteerName, day }),
  /** A new standard name takes the place of the old one, which stays as a former name. */
  'gazetteer.renamed': z.strictObject({ name: GazetteerName, day }),
  /** A name changes its standing: reserved to proposed, former to historic … */
  'gazetteer.restood': z.strictObject({ nameId: z.string().min(1).max(80), standing: z.enum(standingCodes), day, document: short }),
  'gazetteer.extentChanged': z.strictObject({ day, document: short, geometry: PlacedGeometry.nullable(), changes: EntityFacts.partial() }),
  /** 销名: the entity is gone or has lost its name; all stays to be read. */
  'gazetteer.removed': z.strictObject({ day, document: short, reason: long }),
  'gazetteer.described': z.strictObject({ day, changes: EntityFacts.partial() }),
  'gazetteer.placed': z.strictObject({ day, geometry: PlacedGeometry }),
  'gazetteer.spelled': z.strictObject({ nameId: z.string().min(1).max(80), text: z.string().max(300), sign: z.string().max(300), day }),
  'gazetteer.protected': z.strictObject({ day, classes: z.array(z.enum(['heritage', 'historic', 'other'])).min(1).max(3), value: z.string().max(4000), document: short, publishedOn: dayOrNone, copiedTo: short }),
  'gazetteer.unprotected': z.strictObject({ day, document: named }),
  /** The 20-digit code that the national base gave; never made here. */
  'gazetteer.coded': z.strictObject({ day, code: z.string().regex(/^\d{20}$/) }),
} as const
export type GazetteerActionKind = keyof typeof gazetteerActions
export type GazetteerAction = { [K in GazetteerActionKind]: Action<K, z.infer<(typeof gazetteerActions)[K]>> }[GazetteerActionKind]
export type GazetteerActionOf<K extends GazetteerActionKind> = Extract<GazetteerAction, { kind: K }>
