import { rateShort, rateWords, sumsOfRule, isAllPassed, grouped } from '../../domain/reports/rates.ts'
import { mendingWayTitles } from '../../domain/reports/mending.ts'
import type { ComplianceReport, ComplianceSums, FailingCase } from '../../domain/reports/shapes.ts'
import { text } from '../../domain/text.ts'
import { Flow } from '../case/flow.ts'
import { drawList, type ListColumn, type Listed } from '../case/lists.ts'
import { plainDay, plainDaysIn, plainMoment } from '../case/words.ts'
import type { ComplianceSheet } from '../contract.ts'
import type { PaperCode } from '../digest.ts'
import { dateOfDay, paper } from '../paper.ts'
import { drawCode } from '../qr.ts'
import type { Sheet } from '../sheet.ts'
import { table, type Cell } from '../table.ts'
import { heightOf, part, signLines } from './report-parts.ts'

const version = '合规报告 兰台 1'
const figure = { align: 'right' as const, font: 'hei' as const, single: true }

/** 合规报告: every case of the period asked by every rule in force on its day; the rate with both its numbers, and every failing case with what would mend it. */
export const compliance = paper<'office.compliance'>({
  id: 'office.compliance',
  title: text('合规报告', 'Compliance report'),
  version,
  from: '2025-01-01',
  source: text('检查规则逐条注明法律依据，版式由办理单位自定', 'Each rule names its article; the layout is the office’s own'),
  needs: [text('期间内案件的检查结果', 'what came of the cases of the period')],
  facts: ({ sheet: { content } }) => ({ title: `合规报告 ${content.from} 至 ${content.to}`, author: content.officeName, number: `${content.from}-${content.to}`, date: dateOfDay(content.to) }),
  record: ({ sheet }) => ({ paper: 'office.compliance', version, sheet }),
  draw: (sheet, { sheet: data }, code) => {
    drawCover(sheet, data, code)
    const { content } = data
    const flow = new Flow(sheet, 27, { sample: content.sample, top: 27, bottom: 272, head: () => running(sheet, content) })
    running(sheet, content)
    drawTables(sheet, content, flow)
    drawFailing(sheet, content, flow)
    drawCompared(sheet, data, flow)
    drawRules(sheet, content, flow)
    const of = sheet.pages.length
    for (let i = 0; i < of; i++) {
      sheet.turnTo(i)
      sheet.text('texts', 20, 288, `校验　${code.digest}`, { size: 6.5, colour: 0.4 })
      sheet.text('texts', 190, 288, `版式：${version}`, { size: 6.5, align: 'right', colour: 0.4 })
      sheet.text('texts', 190, 283, `第 ${i + 1} 页　共 ${of} 页`, { size: 8.5, align: 'right', colour: 0.25 })
      sheet.text('texts', 20, 283, `登记日志末项　第 ${content.head.seq} 号　${content.head.hash.slice(0, 32)}`, { size: 6.5, colour: 0.3 })
    }
  },
})

const periodWords = ({ from, to }: { readonly from: string; readonly to: string }): string => `${plainDay(from)}至${plainDay(to)}`

const running = (sheet: Sheet, content: ComplianceReport): void => {
  sheet.text('officeName', 20, 16, content.officeName, { size: 9, within: 90 })
  sheet.text('texts', 190, 16, `合规报告　${periodWords(content)}`, { size: 9, align: 'right', within: 78 })
  sheet.line(20, 18, 190, 18, 0.15, { colour: 0.5 })
}

