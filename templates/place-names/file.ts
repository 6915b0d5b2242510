import { findCode } from '../../domain/codes/types.ts'
import { filingOutcomes, reportKinds } from '../../domain/place-names/case/codes.ts'
import { reportStateTitles, type ReportRow } from '../../domain/place-names/case/report.ts'
import { licensingLaw, placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { feet, mark, sealPlace, title } from '../case/parts.ts'
import { plainDay } from '../case/words.ts'
import type { PlaceNameRecord } from '../contract.ts'
import { table, type Cell } from '../table.ts'
import { casePaper, proposedNames, required, writtenDay } from './facts.ts'
import { namesInShort } from './words.ts'

const hows = [['inPerson', '直接送达'], ['post', '邮寄送达'], ['electronic', '电子送达'], ['notice', '公告送达']] as const

/** 送达回证: which paper was handed to whom, and how (《行政许可法》第四十四条). */
export const delivery = casePaper('place-names.delivery', {
  title: text('送达回证', 'Proof of delivery'), version: '送达回证 兰台 1', source: text(licensingLaw.cite(44).zh, licensingLaw.cite(44).en), needs: [text('作出的决定', 'the decision')],
  day: ({ folded }) => folded.delivered?.day ?? folded.decision?.day ?? folded.notAccepted?.day ?? '',
  view: (record) => {
    const { folded, sample, officeName, registrarName } = record
    const { decision, notAccepted, delivered } = folded
    const refused = decision?.decisions.some(({ outcome }) => outcome === 'refused') ?? false
    const paper = required(decision ?? notAccepted, '还没有决定', 'Nothing has been decided yet')
    const titles = decision === null ? ['不予受理决定书'] : [...(folded.words.length > 0 ? ['批复'] : []), ...(refused ? ['不予批准决定书'] : [])]
    return { sample, officeName, registrarName, document: 'slip' in paper ? paper.slip : paper.document, decidedOn: paper.day, titles, about: `${namesInShort(proposedNames(record))}`, receiver: folded.file.applicant.name, delivered: delivered === null ? null : { day: delivered.day, receiver: delivered.receiver, how: delivered.how } }
  },
  draw: (sheet, { sample, officeName, registrarName, document, decidedOn, titles, about, receiver, delivered }, _say, code) => {
    sheet.page()
    mark(sheet, { sample })
    sheet.text('officeName', 105, 32, officeName, { font: 'songBold', size: 16, align: 'centre', within: 166 })
    title(sheet, 45, '送　达　回　证', 24, 0.1)
    const label = (words: string): Cell => ({ width: 36, label: words, size: 12 })
    const value = (field: string, shown: string): Cell => ({ width: 134, field, value: shown, size: 12.5, padding: 2.5 })
    const top = 56
    table(sheet, 20, top, [
      { height: 20, cells: [label('送达文书'), value('document', titles.map((one) => `${one}${document === '' ? '' : `（${document}）`}`).join('、'))] },
      { height: 14, cells: [label('事　　由'), value('items', about)] },
      { height: 14, cells: [label('文书日期'), value('texts', plainDay(decidedOn))] },
      { height: 14, cells: [label('受送达人'), value('applicant.name', receiver)] },
      { height: 14, cells: [label('送达方式'), { width: 134, blank: true }] },
      { height: 14, cells: [label('送达地点'), { width: 134, blank: true }] },
      { height: 26, cells: [label('收件人\n签名或者盖章'), value('receiver', delivered === null ? '' : delivered.receiver)] },
      { height: 14, cells: [label('收到日期'), value('texts', writtenDay(delivered?.day))] },
      { height: 14, cells: [label('送 达 人'), value('registrarName', registrarName)] },
      { height: 30, cells: [label('备　　注'), { width: 134, blank: true }] },
    ])
    let x = 59
    for (const [how, words] of hows) {
      sheet.box(x, top + 70.6, delivered?.how === how)
      x = sheet.text('texts', x + 4.4, top + 70.6, words, { size: 11.5 }) + 9
    }
    sealPlace(sheet, 164, 256, 15, '送达机关印章')
    sheet.text('texts', 20, 246, '注：受送达人不在时由其指定的代收人签收，并在备注栏注明与受送达人的关系；拒绝签收的，注明情况并由见证人签名。', { size: 9, within: 126 })
    feet(sheet, '送达回证 兰台 1', code)
  },
})

/** One paper of the file: number, who made it, title, day, pages where they are known. */
interface Content { readonly number: string; readonly author: string; readonly title: string; readonly day: string; readonly pages: number | undefined; readonly note: string }

/** The papers of a case in the order of its steps. */
export const contentsOf = ({ folded, officeName }: Pick<PlaceNameRecord, 'folded' | 'officeName'>): Content[] => {
  const { file } = folded
  const one = (day: string, author: string, words: string, number = '', pages?: number, note = ''): Content => ({ day, author, title: words, number, pages, note })
  const applicant = file.applicant.name
  return [
    one(folded.receivedOn, applicant, file.source === 'consultation' ? (file.title === '' ? '征求意见来函' : file.title) : file.title === '' ? '地名申请' : file.title, file.letter.number), one(folded.receivedOn, applicant, '地名申请表'),
    ...file.papers.map(({ day, title: words, number, pages }) => one(day, applicant, words, number, pages === 0 ? undefined : pages)),
    ...file.consents.map(({ day, unit }) => one(day, unit, '有关单位意见')),
    ...(folded.supplement === null ? [] : [one(folded.supplement.day, officeName, '补正告知书', folded.supplement.slip)]),
    ...(folded.accepted === null ? [] : [one(folded.accepted.day, officeName, '受理通知书', folded.accepted.slip)]),
    ...(folded.notAccepted === null ? [] : [one(folded.notAccepted.day, officeName, '不予受理决定书', folded.notAccepted.slip)]),
    ...folded.visits.map(({ day, photos }) => one(day, officeName, '实地踏勘记录', '', undefined, photos.length === 0 ? '' : `照片${photos.length}张`)),
    ...folded.reports.map(({ kind, day, author, standing, scans }) => one(day, author, `${findCode(reportKinds, kind)?.zh ?? kind}${standing === 'attached' ? '' : '（未要求，见说明）'}`, '', scans.length === 0 ? undefined : scans.length)),
    ...folded.consultations.flatMap(({ asked, reply }) => [one(asked.day, officeName, `关于征求意见的函（${asked.unit}）`, asked.document), ...(reply === null ? [] : [one(reply.day, asked.unit, '对征求意见的回复')])]),
    ...folded.displays.map(({ shown, ended }) => one(shown.from, officeName, `公示及公示情况（至${plainDay(shown.to)}）`, '', undefined, ended === null ? '' : `意见${ended.objections.length}条`)),
    ...(folded.review === null ? [] : [one(folded.review.day, officeName, '审核意见')]),
    ...(folded.forwarded === null ? [] : [one(folded.forwarded.day, officeName, '请示', folded.forwarded.document)]),
    ...(folded.opinion === null ? [] : [one(folded.opinion.day, officeName, '征求意见复函', folded.opinion.document)]),
    ...folded.provisional.map(({ day, document }) => one(day, officeName, '地名预命名使用书', document)),
    ...(folded.decision === null ? [] : [
      ...(folded.words.length === 0 ? [] : [one(folded.decision.day, folded.decision.approverName, '批复', folded.decision.document)]),
      ...(folded.decision.decisions.some(({ outcome }) => outcome === 'refused') ? [one(folded.decision.day, folded.decision.approverName, '不予批准决定书', folded.decision.document)] : []),
    ]),
    ...(folded.delivered === null ? [] : [one(folded.delivered.day, officeName, '送达回证')]),
    ...folded.filings.map(({ body, outcome }) => one(body.day, folded.decision?.approverName ?? officeName, '备案报告、备案登记表', body.document, undefined, findCode(filingOutcomes, outcome)?.zh ?? '')),
    ...folded.notices.map(({ day, number }) => one(day, officeName, '地名公告', number)),
    ...(folded.withdrawn === null ? [] : [one(folded.withdrawn.day, applicant, '撤回申请')]),
  ]
}

/** 卷内目录: the papers of the case in order. */
export const contents = casePaper('place-names.contents', {
  title: text('卷内目录', 'Contents of the file'), version: '地名卷内目录 兰台 1', source: text(`${placeNameRegulation.cite(26).zh}；表式参照通行的卷内目录`, `${placeNameRegulation.cite(26).en}; common form of contents`), needs: [text('案件的文书', 'the papers of the case')],
  day: ({ folded }) => folded.archive?.day ?? '',
  view: (record) => {
    const { folded, sample, officeName } = record
    const { archive } = folded
    return { sample, officeName, id: folded.id, about: namesInShort(folded.words.length > 0 ? folded.words : proposedNames(record)), archive: archive === null ? null : { fonds: archive.fonds, year: archive.year, fileNumber: archive.fileNumber, pages: archive.pages }, rows: contentsOf(record) }
  },
  draw: (sheet, { sample, officeName, about, archive, rows }, _say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 26, bottom: 262 })
    title(sheet, 28, '卷　内　目　录', 20, 0)
    sheet.text('items', 20, 36, `案卷题名：关于${about}的地名管理案卷`, { size: 10.5, within: 100 })
    sheet.text('archive', 20, 43.5, archive === null ? '全宗号：　　　　年度：　　　　卷号：' : `全宗号：${archive.fonds}　　年度：${archive.year}　　卷号：${archive.fileNumber}　　共 ${archive.pages} 页`, { size: 10.5, within: 110 })
    sheet.cell('officeName', 122, 35.5, 68, 10, officeName, { size: 10.5, align: 'right', vertical: 'bottom', padding: 0, clearance: 1 })
    flow.y = 51
    drawList(sheet, flow, [{ title: '顺序号', width: 13, align: 'centre' }, { title: '文号', width: 34 }, { title: '责任者', width: 32 }, { title: '题名', width: 44 }, { title: '日期', width: 17, align: 'centre', size: 9 }, { title: '页数', width: 11, align: 'centre' }, { title: '备注', width: 19 }],
      rows.map((row, i): Listed[] => [['number', String(i + 1)], ['document', row.number], ['author', row.author], ['papers', row.title], ['texts', row.day === '' ? '' : row.day.replaceAll('-', '')], ['papers', row.pages === undefined ? '' : String(row.pages)], ['texts', row.note]]), { size: 10, least: 9.5 })
    feet(sheet, '地名卷内目录 兰台 1', code)
  },
})

