import { z } from 'zod'
import { blankSignature, commonSections, dayOrNone as day, emptyCommonSections, long, pair, short, signature, SinglePhoto } from '../case/file.ts'

export { SinglePhoto } from '../case/file.ts'

/** The facts of one divorce case as the counter takes them (《婚姻登记条例》第十三至十六条): every field may still be missing while the clerk types. */

/** Where the marriage was registered: only the mainland and Chinese embassies and consulates lead to a divorce here (第十四条第三项; 民发〔2020〕116号). */
export const marriagePlaces = ['mainland', 'mission', 'elsewhere'] as const

/** The marriage that is to end, and how it is shown: a case of this register, or a certificate by its number as it is printed. */
export const EndingMarriage = z.strictObject({
  /** Case of this register, or empty. */
  caseId: z.string().max(64),
  /** 结婚证字号 in whatever shape it has. */
  number: short,
  office: short,
  day,
  place: z.union([z.literal(''), z.enum(marriagePlaces)]),
  /** Each party's own booklet. */
  certificates: pair(z.enum(['', 'shown', 'lost'])),
  /** Written statement of the loss, one for each party. */
  lostStatements: pair(z.boolean()),
  /** Both lost: a stamped copy of the marriage file. */
  fileCopy: z.boolean(),
})
export type EndingMarriage = z.infer<typeof EndingMarriage>

/** The application (离婚登记申请书), filled in on the spot by both together. */
export const Application = z.strictObject({
  together: z.boolean(),
  filledOnSpot: z.boolean(),
  /** Both say that they have agreed to divorce and on what follows from it. */
  agreed: z.enum(['', 'yes', 'no']),
  voluntary: pair(z.enum(['', 'yes', 'no'])),
  capacity: pair(z.enum(['', 'full', 'limited', 'none'])),
  signed: pair(z.boolean()),
  fingerprint: pair(z.boolean()),
})
export type Application = z.infer<typeof Application>

/** What the agreement says of one subject: settled, “none” written out, or left out. */
export const Clause = z.enum(['', 'settled', 'none', 'omitted'])
export type Clause = z.infer<typeof Clause>

/** The agreement (离婚协议书) as the registrar read it. */
export const Agreement = z.strictObject({
  collected: z.boolean(),
  /** States that both divorce of their own free will. */
  voluntary: z.boolean(),
  /** Names, sexes and identity numbers of both. */
  parties: z.boolean(),
  children: Clause,
  property: Clause,
  debts: Clause,
  /** The woman is pregnant: who asked for the divorce and what is arranged for the child. */
  pregnancy: z.enum(['', 'no', 'settled', 'omitted']),
  originals: z.int().min(0).max(9),
  signed: pair(z.boolean()),
  fingerprint: pair(z.boolean()),
  signedOn: day,
  /** Signed before the registrar. */
  witnessed: z.boolean(),
  /** Nothing struck out, written over or added by hand. */
  unaltered: z.boolean(),
  /** All originals say the same. */
  identical: z.boolean(),
})
export type Agreement = z.infer<typeof Agreement>

/** The record of questioning one party alone (询问笔录). */
export const Interview = z.strictObject({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  registrar: z.string().min(1).max(64),
  /** The other party was not in the room. */
  alone: z.boolean(),
  voluntary: z.boolean(),
  /** Knows what the agreement says and stands by it. */
  agreementConfirmed: z.boolean(),
  questions: z.array(z.strictObject({ question: long, answer: z.string().max(2000) })).max(60),
  readBack: z.boolean(),
  signed: z.boolean(),
  fingerprint: z.boolean(),
})
export type Interview = z.infer<typeof Interview>

/** What a party declared and signed at the issuance (申请离婚登记声明书). */
export const DivorceDeclaration = z.strictObject({
  voluntary: z.boolean(),
  agreed: z.boolean(),
  capacity: z.boolean(),
  truthful: z.boolean(),
  readAloud: z.boolean(),
  ...signature,
})
export type DivorceDeclaration = z.infer<typeof DivorceDeclaration>

export const DivorceFile = z.strictObject({
  marriage: EndingMarriage,
  application: Application,
  agreement: Agreement,
  /** Counselling and mediation, which the office may offer and nobody must take (第十七条). */
  counselling: z.strictObject({ offered: z.boolean(), taken: z.boolean(), note: long }),
  declarations: pair(DivorceDeclaration),
  interviews: pair(Interview.nullable()),
  photos: pair(SinglePhoto.nullable()),
  /** Code of `divorceReasons` for the statistics, or empty. */
  reason: z.string().max(2),
  ...commonSections,
})
export type DivorceFile = z.infer<typeof DivorceFile>

const blankDeclaration = (): DivorceDeclaration => ({ voluntary: false, agreed: false, capacity: false, truthful: false, readAloud: false, ...blankSignature })

/** An empty file as the clerk finds it: man left, woman right, both married. */
export const emptyDivorceFile = (): DivorceFile => ({
  ...emptyCommonSections('20'),
  marriage: { caseId: '', number: '', office: '', day: '', place: '', certificates: ['', ''], lostStatements: [false, false], fileCopy: false },
  application: { together: false, filledOnSpot: false, agreed: '', voluntary: ['', ''], capacity: ['', ''], signed: [false, false], fingerprint: [false, false] },
  agreement: { collected: false, voluntary: false, parties: false, children: '', property: '', debts: '', pregnancy: '', originals: 0, signed: [false, false], fingerprint: [false, false], signedOn: '', witnessed: false, unaltered: false, identical: false },
  counselling: { offered: false, taken: false, note: '' },
  declarations: [blankDeclaration(), blankDeclaration()], interviews: [null, null], photos: [null, null], reason: '',
})
