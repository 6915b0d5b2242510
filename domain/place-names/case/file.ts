import { z } from 'zod'
import { dayOrNone, FileHash, long, short } from '../../case/file.ts'
import { EndPoint } from '../gazetteer/actions.ts'
import { PlacedGeometry } from '../gazetteer/geometry.ts'
import { placeKinds } from '../kinds.ts'
import type { NameItem } from '../names/index.ts'
import { nameActs } from '../names/acts.ts'
import { codesOf, reportKinds } from './codes.ts'

const named = z.string().max(50)
const size = z.number().nonnegative().max(1e10)
const yesNo = z.enum(['', 'yes', 'no'])

/** Sizes as the application gives them: metres, square metres, storeys, percent. */
export const ItemSize = z.strictObject({ widthMetres: size.optional(), lengthMetres: size.optional(), siteSquareMetres: size.optional(), floorSquareMetres: size.optional(), storeys: size.optional(), greenPercent: z.number().min(0).max(100).optional() })

/** One name of a case with everything its papers say of it. */
export const PlaceNameItem = z.strictObject({
  /** Stable in the case; what a decision, a sign or an entry names. */
  id: z.string().regex(/^[0-9a-z]{1,12}$/),
  act: z.enum(nameActs), kind: z.union([z.literal(''), z.enum(placeKinds)]), standing: z.enum(['nationallyFamous', 'countyAndAbove', 'township', 'ordinary']),
  /** Class of approval where the kind has several (approval.ts); empty takes the only one. */
  approvalClass: z.string().max(40),
  /** Up to three proposals; the first is the one asked for until another is chosen. */
  proposals: z.array(named).max(3),
  name: named, cut: z.strictObject({ specific: named, generic: named }).optional(), division: z.array(named).max(30).optional(),
  spelling: z.strictObject({ text: z.string().max(300), sign: z.string().max(300), manualReason: long }),
  chosen: z.record(z.string().regex(/^\d{1,2}$/), z.string().max(12)), readingsConfirmedBy: z.string().max(64),
  /** The entity of the gazetteer that is renamed, extended, removed or restored; empty for a new one. */
  entityId: z.string().max(64), formerName: named,
  meaning: long, origin: long, reason: long, location: long, nature: long,
  province: z.string().max(20), county: z.string().max(20), builtUpArea: z.string().max(60), township: short, village: short,
  start: EndPoint, end: EndPoint, orientation: z.string().max(40), bounds: z.string().max(400), surface: z.string().max(40), begun: dayOrNone, finished: dayOrNone, segments: z.array(short).max(60), numberingRule: long,
  size: ItemSize, permits: z.array(short).max(10), buildings: z.int().nonnegative().max(10_000).optional(), population: z.int().nonnegative().optional(), households: z.int().nonnegative().optional(),
  /** What a bridge or tunnel crosses. */
  spans: short,
  geometry: PlacedGeometry.nullable(),
  standsOut: yesNo, publicUse: yesNo,
  plan: z.enum(['', 'planned', 'departs', 'noPlan']), planReason: long,
  renameGround: z.enum(['', 'divisionChange', 'construction', 'naturalChange', 'other']), renameReason: long, protectionMeasures: long,
})
export type PlaceNameItem = z.infer<typeof PlaceNameItem>

const ItemNumbers = z.array(z.string().max(12)).max(1000)

/** One of the three reports: attached with its contents, or not required with the reason (《地名管理条例》第十一条). */
export const PlaceNameReport = z.strictObject({
  kind: z.enum(codesOf(reportKinds)), standing: z.enum(['attached', 'notRequired']), reason: long, author: short, day: dayOrNone,
  contents: z.array(z.string().max(30)).max(10),
  /** Items it covers; none means all. */
  items: ItemNumbers, scans: z.array(FileHash).max(50),
})
export type PlaceNameReport = z.infer<typeof PlaceNameReport>

/** A paper supplied with the application. */
export const PlaceNamePaper = z.strictObject({ type: z.string().max(40), title: short, number: short, day: dayOrNone, pages: z.int().nonnegative().max(10_000), scans: z.array(FileHash).max(50), note: long })

/** What an application, or a letter that asks for an opinion, holds; `consultation` is a letter of the body that decides. */
export const PlaceNameFile = z.strictObject({
  source: z.enum(['application', 'consultation']),
  title: z.string().max(200),
  applicant: z.strictObject({ name: short, creditCode: z.string().max(20), type: z.enum(['', 'organ', 'enterprise', 'institution', 'committee', 'other']), contact: short, phone: z.string().max(30), agent: short }),
  letter: z.strictObject({ number: short, day: dayOrNone }),
  /** Plan and reasons of the whole application (《地名管理条例》第十一条). */
  planAndReasons: z.string().max(4000),
  items: z.array(PlaceNameItem).max(1000),
  papers: z.array(PlaceNamePaper).max(60), consents: z.array(z.strictObject({ unit: short, day: dayOrNone, note: long })).max(30),
  answers: z.array(z.strictObject({ rule: z.string().max(80), field: z.string().max(80), reason: long })).max(3000),
})
export type PlaceNameFile = z.infer<typeof PlaceNameFile>

const noEnd = { text: '', status: 'unnamed', entityId: '' } as const

/** An item before anything was entered. */
export const emptyPlaceNameItem = (id: string): PlaceNameItem => ({
  id, act: 'naming', kind: '', standing: 'ordinary', approvalClass: '', proposals: [], name: '', spelling: { text: '', sign: '', manualReason: '' }, chosen: {}, readingsConfirmedBy: '', entityId: '', formerName: '',
  meaning: '', origin: '', reason: '', location: '', nature: '', province: '', county: '', builtUpArea: '', township: '', village: '', start: noEnd, end: noEnd, orientation: '', bounds: '', surface: '', begun: '', finished: '', segments: [], numberingRule: '',
  size: {}, permits: [], spans: '', geometry: null, standsOut: '', publicUse: '', plan: '', planReason: '', renameGround: '', renameReason: '', protectionMeasures: '',
})

/** A file before anything was entered. */
export const emptyPlaceNameFile = (): PlaceNameFile => ({ source: 'application', title: '', applicant: { name: '', creditCode: '', type: '', contact: '', phone: '', agent: '' }, letter: { number: '', day: '' }, planAndReasons: '', items: [], papers: [], consents: [], answers: [] })

/** What the rules on names read of an item; the readings are keyed by position. */
export const nameItemOf = (item: PlaceNameItem): NameItem => ({
  act: item.act, name: item.name, kind: item.kind, standing: item.standing, size: item.size, standsOut: item.standsOut, publicUse: item.publicUse, spelling: item.spelling,
  chosen: Object.fromEntries(Object.entries(item.chosen).map(([position, reading]) => [Number(position), reading])), readingsConfirmedBy: item.readingsConfirmedBy,
  plan: item.plan, planReason: item.planReason, renameGround: item.renameGround, renameReason: item.renameReason, protectionMeasures: item.protectionMeasures,
  ...(item.cut === undefined ? {} : { cut: item.cut }), ...(item.division === undefined ? {} : { division: item.division }),
})

/** The item of a number; undefined when the case has none. */
export const findItem = (file: Pick<PlaceNameFile, 'items'>, id: string): PlaceNameItem | undefined => file.items.find((item) => item.id === id)
