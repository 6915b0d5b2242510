import type { PaperCode } from '../digest.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { feet, mark, title } from './parts.ts'
import { sides, suppliedPaper, type SharedFile } from './words.ts'
import type { SuppliedPaper } from '../../domain/case/file.ts'

/** The numbers of the archive stamp (归档章). */
export interface ArchiveNumbers { readonly fonds: string; readonly year: number; readonly officeFileNumber: number; readonly archiveFileNumber: string; readonly pages: number }

/** One line of the contents; pages only where scans tell them. */
export interface ContentItem { readonly title: string; readonly pages: number | undefined; readonly party: string }

/** The cover of a file (卷皮) and its contents. */
export interface Cover {
  readonly officeName: string
  readonly nature: string
  readonly rows: readonly (readonly [label: string, field: string, value: string])[]
  readonly year: string
  readonly keeping: string
  readonly archive: ArchiveNumbers | undefined
  readonly items: readonly ContentItem[]
  readonly numberLine: string
  readonly note: string
  readonly version: string
  readonly sample: boolean
}

/** The contents of a file in the order of the archive rules; `onePage` names the parts that are always one sheet. */
export const contentsOf = (file: SharedFile, parts: readonly { readonly part: string; readonly title: { readonly zh: string }; readonly party?: 0 | 1; readonly papers: readonly SuppliedPaper[] }[], onePage: readonly string[], unnamed = '双方'): ContentItem[] =>
  parts.map(({ part, title: words, party, papers }) => {
    const [paper] = papers
    const scanned = papers.flatMap(({ scans }) => scans).reduce((sum, { pages }) => sum + pages, 0)
    return {
      title: paper === undefined ? words.zh : suppliedPaper(file, paper),
      pages: onePage.includes(part) ? 1 : scanned === 0 ? undefined : scanned,
      party: party === undefined ? unnamed : sides[party],
    }
  })

/** Draws a cover and its contents. */
export const drawCover = (sheet: Sheet, cover: Cover, code: PaperCode): void => {
  const { archive } = cover
  sheet.page()
  mark(sheet, cover)
  archiveStamp(sheet, archive)
  sheet.text('officeName', 105, 64, cover.officeName, { font: 'songBold', size: 20, align: 'centre', spacing: 0.1, within: 165 })
  title(sheet, 86, '婚姻登记档案', 34, 0.35)
  sheet.text('texts', 105, 98, cover.nature, { font: 'song', size: 16, align: 'centre', spacing: 0.2, within: 165 })
  const label = (string: string): { width: number; label: string; size: number } => ({ width: 34, label: string, size: 13 })
  const value = (field: string, string: string, width: number): Row['cells'][number] => ({ width, field, value: string, size: 13, padding: 2.5 })
  table(sheet, 25, 114, [
    ...cover.rows.map(([words, field, shown], i): Row => ({ height: i === 0 ? 20 : 14, cells: [label(words), value(field, shown, 126)] })),
    { height: 14, cells: [label('年度'), value('archive', archive === undefined ? cover.year : String(archive.year), 46), label('保管期限'), value('texts', cover.keeping, 46)] },
    { height: 14, cells: [label('页数'), value('archive', archive === undefined ? '' : String(archive.pages), 46), { width: 34, label: '立卷人', size: 13 }, { width: 46, blank: true }] },
  ])
  list(sheet, cover)
  feet(sheet, cover.version, code, cover.note)
}

/** The archive stamp of article 10: 全宗号, 年度, 室编卷号, 馆编卷号, 页数. */
export const archiveStamp = (sheet: Sheet, archive: ArchiveNumbers | undefined): void => {
  const of = (width: number, value: string): Row['cells'][number] => ({ width, field: 'archive', value, align: 'centre', size: 11, font: 'song', padding: 0.6, single: true })
  const head = (width: number, string: string): Row['cells'][number] => ({ width, label: string, size: 8.5, plain: true })
  table(sheet, 98, 16, [
    { height: 5.5, cells: [head(22, '全宗号'), head(16, '年度'), head(19, '室编卷号'), head(19, '馆编卷号'), head(16, '页数')] },
    { height: 10, cells: [of(22, archive?.fonds ?? ''), of(16, archive === undefined ? '' : String(archive.year)), of(19, archive === undefined ? '' : String(archive.officeFileNumber)), of(19, archive?.archiveFileNumber ?? ''), of(16, archive === undefined ? '' : String(archive.pages))] },
  ], { outer: 0.4 })
}

const perPage = 21

const list = (sheet: Sheet, cover: Cover): void => {
  const { items } = cover
  const total = Math.max(1, Math.ceil(items.length / perPage))
  let sequence = 0
  let first: number | undefined = 1 // page number in the file while all before are known
  for (let page = 0; page < total; page++) {
    sheet.page()
    mark(sheet, cover)
    title(sheet, 28, '卷　内　目　录', 20, 0)
    sheet.text('number', 20, 37, cover.numberLine, { size: 10.5, within: 170 })
    const part = items.slice(page * perPage, (page + 1) * perPage)
    const rows: Row[] = [{ height: 10, cells: [{ width: 14, label: '顺序号' }, { width: 108, label: '文件材料名称' }, { width: 18, label: '当事人' }, { width: 14, label: '页数' }, { width: 16, label: '页　号' }] }]
    for (let i = 0; i < perPage; i++) {
      const item = part[i]
      let number = ''
      if (item !== undefined) {
        sequence++
        if (first !== undefined) number = String(first)
        first = first === undefined || item.pages === undefined ? undefined : first + item.pages
      }
      rows.push({ height: 10, cells: [
        { width: 14, field: 'papers', value: item === undefined ? '' : String(sequence), align: 'centre', font: 'song' },
        { width: 108, field: 'papers', value: item?.title ?? '', size: 11, font: 'song' },
        { width: 18, field: 'papers', value: item?.party ?? '', size: 10.5, align: 'centre', font: 'song' },
        { width: 14, field: 'papers', value: item?.pages === undefined ? '' : String(item.pages), align: 'centre', font: 'song' },
        { width: 16, field: 'papers', value: number, align: 'centre', font: 'song' },
      ] })
    }
    table(sheet, 20, 40, rows)
  }
}