const drawCover = (sheet: Sheet, { content, stored }: ComplianceSheet, code: PaperCode): void => {
  sheet.page()
  if (content.sample) sheet.sampleMark()
  sheet.text('texts', 105, 52, '合　规　报　告', { font: 'songBold', size: 30, align: 'centre' })
  sheet.cell('officeName', 25, 58, 160, 12, content.officeName, { size: 15, align: 'centre' })
  sheet.text('texts', 105, 79, periodWords(content), { size: 14, align: 'centre', within: 160 })
  sheet.cell('texts', 30, 83, 150, 12, content.windows.map(({ title }) => title.zh).join('、'), { size: 11, align: 'centre' })
  // the rate stands alone on the cover, and never alone: with both its numbers, and what was not examined as plainly
  const whole = isAllPassed(content)
  const examined = content.passed + content.failed
  sheet.frame(35, 104, 140, 54, 0.5)
  sheet.text('texts', 105, 115, '合　格　率', { size: 13, align: 'centre' })
  sheet.text('texts', 105, 135, rateShort(content).zh, { font: 'heiBold', size: 38, align: 'centre', within: 130 })
  sheet.text('texts', 105, 145.5, examined === 0 ? '本期没有已检查的案件' : `合格 ${grouped(content.passed)} 件　÷　已检查 ${grouped(examined)} 件`, { size: 12.5, align: 'centre', within: 130 })
  sheet.text('texts', 105, 153.5, content.unexamined === 0 ? '没有未检查的案件' : `尚有 ${grouped(content.unexamined)} 件未检查，不计入合格率`, { font: content.unexamined === 0 ? 'song' : 'heiBold', size: 12.5, align: 'centre', within: 130 })
  const box = (words: string, value: string): Cell[] => [{ width: 16, label: words, size: 9.5, plain: true }, { width: 18, field: 'texts', value, font: 'hei', size: 11, align: 'centre', single: true, padding: 0.6 }]
  table(sheet, 20, 166, [{ height: 10, cells: [...box('案件总数', grouped(content.total)), ...box('合格', grouped(content.passed)), ...box('不合格', grouped(content.failed)), ...box('未检查', grouped(content.unexamined)), ...box('不适用', grouped(content.notApplicable))] }])
  const said = content.total === 0 ? '本期没有应当检查的案件。' : whole ? '本期应当检查的案件全部检查，全部合格。' : content.failed > 0 ? `有 ${grouped(content.failed)} 件不合格，逐件列在后面。` : `已检查的案件中没有发现不合格的，但尚有 ${grouped(content.unexamined)} 件未检查，不能认定全部合格。`
  sheet.text('texts', 105, 185, said, { size: 11.5, align: 'centre', within: 170 })
  sheet.paragraph('texts', 20, 195, 170, `一件案件以其办理之日有效的全部规则检查：有一条不合格的为不合格；有一条尚未检查的为未检查；全部合格的为合格，其中 ${grouped(content.attested)} 件有由人检查确认的事项。合格率＝合格÷（合格＋不合格），舍去两位小数以后的部分，不进位；有不合格或者未检查的，不显示为百分之百。期限以 ${plainDay(content.today)} 为准判断。`, { size: 10, leading: 1.65 })
  const top = 226
  sheet.frame(20, top, 170, 44, 0.4)
  drawCode(sheet, code, 23, top + 3, 26)
  const line = (i: number, label: string, value: string, mono = false): void => {
    sheet.text('texts', 54, top + 7.4 + i * 6, label, { font: 'heiBold', size: 9 })
    sheet.text('texts', 78, top + 7.4 + i * 6, value, { font: mono ? 'hei' : 'song', size: 9, within: 110 })
  }
  line(0, '检查时间', plainMoment(content.at))
  line(1, '登记日志末项', `第 ${content.head.seq} 号`)
  line(2, '', content.head.hash, true)
  line(3, '规则版本', content.rules.digest, true)
  line(4, '程序版本', content.program)
  if (stored === null) line(5, '存档', '尚未存档')
  else {
    line(5, '存档', `${plainMoment(stored.at)}　${stored.by}　编号 ${stored.id}`)
    sheet.text('texts', 23, top + 41.4, `存档内容校验　SHA-256　${stored.digest}`, { font: 'hei', size: 8, within: 164 })
  }
}

const sumColumns: readonly ListColumn[] = [
  { title: '总数\n（件）', width: 17, ...figure }, { title: '合格\n（件）', width: 17, ...figure }, { title: '不合格\n（件）', width: 17, ...figure }, { title: '未检查\n（件）', width: 17, ...figure }, { title: '不适用\n（件）', width: 17, ...figure }, { title: '合格率', width: 22, ...figure },
]
const sumsListed = (sums: ComplianceSums): readonly Listed[] => [
  ...[sums.passed + sums.failed + sums.unexamined + sums.notApplicable, sums.passed, sums.failed, sums.unexamined, sums.notApplicable].map((count): Listed => ['texts', grouped(count)]), ['texts', rateShort(sums).zh],
]

