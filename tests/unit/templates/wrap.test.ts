import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { makeFonts } from '../../../scripts/fonts.ts'
import { fontStack } from '../../../templates/fonts/stacks.ts'
import { Sheet, type Run } from '../../../templates/sheet.ts'
import { table } from '../../../templates/table.ts'
import { unitsOf, wrapText } from '../../../templates/wrap.ts'

beforeAll(async () => { await makeFonts() })

const wrap = (text: string, width: number, first?: number): string[] => wrapText(fontStack('song'), text, width, first)

describe('lines', () => {
  it('begins no line with a closing mark and ends none with an opening one (避头尾)', () => {
    expect(wrap('依照《民法典》的规定，自愿结为夫妻。', 10)).toEqual(['依照《民法典》的规', '定，自愿结为夫妻。'])
    expect(wrap('符合结婚条件（已核对）准予登记', 7)).toEqual(['符合结婚条件', '（已核对）准予', '登记'])
    expect(wrap('一二三四五，六', 5)).toEqual(['一二三四', '五，六'])
  })

  it('keeps a word and a number whole, and cuts only what is longer than a line', () => {
    expect(wrap('住址为Hohenstaufen街', 8)).toEqual(['住址为', 'Hohenstaufen街'])
    expect(wrap('编号J990101-2026-000520止', 8).some((line) => line.includes('J990101-2026-'))).toBe(true)
    const cut = wrap('Donaudampfschifffahrtsgesellschaftskapitän', 5)
    expect(cut.length).toBeGreaterThan(2)
    expect(cut.join('')).toBe('Donaudampfschifffahrtsgesellschaftskapitän')
  })

  it('cuts no surrogate pair and no variant, even in a column of one character', () => {
    expect(wrap('𠮷𬭎㛃葛\u{E0101}', 1)).toEqual(['𠮷', '𬭎', '㛃', '葛\u{E0101}'])
    expect(wrap('𠮷𬭎', 0.5)).toEqual(['𠮷', '𬭎'])
  })

  it('loses nothing and overflows nothing', () => {
    const characters = fc.constantFrom(...'王建国，。（）《》“”、；：一二三𠮷𬭎aZ09-. ·')
    fc.assert(fc.property(fc.array(characters, { maxLength: 60 }), fc.integer({ min: 4, max: 20 }), (list, width) => {
      const text = list.join('').trim().replace(/ +/g, ' ')
      const lines = wrap(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(fontStack('song').widthOf(line)).toBeLessThanOrEqual(width + 1e-6)
    }))
  })

  it('takes a shorter first line and the line feeds of the text', () => {
    expect(wrap('一二三四五六\n七八', 4, 2)).toEqual(['一二', '三四五六', '七八'])
  })
})

describe('the sheet', () => {
  const runs = (draw: (sheet: Sheet) => void): Run[] => {
    const sheet = new Sheet()
    sheet.page()
    draw(sheet)
    return sheet.finish().flatMap(({ ops }) => ops).filter((op): op is Run => typeof op === 'object' && 'glyphs' in op)
  }
  const right = (run: Run): number => run.x + run.glyphs.reduce((sum, { advanceWidth }) => sum + advanceWidth, 0) * run.size / 1000 + run.spacing * (run.glyphs.length - 1)

  it('counts spacing by character, also outside the basic plane', () => {
    const [run] = runs((sheet) => sheet.text('x', 100, 50, '𠮷𬭎㛃', { size: 20, spacing: 0.5, align: 'centre' }))
    expect(run!.x + (right(run!) - run!.x) / 2).toBeCloseTo(100, 6)
  })

  it('spreads a label from edge to edge', () => {
    const [run] = runs((sheet) => sheet.spread(10, 50, 30, '姓名', { size: 12 }))
    expect(run!.x).toBeCloseTo(10, 6)
    expect(right(run!)).toBeCloseTo(40, 6)
  })

  it('never lets a cell run over, whatever is written', () => {
    const character = fc.constantFrom(...'王国，。（𠮷·aW0 ')
    fc.assert(fc.property(fc.array(character, { minLength: 1, maxLength: 120 }), fc.integer({ min: 12, max: 60 }), (list, width) => {
      let all: Run[]
      try {
        all = runs((sheet) => sheet.cell('remarkForm', 20, 30, width, 14, list.join(''), { size: 12 }))
      } catch (error) {
        expect(error).toMatchObject({ code: 'unprintable', field: 'remarkForm' })
        return
      }
      for (const run of all) {
        expect(run.x).toBeGreaterThanOrEqual(20)
        expect(right(run)).toBeLessThanOrEqual(20 + width + 1e-6)
        expect(run.y - 0.88 * run.size).toBeGreaterThanOrEqual(30)
        expect(run.y + 0.12 * run.size).toBeLessThanOrEqual(44)
      }
    }), { numRuns: 300 })
  })

  it('draws a grid whose cells of several rows hold their place', () => {
    let below = 0
    const sheet = new Sheet()
    sheet.page()
    below = table(sheet, 20, 40, [
      { height: 10, cells: [{ width: 10, label: '男方', vertical: true, rows: 2 }, { width: 30, label: '姓名' }, { width: 40, field: 'parties.0.name', value: '王建国' }] },
      { height: 12, cells: [{ width: 30, label: '性别' }, { width: 40, blank: true }] },
    ])
    expect(below).toBe(62)
    const frames = sheet.finish()[0]!.ops.filter((op) => typeof op === 'string' && op.includes(' re S'))
    expect(frames).toContain('q 0.18 w 0 j 0 G 30 50 30 12 re S Q')
    expect(frames.at(-1)).toBe('q 0.45 w 0 j 0 G 20 40 80 22 re S Q')
  })

  it('splits units at code points', () => {
    expect(unitsOf('𠮷葛\u{E0101}a')).toEqual(['𠮷', '葛\u{E0101}', 'a'])
  })
})
