import { divorceArchiveOrder, divorceArchiveTitle, findArchiveYear } from '../../domain/divorce/archive.ts'
import { archiveClasses, retentionYears } from '../../domain/marriage/archive.ts'
import { text } from '../../domain/text.ts'
import { contentsOf, drawCover } from '../case/cover.ts'
import { digestOf, said } from '../case/parts.ts'
import { day, listedPaper, person } from '../case/words.ts'
import { dateOfDay, paper } from '../paper.ts'
import { issuanceDay, marriageOf, numberOf } from './facts.ts'

const version = '离婚卷皮 兰台 1'
const defaults = { nature: archiveClasses.divorce.zh, keeping: `${retentionYears} 年` }
const onePage = ['review', 'declaration', 'application', 'receipt', 'notAccepted', 'withdrawal', 'refusal']

/** 卷皮: the cover of a divorce file with the archive stamp, and its contents; an application that came to nothing has one too. */
export const cover = paper<'divorce.cover'>({
  id: 'divorce.cover',
  title: text('离婚登记档案卷皮与卷内目录', 'File cover and contents of a divorce'),
  version,
  from: '2006-01-23',
  source: text('《婚姻登记档案管理办法》第七条、第九条、第十条、第十三条；申请阶段材料归档据民发〔2020〕116号', 'Archive Measures arts. 7, 9, 10 and 13; the papers of the application stage by the Notice of 2020'),
  needs: [text('归档编号（可后补手写）', 'archive numbers (may be written in by hand)')],
  texts: defaults,
  facts: ({ record }) => ({ title: `离婚登记档案 ${numberOf(record)}`, author: record.officeName, number: numberOf(record), date: dateOfDay(record.folded.withdrawn?.day ?? issuanceDay(record)) }),
  record: (request) => {
    const { record } = request
    const { folded } = record
    return digestOf('divorce.cover', version, request, { officeName: record.officeName, number: folded.number, day: folded.day, serials: folded.serials, parties: folded.file.parties.map(person), papers: folded.file.papers.map(listedPaper), marriage: marriageOf(record), contents: divorceArchiveOrder(folded).map(({ title, party }) => ({ title: title.zh, party })), archive: folded.archive, sample: record.sample })
  },
  // a cover is made when a case has ended: one still accepted has lapsed
  draw: (sheet, { record, texts }, code) => {
    const { folded } = record
    const { parties } = folded.file
    const registered = folded.number !== ''
    const ended = folded.withdrawn !== null ? `${day(folded.withdrawn.day)}撤回申请` : folded.refusal !== null ? `${day(folded.refusal.day)}不予办理` : folded.notAccepted !== null ? `${day(folded.notAccepted.day)}不予受理` : folded.dates !== null ? `领证期限至${day(folded.dates.end2)}` : ''
    drawCover(sheet, {
      officeName: record.officeName, nature: said(defaults, texts, 'nature'), keeping: said(defaults, texts, 'keeping'), year: String(findArchiveYear(folded, '9999-12-31') ?? ''), archive: folded.archive ?? undefined, items: contentsOf(folded.file, divorceArchiveOrder(folded), onePage), version, sample: record.sample,
      rows: [
        ['题名', 'parties.0.name', divorceArchiveTitle(folded)], ['男方姓名', 'parties.0.name', parties[0].name], ['女方姓名', 'parties.1.name', parties[1].name],
        ['申请受理', 'receipt', folded.dates === null ? '' : `${day(folded.dates.received)}　${folded.accepted?.receiptNumber ?? ''}`],
        registered ? ['登记日期', 'day', day(folded.day)] : ['办理结果', 'receipt', ended],
        ...(registered ? [['离婚证字号', 'number', folded.number], ['印制号', 'serials', `男方 ${folded.serials[0]}　　女方 ${folded.serials[1]}`]] as const : []),
      ],
      numberLine: registered ? `登记字号：${folded.number}` : `受理编号：${folded.accepted?.receiptNumber ?? folded.id}`,
      note: '排列次序：审查处理表、声明书、结婚证复印件、离婚协议书、身份证件、其他（《婚姻登记档案管理办法》第七条、第十条）',
    }, code)
  },
})
