import { placeNameRegulation } from '../../domain/place-names/law.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type Listed } from '../case/lists.ts'
import { feet, sealPlace, signature, title } from '../case/parts.ts'
import { plainDay } from '../case/words.ts'
import { table, type Cell } from '../table.ts'
import { pt } from '../sheet.ts'
import { casePaper, proposedNames, writtenDay } from './facts.ts'
import { actCounts, actInList, actWords, kindTitle, spelledLines } from './words.ts'

const law = placeNameRegulation.cite(11)
const version = '地名申请 兰台 1'
const types: Readonly<Record<string, string>> = { organ: '机关', enterprise: '企业', institution: '事业单位', committee: '基层群众性自治组织', other: '其他' }
const texts = { promise: '申请单位承诺：所提交的材料真实、合法、有效；未经批准，不擅自使用申请的名称。' }

/** 地名申请表: who applies for which names and why, the names in a list that runs over as many pages as it takes. */
export const application = casePaper('place-names.application', {
  title: text('地名命名（更名）申请表', 'Application'), version, texts, source: text(law.zh, law.en), needs: [text('申请单位和申请的地名', 'applicant and names')],
  day: ({ folded }) => folded.receivedOn,
  view: (record) => {
    const { folded, sample, officeName } = record
    const { title: applied, applicant, letter, planAndReasons, items, papers, consents } = folded.file
    return {
      sample, officeName, applied, applicant, letter, planAndReasons, receivedOn: folded.receivedOn, names: proposedNames(record).map((one, i) => ({ ...one, others: (items[i]?.proposals ?? []).filter((other) => other !== '' && other !== one.name) })),
      papers: papers.map(({ title: paper, number, pages }) => ({ title: paper, number, pages })), consents: consents.map(({ unit, day, note }) => ({ unit, day, note })),
    }
  },
  draw: (sheet, { sample, officeName, applied, applicant, letter, planAndReasons, receivedOn, names, papers, consents }, say, code) => {
    const flow = new Flow(sheet, 0, { sample, top: 26, bottom: 262 })
    const [only] = names
    const acts = new Set(names.map(({ act }) => act))
    title(sheet, 27, acts.size === 1 && only !== undefined ? `地名${actWords[only.act]}申请表` : '地名命名、更名申请表', 22)
    sheet.text('officeName', 20, 36.5, `受理机关：${officeName}`, { size: 10.5, within: 100 })
    sheet.text('texts', 190, 36.5, `收件日期：${writtenDay(receivedOn)}`, { size: 10.5, align: 'right' })
    const label = (words: string, width = 28): Cell => ({ width, label: words })
    const value = (width: number, field: string, shown: string): Cell => ({ width, field, value: shown, size: 11 })
    const planHeight = Math.min(110, Math.max(24, sheet.lines(sheet.clean('planAndReasons', planAndReasons, 'kai'), 138, { font: 'kai', size: 10.5 }) * 10.5 * pt * 1.4 + 6))
    flow.y = table(sheet, 20, 39, [
      { height: 10, cells: [label('申请单位'), value(142, 'applicant.name', applicant.name)] },
      { height: 10, cells: [label('信用代码'), value(60, 'applicant.creditCode', applicant.creditCode), label('单位类型'), value(54, 'texts', types[applicant.type] ?? '')] },
      { height: 10, cells: [label('联系人'), value(60, 'applicant.contact', applicant.contact), label('联系电话'), value(54, 'applicant.phone', applicant.phone)] },
      { height: 10, cells: [label('经办人'), value(60, 'applicant.agent', applicant.agent), label('来文文号'), value(54, 'letter.number', letter.number)] },
      { height: 10, cells: [label('申请事项'), value(142, 'title', [applied, names.length === 0 ? '' : `（${actCounts(names)}）`].join(''))] },
      { height: planHeight, cells: [label('方案和理由'), { width: 142, field: 'planAndReasons', value: planAndReasons, size: 10.5, vertical: 'top', indent: 2, clearance: 2.4, leading: 1.4 }] },
    ]) + 8.5
    flow.need(45)
    sheet.text('texts', 20, flow.y - 3, '申请的地名', { font: 'heiBold', size: 11 })
    flow.y += 2.5
    drawList(sheet, flow, [
      { title: '序号', width: 10, align: 'centre' }, { title: '事项类别', width: 19, align: 'centre', size: 9 }, { title: '申请名称', width: 27, size: 10.5 }, { title: '罗马字母拼写', width: 34 }, { title: '位置、范围和规模', width: 36, size: 9 }, { title: '含义、来历和理由', width: 44, size: 9 },
    ], names.map((item, i): Listed[] => [
      ['number', String(i + 1)], [`items.${item.item}.formerName`, [actInList(item), kindTitle(item.kind)].filter((one) => one !== '').join('\n')], [`items.${item.item}.name`, `${item.name}${item.others.length === 0 ? '' : `\n备选：${item.others.join('、')}`}`], [`items.${item.item}.spelling.text`, spelledLines(item)], [`items.${item.item}.location`, item.extent],
      [`items.${item.item}.meaning`, [item.meaning, item.origin, item.reason].filter((one) => one !== '').map((one) => one.replace(/[。；]$/u, '')).join('；')],
    ]), { size: 9.5, least: 10, tallest: 120 })
    flow.gap(4)
    if (papers.length > 0 || consents.length > 0) {
      flow.need(24)
      sheet.text('texts', 20, flow.y, '提交的材料和有关单位意见', { font: 'heiBold', size: 11 })
      flow.y += 5.5
      drawList(sheet, flow, [{ title: '序号', width: 10, align: 'centre' }, { title: '材料名称', width: 82 }, { title: '文号（编号）', width: 60 }, { title: '页数', width: 18, align: 'centre' }], [
        ...papers.map(({ title: paper, number, pages }, i): Listed[] => [['papers', String(i + 1)], ['papers', paper], ['papers', number], ['papers', pages === 0 ? '' : String(pages)]]),
        ...consents.map(({ unit, day, note }, i): Listed[] => [['papers', String(papers.length + i + 1)], ['consents', `${unit}的意见${note === '' ? '' : `：${note}`}`], ['consents', plainDay(day)], ['papers', '']]),
      ], { size: 9.5, least: 7.6 })
      flow.gap(3)
    }
    flow.need(42)
    flow.write('texts', say('promise'), { size: 11, leading: 1.6 })
    const end = flow.y + 9
    signature(sheet, 20, end, '经办人（签名）：', 40)
    sealPlace(sheet, 160, end + 2, 17, '申请单位印章')
    sheet.text('texts', 186, end + 14, '年　　　月　　　日', { size: 12, align: 'right' })
    feet(sheet, version, code)
  },
})
