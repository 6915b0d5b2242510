import type { MarriageCase } from '../../domain/marriage/fold.ts'
import { text, type Text } from '../../domain/text.ts'
import { loadPapers } from '../papers.ts'
import type { PaperLine } from '../schemas/marriage.ts'

/** The papers of a marriage case in the order of the counter's work. */
export const marriagePaperIds = ['marriage.declaration', 'marriage.review', 'marriage.certificate', 'marriage.refusal', 'marriage.cover'] as const
export type MarriagePaper = (typeof marriagePaperIds)[number]

/** Papers of which each party has its own. */
export const eachParty: ReadonlySet<string> = new Set(['marriage.declaration', 'marriage.certificate'])

/** Why a paper of a case cannot be printed yet, or undefined when it can. */
export const whyNot = (paper: string, folded: MarriageCase): Text | undefined => {
  if (folded.state === 'abandoned') return text('当事人已放弃办理', 'The parties gave up')
  switch (paper) {
    case 'marriage.declaration':
      return folded.file.parties.some((party) => party.name === '') ? text('双方姓名还没有填写', 'The names of both parties are not entered yet') : undefined
    case 'marriage.review':
      return folded.number === '' ? text('还没有准予登记', 'Not registered yet') : undefined
    case 'marriage.certificate':
      if (folded.number === '') return text('还没有准予登记', 'Not registered yet')
      return folded.state === 'voided' ? text('登记已作废', 'The registration is void') : undefined
    case 'marriage.refusal':
      return folded.refusal === null ? text('没有作出不予办理的决定', 'No refusal has been decided') : undefined
    case 'marriage.cover':
      return folded.archive === null ? text('还没有归档', 'Not filed in the archive yet') : undefined
    default:
      return text('没有这种文件', 'There is no such paper')
  }
}

/** The papers of a case in the order of the counter's work, with who printed them when. */
export const paperLines = async (folded: MarriageCase, nameOf: (id: string) => string): Promise<PaperLine[]> => {
  const { getPaper } = await loadPapers()
  return marriagePaperIds.flatMap((id) => {
    const paper = getPaper(id)
    const why = whyNot(id, folded)
    return (eachParty.has(id) ? ([0, 1] as const) : [undefined]).map((party) => ({
      paper: id, ...(party === undefined ? {} : { party }), title: paper.title, version: paper.version, ready: why === undefined, ...(why === undefined ? {} : { why }),
      printed: folded.printed.filter((printed) => printed.paper === id && printed.party === party).map(({ at, by, mode }) => ({ at, by: nameOf(by), mode })),
    }))
  })
}