/** Names for which one rule came to the same stand in one row; a rule on every name of the case says so. */
const together = (rows: readonly ReportRow[]) => {
  const all = new Set(rows.filter(({ item }) => item !== '').map(({ item }) => item)).size
  const same = Map.groupBy(rows, ({ rule, item, state, message, by = '', at = '' }) => [rule, item === '', state, message?.zh ?? '', by, at.slice(0, 10)].join('\n'))
  return [...same.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const { code, item, title: rule, law, state, message, by = '', at = '' } = first
    return [{ code, items: own.map((one) => one.item), names: item === '' ? '（案件）' : own.length === all && all > 2 ? `全部${all}个地名` : own.map(({ name }) => name).join('、'), rule: rule.zh, law: law.zh, state, message: message?.zh ?? '', by, at: at.slice(0, 10) }]
  })
}

/** 合规检查表: every rule for the case and each of its names, and what it came to. */
export const report = casePaper('place-names.report', {
  title: text('地名案件合规检查表', 'Compliance report of a case'), version: '合规检查表 兰台 1', source: text('《地名管理条例》及其实施办法、《行政许可法》的有关规定', 'The regulation, its measures and the licensing law'), needs: [text('案件的检查结果', 'the report of the case')],
  day: () => '',
  view: (record) => {
    const { folded, sample, officeName } = record
    const card = required(record.card, '没有检查结果', 'There is no report')
    return { sample, officeName, about: namesInShort(folded.words.length > 0 ? folded.words : proposedNames(record)), document: folded.decision?.document ?? '', verdict: card.verdict, counts: card.counts, rows: together(card.rows) }
  },
  draw: (sheet, { sample, officeName, about, document, verdict, counts, rows }, _say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 24, bottom: 178, left: 20, width: 257, page: [297, 210] })
    sheet.text('texts', 148.5, 25, '地名案件合规检查表', { font: 'songBold', size: 20, align: 'centre', spacing: 0.15 })
    sheet.text('items', 20, 33, `案件：${about}${document === '' ? '' : `（${document}）`}`, { size: 10.5, within: 160 })
    sheet.text('officeName', 277, 33, officeName, { size: 10.5, align: 'right', within: 90 })
    const said = { sound: '全部符合', failed: '有不符合项', open: '有未查项' } as const
    sheet.text('texts', 20, 39.5, `结论：${said[verdict]}　　符合 ${counts.pass} 项，已查验 ${counts.attested} 项，不适用 ${counts.notApplicable} 项，不符合 ${counts.fail} 项，未查 ${counts.open} 项`, { font: verdict === 'sound' ? 'song' : 'heiBold', size: 10.5 })
    flow.y = 47
    drawList(sheet, flow, [{ title: '编号', width: 13, align: 'centre' }, { title: '地名', width: 46 }, { title: '检查项目', width: 42 }, { title: '依据', width: 62 }, { title: '结果', width: 16, align: 'centre', font: 'hei' }, { title: '说明', width: 78 }],
      rows.map((row): Listed[] => [['texts', row.code], [`items.${row.items[0] ?? ''}.name`, row.names], ['texts', row.rule], ['texts', row.law], ['texts', reportStateTitles[row.state].zh], ['texts', [row.message, row.by === '' ? '' : `查验：${row.by} ${plainDay(row.at)}`].filter((one) => one !== '').join('；')]]), { size: 9, least: 6.6, tallest: 60 })
    flow.need(6)
    sheet.text('texts', 20, flow.y + 2, '检查人（签名）：　　　　　　　　　　复核人（签名）：', { size: 10.5 })
    sheet.text('texts', 277, flow.y + 2, '年　　　月　　　日', { size: 10.5, align: 'right' })
    feet(sheet, '合规检查表 兰台 1', code)
  },
})
