import { scanCheck } from '../../domain/archive/scans.ts'
import type { SuppliedPaper } from '../../domain/case/file.ts'
import { paperTitle, type PaperType } from '../../domain/marriage/papers-required.ts'
import type { Text } from '../../domain/text.ts'

/** Pages filed against pages scanned, by supplied paper; a paper that was not scanned takes a page of the file all the same. */
export const scansOf = (folded: { readonly file: { readonly papers: readonly SuppliedPaper[] }; readonly archive: { readonly pages: number } | null }): { pages: number; scanned: number; papers: { title: Text; pages: number; scanned: number }[] } => {
  // The office's own sheets are no supplied papers and have no lines here.
  const { filed, scanned, papers } = scanCheck(folded, 0)
  return { pages: filed ?? 0, scanned, papers: papers.map(({ type, pages }) => ({ title: paperTitle(type as PaperType), pages: Math.max(pages, 1), scanned: pages })) }
}
