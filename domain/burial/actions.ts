import { z } from 'zod'
import type { Action } from '../action.ts'
import { caseBodies } from '../case/actions.ts'
import { day, long, short } from '../case/file.ts'
import { agentRelationCodes, holdKindCodes, placementCodes } from './codes.ts'
import { BurialFile } from './file.ts'

/** The states that acts lead to; a hold is none of them, for it lies over whichever state the case is in. */
export const burialStates = [
  'reported', // 报告: the home was called
  'received', // 接收: the body has arrived
  'stored', // 存放
  'vigil', // 守灵
  'farewell', // 告别
  'cremated', // 已火化
  'crematedElsewhere', // 异地火化: another home cremated, its certificate was shown
  'ashesReleased', // 已领灰
  'ashesDeposited', // 骨灰寄存
  'placed', // 已安葬（安放）
  'transportedOut', // 外运
  'bodyBuried', // 遗体土葬
  'donated', // 遗体捐献
  'voided', // 作废: entered by mistake
] as const
export const BurialState = z.enum(burialStates)
export type BurialState = z.infer<typeof BurialState>

/** An instant with its offset, ISO 8601: the hour matters for storage by hours. */
const instant = z.iso.datetime({ offset: true })
const number = z.string().min(1).max(60)
const relation = z.enum(agentRelationCodes)
/** Who takes or signs, with paper seen. */
const Person = z.strictObject({ name: z.string().min(1).max(100), identityNumber: z.string().min(1).max(30), relation })
/** Where something lies or came to rest: facility, and its place in the words of that facility. */
const Place = z.strictObject({ facility: z.string().max(64), facilityName: short, position: z.string().max(100) })
export type Place = z.infer<typeof Place>

/** What each action of a case holds. */
export const burialActions = {
  'burial.reported': z.strictObject({ file: BurialFile }),
  /** Sections replaced whole; after the cremation only what a waiver asks and papers handed in later, all else by correction. */
  'burial.amended': z.strictObject({ changes: BurialFile.partial() }),
  'burial.received': z.strictObject({ arrivedAt: instant, collectedBy: short, vehicle: short }),
  'burial.stored': z.strictObject({ storedAt: instant, unit: short }),
  /** 存放延期: arranged and paid by the family, or by whoever handed the body over (第二十七条). */
  'burial.storageExtended': z.strictObject({ from: day, to: day, applicant: Person, reason: long, signed: z.literal(true) }),
  'burial.vigilHeld': z.strictObject({ from: instant, to: z.union([z.literal(''), instant]), hall: short }),
  'burial.farewellHeld': z.strictObject({ heldAt: instant, hall: short }),
  'burial.held': z.strictObject({ hold: z.string().min(1).max(64), kind: z.enum(holdKindCodes), day, document: short }),
  /** A hold ends by the paper of whoever asked for it. */
  'burial.released': z.strictObject({ hold: z.string().min(1).max(64), day, document: z.string().min(1).max(100) }),
  'burial.cremated': z.strictObject({
    day, startedAt: instant, endedAt: instant, furnace: short, operator: z.string().max(64), number, home: z.string().min(1).max(64), homeName: z.string().min(1).max(100), area: z.string().regex(/^\d{6}$/), registrar: z.string(),
    /** Reference of the recording, and until when it is kept (90 days at least). */
    recording: z.string().max(100), recordingKeptUntil: day,
  }),
  /** 异地火化: for a claim or a placement here; never counted among the bodies of this office. */
  'burial.crematedElsewhere': z.strictObject({ day, home: z.string().min(1).max(100), number, area: z.string().regex(/^\d{6}$/) }),
  /** 火化证明 handed over; a reissue goes to the first collector, and is no cremation. */
  'burial.certificateIssued': z.strictObject({ number, day, to: Person, stubSigned: z.literal(true), reissueOf: z.string().max(60) }),
  'burial.ashesReleased': z.strictObject({ number, day, to: Person, signed: z.literal(true) }),
  'burial.ashesDeposited': z.strictObject({ number, day, place: Place, holder: Person, to: day }),
  'burial.depositExtended': z.strictObject({ day, to: day }),
  'burial.placed': z.strictObject({ number: z.string().max(60), day, how: z.enum(placementCodes), place: Place, witness: short, document: short }),
  /** A further resting place; the first row is never edited. */
  'burial.moved': z.strictObject({ day, how: z.enum(placementCodes), place: Place, permit: short }),
  /** 外运: the acceptance of civil affairs at the destination (第二十九条). */
  'burial.transportedOut': z.strictObject({ day, destination: z.string().min(1).max(100), acceptance: z.strictObject({ number, issuer: z.string().min(1).max(100), issuedOn: day }), vehicle: short }),
  'burial.bodyBuried': z.strictObject({ number: z.string().max(60), day, ground: z.enum(['burialArea', 'protectedGroup']), reason: z.string().min(1).max(400), place: Place }),
  'burial.donated': z.strictObject({ day, institution: z.string().min(1).max(100), agreement: number }),
  'burial.printed': caseBodies.printed,
  'burial.corrected': z.strictObject({ changes: BurialFile.partial() }),
  'burial.voided': z.strictObject({ day }),
} as const

export type BurialActionKind = keyof typeof burialActions
export type BurialActionBody<K extends BurialActionKind> = z.infer<(typeof burialActions)[K]>
export type BurialAction = { [K in BurialActionKind]: Action<K, BurialActionBody<K>> }[BurialActionKind]
