import { loadPapers } from '../papers.ts'
import type { PaperLine } from '../schemas/case.ts'
import type { CoreCase, CoreSpec } from './spec.ts'

/** One making of a paper: for a party, or for a number, or the only one. */
export interface Variant { readonly party?: 0 | 1; readonly number?: string }

/** The makings of a paper that a case has. */
export const variantsOf = <C extends CoreCase, R>({ papers }: CoreSpec<C, R>, folded: C, paper: string): readonly Variant[] => {
  const numbers = papers.numbersOf?.(paper, folded)
  if (numbers !== undefined && numbers.length > 0) return numbers.map((number) => ({ number }))
  return papers.partiesOf(paper, folded)?.map((party) => ({ party })) ?? [{}]
}

/** The papers of a case in the order of the counter's work, with who printed them when; `digestOf` tells apart the prints of a paper that is made for each number. */
export const paperLines = async <C extends CoreCase, R>(spec: CoreSpec<C, R>, folded: C, nameOf: (id: string) => string, digestOf: (paper: string, variant: Variant) => Promise<string>): Promise<PaperLine[]> => {
  const { getPaper } = await loadPapers()
  const lines = await Promise.all(spec.papers.ids.map(async (id): Promise<PaperLine[]> => {
    const { title, version } = getPaper(id)
    const why = spec.papers.whyNot(id, folded)
    const variants = variantsOf(spec, folded, id)
    const prints = folded.printed.filter((printed) => printed.paper === id)
    return Promise.all(variants.map(async (variant) => {
      const { party, number } = variant
      const digest = variants.length > 1 && number !== undefined && prints.length > 0 ? await digestOf(id, variant) : undefined
      const mine = prints.filter((printed) => printed.party === party && (digest === undefined || printed.digest === digest))
      return { paper: id, ...(party === undefined ? {} : { party }), ...(number === undefined ? {} : { number }), title, version, ready: why === undefined, ...(why === undefined ? {} : { why }), printed: mine.map(({ at, by, mode = 'whole' }) => ({ at, by: nameOf(by), mode })) }
    }))
  }))
  return lines.flat()
}
