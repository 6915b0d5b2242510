import type { ComplianceReport, DayFigures, Head, LateLine, TallyBook } from '../domain/reports/shapes.ts'
import type { Cemetery } from '../domain/burial/placement/cemetery.ts'
import type { Plot } from '../domain/burial/placement/fold.ts'
import type { BurialCase } from '../domain/burial/fold.ts'
import type { BoundaryLine } from '../domain/place-names/boundaries/line.ts'
import type { PlaceNameCase } from '../domain/place-names/case/fold.ts'
import type { PlaceNameReportCard } from '../domain/place-names/case/report.ts'
import type { IrregularName } from '../domain/place-names/irregular/irregular.ts'
import type { AddressActionOf } from '../domain/place-names/plates/actions.ts'
import type { PlateBook } from '../domain/place-names/plates/book.ts'
import type { PlaceNameProfile } from '../domain/place-names/profile.ts'
import type { RewardAction } from '../domain/burial/reward-actions.ts'
import type { WaiverActionBody } from '../domain/waiver/actions.ts'
import type { ArchiveActionBody, FileClass } from '../domain/archive/actions.ts'
import type { DivorceCase } from '../domain/divorce/fold.ts'
import type { EndingAction } from '../domain/marriage/endings.ts'
import type { MarriageFile } from '../domain/marriage/file.ts'
import type { ReissueCase } from '../domain/reissue/fold.ts'
import type { StockMonth } from './records.ts'

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

/** A folded divorce case with what stands outside of it; papers look at the fold alone, so that they print the same tomorrow. */
export interface DivorceRecord {
  readonly folded: DivorceCase
  readonly officeName: string
  readonly area: string
  /** Single photos (JPEG), man first. */
  readonly photos: readonly [Uint8Array | undefined, Uint8Array | undefined]
  readonly sample: boolean
}

/** A folded reissue with what stands outside of it; one joint photo for a marriage certificate, single ones for a divorce certificate. */
export interface ReissueRecord {
  readonly folded: ReissueCase
  readonly officeName: string
  readonly area: string
  readonly photo: Uint8Array | undefined
  readonly photos: readonly [Uint8Array | undefined, Uint8Array | undefined]
  readonly sample: boolean
}

/** A folded burial case with what stands outside of it; papers look at the fold and the settled figures alone, so that they print the same tomorrow. */
export interface BurialRecord {
  readonly folded: BurialCase
  readonly officeName: string
  /** The home or institution that the papers are of. */
  readonly homeName: string
  readonly area: string
  readonly registrarName: string
  /** Of the certificates the one meant, by number; the last where none is. */
  readonly number?: string
  readonly sample: boolean
}
/** A policy as a waiver sheet names it. Claims say where they are handed in and until which day; both empty where the document does not. */
export interface PrintedPolicy {
  readonly id: string; readonly title: string; readonly document: string; readonly documentNumber: string
  /** Somebody has compared its figures with the document; else the sheet says 未核对原文. */
  readonly verified: boolean
  /** Titles for the classes and bearers that the settlement names by id. */
  readonly classes: readonly { readonly id: string; readonly title: string; readonly clause: string }[]
  readonly bearers: readonly { readonly id: string; readonly title: string }[]
  readonly claimWhere: string; readonly claimUntil: string; readonly claimPapers: string
}
/** A settled waiver with the case it was settled for; `policies` by id, so that titles and documents stand in the paper. `reversedOn` is the day it was taken back, or empty. */
export interface WaiverRecord extends BurialRecord { readonly settled: WaiverActionBody<'waiver.settled'>; readonly policies: readonly PrintedPolicy[]; readonly reversedOn: string }
export interface RewardRecord extends BurialRecord { readonly granted: Extract<RewardAction, { kind: 'reward.granted' }>['body']; readonly policyTitle: string; readonly documentNumber: string }
/** A plot or niche with its cemetery; `interment` says whose certificate is meant. */
export interface PlotRecord { readonly plot: Plot; readonly cemetery: Cemetery; readonly words: string; readonly officeName: string; readonly interment?: string; readonly day: string; readonly sample: boolean }

