import { text } from '../../domain/text.ts'
import { placeNameRegulation } from '../../domain/place-names/law.ts'
import { Flow } from '../case/flow.ts'
import { letterFeet } from '../case/letter.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { feet, title } from '../case/parts.ts'
import { blocksOf } from '../case/tables-layout.ts'
import { drawTable, frameOf, tablesFoot, tablesHead, type TablesSheet } from '../case/tables.ts'
import { plainDay, plainMoment } from '../case/words.ts'
import type { PlaceNameReportSheet, PlaceNameSheet } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Cell, type Row } from '../table.ts'

/** Thousandths as per cent: 987 → 98.7%. */
const percent = (permille: number | undefined): string => (permille === undefined ? '—' : `${(permille / 10).toFixed(1)}%`)
const version = '地名统计 兰台 1'
type Line = PlaceNameSheet['tables'][number]['rows'][number]
const most = { portrait: 8, narrow: 10, landscape: 14, fewLines: 14 }

/** 地名管理统计表: one table to a page with its identities, and the on-time rates. */
export const tables = paper<'place-names.tables'>({
  id: 'place-names.tables', title: text('地名管理统计表', 'Tables on place names'), version, from: '2022-05-01', source: text('统计项目据公开的地名工作报告，表式由办理单位自定', 'What is counted follows published work reports; the layout is the office’s own'), needs: [text('期间的统计数', 'the figures of the period')],
  facts: ({ sheet }) => ({ title: `地名管理统计表 ${sheet.from} 至 ${sheet.to}`, author: sheet.officeName, number: `${sheet.from}-${sheet.to}`, date: dateOfDay(sheet.to) }),
  record: ({ sheet }) => ({ paper: 'place-names.tables', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    const given: TablesSheet = { counted: `统计单位：${data.officeName}`, period: `${plainDay(data.from)}至${plainDay(data.to)}`, preparer: data.preparer, made: `制表时间：${plainMoment(data.printedAt)}`, sample: data.sample }
    for (const one of data.tables) {
      drawTable(sheet, given, one, blocksOf(one.columns.map(({ title: words, unit }, i) => ({ title: unit === '' || unit === one.unit ? words : `${words}\n（${unit}）`, share: false, pick: (line: Line) => (line.values[i] === undefined ? '' : String(line.values[i])) })), one.rows, '', most))
    }
    if (data.rates.length > 0 || data.tables.length === 0) drawRates(sheet, data, given)
    feet(sheet, version, code)
  },
})

const drawRates = (sheet: Sheet, data: PlaceNameSheet, given: TablesSheet): void => {
  const frame = frameOf(false)
  let y = tablesHead(sheet, given, frame, '按期办理情况', '', false)
  const cell = (width: number, value: string, right = false): Cell => ({ width, field: 'tables', value, size: 10, clearance: 0.6, ...(right ? { font: 'hei', align: 'right', single: true, padding: 3 } : { font: 'song' }) })
  const head: Row = { height: 9, cells: ([[74, '事项'], [32, '按期（件）'], [32, '已到期（件）'], [32, '按期率']] as const).map(([width, label]) => ({ width, label, plain: true, size: 10 })) }
  const rows = data.rates.map(({ title: words, met, judged, permille }): Row => ({ height: 8, cells: [cell(74, words), cell(32, String(met), true), cell(32, String(judged), true), cell(32, percent(permille), true)] }))
  const room = Math.floor((frame.bottom - y - 9 - 12) / 8)
  for (let at = 0; at < Math.max(1, rows.length); at += room) {
    if (at > 0) {
      tablesFoot(sheet, given, frame)
      y = tablesHead(sheet, given, frame, '按期办理情况', '', true)
    }
    y = table(sheet, frame.left, y, [head, ...rows.slice(at, at + room)], { outer: 0.4 })
  }
  sheet.text('texts', frame.left, y + 6, '按期率＝按期办结件数÷已经到期或者办结的件数；没有到期件的不计算。', { size: 9, colour: 0.2 })
  tablesFoot(sheet, given, frame)
}

const reportVersion = '地名合规报告 兰台 1'
const lawWords = placeNameRegulation.cite(30)

/** 地名审批合规报告: how every rule came out in a period, and each case that does not pass. */
export const complianceReport = paper<'place-names.complianceReport'>({
  id: 'place-names.complianceReport', title: text('地名审批合规报告', 'Compliance report of a period'), version: reportVersion, from: '2022-05-01', source: text(`${lawWords.zh}；检查项目按《地名管理条例》及其实施办法编列，版式由办理单位自定`, `${lawWords.en}; rules follow the regulation and its measures, the layout is the office’s own`), needs: [text('期间的检查结果', 'the reports of the period')],
  facts: ({ sheet }) => ({ title: `地名审批合规报告 ${sheet.from} 至 ${sheet.to}`, author: sheet.officeName, number: `${sheet.from}-${sheet.to}`, date: dateOfDay(sheet.to) }),
  record: ({ sheet }) => ({ paper: 'place-names.complianceReport', version: reportVersion, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    drawReport(sheet, data)
    letterFeet(sheet, reportVersion, code)
  },
})

const drawReport = (sheet: Sheet, data: PlaceNameReportSheet): void => {
  const flow = new Flow(sheet, 0, { sample: data.sample, top: 28, bottom: 260 })
  title(sheet, 28, '地名审批合规报告', 22, 0.15)
  sheet.text('officeName', 20, 38, data.officeName, { size: 10.5, within: 80 })
  sheet.text('texts', 190, 38, `${plainDay(data.from)}至${plainDay(data.to)}`, { size: 10.5, align: 'right', within: 86 })
  // A case is sound when none of its rules fails or stays unanswered.
  const sound = data.cases - data.failing.length
  const box = (words: string, value: string): Cell[] => [{ width: 18, label: words, size: 9.5, padding: 0.6 }, { width: 10.3, field: 'texts', value, font: 'hei', size: 11, align: 'centre', single: true, padding: 0.4 }]
  flow.y = table(sheet, 20, 41, [{ height: 11, cells: [...box('决定案件', String(data.cases)), ...box('全部符合', String(sound)), ...box('检查项', String(data.examined)), ...box('符合项', String(data.passed)), ...box('不符合项', String(data.failed)), ...box('未查项', String(data.unanswered))] }]) + 8
  const rate = data.examined === 0 ? '' : `检查项 ${data.examined} 项，符合（含已查验）${data.passed} 项，符合率 ${data.passed === data.examined ? '100' : (Math.floor((data.passed * 10_000) / data.examined) / 100).toFixed(2)}%；未查的 ${data.unanswered} 项不计入。`
  flow.write('texts', `${data.cases === 0 ? '本期没有作出决定的案件。' : sound === data.cases ? `本期${data.cases}件全部符合。` : `本期${data.cases}件中${sound}件全部符合，${data.failing.length}件有不符合或者未查的项目，逐件列在后面。`}${rate}`, { size: 11.5, leading: 1.6 })
  flow.gap(1)
  sheet.text('texts', 20, flow.y, '一、各项检查结果', { font: 'heiBold', size: 11.5 })
  flow.gap(6)
  drawList(sheet, flow, [{ title: '编号', width: 13, align: 'centre' }, { title: '检查项目', width: 44 }, { title: '依据', width: 48 }, ...['符合', '已查验', '不适用', '不符合', '未查'].map((words) => ({ title: words, width: 13, align: 'right' as const, font: 'hei' as const, single: true }))],
    data.rules.map((rule): Listed[] => [['texts', rule.code], ['texts', rule.title], ['texts', rule.law], ...[rule.pass, rule.attested, rule.notApplicable, rule.fail, rule.open].map((count): Listed => ['texts', String(count)])]), { size: 9, least: 6.6 })
  flow.gap(6)
  flow.need(24)
  sheet.text('texts', 20, flow.y, '二、有不符合或者未查项目的案件', { font: 'heiBold', size: 11.5 })
  flow.gap(7)
  if (data.failing.length === 0) {
    sheet.text('texts', 20, flow.y, '没有。', { size: 11 })
    flow.gap(7)
  }
  data.failing.forEach(({ title: words, document, decidedOn, rows }, i) => {
    flow.need(28)
    flow.write('title', `${i + 1}．${words}${document === '' ? '' : `（${document}）`}${decidedOn === '' ? '' : `　${plainDay(decidedOn)}`}`, { size: 10.5, leading: 1.5, indent: 0, font: 'hei' })
    flow.gap(0.5)
    drawList(sheet, flow, [{ title: '编号', width: 13, align: 'centre' }, { title: '地名', width: 30 }, { title: '检查项目', width: 38 }, { title: '结果', width: 16, align: 'centre', font: 'hei' }, { title: '说明', width: 73 }], rows.map((row): Listed[] => [['texts', row.code], ['name', row.name === '' ? '（案件）' : row.name], ['texts', row.title], ['texts', row.state], ['texts', row.message]]), { size: 9, least: 6.6, tallest: 90 })
    flow.gap(4)
  })
  flow.need(12)
  sheet.text('preparer', 20, flow.y + 5, `制表人：${data.preparer}`, { size: 10, within: 60 })
  sheet.text('texts', 100, flow.y + 5, '审核人（签名）：', { size: 10 })
  sheet.text('texts', 190, flow.y + 5, `制表时间：${plainMoment(data.printedAt)}`, { size: 10, align: 'right' })
}
