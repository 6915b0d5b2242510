import { archiveClasses, archiveOrder, archiveTitle, retentionYears } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import type { MarriageRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Row } from '../table.ts'
import { foot, mark, marriageDigest, numberOf, said, title } from './parts.ts'
import { day, suppliedPaper } from './words.ts'

const version = '卷皮 兰台 1'
const defaults = { nature: archiveClasses.marriage.zh, keeping: `${retentionYears} 年` }

interface Item { readonly title: string; readonly pages: number | undefined; readonly party: string }

/** Contents in the order of 《婚姻登记档案管理办法》第五条、第十条; pages only where scans tell them. */
export const contents = ({ file }: MarriageRecord): Item[] =>
  archiveOrder(file).map(({ part, title, party, papers }) => {
    const [paper] = papers
    const scanned = papers.flatMap(({ scans }) => scans).reduce((sum, { pages }) => sum + pages, 0)
    return {
      title: paper === undefined ? title.zh : suppliedPaper(file, paper),
      pages: part === 'review' || part === 'declaration' ? 1 : scanned === 0 ? undefined : scanned,
      party: party === undefined ? '双方' : party === 0 ? '男方' : '女方',
    }
  })

/** 卷皮: the cover of a one-couple file with the archive stamp, and its contents. */
export const cover = paper<'marriage.cover'>({
  id: 'marriage.cover',
  title: text('结婚登记档案卷皮与卷内目录', 'File cover and contents'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第五条、第九条、第十条、第十三条', 'Measures for the Administration of Marriage Registration Archives arts. 5, 9, 10 and 13'),
  needs: [text('登记字号', 'number'), text('归档编号（可后补手写）', 'archive numbers (may be written in by hand)')],
  texts: defaults,
  facts: ({ record }) => ({ title: `结婚登记档案 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.day) }),
  record: (request) => marriageDigest('marriage.cover', version, request),
  draw: (sheet, { record, texts }, code) => {
    const { parties } = record.file
    sheet.page()
    mark(sheet, record)
    stamp(sheet, record)
    sheet.text('officeName', 105, 64, record.officeName, { font: 'songBold', size: 20, align: 'centre', spacing: 0.1, within: 165 })
    title(sheet, 86, '婚姻登记档案', 34, 0.35)
    sheet.text('texts', 105, 98, said(defaults, texts, 'nature'), { font: 'song', size: 16, align: 'centre', spacing: 0.2 })
    const caseTitle = archiveTitle(record.file)
    const label = (string: string): { width: number; label: string; size: number } => ({ width: 34, label: string, size: 13 })
    const value = (field: string, string: string, width: number): Row['cells'][number] => ({ width, field, value: string, size: 13, padding: 2.5 })
    table(sheet, 25, 114, [
      { height: 20, cells: [label('题名'), value('parties.0.name', caseTitle, 126)] },
      { height: 14, cells: [label('男方姓名'), value('parties.0.name', parties[0].name, 126)] },
      { height: 14, cells: [label('女方姓名'), value('parties.1.name', parties[1].name, 126)] },
      { height: 14, cells: [label('登记日期'), value('day', record.number === '' ? '' : day(record.day), 126)] },
      { height: 14, cells: [label('结婚证字号'), value('number', record.number, 126)] },
      { height: 14, cells: [label('印制号'), value('serials', `男方 ${record.serials[0]}　　女方 ${record.serials[1]}`, 126)] },
      { height: 14, cells: [label('年度'), value('archive', record.archive === undefined ? record.day.slice(0, 4) : String(record.archive.year), 46), label('保管期限'), value('texts', said(defaults, texts, 'keeping'), 46)] },
      { height: 14, cells: [label('页数'), value('archive', record.archive === undefined ? '' : String(record.archive.pages), 46), { width: 34, label: '立卷人', size: 13 }, { width: 46, blank: true }] },
    ])
    foot(sheet, version, code, { page: 1, of: pages(record) })
    list(sheet, record, code)
  },
})

const perPage = 21
const pages = (record: MarriageRecord): number => 1 + Math.max(1, Math.ceil(contents(record).length / perPage))

/** The archive stamp (归档章) of article 10: 全宗号, 年度, 室编卷号, 馆编卷号, 页数. */
const stamp = (sheet: Sheet, { archive }: MarriageRecord): void => {
  const of = (width: number, field: string, value: string): Row['cells'][number] => ({ width, field, value, align: 'centre', size: 11, font: 'song', padding: 0.6, single: true })
  const head = (width: number, string: string): Row['cells'][number] => ({ width, label: string, size: 8.5, plain: true })
  table(sheet, 98, 16, [
    { height: 5.5, cells: [head(22, '全宗号'), head(16, '年度'), head(19, '室编卷号'), head(19, '馆编卷号'), head(16, '页数')] },
    { height: 10, cells: [of(22, 'archive', archive?.fonds ?? ''), of(16, 'archive', archive === undefined ? '' : String(archive.year)), of(19, 'archive', archive === undefined ? '' : String(archive.officeFileNumber)), of(19, 'archive', archive?.archiveFileNumber ?? ''), of(16, 'archive', archive === undefined ? '' : String(archive.pages))] },
  ], { outer: 0.4 })
}

const list = (sheet: Sheet, record: MarriageRecord, code: Parameters<typeof foot>[2]): void => {
  const items = contents(record)
  const total = pages(record)
  let sequence = 0
  let first: number | undefined = 1 // page number in the file while all before are known
  for (let page = 2; page <= total; page++) {
    sheet.page()
    mark(sheet, record)
    title(sheet, 28, '卷　内　目　录', 20, 0)
    sheet.text('number', 20, 37, `登记字号：${record.number}`, { size: 10.5 })
    const part = items.slice((page - 2) * perPage, (page - 1) * perPage)
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
    foot(sheet, version, code, { page, of: total, note: '排列次序：审查处理表、声明书、证明材料、身份证件、其他（《婚姻登记档案管理办法》第十条）' })
  }
}