/** Month tables of funeral affairs, one to a page: counts in their units, amounts in yuan and 万元, identities with both sides, late lines apart. `closed` says in words when and by whom its months were closed; empty while none is. */
export interface BurialMonthSheet {
  readonly officeName: string; readonly homeName: string; readonly area: string; readonly from: string; readonly to: string; readonly printedAt: string; readonly preparer: string; readonly closed: string; readonly sample: boolean
  readonly tables: readonly { readonly title: string; readonly unit: string; readonly columns: readonly { readonly title: string; readonly unit: string }[]; readonly rows: readonly { readonly title: string; readonly values: readonly { readonly value: number; readonly fen: number | null }[] }[]; readonly identities: readonly { readonly line: string; readonly holds: boolean }[] }[]
  readonly rates: readonly { readonly message: string; readonly stated: boolean }[]
  readonly late: readonly { readonly day: string; readonly countedOn: string; readonly title: string; readonly count: number; readonly fen: number }[]
}

/** A folded place-name case with what stands outside of it; every paper of it takes names, spellings and extents from the fold, so that they agree character by character. */
export interface PlaceNameRecord {
  readonly folded: PlaceNameCase; readonly officeName: string; readonly area: string; readonly registrarName: string; readonly profile: PlaceNameProfile
  /** Which consultation, display, notice, filing, sign or item is meant, of papers made for each. */
  readonly number?: string
  /** The compliance report of the case, for the paper of that name. */
  readonly card?: PlaceNameReportCard
  readonly sample: boolean
}
/** The numbers of a street or estate; `key` says which plate, of papers made for each. */
export interface PlateRecord { readonly book: PlateBook; readonly name: string; readonly text: string; readonly sign: string; readonly divisions: readonly string[]; readonly officeName: string; readonly authority: string; readonly sizes: PlaceNameProfile['plates']['sizes']; readonly key?: string; readonly day: string; readonly sample: boolean }
export interface ProofRecord { readonly body: AddressActionOf<'address.proved'>['body']; readonly withdrawnOn: string; readonly officeName: string; readonly registrarName: string; readonly sample: boolean }
export interface IrregularRecord { readonly irregular: IrregularName; readonly number: string; readonly officeName: string; readonly sample: boolean }
export interface BoundaryRecord { readonly line: BoundaryLine; readonly report: string; readonly officeName: string; readonly sample: boolean }
/** Tables on place names, one to a page, with identities and on-time rates. */
export interface PlaceNameSheet {
  readonly officeName: string; readonly area: string; readonly from: string; readonly to: string; readonly printedAt: string; readonly preparer: string; readonly sample: boolean
  readonly tables: readonly { readonly title: string; readonly unit: string; readonly columns: readonly { readonly title: string; readonly unit: string }[]; readonly rows: readonly { readonly title: string; readonly values: readonly number[] }[]; readonly identities: readonly { readonly line: string; readonly holds: boolean }[] }[]
  readonly rates: readonly { readonly title: string; readonly met: number; readonly judged: number; readonly permille: number | undefined }[]
}
/** The compliance report of a period: the sums by rule, and every case that does not pass; `passed` of `examined` rules, those that nobody answered apart. */
export interface PlaceNameReportSheet {
  readonly officeName: string; readonly area: string; readonly from: string; readonly to: string; readonly printedAt: string; readonly preparer: string; readonly sample: boolean; readonly cases: number; readonly passed: number; readonly examined: number; readonly failed: number; readonly unanswered: number
  readonly rules: readonly { readonly code: string; readonly title: string; readonly law: string; readonly pass: number; readonly fail: number; readonly attested: number; readonly notApplicable: number; readonly open: number }[]
  readonly failing: readonly { readonly title: string; readonly document: string; readonly decidedOn: string; readonly rows: readonly { readonly code: string; readonly name: string; readonly title: string; readonly state: string; readonly message: string }[] }[]
}

