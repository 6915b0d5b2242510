import { z } from 'zod'
import type { Action } from '../../action.ts'
import { day, dayOrNone, FileHash, long, short } from '../../case/file.ts'
import { approverTypes } from '../approval.ts'
import { codesOf, filingPapers, noticeChannels, noticeElements, signDefects } from './codes.ts'
import { PlaceNameFile, PlaceNameReport } from './file.ts'

const named = z.string().min(1).max(200)
const item = z.string().regex(/^[0-9a-z]{1,12}$/)
const items = z.array(item).max(1000)
const reasons = z.array(z.strictObject({ rule: z.string().max(80), law: z.string().max(400), reason: z.string().min(1).max(400) })).min(1).max(60)

/** What is approved of one name, word for word: reply, register, notice and filing repeat it. */
export const ApprovedText = z.strictObject({ item, name: z.string().min(1).max(50), text: z.string().max(300), sign: z.string().max(300), extent: z.string().max(800) })
export type ApprovedText = z.infer<typeof ApprovedText>

/** What is decided on one name. */
export const ItemDecision = z.discriminatedUnion('outcome', [
  z.strictObject({ item, outcome: z.literal('approved'), words: ApprovedText }),
  z.strictObject({ item, outcome: z.literal('refused'), grounds: reasons }),
])
export type ItemDecision = z.infer<typeof ItemDecision>

/** What a person saw for the report: a rule for one item, or for the case. */
export const Attested = z.strictObject({ rule: z.string().min(1).max(80), item: z.union([z.literal(''), item]), result: z.enum(['pass', 'fail', 'notApplicable']), note: long })

/** What each action of a case holds; the subject is the case. */
export const placeNameActions = {
  'placeName.received': z.strictObject({ file: PlaceNameFile, day }),
  /** Sections replaced whole. */
  'placeName.amended': z.strictObject({ changes: PlaceNameFile.partial(), day }),
  /** 补正告知书: once, everything that is missing (《行政许可法》第三十二条). */
  'placeName.supplementAsked': z.strictObject({ day, slip: named, missing: z.array(named).min(1).max(60) }),
  'placeName.supplemented': z.strictObject({ day, changes: PlaceNameFile.partial() }),
  'placeName.accepted': z.strictObject({ day, slip: named }),
  'placeName.notAccepted': z.strictObject({ day, slip: named, grounds: reasons }),
  'placeName.visited': z.strictObject({ day, visitors: z.array(z.string().min(1).max(100)).min(1).max(20), items, found: z.string().min(1).max(4000), photos: z.array(FileHash).max(50) }),
  'placeName.reported': z.strictObject({ day, report: PlaceNameReport }),
  'placeName.consulted': z.strictObject({ day, consultation: z.string().min(1).max(64), unit: named, document: short, items, replyBy: dayOrNone }),
  'placeName.replied': z.strictObject({ day, consultation: z.string().min(1).max(64), outcome: z.enum(['agrees', 'objects', 'comments']), words: long, handling: long }),
  'placeName.displayed': z.strictObject({ day, display: z.string().min(1).max(64), from: day, to: day, where: named, items }),
  'placeName.displayEnded': z.strictObject({ day, display: z.string().min(1).max(64), objections: z.array(z.strictObject({ from: short, words: long, handling: long })).max(200), result: long }),
  /** Hearing or expert review: a stretch that does not count towards the decision, once told in writing. */
  'placeName.timeExcluded': z.strictObject({ day, from: day, to: day, told: z.boolean(), why: named }),
  'placeName.extended': z.strictObject({ day, by: named, told: z.boolean() }),
  /** 预命名, where the office has it: a name used before its approval, until a day. */
  'placeName.provisionallyNamed': z.strictObject({ day, item, document: named, until: day }),
  'placeName.reviewed': z.strictObject({ day, reviewer: named, opinion: z.string().min(1).max(4000), verdicts: z.array(z.strictObject({ item, verdict: z.enum(['approve', 'refuse']), note: long })).min(1).max(1000) }),
  'placeName.forwarded': z.strictObject({ day, to: named, document: named }),
  /** 复函: the answer to the body that decides. */
  'placeName.opined': z.strictObject({ day, document: named, opinions: z.array(z.strictObject({ item, opinion: z.enum(['agree', 'disagree', 'amend']), words: long })).min(1).max(1000) }),
  'placeName.decided': z.strictObject({ day, approver: z.enum(approverTypes), approverName: named, document: z.string().max(60), sealed: z.boolean(), remedies: z.boolean(), decisions: z.array(ItemDecision).min(1).max(1000) }),
  'placeName.delivered': z.strictObject({ day, receiver: named, how: z.enum(['inPerson', 'post', 'electronic', 'notice']) }),
  /** One attempt to file: the day the papers arrived, to whom. */
  'placeName.filed': z.strictObject({ day, to: named, document: short, items, papers: z.array(z.enum(codesOf(filingPapers))).max(4), words: z.array(ApprovedText).max(1000) }),
  'placeName.filingAnswered': z.strictObject({ day, outcome: z.enum(['filed', 'refileAsked', 'correctionAsked']), note: long }),
  /** The receiving side reminds, or sets a deadline. */
  'placeName.filingUrged': z.strictObject({ day, by: named, deadline: dayOrNone, note: long }),
  'placeName.noticed': z.strictObject({ day, number: short, channels: z.array(z.enum(codesOf(noticeChannels))).min(1).max(6), link: z.string().max(400), elements: z.array(z.enum(codesOf(noticeElements))).max(6), words: z.array(ApprovedText).min(1).max(1000) }),
  'placeName.entered': z.strictObject({ day, item, code: z.string().regex(/^\d{20}$/), announced: z.boolean() }),
  'placeName.signSet': z.strictObject({ day, item, sign: z.string().min(1).max(64), text: z.string().min(1).max(60), pinyin: z.string().max(300), position: short, maker: short, photo: z.union([z.literal(''), FileHash]) }),
  'placeName.signFound': z.strictObject({ day, item, sign: z.string().min(1).max(64), defect: z.enum(codesOf(signDefects)), note: long }),
  /** `text`, `pinyin` and `photo` as they stand on the sign afterwards, where the mending changed them. */
  'placeName.signMended': z.strictObject({ day, item, sign: z.string().min(1).max(64), note: long, text: z.string().min(1).max(60).optional(), pinyin: z.string().max(300).optional(), photo: FileHash.optional() }),
  'placeName.corrected': z.strictObject({ day, item, words: ApprovedText, document: named }),
  'placeName.attested': z.strictObject({ day, attestations: z.array(Attested).min(1).max(200) }),
  'placeName.printed': z.strictObject({ day, paper: z.string().min(1).max(60), digest: FileHash, printer: z.string().max(200) }),
  'placeName.archived': z.strictObject({ day, fonds: z.string().max(20), year: z.int().min(1980).max(2200), fileNumber: z.int().positive(), pages: z.int().positive(), index: z.boolean() }),
  'placeName.withdrawn': z.strictObject({ day, note: z.string().min(1).max(400) }),
} as const

export type PlaceNameActionKind = keyof typeof placeNameActions
export type PlaceNameAction = { [K in PlaceNameActionKind]: Action<K, z.infer<(typeof placeNameActions)[K]>> }[PlaceNameActionKind]
export type PlaceNameActionOf<K extends PlaceNameActionKind> = Extract<PlaceNameAction, { kind: K }>
export type PlaceNameBody<K extends PlaceNameActionKind> = PlaceNameActionOf<K>['body']
