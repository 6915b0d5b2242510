import { archiveClasses, retentionYears } from '../../domain/marriage/archive.ts'
import { reissueArchiveOrder, reissueArchiveTitle } from '../../domain/reissue/archive.ts'
import { text } from '../../domain/text.ts'
import { contentsOf, drawCover } from '../case/cover.ts'
import { digestOf, said } from '../case/parts.ts'
import { day, listedPaper } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { applicantNames, commonFacts, dayOf, numberOf } from './facts.ts'

const version = '补发卷皮 兰台 1'
const defaults = { nature: archiveClasses.reissue.zh, keeping: `${retentionYears} 年` }

/** 卷皮: the cover of a reissue's file with the archive stamp, and its contents. */
export const cover = paper<'reissue.cover'>({
  id: 'reissue.cover',
  title: text('补发婚姻登记证档案卷皮与卷内目录', 'File cover and contents of a reissue'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第八条、第九条、第十条、第十三条', 'Archive Measures arts. 8, 9, 10 and 13'),
  needs: [text('归档编号（可后补手写）', 'archive numbers (may be written in by hand)')],
  texts: defaults,
  facts: ({ record }) => ({ title: `补发婚姻登记证档案 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(dayOf(record)) }),
  record: (request) => digestOf('reissue.cover', version, request, { ...commonFacts(request.record), serials: request.record.folded.serials, papers: request.record.folded.file.papers.map(listedPaper), verification: request.record.folded.file.verification.found, archive: request.record.folded.archive }),
  draw: (sheet, { record, texts }, code) => {
    const { folded } = record
    const { parties, original, applicant } = folded.file
    const serials = folded.serials.map((serial, who) => (serial === '' ? '' : `${who === 0 ? '男方' : '女方'} ${serial}`)).filter((one) => one !== '').join('　　')
    drawCover(sheet, {
      officeName: record.officeName, nature: said(defaults, texts, 'nature'), keeping: said(defaults, texts, 'keeping'), year: folded.day.slice(0, 4), archive: folded.archive ?? undefined, version, sample: record.sample,
      items: contentsOf(folded.file, reissueArchiveOrder(folded), ['review', 'declaration'], applicantNames[applicant]),
      rows: [
        ['题名', 'parties.0.name', reissueArchiveTitle(folded)], ['男方姓名', 'parties.0.name', parties[0].name], ['女方姓名', 'parties.1.name', parties[1].name],
        ['原登记', 'original.number', `${day(original.day)}　${original.number}`], ['补发日期', 'day', folded.number === '' ? '' : day(folded.day)], ['补发字号', 'number', folded.number], ['印制号', 'serials', serials],
      ],
      numberLine: `补发字号：${folded.number}`,
      note: '排列次序：补发审查处理表、声明书、档案证明、身份证件、委托材料、其他（《婚姻登记档案管理办法》第八条、第十条）',
    }, code)
  },
})