/** How a marriage ended, for the notes and decisions about it. */
export interface EndingRecord { readonly marriage: MarriageRecord; readonly ending: EndingAction; readonly index: number; readonly inMarriageFile: string; readonly inOtherFile: string; readonly sample: boolean }

/** A query or proof as it stands in the log. */
export interface ArchiveQueryRecord { readonly id: string; readonly body: ArchiveActionBody<'archive.queried'>; readonly registrarName: string; readonly sample: boolean }
export interface ArchiveProofRecord { readonly id: string; readonly body: ArchiveActionBody<'archive.proved'>; readonly registrarName: string; readonly sample: boolean }
/** A box and its files in order; `box` is absent for the yearly index of a class. */
export interface BoxRecord {
  readonly officeName: string; readonly fonds: string; readonly fondsName: string; readonly year: number; readonly fileClass: FileClass; readonly box: number | undefined; readonly first: number; readonly last: number; readonly note: string; readonly boxedOn: string
  readonly files: readonly { readonly officeFileNumber: number; readonly archiveFileNumber: string; readonly title: string; readonly number: string; readonly day: string; readonly pages: number; readonly note: string }[]
  readonly sample: boolean
}

/** The deadline work list of a day. */
export interface WorklistSheet {
  readonly officeName: string; readonly area: string; readonly day: string; readonly printedAt: string; readonly preparer: string; readonly sample: boolean
  readonly lists: readonly { readonly title: string; readonly from: string; readonly to: string; readonly rows: readonly { readonly receiptNumber: string; readonly names: readonly [string, string]; readonly phones: readonly [string, string]; readonly acceptedOn: string; readonly end1: string; readonly windowOpens: string; readonly end2: string; readonly registrar: string }[] }[]
}

/** Statistical tables of a period, one to a page, each with its unit and the identities that check it. */
export interface StatisticsSheet {
  readonly officeName: string; readonly area: string; readonly from: string; readonly to: string; readonly printedAt: string; readonly preparer: string; readonly sample: boolean
  readonly tables: readonly { readonly title: string; readonly unit: string; readonly columns: readonly string[]; readonly rows: readonly { readonly title: string; readonly values: readonly { readonly value: number; readonly share: number | null }[] }[]; readonly identities: readonly { readonly line: string; readonly holds: boolean }[] }[]
}

/** Texts an office words otherwise than the layout, by key. */
type Texts = Readonly<Record<string, string>>
/** How a certificate is put onto paper; none of it belongs to its digest. */
export interface CertificateOptions {
  readonly mode?: 'whole' | 'overprint'
  readonly affine?: Affine
  /** Overprint: print the photo too (where it is not glued in). */
  readonly photoOnBooklet?: boolean
  /** Overprint and whole page: mm by which single fields of the booklet are moved, by field id. */
  readonly shifts?: Readonly<Record<string, readonly [x: number, y: number]>>
}

/** Affine of a printer and tray: [X, Y] = [a·x + c·y + e, b·x + d·y + f] in page millimetres, y down. */
export interface Affine { readonly a: number; readonly b: number; readonly c: number; readonly d: number; readonly e: number; readonly f: number }

