import { codeTable } from '../codes/types.ts'
import { citations, marriageRegulation, marriageRegulation2003, apostilleNotice, marriageNorms } from '../law.ts'
import type { Text } from '../text.ts'
import type { MarriageFile, Party } from './file.ts'

/** Papers a party may bring (提供证件材料), in the order the review form lists them. */
export const paperTypes = codeTable([
  ['identity', '身份证件', 'Identity paper'],
  ['localIdentity', '本地居民身份证', 'Local identity card'],
  ['noSpouse', '无配偶声明或者证明', 'No-spouse declaration or certificate'],
  ['authentication', '使领馆认证', 'Authentication by an embassy or consulate'],
  ['embassyIssued', '使领馆出具', 'Issued by an embassy or consulate'],
  ['apostille', '附加证明书', 'Apostille'],
  ['translation', '中文译本', 'Chinese translation'],
  ['hagueStatement', '当事人书面声明', 'Party’s written statement on the foreign paper'],
  ['militaryCard', '军人证件', 'Military card'],
  ['militaryProof', '军人婚姻登记证明', 'Proof for the marriage of a serviceman'],
  ['divorceProof', '离婚证、离婚判决书或者调解书', 'Proof of divorce'],
  ['deathProof', '配偶死亡证明', 'Proof of the spouse’s death'],
  ['householdBook', '户口簿', 'Household book'],
  ['feeReceipt', '收费票据', 'Receipt of a fee'],
  ['other', '其他材料', 'Other paper'],
] as const)
export type PaperType = (typeof paperTypes)[number]['code']

/** A paper that this couple must bring; any type of `anyOf` satisfies it. */
export interface RequiredPaper {
  readonly type: PaperType
  readonly anyOf: readonly PaperType[]
  readonly party: 0 | 1
  readonly title: Text
  readonly law: Text
  readonly supplied: boolean
}

const titleOf = (type: PaperType): Text => {
  const entry = paperTypes.find((paper) => paper.code === type)
  return entry === undefined ? { zh: type, en: type } : { zh: entry.zh, en: entry.en }
}

const noSpouseTitles: Readonly<Record<string, Text>> = {
  hongkong: { zh: '经公证的无配偶、无近亲属关系声明（中国委托公证人）', en: 'Notarised declaration of no spouse and no kinship (China-appointed attesting officer)' },
  macao: { zh: '经公证的无配偶、无近亲属关系声明（澳门公证机构）', en: 'Notarised declaration of no spouse and no kinship (Macao notary)' },
  taiwan: { zh: '经台湾公证机构公证的无配偶、无近亲属关系声明', en: 'Taiwan-notarised declaration of no spouse and no kinship' },
  overseas: { zh: '无配偶、无近亲属关系证明', en: 'Certificate of no spouse and no kinship' },
  foreigner: { zh: '无配偶证明', en: 'Certificate of no spouse' },
}

const newRule = (day: string): boolean => day >= '2025-05-10'

interface Want {
  readonly type: PaperType
  readonly anyOf?: readonly PaperType[]
  readonly title?: Text
  readonly law: Text
}

const wantsOf = (file: MarriageFile, party: Party, index: 0 | 1, day: string): readonly Want[] => {
  const law = newRule(day) ? marriageRegulation.cite(8) : marriageRegulation2003.cite(5)
  const wants: Want[] = [{ type: 'identity', law }]
  const local = party.kind === 'hongkong' || party.kind === 'macao' || party.kind === 'taiwan'
  if (local) wants.push({ type: 'localIdentity', law })
  if (!newRule(day) && party.kind === 'mainland') wants.push({ type: 'householdBook', law })
  const noSpouse = noSpouseTitles[party.kind]
  if (noSpouse !== undefined) wants.push({ type: 'noSpouse', title: noSpouse, law })
  if (party.kind === 'overseas' || party.kind === 'foreigner') {
    const hague = day >= '2023-11-07'
    wants.push({
      type: 'authentication',
      anyOf: hague ? ['authentication', 'embassyIssued', 'apostille'] : ['authentication', 'embassyIssued'],
      title: hague ? { zh: '使领馆认证、使领馆出具或者附加证明书（三者之一）', en: 'Authentication, issue by an embassy, or apostille (one of the three)' } : { zh: '使领馆认证或者使领馆出具', en: 'Authentication or issue by an embassy' },
      law: hague ? citations(law, apostilleNotice) : law,
    })
    const apostille = file.papers.some((paper) => paper.type === 'apostille' && (paper.party === index || paper.party === 'both'))
    if (hague && apostille) wants.push({ type: 'translation', law: apostilleNotice }, { type: 'hagueStatement', law: newRule(day) ? citations(marriageRegulation.cite(8), apostilleNotice) : apostilleNotice })
  }
  if (party.military) wants.push({ type: 'militaryCard', law: marriageNorms }, { type: 'militaryProof', law: marriageNorms })
  return wants
}

/** The papers this couple must bring on a day (《婚姻登记条例》第八条; before 2025-05-10 第五条 of the 2003 text), each with whether it is there. */
export const requiredPapers = (file: MarriageFile, day: string): readonly RequiredPaper[] =>
  ([0, 1] as const).flatMap((index) =>
    wantsOf(file, file.parties[index], index, day).map((want) => {
      const anyOf = want.anyOf ?? [want.type]
      return {
        type: want.type,
        anyOf,
        party: index,
        title: want.title ?? titleOf(want.type),
        law: want.law,
        supplied: file.papers.some((paper) => (anyOf as readonly string[]).includes(paper.type) && (paper.party === index || paper.party === 'both')),
      }
    }),
  )

const identityTypesFor = (party: Party, military: boolean): readonly PaperType[] => [
  'identity',
  ...(['hongkong', 'macao', 'taiwan'].includes(party.kind) ? (['localIdentity'] as const) : []),
  ...(military && party.military ? (['militaryCard', 'militaryProof'] as const) : []),
]

/** The identity papers that parties of a divorce or a reissue bring, each with whether it is there; `military` where servicemen bring theirs too. */
export const identityPapers = (file: Pick<MarriageFile, 'parties' | 'papers'>, of: readonly (0 | 1)[], law: Text, military: boolean): readonly RequiredPaper[] =>
  of.flatMap((party) => identityTypesFor(file.parties[party], military).map((type) => ({
    type, anyOf: [type], party, title: titleOf(type), law, supplied: file.papers.some((paper) => paper.type === type && (paper.party === party || paper.party === 'both')),
  })))

/** Title of a paper type. */
export const paperTitle = titleOf
