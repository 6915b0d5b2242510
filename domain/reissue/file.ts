import { z } from 'zod'
import { blankSignature, commonSections, dayOrNone as day, emptyCommonSections, IdentityType, long, pair, Photo, short, signature, SinglePhoto } from '../case/file.ts'

/** The facts of one reissue (补领 by the party, 补发 by the office; 《婚姻登记条例》第二十一条). */

/** Which certificate is reissued: its number begins with BJ or BL. */
export const certificateKinds = ['marriage', 'divorce'] as const
/** Who applies: one party alone may, for the own booklet. */
export const applicantKinds = ['man', 'woman', 'both'] as const
/** Why: lost, damaged, or its data differ from the present identity paper. */
export const reissueReasons = ['lost', 'damaged', 'mismatch'] as const

/** The certificate as it was first issued; what is reissued carries its day. */
export const OriginalRegistration = z.strictObject({
  /** Case of this register, or empty. */
  caseId: z.string().max(64),
  /** 字号 in whatever shape it has. */
  number: short,
  office: short,
  /** Code of that office where known: tells 本地 from 异地 in the statistics. */
  area: z.union([z.literal(''), z.string().regex(/^\d{6}$/)]),
  day,
})
export type OriginalRegistration = z.infer<typeof OriginalRegistration>

/** How the office verified the file before the reissue (第二十一条第二款). */
export const FileVerification = z.strictObject({
  /** In this office's archive, at another holder (stamped copy or record proof), or lost (other proofs). */
  found: z.enum(['', 'here', 'elsewhere', 'lost']),
  /** What the file says is what the applicant says. */
  matches: z.enum(['', 'yes', 'no']),
  /** File number, or the copy or proof that stands in for it. */
  proof: long,
})
export type FileVerification = z.infer<typeof FileVerification>

/** A proxy by notarised mandate, and what the mandate names. */
export const Proxy = z.strictObject({
  name: short,
  identityType: IdentityType,
  identityNumber: z.string().max(30),
  identityShown: z.boolean(),
  notary: short,
  mandateNumber: short,
  mandateDay: day,
  names: z.strictObject({ party: z.boolean(), identity: z.boolean(), registrationDay: z.boolean(), registrationOffice: z.boolean(), presentStatus: z.boolean(), matter: z.boolean(), proxy: z.boolean() }),
})
export type Proxy = z.infer<typeof Proxy>

/** The applicant's signed statement (申请补领婚姻登记证声明书). */
export const ReissueDeclaration = z.strictObject({ statusHolds: z.enum(['', 'yes', 'no']), truthful: z.boolean(), ...signature })
export type ReissueDeclaration = z.infer<typeof ReissueDeclaration>

export const ReissueFile = z.strictObject({
  certificate: z.enum(certificateKinds),
  applicant: z.enum(applicantKinds),
  original: OriginalRegistration,
  verification: FileVerification,
  reason: z.union([z.literal(''), z.enum(reissueReasons)]),
  /** A damaged or differing booklet is cancelled and handed back. */
  oldCertificate: z.strictObject({ shown: z.boolean(), cancelled: z.boolean() }),
  /** Before a marriage certificate is reissued the question of a divorce by a court is asked. */
  courtDivorce: z.enum(['', 'no', 'yes']),
  proxy: Proxy.nullable(),
  declarations: pair(ReissueDeclaration),
  /** Joint photo for a marriage certificate. */
  photo: Photo.nullable(),
  /** Single photos for a divorce certificate. */
  photos: pair(SinglePhoto.nullable()),
  ...commonSections,
})
export type ReissueFile = z.infer<typeof ReissueFile>

/** Parties who apply, as indexes: the man is 0, the woman 1. */
export const applicantsOf = (file: Pick<ReissueFile, 'applicant'>): readonly (0 | 1)[] => (file.applicant === 'man' ? [0] : file.applicant === 'woman' ? [1] : [0, 1])

const blankDeclaration = (): ReissueDeclaration => ({ statusHolds: '', truthful: false, ...blankSignature })

/** An empty file as the clerk finds it. */
export const emptyReissueFile = (certificate: ReissueFile['certificate'] = 'marriage'): ReissueFile => ({
  ...emptyCommonSections(),
  certificate, applicant: 'both', original: { caseId: '', number: '', office: '', area: '', day: '' }, verification: { found: '', matches: '', proof: '' }, reason: '',
  oldCertificate: { shown: false, cancelled: false }, courtDivorce: '', proxy: null, declarations: [blankDeclaration(), blankDeclaration()], photo: null, photos: [null, null],
})