/** What the printer (worker) is asked for; one request, one PDF. */
export type PaperRequest =
  | { readonly paper: 'marriage.declaration'; readonly record: MarriageRecord; readonly party: 0 | 1; readonly texts?: Readonly<Record<string, string>> }
  | ({ readonly paper: 'marriage.certificate'; readonly record: MarriageRecord; readonly party: 0 | 1; readonly texts?: Texts } & CertificateOptions)
  | { readonly paper: 'marriage.review' | 'marriage.refusal' | 'marriage.cover'; readonly record: MarriageRecord; readonly texts?: Readonly<Record<string, string>> }
  | { readonly paper: 'marriage.revocationNotice' | 'marriage.revocationDecision' | 'marriage.endingNote'; readonly record: EndingRecord; readonly texts?: Texts }
  | { readonly paper: 'divorce.application' | 'divorce.receipt' | 'divorce.nonAcceptance' | 'divorce.withdrawal' | 'divorce.confirmation' | 'divorce.agreement' | 'divorce.review' | 'divorce.refusal' | 'divorce.cover'; readonly record: DivorceRecord; readonly texts?: Texts }
  | { readonly paper: 'divorce.declaration' | 'divorce.interview' | 'divorce.lossStatement'; readonly record: DivorceRecord; readonly party: 0 | 1; readonly texts?: Texts }
  | ({ readonly paper: 'divorce.certificate'; readonly record: DivorceRecord; readonly party: 0 | 1; readonly texts?: Texts } & CertificateOptions)
  | { readonly paper: 'reissue.review' | 'reissue.refusal' | 'reissue.cover'; readonly record: ReissueRecord; readonly texts?: Texts }
  | { readonly paper: 'reissue.declaration' | 'reissue.lossStatement'; readonly record: ReissueRecord; readonly party: 0 | 1; readonly texts?: Texts }
  | ({ readonly paper: 'reissue.certificate'; readonly record: ReissueRecord; readonly party: 0 | 1; readonly texts?: Texts } & CertificateOptions)
  | { readonly paper: 'archive.query' | 'archive.copySheet'; readonly record: ArchiveQueryRecord; readonly texts?: Texts }
  | { readonly paper: 'archive.proof'; readonly record: ArchiveProofRecord; readonly texts?: Texts }
  | { readonly paper: 'archive.boxList' | 'archive.boxSpine' | 'archive.boxNote' | 'archive.index'; readonly record: BoxRecord; readonly texts?: Texts }
  /** 火化确认书, 火化证明, 领灰证明, 骨灰寄存证, 存放延期, 遗体外运同意, 安葬记录. */
  | { readonly paper: 'burial.consent' | 'burial.cremationCertificate' | 'burial.ashRelease' | 'burial.depositCertificate' | 'burial.storageExtension' | 'burial.transportOut' | 'burial.placementRecord'; readonly record: BurialRecord; readonly texts?: Texts }
  /** 减免结算单 at the till, 减免申领单 for a claim. */
  | { readonly paper: 'burial.waiverSheet' | 'burial.claimSlip'; readonly record: WaiverRecord; readonly texts?: Texts }
  | { readonly paper: 'burial.rewardSheet'; readonly record: RewardRecord; readonly texts?: Texts }
  /** 墓位使用协议, 公墓安葬证. */
  | { readonly paper: 'burial.plotAgreement' | 'burial.burialCertificate'; readonly record: PlotRecord; readonly texts?: Texts }
  | { readonly paper: 'burial.monthTables'; readonly sheet: BurialMonthSheet }
  /** 申请表, 受理通知书, 补正告知书, 不予受理决定书, 专家论证意见表, 请示（审核意见）, 批复（复函）, 不予批准决定书, 征求意见复函, 备案报告, 备案登记表, 送达回证, 卷内目录, 合规检查表; and, made for each, 征求意见函, 公示, 公告, 地名核准书, 预命名使用书, 地名标志牌面. */
  | { readonly paper: `place-names.${'application' | 'acceptance' | 'supplement' | 'notAccepted' | 'expert' | 'request' | 'reply' | 'refusal' | 'opinion' | 'filingReport' | 'filingForm' | 'delivery' | 'contents' | 'report' | 'consultation' | 'display' | 'notice' | 'certificate' | 'provisional' | 'sign'}`; readonly record: PlaceNameRecord; readonly texts?: Texts }
  /** 门牌证（门楼号确认书）, 门楼牌编号通知书, 门楼牌清单, 新旧地址对照表, 牌面. */
  | { readonly paper: `place-names.${'plateCertificate' | 'plateNotice' | 'plateList' | 'concordance' | 'plateFaces'}`; readonly record: PlateRecord; readonly texts?: Texts }
  | { readonly paper: 'place-names.proof'; readonly record: ProofRecord; readonly texts?: Texts }
  | { readonly paper: 'place-names.rectification'; readonly record: IrregularRecord; readonly texts?: Texts }
  | { readonly paper: 'place-names.boundaryInspection'; readonly record: BoundaryRecord; readonly texts?: Texts }
  | { readonly paper: 'place-names.tables'; readonly sheet: PlaceNameSheet }
  | { readonly paper: 'place-names.complianceReport'; readonly sheet: PlaceNameReportSheet }
  | { readonly paper: 'office.worklist'; readonly sheet: WorklistSheet }
  | { readonly paper: 'office.statistics'; readonly sheet: StatisticsSheet }
  | { readonly paper: 'office.stockSheet'; readonly sheet: StockSheet }
  | { readonly paper: 'office.dayClose'; readonly sheet: DayCloseSheet }
  | { readonly paper: 'office.tally'; readonly sheet: TallySheet }
  /** Bytes of an XLSX workbook, not of a PDF. */
  | { readonly paper: 'office.tallyWorkbook'; readonly sheet: TallySheet }
  | { readonly paper: 'office.compliance'; readonly sheet: ComplianceSheet }
  | { readonly paper: 'office.drawing'; readonly sheet: DrawingSheet }
  | { readonly paper: 'printer.crosses'; readonly affine?: Affine; readonly printer: string; readonly tray: string }
  /** `booklet` says which certificate's fields are framed; those of a marriage unless it is said. */
  | { readonly paper: 'printer.test'; readonly affine?: Affine; readonly printer: string; readonly tray: string; readonly booklet?: 'marriage' | 'divorce' }

