import { z } from 'zod'
import { blankSignature, commonSections, dayOrNone, emptyCommonSections, pair, Photo, short, signature } from '../case/file.ts'
import { text, type Text } from '../text.ts'

export { Address, FileHash, IdentityType, identityTypes, NetworkCheck, Party, PersonKind, personKinds, Photo, SuppliedPaper } from '../case/file.ts'

/** The facts of one marriage case as the counter takes them: every field may still be missing while the clerk types. */

export const marriageKinds = ['marriage', 'late', 'remarriage'] as const
export const MarriageKind = z.enum(marriageKinds)
export type MarriageKind = z.infer<typeof MarriageKind>

/** Names of the kinds of marriage registration. */
export const marriageKindTitles: Readonly<Record<MarriageKind, Text>> = {
  marriage: text('结婚登记', 'Marriage registration'),
  late: text('补办结婚登记', 'Late marriage registration'),
  remarriage: text('复婚登记', 'Remarriage to the former spouse'),
}

/** What a party declared and signed before the registrar (声明书). */
export const Declaration = z.strictObject({
  voluntary: z.boolean(),
  noSpouse: z.boolean(),
  notKin: z.boolean(),
  /** 知晓对方健康状况 / 已如实告知重大疾病. */
  healthTold: z.boolean(),
  capacity: z.boolean(),
  readAloud: z.boolean(),
  ...signature,
})
export type Declaration = z.infer<typeof Declaration>

export const MarriageFile = z.strictObject({
  kind: MarriageKind,
  /** 补办: day from which both lived as spouses; by the court's rule the effect runs back, it is not printed. */
  cohabitedSince: dayOrNone,
  /** 复婚: number and day of the divorce that ended the former marriage to each other. */
  formerDivorce: z.strictObject({ number: short, day: dayOrNone }),
  photo: Photo.nullable(),
  declarations: pair(Declaration),
  ...commonSections,
})
export type MarriageFile = z.infer<typeof MarriageFile>

const blankDeclaration = (): Declaration => ({ voluntary: false, noSpouse: false, notKin: false, healthTold: false, capacity: false, readAloud: false, ...blankSignature })

/** An empty file as the clerk finds it: man left, woman right. */
export const emptyMarriageFile = (kind: MarriageKind = 'marriage'): MarriageFile => ({
  kind, cohabitedSince: '', formerDivorce: { number: '', day: '' }, photo: null, declarations: [blankDeclaration(), blankDeclaration()], ...emptyCommonSections(),
})
