import type { MarriageFile } from '../domain/marriage/file.ts'
import type { CountRow, JournalHead, StockMonth } from './records.ts'

/** Photo bytes (JPEG) and an office's texts travel with the record, so that a paper is drawn from its argument alone. */
export interface MarriageRecord {
  readonly caseId: string
  readonly file: MarriageFile
  /** 登记字号, empty before the registration. */
  readonly number: string
  readonly day: string // YYYY-MM-DD of the registration, or of the paper before it
  readonly serials: readonly [string, string]
  readonly officeName: string
  readonly area: string
  readonly opinion: string
  readonly photo: Uint8Array | undefined
  readonly refusal?: { readonly day: string; readonly grounds: readonly { readonly law: string; readonly reason: string }[] }
  readonly archive?: { readonly fonds: string; readonly year: number; readonly officeFileNumber: number; readonly archiveFileNumber: string; readonly pages: number }
  /** Marked 示例 across every page of a sample office. */
  readonly sample: boolean
}

/** Affine of a printer and tray: [X, Y] = [a·x + c·y + e, b·x + d·y + f] in page millimetres, y down. */
export interface Affine { readonly a: number; readonly b: number; readonly c: number; readonly d: number; readonly e: number; readonly f: number }

/** What the printer (worker) is asked for; one request, one PDF. */
export type PaperRequest =
  | { readonly paper: 'marriage.declaration'; readonly record: MarriageRecord; readonly party: 0 | 1; readonly texts?: Readonly<Record<string, string>> }
  | {
      readonly paper: 'marriage.certificate'; readonly record: MarriageRecord; readonly party: 0 | 1; readonly mode?: 'whole' | 'overprint'; readonly affine?: Affine; readonly texts?: Readonly<Record<string, string>>
      /** Overprint: print the photo too (where it is not glued in). */
      readonly photoOnBooklet?: boolean
      /** Overprint and whole page: mm by which single fields of the booklet are moved, by field id. */
      readonly shifts?: Readonly<Record<string, readonly [x: number, y: number]>>
    }
  | { readonly paper: 'marriage.review' | 'marriage.refusal' | 'marriage.cover'; readonly record: MarriageRecord; readonly texts?: Readonly<Record<string, string>> }
  | { readonly paper: 'office.daySheet'; readonly sheet: DaySheet }
  | { readonly paper: 'office.stockSheet'; readonly sheet: StockSheet }
  | { readonly paper: 'printer.crosses' | 'printer.test'; readonly affine?: Affine; readonly printer: string; readonly tray: string }

export interface DaySheet {
  readonly officeName: string; readonly area: string; readonly day: string; readonly printedAt: string; readonly preparer: string
  readonly kinds: readonly CountRow[]
  /** Registrations by the hour; `kind` is the title as printed. */
  readonly hours: readonly { readonly kind: string; readonly hour: number; readonly count: number }[]
  readonly open: readonly { readonly title: string; readonly count: number }[]
  readonly stock: readonly StockMonth[]; readonly head: JournalHead; readonly sample: boolean
}
export interface StockSheet {
  readonly officeName: string; readonly area: string; readonly month: string; readonly printedAt: string; readonly preparer: string
  readonly types: readonly (StockMonth & { readonly counted?: number })[]; readonly voids: readonly { readonly type: string; readonly serial: string; readonly day: string; readonly reason: string; readonly by: string; readonly second: string }[]
  readonly sample: boolean
}