/** The sums by window, kind, clerk, counter and rule. */
const drawTables = (sheet: Sheet, content: ComplianceReport, flow: Flow): void => {
  const begin = (words: string): void => {
    flow.need(30)
    part(sheet, 20, flow.y, words)
    flow.gap(7)
  }
  const sums = (words: string, head: string, rows: readonly (readonly [string, ComplianceSums])[]): void => {
    begin(words)
    if (rows.length === 0) {
      sheet.text('texts', 23.5, flow.y, '没有案件。', { size: 10 })
      flow.gap(10)
      return
    }
    drawList(sheet, flow, [{ title: head, width: 63 }, ...sumColumns], rows.map(([title, one]): readonly Listed[] => [['texts', title], ...sumsListed(one)]), { size: 9.5, least: 6.4 })
    flow.gap(6)
  }
  const titleOf = (id: string): string => content.windows.find((one) => one.id === id)?.title.zh ?? content.byWindow.find(({ window }) => window === id)?.title.zh ?? id
  sums('一、按窗口', '窗口', content.byWindow.map(({ title, ...one }) => [title.zh, one]))
  sums('二、按事项', '事项', content.byKind.map(({ window, title, ...one }) => [content.windows.length > 1 ? `${titleOf(window)}　${title.zh}` : title.zh, one]))
  sums('三、按登记员', '登记员', content.byRegistrar.map(({ account, name, ...one }) => [name === '' ? account : name, one]))
  sums('四、按柜台', '柜台', content.byCounter.map(({ counter, ...one }) => [counter === '' ? '未记柜台' : counter, one]))
  begin('五、按规则（项）')
  drawList(sheet, flow, [
    { title: '检查事项', width: 46 }, { title: '法律依据', width: 40 }, { title: '合格', width: 13, ...figure }, { title: '其中由\n人确认', width: 13, ...figure }, { title: '不合格', width: 13, ...figure }, { title: '未检查', width: 13, ...figure }, { title: '不适用', width: 13, ...figure }, { title: '合格率', width: 19, ...figure },
  ], content.byRule.map((rule): readonly Listed[] => {
    const own = sumsOfRule(rule)
    return [['rules', rule.title.zh], ['rules', rule.law.zh], ...[own.passed, rule.attested, rule.fail, rule.unexamined, rule.notApplicable].map((count): Listed => ['rules', grouped(count)]), ['rules', rateShort(own).zh]]
  }), { size: 8.5, least: 6.4 })
  flow.gap(6)
}

const drawFailing = (sheet: Sheet, content: ComplianceReport, flow: Flow): void => {
  flow.need(30)
  const more = content.failedIds.length - content.failing.length
  part(sheet, 20, flow.y, `六、不合格的案件（共${grouped(content.failedIds.length)}件${more > 0 ? `，列出最近的${grouped(content.failing.length)}件` : ''}）`)
  flow.gap(7)
  if (content.failing.length === 0) {
    sheet.text('texts', 23.5, flow.y, content.failedIds.length === 0 ? '没有。' : '详见系统内清单。', { size: 10 })
    flow.gap(10)
    return
  }
  const names = new Map(content.byRegistrar.map(({ account, name }) => [account, name === '' ? account : name]))
  const titles = new Map(content.byWindow.map(({ window, title }) => [window, title.zh]))
  const kinds = new Map(content.byKind.map(({ window, kind, title }) => [`${window} ${kind}`, title.zh]))
  content.failing.forEach((one, i) => drawCase(sheet, flow, one, i + 1, { names, titles, kinds }))
  flow.gap(3)
}

interface Titles { readonly names: ReadonlyMap<string, string>; readonly titles: ReadonlyMap<string, string>; readonly kinds: ReadonlyMap<string, string> }

/** A failing case: which rule, what is wrong, what would mend it, whether the law allows that. No party is named. */
const drawCase = (sheet: Sheet, flow: Flow, one: FailingCase, number: number, { names, titles, kinds }: Titles): void => {
  flow.need(27)
  const kind = kinds.get(`${one.window} ${one.kind}`) ?? ''
  const window = titles.get(one.window) ?? one.window
  const head = `${number}．${one.number === '' ? one.id : one.number}　${window === kind || kind === '' ? window : `${window}　${kind}`}　${plainDay(one.day)}　${names.get(one.registrar) ?? one.registrar}${one.counter === '' ? '' : `　柜台 ${one.counter}`}`
  flow.write('failing', head, { size: 10, leading: 1.45, indent: 0, font: 'hei' })
  flow.gap(0.4)
  drawList(sheet, flow, [{ title: '检查事项', width: 34 }, { title: '问题', width: 62 }, { title: '如何补救', width: 56 }, { title: '法律\n是否允许', width: 18, align: 'centre' }], one.faults.map(({ title, message, mending }): readonly Listed[] => [
    ['failing', title.zh], ['failing', plainDaysIn(message.zh)], ['failing', `${mendingWayTitles[mending.way].zh}：${mending.words.zh}${mending.law === null ? '' : `（${mending.law.zh}）`}`], ['failing', mending.allowed ? '允许' : '不允许'],
  ]), { size: 8.5, least: 6.4, tallest: 110 })
  flow.gap(3)
}

