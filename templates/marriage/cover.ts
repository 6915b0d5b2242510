import { archiveClasses, archiveOrder, archiveTitle, retentionYears } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import { contentsOf, drawCover, type ContentItem } from '../case/cover.ts'
import { marriageDigest, numberOf, said } from '../case/parts.ts'
import { day } from '../case/words.ts'
import type { MarriageRecord } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'

const version = '卷皮 兰台 1'
const defaults = { nature: archiveClasses.marriage.zh, keeping: `${retentionYears} 年` }

/** Contents in the order of 《婚姻登记档案管理办法》第五条、第十条. */
export const contents = ({ file }: MarriageRecord): ContentItem[] => contentsOf(file, archiveOrder(file), ['review', 'declaration'])

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
    drawCover(sheet, {
      officeName: record.officeName, nature: said(defaults, texts, 'nature'), keeping: said(defaults, texts, 'keeping'), year: record.day.slice(0, 4), archive: record.archive, items: contents(record), version, sample: record.sample,
      rows: [
        ['题名', 'parties.0.name', archiveTitle(record.file)], ['男方姓名', 'parties.0.name', parties[0].name], ['女方姓名', 'parties.1.name', parties[1].name],
        ['登记日期', 'day', record.number === '' ? '' : day(record.day)], ['结婚证字号', 'number', record.number], ['印制号', 'serials', `男方 ${record.serials[0]}　　女方 ${record.serials[1]}`],
      ],
      numberLine: `登记字号：${record.number}`,
      note: '排列次序：审查处理表、声明书、证明材料、身份证件、其他（《婚姻登记档案管理办法》第十条）',
    }, code)
  },
})