/** 日结表: a page for the office as a whole and one a window, with the figures by counter; `closed` is null while nobody has signed. */
export interface DayCloseSheet {
  readonly officeName: string; readonly area: string; readonly day: string; readonly printedAt: string; readonly preparer: string; readonly sample: boolean
  readonly closed: { readonly at: string; readonly by: string; readonly note: string } | null; readonly head: Head
  readonly windows: readonly { readonly id: string; readonly title: string }[]; readonly kinds: readonly { readonly window: string; readonly kind: string; readonly title: string; readonly unit: string }[]
  readonly figures: DayFigures; readonly late: readonly LateLine[]; readonly enteredHere: readonly LateLine[]
  /** One window alone, or the office's page and all windows. */
  readonly only?: string
}
export interface TallySheet { readonly book: TallyBook; readonly closed: { readonly at: string; readonly by: string; readonly second: string } | null }
/** `stored` says when and by whom the report was put away; the digest is that of the stored bytes. `names` of accounts by id. */
export interface ComplianceSheet { readonly content: ComplianceReport; readonly stored: { readonly id: string; readonly at: string; readonly by: string; readonly digest: string } | null }
/** 抽查记录: the draw with its seed and population, and what the examiner found of each case. */
export interface DrawingSheet {
  readonly officeName: string; readonly area: string; readonly sample: boolean; readonly printedAt: string; readonly id: string; readonly at: string; readonly by: string; readonly from: string; readonly to: string; readonly windows: readonly string[]; readonly seed: string; readonly population: number; readonly digest: string; readonly note: string
  readonly cases: readonly { readonly window: string; readonly number: string; readonly day: string; readonly result: 'pass' | 'fail' | ''; readonly rules: readonly string[]; readonly note: string; readonly by: string; readonly at: string }[]
}
export interface StockSheet {
  readonly officeName: string; readonly area: string; readonly month: string; readonly printedAt: string; readonly preparer: string
  readonly types: readonly (StockMonth & { readonly counted?: number })[]; readonly voids: readonly { readonly type: string; readonly serial: string; readonly day: string; readonly reason: string; readonly by: string; readonly second: string }[]
  readonly sample: boolean
}
