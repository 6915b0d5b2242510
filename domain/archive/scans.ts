import type { SuppliedPaper } from '../case/file.ts'
import { fail, notApplicable, pass } from '../outcome.ts'
import type { Outcome } from '../rule.ts'

/** The pages of a file against its scans. */
export interface ScanCheck {
  /** Pages written on the archive stamp; null before the file is filed. */
  readonly filed: number | null
  /** Pages of every scan together. */
  readonly scanned: number
  /** Scanned pages by supplied paper, in the order of the file. */
  readonly papers: readonly { readonly index: number; readonly type: string; readonly party: SuppliedPaper['party']; readonly pages: number }[]
  /** The fewest pages that the file can have: a sheet for each paper the office made itself, and the supplied papers. */
  readonly least: number
  /** filed − scanned; null before the file is filed. */
  readonly difference: number | null
}

interface Filed {
  readonly archive: { readonly pages: number } | null
  readonly file: { readonly papers: readonly SuppliedPaper[] }
}

// Both sides of a card are often copied onto one sheet, so that two scanned pages are one page of the file.
const cards = new Set(['identity', 'localIdentity', 'militaryCard'])

/** Compares the pages of a filed marriage, divorce or reissue with the scans of its papers (《婚姻登记档案管理办法》第十条); `ownSheets` counts the sheets that the office made itself, which are not scanned as papers. */
export const scanCheck = (folded: Filed, ownSheets: number): ScanCheck => {
  const papers = folded.file.papers.map((paper, index) => ({ index, type: paper.type, party: paper.party, pages: paper.scans.reduce((sum, scan) => sum + scan.pages, 0) }))
  const scanned = papers.reduce((sum, paper) => sum + paper.pages, 0)
  const least = ownSheets + papers.reduce((sum, paper) => sum + (paper.pages === 0 || cards.has(paper.type) ? 1 : paper.pages), 0)
  const filed = folded.archive?.pages ?? null
  return { filed, scanned, papers, least, difference: filed === null ? null : filed - scanned }
}

/** Counts the parts of a file's order that the office made itself. */
export const ownSheetsOf = (order: readonly { readonly papers: readonly SuppliedPaper[] }[]): number => order.filter((part) => part.papers.length === 0).length

/** What an inspection says of the pages of a file against its scans: only where there are scans, and a fault only where the two cannot both be right. */
export const scansOutcome = (folded: Filed, ownSheets: () => number): Outcome => {
  if (folded.archive === null || folded.file.papers.every((paper) => paper.scans.length === 0)) return notApplicable
  const { filed, scanned, least } = scanCheck(folded, ownSheets())
  return filed !== null && filed >= least && filed >= scanned ? pass : fail('archive.pages', `案卷登记 ${filed} 页，材料扫描 ${scanned} 页，连同审查处理表、声明书至少应有 ${Math.max(least, scanned)} 页`, `The file is put down with ${filed} pages; ${scanned} were scanned, and with the office’s own sheets there are at least ${Math.max(least, scanned)}`)
}
