import { scansOutcome } from '../archive/scans.ts'
import { findArea } from '../areas/index.ts'
import type { PointRule } from '../inspecting.ts'
import { heardUnder } from '../inspecting.ts'
import { archiveMeasures, citations, marriageNorms, marriageRegulation } from '../law.ts'
import { fail, notApplicable, pass } from '../outcome.ts'
import type { CertificatePrefix } from '../marriage/numbers.ts'
import { findCertificateNumber } from '../marriage/numbers.ts'
import type { Outcome } from '../rule.ts'
import type { Text } from '../text.ts'
import { text } from '../text.ts'
import type { SuppliedPaper } from './file.ts'
import type { CommonCase } from './fold.ts'

/** What the points that every window inspects look at. */
export interface PointFacts {
  readonly folded: CommonCase<string, { readonly networkChecks: CommonCase['file']['networkChecks']; readonly papers: readonly SuppliedPaper[] }>
  readonly context: { readonly settings: { readonly sampleOffice: boolean } }
  /** What the rules of the day of registration said of the file, by group or id (inspecting.ts). */
  readonly heard: ReadonlyMap<string, readonly Outcome[]>
}

/** How a window words the common points. */
export interface PointWords<Facts extends PointFacts> {
  readonly window: string
  /** First day on which the list is in force. */
  readonly from: string
  /** The certificate, e.g. 结婚证. */
  readonly certificate: Text
  readonly prefixOf: (folded: Facts['folded']) => CertificatePrefix
  /** Who gets a booklet; both unless it says otherwise. */
  readonly receivers?: (folded: Facts['folded']) => readonly (0 | 1)[]
  /** Sheets of the file that the office made itself. */
  readonly ownSheets: (folded: Facts['folded']) => number
  /** Articles on papers, and on the papers' order in the file. */
  readonly papersLaw: Text
  readonly orderLaw: Text
  readonly order: Text
}

type Wording<Facts> = Omit<PointRule<Facts>, 'id' | 'group' | 'severity' | 'from' | 'source' | 'check' | 'attestable'>

export const unexamined = (zh: string, en: string): Outcome => ({ kind: 'unexamined', message: text(zh, en) })
const onPaper = unexamined('须对照纸质档案查看', 'To be seen on the paper')

