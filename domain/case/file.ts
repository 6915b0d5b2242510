import { z } from 'zod'

/** What the files of every window share: the person block, papers supplied, checks, photos, answers (《婚姻登记条例》第八、十五、二十一条). */

export const short = z.string().max(100)
export const long = z.string().max(400)
/** A civil day or not yet entered. */
export const dayOrNone = z.string().regex(/^(?:\d{4}-\d{2}-\d{2})?$/)
/** A civil day. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A last day of validity, `long` for 长期, or not yet entered. */
const lastDay = z.string().regex(/^(?:\d{4}-\d{2}-\d{2}|long)?$/)
/** One for each party, the man's first. */
export const pair = <T extends z.ZodType>(schema: T) => z.tuple([schema, schema])

/** Kind of person (身份类别): decides papers, remarks and statistics by residence. */
export const personKinds = ['mainland', 'hongkong', 'macao', 'taiwan', 'overseas', 'abroad', 'foreigner'] as const
export const PersonKind = z.enum(personKinds)
export type PersonKind = z.infer<typeof PersonKind>

/** Types of identity paper (身份证件类型). */
export const identityTypes = [
  'resident', // 居民身份证
  'temporary', // 临时居民身份证
  'hmtResidence', // 港澳台居民居住证
  'hmPermit', // 港澳居民来往内地通行证
  'twPermit', // 台湾居民来往大陆通行证
  'passport', // 护照
  'travel', // 其他国际旅行证件
  'permanent', // 外国人永久居留身份证
] as const
export const IdentityType = z.enum(identityTypes)
export type IdentityType = z.infer<typeof IdentityType>

/** A lower-case hex SHA-256 under which a file lies in the data folder. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)

export const Address = z.strictObject({
  province: short, prefecture: short, county: short,
  /** GB/T 2260 code of the county where known, else empty. */
  area: z.string().regex(/^(?:\d{6})?$/),
  detail: long,
})
export type Address = z.infer<typeof Address>

/** One party (当事人): the common person block of §8. Index 0 is the man (男方), 1 the woman (女方). */
export const Party = z.strictObject({
  name: short,
  /** Pinyin of the name by syllables with spaces (`zhang san feng`), made when the case is saved and correctable, so that it is found by sound for ever after. */
  pinyin: short.optional(),
  kind: PersonKind,
  /** GB/T 2659 alpha-3; CHN for mainland, HK, Macao, Taiwan residents and overseas Chinese; STA… office values start with X. */
  nationality: z.string().max(3),
  identityType: IdentityType,
  identityNumber: z.string().max(30),
  /** Local identity card of HK / Macao / Taiwan residents, which stands beside the travel paper. */
  localIdentityNumber: z.string().max(30),
  identityFrom: dayOrNone,
  /** Last day of validity, or `long` for 长期. */
  identityTo: lastDay,
  identityIssuer: short,
  birth: dayOrNone,
  /** GB/T 2261.1: 1 man, 2 woman; empty until known. */
  sex: z.enum(['', '1', '2']),
  /** GB/T 3304 numeric; empty for foreigners. */
  ethnicity: z.string().max(2),
  /** GB/T 2261.2 before the registration: 10, 30 or 40. */
  maritalStatus: z.string().max(2),
  education: z.string().max(2),
  occupation: z.string().max(8),
  residence: Address,
  phone: z.string().max(30),
  military: z.boolean(),
  militaryNumber: z.string().max(30),
})
export type Party = z.infer<typeof Party>

/** A paper supplied (提供证件材料), ticked with its own validity and scans. */
export const SuppliedPaper = z.strictObject({
  /** From papers-required.ts, e.g. `identity`, `noSpouse`, `apostille`, `translation`, `divorceProof`, `other`. */
  type: z.string().max(40),
  party: z.union([z.literal(0), z.literal(1), z.literal('both')]),
  number: short,
  issuer: short,
  issuedOn: dayOrNone,
  validTo: lastDay,
  legible: z.boolean(),
  note: long,
  scans: z.array(z.strictObject({ hash: FileHash, name: short, type: z.enum(['application/pdf', 'image/png', 'image/jpeg']), bytes: z.int().nonnegative(), pages: z.int().positive() })).max(50),
})
export type SuppliedPaper = z.infer<typeof SuppliedPaper>

/** The joint photo (53 × 35 mm), cropped at 300 dpi or more, kept as JPEG by its hash. */
export const Photo = z.strictObject({
  hash: FileHash,
  width: z.int().positive(), // px
  height: z.int().positive(), // px
  /** The clerk's word: one recent joint bareheaded photo, not composed. */
  joint: z.boolean(),
  notComposed: z.boolean(),
})
export type Photo = z.infer<typeof Photo>

/** A single photo (35 × 53 mm) of one party; two prints of it are handed in. */
export const SinglePhoto = z.strictObject({
  hash: FileHash,
  width: z.int().positive(), // px
  height: z.int().positive(), // px
  prints: z.int().min(0).max(9),
  recent: z.boolean(),
  notComposed: z.boolean(),
})
export type SinglePhoto = z.infer<typeof SinglePhoto>

/** A network check (联网核对) of one party, recorded by hand: what came back, when, by whom. */
export const NetworkCheck = z.strictObject({
  party: z.union([z.literal(0), z.literal(1)]),
  identity: z.enum(['match', 'mismatch', 'unavailable']),
  /** GB/T 2261.2 code of the status the network gave, or empty when unavailable. */
  maritalStatus: z.string().max(2),
  checkedAt: z.string().max(35), // instant
  operator: z.string().max(64), // account id
  note: long,
  /** The proof that cleared a difference between declared and checked (§4). */
  proof: long,
})
export type NetworkCheck = z.infer<typeof NetworkCheck>

/** How a declaration (声明书) was signed: by the party, before the registrar who witnessed it. */
export const signature = {
  signed: z.boolean(),
  fingerprint: z.boolean(),
  signedOn: dayOrNone,
  /** 监誓人: account id of the registrar before whom it was signed. */
  witness: z.string().max(64),
  witnessSigned: z.boolean(),
} as const
export const blankSignature = { signed: false, fingerprint: false, signedOn: '', witness: '', witnessSigned: false } as const

/** The sections that every file has beside its own. */
export const commonSections = {
  parties: pair(Party),
  papers: z.array(SuppliedPaper).max(60),
  networkChecks: z.array(NetworkCheck).max(40),
  /** Answers to amber findings: rule id (and field) → the clerk's reason. */
  answers: z.array(z.strictObject({ rule: z.string().max(80), field: z.string().max(80), reason: long })).max(60),
  remarkForm: long,
  remarkCertificate: z.string().max(120),
} as const

const blankParty = (sex: '1' | '2', maritalStatus: string): Party => ({
  name: '', kind: 'mainland', nationality: 'CHN', identityType: 'resident', identityNumber: '', localIdentityNumber: '', identityFrom: '', identityTo: '', identityIssuer: '', birth: '', sex,
  ethnicity: '', maritalStatus, education: '', occupation: '', residence: { province: '', prefecture: '', county: '', area: '', detail: '' }, phone: '', military: false, militaryNumber: '',
})

/** The common sections as the clerk finds them: man left, woman right. */
export const emptyCommonSections = (maritalStatus = '') => ({
  parties: [blankParty('1', maritalStatus), blankParty('2', maritalStatus)] as [Party, Party],
  papers: [] as SuppliedPaper[], networkChecks: [] as NetworkCheck[], answers: [] as { rule: string; field: string; reason: string }[], remarkForm: '', remarkCertificate: '',
})
