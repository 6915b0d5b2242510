import { performance } from 'node:perf_hooks'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import type { PaperRequest } from '../../../templates/contract.ts'
import { setTable } from '../../../templates/office/book-table.ts'
import { growthFigure, percentFigure, yuan } from '../../../templates/office/figures.ts'
import { renderPaper } from '../../../templates/windows.ts'
import * as reports from '../../fixtures/papers/reports.ts'
import { runsOf, set, textOfRun, widthOfRun, words, wordsOfPage } from '../../fixtures/papers/set.ts'

beforeAll(async () => { await makeFonts() })

const tally = (book = reports.book): PaperRequest => ({ paper: 'office.tally', sheet: { book, closed: null } })
const own: readonly (readonly [string, PaperRequest])[] = [
  ['month', tally()], ['year', tally(reports.longBook)], ['empty', tally(reports.emptyBook)], ['day', { paper: 'office.dayClose', sheet: reports.dayClose }], ['busy day', { paper: 'office.dayClose', sheet: reports.busyDayClose }], ['quiet day', { paper: 'office.dayClose', sheet: reports.quietDayClose }],
  ['compliance', { paper: 'office.compliance', sheet: reports.compliance }], ['sixty failing', { paper: 'office.compliance', sheet: reports.longCompliance }], ['almost', { paper: 'office.compliance', sheet: reports.almostCompliance }], ['whole', { paper: 'office.compliance', sheet: reports.wholeCompliance }],
  ['draw', { paper: 'office.drawing', sheet: reports.drawing }], ['long draw', { paper: 'office.drawing', sheet: reports.longDrawing }], ['empty draw', { paper: 'office.drawing', sheet: reports.emptyDrawing }],
]

describe('every report', { timeout: 60_000 }, () => {
  it.each(own)('%s: no words lie on others', (name, request) => {
    for (const [number, page] of set(request).pages.entries()) {
      const boxes = runsOf(page).map((run) => ({ text: textOfRun(run), left: run.x, right: run.x + widthOfRun(run), top: run.y - run.size * 0.75, bottom: run.y }))
      const bad: string[] = []
      boxes.forEach((a, i) => {
        for (let j = i + 1; j < boxes.length; j++) {
          const b = boxes[j]
          if (b !== undefined && a.left < b.right - 0.3 && b.left < a.right - 0.3 && a.top < b.bottom - 0.3 && b.top < a.bottom - 0.3) bad.push(`${number + 1}: ${a.text} / ${b.text}`)
        }
      })
      expect([name, bad]).toEqual([name, []])
    }
  })

  it.each(own)('%s: its last page has its pages counted, nothing stands below the foot', (_, request) => {
    const { pages } = set(request)
    expect(wordsOfPage(pages.at(-1) as (typeof pages)[number])).toMatch(pages.length === 1 && request.paper === 'office.drawing' ? /版式/ : new RegExp(`第${pages.length}页共${pages.length}页`))
  })

  it.each(own)('%s: days stand as 2026年5月1日', (_, request) => {
    for (const run of set(request).pages.flatMap(runsOf)) expect(textOfRun(run)).not.toMatch(/(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-T])(?! 双色球)/)
  })
})

describe('the day close', () => {
  it('has the office first and then a page a window, each with what is its own', () => {
    const { pages } = set({ paper: 'office.dayClose', sheet: reports.dayClose })
    const titles = pages.map(wordsOfPage).map((page) => /^(日结表(（[^）]+）)?)/.exec(page)?.[1])
    expect(titles.filter((title) => title !== undefined)).toEqual(['日结表', ...reports.dayClose.windows.map(({ title }) => `日结表（${title}）`)])
    const burial = pages.map(wordsOfPage).find((page) => page.startsWith('日结表（殡葬服务）')) ?? ''
    expect(burial).toContain('惠民殡葬减免1210,950.00')
    expect(burial).not.toContain('冷静期')
  })

  it('adds the counters up, says what does not balance, and whether anybody signed', () => {
    const only: PaperRequest = { paper: 'office.dayClose', sheet: { ...reports.dayClose, only: 'marriage' } }
    const counted = reports.dayClose.figures.counts.filter(({ window, kind }) => window === 'marriage' && kind === 'registered').map(({ count }) => count)
    expect(words(only)).toContain(`结婚登记对${counted.filter((count) => count !== 0).join('')}${counted.reduce((a, b) => a + b, 0)}`)
    expect(set(only).pages).toHaveLength(1)
    expect(words(only)).toContain('日结：钱伟2026年5月20日17时41分')
    const text = words({ paper: 'office.dayClose', sheet: reports.dayClose })
    expect(text).toContain('结婚证1200100018842')
    expect(text).toContain('不平') // 400 ≠ 12 + 1 + 386
    expect(words({ paper: 'office.dayClose', sheet: reports.busyDayClose })).toContain('未日结，数据可能变动')
  })

  it('shows a late line with both of its days', () => {
    const text = words({ paper: 'office.dayClose', sheet: { ...reports.dayClose, only: 'marriage' } })
    expect(text).toContain('以后补记、更正到本日的（1条）')
    expect(text).toContain('2026年5月20日2026年5月22日')
  })
})

