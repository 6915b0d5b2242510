import { z } from 'zod'
import { dayOrNone, long, short, SuppliedPaper } from '../case/file.ts'
import { WaiverFacts } from '../waiver/facts.ts'
import { agentRelationCodes, caseKindCodes, deathMannerCodes } from './codes.ts'
import { blankCertificate, DeathCertificate, deceasedIdentityTypes } from './certificate.ts'

/** The facts of one cremation or burial case as the counter takes them: every field may still be missing while the clerk types. */

const areaOrNone = z.string().regex(/^(?:\d{6}|none)?$/)

/** The dead person (逝者). Somebody without any paper has the name 无 and no number. */
export const Deceased = z.strictObject({
  name: short,
  pinyin: short.optional(),
  identityType: z.enum(deceasedIdentityTypes),
  identityNumber: z.string().max(30),
  /** GB/T 2261.1: 1 man, 2 woman; 0 unknown. */
  sex: z.enum(['', '0', '1', '2']),
  birth: dayOrNone,
  /** Full years where the birth is not known. */
  age: z.int().min(0).max(150).nullable(),
  ethnicity: z.string().max(2),
  /** GB/T 2260 code of the household registration, `none` for nobody's. */
  hukou: areaOrNone,
  hukouAddress: long,
  death: dayOrNone,
  /** Area of the place of death. */
  deathArea: areaOrNone,
  deathPlace: long,
  manner: z.union([z.literal(''), z.enum(deathMannerCodes)]),
  /** Code of `deathCauses`, or empty. */
  cause: z.string().max(2),
  /** Class-A infectious disease or anthrax: disinfected at once and cremated nearby. */
  infectious: z.enum(['', 'no', 'other', 'classA']),
})
export type Deceased = z.infer<typeof Deceased>

/** Who arranges the funeral, signs and pays (丧事承办人). */
export const Agent = z.strictObject({ name: short, pinyin: short.optional(), identityNumber: z.string().max(30), relation: z.union([z.literal(''), z.enum(agentRelationCodes)]), phone: z.string().max(30), address: long })
export type Agent = z.infer<typeof Agent>

/** The confirmation of the cremation (火化确认书) that the agent signs before it. */
export const CremationConsent = z.strictObject({ signed: z.boolean(), signedOn: dayOrNone, signer: short, relation: z.union([z.literal(''), z.enum(agentRelationCodes)]) })
export type CremationConsent = z.infer<typeof CremationConsent>

/** What was looked at when the body was taken in (第二十六条). */
export const Intake = z.strictObject({
  certificateCompared: z.boolean(),
  /** Does the body plainly contradict the stated cause of death? */
  contradictsCause: z.enum(['', 'no', 'yes']),
  /** Report to the police, where it does. */
  policeReport: short,
  disinfected: z.boolean(),
})
export type Intake = z.infer<typeof Intake>

/** Where limbs and exhumed bones come from: the hospital that removed it, or the relocation. */
export const Origin = z.strictObject({ hospital: short, document: short, relocation: short })
export type Origin = z.infer<typeof Origin>

export const BurialFile = z.strictObject({
  kind: z.enum(caseKindCodes),
  deceased: Deceased,
  agent: Agent,
  certificate: DeathCertificate,
  consent: CremationConsent,
  intake: Intake,
  origin: Origin,
  /** Is a funeral grant paid by insurance or employer, and by what proof is it known (丧葬补助)? */
  grant: z.strictObject({ paid: z.enum(['', 'yes', 'no', 'unknown']), proof: long }),
  /** The answers to the questions of the waiver (flags of domain/waiver), as far as they were asked. */
  waiverFlags: WaiverFacts.shape.flags,
  papers: z.array(SuppliedPaper).max(60),
  answers: z.array(z.strictObject({ rule: z.string().max(80), field: z.string().max(80), reason: long })).max(60),
  note: long,
})
export type BurialFile = z.infer<typeof BurialFile>

/** An empty file as the clerk finds it. */
export const emptyBurialFile = (): BurialFile => ({
  kind: 'body',
  deceased: { name: '', identityType: 'resident', identityNumber: '', sex: '', birth: '', age: null, ethnicity: '', hukou: '', hukouAddress: '', death: '', deathArea: '', deathPlace: '', manner: '', cause: '', infectious: '' },
  agent: { name: '', identityNumber: '', relation: '', phone: '', address: '' },
  certificate: blankCertificate(), consent: { signed: false, signedOn: '', signer: '', relation: '' },
  intake: { certificateCompared: false, contradictsCause: '', policeReport: '', disinfected: false }, origin: { hospital: '', document: '', relocation: '' },
  grant: { paid: '', proof: '' }, waiverFlags: {}, papers: [], answers: [], note: '',
})
