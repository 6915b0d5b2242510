import { loadPapers } from '../papers.ts'
import type { PaperLine } from '../schemas/case.ts'
import type { AnyCase, CaseSpec } from './spec.ts'

/** The papers of a case in the order of the counter's work, with who printed them when. */
export const paperLines = async <C extends AnyCase, R>({ papers }: CaseSpec<C, R>, folded: C, nameOf: (id: string) => string): Promise<PaperLine[]> => {
  const { getPaper } = await loadPapers()
  return papers.ids.flatMap((id) => {
    const paper = getPaper(id)
    const why = papers.whyNot(id, folded)
    return (papers.partiesOf(id, folded) ?? [undefined]).map((party) => ({
      paper: id, ...(party === undefined ? {} : { party }), title: paper.title, version: paper.version, ready: why === undefined, ...(why === undefined ? {} : { why }),
      printed: folded.printed.filter((printed) => printed.paper === id && printed.party === party).map(({ at, by, mode }) => ({ at, by: nameOf(by), mode })),
    }))
  })
}
