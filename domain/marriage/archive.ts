import { civilDate, partsOf } from '../dates.ts'
import { LantaiError } from '../error.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { MarriageFile, SuppliedPaper } from './file.ts'
import { paperTitle } from './papers-required.ts'
import type { PaperType } from './papers-required.ts'

/** The four natures by which files are classed, year first (《婚姻登记档案管理办法》第九条). */
export const archiveClasses = {
  marriage: text('结婚登记类', 'Marriage registrations'),
  annulment: text('撤销婚姻类', 'Annulments'),
  divorce: text('离婚登记类', 'Divorce registrations'),
  reissue: text('补发婚姻登记证类', 'Reissued certificates'),
} as const

/** Years a file is kept, extendable to for ever (《婚姻登记档案管理办法》第十三条). */
export const retentionYears = 100

/** One sheet group inside a file, in order. */
export interface ArchivePart {
  readonly part: 'review' | 'declaration' | 'proof' | 'identity' | 'other'
  readonly title: Text
  readonly party?: 0 | 1
  /** Supplied papers that stand here. */
  readonly papers: readonly SuppliedPaper[]
}

const proofs = new Set(['noSpouse', 'authentication', 'embassyIssued', 'apostille', 'translation', 'hagueStatement'])
const identities = new Set(['identity', 'localIdentity', 'militaryCard', 'householdBook'])
const proofOrder: readonly string[] = [...proofs]
const party = (paper: SuppliedPaper): number => (paper.party === 'both' ? 2 : paper.party)

/** Order inside a marriage file: review form, declarations, proofs of parties from abroad with translations, copies of identity papers, others (《婚姻登记档案管理办法》第五、十条). */
export const archiveOrder = (file: MarriageFile): readonly ArchivePart[] => {
  const declaration = file.kind === 'late' ? text('申请补办结婚登记声明书', 'Declaration for a late registration') : text('申请结婚登记声明书', 'Declaration for marriage')
  const pick = (wanted: (paper: SuppliedPaper) => boolean): readonly SuppliedPaper[] =>
    file.papers.filter(wanted).toSorted((a, b) => party(a) - party(b) || proofOrder.indexOf(a.type) - proofOrder.indexOf(b.type))
  const each = (part: ArchivePart['part'], papers: readonly SuppliedPaper[]): readonly ArchivePart[] =>
    papers.map((paper) => ({ part, title: paperTitle(paper.type as PaperType), ...(paper.party === 'both' ? {} : { party: paper.party }), papers: [paper] }))
  return [
    { part: 'review', title: text('结婚登记审查处理表', 'Review form'), papers: [] },
    { part: 'declaration', title: declaration, party: 0, papers: [] },
    { part: 'declaration', title: declaration, party: 1, papers: [] },
    ...each('proof', pick((paper) => proofs.has(paper.type))),
    ...each('identity', pick((paper) => identities.has(paper.type))),
    ...each('other', pick((paper) => !proofs.has(paper.type) && !identities.has(paper.type))),
  ]
}

/** Title of a file, which has none of its own: 「×××与×××结婚登记」. */
export const archiveTitle = (file: MarriageFile): string => `${file.parties[0].name}与${file.parties[1].name}结婚登记`

/** Year under which a file is classed: that of the registration. */
export const archiveYear = (day: string): number => partsOf(civilDate(day)).year

/** The next 室编卷号: it starts again at 1 every year in every class. Throws `invalid` for a last number that is none. */
export const nextOfficeFileNumber = (last: number | undefined): number => {
  if (last === undefined) return 1
  if (!Number.isInteger(last) || last < 0) throw new LantaiError('invalid', text('上一卷号不对', 'The last file number is none'), 'officeFileNumber')
  return last + 1
}

/** The archive stamp of the first sheet, top to bottom: 全宗号, 年度, 室编卷号, 馆编卷号, 页数. */
export const archiveStamp = (numbers: { readonly fonds: string; readonly year: number; readonly officeFileNumber: number; readonly archiveFileNumber: string; readonly pages: number }): readonly (readonly [string, string])[] => [
  ['全宗号', numbers.fonds],
  ['年度', String(numbers.year)],
  ['室编卷号', String(numbers.officeFileNumber)],
  ['馆编卷号', numbers.archiveFileNumber],
  ['页数', String(numbers.pages)],
]

/** Last year of the term for which a file is kept, and the year from which it is usually handed to the state archive (ten years, by agreement). */
export const archiveTerms = (year: number): { readonly keepUntil: number; readonly transferFrom: number } => ({ keepUntil: year + retentionYears, transferFrom: year + 10 })