/** Beside the period before, and beside the last stored report of the same days. */
const drawCompared = (sheet: Sheet, { content }: ComplianceSheet, flow: Flow): void => {
  flow.need(40)
  part(sheet, 20, flow.y, '七、与上期比较')
  flow.gap(7)
  const before = new Map(content.previous.byWindow.map(({ window, ...sums }) => [window, sums]))
  const none: ComplianceSums = { passed: 0, failed: 0, unexamined: 0, notApplicable: 0, attested: 0 }
  const pair = (title: string, now: ComplianceSums, then: ComplianceSums): readonly Listed[] => [['texts', title], ...[now.passed, now.passed + now.failed, now.unexamined].map((count): Listed => ['texts', grouped(count)]), ['texts', rateShort(now).zh], ...[then.passed, then.passed + then.failed, then.unexamined].map((count): Listed => ['texts', grouped(count)]), ['texts', rateShort(then).zh]]
  drawList(sheet, flow, [
    { title: '窗口', width: 42 }, { title: '本期\n合格（件）', width: 16, ...figure }, { title: '本期\n已查（件）', width: 16, ...figure }, { title: '本期\n未查（件）', width: 16, ...figure }, { title: '本期\n合格率', width: 16, ...figure }, { title: '上期\n合格（件）', width: 16, ...figure }, { title: '上期\n已查（件）', width: 16, ...figure }, { title: '上期\n未查（件）', width: 16, ...figure }, { title: '上期\n合格率', width: 16, ...figure },
  ], [...content.byWindow.map(({ window, title, ...now }) => pair(title.zh, now, before.get(window) ?? none)), pair('合计', content, content.previous)], { size: 8.5, least: 6.4 })
  sheet.text('texts', 20, flow.y, `本期：${periodWords(content)}；上期：${periodWords(content.previous)}。`, { size: 8.5, colour: 0.2 })
  flow.gap(9)
  flow.need(24)
  part(sheet, 20, flow.y, '八、与上次存档报告比较')
  flow.gap(7.5)
  const { against } = content
  if (against === null) flow.write('texts', '同一期间、同样窗口没有存档过的报告。', { size: 10, indent: 0, leading: 1.6, left: 3.5 })
  else {
    const list = (ids: readonly (readonly [string, string])[]): string => (ids.length === 0 ? '没有' : `${grouped(ids.length)}件（${ids.slice(0, 40).map(([, id]) => id).join('、')}${ids.length > 40 ? ' 等' : ''}）`)
    flow.write('texts', `上次报告：${plainMoment(against.at)}，编号 ${against.report}；${rateWords(against.before).zh}。本次：${rateWords(content).zh}。`, { size: 10, indent: 0, leading: 1.6, left: 3.5 })
    flow.write('texts', `已经改正、不再列为不合格的：${list(against.mended)}。`, { size: 10, indent: 0, leading: 1.6, left: 3.5 })
    flow.write('texts', `新列为不合格的：${list(against.failedNow)}。`, { size: 10, indent: 0, leading: 1.6, left: 3.5 })
    flow.write('texts', against.rulesChanged ? '规则在两次报告之间有变，结果的差别可能由此而来。' : '两次报告所用的规则相同。', { size: 10, indent: 0, leading: 1.6, left: 3.5 })
    flow.write('texts', `上次报告内容校验：${against.content}`, { size: 8, indent: 0, leading: 1.8, left: 3.5 })
  }
  flow.gap(4)
  flow.need(20)
  part(sheet, 20, flow.y, '九、说明')
  flow.gap(7.5)
  if (content.notes.length === 0) flow.write('notes', '没有需要说明的情况。', { size: 10, indent: 0, left: 3.5 })
  content.notes.forEach(({ line }, i) => {
    flow.need(heightOf(sheet, 'notes', line.zh, 160, 10, 1.6))
    flow.write('notes', `${i + 1}．${plainDaysIn(line.zh)}`, { size: 10, indent: 0, leading: 1.6, left: 3.5 })
  })
  flow.need(18)
  flow.gap(8)
  signLines(sheet, flow.y, ['检查人（签名）：', '负责人（签名、盖章）：'], 62, 6, '　　　年　　月　　日')
  flow.gap(8)
}

/** Every rule in force within the period with its own version: a report made again by other rules has another digest. */
const drawRules = (sheet: Sheet, content: ComplianceReport, flow: Flow): void => {
  flow.turn()
  part(sheet, 20, flow.y, `附录　规则版本（${content.rules.list.length}条）`)
  flow.gap(6.5)
  sheet.text('texts', 20, flow.y, `全部规则的校验　SHA-256　${content.rules.digest}`, { font: 'hei', size: 8, within: 170 })
  flow.gap(6.5)
  const titles = new Map(content.byWindow.map(({ window, title }) => [window, title.zh]))
  drawList(sheet, flow, [{ title: '窗口', width: 20 }, { title: '规则', width: 52 }, { title: '法律依据', width: 42 }, { title: '有效期间', width: 28, align: 'centre' }, { title: '版本', width: 28, font: 'hei', size: 7 }],
    content.rules.list.map((rule): readonly Listed[] => [['rules', titles.get(rule.window) ?? rule.window], ['rules', rule.title.zh], ['rules', rule.law.zh], ['rules', `${plainDay(rule.from)}起${rule.to === null ? '' : `\n至${plainDay(rule.to)}`}`], ['rules', rule.version.slice(0, 16)]]), { size: 8, least: 6 })
}
