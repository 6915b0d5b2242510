import type { SuppliedPaper } from '../marriage/file.ts'
import { paperTitle } from '../marriage/papers-required.ts'
import type { PaperType } from '../marriage/papers-required.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { ReissueCase } from './fold.ts'
import { applicantsOf } from './file.ts'

/** One sheet group inside the file of a reissue, in order. */
export interface ReissueArchivePart { readonly part: 'review' | 'declaration' | 'proof' | 'identity' | 'proxy' | 'other'; readonly title: Text; readonly party?: 0 | 1; readonly papers: readonly SuppliedPaper[] }

/** Order inside the file of a reissue (《婚姻登记档案管理办法》第八、十条): review form, declaration, proof of the file, identity papers, proxy papers, others. */
export const reissueArchiveOrder = (folded: ReissueCase): readonly ReissueArchivePart[] => {
  const { file } = folded
  const identities = ['identity', 'localIdentity', 'militaryCard']
  const of = (part: ReissueArchivePart['part'], wanted: (paper: SuppliedPaper) => boolean): readonly ReissueArchivePart[] => file.papers.filter(wanted).map((paper) => ({ part, title: paperTitle(paper.type as PaperType), ...(paper.party === 'both' ? {} : { party: paper.party }), papers: [paper] }))
  return [
    { part: 'review', title: text('补发婚姻登记证审查处理表', 'Review form'), papers: [] },
    ...applicantsOf(file).map((party): ReissueArchivePart => ({ part: 'declaration', title: text('申请补领婚姻登记证声明书', 'Declaration'), party, papers: [] })),
    { part: 'proof', title: file.verification.found === 'lost' ? text('婚姻状况的其他证明', 'Other proofs of the status') : text('婚姻登记档案证明', 'Proof of the file'), papers: [] },
    ...of('identity', (paper) => identities.includes(paper.type)),
    ...(file.proxy === null ? [] : [{ part: 'proxy' as const, title: text('公证委托书和受委托人身份证件', 'Notarised mandate and the proxy’s identity paper'), papers: [] }]),
    ...of('other', (paper) => !identities.includes(paper.type)),
  ]
}

/** Title of a file: 「×××与×××补发结婚证」. */
export const reissueArchiveTitle = (folded: ReissueCase): string => `${folded.file.parties[0].name}与${folded.file.parties[1].name}补发${folded.file.certificate === 'marriage' ? '结婚证' : '离婚证'}`
