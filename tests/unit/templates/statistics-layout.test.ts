import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { layoutOf, type StatisticsTable } from '../../../templates/office/statistics-layout.ts'
import { setPaper } from '../../../templates/paper.ts'
import { getPaper } from '../../../templates/windows.ts'
import { statistics, wideStatistics, worklist } from '../../fixtures/papers/statistics.ts'

beforeAll(async () => { await makeFonts() })

const made = (columns: readonly string[], rows: readonly string[], shares = false): StatisticsTable => ({
  title: '表', unit: '对', columns, identities: [], rows: rows.map((title, r) => ({ title, values: columns.map((_, c) => ({ value: r * 1000 + c, share: shares ? 0.5 : null })) })),
})
const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `列${i}`)

describe('the setting of a table', () => {
  it('stands upright with few columns, across with many, upright again with many lines', () => {
    expect(layoutOf(made(names(8), ['合计'])).landscape).toBe(false)
    expect(layoutOf(made(names(9), ['合计'])).landscape).toBe(true)
    expect(layoutOf(made(names(12), names(31))).landscape).toBe(false)
    expect(layoutOf(made(names(14), names(31))).landscape).toBe(true)
  })

  it('puts men and women on lines of their own', () => {
    const { blocks } = layoutOf(made(['男 合计', '男 20岁', '女 合计', '女 20岁'], ['合计']))
    expect(blocks).toHaveLength(1)
    expect(blocks[0]?.columns.map(({ title }) => title)).toEqual(['合计', '20岁'])
    expect(blocks[0]?.lines.map(({ title, values }) => [title, values.map(({ value }) => value)])).toEqual([['男', [0, 1]], ['女', [2, 3]]])
  })

  it('turns a single line of very many columns, and cuts many lines into blocks', () => {
    const [turned] = layoutOf(made(names(30), ['本期'])).blocks
    expect(turned?.columns.map(({ title }) => title)).toEqual(['本期'])
    expect(turned?.lines).toHaveLength(30)
    expect(layoutOf(made(names(30), names(40))).blocks.map(({ columns }) => columns.length)).toEqual([10, 10, 10])
  })

  it('shows every figure once, whatever the shape', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 }), fc.boolean(), (columns, rows, shares) => {
      const table = made(names(columns), names(rows), shares)
      const { blocks } = layoutOf(table)
      const shown = blocks.flatMap((block) => block.lines.flatMap((line) => block.columns.filter(({ share }) => !share).map(({ pick }) => pick(line))))
      expect(shown.toSorted()).toEqual(table.rows.flatMap(({ values }) => values.map(({ value }) => String(value))).toSorted())
      const percents = blocks.flatMap((block) => block.lines.flatMap((line) => block.columns.filter(({ share }) => share).map(({ pick }) => pick(line))))
      expect(percents).toEqual(shares ? shown.map(() => '50.00') : [])
      for (const block of blocks) expect(block.columns.length).toBeLessThanOrEqual(14)
    }))
  })
})

describe('the printed tables', () => {
  const text = (sheet: typeof statistics): string[] =>
    setPaper(getPaper('office.statistics'), { paper: 'office.statistics', sheet }).pages.map((page) => page.ops.map((op) => (typeof op === 'string' || 'bytes' in op ? '' : op.glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join(''))).join('|'))

  it('carry head, unit, period, preparer and the identities that do not hold', () => {
    const pages = text(statistics)
    const all = pages.join('')
    for (const { title, unit } of statistics.tables) {
      const page = pages.find((one) => one.includes(`|${title}|`))
      expect(page).toContain(`计量单位：${unit}`)
      expect(page).toContain('统计时间：2026年05月01日至2026年05月31日')
    }
    expect(all.split('制表人：赵敏')).toHaveLength(statistics.tables.length + 1)
    expect(all).toContain('1 项不符')
    expect(all).toContain('全部相符')
  })

  it('keep a month of days and its checks on one page', () => {
    const month = statistics.tables.find(({ title }) => title.includes('按日'))
    expect(month?.rows).toHaveLength(31)
    expect(text({ ...statistics, tables: month === undefined ? [] : [month] })).toHaveLength(1)
  })

  it('set figures of a column under one another at its right edge', () => {
    const { pages } = setPaper(getPaper('office.statistics'), { paper: 'office.statistics', sheet: wideStatistics })
    const ends = new Set<string>()
    for (const op of pages[0]?.ops ?? []) {
      if (typeof op === 'string' || 'bytes' in op || !op.glyphs.every(({ codePoints: [c = 0] }) => c >= 48 && c <= 57) || op.glyphs.length !== 6) continue
      const width = op.glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * op.size / 1000
      ends.add((op.x + width).toFixed(3))
      expect(op.glyphs.every(({ advanceWidth }) => advanceWidth === op.glyphs[0]?.advanceWidth)).toBe(true) // tabular
    }
    expect(ends.size).toBe(10)
  })
})

describe('the work list', () => {
  it('names every application once with its phones, and says of an empty list that it is', () => {
    const { pages } = setPaper(getPaper('office.worklist'), { paper: 'office.worklist', sheet: worklist })
    const all = pages.map((page) => page.ops.map((op) => (typeof op === 'string' || 'bytes' in op ? '' : op.glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)).join(''))).join('|')).join('')
    for (const { rows, title } of worklist.lists) {
      expect(all).toContain(title)
      for (const { receiptNumber } of rows) expect(all).toContain(receiptNumber)
    }
    expect(all).toContain('13800000000')
    expect(all).toContain('|无|')
    expect(pages.every(({ width }) => width === 297)).toBe(true)
  })
})
