import { addDays, civilDate, partsOf } from '../dates.ts'
import type { SuppliedPaper } from '../marriage/file.ts'
import { paperTitle } from '../marriage/papers-required.ts'
import type { PaperType } from '../marriage/papers-required.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { DivorceCase } from './fold.ts'
import { standingOn } from './fold.ts'

/** One sheet group inside a divorce file, in order. */
export interface DivorceArchivePart {
  readonly part: 'review' | 'declaration' | 'marriageCertificate' | 'agreement' | 'identity' | 'application' | 'receipt' | 'notAccepted' | 'withdrawal' | 'interview' | 'refusal' | 'other'
  readonly title: Text
  readonly party?: 0 | 1
  readonly papers: readonly SuppliedPaper[]
}

const identities = new Set(['identity', 'localIdentity', 'militaryCard', 'militaryProof'])
const sheet = (part: DivorceArchivePart['part'], zh: string, en: string, party?: 0 | 1): DivorceArchivePart => ({ part, title: text(zh, en), ...(party === undefined ? {} : { party }), papers: [] })

/** Order inside a divorce file (《婚姻登记档案管理办法》第七、十条): review form, declarations, copies of the marriage certificates, agreement, identity papers, others; the papers of the application stage stand in it too, also when it was withdrawn or lapsed (民发〔2020〕116号). */
export const divorceArchiveOrder = (folded: DivorceCase): readonly DivorceArchivePart[] => {
  const { file } = folded
  const each = (part: DivorceArchivePart['part'], wanted: (paper: SuppliedPaper) => boolean): readonly DivorceArchivePart[] =>
    file.papers.filter(wanted).toSorted((a, b) => (a.party === 'both' ? 2 : a.party) - (b.party === 'both' ? 2 : b.party)).map((paper) => ({ part, title: paperTitle(paper.type as PaperType), ...(paper.party === 'both' ? {} : { party: paper.party }), papers: [paper] }))
  const certificates = ([0, 1] as const).flatMap((index) => (file.marriage.certificates[index] === 'shown' ? [sheet('marriageCertificate', '结婚证复印件', 'Copy of the marriage certificate', index)] : file.marriage.certificates[index] === 'lost' ? [sheet('marriageCertificate', '结婚证遗失的书面声明', 'Statement of the lost certificate', index)] : []))
  const registered = folded.number !== ''
  const interviews = ([0, 1] as const).flatMap((index) => (file.interviews[index] === null ? [] : [sheet('interview', '询问笔录', 'Interview', index)]))
  return [
    ...(registered ? [sheet('review', '离婚登记审查处理表', 'Review form'), sheet('declaration', '申请离婚登记声明书', 'Declaration', 0), sheet('declaration', '申请离婚登记声明书', 'Declaration', 1)] : []),
    ...certificates,
    ...(file.marriage.fileCopy ? [sheet('marriageCertificate', '结婚登记档案复印件', 'Stamped copy of the marriage file')] : []),
    ...(file.agreement.collected ? [sheet('agreement', '离婚协议书', 'Agreement')] : []),
    ...each('identity', (paper) => identities.has(paper.type)),
    sheet('application', '离婚登记申请书', 'Application'),
    ...(folded.accepted === null ? [] : [sheet('receipt', '离婚登记申请受理回执单存根', 'Stub of the receipt')]),
    ...(folded.notAccepted === null ? [] : [sheet('notAccepted', '不予受理离婚登记申请告知书', 'Notice of non-acceptance')]),
    ...(folded.withdrawn === null ? [] : [sheet('withdrawal', '撤回离婚登记申请书', 'Withdrawal', folded.withdrawn.party), sheet('withdrawal', '撤回离婚登记申请确认单存根联', 'Stub of the confirmation')]),
    ...interviews,
    ...(folded.refusal === null ? [] : [sheet('refusal', '不予办理离婚登记告知书', 'Notice of refusal')]),
    ...each('other', (paper) => !identities.has(paper.type)),
  ]
}

/** Title of a file: 「×××与×××离婚登记」, or of the application that came to nothing. */
export const divorceArchiveTitle = (folded: DivorceCase): string => `${folded.file.parties[0].name}与${folded.file.parties[1].name}离婚登记${folded.number === '' ? '申请' : ''}`

/** The day on which a case came to its end: registered, refused, not accepted, withdrawn, or lapsed by date on the day asked about; undefined while it runs. */
export const findEndDay = (folded: DivorceCase, today: string): string | undefined => {
  if (folded.withdrawn !== null) return folded.withdrawn.day
  if (folded.day !== '') return folded.day
  return standingOn(folded, today) === 'lapsed' && folded.dates !== null ? addDays(civilDate(folded.dates.end2), 1) : undefined
}

/** Year under which a file is classed: that of its end; undefined while it runs. */
export const findArchiveYear = (folded: DivorceCase, today: string): number | undefined => {
  const day = findEndDay(folded, today)
  return day === undefined ? undefined : partsOf(civilDate(day)).year
}
