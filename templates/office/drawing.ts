import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { feet, title } from '../case/parts.ts'
import { plainDay, plainMoment } from '../case/words.ts'
import type { DrawingSheet } from '../contract.ts'
import { dateOfDay, paper } from '../paper.ts'
import { table } from '../table.ts'
import type { Sheet } from '../sheet.ts'
import { heightOf, part, signLines } from './report-parts.ts'

const version = '抽查记录表 兰台 1'

/** 抽查记录表: what was drawn from what, by which seed, and what the examiner found of each case; what is still open is to be written in. */
export const drawing = paper<'office.drawing'>({
  id: 'office.drawing',
  title: text('抽查记录表', 'Record of a sampled inspection'),
  version,
  from: '2025-01-01',
  source: text('兰台自定；随机抽取可按种子重做', 'Lantai’s own; the draw can be made again from its seed'),
  needs: [text('已抽取的案件', 'the cases drawn')],
  facts: ({ sheet }) => ({ title: `抽查记录表 ${sheet.from} 至 ${sheet.to}`, author: sheet.officeName, number: sheet.id, date: dateOfDay(sheet.at.slice(0, 10)) }),
  record: ({ sheet }) => ({ paper: 'office.drawing', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    drawRecord(sheet, data)
    feet(sheet, version, code)
  },
})

const results = { pass: '合格', fail: '不合格', '': '' } as const

const drawRecord = (sheet: Sheet, data: DrawingSheet): void => {
  const flow = new Flow(sheet, 0, { sample: data.sample, top: 28, bottom: 262, head: () => {
    sheet.text('officeName', 20, 16, data.officeName, { size: 9, within: 90 })
    sheet.text('texts', 190, 16, `抽查记录表　${data.id}`, { size: 9, align: 'right', within: 78 })
    sheet.line(20, 18, 190, 18, 0.15, { colour: 0.5 })
  } })
  title(sheet, 28, '抽查记录表')
  sheet.text('officeName', 20, 37, `单位：${data.officeName}`, { size: 10, within: 112 })
  sheet.text('texts', 190, 37, `地区编码：${data.area}`, { size: 10, align: 'right' })
  const examined = data.cases.filter(({ result }) => result !== '')
  const failed = data.cases.filter(({ result }) => result === 'fail').length
  const cell = (width: number, value: string) => ({ width, field: 'texts', value, size: 10, font: 'song' as const, padding: 1.6, clearance: 0.8 })
  const label = (words: string) => ({ width: 26, label: words, size: 10, plain: true })
  const windows = data.windows.join('、')
  const windowHeight = Math.max(8, heightOf(sheet, 'texts', windows, 140, 10, 1.35) + 2)
  flow.y = table(sheet, 20, 40, [
    { height: 8, cells: [label('抽查编号'), cell(59, data.id), label('抽查期间'), cell(59, `${plainDay(data.from)}至${plainDay(data.to)}`)] },
    { height: 8, cells: [label('抽取人'), cell(59, data.by), label('抽取时间'), cell(59, plainMoment(data.at))] },
    { height: windowHeight, cells: [label('窗口'), cell(144, windows)] },
    { height: 8, cells: [label('随机种子'), { ...cell(144, data.seed), field: 'seed', font: 'hei' }] },
    { height: 8, cells: [label('总体（件）'), { ...cell(59, String(data.population)), font: 'hei' }, label('抽取（件）'), { ...cell(59, String(data.cases.length)), font: 'hei' }] },
    { height: 8, cells: [label('总体校验'), { ...cell(144, data.digest), font: 'hei', size: 9, single: true }] },
    { height: 8, cells: [label('检查结果'), cell(144, `已检查 ${examined.length} 件：合格 ${examined.length - failed} 件，不合格 ${failed} 件；尚未检查 ${data.cases.length - examined.length} 件`)] },
  ]) + 4.6
  sheet.text('texts', 20, flow.y, '同一总体、同一种子，重抽所得的案件相同。总体校验为全部案件编号按序的 SHA-256 值。', { size: 8, colour: 0.35 })
  flow.gap(6)
  if (data.note !== '') {
    flow.write('note', `备注：${data.note}`, { size: 10, indent: 0, leading: 1.5 })
    flow.gap(2)
  }
  part(sheet, 20, flow.y + 1, `抽取的案件（${data.cases.length}件）`)
  flow.gap(8)
  if (data.cases.length === 0) {
    sheet.text('texts', 23.5, flow.y, '本期没有可抽取的案件。', { size: 10 })
    flow.gap(8)
  } else {
    drawList(sheet, flow, [
      { title: '序号', width: 9, align: 'centre' }, { title: '窗口', width: 20 }, { title: '登记字号（编号）', width: 42 }, { title: '办理日期', width: 25, align: 'centre' }, { title: '结果', width: 13, align: 'centre', font: 'heiBold' }, { title: '问题和说明', width: 38 }, { title: '检查人、时间', width: 23, align: 'centre', size: 7.5 },
    ], data.cases.map(({ window, number, day, result, rules, note, by, at }, i): readonly Listed[] => [
      ['cases', String(i + 1)], ['cases', window], ['cases', number], ['cases', plainDay(day)], ['cases', results[result]], ['cases', [...rules, ...(note === '' ? [] : [note])].join('；')], ['cases', by === '' ? '' : `${by}\n${plainDay(at.slice(0, 10))}`],
    ]), { size: 9, least: 9 })
  }
  flow.need(18)
  flow.gap(9)
  signLines(sheet, flow.y, ['检查人（签名）：', '复核人（签名）：'], 58, 4, '日期：　　　年　　月　　日')
  flow.gap(6)
  sheet.text('texts', 190, flow.y, `打印时间：${plainMoment(data.printedAt)}`, { size: 8, align: 'right', colour: 0.35 })
}