describe('the tally', { timeout: 60_000 }, () => {
  it('has the head of the form, the indicators with growth, and every figure of every table', () => {
    const text = words(tally())
    for (const said of ['民政业务统计月报', '测民统1表', '测统函〔2025〕9号', '编制单位：测试市测试区民政局', '制表人：赵敏', '审核人：欧阳静怡']) expect(text).toContain(said)
    const { pages } = set(tally())
    const figures = new Map<string, number>()
    for (const run of pages.flatMap(runsOf)) figures.set(textOfRun(run), (figures.get(textOfRun(run)) ?? 0) + 1)
    const wanted = new Map<string, number>()
    for (const one of reports.book.tables) {
      for (const { values } of setTable(one, reports.book).lines) for (const value of values) if (value !== null && value.as !== 'share') wanted.set(value.as === 'fen' ? yuan(value.value) : String(value.value), (wanted.get(value.as === 'fen' ? yuan(value.value) : String(value.value)) ?? 0) + 1)
    }
    for (const [figure, count] of wanted) expect([figure, (figures.get(figure) ?? 0) >= count]).toEqual([figure, true])
  })

  it('loses no count of a table that has amounts beside them', () => {
    const month = reports.book.tables.find(({ id }) => id === 'burial.month')
    if (month === undefined) throw new Error('no such table')
    const { columns, lines } = setTable(month, reports.book)
    expect(columns.map(({ group, title }) => `${group}${title}`)).toEqual(['数量本月', '数量上月', '数量上年同月', '数量本年累计', '金额（元）本月', '金额（元）上月', '金额（元）上年同月', '金额（元）本年累计'])
    for (const [i, line] of lines.entries()) expect(line.values[0]).toEqual({ as: 'count', value: month.rows[i]?.lines[0]?.cells[0]?.count })
  })

  it('says the unit of every table, repeats its head, and never parts the lines of a row', () => {
    const { pages } = set(tally())
    for (const page of pages.slice(2)) {
      const spans = runsOf(page).map(textOfRun)
      const titles = spans.filter((one) => /^表\d+　/.test(one))
      expect(spans.filter((one) => one.startsWith('计量单位：'))).toHaveLength(titles.length)
      const count = (word: string): number => spans.filter((one) => one === word).length
      if (count('期别') > 0) expect([count('上月'), count('上年同月')]).toEqual([count('本年累计'), count('本年累计')])
    }
    for (const run of pages.flatMap(runsOf)) expect(run.size / 25.4 * 72).toBeGreaterThan(5.9) // the digest is the smallest
  })

  it('sets the letters of tables at 7 points or more', () => {
    const { pages } = set(tally())
    for (const page of pages) for (const run of runsOf(page)) if (run.y < 180) expect([textOfRun(run), run.size / 25.4 * 72 >= 6.99]).toEqual([textOfRun(run), true])
  })

  it('says which checks do not hold', () => {
    const text = words(tally())
    expect(text).toContain('表内核对（1项不符）')
    expect(text).toContain('火化遗体84具，不符，差−1具')
  })

  it('draws a month of all windows in a second', async () => {
    await renderPaper(tally())
    const times: number[] = []
    for (let i = 0; i < 3; i++) {
      const began = performance.now()
      await renderPaper(tally())
      times.push(performance.now() - began)
    }
    expect(Math.min(...times)).toBeLessThan(1000)
  })
})

describe('the compliance report', () => {
  const of = (sheet: typeof reports.compliance): string => words({ paper: 'office.compliance', sheet })
  it('says the rate with both its numbers, and what was not examined', () => {
    const text = of(reports.compliance)
    expect(text).toContain('合格543件÷已检查546件')
    expect(text).toContain('尚有22件未检查，不计入合格率')
    expect(text).toContain('99.45%')
  })
  it('never says 100 % of the whole while anything is not examined or failed', () => {
    const cover = (sheet: typeof reports.compliance): string => wordsOfPage(set({ paper: 'office.compliance', sheet }).pages[0]!)
    expect(cover(reports.almostCompliance)).not.toContain('100%')
    expect(cover(reports.almostCompliance)).toContain('不能认定全部合格')
    expect(cover(reports.longCompliance)).not.toContain('100%')
    expect(cover(reports.wholeCompliance)).toContain('100%')
    expect(cover(reports.wholeCompliance)).toContain('全部检查，全部合格')
  })
  it('lists each failing case with rule, fault, mending and law, and names no party', () => {
    const text = of(reports.longCompliance)
    for (const { number } of reports.longCompliance.content.failing) expect(text).toContain(number)
    expect(text).toContain('共1,260件，列出最近的60件')
    expect(text).toContain('只能由法院或者原机关撤销')
    expect(text).toContain('不允许')
    expect(text).toContain('规则在两次报告之间有变')
  })
  it('ends with the versions of all rules', () => {
    const text = of(reports.compliance)
    expect(text).toContain(reports.compliance.content.rules.digest)
    expect(text.split('4b227777d4dd1fc6').length - 1).toBeGreaterThanOrEqual(64)
  })
})

describe('the record of a draw', () => {
  it('says seed, population, digest and what came of each case', () => {
    const text = words({ paper: 'office.drawing', sheet: reports.drawing })
    for (const said of [reports.drawing.seed.replace(/\s/g, ''), '508', reports.drawing.digest, '已检查8件：合格7件，不合格1件；尚未检查4件', '检查人（签名）']) expect(text).toContain(said)
    for (const { number } of reports.drawing.cases) expect(text).toContain(number)
  })
})

describe('figures', () => {
  it('never round up to all, and have the minus sign', () => {
    expect([percentFigure(0.99999), percentFigure(1), percentFigure(0.5)]).toEqual(['99.99', '100.00', '50.00'])
    expect([growthFigure(1, 0), growthFigure(0, 4), growthFigure(5, 4), growthFigure(4, 4)]).toEqual(['—', '−100.0', '+25.0', '0.0'])
    expect(yuan(-319000050)).toBe('−3,190,000.50')
  })
})