/** The points of the inspection list (登记档案检查) that marriages, divorces and reissues share, worded for one window; the window puts them in their order among its own. */
export const pointsOf = <Facts extends PointFacts>(words: PointWords<Facts>) => {
  const { window, from, certificate, prefixOf, ownSheets, papersLaw } = words
  const make = (rule: Omit<PointRule<Facts>, 'id' | 'group' | 'severity' | 'from' | 'source'>): PointRule<Facts> => ({ id: `${window}.inspection.${rule.item}`, group: `inspection-${rule.point}`, severity: 'information', from, source: 'derived', ...rule })
  /** A point that the program sees. */
  const looked = (wording: Wording<Facts>, check: PointRule<Facts>['check']): PointRule<Facts> => make({ ...wording, attestable: false, check })
  return {
    make,
    /** A point that only a person can see on the paper. */
    seen: (point: number, item: string, title: Text, law: Text, asks: Text): PointRule<Facts> => make({ point, item, title, law, asks, attestable: true, check: () => onPaper }),
    /** A point that rules of the counter have answered, by their groups or ids. */
    heard: (point: number, item: string, title: Text, law: Text, asks: Text, keys: readonly string[]): PointRule<Facts> =>
      looked({ point, item, title, law, asks }, ({ heard }) => heardUnder(heard, keys)),
    /** A point that other windows' files have. */
    elsewhere: (point: number, item: string, title: Text, law: Text, asks: Text): PointRule<Facts> => looked({ point, item, title, law, asks }, () => notApplicable),
    officeArea: looked({ item: 'office.area', point: 1, title: text('机关代码', 'Code of the office'), law: marriageRegulation.cite(2), asks: text('登记机关的区划代码在登记当日有效。', 'The office’s area code was in force on the day of registration.') }, ({ folded, context }) =>
      (context.settings.sampleOffice && folded.area.startsWith('99')) || findArea(folded.area, folded.day) !== undefined ? pass : unexamined(`代码 ${folded.area} 不在 ${folded.day} 的区划代码表中，请核对`, `Code ${folded.area} is not in the area table of ${folded.day}; compare it`)),
    reviewFields: looked({ item: 'review.fields', point: 6, title: text('审查处理表内容', 'Fields of the review form'), law: marriageNorms, asks: text('审查意见、登记日期、字号、印制号、机关、登记员齐全。', 'Opinion, day, number, serials, office and registrar are there.') }, ({ folded }) => {
      const blank = [folded.opinion, folded.day, folded.number, folded.serials[0], folded.serials[1], folded.officeName, folded.registrar].filter((value) => value === '').length
      return blank === 0 ? pass : fail('review', `审查处理表有 ${blank} 个空项`, `${blank} fields of the review form are empty`)
    }),
    /** Handed over to both, each signing; `law` is the article on the issuance. */
    delivery: (law: Text): PointRule<Facts> => looked({ item: 'review.delivery', point: 6, title: text('领证', 'Hand-over'), law, asks: text('双方到场，核对身份，各自签名并按指纹领证。', 'Both were present and identified and each signed and fingerprinted for the certificate.') }, ({ folded }) => (folded.delivered === null ? unexamined('还没有领证', 'Not handed over yet') : pass)),
    numberShape: looked({ item: 'number.shape', point: 7, title: text('字号', 'Certificate number'), law: marriageNorms, asks: text('字号格式正确，区划代码为本机关，年份为登记年份。', 'The number has the right form, the office’s code and the year of registration.') }, ({ folded }) => {
      const number = findCertificateNumber(folded.number)
      const prefix = prefixOf(folded)
      if (number === undefined || number.prefix !== prefix) return fail('number', `字号 ${folded.number} 格式不对，应为 ${prefix} 号`, `The number ${folded.number} has not the right form; it should be a ${prefix} number`)
      if (number.area !== folded.area) return fail('number', `字号中的代码 ${number.area} 不是本机关代码 ${folded.area}`, `The code ${number.area} in the number is not the office’s ${folded.area}`)
      return number.year === Number(folded.day.slice(0, 4)) ? pass : fail('number', `字号年份 ${number.year} 与登记日期 ${folded.day} 不符`, `The year ${number.year} of the number does not fit the day ${folded.day}`)
    }),
    numberSerials: looked({ item: 'number.serials', point: 7, title: text('印制号', 'Booklet serials'), law: marriageNorms, asks: text(`每本${certificate.zh}各有印制号，互不相同，没有用过已作废的。`, 'Each booklet has its own serial and none is one that was spoiled.') }, ({ folded }) => {
      const receivers = words.receivers?.(folded) ?? [0, 1]
      const mine = receivers.map((index) => folded.serials[index])
      if (mine.includes('')) return fail('serials', '缺少印制号', 'A serial is missing')
      if (folded.serials.filter((serial) => serial !== '').length !== mine.length) return fail('serials', '印制号与申请人不符', 'The serials do not fit the applicants')
      if (new Set(mine).size < mine.length) return fail('serials', `两本${certificate.zh}的印制号相同`, 'Both booklets carry the same serial')
      return folded.spoiled.some((serial) => mine.includes(serial)) ? fail('serials', '印制号已作废', 'A serial had been spoiled') : pass
    }),
    proofread: looked({ item: 'certificate.proofread', point: 8, title: text('校对', 'Proof-reading'), law: marriageNorms, asks: text(`${certificate.zh}内容与审查处理表逐项校对一致。`, 'The certificates were compared with the review form field by field.') }, ({ folded }) =>
      folded.proofread.length > 0 ? pass : folded.state === 'delivered' ? fail('proofread', '发证前没有校对记录', 'No proof-reading stands before the hand-over') : unexamined('还没有校对', 'Not proof-read yet')),
    archive: [
      looked({ item: 'archive.numbers', point: 12, title: text('归档编号', 'Archive numbers'), law: archiveMeasures.cite(10), asks: text('全宗号、年度、室编卷号、页数齐全，年度为办理年份。', 'Fonds, year, file number and pages are there; the year is that of the act.') }, ({ folded }) => {
        if (folded.archive === null) return unexamined('还没有归档', 'Not filed yet')
        if (folded.archive.fonds === '') return fail('archive.fonds', '没有全宗号', 'The fonds number is missing')
        return folded.archive.year === Number(folded.day.slice(0, 4)) ? pass : fail('archive.year', `归档年度 ${folded.archive.year} 不是办理年份`, `The archive year ${folded.archive.year} is not that of the act`)
      }),
      looked({ item: 'archive.scans', point: 12, title: text('页数与扫描件', 'Pages and scans'), law: archiveMeasures.cite(10), asks: text('材料的扫描件与案卷登记的页数不矛盾。', 'The scans of the papers do not contradict the pages of the file.') }, ({ folded }) => scansOutcome(folded, () => ownSheets(folded))),
      make({ item: 'archive.pages', point: 12, attestable: true, title: text('卷内顺序和页数', 'Order and pages'), law: words.orderLaw, asks: words.order, check: () => onPaper }),
    ] as const,
    extraRecorded: looked({ item: 'extra.recorded', point: 13, title: text('没有额外材料和收费记录', 'Nothing extra on record'), law: citations(marriageRegulation.cite(6), papersLaw), asks: text('2025年5月10日起案卷中没有户口簿和收费票据。', 'Since 2025-05-10 the file holds no household book and no receipt of a fee.') }, ({ folded }) =>
      folded.day >= '2025-05-10' && folded.file.papers.some((paper) => paper.type === 'householdBook' || paper.type === 'feeReceipt') ? fail('papers', '案卷中有户口簿或者收费票据', 'The file holds a household book or a receipt of a fee') : pass),
  }
}
